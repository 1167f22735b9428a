//! The switch's side of a recording, played to an application.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use bytes::Bytes;
use csta_codec::rose::{Code, Invoke, InvokeId, ReturnError, Rose};
use csta_codec::types::{OperationErrors, UniversalFailure};
use csta_codec::{Apdu, Ber, Element, OperationInfo};

use super::Recording;
use crate::server::Direction;

/// Plays the switch's side of one association of a recording.
///
/// What the switch sent is sent again: at once after what came before it, or in its time. What the
/// application asked for is waited for: the request that equals the recorded one but for its
/// invoke id, else the first of the same operation, in whatever order they come. Results and errors
/// get the invoke ids of the new requests. A request that was not recorded is refused.
///
/// It does no I/O: give it APDUs by [`handle_apdu`](Self::handle_apdu), then take what
/// [`poll_transmit`](Self::poll_transmit) and [`poll_remark`](Self::poll_remark) have, and call
/// [`handle_timeout`](Self::handle_timeout) at [`poll_timeout`](Self::poll_timeout).
#[derive(Clone, Debug)]
pub struct Replay {
    entries: Vec<Entry>,
    /// What is next.
    cursor: usize,
    /// When the recording would have begun, if it had not been held up by requests that came late.
    origin: Instant,
    in_time: bool,
    transmit: VecDeque<Bytes>,
    remarks: VecDeque<Remark>,
    /// The request of which it was said that it is waited for.
    told: Option<usize>,
}

/// What there is to be said of a replay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The recording goes on when the application asks for this.
    WaitsFor(String),
    /// The application has asked for what was not recorded.
    NotRecorded(String),
    /// Everything was sent.
    Over,
}

/// A frame of the recording, so long after its beginning.
#[derive(Clone, Debug)]
struct Entry {
    after: Duration,
    what: Recorded,
}

#[derive(Clone, Debug)]
enum Recorded {
    /// The switch sends this.
    Sends(Bytes),
    /// The switch answers a request.
    Answers(InvokeId, Bytes),
    /// The application asks for something; by which id it has in this replay.
    Asked { apdu: Bytes, recorded: InvokeId, now: Option<InvokeId> },
}

impl Recording {
    /// Its associations: each begins with the request for one. A recording without any is one.
    #[must_use]
    pub fn associations(&self) -> Vec<Self> {
        let mut parts = vec![Self::default()];
        for frame in &self.0 {
            let requests =
                frame.direction == Direction::ToSwitch && frame.apdu.first() == Some(&0x60);
            if requests && parts.last().is_some_and(|part| !part.0.is_empty()) {
                parts.push(Self::default());
            }
            if let Some(part) = parts.last_mut() {
                part.0.push(frame.clone());
            }
        }
        parts
    }
}

impl Replay {
    /// Plays the frames of a recording from a time on, in the times in which they were recorded or
    /// as fast as it goes.
    #[must_use]
    pub fn new(recording: &Recording, begin: Instant, in_time: bool) -> Self {
        let first = recording.0.first().map(|frame| frame.time);
        let after = |frame: &super::Frame| {
            let after = first.map(|first| frame.time.duration_since(first));
            after.and_then(|after| after.try_into().ok()).unwrap_or_default()
        };
        let entries = recording.0.iter().filter_map(|frame| {
            let what = Recorded::of(frame.direction, &frame.apdu)?;
            Some(Entry { after: after(frame), what })
        });
        let mut replay = Self {
            entries: entries.collect(),
            cursor: 0,
            origin: begin,
            in_time,
            transmit: VecDeque::new(),
            remarks: VecDeque::new(),
            told: None,
        };
        replay.go_on(begin);
        replay
    }

    /// Takes what the application sends.
    pub fn handle_apdu(&mut self, now: Instant, frame: &Bytes) {
        // Answers and what is no message take nothing further.
        if let Ok(Apdu::Rose(Rose::Invoke(invoke))) = Apdu::decode(frame) {
            match self.asked(&invoke, frame).and_then(|at| self.entries.get_mut(at)) {
                Some(Entry { what: Recorded::Asked { now: id, .. }, .. }) => {
                    *id = Some(invoke.invoke_id);
                }
                _ => self.refuse(&invoke),
            }
            self.go_on(now);
        }
    }

    /// Sends what is due.
    pub fn handle_timeout(&mut self, now: Instant) {
        self.go_on(now);
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        let next = self.entries.get(self.cursor)?;
        match next.what {
            Recorded::Asked { .. } => None,
            Recorded::Sends(_) | Recorded::Answers(..) => Some(self.origin + next.after),
        }
    }

    /// What is to be sent next.
    #[must_use]
    pub fn poll_transmit(&mut self) -> Option<Bytes> {
        self.transmit.pop_front()
    }

    /// What there is to be said.
    #[must_use]
    pub fn poll_remark(&mut self) -> Option<Remark> {
        self.remarks.pop_front()
    }

