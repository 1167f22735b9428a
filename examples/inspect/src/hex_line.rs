//! Octets out of one line of text.

use crate::pieces;

/// The fewest octets that are taken for some between words: an A-ABORT has as many.
const FEWEST_BETWEEN_WORDS: usize = 5;

/// What a line of text holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Nothing at all.
    Blank,
    /// No octets, but something else.
    Other,
    /// A line of a dump: octets behind their offset.
    Dump { offset: usize, octets: Vec<u8> },
    /// Octets, perhaps behind a prefix such as a time.
    Octets { is_prefixed: bool, octets: Vec<u8> },
}

/// Reads a line; `dumped` is the offset with which a dump would go on.
pub(crate) fn read(line: &str, dumped: Option<usize>) -> Line {
    if line.trim().is_empty() {
        return Line::Blank;
    }
    dump(line, dumped).unwrap_or_else(|| octets_among_words(line))
}

/// A line that begins with an offset: `0000  00 0e ...`, `00000000: 000e ...`, `0x0000:  ...`.
fn dump(line: &str, dumped: Option<usize>) -> Option<Line> {
    let line = line.trim_start();
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let (digits, has_colon) = match first.strip_suffix(':') {
        Some(digits) => (digits, true),
        None => (first, false),
    };
    let digits = digits.strip_prefix("0x").unwrap_or(digits);
    if !(4..=8).contains(&digits.len()) {
        return None;
    }
    let offset = usize::from_str_radix(digits, 16).ok()?;
    let octets = dumped_octets(rest);
    if octets.is_empty() {
        // hexdump ends with the offset of the end.
        return (rest.trim().is_empty() && dumped == Some(offset)).then_some(Line::Other);
    }
    let next_is_octet = rest.split_whitespace().next().is_some_and(|token| token.len() == 2);
    let is_offset =
        has_colon || next_is_octet && (offset == 0 || offset % 4 == 0 || dumped == Some(offset));
    is_offset.then_some(Line::Dump { offset, octets })
}

/// The octets behind an offset, without the text beside them.
fn dumped_octets(rest: &str) -> Vec<u8> {
    let mut octets = Vec::new();
    let rest = rest.split('|').next().unwrap_or_default().replace('\t', "  ");
    for group in rest.trim().split("  ").map(str::trim).filter(|group| !group.is_empty()) {
        let read: Option<Vec<_>> = group.split(' ').map(pairs).collect();
        let goes_on =
            octets.is_empty() || octets.len() == 8 && group.split(' ').all(|t| t.len() == 2);
        match read {
            Some(read) if goes_on => octets.extend(read.concat()),
            // The text may follow behind a single space.
            None if octets.is_empty() => {
                let tokens = group.split(' ').map_while(pairs);
                return tokens.collect::<Vec<_>>().concat();
            }
            _ => break,
        }
    }
    octets
}

/// The longest run of octets in a line.
fn octets_among_words(line: &str) -> Line {
    let line = line.replace("\\x", " ");
    let is_separator = |c: char| c.is_whitespace() || ",;{}[]()\"'|".contains(c);
    let tokens: Vec<_> = line.split(is_separator).filter(|token| !token.is_empty()).collect();
    let read = |token: &&str| if tokens.len() > 1 && is_time(token) { None } else { octets(token) };
    let values: Vec<_> = tokens.iter().map(read).collect();
    let runs = values.split(Option::is_none).map(<[_]>::to_vec);
    let count = |run: &Vec<Option<Vec<u8>>>| run.iter().flatten().map(Vec::len).sum::<usize>();
    let Some(mut run) = runs.max_by_key(count) else {
        return Line::Other;
    };
    let is_alone = run.len() == values.len();
    let is_prefixed = !values.starts_with(&run);
    if run.is_empty() || !is_alone && count(&run) < FEWEST_BETWEEN_WORDS {
        return Line::Other;
    }
    if is_prefixed {
        // A number before the octets that is made of hexadecimal digits.
        let flat =
            |run: &[Option<Vec<u8>>]| run.iter().flatten().flatten().copied().collect::<Vec<_>>();
        let from = (0..run.len().min(3))
            .find(|from| run.get(*from..).is_some_and(|run| pieces::is_whole(&flat(run))));
        run.drain(..from.unwrap_or_default());
    }
    Line::Octets { is_prefixed, octets: run.into_iter().flatten().flatten().collect() }
}

/// The octets of a word: `A10C`, `0xA1`, `A1:0C`, `A1-0C`.
fn octets(token: &str) -> Option<Vec<u8>> {
    let token = token.strip_prefix("0x").or_else(|| token.strip_prefix("0X")).unwrap_or(token);
    let token = token.trim_end_matches([':', '-']);
    for separator in [':', '-'] {
        if token.contains(separator) {
            let octet = |part: &str| pairs(part).filter(|octets| octets.len() == 1);
            return token
                .split(separator)
                .map(octet)
                .collect::<Option<Vec<_>>>()
                .map(|o| o.concat());
        }
    }
    pairs(token)
}

/// The octets of an even number of hexadecimal digits.
fn pairs(token: &str) -> Option<Vec<u8>> {
    let digit = |octet: &u8| char::from(*octet).to_digit(16);
    let octet = |pair: &[u8]| match pair {
        [high, low] => u8::try_from(digit(high)? << 4 | digit(low)?).ok(),
        _ => None,
    };
    let octets: Vec<u8> = token.as_bytes().chunks(2).map(octet).collect::<Option<_>>()?;
    (!octets.is_empty()).then_some(octets)
}

/// Whether a word is a time of day or a day, which could be three octets as well.
fn is_time(token: &str) -> bool {
    [':', '-'].into_iter().any(|separator| {
        let parts: Vec<_> = token.split(separator).map(str::parse::<u8>).collect();
        matches!(parts.as_slice(), [Ok(0..60), Ok(0..60), Ok(0..60)])
    })
}
