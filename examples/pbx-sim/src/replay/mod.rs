//! Traffic that was recorded, as text, and the switch's side of it played again.

mod recording;
mod replay;
mod server;

pub(crate) use recording::octet;
pub use recording::{Frame, Recording, RecordingError};
pub use replay::{Remark, Replay};
pub use server::serve;
