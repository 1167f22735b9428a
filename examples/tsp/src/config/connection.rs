//! How to connect to a provider.

use std::io::{BufRead as _, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use csta_client::{Client, ClientBuilder, ClientTls};
use numfmt::Formatter;

use super::instead::AskPassword;
use super::settings::{Advanced, Login, Provider, Tls};
use crate::{LineSettings, ProviderSettings};

/// The port of a multiplexer that speaks TLS.
const TLS_PORT: u16 = 33334;

/// The longest password or token, in octets.
const MAX_SECRET: u64 = 4096;

/// The environment variable with the password of providers that have a user and no password.
const PASSWORD: &str = "CSTA_PASSWORD";

/// What is wrong, and with which key of the provider.
type Wrong = (&'static str, String);

/// A provider, of which everything has been checked that can be without a PBX.
#[derive(Clone, Debug)]
pub struct Connection {
    /// What it is called.
    pub name: String,
    /// Where it is, and as whom.
    pub client: ClientBuilder,
    /// What rewrites its numbers.
    pub numbers: Arc<Formatter>,
    /// Which lines it has.
    pub lines: LineSettings,
    /// The text file with lines of it.
    pub list: Option<PathBuf>,
    /// How its lines are kept up.
    pub advanced: Advanced,
}

impl Connection {
    /// The provider as it is to be.
    #[must_use]
    pub fn settings(&self) -> ProviderSettings {
        // Whoever adds a setting is told here that it does nothing yet.
        let Advanced {
            snapshot_interval,
            retry_interval,
            request_interval,
            requests_in_flight,
            open_lines: _, // of the registry
        } = self.advanced;
        let mut settings = ProviderSettings::with_client(self.client.clone()).named(&self.name);
        settings.numbers = Arc::clone(&self.numbers);
        settings.lines = self.lines.clone();
        settings.snapshot_interval = snapshot_interval;
        settings.retry_interval = retry_interval;
        settings.pacing = request_interval;
        settings.requests_in_flight = requests_in_flight;
        settings
    }
}

impl Provider {
    /// How to connect to it. Files with certificates and passwords are read; a password that is
    /// nowhere is asked for, if anybody can be.
    ///
    /// # Errors
    ///
    /// The key that is wrong, within the table of the provider, and what is wrong with it.
    pub(super) fn client(&self, ask: Option<AskPassword>) -> Result<ClientBuilder, Wrong> {
        let mut address = self.address.trim().to_owned();
        if address.is_empty() {
            return Err(("address", "there is none: write  address = \"HOST[:PORT]\"".to_owned()));
        }
        if self.tls.is_some() && !has_port(&address) {
            address = format!("{address}:{TLS_PORT}");
        }
        let mut client = Client::builder().address(&address);
        if let Some(login) = &self.login {
            if login.user.is_empty() {
                return Err(("login.user", "there is none".to_owned()));
            }
            let password = match (&login.password, &login.password_file) {
                (Some(_), Some(_)) => {
                    let wrong = "is there beside password: take one of them away";
                    return Err(("login.password_file", wrong.to_owned()));
                }
                (Some(password), None) => password.clone(),
                (None, Some(file)) => {
                    secret_in(file).map_err(|wrong| ("login.password_file", wrong))?
                }
                (None, None) => login.password_elsewhere(ask)?,
            };
            client = client.login(&login.user, password);
        }
        match &self.tls {
            Some(tls) => Ok(client.tls(tls.client()?)),
            None => Ok(client),
        }
    }
}

impl Login {
    /// The password, from the environment or from whoever sits there.
    fn password_elsewhere(&self, ask: Option<AskPassword>) -> Result<String, Wrong> {
        match (std::env::var(PASSWORD), ask) {
            (Ok(password), _) => Ok(password),
            (Err(_), Some(ask)) => ask(&self.user).map_err(|wrong| ("login.password", wrong)),
            (Err(_), None) => {
                let wrong = format!(
                    "there is none: write it, name a password_file, or set {PASSWORD} in the \
                     environment"
                );
                Err(("login.password", wrong))
            }
        }
    }
}

impl Tls {
    fn client(&self) -> Result<ClientTls, Wrong> {
        let wrong =
            |key: &'static str| move |error: csta_client::TlsError| (key, error.to_string());
        let tls = match &self.roots {
            Some(roots) => ClientTls::trusting(roots),
            None => ClientTls::trusting_system(),
        };
        let mut tls = tls.map_err(wrong("tls.roots"))?;
        match (&self.certificate, &self.key) {
            (Some(certificate), Some(key)) => {
                tls = tls.identity(certificate, key).map_err(wrong("tls.certificate"))?;
            }
            (None, None) => {}
            (Some(_), None) => {
                return Err((
                    "tls.key",
                    "the certificate has no key: name its PEM file".to_owned(),
                ));
            }
            (None, Some(_)) => {
                let wrong = "the key has no certificate: name its PEM file";
                return Err(("tls.certificate", wrong.to_owned()));
            }
        }
        match &self.server_name {
            Some(name) => tls.server_name(name).map_err(wrong("tls.server_name")),
            None => Ok(tls),
        }
    }
}

/// The first line of a file, which is a password or a token.
pub(super) fn secret_in(file: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("{} cannot be read: {error}", file.display());
    let mut secret = String::new();
    let read = std::fs::File::open(file).map_err(failed)?.take(MAX_SECRET + 1);
    std::io::BufReader::new(read).read_line(&mut secret).map_err(failed)?;
    if secret.len() as u64 > MAX_SECRET {
        let wrong = format!("has more than {MAX_SECRET} octets in its first line");
        return Err(format!("{} {wrong}: is it the right file?", file.display()));
    }
    let secret = secret.trim_end_matches(['\r', '\n']);
    if secret.is_empty() {
        return Err(format!("{} has an empty first line", file.display()));
    }
    Ok(secret.to_owned())
}

/// Whether an address has a port: `HOST:PORT`, or `[IPV6]:PORT`.
fn has_port(address: &str) -> bool {
    match address.rsplit_once(':') {
        Some((host, port)) => {
            port.parse::<u16>().is_ok() && (!host.contains(':') || host.ends_with(']'))
        }
        None => false,
    }
}
