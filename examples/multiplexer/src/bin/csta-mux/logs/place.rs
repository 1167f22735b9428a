//! Where logs go.

use std::io;
use std::time::Duration;

use tracing::level_filters::LevelFilter;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use super::bounded::Bounded;
use super::lost::Lost;
use crate::cli::{Log, Run};
use crate::error::Error;

/// How many lines wait for whoever reads them; what comes beyond is lost, counted and told, so that a
/// terminal that is stopped does not stop the program.
const WAITING_LINES: usize = 10_000;

/// How often it is looked whether something was left out or lost.
const LOOK: Duration = Duration::from_secs(10);

/// Logs that have begun. When this is dropped, what was left out is told, and what waits is written.
#[derive(Debug)]
pub(crate) struct Logs {
    bounded: Bounded,
    /// Absent where nothing waits, as is what writes it.
    lost: Option<Lost>,
    _waiting: Option<WorkerGuard>,
}

impl Logs {
    /// Tells what was left out, and what was lost, for ever.
    pub(crate) fn watch(&self) -> impl Future<Output = ()> + use<> {
        let (bounded, lost) = (self.bounded.clone(), self.lost.clone());
        async move {
            loop {
                tokio::time::sleep(LOOK).await;
                bounded.tell();
                lost.iter().for_each(Lost::tell);
            }
        }
    }
}

impl Drop for Logs {
    fn drop(&mut self) {
        self.bounded.tell_all();
        self.lost.iter().for_each(Lost::tell);
    }
}

/// Begins to log.
pub(crate) fn start(run: &Run) -> Result<Logs, Error> {
    let level = LevelFilter::from(run.log_level);
    let bounded = Bounded::new(level);
    let (lost, waiting) = match run.log {
        Log::Stderr => {
            let (writer, guard) = NonBlockingBuilder::default()
                .buffered_lines_limit(WAITING_LINES)
                .finish(io::stderr());
            let lost = Lost::new(writer.error_counter());
            let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_target(false);
            let layer = layer.with_writer(writer).with_filter(bounded.clone());
            let _ = Registry::default().with(layer.with_filter(program::wanted(level))).try_init();
            (Some(lost), Some(guard))
        }
        Log::Journald => {
            journal(bounded.clone(), level)?;
            (None, None)
        }
    };
    Ok(Logs { bounded, lost, _waiting: waiting })
}

#[cfg(target_os = "linux")]
fn journal(bounded: Bounded, level: LevelFilter) -> Result<(), Error> {
    let layer = tracing_journald::layer().map_err(Error::Journal)?;
    let layer = layer.with_filter(bounded);
    let _ = Registry::default().with(layer.with_filter(program::wanted(level))).try_init();
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn journal(_bounded: Bounded, _level: LevelFilter) -> Result<(), Error> {
    Err(Error::Journal(io::ErrorKind::Unsupported.into()))
}
