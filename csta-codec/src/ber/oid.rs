//! OBJECT IDENTIFIER, on top of `asn1-rs`.

use core::fmt;

use asn1_rs::Oid;

use super::{Ber, Tag, prepend};
use crate::error::DecodeError;

/// An object identifier in its encoded form.
///
/// ```
/// use csta_codec::{Ber, ObjectIdentifier};
///
/// let ecma_218 = ObjectIdentifier::new(&[0x2B, 0x0C, 0x00, 0x81, 0x5A]);
/// assert_eq!(ecma_218.to_string(), "1.3.12.0.218");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ObjectIdentifier<'a>(&'a [u8]);

impl<'a> ObjectIdentifier<'a> {
    /// An identifier of its content octets.
    #[must_use]
    pub const fn new(content: &'a [u8]) -> Self {
        Self(content)
    }

    /// The same identifier with the methods of `asn1-rs`.
    #[must_use]
    pub const fn as_oid(&self) -> Oid<'a> {
        Oid::new(std::borrow::Cow::Borrowed(self.0))
    }
}

impl<'a> Ber<'a> for ObjectIdentifier<'a> {
    const NAME: &'static str = "OBJECT IDENTIFIER";
    const TAG: Tag = Tag::universal(6);
    type At<'b> = ObjectIdentifier<'b>;

    #[inline(always)]
    fn empty() -> Self {
        Self(&[])
    }

    #[inline(always)]
    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        self.0 = content;
        Ok(())
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        prepend(self.0, room, end)
    }
}

impl fmt::Display for ObjectIdentifier<'_> {
    /// In dotted numbers, or in hexadecimal where an arc is larger than 64 bits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.as_oid().to_id_string())
    }
}

impl fmt::Debug for ObjectIdentifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
