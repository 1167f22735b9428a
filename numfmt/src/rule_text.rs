//! A list of rules as text, one rule a line.

use std::fmt;
use std::fmt::Write as _;

use crate::encoding::TextEncoding;
use crate::error::{Fault, Part, RuleError, RuleErrorKind, RuleErrors};
use crate::limits::{MAX_FAULTS, MAX_RULES};
use crate::{EncodingError, List, Rule, RuleList, Search, rule_list};

/// What parts search and replacement.
const ARROW: &str = " => ";

/// Reads a list of rules from text, one rule a line, in the order of the list.
///
/// A line is `regex ^0(.*) => \1` or `text 100 => 200`; nothing behind the arrow suppresses the number. A tab does in
/// place of the arrow with its spaces. Empty lines and lines that begin with `#` are skipped.
///
/// ```
/// use numfmt::{List, Rule, read_rules};
///
/// let rules = read_rules(List::Incoming, b"# outside\nregex ^0(.*) => \\1\ntext 100 =>\n")?;
/// assert_eq!(rules, [Rule::regex("^0(.*)", r"\1"), Rule::text("100", "")]);
/// # Ok::<(), numfmt::RuleTextError>(())
/// ```
///
/// # Errors
///
/// Octets that are no text (see [`TextEncoding::decode`]); else the fault of every
/// line, up to [`MAX_FAULTS`], with its number.
pub fn read_rules(list: List, text: &[u8]) -> Result<Vec<Rule>, RuleTextError> {
    let (text, _) = TextEncoding::decode(text)?;
    let mut rules = Vec::new();
    let mut errors = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if errors.len() == MAX_FAULTS {
            break;
        }
        let rule = match rules.len() {
            MAX_RULES => {
                let kind = RuleErrorKind::TooManyRules { limit: MAX_RULES };
                errors.push(RuleError::new(
                    list,
                    number,
                    Fault { part: Part::Line, column: 1, kind },
                ));
                break;
            }
            _ => parse(line).and_then(|rule| rule_list::check(&rule).map(|_| rule)),
        };
        match rule {
            Ok(rule) => rules.push(rule),
            Err(fault) => errors.push(RuleError::new(list, number, fault)),
        }
    }
    Ok(RuleErrors::or(errors, rules)?)
}

impl RuleList {
    /// Compiles a list that is written as text, as [`read_rules`] reads it.
    ///
    /// ```
    /// use numfmt::{List, RuleList};
    ///
    /// let list = RuleList::from_text(List::Incoming, r"regex ^0(.*) => \1")?;
    /// assert_eq!(list.format("030123"), "30123");
    /// # Ok::<(), numfmt::RuleTextError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`read_rules`], with the number of each line in the text.
    pub fn from_text(list: List, text: impl AsRef<[u8]>) -> Result<Self, RuleTextError> {
        Ok(Self::new(list, &read_rules(list, text.as_ref())?)?)
    }
}

/// Writes rules as text, one rule a line; what a [`RuleList`] takes, [`read_rules`] reads again.
pub fn write_rules(rules: &[Rule]) -> String {
    rules.iter().fold(String::new(), |mut text, rule| {
        let _ = writeln!(text, "{rule}");
        text
    })
}

/// Why a text is no list of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleTextError {
    /// The octets are no text.
    #[error(transparent)]
    Encoding(#[from] EncodingError),
    /// Rules are wrong.
    #[error(transparent)]
    Rules(#[from] RuleErrors),
}

impl fmt::Display for Rule {
    /// The rule as a line of text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, search) = match &self.search {
            Search::Text(text) => ("text", text),
            Search::Regex(expression) => ("regex", expression),
        };
        // where an arrow or the spaces around it could be misread, a tab, which no rule contains
        let plain = search.trim() == search && self.replace.trim() == self.replace;
        if plain && !search.is_empty() && !search.contains("=>") && !search.ends_with('=') {
            let space = if self.replace.is_empty() { "" } else { " " };
            write!(f, "{kind} {search} =>{space}{}", self.replace)
        } else {
            write!(f, "{kind}\t{search}\t{}", self.replace)
        }
    }
}

fn parse(line: &str) -> Result<Rule, Fault> {
    let fault = |column, kind| Fault { part: Part::Line, column, kind };
    let make = |kind: &str, search: &str, replace: &str| match kind {
        "text" => Ok(Rule::text(search, replace)),
        "regex" => Ok(Rule::regex(search, replace)),
        _ => Err(fault(1, RuleErrorKind::UnknownSearch)),
    };
    let (kind, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    if let Some((search, replace)) = rest.split_once('\t') {
        return make(kind, search, replace);
    }
    let rest = rest.trim();
    let parts = rest
        .split_once(ARROW)
        .or_else(|| rest.strip_suffix(ARROW.trim_end()).map(|search| (search, "")));
    match parts {
        Some((search, replace)) => make(kind, search.trim(), replace.trim()),
        None => make(kind, "", "")
            .and_then(|_| Err(fault(line.chars().count(), RuleErrorKind::NoReplacement))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: &str) -> Vec<String> {
        let Err(RuleTextError::Rules(errors)) = read_rules(List::Outgoing, text.as_bytes()) else {
            panic!("no errors in {text}");
        };
        errors.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let rules = [
            Rule::regex("^0(.*)", r"\1"),
            Rule::regex("^[0-9][0-9][0-9]$", ""),
            Rule::text("100", "200"),
            Rule::text(" 1 ", "a => b"),
            Rule::text("a => b", " "),
            Rule::text("", "withheld"),
            Rule::text("=", "=>"),
            Rule::text("a =>", "1"),
        ];
        assert_eq!(read_rules(List::Incoming, write_rules(&rules).as_bytes()).unwrap(), rules);
        assert!(
            write_rules(&rules)
                .starts_with("regex ^0(.*) => \\1\nregex ^[0-9][0-9][0-9]$ =>\ntext 100 => 200\n")
        );
    }

    #[test]
    fn all_faults_are_told_with_their_lines() {
        let errors = errors("regex ^0(.* => 1\n\n# note\ntext 1\nsubst a => b\ntext 1 => \\1\n");
        let starts = [
            "outgoing list, line 1, column 3 of the expression: unclosed group",
            "outgoing list, line 4, column 6 of the line: no ` => `",
            "outgoing list, line 5, column 1 of the line: a line begins with",
            "outgoing list, line 6, column 1 of the replacement: there is no group \\1 in a plain text",
        ];
        assert_eq!(errors.len(), starts.len());
        for (error, start) in errors.iter().zip(starts) {
            assert!(error.starts_with(start), "{error}");
        }
    }

    #[test]
    fn windows_line_ends_make_no_difference() {
        assert_eq!(
            read_rules(List::Incoming, b"text 1 => 2\r\n\r\ntext 3 =>\r\n").unwrap(),
            [Rule::text("1", "2"), Rule::text("3", "")]
        );
    }
}
