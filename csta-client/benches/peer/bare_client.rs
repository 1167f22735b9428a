//! Many requests at once, with one channel and one oneshot each.

use std::collections::VecDeque;
use std::net::SocketAddr;

use bytes::{Buf, BytesMut};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};

use super::{REQUEST, RESULT};

/// A handle to a task that owns the socket. Answers come in the order of the requests, so that not even an id is
/// looked at.
#[derive(Clone)]
pub(crate) struct BareClient {
    requests: mpsc::Sender<(&'static [u8], oneshot::Sender<BytesMut>)>,
}

impl BareClient {
    pub(crate) async fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let (requests, received) = mpsc::channel(1024);
        tokio::spawn(run(stream, received));
        Self { requests }
    }

    pub(crate) async fn request(self) {
        let (reply, answer) = oneshot::channel();
        self.requests.send((REQUEST, reply)).await.unwrap();
        assert_eq!(answer.await.unwrap().len(), RESULT.len());
    }
}

/// Writes all requests that are there at once.
async fn run(
    mut stream: TcpStream,
    mut requests: mpsc::Receiver<(&'static [u8], oneshot::Sender<BytesMut>)>,
) {
    let (mut reading, mut writing) = stream.split();
    let (mut waiting, mut sending) = (VecDeque::new(), BytesMut::new());
    let mut received = BytesMut::with_capacity(1 << 16);
    loop {
        tokio::select! {
            read = reading.read_buf(&mut received) => {
                if read.unwrap_or(0) == 0 {
                    return;
                }
                while received.len() >= RESULT.len() {
                    let reply: oneshot::Sender<BytesMut> = waiting.pop_front().unwrap();
                    drop(reply.send(received.split_to(RESULT.len())));
                }
            }
            request = requests.recv() => {
                let Some(mut request) = request else { return };
                loop {
                    sending.extend_from_slice(request.0);
                    waiting.push_back(request.1);
                    match requests.try_recv() {
                        Ok(next) => request = next,
                        Err(_) => break,
                    }
                }
                while sending.has_remaining() {
                    writing.write_buf(&mut sending).await.unwrap();
                }
            }
        }
    }
}
