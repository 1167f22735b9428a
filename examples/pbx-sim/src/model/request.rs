//! What applications ask for, and what they get.

use super::{Button, CallId, ConnectionRef, DeviceNumber, Moved, Setting};

/// What an application asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Call a number from a telephone.
    MakeCall {
        /// The telephone.
        calling: DeviceNumber,
        /// The number, an outside one with its access code.
        called: String,
        /// Whether the user is prompted where the telephone cannot go off-hook by itself.
        prompt: bool,
    },
    /// Answer a call that rings, or go off-hook when prompted.
    Answer(ConnectionRef),
    /// Take a device out of a call.
    ClearConnection(ConnectionRef),
    /// End a call.
    ClearCall(CallId),
    /// Put a call on hold.
    Hold(ConnectionRef),
    /// Take a call from hold.
    Retrieve(ConnectionRef),
    /// Put a call on hold and call somebody else.
    Consultation {
        /// The call.
        existing: ConnectionRef,
        /// Whom to call; empty for dial tone.
        consulted: String,
    },
    /// Hold the active call and take another.
    Alternate {
        /// The other: held, ringing or waiting.
        held: ConnectionRef,
        /// The active one.
        active: ConnectionRef,
    },
    /// End the one call and take the held one.
    Reconnect {
        /// The one that ends: active, ringing or waiting.
        active: ConnectionRef,
        /// The held one.
        held: ConnectionRef,
    },
    /// Bring the others of two calls together and leave.
    Transfer {
        /// The held one.
        held: ConnectionRef,
        /// The active one.
        active: ConnectionRef,
    },
    /// Send a call elsewhere and leave.
    SingleStepTransfer {
        /// The call.
        active: ConnectionRef,
        /// The number.
        to: String,
    },
    /// Join two calls.
    Conference {
        /// The held one.
        held: ConnectionRef,
        /// The active one.
        active: ConnectionRef,
    },
    /// Add a telephone to a call.
    SingleStepConference {
        /// The call of the one who adds it.
        active: ConnectionRef,
        /// The number of the telephone.
        joining: String,
    },
    /// Come into a call of others.
    Join {
        /// The call of one of them.
        active: ConnectionRef,
        /// The telephone that comes in.
        joining: DeviceNumber,
        /// Whether its user is prompted where it cannot go off-hook by itself.
        prompt: bool,
        /// Whether it only listens.
        silent: bool,
    },
    /// Break into the call of a telephone that is busy.
    Intrude(ConnectionRef),
    /// Send a call that rings or waits elsewhere.
    Deflect {
        /// The call.
        connection: ConnectionRef,
        /// The number.
        to: String,
    },
    /// Take a call that rings, waits or is held elsewhere.
    Pickup {
        /// The call where it does.
        waiting: ConnectionRef,
        /// The telephone that takes it.
        by: DeviceNumber,
    },
    /// Take the call that rings longest in a pick-up group.
    GroupPickup {
        /// The telephone that takes it.
        by: DeviceNumber,
        /// The group; without one, that of the telephone.
        group: Option<DeviceNumber>,
    },
    /// Park a call.
    Park {
        /// The call.
        connection: ConnectionRef,
        /// The number of the park zone.
        zone: String,
    },
    /// Wait until a busy telephone is free.
    CampOn(ConnectionRef),
    /// Give up a call and be called when the other telephone is free.
    CallBack(ConnectionRef),
    /// Be called when another telephone is free, to call it.
    SetCallBack {
        /// Who will be called.
        originator: DeviceNumber,
        /// Who will be called back.
        target: DeviceNumber,
    },
    /// Not to be called for it any more.
    CancelCallBack {
        /// Who would be called.
        originator: DeviceNumber,
        /// Who would be called back.
        target: DeviceNumber,
    },
    /// Dial digits for a telephone that has dial tone or dials.
    DialDigits {
        /// Its call.
        connection: ConnectionRef,
        /// All of a number or some of it.
        digits: String,
    },
    /// Set something at a telephone.
    Set(DeviceNumber, Setting),
    /// Press a key of a telephone.
    Press(DeviceNumber, Button),
    /// Put a telephone on-hook, or take it off-hook by loudspeaker.
    SetHook {
        /// The telephone.
        device: DeviceNumber,
        /// Whether it shall be on-hook.
        on_hook: bool,
    },
    /// Send digits as tones.
    GenerateDigits {
        /// The call.
        connection: ConnectionRef,
        /// What is sent.
        digits: String,
    },
    /// Send data to the other users in a call.
    SendUserInformation {
        /// The call.
        connection: ConnectionRef,
        /// What is sent: 1 to [`MAX_USER_DATA`](super::MAX_USER_DATA) octets.
        data: Vec<u8>,
    },
}

/// What an application gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done.
    Done,
    /// It is done; this is the asking device's connection in the new call, or that of the device
    /// where the call waits.
    Connection(ConnectionRef),
    /// It is done; this is the device that it is about.
    Device(DeviceNumber),
    /// It is done; who takes part now.
    Joined {
        /// The new call, and the device that asked or the first that is left.
        call: ConnectionRef,
        /// Its connections.
        connections: Vec<Moved>,
    },
}
