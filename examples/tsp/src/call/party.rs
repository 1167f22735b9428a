//! Who takes part in a call, as an application shows it.

use std::fmt;

use csta_codec::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, CalledDeviceId, CallingDeviceId,
    ConnectionEndpoint, ConnectionId, DeviceId, DeviceIdentifier, NetworkCalledDeviceId,
    NetworkCallingDeviceId, PrivateTon, PublicTon, RedirectionDeviceId, SubjectDeviceId,
};
use kme_private::DeviceNumber;
use numfmt::{Formatter, List};
use serde::{Serialize, Serializer};

use crate::Directory;

/// One end of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Party {
    /// Who it is.
    pub identity: Identity,
    /// What the user is called, if the switch tells it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Who a [`Party`] is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Identity {
    /// The switch says nothing of it.
    #[default]
    NotKnown,
    /// It does not want to be known.
    Withheld,
    /// A number that can be shown, and mostly dialled.
    Number(String),
    /// A device that has no number to dial, by its device number. It is shown by its kind and
    /// index, such as `trunk-line/3`.
    Device(i64),
}

impl Party {
    /// Nothing is known of it.
    pub const NOT_KNOWN: Self = Self { identity: Identity::NotKnown, name: None };

    /// The number, if there is one.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        match &self.identity {
            Identity::Number(number) => Some(number),
            Identity::NotKnown | Identity::Withheld | Identity::Device(_) => None,
        }
    }

    /// Whether the switch tells anything of it.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        !matches!(self.identity, Identity::NotKnown)
    }

    /// Whether it is shown under this number or device.
    pub(crate) fn is_called(&self, who: &str) -> bool {
        match &self.identity {
            Identity::Number(number) => number == who,
            Identity::Device(_) => self.identity.to_string() == who,
            Identity::NotKnown | Identity::Withheld => false,
        }
    }

    /// Takes over what is known of another, if anything is.
    pub(crate) fn learn(&mut self, other: Self) {
        if other.is_known() {
            let name =
                other.name.or_else(|| self.name.take().filter(|_| self.identity == other.identity));
            *self = Self { identity: other.identity, name };
        }
    }

    /// As an application is to see it: a device by the number that is dialled for it, and its
    /// number as the rules of a list make it; without one if they suppress it.
    #[must_use]
    pub fn shown(&self, directory: &Directory, numbers: &Formatter, list: List) -> Self {
        let named = directory.named(self);
        let Identity::Number(number) = &named.identity else {
            return named.into_owned();
        };
        let number = numbers.format(list, number);
        if number.is_empty() {
            return Self::NOT_KNOWN;
        }
        Self { identity: Identity::Number(number.into_owned()), name: named.name.clone() }
    }
}

impl From<Identity> for Party {
    fn from(identity: Identity) -> Self {
        Self { identity, name: None }
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotKnown => f.pad("?"),
            Self::Withheld => f.pad("withheld"),
            Self::Number(number) => f.pad(number),
            Self::Device(device) => match DeviceNumber::try_from(*device) {
                Ok(device) => f.pad(&device.to_string()),
                Err(_) => f.pad(&format!("{device:#x}")),
            },
        }
    }
}

/// As it is shown; null if nothing is known.
impl Serialize for Identity {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::NotKnown => to.serialize_none(),
            known => to.collect_str(known),
        }
    }
}

/// Its number or what stands for it, without its name.
impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.identity.fmt(f)
    }
}

impl From<&DeviceIdentifier<'_>> for Identity {
    fn from(identifier: &DeviceIdentifier<'_>) -> Self {
        match identifier {
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

impl From<&DeviceId<'_>> for Party {
    fn from(device: &DeviceId<'_>) -> Self {
        let name = device.private_name.map(|name| name.to_string().trim().to_owned());
        Self {
            identity: (&device.device_identifier).into(),
            name: name.filter(|name| !name.is_empty()),
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
                    $choice::Restricted => Identity::Withheld.into(),
                    $choice::NotKnown | $choice::Unrecognised(_) => Self::NOT_KNOWN,
                }
            }
        })*
    };
}

from_device!(
    AssociatedCalledDeviceId,
    AssociatedCallingDeviceId,
    CalledDeviceId,
    CallingDeviceId,
    NetworkCalledDeviceId,
    NetworkCallingDeviceId,
    SubjectDeviceId
);

impl From<&RedirectionDeviceId<'_>> for Party {
    fn from(device: &RedirectionDeviceId<'_>) -> Self {
        match device {
            RedirectionDeviceId::Numberdialed(device) => device.into(),
            RedirectionDeviceId::Restricted => Identity::Withheld.into(),
            RedirectionDeviceId::NotKnown
            | RedirectionDeviceId::NotRequired
            | RedirectionDeviceId::NotSpecified
            | RedirectionDeviceId::Unrecognised(_) => Self::NOT_KNOWN,
        }
    }
}

impl From<&ConnectionEndpoint<'_>> for Party {
    fn from(endpoint: &ConnectionEndpoint<'_>) -> Self {
        match endpoint {
            ConnectionEndpoint::DeviceId(device) => device.into(),
            ConnectionEndpoint::Restricted => Identity::Withheld.into(),
            ConnectionEndpoint::NotKnown | ConnectionEndpoint::Unrecognised(_) => Self::NOT_KNOWN,
        }
    }
}

/// The device in the connection.
impl From<&ConnectionId<'_>> for Party {
    fn from(connection: &ConnectionId<'_>) -> Self {
        connection.device().map_or(Self::NOT_KNOWN, Self::from)
    }
}
