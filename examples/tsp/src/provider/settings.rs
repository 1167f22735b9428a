//! How a provider is to be.

use std::sync::Arc;
use std::time::Duration;

use csta_client::{Client, ClientBuilder};
use csta_codec::types::CdrTransferMode;
use numfmt::{Config, Formatter, SettingsError};

/// How a provider is to be: its PBX or multiplexer, its numbers and its lines.
#[derive(Clone, Debug)]
pub struct ProviderSettings {
    /// What it is called; the address of the PBX unless said otherwise. The permanent ids of its
    /// lines are made from it, so it should stay.
    pub name: String,
    /// How to connect: address, TLS, login, limits.
    pub client: ClientBuilder,
    /// The rules by which numbers are rewritten, the location and the extension range.
    pub numbers: Arc<Formatter>,
    /// Which lines there are, and what they are called.
    pub lines: LineSettings,
    /// "Snapshot for active calls": the time between two snapshots of an open line, by which calls
    /// go away whose end was missed; 300 s unless said otherwise. `None` takes them after gaps
    /// alone. The shorter, the more work for the PBX.
    pub snapshot_interval: Option<Duration>,
    /// "Retry MonitorStart": after how long a line that the PBX does not monitor is tried again,
    /// for instance because the telephone is not plugged in; 60 s unless said otherwise.
    pub retry_interval: Duration,
    /// The time between two requests at the start, of which a line takes two: 10 ms unless said
    /// otherwise. Bursts break some PBXs.
    pub pacing: Duration,
    /// How many requests at the start wait for their answer at once: 4 unless said otherwise, 1 at
    /// least.
    pub requests_in_flight: usize,
    /// How long calls are kept while the link is down, since they mostly go on: 60 s unless said
    /// otherwise.
    pub keep_calls: Duration,
    /// After how long another attempt to connect is made: the shortest time at first, twice as
    /// long each time, the longest at most; 1 s and 60 s unless said otherwise.
    pub backoff: (Duration, Duration),
    /// Asks the PBX for call records, which [`Provider::call_records`](crate::Provider::call_records)
    /// gives out; not unless said otherwise.
    pub call_records: Option<CdrTransferMode>,
    /// How long after the link has come up call records are asked for: 60 s unless said otherwise,
    /// since asking at once has caused trouble with Panasonic switches.
    pub call_records_delay: Duration,
}

/// Which lines a provider has, and what they are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineSettings {
    /// Reads the lines from the PBX: those of the extension range, or all if there is none. They
    /// are, unless said otherwise.
    pub automatic: bool,
    /// Reads the names of lines from the PBX, where it tells them: not unless said otherwise.
    /// Names of lines that are added here have precedence.
    pub read_names: bool,
    /// Lines that are there whether the PBX lists them or not, with their names; names of others.
    pub manual: Vec<numfmt::Line>,
    /// Shows lines by canonical numbers, as the location makes them, and not by internal ones.
    pub canonical_names: bool,
}

impl Default for LineSettings {
    fn default() -> Self {
        Self { automatic: true, read_names: false, manual: Vec::new(), canonical_names: false }
    }
}

impl ProviderSettings {
    /// A provider of the PBX at `HOST` or `HOST:PORT`.
    #[must_use]
    pub fn new(address: &str) -> Self {
        Self::with_client(Client::builder().address(address))
    }

    /// A provider that connects as `client` says, which has to have an address.
    #[must_use]
    pub fn with_client(client: ClientBuilder) -> Self {
        Self {
            name: client.full_address().unwrap_or_default().to_owned(),
            client,
            numbers: plain_numbers(),
            lines: LineSettings::default(),
            snapshot_interval: Some(Duration::from_secs(300)),
            retry_interval: Duration::from_secs(60),
            pacing: Duration::from_millis(10),
            requests_in_flight: 4,
            keep_calls: Duration::from_secs(60),
            backoff: (Duration::from_secs(1), Duration::from_secs(60)),
            call_records: None,
            call_records_delay: Duration::from_secs(60),
        }
    }

    /// Under a name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// With rules for numbers.
    ///
    /// # Errors
    ///
    /// What is wrong in them.
    pub fn numbers(mut self, numbers: &Config) -> Result<Self, SettingsError> {
        self.numbers = Arc::new(Formatter::new(numbers)?);
        Ok(self)
    }

    /// With these lines.
    #[must_use]
    pub fn lines(mut self, lines: LineSettings) -> Self {
        self.lines = lines;
        self
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Where it connects to, with the port.
    pub(crate) fn full_address(&self) -> String {
        self.client.full_address().unwrap_or_default().to_owned()
    }
}

/// Numbers stay as they are.
fn plain_numbers() -> Arc<Formatter> {
    match Formatter::new(&Config::default()) {
        Ok(formatter) => Arc::new(formatter),
        // The default has nothing in it that could be wrong.
        Err(error) => unreachable!("{error}"),
    }
}
