//! What a switch can do: for each service and event, the optional parts it supports.
//!
//! A bit that is set says that the switch supports, sends or takes what the bit is named after.
//! Some names are met again and again:
//!
//! - `..._IN_ACK`: in the result of the service.
//! - `ALERTING`, `CONNECTED`, `HOLD` and so on: for a connection that is in this state.
//! - `DEVICE_ID_ONLY`, `CALL_ID_ONLY`: a connection may be named by its device or call alone.
//! - `ACK_MODEL_MULTI_STEP`: the service is confirmed when it begins, not when it is done; an event
//!   tells how it ended.
//! - `SUPPORTS_PROMPTING`, `PROMPTING_MODE`: a device that is on-hook is prompted to go off-hook.
//! - `SUPPORTS_OFFERED_MODE_OF_ALERTING`: also for a call that is offered and does not ring yet.
//! - `PRIVATE_DATA`: private data.
//! - `..._SF0` and so on: values that are up to the switch, the switching function (SF).
//!
//! The names of the types are those of services and events, so this module is not re-exported by
//! [`types`](super).

mod call_associated;
mod call_control;
mod call_control_events;
mod call_detail_record;
mod data_collection;
mod data_path;
mod device;
mod exchange;
mod location;
mod logical_device;
mod logical_device_events;
mod maintenance;
mod media_attachment;
mod monitoring;
mod new_call;
mod physical_device;
mod physical_device_events;
mod routeing;
mod snapshot;
mod switching_function;
mod system;
mod vendor;
mod voice_unit;
mod voice_unit_events;

pub use call_associated::*;
pub use call_control::*;
pub use call_control_events::*;
pub use call_detail_record::*;
pub use data_collection::*;
pub use data_path::*;
pub use device::*;
pub use exchange::*;
pub use location::*;
pub use logical_device::*;
pub use logical_device_events::*;
pub use maintenance::*;
pub use media_attachment::*;
pub use monitoring::*;
pub use new_call::*;
pub use physical_device::*;
pub use physical_device_events::*;
pub use routeing::*;
pub use snapshot::*;
pub use switching_function::*;
pub use system::*;
pub use vendor::*;
pub use voice_unit::*;
pub use voice_unit_events::*;
