#![doc = include_str!("../README.md")]

mod acceptor;
mod association;
mod backoff;
mod builder;
mod call_records;
mod client;
mod connection;
mod error;
mod exchange;
mod frame;
mod incoming;
mod invocation;
mod link;
mod metrics;
mod monitor;
#[cfg(feature = "protocol-log")]
mod protocol_log;
mod session;
mod snapshot;
mod tap;
#[cfg(feature = "tls")]
mod tls;
mod transport;

pub use acceptor::{
    Acceptor, Anybody, AssociationRequest, Authenticator, Counted, Listener, Server,
};
pub use association::{
    Association, AssociationEvent, AssociationLimits, CloseReason, Login, Offer, PANASONIC_VERSION,
};
pub use backoff::Backoff;
pub use builder::ClientBuilder;
pub use call_records::{CallRecordItem, CallRecordReport, CallRecords};
pub use client::{Client, EncodedAnswer};
pub use connection::Connection;
pub use error::{Error, ErrorKind, Initiator};
pub use frame::{DEFAULT_SEND_LIMIT, FrameCodec, FrameError, MAX_APDU};
pub use incoming::{Incoming, IncomingInvoke, IncomingStream};
pub use invocation::{Invocations, MAX_INVOKE_ID};
pub use link::{Link, LinkParts, MAX_UNSENT, SendError};
pub use monitor::{Event, Monitor, MonitorEnd, MonitorItem, WhenLagging};
#[cfg(feature = "protocol-log")]
pub use protocol_log::{Numbers, ProtocolLog};
pub use session::{MonitorId, MonitorLoss, Session, SessionBuilder, SessionItem, SessionStream};
pub use snapshot::{CallSnapshot, Snapshot, SwitchDevices};
pub use tap::{Direction, Tap};
#[cfg(feature = "tls")]
pub use tls::{ClientTls, ServerTls, TlsError, TlsListener};
pub use transport::{DEFAULT_PORT, Transport};

/// What happens to a session, without a connection: for fuzzing, and no part of what is promised.
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing {
    pub use crate::session::{Step, play};
}
