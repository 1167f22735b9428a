//! Random valid values of every type, for property tests and fuzzing.
//!
//! They are made by the tables that JSON is encoded by, and written as the codec writes: what is
//! decoded of them is encoded to the same octets.
//!
//! ```
//! use csta_codec::arbitrary::{Source, encoding};
//! use csta_codec::{Ber, types::DeviceId};
//!
//! let octets = encoding::<DeviceId<'_>>(&mut Source::new(&[1, 2, 3, 4, 5, 6, 7]));
//! assert_eq!(DeviceId::decode(&octets)?.encode(), octets);
//! # Ok::<(), csta_codec::DecodeError>(())
//! ```

use crate::ber::{Class, Tag, TagSet};
use crate::jer::{Jer, Member, Shape};
use crate::{Ber, BitString, Element, OctetString, Writer};

/// A random value of a type, in definite and minimal lengths.
#[must_use]
pub fn encoding<'a, T: Ber<'a> + Jer>(source: &mut Source<'_>) -> Vec<u8> {
    source.value(const { &Member::value::<T>() })
}

/// What no SEQUENCE has.
const UNKNOWN_MEMBER: Element<'static> =
    Element::new(Tag::new(Class::Private, 7, true), &[0x02, 0x01, 0x2A]);

/// Octets that decide what is made. When they are used up, each further one is 0: no optional
/// member, no element of a list, no octet of a string. So a value is little longer than the octets
/// it is made from, but for what must be there.
#[derive(Clone, Debug)]
pub struct Source<'s> {
    octets: &'s [u8],
    /// Whether members that nobody knows are put into each SEQUENCE.
    is_extended: bool,
}

impl<'s> Source<'s> {
    /// A source of these octets.
    #[must_use]
    pub const fn new(octets: &'s [u8]) -> Self {
        Self { octets, is_extended: false }
    }

    /// The same source, whose values have members that no type has, as those of later editions
    /// may: before, between and behind the others. Decoding skips them.
    #[must_use]
    pub const fn with_unknown_members(self) -> Self {
        Self { is_extended: true, ..self }
    }

    pub(crate) fn value(&mut self, member: &Member) -> Vec<u8> {
        let mut writer = Writer::with_capacity(128);
        self.write_member(member, true, &mut writer);
        writer.octets().to_vec()
    }

    fn octet(&mut self) -> u8 {
        let Some((first, rest)) = self.octets.split_first() else {
            return 0;
        };
        self.octets = rest;
        *first
    }

    /// A number up to 255 and below the limit, which is not 0.
    fn below(&mut self, limit: usize) -> usize {
        usize::from(self.octet()) % limit
    }

    fn flag(&mut self) -> bool {
        self.octet() & 1 != 0
    }

