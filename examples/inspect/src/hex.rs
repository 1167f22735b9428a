//! Octets out of text: arguments, logs and dumps of many programs.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use crate::error::Error;
use crate::hex_line::{self, Line};
use crate::pieces;

/// Octets that belong together.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// The line of the text in which they begin, from 1.
    pub(crate) line: usize,
    pub(crate) octets: Vec<u8>,
}

/// The octets in a file, or in standard input; a file that is no text is octets already.
pub(crate) fn read(path: Option<&Path>) -> Result<Vec<Block>, Error> {
    let content = match path {
        Some(path) => fs::read(path).map_err(|source| Error::input(path, source))?,
        None => read_input()?,
    };
    Ok(match String::from_utf8(content) {
        Ok(text) if !text.chars().any(is_binary) => blocks(&text),
        Ok(text) => vec![Block { line: 1, octets: text.into_bytes() }],
        Err(error) if looks_like_text(error.as_bytes()) => {
            blocks(&String::from_utf8_lossy(error.as_bytes()))
        }
        Err(error) => vec![Block { line: 1, octets: error.into_bytes() }],
    })
}

fn read_input() -> Result<Vec<u8>, Error> {
    let mut content = Vec::new();
    let read = io::stdin().lock().read_to_end(&mut content);
    read.map_err(|source| Error::input(Path::new("-"), source))?;
    Ok(content)
}

/// Standard input as text.
pub(crate) fn read_input_text() -> Result<String, Error> {
    Ok(String::from_utf8_lossy(&read_input()?).into_owned())
}

const fn is_binary(character: char) -> bool {
    character.is_ascii_control() && !matches!(character, '\t' | '\n' | '\r' | '\x0C' | '\x1B')
}

/// Whether octets that are no UTF-8 are a text in another encoding.
fn looks_like_text(octets: &[u8]) -> bool {
    !octets.iter().any(|octet| is_binary(char::from(*octet)))
}

/// The octets in a text. A dump goes on as long as its offsets do; other lines belong together
/// as long as a message is not complete.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut current = Current::default();
    for (number, line) in (1..).zip(text.lines()) {
        match hex_line::read(line, current.dumped()) {
            Line::Blank => current.finish(&mut blocks),
            Line::Other => {}
            Line::Dump { offset, octets } => {
                if current.dumped() != Some(offset) {
                    current.finish(&mut blocks);
                    current.is_dump = true;
                }
                current.push(number, &octets);
            }
            Line::Octets { is_prefixed, octets } => {
                if current.is_dump || is_prefixed || !current.wants(&octets) {
                    current.finish(&mut blocks);
                }
                current.push(number, &octets);
            }
        }
    }
    current.finish(&mut blocks);
    blocks
}

/// The octets that are being put together.
#[derive(Default)]
struct Current {
    line: usize,
    octets: Vec<u8>,
    is_dump: bool,
}

impl Current {
    /// The offset with which a dump goes on.
    fn dumped(&self) -> Option<usize> {
        self.is_dump.then_some(self.octets.len())
    }

    /// Whether these octets can be the rest of what is here.
    fn wants(&self, octets: &[u8]) -> bool {
        pieces::is_cut_off(&self.octets) && !pieces::is_whole(octets)
    }

    fn push(&mut self, line: usize, octets: &[u8]) {
        if self.octets.is_empty() {
            self.line = line;
        }
        self.octets.extend_from_slice(octets);
    }

    fn finish(&mut self, blocks: &mut Vec<Block>) {
        let Self { line, octets, .. } = std::mem::take(self);
        if !octets.is_empty() {
            blocks.push(Block { line, octets });
        }
    }
}

/// Octets as they are shown: `A1 0C 02`.
pub(crate) fn spaced(octets: &[u8]) -> String {
    let digits: Vec<_> = octets.iter().map(|octet| format!("{octet:02X}")).collect();
    digits.join(" ")
}

