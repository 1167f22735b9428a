//! The call model: devices, calls and connections, and the rules by which they change.
//!
//! [`CallModel`] is sans-IO: no sockets, no clock, no octets. Inputs say what an application, a
//! telephone user or the public network does; outputs say what came of it.

mod answering;
mod button;
mod call;
mod call_back;
mod call_model;
mod clear;
mod connection;
mod device;
mod digits;
mod equipment;
mod event;
mod failure;
mod forwarding;
mod group;
mod join;
mod merge;
mod network;
mod park;
mod place;
mod record;
mod redirect;
mod request;
mod restart;
mod service;
mod service_state;
mod setting;
mod snapshot;
mod timer;
mod twin;
mod user;
mod user_information;
mod waiting;

pub use button::Button;
pub use call::{Call, CallId, Number, Parties};
pub use call_model::{CallModel, Input, Output, RequestId};
pub use connection::{Connection, ConnectionRef, ConnectionState};
pub use device::{Device, DeviceKind, DeviceNumber, Hook};
pub use event::{Event, Feature, FeatureEvent, Moved, What};
pub use failure::Failure;
pub use network::{Caller, NetworkAct};
pub use record::{Condition, Record};
pub use request::{Answer, Request};
pub use setting::{Calls, Forward, ForwardKind, Setting, Settings, When};
pub use snapshot::CallView;
pub use user::UserAct;
pub use user_information::MAX_USER_DATA;
