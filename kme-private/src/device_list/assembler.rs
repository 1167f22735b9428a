//! All dialogues of an association.

use std::collections::VecDeque;
use std::time::Instant;

use csta_codec::{OctetString, Owned};

use super::dialogue::Dialogue;
use super::{Completeness, DeviceListLimits, DeviceListOutcome};
use crate::{DeviceCategory, LinkedReply, PrivateDataCarrier, SystemData};

/// Names a dialogue of one [`DeviceListAssembler`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DialogueId(u64);

/// Puts lists of devices together from the segments in which a switch sends them.
///
/// The switch is asked for the devices of a category by an Escape request. It acknowledges with a
/// cross reference and then sends Escape requests of its own, each with that cross reference and
/// a segment of the list, the last one marked. Several dialogues go on at once; segments may come
/// out of order, repeated, or before the acknowledgement of their dialogue.
///
/// Nothing here sends, receives or looks at a clock:
///
/// 1. [`start`](Self::start), then send an Escape request with the argument that
///    [`escape_for_devices`](crate::escape_for_devices) makes;
/// 2. give its result to [`handle_result`](Self::handle_result), or, if it is an error,
///    [`cancel`](Self::cancel);
/// 3. give Escape requests of the switch to [`handle_reply`](Self::handle_reply) or
///    [`handle_private_data`](Self::handle_private_data);
/// 4. call [`handle_timeout`](Self::handle_timeout) at [`poll_timeout`](Self::poll_timeout);
/// 5. after each of these, fetch what has come of dialogues from
///    [`poll_outcome`](Self::poll_outcome).
///
/// The order of the messages and the use of the cross reference are observed, by two clients in
/// use, which do not answer the switch's Escape requests. How segments are numbered is not known;
/// see [`DeviceListLimits::first_segment`] and [`Completeness::SegmentsMissing`].
///
/// ```
/// use std::time::{Duration, Instant};
/// use csta_codec::OctetString;
/// use kme_private::{
///     Completeness, DeviceCategory, DeviceKind, DeviceListAssembler, DeviceNumber,
///     DeviceStateEntry, LinkedReply,
/// };
///
/// let now = Instant::now();
/// let mut assembler = DeviceListAssembler::default();
/// let dialogue = assembler.start(now, DeviceCategory::Station)?;
/// assembler.acknowledge(now, dialogue, OctetString(b"\x01"))?;
///
/// let devices = [DeviceStateEntry::in_service(
///     DeviceNumber::new(DeviceKind::Extension, 1), "101".into(),
/// )];
/// let reply = LinkedReply::of_devices(OctetString(b"\x01"), 1, false, devices.as_slice().into());
/// assembler.handle_reply(now, &reply);
/// assert!(assembler.poll_outcome().is_none());
///
/// // The last segment never comes.
/// assembler.handle_timeout(now + Duration::from_secs(60));
/// let list = assembler.poll_outcome().unwrap().list?;
/// assert_eq!(list.completeness(), Completeness::LastSegmentMissing);
/// assert_eq!(list.entries().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct DeviceListAssembler {
    limits: DeviceListLimits,
    started: u64,
    dialogues: Vec<Dialogue>,
    /// The oldest first.
    held: VecDeque<Held>,
    outcomes: VecDeque<DeviceListOutcome>,
}

/// A reply that may have come before its acknowledgement.
#[derive(Clone, Debug)]
struct Held {
    reply: Owned<LinkedReply<'static>>,
    until: Option<Instant>,
}

/// What an assembler did with a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Taken {
    /// It belongs to a dialogue.
    Taken,
    /// It belongs to a dialogue, which has it already.
    Repeated,
    /// It belongs to no dialogue yet, but one is not acknowledged: it is held for a while.
    Held,
    /// It belongs to no dialogue, or there is no room to hold it.
    NotTaken,
}

/// Why a dialogue cannot be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// As many dialogues as the limits allow are under way or have not been fetched.
    #[error("too many lists of devices are asked for at once")]
    TooManyDialogues,
}

/// Why an acknowledgement is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum AcknowledgeError {
    /// The result holds no acknowledgement of a request for data of the system.
    #[error("the result does not acknowledge a request for a list of devices")]
    NoAcknowledgement,
    /// The dialogue is over, or has never been.
    #[error("no such request for a list of devices is under way")]
    NoDialogue,
    /// The dialogue has been acknowledged before.
    #[error("the request for a list of devices is acknowledged already")]
    Repeated,
    /// Another dialogue under way has the same cross reference: their segments could not be told
    /// apart.
    #[error("another list of devices under way has the same cross reference")]
    CrossReferenceInUse,
}

impl DeviceListAssembler {
    /// An assembler with these limits.
    #[must_use]
    pub fn new(limits: DeviceListLimits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Starts a dialogue, whose request is to be sent now.
    ///
    /// # Errors
    ///
    /// If there are too many.
    pub fn start(
        &mut self,
        now: Instant,
        category: DeviceCategory,
    ) -> Result<DialogueId, StartError> {
        if self.dialogues.len() + self.outcomes.len() >= self.limits.dialogues {
            return Err(StartError::TooManyDialogues);
        }
        let id = DialogueId(self.started);
        self.started += 1;
        self.dialogues.push(Dialogue::start(now, id, category, &self.limits));
        Ok(id)
    }

    /// Takes the result of the request, as far as it carries private data.
    ///
    /// # Errors
    ///
    /// As [`acknowledge`](Self::acknowledge), and if there is no acknowledgement in the result.
    /// The dialogue goes on; [`cancel`](Self::cancel) ends it.
    pub fn handle_result<'a>(
        &mut self,
        now: Instant,
        dialogue: DialogueId,
        result: &impl PrivateDataCarrier<'a>,
    ) -> Result<(), AcknowledgeError> {
        match result.system_data() {
            Some(SystemData::Acknowledgement(cross_ref)) => {
                self.acknowledge(now, dialogue, cross_ref)
            }
            _ => Err(AcknowledgeError::NoAcknowledgement),
        }
    }

