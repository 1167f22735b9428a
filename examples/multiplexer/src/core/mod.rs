//! The multiplexer without sockets and without a clock.

mod access;
mod application_id;
mod input;
mod machine;
mod notice;
mod output;
mod settings;
mod spool;
mod status;

pub use access::{Access, AccessError, DeviceSet, NumberRange};
pub use application_id::ApplicationId;
pub use input::Input;
pub use machine::Core;
pub use notice::Notice;
pub use output::{AbortReason, DropReason, Output};
pub use settings::{CallRecordSettings, MonitorSettings, Settings, WhenSwitchLost};
pub use spool::{SpoolEntry, SpoolId};
pub use status::{
    ApplicationStatus, CallRecordStatus, LinkState, MonitorState, MonitorStatus, RequestStatus,
    Status,
};
