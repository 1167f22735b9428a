//! The places in documents where figures stand.

use std::fmt::Write as _;
use std::fs;

use crate::figures::{Figure, figure};
use crate::files::root;
use crate::measurement::{Measurement, MeasurementError};

/// What stands at the beginning of a line before the name of what was measured: with its graphs and
/// command, or its tables alone.
const BEGINS: [(&str, bool); 2] = [("\n<!-- figures: ", true), ("\n<!-- tables: ", false)];
const END: &str = "<!-- end of figures -->";

/// A document with the figures that were measured last, wherever it has a place for them: between
/// `<!-- figures: NAME -->` or `<!-- tables: NAME -->`, and `<!-- end of figures -->`.
///
/// # Errors
///
/// If something is not measured under that name, or has no end.
pub fn with_figures(document: &str) -> Result<String, MeasurementError> {
    let mut text = String::new();
    let mut rest = document;
    let wrong = |what: String| MeasurementError::Command(what);
    loop {
        let places = BEGINS
            .iter()
            .filter_map(|(begin, whole)| rest.find(begin).map(|at| (at, at + begin.len(), *whole)));
        let Some((_, at, whole)) = places.min() else { break };
        let (before, behind) = rest.split_at(at);
        let name = behind.split(' ').next().unwrap_or_default();
        let known = figure(name).ok_or_else(|| wrong(format!("{name:?} is not measured")))?;
        let end = behind.find(END).ok_or_else(|| wrong(format!("{name:?} has no {END}")))?;
        let shown = shown(known, &Measurement::load(name)?, whole);
        let _ = write!(text, "{before}{name} -->\n{shown}");
        rest = behind.get(end..).unwrap_or_default();
    }
    text.push_str(rest);
    Ok(text)
}

fn shown(figure: &Figure, measured: &Measurement, whole: bool) -> String {
    let mut shown = String::new();
    if whole {
        for graph in figure.graphs {
            let _ = writeln!(shown, "![{}](docs/benchmarks/{}.svg)\n", graph.title, graph.name);
        }
    }
    let is_table = measured.text.starts_with('|');
    let fence = if is_table { "" } else { "```text\n" };
    let _ = write!(shown, "{fence}{}", measured.text.trim_end());
    shown.push_str(if is_table { "\n" } else { "\n```\n" });
    if whole {
        let Measurement { date, machine, command, .. } = measured;
        let _ = write!(shown, "\n`{command}`, {date}, {machine}.\n");
    }
    shown
}

/// Draws the graphs of a figure, and gives file names and texts.
///
/// # Errors
///
/// If nothing was measured, or not what is to be drawn.
pub fn graphs(figure: &Figure) -> Result<Vec<(&'static str, String)>, MeasurementError> {
    let measured = Measurement::load(figure.name)?;
    let drawn = figure.graphs.iter().map(|graph| match graph.chart(&measured.text) {
        Ok(chart) => Ok((graph.name, chart.to_string())),
        Err(error) => Err(MeasurementError::Graph(graph.name, error)),
    });
    drawn.collect()
}

/// Puts what was measured last into all documents and graphs.
///
/// # Errors
///
/// If something is missing, or a file cannot be read or written.
pub fn refresh() -> Result<(), MeasurementError> {
    let file = |path: &std::path::Path, text: &str| {
        fs::write(path, text).map_err(|error| MeasurementError::File(path.to_owned(), error))
    };
    for figure in crate::figures() {
        for (name, svg) in graphs(figure)? {
            file(&root().join("docs/benchmarks").join(name).with_extension("svg"), &svg)?;
        }
    }
    let documents = crate::documents();
    for path in documents.map_err(|error| MeasurementError::File(root(), error))? {
        let path = root().join(path);
        let text = fs::read_to_string(&path);
        let text = text.map_err(|error| MeasurementError::File(path.clone(), error))?;
        let fresh = with_figures(&text)?;
        if fresh != text {
            file(&path, &fresh)?;
        }
    }
    Ok(())
}
