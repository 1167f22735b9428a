use std::fmt;

use crate::{List, RuleError, SettingsError};

/// Something that [`lint`](crate::lint()) found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Finding {
    /// The rule is wrong: its expression, or a group in its replacement.
    Invalid(RuleError),
    /// The settings beside the rules are wrong.
    Settings(SettingsError),
    /// The rule can never match, because an earlier one matches whatever it would.
    ///
    /// Judged by numbers of printable ASCII characters.
    Unreachable {
        /// The list.
        list: List,
        /// The rule, from 1.
        line: usize,
        /// The earlier rule.
        by: usize,
    },
    /// The expression matches in the middle of a number, and the rest of the number is lost.
    NotAnchored {
        /// The list.
        list: List,
        /// The rule, from 1.
        line: usize,
        /// Whether it is anchored at the start of the number.
        start: bool,
        /// Whether it reaches the end of the number.
        end: bool,
    },
    /// Whether the rule can match was not found out with reasonable effort.
    Undecided {
        /// The list.
        list: List,
        /// The rule, from 1.
        line: usize,
    },
    /// A beginning in the extension range takes numbers of any length, external ones too.
    OpenRange {
        /// The beginning, without its star.
        start: String,
    },
}

impl Finding {
    /// Whether the configuration cannot be used before this is corrected.
    pub const fn is_error(&self) -> bool {
        matches!(self, Self::Invalid(_) | Self::Settings(_))
    }

    /// The rule it speaks of, counted from 1, and its list; none if it speaks of other settings.
    pub fn rule(&self) -> Option<(List, usize)> {
        match self {
            Self::Invalid(error) => Some((error.list(), error.line())),
            Self::Unreachable { list, line, .. }
            | Self::NotAnchored { list, line, .. }
            | Self::Undecided { list, line } => Some((*list, *line)),
            Self::Settings(_) | Self::OpenRange { .. } => None,
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => error.fmt(f),
            Self::Settings(error) => error.fmt(f),
            Self::Unreachable { list, line, by } => write!(
                f,
                "{list} list, line {line}: never matches, as line {by} matches first whatever it would match: \
                 move it above line {by}, or take it out"
            ),
            Self::NotAnchored { list, line, start, end } => {
                let (place, advice) = match (start, end) {
                    (false, true) => ("the start", "begin it with ^"),
                    (true, _) => {
                        ("the end", "end it with $, or with (.*) and its group in the replacement")
                    }
                    (false, false) => {
                        ("the start and the end", "begin it with ^ and end it with $ or (.*)")
                    }
                };
                write!(
                    f,
                    "{list} list, line {line}: not anchored at {place}, and what is outside the match is not kept: {advice}"
                )
            }
            Self::Undecided { list, line } => write!(
                f,
                "{list} list, line {line}: whether a rule above always matches first was not found out: \
                 check it with numbers that this rule is for"
            ),
            Self::OpenRange { start } => write!(
                f,
                "extension range: {start}* takes numbers of any length, external ones too: \
                 set the most digits an extension has (max_length)"
            ),
        }
    }
}
