//! TLS for both ends, by rustls with ring.

mod client;
mod error;
mod handshake;
mod pem;
mod server;
#[cfg(feature = "system-roots")]
mod system;

pub use client::ClientTls;
pub use error::TlsError;
pub(crate) use handshake::explain;
pub use server::{ServerTls, TlsListener};
