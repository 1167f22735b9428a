//! The providers of the configuration, connected, with their lines.

use std::collections::HashSet;
use std::error::Error;
use std::io;
use std::time::Duration;

use futures::stream::{FuturesUnordered, StreamExt as _};
use program::{ConnectionLog, Recorder};
use tokio::time::{Instant, interval};
use tsp::config::{Config, Connection};
use tsp::{
    Line, LineChange, LineId, LinkState, Notification, Provider, ProviderSettings, Registry,
    RegistrySettings,
};

use crate::branches::Branches;
use crate::show::Output;

/// How long connecting and reading the lines may take.
const READY: Duration = Duration::from_secs(30);

/// How often progress is shown.
const PROGRESS: Duration = Duration::from_millis(200);

/// How many notifications a reader may be behind.
const NOTIFICATIONS: usize = 16_384;

/// Why what does not go on until Ctrl-C has failed after it.
const INTERRUPTED: &str =
    "it was interrupted: what it had asked for already may happen all the same";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What a command needs of its providers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Needs {
    /// Call records.
    pub(crate) call_records: bool,
    /// Going on until Ctrl-C, also while a PBX cannot be reached, since it may come back.
    pub(crate) patience: bool,
}

/// The providers, connected.
#[derive(Debug)]
pub(crate) struct Office {
    registry: Registry,
    needs: Needs,
}

impl Office {
    /// Does something with the providers, and releases the associations whatever comes of it, also
    /// on Ctrl-C and when the program is told to end.
    ///
    /// # Errors
    ///
    /// If a provider cannot be connected to, and those of the work; if it is told to end and the
    /// work does not go on until then.
    pub(crate) async fn with<T: Default>(
        config: &Config,
        needs: Needs,
        output: Output,
        work: impl AsyncFnOnce(&Self) -> Result<T>,
    ) -> Result<T> {
        let interrupted = program::interruption()?;
        let settings = RegistrySettings {
            open_lines: config.settings.advanced.open_lines,
            notifications: NOTIFICATIONS,
        };
        let logs = config.settings.protocol_logs.as_ref().map(Recorder::start).transpose();
        let (recorder, writing) = logs.map_err(|error| unwritable(config, &error))?.unzip();
        let office = Self { registry: Registry::new(settings), needs };
        let done = tokio::select! {
            done = async {
                let _followed = office.connect(config, recorder, output).await?;
                work(&office).await
            } => done,
            () = interrupted => needs.patience.then(T::default).ok_or_else(|| INTERRUPTED.into()),
        };
        office.registry.close().await;
        drop(office);
        if let Some(writing) = writing
            && !writing.ended(WRITTEN).await
        {
            output.warn("not all of the protocol logs is written: the disk is too slow");
        }
        done
    }

