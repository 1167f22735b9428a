//! How the programs read their configuration files: TOML, with errors that name file, line and key.
//!
//! ```
//! use std::time::Duration;
//!
//! use config_file::ConfigFile;
//! use serde::Deserialize;
//!
//! #[derive(Deserialize)]
//! #[serde(deny_unknown_fields)]
//! struct Settings {
//!     #[serde(with = "config_file::time")]
//!     retry: Duration,
//! }
//!
//! let file = ConfigFile::parse("version = 1\nretry = '1.5m'", 1)?;
//! let settings: Settings = file.settings()?;
//! assert_eq!(settings.retry, Duration::from_secs(90));
//!
//! let file = ConfigFile::parse("version = 1\nretyr = '1.5m'", 1)?;
//! let error = file.settings::<Settings>().err().map(|error| error.to_string());
//! let expected = "line 2, column 1: retyr: there is no such key, did you mean `retry`?";
//! assert_eq!(error.as_deref(), Some(expected));
//! # Ok::<(), config_file::ConfigFileError>(())
//! ```

mod error;
mod file;
mod inherit;
mod place;
mod suggestion;
pub mod time;

pub use error::{ConfigFileError, Fault};
pub use file::{ConfigFile, MAX_FILE};
pub use suggestion::nearest;
