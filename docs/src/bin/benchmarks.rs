//! Measures what `BENCHMARKS.md` and the README files tell, and puts it there.
//!
//! `cargo run -p csta-docs` measures everything, which takes about a quarter of an hour on a machine
//! that does nothing else; `cargo run -p csta-docs -- codec numbers` what is named. With `draw`
//! nothing is measured: documents and graphs are made anew from what was measured last.
#![expect(clippy::print_stderr, reason = "the program says what it does and what fails")]

use std::process::ExitCode;

use docs::{Figure, Measurement, MeasurementError, figure, figures, refresh};

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    match run(&names) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(names: &[String]) -> Result<(), MeasurementError> {
    for figure in wanted(names)? {
        eprintln!("== {}", figure.command);
        Measurement::take(figure)?.store(figure.name)?;
    }
    refresh()
}

fn wanted(names: &[String]) -> Result<Vec<&'static Figure>, MeasurementError> {
    match names {
        [] => Ok(figures().iter().collect()),
        [draw] if draw == "draw" => Ok(Vec::new()),
        names => {
            let known: Vec<_> = figures().iter().map(|figure| figure.name).collect();
            let unknown = |name: &String| {
                let names = known.join(", ");
                MeasurementError::Command(format!("{name:?} is not measured: draw, {names}"))
            };
            names.iter().map(|name| figure(name).ok_or_else(|| unknown(name))).collect()
        }
    }
}
