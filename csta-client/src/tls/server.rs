//! The end that is connected to.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::server::TlsStream;

use super::TlsError;
use super::pem::{certificates, key, provider, roots};
use crate::Listener;

/// TLS at the end that is connected to: its certificate, and whose certificates it asks for.
#[derive(Clone)]
pub struct ServerTls {
    acceptor: TlsAcceptor,
}

impl ServerTls {
    /// A server with a certificate: a PEM file with it and those that lead to its issuer, and one
    /// with the key.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or key and certificate do not belong together.
    pub fn new(
        certificates_pem: impl AsRef<Path>,
        key_pem: impl AsRef<Path>,
    ) -> Result<Self, TlsError> {
        Self::with_verifier(certificates_pem.as_ref(), key_pem.as_ref(), None)
    }

    /// The same, which admits only clients with a certificate from an issuer in a PEM file.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new), also for that file.
    pub fn requiring_clients_of(
        roots_pem: impl AsRef<Path>,
        certificates_pem: impl AsRef<Path>,
        key_pem: impl AsRef<Path>,
    ) -> Result<Self, TlsError> {
        let issuers = Some(roots_pem.as_ref());
        Self::with_verifier(certificates_pem.as_ref(), key_pem.as_ref(), issuers)
    }

    fn with_verifier(
        certificates_pem: &Path,
        key_pem: &Path,
        issuers: Option<&Path>,
    ) -> Result<Self, TlsError> {
        let unusable = |error| TlsError::Unusable { path: certificates_pem.to_owned(), error };
        let builder = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .map_err(unusable)?;
        let builder = match issuers {
            None => builder.with_no_client_auth(),
            Some(path) => {
                let issuers = Arc::new(roots(path)?);
                let verifier =
                    WebPkiClientVerifier::builder_with_provider(issuers, provider()).build();
                builder.with_client_cert_verifier(
                    verifier.map_err(|error| TlsError::ClientIssuers(error.to_string()))?,
                )
            }
        };
        let config = builder
            .with_single_cert(certificates(certificates_pem)?, key(key_pem)?)
            .map_err(unusable)?;
        Ok(Self { acceptor: TlsAcceptor::from(Arc::new(config)) })
    }

    /// Does the handshake on a connection that was accepted.
    ///
    /// # Errors
    ///
    /// If the client does not speak TLS, does not trust this end, or has no certificate where one
    /// is asked for.
    pub async fn accept<S>(&self, stream: S) -> io::Result<TlsStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        self.acceptor.accept(stream).await.map_err(super::explain)
    }
}

impl fmt::Debug for ServerTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerTls").finish_non_exhaustive()
    }
}

/// A TCP port on which TLS is spoken.
///
/// ```no_run
/// use csta_client::{Server, ServerTls, TlsListener};
/// use tokio::net::TcpListener;
///
/// # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
/// let tls = ServerTls::new("/etc/csta/server.pem", "/etc/csta/server.key")?;
/// let port = TcpListener::bind("0.0.0.0:33334").await?;
/// let server = Server::new(TlsListener::new(port, tls));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct TlsListener {
    port: TcpListener,
    tls: ServerTls,
}

impl TlsListener {
    /// Speaks TLS on what comes to a port.
    #[must_use]
    pub const fn new(port: TcpListener, tls: ServerTls) -> Self {
        Self { port, tls }
    }

    /// Speaks TLS in another way with those who come from now on: with a new certificate, before
    /// the old one runs out. [`Server::listener_mut`](crate::Server::listener_mut) leads here.
    pub fn set_tls(&mut self, tls: ServerTls) {
        self.tls = tls;
    }

    /// The address of the port.
    ///
    /// # Errors
    ///
    /// If the system does not tell it.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.port.local_addr()
    }
}

impl Listener for TlsListener {
    type Connection = (TcpStream, ServerTls);
    type Stream = TlsStream<TcpStream>;

    async fn accept(&mut self) -> io::Result<(Self::Connection, SocketAddr)> {
        let (stream, from) = Listener::accept(&mut self.port).await?;
        Ok(((stream, self.tls.clone()), from))
    }

    async fn establish((stream, tls): Self::Connection) -> io::Result<Self::Stream> {
        tls.accept(stream).await
    }
}
