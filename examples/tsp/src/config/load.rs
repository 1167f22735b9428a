//! Reading the configuration and finding out what is wrong with it.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use config_file::{ConfigFile, ConfigFileError};
use csta_client::ClientBuilder;
use numfmt::{Formatter, read_lines};

use super::connection::secret_in;
use super::instead::Instead;
use super::settings::{Bus, CdrFormat, LineForm, ManualLine, Provider, Settings};
use crate::Line;

/// The version of the form of configuration files.
const VERSION: u32 = 1;

/// What is said of a number that is not one of a line.
const NOT_DIALLED: &str = "give the number by which the PBX knows it: digits, * and #";

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
    /// What rewrites the numbers of providers that have nothing of their own.
    pub numbers: Arc<Formatter>,
    /// The lines that are listed, those of the text file too, without the automatic ones.
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
        let mut settings: Settings = file.settings()?;
        let check = Check { file, directory: file.path().and_then(Path::parent) };
        check.paths(&mut settings);
        instead.apply(&mut settings).map_err(|wrong| file.wrong_settings(wrong))?;
        let numbers = check.numbers("numbers", &settings.numbers)?;
        let providers = check.providers(&settings, &numbers, instead)?;
        let lines = check.lines(&settings, instead)?;
        check.bus(&settings)?;
        check.advanced(&settings)?;
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
        own.settings.lines.automatic = false;
        own.settings.lines.names = false;
        own.lines.clear();
        own
    }
}

/// How to connect to a provider.
#[derive(Clone, Debug)]
pub struct Connection {
    /// What it is called.
    pub name: String,
    /// Where it is, and as whom.
    pub client: ClientBuilder,
    /// What rewrites its numbers.
    pub numbers: Arc<Formatter>,
}

struct Check<'f> {
    file: &'f ConfigFile,
    directory: Option<&'f Path>,
}

impl Check<'_> {
    fn wrong<T>(&self, key: &str, message: impl Into<String>) -> Result<T, ConfigFileError> {
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
            login.chain(tls)
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
        instead: &Instead<'_>,
    ) -> Result<Vec<Connection>, ConfigFileError> {
        let (mut names, mut addresses) = (HashSet::new(), HashSet::new());
        let mut connections = Vec::new();
        for (index, provider) in settings.providers.iter().enumerate() {
            let key = |key: &str| format!("providers[{index}].{key}");
            let client = provider.client(instead.ask_password);
            let client = client.or_else(|(wrong, why)| self.wrong(&key(wrong), why))?;
            let numbers = match &provider.numbers {
                Some(numbers) => self.numbers(&key("numbers"), numbers)?,
                None => Arc::clone(shared),
            };
            connections.push(Connection { name: provider.name().to_owned(), client, numbers });
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

    /// The lines that are listed in the file, and in the text file that it names.
    fn lines(
        &self,
        settings: &Settings,
        instead: &Instead<'_>,
    ) -> Result<Vec<ManualLine>, ConfigFileError> {
        let own = settings.providers.iter().map(|provider| provider.numbers.as_ref());
        let used = || own.clone().map(|numbers| numbers.unwrap_or(&settings.numbers));
        if settings.lines.form == LineForm::Canonical
            && used().any(|numbers| !numbers.location.enabled)
        {
            let wrong = "canonical names need the location: switch on numbers.location";
            return self.wrong("lines.form", wrong);
        }
        let mut lines = Vec::new();
        let mut seen = HashSet::new();
        for (index, line) in settings.lines.manual.iter().enumerate() {
            let key = |key: &str| format!("lines.manual[{index}].{key}");
            let checked = numfmt::Line::new(&line.number, &line.name);
            let checked = checked.or_else(|error| self.wrong(&key("number"), error.to_string()))?;
            if let Some(provider) = &line.provider
                && !instead.is_other()
            {
                self.provider(settings, &key("provider"), provider)?;
            }
            let number = checked.number().to_owned();
            if !Line::can_be(&number) {
                return self.wrong(&key("number"), NOT_DIALLED);
            }
            if !seen.insert((line.provider.clone(), number.clone())) {
                return self.wrong(&key("number"), format!("{number} is listed before"));
            }
            lines.push(ManualLine { number, ..line.clone() });
        }
        let list = settings.lines.file.as_ref();
        if let Some(path) = list.filter(|path| !instead.writes_list || path.exists()) {
            let listed = read_line_list(path).or_else(|wrong| self.wrong("lines.file", wrong))?;
            for line in listed {
                let (number, name) = (line.number().to_owned(), line.name().to_owned());
                if seen.insert((None, number.clone())) {
                    lines.push(ManualLine { number, name, provider: None });
                }
            }
        }
        Ok(lines)
    }

    fn provider(
        &self,
        settings: &Settings,
        key: &str,
        wanted: &str,
    ) -> Result<(), ConfigFileError> {
        let names = || settings.providers.iter().map(Provider::name);
        if names().any(|name| name == wanted) {
            return Ok(());
        }
        let meant = match config_file::nearest(wanted, names()) {
            Some(near) => format!(", did you mean {near:?}?"),
            None => String::new(),
        };
        self.wrong(key, format!("no provider is called {wanted:?}{meant}"))
    }

    fn advanced(&self, settings: &Settings) -> Result<(), ConfigFileError> {
        let advanced = &settings.advanced;
        if advanced.snapshot_interval.is_some_and(|interval| interval.as_secs() < 1) {
            let wrong = "less than a second would keep the PBX busy with nothing else";
            return self.wrong("advanced.snapshot_interval", wrong);
        }
        if advanced.retry_interval.as_secs() < 1 {
            let wrong = "less than a second would keep the PBX busy with nothing else";
            return self.wrong("advanced.retry_interval", wrong);
        }
        if !(1..=256).contains(&advanced.requests_in_flight) {
            return self.wrong("advanced.requests_in_flight", "from 1 to 256");
        }
        if !(1..=65_536).contains(&advanced.open_lines) {
            return self.wrong("advanced.open_lines", "from 1 to 65536");
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

/// The rules for numbers of a configuration file, whatever else is wrong with it.
///
/// # Errors
///
/// A file that cannot be read or has other keys than it may.
pub fn numbers_of(file: &Path) -> Result<(ConfigFile, numfmt::Config), ConfigFileError> {
    let file = ConfigFile::load(file, VERSION)?;
    let settings: Settings = file.settings()?;
    Ok((file, settings.numbers))
}

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
