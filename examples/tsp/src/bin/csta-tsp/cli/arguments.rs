//! What can be said on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand};
use program::LogLevel;
use tsp::config::CdrFormat;

use super::{Escape, Order};

/// Lines and calls of Panasonic PBXs: watch them, dial, answer, hold, transfer, record.
///
/// A PBX takes one application at a time, csta-mux many; use csta-pbx-sim if there is none to try
/// with. Lines are named by number, or by PROVIDER/NUMBER where several PBXs have the same.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What holds for all commands.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// The configuration file; `config example` prints one with everything that can be in it
    #[arg(long, global = true, value_name = "FILE", env = "CSTA_CONFIG")]
    pub(crate) config: Option<PathBuf>,

    /// The PBX or multiplexer, in place of those of the configuration; the port is 33333 unless it
    /// is given
    #[arg(
        long,
        global = true,
        value_name = "HOST[:PORT]",
        env = "CSTA_PBX",
        value_parser = NonEmptyStringValueParser::new()
    )]
    pub(crate) pbx: Option<String>,

    /// The user who logs in at the multiplexer. The password: the first line of --password-file,
    /// CSTA_PASSWORD in the environment, or what is typed when it is asked for
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        conflicts_with = "bus",
        value_parser = NonEmptyStringValueParser::new()
    )]
    pub(crate) user: Option<String>,

    /// A file with the password of --user in its first line
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "bus")]
    pub(crate) password_file: Option<PathBuf>,

    /// Speak TLS; the port is 33334 then unless it is given, and the authorities that the system
    /// trusts are trusted
    #[arg(long, global = true, conflicts_with = "bus")]
    pub(crate) tls: bool,

    /// Speak TLS, and trust the issuers whose certificates are in this file (PEM) alone
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "bus")]
    pub(crate) tls_roots: Option<PathBuf>,

    /// NATS, for the lines of all sites whose multiplexers are there, in place of PBXs; needs a
    /// program that is built with `--features nats`
    #[arg(
        long,
        global = true,
        value_name = "nats://HOST:PORT",
        env = "CSTA_BUS",
        conflicts_with = "pbx",
        value_parser = NonEmptyStringValueParser::new()
    )]
    pub(crate) bus: Option<String>,

    /// A site on the bus, of several if it is said again; all if it is not said
    #[arg(long, global = true, value_name = "SITE")]
    pub(crate) site: Vec<String>,

    /// Print JSON, one object a line
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// How much is logged on standard error [default: info for serve and cdr, else error]
    #[arg(long, global = true, value_enum, value_name = "LEVEL", env = "CSTA_TSP_LOG_LEVEL")]
    pub(crate) log_level: Option<LogLevel>,

    /// Log all that goes on, as --log-level debug does
    #[arg(long, short, global = true, conflicts_with = "log_level")]
    pub(crate) verbose: bool,
}

impl Arguments {
    /// How much is logged: what runs as a service tells when a PBX comes or goes, what people look
    /// at shows it by itself.
    pub(crate) fn log_level(&self) -> LogLevel {
        let runs_as_service =
            matches!(self.command, Command::Serve { openapi: false, .. } | Command::Cdr { .. });
        match self.global.log_level {
            _ if self.global.verbose => LogLevel::Debug,
            Some(level) => level,
            None if runs_as_service => LogLevel::Info,
            None => LogLevel::Error,
        }
    }
}

