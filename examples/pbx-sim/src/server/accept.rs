//! Connections as they come in.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

/// How long it takes until the next attempt after one that failed.
const AGAIN: Duration = Duration::from_millis(100);

/// The next connection, for small messages that somebody waits for.
pub(crate) async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    let (stream, from) = accepted(|| listener.accept()).await;
    let _ = stream.set_nodelay(true);
    (stream, from)
}

/// What is accepted in the end. Why nothing can be, such as too many open files, may pass.
async fn accepted<T, F: Future<Output = io::Result<T>>>(mut accept: impl FnMut() -> F) -> T {
    loop {
        match accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(AGAIN).await;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn goes_on_when_a_connection_cannot_be_accepted() {
        let mut results =
            [Err(io::ErrorKind::ConnectionAborted.into()), Err(io::Error::other("files")), Ok(7)]
                .into_iter();
        assert_eq!(accepted(|| std::future::ready(results.next().unwrap())).await, 7);
    }
}
