//! The task that does the work of an association, a file for each of its jobs.

mod answer;
mod command;
mod device_lists;
mod dispatch;
mod feed;
mod liveness;
mod request;
mod returned;
mod segments;
mod task;
mod timer;

pub(crate) use command::{
    Answer, AnswerInSegments, Command, Ending, Housekeeping, Reply, Starting,
};
pub(crate) use feed::{Item, channel};
pub(crate) use segments::{Segment, SegmentForm, Segmented};
pub use task::Connection;
