//! Call detail records: kept until they are delivered, whoever goes away.
//!
//! The switch sends each when its call has ended and is told that it has been received when it is
//! durable. One application at a time holds the records: it gets them from the spool under a cross
//! reference of its own, and what it confirms is removed.

mod holder;
mod report;
mod spool;
mod spool_entry;
mod transmission;

use std::time::Instant;

use super::{ApplicationId, CallRecordStatus};
use holder::Holder;
use spool::Spool;
pub use spool_entry::{SpoolEntry, SpoolId};
use transmission::Transmission;

/// All about call records.
#[derive(Debug, Default)]
pub(super) struct CallRecords {
    transmission: Transmission,
    holder: Option<Holder>,
    spool: Spool,
    /// How many applications have been holders.
    holders: u32,
}

impl CallRecords {
    pub(super) fn holder(&self) -> Option<ApplicationId> {
        self.holder.as_ref().map(|holder| holder.application)
    }

    /// Whether the switch is to send records.
    pub(super) const fn is_wanted(&self) -> bool {
        self.transmission.is_wanted
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        let holder = self.holder.as_ref().and_then(|own| own.poll_timeout(&self.spool));
        let spool = self.spool.poll_timeout();
        self.transmission.restart_due.into_iter().chain(holder).chain(spool).min()
    }

    pub(super) fn status(&self) -> CallRecordStatus {
        CallRecordStatus {
            holder: self.holder(),
            is_sending: self.transmission.is_on(),
            is_wanted: self.transmission.is_wanted,
            spooled: self.spool.durable(),
            spooled_octets: self.spool.octets(),
            unspooled: self.spool.on_the_way(),
        }
    }
}
