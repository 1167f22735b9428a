//! What is logged.

use clap::ValueEnum;
use tracing_subscriber::filter::{LevelFilter, Targets};

/// How much is logged: lines of this level and above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[expect(missing_docs, reason = "the names of levels say it")]
pub enum LogLevel {
    Error,
    Warn,
    #[default]
    Info,
    Debug,
}

impl From<LogLevel> for LevelFilter {
    fn from(level: LogLevel) -> Self {
        match level {
            LogLevel::Error => Self::ERROR,
            LogLevel::Warn => Self::WARN,
            LogLevel::Info => Self::INFO,
            LogLevel::Debug => Self::DEBUG,
        }
    }
}

/// Lines of this level and above. What the client of NATS says of each attempt to connect the
/// programs tell themselves, once: its own lines come only where finer ones than usual are wanted.
#[must_use]
pub fn wanted(level: LevelFilter) -> Targets {
    let of_nats = if level > LevelFilter::INFO { level } else { LevelFilter::OFF };
    Targets::new().with_default(level).with_target("async_nats", of_nats)
}

#[cfg(test)]
mod tests {
    use tracing_subscriber::filter::LevelFilter;

    #[test]
    fn the_client_of_nats_is_heard_only_where_all_is() {
        let is_wanted = |level| {
            super::wanted(level).would_enable("async_nats::connector", &tracing::Level::ERROR)
        };
        assert!(is_wanted(LevelFilter::DEBUG));
        assert!(!is_wanted(LevelFilter::INFO) && !is_wanted(LevelFilter::ERROR));
        assert!(super::wanted(LevelFilter::INFO).would_enable("tsp", &tracing::Level::INFO));
    }
}
