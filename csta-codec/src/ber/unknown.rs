//! Elements of a SEQUENCE that are none of its members.

use core::fmt;

use super::reader::Reader;
use super::{Ber, Element, Tag, TagSet};
use crate::error::DecodeError;

/// The elements of a SEQUENCE that are none of its members, in the order they were received in.
///
/// It is the last member of a SEQUENCE whose full definition nobody knows, declared with
/// `= REST`; see [`macros`](mod@crate::macros). Besides elements with other tags it holds those
/// that stand behind or out of the order of the members, so that nothing is lost. They are
/// written behind all members, each with its content octets as they were.
///
/// ```
/// use csta_codec::{Ber, Element, OctetString, ber::{Class, Tag, Unknown}};
///
/// let elements = [Element::new(Tag::new(Class::Context, 9, false), &[0x01])];
/// let unknown = Unknown::from(elements.as_slice());
/// assert_eq!(unknown.iter().collect::<Vec<_>>(), elements);
/// ```
#[derive(Clone, Copy)]
pub struct Unknown<'a>(Kept<'a>);

#[derive(Clone, Copy)]
enum Kept<'a> {
    Received {
        /// Members, and elements with tags that no member has.
        members: &'a [u8],
        known: &'static TagSet,
        /// Nothing but elements to be kept.
        rest: &'a [u8],
    },
    Elements(&'a [Element<'a>]),
}

impl<'a> Unknown<'a> {
    /// No element at all.
    pub const NONE: Self = Self(Kept::Elements(&[]));

    /// The elements.
    #[must_use]
    pub fn iter(&self) -> UnknownIter<'a> {
        match self.0 {
            Kept::Received { members, known, rest } => UnknownIter {
                members: Reader::new(members),
                known,
                rest: Reader::new(rest),
                elements: [].iter(),
            },
            Kept::Elements(elements) => UnknownIter {
                members: Reader::new(&[]),
                known: const { &TagSet::EMPTY },
                rest: Reader::new(&[]),
                elements: elements.iter(),
            },
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Those of the members' elements that have no known tag, and the rest.
    pub(super) const fn received(
        members: &'a [u8],
        known: &'static TagSet,
        rest: &'a [u8],
    ) -> Self {
        Self(Kept::Received { members, known, rest })
    }
}

impl<'a> From<&'a [Element<'a>]> for Unknown<'a> {
    fn from(elements: &'a [Element<'a>]) -> Self {
        Self(Kept::Elements(elements))
    }
}

impl Default for Unknown<'_> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<'a> IntoIterator for Unknown<'a> {
    type Item = Element<'a>;
    type IntoIter = UnknownIter<'a>;

    fn into_iter(self) -> UnknownIter<'a> {
        self.iter()
    }
}

/// The elements of an [`Unknown`].
#[derive(Clone, Debug)]
pub struct UnknownIter<'a> {
    members: Reader<'a>,
    known: &'static TagSet,
    rest: Reader<'a>,
    elements: core::slice::Iter<'a, Element<'a>>,
}

impl<'a> Iterator for UnknownIter<'a> {
    type Item = Element<'a>;

    fn next(&mut self) -> Option<Element<'a>> {
        if let Some(element) = self.elements.next() {
            return Some(*element);
        }
        // Validated when the SEQUENCE was: an error cannot be, and would end the elements.
        loop {
            let (tag, content) = self.members.next().ok()?;
            if tag.is_none() {
                break;
            }
            if !self.known.contains(tag) {
                return Some(Element::new(tag, content));
            }
        }
        let (tag, content) = self.rest.next().ok()?;
        (!tag.is_none()).then(|| Element::new(tag, content))
    }
}

/// No element of its own: the elements one after the other.
impl<'a> Ber<'a> for Unknown<'a> {
    const NAME: &'static str = "unknown";
    const TAG: Tag = Tag::NONE;
    const TAGS: TagSet = TagSet::EMPTY;
    type At<'b> = Unknown<'b>;

    fn empty() -> Self {
        Self::NONE
    }

    fn fill(&mut self, _: Tag, _: &'a [u8]) -> Result<(), DecodeError> {
        *self = Self::NONE;
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        let elements: Vec<Element<'a>> = self.iter().collect();
        elements.iter().rev().fold(end, |end, element| element.put(room, end))
    }
}

/// Compares the elements, however they are kept.
impl PartialEq for Unknown<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Unknown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
#[expect(unreachable_pub, reason = "what a declaration makes is public")]
mod tests {
    use super::*;
    use crate::{DecodeErrorKind, sequence};
    use hex_literal::hex;

    sequence! {
        /// Has what is often there, and keeps what is not known.
        struct Sample<'a> "Sample" {
            number "number": i64,
            flag "flag": bool = OPTIONAL,
            unknown "unknown": Unknown<'a> = REST,
        }
    }

    fn unknown(octets: &[u8]) -> Vec<u8> {
        let sample = Sample::decode(octets).unwrap();
        let again = sample.encode();
        assert_eq!(Sample::decode(&again).unwrap(), sample);
        assert_eq!(Sample::decode(&again).unwrap().encode(), again);
        sample.unknown.encode()
    }

    #[test]
    fn elements_before_between_and_behind_the_members_are_kept_in_order() {
        let octets = hex!("30 0F 80 01 AA 02 01 05 81 01 BB 01 01 FF 82 01 CC");
        assert_eq!(unknown(&octets[..]), hex!("80 01 AA 81 01 BB 82 01 CC"));
        let sample = Sample::decode(&octets).unwrap();
        assert_eq!((sample.number, sample.flag), (5, Some(true)));
        let written = hex!("30 0F 02 01 05 01 01 FF 80 01 AA 81 01 BB 82 01 CC");
        assert_eq!(sample.encode(), written);
    }

    #[test]
    fn elements_of_known_tags_that_come_too_often_or_too_late_are_kept() {
        assert_eq!(unknown(&hex!("30 06 02 01 05 02 01 06")), hex!("02 01 06"));
        let octets = hex!("30 0F 02 01 05 80 01 AA 02 01 06 01 01 FF 81 01 BB");
        assert_eq!(unknown(&octets), hex!("80 01 AA 02 01 06 01 01 FF 81 01 BB"));
        assert_eq!(Sample::decode(&octets).unwrap().encode(), octets);
    }

    #[test]
    fn nothing_unknown_is_empty() {
        let sample = Sample::decode(&hex!("30 03 02 01 05")).unwrap();
        assert!(sample.unknown.is_empty());
        assert_eq!(sample, Sample::new(5));
    }

    #[test]
    fn what_is_kept_is_validated() {
        let error = Sample::decode(&hex!("30 08 02 01 05 02 01 06 02 05")).unwrap_err();
        assert_eq!((error.kind(), error.offset()), (DecodeErrorKind::Overrun, 10));
    }
}
