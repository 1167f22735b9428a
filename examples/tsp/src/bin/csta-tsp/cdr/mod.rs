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
use tsp::Provider;

/// The records of a report as rows, as the provider shows them that they come from.
pub(crate) fn rows_of(report: &CallRecordReport, provider: &Provider) -> Vec<record::Row> {
    record::Row::of_report(report.argument(), |party, list| provider.shown(party, list))
}

#[cfg(test)]
mod tests;
