//! The task of a session.

use std::future::pending;

use futures::future::BoxFuture;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{Instant, sleep_until};

use super::conversation::{Conversation, now};
use super::planner::{Action, Planner, Wanted};
use super::{MonitorId, SessionItem};
use crate::error::Cause;
use crate::{Client, CloseReason, Connection, Error};

/// What a handle of the session wants.
#[derive(Debug)]
pub(super) enum Command {
    Add(Wanted, oneshot::Sender<Result<MonitorId, Error>>),
    Remove(MonitorId, oneshot::Sender<bool>),
    Resynchronise(MonitorId, oneshot::Sender<bool>),
    Release,
}

/// How the link is, for requests of the application.
#[derive(Clone, Debug)]
pub(super) enum LinkState {
    /// There is none, and why the last one ended or was not made.
    Down(Option<Error>),
    Up(Client),
    /// There will be none any more.
    Closed,
}

type Connected<S> = Result<(Client, Connection<S>), Error>;

/// Makes an association, or tries to.
pub(super) type Connector<S> = Box<dyn FnMut() -> BoxFuture<'static, Connected<S>> + Send>;

enum Line<S> {
    Idle,
    Connecting(BoxFuture<'static, Connected<S>>),
    Connected(Box<Conversation<S>>),
}

/// Does what the [`Planner`] says, until the session is released.
pub(super) struct Driver<S> {
    pub(super) connector: Connector<S>,
    pub(super) planner: Planner,
    pub(super) commands: mpsc::Receiver<Command>,
    pub(super) items: mpsc::Sender<SessionItem>,
    pub(super) state: watch::Sender<LinkState>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Driver<S> {
    pub(super) async fn run(mut self) {
        let mut line = Line::Idle;
        let mut has_handle = true;
        loop {
            self.act(&mut line);
            if self.planner.is_closed() {
                line = Line::Idle; // closes the connection
                self.state.send_replace(LinkState::Closed);
                if !self.planner.has_item() {
                    return;
                }
            }
            let due = self.planner.poll_timeout().map(Instant::from_std);
            tokio::select! {
                happened = step(&mut line) => self.handle(&mut line, happened),
                command = self.commands.recv(), if has_handle => match command {
                    Some(command) => self.handle_command(command),
                    None => {
                        has_handle = false;
                        self.planner.handle_release();
                    }
                },
                is_read = has_room(&self.items), if self.planner.has_item() => match is_read {
                    true => self.tell(),
                    false => self.planner.handle_reader_gone(),
                },
                () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {}
            }
        }
    }

    /// Tells the application as much as there is room for.
    fn tell(&mut self) {
        while let Ok(room) = self.items.try_reserve()
            && let Some(item) = self.planner.poll_item(now())
        {
            room.send(item);
        }
    }

    /// Does all that is to be done now.
    fn act(&mut self, line: &mut Line<S>) {
        while let Some(action) = self.planner.poll_action(now()) {
            match (action, &mut *line) {
                (Action::Connect, line) => *line = Line::Connecting((self.connector)()),
                (Action::Release, Line::Connected(conversation)) => {
                    self.state.send_replace(LinkState::Closed);
                    conversation.client().release();
                }
                (Action::Ask(request), Line::Connected(conversation)) => {
                    if let Some(answer) = conversation.ask(&request) {
                        self.planner.handle_answer(now(), answer);
                    }
                }
                // Wanted of an open association only.
                (Action::Release | Action::Ask(_), Line::Idle | Line::Connecting(_)) => {}
            }
        }
    }

    fn handle(&mut self, line: &mut Line<S>, happened: Happened<S>) {
        match happened {
            Happened::Connected(Ok(conversation)) => *line = Line::Connected(conversation),
            Happened::Connected(Err(error)) => self.lose_link(line, error),
            Happened::Stepped => {
                if let Line::Connected(conversation) = line
                    && conversation.hear(&mut self.planner)
                {
                    tracing::info!("the link is up");
                    self.state.send_replace(LinkState::Up(conversation.client().clone()));
                }
            }
            Happened::Ended(reason) => self.lose_link(line, Error::closed(reason)),
        }
    }

    fn lose_link(&mut self, line: &mut Line<S>, error: Error) {
        *line = Line::Idle;
        tracing::info!(%error, "the link is down");
        self.state.send_replace(LinkState::Down(Some(error.clone())));
        self.planner.handle_link_down(now(), error);
    }

    fn handle_command(&mut self, command: Command) {
        // Whoever asked may have gone away.
        match command {
            // Those who wait see it from this end being dropped.
            _ if self.planner.is_closed() => {}
            Command::Add(wanted, reply) => {
                let limit = self.planner.monitor_limit();
                let added = self.planner.handle_add(now(), wanted);
                let added = added.ok_or_else(|| Cause::TooManyMonitors { limit }.into());
                if let Err(Ok(monitor)) = reply.send(added) {
                    self.planner.handle_remove(now(), monitor);
                }
            }
            Command::Remove(monitor, reply) => {
                let _ = reply.send(self.planner.handle_remove(now(), monitor));
            }
            Command::Resynchronise(monitor, reply) => {
                let _ = reply.send(self.planner.handle_resynchronise(now(), monitor));
            }
            Command::Release => self.planner.handle_release(),
        }
    }
}

/// Waits for room for an item; `false` if nobody reads any more.
async fn has_room(items: &mpsc::Sender<SessionItem>) -> bool {
    items.reserve().await.is_ok()
}

enum Happened<S> {
    Connected(Result<Box<Conversation<S>>, Error>),
    /// Something has come, or not.
    Stepped,
    Ended(CloseReason),
}

/// Waits for the next thing that happens on the line. Dropping the future loses nothing.
async fn step<S: AsyncRead + AsyncWrite + Unpin>(line: &mut Line<S>) -> Happened<S> {
    match line {
        Line::Idle => pending().await,
        Line::Connecting(connecting) => {
            let connected = connecting
                .await
                .map(|(client, connection)| Box::new(Conversation::new(client, connection)));
            Happened::Connected(connected)
        }
        Line::Connected(conversation) => match conversation.step().await {
            None => Happened::Stepped,
            Some(reason) => Happened::Ended(reason),
        },
    }
}
