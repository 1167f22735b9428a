//! What the public network does.

use csta_codec::types::EventCause;

use super::timer::Alarm;
use super::{
    CallModel, Connection, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Failure,
    Number, Parties, What,
};
use crate::config::{Network, Outcome};

/// What the public network does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetworkAct {
    /// Brings a call.
    Calls {
        /// The trunk line; without one, the first that is free.
        line: Option<DeviceNumber>,
        /// Who calls.
        from: Caller,
        /// What was dialled: a number that ends with that of a telephone, a group, voice mail or
        /// DISA.
        to: String,
    },
    /// The outside telephone rings.
    Rings(DeviceNumber),
    /// The outside telephone is answered.
    Answers(DeviceNumber),
    /// The outside telephone is busy.
    IsBusy(DeviceNumber),
    /// The outside party dials, after the answer: digits that DISA takes for a number, or tones
    /// for whoever has answered.
    Dials {
        /// The trunk line.
        line: DeviceNumber,
        /// What is dialled.
        digits: String,
    },
    /// The outside party hangs up.
    Releases(DeviceNumber),
    /// A trunk line fails.
    Fails(DeviceNumber),
    /// A trunk line works again.
    IsBack(DeviceNumber),
}

/// What the network tells of a caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caller {
    /// The number.
    Number(String),
    /// That the number must not be shown.
    Withheld,
    /// Nothing.
    Unknown,
}

impl Network {
    /// What happens with calls to a number.
    pub(super) fn outcome(&self, number: &str) -> Outcome {
        let rule = self.numbers.iter().find(|(begin, _)| number.starts_with(begin.as_str()));
        rule.map_or(self.otherwise, |(_, outcome)| *outcome)
    }
}

impl CallModel {
    /// Does what the public network does.
    pub(super) fn network(&mut self, act: NetworkAct) -> Result<(), Failure> {
        match act {
            NetworkAct::Calls { line, from, to } => self.call_in(line, from, &to),
            NetworkAct::Rings(line) => {
                let connection = self.outgoing(line)?;
                self.far_rings(connection);
                Ok(())
            }
            NetworkAct::Answers(line) => {
                let connection = self.outgoing(line)?;
                self.far_answers(connection);
                Ok(())
            }
            NetworkAct::IsBusy(line) => {
                let connection = self.outgoing(line)?;
                self.far_busy(connection);
                Ok(())
            }
            NetworkAct::Dials { line, digits } => {
                let connection = self.line(line)?;
                self.dial_from_outside(connection, &digits)
            }
            NetworkAct::Fails(line) | NetworkAct::IsBack(line)
                if line.kind() != DeviceKind::Trunk =>
            {
                Err(Failure::InvalidDevice)
            }
            NetworkAct::Fails(line) => self.take_out(line),
            NetworkAct::IsBack(line) => self.bring_back(line),
            NetworkAct::Releases(line) => {
                let connection = self.line(line)?;
                self.clear(connection, EventCause::NormalClearing);
                Ok(())
            }
        }
    }

    fn call_in(
        &mut self,
        line: Option<DeviceNumber>,
        from: Caller,
        to: &str,
    ) -> Result<(), Failure> {
        let line = match line {
            Some(line) => {
                let device = self.device(line).ok_or(Failure::InvalidDevice)?;
                if device.kind() != DeviceKind::Trunk {
                    return Err(Failure::InvalidDevice);
                }
                Some(line).filter(|_| device.in_service && device.calls.is_empty())
            }
            None => self.free_trunk(),
        };
        let line = line.ok_or(Failure::ResourceBusy)?;
        let called = self.direct_inward(to).ok_or(Failure::InvalidCalledDevice)?;
        let calling = match from {
            Caller::Number(number) => Number::Digits(number),
            Caller::Withheld => Number::Restricted,
            Caller::Unknown => Number::NotKnown,
        };
        let network_called = Some(Number::Digits(to.to_owned()));
        let parties = Parties {
            network_calling: Some(calling.clone()),
            network_called: network_called.clone(),
            associated_calling: Some(line),
            ..Parties::new(calling.clone(), Number::Device(called))
        };
        let call = self.open_call(parties, EventCause::NewCall)?;
        let mut connection = Connection::new(line, ConnectionState::Initiated);
        connection.outside = Some(calling);
        let own = self.join(call, connection);
        let what = What::ServiceInitiated { connection: own, network_called };
        self.tell_all(call, EventCause::NewCall, &what);
        self.set(own, ConnectionState::Connected);
        self.call_device(own, called, EventCause::NewCall);
        Ok(())
    }

