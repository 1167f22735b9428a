//! Configuration files.

use std::ops::Range;
use std::path::Path;
use std::str::FromStr;

use config_file::ConfigFile;
use toml_edit::{Document, Item};

use super::{Config, ConfigError};

/// The version of the form of configuration files.
const VERSION: u32 = 1;

/// Why no switch can be made of a configuration file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigFileError {
    /// It cannot be read, or has keys or values that there are not.
    #[error(transparent)]
    File(#[from] config_file::ConfigFileError),
    /// What it says makes no switch.
    #[error("{place}")]
    Settings {
        /// Where it is wrong.
        place: config_file::ConfigFileError,
        /// What is wrong.
        error: ConfigError,
    },
}

impl Config {
    /// The default as a file, with what each setting means.
    pub const DEFAULT_FILE: &str = include_str!("../../csta-pbx-sim.toml");

    /// Reads a file (TOML) and checks it.
    ///
    /// A setting that it does not have is the default, or as its model has it. As to what the switch has, it is what the
    /// file lists, or if it lists nothing the default.
    ///
    /// # Errors
    ///
    /// What is wrong, with the line.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, ConfigFileError> {
        Self::read(&ConfigFile::load(path, VERSION)?)
    }

    fn read(file: &ConfigFile) -> Result<Self, ConfigFileError> {
        let document = file.document();
        let mut config: Self = file.settings()?;
        config.keep(|key| document.contains_key(key));
        if document.contains_key("model") {
            config.follow_model(|table, key| match table {
                Some(table) => document.get(table).is_some_and(|table| table.get(key).is_some()),
                None => document.contains_key(key),
            });
        }
        config.check().map_err(|error| {
            let message = error.to_string();
            let place = match span_of(document, &error) {
                Some(span) => file.wrong_at(span.start, message),
                None => file.wrong_settings(message),
            };
            ConfigFileError::Settings { place, error }
        })?;
        Ok(config)
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
        Self::read(&ConfigFile::parse(text, VERSION)?)
    }
}

/// Where in a file stands what is wrong.
fn span_of(document: &Document<String>, error: &ConfigError) -> Option<Range<usize>> {
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
        ConfigError::RecordInterval(name) => key("records", name),
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
