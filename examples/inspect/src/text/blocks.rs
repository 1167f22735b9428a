//! Lines of text put together to octets.

use std::fs::File;
use std::io;
use std::path::Path;

use program::read_whole;

use super::Stamp;
use super::dump::{self, DumpLine, Dumped, Offset};
use super::line::{self, Line};
use crate::error::Error;
use crate::{capture, pieces};

/// How many octets are read of a file or of standard input: text is read whole, as a line may
/// belong to those before it.
const LONGEST: u64 = 256 << 20;

/// Octets that belong together.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// The line of the text in which they begin, from 1.
    pub(crate) line: usize,
    /// What stands before them: in their line, or in the line before a dump.
    pub(crate) prefix: String,
    pub(crate) octets: Vec<u8>,
}

impl Block {
    fn of(octets: Vec<u8>) -> Self {
        Self { line: 1, prefix: String::new(), octets }
    }

    /// What a log of the protocol says before the octets.
    pub(crate) fn stamp(&self) -> Option<Stamp> {
        Stamp::of(&self.prefix)
    }
}

/// The octets in a file, or in standard input for `-`; what is no text is octets already.
pub(crate) fn read(path: &Path) -> Result<Vec<Block>, Error> {
    let content = content(path)?;
    if capture::is_capture(&content) {
        return Err(Error::Capture(path.to_owned()));
    }
    Ok(match String::from_utf8(content) {
        Ok(text) if !text.chars().any(is_binary) => blocks(&text),
        Ok(text) => vec![Block::of(text.into_bytes())],
        Err(error) if looks_like_text(error.as_bytes()) => {
            blocks(&String::from_utf8_lossy(error.as_bytes()))
        }
        Err(error) => vec![Block::of(error.into_bytes())],
    })
}

/// All of a file, or of standard input for `-`.
pub(crate) fn content(path: &Path) -> Result<Vec<u8>, Error> {
    let content = match path.to_str() {
        Some("-") => read_whole(io::stdin().lock(), LONGEST),
        _ => File::open(path).and_then(|file| read_whole(file, LONGEST)),
    };
    content.map_err(|source| Error::input(path, source))
}

