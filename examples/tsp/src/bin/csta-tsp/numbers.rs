//! Rules that rewrite numbers: the check box of the driver's dialogue, and what is wrong with them.

use std::error::Error;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use numfmt::{Config, ConfigFile, Finding, Formatter, List};
use tsp::config::{Config as Configuration, Instead, numbers_of};

use crate::cli::Numfmt;
use crate::show::Output;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Does what the command says, with the rules that it names, else with those of the configuration.
pub(crate) fn run(
    command: Numfmt,
    configuration: Option<&Path>,
    output: Output,
) -> Result<ExitCode> {
    let source = |rules: Option<PathBuf>| match (rules, configuration) {
        (Some(rules), _) => Ok(Source::Rules(rules)),
        (None, Some(file)) => Ok(Source::Configuration(file.to_owned())),
        (None, None) => Err("no rules are named: give --rules FILE or --config FILE"),
    };
    match command {
        Numfmt::Check { rules, list, explain, numbers } => {
            let formatter = source(rules)?.formatter(list)?;
            let check = |number: &str| show(&formatter, list, number, explain, output);
            if numbers.is_empty() {
                for number in std::io::stdin().lock().lines() {
                    check(number?.trim());
                }
            } else {
                numbers.iter().for_each(|number| check(number));
            }
            Ok(ExitCode::SUCCESS)
        }
        Numfmt::Lint { rules } => lint(&source(rules)?, output),
    }
}

/// Where the rules are.
enum Source {
    /// In a file of their own: settings, or a rule list as text for one list alone.
    Rules(PathBuf),
    /// In the configuration of the program.
    Configuration(PathBuf),
}

impl Source {
    fn formatter(&self, list: List) -> Result<Arc<Formatter>> {
        match self {
            Self::Configuration(path) => {
                Ok(Configuration::load(Some(path), &Instead::default())?.numbers)
            }
            Self::Rules(path) => load(path, list).map(Arc::new),
        }
    }
}

fn show(formatter: &Formatter, list: List, number: &str, explain: bool, output: Output) {
    match (explain, output.is_json()) {
        (true, true) => output.serialised(&formatter.explain(list, number)),
        (true, false) => output.text(&formatter.explain(list, number).to_string()),
        (false, _) => output.number(number, list, &formatter.format(list, number)),
    }
}

/// The formatter of a configuration file, or of a rule list as text for one list alone.
fn load(path: &Path, list: List) -> Result<Formatter> {
    if is_config(path) {
        return Ok(ConfigFile::load(path)?.formatter()?);
    }
    let text = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rules =
        numfmt::read_rules(list, &text).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut config = Config::default();
    match list {
        List::Incoming => config.incoming = rules,
        List::Outgoing => config.outgoing = rules,
        List::PcDialing => config.pc_dialing = rules,
    }
    Ok(Formatter::new(&config)?)
}

fn is_config(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// Prints what is wrong with the rules. Errors, not warnings, make the program fail.
fn lint(source: &Source, output: Output) -> Result<ExitCode> {
    let (path, findings) = match source {
        Source::Rules(path) => {
            let file = ConfigFile::load(path)?;
            let line = |finding: &Finding| {
                finding.rule().and_then(|(list, rule)| file.line_of_rule(list, rule))
            };
            (path, with_lines(numfmt::lint(file.config()), line))
        }
        Source::Configuration(path) => {
            let (file, numbers) = numbers_of(path)?;
            let line = |finding: &Finding| {
                let (list, rule) = finding.rule()?;
                let key = format!("numbers.{}[{}]", list.key(), rule.saturating_sub(1));
                file.span(&key).map(|span| file.line(span.start))
            };
            (path, with_lines(numfmt::lint(&numbers), line))
        }
    };
    for (finding, line) in &findings {
        if output.is_json() {
            output.finding(*line, &finding.to_string(), finding.is_error());
        } else if let Some(line) = line {
            output.text(&format!("{}:{line}: {finding}", path.display()));
        } else {
            output.text(&format!("{}: {finding}", path.display()));
        }
    }
    let failed = findings.iter().any(|(finding, _)| finding.is_error());
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Findings with their lines.
fn with_lines(
    findings: Vec<Finding>,
    line: impl Fn(&Finding) -> Option<usize>,
) -> Vec<(Finding, Option<usize>)> {
    findings.into_iter().map(|finding| (finding.clone(), line(&finding))).collect()
}
