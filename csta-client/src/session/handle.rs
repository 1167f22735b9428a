//! What the application has of a session: a handle and a stream.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use csta_codec::types::{DeviceId, MonitorFilter};
use csta_codec::{Operation, Owned};
use futures::Stream;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::timeout;

use super::driver::{Command, LinkState};
use super::planner::Wanted;
use super::{MonitorId, SessionBuilder, SessionItem};
use crate::error::Cause;
use crate::{Client, ClientBuilder, Error};

/// An association that comes back: a handle, to be cloned at will.
///
/// A session connects, associates and starts the monitors that the application wants, and does all
/// of it again when the link breaks or the switch restarts. What happens comes as
/// [`SessionItem`]s from its [`SessionStream`], with a gap marked wherever events may have been
/// lost. It runs in a task of its own until it is [released](Self::release) or the last handle is
/// dropped.
///
/// ```no_run
/// use csta_client::{Client, Session, SessionItem};
/// use csta_codec::types::DeviceId;
/// use futures::StreamExt;
///
/// # async fn watch() -> Result<(), csta_client::Error> {
/// let (session, mut items) = Session::builder(Client::builder().address("pbx.example")).start();
/// session.monitor(DeviceId::dialing_number("101"), None).await?;
/// while let Some(item) = items.next().await {
///     match item {
///         SessionItem::Event { event, .. } => println!("{:?}", event.get().event_specific_info),
///         SessionItem::Resynchronised { snapshot, .. } => {
///             println!("{} calls", snapshot.calls().count());
///         }
///         SessionItem::LinkDown { error, retry_in } => println!("{error}; again in {retry_in:?}"),
///         other => println!("{other:?}"),
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Session {
    pub(super) commands: mpsc::Sender<Command>,
    pub(super) state: watch::Receiver<LinkState>,
    pub(super) link_timeout: Duration,
}

impl Session {
    /// How the session is to be, over associations that are made as `client` says.
    pub fn builder(client: ClientBuilder) -> SessionBuilder {
        SessionBuilder::new(client)
    }

    /// Wants a device to be monitored from now on; without a filter, all events come. It can be
    /// called at any time: while the link is down, the monitor is started when it is up.
    ///
    /// Whether and when the monitor runs, the stream tells by
    /// [`MonitorRestored`](SessionItem::MonitorRestored) and
    /// [`MonitorLost`](SessionItem::MonitorLost), possibly before this function has returned. A
    /// Panasonic switch takes one monitor of a device.
    ///
    /// # Errors
    ///
    /// If there are as many monitors as
    /// [`monitor_limit`](SessionBuilder::monitor_limit) says, or the session is closed.
    pub async fn monitor(
        &self,
        device: DeviceId<'_>,
        filter: Option<MonitorFilter>,
    ) -> Result<MonitorId, Error> {
        let filter = filter.unwrap_or(MonitorFilter::new());
        let wanted = Wanted { device: Owned::new(&device), filter };
        self.command(|reply| Command::Add(wanted, reply)).await?
    }

    /// Does not want a device to be monitored any more. Nothing is told of the monitor from then
    /// on, but for what waits in the stream already. Returns whether there was such a monitor.
    ///
    /// # Errors
    ///
    /// If the session is closed.
    pub async fn stop_monitor(&self, monitor: MonitorId) -> Result<bool, Error> {
        self.command(|reply| Command::Remove(monitor, reply)).await
    }

    /// Asks for the calls at a monitored device, which come as
    /// [`Resynchronised`](SessionItem::Resynchronised) in their place among the events. If the
    /// monitor does not run at present, they come when it does. Returns whether there is such a
    /// monitor.
    ///
    /// # Errors
    ///
    /// If the session is closed.
    pub async fn resynchronise(&self, monitor: MonitorId) -> Result<bool, Error> {
        self.command(|reply| Command::Resynchronise(monitor, reply)).await
    }

    /// A client on the present association, for requests. It serves as long as the association
    /// does; ask again for each piece of work.
    ///
    /// While the link is down it fails at once, or waits as long as
    /// [`link_timeout`](SessionBuilder::link_timeout) says.
    ///
    /// # Errors
    ///
    /// [`LinkDown`](crate::ErrorKind::LinkDown) if there is no link.
    ///
    /// ```no_run
    /// # async fn names(session: csta_client::Session) -> Result<(), csta_client::Error> {
    /// use kme_private::DeviceCategory;
    ///
    /// let trunks = session.client().await?.device_list(DeviceCategory::NetworkInterface).await?;
    /// println!("{} trunk lines", trunks.entries().count());
    /// # Ok(())
    /// # }
    /// ```
    pub async fn client(&self) -> Result<Client, Error> {
        let mut state = self.state.clone();
        let settled = |state: &LinkState| !matches!(state, LinkState::Down(_));
        if !self.link_timeout.is_zero() {
            // Whether in vain, the state tells.
            let _ = timeout(self.link_timeout, state.wait_for(settled)).await;
        }
        let state = state.borrow().clone();
        match state {
            LinkState::Up(client) => Ok(client),
            LinkState::Down(error) => Err(Cause::LinkDown(error).into()),
            LinkState::Closed => Err(Cause::SessionClosed.into()),
        }
    }

    /// Invokes an operation in the switch and waits for its result, as [`Client::invoke`] does.
    ///
    /// # Errors
    ///
    /// As [`client`](Self::client) and [`Client::invoke`]. If the link breaks before the answer
    /// comes, nothing is repeated; [`Error::may_have_been_done`] tells whether it can have had an
    /// effect.
    pub async fn invoke<O: Operation>(
        &self,
        argument: &O::Argument<'_>,
    ) -> Result<Owned<O::Result<'static>>, Error> {
        self.client().await?.invoke::<O>(argument).await
    }

    /// Whether the link is up.
    #[must_use]
    pub fn is_up(&self) -> bool {
        matches!(*self.state.borrow(), LinkState::Up(_))
    }

    /// Releases the association and ends the session. The stream tells what is still to be told,
    /// then [`Closed`](SessionItem::Closed).
    pub async fn release(&self) {
        // If the session is closed, it is released.
        let _ = self.commands.send(Command::Release).await;
    }

    async fn command<T>(
        &self,
        command: impl FnOnce(oneshot::Sender<T>) -> Command,
    ) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        let sent = self.commands.send(command(reply)).await;
        sent.map_err(|_| Cause::SessionClosed)?;
        Ok(answer.await.map_err(|_| Cause::SessionClosed)?)
    }
}

/// What a [`Session`] tells, in the order in which it happened.
///
/// It holds a limited number of items ([`item_queue`](SessionBuilder::item_queue)). When they are
/// not read, the next ones are lost; when those have been read, it says so by
/// [`Lagged`](SessionItem::Lagged), tells anew how everything is and resynchronises all monitors.
/// The link and the session go on all the same, also when the stream is dropped.
#[derive(Debug)]
pub struct SessionStream {
    pub(super) items: mpsc::Receiver<SessionItem>,
}

impl Stream for SessionStream {
    type Item = SessionItem;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<SessionItem>> {
        self.items.poll_recv(cx)
    }
}
