//! Reading the configuration and finding out what is wrong with it.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use config_file::{ConfigFile, ConfigFileError};
use csta_client::ClientBuilder;
use numfmt::Formatter;

use super::connection::{Connection, secret_in};
use super::instead::Instead;
use super::settings::{Advanced, Bus, CdrFormat, INHERITED, ManualLine, Provider, Settings};
use crate::LineSettings;

/// The version of the form of configuration files.
const VERSION: u32 = 1;

/// The fewest characters of a token.
pub const SHORTEST_TOKEN: usize = 16;

/// A configuration of which everything has been checked that can be without a PBX.
#[derive(Clone, Debug)]
pub struct Config {
    /// What it says.
    pub settings: Settings,
    /// The providers, in their order.
    pub providers: Vec<Connection>,
    /// The bus, in place of providers or beside them.
    pub bus: Option<Bus>,
    /// What rewrites the numbers of sites on the bus.
    pub numbers: Arc<Formatter>,
    /// The lines that are listed for all providers, with their own.
    pub lines: Vec<ManualLine>,
    /// What has to be known to change anything by HTTP, if anything is enough.
    pub token: Option<String>,
}

impl Config {
    /// Reads the file, if there is one; what the command line says of PBXs and of the bus takes the
    /// place of what is in it.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with file, line and key.
    pub fn load(file: Option<&Path>, instead: &Instead<'_>) -> Result<Self, ConfigFileError> {
        let file = match file {
            Some(file) => ConfigFile::load(file, VERSION)?,
            None => ConfigFile::parse("version = 1", VERSION)?,
        };
        Self::read(&file, instead)
    }

    /// The same of a file whose text is there.
    ///
    /// # Errors
    ///
    /// As [`load`](Self::load).
    pub fn read(file: &ConfigFile, instead: &Instead<'_>) -> Result<Self, ConfigFileError> {
        let mut settings: Settings = file.settings_inheriting("providers", &INHERITED)?;
        let check = Check { file, directory: file.path().and_then(Path::parent) };
        check.paths(&mut settings);
        instead.apply(&mut settings).map_err(|wrong| file.wrong_settings(wrong))?;
        let numbers = check.numbers("numbers", &settings.numbers)?;
        check.advanced("advanced", &settings.advanced)?;
        let lines = check.lines(&settings, instead)?;
        let providers = check.providers(&settings, &numbers, &lines, instead)?;
        check.bus(&settings)?;
        let token = check.serve(&settings)?;
        check.cdr(&settings, instead.is_other())?;
        let bus = settings.bus.clone();
        Ok(Self { settings, providers, bus, numbers, lines, token })
    }

    /// The provider whose calls are recorded, and which one it is.
    pub fn recorded(&self) -> Option<(usize, &Connection)> {
        let named = self.settings.cdr.provider.as_ref();
        let mut all = self.providers.iter().enumerate();
        let found = all.clone().find(|(_, own)| named.is_none_or(|name| own.name == *name));
        found.or_else(|| all.next())
    }

    /// Whether there may be several providers, so that lines are named with theirs.
    pub fn has_many(&self) -> bool {
        self.bus.is_some() || self.providers.len() > 1
    }

    /// The same, without lines. The devices of the PBX are known all the same.
    pub fn without_lines(&self) -> Self {
        let mut own = self.clone();
        let none = || LineSettings { automatic: false, ..LineSettings::default() };
        own.providers.iter_mut().for_each(|provider| provider.lines = none());
        own
    }

    /// The provider that is meant: the one of this name, or the only one.
    ///
    /// # Errors
    ///
    /// What is to be said instead.
    pub fn provider(&self, name: Option<&str>) -> Result<&Connection, String> {
        let names = || self.providers.iter().map(|own| own.name.as_str());
        let all = || names().collect::<Vec<_>>().join(", ");
        match (name, self.providers.as_slice()) {
            (None, [only]) => Ok(only),
            (None, []) => Err("no provider is named in the configuration".to_owned()),
            (None, _) => {
                Err(format!("there are several providers: give --provider, one of {}", all()))
            }
            (Some(name), providers) => {
                let found = providers.iter().find(|own| own.name == name);
                found.ok_or_else(|| no_provider(name, names()))
            }
        }
    }

