//! What a session does next: a state machine.

mod machine;
mod task;
#[cfg(any(test, feature = "fuzzing"))]
mod world;

pub(crate) use machine::Planner;
pub(crate) use task::{Action, Answer, Plan, Request, Task, Wanted};
#[cfg(feature = "fuzzing")]
pub use world::{Step, play};

#[cfg(test)]
mod tests;
