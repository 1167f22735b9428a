//! Configuration files.

use std::fs::File;
use std::io::{self, Read as _};
use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use toml_edit::{Document, Item};

use crate::config::{Config, ConfigError};

/// The largest configuration file: a switch with all devices that there can be is smaller.
const MAX_FILE: u64 = 16 << 20;

/// The version of the form of configuration files.
const VERSION: i64 = 1;

/// Why no switch can be made of a configuration file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigFileError {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Read(#[from] io::Error),
    /// It is too large.
    #[error("has more than {MAX_FILE} octets: is it a configuration file?")]
    TooLarge,
    /// It has no version.
    #[error("line 1: there is no version: write  version = {VERSION}  in the first line")]
    NoVersion,
    /// It has another version.
    #[error("line {line}: version is {found}, this program reads {VERSION}")]
    Version {
        /// The line, from 1.
        line: usize,
        /// What it has.
        found: i64,
    },
    /// It is not TOML, or has keys or values that there are not.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong there.
        message: String,
    },
    /// What it says makes no switch.
    #[error("{}{error}", line.map_or_else(String::new, |line| format!("line {line}: ")))]
    Settings {
        /// The line, from 1, where it can be told.
        line: Option<usize>,
        /// What is wrong.
        error: ConfigError,
    },
}

impl Config {
    /// The default as a file, with what each setting means.
    pub const DEFAULT_FILE: &str = include_str!("../csta-pbx-sim.toml");

    /// Reads a file (TOML) and checks it.
    ///
    /// A setting that it does not have is the default, or as its model has it. As to what the switch has, it is what the
    /// file lists, or if it lists nothing the default.
    ///
    /// # Errors
    ///
    /// What is wrong, with the line.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, ConfigFileError> {
        let mut text = String::new();
        File::open(path)?.take(MAX_FILE + 1).read_to_string(&mut text)?;
        if text.len() as u64 > MAX_FILE {
            return Err(ConfigFileError::TooLarge);
        }
        text.parse()
    }

    /// Takes away what a file does not list that lists something.
    fn keep(&mut self, is_listed: impl Fn(&str) -> bool) {
        let lists: [(&str, &mut dyn FnMut()); 7] = [
            ("extensions", &mut || self.extensions.clear()),
            ("trunks", &mut || self.trunks.clear()),
            ("groups", &mut || self.groups.clear()),
            ("pickup_groups", &mut || self.pickup_groups.clear()),
            ("park_zones", &mut || self.park_zones.clear()),
            ("voice_mail", &mut || self.voice_mail = None),
            ("disa", &mut || self.disa = None),
        ];
        if lists.iter().any(|(key, _)| is_listed(key)) {
            for (_, clear) in lists.into_iter().filter(|(key, _)| !is_listed(key)) {
                clear();
            }
        }
    }
}

impl FromStr for Config {
    type Err = ConfigFileError;

    /// Reads the text of a file: see [`load`](Self::load).
    fn from_str(text: &str) -> Result<Self, ConfigFileError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let syntax = |message: &str, span: Option<Range<usize>>| {
            let (line, column) = position(text, span.map_or(0, |span| span.start));
            ConfigFileError::Syntax { line, column, message: message.trim_end().to_owned() }
        };
        let document =
            Document::parse(text).map_err(|error| syntax(error.message(), error.span()))?;
        let version = document.get_key_value("version").ok_or(ConfigFileError::NoVersion)?;
        let (key, value) = (version.0.span(), version.1.span());
        match version.1.as_integer() {
            Some(VERSION) => {}
            Some(found) => {
                let line = position(text, key.map_or(0, |span| span.start)).0;
                return Err(ConfigFileError::Version { line, found });
            }
            None => return Err(syntax("expected version = 1", value)),
        }
        // The version is not of the switch. Blanks in its place leave all others where they are.
        let mut settings = text.to_owned();
        if let (Some(key), Some(value)) = (key, value) {
            let blanks = " ".repeat(value.end - key.start);
            settings.replace_range(key.start..value.end, &blanks);
        }
        let mut config: Self = toml_edit::de::from_str(&settings)
            .map_err(|error| syntax(error.message(), error.span()))?;
        config.keep(|key| document.contains_key(key));
        if document.contains_key("model") {
            config.follow_model(|table, key| match table {
                Some(table) => document.get(table).is_some_and(|table| table.get(key).is_some()),
                None => document.contains_key(key),
            });
        }
        config.check().map_err(|error| {
            let span = span_of(&document, &error);
            let line = span.map(|span| position(text, span.start).0);
            ConfigFileError::Settings { line, error }
        })?;
        Ok(config)
    }
}

/// Where in a file stands what is wrong.
fn span_of(document: &Document<&str>, error: &ConfigError) -> Option<Range<usize>> {
    let root = document.as_item();
    let key = |table: &str, key: &str| root.get(table)?.get(key)?.span();
    match error {
        ConfigError::InvalidNumber(number) if number.is_empty() => {
            let lists = document.iter().filter_map(|(_, item)| item.as_array_of_tables());
            let mut tables = lists.flatten().filter(|table| !table.contains_key("number"));
            tables.next().and_then(toml_edit::Table::span)
        }
        ConfigError::InvalidNumber(text)
        | ConfigError::DuplicateNumber(text)
        | ConfigError::UnknownMember { member: text, .. }
        | ConfigError::UnknownOverflow { to: text, .. }
        | ConfigError::CordlessTwin(text)
        | ConfigError::UnknownService(text) => last(root, text),
        ConfigError::TooManyDevices => None,
        ConfigError::TooLarge { .. } => root.get("model").and_then(Item::span),
        ConfigError::StatusInterval => key("link", "status_interval"),
        ConfigError::MessageLimit(_) => key("link", "message_limit"),
        ConfigError::NoApplications => key("link", "applications"),
    }
}

/// Where a text stands last among all values.
fn last(item: &Item, text: &str) -> Option<Range<usize>> {
    let of_value = |value: &toml_edit::Value| last(&Item::Value(value.clone()), text);
    match item {
        Item::None => None,
        Item::Value(toml_edit::Value::Array(array)) => array.iter().filter_map(of_value).last(),
        Item::Value(toml_edit::Value::InlineTable(table)) => {
            table.iter().filter_map(|(_, value)| of_value(value)).last()
        }
        Item::Value(value) => (value.as_str() == Some(text)).then(|| value.span())?,
        Item::Table(table) => {
            table.iter().filter_map(|(_, item)| last(item, text)).max_by_key(|span| span.start)
        }
        Item::ArrayOfTables(tables) => {
            let items = tables.iter().flat_map(|table| table.iter().map(|(_, item)| item));
            items.filter_map(|item| last(item, text)).last()
        }
    }
}

/// Line and column, from 1, of an offset in a text.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before.get(line_start..).map_or(0, |line| line.chars().count());
    (before.matches('\n').count() + 1, column + 1)
}
