//! Connections: the relation between a call and a device.
//!
//! The ASN.1 module is `CSTA-call-connection-identifiers`.

use crate::types::DeviceId;
use crate::{OctetString, choice, sequence};

sequence! {
    /// A call and a device in it.
    pub struct ConnectionIdBoth<'a> "ConnectionIDBoth" {
        call_id "callID" [0 IMPLICIT]: CallId<'a>,
        device_id "deviceID" [1 EXPLICIT]: LocalDeviceId<'a>,
    }
}

choice! {
    /// A connection: the relation between a call and a device.
    ///
    /// Panasonic switches give call and device, see [`ConnectionId::new`].
    pub enum ConnectionId<'a> "ConnectionID" [APPLICATION 11 EXPLICIT] {
        CallId "callID" [0 IMPLICIT]: CallId<'a>,
        DeviceId "deviceID" [1 EXPLICIT]: LocalDeviceId<'a>,
        Both "both": ConnectionIdBoth<'a>,
    }
}

/// A call. Panasonic switches give four decimal digits and use them again.
pub type CallId<'a> = OctetString<'a>;

choice! {
    /// A device as a [`ConnectionId`] names it.
    pub enum LocalDeviceId<'a> "LocalDeviceID" {
        StaticId "staticID": DeviceId<'a>,
        DynamicId "dynamicID" [3 IMPLICIT]: OctetString<'a>,
    }
}

impl<'a> ConnectionId<'a> {
    /// The connection of a device in a call.
    #[must_use]
    pub const fn new(call: CallId<'a>, device: DeviceId<'a>) -> Self {
        Self::Both(ConnectionIdBoth::new(call, LocalDeviceId::StaticId(device)))
    }

    /// The call, if it is named.
    #[must_use]
    pub const fn call(&self) -> Option<CallId<'a>> {
        match self {
            Self::CallId(call) => Some(*call),
            Self::Both(both) => Some(both.call_id),
            Self::DeviceId(_) | Self::Unrecognised(_) => None,
        }
    }

    /// The device, if it is named by a [`DeviceId`].
    #[must_use]
    pub const fn device(&self) -> Option<&DeviceId<'a>> {
        let device = match self {
            Self::DeviceId(device) => device,
            Self::Both(both) => &both.device_id,
            Self::CallId(_) | Self::Unrecognised(_) => return None,
        };
        match device {
            LocalDeviceId::StaticId(device) => Some(device),
            LocalDeviceId::DynamicId(_) | LocalDeviceId::Unrecognised(_) => None,
        }
    }
}
