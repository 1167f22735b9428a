//! What can go wrong, and who caused it.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use csta_codec::rose::Problem;
use csta_codec::types::UniversalFailure;
use csta_codec::{DecodeError, Owned};
use kme_private::{AcknowledgeError, DeviceListError};

use crate::CloseReason;

/// Why something could not be done.
///
/// [`kind`](Self::kind) tells the cases apart, [`initiator`](Self::initiator) who caused it, and
/// [`may_have_been_done`](Self::may_have_been_done) whether a request can have had an effect
/// although it failed.
#[derive(Clone)]
pub struct Error(Arc<Cause>);

/// The cases of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no connection to be had: the name is not known, nobody listens, no answer.
    Unreachable,
    /// The handshake of TLS failed: a certificate is not accepted, or the other side does not speak
    /// TLS. Nothing but TLS was sent.
    Tls,
    /// The association was not made, or is at an end; see [`Error::close_reason`].
    Closed,
    /// The switch refused the request; see [`Error::failure`].
    Refused,
    /// The other side did not understand the request; see [`Error::problem`].
    Rejected,
    /// No answer in time, or not all of it.
    TimedOut,
    /// The request was not sent: it is too long, too many are outstanding, or the switch is not
    /// ready or does not read.
    NotSent,
    /// The other side answered with what cannot be understood.
    Undecodable,
    /// The session has no link at present, or is closed. Nothing was sent.
    LinkDown,
}

/// Who caused an [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Initiator {
    /// This side: a limit of its own, or its own wish to end.
    Local,
    /// The other side.
    Remote,
    /// The network, or nobody that can be told.
    Network,
}

#[derive(Debug)]
pub(crate) enum Cause {
    NoAddress,
    Resolve {
        address: String,
        error: io::Error,
    },
    Connect {
        address: String,
        error: io::Error,
    },
    ResolveTimedOut {
        address: String,
        after: Duration,
    },
    ConnectTimedOut {
        address: String,
        after: Duration,
    },
    #[cfg(feature = "tls")]
    Tls {
        address: String,
        error: io::Error,
    },
    #[cfg(feature = "tls")]
    TlsTimedOut {
        address: String,
        after: Duration,
    },
    Closed {
        reason: CloseReason,
        sent: bool,
    },
    Refused {
        operation: &'static str,
        failure: Option<Owned<UniversalFailure<'static>>>,
    },
    Rejected {
        operation: &'static str,
        problem: String,
    },
    TimedOut {
        operation: &'static str,
        after: Duration,
    },
    NotReady {
        operation: &'static str,
        after: Duration,
    },
    TooLong {
        operation: &'static str,
        length: usize,
        limit: usize,
    },
    TooMany {
        operation: &'static str,
        limit: usize,
        after: Duration,
    },
    NoInvokeId {
        limit: usize,
    },
    TooManyLists {
        limit: usize,
    },
    NotRead {
        operation: &'static str,
    },
    Undecodable {
        operation: &'static str,
        error: DecodeError,
    },
    WrongOperation {
        operation: &'static str,
        code: Option<i32>,
    },
    SegmentMissing {
        operation: &'static str,
    },
    SegmentTimedOut {
        operation: &'static str,
        after: Duration,
    },
    TooManySegments {
        operation: &'static str,
    },
    NotAcknowledged(AcknowledgeError),
    NoDeviceList(DeviceListError),
    LinkDown(Option<Error>),
    SessionClosed,
    TooManyMonitors {
        limit: usize,
    },
}