/// All octets in a text, and in standard input.
pub(crate) fn octets(text: &str) -> Vec<u8> {
    blocks(text).into_iter().flat_map(|block| block.octets).collect()
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
    // The line before, if it holds a time and no octets.
    let mut heading = "";
    for (number, line) in (1..).zip(text.lines()) {
        match line::read(line, current.dumped()) {
            Line::Blank => {
                current.finish(&mut blocks);
                heading = "";
            }
            Line::Other => heading = if line::has_time(line) { line } else { "" },
            Line::End(end) => {
                current.end = Some(end);
                current.finish(&mut blocks);
            }
            Line::Dump(DumpLine { offset, goes_on, octets }) => {
                if !goes_on {
                    current.finish(&mut blocks);
                    current.dump = Some(offset);
                }
                current.push(number, line::clipped(std::mem::take(&mut heading)), &octets);
            }
            Line::Octets { prefix, octets } => {
                if current.dump.is_some() || !prefix.is_empty() || !current.wants(&octets) {
                    current.finish(&mut blocks);
                }
                current.push(number, prefix, &octets);
                heading = "";
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
    prefix: String,
    octets: Vec<u8>,
    /// Where the last message in them begins: what is before it need not be looked at again.
    last: usize,
    /// Where it begins, if it is a dump.
    dump: Option<Offset>,
    /// How many octets a dump says that it has.
    end: Option<usize>,
}

impl Current {
    /// What there is of a dump.
    fn dumped(&self) -> Option<Dumped> {
        self.dump.map(|begin| Dumped { begin, octets: self.octets.len() })
    }

    /// Whether these octets can be the rest of what is here.
    fn wants(&mut self, octets: &[u8]) -> bool {
        let last = self.octets.get(self.last..).unwrap_or_default();
        let Some(cut_off) = pieces::cut_off(last) else {
            return false;
        };
        self.last += cut_off;
        !pieces::is_whole(octets)
    }

    fn push(&mut self, line: usize, prefix: String, octets: &[u8]) {
        if self.octets.is_empty() && self.prefix.is_empty() {
            (self.line, self.prefix) = (line, prefix);
        }
        self.octets.extend_from_slice(octets);
    }

    fn finish(&mut self, blocks: &mut Vec<Block>) {
        let Self { line, prefix, mut octets, dump, end, .. } = std::mem::take(self);
        if dump.is_some() {
            let mut swapped = dump::swapped(&octets);
            octets.truncate(end.unwrap_or(usize::MAX));
            swapped.truncate(end.unwrap_or(usize::MAX));
            if !pieces::is_whole(&octets) && pieces::is_whole(&swapped) {
                octets = swapped;
            }
        }
        if !octets.is_empty() || Stamp::of(&prefix).is_some() {
            blocks.push(Block { line, prefix, octets });
        }
    }
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
            r"b'\xa1\x0c\x02\x01\x01\x02\x02\x00\xd30\x03\n\x01\x02'",
            "\\xA1\\x0C\\x02\\x01\\x01\\x02\\x02\\x00\\xD3\\x30\\x03\\x0A\\x01\\x02",
            "\"\\xa1\\x0c\\x02\\x01\\x01\\x02\\x02\\x00\" \\\n\"\\xd3\\x30\\x03\\x0a\\x01\\x02\"",
            "const unsigned char pkt7[14] = {\n0xa1, 0x0c, 0x02, 0x01, /* .... */\n0x01, 0x02, 0x02, 0x00, /* 02 00 */\n0xd3, 0x30, 0x03, 0x0a, /* .0.. */\n0x01, 0x02 /* .. */\n};",
            "2026-11-27T12:34:56.789012Z < A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02",
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
            "0000000 00 0e a1 0c 02 01 01 02 02 00 d3 30 03 0a 01 02\n0000020",
            "0000000 00 0e a1 0c 02 01 01 02 02 00 d3 30 03 0a 01 02  >...........0....<\n0000016",
            "0000000 0e00 0ca1 0102 0201 0002 30d3 0a03 0201\n0000010",
            "0000 00 0e a1 0c 02 01 01 02\n0008 02 00 d3 30 03 0a 01 02",
            "00000000  00 0e a1 0c  |..ab|\n00000004  02 01 01 02 02 00 d3 30  |...a b c|\n0000000c  03 0a 01 02",
        ] {
            assert_eq!(octets(text), [framed()], "{text}");
        }
    }

    #[test]
    fn messages_on_lines_of_their_own_stay_apart() {
        let line = crate::hex::spaced(SYSTEM_STATUS);
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
        let expected = Block { line: 3, ..Block::of(vec![0x64, 0x03, 0x80, 0x01, 0x00]) };
        assert_eq!(blocks, [expected]);
    }

    #[test]
    fn an_odd_number_of_octets_in_words_stays_odd() {
        let dump = "0000000 0500 0364 0180 0000\n0000007";
        assert_eq!(octets(dump), [[0x00, 0x05, 0x64, 0x03, 0x80, 0x01, 0x00]]);
    }

    #[test]
    fn keeps_what_stands_before_the_octets() {
        let prefix = |text: &str| blocks(text).swap_remove(0).prefix;
        let line = crate::hex::spaced(SYSTEM_STATUS);
        assert_eq!(prefix(&format!("13:19:02.123 RECV: {line}")), "13:19:02.123 RECV");
        assert_eq!(prefix(&line), "");
        assert_eq!(prefix(r"10:00:01 got b'\x64\x03\x80\x01\x00'"), "10:00:01 got");
        let dump = "12:27:25.066 IP a > b: Flags [P.]\n\t0x0000:  6403 8001 00  d....";
        assert_eq!(prefix(dump), "12:27:25.066 IP a > b: Flags [P.]");
    }
}
