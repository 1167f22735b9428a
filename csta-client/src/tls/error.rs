//! What can be wrong with the settings of TLS.

use std::path::PathBuf;

use tokio_rustls::rustls;
use tokio_rustls::rustls::pki_types::pem;

/// Why TLS cannot be set up as it is wanted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TlsError {
    /// A PEM file cannot be read, or has something else in it.
    #[error("{path} is not as it should be: {error}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: pem::Error,
    },
    /// There is no certificate in a PEM file.
    #[error("{path} has no certificate (-----BEGIN CERTIFICATE-----)", path = path.display())]
    NoCertificate {
        /// The file.
        path: PathBuf,
    },
    /// There is no private key in a PEM file.
    #[error("{path} has no private key that is not encrypted (-----BEGIN PRIVATE KEY-----)", path = path.display())]
    NoKey {
        /// The file.
        path: PathBuf,
    },
    /// A certificate or a key is not one that can be used, or they do not belong together.
    #[error("{path} cannot be used: {error}", path = path.display())]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: rustls::Error,
    },
    /// The system has no authorities of certificates that can be used.
    #[error(
        "the system has no authorities that can be used ({0}): name a PEM file with those that are to be trusted"
    )]
    NoSystemRoots(String),
    /// What the server is to be called is neither a name nor an address.
    #[error("{0:?} is neither a host name nor an IP address")]
    ServerName(String),
    /// Who may issue certificates of clients cannot be set.
    #[error("the issuers of clients' certificates cannot be used: {0}")]
    ClientIssuers(String),
}
