use std::borrow::Cow;

use regex_automata::util::primitives::NonMaxUsize;

use crate::error::{Fault, Part, RuleErrorKind};
use crate::limits::MAX_RULE_CHARS;

/// Start and end of the whole match and of groups 1 to 9, as the engine reports them.
pub(crate) type Slots = [Option<NonMaxUsize>; 20];

/// A replacement, read once.
#[derive(Debug)]
pub(crate) struct Replacement {
    pieces: Box<[Piece]>,
}

#[derive(Debug)]
enum Piece {
    Literal(Box<str>),
    Group(u8),
}

impl Replacement {
    /// Reads a replacement for an expression with `groups` groups, or for a plain text (`None`).
    pub(crate) fn parse(source: &str, groups: Option<usize>) -> Result<Self, Fault> {
        let fault = |column, kind| Fault { part: Part::Replacement, column, kind };
        let mut pieces = Vec::new();
        let mut literal = String::new();
        let mut chars = source.chars().zip(1..);
        while let Some((character, column)) = chars.next() {
            if column > MAX_RULE_CHARS {
                return Err(fault(column, RuleErrorKind::TooLong { limit: MAX_RULE_CHARS }));
            }
            if character.is_control() {
                return Err(fault(column, RuleErrorKind::ControlCharacter));
            }
            if character != '\\' {
                literal.push(character);
                continue;
            }
            match chars.next() {
                Some(('\\', _)) => literal.push('\\'),
                Some((digit @ '0'..='9', _)) => {
                    let group = digit as u8 - b'0';
                    check_group(group, groups).map_err(|kind| fault(column, kind))?;
                    if !literal.is_empty() {
                        pieces.push(Piece::Literal(std::mem::take(&mut literal).into()));
                    }
                    pieces.push(Piece::Group(group));
                }
                _ => return Err(fault(column, RuleErrorKind::Backslash)),
            }
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(literal.into()));
        }
        Ok(Self { pieces: pieces.into() })
    }

    /// How many slots the output depends on: those up to the highest group.
    pub(crate) fn slots(&self) -> usize {
        let slots = |piece: &Piece| match piece {
            Piece::Literal(_) => 0,
            Piece::Group(group) => 2 * (usize::from(*group) + 1),
        };
        self.pieces.iter().map(slots).max().unwrap_or(0)
    }

    /// The output for a match in `number`; borrowed where it is a part of the number.
    pub(crate) fn expand<'n>(&self, number: &'n str, slots: &Slots) -> Cow<'n, str> {
        let text = |piece| match piece {
            &Piece::Group(group) => span(number, slots, group),
            Piece::Literal(literal) => literal,
        };
        match &*self.pieces {
            [] => Cow::Borrowed(""),
            [Piece::Group(group)] => Cow::Borrowed(span(number, slots, *group)),
            pieces => {
                let rest =
                    pieces.iter().try_fold(number, |rest, piece| rest.strip_prefix(text(piece)));
                if rest == Some("") {
                    return Cow::Borrowed(number);
                }
                let mut output =
                    String::with_capacity(pieces.iter().map(|piece| text(piece).len()).sum());
                pieces.iter().for_each(|piece| output.push_str(text(piece)));
                Cow::Owned(output)
            }
        }
    }
}

fn check_group(group: u8, groups: Option<usize>) -> Result<(), RuleErrorKind> {
    match groups {
        _ if group == 0 => Ok(()),
        None => Err(RuleErrorKind::TextHasNoGroups { group }),
        Some(groups) if usize::from(group) > groups => {
            Err(RuleErrorKind::NoSuchGroup { group, groups })
        }
        Some(_) => Ok(()),
    }
}

/// What a group matched; nothing if it took no part in the match.
fn span<'n>(number: &'n str, slots: &Slots, group: u8) -> &'n str {
    let place = |index: usize| slots.get(index).copied().flatten().map(|place| place.get());
    let index = usize::from(group) * 2;
    match (place(index), place(index + 1)) {
        (Some(start), Some(end)) => number.get(start..end).unwrap_or_default(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(spans: &[(usize, usize)]) -> Slots {
        let mut slots = Slots::default();
        for (index, &(start, end)) in spans.iter().enumerate() {
            slots[index * 2] = NonMaxUsize::new(start);
            slots[index * 2 + 1] = NonMaxUsize::new(end);
        }
        slots
    }

    fn expand(source: &str, number: &str, spans: &[(usize, usize)]) -> String {
        Replacement::parse(source, Some(9)).unwrap().expand(number, &slots(spans)).into_owned()
    }

    #[test]
    fn a_group_is_one_digit() {
        assert_eq!(expand(r"\10", "0301", &[(0, 4), (1, 4)]), "3010");
    }

    #[test]
    fn two_backslashes_are_one() {
        assert_eq!(expand(r"\\1", "0301", &[(0, 4), (1, 4)]), r"\1");
    }

    #[test]
    fn a_group_that_took_no_part_is_empty() {
        assert_eq!(expand(r"a\2b", "0301", &[(0, 4), (1, 4)]), "ab");
    }

    #[test]
    fn an_output_within_the_number_is_borrowed() {
        let number = "0301";
        let spans = slots(&[(0, 4), (1, 4)]);
        for (source, output) in
            [(r"\1", "301"), (r"0\1", "0301"), (r"\0", "0301"), ("0301", "0301"), ("", "")]
        {
            let replacement = Replacement::parse(source, Some(1)).unwrap();
            assert!(
                matches!(replacement.expand(number, &spans), Cow::Borrowed(text) if text == output),
                "{source}"
            );
        }
    }

    #[test]
    fn a_fault_has_its_column() {
        let fault = |source, groups| Replacement::parse(source, groups).unwrap_err();
        assert_eq!(fault(r"12\", Some(1)).column, 3);
        assert_eq!(fault(r"ü\x", Some(1)).column, 2);
        assert_eq!(
            fault(r"\1\2", Some(1)).kind,
            RuleErrorKind::NoSuchGroup { group: 2, groups: 1 }
        );
        assert_eq!(fault(r"\1\2", Some(1)).column, 3);
        assert_eq!(fault(r"\1", None).kind, RuleErrorKind::TextHasNoGroups { group: 1 });
        assert_eq!(fault("1\t", Some(1)).kind, RuleErrorKind::ControlCharacter);
        assert_eq!(fault(&"1".repeat(MAX_RULE_CHARS + 1), Some(1)).column, MAX_RULE_CHARS + 1);
    }
}