    /// The same, with one provider or site alone: the one of this name, or the only one.
    ///
    /// # Errors
    ///
    /// What is to be said instead.
    pub fn only(&self, name: Option<&str>) -> Result<Self, String> {
        let mut own = self.clone();
        match (&mut own.bus, name) {
            (None, _) => {
                own.providers = vec![self.provider(name)?.clone()];
            }
            (Some(_), Some(name)) if self.providers.iter().any(|own| own.name == name) => {
                own.providers.retain(|own| own.name == name);
                own.bus = None;
            }
            (Some(bus), Some(name)) => {
                own.providers.clear();
                bus.sites = vec![name.to_owned()];
            }
            (Some(bus), None) if own.providers.is_empty() && bus.sites.len() == 1 => {}
            (Some(_), None) => {
                return Err("there may be several sites: give --provider SITE".to_owned());
            }
        }
        Ok(own)
    }

    /// A site on the bus: what holds for all, and the lines that are listed with its name.
    pub fn site(&self, name: &str, client: ClientBuilder) -> Connection {
        let own = self.lines.iter().filter(|line| line.provider.as_deref() == Some(name));
        Connection {
            name: name.to_owned(),
            client,
            numbers: Arc::clone(&self.numbers),
            lines: self.settings.lines.of(own.filter_map(ManualLine::checked).collect()),
            list: None,
            advanced: self.settings.advanced,
        }
    }
}

/// That no provider is called so, and what may be meant.
fn no_provider<'n>(wanted: &str, names: impl Iterator<Item = &'n str>) -> String {
    let meant = match config_file::nearest(wanted, names) {
        Some(near) => format!(", did you mean {near:?}?"),
        None => String::new(),
    };
    format!("no provider is called {wanted:?}{meant}")
}

pub(super) struct Check<'f> {
    pub(super) file: &'f ConfigFile,
    directory: Option<&'f Path>,
}

