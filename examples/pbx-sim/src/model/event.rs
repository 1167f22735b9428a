//! Events: what a device is told about its calls.

use std::sync::Arc;

use csta_codec::types::EventCause;

use super::{Button, ConnectionRef, ConnectionState, DeviceNumber, Number, Parties, Setting};

/// What happened in a call, as it is told at one device that takes part in it.
///
/// The model tells every device of the call, monitored or not, and in the order in which things
/// happen.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The device at which it is told.
    pub at: DeviceNumber,
    /// The state of this device's connection after the event.
    pub local: ConnectionState,
    /// Why it happened.
    pub cause: EventCause,
    /// What happened.
    pub what: What,
}

/// What happened. The device of a `connection` is the one that the event is about.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A device has dial tone, is prompted to go off-hook, or a trunk line is seized from outside.
    ServiceInitiated {
        /// Its connection.
        connection: ConnectionRef,
        /// What was dialled outside, at a trunk line.
        network_called: Option<Number>,
    },
    /// A device is dialling.
    DigitsDialed {
        /// Its connection.
        connection: ConnectionRef,
        /// What it dialled.
        digits: String,
    },
    /// A device has dialled all of a number.
    Originated {
        /// Its connection.
        connection: ConnectionRef,
        /// Who calls whom.
        parties: Arc<Parties>,
    },
    /// A device rings.
    Delivered {
        /// Its connection.
        connection: ConnectionRef,
        /// Who calls whom.
        parties: Arc<Parties>,
    },
    /// A device has answered.
    Established {
        /// Its connection.
        connection: ConnectionRef,
        /// Who calls whom.
        parties: Arc<Parties>,
    },
    /// A device has left the call.
    ConnectionCleared {
        /// Its connection.
        connection: ConnectionRef,
    },
    /// A device could not be reached, or hears a tone.
    Failed {
        /// Its connection, which exists in the event alone if the device does not know of it.
        connection: ConnectionRef,
        /// Who calls whom.
        parties: Arc<Parties>,
    },
    /// A device has put the call on hold.
    Held {
        /// Its connection.
        connection: ConnectionRef,
    },
    /// A device has taken the call from hold.
    Retrieved {
        /// Its connection.
        connection: ConnectionRef,
    },
    /// A device has passed the call on.
    Diverted {
        /// Its connection.
        connection: ConnectionRef,
        /// Where the call goes.
        new_destination: Number,
        /// Who calls whom.
        parties: Arc<Parties>,
    },
    /// A call waits at a device: in the queue of a group, parked, or at a busy telephone.
    Queued {
        /// Its connection.
        connection: ConnectionRef,
        /// Who calls whom.
        parties: Arc<Parties>,
        /// How many calls wait there, with this one.
        waiting: usize,
        /// How many of them will be served before it.
        in_front: usize,
    },
    /// A call has left for the public network.
    NetworkReached {
        /// The connection of the trunk line.
        connection: ConnectionRef,
        /// Who calls whom.
        parties: Arc<Parties>,
    },
    /// A device has brought two others together and left.
    Transferred {
        /// Its connection in the call with the one it transfers.
        primary: ConnectionRef,
        /// Its connection in the call with the one it transfers to, if there was such a call.
        secondary: Option<ConnectionRef>,
        /// To whom it transfers.
        to: Number,
        /// Who takes part now.
        connections: Arc<[Moved]>,
    },
    /// A device has joined two calls, or has come into one.
    Conferenced {
        /// Who made the conference.
        by: DeviceNumber,
        /// A connection in the one call.
        primary: ConnectionRef,
        /// A connection in the other, if there was another.
        secondary: Option<ConnectionRef>,
        /// Who came in.
        added: Number,
        /// Who takes part now.
        connections: Arc<[Moved]>,
    },
}

impl What {
    /// The connection that it is about; in a transfer and a conference, one in the call that ended
    /// thereby.
    #[must_use]
    pub const fn connection(&self) -> ConnectionRef {
        match self {
            Self::ServiceInitiated { connection, .. }
            | Self::DigitsDialed { connection, .. }
            | Self::Originated { connection, .. }
            | Self::Delivered { connection, .. }
            | Self::Established { connection, .. }
            | Self::ConnectionCleared { connection }
            | Self::Failed { connection, .. }
            | Self::Held { connection }
            | Self::Retrieved { connection }
            | Self::Diverted { connection, .. }
            | Self::Queued { connection, .. }
            | Self::NetworkReached { connection, .. }
            | Self::Transferred { primary: connection, .. }
            | Self::Conferenced { primary: connection, .. } => *connection,
        }
    }
}

/// A connection that has gone to another call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What it was.
    pub old: ConnectionRef,
    /// What it is.
    pub new: ConnectionRef,
    /// Who it is: the device, or the outside number behind a trunk line.
    pub endpoint: Number,
}

/// What happened at a device apart from the states of its calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeatureEvent {
    /// The device at which it is told.
    pub at: DeviceNumber,
    /// What happened.
    pub feature: Feature,
}

/// What happened at a device apart from the states of its calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feature {
    /// Calling back was asked for, or is over.
    CallBack {
        /// Who will be called to call back.
        originator: DeviceNumber,
        /// Who will be called back.
        target: DeviceNumber,
        /// Whether it is wanted from now on.
        set: bool,
    },
    /// Digits were sent as tones.
    DigitsGenerated {
        /// The connection that sent them.
        connection: ConnectionRef,
        /// What was sent.
        digits: String,
    },
    /// Another user in a call has sent data with it.
    UserInformation {
        /// The connection of who sent it.
        connection: ConnectionRef,
        /// What was sent.
        data: Vec<u8>,
    },
    /// Something was set.
    Set(Setting),
    /// A key was pressed.
    ButtonPress(Button),
    /// It has gone on-hook, or off-hook.
    Hook(bool),
    /// It has begun to ring, or ceased.
    Ringer(bool),
    /// It is in service again, or is not any more.
    InService(bool),
}
