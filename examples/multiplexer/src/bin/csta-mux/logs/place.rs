//! Where logs go.

use std::io;

use tracing::level_filters::LevelFilter;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::Registry;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use super::bounded::Bounded;
use crate::cli::{Log, LogLevel, Run};
use crate::error::Error;

/// How many lines wait for whoever reads them; what comes beyond is lost and counted, so that a
/// terminal that is stopped does not stop the program.
const WAITING_LINES: usize = 10_000;

/// Logs that have begun. When this is dropped, what was left out is told, and what waits is written.
#[derive(Debug)]
pub(crate) struct Logs {
    pub(crate) bounded: Bounded,
    /// Absent where nothing waits.
    _waiting: Option<WorkerGuard>,
}

impl Drop for Logs {
    fn drop(&mut self) {
        self.bounded.tell_all();
    }
}

/// Begins to log.
pub(crate) fn start(run: &Run) -> Result<Logs, Error> {
    let level = match run.log_level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let bounded = Bounded::new(level);
    let waiting = match run.log {
        Log::Stderr => {
            let (writer, guard) = NonBlockingBuilder::default()
                .buffered_lines_limit(WAITING_LINES)
                .finish(io::stderr());
            let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_target(false);
            let layer = layer.with_writer(writer).with_filter(bounded.clone());
            let _ = Registry::default().with(layer.with_filter(wanted(level))).try_init();
            Some(guard)
        }
        Log::Journald => {
            journal(bounded.clone(), level)?;
            None
        }
    };
    Ok(Logs { bounded, _waiting: waiting })
}

/// What is logged. What the client of NATS says of each attempt to connect is said here already, once.
fn wanted(level: LevelFilter) -> Targets {
    let of_nats = if level > LevelFilter::INFO { level } else { LevelFilter::OFF };
    Targets::new().with_default(level).with_target("async_nats", of_nats)
}

#[cfg(target_os = "linux")]
fn journal(bounded: Bounded, level: LevelFilter) -> Result<(), Error> {
    let layer = tracing_journald::layer().map_err(Error::Journal)?;
    let layer = layer.with_filter(bounded);
    let _ = Registry::default().with(layer.with_filter(wanted(level))).try_init();
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn journal(_bounded: Bounded, _level: LevelFilter) -> Result<(), Error> {
    Err(Error::Journal(io::ErrorKind::Unsupported.into()))
}
