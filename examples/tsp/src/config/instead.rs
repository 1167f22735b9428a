//! What the command line says in place of the file.

use std::path::Path;

use csta_client::Client;

use super::settings::{Login, Provider, Settings};

/// Asks whoever sits there for the password of a user; an error says why nobody can be asked.
pub type AskPassword = fn(&str) -> Result<String, String>;

/// What the command line says in place of the file. What it does not say stays as it is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Instead<'a> {
    /// The address of a PBX: of the provider that has it, else of the only one.
    pub pbx: Option<&'a str>,
    /// The name of the user who logs in there.
    pub user: Option<&'a str>,
    /// The file with the password of the user in its first line.
    pub password_file: Option<&'a Path>,
    /// Who is asked for a password that is nowhere else.
    pub ask_password: Option<AskPassword>,
    /// TLS is spoken.
    pub tls: bool,
    /// The certificates of the issuers that are trusted, for which TLS is spoken.
    pub tls_roots: Option<&'a Path>,
    /// The URL of NATS.
    pub bus: Option<&'a str>,
    /// The sites on the bus.
    pub sites: &'a [String],
    /// The text file with lines is to be written, so that it need not be there yet.
    pub writes_list: bool,
}

impl Instead<'_> {
    /// Whether another PBX, or a bus, takes the place of those of the file.
    pub(super) const fn is_other(&self) -> bool {
        self.pbx.is_some() || self.bus.is_some()
    }

    /// Puts it in the place of what is in the file.
    ///
    /// # Errors
    ///
    /// If it is not clear at which of several providers somebody is to log in.
    pub(super) fn apply(&self, settings: &mut Settings) -> Result<(), String> {
        if let Some(address) = self.pbx {
            settings.providers = vec![at(address, settings)];
            settings.bus = None;
        }
        if let Some(url) = self.bus {
            settings.providers.clear();
            settings.bus.get_or_insert_default().url = url.to_owned();
        }
        if let Some(bus) = &mut settings.bus
            && !self.sites.is_empty()
        {
            bus.sites = self.sites.to_vec();
        }
        if self.user.is_none() && !self.speaks_tls() {
            return Ok(());
        }
        let [provider] = settings.providers.as_mut_slice() else {
            return Err("--user and --tls are for one PBX: name it by --pbx HOST[:PORT]".to_owned());
        };
        self.apply_to(provider);
        Ok(())
    }

    fn apply_to(&self, provider: &mut Provider) {
        if let Some(user) = self.user {
            let own = provider.login.take().filter(|login| login.user == *user);
            let mut login =
                own.unwrap_or_else(|| Login { user: user.to_owned(), ..Login::default() });
            if let Some(file) = self.password_file {
                (login.password, login.password_file) = (None, Some(file.to_owned()));
            }
            provider.login = Some(login);
        }
        if self.speaks_tls() {
            let tls = provider.tls.get_or_insert_default();
            if let Some(roots) = self.tls_roots {
                tls.roots = Some(roots.to_owned());
            }
        }
    }

    const fn speaks_tls(&self) -> bool {
        self.tls || self.tls_roots.is_some()
    }
}

/// The provider with this address. If none has it, the only one of the file at this address: it has
/// the login, and all else, that the file gives. Of several, none is meant.
fn at(address: &str, settings: &Settings) -> Provider {
    let full =
        |address: &str| Client::builder().address(address.trim()).full_address().map(str::to_owned);
    let mut all = settings.providers.iter();
    let own = all.clone().find(|own| full(&own.address) == full(address));
    match (own, all.next(), all.next()) {
        (Some(own), ..) | (None, Some(own), None) => {
            Provider { address: address.to_owned(), ..own.clone() }
        }
        _ => settings.provider(address),
    }
}
