//! What has happened lately.

use std::collections::VecDeque;
use std::time::SystemTime;

use serde::Serialize;

use crate::Severity;

/// How many are kept.
const KEPT: usize = 200;

/// The longest text of one, in octets; what is beyond is cut off.
const LONGEST: usize = 500;

/// What has happened lately, the oldest first; the last 200 of it are kept.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Recent {
    entries: VecDeque<Entry>,
}

#[derive(Clone, Debug, Serialize)]
struct Entry {
    /// Seconds since 1970.
    at: u64,
    severity: Severity,
    text: String,
    /// How often it happened in a row.
    times: u64,
}

impl Recent {
    /// Takes in that something has happened. The same thing in a row is counted.
    pub fn push(&mut self, severity: Severity, text: impl Into<String>) {
        let mut text = text.into();
        if text.len() > LONGEST {
            let end = (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at));
            text.truncate(end.unwrap_or(0));
            text.push('…');
        }
        let at = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(0, |since| since.as_secs());
        if let Some(last) = self.entries.back_mut()
            && last.text == text
        {
            (last.at, last.times) = (at, last.times + 1);
            return;
        }
        if self.entries.len() >= KEPT {
            self.entries.pop_front();
        }
        self.entries.push_back(Entry { at, severity, text, times: 1 });
    }

    /// The texts, the oldest first.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_bounded_and_counts_repetitions() {
        let mut recent = Recent::default();
        for _ in 0..3 {
            recent.push(Severity::Info, "again");
        }
        assert_eq!(recent.entries.len(), 1);
        assert_eq!(recent.entries[0].times, 3);
        for number in 0..1000 {
            recent.push(Severity::Warning, number.to_string());
        }
        assert_eq!(recent.entries.len(), KEPT);
        assert_eq!(recent.texts().last(), Some("999"));
        recent.push(Severity::Error, "ü".repeat(LONGEST));
        assert!(recent.texts().last().unwrap().len() <= LONGEST + 3);
    }
}
