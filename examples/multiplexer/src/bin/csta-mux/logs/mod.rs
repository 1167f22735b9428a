//! Where logs go, and how much.

mod bounded;
mod place;

pub(crate) use place::start;
