//! What can be said in the shell: the orders of the command line, and a few words more.

use clap::{CommandFactory as _, Parser, Subcommand};

use crate::cli::Request;
use crate::grammar::said;

/// A line of the shell.
#[derive(Debug, Parser)]
#[command(multicall = true)]
struct Sentence {
    #[command(subcommand)]
    command: Word,
}

/// What is to be done.
#[derive(Debug, PartialEq, Subcommand)]
pub(super) enum Word {
    #[command(flatten)]
    Request(Request),
    /// List the lines
    Lines,
    /// List the calls of some lines, or of all
    Calls {
        /// The lines
        lines: Vec<String>,
    },
    /// Tell how the links to the PBXs are
    Status,
    /// Show what happens, or cease to
    Events {
        /// Whether it is shown
        #[arg(value_parser = ["on", "off"])]
        shown: String,
    },
    /// End
    #[command(visible_alias = "exit")]
    Quit,
}

/// The grammar.
pub(super) fn grammar() -> clap::Command {
    let mut grammar = Sentence::command();
    grammar.build();
    grammar
}

/// What a line is.
#[derive(Debug, PartialEq)]
pub(super) enum Said {
    /// Nothing.
    Nothing,
    /// A word of the grammar.
    Word(Word),
    /// A question about the grammar, with its answer.
    Help(String),
    /// Something wrong, and what is wrong with it.
    Wrong(String),
}

/// Reads a line. Quotation marks hold together what has blanks in it.
pub(super) fn read(line: &str) -> Said {
    let Some(words) = shlex::split(line) else {
        return Said::Wrong("a quotation mark is not closed".to_owned());
    };
    if words.is_empty() {
        return Said::Nothing;
    }
    match Sentence::try_parse_from(words) {
        Ok(sentence) => Said::Word(sentence.command),
        Err(error) if error.use_stderr() => Said::Wrong(said(&error)),
        Err(help) => Said::Help(help.render().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{At, Order};

    #[test]
    fn the_words_are_those_of_the_command_line() {
        let at = At { line: "101".to_owned(), ..At::default() };
        let dial = Order::Dial { at, number: "030 1234".to_owned() };
        assert_eq!(read("dial 101 '030 1234'"), Said::Word(Word::Request(Request::Order(dial))));
        assert_eq!(read("  "), Said::Nothing);
        assert_eq!(read("exit"), Said::Word(Word::Quit));
    }

    #[test]
    fn help_and_what_is_wrong_are_told_apart() {
        assert!(matches!(read("help"), Said::Help(text) if text.contains("group-pickup")));
        assert!(matches!(read("help dial"), Said::Help(text) if text.contains("Call a number")));
        assert!(matches!(read("dail 101 102"), Said::Wrong(text) if text.contains("'dial'")));
        assert!(matches!(read("dial 101"), Said::Wrong(text) if text.contains("<NUMBER>")));
        assert!(matches!(read("dial '101"), Said::Wrong(text) if text.contains("quotation mark")));
    }
}
