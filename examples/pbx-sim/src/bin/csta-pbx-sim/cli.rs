//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};
use pbx_sim::chance::Traffic;
use pbx_sim::parse_time;

/// A simulated Panasonic PBX: telephones, trunk lines, and CSTA Phase III for one application.
///
/// What happens is written to standard output. What is typed lets it happen, such as
/// `103 dials 102`; `help` tells what can be said. Ctrl-C ends.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) run: Run,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a configuration file, or print the one that is built in
    #[command(subcommand)]
    Config(ConfigCommand),
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Tell whether a switch can be made of a configuration file
    Check {
        /// The file (TOML)
        file: PathBuf,
    },
    /// Print the configuration that is built in, with what each setting means
    Print,
}

/// Times are such as `2s`, `500ms` or `1.5m`; a number alone is seconds.
#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Where to listen
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:33333")]
    pub(crate) listen: SocketAddr,

    /// What the switch has and how it behaves (TOML); `config print` shows what is built in
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// Play a file of sentences with times
    #[arg(long, value_name = "FILE")]
    pub(crate) script: Option<PathBuf>,

    /// Play a day at the office in two minutes
    #[arg(long, conflicts_with = "script")]
    pub(crate) scenario: bool,

    /// Let people telephone by themselves: so many calls a second
    #[arg(long, value_name = "CALLS_PER_SECOND", value_parser = rate)]
    pub(crate) load: Option<f64>,

    /// How long they talk on average
    #[arg(long, value_name = "TIME", default_value = "30s", value_parser = time)]
    pub(crate) talk: Duration,

    /// Let something go wrong with the link, on average once in so long
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) faults: Option<Duration>,

    /// What happens by chance is the same for the same seed
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,

    /// Append each frame both ways to a file, as csta-inspect reads it
    #[arg(long, value_name = "FILE")]
    pub(crate) record: Option<PathBuf>,

    /// Instead of a switch, play the switch's side of a recording
    #[arg(long, value_name = "FILE", conflicts_with_all = [
        "config", "script", "scenario", "load", "faults", "record", "answer_after", "hang_up_after",
    ])]
    pub(crate) replay: Option<PathBuf>,

    /// Play it as fast as it goes, not in the times in which it was recorded
    #[arg(long, requires = "replay")]
    pub(crate) fast: bool,

    /// Let the users of telephones answer after so long
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) answer_after: Option<Duration>,

    /// Let users hang up so long after they have answered
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) hang_up_after: Option<Duration>,
}

fn time(text: &str) -> Result<Duration, &'static str> {
    parse_time(text).ok_or("expected a time such as 2s, 500ms or 1.5m")
}

fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse().ok().filter(|rate| (0.0..=Traffic::MOST).contains(rate));
    rate.ok_or_else(|| format!("expected calls a second, such as 0.5, at most {}", Traffic::MOST))
}
