//! Events of call control, a file for each.

mod bridged;
mod call_cleared;
mod conferenced;
mod connection_cleared;
mod delivered;
mod digits_dialed;
mod diverted;
mod established;
mod failed;
mod held;
mod network_capabilities_changed;
mod network_reached;
mod offered;
mod originated;
mod queued;
mod retrieved;
mod service_initiated;
mod transferred;

pub use bridged::*;
pub use call_cleared::*;
pub use conferenced::*;
pub use connection_cleared::*;
pub use delivered::*;
pub use digits_dialed::*;
pub use diverted::*;
pub use established::*;
pub use failed::*;
pub use held::*;
pub use network_capabilities_changed::*;
pub use network_reached::*;
pub use offered::*;
pub use originated::*;
pub use queued::*;
pub use retrieved::*;
pub use service_initiated::*;
pub use transferred::*;
