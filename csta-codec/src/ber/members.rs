//! The members of a SEQUENCE one after the other: what the declaration macros expand to.

use super::member::{accepts, fill, tag_of, wrong_form};
use super::reader::Reader;
use super::sequence_of::Rare;
use super::{Ber, Tag, TagSet, Unknown};
use crate::error::{DecodeError, DecodeErrorKind, Place};

/// The tags that the members of a SEQUENCE can have.
#[doc(hidden)]
#[derive(Debug)]
pub struct Expected {
    known: TagSet,
    /// Those, and all that are not known.
    with_unknown: TagSet,
    /// Those that more than one member can have.
    repeated: TagSet,
    /// How many members are mandatory untagged CHOICEs, whose unknown alternatives are not skipped.
    open: u8,
}

impl Expected {
    /// By the tags of each member, and how many members are mandatory untagged CHOICEs.
    #[must_use]
    pub const fn new(members: &[TagSet], open: u8) -> Self {
        let (mut known, mut repeated) = (TagSet::EMPTY, TagSet::EMPTY);
        let mut rest = members;
        while let [tags, behind @ ..] = rest {
            repeated = repeated.union(known.intersection(*tags));
            known = known.union(*tags);
            rest = behind;
        }
        Self { known, with_unknown: known.with_unknown(), repeated, open }
    }
}

/// The members of a SEQUENCE while they are read, in the order of the declaration.
///
/// Of the element that waits for its member the tag alone has been read. What is wrong with an
/// element that no member takes shows at the end, so that each step can do without an error.
#[doc(hidden)]
#[derive(Debug)]
pub struct Members<'a> {
    reader: Reader<'a>,
    /// Of the element that waits; [`Tag::NONE`] behind the last one, and [`Tag::BROKEN`].
    tag: Tag,
    expected: &'static Expected,
    /// How many mandatory untagged CHOICEs are still to come.
    open: u8,
}

impl<'a> Members<'a> {
    /// Starts with the first element that is expected.
    #[inline(always)]
    #[must_use]
    pub fn new(content: &'a [u8], expected: &'static Expected) -> Self {
        let reader = Reader::new(content);
        let mut members = Self { reader, tag: Tag::NONE, expected, open: expected.open };
        members.advance();
        members
    }

    #[inline(always)]
    fn advance(&mut self) {
        // Elements with other tags are extensions that we do not know, and skipped.
        let Expected { known, with_unknown, .. } = self.expected;
        let wanted = if self.open > 0 { with_unknown } else { known };
        match self.reader.rest() {
            [] => self.tag = Tag::NONE,
            [octet, ..] if wanted.contains_octet(*octet) => self.tag = Tag::from_octet(*octet),
            _ => (self.tag, self.reader) = find(self.reader, wanted, known),
        }
    }

    /// Fills from the element that waits and goes on to the next.
    #[inline(always)]
    fn take<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut T,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        let own = const { tag_of::<T, SPEC>() };
        let content = if own.is_large() || (own.is_none() && self.tag.is_large()) {
            self.reader.content_long()
        } else {
            self.reader.content()
        };
        let content = match content {
            Ok(content) => content,
            Err(error) => return Err(error.within(place)),
        };
        if let Err(error) = fill::<T, SPEC>(slot, self.tag, content) {
            return Err(error.within(place));
        }
        self.advance();
        Ok(())
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
        }
        if accepts::<T, SPEC>(self.tag) || (open && self.tag.is_some()) {
            self.take::<T, SPEC>(slot, place)
        } else {
            Err(missing(self.reader, &self.expected.known, place))
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
            Ok(())
        }
    }

    /// Reads a member that has a default, which the slot holds.
    #[inline(always)]
    pub fn defaulted<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut T,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        if accepts::<T, SPEC>(self.tag) { self.take::<T, SPEC>(slot, place) } else { Ok(()) }
    }

    /// Reads a member that may be absent and is kept encoded.
    #[inline(always)]
    pub fn rare<T: Ber<'a>, const SPEC: u32>(
        &mut self,
        slot: &mut Option<Rare<'a, T>>,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        self.optional::<Rare<'a, T>, SPEC>(slot, place)
    }

    /// Keeps the elements that no member has taken, out of the content that [`new`](Self::new)
    /// was given. Nothing waits behind it.
    #[inline]
    pub fn rest(
        &mut self,
        content: &'a [u8],
        slot: &mut Unknown<'a>,
        place: &'static Place,
    ) -> Result<(), DecodeError> {
        let rest = self.reader.rest();
        let (members, _) = content.split_at(content.len() - rest.len());
        if !self.tag.is_none()
            && let Err(error) = check_behind(members, self.reader, self.expected)
        {
            return Err(error.within(place));
        }
        self.tag = Tag::NONE;
        *slot = Unknown::received(members, &self.expected.known, rest);
        Ok(())
    }

    /// Ends behind the last member.
    #[inline(always)]
    pub fn finish(self, place: &'static Place) -> Result<(), DecodeError> {
        if self.tag.is_none() {
            Ok(())
        } else {
            check(self.reader, &self.expected.known).map_err(|error| error.within(place))
        }
    }
}

