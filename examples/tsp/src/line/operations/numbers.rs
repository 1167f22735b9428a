//! Numbers on their way to the PBX.

use numfmt::List;

use crate::{Error, Line, Operation};

/// The most characters that are dialled.
const MAX_DIALLED: usize = 64;

impl Line {
    /// A number as the PBX is to dial it: as location and rules make it, without punctuation.
    pub(super) fn to_pbx(&self, operation: Operation, number: &str) -> Result<String, Error> {
        let numbers = self.shared().with(|board| board.settings().numbers.clone());
        if number.trim().is_empty() {
            return Err(self.invalid(operation, "no number is given"));
        }
        let ruled = numbers.format(List::PcDialing, number.trim());
        if ruled.is_empty() {
            let what = format!("the rules for dialling suppress the number {number}");
            return Err(self.invalid(operation, what));
        }
        let is_punctuation = |c: &char| matches!(c, ' ' | '-' | '(' | ')' | '/' | '.');
        let dialled: String = ruled.chars().filter(|c| !is_punctuation(c)).collect();
        let is_dialled = |c: char| c.is_ascii_digit() || matches!(c, '*' | '#' | '+');
        if let Some(other) = dialled.chars().find(|c| !is_dialled(*c)) {
            let what = format!("{other:?} in {ruled} cannot be dialled; digits, * and # can");
            return Err(self.invalid(operation, what));
        }
        if dialled.is_empty() || dialled.len() > MAX_DIALLED {
            let what = format!("{ruled} is no number of 1 to {MAX_DIALLED} digits");
            return Err(self.invalid(operation, what));
        }
        Ok(dialled)
    }
}
