//! Octets out of one line of text.

use super::dump::{self, DumpLine, Dumped};
use super::{Stamp, literal};
use crate::{hex, pieces};

/// The fewest octets that are taken for some between words: an A-ABORT has as many.
const FEWEST_BETWEEN_WORDS: usize = 5;

/// How much of the text before the octets is kept.
const LONGEST_PREFIX: usize = 100;

/// What a line of text holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing at all.
    Blank,
    /// No octets, but something else.
    Other,
    /// A line of a dump: octets behind their offset.
    Dump(DumpLine),
    /// The end of a dump: how many octets it has.
    End(usize),
    /// Octets, perhaps behind a prefix such as a time.
    Octets { prefix: String, octets: Vec<u8> },
}

/// Reads a line; `dumped` is the dump that it may go on with.
pub(super) fn read(line: &str, dumped: Option<Dumped>) -> Line {
    let line = line.trim();
    if line.is_empty() {
        return Line::Blank;
    }
    if line.starts_with('#') {
        return Line::Other;
    }
    if let Some(line) = dump::read(line, dumped) {
        return Line::Dump(line);
    }
    if let Some(end) = dumped.and_then(|dumped| dump::end(line, dumped)) {
        return Line::End(end);
    }
    if Stamp::of(line).is_some() {
        // An empty frame in a log of the protocol.
        return Line::Octets { prefix: line.to_owned(), octets: Vec::new() };
    }
    match literal::read(line) {
        Some((prefix, octets)) => Line::Octets { prefix: clipped(prefix), octets },
        None => among_words(&without_comments(line)),
    }
}

/// The text before octets, without the signs that lead to them and those that steer a terminal.
pub(super) fn clipped(prefix: &str) -> String {
    let prefix =
        prefix.trim().trim_end_matches(['(', '[', '{', '"', '\'', '|', ',', ';', ':', '=']);
    let shown: String = prefix.trim_end().chars().take(LONGEST_PREFIX).collect();
    program::harmless(&shown)
}

/// A line of C without what is said beside the octets.
fn without_comments(line: &str) -> String {
    let mut code = String::new();
    let mut rest = line;
    while let Some((before, comment)) = rest.split_once("/*") {
        code.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
    }
    code + rest
}

/// The longest run of octets in a line.
fn among_words(line: &str) -> Line {
    // Escapes outside of quotation marks.
    let line = line.replace("\\x", "  ");
    let words = words(&line);
    let is_alone = |run: &[Word<'_>]| run.len() == words.len();
    let runs = words.split(|word| word.octets.is_none()).filter(|run| !run.is_empty());
    let runs = runs.filter(|run| is_alone(run) || !run.iter().all(Word::is_number));
    let Some(run) = runs.max_by_key(|run| flat(run).len()) else {
        return Line::Other;
    };
    if !is_alone(run) && flat(run).len() < FEWEST_BETWEEN_WORDS {
        return Line::Other;
    }
    let is_first = |word: &Word<'_>| words.first().is_some_and(|first| first.start == word.start);
    // A number before the octets that is made of hexadecimal digits.
    let is_whole = |from: &usize| run.get(*from..).is_some_and(|run| pieces::is_whole(&flat(run)));
    let from = match run.first() {
        Some(first) if !is_first(first) => (0..run.len().min(3)).find(is_whole).unwrap_or_default(),
        _ => 0,
    };
    let run = run.get(from..).unwrap_or_default();
    let start = run.first().map_or(0, |word| word.start);
    let prefix = clipped(line.get(..start).unwrap_or_default());
    Line::Octets { prefix, octets: flat(run) }
}

/// A word of a line.
struct Word<'l> {
    start: usize,
    text: &'l str,
    octets: Option<Vec<u8>>,
}

impl Word<'_> {
    /// Whether it is rather a number of another kind.
    fn is_number(&self) -> bool {
        self.text.len() > 4 && self.text.bytes().all(|digit| digit.is_ascii_digit())
    }
}

fn flat(run: &[Word<'_>]) -> Vec<u8> {
    run.iter().filter_map(|word| word.octets.as_deref()).flatten().copied().collect()
}

fn words(line: &str) -> Vec<Word<'_>> {
    let is_separator = |c: char| c.is_ascii_whitespace() || ",;{}[]()\"'|".contains(c);
    let mut start = 0;
    let mut words = Vec::new();
    // Each separator is one octet long.
    for text in line.split(is_separator) {
        if !text.is_empty() {
            words.push(Word { start, text, octets: octets(text) });
        }
        start += text.len() + 1;
    }
    if words.len() > 1 {
        words.iter_mut().filter(|word| is_time(word.text)).for_each(|word| word.octets = None);
    }
    words
}

/// The octets of a word: `A10C`, `0xA1`, `A1:0C`, `A1-0C`.
fn octets(word: &str) -> Option<Vec<u8>> {
    let word = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X")).unwrap_or(word);
    let word = word.trim_end_matches([':', '-']);
    for separator in [':', '-'] {
        if word.contains(separator) {
            let octet = |part: &str| hex::octets(part).filter(|octets| octets.len() == 1);
            return word
                .split(separator)
                .map(octet)
                .collect::<Option<Vec<_>>>()
                .map(|o| o.concat());
        }
    }
    hex::octets(word)
}

/// Whether there is a time of day in a line, as above the packets of a dump.
pub(super) fn has_time(line: &str) -> bool {
    let word = |word: &str| word.split('.').next().is_some_and(is_time);
    line.split_whitespace().any(word)
}

/// Whether a word is a time of day or a day, which could be three octets as well.
fn is_time(word: &str) -> bool {
    [':', '-'].into_iter().any(|separator| {
        let parts: Vec<_> = word.split(separator).map(str::parse::<u8>).collect();
        matches!(parts.as_slice(), [Ok(0..60), Ok(0..60), Ok(0..60)])
    })
}
