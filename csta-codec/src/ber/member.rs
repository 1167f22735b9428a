//! Members of a SEQUENCE and alternatives of a CHOICE: what the declaration macros expand to.
//!
//! A `SPEC` says how a member is tagged: [`spec::NATURAL`], or a context tag number with a mode.

use super::reader::Reader;
use super::sequence_of::Rare;
use super::{Ber, Class, Tag, TagSet, Unknown, Writer};
use crate::error::{DecodeError, DecodeErrorKind, Place};

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

/// Whether an element with this tag is the member.
#[doc(hidden)]
#[inline(always)]
#[must_use]
pub fn accepts<'a, T: Ber<'a>, const SPEC: u32>(tag: Tag) -> bool {
    let own = const { tag_of::<T, SPEC>() };
    if own.is_none() {
        const { &T::TAGS }.contains(tag) && !tag.is_none()
    } else {
        own.matches(tag)
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

/// Tells a string in pieces and a SEQUENCE without elements from what they should be.
#[inline(always)]
pub(super) fn check_form(own: Tag, tag: Tag, content: &[u8]) -> Result<(), DecodeError> {
    if own.is_constructed() == tag.is_constructed() {
        return Ok(());
    }
    Err(wrong_form(tag, content))
}

#[cold]
fn wrong_form(tag: Tag, content: &[u8]) -> DecodeError {
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
    if !own.is_none() {
        check_form(own, tag, content)?;
    }
    if const { is_wrapped::<T, SPEC>() } {
        let (tag, content) = inner(content)?;
        super::value::fill_top(value, tag, content)
    } else {
        value.fill(tag, content)
    }
}

/// The one element that an explicit tag wraps.
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

/// An alternative that is not known; an explicit tag around nothing holds none.
#[doc(hidden)]
#[inline(never)]
pub fn unrecognised(tag: Tag, content: &[u8]) -> Result<super::Element<'_>, DecodeError> {
    if tag.is_none() {
        return Err(DecodeError::new(DecodeErrorKind::Truncated, content));
    }
    Ok(super::Element::new(tag, content))
}

/// Writes a member in front of what the writer holds.
#[doc(hidden)]
#[inline]
pub fn write<'a, T: Ber<'a>, const SPEC: u32>(value: &T, writer: &mut Writer) {
    if SPEC == spec::NATURAL {
        return value.write(writer);
    }
    let end = writer.len();
    if const { is_wrapped::<T, SPEC>() } {
        value.write(writer);
    } else {
        value.write_content(writer);
    }
    writer.header(const { tag_of::<T, SPEC>() }, end);
}

/// The members of a SEQUENCE while they are read, in the order of the declaration.
#[doc(hidden)]
#[derive(Debug)]
pub struct Members<'a> {
    reader: Reader<'a>,
    /// The element that waits for its member; [`Tag::NONE`] behind the last one.
    tag: Tag,
    content: &'a [u8],
    /// Elements with other tags are extensions that we do not know, and skipped.
    wanted: &'static TagSet,
    known: &'static TagSet,
    /// How many mandatory untagged CHOICEs are still to come.
    open: u8,
}

impl<'a> Members<'a> {
    /// Starts with the first element whose tag is `known`. The type has so many mandatory untagged
    /// CHOICEs as `open` says, whose unknown alternatives are not skipped.
    #[inline(always)]
    pub fn new(
        content: &'a [u8],
        known: &'static TagSet,
        open: u8,
        place: &'static Place,
    ) -> Result<Self, DecodeError> {
        let wanted = if open > 0 { const { &TagSet::ALL } } else { known };
        let mut members =
            Self { reader: Reader::new(content), tag: Tag::NONE, content, wanted, known, open };
        members.advance(place)?;
        Ok(members)
    }

    #[inline(always)]
    fn advance(&mut self, place: &'static Place) -> Result<(), DecodeError> {
        loop {
            match self.reader.next() {
                Ok((tag, content)) => (self.tag, self.content) = (tag, content),
                Err(error) => return Err(error.within(place)),
            }
            if self.tag.is_none() || self.wanted.contains(self.tag) {
                return Ok(());
            }
        }
    }

    /// Fills from the element that waits and goes on to the next.
    #[inline(always)]
    fn take<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut T,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        if let Err(error) = fill::<T, SPEC>(slot, self.tag, self.content) {
            return Err(error.within(place));
        }
        self.advance(place)
    }

    /// Reads a member that must be there.
    #[inline(always)]
    pub fn mandatory<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut T,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        let open = const { tag_of::<T, SPEC>().is_none() };
        if open {
            self.open -= 1;
            if self.open == 0 {
                self.wanted = self.known;
            }
        }
        if accepts::<T, SPEC>(self.tag) || (open && !self.tag.is_none()) {
            self.take::<T, SPEC>(slot, place)
        } else {
            Err(self.missing(place))
        }
    }

    /// Reads a member that may be absent.
    #[inline(always)]
    pub fn optional<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut Option<T>,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        if accepts::<T, SPEC>(self.tag) {
            self.take::<T, SPEC>(slot.insert(T::empty()), place)
        } else {
            *slot = None;
            Ok(())
        }
    }

    /// Reads a member that has a default; the slot holds it.
    #[inline(always)]
    pub fn defaulted<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut T,
        default: T,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        if accepts::<T, SPEC>(self.tag) {
            self.take::<T, SPEC>(slot, place)
        } else {
            *slot = default;
            Ok(())
        }
    }

    /// Reads a member that may be absent and is kept encoded.
    #[inline(always)]
    pub fn rare<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut Option<Rare<'a, T>>,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        if accepts::<T, SPEC>(self.tag) {
            self.take::<Rare<'a, T>, SPEC>(slot.insert(Rare::empty()), place)
        } else {
            *slot = None;
            Ok(())
        }
    }

    /// Keeps the elements that no member has taken, out of the content that [`new`](Self::new)
    /// was given.
    pub fn rest(
        &self,
        content: &'a [u8],
        slot: &mut Unknown<'a>,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        // The element that waits is the first that is not looked at by its tag.
        let behind = if self.tag.is_none() { None } else { Some(self.reader.rest()) };
        match Unknown::read(content, self.known, behind) {
            Ok(unknown) => *slot = unknown,
            Err(error) => return Err(error.within(place)),
        }
        Ok(())
    }

    #[cold]
    fn missing(&self, place: &'static Place) -> DecodeError {
        DecodeError::new(DecodeErrorKind::MissingMember, self.content).within(place)
    }
}
