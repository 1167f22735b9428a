//! Whether every number that one expression matches is matched by another, by walking both automata at once.

use std::collections::HashSet;

use regex_automata::hybrid::LazyStateID;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::nfa::thompson::{self, NFA, WhichCaptures};
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};
use regex_syntax::hir::Hir;

/// Bytes that the automaton of one expression may take; larger ones are not decided.
const MAX_BYTES: usize = 256 * 1024;

/// Pairs of states that are looked at for two expressions.
const MAX_PAIRS: usize = 1_000;

/// An expression as an automaton that is built as it is walked.
pub(crate) struct Walker {
    dfa: DFA,
    cache: Cache,
}

/// Where a walk stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum State {
    At(LazyStateID),
    /// Has matched: whatever follows, the number matches.
    Matched,
    /// Cannot match any more.
    Dead,
}

/// How many steps may still be taken.
pub(crate) struct Budget(pub(crate) usize);

impl Walker {
    /// None if the expression is too large or cannot be walked.
    pub(crate) fn new(hir: &Hir) -> Option<Self> {
        let nfa = NFA::compiler()
            .configure(
                thompson::Config::new()
                    .which_captures(WhichCaptures::None)
                    .nfa_size_limit(Some(MAX_BYTES)),
            )
            .build_from_hir(hir)
            .ok()?;
        // a cache that is never cleared, so that states stay what they are
        let config = DFA::config()
            .match_kind(MatchKind::All)
            .unicode_word_boundary(true)
            .cache_capacity(4 * MAX_BYTES)
            .minimum_cache_clear_count(Some(0));
        let dfa = DFA::builder().configure(config).build_from_nfa(nfa).ok()?;
        let cache = dfa.create_cache();
        Some(Self { dfa, cache })
    }

    fn start(&mut self) -> Option<State> {
        let config = start::Config::new().anchored(Anchored::No);
        self.dfa.start_state(&mut self.cache, &config).ok().and_then(|id| self.state(id))
    }

    fn step(&mut self, from: State, byte: u8) -> Option<State> {
        let State::At(id) = from else {
            return Some(from);
        };
        let next = self.dfa.next_state(&mut self.cache, id, byte).ok()?;
        self.state(next)
    }

    /// Whether a number that ends here matches.
    fn ends(&mut self, at: State) -> Option<bool> {
        match at {
            State::At(id) => Some(self.dfa.next_eoi_state(&mut self.cache, id).ok()?.is_match()),
            State::Matched => Some(true),
            State::Dead => Some(false),
        }
    }

    /// None where the walk cannot go on.
    fn state(&self, id: LazyStateID) -> Option<State> {
        if id.is_match() {
            Some(State::Matched)
        } else if id.is_dead() {
            Some(State::Dead)
        } else if id.is_quit() || self.cache.clear_count() > 0 {
            None
        } else {
            Some(State::At(id))
        }
    }
}

/// Whether `wide` matches every number that `narrow` matches; none if that is not decided within the budget.
///
/// Numbers of printable ASCII characters count; an expression that matches none of them is not decided.
pub(crate) fn includes(
    wide: &mut Walker,
    narrow: &mut Walker,
    budget: &mut Budget,
) -> Option<bool> {
    let start = (wide.start()?, narrow.start()?);
    let mut seen = HashSet::from([start]);
    let mut open = vec![start];
    while let Some((w, n)) = open.pop() {
        if narrow.ends(n)? && !wide.ends(w)? {
            return Some(false);
        }
        for byte in b' '..=b'~' {
            budget.0 = budget.0.checked_sub(1)?;
            let next = (wide.step(w, byte)?, narrow.step(n, byte)?);
            let decided = matches!(next, (_, State::Dead) | (State::Matched, _));
            if !decided && seen.insert(next) {
                if seen.len() > MAX_PAIRS {
                    return None;
                }
                open.push(next);
            }
        }
    }
    matches_any(narrow, budget)?.then_some(true)
}

/// Whether there is a number that an expression matches.
fn matches_any(walker: &mut Walker, budget: &mut Budget) -> Option<bool> {
    let start = walker.start()?;
    let mut seen = HashSet::from([start]);
    let mut open = vec![start];
    while let Some(at) = open.pop() {
        if walker.ends(at)? {
            return Some(true);
        }
        for byte in b' '..=b'~' {
            budget.0 = budget.0.checked_sub(1)?;
            let next = walker.step(at, byte)?;
            if next != State::Dead && seen.insert(next) {
                if seen.len() > MAX_PAIRS {
                    return None;
                }
                open.push(next);
            }
        }
    }
    Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::parse;

    fn decide(wide: &str, narrow: &str) -> Option<bool> {
        let walker = |source| Walker::new(&parse(source).unwrap()).unwrap();
        includes(&mut walker(wide), &mut walker(narrow), &mut Budget(1_000_000))
    }

    #[test]
    fn an_expression_includes_itself_and_what_is_narrower() {
        for (wide, narrow) in [
            ("^0(.*)", "^0(.*)"),
            ("^0", "^00(.*)"),
            ("0", "^10$"),
            (".*", "5$"),
            ("", "^[0-9]+$"),
            ("^[0-9]*$", "^[0-9][0-9]$"),
            ("^1|^2", "^[12]5"),
            ("5$", "^1?5$"),
            (r"\b5", "^5"),
        ] {
            assert_eq!(decide(wide, narrow), Some(true), "{wide} {narrow}");
        }
    }

    #[test]
    fn an_expression_does_not_include_what_is_wider_or_beside_it() {
        for (wide, narrow) in [
            ("^00", "^0"),
            ("^1$", "^1"),
            ("^1", "1"),
            (".", ""),
            ("^[0-9]", "^."),
            ("5$", "5"),
            ("^$", ""),
        ] {
            assert_eq!(decide(wide, narrow), Some(false), "{wide} {narrow}");
        }
    }

    #[test]
    fn what_matches_no_number_or_takes_too_long_is_not_decided() {
        assert_eq!(decide("^1", "^ä$"), None);
        assert_eq!(decide("^1", "1^"), None);
        assert_eq!(decide("[01].{12}$", "1.{12}$"), None);
    }
}
