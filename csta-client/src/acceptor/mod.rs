//! The server end: what a switch, a simulated switch or a multiplexer does.

mod authenticator;
mod listener;
mod request;
mod server;

pub use authenticator::{Anybody, Authenticator};
pub use listener::{Counted, Listener};
pub use request::{Acceptor, AssociationRequest};
pub use server::Server;
