//! Members of a SEQUENCE and alternatives of a CHOICE by themselves: how they are tagged, read and
//! written. What the declaration macros expand to.
//!
//! A `SPEC` says how a member is tagged: [`spec::NATURAL`], or a context tag number with a mode.

use super::reader::Reader;
use super::{Ber, Class, Element, Tag, TagSet, header};
use crate::error::{DecodeError, DecodeErrorKind};

/// How a member is tagged.
#[doc(hidden)]
pub mod spec {
    /// By the tag of its type.
    pub const NATURAL: u32 = u32::MAX;
    const EXPLICIT: u32 = 1 << 31;

    /// `[n] IMPLICIT`: in place of the type's own tag.
    #[must_use]
    pub const fn implicit(number: u32) -> u32 {
        number
    }

    /// `[n]`, which the modules mean as EXPLICIT: around the type's own tag.
    #[must_use]
    pub const fn explicit(number: u32) -> u32 {
        number | EXPLICIT
    }

    pub(super) const fn is_explicit(spec: u32) -> bool {
        spec != NATURAL && spec & EXPLICIT != 0
    }

    pub(super) const fn number(spec: u32) -> u32 {
        spec & !EXPLICIT
    }
}

/// Whether the member is an element around the value: EXPLICIT, and an untagged CHOICE, which
/// IMPLICIT cannot take a tag from (X.680, 31.2.7).
pub(crate) const fn is_wrapped<'a, T: Ber<'a>, const SPEC: u32>() -> bool {
    spec::is_explicit(SPEC) || (SPEC != spec::NATURAL && T::TAG.is_none())
}

/// The tag under which a member stands, none for an untagged CHOICE.
pub(crate) const fn tag_of<'a, T: Ber<'a>, const SPEC: u32>() -> Tag {
    if SPEC == spec::NATURAL {
        T::TAG
    } else {
        let constructed = is_wrapped::<T, SPEC>() || T::TAG.is_constructed();
        Tag::new(Class::Context, spec::number(SPEC), constructed)
    }
}

/// The tags under which a member can stand.
#[doc(hidden)]
#[must_use]
pub const fn tags<'a, T: Ber<'a>, const SPEC: u32>() -> TagSet {
    if SPEC == spec::NATURAL { T::TAGS } else { TagSet::of(tag_of::<T, SPEC>()) }
}

/// Whether an element with this tag is the member. One in the wrong form is not, unless its number
/// takes further octets.
#[doc(hidden)]
#[inline(always)]
#[must_use]
pub fn accepts<'a, T: Ber<'a>, const SPEC: u32>(tag: Tag) -> bool {
    let own = const { tag_of::<T, SPEC>() };
    if own.is_none() {
        const { &T::TAGS }.contains_form(tag)
    } else if own.is_large() {
        own.matches(tag)
    } else {
        own == tag
    }
}

/// Whether an optional member could be mistaken for one that follows it. For each member: its
/// tags, and whether it may be absent. An open type gives way to the members before it.
#[doc(hidden)]
#[must_use]
pub const fn is_unambiguous(members: &[(TagSet, bool)]) -> bool {
    let mut possible = TagSet::EMPTY;
    let mut rest = members;
    while let [(tags, optional), behind @ ..] = rest {
        if possible.intersects(*tags) && !tags.is_all() {
            return false;
        }
        possible = if *optional { possible.union(*tags) } else { TagSet::EMPTY };
        rest = behind;
    }
    true
}

/// A string in pieces, or a SEQUENCE without elements.
#[cold]
#[inline(never)]
pub(super) fn wrong_form(tag: Tag, content: &[u8]) -> DecodeError {
    let kind = if tag.is_constructed() {
        DecodeErrorKind::ConstructedString
    } else {
        DecodeErrorKind::NotConstructed
    };
    DecodeError::new(kind, content)
}

/// Fills a member from an element that [`accepts`] has found to be it.
#[doc(hidden)]
#[inline(always)]
pub fn fill<'a, T: Ber<'a>, const SPEC: u32>(
    value: &mut T,
    tag: Tag,
    content: &'a [u8],
) -> Result<(), DecodeError> {
    let own = const { tag_of::<T, SPEC>() };
    if own.is_large() && own.is_constructed() != tag.is_constructed() {
        return Err(wrong_form(tag, content));
    }
    if const { is_wrapped::<T, SPEC>() } {
        let (tag, content) = inner(content)?;
        super::value::fill_top(value, tag, content)
    } else {
        value.fill(tag, content)
    }
}

/// The one element that takes up all of what an explicit tag wraps, or of a message.
#[doc(hidden)]
#[inline]
pub fn inner(content: &[u8]) -> Result<(Tag, &[u8]), DecodeError> {
    let mut reader = Reader::new(content);
    let element = reader.next()?;
    if !reader.rest().is_empty() {
        return Err(DecodeError::new(DecodeErrorKind::TrailingData, reader.rest()));
    }
    Ok(element)
}

/// An alternative of a CHOICE that is not known; an explicit tag around nothing holds none.
#[doc(hidden)]
#[cold]
#[inline(never)]
pub fn unrecognised<'a>(
    tag: Tag,
    content: &'a [u8],
    known: &TagSet,
) -> Result<Element<'a>, DecodeError> {
    if tag.is_none() {
        Err(DecodeError::new(DecodeErrorKind::Truncated, content))
    } else if known.contains(tag) {
        Err(wrong_form(tag, content))
    } else {
        Ok(Element::new(tag, content))
    }
}

/// Puts a member into the room; see [`prepend`](super::prepend).
#[doc(hidden)]
#[inline]
pub fn put<'a, T: Ber<'a>, const SPEC: u32>(value: &T, room: &mut [u8], end: usize) -> usize {
    if SPEC == spec::NATURAL {
        return value.put(room, end);
    }
    let start = if const { is_wrapped::<T, SPEC>() } {
        value.put(room, end)
    } else {
        value.put_content(room, end)
    };
    header(const { tag_of::<T, SPEC>() }, room, start, end)
}
