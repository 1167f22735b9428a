//! Services: the operations of CSTA, by service group.

pub mod call_control;

pub use call_control::*;
