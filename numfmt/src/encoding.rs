use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::limits::MAX_FILE_BYTES;

/// How text is put into octets, in files that other tools read and write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TextEncoding {
    /// UTF-8 without byte-order mark.
    #[default]
    Utf8,
    /// UTF-8 with byte-order mark.
    Utf8WithMark,
    /// UTF-16, low octet first, with byte-order mark.
    Utf16Le,
    /// UTF-16, high octet first, with byte-order mark.
    Utf16Be,
    /// Windows-1252.
    Windows1252,
}

impl TextEncoding {
    /// Reads text and tells how it was encoded.
    ///
    /// A byte-order mark decides; without one it is UTF-8, or Windows-1252 if it is not valid as UTF-8.
    ///
    /// # Errors
    ///
    /// More than [`MAX_FILE_BYTES`], octets that do not follow the byte-order mark, and UTF-16 without one.
    pub fn decode(octets: &[u8]) -> Result<(String, Self), EncodingError> {
        if octets.len() > MAX_FILE_BYTES {
            return Err(EncodingError::TooLarge);
        }
        let (encoding, marked) = match Encoding::for_bom(octets) {
            Some((encoding, length)) => (encoding, octets.get(length..).unwrap_or_default()),
            None => (UTF_8, octets),
        };
        let text = encoding.decode_without_bom_handling_and_without_replacement(marked);
        let (text, encoding) = match text {
            Some(text) if encoding == UTF_16LE => (text, Self::Utf16Le),
            Some(text) if encoding == UTF_16BE => (text, Self::Utf16Be),
            Some(text) if marked.len() < octets.len() => (text, Self::Utf8WithMark),
            Some(text) => (text, Self::Utf8),
            None if marked.len() < octets.len() => {
                return Err(EncodingError::Broken { encoding: encoding.name() });
            }
            None => (WINDOWS_1252.decode_without_bom_handling(octets).0, Self::Windows1252),
        };
        if text.contains('\0') {
            return Err(EncodingError::Zeros);
        }
        Ok((text.into_owned(), encoding))
    }

    /// Writes text.
    ///
    /// # Errors
    ///
    /// The first line with a character that the encoding does not have.
    pub fn encode(self, text: &str) -> Result<Vec<u8>, EncodingError> {
        let mark = '\u{feff}';
        match self {
            Self::Utf8 => Ok(text.as_bytes().to_vec()),
            Self::Utf8WithMark => Ok(format!("{mark}{text}").into_bytes()),
            Self::Utf16Le => {
                Ok(format!("{mark}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect())
            }
            Self::Utf16Be => {
                Ok(format!("{mark}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect())
            }
            Self::Windows1252 => match WINDOWS_1252.encode(text) {
                (octets, _, false) => Ok(octets.into_owned()),
                (_, _, true) => {
                    let foreign = |(line, _): &(&str, usize)| WINDOWS_1252.encode(line).2;
                    let line = text.lines().zip(1..).find(foreign).map_or(1, |(_, number)| number);
                    Err(EncodingError::NoSuchCharacter { line })
                }
            },
        }
    }
}

/// Octets that are no text, or text that cannot be put into octets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodingError {
    /// Too much.
    #[error("the file has more than {MAX_FILE_BYTES} bytes: part it")]
    TooLarge,
    /// Octets that do not follow the byte-order mark.
    #[error("the file begins as {encoding}, but is not: save it again, as UTF-8")]
    Broken {
        /// The encoding of the byte-order mark.
        encoding: &'static str,
    },
    /// Zero octets, as in UTF-16 without byte-order mark.
    #[error("the file has zero bytes, as UTF-16 without byte-order mark has: save it as UTF-8")]
    Zeros,
    /// A character that Windows-1252 does not have.
    #[error("line {line} has a character that Windows-1252 does not have: write UTF-8 or UTF-16")]
    NoSuchCharacter {
        /// The line, from 1.
        line: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [TextEncoding; 5] = [
        TextEncoding::Utf8,
        TextEncoding::Utf8WithMark,
        TextEncoding::Utf16Le,
        TextEncoding::Utf16Be,
        TextEncoding::Windows1252,
    ];

    #[test]
    fn every_encoding_is_recognised_again() {
        for encoding in ALL {
            let octets = encoding.encode("100,Jürgen Weiß\n").unwrap();
            assert_eq!(
                TextEncoding::decode(&octets),
                Ok(("100,Jürgen Weiß\n".to_owned(), encoding))
            );
        }
    }

    #[test]
    fn windows_1252_has_its_quotes_and_euro_sign() {
        assert_eq!(TextEncoding::decode(b"\x84\x80\x93").unwrap().0, "„€“");
        let error = TextEncoding::Windows1252.encode("1\n2,Łukasz").unwrap_err();
        assert_eq!(error, EncodingError::NoSuchCharacter { line: 2 });
    }

    #[test]
    fn what_is_broken_says_so() {
        assert_eq!(
            TextEncoding::decode(b"\xff\xfe1"),
            Err(EncodingError::Broken { encoding: "UTF-16LE" })
        );
        assert_eq!(
            TextEncoding::decode(b"\xef\xbb\xbf\xff"),
            Err(EncodingError::Broken { encoding: "UTF-8" })
        );
        assert_eq!(TextEncoding::decode(b"1\x000\0"), Err(EncodingError::Zeros));
        assert_eq!(
            TextEncoding::decode(&vec![b'1'; MAX_FILE_BYTES + 1]),
            Err(EncodingError::TooLarge)
        );
    }
}