/// Octets in hexadecimal digits without anything between: `A10C02`.
pub(crate) fn digits(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SYSTEM_STATUS: &[u8] =
        &[0xA1, 0x0C, 0x02, 0x01, 0x01, 0x02, 0x02, 0x00, 0xD3, 0x30, 0x03, 0x0A, 0x01, 0x02];

    fn octets(text: &str) -> Vec<Vec<u8>> {
        blocks(text).into_iter().map(|block| block.octets).collect()
    }

    fn framed() -> Vec<u8> {
        [&[0x00, 0x0E], SYSTEM_STATUS].concat()
    }

    #[test]
    fn reads_one_message_in_many_notations() {
        for text in [
            "A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02",
            "a10c0201010202 00d330030a0102",
            "A1:0C:02:01:01:02:02:00:D3:30:03:0A:01:02",
            "A1-0C-02-01-01-02-02-00-D3-30-03-0A-01-02",
            "0xA1, 0x0C, 0x02, 0x01, 0x01, 0x02, 0x02, 0x00, 0xD3, 0x30, 0x03, 0x0A, 0x01, 0x02",
            "0xa10c020101020200d330030a0102",
            r#""\xA1\x0C\x02\x01\x01\x02\x02\x00\xD3\x30\x03\x0A\x01\x02""#,
            "2023-10-19 13:19:02.123 RECV: A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02",
            "13:19:02 A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02",
            "[13:19:02] <- (14 bytes) A10C020101020200D330030A0102 (system status)",
            "12:00:01 | RX | len 14 | A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02",
            "A1 0C 02 01 01 02\n02 00 D3 30 03 0A 01 02",
        ] {
            assert_eq!(octets(text), [SYSTEM_STATUS], "{text}");
        }
    }

    #[test]
    fn reads_dumps_of_other_programs() {
        for text in [
            "0000   00 0e a1 0c 02 01 01 02 02 00 d3 30 03 0a 01 02   ...........0....",
            "0000  00 0e a1 0c 02 01 01 02  02 00 d3 30 03 0a 01 02  ........ ...0....",
            "00000000  00 0e a1 0c 02 01 01 02  02 00 d3 30 03 0a 01 02  |...........0....|\n00000010",
            "00000000: 000e a10c 0201 0102 0200 d330 030a 0102  ...........0....",
            "\t0x0000:  000e a10c 0201 0102 0200 d330 030a 0102  ...........0....",
            "0000 00 0e a1 0c 02 01 01 02\n0008 02 00 d3 30 03 0a 01 02",
            "00000000  00 0e a1 0c  |..ab|\n00000004  02 01 01 02 02 00 d3 30  |...a b c|\n0000000c  03 0a 01 02",
        ] {
            assert_eq!(octets(text), [framed()], "{text}");
        }
    }

    #[test]
    fn messages_on_lines_of_their_own_stay_apart() {
        let line = spaced(SYSTEM_STATUS);
        assert_eq!(octets(&format!("{line}\n{line}\n")), [SYSTEM_STATUS, SYSTEM_STATUS]);
        let cut_off = "A1 0C 02 01";
        let expected = [&[0xA1, 0x0C, 0x02, 0x01], SYSTEM_STATUS];
        assert_eq!(octets(&format!("{cut_off}\n{line}")), expected);
        let log = format!("10:00:00 RX {line}\nconnected, all is added\n10:00:01 RX {line}");
        assert_eq!(octets(&log), [SYSTEM_STATUS, SYSTEM_STATUS]);
    }

    #[test]
    fn words_are_no_octets() {
        assert_eq!(octets("a decade of beef"), Vec::<Vec<u8>>::new());
        assert_eq!(octets("nothing here"), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn tells_the_line() {
        let blocks = blocks("# a comment\n\n64 03 80 01 00\n");
        assert_eq!(blocks, [Block { line: 3, octets: vec![0x64, 0x03, 0x80, 0x01, 0x00] }]);
    }
}
