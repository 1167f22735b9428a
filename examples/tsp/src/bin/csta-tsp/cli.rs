//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Lines and calls of a Panasonic PBX: watch them, dial, answer, hold and hang up.
///
/// A PBX takes one application at a time; use csta-pbx-sim if there is none to try with.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// Print JSON, one object a line
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Tell on standard error what goes on
    #[arg(long, short, global = true)]
    pub(crate) verbose: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Watch a call from beginning to end, in a simulated PBX inside this program
    Demo,
    /// List the extensions of the PBX, or with --trunks its trunk lines
    Lines {
        #[command(flatten)]
        pbx: Pbx,
        /// List the trunk lines instead of the extensions
        #[arg(long)]
        trunks: bool,
    },
    /// Show what happens at some lines, or at all, until Ctrl-C
    Monitor {
        #[command(flatten)]
        pbx: Pbx,
        /// The lines, by number; all extensions if none is given
        lines: Vec<String>,
    },
    /// Call a number, and show the call until the other end rings, answers or cannot be had
    Dial {
        #[command(flatten)]
        pbx: Pbx,
        /// The line that calls
        line: String,
        /// The number it calls
        number: String,
    },
    /// Answer the call that rings
    Answer(OneLine),
    /// Hold the call that is talked in
    Hold(OneLine),
    /// Take the call back that is held
    Retrieve(OneLine),
    /// End a call: the one talked in, else one that rings or is dialled, else one that is held
    Hangup(OneLine),
    /// Try and examine the rules that rewrite numbers
    #[command(subcommand)]
    Numfmt(Numfmt),
}

#[derive(Debug, Args)]
pub(crate) struct Pbx {
    /// The PBX or multiplexer; the port is 33333 unless it is given
    #[arg(long, value_name = "HOST[:PORT]", env = "CSTA_PBX")]
    pub(crate) pbx: String,
}

#[derive(Debug, Args)]
pub(crate) struct OneLine {
    #[command(flatten)]
    pub(crate) pbx: Pbx,
    /// The line, by number
    pub(crate) line: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Numfmt {
    /// Show what the rules make of numbers, from the arguments or from standard input
    Check {
        /// The configuration file with the rules (TOML), or a rule list as text
        #[arg(long, value_name = "FILE")]
        rules: PathBuf,
        /// The list: incoming, outgoing or pc-dialing
        #[arg(long, default_value = "incoming")]
        list: numfmt::List,
        /// Show each step: which list, which rule, before and after
        #[arg(long)]
        explain: bool,
        /// The numbers; standard input, one a line, if there is none
        numbers: Vec<String>,
    },
    /// Say which rules can never match, are not anchored or refer to groups that do not exist
    Lint {
        /// The configuration file with the rules (TOML)
        #[arg(long, value_name = "FILE")]
        rules: PathBuf,
    },
}
