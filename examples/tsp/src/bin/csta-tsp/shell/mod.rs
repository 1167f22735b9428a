//! Commands one after the other, with completion and history.

mod command;
mod completion;
mod editor;
mod grammar;

pub(crate) use command::run;
