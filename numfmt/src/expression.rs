//! From the text of an expression to an engine that matches it.

use regex_automata::meta;
use regex_automata::nfa::thompson::WhichCaptures;
use regex_syntax::ast::ErrorKind;
use regex_syntax::hir::{Dot, Hir, Look, Repetition};
use regex_syntax::{Error, ParserBuilder};

use crate::error::{Fault, Part, RuleErrorKind};
use crate::limits::{MAX_EXPRESSION_BYTES, MAX_RULE_CHARS};

/// Parentheses within parentheses.
const MAX_DEPTH: u32 = 50;

/// Bytes that all expressions of a list may take as one automaton; beyond, they are tried one by one.
const MAX_UNION_BYTES: usize = 4 * 1024 * 1024;

/// Checks a text or an expression for what neither may have.
pub(crate) fn check_text(part: Part, text: &str) -> Result<(), Fault> {
    for (character, column) in text.chars().zip(1..) {
        if column > MAX_RULE_CHARS {
            return Err(Fault {
                part,
                column,
                kind: RuleErrorKind::TooLong { limit: MAX_RULE_CHARS },
            });
        }
        if character.is_control() {
            return Err(Fault { part, column, kind: RuleErrorKind::ControlCharacter });
        }
    }
    Ok(())
}

/// Parses an expression.
pub(crate) fn parse(expression: &str) -> Result<Hir, Fault> {
    check_text(Part::Expression, expression)?;
    ParserBuilder::new()
        .nest_limit(MAX_DEPTH)
        // the manual: the dot matches any character
        .dot_matches_new_line(true)
        .build()
        .parse(expression)
        .map_err(|error| {
            let (column, kind) = syntax(&error);
            Fault { part: Part::Expression, column, kind }
        })
}

/// How many groups an expression has.
pub(crate) fn groups(hir: &Hir) -> usize {
    hir.properties().explicit_captures_len()
}

/// Whether every match begins where the number begins.
pub(crate) fn is_anchored_start(hir: &Hir) -> bool {
    hir.properties().look_set_prefix().contains(Look::Start)
}

/// Compiles one expression. Numbers are short: what pays in long texts (prefilters, the lazy automaton) is left out.
pub(crate) fn compile(hir: &Hir) -> Result<meta::Regex, Fault> {
    let config = meta::Config::new()
        .nfa_size_limit(Some(MAX_EXPRESSION_BYTES))
        .onepass_size_limit(Some(MAX_EXPRESSION_BYTES))
        .auto_prefilter(false)
        .hybrid(false);
    meta::Builder::new().configure(config).build_from_hir(hir).map_err(|error| {
        let kind = if error.size_limit().is_some() {
            RuleErrorKind::TooLarge { limit: MAX_EXPRESSION_BYTES }
        } else {
            RuleErrorKind::Syntax { message: error.to_string(), advice: "write it in another way" }
        };
        Fault { part: Part::Expression, column: 1, kind }
    })
}

/// Compiles many expressions into one automaton that tells, in one pass, the first that matches.
///
/// Each expression is led by a reluctant "any characters" unless it is anchored, so that all matches begin at the
/// start of the number; there the engine prefers the earlier expression. `None` if the whole is too large.
pub(crate) fn compile_union(hirs: &[Hir]) -> Option<meta::Regex> {
    let hirs: Vec<Hir> = hirs.iter().map(from_start).collect();
    let config = meta::Config::new()
        .nfa_size_limit(Some(MAX_UNION_BYTES))
        .which_captures(WhichCaptures::Implicit)
        .onepass(false)
        .auto_prefilter(false);
    meta::Builder::new().configure(config).build_many_from_hir(&hirs).ok()
}

fn from_start(hir: &Hir) -> Hir {
    if is_anchored_start(hir) {
        return hir.clone();
    }
    let any =
        Repetition { min: 0, max: None, greedy: false, sub: Box::new(Hir::dot(Dot::AnyChar)) };
    Hir::concat(vec![Hir::repetition(any), hir.clone()])
}

