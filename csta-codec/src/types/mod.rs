//! Types that services and events share, a file for each ASN.1 module.
//!
//! What a switch says of its own abilities is in [`capability`], whose names would clash.

mod application_context;
mod call_control;
mod call_detail_record;
pub mod capability;
mod cause;
mod charge_info;
mod connection;
mod connection_state;
mod data_call;
mod data_collection;
mod device;
mod device_feature;
mod error;
mod escape;
mod extension;
mod media;
mod monitoring;
mod physical_device;
mod security;
mod switching_function_object;

pub use application_context::*;
pub use call_control::*;
pub use call_detail_record::*;
pub use cause::*;
pub use charge_info::*;
pub use connection::*;
pub use connection_state::*;
pub use data_call::*;
pub use data_collection::*;
pub use device::*;
pub use device_feature::*;
pub use error::*;
pub use escape::*;
pub use extension::*;
pub use media::*;
pub use monitoring::*;
pub use physical_device::*;
pub use security::*;
pub use switching_function_object::*;
