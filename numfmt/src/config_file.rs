use std::fmt;
use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use toml_edit::{Document, DocumentMut, Item};

use crate::limits::MAX_FILE_BYTES;
use crate::{Config, Formatter, List, RuleErrors, SettingsError, config_edit};

/// A configuration file: the settings, and the text with its comments.
///
/// Settings are changed by [`update`](Self::update): comments stay with what they stand above, also when rules move,
/// and what did not change keeps its spelling.
///
/// ```
/// use numfmt::{ConfigFile, List, Rule};
///
/// let mut file: ConfigFile = r"
/// version = 1
///
/// ## the PBX reports the trunk code too
/// [[incoming]]
/// regex = '^0(.*)'
/// replace = '\1'
/// ".parse()?;
/// let formatter = file.formatter()?;
/// assert_eq!(formatter.format(List::Incoming, "030123"), "30123");
///
/// let mut config = file.config().clone();
/// config.incoming.insert(0, Rule::text("100", "200"));
/// file.update(config);
/// assert!(file.to_string().contains("# the PBX reports the trunk code too\n[[incoming]]\nregex = '^0(.*)'"));
/// # Ok::<(), numfmt::ConfigError>(())
/// ```
#[derive(Debug, Clone)]
pub struct ConfigFile {
    document: DocumentMut,
    text: String,
    config: Config,
}

impl ConfigFile {
    /// Reads a file of up to [`MAX_FILE_BYTES`].
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is too large or not UTF-8, and what [`ConfigFile::from_str`] reports. Faults in
    /// the settings themselves are reported by [`formatter`](Self::formatter).
    pub fn load(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        let path = path.as_ref();
        let failed = |error| ConfigError::Read { path: path.into(), error };
        let mut octets = Vec::new();
        let limit = MAX_FILE_BYTES as u64 + 1;
        File::open(path)
            .and_then(|file| file.take(limit).read_to_end(&mut octets))
            .map_err(failed)?;
        if octets.len() > MAX_FILE_BYTES {
            return Err(ConfigError::TooLarge);
        }
        String::from_utf8(octets).map_err(|_| ConfigError::NotUtf8)?.parse()
    }

    /// The settings.
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// Checks and compiles the settings.
    ///
    /// # Errors
    ///
    /// As [`Formatter::new`], with the lines of the file.
    pub fn formatter(&self) -> Result<Formatter, ConfigError> {
        Formatter::new(&self.config)
            .map_err(|error| ConfigError::Settings { lines: self.lines_of(&error), error })
    }

    /// The line of the file in which a rule of a list stands; both are counted from 1.
    pub fn line_of_rule(&self, list: List, rule: usize) -> Option<usize> {
        let document = Document::parse(self.text.as_str()).ok()?;
        Lines { text: &self.text, document: &document }.rule(list, rule)
    }

    /// Sets the settings; in the text, only what differs is changed.
    ///
    /// A rule keeps its comment when it moves or is edited. A removed rule takes its comment along, but not a comment
    /// that an empty line parts from it. The version stays.
    pub fn update(&mut self, config: Config) {
        config_edit::apply(&mut self.document, &self.config, &config);
        self.text = self.document.to_string();
        self.config = Config { version: Config::VERSION, ..config };
    }

    /// Writes the file anew: first beside it, then in its place, so that it is never half written. Its permissions stay.
    ///
    /// # Errors
    ///
    /// A file that cannot be written.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), ConfigError> {
        let path = path.as_ref();
        let mut beside = path.as_os_str().to_owned();
        beside.push(".new");
        let write = || -> io::Result<()> {
            let mut file = File::create(&beside)?;
            file.write_all(self.text.as_bytes())?;
            if let Ok(present) = std::fs::metadata(path) {
                file.set_permissions(present.permissions())?;
            }
            file.sync_all()?;
            std::fs::rename(&beside, path)
        };
        write().map_err(|error| ConfigError::Write { path: path.into(), error })
    }

    fn lines_of(&self, error: &SettingsError) -> Vec<Option<usize>> {
        let Ok(document) = Document::parse(self.text.as_str()) else {
            return Vec::new();
        };
        let lines = Lines { text: &self.text, document: &document };
        error.faults().iter().map(|(key, _)| lines.at(key)).collect()
    }
}

impl Default for ConfigFile {
    /// A file with no settings but its version.
    fn default() -> Self {
        let text = format!("version = {}\n", Config::VERSION);
        let document = text.parse().unwrap_or_default();
        Self { document, text, config: Config::default() }
    }
}

