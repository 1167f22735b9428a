//! The ports of applications.

use std::io;
use std::net::SocketAddr;

use csta_client::{Listener, Server, ServerTls, TlsListener};
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::application::Service;
use crate::users::Admission;

/// A port that cannot be opened.
#[derive(Debug, thiserror::Error)]
#[error("{address}: cannot listen there: {error}; {}", advice(.error))]
pub struct PortError {
    /// Where.
    pub address: SocketAddr,
    /// Why.
    pub error: io::Error,
}

fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::AddrInUse => "another program has this port: end it, or set another port",
        io::ErrorKind::PermissionDenied => {
            "this port is for system services: set one above 1023, or allow this program to open it"
        }
        io::ErrorKind::AddrNotAvailable => "this computer does not have this address: set another",
        _ => "set another address",
    }
}

/// Opens a port.
pub(crate) async fn open(address: SocketAddr) -> Result<TcpListener, PortError> {
    TcpListener::bind(address).await.map_err(|error| PortError { address, error })
}

/// Opens a port whose events come on another runtime.
pub(super) async fn open_on(
    background: &Handle,
    address: SocketAddr,
) -> Result<TcpListener, PortError> {
    match background.spawn(open(address)).await {
        Ok(opened) => opened,
        Err(error) => Err(PortError { address, error: io::Error::other(error) }),
    }
}

/// Serves all who come to the port without TLS, until it is dropped.
pub(super) async fn serve_tcp(mut server: Server<TcpListener, Admission>, service: Service) {
    // Dropped with this, so that nobody is served any more then.
    let mut applications = JoinSet::new();
    loop {
        tokio::select! {
            request = server.accept() => {
                applications.spawn(service.clone().serve_tcp(request));
            }
            Some(_) = applications.join_next(), if !applications.is_empty() => {}
        }
    }
}

/// Serves all who come to the port with TLS, those who come later with the newest certificate.
pub(super) async fn serve_tls(
    mut server: Server<TlsListener, Admission>,
    service: Service,
    mut certificate: watch::Receiver<ServerTls>,
) {
    let mut applications = JoinSet::new();
    loop {
        tokio::select! {
            request = server.accept() => {
                applications.spawn(service.clone().serve_tls(request));
            }
            Some(_) = applications.join_next(), if !applications.is_empty() => {}
            Ok(()) = certificate.changed() => {
                let tls = certificate.borrow_and_update().clone();
                server.listener_mut().set_tls(tls);
            }
        }
    }
}

/// A server of a port, with so many connections at once.
pub(super) fn server<L: Listener>(
    listener: L,
    admission: Admission,
    connections: usize,
) -> Server<L, Admission> {
    Server::new(listener).authenticator(admission).connection_limit(connections)
}
