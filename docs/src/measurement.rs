//! What a bench has printed, when and where.

use std::fmt::Write as _;
use std::io::{self, BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::SystemTime;
use std::{env, fs, thread};

use crate::figures::{Figure, GraphError};
use crate::files::root;

/// What a bench has printed, when and where. It is kept in `docs/benchmarks/`, from where graphs
/// and the tables in documents are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The day, as `2026-11-27`.
    pub date: String,
    /// Processor, cores, load before, and compiler.
    pub machine: String,
    /// The command.
    pub command: String,
    /// The tables and lines that it has printed.
    pub text: String,
}

/// Why there is no measurement.
#[derive(Debug)]
pub enum MeasurementError {
    /// The command has failed, or has not printed what was expected.
    Command(String),
    /// A file cannot be read or written, or is not as it should be.
    File(PathBuf, io::Error),
    /// A graph cannot be drawn of it.
    Graph(&'static str, GraphError),
}

impl Measurement {
    /// Runs the command of a figure, and shows what it prints.
    ///
    /// # Errors
    ///
    /// If it cannot be run, fails, or prints no figures.
    pub fn take(figure: &Figure) -> Result<Self, MeasurementError> {
        let failed = |what: &str| MeasurementError::Command(format!("{}: {what}", figure.command));
        let mut words = figure.command.split(' ');
        // What is built takes no part in what is measured.
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let words: Vec<&str> = words.by_ref().skip(1).collect();
        let is_run = words.first() == Some(&"run");
        let build: Vec<&str> = if is_run {
            std::iter::once("build").chain(words.iter().skip(1).copied()).collect()
        } else {
            let own = words.iter().take_while(|word| **word != "--").copied();
            own.chain(["--no-run"]).collect()
        };
        let built = Command::new(&cargo).args(build).current_dir(root()).status();
        if !built.is_ok_and(|status| status.success()) {
            return Err(failed("cannot be built"));
        }
        let machine = machine();
        let mut child = Command::new(&cargo)
            .args(&words)
            .current_dir(root())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| failed(&error.to_string()))?;
        let mut text = String::new();
        if let Some(stdout) = child.stdout.take() {
            for line in BufReader::new(stdout).lines() {
                let line = line.map_err(|error| failed(&error.to_string()))?;
                show(&line);
                if !text.is_empty() || line.starts_with(figure.begins) {
                    text.push_str(line.trim_end());
                    text.push('\n');
                }
            }
        }
        match child.wait() {
            Ok(status) if status.success() && !text.is_empty() => {}
            Ok(status) if status.success() => return Err(failed("has printed no figures")),
            Ok(status) => return Err(failed(&status.to_string())),
            Err(error) => return Err(failed(&error.to_string())),
        }
        let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
        let date = now.split('T').next().unwrap_or_default().to_owned();
        Ok(Self { date, machine, command: figure.command.to_owned(), text })
    }

    fn path(name: &str) -> PathBuf {
        root().join("docs/benchmarks").join(name).with_extension("txt")
    }

    /// Reads what was measured last.
    ///
    /// # Errors
    ///
    /// If there is no such file, or it is not as [`Measurement::store`] writes it.
    pub fn load(name: &str) -> Result<Self, MeasurementError> {
        let path = Self::path(name);
        let file = fs::read_to_string(&path);
        let file = file.map_err(|error| MeasurementError::File(path.clone(), error))?;
        let mut parts = file.splitn(4, '\n').map(str::to_owned);
        let mut next = |key: &str| {
            let part = parts.next().and_then(|part| part.strip_prefix(key).map(str::to_owned));
            part.ok_or_else(|| {
                let missing = io::Error::other(format!("there is no {key:?} where it should be"));
                MeasurementError::File(path.clone(), missing)
            })
        };
        Ok(Self {
            date: next("date: ")?,
            machine: next("machine: ")?,
            command: next("command: ")?,
            text: next("\n")?,
        })
    }

    /// Keeps it.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn store(&self, name: &str) -> Result<(), MeasurementError> {
        let Self { date, machine, command, text } = self;
        let mut file = String::new();
        // Writing to a string does not fail.
        let _ = write!(file, "date: {date}\nmachine: {machine}\ncommand: {command}\n\n{text}");
        let path = Self::path(name);
        fs::write(&path, file).map_err(|error| MeasurementError::File(path, error))
    }
}

/// The figures appear while they are measured.
#[expect(clippy::print_stderr, reason = "the program shows what it does")]
fn show(line: &str) {
    eprintln!("{line}");
}

/// Processor, cores, load and compiler.
fn machine() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("a processor without a name", |(_, model)| model);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or_default().to_owned();
    let rustc = Command::new("rustc").arg("--version").output();
    let rustc = rustc.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let rustc = rustc.unwrap_or_default();
    let rustc = rustc.split(" (").next().unwrap_or_default();
    format!("{model}, {cores} cores, load {load} before, {rustc}")
}

impl std::fmt::Display for MeasurementError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Command(what) => f.write_str(what),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Graph(name, error) => write!(f, "the graph {name}: {error}"),
        }
    }
}

impl std::error::Error for MeasurementError {}
