//! Tags: what an identifier says of the value behind it.

use core::fmt;

/// The class of a tag (X.690, 8.1.2.2).
///
/// Two tags of the same number and different class have nothing to do with each other; ECMA-285
/// relies on it, for instance where `[APPLICATION 5]` stands beside `[5]` in one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Types of ASN.1 itself.
    Universal,
    /// Types that ECMA-285 tags once for all its modules.
    Application,
    /// Members and alternatives, numbered within their type.
    Context,
    /// Private use; ECMA-285 has none.
    Private,
}

/// A tag: class, number and whether the value is constructed.
// The leading identifier octet, and the number above it where the octet cannot hold it: what is
// read most takes no arithmetic.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tag(u32);

const CONSTRUCTED: u32 = 0x20;
/// In the place of the number: it follows in further octets.
const LARGE: u32 = 0x1F;

impl Tag {
    /// What a reader shows behind the last element, and what an untagged CHOICE has for a tag.
    ///
    /// No value carries it.
    pub const NONE: Self = Self(LARGE);

    /// In the place of the tag of an element that cannot be taken as it is.
    pub(super) const BROKEN: Self = Self(LARGE | CONSTRUCTED);

    /// The largest tag number that is understood (2²¹ - 1, three subsequent octets).
    pub const MAX_NUMBER: u32 = (1 << 21) - 1;

    /// A tag of its parts.
    ///
    /// # Panics
    ///
    /// If `number` is above [`Tag::MAX_NUMBER`]; in a constant that is a compile-time error.
    #[must_use]
    pub const fn new(class: Class, number: u32, constructed: bool) -> Self {
        assert!(number <= Self::MAX_NUMBER, "tag number out of range");
        let upper = (class as u32) << 6 | (constructed as u32) << 5;
        Self(if number < LARGE { upper | number } else { number << 8 | upper | LARGE })
    }

    /// A primitive type of ASN.1 itself.
    #[must_use]
    pub const fn universal(number: u32) -> Self {
        Self::new(Class::Universal, number, false)
    }

    /// A constructed type of ASN.1 itself.
    #[must_use]
    pub const fn constructed(number: u32) -> Self {
        Self::new(Class::Universal, number, true)
    }

    /// The tag in a single identifier octet; [`NONE`](Self::NONE) or a senseless one if the
    /// number follows in further octets.
    #[inline(always)]
    pub(super) const fn from_octet(octet: u8) -> Self {
        Self(octet as u32)
    }

    /// The tag with the number that follows the identifier octet.
    pub(super) const fn with_number(self, number: u32) -> Self {
        Self::new(self.class(), number, self.is_constructed())
    }

    /// Its class.
    #[must_use]
    pub const fn class(self) -> Class {
        match self.0 >> 6 & 3 {
            0 => Class::Universal,
            1 => Class::Application,
            2 => Class::Context,
            _ => Class::Private,
        }
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u32 {
        if self.0 & LARGE == LARGE { self.0 >> 8 } else { self.0 & LARGE }
    }

    /// Whether the value consists of further elements.
    #[must_use]
    pub const fn is_constructed(self) -> bool {
        self.0 & CONSTRUCTED != 0
    }

    /// The same tag, constructed instead of primitive or the reverse.
    #[must_use]
    pub(super) const fn in_other_form(self) -> Self {
        Self(self.0 ^ CONSTRUCTED)
    }

    /// Whether this is the tag of no value, see [`Tag::NONE`].
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == Self::NONE.0
    }

    /// Whether it is that of a value, neither [`NONE`](Self::NONE) nor [`BROKEN`](Self::BROKEN).
    pub(super) const fn is_some(self) -> bool {
        self.0 & !CONSTRUCTED != LARGE
    }

    /// Whether both have the same class and number; the form is left out of it.
    #[must_use]
    pub const fn matches(self, other: Self) -> bool {
        (self.0 ^ other.0) & !CONSTRUCTED == 0
    }

    /// The leading identifier octet.
    pub(super) const fn leading_octet(self) -> u8 {
        self.0 as u8
    }

    /// Whether the number follows the leading identifier octet.
    pub(super) const fn is_large(self) -> bool {
        self.0 > 0xFF
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.class() {
            Class::Universal => write!(f, "[UNIVERSAL {}]", self.number()),
            Class::Application => write!(f, "[APPLICATION {}]", self.number()),
            Class::Context => write!(f, "[{}]", self.number()),
            Class::Private => write!(f, "[PRIVATE {}]", self.number()),
        }
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)?;
        f.write_str(if self.is_constructed() { " constructed" } else { "" })
    }
}

/// A set of tags, by class and number. In which form an element must be is known of each besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TagSet {
    /// A bit for each identifier octet.
    octets: [u64; 4],
    /// A bit for each context tag from 31 to 94.
    large: u64,
}

impl TagSet {
    /// No tag.
    pub const EMPTY: Self = Self { octets: [0; 4], large: 0 };
    /// Every tag but [`Tag::NONE`].
    pub const ALL: Self =
        Self { octets: [!(1 << LARGE | 1 << LARGE << CONSTRUCTED); 4], large: u64::MAX };