    fn octets(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.octet()).collect()
    }

    /// A number of any width.
    fn number(&mut self) -> i64 {
        let octets = self.below(9);
        let number = (0..octets).fold(0, |sum, _| sum << 8 | i64::from(self.octet()));
        if self.flag() { !number } else { number }
    }

    /// Any length, often one around which the form of a length changes.
    fn length(&mut self) -> usize {
        match self.below(16) {
            15 => 250 + self.below(12),
            14 => 122 + self.below(12),
            length => length,
        }
    }

    fn time(&mut self) -> String {
        let [year, month, day] = [1990 + self.below(80), 1 + self.below(12), 1 + self.below(28)];
        let [hour, minute, second] = [self.below(24), self.below(60), self.below(60)];
        let fraction = ["", ".5", ",25"].get(self.below(6)).unwrap_or(&"");
        let zone = ["", "Z", "+0130", "-05"].get(self.below(8)).unwrap_or(&"");
        format!("{year}{month:02}{day:02}{hour:02}{minute:02}{second:02}{fraction}{zone}")
    }

    /// An element of a tag that no declaration has.
    fn write_unknown(&mut self, writer: &mut Writer) {
        let number = [95, 127, 128, 70_000].get(self.below(5)).copied().unwrap_or(30);
        let class = if number > 30 && self.flag() { Class::Context } else { Class::Private };
        let tag = Tag::new(class, number, self.flag());
        self.write_any(tag, writer);
    }

    /// An element of this tag; if it is constructed, of nothing or of another one.
    fn write_any(&mut self, tag: Tag, writer: &mut Writer) {
        let length = self.length();
        let end = writer.len();
        writer.prepend(&self.octets(length));
        if tag.is_constructed() && length > 0 {
            writer.header(OctetString::TAG, end);
        }
        writer.header(tag, end);
    }

    /// An element of an open type.
    fn write_open(&mut self, writer: &mut Writer) {
        let tag = match self.below(4) {
            0 => return Element::null().write(writer),
            1 => Tag::constructed(16),
            2 => Tag::new(Class::Application, 5, self.flag()),
            _ => Tag::new(Class::Context, self.below(40) as u32, self.flag()),
        };
        self.write_any(tag, writer);
    }

    /// Writes a value with its tags. An alternative that is not known can only stand where it
    /// `may_be_unknown`: in place of an optional CHOICE it would be skipped.
    fn write_member(&mut self, member: &Member, may_be_unknown: bool, writer: &mut Writer) {
        let end = writer.len();
        let may_be_unknown = !member.is_untagged() || (may_be_unknown && member.is_mandatory());
        self.write(member.shape(), may_be_unknown, writer);
        member.finish(writer, end);
    }

    fn write(&mut self, shape: &Shape, may_be_unknown: bool, writer: &mut Writer) {
        match shape {
            Shape::Null => {}
            Shape::Boolean => self.flag().write_content(writer),
            Shape::Integer => self.number().write_content(writer),
            Shape::SmallInteger => (self.number() as i32).write_content(writer),
            Shape::Enumerated(values) => {
                let known = values.get(self.below(values.len() + values.len().div_ceil(8)));
                let code = known.map_or_else(|| self.number() as i32, |(_, code)| *code);
                code.write_content(writer);
            }
            Shape::OctetString => {
                let length = self.length();
                writer.prepend(&self.octets(length));
            }
            Shape::Text => {
                let length = self.length();
                let text: Vec<u8> = self.octets(length).iter().map(|octet| octet & 0x7F).collect();
                writer.prepend(&text);
            }
            Shape::Time => writer.prepend(self.time().as_bytes()),
            Shape::ObjectIdentifier => {
                for _ in 0..self.below(4) {
                    let arc = self.number().unsigned_abs() >> 1;
                    write_arc(arc, writer);
                }
                // The first two in one (X.690, 8.19.4).
                write_arc(self.below(256) as u64 * 5, writer);
            }
            Shape::BitString(most) => {
                let length = self.length().min(*most);
                let mut octets = self.octets(length.div_ceil(8));
                if let Some(last) = octets.last_mut() {
                    *last &= 0xFF << (length.wrapping_neg() % 8);
                }
                BitString::with_len(&octets, length).write_content(writer);
            }
            Shape::Element => self.write_open(writer),
            // It can be any element, but one that a member before it has is taken for that.
            Shape::PrivateData => match self.flag() {
                true => self.write_unknown(writer),
                false => Element::null().write(writer),
            },
            Shape::Elements => (0..self.below(3)).for_each(|_| self.write_unknown(writer)),
            Shape::Sequence { members } => {
                let mut is_extended = self.is_extended;
                for member in members.iter().rev() {
                    // Where a member can begin with any tag, an unknown one is taken for it.
                    is_extended &= member.is_mandatory() || !member.is_open();
                    if is_extended {
                        UNKNOWN_MEMBER.write(writer);
                    }
                    if member.is_mandatory() || self.flag() {
                        self.write_member(member, true, writer);
                    }
                    is_extended &= !member.is_open();
                }
                if is_extended {
                    UNKNOWN_MEMBER.write(writer);
                }
            }
            Shape::SequenceOf { element } => {
                (0..self.below(4)).for_each(|_| self.write_member(element, true, writer));
            }
            Shape::Choice { alternatives, known } => {
                let others = if may_be_unknown && **known != TagSet::ALL {
                    alternatives.len().div_ceil(8)
                } else {
                    0
                };
                match alternatives.get(self.below(alternatives.len() + others)) {
                    Some(alternative) => self.write_member(alternative, may_be_unknown, writer),
                    None => self.write_unknown(writer),
                }
            }
            Shape::Explicit { value } => self.write_member(value, true, writer),
        }
    }
}

/// Writes a number of an OBJECT IDENTIFIER (X.690, 8.19.2).
fn write_arc(mut arc: u64, writer: &mut Writer) {
    let mut more = 0;
    loop {
        writer.prepend(&[more | (arc & 0x7F) as u8]);
        (more, arc) = (0x80, arc >> 7);
        if arc == 0 {
            return;
        }
    }
}
