//! The handle of a provider.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use csta_client::{CallRecordReport, Client, Session, SessionBuilder, SessionStream};
use csta_codec::Owned;
use csta_codec::services::{Escape, EscapeArgument, EscapeResult, GetSwitchingFunctionCapsResult};
use csta_codec::types::CstaPrivateData;
use kme_private::DeviceCategory;
use numfmt::List;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout};

use super::task::{Command, Task};
use super::{Board, Device, LinkState, ProviderId, ProviderSettings, ProviderStatus, Shared};
use crate::registry::Common;
use crate::{Error, Line, LineId, Party, Refusal};

/// How many commands wait for the task; whoever sends more waits.
const COMMANDS: usize = 64;

/// How many reports of call records wait for their reader.
const CALL_RECORDS: usize = 64;

/// A PBX or multiplexer with its lines: a handle, to be cloned at will.
///
/// Made by [`Registry::add`](crate::Registry::add). It connects by itself, and again whenever the
/// link breaks; that is told at each line. It ends when it is closed, or when the last handle of
/// it and of its lines is dropped.
#[derive(Clone, Debug)]
pub struct Provider {
    id: ProviderId,
    name: Arc<str>,
    shared: Arc<Shared>,
    commands: mpsc::Sender<Command>,
    call_records: Arc<Mutex<Option<mpsc::Receiver<CallRecordReport>>>>,
}

impl Provider {
    /// Starts a provider on the present runtime; `start` starts its session.
    pub(crate) fn start(
        id: ProviderId,
        mut settings: ProviderSettings,
        common: Common,
        start: impl FnOnce(SessionBuilder) -> (Session, SessionStream),
    ) -> Result<Self, Error> {
        let name: Arc<str> = settings.name().into();
        let mut session = Session::builder(settings.client.clone())
            .backoff(settings.backoff.0, settings.backoff.1)
            .rejected_backoff(settings.backoff.1)
            .request_interval(settings.pacing)
            .requests_in_flight(settings.requests_in_flight)
            .retry_interval(settings.retry_interval)
            .snapshot_interval(settings.snapshot_interval)
            .monitor_limit(usize::MAX);
        if let Some(mode) = settings.call_records {
            session = session.call_records(mode).call_records_delay(settings.call_records_delay);
        }
        let manual = std::mem::take(&mut settings.lines.manual);
        let mut board = Board::new(id, settings);
        board.add_lines(&manual, &common)?;
        let (session, items) = start(session);
        let shared = Arc::new(Shared::new(board, common, session));
        shared.with(|_| ()); // tells of the lines that were added
        let (commands, received) = mpsc::channel(COMMANDS);
        let (records, call_records) = mpsc::channel(CALL_RECORDS);
        tokio::spawn(Task::new(Arc::clone(&shared), items, received, records).run());
        let call_records = Arc::new(Mutex::new(Some(call_records)));
        Ok(Self { id, name, shared, commands, call_records })
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> ProviderId {
        self.id
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How it is.
    #[must_use]
    pub fn status(&self) -> ProviderStatus {
        self.shared.with(|board| board.status())
    }

    /// Waits until the first attempt to connect has succeeded or failed.
    ///
    /// # Errors
    ///
    /// [`Error::Connect`] if it has failed; it goes on trying all the same. [`Error::TimedOut`] if
    /// neither is the case within the limit.
    pub async fn connected(&self, limit: Duration) -> Result<(), Error> {
        let settled = self.shared.until(|board| match board.link() {
            LinkState::Connecting => None,
            link => Some(link.clone()),
        });
        match timeout(limit, settled).await {
            Ok(LinkState::Up { .. }) => Ok(()),
            Ok(_) => Err(self.not_connected().await),
            Err(_) => Err(self.timed_out("connecting", limit)),
        }
    }

    async fn not_connected(&self) -> Error {
        match self.shared.session.client().await {
            Err(error) => Error::Connect { pbx: self.status().address, error },
            Ok(_) => Error::Closed(self.name.to_string()),
        }
    }

    /// Waits until the link is up and the devices of the PBX have been read; where lines are not
    /// made of them, until that was tried.
    ///
    /// # Errors
    ///
    /// As [`connected`](Self::connected).
    pub async fn ready(&self, limit: Duration) -> Result<(), Error> {
        let begin = Instant::now();
        self.connected(limit).await?;
        let left = limit.saturating_sub(begin.elapsed());
        let loaded = self.shared.until(|board| {
            (board.is_loaded() || !board.link().is_up()).then(|| board.link().clone())
        });
        match timeout(left, loaded).await {
            Ok(LinkState::Up { .. }) => Ok(()),
            Ok(_) => Err(self.not_connected().await),
            Err(_) => Err(self.timed_out("reading the lines", limit)),
        }
    }

    /// Waits until the names of the lines have been read, if the settings say that they are to be.
    /// Returns whether they have been, within the limit and while the link was up.
    pub async fn named(&self, limit: Duration) -> bool {
        let named = self
            .shared
            .until(|board| (board.is_named() || !board.link().is_up()).then(|| board.is_named()));
        timeout(limit, named).await.unwrap_or(false)
    }

    fn timed_out(&self, what: &str, after: Duration) -> Error {
        Error::TimedOut { what: format!("provider {}: {what}", self.name), after }
    }

    /// A client on the present association, for what is not among the operations of lines.
    ///
    /// # Errors
    ///
    /// [`Error::Connect`] if there is no link.
    pub async fn client(&self) -> Result<Client, Error> {
        let client = self.shared.session.client().await;
        client.map_err(|error| Error::Connect { pbx: self.status().address, error })
    }

    /// Reads the devices of a category from the PBX: [`Station`](DeviceCategory::Station) are the
    /// extensions, [`NetworkInterface`](DeviceCategory::NetworkInterface) the trunk lines.
    ///
    /// # Errors
    ///
    /// If the PBX does not tell them.
    pub async fn devices(&self, category: DeviceCategory) -> Result<Vec<Device>, Error> {
        let list = self.client().await?.device_list(category).await.map_err(Error::Lines)?;
        let mut devices: Vec<Device> = list.entries().map(|entry| Device::from(&entry)).collect();
        devices.sort_by(|a, b| (a.number.len(), &a.number).cmp(&(b.number.len(), &b.number)));
        Ok(devices)
    }

    /// What the PBX can do, down to the options of each service. One that does not tell may do more
    /// than nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Connect`] without a link, [`Error::Capabilities`] if the PBX does not tell.
    pub async fn capabilities(
        &self,
    ) -> Result<Owned<GetSwitchingFunctionCapsResult<'static>>, Error> {
        let told = self.client().await?.capabilities().await;
        told.map_err(|error| Error::Capabilities {
            provider: self.name.to_string(),
            refusal: Refusal::from(&error),
            error,
        })
    }

    /// Sends private data of the manufacturer, and gives what the PBX answers: TAPI's
    /// `lineDevSpecific`.
    ///
    /// # Errors
    ///
    /// [`Error::Connect`] without a link, [`Error::Escape`] if the PBX refuses.
    pub async fn escape(
        &self,
        data: CstaPrivateData<'_>,
    ) -> Result<Owned<EscapeResult<'static>>, Error> {
        let answer = self.client().await?.invoke::<Escape>(&EscapeArgument::new(data)).await;
        answer.map_err(|error| Error::Escape {
            provider: self.name.to_string(),
            refusal: Refusal::from(&error),
            error,
        })
    }

