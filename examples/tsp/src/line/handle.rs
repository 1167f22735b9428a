//! The handle of a line.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use crate::provider::{Command, Shared};
use crate::{AddressId, Call, CallId, Error, LineId, LineInfo, LineState, Provider};

/// A telephone of a line.
pub(crate) type Place = (LineId, AddressId);

/// A line of a provider: a handle, to be cloned at will.
///
/// A line is [opened](Self::open) before anything is seen of it. What happens then is told by
/// [`Registry::notifications`](crate::Registry::notifications); what is, can be asked here at any
/// time.
///
/// Operations return when the PBX has accepted them; that they have taken effect, its events say.
/// Those on a call take the call, or find the one that is meant: in the first state of
/// [`Operation::states`](crate::Operation::states) in which there is one, the oldest there.
#[derive(Clone, Debug)]
pub struct Line {
    provider: Provider,
    id: LineId,
    number: Arc<str>,
}

impl Line {
    pub(crate) const fn new(provider: Provider, id: LineId, number: Arc<str>) -> Self {
        Self { provider, id, number }
    }

    /// Whether there can be a line of a number: it is that by which the PBX knows it, of digits, `*`
    /// and `#`.
    pub(crate) fn can_be(number: &str) -> bool {
        let is_dialled = |octet: u8| octet.is_ascii_digit() || matches!(octet, b'*' | b'#');
        !number.is_empty() && number.bytes().all(is_dialled)
    }

    /// Its permanent id.
    #[must_use]
    pub const fn id(&self) -> LineId {
        self.id
    }

    /// The number under which it is called.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The number as it is shown: the same, or canonical.
    #[must_use]
    pub fn display(&self) -> Arc<str> {
        let shown = self.shared().with(|board| board.display(self.id));
        shown.unwrap_or_else(|| Arc::clone(&self.number))
    }

    /// Its provider.
    #[must_use]
    pub const fn provider(&self) -> &Provider {
        &self.provider
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        self.provider.shared()
    }

    pub(crate) fn gone(&self) -> Error {
        Error::NoLine(self.number.to_string())
    }

    /// The line as it is.
    ///
    /// # Errors
    ///
    /// [`Error::NoLine`] if it is no more.
    pub fn info(&self) -> Result<LineInfo, Error> {
        self.shared().with(|board| board.info(self.id)).ok_or_else(|| self.gone())
    }

    /// How an address of it is. One that it does not have is closed.
    #[must_use]
    pub fn state(&self, address: AddressId) -> LineState {
        self.shared().with(|board| board.state(self.id, address)).unwrap_or_default()
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.shared().with(|board| board.is_open(self.id))
    }

    /// Opens it: it is monitored from now on, as soon as there is a link, and goes on to be through
    /// all outages. Opening one that is open does nothing. [`ready`](Self::ready) waits until it is
    /// monitored.
    ///
    /// # Errors
    ///
    /// [`Error::LineLimit`] if as many lines are open as may be.
    pub async fn open(&self) -> Result<(), Error> {
        if self.is_open() {
            return Ok(());
        }
        let common = &self.shared().common;
        let permit = Arc::clone(&common.open_lines).try_acquire_owned();
        let permit = permit.map_err(|_| Error::LineLimit {
            line: self.number.to_string(),
            limit: common.settings.open_lines,
        })?;
        self.provider.command(|reply| Command::Open(self.id, permit, reply)).await?;
        if self.is_open() { Ok(()) } else { Err(self.gone()) }
    }

    /// Closes it: it is not monitored any more, and its calls are forgotten, not dropped. Returns
    /// whether it was open.
    ///
    /// # Errors
    ///
    /// If the provider has been closed.
    pub async fn close(&self) -> Result<bool, Error> {
        self.provider.command(|reply| Command::Close(self.id, reply)).await
    }

    /// Waits until it is monitored and its calls are known, of both telephones if there are two.
    ///
    /// # Errors
    ///
    /// [`Error::NotReady`] with its state if the PBX refuses that, or if it is not so within the
    /// limit.
    pub async fn ready(&self, limit: Duration) -> Result<(), Error> {
        let all = |wanted: fn(&LineState) -> bool| {
            move |board: &mut crate::provider::Board| {
                let states = AddressId::ALL.into_iter().filter_map(|id| board.state(self.id, id));
                let states: Vec<LineState> = states.collect();
                states.iter().all(wanted).then(|| states.into_iter().next())
            }
        };
        let state = match timeout(limit, self.shared().until(all(LineState::is_settled))).await {
            Ok(state) => state,
            Err(_) => Some(self.state(AddressId::Main)),
        };
        match state {
            Some(LineState::Monitored) => Ok(()),
            Some(state) => Err(Error::NotReady { line: self.number.to_string(), state }),
            None => Err(self.gone()),
        }
    }

    /// Its calls, those of its first address first, the oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.shared().with(|board| board.shown_calls(self.id))
    }

    /// A call of it.
    #[must_use]
    pub fn call(&self, id: CallId) -> Option<Call> {
        self.shared().with(|board| board.shown_call(self.id, id))
    }
}

/// Its number.
impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.number)
    }
}