impl FromStr for ConfigFile {
    type Err = ConfigError;

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// A text that is too large, is not TOML, has keys or values that there are not, or no version or another one.
    fn from_str(text: &str) -> Result<Self, ConfigError> {
        if text.len() > MAX_FILE_BYTES {
            return Err(ConfigError::TooLarge);
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let syntax = |message: &str, span: Option<std::ops::Range<usize>>| {
            let (line, column) = position(text, span.map_or(0, |span| span.start));
            ConfigError::Syntax { line, column, message: message.trim_end().to_owned() }
        };
        let document =
            Document::parse(text).map_err(|error| syntax(error.message(), error.span()))?;
        match document.get("version").map(Item::as_integer) {
            None => return Err(ConfigError::NoVersion),
            Some(Some(version)) if version != i64::from(Config::VERSION) => {
                let line = Lines { text, document: &document }.at("version").unwrap_or(1);
                return Err(ConfigError::Version { line, found: version });
            }
            // another type than an integer fails below, with its place
            Some(_) => {}
        }
        let config =
            toml_edit::de::from_str(text).map_err(|error| syntax(error.message(), error.span()))?;
        Ok(Self { document: document.into_mut(), text: text.to_owned(), config })
    }
}

impl fmt::Display for ConfigFile {
    /// The text of the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Where things stand in a text.
struct Lines<'t> {
    text: &'t str,
    document: &'t Document<&'t str>,
}

impl Lines<'_> {
    /// The line of a key such as `incoming[2].regex`, or of the innermost thing around it.
    fn at(&self, key: &str) -> Option<usize> {
        let mut item = self.document.as_item();
        let mut span = None;
        for part in key.split(['.', '[', ']']).filter(|part| !part.is_empty()) {
            let inner = match part.parse::<usize>() {
                Ok(index) => item.get(index),
                Err(_) => item.get(part),
            };
            let Some(inner) = inner else {
                break;
            };
            span = inner.span().or(span);
            item = inner;
        }
        Some(self.line(span?.start))
    }

    fn rule(&self, list: List, rule: usize) -> Option<usize> {
        let index = rule.checked_sub(1)?;
        let span = match self.document.get(list.key())? {
            Item::ArrayOfTables(tables) => {
                let table = tables.get(index)?;
                let search = table.get("regex").or_else(|| table.get("text"));
                search.and_then(Item::span).or_else(|| table.span())?
            }
            item => item.as_array()?.get(index)?.span()?,
        };
        Some(self.line(span.start))
    }

    fn line(&self, at: usize) -> usize {
        position(self.text, at).0
    }
}

/// Line and column, from 1, of an offset in a text.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(line_start..).map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}

/// Why a configuration file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{} cannot be read: {error}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file cannot be written.
    #[error("{} cannot be written: {error}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The file is too large.
    #[error("the file has more than {MAX_FILE_BYTES} bytes: is it a configuration file?")]
    TooLarge,
    /// The file is not UTF-8.
    #[error("the file is not UTF-8: save it as UTF-8")]
    NotUtf8,
    /// The file is not TOML, or has keys or values that there are not.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong there.
        message: String,
    },
    /// The file has no version.
    #[error("the file has no version: write  version = {}  in its first line", Config::VERSION)]
    NoVersion,
    /// The file has another version.
    #[error(
        "line {line}: the file has version {found}, this program reads {}: use the program that wrote it, or a newer one",
        Config::VERSION
    )]
    Version {
        /// The line, from 1.
        line: usize,
        /// The version of the file.
        found: i64,
    },
    /// The settings are wrong.
    #[error("{}", Located { lines, error })]
    Settings {
        /// The lines of the file: one for each rule that is wrong, else one.
        lines: Vec<Option<usize>>,
        /// What is wrong.
        error: SettingsError,
    },
}

/// An error with the lines of the file before it.
struct Located<'a> {
    lines: &'a [Option<usize>],
    error: &'a SettingsError,
}

impl fmt::Display for Located<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = RuleErrors::new(Vec::new());
        let (errors, whole) = match self.error {
            SettingsError::Rules(errors) => (errors, None),
            other => (&none, Some(other)),
        };
        let errors = errors.iter().map(|error| error as &dyn fmt::Display);
        let whole = whole.iter().map(|error| error as &dyn fmt::Display);
        for (index, error) in errors.chain(whole).enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            if let Some(Some(line)) = self.lines.get(index) {
                write!(f, "line {line} of the file: ")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}
