//! Answers that come in segments, because they are too long for one message or always do.

use csta_codec::OctetString;
use csta_codec::rose::InvokeId;

use super::session::{DialogueReference, Session};

/// A segment of a list.
pub(super) struct Segment<'a, T> {
    /// The invoke id of its message.
    pub(super) invoke_id: InvokeId,
    /// Ties it to the answer that it follows.
    pub(super) reference: OctetString<'a>,
    pub(super) entries: &'a [T],
    /// Its number; the first is 1.
    pub(super) number: i64,
    /// Whether the list is complete with it.
    pub(super) last: bool,
}

/// Lets a list follow the answer to the present request, in messages none of which is longer than
/// the limit unless a single entry is; an empty list has one message. Gives the reference that the
/// answer has to tell.
pub(super) fn follow_in_segments<T>(
    session: &mut Session,
    limit: usize,
    entries: &[T],
    encode: impl Fn(&Segment<'_, T>) -> Vec<u8>,
) -> DialogueReference {
    let dialogue = session.next_dialogue();
    let reference = OctetString(&dialogue);
    let mut messages = Vec::new();
    let mut rest = Some(entries);
    while let Some(entries) = rest {
        let invoke_id = session.next_invoke();
        let number = messages.len() as i64 + 1;
        let message = |count: usize| {
            let (entries, behind) = entries.split_at_checked(count)?;
            let last = behind.is_empty();
            let octets = encode(&Segment { invoke_id, reference, entries, number, last });
            Some((octets, Some(behind).filter(|behind| !behind.is_empty())))
        };
        let fits = |count: usize| message(count).filter(|(octets, _)| octets.len() <= limit);
        let least = entries.len().min(1);
        let longest = (least + 1..=entries.len()).map_while(fits).last();
        // Never nothing: the least is not more than there is.
        let (octets, behind) = longest.or_else(|| message(least)).unwrap_or_default();
        messages.push(octets);
        rest = behind;
    }
    session.follow(messages);
    dialogue
}
