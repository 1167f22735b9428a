//! What a session does next: a state machine.

mod machine;
mod task;

pub(crate) use machine::Planner;
pub(crate) use task::{Action, Answer, Plan, Request, Task, Wanted};

#[cfg(test)]
mod tests;
