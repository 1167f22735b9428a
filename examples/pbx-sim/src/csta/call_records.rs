//! Call detail records: kept until an application has confirmed them.

use std::collections::BTreeMap;
use std::time::Instant;

use config_file::time::LONGEST;
use csta_codec::rose::InvokeId;
use csta_codec::types::{CdrReason, CdrTransferMode};

use super::clock::TimeOfDay;
use super::switch::ApplicationId;
use crate::config::Records;
use crate::model::Record;

/// Names a transmission.
pub(super) type CdrReference = [u8; 2];

/// The records, and the application they are sent to.
#[derive(Clone, Debug, Default)]
pub(super) struct CallRecords {
    kept: BTreeMap<u64, Kept>,
    last: u64,
    transmissions: u16,
    pub(super) transmission: Option<Transmission>,
}

/// A record that is kept.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) record: Record,
    /// When its call ended.
    pub(super) time: TimeOfDay,
}

/// The transmission of records to an application. There is one at most.
#[derive(Clone, Debug)]
pub(super) struct Transmission {
    pub(super) application: ApplicationId,
    pub(super) reference: CdrReference,
    mode: CdrTransferMode,
    /// The records that were asked for and are not confirmed yet, in their order.
    asked: Vec<u64>,
    unconfirmed: Option<Unconfirmed>,
    /// The application is not told before that it can fetch records.
    notify_due: Instant,
}

/// A report that waits for its confirmation.
#[derive(Clone, Debug)]
struct Unconfirmed {
    invoke_id: InvokeId,
    records: Vec<u64>,
    due: Instant,
}

/// What is to be sent.
pub(super) enum Sending<'a> {
    /// That there are records to be fetched.
    Notification(CdrReason),
    /// Records, as many of these as fit.
    Report {
        records: Vec<(u64, &'a Kept)>,
        /// They were asked for: the application waits for the last.
        asked: bool,
    },
}

impl CallRecords {
    /// Keeps a record. Tells whether the oldest one was lost for it.
    pub(super) fn keep(&mut self, limits: Records, kept: Kept) -> bool {
        self.last += 1;
        self.kept.insert(self.last, kept);
        let full = self.kept.len() > limits.capacity;
        if full {
            self.kept.pop_first();
        }
        full
    }

    /// Begins a transmission; `None` if there is one.
    pub(super) fn start(
        &mut self,
        now: Instant,
        limits: Records,
        application: ApplicationId,
        mode: CdrTransferMode,
    ) -> Option<CdrReference> {
        if self.transmission.is_some() {
            return None;
        }
        self.transmissions = self.transmissions.wrapping_add(1);
        let reference = self.transmissions.to_be_bytes();
        let by_number = mode == CdrTransferMode::TransferOnThresholdReached;
        self.transmission = Some(Transmission {
            application,
            reference,
            mode,
            asked: Vec::new(),
            unconfirmed: None,
            notify_due: if by_number { now } else { now + limits.notify_after.min(LONGEST) },
        });
        Some(reference)
    }

    /// Ends the transmission of this reference; `None` if there is none.
    pub(super) fn stop(&mut self, application: ApplicationId, reference: &[u8]) -> Option<()> {
        self.owned(application, reference)?;
        self.transmission = None;
        Some(())
    }

    /// Ends the transmission to an application that has gone.
    pub(super) fn forget(&mut self, application: ApplicationId) {
        self.transmission.take_if(|own| own.application == application);
    }

    fn owned(&mut self, application: ApplicationId, reference: &[u8]) -> Option<&mut Transmission> {
        let own = self.transmission.as_mut()?;
        (own.application == application && own.reference == reference).then_some(own)
    }

    /// Asks for what is kept, of a span of time or all. `None` if there is no such transmission;
    /// otherwise how many records will come.
    pub(super) fn ask(
        &mut self,
        application: ApplicationId,
        reference: &[u8],
        wanted: impl Fn(&Kept) -> bool,
    ) -> Option<usize> {
        let asked: Vec<_> =
            self.kept.iter().filter(|(_, kept)| wanted(kept)).map(|(id, _)| *id).collect();
        let own = self.owned(application, reference)?;
        let count = asked.len();
        own.asked = asked;
        Some(count)
    }

    /// Takes in that a report was confirmed. What is confirmed is not kept any longer.
    pub(super) fn confirm(&mut self, application: ApplicationId, invoke_id: InvokeId) {
        let Some(own) = self.transmission.as_mut().filter(|own| own.application == application)
        else {
            return;
        };
        if let Some(confirmed) = own.unconfirmed.take_if(|report| report.invoke_id == invoke_id) {
            own.asked.retain(|id| !confirmed.records.contains(id));
            self.kept.retain(|id, _| !confirmed.records.contains(id));
        }
    }

    /// Takes in that a report was sent.
    pub(super) fn sent(&mut self, invoke_id: InvokeId, records: Vec<u64>, due: Instant) {
        if let Some(own) = &mut self.transmission {
            own.unconfirmed = Some(Unconfirmed { invoke_id, records, due });
        }
    }

    /// When something is to be sent at the latest, if not before.
    pub(super) fn due(&self, limits: Records) -> Option<Instant> {
        let own = self.transmission.as_ref()?;
        let report = own.unconfirmed.as_ref().map(|report| report.due);
        let enough = own.enough(limits).is_some_and(|enough| self.kept.len() >= enough);
        report.or_else(|| enough.then_some(own.notify_due))
    }

    /// What is to be sent now, if anything is.
    pub(super) fn next(&mut self, now: Instant, limits: Records) -> Option<Sending<'_>> {
        let own = self.transmission.as_mut()?;
        if own.unconfirmed.as_ref().is_some_and(|report| report.due > now) {
            return None;
        }
        own.unconfirmed = None; // and what it reported is sent again
        let asked = own.mode != CdrTransferMode::TransferAtEndOfCall;
        let kept = self.kept.iter().map(|(id, kept)| (*id, kept));
        let records: Vec<_> =
            kept.filter(|(id, _)| !asked || own.asked.binary_search(id).is_ok()).collect();
        if !records.is_empty() {
            return Some(Sending::Report { records, asked });
        }
        if self.kept.len() < own.enough(limits)? || own.notify_due > now {
            return None;
        }
        own.notify_due = now + limits.notify_after.min(LONGEST);
        let by_number = own.mode == CdrTransferMode::TransferOnThresholdReached;
        let reason = if by_number { CdrReason::ThresholdReached } else { CdrReason::Timeout };
        Some(Sending::Notification(reason))
    }
}

impl Transmission {
    /// How many records have to wait before the application is told; `None`: it is not told.
    fn enough(&self, limits: Records) -> Option<usize> {
        match self.mode {
            CdrTransferMode::TransferAtEndOfCall => None,
            CdrTransferMode::TransferOnThresholdReached => Some(limits.threshold.max(1)),
            _ => Some(1),
        }
    }
}
