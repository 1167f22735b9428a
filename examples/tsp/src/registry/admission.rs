//! Which providers are let in: a PBX takes one application at a time.

use std::net::SocketAddr;

use tokio::net::lookup_host;

use crate::{Error, ProviderId, ProviderSettings};

/// A provider that is there, by the names and addresses of its PBX.
#[derive(Clone, Debug)]
pub(super) struct Admitted {
    pub(super) id: ProviderId,
    pub(super) name: String,
    address: String,
    resolved: Vec<SocketAddr>,
}

impl Admitted {
    /// Finds out where a provider connects to. A name that is not known now may be later, and is
    /// compared as it is written.
    pub(super) async fn of(id: ProviderId, settings: &ProviderSettings) -> Self {
        let address = settings.full_address();
        let resolved = match lookup_host(address.as_str()).await {
            Ok(found) => found.collect(),
            Err(error) => {
                tracing::info!(%error, address, "the name of a PBX is not known at present");
                Vec::new()
            }
        };
        Self { id, name: settings.name().to_owned(), address, resolved }
    }

    /// One whose address is nobody's.
    pub(super) fn by_name(id: ProviderId, settings: &ProviderSettings) -> Self {
        let (name, address) = (settings.name().to_owned(), String::new());
        Self { id, name, address, resolved: Vec::new() }
    }

    /// Lets it in beside the others, or says why not.
    pub(super) fn admit_beside<'a>(
        &self,
        others: impl IntoIterator<Item = &'a Self>,
    ) -> Result<(), Error> {
        for other in others {
            if other.name == self.name {
                return Err(Error::ProviderName { name: self.name.clone() });
            }
            let is_same = !self.address.is_empty()
                && other.address.eq_ignore_ascii_case(&self.address)
                || other.resolved.iter().any(|address| self.resolved.contains(address));
            if is_same {
                return Err(Error::SecondProvider {
                    name: self.name.clone(),
                    address: self.address.clone(),
                    other: other.name.clone(),
                });
            }
        }
        Ok(())
    }
}
