//! What a provider knows of a line.

use std::sync::Arc;

use csta_client::MonitorId;
use numfmt::Formatter;
use tokio::sync::OwnedSemaphorePermit;

use super::Device;
use super::binding::Bindings;
use crate::{AddressId, Calls, Forwarding, Identity, LineId, LineState, Names};

/// A line of a provider.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: LineId,
    pub(super) number: Arc<str>,
    /// The number as it is shown: the same, or canonical.
    pub(super) display: Arc<str>,
    /// A name that was given, which has precedence over one that the PBX tells.
    pub(super) given_name: String,
    pub(super) read_name: Option<String>,
    pub(super) is_manual: bool,
    pub(super) in_service: Option<bool>,
    pub(super) main: Station,
    pub(super) mobile: Option<Station>,
    /// Counted as one of the lines that may be open.
    pub(super) opened: Option<OwnedSemaphorePermit>,
    pub(super) rings: bool,
    pub(super) message_waiting: bool,
    pub(super) do_not_disturb: bool,
    pub(super) forwarding: Option<Vec<Forwarding>>,
}

/// A telephone of a line.
#[derive(Debug)]
pub(super) struct Station {
    pub(super) device: Device,
    pub(super) state: LineState,
    pub(super) monitor: Option<MonitorId>,
    pub(super) calls: Calls,
    pub(super) bindings: Bindings,
}

impl Station {
    pub(super) fn new(
        (line, address): (LineId, AddressId),
        device: Device,
        ordinal: u32,
        numbers: &Arc<Formatter>,
    ) -> Self {
        let calls = Calls::new(line, address, ordinal, names(&device, address, numbers));
        let (state, bindings) = (LineState::Closed, Bindings::default());
        Self { device, state, monitor: None, calls, bindings }
    }
}

/// How the switch names a telephone.
pub(super) fn names(device: &Device, address: AddressId, numbers: &Arc<Formatter>) -> Names {
    let own = device.own_names(address == AddressId::Mobile);
    Names::new(own, vec![Identity::Number(device.number.clone())], Arc::clone(numbers))
}

impl Entry {
    pub(super) fn name(&self) -> &str {
        match self.given_name.as_str() {
            "" => self.read_name.as_deref().unwrap_or_default(),
            name => name,
        }
    }

    pub(super) const fn station(&self, address: AddressId) -> Option<&Station> {
        match address {
            AddressId::Main => Some(&self.main),
            AddressId::Mobile => self.mobile.as_ref(),
        }
    }

    pub(super) const fn station_mut(&mut self, address: AddressId) -> Option<&mut Station> {
        match address {
            AddressId::Main => Some(&mut self.main),
            AddressId::Mobile => self.mobile.as_mut(),
        }
    }

    /// Its telephones with their addresses.
    pub(super) fn stations(&self) -> impl Iterator<Item = (AddressId, &Station)> {
        [(AddressId::Main, Some(&self.main)), (AddressId::Mobile, self.mobile.as_ref())]
            .into_iter()
            .filter_map(|(id, station)| Some((id, station?)))
    }

    pub(super) const fn is_open(&self) -> bool {
        self.opened.is_some()
    }
}
