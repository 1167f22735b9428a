//! Devices: telephones and trunk lines.

use core::fmt;

use super::CallId;

/// A device of the switch: the high 16 bits are its kind, the low ones its index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceNumber(u32);

impl DeviceNumber {
    /// The device of a kind and an index.
    #[must_use]
    pub const fn new(kind: DeviceKind, index: u16) -> Self {
        Self((kind.code() as u32) << 16 | index as u32)
    }

    /// The device of a number, if the number is of a kind that is known.
    #[must_use]
    pub const fn from_raw(number: u32) -> Option<Self> {
        match DeviceKind::from_code((number >> 16) as u16) {
            Some(_) => Some(Self(number)),
            None => None,
        }
    }

    /// The number.
    #[must_use]
    pub const fn raw(self) -> u32 {
        self.0
    }

    /// The kind, from the high 16 bits.
    #[must_use]
    pub const fn kind(self) -> DeviceKind {
        match DeviceKind::from_code((self.0 >> 16) as u16) {
            Some(kind) => kind,
            None => DeviceKind::Extension, // `new` and `from_raw` make no other
        }
    }
}

impl fmt::Display for DeviceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08X}", self.0)
    }
}

impl fmt::Debug for DeviceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a device is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceKind {
    /// A desk telephone.
    Extension,
    /// A cordless (DECT) telephone, whose user must press a key to go off-hook.
    Portable,
    /// A line to the public network.
    Trunk,
}

impl DeviceKind {
    /// The high 16 bits of its device numbers.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Self::Extension => 0x0111,
            Self::Portable => 0x0121,
            Self::Trunk => 0x0131,
        }
    }

    const fn from_code(code: u16) -> Option<Self> {
        match code {
            0x0111 => Some(Self::Extension),
            0x0121 => Some(Self::Portable),
            0x0131 => Some(Self::Trunk),
            _ => None,
        }
    }

    /// Whether somebody telephones with it.
    #[must_use]
    pub const fn is_station(self) -> bool {
        matches!(self, Self::Extension | Self::Portable)
    }
}

/// How a telephone is off-hook, or that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hook {
    /// The handset lies on it, the loudspeaker is off.
    On,
    /// Off-hook by loudspeaker: it goes on-hook by itself when its call ends.
    HandsFree,
    /// The handset is lifted: only its user can put it back.
    Lifted,
}

/// A device and what is known of it.
#[derive(Clone, Debug)]
pub struct Device {
    pub(super) number: DeviceNumber,
    pub(super) dial: String,
    pub(super) name: String,
    pub(super) hands_free: bool,
    pub(super) call_waiting: bool,
    pub(super) progress: bool,
    pub(super) in_service: bool,
    pub(super) hook: Hook,
    /// The calls it has a connection in, the oldest first.
    pub(super) calls: Vec<CallId>,
}

impl Device {
    /// Its device number.
    #[must_use]
    pub const fn number(&self) -> DeviceNumber {
        self.number
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> DeviceKind {
        self.number.kind()
    }

    /// The number by which it is dialled; of a trunk line, the one under which it is listed.
    #[must_use]
    pub fn dial(&self) -> &str {
        &self.dial
    }

    /// The name of its user.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether and how it is off-hook.
    #[must_use]
    pub const fn hook(&self) -> Hook {
        self.hook
    }

    /// Whether it is plugged in.
    #[must_use]
    pub const fn in_service(&self) -> bool {
        self.in_service
    }

    /// The calls it takes part in, the oldest first.
    #[must_use]
    pub fn calls(&self) -> &[CallId] {
        &self.calls
    }
}
