//! Devices: telephones, trunk lines, and what else calls go to.

use core::fmt;

use super::CallId;
use super::Settings;
use super::call_back::CallBacks;

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

    /// The index, from the low 16 bits.
    #[must_use]
    pub const fn index(self) -> u16 {
        (self.0 & 0xFFFF) as u16
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
///
/// Panasonic's numbers of extensions, portables, trunk lines and DISA are known; those of the
/// other kinds are this simulator's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeviceKind {
    /// A desk telephone.
    Extension,
    /// A cordless (DECT) telephone, whose user must press a key to go off-hook.
    Portable,
    /// A line to the public network.
    Trunk,
    /// What answers outside callers and lets them dial on (direct inward system access).
    Disa,
    /// A group of telephones with one number.
    Group,
    /// A group of telephones whose users answer for each other.
    PickupGroup,
    /// A place where calls are parked.
    ParkZone,
    /// What answers instead of somebody and takes a message.
    VoiceMail,
}

impl DeviceKind {
    /// The high 16 bits of its device numbers.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Self::Extension => 0x0111,
            Self::Portable => 0x0121,
            Self::Trunk => 0x0131,
            Self::Disa => 0x0155,
            Self::Group => 0x0161,
            Self::PickupGroup => 0x0162,
            Self::ParkZone => 0x0163,
            Self::VoiceMail => 0x0164,
        }
    }

    const fn from_code(code: u16) -> Option<Self> {
        match code {
            0x0111 => Some(Self::Extension),
            0x0121 => Some(Self::Portable),
            0x0131 => Some(Self::Trunk),
            0x0155 => Some(Self::Disa),
            0x0161 => Some(Self::Group),
            0x0162 => Some(Self::PickupGroup),
            0x0163 => Some(Self::ParkZone),
            0x0164 => Some(Self::VoiceMail),
            _ => None,
        }
    }

    /// The device of which there is one at most.
    pub(super) const fn first(self) -> DeviceNumber {
        DeviceNumber::new(self, 1)
    }

    /// Whether somebody telephones with it.
    #[must_use]
    pub const fn is_station(self) -> bool {
        matches!(self, Self::Extension | Self::Portable)
    }

    /// Whether calls can be forwarded to it.
    pub(super) const fn takes_forwarded(self) -> bool {
        self.is_station() || matches!(self, Self::Group | Self::VoiceMail)
    }

    /// Whether it answers by itself.
    #[must_use]
    pub const fn is_service(self) -> bool {
        matches!(self, Self::VoiceMail | Self::Disa)
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
    /// Whether others may break into its calls.
    pub(super) intrusion: bool,
    /// The other telephone with the same number.
    pub(super) twin: Option<DeviceNumber>,
    /// The groups it rings in.
    pub(super) groups: Vec<DeviceNumber>,
    /// Its pick-up group.
    pub(super) pickup_group: Option<DeviceNumber>,
    /// Of a group or pick-up group: who belongs to it.
    pub(super) members: Vec<DeviceNumber>,
    pub(super) call_backs: CallBacks,
    /// What is set at it; of a Super-Twin, at the one on the desk.
    pub(super) settings: Settings,
    /// Whether it was told that it rings.
    pub(super) rings: bool,
    pub(super) progress: bool,
    /// How many calls it can have, if it answers by itself.
    pub(super) ports: usize,
    pub(super) in_service: bool,
    pub(super) hook: Hook,
    /// The calls it has a connection in, the oldest first.
    pub(super) calls: Vec<CallId>,
}

impl Device {
    /// A device with nothing set.
    pub(super) const fn plain(number: DeviceNumber) -> Self {
        Self {
            number,
            dial: String::new(),
            name: String::new(),
            hands_free: false,
            call_waiting: false,
            intrusion: true,
            twin: None,
            groups: Vec::new(),
            pickup_group: None,
            members: Vec::new(),
            call_backs: CallBacks::new(),
            settings: Settings::new(),
            rings: false,
            progress: false,
            ports: 0,
            in_service: true,
            hook: Hook::On,
            calls: Vec::new(),
        }
    }

    /// Whether it cannot call by itself but prompts its user to go off-hook. A cordless telephone
    /// always does, one with a handset only where that is wanted.
    pub(super) const fn prompts(&self, prompt: bool) -> bool {
        let cordless = matches!(self.kind(), DeviceKind::Portable);
        matches!(self.hook, Hook::On) && (cordless || (prompt && !self.hands_free))
    }

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

    /// Whether it is the one that is reached by its number: not a trunk line, and not the cordless
    /// telephone of a Super-Twin.
    #[must_use]
    pub const fn is_dialled(&self) -> bool {
        let twin = matches!(self.kind(), DeviceKind::Portable) && self.twin.is_some();
        !twin && !matches!(self.kind(), DeviceKind::Trunk)
    }

    /// The other telephone with the same number: of a desk telephone its cordless one (together
    /// they are a Super-Twin), and the other way round.
    #[must_use]
    pub const fn twin(&self) -> Option<DeviceNumber> {
        self.twin
    }

    /// Who belongs to it, if it is a group or pick-up group.
    #[must_use]
    pub fn members(&self) -> &[DeviceNumber] {
        &self.members
    }

    /// The name of its user.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is set at it.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The groups it rings in.
    #[must_use]
    pub fn groups(&self) -> &[DeviceNumber] {
        &self.groups
    }

    /// Whether it can go off-hook by loudspeaker, without its user.
    #[must_use]
    pub const fn is_hands_free(&self) -> bool {
        self.hands_free
    }

    /// Whether its keys can be pressed and its lamps seen: those of a telephone on a desk.
    #[must_use]
    pub const fn has_keys(&self) -> bool {
        matches!(self.kind(), DeviceKind::Extension)
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
