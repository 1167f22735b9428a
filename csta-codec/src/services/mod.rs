//! Services: the operations of CSTA, by service group.
//!
//! Each is an empty type that implements [`Operation`](crate::Operation), beside the types of its
//! argument and result. [`OPERATIONS`](crate::OPERATIONS) has them all in one table.

pub mod call_associated;
pub mod call_control;
pub mod call_detail_record;
pub mod capability;
pub mod data_collection;
pub mod data_path;
pub mod location;
pub mod logical_device;
pub mod media_attachment;
pub mod monitoring;
pub mod physical_device;
pub mod routeing;
pub mod snapshot;
pub mod system;
pub mod vendor;
pub mod voice_unit;

pub use call_associated::*;
pub use call_control::*;
pub use call_detail_record::*;
pub use capability::*;
pub use data_collection::*;
pub use data_path::*;
pub use location::*;
pub use logical_device::*;
pub use media_attachment::*;
pub use monitoring::*;
pub use physical_device::*;
pub use routeing::*;
pub use snapshot::*;
pub use system::*;
pub use vendor::*;
pub use voice_unit::*;
