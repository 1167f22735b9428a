//! Octets out of text: arguments, logs and dumps of many programs.
//!
//! `blocks` puts together what belongs together, `line` reads one line: a line of a `dump`, a
//! string `literal`, or digits among words. `stamp` reads what a log of the protocol says before
//! the octets.

mod blocks;
mod dump;
mod line;
mod literal;
mod stamp;

pub(crate) use blocks::{Block, blocks, content, octets, read};
pub(crate) use stamp::Stamp;
