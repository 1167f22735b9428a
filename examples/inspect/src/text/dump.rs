//! Lines of dumps: octets behind their offset, as tcpdump, Wireshark, xxd, hexdump and od write
//! them.

use crate::hex;

/// A line of a dump.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DumpLine {
    pub(super) offset: Offset,
    /// Whether it goes on where the dump has come to.
    pub(super) goes_on: bool,
    pub(super) octets: Vec<u8>,
}

/// What there is of a dump already.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dumped {
    /// Where it begins.
    pub(super) begin: Offset,
    pub(super) octets: usize,
}

/// An offset as it is written: hexdump and od count in tens or eights where they are told to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Offset([Option<usize>; 3]);

impl Offset {
    fn of(digits: &str) -> Self {
        Self([16, 10, 8].map(|radix| usize::from_str_radix(digits, radix).ok()))
    }

    /// Whether it is where a dump has come to, or would have without its last `less` octets.
    fn is_end(self, dumped: Dumped, less: usize) -> bool {
        self.0.iter().zip(dumped.begin.0).any(|(end, begin)| {
            matches!((end, begin), (Some(end), Some(begin))
                if begin.checked_add(dumped.octets) == end.checked_add(less))
        })
    }
}

/// Reads a line of a dump: octets behind `0000`, `00000000:`, `0x0000:` or the seven digits of
/// hexdump and od.
pub(super) fn read(line: &str, dumped: Option<Dumped>) -> Option<DumpLine> {
    let (first, rest) = split(line)?;
    let goes_on = dumped.is_some_and(|dumped| first.offset.is_end(dumped, 0));
    let octets = octets(rest);
    let next_is_octet = rest.split_whitespace().next().is_some_and(|token| token.len() == 2);
    let is_offset = first.is_marked || next_is_octet && (goes_on || first.is_likely);
    let line = DumpLine { offset: first.offset, goes_on, octets };
    (is_offset && !line.octets.is_empty()).then_some(line)
}

/// How many octets a dump has, if a line says it in the way of hexdump and od: behind words of two
/// octets the last one may be none.
pub(super) fn end(line: &str, dumped: Dumped) -> Option<usize> {
    let (first, rest) = split(line)?;
    let less = (0..2).find(|less| first.offset.is_end(dumped, *less));
    less.filter(|_| rest.is_empty()).and_then(|less| dumped.octets.checked_sub(less))
}

/// What a line begins with.
struct First {
    offset: Offset,
    /// Whether it can be nothing else.
    is_marked: bool,
    /// Whether it can hardly be something else, if octets follow one by one.
    is_likely: bool,
}

fn split(line: &str) -> Option<(First, &str)> {
    let line = line.trim();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (digits, has_colon) = match first.strip_suffix(':') {
        Some(digits) => (digits, true),
        None => (first, false),
    };
    let digits = digits.strip_prefix("0x").unwrap_or(digits);
    if !(4..=8).contains(&digits.len()) || !digits.bytes().all(|d| d.is_ascii_hexdigit()) {
        return None;
    }
    let offset = Offset::of(digits);
    // An odd number of digits is no octets.
    let is_marked = has_colon || digits.len() == 7;
    // Lines begin at every fourth octet at least.
    let [hex, ..] = offset.0;
    let is_likely = digits.len() >= 6 || hex.is_some_and(|offset| offset % 4 == 0);
    Some((First { offset, is_marked, is_likely }, rest))
}

/// The octets behind an offset, without the text beside them.
fn octets(rest: &str) -> Vec<u8> {
    let mut octets = Vec::new();
    let rest = rest.split(['|', '>']).next().unwrap_or_default().replace('\t', "  ");
    for group in rest.trim().split("  ").map(str::trim).filter(|group| !group.is_empty()) {
        let read: Option<Vec<_>> = group.split(' ').map(hex::octets).collect();
        let goes_on =
            octets.is_empty() || octets.len() == 8 && group.split(' ').all(|t| t.len() == 2);
        match read {
            Some(read) if goes_on => octets.extend(read.concat()),
            // The text may follow behind a single space.
            None if octets.is_empty() => {
                let tokens = group.split(' ').map_while(hex::octets);
                return tokens.collect::<Vec<_>>().concat();
            }
            _ => break,
        }
    }
    octets
}

/// The same octets where each two stand the other way round, as hexdump and `od -x` write them on
/// most machines.
pub(super) fn swapped(octets: &[u8]) -> Vec<u8> {
    octets.chunks(2).flat_map(|pair| pair.iter().rev().copied()).collect()
}