impl Error {
    /// Which case it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match &*self.0 {
            Cause::NoAddress
            | Cause::Resolve { .. }
            | Cause::ResolveTimedOut { .. }
            | Cause::Connect { .. }
            | Cause::ConnectTimedOut { .. } => ErrorKind::Unreachable,
            #[cfg(feature = "tls")]
            Cause::Tls { .. } | Cause::TlsTimedOut { .. } => ErrorKind::Tls,
            Cause::Closed { .. } => ErrorKind::Closed,
            Cause::Refused { .. } => ErrorKind::Refused,
            Cause::Rejected { .. } => ErrorKind::Rejected,
            Cause::TimedOut { .. }
            | Cause::SegmentTimedOut { .. }
            | Cause::NoDeviceList(DeviceListError::NotAcknowledged) => ErrorKind::TimedOut,
            Cause::NotReady { .. }
            | Cause::TooLong { .. }
            | Cause::TooMany { .. }
            | Cause::NoInvokeId { .. }
            | Cause::TooManyLists { .. }
            | Cause::NotRead { .. }
            | Cause::TooManyMonitors { .. } => ErrorKind::NotSent,
            Cause::LinkDown(_) | Cause::SessionClosed => ErrorKind::LinkDown,
            Cause::Undecodable { .. }
            | Cause::WrongOperation { .. }
            | Cause::SegmentMissing { .. }
            | Cause::TooManySegments { .. }
            | Cause::NotAcknowledged(_)
            | Cause::NoDeviceList(_) => ErrorKind::Undecodable,
        }
    }

    /// Who caused it.
    #[must_use]
    pub fn initiator(&self) -> Initiator {
        match &*self.0 {
            Cause::Closed { reason, .. } => reason.initiator(),
            Cause::NoAddress
            | Cause::TooLong { .. }
            | Cause::TooMany { .. }
            | Cause::NoInvokeId { .. }
            | Cause::TooManyLists { .. }
            | Cause::TooManyMonitors { .. }
            | Cause::SessionClosed => Initiator::Local,
            Cause::Resolve { .. }
            | Cause::ResolveTimedOut { .. }
            | Cause::Connect { .. }
            | Cause::ConnectTimedOut { .. }
            | Cause::LinkDown(_) => Initiator::Network,
            _ => Initiator::Remote,
        }
    }

    /// Whether the request can have been carried out although it failed: it was sent, and no
    /// answer came that says otherwise.
    #[must_use]
    pub fn may_have_been_done(&self) -> bool {
        match &*self.0 {
            Cause::Closed { sent, .. } => *sent,
            Cause::NoDeviceList(_) => true,
            _ => matches!(self.kind(), ErrorKind::TimedOut | ErrorKind::Undecodable),
        }
    }

    /// The reason of the switch, if it [refused](ErrorKind::Refused) the request and told one.
    #[must_use]
    pub fn failure(&self) -> Option<UniversalFailure<'_>> {
        match &*self.0 {
            Cause::Refused { failure, .. } => failure.as_ref().map(Owned::get),
            _ => None,
        }
    }

    /// What the other side did not understand, if it [rejected](ErrorKind::Rejected) the request.
    #[must_use]
    pub fn problem(&self) -> Option<&str> {
        match &*self.0 {
            Cause::Rejected { problem, .. } => Some(problem),
            _ => None,
        }
    }

    /// Why the association is at an end, if it [is](ErrorKind::Closed).
    #[must_use]
    pub fn close_reason(&self) -> Option<&CloseReason> {
        match &*self.0 {
            Cause::Closed { reason, .. } => Some(reason),
            _ => None,
        }
    }

    pub(crate) fn closed(reason: CloseReason) -> Self {
        Cause::Closed { reason, sent: false }.into()
    }

    /// The same reason for a request that was under way.
    pub(crate) fn closed_after_sending(reason: CloseReason) -> Self {
        Cause::Closed { reason, sent: true }.into()
    }

    pub(crate) fn rejected(operation: &'static str, problem: &Problem<'_>) -> Self {
        let problem = match problem {
            Problem::General(problem) => problem.to_string(),
            Problem::Invoke(problem) => problem.to_string(),
            Problem::ReturnResult(problem) => problem.to_string(),
            Problem::ReturnError(problem) => problem.to_string(),
            Problem::Unrecognised(element) => format!("unknown problem {element:?}"),
        };
        Cause::Rejected { operation, problem }.into()
    }
}

