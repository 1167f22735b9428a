//! What can be wrong with octets that should be CSTA.

use core::fmt;

/// What is wrong; see [`DecodeError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The octets end within an identifier or a length.
    #[error("the data ends within an identifier or a length")]
    Truncated,
    /// A length reaches beyond the end of what contains it.
    #[error("a length reaches beyond the end of its container")]
    Overrun,
    /// A length in the indefinite form; [`normalise`](crate::ber::normalise) removes it.
    #[error("an indefinite length, which has to be normalised first")]
    IndefiniteLength,
    /// A string in pieces; [`normalise`](crate::ber::normalise) joins it.
    #[error("a constructed string, which has to be normalised first")]
    ConstructedString,
    /// A tag number above [`Tag::MAX_NUMBER`](crate::ber::Tag::MAX_NUMBER).
    #[error("a tag number that is too large")]
    TagTooLarge,
    /// A tag number below 31 in the form of larger ones (X.690, 8.1.2.2).
    #[error("a small tag number in the form of a large one")]
    InvalidTag,
    /// A length that takes more than four octets or is reserved.
    #[error("a length that cannot be")]
    InvalidLength,
    /// A value in the primitive form whose type is constructed.
    #[error("a primitive value where a constructed one belongs")]
    NotConstructed,
    /// A value of another type than the one asked for.
    #[error("another tag than that of the type")]
    UnexpectedTag,
    /// A mandatory member is not there, or not in its place.
    #[error("a mandatory member is missing")]
    MissingMember,
    /// Octets that the type cannot have: an empty INTEGER, a BOOLEAN of two octets.
    #[error("octets that are no value of the type")]
    InvalidValue,
    /// An INTEGER, ENUMERATED or BIT STRING larger than what can be held.
    #[error("a value larger than can be held")]
    TooLarge,
    /// More octets behind a value than belong to it.
    #[error("data behind the end of the value")]
    TrailingData,
    /// More than 32 levels of nesting in a value without a type.
    #[error("more than 32 levels of nesting")]
    TooDeep,
}

impl DecodeErrorKind {
    const ALL: [Self; 14] = [
        Self::Truncated,
        Self::Overrun,
        Self::IndefiniteLength,
        Self::ConstructedString,
        Self::TagTooLarge,
        Self::InvalidTag,
        Self::InvalidLength,
        Self::NotConstructed,
        Self::UnexpectedTag,
        Self::MissingMember,
        Self::InvalidValue,
        Self::TooLarge,
        Self::TrailingData,
        Self::TooDeep,
    ];

    /// The kind of a discriminant.
    const fn of(discriminant: u8) -> Self {
        let mut kinds = Self::ALL.as_slice();
        while let [kind, rest @ ..] = kinds {
            if *kind as u8 == discriminant {
                return *kind;
            }
            kinds = rest;
        }
        Self::InvalidValue
    }
}

/// The type, and in a SEQUENCE or CHOICE the member, in which an error stands.
#[doc(hidden)]
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// ASN.1 name of the type; empty as long as it is not known.
    pub type_name: &'static str,
    /// ASN.1 identifier of the member or alternative, or empty.
    pub member: &'static str,
}

static NOWHERE: Place = Place { type_name: "", member: "" };

/// Octets that could not be decoded: what is wrong, at which octet and in which type.
///
/// It is small, `Copy` and made without allocating. What to answer the peer follows from the
/// kind, see [`DecodeErrorKind`].
///
/// ```
/// use csta_codec::{Ber, DecodeErrorKind, types::LocalConnectionState};
///
/// let error = LocalConnectionState::decode(&[0x4E, 0x05, 0x01]).unwrap_err();
/// assert_eq!(error.kind(), DecodeErrorKind::Overrun);
/// assert_eq!(error.offset(), 2);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}, at octet {}{}", self.kind(), self.offset(), self.place)]
pub struct DecodeError {
    /// The kind in the upper half, the offset in the lower: a `Result` of two registers.
    /// Until the entry point has made it relative, the offset is the lower half of an address.
    what: u64,
    place: &'static Place,
}

impl DecodeError {
    /// An error whose offset is the address of `at`, for the entry point to make relative.
    // Never inlined, so that the compiler knows the way to an error as seldom taken.
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: DecodeErrorKind, at: &[u8]) -> Self {
        Self { what: (kind as u64) << 32, place: &NOWHERE }.with_offset(address(at))
    }

    const fn with_offset(self, offset: u32) -> Self {
        Self { what: self.what >> 32 << 32 | offset as u64, ..self }
    }

    /// The same error with its place, unless a more precise one is known.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn within(self, place: &'static Place) -> Self {
        Self { place: if core::ptr::eq(self.place, &NOWHERE) { place } else { self.place }, ..self }
    }

    /// The same error, counted from the start of `input`, which holds the place of the error.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub(crate) fn relative_to(self, input: &[u8]) -> Self {
        self.with_offset((self.what as u32).wrapping_sub(address(input)))
    }

    /// The same error, counted from a point that lies `octets` earlier.
    #[must_use]
    pub(crate) fn later_by(self, octets: u32) -> Self {
        self.with_offset((self.what as u32).saturating_add(octets))
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> DecodeErrorKind {
        DecodeErrorKind::of((self.what >> 32) as u8)
    }

    /// Where it is wrong: the offset in octets from the start of what was decoded.
    ///
    /// For the argument or result in an [`Apdu`](crate::Apdu) that is the start of the APDU.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.what as u32 as usize
    }

    /// The ASN.1 name of the innermost type in which it is wrong.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        self.place.type_name
    }

    /// The ASN.1 identifier of the member or alternative in which it is wrong, if there is one.
    #[must_use]
    pub const fn member(&self) -> Option<&'static str> {
        if self.place.member.is_empty() { None } else { Some(self.place.member) }
    }

    /// Whether [`normalise`](crate::ber::normalise) makes the octets decodable at this place.
    #[must_use]
    pub const fn is_form(&self) -> bool {
        matches!(
            self.kind(),
            DecodeErrorKind::IndefiniteLength | DecodeErrorKind::ConstructedString
        )
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({:?} at {}{})", self.kind(), self.offset(), self.place)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.type_name, self.member) {
            ("", _) => Ok(()),
            (name, "") => write!(f, " in {name}"),
            (name, member) => write!(f, " in {name}.{member}"),
        }
    }
}

/// Adds the place to an error.
#[doc(hidden)]
#[cold]
#[inline(never)]
#[must_use]
pub fn within(error: DecodeError, place: &'static Place) -> DecodeError {
    error.within(place)
}

/// The lower half of an address is enough to tell offsets within 4 GiB.
fn address(octets: &[u8]) -> u32 {
    octets.as_ptr() as usize as u32
}
