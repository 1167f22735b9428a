//! Device numbers: the kind of a device and its index.

use core::fmt;
use core::str::FromStr;

use csta_codec::types::{DeviceId, DeviceIdentifier};

/// A device number of a Panasonic switch: 32 bits, of which the high 16 are the kind of the device
/// and the low 16 its index within the kind.
///
/// The kinds are observed, by a client in use; others exist. Trunk lines have no other name in
/// events, and extensions can be monitored by it. It says nothing about the number that is
/// dialled, see [`DeviceDirectory`](crate::DeviceDirectory).
///
/// It shows as kind and index, and is read from that or from its 32 bits in hexadecimal:
///
/// ```
/// use kme_private::{DeviceKind, DeviceNumber};
///
/// let device = DeviceNumber::new(DeviceKind::Extension, 18);
/// assert_eq!(u32::from(device), 0x0111_0012);
/// assert_eq!(device.to_string(), "extension/18");
/// assert_eq!("extension/18".parse(), Ok(device));
/// assert_eq!("0x01110012".parse(), Ok(device));
/// assert_eq!(DeviceNumber::from(0x0166_0001).to_string(), "0x0166/1");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceNumber(u32);

impl DeviceNumber {
    /// The device of this kind and index.
    #[must_use]
    pub const fn new(kind: DeviceKind, index: u16) -> Self {
        Self((kind.code() as u32) << 16 | index as u32)
    }

    /// The device number by which a device is named, if it is.
    #[must_use]
    pub fn of(device: &DeviceId<'_>) -> Option<Self> {
        match device.device_identifier {
            DeviceIdentifier::DeviceNumber(number) => Self::try_from(number).ok(),
            _ => None,
        }
    }

    /// The kind of the device.
    #[must_use]
    pub const fn kind(self) -> DeviceKind {
        DeviceKind::from_code((self.0 >> 16) as u16)
    }

    /// The index of the device within its kind.
    #[must_use]
    pub const fn index(self) -> u16 {
        self.0 as u16
    }

    /// The device as requests name it.
    ///
    /// ```
    /// use csta_codec::Ber;
    /// use kme_private::{DeviceKind, DeviceNumber};
    ///
    /// let trunk_line = DeviceNumber::new(DeviceKind::TrunkLine, 1).to_device_id();
    /// assert_eq!(trunk_line.encode(), [0x30, 0x06, 0x81, 0x04, 0x01, 0x31, 0x00, 0x01]);
    /// ```
    #[must_use]
    pub const fn to_device_id(self) -> DeviceId<'static> {
        DeviceId::device_number(self.0 as i64)
    }
}

impl From<u32> for DeviceNumber {
    fn from(number: u32) -> Self {
        Self(number)
    }
}

impl From<DeviceNumber> for u32 {
    fn from(device: DeviceNumber) -> Self {
        device.0
    }
}

/// From the number in a [`DeviceIdentifier`].
impl TryFrom<i64> for DeviceNumber {
    type Error = DeviceNumberError;

    fn try_from(number: i64) -> Result<Self, DeviceNumberError> {
        u32::try_from(number).map(Self).map_err(|_| DeviceNumberError::OutOfRange)
    }
}

impl fmt::Display for DeviceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind(), self.index())
    }
}

impl fmt::Debug for DeviceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for DeviceNumber {
    type Err = DeviceNumberError;

    fn from_str(text: &str) -> Result<Self, DeviceNumberError> {
        let Some((kind, index)) = text.split_once('/') else {
            return hexadecimal(text).map(Self).ok_or(DeviceNumberError::Syntax);
        };
        let index = digits(index).ok_or(DeviceNumberError::Syntax)?;
        let index = index.parse().map_err(|_| DeviceNumberError::OutOfRange)?;
        Ok(Self::new(kind.parse()?, index))
    }
}

/// The kind of a device, the high 16 bits of its device number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeviceKind {
    /// A telephone with a wire, 0x0111.
    Extension,
    /// A cordless telephone of the switch, 0x0121.
    PortableStation,
    /// A line to the public network, 0x0131.
    TrunkLine,
    /// A way into the switch for outside callers, 0x0155.
    Disa,
    /// A kind that is not known.
    Unknown(u16),
}

