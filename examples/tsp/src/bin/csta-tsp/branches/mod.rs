//! The sites on NATS, each a provider.

#[cfg(not(feature = "nats"))]
mod absent;
#[cfg(feature = "nats")]
mod followed;

#[cfg(not(feature = "nats"))]
pub(crate) use absent::Branches;
#[cfg(feature = "nats")]
pub(crate) use followed::Branches;
