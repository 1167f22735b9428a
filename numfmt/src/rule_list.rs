use std::borrow::Cow;
use std::collections::HashMap;

use regex_automata::util::primitives::NonMaxUsize;
use regex_automata::{Anchored, Input, meta};
use regex_syntax::hir::Hir;

use crate::error::{Fault, Part, RuleError, RuleErrorKind, RuleErrors};
use crate::expression;
use crate::limits::{MAX_FAULTS, MAX_LIST_BYTES, MAX_NUMBER_BYTES, MAX_RULES};
use crate::replacement::{Replacement, Slots};
use crate::{List, Rule, Search};

/// A list of rules, compiled: runs from top to bottom, and the first rule that matches gives the output.
///
/// Compile once and keep it; matching takes time linear in the length of the number, whatever the expressions are.
///
/// ```
/// use numfmt::{List, Rule, RuleList};
///
/// let list = RuleList::new(List::Incoming, &[Rule::regex("^80(.*)", r"0\1"), Rule::regex("^0(.*)", r"\1")])?;
/// assert_eq!(list.format("8030123"), "030123");
/// assert_eq!(list.format("030123"), "30123");
/// assert_eq!(list.format("100"), "100");
/// # Ok::<(), numfmt::RuleErrors>(())
/// ```
#[derive(Debug)]
pub struct RuleList {
    list: List,
    rules: Box<[Rule]>,
    compiled: Box<[Compiled]>,
    /// The first rule for each plain text.
    texts: HashMap<Box<str>, usize>,
    /// The rules with an expression, in order.
    expressions: Box<[usize]>,
    /// All expressions in one; none if they are too large for that, or it would not pay.
    union: Option<meta::Regex>,
}

#[derive(Debug)]
struct Compiled {
    replacement: Replacement,
    regex: Option<meta::Regex>,
}

/// What a [`RuleList`] made of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match<'n> {
    /// The rule that matched, counted from 1.
    pub rule: usize,
    /// Its output; empty if the number is suppressed. Borrowed where it is a part of the number.
    pub output: Cow<'n, str>,
}

impl Match<'_> {
    /// The match without a borrow from the number.
    pub fn into_owned(self) -> Match<'static> {
        Match { rule: self.rule, output: Cow::Owned(self.output.into_owned()) }
    }
}

impl RuleList {
    /// Checks and compiles rules.
    ///
    /// # Errors
    ///
    /// The fault of every rule, up to [`MAX_FAULTS`], with list, line and column; see [`RuleErrorKind`] and [`limits`](crate::limits).
    pub fn new(list: List, rules: &[Rule]) -> Result<Self, RuleErrors> {
        let mut errors = Vec::new();
        let mut compiled = Vec::with_capacity(rules.len().min(MAX_RULES));
        let mut texts = HashMap::new();
        let mut expressions = Vec::new();
        let mut hirs = Vec::new();
        let mut bytes = 0;
        for (index, rule) in rules.iter().enumerate() {
            if errors.len() == MAX_FAULTS {
                break;
            }
            if index == MAX_RULES {
                let kind = RuleErrorKind::TooManyRules { limit: MAX_RULES };
                errors.push(RuleError::new(
                    list,
                    index + 1,
                    Fault { part: Part::Line, column: 1, kind },
                ));
                break;
            }
            match Compiled::new(rule) {
                Err(fault) => errors.push(RuleError::new(list, index + 1, fault)),
                Ok((rule, Some(hir))) => {
                    bytes += rule.regex.as_ref().map_or(0, meta::Regex::memory_usage);
                    if bytes > MAX_LIST_BYTES {
                        let kind = RuleErrorKind::ListTooLarge { limit: MAX_LIST_BYTES };
                        errors.push(RuleError::new(
                            list,
                            index + 1,
                            Fault { part: Part::Line, column: 1, kind },
                        ));
                        break;
                    }
                    compiled.push(rule);
                    expressions.push(index);
                    hirs.push(hir);
                }
                Ok((compiled_rule, None)) => {
                    compiled.push(compiled_rule);
                    if let Search::Text(text) = &rule.search {
                        texts.entry(text.as_str().into()).or_insert(index);
                    }
                }
            }
        }
        RuleErrors::or(errors, ())?;
        Ok(Self {
            list,
            rules: rules.into(),
            compiled: compiled.into(),
            texts,
            expressions: expressions.into(),
            union: if hirs.len() > 1 { expression::compile_union(&hirs) } else { None },
        })
    }

    /// Which of the three lists this is.
    pub const fn list(&self) -> List {
        self.list
    }

