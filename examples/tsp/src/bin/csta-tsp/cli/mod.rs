//! The command line, whose grammar the shell and the HTTP API share.

mod arguments;
mod order;

pub(crate) use arguments::{Arguments, Command, ConfigCommand, Global, LinesCommand, Numfmt};
pub(crate) use order::{At, ConferenceOrder, Order, Orders};
