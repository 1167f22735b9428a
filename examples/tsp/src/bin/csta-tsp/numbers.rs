//! Rules that rewrite numbers: the check box of the driver's dialogue, and what is wrong with them.

use std::error::Error;
use std::io::BufRead;
use std::path::Path;
use std::process::ExitCode;

use numfmt::{Config, ConfigFile, Formatter, List};

use crate::cli::Numfmt;
use crate::show::Output;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

pub(crate) fn run(command: Numfmt, output: Output) -> Result<ExitCode> {
    match command {
        Numfmt::Check { rules, list, explain, numbers } => {
            let formatter = load(&rules, list)?;
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
        Numfmt::Lint { rules } => lint(&rules, output),
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
fn lint(path: &Path, output: Output) -> Result<ExitCode> {
    let file = ConfigFile::load(path)?;
    let findings = numfmt::lint(file.config());
    for finding in &findings {
        let line = finding.rule().and_then(|(list, rule)| file.line_of_rule(list, rule));
        if output.is_json() {
            output.finding(line, &finding.to_string(), finding.is_error());
        } else if let Some(line) = line {
            output.text(&format!("{}:{line}: {finding}", path.display()));
        } else {
            output.text(&format!("{}: {finding}", path.display()));
        }
    }
    let failed = findings.iter().any(numfmt::Finding::is_error);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
