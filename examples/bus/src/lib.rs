//! What the CSTA multiplexer says on NATS, how it is said and how it is read.

pub mod bucket;
mod call_records;
mod connection;
mod invoke;
mod lease;
mod lines;
mod message;
mod site;
pub mod subject;
#[cfg(feature = "test-server")]
mod test_server;

pub use bucket::BucketError;
pub use call_records::{CallRecordError, CallRecordStream, RECORD_MEMORY};
pub use connection::{Bus, BusError, BusSettings};
pub use invoke::invoke;
pub use lease::{
    Entry, Lease, LeaseAnswer, LeaseHandle, LeaseHolding, LeaseOperation, LeaseOutput,
    LeaseSettings, LeaseSignal, LeaseSignals, LeaseStatus, LetGo, Preference, keep_lease,
};
pub use lines::{LineChange, LineWatch};
pub use message::{
    CallRecordMessage, EventMessage, InvokeAnswer, InvokeError, InvokeOutcome, InvokeRequest,
    LineCall, LineParty, LineState, MAX_KEY, SCHEMA, SiteState,
};
pub use site::{MAX_SITE, Site, SiteError};
#[cfg(feature = "test-server")]
pub use test_server::TestServer;
