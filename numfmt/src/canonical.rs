//! Reading numbers as people write them.

use crate::limits::MAX_DIGITS;

/// A number without its punctuation.
pub(crate) struct Read {
    /// Its digits; with a leading plus sign, country code first.
    pub(crate) digits: String,
    /// Whether it began with a plus sign.
    pub(crate) plus: bool,
    /// Whether it had parentheses, hyphens, spaces, slashes or dots.
    pub(crate) punctuation: bool,
}

/// Reads digits with punctuation; none if there is anything else, or no digit, or too many.
///
/// A national prefix in parentheses that is not dialled from abroad, `+49 (0)89`, is left out.
pub(crate) fn read(number: &str, national_prefix: &str) -> Option<Read> {
    let number = number.trim();
    let (number, plus) = match number.strip_prefix('+') {
        Some(rest) => (rest, true),
        None => (number, false),
    };
    let mut digits = String::with_capacity(number.len());
    let mut group = None;
    let mut punctuation = false;
    for character in number.chars() {
        match character {
            '0'..='9' => {
                digits.push(character);
                if digits.len() > MAX_DIGITS {
                    return None;
                }
                continue;
            }
            ' ' | '-' | '/' | '.' | '\u{a0}' => {}
            '(' if group.is_none() => group = Some(digits.len()),
            ')' => {
                let start = group.take()?;
                if start > 0
                    && !national_prefix.is_empty()
                    && digits.get(start..) == Some(national_prefix)
                {
                    digits.truncate(start);
                }
            }
            _ => return None,
        }
        punctuation = true;
    }
    (group.is_none() && !digits.is_empty()).then_some(Read { digits, plus, punctuation })
}
