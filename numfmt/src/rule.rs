use serde::{Deserialize, Serialize};

/// One line of a rule list: what to search for and what to write instead.
///
/// A rule as it is configured, not yet checked; [`RuleList::new`](crate::RuleList::new) checks and compiles.
/// In a configuration file a rule is a table with `text` or `regex`, and `replace`:
///
/// ```toml
/// [[incoming]]
/// regex = '^0(.*)'
/// replace = '\1'
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Table", into = "Table")]
pub struct Rule {
    /// What the number is compared with.
    pub search: Search,
    /// The output when it matches: `\1` to `\9` for a group, `\0` for the whole match, `\\` for a backslash.
    ///
    /// The output is this and nothing else: text outside the match is not kept. Empty suppresses the number.
    pub replace: String,
}

/// What a rule compares a number with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Search {
    /// A plain text: the whole number equals it.
    Text(String),
    /// A regular expression: it matches anywhere in the number unless it is anchored.
    Regex(String),
}

impl Rule {
    /// A rule with a plain text, which the whole number must equal.
    pub fn text(text: impl Into<String>, replace: impl Into<String>) -> Self {
        Self { search: Search::Text(text.into()), replace: replace.into() }
    }

    /// A rule with a regular expression.
    pub fn regex(expression: impl Into<String>, replace: impl Into<String>) -> Self {
        Self { search: Search::Regex(expression.into()), replace: replace.into() }
    }
}

/// A rule as it stands in a file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    regex: Option<String>,
    replace: String,
}

impl TryFrom<Table> for Rule {
    type Error = &'static str;

    fn try_from(table: Table) -> Result<Self, Self::Error> {
        let search = match (table.text, table.regex) {
            (Some(text), None) => Search::Text(text),
            (None, Some(regex)) => Search::Regex(regex),
            (Some(_), Some(_)) => {
                return Err("a rule has either `text` or `regex`: take one of them out");
            }
            (None, None) => return Err("a rule needs `text` or `regex`: add what to search for"),
        };
        Ok(Self { search, replace: table.replace })
    }
}

impl From<Rule> for Table {
    fn from(rule: Rule) -> Self {
        let (text, regex) = match rule.search {
            Search::Text(text) => (Some(text), None),
            Search::Regex(regex) => (None, Some(regex)),
        };
        Self { text, regex, replace: rule.replace }
    }
}