    /// The rules as they were given.
    pub const fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The output for a number: of the first rule that matches, else the number itself.
    ///
    /// Empty if the number is suppressed. Allocates only for a changed number that is not a part of the given one.
    pub fn format<'n>(&self, number: &'n str) -> Cow<'n, str> {
        self.apply(number).map_or(Cow::Borrowed(number), |found| found.output)
    }

    /// The first rule that matches and its output; none if no rule matches, or the number is longer than
    /// [`MAX_NUMBER_BYTES`].
    pub fn apply<'n>(&self, number: &'n str) -> Option<Match<'n>> {
        if number.len() > MAX_NUMBER_BYTES {
            return None;
        }
        let text = if self.texts.is_empty() { None } else { self.texts.get(number).copied() };
        let index = match text {
            // no expression stands before the text
            Some(text) if self.expressions.first().is_none_or(|&first| text < first) => text,
            text => [text, self.first_expression(number)].into_iter().flatten().min()?,
        };
        let output = self.compiled.get(index)?.output(number);
        Some(Match { rule: index + 1, output })
    }

    /// The first rule with an expression that matches.
    fn first_expression(&self, number: &str) -> Option<usize> {
        if let Some(union) = &self.union {
            let found = union.search_half(&Input::new(number).anchored(Anchored::Yes))?;
            return self.expressions.get(found.pattern().as_usize()).copied();
        }
        self.expressions.iter().copied().find(|&index| {
            let regex = self.compiled.get(index).and_then(|rule| rule.regex.as_ref());
            regex.is_some_and(|regex| regex.is_match(number))
        })
    }
}

impl Compiled {
    /// Compiles a rule; with the parsed expression if it has one.
    fn new(rule: &Rule) -> Result<(Self, Option<Hir>), Fault> {
        match &rule.search {
            Search::Text(text) => {
                expression::check_text(Part::Text, text)?;
                let replacement = Replacement::parse(&rule.replace, None)?;
                Ok((Self { replacement, regex: None }, None))
            }
            Search::Regex(source) => {
                let hir = expression::parse(source)?;
                let replacement =
                    Replacement::parse(&rule.replace, Some(expression::groups(&hir)))?;
                let regex = expression::compile(&hir)?;
                Ok((Self { replacement, regex: Some(regex) }, Some(hir)))
            }
        }
    }

    /// The output for a number that matches.
    fn output<'n>(&self, number: &'n str) -> Cow<'n, str> {
        let mut slots = Slots::default();
        // the engine does less where fewer slots are asked for, and nothing where none is
        let used = slots.get_mut(..self.replacement.slots()).unwrap_or_default();
        match (&self.regex, used) {
            (_, []) => {}
            (Some(regex), used) => drop(regex.search_slots(&Input::new(number), used)),
            (None, used) => {
                let whole = [NonMaxUsize::new(0), NonMaxUsize::new(number.len())];
                used.iter_mut().zip(whole).for_each(|(slot, place)| *slot = place);
            }
        }
        self.replacement.expand(number, &slots)
    }
}

/// Checks one rule, for those who look at rules one by one.
pub(crate) fn check(rule: &Rule) -> Result<Option<Hir>, Fault> {
    Compiled::new(rule).map(|(_, hir)| hir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_too_large_for_one_automaton_are_tried_in_order() {
        let large = |n: usize| Rule::regex(format!("^{n}(.{{300}})?([0-9])?$"), format!(r"{n}-\2"));
        let mut rules: Vec<Rule> = (0..80).map(large).collect();
        rules.push(Rule::text("5", "never"));
        rules.push(Rule::regex("^1", "never"));
        let list = RuleList::new(List::Incoming, &rules).unwrap();
        assert!(list.union.is_none());
        assert_eq!(list.format("57"), "5-7");
        assert_eq!(list.format("5"), "5-");
        assert_eq!(list.apply("157").unwrap().rule, 16);
        assert_eq!(list.apply("1").unwrap().rule, 2);
        assert_eq!(list.apply("x"), None);
    }

    #[test]
    fn a_list_has_its_limits() {
        let many = vec![Rule::text("1", ""); MAX_RULES + 1];
        let error = RuleList::new(List::Outgoing, &many).unwrap_err().to_string();
        assert_eq!(
            error,
            "outgoing list, line 10001, column 1 of the line: more than 10000 rules: take some out"
        );
        let broken = vec![Rule::regex("(", ""); MAX_RULES];
        assert_eq!(RuleList::new(List::Outgoing, &broken).unwrap_err().iter().count(), MAX_FAULTS);
        let large = vec![Rule::regex("^[0-9]{2500}$", ""); 2_000];
        let error = RuleList::new(List::Outgoing, &large).unwrap_err().to_string();
        assert!(error.contains("the list takes more than 67108864 bytes when compiled"), "{error}");
    }
}
