//! What is measured, and what is drawn of it.

use std::fmt;

use crate::chart::{Bar, Chart, Group};
use crate::table::{NoColumn, Row, tables};

/// What is measured by one command.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// What documents call it, and its file.
    pub name: &'static str,
    /// The command: `cargo bench` or `cargo run`, from the root of the repository.
    pub command: &'static str,
    /// The beginning of the first line that counts; what is printed before is left out.
    pub begins: &'static str,
    /// What is drawn of it.
    pub graphs: &'static [Graph],
}

/// What is drawn of a measurement.
#[derive(Clone, Copy, Debug)]
pub struct Graph {
    /// Its file.
    pub name: &'static str,
    /// What is shown, in which unit.
    pub title: &'static str,
    /// The names of the bars of each group.
    pub series: &'static [&'static str],
    /// What the values are compared with.
    pub limit: Option<(f64, &'static str)>,
    /// The label and bars of a row of the table; `None` for rows that are not drawn.
    pub group: fn(Row<'_>) -> Result<Option<Group>, NoColumn>,
}

/// All that is measured.
#[must_use]
pub const fn figures() -> &'static [Figure] {
    FIGURES
}

/// What is measured under this name.
#[must_use]
pub fn figure(name: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.name == name)
}

impl Graph {
    /// The chart of what was measured.
    ///
    /// # Errors
    ///
    /// If there is nothing to be drawn, or a column is not there.
    pub fn chart(&self, measured: &str) -> Result<Chart, GraphError> {
        let tables = tables(measured);
        let rows = tables.iter().flat_map(crate::Table::rows);
        let groups: Vec<_> =
            rows.filter_map(|row| (self.group)(row).transpose()).collect::<Result<_, _>>()?;
        if groups.is_empty() {
            return Err(GraphError::NoBar);
        }
        Ok(Chart {
            title: self.title.to_owned(),
            series: self.series.iter().map(|name| (*name).to_owned()).collect(),
            groups,
            limit: self.limit.map(|(limit, name)| (limit, name.to_owned())),
        })
    }
}

/// Why nothing can be drawn of a measurement: its tables are not those that the graph is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GraphError {
    /// A column is not there.
    NoColumn(NoColumn),
    /// No row has a value.
    NoBar,
}

impl From<NoColumn> for GraphError {
    fn from(error: NoColumn) -> Self {
        Self::NoColumn(error)
    }
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoColumn(error) => error.fmt(f),
            Self::NoBar => f.write_str("no row of the tables has a value to be drawn"),
        }
    }
}

impl std::error::Error for GraphError {}

/// A bar for the number in a column, if there is one.
fn bar(row: Row<'_>, column: &str, target: Option<f64>) -> Result<Option<Bar>, NoColumn> {
    Ok(row.number(column)?.map(|value| Bar { value, target }))
}

/// A group of the one bar of a row, if it has one.
fn single(label: impl Into<String>, bar: Option<Bar>) -> Option<Group> {
    Some(Group { label: label.into(), bars: vec![Some(bar?)] })
}

const FIGURES: &[Figure] = &[
    Figure {
        name: "codec",
        command: "cargo bench -p csta-codec --bench codec -- ratios",
        begins: "|",
        graphs: &[
            Graph {
                name: "codec",
                title: "csta-codec: time beside the floor, a bare walk or write",
                series: &["in place", "by value"],
                limit: Some((1.0, "floor")),
                group: |row| {
                    let in_place = bar(row, "in place / floor", None)?;
                    let by_value = bar(row, "by value / floor", None)?;
                    let label = row.cell("")?.to_owned();
                    Ok(in_place.map(|_| Group { label, bars: vec![in_place, by_value] }))
                },
            },
            Graph {
                name: "codec-rasn",
                title: "rasn: time beside csta-codec, in place",
                series: &["rasn"],
                limit: Some((1.0, "csta-codec")),
                group: |row| Ok(single(row.cell("")?, bar(row, "rasn / in place", None)?)),
            },
        ],
    },
    Figure {
        name: "round-trips",
        command: "cargo bench -p csta-client --bench round_trips",
        begins: "|",
        graphs: &[Graph {
            name: "round-trips",
            title: "csta-client: round trips a second beside the bare peer",
            series: &["csta-client"],
            limit: Some((1.0, "bare peer")),
            group: |row| {
                let in_flight = row.cell("in flight")?;
                let target = if in_flight == "1" { 0.8 } else { 0.6 };
                let label = format!("{in_flight} in flight, {}", row.cell("peer")?);
                Ok(single(label, bar(row, "ratio", Some(target))?))
            },
        }],
    },
    Figure {
        name: "fan-out",
        command: "cargo bench -p csta-mux --bench fan_out",
        begins: "|",
        graphs: &[Graph {
            name: "fan-out",
            title: "csta-mux: processor time a delivery beside a bare server",
            series: &["csta-mux"],
            limit: Some((1.0, "bare server")),
            group: |row| {
                // One at a time beside the server that writes each, gathered beside the one that
                // gathers.
                let (column, target, with) = match row.cell("window")? {
                    "1" => ("x direct", 1.15, "one at a time"),
                    _ => ("x tasks", 1.2, "gathered"),
                };
                let Some(applications) = applications(row)? else { return Ok(None) };
                let label = format!("{applications}, {with}");
                Ok(single(label, bar(row, column, Some(target))?))
            },
        }],
    },
    Figure {
        name: "simulator",
        command: "cargo bench -p csta-pbx-sim --bench load -- shares",
        begins: "|",
        graphs: &[Graph {
            name: "simulator",
            title: "csta-pbx-sim: % of one core, 1,000 monitored extensions, 50 calls a second",
            series: &["share of one core, %"],
            limit: None,
            group: |row| {
                let label = row.cell("1,000 extensions, 50 calls a second, 60 s")?;
                Ok(single(label, bar(row, "share of one core", None)?))
            },
        }],
    },
    Figure {
        name: "numbers",
        command: "cargo bench -p numfmt --bench rules -- ratios",
        begins: "|",
        graphs: &[Graph {
            name: "numbers",
            title: "numfmt: time of 50 rules on 10,000 numbers beside bare regex calls",
            series: &["numfmt"],
            limit: Some((1.0, "bare regex")),
            group: |row| Ok(single(row.cell("numbers")?, bar(row, "numfmt / bare", None)?)),
        }],
    },
    Figure {
        name: "lines",
        command: "cargo run --release -p csta-tsp --example thousand_lines",
        begins: "1000 lines",
        graphs: &[],
    },
];

/// How many applications, of which devices; `None` for the rows of bare servers.
fn applications(row: Row<'_>) -> Result<Option<String>, NoColumn> {
    if row.cell("server")? != "Multiplexer" {
        return Ok(None);
    }
    Ok(row.cell("applications")?.split_once(' ').map(|(count, whose)| match whose {
        "own" => format!("{count} on own devices"),
        _ => format!("{count} on one device"),
    }))
}
