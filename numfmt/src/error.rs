use std::fmt;

use crate::List;

/// What is wrong with one rule, and where.
///
/// Says the list, the line, the part of the rule, the column (in characters, from 1) and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{list} list, line {line}, column {column} of the {part}: {kind}")]
pub struct RuleError {
    list: List,
    line: usize,
    part: Part,
    column: usize,
    kind: RuleErrorKind,
}

impl RuleError {
    pub(crate) fn new(list: List, line: usize, fault: Fault) -> Self {
        Self { list, line, part: fault.part, column: fault.column, kind: fault.kind }
    }

    /// The list that holds the rule.
    pub const fn list(&self) -> List {
        self.list
    }

    /// The rule's place in its list, or in an imported text its line; from 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The part of the rule in which [`column`](Self::column) counts.
    pub const fn part(&self) -> Part {
        self.part
    }

    /// Where in the part, in characters from 1.
    pub const fn column(&self) -> usize {
        self.column
    }

    /// What is wrong.
    pub const fn kind(&self) -> &RuleErrorKind {
        &self.kind
    }
}

/// The part of a rule that an error speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The regular expression.
    Expression,
    /// The plain text that is compared.
    Text,
    /// The replacement.
    Replacement,
    /// The line of an imported text as a whole.
    Line,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expression => "expression",
            Self::Text => "text",
            Self::Replacement => "replacement",
            Self::Line => "line",
        })
    }
}

/// The kinds of [`RuleError`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleErrorKind {
    /// The expression does not follow the syntax.
    #[error("{message}; {advice}")]
    Syntax {
        /// What the parser says.
        message: String,
        /// What to do.
        advice: &'static str,
    },
    /// The replacement names a group that the expression does not have.
    #[error(
        "there is no group \\{group}, the expression has {groups}: put parentheses around what \\{group} stands for"
    )]
    NoSuchGroup {
        /// The group that is named, 1 to 9.
        group: u8,
        /// How many groups the expression has.
        groups: usize,
    },
    /// The replacement names a group, but the rule compares a plain text, which has none.
    #[error(
        "there is no group \\{group} in a plain text: use \\0, or make the rule a regular expression"
    )]
    TextHasNoGroups {
        /// The group that is named, 1 to 9.
        group: u8,
    },
    /// A backslash in the replacement stands before something else than a digit or a backslash.
    #[error("a backslash stands before a digit or a backslash: write \\\\ for a backslash itself")]
    Backslash,
    /// The part has too many characters.
    #[error("more than {limit} characters: shorten it, or make several rules of it")]
    TooLong {
        /// The limit in characters.
        limit: usize,
    },
    /// The expression takes more memory than a rule may.
    #[error(
        "the expression takes more than {limit} bytes when compiled: lower its counts or make several rules of it"
    )]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The list as a whole takes more memory than it may.
    #[error(
        "the list takes more than {limit} bytes when compiled: use plain texts or fewer expressions"
    )]
    ListTooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The list has too many rules.
    #[error("more than {limit} rules: take some out")]
    TooManyRules {
        /// The limit.
        limit: usize,
    },
    /// A control character, such as a tab or the end of a line.
    #[error("a control character (tab, end of line, ...): take it out")]
    ControlCharacter,
    /// A line of an imported text begins with something else than `text` or `regex`.
    #[error("a line begins with `text` or `regex`: write for example  regex ^0(.*) => \\1")]
    UnknownSearch,
    /// A line of an imported text has nothing that parts expression and replacement.
    #[error(
        "no ` => ` between what to search for and what to write: write for example  regex ^0(.*) => \\1"
    )]
    NoReplacement,
}

/// What is wrong in one rule, without the rule's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) part: Part,
    pub(crate) column: usize,
    pub(crate) kind: RuleErrorKind,
}

/// What is wrong in rules, in their order; never empty, of one list at most [`MAX_FAULTS`](crate::limits::MAX_FAULTS).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleErrors(Vec<RuleError>);

impl RuleErrors {
    /// `Err` if there are errors, else the value.
    pub(crate) fn or<T>(errors: Vec<RuleError>, value: T) -> Result<T, Self> {
        if errors.is_empty() { Ok(value) } else { Err(Self(errors)) }
    }

    /// The errors of several lists as one.
    pub(crate) const fn new(errors: Vec<RuleError>) -> Self {
        Self(errors)
    }

    /// The errors in the order of the rules.
    pub fn iter(&self) -> std::slice::Iter<'_, RuleError> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a RuleErrors {
    type Item = &'a RuleError;
    type IntoIter = std::slice::Iter<'a, RuleError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for RuleErrors {
    /// One error a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        one_a_line(f, &self.0)
    }
}

impl std::error::Error for RuleErrors {}

/// Writes errors, one a line.
pub(crate) fn one_a_line(f: &mut fmt::Formatter<'_>, errors: &[impl fmt::Display]) -> fmt::Result {
    for (index, error) in errors.iter().enumerate() {
        if index > 0 {
            writeln!(f)?;
        }
        error.fmt(f)?;
    }
    Ok(())
}
