//! What the front hears of the multiplexer, and what it makes of it.

mod events;
mod listed;
mod state;

pub(super) use state::Desk;
