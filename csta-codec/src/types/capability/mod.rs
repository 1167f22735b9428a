//! What a switch can do: for each service and event, the optional parts it supports.
//!
//! A bit that is set says that the switch supports, sends or needs what the bit is named after.
//! Bits that end in `IN_ACK` are about the result of a service. The names are those of the services
//! and events, so this module is not re-exported by [`types`](super).

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
pub use physical_device::*;
pub use physical_device_events::*;
pub use routeing::*;
pub use snapshot::*;
pub use switching_function::*;
pub use system::*;
pub use vendor::*;
pub use voice_unit::*;
pub use voice_unit_events::*;
