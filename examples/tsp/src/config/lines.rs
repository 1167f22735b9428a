//! Which lines are listed, and whose they are.

use std::collections::HashSet;
use std::path::Path;

use config_file::ConfigFileError;
use numfmt::read_lines;

use super::instead::Instead;
use super::load::Check;
use super::settings::{LineForm, Lines, ManualLine, Provider, Settings};
use crate::{Line, LineSettings};

/// What is said of a number that is not one of a line.
const NOT_DIALLED: &str = "give the number by which the PBX knows it: digits, * and #";

impl Lines {
    /// The settings of a provider with these lines besides the automatic ones.
    pub(super) fn of(&self, manual: Vec<numfmt::Line>) -> LineSettings {
        LineSettings {
            automatic: self.automatic,
            read_names: self.names,
            manual,
            canonical_names: self.form == LineForm::Canonical,
        }
    }
}

impl ManualLine {
    /// Number and name, if they can be those of a line.
    pub(super) fn checked(&self) -> Option<numfmt::Line> {
        numfmt::Line::new(&self.number, &self.name).ok()
    }
}

impl Check<'_> {
    /// The lines that the tables of all list, each with its provider.
    pub(super) fn lines(
        &self,
        settings: &Settings,
        instead: &Instead<'_>,
    ) -> Result<Vec<ManualLine>, ConfigFileError> {
        let is_site = settings.bus.is_some();
        if is_site
            && settings.lines.form == LineForm::Canonical
            && !settings.numbers.location.enabled
        {
            return self.wrong("lines.form", NO_LOCATION);
        }
        let first = settings.providers.first().map(Provider::name);
        let mut lines = Vec::new();
        let mut seen = HashSet::new();
        for (index, line) in settings.lines.manual.iter().enumerate() {
            let key = |key: &str| format!("lines.manual[{index}].{key}");
            let line = self.line(&key("number"), line)?;
            if let Some(provider) = &line.provider
                && !instead.is_other()
                && !is_site
            {
                self.provider(settings, &key("provider"), provider)?;
            }
            if line.provider.is_none() && first.is_none() && is_site && !instead.is_other() {
                return self.wrong(&key("number"), "there are several sites: name its provider");
            }
            let provider = line.provider.or_else(|| first.map(str::to_owned));
            if !seen.insert((provider.clone(), line.number.clone())) {
                return self.wrong(&key("number"), format!("{} is listed before", line.number));
            }
            lines.push(ManualLine { provider, ..line });
        }
        if let Some(path) = &settings.lines.file
            && !instead.is_other()
        {
            if settings.providers.len() > 1 || is_site {
                let wrong = "a list is of one PBX: name it in [providers.lines] of that one";
                return self.wrong("lines.file", wrong);
            }
            if settings.providers.is_empty() {
                self.list("lines.file", path, instead)?;
            }
        }
        Ok(lines)
    }

    /// The lines of a provider: those that are listed for it, and those of its text file.
    pub(super) fn lines_of(
        &self,
        index: usize,
        settings: &Settings,
        listed: &[ManualLine],
        instead: &Instead<'_>,
    ) -> Result<LineSettings, ConfigFileError> {
        let Some(provider) = settings.providers.get(index) else {
            return Ok(settings.lines.of(Vec::new()));
        };
        let table = format!("providers[{index}].lines");
        let own = |key: &str| format!("{table}.{key}");
        if provider.lines.form == LineForm::Canonical && !provider.numbers.location.enabled {
            let key = Some(own("form")).filter(|key| self.file.has(key));
            return self.wrong(key.as_deref().unwrap_or("lines.form"), NO_LOCATION);
        }
        let is_its = |line: &&ManualLine| line.provider.as_deref() == Some(provider.name());
        let mut lines: Vec<numfmt::Line> =
            listed.iter().filter(is_its).filter_map(ManualLine::checked).collect();
        let mut seen: HashSet<String> = lines.iter().map(|line| line.number().to_owned()).collect();
        for (at, line) in provider.lines.manual.iter().enumerate() {
            let key = |key: &str| own(&format!("manual[{at}].{key}"));
            if line.provider.is_some() {
                let wrong = "it stands in the table of its provider: take this away";
                return self.wrong(&key("provider"), wrong);
            }
            let line = self.line(&key("number"), line)?;
            if !seen.insert(line.number.clone()) {
                return self.wrong(&key("number"), format!("{} is listed before", line.number));
            }
            lines.extend(line.checked());
        }
        let alone = settings.providers.len() == 1;
        let file = match &provider.lines.file {
            Some(path) => Some((own("file"), path)),
            None => {
                let shared = settings.lines.file.as_ref().filter(|_| alone);
                shared.map(|path| ("lines.file".to_owned(), path))
            }
        };
        if let Some((key, path)) = file {
            let listed = self.list(&key, path, instead)?.into_iter();
            lines.extend(listed.filter(|line| seen.insert(line.number().to_owned())));
        }
        Ok(provider.lines.of(lines))
    }

    /// A line that is listed, as it is written elsewhere.
    fn line(&self, key: &str, line: &ManualLine) -> Result<ManualLine, ConfigFileError> {
        let checked = numfmt::Line::new(&line.number, &line.name);
        let checked = checked.or_else(|error| self.wrong(key, error.to_string()))?;
        if !Line::can_be(checked.number()) {
            return self.wrong(key, NOT_DIALLED);
        }
        Ok(ManualLine { number: checked.number().to_owned(), ..line.clone() })
    }

    /// The lines of a text file, which need not be there yet if it is to be written.
    fn list(
        &self,
        key: &str,
        path: &Path,
        instead: &Instead<'_>,
    ) -> Result<Vec<numfmt::Line>, ConfigFileError> {
        if instead.writes_list && !path.exists() {
            return Ok(Vec::new());
        }
        read_line_list(path).or_else(|wrong| self.wrong(key, wrong))
    }
}

/// What canonical names lack.
const NO_LOCATION: &str = "canonical names need the location: switch on numbers.location";

/// The lines in a text file.
///
/// # Errors
///
/// The file, and why it cannot be read or which of its lines are wrong.
pub fn read_line_list(path: &Path) -> Result<Vec<numfmt::Line>, String> {
    use std::io::Read as _;
    let mut octets = Vec::new();
    // One octet more than there may be, so that too many are told.
    let limit = numfmt::limits::MAX_FILE_BYTES as u64 + 1;
    std::fs::File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut octets))
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let told = |wrong: String| format!("{}: {wrong}", path.display());
    let lines = read_lines(&octets).map_err(|error| told(error.to_string()))?;
    match lines.iter().find(|line| !Line::can_be(line.number())) {
        Some(wrong) => Err(told(format!("{}: {NOT_DIALLED}", wrong.number()))),
        None => Ok(lines),
    }
}
