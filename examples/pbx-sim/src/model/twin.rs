//! Telephones and Super-Twins: two telephones, one on the desk and a cordless one, under one
//! number.

use csta_codec::types::EventCause;

use super::{
    CallModel, Calls, Connection, ConnectionRef, ConnectionState, Device, DeviceNumber, Hook,
    Number, What,
};

impl CallModel {
    /// A telephone and its twin, as far as they are plugged in.
    pub(super) fn telephones(&self, device: &Device) -> Vec<DeviceNumber> {
        let both = [Some(device.number), device.twin];
        let in_service =
            |number: &DeviceNumber| self.device(*number).is_some_and(Device::in_service);
        both.into_iter().flatten().filter(in_service).collect()
    }

    /// Whether a telephone would take another call, or why it would not. Twins have one user: if
    /// one is busy, so is the other.
    pub(super) fn reach_station(&self, device: &Device) -> Result<(), EventCause> {
        let telephones = self.telephones(device);
        let off_hook = telephones.iter().any(|own| self.hook(*own) != Hook::On);
        let rings = telephones.iter().any(|own| {
            self.connections_of(*own)
                .any(|(_, own)| own.state == ConnectionState::Alerting || own.prompt.is_some())
        });
        let waits = device.call_waiting && self.talking(device).is_some();
        if telephones.is_empty() {
            Err(EventCause::DestOutOfOrder)
        } else if device.settings.do_not_disturb() == Some(Calls::All) {
            Err(EventCause::DoNotDisturb)
        } else if rings || (off_hook && !waits) {
            Err(EventCause::Busy)
        } else {
            Ok(())
        }
    }

    /// The connection in which a telephone or its twin talks.
    pub(super) fn talking(&self, device: &Device) -> Option<ConnectionRef> {
        let mut both = self.telephones(device).into_iter();
        both.find_map(|own| self.first(own, ConnectionState::Connected))
    }

    /// What rings when a device is called: the one that talks already, or both twins.
    pub(super) fn ringing_telephones(&self, number: DeviceNumber) -> Vec<DeviceNumber> {
        match self.device(number) {
            Some(device) if number.kind().is_station() => match self.talking(device) {
                Some(talking) => vec![talking.device],
                None => self.telephones(device),
            },
            _ => vec![number],
        }
    }

    /// Takes over the call in which the twin of a telephone talks, if it can be taken: not a
    /// conference, and not while the twin consults somebody.
    pub(super) fn take_from_twin(&mut self, station: DeviceNumber) -> Option<()> {
        let twin = self.device(station)?.twin?;
        let old = self.first(twin, ConnectionState::Connected)?;
        let members = self.members(old.call);
        let joined = members.iter().all(|(_, state)| state.is_joined());
        if members.len() != 2 || !joined || self.consulting(twin).is_some() {
            return None;
        }
        if let Some(active) = self.active(station) {
            if self.state(active) != ConnectionState::Initiated {
                return None;
            }
            self.clear(active, EventCause::NormalClearing); // it has only dial tone
        }
        let parties = self.parties(old.call);
        self.leave(old)?;
        let connection = self.join(old.call, Connection::new(station, ConnectionState::Connected));
        self.off_hook(station);
        self.set_hook(twin, Hook::On);
        let (cause, new_destination) =
            (EventCause::Redirected, Number::Device(self.public(station)));
        self.tell_all(old.call, cause, &What::Established { connection, parties: parties.clone() });
        let what = What::Diverted { connection: old, new_destination, parties };
        self.tell(twin, ConnectionState::Null, cause, what);
        Some(())
    }
}
