//! What those who ask and the connection's task have in common: the requests that are under way, and
//! what is to be sent.
//!
//! Both change it under one lock, for which nobody waits long: nothing in it waits, logs or wakes.

mod call;
mod outgoing;
mod pending;
mod place;
mod shared;
mod slots;
mod state;
#[cfg(test)]
mod tests;

pub(crate) use call::Call;
pub(crate) use pending::{Asked, Asker, Pending, Progress};
pub(crate) use shared::{Exchange, Served};
pub(crate) use state::{Released, Settled, Told};
