//! The command `cdr`.

use std::error::Error;
use std::time::Duration;

use csta_client::CallRecordReport;
use tokio::task::spawn_blocking;
use tokio::time::sleep;
use tsp::Provider;
use tsp::config::{CdrSettings, Config};

use super::rows_of;
use super::store::{self, Store};
use crate::office::{Needs, Office};
use crate::show::Output;

/// After how long records that could not be written are tried again.
const RETRY: Duration = Duration::from_secs(10);

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Writes call records until Ctrl-C, or with a limit until so many have been written.
pub(crate) async fn run(config: &Config, limit: Option<u64>, output: Output) -> Result<()> {
    // Nothing is asked of the PBX before it is known that records can be written.
    let store = open(config).await?;
    let config = config.without_lines();
    let needs = Needs { call_records: true, patience: true };
    Office::with(&config, needs, output, async |office| {
        write(office, &config, store, limit, output).await
    })
    .await
}

/// Opens the file of the configuration.
pub(crate) async fn open(config: &Config) -> Result<Box<dyn Store>> {
    if config.recorded().is_none() && config.bus.is_some() {
        let instead = "call records of sites on the bus are in its stream csta-call-records, for as \
                       many readers as want them; this writes those of a PBX";
        return Err(instead.into());
    }
    let CdrSettings { file, format, window, .. } = config.settings.cdr.clone();
    let store = spawn_blocking(move || store::open(&file, format, window)).await?;
    Ok(store.map_err(|error| error.to_string())?)
}

/// Writes call records of the provider that the configuration names, as long as it is there.
pub(crate) async fn write(
    office: &Office,
    config: &Config,
    mut store: Box<dyn Store>,
    limit: Option<u64>,
    output: Output,
) -> Result<()> {
    let settings = &config.settings.cdr;
    let (index, connection) = config.recorded().ok_or(crate::NO_PBX)?;
    let provider = office.providers().into_iter().nth(index).ok_or(crate::NO_PBX)?;
    let mut reports = provider.call_records().ok_or("call records are taken already")?;
    output.note(&format!(
        "Call records of {} go to {}; they are asked for when the link has been up for {} s.",
        connection.name,
        settings.file.display(),
        settings.delay.as_secs(),
    ));
    let mut written = 0;
    while let Some(report) = reports.recv().await {
        let (kept, new) = keep(store, report, &provider, output).await?;
        store = kept;
        written += new;
        if limit.is_some_and(|limit| written >= limit) {
            break;
        }
    }
    output.note(&format!("{written} call records written."));
    Ok(())
}

/// Keeps the records of a report, then confirms it, so that the PBX may forget them. While they
/// cannot be written, the PBX keeps them, and no others are taken.
async fn keep(
    mut store: Box<dyn Store>,
    report: CallRecordReport,
    provider: &Provider,
    output: Output,
) -> Result<(Box<dyn Store>, u64)> {
    let rows = rows_of(&report, provider);
    loop {
        let attempt = rows.clone();
        let (kept, appended) = spawn_blocking(move || {
            let appended = store.append(&attempt);
            (store, appended)
        })
        .await?;
        store = kept;
        match appended {
            Ok(new) => {
                report.confirm();
                for row in &new {
                    output.call_record(row.cells());
                }
                if new.len() < rows.len() {
                    let known = rows.len() - new.len();
                    output.note(&format!("{known} records came again and are there already."));
                }
                return Ok((store, new.len() as u64));
            }
            Err(error) => {
                let kept = match rows.len() {
                    1 => "the record".to_owned(),
                    count => format!("the {count} records"),
                };
                let again = RETRY.as_secs();
                output.warn(&format!("{error}; the PBX keeps {kept}, tried again in {again} s"));
                sleep(RETRY).await;
            }
        }
    }
}
