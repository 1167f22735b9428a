//! Lines: what they are, how they are, and what can be done with them.

mod address;
mod capabilities;
mod forwarding;
mod handle;
mod id;
mod info;
mod operations;
mod state;

pub use address::Address;
pub use capabilities::{
    AddressCapabilities, AddressStatus, CallStatus, DeviceCapabilities, LineStatus,
};
pub use forwarding::{ForwardMode, Forwarding};
pub use handle::Line;
pub use id::{AddressId, LineId, LineIdError};
pub use info::LineInfo;
pub use operations::Dialled;
pub use state::LineState;

pub(crate) use forwarding::in_force;
pub(crate) use handle::Place;
