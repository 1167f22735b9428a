//! OCTET STRING and the character strings, borrowed from the frame.

use core::fmt;
use core::str::Utf8Error;

use super::{Ber, Tag, prepend};
use crate::error::DecodeError;

macro_rules! string {
    ($(#[$meta:meta])* $name:ident, $asn:literal, $number:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name<'a>(pub &'a [u8]);

        impl<'a> $name<'a> {
            /// The octets.
            #[must_use]
            pub const fn as_bytes(&self) -> &'a [u8] {
                self.0
            }
        }

        impl<'a> From<&'a str> for $name<'a> {
            fn from(text: &'a str) -> Self {
                Self(text.as_bytes())
            }
        }

        impl<'a> From<&'a [u8]> for $name<'a> {
            fn from(octets: &'a [u8]) -> Self {
                Self(octets)
            }
        }

        impl<'a> Ber<'a> for $name<'a> {
            const NAME: &'static str = $asn;
            const TAG: Tag = Tag::universal($number);
            type At<'b> = $name<'b>;

            #[inline(always)]
            fn empty() -> Self {
                Self(&[])
            }

            #[inline(always)]
            fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
                self.0 = content;
                Ok(())
            }

            #[inline]
            fn put_content(&self, room: &mut [u8], end: usize) -> usize {
                prepend(self.0, room, end)
            }
        }
    };
}

macro_rules! text {
    ($name:ident) => {
        impl<'a> $name<'a> {
            /// The text, where the octets are ASCII, or UTF-8 as some switches send it.
            ///
            /// # Errors
            ///
            /// If they are neither, such as a name in Latin-1. [`fmt::Display`] shows such a text
            /// all the same, with U+FFFD for what it cannot read.
            pub const fn as_str(&self) -> Result<&'a str, Utf8Error> {
                str::from_utf8(self.0)
            }
        }

        impl fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&String::from_utf8_lossy(self.0))
            }
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&String::from_utf8_lossy(self.0), f)
            }
        }
    };
}

string! {
    /// An IA5String: text of a switch, in ASCII by rule and in other encodings by practice.
    ///
    /// The octets are kept as they are: one octet of another encoding in a name does not make an
    /// event unreadable, and the value is encoded again as it was.
    Ia5String, "IA5String", 22
}
text!(Ia5String);

string! {
    /// A GraphicString, which ACSE uses for names.
    GraphicString, "GraphicString", 25
}
text!(GraphicString);

string! {
    /// An OCTET STRING: octets whose meaning is the switch's.
    OctetString, "OCTET STRING", 4
}

impl fmt::Display for OctetString<'_> {
    /// In hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|octet| write!(f, "{octet:02X}"))
    }
}

impl fmt::Debug for OctetString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DecodeErrorKind;
    use hex_literal::hex;

    #[test]
    fn an_octet_of_another_encoding_is_kept() {
        let octets = hex!("16 04 4DFC6C6C"); // "Müll" in Latin-1
        let name = Ia5String::decode(&octets).unwrap();
        assert!(name.as_str().is_err());
        assert_eq!(name.to_string(), "M\u{FFFD}ll");
        assert_eq!(name.encode(), octets);
    }

    #[test]
    fn a_string_in_pieces_is_told_from_another_type() {
        let error = Ia5String::decode(&hex!("36 05 16 03 313131")).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::ConstructedString);
    }

    #[test]
    fn octets_show_in_hexadecimal() {
        assert_eq!(format!("{:?}", OctetString(&hex!("0111 0012"))), "01110012");
    }
}
