//! Answers that come in segments: to whoever has asked, known by their cross reference.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::ber::Unknown;
use csta_codec::rose::Invoke;
use csta_codec::services::{
    CallSnapshot, DeviceSnapshot, Escape, EscapeResult, GetSwitchingFunctionDevices,
    GetSwitchingFunctionDevicesResult, SnapshotCall, SnapshotCallData, SnapshotCallResult,
    SnapshotDevice, SnapshotDeviceData, SnapshotDeviceResult, SwitchingFunctionDevices,
};
use csta_codec::{Element, OctetString, Operation, sequence};
use kme_private::{PrivateDataCarrier, SystemData};
use rustc_hash::FxHashMap;

use super::applications::Asker;
use super::clock::after;
use super::devices::with_linked_reply;
use super::machine::Core;
use super::message::{invocation, readable};
use super::{ApplicationId, Notice};

/// How many answers may be under way.
const MAX_OPEN: usize = 4096;
/// How long after the answer or a segment the next segment may come.
const SEGMENT_LIMIT: Duration = Duration::from_secs(60);
/// How many segments are held that may have come before the answer of their dialogue.
const MAX_HELD: usize = 256;
/// How long they are held.
const HOLD: Duration = Duration::from_secs(2);

/// What is answered in segments. Cross references of one are nothing to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    DeviceSnapshot,
    CallSnapshot,
    Devices,
    SystemData,
}

/// Who has asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Requester {
    Application(ApplicationId),
    /// The multiplexer itself.
    Core,
    /// An application that has gone.
    Nobody,
}

type Key = (Subject, Bytes);

/// Answers that come in segments.
#[derive(Debug, Default)]
pub(super) struct LinkedReplies {
    open: FxHashMap<Key, (Requester, Instant)>,
    /// Segments that belong to nothing known yet, the oldest first.
    held: VecDeque<Held>,
    /// When to look for what has ended without a last segment.
    due: Option<Instant>,
}

/// A segment that may have come before the answer of its dialogue.
#[derive(Debug)]
struct Held {
    until: Instant,
    key: Key,
    operation: i32,
    apdu: Bytes,
}

impl LinkedReplies {
    /// How many answers are under way for somebody.
    pub(super) fn open(&self) -> usize {
        self.open.values().filter(|(requester, _)| *requester != Requester::Nobody).count()
    }

    pub(super) fn held(&self) -> usize {
        self.held.len()
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        let held = self.held.front().map(|held| held.until);
        self.due.into_iter().chain(held).min()
    }
}

sequence! {
    /// What all segments begin with.
    struct Segment<'a> "Segment" {
        service_cross_ref_id "serviceCrossRefID": OctetString<'a>,
        segment_id "segmentID": i64 = OPTIONAL,
        last_segment "lastSegment": bool,
        rest "rest": Unknown<'a> = REST,
    }
}

impl Subject {
    /// What the segments that an operation carries are about; of Escape it is to be seen.
    const fn of_segment(operation: i32) -> Option<Self> {
        Some(match operation {
            SnapshotDeviceData::CODE => Self::DeviceSnapshot,
            SnapshotCallData::CODE => Self::CallSnapshot,
            SwitchingFunctionDevices::CODE => Self::Devices,
            _ => return None,
        })
    }
}

/// The cross reference by which the segments of an answer will be known, if it is answered in
/// segments.
fn cross_reference<'a>(operation: i32, result: &Element<'a>) -> Option<(Subject, OctetString<'a>)> {
    let subject = match operation {
        SnapshotDevice::CODE => Subject::DeviceSnapshot,
        SnapshotCall::CODE => Subject::CallSnapshot,
        GetSwitchingFunctionDevices::CODE => Subject::Devices,
        Escape::CODE => Subject::SystemData,
        _ => return None,
    };
    let reference = match subject {
        Subject::DeviceSnapshot => {
            let data = result.read::<SnapshotDeviceResult<'_>>().ok()?;
            match data.cross_ref_id_or_snapshot_data {
                DeviceSnapshot::ServiceCrossRefId(reference) => reference,
                _ => return None,
            }
        }
        Subject::CallSnapshot => {
            let data = result.read::<SnapshotCallResult<'_>>().ok()?;
            match data.cross_ref_id_or_snapshot_data {
                CallSnapshot::ServiceCrossRefId(reference) => reference,
                _ => return None,
            }
        }
        Subject::Devices => {
            result.read::<GetSwitchingFunctionDevicesResult<'_>>().ok()?.service_cross_ref_id
        }
        Subject::SystemData => match result.read::<EscapeResult<'_>>().ok()?.system_data()? {
            SystemData::Acknowledgement(reference) => reference,
            _ => return None,
        },
    };
    Some((subject, reference))
}