    /// The set of one tag, or of none for [`Tag::NONE`].
    ///
    /// # Panics
    ///
    /// If the number is above 94, or above 30 in another class than context; declarations have
    /// none such.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "a class is below 4")]
    pub const fn of(tag: Tag) -> Self {
        let mut set = Self::EMPTY;
        if tag.is_large() {
            assert!(tag.number() < 95 && matches!(tag.class(), Class::Context), "undeclarable tag");
            set.large = 1 << (tag.number() - 31);
        } else if !tag.is_none() {
            set.octets[tag.class() as usize] = 1 << (tag.0 & 63);
        }
        set
    }

    /// The tags of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        let ([a, b, c, d], [e, f, g, h]) = (self.octets, other.octets);
        Self { octets: [a | e, b | f, c | g, d | h], large: self.large | other.large }
    }

    /// The tags that both sets have.
    pub(super) const fn intersection(self, other: Self) -> Self {
        let ([a, b, c, d], [e, f, g, h]) = (self.octets, other.octets);
        Self { octets: [a & e, b & f, c & g, d & h], large: self.large & other.large }
    }

    /// The tags of this set, and all that have neither class and number of one of them.
    pub(super) const fn with_unknown(self) -> Self {
        const fn class(all: u64, known: u64) -> u64 {
            known | (all & !known.rotate_left(CONSTRUCTED))
        }
        let ([a, b, c, d], [e, f, g, h]) = (Self::ALL.octets, self.octets);
        Self { octets: [class(a, e), class(b, f), class(c, g), class(d, h)], large: u64::MAX }
    }

    /// Whether it is [`ALL`](Self::ALL).
    pub(super) const fn is_all(self) -> bool {
        self.large == u64::MAX
    }

    /// Whether the sets have a tag in common.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (self.in_both_forms(), other.octets);
        a & e | b & f | c & g | d & h | self.large & other.large != 0
    }

    const fn in_both_forms(self) -> [u64; 4] {
        let [a, b, c, d] = self.octets;
        [
            a | a.rotate_left(CONSTRUCTED),
            b | b.rotate_left(CONSTRUCTED),
            c | c.rotate_left(CONSTRUCTED),
            d | d.rotate_left(CONSTRUCTED),
        ]
    }

    /// Whether the tag is in the set; the form is left out of it.
    #[must_use]
    pub const fn contains(&self, tag: Tag) -> bool {
        self.contains_form(tag) || self.contains_in_other_form(tag)
    }

    /// Whether the tag is in the set, but for its form. Not for a number that takes further octets,
    /// nor where any tag is in the set.
    #[must_use]
    pub(super) const fn contains_in_other_form(&self, tag: Tag) -> bool {
        !self.is_all() && !tag.is_large() && self.contains_form(tag.in_other_form())
    }

    /// Whether the tag is in the set and has the form that it must have there. Of a number that
    /// takes further octets the form is not known here.
    #[inline(always)]
    #[must_use]
    pub(super) const fn contains_form(&self, tag: Tag) -> bool {
        if tag.is_large() { self.contains_large(tag) } else { self.contains_octet(tag.0 as u8) }
    }

    /// Whether the tag is in the set whose identifier is this single octet. One that needs further
    /// octets is not.
    #[inline(always)]
    pub(super) const fn contains_octet(&self, octet: u8) -> bool {
        #[expect(clippy::indexing_slicing, reason = "two bits are below 4")]
        let class = self.octets[(octet >> 6) as usize];
        class >> (octet & 63) & 1 != 0
    }

    const fn contains_large(&self, tag: Tag) -> bool {
        if self.large == u64::MAX {
            return true;
        }
        let number = tag.number() - 31;
        matches!(tag.class(), Class::Context) && number < 64 && self.large >> number & 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_and_number_both_count() {
        let application = Tag::new(Class::Application, 5, true);
        let context = Tag::new(Class::Context, 5, true);
        assert!(!application.matches(context));
        assert!(application.matches(Tag::new(Class::Application, 5, false)));
        let set = TagSet::of(application);
        assert!(set.contains(application) && !set.contains(context));
        assert!(!set.contains(Tag::NONE));
    }

    #[test]
    fn large_numbers_are_told_apart() {
        let large = Tag::new(Class::Context, 38, true);
        assert!(TagSet::of(large).contains(large));
        assert!(TagSet::ALL.contains(Tag::new(Class::Context, 70000, false)));
        for other in [7, 31, 39, 38 + 64, 70000] {
            assert!(!TagSet::of(large).contains(Tag::new(Class::Context, other, true)));
        }
        assert!(!TagSet::of(large).contains(Tag::new(Class::Application, 38, true)));
    }

    #[test]
    fn shows_itself_as_asn1_does() {
        assert_eq!(Tag::new(Class::Application, 11, true).to_string(), "[APPLICATION 11]");
        assert_eq!(format!("{:?}", Tag::new(Class::Context, 3, true)), "[3] constructed");
    }
}