    /// Adds all providers, and waits until they are connected and their lines are read. Sites of
    /// the bus are followed until what is given back is dropped.
    async fn connect(
        &self,
        config: &Config,
        recorder: Option<Recorder>,
        output: Output,
    ) -> Result<Option<Branches>> {
        let needs = self.needs;
        if config.providers.is_empty() && config.bus.is_none() {
            return Err(crate::NO_PBX.into());
        }
        let mut added = Vec::new();
        for mut provider in settings(config, needs) {
            if let Some(recorder) = &recorder {
                provider.client = provider.client.tap(log_of(recorder, &provider.name));
            }
            added.push(self.registry.add(provider).await?);
        }
        let branches = match &config.bus {
            Some(bus) => {
                let branches = Branches::join(bus, config, &self.registry, output).await?;
                added.extend(branches.providers().iter().cloned());
                Some(branches)
            }
            None => None,
        };
        let mut connecting: FuturesUnordered<_> =
            added.iter().map(|provider| provider.ready(READY)).collect();
        while let Some(ready) = connecting.next().await {
            match ready {
                Ok(()) => {}
                // The log tells it, where it tells such things.
                Err(_) if needs.patience && tracing::enabled!(tracing::Level::WARN) => {}
                Err(error) if needs.patience => {
                    output.warn(&format!("{error}; it is tried again"));
                }
                // One branch that is away does not keep the others waiting.
                Err(error) if config.bus.is_some() => output.warn(&error.to_string()),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(branches)
    }

    /// The registry.
    pub(crate) const fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The providers.
    pub(crate) fn providers(&self) -> Vec<Provider> {
        self.registry.providers()
    }

    /// Waits for the names of lines, if they are read from the PBX.
    pub(crate) async fn named(&self, output: Output) {
        for provider in self.providers() {
            let lines = provider.status().lines;
            let limit = READY.max(PER_LINE * u32::try_from(lines).unwrap_or(0));
            let began = Instant::now();
            let mut ticks = interval(PROGRESS);
            let mut named = std::pin::pin!(provider.named(limit));
            let are_named = loop {
                tokio::select! {
                    are_named = &mut named => break are_named,
                    _ = ticks.tick() => output.progress(&format!(
                        "{}: the names of {lines} lines are being read, {:.0} s", provider.name(),
                        began.elapsed().as_secs_f32(),
                    )),
                }
            };
            output.progress("");
            if !are_named {
                output.warn(&format!("{}: the names are not there yet", provider.name()));
            }
        }
    }

    /// Opens these lines, or all if none is named, and waits until each is monitored or is known
    /// not to be. Without patience, each of the lines that are named is needed. With it, the others
    /// are watched: it is said which are not and why, and they are tried again at an interval.
    ///
    /// # Errors
    ///
    /// A line that there is not, that the PBX does not let monitor, or one too many; with patience
    /// only if it is so with all that are named.
    pub(crate) async fn open(&self, names: &[String], output: Output) -> Result<Vec<Line>> {
        let needs_each = !names.is_empty() && !self.needs.patience;
        let mut missing = Missing { named: names.len(), never: 0, only: None, output };
        let mut lines = Vec::new();
        if names.is_empty() {
            lines = self.registry.lines();
        }
        for found in futures::future::join_all(names.iter().map(|name| self.find(name))).await {
            match found {
                Ok(line) => lines.push(line),
                Err(error) if needs_each => return Err(error),
                Err(error) => missing.never(error),
            }
        }
        let mut opened = Vec::new();
        for line in &lines {
            match line.open().await {
                Ok(()) => opened.push(line.clone()),
                Err(error) if needs_each => return Err(error.into()),
                Err(error) => missing.never(error.into()),
            }
        }
        self.monitored(&opened, needs_each, &mut missing, output).await?;
        missing.unless_all()?;
        Ok(lines)
    }

    /// Opens all lines, and those that come to be later, as long as there are providers. Those
    /// that were tried before are open, or it has been said why not.
    pub(crate) async fn keep_open(&self, tried: &[Line], output: Output) {
        let mut notifications = self.registry.notifications();
        // One that was closed meanwhile stays closed.
        let mut seen: HashSet<LineId> = tried.iter().map(Line::id).collect();
        let open = async |line: Line| {
            if let Err(error) = line.open().await {
                // The others are open all the same.
                output.warn(&error.to_string());
            }
        };
        for line in self.registry.lines() {
            if seen.insert(line.id()) {
                open(line).await;
            }
        }
        while let Some(notification) = notifications.next().await {
            match notification {
                Notification::Line(own) if own.change == LineChange::Created => {
                    if let Some(line) = self.registry.line(own.line) {
                        seen.insert(own.line);
                        open(line).await;
                    }
                }
                Notification::Lagged { .. } => {
                    for line in self.registry.lines() {
                        if seen.insert(line.id()) {
                            open(line).await;
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The line of this name. One that no provider has is added to the only one, or to that which
    /// is named, since its PBX may know it all the same.
    pub(crate) async fn find(&self, name: &str) -> Result<Line> {
        match self.registry.find(name) {
            Err(tsp::Error::NoLine(_)) => {}
            found => return Ok(found?),
        }
        let no_line = || tsp::Error::NoLine(name.to_owned());
        let providers = self.providers();
        let named = providers.iter().find_map(|own| {
            let number = name.strip_prefix(own.name())?.strip_prefix('/')?;
            Some((own, number))
        });
        let only = || Some((providers.first().filter(|_| providers.len() == 1)?, name));
        let (provider, number) = match named.or_else(only) {
            Some(found) => found,
            None if providers.is_empty() => return Err(crate::NO_PBX.into()),
            None => {
                let advice = "with the name of its provider and a slash in front it is tried there, \
                              listed or not";
                return Err(format!("{}; {advice}", no_line()).into());
            }
        };
        // What is no number is not known to a PBX either.
        let line = numfmt::Line::new(number, "").map_err(|_| no_line())?;
        let added = provider.add_lines(vec![line]).await?;
        Ok(added.into_iter().next().ok_or_else(no_line)?)
    }

    async fn monitored(
        &self,
        lines: &[Line],
        needs_each: bool,
        missing: &mut Missing,
        output: Output,
    ) -> Result<()> {
        // Who does not wait for a PBX that is away does not wait for its lines either.
        let is_away =
            |line: &&Line| matches!(line.provider().status().link, LinkState::Down { .. });
        if needs_each && let Some(line) = lines.iter().find(is_away) {
            let (line, state) = (line.number().to_owned(), line.info()?.state);
            return Err(tsp::Error::NotReady { line, state }.into());
        }
        let began = Instant::now();
        let limit = READY.max(PER_LINE * u32::try_from(lines.len()).unwrap_or(u32::MAX));
        let mut ticks = interval(PROGRESS);
        let mut waiting: FuturesUnordered<_> = lines.iter().map(|line| line.ready(limit)).collect();
        let mut done = 0;
        loop {
            tokio::select! {
                ready = waiting.next() => match ready {
                    Some(Ok(())) => done += 1,
                    Some(Err(error)) => {
                        output.progress("");
                        if needs_each {
                            return Err(error.into());
                        }
                        // The others can be watched all the same.
                        missing.not_now(error);
                    }
                    None => break,
                },
                _ = ticks.tick(), if lines.len() > 1 => output.progress(&format!(
                    "{done} of {} lines are monitored, {:.0} s", lines.len(),
                    began.elapsed().as_secs_f32(),
                )),
            }
        }
        output.progress("");
        Ok(())
    }
}

/// Lines that are not monitored, of those that are named or of all.
struct Missing {
    /// How many are named; none if all are meant.
    named: usize,
    /// How many of them cannot come to be monitored, as far as that is known.
    never: usize,
    /// Why it is so with the only one that is named.
    only: Option<Box<dyn Error>>,
    output: Output,
}

impl Missing {
    /// There is no such line, or no room for it.
    fn never(&mut self, error: Box<dyn Error>) {
        self.never += 1;
        if self.named == 1 {
            self.only = Some(error);
        } else {
            self.output.warn(&error.to_string());
        }
    }

    /// It is not monitored by now. A device that the PBX does not know is tried again among others,
    /// and not waited for by itself: the number is mistyped rather than new.
    fn not_now(&mut self, error: tsp::Error) {
        let code = error.refusal().and_then(|refusal| refusal.code.as_ref());
        if code.is_some_and(|code| code.is("operation", "invalidDeviceID")) {
            let again = if self.named == 1 { "" } else { AGAIN };
            self.never(format!("{error}{again}").into());
        } else {
            self.output.warn(&format!("{error}{AGAIN}"));
        }
    }

    /// # Errors
    ///
    /// If lines are named and none of them can come to be monitored.
    fn unless_all(self) -> Result<()> {
        if self.named == 0 || self.never < self.named {
            return Ok(());
        }
        Err(self.only.unwrap_or_else(|| "none of these lines can be monitored".into()))
    }
}

/// What is said of lines that are not monitored yet.
const AGAIN: &str = "; it is tried again";

/// The protocol log of a provider, whose file has its name.
fn log_of(recorder: &Recorder, provider: &str) -> ConnectionLog {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name = provider.replace(|c: char| !is_plain(c), "_");
    recorder.begin(&name, &format!("the links to {provider}"), false)
}

fn unwritable(config: &Config, error: &io::Error) -> String {
    let directory = config.settings.protocol_logs.iter().map(|logs| logs.directory.display());
    let directory = directory.map(|path| path.to_string()).collect::<String>();
    format!("{directory}: protocol logs cannot be written there: {error}")
}

/// How long it may take to write what waits of protocol logs.
const WRITTEN: Duration = Duration::from_secs(5);

/// How long a line may take to be monitored among many, pacing included.
const PER_LINE: Duration = Duration::from_millis(100);

/// The settings of each provider.
fn settings(config: &Config, needs: Needs) -> Vec<ProviderSettings> {
    let of = |(index, connection): (usize, &Connection)| {
        let mut provider = connection.settings();
        if needs.call_records && config.recorded().is_some_and(|(own, _)| own == index) {
            provider.call_records = Some(csta_codec::types::CdrTransferMode::TransferAtEndOfCall);
            provider.call_records_delay = config.settings.cdr.delay;
        }
        provider
    };
    config.providers.iter().enumerate().map(of).collect()
}