    /// A party as the calls of lines show it: a device by the number that is dialled for it, and a
    /// number as the rules of a list make it. For what applications get by [`client`](Self::client)
    /// and [`call_records`](Self::call_records).
    #[must_use]
    pub fn shown(&self, party: &Party, list: List) -> Party {
        self.shared.with(|board| board.shown_party(party, list))
    }

    /// The reports of call records, if the settings ask for them; the first who asks has them.
    /// Each is to be confirmed when it is safe; until then the PBX keeps it. At most 64 are held,
    /// further ones are not confirmed.
    #[must_use]
    pub fn call_records(&self) -> Option<mpsc::Receiver<CallRecordReport>> {
        self.call_records.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Its lines, in the order of their numbers.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        let ids = self.shared.with(|board| board.line_ids());
        ids.into_iter().map(|(id, number)| Line::new(self.clone(), id, number)).collect()
    }

    /// The line of a number, as the PBX has it or as it is shown.
    #[must_use]
    pub fn line(&self, number: &str) -> Option<Line> {
        let (id, number) = self.shared.with(|board| board.find(number))?;
        Some(Line::new(self.clone(), id, number))
    }

    pub(crate) fn line_by_id(&self, id: LineId) -> Option<Line> {
        let number = self.shared.with(|board| board.number(id))?;
        Some(Line::new(self.clone(), id, number))
    }

    /// Adds lines by hand, or gives names to lines that are there.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidLine`] if one cannot be a line; none is added then.
    pub async fn add_lines(&self, lines: Vec<numfmt::Line>) -> Result<Vec<Line>, Error> {
        let added = self.command(|reply| Command::AddLines(lines, reply)).await??;
        Ok(added.into_iter().filter_map(|id| self.line_by_id(id)).collect())
    }

    /// Adds the lines of a text: in each line a number, and a name behind a comma if there is one.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidLine`] with the lines of the text that are wrong; none is added then.
    pub async fn import(&self, text: &[u8]) -> Result<Vec<Line>, Error> {
        let lines = numfmt::read_lines(text).map_err(|error| Error::InvalidLine {
            number: "list".to_owned(),
            what: error.to_string(),
        })?;
        self.add_lines(lines).await
    }

    /// Its lines as text that [`import`](Self::import) reads.
    #[must_use]
    pub fn export(&self) -> String {
        numfmt::write_lines(&self.shared.with(|board| board.export()))
    }

    /// Takes back that a line was added by hand. It stays a line if the PBX has it. Returns whether
    /// there was one.
    ///
    /// # Errors
    ///
    /// If the provider has been closed.
    pub async fn remove_line(&self, line: LineId) -> Result<bool, Error> {
        self.command(|reply| Command::RemoveLine(line, reply)).await
    }

    /// Reads the lines from the PBX again: "Query available lines". What has changed is told.
    ///
    /// # Errors
    ///
    /// If the provider has been closed.
    pub async fn reload(&self) -> Result<(), Error> {
        self.send(Command::Reload).await
    }

    /// Releases the association and waits for it to end. Its lines are gone then.
    pub async fn close(&self) {
        if self.send(Command::Release).await.is_ok() {
            self.commands.closed().await;
        }
    }

    /// Whether it has been closed.
    pub(crate) fn is_closed(&self) -> bool {
        self.commands.is_closed()
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    pub(crate) async fn send(&self, command: Command) -> Result<(), Error> {
        let sent = self.commands.send(command).await;
        sent.map_err(|_| Error::Closed(self.name.to_string()))
    }

    pub(crate) async fn command<T>(
        &self,
        command: impl FnOnce(oneshot::Sender<T>) -> Command,
    ) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        self.send(command(reply)).await?;
        answer.await.map_err(|_| Error::Closed(self.name.to_string()))
    }
}
