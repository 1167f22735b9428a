//! What went over a connection, in the order of time: a line for each message, with what it
//! answers, and a summary.

mod detail;
mod frame;
mod lines;
mod pairing;
mod summary;

pub(crate) use frame::{Direction, Frame, Place, Quality, What};
pub(crate) use lines::Timeline;
pub(crate) use pairing::{Answered, Pairing};
pub(crate) use summary::milliseconds;
