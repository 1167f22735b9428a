//! The command line, whose grammar the shell and the HTTP API share.

mod arguments;
mod order;
mod upkeep;

pub(crate) use arguments::{Arguments, Command, ConfigCommand, Global, LinesCommand, Numfmt};
pub(crate) use order::{At, ConferenceOrder, Order, Request, Requests};
pub(crate) use upkeep::{Escape, Upkeep};
