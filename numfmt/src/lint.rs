use std::collections::HashMap;

use regex_syntax::hir::{Hir, HirKind, Look};

use crate::inclusion::{Budget, Walker, includes};
use crate::limits::{MAX_LIST_BYTES, MAX_RULES};
use crate::{
    Config, ExtensionRange, Finding, Formatter, List, Rule, RuleError, RuleList, Search,
    expression, rule_list,
};

/// Steps taken for one list to find rules that can never match.
const BUDGET: usize = 2_000_000;

/// What is doubtful or wrong in a configuration: its rules, list by list, then its other settings.
///
/// Also reports what keeps a configuration from being compiled, so that all is seen at once.
///
/// ```
/// use numfmt::{Config, Rule, lint};
///
/// let mut config = Config::default();
/// config.incoming = vec![Rule::regex("^0(.*)", r"\1"), Rule::regex("^00(.*)", r"+\1")];
/// let findings = lint(&config);
/// assert_eq!(
///     findings[0].to_string(),
///     "incoming list, line 2: never matches, as line 1 matches first whatever it would match: \
///      move it above line 1, or take it out",
/// );
/// ```
pub fn lint(config: &Config) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        List::ALL.iter().flat_map(|&list| lint_rules(list, config.rules(list))).collect();
    let bare = Config {
        incoming: Vec::new(),
        outgoing: Vec::new(),
        pc_dialing: Vec::new(),
        ..config.clone()
    };
    findings.extend(Formatter::new(&bare).err().map(Finding::Settings));
    let range = &config.extensions;
    if let Ok(range) = ExtensionRange::new(&range.ranges, range.min_length, range.max_length)
        && let Some(start) = range.open_beginning()
    {
        findings.push(Finding::OpenRange { start: start.to_owned() });
    }
    findings
}

/// The findings of [`lint`] for one list of rules.
pub fn lint_rules(list: List, rules: &[Rule]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut earlier = Earlier::default();
    for (rule, line) in rules.iter().take(MAX_RULES).zip(1..) {
        let hir = match rule_list::check(rule) {
            Ok(hir) => hir,
            Err(fault) => {
                findings.push(Finding::Invalid(RuleError::new(list, line, fault)));
                continue;
            }
        };
        match earlier.add(line, rule, hir.as_ref()) {
            Some(Reach::Shadowed(by)) => findings.push(Finding::Unreachable { list, line, by }),
            Some(Reach::Undecided) => findings.push(Finding::Undecided { list, line }),
            None => {}
        }
        if let Some(hir) = &hir {
            // a rule that suppresses loses nothing
            let (start, end) =
                (expression::is_anchored_start(hir), rule.replace.is_empty() || reaches_end(hir));
            if !(start && end) {
                findings.push(Finding::NotAnchored { list, line, start, end });
            }
        }
    }
    // what is wrong with the list as a whole
    if rules.len() > MAX_RULES
        && let Err(errors) = RuleList::new(list, rules)
    {
        findings.extend(
            errors.iter().filter(|error| error.line() > MAX_RULES).cloned().map(Finding::Invalid),
        );
    }
    findings
}

/// The rules above, as far as they can shadow others.
#[derive(Default)]
struct Earlier {
    texts: HashMap<String, usize>,
    expressions: Vec<(usize, regex_automata::meta::Regex, Option<Walker>)>,
    spent: usize,
    bytes: usize,
}

enum Reach {
    Shadowed(usize),
    Undecided,
}

impl Earlier {
    /// Whether a rule is shadowed by those before it, which it then joins.
    fn add(&mut self, line: usize, rule: &Rule, hir: Option<&Hir>) -> Option<Reach> {
        match (&rule.search, hir) {
            (Search::Text(text), _) => {
                let matching = self.expressions.iter().find(|(_, regex, _)| regex.is_match(text));
                let by = matching
                    .map(|(by, ..)| *by)
                    .into_iter()
                    .chain(self.texts.get(text).copied())
                    .min();
                self.texts.entry(text.clone()).or_insert(line);
                by.map(Reach::Shadowed)
            }
            (Search::Regex(_), None) => None,
            (Search::Regex(_), Some(hir)) => {
                let mut narrow = Walker::new(hir);
                let mut budget = Budget(BUDGET.saturating_sub(self.spent));
                let before = budget.0;
                let mut reach = narrow.is_none().then_some(Reach::Undecided);
                for (by, _, wide) in &mut self.expressions {
                    let (Some(wide), Some(narrow)) = (wide, &mut narrow) else {
                        continue;
                    };
                    if budget.0 == 0 {
                        reach = Some(Reach::Undecided);
                        break;
                    }
                    match includes(wide, narrow, &mut budget) {
                        Some(false) => {}
                        Some(true) => {
                            reach = Some(Reach::Shadowed(*by));
                            break;
                        }
                        None => reach = Some(Reach::Undecided),
                    }
                }
                self.spent += before - budget.0;
                if let Ok(regex) = expression::compile(hir) {
                    self.bytes += regex.memory_usage();
                    if self.bytes <= MAX_LIST_BYTES {
                        self.expressions.push((line, regex, narrow));
                    }
                }
                reach
            }
        }
    }
}

