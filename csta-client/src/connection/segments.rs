//! Results that follow in segments: the switch answers with a cross reference and then invokes an
//! operation for each segment.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use csta_codec::{DecodeError, Element, Operation};
use tokio::sync::oneshot;

use super::command::{Answer, AnswerInSegments};
use crate::Error;
use crate::error::Cause;

/// The most segments of one result, and the most octets in them: 64 Ki and 16 MiB.
const MAX_SEGMENTS: usize = 1 << 16;
const MAX_OCTETS: usize = 1 << 24;

/// How many segments are held whose cross reference is not known yet.
const EARLY: usize = 64;

/// An operation whose result may follow in segments.
///
/// `'a: 'a` says that the lifetime is part of the function, as it is where it stands in a
/// projection alone.
pub(crate) trait Segmented: Operation {
    /// What the switch invokes for each segment.
    type Segment: Operation;

    /// The cross reference of the segments, or `None` if the result is all there is.
    fn cross_ref<'a: 'a>(result: &Self::Result<'a>) -> Option<&'a [u8]>;

    /// What the head of a segment says.
    fn segment<'a: 'a>(segment: &<Self::Segment as Operation>::Argument<'a>) -> Segment<'a>;
}

/// The head of a segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Segment<'a> {
    pub(crate) cross_ref: &'a [u8],
    pub(crate) number: Option<i64>,
    pub(crate) is_last: bool,
}

/// A [`Segmented`] operation without its type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SegmentForm {
    name: &'static str,
    segment: i32,
    cross_ref: fn(&Element<'_>) -> Result<Option<Vec<u8>>, DecodeError>,
    head: fn(&Element<'_>) -> Result<Head, DecodeError>,
}

/// [`Segment`], to be kept.
#[derive(Debug)]
struct Head {
    cross_ref: Vec<u8>,
    number: Option<i64>,
    is_last: bool,
}

impl SegmentForm {
    pub(crate) const fn of<O: Segmented>() -> Self {
        Self {
            name: O::NAME,
            segment: O::Segment::CODE,
            cross_ref: |result| {
                let result = result.read::<O::Result<'_>>()?;
                Ok(O::cross_ref(&result).map(<[u8]>::to_vec))
            },
            head: |segment| {
                let segment = segment.read::<<O::Segment as Operation>::Argument<'_>>()?;
                let Segment { cross_ref, number, is_last } = O::segment(&segment);
                Ok(Head { cross_ref: cross_ref.to_vec(), number, is_last })
            },
        }
    }
}

type Waiting = oneshot::Sender<Result<AnswerInSegments, Error>>;

/// The results of which segments are still to come.
#[derive(Debug, Default)]
pub(super) struct Segments {
    open: HashMap<(i32, Vec<u8>), Collection>,
    /// The requests that have no result yet, so that segments may come before it.
    asked: Vec<&'static SegmentForm>,
    early: Vec<(i32, Head, Answer)>,
}

#[derive(Debug)]
struct Collection {
    form: &'static SegmentForm,
    waiting: Waiting,
    result: Answer,
    segments: Vec<Answer>,
    octets: usize,
    /// The number of the segment before.
    last_number: Option<i64>,
    /// How long the next segment may take, and until when that is.
    limit: Duration,
    due: Instant,
}

impl Segments {
    /// Takes in that a request was sent.
    pub(super) fn ask(&mut self, form: &'static SegmentForm) {
        self.asked.push(form);
    }

    /// Takes in that a request has no result.
    pub(super) fn fail(&mut self, form: &'static SegmentForm, waiting: Waiting, error: Error) {
        self.answered(form);
        // Whoever waited may have gone away.
        let _ = waiting.send(Err(error));
    }

    /// Takes in the result of a request, whose segments may take `limit` each.
    pub(super) fn begin(
        &mut self,
        now: Instant,
        form: &'static SegmentForm,
        waiting: Waiting,
        result: Answer,
        limit: Duration,
    ) {
        let cross_ref = match (form.cross_ref)(&result.element()) {
            Ok(Some(cross_ref)) => cross_ref,
            Ok(None) => {
                let _ = waiting.send(Ok((result, Vec::new())));
                return self.answered(form);
            }
            Err(error) => {
                return self.fail(
                    form,
                    waiting,
                    Cause::Undecodable { operation: form.name, error }.into(),
                );
            }
        };
        let (segments, due) = (Vec::new(), now + limit);
        let collection = Collection {
            form,
            waiting,
            result,
            segments,
            octets: 0,
            last_number: None,
            limit,
            due,
        };
        let before = self.open.insert((form.segment, cross_ref.clone()), collection);
        if let Some(Collection { waiting, .. }) = before {
            // The switch has begun anew under the same reference.
            let _ = waiting.send(Err(Cause::SegmentMissing { operation: form.name }.into()));
        }
        let early = std::mem::take(&mut self.early);
        for (operation, head, segment) in early {
            if operation == form.segment && head.cross_ref == cross_ref {
                self.add(now, operation, head, segment);
            } else {
                self.early.push((operation, head, segment));
            }
        }
        self.answered(form);
    }

    fn answered(&mut self, form: &'static SegmentForm) {
        if let Some(index) = self.asked.iter().position(|asked| asked.segment == form.segment) {
            self.asked.swap_remove(index);
        }
        if self.asked.is_empty() {
            self.early.clear();
        }
    }

    /// Takes what the switch invokes, if it is a segment that is waited for.
    pub(super) fn take(&mut self, now: Instant, operation: i32, argument: &Answer) -> bool {
        let mut forms = self.open.values().map(|collection| &collection.form).chain(&self.asked);
        let Some(form) = forms.find(|form| form.segment == operation) else { return false };
        let Ok(head) = (form.head)(&argument.element()) else { return false };
        if self.open.contains_key(&(operation, head.cross_ref.clone())) {
            self.add(now, operation, head, argument.clone());
            return true;
        }
        let held =
            self.asked.iter().any(|asked| asked.segment == operation) && self.early.len() < EARLY;
        if held {
            self.early.push((operation, head, argument.clone()));
        }
        held
    }

    fn add(&mut self, now: Instant, operation: i32, head: Head, segment: Answer) {
        let key = (operation, head.cross_ref);
        let Some(collection) = self.open.get_mut(&key) else { return };
        let expected = collection.last_number.map(|last| last.saturating_add(1));
        let missing = expected.zip(head.number).is_some_and(|(expected, got)| expected != got);
        collection.last_number = head.number;
        collection.octets += segment.element().content().len();
        collection.segments.push(segment);
        collection.due = now + collection.limit;
        let operation = collection.form.name;
        if missing {
            self.finish(&key, Some(Cause::SegmentMissing { operation }));
        } else if collection.segments.len() > MAX_SEGMENTS || collection.octets > MAX_OCTETS {
            self.finish(&key, Some(Cause::TooManySegments { operation }));
        } else if head.is_last {
            self.finish(&key, None);
        }
    }

    fn finish(&mut self, key: &(i32, Vec<u8>), failure: Option<Cause>) {
        if let Some(collection) = self.open.remove(key) {
            let Collection { waiting, result, segments, .. } = collection;
            let _ = waiting.send(match failure {
                Some(cause) => Err(cause.into()),
                None => Ok((result, segments)),
            });
        }
    }

    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.open.values().map(|collection| collection.due).min()
    }

    pub(super) fn handle_timeout(&mut self, now: Instant) {
        let due = self.open.iter().filter(|(_, collection)| collection.due <= now);
        let due: Vec<_> = due.map(|(key, _)| key.clone()).collect();
        for key in due {
            if let Some(collection) = self.open.get(&key) {
                let (operation, after) = (collection.form.name, collection.limit);
                self.finish(&key, Some(Cause::SegmentTimedOut { operation, after }));
            }
        }
    }

    /// Ends all, since no segment can come any more.
    pub(super) fn end(&mut self, error: &Error) {
        for (_, collection) in self.open.drain() {
            let _ = collection.waiting.send(Err(error.clone()));
        }
    }
}
