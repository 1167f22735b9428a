//! The call model: devices, calls and connections, and the rules by which they change.
//!
//! [`CallModel`] is sans-IO: no sockets, no clock, no octets. Inputs say what an application, a
//! telephone user or the public network does; outputs say what came of it.

mod call;
mod call_model;
mod clear;
mod connection;
mod device;
mod event;
mod failure;
mod merge;
mod network;
mod place;
mod record;
mod redirect;
mod restart;
mod service;
mod snapshot;
mod timer;
mod user;

pub use call::{Call, CallId, Number, Parties};
pub use call_model::{CallModel, Input, Output, RequestId};
pub use connection::{Connection, ConnectionRef, ConnectionState};
pub use device::{Device, DeviceKind, DeviceNumber, Hook};
pub use event::{Event, Moved, What};
pub use failure::Failure;
pub use network::{Caller, NetworkAct};
pub use record::{Condition, Record};
pub use service::{Answer, Request};
pub use snapshot::CallView;
pub use user::UserAct;
