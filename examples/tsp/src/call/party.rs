//! Who takes part in a call, as an application shows it.

use csta_codec::types::{
    CalledDeviceId, CallingDeviceId, ConnectionId, DeviceId, DeviceIdentifier, PrivateTon,
    PublicTon, RedirectionDeviceId, SubjectDeviceId,
};

/// One end of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Party {
    /// The switch says nothing of it.
    #[default]
    NotKnown,
    /// It does not want to be known.
    Withheld,
    /// A number that can be shown, and mostly dialled.
    Number(String),
    /// A device that has no number to dial, such as a trunk line, by its device number.
    Device(i64),
}

impl Party {
    /// The number, if there is one.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        match self {
            Self::Number(number) => Some(number),
            Self::NotKnown | Self::Withheld | Self::Device(_) => None,
        }
    }

    /// Whether the switch tells anything of it.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::NotKnown)
    }
}

impl std::fmt::Display for Party {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotKnown => f.pad("?"),
            Self::Withheld => f.pad("withheld"),
            Self::Number(number) => f.pad(number),
            Self::Device(device) => f.pad(&format!("{device:#010x}")),
        }
    }
}

impl From<&DeviceId<'_>> for Party {
    fn from(device: &DeviceId<'_>) -> Self {
        match &device.device_identifier {
            DeviceIdentifier::DialingNumber(number)
            | DeviceIdentifier::ImplicitPublic(number)
            | DeviceIdentifier::ImplicitPrivate(number) => Self::Number(number.to_string()),
            DeviceIdentifier::ExplicitPublic(number) => match number {
                PublicTon::International(number) => Self::Number(format!("+{number}")),
                PublicTon::Unknown(number)
                | PublicTon::National(number)
                | PublicTon::NetworkSpecific(number)
                | PublicTon::Subscriber(number)
                | PublicTon::Abbreviated(number) => Self::Number(number.to_string()),
                PublicTon::Unrecognised(_) => Self::NotKnown,
            },
            DeviceIdentifier::ExplicitPrivate(number) => match number {
                PrivateTon::Unknown(number)
                | PrivateTon::Level3RegionalNumber(number)
                | PrivateTon::Level2RegionalNumber(number)
                | PrivateTon::Level1RegionalNumber(number)
                | PrivateTon::PtnSpecificNumber(number)
                | PrivateTon::LocalNumber(number)
                | PrivateTon::Abbreviated(number) => Self::Number(number.to_string()),
                PrivateTon::Unrecognised(_) => Self::NotKnown,
            },
            DeviceIdentifier::DeviceNumber(number) => Self::Device(*number),
            DeviceIdentifier::Other(_) | DeviceIdentifier::Unrecognised(_) => Self::NotKnown,
        }
    }
}

/// The alternatives that these types have in common.
macro_rules! from_device {
    ($($choice:ident),*) => {
        $(impl From<&$choice<'_>> for Party {
            fn from(device: &$choice<'_>) -> Self {
                match device {
                    $choice::DeviceIdentifier(device) => device.into(),
                    $choice::Restricted => Self::Withheld,
                    $choice::NotKnown | $choice::Unrecognised(_) => Self::NotKnown,
                }
            }
        })*
    };
}

from_device!(CallingDeviceId, CalledDeviceId, SubjectDeviceId);

impl From<&RedirectionDeviceId<'_>> for Party {
    fn from(device: &RedirectionDeviceId<'_>) -> Self {
        match device {
            RedirectionDeviceId::Numberdialed(device) => device.into(),
            RedirectionDeviceId::Restricted => Self::Withheld,
            RedirectionDeviceId::NotKnown
            | RedirectionDeviceId::NotRequired
            | RedirectionDeviceId::NotSpecified
            | RedirectionDeviceId::Unrecognised(_) => Self::NotKnown,
        }
    }
}

impl From<&ConnectionId<'_>> for Party {
    fn from(connection: &ConnectionId<'_>) -> Self {
        connection.device().map_or(Self::NotKnown, Self::from)
    }
}
