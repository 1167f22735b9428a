//! A line: a device that is monitored for the bus.

use std::sync::Arc;

use bus::{LineCall, LineParty, LineState, SCHEMA, Site};
use jiff::Timestamp;
use numfmt::{Formatter, List};
use tsp::{AddressId, Call, Calls, Device, Directory, Identity, LineId, Names, Party};

/// A device that is monitored for the bus, and its calls.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) device: Device,
    /// How it is called in subjects and keys.
    pub(super) label: String,
    pub(super) calls: Calls,
    pub(super) monitored: bool,
    pub(super) reason: Option<String>,
    /// Whether anything is known of its calls. Until then, what a multiplexer before has said of it
    /// is worth more.
    pub(super) is_known: bool,
}

impl Line {
    pub(super) fn new(site: &Site, device: Device, ordinal: u32, numbers: &Arc<Formatter>) -> Self {
        let label = label(&device);
        let is_twin = device.number != label;
        let own = device.own_names(is_twin);
        let public = vec![Identity::Number(device.number.clone())];
        let names = Names::new(own, public, Arc::clone(numbers));
        let line = LineId::of(site.as_str(), &label);
        let calls = Calls::new(line, AddressId::Main, ordinal, names);
        Self { device, label, calls, monitored: false, reason: None, is_known: false }
    }

    /// Events of it come, or do not for a reason.
    pub(super) fn set_monitored(&mut self, loss: Option<String>) {
        self.is_known = true;
        self.monitored = loss.is_none();
        self.reason = loss;
    }

    /// How it is at present.
    pub(super) fn state(
        &self,
        site: &Site,
        name: Option<String>,
        sequence: u64,
        directory: &Directory,
        numbers: &Formatter,
    ) -> LineState {
        LineState {
            version: SCHEMA,
            site: site.clone(),
            device: self.label.clone(),
            number: self.device.number.clone(),
            device_number: self.device.device.map(u32::from),
            in_service: self.device.in_service,
            name,
            sequence,
            time: Timestamp::now(),
            monitored: self.monitored,
            reason: self.reason.clone(),
            calls: self.calls.iter().map(|call| line_call(call, directory, numbers)).collect(),
        }
    }
}

/// How a device is called in subjects and keys: extensions by the number that is dialled, all
/// others by their number in the PBX, as twins have one number for both.
pub(super) fn label(device: &Device) -> String {
    match device.device {
        Some(number) if number.kind() != kme_private::DeviceKind::Extension => number.to_string(),
        _ => device.number.clone(),
    }
}

/// A call as the bus shows it.
pub(super) fn line_call(call: &Call, directory: &Directory, numbers: &Formatter) -> LineCall {
    let shown = call.shown(directory, numbers);
    LineCall {
        call: shown.switch_id.as_ref().map(ToString::to_string),
        state: shown.state.to_string(),
        since: shown.since,
        origin: shown.origin.to_string(),
        caller: party(&shown.caller),
        called: party(&shown.called),
        connected: party(&shown.connected),
        redirecting: party(&shown.redirecting),
        began: shown.began,
        connected_at: shown.connected_at,
    }
}

/// By which rules the numbers of a call are shown.
pub(super) fn list_of(call: Option<&Call>) -> List {
    match call {
        Some(call) if !call.origin.is_inbound() => List::Outgoing,
        _ => List::Incoming,
    }
}

fn party(party: &Party) -> Option<LineParty> {
    party.is_known().then(|| LineParty { number: party.to_string(), name: party.name.clone() })
}
