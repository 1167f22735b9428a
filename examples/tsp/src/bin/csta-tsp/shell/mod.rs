//! Commands one after the other, with completion and history.

mod command;
mod completion;
mod editor;
mod grammar;
#[cfg(unix)]
mod restored;

pub(crate) use command::run;
