//! A CSTA multiplexer: many applications on the one association that a Panasonic PBX accepts, each
//! of which believes that it is alone with the PBX.
//!
//! [`Core`] is all of it that is logic: which request goes where, who gets which event, what
//! happens when somebody goes away. It does no I/O and reads no clock. The program around it owns
//! sockets, users, configuration, the spool of call records and the status page.

mod bounds;
mod certificate;
mod config;
mod core;
#[cfg(feature = "nats")]
mod nats;
mod protocol_log;
mod server;
mod spool;
mod users;
mod web;
mod worker;

// Not `use core::`, which would be the standard library.
pub use self::core::{
    AbortReason, Access, AccessError, ApplicationId, ApplicationStatus, CallRecordSettings,
    CallRecordStatus, Core, DeviceSet, DropReason, Input, LinkState, MonitorSettings, MonitorState,
    MonitorStatus, Notice, NumberRange, Output, RequestStatus, Settings, Severity, SpoolEntry,
    SpoolId, Status, WhenSwitchLost,
};

pub use bounds::{BOUNDED, Bounds, LeftOut};
pub use certificate::{Certificate, CertificateError, make_certificate};
#[cfg(feature = "nats")]
pub use config::{BusSettings, Standby};
pub use config::{
    Config, Limits, Login, Numbers, Pbx, ProtocolLogs, SettingError, SpoolSettings, Tcp, Tls,
    UserSettings, Web,
};
#[cfg(feature = "nats")]
pub use nats::{Dial, Front, FrontSettings, Stream};
#[cfg(feature = "nats")]
pub use server::BusStartError;
pub use server::{Checked, Multiplexer, PortError, Recent, StartError};
pub use users::{
    Admission, Gate, PasswordError, Refusal, User, UserFileError, Users, add_user, hash_password,
    limit_user, remove_user,
};
pub use web::{TokenError, read_token};
