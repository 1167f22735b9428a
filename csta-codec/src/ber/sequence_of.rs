//! Parts of a value that stay encoded: lists, and large members that are seldom read.

use core::fmt;
use core::marker::PhantomData;

use super::reader::{Reader, is_minimal};
use super::value::fill_top;
use super::{Ber, Tag, TagSet, prepend};
use crate::error::DecodeError;

/// How deep a part may be to be written as it was read; the deepest legal value has 12 levels.
const MAX_DEPTH: u32 = 32;

/// A SEQUENCE OF: values of one type, one after the other.
///
/// A decoded list is a view that has been validated once and decodes as it is iterated; a list to
/// be encoded is a slice of values.
///
/// ```
/// use csta_codec::{Ber, SequenceOf};
///
/// let octets = SequenceOf::from([1_i64, 2, 3].as_slice()).encode();
/// let list = SequenceOf::<i64>::decode(&octets)?;
/// assert_eq!(list.iter().sum::<i64>(), 6);
/// # Ok::<(), csta_codec::DecodeError>(())
/// ```
#[derive(Clone, Copy)]
pub struct SequenceOf<'a, T>(List<'a, T>);

#[derive(Clone, Copy)]
enum List<'a, T> {
    Encoded(&'a [u8]),
    Values(&'a [T]),
}

impl<'a, T: Ber<'a>> SequenceOf<'a, T> {
    /// The values.
    #[must_use]
    pub fn iter(&self) -> Iter<'a, T> {
        let (encoded, values) = match self.0 {
            List::Encoded(content) => (content, [].iter()),
            List::Values(values) => ([].as_slice(), values.iter()),
        };
        Iter { encoded: Reader::new(encoded), values }
    }

    /// Whether there is no value.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        match self.0 {
            List::Encoded(content) => content.is_empty(),
            List::Values(values) => values.is_empty(),
        }
    }
}

impl<'a, T> From<&'a [T]> for SequenceOf<'a, T> {
    fn from(values: &'a [T]) -> Self {
        Self(List::Values(values))
    }
}

impl<'a, T: Ber<'a>> IntoIterator for SequenceOf<'a, T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

/// The values of a [`SequenceOf`].
#[derive(Clone, Debug)]
pub struct Iter<'a, T> {
    encoded: Reader<'a>,
    values: core::slice::Iter<'a, T>,
}

impl<'a, T: Ber<'a>> Iterator for Iter<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if let Some(value) = self.values.next() {
            return Some(*value);
        }
        // Validated when the list was: an error cannot be, and would end the list.
        let (tag, content) = self.encoded.next().ok()?;
        let mut value = T::empty();
        fill_top(&mut value, tag, content).ok()?;
        Some(value)
    }
}

impl<'a, T: Ber<'a>> Ber<'a> for SequenceOf<'a, T> {
    const NAME: &'static str = "SEQUENCE OF";
    const TAG: Tag = Tag::constructed(16);
    type At<'b> = SequenceOf<'b, T::At<'b>>;

    #[inline(always)]
    fn empty() -> Self {
        Self(List::Encoded(&[]))
    }

    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        let mut reader = Reader::new(content);
        loop {
            let (tag, element) = reader.next()?;
            if tag.is_none() {
                break;
            }
            fill_top(&mut T::empty(), tag, element)?;
        }
        self.0 = List::Encoded(content);
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        match self.0 {
            List::Encoded(content) if is_minimal(content, MAX_DEPTH) => prepend(content, room, end),
            // What came in longer lengths than it needs goes out in minimal ones.
            List::Encoded(_) => {
                let values: Vec<T> = self.iter().collect();
                values.iter().rev().fold(end, |end, value| value.put(room, end))
            }
            List::Values(values) => {
                values.iter().rev().fold(end, |end, value| value.put(room, end))
            }
        }
    }
}

/// Compares the values, however they are kept.
impl<'a, T: Ber<'a> + PartialEq> PartialEq for SequenceOf<'a, T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<'a, T: Ber<'a> + fmt::Debug> fmt::Debug for SequenceOf<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A member that is large and seldom read: it stays encoded until [`get`](Rare::get) is called.
///
/// It was validated with the value it stands in, so reading it cannot fail.
#[derive(Clone, Copy)]
pub struct Rare<'a, T> {
    // An untagged CHOICE is told by its tag, which the content does not have.
    tag: Tag,
    kept: Kept<'a, T>,
}

#[derive(Clone, Copy)]
enum Kept<'a, T> {
    Encoded(&'a [u8], PhantomData<T>),
    Value(&'a T),
}

impl<'a, T: Ber<'a>> Rare<'a, T> {
    /// A member to be encoded.
    #[must_use]
    pub const fn new(value: &'a T) -> Self {
        Self { tag: Tag::NONE, kept: Kept::Value(value) }
    }

    /// The value.
    #[must_use]
    pub fn get(&self) -> T {
        let mut value = T::empty();
        match self.kept {
            Kept::Value(kept) => value = *kept,
            // Validated when it was read: an error cannot be.
            Kept::Encoded(content, _) => drop(value.fill(self.tag, content)),
        }
        value
    }
}

impl<'a, T: Ber<'a>> Ber<'a> for Rare<'a, T> {
    const NAME: &'static str = T::NAME;
    const TAG: Tag = T::TAG;
    const TAGS: TagSet = T::TAGS;
    type At<'b> = Rare<'b, T::At<'b>>;

    #[inline(always)]
    fn empty() -> Self {
        Self { tag: Tag::NONE, kept: Kept::Encoded(&[], PhantomData) }
    }

    #[inline(never)]
    fn fill(&mut self, tag: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        T::empty().fill(tag, content)?;
        *self = Self { tag, kept: Kept::Encoded(content, PhantomData) };
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        match self.kept {
            Kept::Value(value) => value.put_content(room, end),
            // What the content is of, the tag of an untagged CHOICE tells, which it does not have.
            Kept::Encoded(content, _) if !T::TAG.is_none() && is_minimal(content, MAX_DEPTH) => {
                prepend(content, room, end)
            }
            Kept::Encoded(..) => self.get().put_content(room, end),
        }
    }
}

/// Compares the values, however they are kept.
impl<'a, T: Ber<'a> + PartialEq> PartialEq for Rare<'a, T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<'a, T: Ber<'a> + fmt::Debug> fmt::Debug for Rare<'a, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DecodeErrorKind;

    #[test]
    fn a_list_is_validated_when_it_is_read() {
        let error = SequenceOf::<i64>::decode(&[0x30, 0x04, 0x02, 0x01, 0x05, 0x02]).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::Truncated);
        let error = SequenceOf::<i64>::decode(&[0x30, 0x03, 0x0A, 0x01, 0x05]).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::UnexpectedTag);
    }

    #[test]
    fn lists_are_equal_by_value() {
        let octets = [0x30, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x06];
        let decoded = SequenceOf::<i64>::decode(&octets).unwrap();
        assert_eq!(decoded, SequenceOf::from([5, 6].as_slice()));
        assert_ne!(decoded, SequenceOf::from([5].as_slice()));
    }
}
