//! Call records: from the PBX into a file, confirmed when they are safe there.

mod command;
mod csv_file;
mod recent;
mod record;
#[cfg(feature = "sqlite")]
mod sqlite_file;
mod store;

pub(crate) use command::{open, run, write};

use csta_client::CallRecordReport;
use numfmt::Formatter;

/// The records of a report as rows.
pub(crate) fn rows_of(report: &CallRecordReport, numbers: &Formatter) -> Vec<record::Row> {
    record::Row::of_report(report.argument(), numbers)
}

#[cfg(test)]
mod tests;
