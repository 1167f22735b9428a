//! Devices, connections and parties as CSTA names them.
//!
//! Telephones, groups and whatever else is dialled go by that number, trunk lines and the cordless
//! telephones of Super-Twins by their device number, outside parties by what is known of them.

use csta_codec::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, AssociatedNid, CalledDeviceId,
    CallingDeviceId, ConnectionEndpoint, ConnectionId, ConnectionListEntry, DeviceId,
    DeviceIdentifier, LocalConnectionState, NetworkCalledDeviceId, NetworkCallingDeviceId,
    RedirectionDeviceId, SubjectDeviceId,
};
use csta_codec::{Ia5String, OctetString};

use crate::model::{
    CallId, CallModel, ConnectionRef, ConnectionState, Device, DeviceKind, DeviceNumber, Failure,
    Moved, Number,
};

/// The four digits of a call, kept while a connection with it is written.
pub(super) struct CallDigits([u8; 4]);

impl CallDigits {
    pub(super) const fn new(call: CallId) -> Self {
        Self(call.digits())
    }
}

/// Names things in messages.
#[derive(Clone, Copy)]
pub(super) struct Naming<'a>(pub(super) &'a CallModel);

/// The device that a message means.
pub(super) enum Meant<'a> {
    /// A device that there is.
    Device(DeviceNumber),
    /// A number that is nobody's, or an outside one.
    Digits(&'a str),
    /// Nothing that can be understood.
    Unknown,
}

