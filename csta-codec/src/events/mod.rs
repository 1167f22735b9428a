//! Events: what a monitor reports.

mod call_associated;
mod call_control;
mod logical_device;
mod maintenance;
mod media_attachment;
mod physical_device;
mod report;
mod table;
mod vendor;
mod voice_unit;

pub use call_associated::*;
pub use call_control::*;
pub use logical_device::*;
pub use maintenance::*;
pub use media_attachment::*;
pub use physical_device::*;
pub use report::*;
pub use table::*;
pub use vendor::*;
pub use voice_unit::*;
