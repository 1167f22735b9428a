//! Where logs go, and how much.

mod bounded;
mod lost;
mod place;

pub(crate) use place::start;
