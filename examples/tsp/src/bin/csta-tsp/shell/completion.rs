//! What a word may become.

use clap::Command;
use tsp::ForwardMode;

/// Where the last word begins, and what it may become: a command, an option, a line or a kind of
/// forwarding.
pub(super) fn complete(
    grammar: &Command,
    before_cursor: &str,
    lines: &[String],
) -> (usize, Vec<String>) {
    let start = before_cursor.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let (said, begun) = before_cursor.split_at(start);
    let mut command = grammar;
    let mut positional = 0;
    for word in said.split_whitespace() {
        match command.find_subcommand(word) {
            Some(inner) => command = inner,
            None if word.starts_with('-') => {}
            None => positional += 1,
        }
    }
    let candidates: Vec<String> = if begun.starts_with('-') {
        let names = command.get_arguments().filter_map(clap::Arg::get_long);
        names.map(|name| format!("--{name}")).collect()
    } else if command.has_subcommands() {
        command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect()
    } else {
        let argument = command.get_positionals().nth(positional);
        let argument = argument.or_else(|| command.get_positionals().last());
        match argument.map(|argument| argument.get_id().as_str()) {
            Some("line" | "lines" | "number") => lines.to_vec(),
            Some("mode") => ForwardMode::ALL.iter().map(|mode| mode.name().to_owned()).collect(),
            Some("shown") => vec!["on".to_owned(), "off".to_owned()],
            _ => Vec::new(),
        }
    };
    let mut fitting: Vec<String> =
        candidates.into_iter().filter(|candidate| candidate.starts_with(begun)).collect();
    fitting.sort();
    fitting.dedup();
    (start, fitting)
}

#[cfg(test)]
mod tests {
    use super::super::grammar::grammar;
    use super::*;

    fn completed(text: &str) -> Vec<String> {
        let lines = ["101", "102", "201"].map(str::to_owned);
        complete(&grammar(), text, &lines).1
    }

    #[test]
    fn words_become_what_can_stand_in_their_place() {
        for (text, expected) in [
            ("di", vec!["dial", "dial-digits"]),
            ("dial 1", vec!["101", "102"]),
            ("dial 101 2", vec!["201"]),
            ("dial 101 --m", vec!["--mobile"]),
            ("conference ", vec!["add", "help", "remove"]),
            ("conference add 2", vec!["201"]),
            ("forward 101 busye", vec!["busyexternal"]),
            ("events ", vec!["off", "on"]),
            ("calls 101 2", vec!["201"]),
            ("dtmf 101 ", vec![]),
            ("nothing of the kind", vec![]),
        ] {
            assert_eq!(completed(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_place_of_the_word_is_told() {
        assert_eq!(complete(&grammar(), "dial 101 20", &["201".to_owned()]).0, 9);
        assert_eq!(complete(&grammar(), "", &[]).0, 0);
    }
}
