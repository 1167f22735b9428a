//! Events: what a monitor reports.

mod call_control;
mod report;

pub use call_control::*;
pub use report::*;