impl From<Cause> for Error {
    fn from(cause: Cause) -> Self {
        Self(Arc::new(cause))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Cause::NoAddress => f.write_str(
                "no address to connect to; give one by ClientBuilder::address, or a connection by \
                 ClientBuilder::connect_with",
            ),
            Cause::Resolve { address, error } => {
                write!(f, "the name in {address} is not known: {error}")
            }
            Cause::ResolveTimedOut { address, after } => {
                write!(f, "the name in {address} was not resolved within {after:?}")
            }
            #[cfg(feature = "tls")]
            Cause::Tls { address, error } => write!(f, "no TLS with {address}: {error}"),
            #[cfg(feature = "tls")]
            Cause::TlsTimedOut { address, after } => write!(
                f,
                "{address} accepts connections but has not finished the handshake of TLS within \
                 {after:?}; it may not speak TLS on this port"
            ),
            Cause::Connect { address, error } => write!(f, "no connection to {address}: {error}"),
            Cause::ConnectTimedOut { address, after } => {
                write!(f, "no connection to {address} within {after:?}")
            }
            Cause::Closed { reason, .. } => reason.fmt(f),
            Cause::Refused { operation, failure: None } => {
                write!(f, "the switch refused {operation} without a reason")
            }
            Cause::Refused { operation, failure: Some(failure) } => {
                write!(f, "the switch refused {operation}: {}", failure.get())
            }
            Cause::Rejected { operation, problem } => {
                write!(f, "the other side did not understand {operation}: {problem}")
            }
            Cause::TimedOut { operation, after } => {
                write!(f, "no answer to {operation} within {after:?}")
            }
            Cause::NotReady { operation, after } => write!(
                f,
                "{operation} was not sent, since the switch has not reported itself ready within \
                 {after:?}"
            ),
            Cause::TooLong { operation, length, limit } => write!(
                f,
                "{operation} was not sent: it takes {length} octets, where {limit} may be sent; \
                 raise the send limit if the switch takes more"
            ),
            Cause::TooMany { operation, limit, after } => write!(
                f,
                "{operation} was not sent: for {after:?}, {limit} other requests have waited for \
                 an answer; raise the outstanding limit if the switch takes more"
            ),
            Cause::NoInvokeId { limit } => {
                write!(f, "the request was not sent: {limit} others wait for an answer")
            }
            Cause::TooManyLists { limit } => {
                write!(f, "the request was not sent: {limit} lists of devices are under way")
            }
            Cause::NotRead { operation } => {
                write!(f, "{operation} was not sent, since the switch does not read what is sent")
            }
            Cause::Undecodable { operation, error } => {
                write!(f, "the answer to {operation} cannot be understood: {error}")
            }
            Cause::WrongOperation { operation, code: Some(code) } => {
                write!(f, "the answer to {operation} is that of operation {code}")
            }
            Cause::WrongOperation { operation, code: None } => {
                write!(f, "the answer to {operation} has no result")
            }
            Cause::SegmentMissing { operation } => {
                write!(f, "a segment of the answer to {operation} is missing")
            }
            Cause::SegmentTimedOut { operation, after } => {
                write!(f, "no further segment of the answer to {operation} within {after:?}")
            }
            Cause::TooManySegments { operation } => {
                write!(f, "the answer to {operation} is too large")
            }
            Cause::NotAcknowledged(error) => error.fmt(f),
            Cause::NoDeviceList(error) => error.fmt(f),
            Cause::LinkDown(None) => f.write_str("the link to the switch is not up yet"),
            Cause::LinkDown(Some(why)) => write!(f, "the link to the switch is down: {why}"),
            Cause::SessionClosed => f.write_str("the session is closed"),
            Cause::TooManyMonitors { limit } => {
                write!(f, "the session has {limit} monitors already")
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({:?}: {self})", self.kind())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            #[cfg(feature = "tls")]
            Cause::Tls { error, .. } => Some(error),
            Cause::Resolve { error, .. } | Cause::Connect { error, .. } => Some(error),
            Cause::Closed { reason, .. } => Some(reason),
            Cause::Undecodable { error, .. } => Some(error),
            Cause::LinkDown(Some(error)) => Some(error),
            _ => None,
        }
    }
}
