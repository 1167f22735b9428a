//! Certificates of the TLS port: whether they can be used, and one for trying.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use csta_client::{ServerTls, TlsError};
use rcgen::{CertificateParams, DnType, KeyPair};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::GeneralName;
use x509_parser::pem::Pem;
use x509_parser::time::ASN1Time;

use crate::config::Tls;

/// How long the certificate for trying is in force.
const TRIAL: Duration = Duration::from_secs(365 * 24 * 3600);

/// Why a certificate cannot be used, or not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CertificateError {
    /// A file cannot be read, or certificate and key do not belong together.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// A file is no certificate.
    #[error("{path}: is no certificate: {error}", path = path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        error: String,
    },
    /// It is no longer in force.
    #[error("{path}: the certificate ran out on {since}: renew it", path = path.display())]
    Expired {
        /// The file.
        path: PathBuf,
        /// Since when.
        since: String,
    },
    /// It is not yet in force.
    #[error(
        "{path}: the certificate is not in force before {until}: wait, or set the clock of this computer",
        path = path.display()
    )]
    NotYetValid {
        /// The file.
        path: PathBuf,
        /// Until when.
        until: String,
    },
    /// It cannot be made.
    #[error("a certificate cannot be made: {0}")]
    Make(#[from] rcgen::Error),
    /// A file is there already.
    #[error(
        "{path}: is there already, and is not overwritten: remove it, or name another file",
        path = path.display()
    )]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// It cannot be written.
    #[error("{path}: cannot be written: {error}", path = path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// A certificate that can be used.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// It and its key, for a port.
    pub tls: ServerTls,
    /// The names and addresses that it is for; applications that check it accept no others.
    pub names: Vec<String>,
    /// Until when it is in force.
    pub not_after: SystemTime,
}

impl Certificate {
    /// Reads certificate and key and checks that they belong together and that the certificate is
    /// in force.
    ///
    /// # Errors
    ///
    /// Why it cannot be used.
    pub fn load(settings: &Tls, now: SystemTime) -> Result<Self, CertificateError> {
        let path = &settings.certificate;
        let tls = ServerTls::new(path, &settings.key)?;
        let malformed = |error: String| CertificateError::Malformed { path: path.clone(), error };
        let text = fs::read(path).map_err(|error| malformed(error.to_string()))?;
        // The first is that of the server, those behind lead to its issuer.
        let first = Pem::iter_from_buffer(&text)
            .filter_map(Result::ok)
            .find(|pem| pem.label == "CERTIFICATE")
            .ok_or_else(|| malformed("there is none in it".to_owned()))?;
        let certificate = first.parse_x509().map_err(|error| malformed(error.to_string()))?;
        let validity = certificate.validity();
        let seconds = now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let now = ASN1Time::from_timestamp(i64::try_from(seconds).unwrap_or(i64::MAX))
            .map_err(|error| malformed(error.to_string()))?;
        if now > validity.not_after {
            let since = validity.not_after.to_string();
            return Err(CertificateError::Expired { path: path.clone(), since });
        }
        if now < validity.not_before {
            let until = validity.not_before.to_string();
            return Err(CertificateError::NotYetValid { path: path.clone(), until });
        }
        let not_after = u64::try_from(validity.not_after.timestamp()).unwrap_or(0);
        let not_after = SystemTime::UNIX_EPOCH + Duration::from_secs(not_after);
        Ok(Self { tls, names: names(&certificate), not_after })
    }
}

fn names(certificate: &X509Certificate<'_>) -> Vec<String> {
    let alternatives = certificate.subject_alternative_name().ok().flatten();
    let names = alternatives.map_or(&[][..], |alternatives| &alternatives.value.general_names);
    names
        .iter()
        .filter_map(|name| match *name {
            GeneralName::DNSName(name) => Some(name.to_owned()),
            GeneralName::IPAddress(octets) => match octets.len() {
                4 => <[u8; 4]>::try_from(octets).ok().map(|own| Ipv4Addr::from(own).to_string()),
                _ => <[u8; 16]>::try_from(octets).ok().map(|own| Ipv6Addr::from(own).to_string()),
            },
            _ => None,
        })
        .collect()
}

