//! What the CSTA multiplexer says on NATS, how it is said and how it is read.

pub mod bucket;
mod call_records;
mod connection;
mod invoke;
mod lease;
mod lines;
#[cfg(feature = "link")]
mod link;
mod message;
mod said;
mod site;
mod sites;
pub mod subject;
#[cfg(feature = "test-server")]
mod test_server;

pub use bucket::BucketError;
pub use call_records::{CallRecordError, CallRecordStream, RECORD_MEMORY};
pub use connection::{Bus, BusError, BusSettings, place};
pub use invoke::{invoke, segments_of};
pub use lease::{
    Entry, Lease, LeaseAnswer, LeaseHandle, LeaseHolding, LeaseOperation, LeaseOutput,
    LeaseSettings, LeaseSignal, LeaseSignals, LeaseStatus, LetGo, Preference, keep_lease,
};
pub use lines::{LineChange, LineWatch};
#[cfg(feature = "link")]
pub use link::SiteLink;
pub use message::{
    CallRecordMessage, EventMessage, InvokeAnswer, InvokeError, InvokeOutcome, InvokeRequest,
    LineCall, LineParty, LineState, MAX_KEY, SCHEMA, SiteState,
};
pub use said::Said;
pub use site::{MAX_SITE, Site, SiteError};
pub use sites::{Known, Sites};
#[cfg(feature = "test-server")]
pub use test_server::TestServer;
