//! Elements without a type.

use core::fmt;

use super::value::fill_top;
use super::{Ber, Tag, TagSet, header, prepend};
use crate::error::{DecodeError, Place};

/// One element as it stood on the wire, of a type that is not known here.
///
/// It is what an open type holds (the argument of an operation before the operation is known)
/// and what an unknown alternative of a CHOICE is kept as. Written again it has the same content
/// octets.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    tag: Tag,
    content: &'a [u8],
    /// Offset of the content in the message it came from, for errors.
    at: u32,
}

impl<'a> Element<'a> {
    /// An element of its parts.
    #[must_use]
    pub const fn new(tag: Tag, content: &'a [u8]) -> Self {
        Self { tag, content, at: 0 }
    }

    /// A NULL.
    #[must_use]
    pub const fn null() -> Self {
        Self::new(Tag::universal(5), &[])
    }

    /// The same element, whose content stands at `offset` in the message it came from.
    #[must_use]
    pub(crate) const fn at(self, offset: u32) -> Self {
        Self { at: offset, ..self }
    }

    /// The same element, whose content is a part of the message.
    #[must_use]
    pub(crate) fn within(self, message: &[u8]) -> Self {
        self.at((self.content.as_ptr() as usize - message.as_ptr() as usize) as u32)
    }

    /// Its tag.
    #[must_use]
    pub const fn tag(&self) -> Tag {
        self.tag
    }

    /// Its content octets.
    #[must_use]
    pub const fn content(&self) -> &'a [u8] {
        self.content
    }

    /// The offset of its content in the message it came from, or 0 where that is not known.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.at as usize
    }

    /// Reads it as a value of a type.
    ///
    /// # Errors
    ///
    /// As [`Ber::decode`]; offsets count from the start of the message where it is known, else
    /// from the content.
    // Not inlined, see `Ber::decode`.
    #[inline(never)]
    pub fn read<T: Ber<'a>>(&self) -> Result<T, DecodeError> {
        let mut result = Ok(T::empty());
        if let Ok(value) = &mut result
            && let Err(error) = self.fill_empty(value)
        {
            result = Err(error);
        }
        result
    }

    /// Reads it as [`read`](Self::read) does, into a value that is there already; see
    /// [`Ber::decode_into`].
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read). The old value is lost then.
    pub fn read_into<T: Ber<'a>>(&self, value: &mut T) -> Result<(), DecodeError> {
        *value = T::empty();
        self.fill_empty(value)
    }

    /// Whether it can be read as a value of a type.
    // Not inlined either; without a value to be returned, nothing is moved.
    #[inline(never)]
    pub(crate) fn check<T: Ber<'a>>(&self) -> Result<(), DecodeError> {
        self.fill_empty(&mut T::empty())
    }

    /// Fills a value that is empty.
    #[inline(always)]
    fn fill_empty<T: Ber<'a>>(&self, value: &mut T) -> Result<(), DecodeError> {
        fill_top(value, self.tag, self.content).map_err(|error| {
            let place = const { &Place { type_name: T::NAME, member: "" } };
            error.within(place).relative_to(self.content).later_by(self.at)
        })
    }
}

impl<'a> Ber<'a> for Element<'a> {
    const NAME: &'static str = "ANY";
    const TAG: Tag = Tag::NONE;
    const TAGS: TagSet = TagSet::ALL;
    type At<'b> = Element<'b>;

    #[inline(always)]
    fn empty() -> Self {
        Self::new(Tag::NONE, &[])
    }

    #[inline(always)]
    fn fill(&mut self, tag: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        *self = Self::new(tag, content);
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        if self.tag.is_none() {
            return end;
        }
        let start = prepend(self.content, room, end);
        header(self.tag, room, start, end)
    }
}

/// Where it stood does not matter.
impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.tag, self.content) == (other.tag, other.content)
    }
}

impl fmt::Debug for Element<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?}", self.tag, super::OctetString(self.content))
    }
}
