//! What stands in one frame.

use crate::acse::Acse;
use crate::ber::{Tag, TagSet, fill_whole};
use crate::rose::{Invoke, Rose};
use crate::{Ber, DecodeError};

/// An application protocol data unit: the content of one frame, a message of ACSE or of ROSE.
///
/// ```
/// use csta_codec::{Apdu, Ber, acse::Acse};
///
/// let abort = Apdu::decode(&[0x64, 0x03, 0x80, 0x01, 0x00])?;
/// assert!(matches!(abort, Apdu::Acse(Acse::Abrt(_))));
/// # Ok::<(), csta_codec::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
// Used by reference and short-lived: a box would cost an allocation and win nothing.
#[expect(clippy::large_enum_variant)]
pub enum Apdu<'a> {
    /// About the association.
    Acse(Acse<'a>),
    /// About an operation.
    Rose(Rose<'a>),
}

impl<'a> Apdu<'a> {
    /// The invocation in it, if it is one.
    #[must_use]
    pub const fn invoke(&self) -> Option<&Invoke<'a>> {
        match self {
            Self::Rose(Rose::Invoke(invoke)) => Some(invoke),
            _ => None,
        }
    }
}

impl<'a> Ber<'a> for Apdu<'a> {
    const NAME: &'static str = "APDU";
    const TAG: Tag = Tag::NONE;
    const TAGS: TagSet = Acse::TAGS.union(Rose::TAGS);
    type At<'b> = Apdu<'b>;

    fn empty() -> Self {
        Self::Rose(Rose::empty())
    }

    #[inline]
    fn fill(&mut self, tag: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        // Empty is ROSE.
        if !const { &Rose::TAGS }.contains(tag) {
            *self = Self::Acse(Acse::empty());
        }
        match self {
            Self::Rose(rose) => rose.fill(tag, content),
            Self::Acse(acse) => acse.fill(tag, content),
        }
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        match self {
            Self::Acse(acse) => acse.put(room, end),
            Self::Rose(rose) => rose.put(room, end),
        }
    }

    /// Reads an APDU into one that is there already; [`decode`](Ber::decode) does the same. The
    /// open types in it know where they stand, so that errors in them count from the start of the
    /// APDU. Versions and logins in indefinite lengths are an error, as are other parts of the
    /// message; see [`normalise`](crate::ber::normalise).
    fn decode_into(&mut self, octets: &'a [u8]) -> Result<(), DecodeError> {
        fill_whole(self, octets)?;
        match self {
            Self::Rose(rose) => rose.locate(octets),
            Self::Acse(acse) => acse.check_forms(octets)?,
        }
        Ok(())
    }
}

impl<'a> From<Acse<'a>> for Apdu<'a> {
    fn from(acse: Acse<'a>) -> Self {
        Self::Acse(acse)
    }
}

impl<'a> From<Rose<'a>> for Apdu<'a> {
    fn from(rose: Rose<'a>) -> Self {
        Self::Rose(rose)
    }
}
