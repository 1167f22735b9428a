//! What can be done with a line and its calls.

mod basic;
mod choice;
mod completion;
mod conference;
mod data;
mod digits;
mod forward;
mod numbers;
mod pickup;
mod transfer;

pub use basic::Dialled;
