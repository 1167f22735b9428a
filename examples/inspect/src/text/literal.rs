//! Octets in the string literals of programming languages, as their programs print them.

/// The octets of the string literals in a line, and what stands before the first one; `None` if
/// there is none with an escape in it. Literals of C, Python, Perl, JavaScript and JSON are read.
pub(super) fn read(line: &str) -> Option<(&str, Vec<u8>)> {
    let mut octets = Vec::new();
    let mut prefix = None;
    let mut has_escape = false;
    let mut rest = line;
    while let Some(start) = rest.find(['"', '\'']) {
        let (before, literal) = rest.split_at(start);
        let Some((content, behind)) = one(literal) else { break };
        // Strings before the one with the octets, such as the name of a member.
        if content.has_escape && !has_escape {
            octets.clear();
            let before = line.len() - rest.len() + before.len();
            prefix = line.get(..before);
            has_escape = true;
        }
        octets.extend(content.octets);
        rest = behind;
    }
    let prefix = prefix?;
    // Python's and Rust's mark of a string of octets, and that of a bytearray.
    let prefix = prefix.strip_suffix(['b', 'B']).unwrap_or(prefix);
    let prefix = prefix.strip_suffix("bytearray(").unwrap_or(prefix);
    Some((prefix, octets))
}

struct Content {
    octets: Vec<u8>,
    has_escape: bool,
}

/// Reads the literal that a text begins with; returns also what comes behind it.
fn one(text: &str) -> Option<(Content, &str)> {
    let quote = text.chars().next()?;
    let mut content = Content { octets: Vec::new(), has_escape: false };
    let mut rest = text.get(quote.len_utf8()..)?;
    loop {
        let character = rest.chars().next()?;
        rest = rest.get(character.len_utf8()..)?;
        if character == quote {
            return Some((content, rest));
        }
        if character == '\\' {
            content.has_escape = true;
            let (octet, behind) = escape(rest)?;
            content.octets.push(octet);
            rest = behind;
        } else {
            // A character for each octet, as JSON and JavaScript have them.
            content.octets.push(u8::try_from(u32::from(character)).ok()?);
        }
    }
}

/// Reads what stands behind a backslash.
fn escape(text: &str) -> Option<(u8, &str)> {
    let first = text.chars().next()?;
    let behind = text.get(first.len_utf8()..)?;
    let octet = match first {
        'x' => {
            return match behind.strip_prefix('{') {
                Some(braced) => {
                    let (digits, behind) = braced.split_once('}')?;
                    Some((u8::from_str_radix(digits, 16).ok()?, behind))
                }
                None => number(behind, 2, 16),
            };
        }
        'u' => {
            let (high, behind) = number(behind, 2, 16)?;
            return number(behind, 2, 16).filter(|_| high == 0);
        }
        '0'..='7' => return number(text, 3, 8),
        'a' => 0x07,
        'b' => 0x08,
        'e' => 0x1B,
        'f' => 0x0C,
        'n' => b'\n',
        'r' => b'\r',
        't' => b'\t',
        'v' => 0x0B,
        '"' | '\'' | '\\' | '/' | '?' | '$' | '@' => u8::try_from(first).ok()?,
        _ => return None,
    };
    Some((octet, behind))
}

/// Reads a number of `most` digits at most.
fn number(text: &str, most: usize, radix: u32) -> Option<(u8, &str)> {
    let len = text.chars().take(most).take_while(|digit| digit.is_digit(radix)).count();
    let (digits, behind) = text.split_at_checked(len)?;
    Some((u8::from_str_radix(digits, radix).ok()?, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_literals_of_many_languages() {
        let octets = [0x00, 0x0E, 0xA1, 0x0C, 0x0A, b'0', b'"', b'\\', 0xD3];
        for text in [
            r#"b'\x00\x0e\xa1\x0c\n0"\\\xd3'"#,
            r#"bytearray(b'\x00\x0e\xa1\x0c\n0"\\\xd3')"#,
            r#"char m[] = "\0\016\241\f\n0\"\\\323";"#,
            r#"my $m = "\x{0}\xE\x{a1}\x0c\x0A\x30\x{22}\x{5c}\xd3";"#,
            r#""\x00\x0e\xa1\x0c" "\n0\"\\\xd3""#,
            r#"{"id":"12","data":"\u0000\u000e\u00a1\f\n0\"\\Ó"}"#,
        ] {
            assert_eq!(read(text).map(|(_, octets)| octets), Some(octets.to_vec()), "{text}");
        }
    }

    #[test]
    fn tells_what_stands_before() {
        assert_eq!(read(r"10:00:01 recv b'\x00'"), Some(("10:00:01 recv ", vec![0])));
    }

    #[test]
    fn other_strings_are_none() {
        for text in ["", "'", r#""A1 0C""#, r"don't \x00", r"'\q'", r"'\x'", r"'\u0100'", r"'\777'"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
