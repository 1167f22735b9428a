//! What the CSTA multiplexer says on NATS, how it is said and how it is read.

pub mod bucket;
mod connection;
mod lease;
mod site;
pub mod subject;
#[cfg(feature = "test-server")]
mod test_server;

pub use bucket::BucketError;
pub use connection::{Bus, BusError, BusSettings};
pub use lease::{
    Entry, Lease, LeaseAnswer, LeaseHandle, LeaseHolding, LeaseOperation, LeaseOutput,
    LeaseSettings, LeaseSignal, LeaseSignals, LeaseStatus, LetGo, Preference, keep_lease,
};
pub use site::{MAX_SITE, Site, SiteError};
#[cfg(feature = "test-server")]
pub use test_server::TestServer;
