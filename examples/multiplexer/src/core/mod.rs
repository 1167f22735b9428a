//! The multiplexer without sockets and without a clock.

mod access;
mod application_id;
mod applications;
mod call_records;
mod clock;
mod devices;
mod dispatch;
mod early;
mod failure;
mod hotel;
mod input;
mod link;
mod linked_replies;
mod machine;
mod message;
mod monitors;
mod notice;
mod notices;
mod outcome;
mod output;
mod permission;
mod registrations;
mod requests;
mod settings;
mod status;
mod switch_side;
mod system;

pub use access::{Access, AccessError, DeviceSet, NumberRange};
pub use application_id::ApplicationId;
pub use call_records::{SpoolEntry, SpoolId};
pub use input::Input;
pub use machine::Core;
pub use notice::{Notice, Severity};
pub use output::{AbortReason, DropReason, Output};
pub use settings::{CallRecordSettings, MonitorSettings, Settings, WhenSwitchLost};
pub use status::{
    ApplicationStatus, CallRecordStatus, LinkState, MonitorState, MonitorStatus, RequestStatus,
    Status,
};
