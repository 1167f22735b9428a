//! What ends with an association.

use std::collections::BTreeMap;
use std::time::Instant;

use csta_codec::rose::InvokeId;
use csta_codec::services::{RequestTypes, StatusFilter};
use csta_codec::types::SystemResourceAvailabilityErrors;

use super::failure::Refusal;
use super::monitor::Monitors;
use super::service::Asked;
use super::switch::ApplicationId;

/// The largest invoke id that the switch gives; then it starts again at 1.
const MAX_INVOKE_ID: InvokeId = 32_767;

/// Names a dialogue of several messages within an association.
pub(super) type DialogueReference = [u8; 4];

/// What ends with an association.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) monitors: Monitors,
    pub(super) status_due: Instant,
    /// For what the application has registered.
    pub(super) registration: Option<Registration>,
    /// How many reports of events are still not to be sent.
    pub(super) lost_events: u32,
    last_invoke: InvokeId,
    /// How many answers were given in segments.
    dialogues: u32,
    /// Messages that follow the answer to a request.
    behind: Vec<Vec<u8>>,
}

/// For what an application has registered, and which states it does not want to be told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Registration {
    pub(super) reference: DialogueReference,
    pub(super) types: RequestTypes,
    pub(super) filter: StatusFilter,
}

impl Session {
    pub(super) fn new(now: Instant) -> Self {
        Self {
            monitors: Monitors::default(),
            status_due: now,
            registration: None,
            lost_events: 0,
            last_invoke: 0,
            dialogues: 0,
            behind: Vec::new(),
        }
    }

    /// The switch numbers its invocations from 1.
    pub(super) const fn next_invoke(&mut self) -> InvokeId {
        self.last_invoke = self.last_invoke % MAX_INVOKE_ID + 1;
        self.last_invoke
    }

    /// Begins an answer in segments.
    pub(super) const fn next_dialogue(&mut self) -> DialogueReference {
        self.dialogues = self.dialogues.wrapping_add(1);
        self.dialogues.to_be_bytes()
    }

    /// Whether the next report of an event is one that is not to be sent.
    pub(super) const fn loses_event(&mut self) -> bool {
        let lost = self.lost_events > 0;
        self.lost_events = self.lost_events.saturating_sub(1);
        lost
    }

    /// Lets messages follow the answer to the present request.
    pub(super) fn follow(&mut self, messages: Vec<Vec<u8>>) {
        self.behind = messages;
    }

    pub(super) fn take_behind(&mut self) -> Vec<Vec<u8>> {
        core::mem::take(&mut self.behind)
    }
}

/// The session of whoever asks.
pub(super) fn session<'a>(
    sessions: &'a mut BTreeMap<ApplicationId, Session>,
    asked: &Asked<'_>,
) -> Result<&'a mut Session, Refusal> {
    let closed = Refusal::system(SystemResourceAvailabilityErrors::ResourceOutOfService);
    sessions.get_mut(&asked.from).ok_or(closed)
}
