//! OBJECT IDENTIFIER, on top of `asn1-rs`.

use core::fmt;
use std::borrow::Cow;

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

    /// The same identifier with the methods of `asn1-rs`, which know none from 2.40 on.
    #[must_use]
    pub const fn as_oid(&self) -> Oid<'a> {
        Oid::new(Cow::Borrowed(self.0))
    }
}

/// The content octets of an identifier in numbers with dots, or `None` if it is none.
#[cfg(feature = "serde")]
pub(crate) fn parse(text: &str) -> Option<Vec<u8>> {
    let numbers: Option<Vec<u64>> = text.split('.').map(|number| number.parse().ok()).collect();
    let numbers = numbers?;
    let [first, second, rest @ ..] = numbers.as_slice() else {
        return None;
    };
    if *first > 2 || (*first < 2 && *second > 39) {
        return None;
    }
    let numbers = [&[second.checked_add(first * 40)?], rest].concat();
    let content = Oid::from_relative(&numbers).ok()?.as_bytes().to_vec();
    // A number may have been written with a sign or with zeros in front of it.
    (ObjectIdentifier::new(&content).to_string() == text).then_some(content)
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
        // The first two numbers are in the first of a list of numbers (X.690, 8.19.4), of which
        // asn1-rs takes no more than one octet.
        let numbers = Oid::new_relative(Cow::Borrowed(self.0));
        let text = numbers.to_id_string();
        let (first, rest) = text.split_once('.').unwrap_or((&text, ""));
        let Ok(first) = first.parse::<u64>() else {
            return f.pad(&text);
        };
        let root = (first / 40).min(2);
        let separator = if rest.is_empty() { "" } else { "." };
        f.pad(&format!("{root}.{}{separator}{rest}", first - 40 * root))
    }
}

impl fmt::Debug for ObjectIdentifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_and_read() {
        let cases: [(&[u8], &str); 6] = [
            (&[0x2B, 0x0C, 0x00, 0x81, 0x5A], "1.3.12.0.218"),
            (&[0x00], "0.0"),
            (&[0x77], "2.39"),
            (&[0x78], "2.40"),
            (&[0x88, 0x37, 0x03], "2.999.3"),
            (
                &[0x55, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
                "2.5.9223372036854775807",
            ),
        ];
        for (content, text) in cases {
            assert_eq!(ObjectIdentifier::new(content).to_string(), text);
            assert_eq!(parse(text).as_deref(), Some(content), "{text}");
        }
    }

    #[test]
    fn what_is_no_identifier_is_not_read() {
        for text in [
            "",
            "1",
            "1.",
            ".1",
            "3.1",
            "0.40",
            "1.40",
            "1.3.a",
            "1.+3",
            "1.03",
            "1.-3",
            "1.3.99999999999999999999",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn any_octets_are_shown() {
        for first in 0..=0xFF {
            for second in [0x00, 0x7F, 0x80, 0xFF] {
                for length in 0..=12 {
                    let octets = [[first].as_slice(), &vec![second; length]].concat();
                    assert!(!ObjectIdentifier::new(&octets).to_string().is_empty());
                }
            }
        }
        assert_eq!(ObjectIdentifier::new(&[]).to_string(), "");
    }
}
