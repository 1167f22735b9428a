//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Reads CSTA Phase III traffic of Panasonic PBXs.
#[derive(Debug, Parser)]
#[command(
    name = "csta-inspect",
    version,
    after_help = "The exit status is 0 if all was understood, 1 if not, and 2 if the command cannot be carried out."
)]
pub struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Shows what messages in hexadecimal mean
    Decode(DecodeArguments),
    /// Shows the messages in a capture of network traffic, and how long the answers took
    Pcap(PcapArguments),
    /// Shows the messages in a log of the protocol, and how long the answers took
    Log(LogArguments),
    /// Decodes a single argument, result or event
    Type(TypeArguments),
    /// Lists the operations and events
    Operations {
        /// What is to stand in the name, group or type; or a code
        filter: Option<String>,
    },
}

/// What to decode, and how to show it.
#[derive(Debug, Args)]
pub(crate) struct DecodeArguments {
    /// Messages in hexadecimal; without them and without a file, standard input is read
    pub(crate) hex: Vec<String>,
    /// A file of messages: text with hexadecimal in it, or the octets themselves; `-` is standard
    /// input
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "hex",
        default_value = "-",
        hide_default_value = true
    )]
    pub(crate) file: PathBuf,
    /// Show each message as one line of JSON
    #[arg(long, conflicts_with = "raw")]
    pub(crate) json: bool,
    /// Show the elements of BER alone, without what they mean
    #[arg(long)]
    pub(crate) raw: bool,
}

/// Which capture to read, and of which connections.
#[derive(Debug, Args)]
pub(crate) struct PcapArguments {
    /// The capture, in the form of pcap or pcapng; `-` is standard input
    pub(crate) file: PathBuf,
    /// Only connections with this port; without it, all that carry CSTA
    #[arg(long, value_name = "N")]
    pub(crate) port: Option<u16>,
    #[command(flatten)]
    pub(crate) view: View,
}

/// Which log to read.
#[derive(Debug, Args)]
pub(crate) struct LogArguments {
    /// The log: lines of a time, `<` from the switch or `>` to it, and hexadecimal; without it and
    /// for `-`, standard input is read
    #[arg(default_value = "-", hide_default_value = true)]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) view: View,
}

/// How messages in the order of time are shown, and which of them.
#[derive(Debug, Args)]
pub(crate) struct View {
    /// Show the whole message below each line
    #[arg(long, conflicts_with = "json")]
    pub(crate) tree: bool,
    /// Show each message as one line of JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Show only messages with this word in them, such as a number, a call or an event, and their
    /// answers
    #[arg(long, value_name = "WORD")]
    pub(crate) only: Option<String>,
}

impl View {
    /// Whether a message is to be shown in which this text stands.
    pub(crate) fn wants(&self, text: &str) -> bool {
        self.only.as_deref().is_none_or(|word| has_word(text, word))
    }
}

/// Whether a word stands in a text, in letters of either case, and not as a part of another one.
fn has_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    let is_apart = |next: Option<char>| next.is_none_or(|next| !next.is_alphanumeric());
    text.match_indices(&word).any(|(start, found)| {
        let (before, rest) = text.split_at(start);
        let behind = rest.strip_prefix(found).unwrap_or_default();
        is_apart(before.chars().next_back()) && is_apart(behind.chars().next())
    })
}

/// Which type to decode.
#[derive(Debug, Args)]
pub(crate) struct TypeArguments {
    /// The ASN.1 name, such as MakeCallArgument, CSTAEventReportArgument, UniversalFailure or
    /// KMESpecificPrivateData
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    pub(crate) name: Option<String>,
    /// The value in hexadecimal; without it, standard input is read
    pub(crate) hex: Vec<String>,
    /// Show JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Read lines of a name and hexadecimal, and write a JSON object for each
    #[arg(long)]
    pub(crate) batch: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_where_it_stands_alone() {
        let text = r#"event delivered  callID=0001 dialingNumber: "101""#;
        for word in ["0001", "101", "Delivered", "callid", "event delivered"] {
            assert!(has_word(text, word), "{word}");
        }
        for word in ["01", "10", "liver", "102"] {
            assert!(!has_word(text, word), "{word}");
        }
    }
}
