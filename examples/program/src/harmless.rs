//! Text that others have written, for terminals.

/// Text that cannot steer the terminal it is written to: a replacement character for each control
/// character but line feeds and tabs. Names, numbers and logs may come from strangers.
///
/// ```
/// assert_eq!(program::harmless("101\t\u{1b}[2J\n"), "101\t\u{fffd}[2J\n");
/// ```
#[must_use]
pub fn harmless(text: &str) -> String {
    let steers = |c: &char| c.is_control() && !matches!(c, '\n' | '\t');
    text.chars().map(|c| if steers(&c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_is_told_cannot_steer_the_terminal() {
        assert_eq!(
            harmless("101\t\u{1b}[2J\r\u{9b}0030\n"),
            "101\t\u{fffd}[2J\u{fffd}\u{fffd}0030\n"
        );
    }
}