    /// Takes the cross reference by which the segments of a dialogue will be known, and the
    /// replies that came before it.
    ///
    /// # Errors
    ///
    /// If the dialogue does not wait for it, or another has the same one. The dialogue goes on;
    /// [`cancel`](Self::cancel) ends it.
    pub fn acknowledge(
        &mut self,
        now: Instant,
        dialogue: DialogueId,
        cross_ref: OctetString<'_>,
    ) -> Result<(), AcknowledgeError> {
        if self
            .dialogues
            .iter()
            .any(|other| other.id != dialogue && other.is_referred_by(cross_ref))
        {
            return Err(AcknowledgeError::CrossReferenceInUse);
        }
        let Some(dialogue) = self.dialogues.iter_mut().find(|known| known.id == dialogue) else {
            return Err(AcknowledgeError::NoDialogue);
        };
        if dialogue.is_acknowledged() {
            return Err(AcknowledgeError::Repeated);
        }
        dialogue.acknowledge(now, cross_ref, &self.limits);
        for held in std::mem::take(&mut self.held) {
            if held.until.is_some_and(|until| until <= now) {
                continue;
            }
            if held.reply.get().cross_ref_id == cross_ref {
                self.handle_reply(now, &held.reply.get());
            } else {
                self.held.push_back(held);
            }
        }
        self.forget_held(now);
        Ok(())
    }

    /// Takes the linked reply in an Escape request of the switch; `None` if there is none in it.
    pub fn handle_private_data<'a>(
        &mut self,
        now: Instant,
        request: &impl PrivateDataCarrier<'a>,
    ) -> Option<Taken> {
        match request.system_data()? {
            SystemData::LinkedReply(reply) => Some(self.handle_reply(now, &reply)),
            _ => None,
        }
    }

    /// Takes a linked reply.
    pub fn handle_reply(&mut self, now: Instant, reply: &LinkedReply<'_>) -> Taken {
        let Some(index) =
            self.dialogues.iter().position(|known| known.is_referred_by(reply.cross_ref_id))
        else {
            return self.hold(now, reply);
        };
        let Some(dialogue) = self.dialogues.get_mut(index) else {
            return Taken::NotTaken;
        };
        match dialogue.take(now, reply, &self.limits) {
            Ok(false) => return Taken::Repeated,
            Ok(true) => {
                if dialogue.completeness(&self.limits) == Completeness::Complete {
                    self.finish(index);
                }
            }
            Err(error) => {
                let dialogue = self.dialogues.remove(index).id;
                self.outcomes.push_back(DeviceListOutcome { dialogue, list: Err(error) });
            }
        }
        Taken::Taken
    }

    /// Ends a dialogue without outcome: its request has failed, or nobody waits for it any more.
    /// `false` if it was over already; an outcome that has not been fetched stays.
    pub fn cancel(&mut self, now: Instant, dialogue: DialogueId) -> bool {
        let before = self.dialogues.len();
        self.dialogues.retain(|known| known.id != dialogue);
        self.forget_held(now);
        self.dialogues.len() < before
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called next, if nothing comes until
    /// then.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        let dialogues = self.dialogues.iter().filter_map(Dialogue::deadline);
        dialogues.chain(self.held.iter().filter_map(|held| held.until)).min()
    }

    /// Ends the dialogues that have waited long enough, with what has come until `now`.
    pub fn handle_timeout(&mut self, now: Instant) {
        while let Some(index) = self
            .dialogues
            .iter()
            .position(|dialogue| dialogue.deadline().is_some_and(|deadline| deadline <= now))
        {
            self.finish(index);
        }
        self.forget_held(now);
    }

    /// The next outcome of a dialogue.
    pub fn poll_outcome(&mut self) -> Option<DeviceListOutcome> {
        self.outcomes.pop_front()
    }

    /// Whether no dialogue is under way and no outcome to be fetched.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.dialogues.is_empty() && self.outcomes.is_empty()
    }

    fn finish(&mut self, index: usize) {
        let dialogue = self.dialogues.remove(index);
        self.outcomes.push_back(DeviceListOutcome {
            dialogue: dialogue.id,
            list: dialogue.finish(&self.limits),
        });
    }

    /// Whether a reply can have come before its acknowledgement.
    fn awaits_acknowledgement(&self) -> bool {
        self.dialogues.iter().any(|dialogue| !dialogue.is_acknowledged())
    }

    fn hold(&mut self, now: Instant, reply: &LinkedReply<'_>) -> Taken {
        self.forget_held(now);
        if !self.awaits_acknowledgement() || self.held.len() >= self.limits.held {
            return Taken::NotTaken;
        }
        let reply = Owned::<LinkedReply<'static>>::new(reply);
        self.held.push_back(Held { reply, until: now.checked_add(self.limits.hold) });
        Taken::Held
    }

    /// Drops the held replies whose time is over, or all if no acknowledgement is to come.
    fn forget_held(&mut self, now: Instant) {
        if self.awaits_acknowledgement() {
            self.held.retain(|held| held.until.is_none_or(|until| until > now));
        } else {
            self.held.clear();
        }
    }
}
