//! Traffic that was recorded, as text, and the switch's side of it played again.

mod player;
mod recording;
mod server;

pub use player::{Remark, Replay};
pub(crate) use recording::octet;
pub use recording::{Frame, Recording, RecordingError};
pub use server::serve;
