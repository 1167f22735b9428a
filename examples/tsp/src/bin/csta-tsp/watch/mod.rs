//! Lines and calls as a live table in the terminal.

mod command;
mod keys;
mod table;
mod view;

pub(crate) use command::run;

#[cfg(test)]
mod tests;
