//! How sentences are read.

use std::time::Duration;

use bytes::Bytes;

use super::error::{Expected, ScriptError};
use super::phrases::phrases;
use super::sentence::Sentence;
use super::words::Words;
use crate::config::is_number;
use crate::model::{Caller, Calls, ForwardKind, UserAct, When};
use crate::replay::octet;
use config_file::time::parse_time;

/// A way to say something: words, and in capitals what stands for a number or the like.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The words.
    pub pattern: &'static str,
    /// What it means.
    pub meaning: &'static str,
    say: fn(&mut Values<'_>) -> Sentence,
}

pub(super) const fn phrase(
    pattern: &'static str,
    meaning: &'static str,
    say: fn(&mut Values<'_>) -> Sentence,
) -> Phrase {
    Phrase { pattern, meaning, say }
}

/// Reads a sentence: the phrase that fits, or what the phrases that fit longest miss.
pub(super) fn sentence(words: &Words<'_>) -> Result<Sentence, ScriptError> {
    let (mut furthest, mut expected) = (0, Vec::new());
    for phrase in phrases() {
        match read(phrase.pattern, words) {
            Ok(values) => return Ok((phrase.say)(&mut Values(values.into_iter()))),
            Err((at, missed)) => {
                if at > furthest {
                    (furthest, expected) = (at, Vec::new());
                }
                if at == furthest && !expected.contains(&missed) {
                    expected.push(missed);
                }
            }
        }
    }
    Err(words.error(furthest, expected))
}

/// What stands for the words in capitals; or the index of the word that does not fit, and what
/// would.
fn read<'a>(pattern: &'static str, words: &Words<'a>) -> Result<Vec<Value<'a>>, (usize, Expected)> {
    let mut values = Vec::new();
    let mut index = 0;
    for expected in pattern.split(' ') {
        let missed = (index, Expected::of(expected));
        let word = words.get(index).ok_or(missed)?;
        index += 1;
        values.push(match expected {
            "EXTENSION" | "TRUNK" | "NUMBER" | "DIGITS" if is_number(word) => Value::Text(word),
            "TIME" => Value::Time(parse_time(word).ok_or(missed)?),
            "COUNT" => Value::Count(word.parse().map_err(|_| missed)?),
            "OCTETS" => {
                let octets: Option<Vec<u8>> =
                    words.rest(index - 1).split_whitespace().map(octet).collect();
                index = words.len();
                Value::Octets(octets.ok_or(missed)?.into())
            }
            "TEXT" => {
                let text = words.rest(index - 1);
                index = words.len();
                Value::Text(text)
            }
            literal if literal.eq_ignore_ascii_case(word) => continue,
            _ => return Err(missed),
        });
    }
    if index < words.len() { Err((index, Expected::End)) } else { Ok(values) }
}

/// What stands for a word in capitals.
enum Value<'a> {
    Text(&'a str),
    Time(Duration),
    Count(u32),
    Octets(Bytes),
}

/// The values of a phrase in their order: a phrase asks for those that its pattern has.
pub(super) struct Values<'a>(std::vec::IntoIter<Value<'a>>);

impl Values<'_> {
    pub(super) fn text(&mut self) -> String {
        match self.0.next() {
            Some(Value::Text(text)) => text.to_owned(),
            _ => String::new(),
        }
    }

    pub(super) fn time(&mut self) -> Duration {
        match self.0.next() {
            Some(Value::Time(time)) => time,
            _ => Duration::ZERO,
        }
    }

    pub(super) fn count(&mut self) -> u32 {
        match self.0.next() {
            Some(Value::Count(count)) => count,
            _ => 0,
        }
    }

    pub(super) fn octets(&mut self) -> Bytes {
        match self.0.next() {
            Some(Value::Octets(octets)) => octets,
            _ => Bytes::new(),
        }
    }

    pub(super) fn forward(&mut self, when: When, calls: Calls) -> Sentence {
        let (station, to) = (self.text(), self.text());
        Sentence::User(station, UserAct::Forward(ForwardKind { when, calls }, Some(to)))
    }

    pub(super) fn stop_forwarding(&mut self, when: When, calls: Calls) -> Sentence {
        self.user(UserAct::Forward(ForwardKind { when, calls }, None))
    }

    pub(super) fn user(&mut self, act: UserAct) -> Sentence {
        Sentence::User(self.text(), act)
    }

    pub(super) fn calls(&mut self, by_trunk: bool, from: fn(&mut Self) -> Caller) -> Sentence {
        let trunk = by_trunk.then(|| self.text());
        Sentence::Calls { trunk, to: self.text(), from: from(self) }
    }
}
