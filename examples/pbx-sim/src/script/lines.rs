//! Sentences with times.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

use super::error::{Expected, ScriptError, ScriptErrors};
use super::reading;
use super::sentence::Sentence;
use super::words::Words;
use config_file::time::{Time, parse_time};

/// Sentences with times, one a line.
///
/// A line can begin with `at TIME`, counted from the beginning of the script, or `+TIME`, counted
/// from the line before; otherwise it follows at once. `#` at the beginning of a line, or with
/// blanks around it, begins a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    pub(super) lines: Vec<Line>,
}

/// A line of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// When it happens.
    pub start: Start,
    /// What happens.
    pub sentence: Sentence,
}

/// When a line happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// So long after the beginning, or at once if that has passed.
    At(Duration),
    /// So long after the line before.
    After(Duration),
}

impl Start {
    /// Waits for it, in a script that has begun at a time.
    pub async fn wait(self, begin: Instant) {
        match self {
            Self::At(time) => sleep_until(begin + time).await,
            Self::After(time) if time.is_zero() => {}
            Self::After(time) => sleep(time).await,
        }
    }
}

impl Script {
    /// Its lines, without those that are empty.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}

impl FromStr for Script {
    type Err = ScriptErrors;

    /// Reads a script.
    ///
    /// # Errors
    ///
    /// All lines that make no sense.
    fn from_str(text: &str) -> Result<Self, ScriptErrors> {
        let (mut lines, mut errors, mut latest) = (Vec::new(), Vec::new(), Duration::ZERO);
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (number, text) in (1..).zip(text.lines()) {
            match Line::read(number, text, latest) {
                Ok(line) => {
                    if let Some(Line { start: Start::At(time), .. }) = line {
                        latest = time;
                    }
                    lines.extend(line);
                }
                Err(error) => errors.push((number, error)),
            }
        }
        if errors.is_empty() { Ok(Self { lines }) } else { Err(ScriptErrors(errors)) }
    }
}

impl Line {
    /// Reads a line by itself, as one that is typed.
    ///
    /// # Errors
    ///
    /// If it makes no sense. An empty line is nothing.
    pub fn parse(text: &str) -> Result<Option<Self>, ScriptError> {
        Self::read(1, text, Duration::ZERO)
    }

    fn read(number: usize, text: &str, latest: Duration) -> Result<Option<Self>, ScriptError> {
        let words = Words::of(text);
        if words.is_empty() {
            return Ok(None);
        }
        let time = |index, text| {
            let expected = || words.error(index, vec![Expected::of("TIME")]);
            parse_time(text).ok_or_else(expected)
        };
        let first = words.get(0).unwrap_or_default();
        let (start, sentence) = if first.eq_ignore_ascii_case("at") {
            let time = time(1, words.get(1).unwrap_or_default())?;
            if time < latest {
                let error = words.error(1, Vec::new());
                return Err(error.because("is before the time of an earlier line"));
            }
            (Start::At(time), words.behind(2))
        } else if let Some(after) = first.strip_prefix('+') {
            (Start::After(time(0, after)?), words.behind(1))
        } else {
            (Start::After(Duration::ZERO), words)
        };
        let sentence = reading::sentence(&sentence)?;
        Ok(Some(Self { number, start, sentence }))
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.start {
            Start::At(time) => write!(f, "at {} ", Time(time))?,
            Start::After(time) if time.is_zero() => {}
            Start::After(time) => write!(f, "+{} ", Time(time))?,
        }
        self.sentence.fmt(f)
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
