//! The way of one multiplexer to NATS.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail that way")]

use std::net::SocketAddr;

use bus::TestServer;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How the way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Open,
    /// Nothing gets through; what is sent waits, as if a network had lost it for a while.
    Held,
    /// There are no connections, and none can be made.
    Cut,
}

/// The way to NATS, which can be cut or held up.
pub(crate) struct Way {
    address: SocketAddr,
    state: watch::Sender<State>,
    _listening: JoinSet<()>,
}

impl Way {
    pub(crate) async fn to(server: &TestServer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (state, seen) = watch::channel(State::Open);
        let to = server.url().replace("nats://", "");
        let mut listening = JoinSet::new();
        listening.spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((near, _)) = listener.accept().await {
                if *seen.borrow() != State::Cut {
                    connections.spawn(connection(near, to.clone(), seen.clone()));
                }
            }
        });
        Self { address, state, _listening: listening }
    }

    pub(crate) fn url(&self) -> String {
        format!("nats://{}", self.address)
    }

    pub(crate) fn cut(&self) {
        self.state.send_replace(State::Cut);
    }

    pub(crate) fn hold(&self) {
        self.state.send_replace(State::Held);
    }

    /// What was held goes on, and connections can be made again.
    pub(crate) fn open(&self) {
        self.state.send_replace(State::Open);
    }
}

async fn connection(near: TcpStream, to: String, mut state: watch::Receiver<State>) {
    let Ok(far) = TcpStream::connect(to).await else { return };
    let (from_near, to_near) = near.into_split();
    let (from_far, to_far) = far.into_split();
    let (there, back) = (state.clone(), state.clone());
    tokio::select! {
        () = carry(from_near, to_far, there) => {}
        () = carry(from_far, to_near, back) => {}
        _ = state.wait_for(|state| *state == State::Cut) => {}
    }
}

async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut state: watch::Receiver<State>) {
    let mut octets = vec![0; 65_536];
    while let Ok(count @ 1..) = from.read(&mut octets).await {
        let is_open = state.wait_for(|state| *state == State::Open).await.is_ok();
        if !is_open || to.write_all(&octets[..count]).await.is_err() {
            return;
        }
    }
}
