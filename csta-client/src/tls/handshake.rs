//! What the errors of a handshake mean, and what is to be done.

use std::io;

use tokio_rustls::rustls::{AlertDescription, CertificateError, Error};

const NO_TLS: &str = "the other side does not speak TLS on this port; use another port, or no TLS";

/// The same error with a text that says what to do.
pub(crate) fn explain(error: io::Error) -> io::Error {
    let kind = error.kind();
    let text = match error.get_ref().and_then(|error| error.downcast_ref::<Error>()) {
        Some(Error::InvalidCertificate(why)) => certificate(why),
        Some(Error::InvalidMessage(_)) => NO_TLS.to_owned(),
        Some(Error::AlertReceived(alert)) => alerted(*alert),
        Some(Error::NoCertificatesPresented) => {
            "the other side has no certificate, and only those with one are admitted".to_owned()
        }
        Some(error) => format!("the handshake of TLS failed: {error}"),
        None if kind == io::ErrorKind::UnexpectedEof => {
            format!("the connection was closed in the handshake of TLS; it may be that {NO_TLS}")
        }
        None => format!("the handshake of TLS failed: {error}"),
    };
    io::Error::new(kind, text)
}

fn certificate(why: &CertificateError) -> String {
    let advice = match why {
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "connect by a name that is in it, or set the name by ClientTls::server_name"
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "renew it, or set the clock of this machine"
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "set the clock of this machine, or wait"
        }
        // That of an issuer with the same name, for instance one that was made anew.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            "add the certificate of its issuer to those that are trusted, if it is the right one"
        }
        _ => "ask whoever runs the other side",
    };
    format!("the certificate of the other side is not accepted: {why}; {advice}")
}

fn alerted(alert: AlertDescription) -> String {
    let advice = match alert {
        AlertDescription::CertificateRequired => "give a certificate by ClientTls::identity",
        AlertDescription::UnknownCA
        | AlertDescription::BadCertificate
        | AlertDescription::CertificateExpired
        | AlertDescription::CertificateUnknown => "it does not accept the certificate of this side",
        _ => "its log may say more",
    };
    format!("the other side broke off the handshake of TLS ({alert:?}): {advice}")
}