impl DeviceKind {
    /// The kinds that are known, with what they show as.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Extension, "extension"),
        (Self::PortableStation, "portable-station"),
        (Self::TrunkLine, "trunk-line"),
        (Self::Disa, "disa"),
    ];

    /// The kind of these 16 bits.
    #[must_use]
    pub const fn from_code(code: u16) -> Self {
        match code {
            0x0111 => Self::Extension,
            0x0121 => Self::PortableStation,
            0x0131 => Self::TrunkLine,
            0x0155 => Self::Disa,
            _ => Self::Unknown(code),
        }
    }

    /// Its 16 bits.
    #[must_use]
    pub const fn code(self) -> u16 {
        match self {
            Self::Extension => 0x0111,
            Self::PortableStation => 0x0121,
            Self::TrunkLine => 0x0131,
            Self::Disa => 0x0155,
            Self::Unknown(code) => code,
        }
    }
}

impl fmt::Display for DeviceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Self::ALL.iter().find(|(kind, _)| kind == self) {
            Some((_, name)) => f.pad(name),
            None => write!(f, "0x{:04X}", self.code()),
        }
    }
}

impl FromStr for DeviceKind {
    type Err = DeviceNumberError;

    fn from_str(text: &str) -> Result<Self, DeviceNumberError> {
        if let Some((kind, _)) = Self::ALL.iter().find(|(_, name)| *name == text) {
            return Ok(*kind);
        }
        let code = hexadecimal(text).ok_or(DeviceNumberError::UnknownKind)?;
        u16::try_from(code).map(Self::from_code).map_err(|_| DeviceNumberError::OutOfRange)
    }
}

/// Text or a number that is no device number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DeviceNumberError {
    /// Neither kind and index nor 32 bits in hexadecimal.
    #[error("a device number is written as kind/index or 0x with eight hexadecimal digits")]
    Syntax,
    /// A kind that has no such name.
    #[error("a kind of device is written by its name or as 0x with four hexadecimal digits")]
    UnknownKind,
    /// More than the bits can hold.
    #[error("a device number has 32 bits, its kind and index 16 each")]
    OutOfRange,
}

fn hexadecimal(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("0x")?;
    let all = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if all { u32::from_str_radix(digits, 16).ok() } else { None }
}

/// The text, if it is decimal digits.
fn digits(text: &str) -> Option<&str> {
    let all = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    all.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_both_ways() {
        for (number, text) in [
            (0x0111_0065, "extension/101"),
            (0x0121_0001, "portable-station/1"),
            (0x0131_FFFF, "trunk-line/65535"),
            (0x0155_0000, "disa/0"),
            (0x0000_0001, "0x0000/1"),
            (0xFFFF_FFFF, "0xFFFF/65535"),
        ] {
            let device = DeviceNumber::from(number);
            assert_eq!(device.to_string(), text);
            assert_eq!(text.parse(), Ok(device));
            assert_eq!(format!("0x{number:08x}").parse(), Ok(device));
            assert_eq!(DeviceNumber::new(device.kind(), device.index()), device);
            assert_eq!(DeviceNumber::of(&device.to_device_id()), Some(device));
        }
    }

    #[test]
    fn a_known_kind_in_hexadecimal_is_that_kind() {
        assert_eq!("0x0131/7".parse(), Ok(DeviceNumber::new(DeviceKind::TrunkLine, 7)));
    }

    #[test]
    fn other_text_is_an_error() {
        for text in ["", "101", "0x", "0x+1", "extension", "extension/", "extension/-1", "x/y"] {
            assert_eq!(text.parse::<DeviceNumber>(), Err(DeviceNumberError::Syntax), "{text}");
        }
        let error = |text: &str| text.parse::<DeviceNumber>().unwrap_err();
        assert_eq!(error("extension/65536"), DeviceNumberError::OutOfRange);
        assert_eq!(error("0x10000/1"), DeviceNumberError::OutOfRange);
        assert_eq!(error("fax/1"), DeviceNumberError::UnknownKind);
        assert_eq!(DeviceNumber::try_from(-1_i64), Err(DeviceNumberError::OutOfRange));
        assert_eq!(DeviceNumber::try_from(1_i64 << 32), Err(DeviceNumberError::OutOfRange));
    }
}