fn syntax(error: &Error) -> (usize, RuleErrorKind) {
    let (column, message, advice) = match error {
        Error::Parse(error) => {
            (error.span().start.column, error.kind().to_string(), advice(error.kind()))
        }
        Error::Translate(error) => (
            error.span().start.column,
            error.kind().to_string(),
            "use the characters themselves or a class such as [0-9]",
        ),
        _ => (1, "the expression cannot be read".to_owned(), "write it in another way"),
    };
    (column, RuleErrorKind::Syntax { message, advice })
}

fn advice(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::RepetitionMissing => {
            "put a character before * + ? or {, or a backslash to mean the character itself: \\* or \\+"
        }
        ErrorKind::GroupUnclosed => "close the group with ), or write \\( for the character itself",
        ErrorKind::GroupUnopened => "open the group with (, or write \\) for the character itself",
        ErrorKind::ClassUnclosed => "close the class with ], or write \\[ for the character itself",
        ErrorKind::ClassRangeInvalid => "write the lower end first, as in [0-9]",
        ErrorKind::UnsupportedBackreference => "\\1 to \\9 stand in the replacement only",
        ErrorKind::UnsupportedLookAround => "put a rule for the exception before this one instead",
        ErrorKind::NestLimitExceeded(_) => "take out parentheses",
        ErrorKind::EscapeUnexpectedEof => "write \\\\ for a backslash itself",
        ErrorKind::EscapeUnrecognized => "take the backslash out",
        ErrorKind::RepetitionCountInvalid => "write the lower count first, as in {2,4}",
        ErrorKind::RepetitionCountUnclosed
        | ErrorKind::RepetitionCountDecimalEmpty
        | ErrorKind::DecimalEmpty
        | ErrorKind::DecimalInvalid => {
            "write a count as in {3} or {2,4}, or \\{ for the character itself"
        }
        _ => "correct it there, or put a backslash before a character that means itself",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(expression: &str) -> (usize, String) {
        let fault = parse(expression).and_then(|hir| compile(&hir).map(drop)).unwrap_err();
        (fault.column, fault.kind.to_string())
    }

    #[test]
    fn what_is_unbalanced_is_told_with_its_column_and_what_to_do() {
        assert_eq!(
            fault("^0(.*"),
            (
                3,
                r"unclosed group; close the group with ), or write \( for the character itself"
                    .into()
            )
        );
        assert_eq!(fault("^0.*)").0, 5);
        assert_eq!(fault("^0[1-9").0, 3);
    }

    #[test]
    fn a_feature_code_is_told_to_escape_its_star() {
        let (column, message) = fault("*21*");
        assert_eq!(column, 1);
        assert!(message.contains(r"\*"), "{message}");
    }

    #[test]
    fn the_column_counts_characters() {
        assert_eq!(fault("ä(").0, 2);
    }

    #[test]
    fn what_would_take_too_much_memory_is_refused() {
        let (_, message) = fault(r"(([0-9]{500}){500}){500}");
        assert!(message.contains("262144 bytes"), "{message}");
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert!(parse(&"(".repeat(400)).is_err());
        let deep = format!("{}0{}", "(".repeat(400), ")".repeat(400));
        assert!(matches!(parse(&deep).unwrap_err().kind, RuleErrorKind::Syntax { .. }));
    }

    #[test]
    fn what_is_too_long_or_has_control_characters_is_refused() {
        assert_eq!(parse(&"0".repeat(MAX_RULE_CHARS)).map(|_| ()), Ok(()));
        assert_eq!(parse(&"0".repeat(MAX_RULE_CHARS + 1)).unwrap_err().column, MAX_RULE_CHARS + 1);
        assert_eq!(parse("0\t1").unwrap_err().column, 2);
    }
}
