//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Reads CSTA Phase III traffic of Panasonic PBXs.
#[derive(Debug, Parser)]
#[command(
    name = "csta-inspect",
    after_help = "The exit status is 0 if all was understood, 1 if not, and 2 if the command cannot be carried out."
)]
pub(crate) struct Cli {
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
    /// A file of messages: text with hexadecimal in it, or the octets themselves
    #[arg(long, value_name = "FILE", conflicts_with = "hex")]
    pub(crate) file: Option<PathBuf>,
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
    /// The capture, in the form of pcap or pcapng
    pub(crate) file: PathBuf,
    /// Only connections with this port; without it, all that carry CSTA
    #[arg(long, value_name = "N")]
    pub(crate) port: Option<u16>,
    /// Show the whole message below each line
    #[arg(long)]
    pub(crate) tree: bool,
}

/// Which type to decode.
#[derive(Debug, Args)]
pub(crate) struct TypeArguments {
    /// The ASN.1 name, such as MakeCallArgument, CSTAEventReportArgument or UniversalFailure
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
