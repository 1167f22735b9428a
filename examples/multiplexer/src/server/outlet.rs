//! The way out of a connection.

use program::ConnectionLog;
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::{Buf as _, Bytes, BytesMut};
use csta_client::Direction;
use tokio::net::tcp::OwnedWriteHalf;
use tokio::sync::Notify;

/// The way out of a connection.
///
/// Over plain TCP, octets are written to the socket at once, by whoever sends them. Only what it
/// does not take waits here, for the task of the connection, which also writes everything where
/// there is TLS. More than a limit does not wait: the other side does not read, and is given up.
#[derive(Debug)]
pub(crate) struct Outlet {
    socket: Option<OwnedWriteHalf>,
    limit: usize,
    log: Option<ConnectionLog>,
    state: Mutex<State>,
    /// Wakes the task of the connection.
    wake: Notify,
}

#[derive(Debug, Default)]
struct State {
    waiting: BytesMut,
    /// How many octets the task has taken and not written yet.
    taken: usize,
    end: Option<End>,
}

/// How the association is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// By a request of a release.
    Release,
    /// By an abort, behind what waits.
    Abort,
    /// At once, with nothing more said: the other side does not read.
    Cut,
    /// It has ended: the connection is broken.
    Lost,
}

/// More waits than may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lagging;

impl Outlet {
    /// The way to a socket, or through the task of the connection if there is none, with a limit of
    /// the octets that may wait, and the log of the connection if there is one.
    pub(crate) fn new(
        socket: Option<OwnedWriteHalf>,
        limit: usize,
        log: Option<ConnectionLog>,
    ) -> Self {
        Self { socket, limit, log, state: Mutex::default(), wake: Notify::new() }
    }

    pub(crate) const fn socket(&self) -> Option<&OwnedWriteHalf> {
        self.socket.as_ref()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends octets, which are whole frames. Nothing is sent after the end.
    ///
    /// # Errors
    ///
    /// If more waits than may; the octets are lost then.
    pub(crate) fn send(&self, octets: &[u8]) -> Result<(), Lagging> {
        let mut state = self.state();
        if state.end.is_some() {
            return Ok(());
        }
        self.log(Direction::Sent, octets);
        let mut rest = octets;
        if state.waiting.is_empty()
            && state.taken == 0
            && let Some(socket) = &self.socket
        {
            match socket.try_write(octets) {
                Ok(written) if written == octets.len() => return Ok(()),
                Ok(written) => rest = octets.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(_) => {
                    state.end = Some(End::Lost);
                    self.wake.notify_one();
                    return Ok(());
                }
            }
        }
        if state.waiting.len() + state.taken + rest.len() > self.limit {
            return Err(Lagging);
        }
        state.waiting.extend_from_slice(rest);
        self.wake.notify_one();
        Ok(())
    }

    /// Ends the association; the first end counts.
    pub(crate) fn end(&self, end: End) {
        let mut state = self.state();
        if state.end.is_none() {
            state.end = Some(end);
            self.wake.notify_one();
        }
    }

    /// Logs whole frames, if there is a log.
    fn log(&self, direction: Direction, frames: &[u8]) {
        if let Some(log) = &self.log {
            log.record_frames(direction, frames);
        }
    }

    /// Logs an APDU that has come, if there is a log.
    pub(super) fn log_received(&self, apdu: &[u8]) {
        if let Some(log) = &self.log {
            log.record(Direction::Received, apdu);
        }
    }

    /// How many octets wait.
    pub(crate) fn waiting(&self) -> usize {
        let state = self.state();
        state.waiting.len() + state.taken
    }

    // What follows is for the task of the connection alone.

    /// Waits until there is something to be done. It may be nothing.
    pub(super) async fn woken(&self) {
        self.wake.notified().await;
    }

    /// How the association is to end, if it is.
    pub(super) fn poll_end(&self) -> Option<End> {
        self.state().end
    }

    /// Takes what waits; [`written`](Self::written) is to follow.
    pub(super) fn take(&self) -> Bytes {
        let mut state = self.state();
        let octets = std::mem::take(&mut state.waiting).freeze();
        state.taken += octets.len();
        octets
    }

    /// Takes in that so many of the octets that were taken are written.
    pub(super) fn written(&self, octets: usize) {
        let mut state = self.state();
        state.taken = state.taken.saturating_sub(octets);
    }

    /// Has the task send octets behind what waits, also after the end.
    pub(super) fn send_last(&self, octets: &[u8]) {
        self.log(Direction::Sent, octets);
        self.state().waiting.extend_from_slice(octets);
    }
}

/// What the task of a connection has taken and not written yet.
#[derive(Debug, Default)]
pub(super) struct Taken(Bytes);

impl Taken {
    /// What is to be written next; empty if there is nothing.
    pub(super) fn next(&mut self, outlet: &Outlet) -> &[u8] {
        if self.0.is_empty() {
            self.0 = outlet.take();
        }
        &self.0
    }

    /// Takes in that so many octets of it are written.
    pub(super) fn written(&mut self, outlet: &Outlet, octets: usize) {
        self.0.advance(octets.min(self.0.len()));
        outlet.written(octets);
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::{TcpListener, TcpStream};

    use super::*;

    #[tokio::test]
    async fn what_is_not_read_waits_up_to_the_limit() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (near, accepted) =
            tokio::join!(TcpStream::connect(listener.local_addr().unwrap()), listener.accept());
        let (near, _far) = (near.unwrap(), accepted.unwrap());
        near.writable().await.unwrap();
        let outlet = Outlet::new(Some(near.into_split().1), 100_000, None);
        let mut sent = 0_usize;
        while outlet.send(&[0; 10_000]).is_ok() {
            sent += 10_000;
            assert!(outlet.waiting() <= 100_000);
        }
        assert!(sent > 100_000 && outlet.waiting() > 80_000);
        // Nothing is sent behind what is missing.
        outlet.end(End::Cut);
        assert!(outlet.send(&[0; 10_000]).is_ok());
        assert!(outlet.waiting() <= 100_000);
    }

    #[test]
    fn with_tls_everything_is_left_to_the_task() {
        let outlet = Outlet::new(None, 100, None);
        outlet.send(b"one").unwrap();
        outlet.send(b"two").unwrap();
        let mut taken = Taken::default();
        assert_eq!(taken.next(&outlet), b"onetwo");
        taken.written(&outlet, 4);
        outlet.send(b"three").unwrap();
        assert_eq!(outlet.waiting(), 7);
        assert_eq!(taken.next(&outlet), b"wo");
        taken.written(&outlet, 2);
        assert_eq!(taken.next(&outlet), b"three");
        assert_eq!(outlet.send(&[0; 100]), Err(Lagging));
    }
}