/// Goes to the first element with a wanted tag, or with a known one and the wrong form.
#[cold]
#[inline(never)]
fn find<'a>(mut reader: Reader<'a>, wanted: &TagSet, known: &TagSet) -> (Tag, Reader<'a>) {
    loop {
        let before = reader;
        match reader.next() {
            Ok((tag, _)) if tag.is_none() || wanted.contains_form(tag) => return (tag, before),
            Ok((tag, _)) if !known.contains(tag) => {}
            _ => return (Tag::BROKEN, before),
        }
    }
}

/// Checks what no member has taken: elements, of which the first is not a member in the wrong form.
#[cold]
#[inline(never)]
fn check(mut reader: Reader<'_>, known: &TagSet) -> Result<(), DecodeError> {
    let (tag, content) = reader.next()?;
    if known.contains_in_other_form(tag) {
        return Err(wrong_form(tag, content));
    }
    while !reader.next()?.0.is_none() {}
    Ok(())
}

/// Checks the same where it is to be kept. An element whose tag only one member has, which stands
/// before it in the right form, is no member in the wrong form. But then no other member may stand
/// behind it, since that would not be read.
#[cold]
#[inline(never)]
fn check_behind(
    members: &[u8],
    mut reader: Reader<'_>,
    expected: &Expected,
) -> Result<(), DecodeError> {
    let Expected { known, repeated, .. } = expected;
    let before = reader;
    let (first, content) = reader.next()?;
    let member = first.in_other_form();
    if !known.contains_in_other_form(first) || repeated.contains_form(member) {
        return check(before, known);
    }
    let there = known_tags(members, known);
    if !there.contains_form(member) {
        return check(before, known);
    }
    loop {
        let (tag, _) = reader.next()?;
        if tag.is_none() {
            return Ok(());
        }
        if known.contains_form(tag) && !there.contains_form(tag) {
            return Err(wrong_form(first, content));
        }
    }
}

/// Which of the known tags these elements have.
fn known_tags(elements: &[u8], known: &TagSet) -> TagSet {
    let mut there = TagSet::EMPTY;
    let mut reader = Reader::new(elements);
    while let Ok((tag, _)) = reader.next()
        && !tag.is_none()
    {
        if known.contains_form(tag) {
            there = there.union(TagSet::of(tag));
        }
    }
    there
}

/// The error of an element, or none, where a mandatory member should stand.
#[cold]
#[inline(never)]
fn missing(mut reader: Reader<'_>, known: &TagSet, place: &'static Place) -> DecodeError {
    let error = match reader.next() {
        Ok((tag, content)) if known.contains_in_other_form(tag) => wrong_form(tag, content),
        Ok((_, content)) => DecodeError::new(DecodeErrorKind::MissingMember, content),
        Err(error) => error,
    };
    error.within(place)
}

#[cfg(test)]
#[expect(unreachable_pub, reason = "what a declaration makes is public")]
mod tests {
    use super::*;
    use crate::ber::Class;
    use crate::{Element, Ia5String, OctetString, choice, sequence};
    use hex_literal::hex;

