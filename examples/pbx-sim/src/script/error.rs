//! What is wrong with a sentence or a script.

use std::fmt;

/// How many characters of a word an error shows at most.
const SHOWN: usize = 40;

/// How many things that could stand in a place an error names at most.
const NAMED: usize = 16;

/// What could stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A word.
    Word(&'static str),
    /// Something of a kind.
    Kind(&'static str),
    /// Nothing more.
    End,
}

impl Expected {
    /// What a word of a pattern stands for.
    pub(super) fn of(word: &'static str) -> Self {
        match word {
            "EXTENSION" => Self::Kind("the number of an extension"),
            "TRUNK" => Self::Kind("the number of a trunk line"),
            "NUMBER" => Self::Kind("a telephone number"),
            "DIGITS" => Self::Kind("digits, * or #, up to 32"),
            "TIME" => Self::Kind("a time such as 2s or 500ms"),
            "COUNT" => Self::Kind("how many"),
            "OCTETS" => Self::Kind("octets such as A1 0C"),
            "TEXT" => Self::Kind("some text"),
            word => Self::Word(word),
        }
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => write!(f, "{word:?}"),
            Self::Kind(kind) => f.write_str(kind),
            Self::End => f.write_str("the end of the line"),
        }
    }
}

/// Where a sentence makes no sense, and what could stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptError {
    column: usize,
    found: String,
    expected: Vec<Expected>,
    /// Instead, what is wrong with what stands there.
    fault: Option<&'static str>,
}

impl ScriptError {
    pub(super) fn new(column: usize, found: &str, expected: Vec<Expected>) -> Self {
        Self { column, found: found.to_owned(), expected, fault: None }
    }

    pub(super) const fn because(mut self, fault: &'static str) -> Self {
        self.fault = Some(fault);
        self
    }

    /// The column, in characters from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// The word that could be meant.
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        let words = self.expected.iter().filter_map(|expected| match expected {
            Expected::Word(word) => Some(*word),
            Expected::Kind(_) | Expected::End => None,
        });
        config_file::nearest(&self.found, words)
    }
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: ", self.column)?;
        match self.found.as_str() {
            "" => f.write_str("the line ends here")?,
            found => match found.char_indices().nth(SHOWN) {
                Some((end, _)) => write!(f, "{:?}...", found.get(..end).unwrap_or(found))?,
                None => write!(f, "{found:?}")?,
            },
        }
        if let Some(fault) = self.fault {
            return write!(f, " {fault}");
        }
        f.write_str(", expected ")?;
        let named = self.expected.iter().take(NAMED);
        for (index, expected) in named.enumerate() {
            let last = index + 1 == self.expected.len();
            let comma = match index {
                0 => "",
                _ if last => " or ",
                _ => ", ",
            };
            write!(f, "{comma}{expected}")?;
        }
        if self.expected.len() > NAMED {
            f.write_str(" and more")?;
        }
        match self.nearest() {
            Some(nearest) => write!(f, "; is {nearest:?} meant?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ScriptError {}

/// All that is wrong with a script: the lines, from 1, and what is wrong in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptErrors(pub Vec<(usize, ScriptError)>);

impl fmt::Display for ScriptErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (line, error)) in self.0.iter().enumerate() {
            let separator = if index > 0 { "\n" } else { "" };
            write!(f, "{separator}line {line}, {error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ScriptErrors {}
