//! A configuration file that has been read.

use std::fs::File;
use std::io::Read as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml_edit::{Document, Item};

use crate::error::{ConfigFileError, Fault};
use crate::inherit;
use crate::place::{has_key, key_at, of_key, position};
use crate::suggestion::explain;

/// The most octets of a configuration file: one that lists each device of a large switch has less.
pub const MAX_FILE: u64 = 16 << 20;

/// A configuration file: TOML of a known version.
///
/// Every file has its version in the key `version`, so that a program says that it does not know a
/// file instead of misreading it.
#[derive(Debug)]
pub struct ConfigFile {
    path: Option<PathBuf>,
    text: String,
    document: Document<String>,
}

impl ConfigFile {
    /// Reads a file of up to [`MAX_FILE`] octets, with or without a byte order mark.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is too large or not UTF-8, and as [`parse`](Self::parse).
    pub fn load(path: impl AsRef<Path>, version: u32) -> Result<Self, ConfigFileError> {
        let path = path.as_ref();
        let failed = |fault| ConfigFileError::new(Some(path), fault);
        let mut octets = Vec::new();
        File::open(path)
            .and_then(|file| file.take(MAX_FILE + 1).read_to_end(&mut octets))
            .map_err(|error| failed(Fault::Read(error)))?;
        if octets.len() as u64 > MAX_FILE {
            return Err(failed(Fault::TooLarge));
        }
        let text = String::from_utf8(octets).map_err(|_| failed(Fault::NotUtf8))?;
        Self::read(Some(path), &text, version)
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// A text that is not TOML, has no version or another one.
    pub fn parse(text: &str, version: u32) -> Result<Self, ConfigFileError> {
        Self::read(None, text, version)
    }

    fn read(path: Option<&Path>, text: &str, version: u32) -> Result<Self, ConfigFileError> {
        let failed = |fault| ConfigFileError::new(path, fault);
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let document = Document::parse(text.clone()).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let (line, column) = position(&text, at);
            let message = error.message().trim_end().to_owned();
            failed(Fault::At { line, column, key: None, message })
        })?;
        let file = Self { path: path.map(Path::to_path_buf), text, document };
        match file.document.get("version").map(Item::as_integer) {
            None => Err(failed(Fault::NoVersion { expected: version })),
            Some(Some(found)) if found == i64::from(version) => Ok(file),
            Some(Some(found)) => Err(file.wrong(
                "version",
                format!(
                    "the file is of version {found}, this program reads {version}: use the program \
                     that wrote it, or a newer one"
                ),
            )),
            Some(None) => Err(file.wrong("version", format!("expected version = {version}"))),
        }
    }

    /// The settings in it, without the version.
    ///
    /// # Errors
    ///
    /// Keys and values that there are not. Types that say `deny_unknown_fields` get a suggestion
    /// for a mistyped key.
    pub fn settings<T: DeserializeOwned>(&self) -> Result<T, ConfigFileError> {
        // The version is not of the settings. Blanks in its place leave all others where they are.
        let mut text = self.text.clone();
        if let Some((key, value)) = self.document.get_key_value("version")
            && let (Some(key), Some(value)) = (key.span(), value.span())
        {
            text.replace_range(key.start..value.end, &" ".repeat(value.end - key.start));
        }
        toml_edit::de::from_str(&text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let key = error.span().and_then(|_| key_at(self.document.as_item(), at));
            self.at(at, key, explain(error.message()))
        })
    }

    /// As [`settings`](Self::settings), where each table of an array of them, such as `providers`,
    /// has from the root what is missing in it below these keys, such as `numbers` or `lines.form`:
    /// tables are filled key by key, any other value is taken as a whole.
    ///
    /// # Errors
    ///
    /// As [`settings`](Self::settings).
    pub fn settings_inheriting<T: DeserializeOwned>(
        &self,
        tables: &str,
        keys: &[&str],
    ) -> Result<T, ConfigFileError> {
        // What is wrong in it is told with its place.
        let alone = self.settings()?;
        if !self.has(tables) {
            return Ok(alone);
        }
        let mut document = self.document.clone().into_mut();
        document.remove("version");
        let root = document.as_table().clone();
        if let Some(tables) = document.get_mut(tables) {
            inherit::into_each(tables, &root, keys);
        }
        toml_edit::de::from_document(document)
            .map_err(|error| self.wrong(tables, explain(error.message())))
    }

    /// The error for what is wrong with the value of a key, such as `providers[1].address` with
    /// indexes from 0. If there is no such key, its place is that of what it would be in.
    #[must_use]
    pub fn wrong(&self, key: &str, message: impl Into<String>) -> ConfigFileError {
        let at = self.span(key).map_or(0, |span| span.start);
        self.at(at, Some(key.to_owned()), message.into())
    }

    /// The error for what is wrong at an offset.
    #[must_use]
    pub fn wrong_at(&self, offset: usize, message: impl Into<String>) -> ConfigFileError {
        self.at(offset, None, message.into())
    }

    /// The error for what somebody else has found out about it and says with the place.
    #[must_use]
    pub fn wrong_settings(&self, message: impl Into<String>) -> ConfigFileError {
        ConfigFileError::new(self.path.as_deref(), Fault::Settings(message.into()))
    }

    fn at(&self, offset: usize, key: Option<String>, message: String) -> ConfigFileError {
        let (line, column) = position(&self.text, offset);
        ConfigFileError::new(self.path.as_deref(), Fault::At { line, column, key, message })
    }

    /// Whether there is a value of a key, such as `providers[1].address`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        has_key(self.document.as_item(), key)
    }

    /// Where the value of a key stands, or what it would be in.
    #[must_use]
    pub fn span(&self, key: &str) -> Option<Range<usize>> {
        of_key(self.document.as_item(), key)
    }

    /// The line of an offset, from 1.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        position(&self.text, offset).0
    }

    /// What it says, before it is settings.
    #[must_use]
    pub fn document(&self) -> &Document<String> {
        &self.document
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file that it was read from, if from one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}
