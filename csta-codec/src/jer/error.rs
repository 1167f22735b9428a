//! What can be wrong with JSON that should be a value of CSTA.

/// What is wrong; see [`JerError`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JerErrorKind {
    /// Text that is no JSON, and why.
    #[error("no JSON: {0}")]
    Syntax(String),
    /// A value of another type than this one.
    #[error("not {0}")]
    WrongType(&'static str),
    /// A member that the SEQUENCE does not have.
    #[error("no member {0:?}")]
    UnknownMember(String),
    /// A member that the SEQUENCE must have.
    #[error("the member {0:?} is missing")]
    MissingMember(&'static str),
    /// A member that stands twice in one object.
    #[error("the member {0:?} stands twice")]
    DuplicateMember(String),
    /// An alternative that the CHOICE does not have.
    #[error("no alternative {0:?}")]
    NoAlternative(String),
    /// A value that the ENUMERATED does not have.
    #[error("no value {0:?}")]
    NoValue(String),
    /// A value of the right type that cannot be, and why.
    #[error("{0}")]
    InvalidValue(&'static str),
    /// More than [`MAX_TEXT`](super::MAX_TEXT) octets of JSON, or more than
    /// [`MAX_OCTETS`](super::MAX_OCTETS) of BER.
    #[error("too large")]
    TooLarge,
}

/// JSON that could not be encoded: what is wrong, and at which place.
///
/// ```
/// use csta_codec::jer::{self, Jer, JerErrorKind};
/// use csta_codec::types::ConnectionId;
///
/// let json = jer::parse(r#"{"both": {"callID": "01", "deviceID": {"staticID": {}}}}"#)?;
/// let error = ConnectionId::encode_jer(&json).unwrap_err();
/// assert_eq!(error.path(), "$.both.deviceID.staticID");
/// assert_eq!(*error.kind(), JerErrorKind::MissingMember("deviceIdentifier"));
/// # Ok::<(), jer::JerError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {kind}")]
pub struct JerError {
    path: String,
    kind: JerErrorKind,
}

impl JerError {
    pub(super) const fn new(path: String, kind: JerErrorKind) -> Self {
        Self { path, kind }
    }

    /// The place as a JSON path: `$` for all of it, `.name` for a member, `[0]` for an element of
    /// an array.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> &JerErrorKind {
        &self.kind
    }
}