    /// Where the recorded request is that a request is, if it has not come yet.
    fn asked(&self, invoke: &Invoke<'_>, frame: &Bytes) -> Option<usize> {
        let waiting = |entry: &Entry| matches!(entry.what, Recorded::Asked { now: None, .. });
        let equals = |entry: &Entry, wanted: &Bytes| match &entry.what {
            Recorded::Asked { apdu, recorded, .. } => {
                renumbered(wanted, *recorded).as_ref() == Some(apdu)
            }
            _ => false,
        };
        let same = |entry: &Entry| match &entry.what {
            Recorded::Asked { apdu, .. } => operation(apdu) == Some(invoke.operation),
            _ => false,
        };
        let entries = self.entries.get(self.cursor..)?;
        let find = |fits: &dyn Fn(&Entry) -> bool| {
            entries.iter().position(|entry| waiting(entry) && fits(entry))
        };
        let found = find(&|entry| equals(entry, frame)).or_else(|| find(&same))?;
        Some(self.cursor + found)
    }

    fn refuse(&mut self, invoke: &Invoke<'_>) {
        self.remarks.push_back(Remark::NotRecorded(name(invoke.operation)));
        let failure = UniversalFailure::Operation(OperationErrors::Generic).encode();
        if let Ok(parameter) = Element::decode(&failure) {
            let mut error = ReturnError::new(invoke.invoke_id, Code::Local(1));
            error.parameter = Some(parameter);
            self.transmit.push_back(Apdu::from(Rose::ReturnError(error)).encode().into());
        }
    }

    /// Goes through what is next as far as it is due.
    fn go_on(&mut self, now: Instant) {
        let before = self.cursor;
        while let Some(Entry { after, what }) = self.entries.get(self.cursor) {
            let due = self.origin + *after;
            match what {
                Recorded::Asked { now: None, apdu, .. } => {
                    if self.told != Some(self.cursor) {
                        self.told = Some(self.cursor);
                        let wanted = operation(apdu).map_or_else(String::new, name);
                        self.remarks.push_back(Remark::WaitsFor(wanted));
                    }
                    return;
                }
                // What comes behind a late request comes as much later.
                Recorded::Asked { .. } => self.origin += now.saturating_duration_since(due),
                _ if self.in_time && due > now => return,
                Recorded::Sends(apdu) => self.transmit.push_back(apdu.clone()),
                Recorded::Answers(recorded, apdu) => {
                    let answer = self.id(*recorded).and_then(|id| renumbered(apdu, id));
                    self.transmit.extend(answer);
                }
            }
            self.cursor += 1;
        }
        if self.cursor > before {
            self.remarks.push_back(Remark::Over);
        }
    }

    /// The id that a recorded request has in this replay: the last one before the cursor.
    fn id(&self, wanted: InvokeId) -> Option<InvokeId> {
        let before = self.entries.get(..self.cursor)?;
        before.iter().rev().find_map(|entry| match entry.what {
            Recorded::Asked { recorded, now, .. } if recorded == wanted => now,
            _ => None,
        })
    }
}

impl Recorded {
    /// What a frame is to a replay. Associations are made by who serves, and what the application
    /// answered is not waited for.
    fn of(direction: Direction, apdu: &Bytes) -> Option<Self> {
        let decoded = Apdu::decode(apdu);
        match (direction, decoded) {
            (_, Ok(Apdu::Acse(_))) => None,
            (Direction::ToSwitch, Ok(Apdu::Rose(Rose::Invoke(invoke)))) => {
                let (apdu, recorded) = (apdu.clone(), invoke.invoke_id);
                Some(Self::Asked { apdu, recorded, now: None })
            }
            (Direction::ToSwitch, _) => None,
            (Direction::FromSwitch, Ok(Apdu::Rose(Rose::ReturnResult(result)))) => {
                Some(Self::Answers(result.invoke_id, apdu.clone()))
            }
            (Direction::FromSwitch, Ok(Apdu::Rose(Rose::ReturnError(error)))) => {
                Some(Self::Answers(error.invoke_id, apdu.clone()))
            }
            (Direction::FromSwitch, _) => Some(Self::Sends(apdu.clone())),
        }
    }
}

/// The same message with another invoke id.
fn renumbered(apdu: &Bytes, id: InvokeId) -> Option<Bytes> {
    let Ok(Apdu::Rose(mut rose)) = Apdu::decode(apdu) else {
        return None;
    };
    match &mut rose {
        Rose::Invoke(invoke) => invoke.invoke_id = id,
        Rose::ReturnResult(result) => result.invoke_id = id,
        Rose::ReturnError(error) => error.invoke_id = id,
        _ => return None,
    }
    Some(Apdu::from(rose).encode().into())
}

/// The operation that an APDU asks for.
fn operation(apdu: &Bytes) -> Option<Code<'_>> {
    match Apdu::decode(apdu) {
        Ok(Apdu::Rose(Rose::Invoke(invoke))) => Some(invoke.operation),
        _ => None,
    }
}

fn name(operation: Code<'_>) -> String {
    let code = operation.local().unwrap_or_default();
    let known = OperationInfo::by_code(code);
    known.map_or_else(|| format!("operation {code}"), |known| known.name.to_owned())
}