    choice! {
        /// Stands where it cannot be mistaken.
        enum Party<'a> "Party" {
            Name "name" [1 IMPLICIT]: Ia5String<'a>,
            Nobody "nobody" [2 IMPLICIT],
        }
    }

    sequence! {
        /// Has members of each kind.
        struct Sample<'a> "Sample" {
            note "note" [0 IMPLICIT]: OctetString<'a> = OPTIONAL,
            party "party": Party<'a>,
            count "count": i64 = DEFAULT(1),
            far "far" [40 IMPLICIT]: Ia5String<'a> = OPTIONAL,
            name "name": Ia5String<'a> = RARE,
        }
    }

    fn error(octets: &[u8]) -> (DecodeErrorKind, usize) {
        let error = Sample::decode(octets).unwrap_err();
        assert_eq!(error.type_name(), "Sample");
        (error.kind(), error.offset())
    }

    #[test]
    fn members_are_read_and_unknown_elements_between_and_behind_them_skipped() {
        let octets = hex!(
            "30 1A 80 01 AA 81 01 41 84 00 02 01 05 9F 41 00 9F 28 01 42 16 01 43 BF 41 02 05 00"
        );
        let sample = Sample::decode(&octets).unwrap();
        assert_eq!(sample.note, Some(OctetString(&[0xAA])));
        assert_eq!(sample.party, Party::Name("A".into()));
        assert_eq!((sample.count, sample.far), (5, Some("B".into())));
        assert_eq!(sample.name.map(|name| name.get()), Some("C".into()));
    }

    #[test]
    fn what_stands_where_a_choice_must_is_an_alternative_of_it() {
        let sample = Sample::decode(&hex!("30 06 85 01 AA 16 01 43")).map(|sample| sample.party);
        let unknown = Element::new(Tag::new(Class::Context, 5, false), &[0xAA]);
        assert_eq!(sample, Ok(Party::Unrecognised(unknown)));
    }

    sequence! {
        /// Keeps what it does not know.
        struct Keeping<'a> "Keeping" {
            count "count": i64,
            name "name": Ia5String<'a> = OPTIONAL,
            unknown "unknown": Unknown<'a> = REST,
        }
    }

    #[test]
    fn a_member_in_another_form_behind_itself_is_kept_unless_it_hides_a_member() {
        let octets = hex!("30 08 02 01 05 22 03 02 01 06");
        let kept = Keeping::decode(&octets).unwrap();
        assert_eq!((kept.count, kept.unknown.iter().count()), (5, 1));
        assert_eq!(kept.encode(), octets);
        assert_eq!(Keeping::new(5).encode(), hex!("30 03 02 01 05"));
        let hides = Keeping::decode(&hex!("30 0B 02 01 05 22 03 02 01 06 16 01 43")).unwrap_err();
        assert_eq!((hides.kind(), hides.offset()), (DecodeErrorKind::ConstructedString, 7));
        let broken = Keeping::decode(&hex!("30 0A 02 01 05 22 03 02 01 06 16 02")).unwrap_err();
        assert_eq!(broken.kind(), DecodeErrorKind::Overrun);
        // No name has been read, so this is one, in pieces.
        let pieces = Keeping::decode(&hex!("30 08 02 01 05 36 03 16 01 43")).unwrap_err();
        assert_eq!(pieces.kind(), DecodeErrorKind::ConstructedString);
    }

    #[test]
    fn a_member_in_the_wrong_form_is_told_from_one_that_is_not_known() {
        use DecodeErrorKind::{ConstructedString, NotConstructed};
        assert_eq!(error(&hex!("30 08 A0 03 04 01 AA 81 01 41")), (ConstructedString, 4));
        assert_eq!(error(&hex!("30 05 A1 03 16 01 41")), (ConstructedString, 4));
        assert_eq!(error(&hex!("30 09 82 00 BF 28 04 16 02 42 42")), (ConstructedString, 7));
        assert_eq!(error(&hex!("30 07 82 00 36 03 16 01 43")), (ConstructedString, 6));
        let device = [0x30, 0x06, 0x80, 0x01, 0x31, 0x81, 0x01, 0x32]; // a name without its wrapping
        let error = crate::types::DeviceId::decode(&device).unwrap_err();
        assert_eq!((error.kind(), error.offset()), (NotConstructed, 7));
    }

    #[test]
    fn what_no_member_takes_must_be_elements() {
        use DecodeErrorKind::{MissingMember, Overrun, Truncated};
        assert_eq!(error(&hex!("30 00")), (MissingMember, 2));
        assert_eq!(error(&hex!("30 05 82 00 85 05 01")), (Overrun, 6));
        assert_eq!(error(&hex!("30 05 82 00 80 05 01")), (Overrun, 6));
        assert_eq!(error(&hex!("30 06 82 00 80 00 80 05")), (Overrun, 8));
        assert_eq!(error(&hex!("30 03 82 00 02")), (Truncated, 5));
        let octets = hex!("30 0A 82 00 80 00 02 00 9F 28 01 42");
        assert_eq!(Sample::decode(&octets), Ok(Sample::new(Party::Nobody)));
    }
}
