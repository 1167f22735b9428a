//! How calls are named: at a line, and in the switch.

use std::fmt;
use std::str::FromStr;

use csta_codec::types::ConnectionId;
use serde::{Serialize, Serializer};

/// A call at a line, by a name that is given once and never again: TAPI's handle of a call.
///
/// It stays when the switch gives the call another id, as it does in transfers and conferences. It
/// is shown, and read, as two numbers: that of the address, and which of its calls it is.
///
/// ```
/// use tsp::CallId;
///
/// let id: CallId = "17.3".parse()?;
/// assert_eq!(id.to_string(), "17.3");
/// # Ok::<(), tsp::CallIdError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId {
    pub(crate) address: u32,
    pub(crate) count: u32,
}

/// Text that is no [`CallId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a call is named by two numbers with a point between them, such as 17.3")]
pub struct CallIdError;

impl fmt::Display for CallId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{}", self.address, self.count))
    }
}

impl FromStr for CallId {
    type Err = CallIdError;

    fn from_str(text: &str) -> Result<Self, CallIdError> {
        let (address, count) = text.split_once('.').ok_or(CallIdError)?;
        let number = |digits: &str| {
            let is_plain = digits.bytes().all(|octet| octet.is_ascii_digit());
            is_plain.then(|| digits.parse().ok()).flatten().ok_or(CallIdError)
        };
        Ok(Self { address: number(address)?, count: number(count)? })
    }
}

/// As it is shown.
impl Serialize for CallId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A call by its id in the switch, which is used again after the call and can change during it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SwitchCallId(Box<[u8]>);

impl SwitchCallId {
    /// The octets.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The call of a connection, if it names one.
    #[must_use]
    pub fn of(connection: &ConnectionId<'_>) -> Option<Self> {
        connection.call().map(|call| Self(call.as_bytes().into()))
    }
}

impl fmt::Display for SwitchCallId {
    /// As text, as Panasonic's are, else in hexadecimal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match std::str::from_utf8(&self.0) {
            Ok(text) if text.chars().all(|c| c.is_ascii_graphic()) => f.pad(text),
            _ => self.0.iter().try_for_each(|octet| write!(f, "{octet:02X}")),
        }
    }
}

impl fmt::Debug for SwitchCallId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// As it is shown.
impl Serialize for SwitchCallId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