/// Makes a self-signed certificate for trying, in force for a year, for these names and addresses.
///
/// # Errors
///
/// If a name is none, or a file is there already or cannot be written.
pub fn make_certificate(
    names: &[String],
    certificate: &Path,
    key: &Path,
) -> Result<(), CertificateError> {
    let pair = KeyPair::generate()?;
    let mut params = CertificateParams::new(names.to_vec())?;
    let now = SystemTime::now();
    params.not_before = now.into();
    params.not_after = (now + TRIAL).into();
    let common_name = names.first().map_or("csta-mux", String::as_str);
    params.distinguished_name.push(DnType::CommonName, common_name);
    let signed = params.self_signed(&pair)?;
    write_new(key, &pair.serialize_pem(), 0o600)?;
    // A key alone is good for nothing, and would be in the way of the next attempt.
    write_new(certificate, &signed.pem(), 0o644).inspect_err(|_| remove(key))
}

/// Writes a file that is not there yet, with these rights on Unix, whole or not at all.
fn write_new(path: &Path, text: &str, mode: u32) -> Result<(), CertificateError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => CertificateError::Exists { path: path.to_owned() },
        _ => CertificateError::Write { path: path.to_owned(), error },
    };
    let mut file = options.open(path).map_err(failed)?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(failed)
        .inspect_err(|_| remove(path))
}

/// Removes a file that has just been made.
fn remove(path: &Path) {
    // If it cannot be removed either, the next attempt says that it is there.
    let _ = fs::remove_file(path);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(directory: &Path, name: &str) -> Tls {
        let settings = Tls {
            listen: ([127, 0, 0, 1], 0).into(),
            certificate: directory.join(format!("{name}.pem")),
            key: directory.join(format!("{name}.key")),
        };
        let names = ["localhost", "127.0.0.1", "::1"].map(ToOwned::to_owned);
        make_certificate(&names, &settings.certificate, &settings.key).unwrap();
        settings
    }

    #[test]
    fn the_certificate_for_trying_can_be_used_for_a_year() {
        let directory = tempfile::tempdir().unwrap();
        let settings = made(directory.path(), "server");
        let now = SystemTime::now();
        let certificate = Certificate::load(&settings, now + Duration::from_secs(1)).unwrap();
        let left = certificate.not_after.duration_since(now).unwrap();
        assert!(left > TRIAL - Duration::from_secs(60) && left <= TRIAL);
        assert_eq!(certificate.names, ["localhost", "127.0.0.1", "::1"]);

        let late = Certificate::load(&settings, now + TRIAL + Duration::from_secs(60)).unwrap_err();
        assert!(matches!(late, CertificateError::Expired { .. }), "{late}");
        let early = Certificate::load(&settings, now - Duration::from_secs(60)).unwrap_err();
        assert!(matches!(early, CertificateError::NotYetValid { .. }), "{early}");
    }

    #[test]
    fn a_key_of_another_certificate_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let one = made(directory.path(), "one");
        let other = made(directory.path(), "other");
        let mixed = Tls { key: other.key, ..one };
        let error = Certificate::load(&mixed, SystemTime::now()).unwrap_err();
        assert!(matches!(error, CertificateError::Tls(TlsError::Unusable { .. })), "{error}");
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        let directory = tempfile::tempdir().unwrap();
        let settings = made(directory.path(), "server");
        for text in ["", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"]
        {
            fs::write(&settings.certificate, text).unwrap();
            let error = Certificate::load(&settings, SystemTime::now()).unwrap_err().to_string();
            assert!(error.contains("server.pem"), "{error}");
        }
        fs::remove_file(&settings.certificate).unwrap();
        assert!(Certificate::load(&settings, SystemTime::now()).is_err());
    }

    #[test]
    fn files_that_are_there_are_not_overwritten_and_nothing_is_left_beside_them() {
        let directory = tempfile::tempdir().unwrap();
        let settings = made(directory.path(), "server");
        let (new, names) = (directory.path().join("new"), ["localhost".to_owned()]);
        let before = [&settings.certificate, &settings.key].map(|path| fs::read(path).unwrap());
        for (certificate, key) in [(&settings.certificate, &new), (&new, &settings.key)] {
            let again = make_certificate(&names, certificate, key).unwrap_err();
            assert!(matches!(again, CertificateError::Exists { .. }), "{again}");
            assert!(!new.exists(), "{again}");
        }
        let after = [&settings.certificate, &settings.key].map(|path| fs::read(path).unwrap());
        assert_eq!(before, after);
    }
}