/// What is to be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// See what matters in a tour of six seconds, with a simulated PBX inside this program
    Demo,
    /// List the lines; query the PBX for its devices; import and export lines as text
    #[command(args_conflicts_with_subcommands = true)]
    Lines {
        #[command(subcommand)]
        command: Option<LinesCommand>,
        /// List the trunk lines of the PBX instead
        #[arg(long)]
        trunks: bool,
    },
    /// Show what the PBX can do: its services with their options, and its events
    Capabilities,
    /// Show what happens at some lines, or at all, until Ctrl-C
    Monitor(Watched),
    /// Show lines and calls as a live table, with keys to answer, hold, transfer, dial and hang up
    Watch(Watched),
    /// Give commands one after the other, with completion and history
    Shell(Watched),
    /// Serve lines, calls, operations and events by HTTP on this computer
    Serve {
        /// Where to listen: an address of this computer alone [default: 127.0.0.1:8033]
        #[arg(long, value_name = "ADDRESS:PORT")]
        listen: Option<SocketAddr>,
        /// What has to be sent to change anything; made anew at each start if it is not set
        #[arg(long, env = "CSTA_TSP_TOKEN", hide_env_values = true)]
        token: Option<String>,
        /// Write call records as well, as the configuration says
        #[arg(long)]
        cdr: bool,
        /// Print the description of the API (OpenAPI) and end
        #[arg(long)]
        openapi: bool,
    },
    /// Write call records into a file until Ctrl-C
    Cdr {
        /// The file [default: calls.csv]
        #[arg(long, value_name = "FILE")]
        file: Option<PathBuf>,
        /// Its form
        #[arg(long, value_enum)]
        format: Option<CdrFormat>,
        /// After how long records are asked for when the link is up, such as 10s [default: 1m]
        #[arg(long, value_parser = parse_time)]
        delay: Option<std::time::Duration>,
        /// End when so many have been written
        #[arg(long, value_name = "RECORDS")]
        count: Option<u64>,
    },
    /// Find out what is wrong with the configuration
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Try and examine the rules that rewrite numbers
    #[command(subcommand)]
    Numfmt(Numfmt),
    #[command(flatten)]
    Order(Order),
    /// Send private data of the manufacturer to the PBX of the line, as an Escape
    Escape(Escape),
}

/// Which lines are watched.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct Watched {
    /// The lines; all if none is given
    pub(crate) lines: Vec<String>,
}

/// What can be done with the list of lines.
#[derive(Debug, Subcommand)]
pub(crate) enum LinesCommand {
    /// List the lines that there are, as the configuration says, with their state
    List,
    /// Ask the PBX for its devices, whatever the configuration says
    Query {
        /// List the trunk lines instead of the extensions
        #[arg(long)]
        trunks: bool,
    },
    /// Take lines from a text file, NUMBER or NUMBER,NAME one a line, into the list of a provider
    Import {
        /// The text file, also one of a Windows tool
        file: PathBuf,
        /// The list; lines.file of the configuration if it is not given
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        /// The provider whose list it is; it can be left out if there is one alone
        #[arg(long, value_name = "NAME", conflicts_with = "to")]
        provider: Option<String>,
    },
    /// Write the lines of a provider as a text file, NUMBER or NUMBER,NAME one a line
    Export {
        /// The text file; standard output if none is given
        file: Option<PathBuf>,
        /// The provider; it can be left out if there is one alone
        #[arg(long, value_name = "NAME")]
        provider: Option<String>,
    },
}

/// What can be done with the configuration.
#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Check the configuration file, without connecting anywhere
    Check,
    /// Print a configuration file with everything that can be in one
    Example,
}

/// What can be done with rules for numbers.
#[derive(Debug, Subcommand)]
pub(crate) enum Numfmt {
    /// Show what the rules make of numbers, from the arguments or from standard input
    Check {
        /// The file with the rules (TOML), or a rule list as text; the configuration if none is
        /// given
        #[arg(long, value_name = "FILE")]
        rules: Option<PathBuf>,
        /// The list: incoming, outgoing or pc-dialing
        #[arg(long, default_value = "incoming")]
        list: numfmt::List,
        /// The provider whose rules they are; it can be left out where those of all are the same
        #[arg(long, value_name = "NAME", conflicts_with = "rules")]
        provider: Option<String>,
        /// Show each step: which list, which rule, before and after
        #[arg(long)]
        explain: bool,
        /// The numbers; standard input, one a line, if there is none
        numbers: Vec<String>,
    },
    /// Say which rules, of all providers, can never match, are not anchored or refer to groups that
    /// do not exist
    Lint {
        /// The file with the rules (TOML); the configuration if none is given
        #[arg(long, value_name = "FILE")]
        rules: Option<PathBuf>,
    },
}

fn parse_time(text: &str) -> Result<std::time::Duration, String> {
    let wrong = || "a time such as 500ms, 10s or 1.5m is expected".to_owned();
    config_file::time::parse_time(text).ok_or_else(wrong)
}