macro_rules! party {
    ($method:ident, $ty:ident) => {
        pub(super) fn $method(self, number: &'a Number) -> $ty<'a> {
            match number {
                Number::NotKnown => $ty::NotKnown,
                Number::Restricted => $ty::Restricted,
                _ => $ty::DeviceIdentifier(self.number(number)),
            }
        }
    };
}

impl<'a> Naming<'a> {
    /// A device as lists and events name it, with its user's name where that is wanted.
    pub(super) fn device(self, device: DeviceNumber) -> DeviceId<'a> {
        let mut id = self.plain(device);
        let name = self.0.device(device).map_or("", Device::name);
        let wanted = self.0.config().link.names && !name.is_empty();
        id.private_name = wanted.then_some(Ia5String::from(name));
        id
    }

    /// A device without its user's name, as connections have it.
    pub(super) fn plain(self, device: DeviceNumber) -> DeviceId<'a> {
        match self.0.device(device) {
            Some(own) if own.is_dialled() => DeviceId::dialing_number(own.dial()),
            _ => DeviceId::device_number(i64::from(device.raw())),
        }
    }

    pub(super) fn number(self, number: &'a Number) -> DeviceId<'a> {
        match number {
            Number::Device(device) => self.device(*device),
            Number::Digits(digits) => DeviceId::dialing_number(digits),
            Number::NotKnown | Number::Restricted => DeviceId::dialing_number(""),
        }
    }

    party!(calling, CallingDeviceId);
    party!(called, CalledDeviceId);
    party!(subject_number, SubjectDeviceId);
    party!(network_calling, NetworkCallingDeviceId);
    party!(network_called, NetworkCalledDeviceId);

    pub(super) fn subject(self, device: DeviceNumber) -> SubjectDeviceId<'a> {
        SubjectDeviceId::DeviceIdentifier(self.device(device))
    }

    pub(super) fn associated_calling(self, line: DeviceNumber) -> AssociatedCallingDeviceId<'a> {
        AssociatedCallingDeviceId::DeviceIdentifier(self.device(line))
    }

    pub(super) fn associated_called(self, line: DeviceNumber) -> AssociatedCalledDeviceId<'a> {
        AssociatedCalledDeviceId::DeviceIdentifier(self.device(line))
    }

    pub(super) fn redirection(self, number: Option<&'a Number>) -> RedirectionDeviceId<'a> {
        match number {
            None => RedirectionDeviceId::NotRequired,
            Some(Number::NotKnown) => RedirectionDeviceId::NotKnown,
            Some(Number::Restricted) => RedirectionDeviceId::Restricted,
            Some(number) => RedirectionDeviceId::Numberdialed(self.number(number)),
        }
    }

    pub(super) fn connection<'b>(
        self,
        digits: &'b CallDigits,
        device: DeviceNumber,
    ) -> ConnectionId<'b>
    where
        'a: 'b,
    {
        ConnectionId::new(OctetString(&digits.0), self.plain(device))
    }

    /// An entry of the list of connections after a transfer or conference. `digits` are those of
    /// the new and of the old call.
    pub(super) fn entry<'b>(
        self,
        moved: &'b Moved,
        digits: &'b (CallDigits, CallDigits),
    ) -> ConnectionListEntry<'b>
    where
        'a: 'b,
    {
        // A telephone is named by its connection; twice is too long for three in one message.
        let endpoint = match &moved.endpoint {
            Number::NotKnown => Some(ConnectionEndpoint::NotKnown),
            Number::Restricted => Some(ConnectionEndpoint::Restricted),
            Number::Digits(_) => Some(ConnectionEndpoint::DeviceId(self.number(&moved.endpoint))),
            Number::Device(_) => None,
        };
        let line = !moved.new.device.kind().is_station();
        let line = line.then(|| self.device(moved.new.device));
        let mut entry = ConnectionListEntry::new();
        entry.new_connection = Some(self.connection(&digits.0, moved.new.device));
        entry.old_connection = Some(self.connection(&digits.1, moved.old.device));
        entry.endpoint = endpoint;
        entry.associated_nid = line.map(AssociatedNid::DeviceId);
        entry
    }

    /// The device that a message means: by the number that is dialled or the device number.
    pub(super) fn meant<'b>(self, device: &DeviceId<'b>) -> Meant<'b> {
        match device.device_identifier {
            DeviceIdentifier::DialingNumber(Ia5String(digits)) => match str::from_utf8(digits) {
                Ok(digits) => match self.0.dialled(digits) {
                    Some(device) => Meant::Device(device),
                    None => Meant::Digits(digits),
                },
                Err(_) => Meant::Unknown,
            },
            DeviceIdentifier::DeviceNumber(number) => u32::try_from(number)
                .ok()
                .and_then(DeviceNumber::from_raw)
                .filter(|number| self.0.device(*number).is_some())
                .map_or(Meant::Unknown, Meant::Device),
            _ => Meant::Unknown,
        }
    }

    /// A device that there is.
    pub(super) fn known(
        self,
        device: &DeviceId<'_>,
        failure: Failure,
    ) -> Result<DeviceNumber, Failure> {
        match self.meant(device) {
            Meant::Device(device) => Ok(device),
            Meant::Digits(_) | Meant::Unknown => Err(failure),
        }
    }

    /// What is to be dialled to reach a device.
    pub(super) fn dialled(self, device: &DeviceId<'_>) -> Option<String> {
        match self.meant(device) {
            Meant::Device(number) => {
                let device = self.0.device(number);
                let device = device.filter(|device| device.kind() != DeviceKind::Trunk)?;
                Some(device.dial().to_owned())
            }
            Meant::Digits(digits) => Some(digits.to_owned()),
            Meant::Unknown => None,
        }
    }

    /// A connection in a request: both its call and its device have to be named.
    pub(super) fn read(self, connection: &ConnectionId<'_>) -> Result<ConnectionRef, Failure> {
        let device = connection.device().ok_or(Failure::InvalidConnection)?;
        let device = self.known(device, Failure::InvalidConnection)?;
        Ok(ConnectionRef::new(read_call(connection)?, device))
    }
}

/// The call of a connection in a request.
pub(super) fn read_call(connection: &ConnectionId<'_>) -> Result<CallId, Failure> {
    let call = connection.call().ok_or(Failure::InvalidConnection)?;
    CallId::parse(call.as_bytes()).ok_or(Failure::InvalidConnection)
}

/// A state as CSTA numbers it.
pub(super) const fn local_state(state: ConnectionState) -> LocalConnectionState {
    match state {
        ConnectionState::Null => LocalConnectionState::Null,
        ConnectionState::Initiated => LocalConnectionState::Initiated,
        ConnectionState::Alerting => LocalConnectionState::Alerting,
        ConnectionState::Connected => LocalConnectionState::Connected,
        ConnectionState::Hold => LocalConnectionState::Hold,
        ConnectionState::Queued => LocalConnectionState::Queued,
        ConnectionState::Fail => LocalConnectionState::Fail,
    }
}