    /// The device that is meant by a number dialled outside: the longest that ends it.
    fn direct_inward(&self, to: &str) -> Option<DeviceNumber> {
        let starts = to.char_indices().map(|(at, _)| at);
        starts.filter_map(|at| to.get(at..)).find_map(|end| self.dialled(end)).filter(|device| {
            !matches!(device.kind(), DeviceKind::ParkZone | DeviceKind::PickupGroup)
        })
    }

    /// The connection of a trunk line.
    fn line(&self, line: DeviceNumber) -> Result<ConnectionRef, Failure> {
        if line.kind() != DeviceKind::Trunk {
            return Err(Failure::InvalidDevice);
        }
        let call = self.device(line).ok_or(Failure::InvalidDevice)?.calls.first();
        Ok(ConnectionRef::new(*call.ok_or(Failure::NoActiveCall)?, line))
    }

    /// The connection of a trunk line by which an outside telephone is being called.
    fn outgoing(&self, line: DeviceNumber) -> Result<ConnectionRef, Failure> {
        let connection = self.line(line)?;
        let outgoing = self.parties(connection.call).associated_called == Some(line);
        let waits = self
            .connection(connection)
            .is_some_and(|own| own.state == ConnectionState::Connected && !own.far_answered);
        if outgoing && waits { Ok(connection) } else { Err(Failure::InvalidConnectionState) }
    }

    /// Lets the network do by itself what comes next in a call that goes out.
    pub(super) fn await_network(&mut self, connection: ConnectionRef) {
        let Some(line) = self.connection(connection) else {
            return;
        };
        let rings_after = self.config.network.rings_after;
        match (line.outcome, line.far_rings) {
            _ if line.far_answered => {}
            (Some(Outcome::Answers(after)), true) => {
                self.after(after, connection, Alarm::FarAnswers);
            }
            (Some(Outcome::Answers(_) | Outcome::Rings), false) => {
                self.after(rings_after, connection, Alarm::FarRings);
            }
            (Some(Outcome::Busy), _) => self.after(rings_after, connection, Alarm::FarBusy),
            (Some(Outcome::Silent | Outcome::Rings) | None, _) => {}
        }
    }

    pub(super) fn far_rings(&mut self, connection: ConnectionRef) {
        match self.connection_mut(connection) {
            Some(line) if !line.far_rings && !line.far_answered => line.far_rings = true,
            _ => return,
        }
        let parties = self.parties(connection.call);
        let what = What::Delivered { connection, parties };
        self.tell_all(connection.call, EventCause::NetworkSignal, &what);
        self.await_network(connection);
    }

    pub(super) fn far_answers(&mut self, connection: ConnectionRef) {
        if let Some(line) = self.connection_mut(connection) {
            line.far_rings = false;
            line.far_answered = true;
        }
        // A new stamp: whatever the network would have done does not happen now.
        self.set(connection, ConnectionState::Connected);
        let parties = self.parties(connection.call);
        let what = What::Established { connection, parties };
        self.tell_all(connection.call, EventCause::NetworkSignal, &what);
    }

    pub(super) fn far_busy(&mut self, connection: ConnectionRef) {
        if let Some(line) = self.connection_mut(connection) {
            line.far_rings = false;
        }
        self.fail_own(connection, EventCause::Busy);
    }
}
