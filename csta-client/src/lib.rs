#![doc = include_str!("../README.md")]

mod acceptor;
mod association;
mod builder;
mod client;
mod connection;
mod device_lists;
mod error;
mod frame;
mod incoming;
mod invocation;
mod link;
mod monitor;
mod session;
mod transport;

pub use acceptor::{
    Acceptor, Anybody, AssociationRequest, Authenticator, Counted, Listener, Server,
};
pub use association::{
    Association, AssociationEvent, AssociationLimits, CloseReason, Login, Offer, PANASONIC_VERSION,
};
pub use builder::ClientBuilder;
pub use client::Client;
pub use connection::Connection;
pub use error::{Error, ErrorKind, Initiator};
pub use frame::{DEFAULT_SEND_LIMIT, FrameCodec, FrameError, MAX_APDU};
pub use incoming::{Incoming, IncomingInvoke, IncomingStream};
pub use invocation::{Invocations, MAX_INVOKE_ID};
pub use link::{Link, MAX_UNSENT, SendError};
pub use monitor::{Event, Monitor, MonitorEnd, MonitorItem};
pub use session::{
    MonitorId, MonitorLoss, Session, SessionBuilder, SessionItem, SessionStream, Snapshot,
};
pub use transport::{DEFAULT_PORT, Transport};
