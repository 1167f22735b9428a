//! Types that services and events share, a file for each ASN.1 module.

mod application_context;
mod call_control;
mod cause;
mod connection;
mod connection_state;
mod device;
mod device_feature;
mod extension;
mod media;
mod monitoring;
mod security;

pub use application_context::*;
pub use call_control::*;
pub use cause::*;
pub use connection::*;
pub use connection_state::*;
pub use device::*;
pub use device_feature::*;
pub use extension::*;
pub use media::*;
pub use monitoring::*;
pub use security::*;
