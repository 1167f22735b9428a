//! The authorities that the system trusts.

use tokio_rustls::rustls::RootCertStore;

use super::TlsError;

/// Those of them that can be used. Stores have old ones in them that nobody can.
pub(super) fn roots() -> Result<RootCertStore, TlsError> {
    let found = rustls_native_certs::load_native_certs();
    let mut roots = RootCertStore::empty();
    let (usable, unusable) = roots.add_parsable_certificates(found.certs);
    let errors: Vec<String> = found.errors.iter().map(ToString::to_string).collect();
    if usable == 0 {
        let why = if errors.is_empty() { "there are none".to_owned() } else { errors.join("; ") };
        return Err(TlsError::NoSystemRoots(why));
    }
    tracing::debug!(usable, unusable, ?errors, "the authorities of the system");
    Ok(roots)
}
