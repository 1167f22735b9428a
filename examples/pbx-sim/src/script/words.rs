//! The words of a line.

use super::error::{Expected, ScriptError};

/// The words of a line.
pub(super) struct Words<'a> {
    text: &'a str,
    /// Where they begin.
    words: Vec<(usize, &'a str)>,
}

impl<'a> Words<'a> {
    /// Those before a comment, which begins with `#` and a blank, or with `#` as the first
    /// character.
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.trim_end();
        let comment = text.trim_start().starts_with('#').then_some(0);
        let comment = comment.or_else(|| {
            let mut hashes = text.match_indices('#').map(|(at, _)| at);
            hashes.find(|at| {
                let before =
                    text.get(..*at).is_some_and(|text| text.ends_with(char::is_whitespace));
                let behind = text.get(at + 1..);
                before && behind.is_some_and(|text| text.starts_with(char::is_whitespace))
            })
        });
        let text = text.get(..comment.unwrap_or(text.len())).unwrap_or_default().trim_end();
        let words = text.split_whitespace();
        let at = |word: &'a str| (word.as_ptr() as usize - text.as_ptr() as usize, word);
        Self { text, words: words.map(at).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn get(&self, index: usize) -> Option<&'a str> {
        self.words.get(index).map(|(_, word)| *word)
    }

    /// Those behind the first so many.
    pub(super) fn behind(&self, count: usize) -> Self {
        Self { text: self.text, words: self.words.get(count..).unwrap_or_default().to_vec() }
    }

    /// All from a word to the end.
    pub(super) fn rest(&self, index: usize) -> &'a str {
        let at = self.words.get(index).map_or(self.text.len(), |(at, _)| *at);
        self.text.get(at..).unwrap_or_default()
    }

    /// That a word, or the end, is not what should be there.
    pub(super) fn error(&self, index: usize, expected: Vec<Expected>) -> ScriptError {
        let end = (self.text.len(), "");
        let (at, word) = self.words.get(index).copied().unwrap_or(end);
        let before = self.text.get(..at).unwrap_or_default();
        let gap = usize::from(word.is_empty() && !before.is_empty());
        ScriptError::new(before.chars().count() + 1 + gap, word, expected)
    }
}