/// Whether every match ends where the number ends: by `$`, or by `.*` or `.+` at the end.
fn reaches_end(hir: &Hir) -> bool {
    if hir.properties().look_set_suffix().contains(Look::End) {
        return true;
    }
    match hir.kind() {
        HirKind::Capture(capture) => reaches_end(&capture.sub),
        HirKind::Concat(parts) => parts.last().is_some_and(reaches_end),
        HirKind::Alternation(parts) => parts.iter().all(reaches_end),
        HirKind::Repetition(repetition) => {
            let any = Hir::dot(regex_syntax::hir::Dot::AnyChar);
            repetition.greedy && repetition.max.is_none() && *repetition.sub == any
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rules: &[Rule], wanted: fn(&Finding) -> bool) -> Vec<usize> {
        let findings = lint_rules(List::Incoming, rules);
        findings
            .iter()
            .filter(|finding| wanted(finding))
            .filter_map(Finding::rule)
            .map(|(_, line)| line)
            .collect()
    }

    fn unreachable(rules: &[Rule]) -> Vec<usize> {
        lines(rules, |finding| matches!(finding, Finding::Unreachable { .. }))
    }

    #[test]
    fn a_rule_below_a_wider_one_never_matches() {
        assert_eq!(unreachable(&[Rule::regex("^0(.*)", ""), Rule::regex("^00(.*)", "")]), [2]);
        assert_eq!(unreachable(&[Rule::regex("^0(.*)", ""), Rule::text("01", "")]), [2]);
        assert_eq!(unreachable(&[Rule::text("1", ""), Rule::text("1", "2")]), [2]);
        assert_eq!(
            unreachable(&[Rule::regex(".*", ""), Rule::text("", ""), Rule::regex("^9$", "")]),
            [2, 3]
        );
    }

    #[test]
    fn a_rule_below_a_narrower_one_matches() {
        assert_eq!(unreachable(&[Rule::regex("^00(.*)", ""), Rule::regex("^0(.*)", "")]), [0; 0]);
        assert_eq!(
            unreachable(&[Rule::text("0", ""), Rule::regex("^0$", ""), Rule::text("1", "")]),
            [0; 0]
        );
    }

    #[test]
    fn the_earliest_rule_that_shadows_is_named() {
        let rules = [
            Rule::regex("^1$", ""),
            Rule::regex("^0", ""),
            Rule::regex("0", ""),
            Rule::text("0", ""),
        ];
        let findings = lint_rules(List::Outgoing, &rules);
        assert!(findings.contains(&Finding::Unreachable { list: List::Outgoing, line: 4, by: 2 }));
    }

    #[test]
    fn what_is_not_anchored_is_found() {
        let rules = [
            Rule::regex("^0(.*)", r"\1"),
            Rule::regex("152$", "9"),
            Rule::regex("^80", "0"),
            Rule::regex("7", "8"),
            Rule::regex("^5", ""),
            Rule::regex("^(1|2$)", "3"),
            Rule::text("4", "5"),
            Rule::regex("^([^0][0-9][0-9][0-9].*)", r"08151\1"),
        ];
        assert_eq!(
            lines(&rules, |finding| matches!(finding, Finding::NotAnchored { .. })),
            [2, 3, 4, 6]
        );
        assert!(lint_rules(List::Incoming, &rules).contains(&Finding::NotAnchored {
            list: List::Incoming,
            line: 2,
            start: false,
            end: true
        }));
    }

    #[test]
    fn groups_that_do_not_exist_and_broken_expressions_are_all_found() {
        let rules = [
            Rule::regex("^0(.*)", r"\2"),
            Rule::regex("(", ""),
            Rule::text("1", r"\1"),
            Rule::text("2", "3"),
        ];
        assert_eq!(lines(&rules, Finding::is_error), [1, 2, 3]);
    }

    #[test]
    fn a_beginning_without_a_length_is_found() {
        let mut config = Config::default();
        config.extensions.ranges = "100-199,4*".into();
        assert_eq!(lint(&config), [Finding::OpenRange { start: "4".into() }]);
        config.extensions.max_length = Some(3);
        assert_eq!(lint(&config), []);
    }

    #[test]
    fn a_long_list_is_linted_in_bounded_effort() {
        let hard = |n: usize| Rule::regex(format!("[0-9].{{{}}}{n}$", 5 + n % 7), "");
        let rules: Vec<Rule> = (0..300).map(hard).collect();
        assert!(lines(&rules, |finding| matches!(finding, Finding::Undecided { .. })).len() > 10);
    }
}