impl Core {
    /// The switch has answered a request of an application, which has been told: if it goes on in
    /// segments, they are for it.
    pub(super) fn expect_linked_replies(
        &mut self,
        now: Instant,
        asker: Asker,
        operation: i32,
        result: &Element<'_>,
    ) {
        if let Some((subject, reference)) = cross_reference(operation, result) {
            let requester = Requester::Application(asker.application);
            self.expect_replies(now, subject, reference.as_bytes(), requester);
        }
    }

    pub(super) fn expect_replies(
        &mut self,
        now: Instant,
        subject: Subject,
        reference: &[u8],
        requester: Requester,
    ) {
        let key = (subject, Bytes::copy_from_slice(reference));
        let until = after(now, SEGMENT_LIMIT);
        let replies = &mut self.linked_replies;
        if replies.open.len() < MAX_OPEN || replies.open.contains_key(&key) {
            replies.open.insert(key.clone(), (requester, until));
            replies.due.get_or_insert(until);
        }
        let held = std::mem::take(&mut replies.held);
        let (early, held): (Vec<_>, Vec<_>) = held.into_iter().partition(|own| own.key == key);
        replies.held = held.into();
        for Held { apdu, .. } in early {
            // It could be read when it came.
            let _ = readable(apdu, |apdu, decoded| {
                if let Some(invoke) = invocation(decoded) {
                    self.linked_reply(now, invoke, apdu);
                }
            });
        }
    }

    /// Takes an invocation of the switch if it is a segment.
    pub(super) fn linked_reply(&mut self, now: Instant, invoke: &Invoke<'_>, apdu: &Bytes) -> bool {
        let operation = invoke.operation.local().unwrap_or_default();
        let (key, is_last) = if let Some(subject) = Subject::of_segment(operation) {
            let Some(Ok(segment)) = invoke.argument.map(|own| own.read::<Segment<'_>>()) else {
                return false;
            };
            let reference = Bytes::copy_from_slice(segment.service_cross_ref_id.as_bytes());
            ((subject, reference), segment.last_segment)
        } else if operation == Escape::CODE
            && let Some((reference, is_last)) = with_linked_reply(invoke, |reply| {
                (Bytes::copy_from_slice(reply.cross_ref_id.as_bytes()), reply.last_segment)
            })
        {
            ((Subject::SystemData, reference), is_last)
        } else {
            return false;
        };
        let Some((requester, until)) = self.linked_replies.open.get_mut(&key) else {
            self.hold_reply(now, key, operation, apdu);
            return true;
        };
        *until = after(now, SEGMENT_LIMIT);
        let requester = *requester;
        if is_last {
            self.linked_replies.open.remove(&key);
        }
        match requester {
            Requester::Nobody => {}
            Requester::Application(application) => self.pass_on(application, invoke),
            Requester::Core => {
                with_linked_reply(invoke, |reply| self.devices_told(now, reply));
            }
        }
        true
    }

    fn hold_reply(&mut self, now: Instant, key: Key, operation: i32, apdu: &Bytes) {
        let replies = &mut self.linked_replies;
        if replies.held.len() >= MAX_HELD {
            replies.held.pop_front();
            self.notice(Notice::NobodyTakes { operation });
        }
        let held = Held { until: after(now, HOLD), key, operation, apdu: apdu.clone() };
        self.linked_replies.held.push_back(held);
    }

    /// Forgets what has taken too long.
    pub(super) fn tend_linked_replies(&mut self, now: Instant) {
        while let Some(held) = self.linked_replies.held.front().filter(|own| own.until <= now) {
            let operation = held.operation;
            self.linked_replies.held.pop_front();
            self.notice(Notice::NobodyTakes { operation });
        }
        if self.linked_replies.due.is_some_and(|due| due <= now) {
            self.linked_replies.open.retain(|_, (_, until)| *until > now);
            self.linked_replies.due =
                self.linked_replies.open.values().map(|(_, until)| *until).min();
        }
    }

    pub(super) fn forget_linked_replies(&mut self, application: ApplicationId) {
        for (requester, _) in self.linked_replies.open.values_mut() {
            if *requester == Requester::Application(application) {
                *requester = Requester::Nobody;
            }
        }
    }

    /// The switch has gone: no segment comes any more.
    pub(super) fn lose_linked_replies(&mut self) {
        self.linked_replies = LinkedReplies::default();
    }
}
