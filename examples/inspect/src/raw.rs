//! The elements of BER without a schema, as far as they go.

use std::io::{self, Write};

use der_parser::ber::{Class, Header, Length, Tag, ber_read_element_header};

use crate::hex;

/// How deep elements are followed; the deepest legal value of ECMA-285 has 12 levels.
const MAX_DEPTH: usize = 32;

/// Writes the elements, a line for each: its offset, its tag and its content. Those that begin
/// behind the octet `until` are left out. Whether all of them are whole.
pub(crate) fn elements(
    out: &mut dyn Write,
    octets: &[u8],
    indent: usize,
    until: Option<usize>,
) -> io::Result<bool> {
    let mut walk = Walk { out, octets, indent, until: until.unwrap_or(usize::MAX), is_whole: true };
    walk.list(0, octets.len(), 0)?;
    Ok(walk.is_whole)
}

struct Walk<'w> {
    out: &'w mut dyn Write,
    octets: &'w [u8],
    indent: usize,
    until: usize,
    /// Turns false, and the walk ends, where something is wrong.
    is_whole: bool,
}

impl Walk<'_> {
    /// Writes the elements from one offset to another, and returns where they end: before that,
    /// if the list is of the indefinite form and ends with an end-of-contents.
    fn list(&mut self, mut offset: usize, end: usize, depth: usize) -> io::Result<usize> {
        while offset < end && self.is_whole && offset <= self.until {
            let rest = self.octets.get(offset..end).unwrap_or_default();
            if rest.starts_with(&[0, 0]) && depth > 0 {
                return Ok(offset + 2);
            }
            offset = self.element(offset, rest, depth)?;
        }
        Ok(offset)
    }

    /// Writes an element and those in it, and returns where it ends.
    fn element(&mut self, offset: usize, rest: &[u8], depth: usize) -> io::Result<usize> {
        let Ok((content, header)) = ber_read_element_header(rest) else {
            return self.broken(
                offset,
                depth,
                rest,
                "an identifier or length that ends too early, or cannot be",
            );
        };
        let start = offset + rest.len() - content.len();
        let length = match header.length() {
            Length::Definite(length) => length,
            Length::Indefinite => content.len(),
        };
        self.margin(offset, depth)?;
        write!(self.out, "{}", tag(&header))?;
        if depth >= MAX_DEPTH {
            writeln!(self.out)?;
            return self.broken(start, depth + 1, &[], "more levels than any message has");
        }
        let there = length.min(content.len());
        let octets = content.get(..there).unwrap_or_default();
        match (header.is_constructed(), header.length()) {
            (true, Length::Indefinite) => {
                writeln!(self.out, ", of indefinite length")?;
                return self.list(start, start + there, depth + 1);
            }
            (true, _) => {
                writeln!(self.out, ", {length} octets")?;
                self.list(start, start + there, depth + 1)?;
            }
            (false, _) => writeln!(self.out, ": {}", primitive(&header, octets))?,
        }
        if there < length && self.is_whole {
            let what = format!("{} of {length} octets are missing", length - there);
            return self.broken(start + there, depth, &[], &what);
        }
        Ok(start + there)
    }

    fn broken(
        &mut self,
        offset: usize,
        depth: usize,
        rest: &[u8],
        what: &str,
    ) -> io::Result<usize> {
        self.is_whole = false;
        self.margin(offset, depth)?;
        let (first, _) = rest.split_at(rest.len().min(8));
        let separator = if first.is_empty() { "" } else { ": " };
        writeln!(self.out, "-- {what}{separator}{}", hex::spaced(first))?;
        Ok(offset + rest.len())
    }

    fn margin(&mut self, offset: usize, depth: usize) -> io::Result<()> {
        write!(
            self.out,
            "{:indent$}{offset:>4}  {:depth$}",
            "",
            "",
            indent = self.indent,
            depth = 2 * depth
        )
    }
}

fn tag(header: &Header<'_>) -> String {
    let number = header.tag().0;
    match header.class() {
        Class::Universal => match header.tag() {
            Tag::Boolean
            | Tag::Integer
            | Tag::Null
            | Tag::Sequence
            | Tag::Set
            | Tag::Enumerated => header.tag().to_string().to_uppercase(),
            Tag::BitString => "BIT STRING".to_owned(),
            Tag::OctetString => "OCTET STRING".to_owned(),
            Tag::Oid => "OBJECT IDENTIFIER".to_owned(),
            Tag::External => "EXTERNAL".to_owned(),
            Tag::Ia5String => "IA5String".to_owned(),
            Tag::GraphicString => "GraphicString".to_owned(),
            Tag::GeneralizedTime => "GeneralizedTime".to_owned(),
            _ => format!("[UNIVERSAL {number}]"),
        },
        Class::Application => format!("[APPLICATION {number}]"),
        Class::ContextSpecific => format!("[{number}]"),
        Class::Private => format!("[PRIVATE {number}]"),
    }
}

/// The content of a primitive element: its octets, and the number or text in them.
fn primitive(header: &Header<'_>, octets: &[u8]) -> String {
    let digits = hex::spaced(octets);
    let is_universal = header.class() == Class::Universal;
    if is_universal
        && matches!(header.tag(), Tag::Integer | Tag::Enumerated)
        && matches!(octets.len(), 1..=8)
    {
        let sign = octets.first().map_or(0, |first| i64::from(first.cast_signed() >> 7));
        let number = octets.iter().fold(sign, |number, octet| number << 8 | i64::from(*octet));
        return format!("{digits} = {number}");
    }
    let is_text = octets.len() > 1 && octets.iter().all(|octet| matches!(octet, b' '..=b'~'));
    if is_text {
        return format!("{digits} {:?}", String::from_utf8_lossy(octets));
    }
    if digits.is_empty() { "no octets".to_owned() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(octets: &[u8], until: Option<usize>) -> (String, bool) {
        let mut out = Vec::new();
        let is_whole = elements(&mut out, octets, 0, until).unwrap();
        (String::from_utf8(out).unwrap(), is_whole)
    }

    #[test]
    fn shows_each_element_with_its_offset() {
        let octets = [0xA1, 0x08, 0x02, 0x01, 0xFF, 0x80, 0x03, b'1', b'0', b'1'];
        let expected =
            "   0  [1], 8 octets\n   2    INTEGER: FF = -1\n   5    [0]: 31 30 31 \"101\"\n";
        assert_eq!(shown(&octets, None), (expected.to_owned(), true));
        assert_eq!(shown(&octets, Some(4)).0.lines().count(), 2);
    }

    #[test]
    fn goes_as_far_as_the_octets_do() {
        let (text, is_whole) = shown(&[0x30, 0x06, 0x80, 0x03, b'1'], None);
        assert!(!is_whole);
        assert!(text.ends_with("   5    -- 2 of 3 octets are missing\n"), "{text}");
        assert!(!shown(&[0x30, 0x01, 0x9F], None).1);
    }

    #[test]
    fn follows_indefinite_lengths() {
        let octets = [0x30, 0x80, 0x30, 0x80, 0x05, 0x00, 0x00, 0x00, 0x00, 0x00, 0x05, 0x00];
        let (text, is_whole) = shown(&octets, None);
        assert!(is_whole);
        assert!(text.ends_with("\n  10  NULL: no octets\n"), "{text}");
    }

    #[test]
    fn does_not_go_deeper_than_any_message() {
        let deep = [0x30, 0x80].repeat(5000);
        let (text, is_whole) = shown(&deep, None);
        assert!(!is_whole && text.contains("more levels"));
    }
}
