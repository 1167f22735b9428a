//! The end that connects.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::client::{VerifierBuilderError, WantsClientCert, WebPkiServerVerifier};
use tokio_rustls::rustls::crypto::{
    CryptoProvider, verify_tls12_signature, verify_tls13_signature,
};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, ConfigBuilder, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
};

use super::TlsError;
use super::pem::{certificates, key, provider, roots};

/// TLS at the end that connects: who is trusted, and who one is oneself.
///
/// The certificate of the server must come from one of the trusted issuers, be in force and be
/// for the host that is connected to.
///
/// ```no_run
/// use csta_client::{Client, ClientTls};
///
/// # async fn connect() -> Result<(), Box<dyn std::error::Error>> {
/// let tls = ClientTls::trusting("/etc/csta/issuer.pem")?;
/// let builder = Client::builder().address("mux.example:33334").tls(tls).login("admin", "admin");
/// let (client, connection) = builder.connect().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ClientTls {
    verifier: Arc<dyn ServerCertVerifier>,
    config: Arc<ClientConfig>,
    server_name: Option<ServerName<'static>>,
}

impl ClientTls {
    /// Trusts the issuers whose certificates are in a PEM file: one's own authority, or a file of
    /// the system such as `/etc/ssl/certs/ca-certificates.crt`.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or has no certificate that can be used.
    pub fn trusting(roots_pem: impl AsRef<Path>) -> Result<Self, TlsError> {
        let path = roots_pem.as_ref();
        Self::trusting_all(roots(path)?).map_err(|error| TlsError::Unusable {
            path: path.to_owned(),
            error: Error::General(error.to_string()),
        })
    }

    /// Trusts the issuers that the system trusts, as they are now: those in its certificate store,
    /// or on Unix in the files that OpenSSL has there. The environment variables `SSL_CERT_FILE` and
    /// `SSL_CERT_DIR` name others.
    ///
    /// # Errors
    ///
    /// If the system has none that can be used.
    #[cfg(feature = "system-roots")]
    pub fn trusting_system() -> Result<Self, TlsError> {
        let roots = super::system::roots()?;
        Self::trusting_all(roots).map_err(|error| TlsError::NoSystemRoots(error.to_string()))
    }

    fn trusting_all(roots: RootCertStore) -> Result<Self, VerifierBuilderError> {
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider());
        Ok(Self::verified_by(verifier.build()?))
    }

    /// Accepts any certificate of any server. **Whoever is on the way can then read everything
    /// and pretend to be the server.** For tests in a closed network alone.
    #[must_use]
    pub fn dangerous_accept_any_certificate() -> Self {
        Self::verified_by(Arc::new(AcceptAny(provider())))
    }

    fn verified_by(verifier: Arc<dyn ServerCertVerifier>) -> Self {
        let config = Arc::new(builder(&verifier).with_no_client_auth());
        Self { verifier, config, server_name: None }
    }

    /// Shows the server a certificate of one's own, where it asks for one: a PEM file with the
    /// certificate and those that lead to its issuer, and one with the key.
    ///
    /// # Errors
    ///
    /// If a file cannot be read, or key and certificate do not belong together.
    pub fn identity(
        mut self,
        certificates_pem: impl AsRef<Path>,
        key_pem: impl AsRef<Path>,
    ) -> Result<Self, TlsError> {
        let path = certificates_pem.as_ref();
        let config = builder(&self.verifier)
            .with_client_auth_cert(certificates(path)?, key(key_pem.as_ref())?)
            .map_err(|error| TlsError::Unusable { path: path.to_owned(), error })?;
        self.config = Arc::new(config);
        Ok(self)
    }

    /// The name that the certificate of the server must be for, where it is another than that of
    /// the host that is connected to.
    ///
    /// # Errors
    ///
    /// If it is neither a host name nor an IP address.
    pub fn server_name(mut self, name: &str) -> Result<Self, TlsError> {
        self.server_name = Some(parse_name(name)?);
        Ok(self)
    }

    /// Does the handshake on a connection to `host`.
    ///
    /// # Errors
    ///
    /// If the certificate of the server is not acceptable, or the other side does not speak TLS;
    /// the error says which.
    pub async fn connect<S>(&self, host: &str, stream: S) -> io::Result<TlsStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let name = match &self.server_name {
            Some(name) => name.clone(),
            None => parse_name(host).map_err(io::Error::other)?,
        };
        let connector = TlsConnector::from(Arc::clone(&self.config));
        connector.connect(name, stream).await.map_err(super::explain)
    }
}

fn parse_name(name: &str) -> Result<ServerName<'static>, TlsError> {
    // An IPv6 address may stand in brackets.
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    ServerName::try_from(bare.to_owned()).map_err(|_| TlsError::ServerName(name.to_owned()))
}

#[expect(clippy::expect_used, reason = "ring has all versions of TLS that rustls has")]
fn builder(verifier: &Arc<dyn ServerCertVerifier>) -> ConfigBuilder<ClientConfig, WantsClientCert> {
    ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .expect("ring has all versions of TLS")
        .dangerous() // the name of the way to give a verifier, which is webpki's but for one case
        .with_custom_certificate_verifier(Arc::clone(verifier))
}

impl fmt::Debug for ClientTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientTls").field("server_name", &self.server_name).finish_non_exhaustive()
    }
}

/// A verifier that verifies nothing but that the server has the key of its certificate.
#[derive(Debug)]
struct AcceptAny(Arc<CryptoProvider>);

impl ServerCertVerifier for AcceptAny {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
