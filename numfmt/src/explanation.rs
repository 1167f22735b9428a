use std::fmt;

use serde::Serialize;

use crate::{List, Rule};

/// What became of a number, step by step; the answer of [`Formatter::explain`](crate::Formatter::explain).
///
/// Displayed, it is a line for the number, one for each step and one for the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The list by which the number went.
    pub list: List,
    /// The number as it came.
    pub input: String,
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// The result; empty if the number is suppressed.
    pub output: String,
}

/// One step of an [`Explanation`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Step {
    /// What was done.
    pub stage: Stage,
    /// The number before.
    pub before: String,
    /// The number after.
    pub after: String,
}

/// What a [`Step`] did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stage {
    /// Looked for the access code and took it off.
    AccessCode,
    /// A rule matched; the rules below it were not looked at.
    Rule {
        /// Its place in the list, from 1.
        line: usize,
        /// The rule.
        rule: Rule,
    },
    /// No rule of the list matched.
    NoRule,
    /// Extensions became international or canonical numbers, or the other way round.
    Location,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.list, Shown(&self.input))?;
        for step in &self.steps {
            writeln!(f, "  {step}")?;
        }
        write!(f, "  result: {}", Shown(&self.output))
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.stage {
            Stage::AccessCode => write!(f, "access code: ")?,
            Stage::Rule { line, rule } => write!(f, "rule {line} ({rule}): ")?,
            Stage::NoRule => return write!(f, "no rule matches {}", Shown(&self.before)),
            Stage::Location => write!(f, "location: ")?,
        }
        if self.before == self.after {
            write!(f, "{} stays", Shown(&self.before))
        } else {
            write!(f, "{} -> {}", Shown(&self.before), Shown(&self.after))
        }
    }
}

/// A number, or that there is none.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "(no number)" } else { self.0 })
    }
}
