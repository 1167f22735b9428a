//! The one trait of everything that stands on the wire.

use super::member::{inner, wrong_form};
use super::{Tag, TagSet, Writer, header};
use crate::error::{DecodeError, DecodeErrorKind, Place};

/// A type that is read from BER and written as BER.
///
/// Implemented by the declaration macros; what users call are [`decode`](Ber::decode),
/// [`decode_into`](Ber::decode_into) and [`encode`](Ber::encode).
///
/// ```
/// use csta_codec::{Ber, types::{CallingDeviceId, DeviceId}};
///
/// let caller = CallingDeviceId::DeviceIdentifier(DeviceId::dialing_number("111"));
/// let octets = caller.encode();
/// assert_eq!(octets, [0x61, 0x07, 0x30, 0x05, 0x80, 0x03, b'1', b'1', b'1']);
/// assert_eq!(CallingDeviceId::decode(&octets)?, caller);
/// # Ok::<(), csta_codec::DecodeError>(())
/// ```
pub trait Ber<'a>: Sized + Copy + 'a {
    /// The name of the type in the ASN.1 module.
    const NAME: &'static str;

    /// The tag of the type, or [`Tag::NONE`] for an untagged CHOICE.
    const TAG: Tag;

    /// Each tag that a value can begin with.
    const TAGS: TagSet = TagSet::of(Self::TAG);

    /// The same type borrowing for another lifetime.
    type At<'b>: Ber<'b>;

    /// A value to be filled; no value that means anything.
    #[doc(hidden)]
    fn empty() -> Self;

    /// Fills the value, which is [`empty`](Self::empty), from the content of an element. After an
    /// error it is half filled, so this is not for users. The tag matters to an untagged CHOICE
    /// alone.
    #[doc(hidden)]
    fn fill(&mut self, tag: Tag, content: &'a [u8]) -> Result<(), DecodeError>;

    /// Puts the content octets into the room so that they end at `end`, and gives where they begin;
    /// see [`prepend`](super::prepend).
    #[doc(hidden)]
    fn put_content(&self, room: &mut [u8], end: usize) -> usize;

    /// Puts the value as [`put_content`](Self::put_content) does its content.
    #[doc(hidden)]
    #[inline]
    fn put(&self, room: &mut [u8], end: usize) -> usize {
        let start = self.put_content(room, end);
        if Self::TAG.is_none() { start } else { header(Self::TAG, room, start, end) }
    }

    /// Writes the content octets in front of what the writer holds.
    #[doc(hidden)]
    fn write_content(&self, writer: &mut Writer) {
        writer.put(|room, end| self.put_content(room, end));
    }

    /// Writes the value in front of what the writer holds.
    #[inline]
    fn write(&self, writer: &mut Writer) {
        writer.put(|room, end| self.put(room, end));
    }

    /// Reads a value that takes up all of `octets`.
    ///
    /// Nothing is copied and nothing allocated; the value borrows from `octets`. Members and
    /// elements that the type does not have are skipped.
    ///
    /// # Errors
    ///
    /// What is wrong and where, see [`DecodeError`]. Indefinite lengths and constructed strings
    /// are errors here; [`normalise`](super::normalise) and [`Owned`](crate::Owned) cope with them.
    // Filled where it is returned, and not inlined, which would lose that: a large event is
    // kilobytes, and moving it costs half of reading it.
    #[inline(never)]
    fn decode(octets: &'a [u8]) -> Result<Self, DecodeError> {
        let mut result = Ok(Self::empty());
        if let Ok(value) = &mut result
            && let Err(error) = value.decode_into(octets)
        {
            result = Err(error);
        }
        result
    }

    /// Reads a value as [`decode`](Ber::decode) does, into one that is there already.
    ///
    /// This is for hot loops: it saves moving large values.
    ///
    /// # Errors
    ///
    /// As [`decode`](Ber::decode). The old value is lost then, and the new one holds what was
    /// read until the error, or nothing.
    #[inline]
    fn decode_into(&mut self, octets: &'a [u8]) -> Result<(), DecodeError> {
        fill_whole(self, octets)
    }

    /// The value in BER, in definite and minimal lengths.
    #[must_use]
    fn encode(&self) -> Vec<u8> {
        const ROOM: usize = 512;
        let mut room = [0; ROOM];
        let start = self.put(&mut room, ROOM);
        if let Some(octets) = room.get(start..) {
            return octets.to_vec();
        }
        let length = ROOM.wrapping_sub(start);
        let mut octets = vec![0; length];
        self.put(&mut octets, length);
        octets
    }
}

/// Fills a value, whatever it held, from the one element that takes up all of `octets`.
#[inline]
pub(crate) fn fill_whole<'a, T: Ber<'a>>(
    value: &mut T,
    octets: &'a [u8],
) -> Result<(), DecodeError> {
    *value = T::empty();
    inner(octets).and_then(|(tag, content)| fill_top(value, tag, content)).map_err(|error| {
        let place = const { &Place { type_name: T::NAME, member: "" } };
        error.within(place).relative_to(octets)
    })
}

/// Fills a value from an element that must be of its type.
#[doc(hidden)]
#[inline]
pub fn fill_top<'a, T: Ber<'a>>(
    value: &mut T,
    tag: Tag,
    content: &'a [u8],
) -> Result<(), DecodeError> {
    let is_its_own = if T::TAG.is_none() { !tag.is_none() } else { tag == T::TAG };
    if is_its_own { value.fill(tag, content) } else { Err(unexpected(T::TAG, tag, content)) }
}

/// The error of an element that has not the tag it should.
#[cold]
#[inline(never)]
fn unexpected(own: Tag, tag: Tag, content: &[u8]) -> DecodeError {
    if tag.is_none() {
        DecodeError::new(DecodeErrorKind::Truncated, content)
    } else if own.matches(tag) {
        wrong_form(tag, content)
    } else {
        DecodeError::new(DecodeErrorKind::UnexpectedTag, content)
    }
}
