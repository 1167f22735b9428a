//! Capability exchange: what the switch can do and which devices it has.

mod device_information;
mod features;
mod switching_function;
mod switching_function_devices;

pub use device_information::*;
pub use features::*;
pub use switching_function::*;
pub use switching_function_devices::*;