impl Check<'_> {
    pub(super) fn wrong<T>(
        &self,
        key: &str,
        message: impl Into<String>,
    ) -> Result<T, ConfigFileError> {
        Err(self.file.wrong(key, message))
    }

    /// Relative paths start where the file is, wherever the program was started.
    fn paths(&self, settings: &mut Settings) {
        let Some(directory) = self.directory else {
            return;
        };
        let providers = settings.providers.iter_mut().flat_map(|provider| {
            let login = provider.login.iter_mut().flat_map(|login| &mut login.password_file);
            let tls = provider.tls.iter_mut().flat_map(|tls| {
                tls.roots.iter_mut().chain(&mut tls.certificate).chain(&mut tls.key)
            });
            login.chain(tls).chain(&mut provider.lines.file)
        });
        let others = settings.lines.file.iter_mut().chain(&mut settings.serve.token_file);
        let cdr = std::iter::once(&mut settings.cdr.file);
        let bus = settings.bus.iter_mut().flat_map(|bus| &mut bus.credentials);
        for path in providers.chain(others).chain(cdr).chain(bus) {
            if !path.as_os_str().is_empty() {
                *path = directory.join(&*path);
            }
        }
    }

    fn providers(
        &self,
        settings: &Settings,
        shared: &Arc<Formatter>,
        listed: &[ManualLine],
        instead: &Instead<'_>,
    ) -> Result<Vec<Connection>, ConfigFileError> {
        let (mut names, mut addresses) = (HashSet::new(), HashSet::new());
        let mut connections = Vec::new();
        for (index, provider) in settings.providers.iter().enumerate() {
            let key = |key: &str| format!("providers[{index}].{key}");
            let client = provider.client(instead.ask_password);
            let client = client.or_else(|(wrong, why)| self.wrong(&key(wrong), why))?;
            let numbers = if provider.numbers == settings.numbers {
                Arc::clone(shared)
            } else {
                self.numbers(&key("numbers"), &provider.numbers)?
            };
            self.advanced(&key("advanced"), &provider.advanced)?;
            if provider.advanced.open_lines != settings.advanced.open_lines {
                let wrong = "is of all providers together: set advanced.open_lines";
                return self.wrong(&key("advanced.open_lines"), wrong);
            }
            let list = provider.lines.file.as_ref().or(match settings.providers.as_slice() {
                [_] => settings.lines.file.as_ref(),
                _ => None,
            });
            connections.push(Connection {
                name: provider.name().to_owned(),
                client,
                numbers,
                lines: self.lines_of(index, settings, listed, instead)?,
                list: list.cloned(),
                advanced: provider.advanced,
            });
            if !names.insert(provider.name()) {
                let wrong = format!("another provider is called {:?}, too", provider.name());
                return self.wrong(&key("name"), wrong);
            }
            if !addresses.insert(&provider.address) {
                let wrong = format!(
                    "another provider has the address {}: a PBX takes one application at a time",
                    provider.address
                );
                return self.wrong(&key("address"), wrong);
            }
        }
        Ok(connections)
    }

    /// Compiles the rules of a table.
    fn numbers(
        &self,
        table: &str,
        numbers: &numfmt::Config,
    ) -> Result<Arc<Formatter>, ConfigFileError> {
        Formatter::new(numbers).map(Arc::new).map_err(|error| {
            let mut faults = error
                .faults()
                .into_iter()
                .map(|(key, wrong)| self.file.wrong(&format!("{table}.{key}"), wrong));
            match (faults.next(), faults.next()) {
                (Some(first), None) => first,
                (first, second) => {
                    let all = first.into_iter().chain(second).chain(faults);
                    let all: Vec<String> = all.map(|fault| fault.to_string()).collect();
                    self.file.wrong_settings(all.join("\n"))
                }
            }
        })
    }

    pub(super) fn provider(
        &self,
        settings: &Settings,
        key: &str,
        wanted: &str,
    ) -> Result<(), ConfigFileError> {
        let names = || settings.providers.iter().map(Provider::name);
        if names().any(|name| name == wanted) {
            return Ok(());
        }
        self.wrong(key, no_provider(wanted, names()))
    }

    fn advanced(&self, table: &str, advanced: &Advanced) -> Result<(), ConfigFileError> {
        let wrong = |key: &str, wrong: &str| self.wrong(&format!("{table}.{key}"), wrong);
        let busy = "less than a second would keep the PBX busy with nothing else";
        if advanced.snapshot_interval.is_some_and(|interval| interval.as_secs() < 1) {
            return wrong("snapshot_interval", busy);
        }
        if advanced.retry_interval.as_secs() < 1 {
            return wrong("retry_interval", busy);
        }
        if !(1..=256).contains(&advanced.requests_in_flight) {
            return wrong("requests_in_flight", "from 1 to 256");
        }
        if !(1..=65_536).contains(&advanced.open_lines) {
            return wrong("open_lines", "from 1 to 65536");
        }
        Ok(())
    }

    fn serve(&self, settings: &Settings) -> Result<Option<String>, ConfigFileError> {
        let serve = &settings.serve;
        if !serve.listen.ip().is_loopback() {
            let wrong = "not an address of this computer alone, such as 127.0.0.1 or [::1]: put a \
                         web server that speaks TLS before it to reach it from elsewhere";
            return self.wrong("serve.listen", wrong);
        }
        let (key, token) = match (&serve.token, &serve.token_file) {
            (Some(_), Some(_)) => {
                let wrong = "is there beside token: take one of them away";
                return self.wrong("serve.token_file", wrong);
            }
            (Some(token), None) => ("serve.token", Some(token.clone())),
            (None, Some(file)) => {
                let token = secret_in(file);
                let token = token.or_else(|wrong| self.wrong("serve.token_file", wrong))?;
                ("serve.token_file", Some(token))
            }
            (None, None) => ("serve.token", None),
        };
        if token.as_ref().is_some_and(|token| token.len() < SHORTEST_TOKEN) {
            let wrong = format!("fewer than {SHORTEST_TOKEN} characters can be guessed");
            return self.wrong(key, wrong);
        }
        Ok(token)
    }

    fn bus(&self, settings: &Settings) -> Result<(), ConfigFileError> {
        let Some(bus) = &settings.bus else { return Ok(()) };
        if !cfg!(feature = "nats") {
            let wrong = "this program was built without NATS: build it with --features nats";
            return self.wrong("bus.url", wrong);
        }
        if bus.url.is_empty() {
            return self.wrong("bus.url", "there is none: write  url = \"nats://HOST:4222\"");
        }
        Ok(())
    }

    fn cdr(&self, settings: &Settings, is_for_other_pbx: bool) -> Result<(), ConfigFileError> {
        let cdr = &settings.cdr;
        if let Some(provider) = &cdr.provider
            && !is_for_other_pbx
        {
            self.provider(settings, "cdr.provider", provider)?;
        }
        if cdr.format == CdrFormat::Sqlite && !cfg!(feature = "sqlite") {
            let wrong = "this program was built without SQLite: build it with --features sqlite, \
                         or choose \"csv\"";
            return self.wrong("cdr.format", wrong);
        }
        if cdr.window > 1_000_000 {
            return self.wrong("cdr.window", "1000000 at most");
        }
        Ok(())
    }
}

/// The settings of a configuration file, of which it is not known yet whether they make sense.
///
/// # Errors
///
/// A file that cannot be read or has other keys than it may.
pub fn settings_of(file: &Path) -> Result<(ConfigFile, Settings), ConfigFileError> {
    let file = ConfigFile::load(file, VERSION)?;
    let settings = file.settings_inheriting("providers", &INHERITED)?;
    Ok((file, settings))
}
