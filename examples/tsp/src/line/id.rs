//! How lines and their addresses are named.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A line by its permanent id, which is the same each time the program runs: it is made from the
/// name of the provider and the number of the line.
///
/// It is shown, and read, as 16 hexadecimal digits. [`permanent`](Self::permanent) is the same in
/// the 32 bits of TAPI's `dwPermanentLineID`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(u64);

/// Text that is no [`LineId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the id of a line is 16 hexadecimal digits")]
pub struct LineIdError;

impl LineId {
    /// The line of a number at a provider.
    #[must_use]
    pub fn of(provider: &str, number: &str) -> Self {
        // FNV-1a: it has to be the same for ever, which hashes of libraries do not promise.
        let octets = provider.bytes().chain([0]).chain(number.bytes());
        Self(octets.fold(0xcbf2_9ce4_8422_2325, |hash, octet| {
            (hash ^ u64::from(octet)).wrapping_mul(0x0100_0000_01b3)
        }))
    }

    /// The id in 32 bits.
    #[must_use]
    pub const fn permanent(self) -> u32 {
        (self.0 >> 32) as u32 ^ self.0 as u32
    }
}

impl fmt::Display for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for LineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for LineId {
    type Err = LineIdError;

    fn from_str(text: &str) -> Result<Self, LineIdError> {
        let is_digits = text.len() == 16 && text.bytes().all(|octet| octet.is_ascii_hexdigit());
        let number = is_digits.then(|| u64::from_str_radix(text, 16).ok()).flatten();
        number.map(Self).ok_or(LineIdError)
    }
}

/// As it is shown.
impl Serialize for LineId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// An address of a line. Each line has the first; the second is the cordless telephone of a
/// Super-Twin, and can be used only where there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum AddressId {
    /// The telephone itself: TAPI's address 0.
    #[default]
    Main,
    /// The cordless telephone that goes with it: TAPI's address 1.
    Mobile,
}

impl AddressId {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Main, Self::Mobile];

    /// TAPI's number of the address.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Main => 0,
            Self::Mobile => 1,
        }
    }

    /// What the address is called; nothing for the telephone itself.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Main => "",
            Self::Mobile => "Mobile",
        }
    }
}

impl fmt::Display for AddressId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Main => "main",
            Self::Mobile => "mobile",
        })
    }
}
