//! Rules that rewrite numbers: the check box of the driver's dialogue, and what is wrong with them.

use std::error::Error;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use numfmt::{Config, ConfigFile, Finding, Formatter, List};
use tsp::config::{Config as Configuration, Instead, settings_of};

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
        Numfmt::Check { rules, list, provider, explain, numbers } => {
            let formatter = source(rules)?.formatter(list, provider.as_deref())?;
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
    fn formatter(&self, list: List, provider: Option<&str>) -> Result<Arc<Formatter>> {
        match self {
            Self::Configuration(path) => {
                of_provider(&Configuration::load(Some(path), &Instead::default())?, provider)
            }
            Self::Rules(path) => load(path, list).map(Arc::new),
        }
    }
}

/// The rules of a provider; those of all where they are the same.
fn of_provider(config: &Configuration, name: Option<&str>) -> Result<Arc<Formatter>> {
    let shared = &config.settings.numbers;
    let are_same = config.settings.providers.iter().all(|own| own.numbers == *shared);
    if name.is_none() && are_same {
        return Ok(Arc::clone(&config.numbers));
    }
    Ok(Arc::clone(&config.provider(name)?.numbers))
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
        Source::Rules(path) => (path, in_rules(path)?),
        Source::Configuration(path) => (path, in_configuration(path)?),
    };
    for found in &findings {
        let Found { line, text, is_error } = found;
        if output.is_json() {
            output.finding(*line, text, *is_error);
        } else if let Some(line) = line {
            output.text(&format!("{}:{line}: {text}", path.display()));
        } else {
            output.text(&format!("{}: {text}", path.display()));
        }
    }
    let failed = findings.iter().any(|found| found.is_error);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Something that is wrong, in words, with its line in the file.
#[derive(PartialEq)]
struct Found {
    line: Option<usize>,
    text: String,
    is_error: bool,
}

impl Found {
    fn new(finding: &Finding, line: Option<usize>) -> Self {
        Self { line, text: finding.to_string(), is_error: finding.is_error() }
    }
}

/// What is wrong in a file with rules alone.
fn in_rules(path: &Path) -> Result<Vec<Found>> {
    let file = ConfigFile::load(path)?;
    let findings = numfmt::lint(file.config()).into_iter().map(|finding| {
        let line = finding.rule().and_then(|(list, rule)| file.line_of_rule(list, rule));
        Found::new(&finding, line)
    });
    Ok(findings.collect())
}

/// What is wrong in the rules of all, and in those of each provider. What a provider has from all is
/// told once.
fn in_configuration(path: &Path) -> Result<Vec<Found>> {
    let (file, settings) = settings_of(path)?;
    let found = |table: &str, numbers: &Config| -> Vec<Found> {
        let line = |finding: &Finding| {
            let (list, rule) = finding.rule()?;
            let own = format!("{table}.{}", list.key());
            let list = if file.has(&own) { own } else { format!("numbers.{}", list.key()) };
            let rule = file.span(&format!("{list}[{}]", rule.saturating_sub(1)))?;
            Some(file.line(rule.start))
        };
        let findings = numfmt::lint(numbers);
        findings.iter().map(|finding| Found::new(finding, line(finding))).collect()
    };
    let shared = found("numbers", &settings.numbers);
    let mut all = Vec::new();
    for (index, provider) in settings.providers.iter().enumerate() {
        let own = found(&format!("providers[{index}].numbers"), &provider.numbers);
        let own = own.into_iter().filter(|found| !shared.contains(found));
        all.extend(own.map(|found| Found {
            text: format!("provider {}: {}", provider.name(), found.text),
            ..found
        }));
    }
    Ok(shared.into_iter().chain(all).collect())
}
