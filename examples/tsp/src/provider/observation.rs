//! How lines and calls are, for handles to tell.

use std::sync::Arc;

use csta_codec::services::GetForwardingResult;
use numfmt::List;

use super::board::Board;
use super::entry::{Entry, Station};
use super::status::ProviderStatus;
use crate::line::in_force;
use crate::{Address, AddressId, Call, CallId, Forwarding, LineId, LineInfo, LineState, Party};

impl Board {
    pub(crate) fn status(&self) -> ProviderStatus {
        let open = self.lines.values().filter(|entry| entry.is_open());
        let stations = || self.lines.values().flat_map(Entry::stations);
        let monitored = |entry: &&Entry| entry.main.state.is_monitored();
        ProviderStatus {
            id: self.id,
            name: Arc::clone(&self.name),
            address: self.address.clone(),
            link: self.link.clone(),
            system_status: self.system_status.clone(),
            lines: self.lines.len(),
            open: open.count(),
            monitored: self.lines.values().filter(monitored).count(),
            calls: stations().map(|(_, station)| station.calls.len()).sum(),
            unused_events: self.unused_events,
            lost_events: self.lost_events,
        }
    }

    pub(crate) const fn link(&self) -> &super::LinkState {
        &self.link
    }

    /// Whether the names have been read, if they are to be.
    pub(crate) const fn is_named(&self) -> bool {
        self.is_named || !self.settings.lines.read_names
    }

    /// Whether the devices have been read; where lines are not made of them, whether that was tried.
    pub(crate) const fn is_loaded(&self) -> bool {
        self.is_loaded
    }

    /// The lines in the order of their numbers, shorter ones first.
    pub(crate) fn line_ids(&self) -> Vec<(LineId, Arc<str>)> {
        let lines = self.lines.values();
        let mut ids: Vec<_> = lines.map(|entry| (entry.id, Arc::clone(&entry.number))).collect();
        ids.sort_by(|(_, a), (_, b)| (a.len(), a).cmp(&(b.len(), b)));
        ids
    }

    /// The line of a number as the PBX has it or as it is shown.
    pub(crate) fn find(&self, number: &str) -> Option<(LineId, Arc<str>)> {
        let id = LineId::of(&self.name, number);
        let by_number = self.lines.get(&id);
        let shown = |entry: &&Entry| *entry.display == *number;
        let found = by_number.or_else(|| self.lines.values().find(shown))?;
        Some((found.id, Arc::clone(&found.number)))
    }

    pub(crate) fn number(&self, line: LineId) -> Option<Arc<str>> {
        self.lines.get(&line).map(|entry| Arc::clone(&entry.number))
    }

    /// A number of a line as it is shown.
    pub(super) fn display_of(&self, number: &Arc<str>) -> Arc<str> {
        if self.settings.lines.canonical_names {
            self.settings.numbers.line_name(number).into()
        } else {
            Arc::clone(number)
        }
    }

    pub(crate) fn display(&self, line: LineId) -> Option<Arc<str>> {
        self.lines.get(&line).map(|entry| Arc::clone(&entry.display))
    }

    pub(crate) fn info(&self, line: LineId) -> Option<LineInfo> {
        let entry = self.lines.get(&line)?;
        let address = |id: AddressId| {
            let station = entry.station(id)?;
            Some(Address {
                id,
                label: id.label(),
                number: entry.number.to_string(),
                device: station.device.device.map(|device| device.to_string()),
                state: station.state.clone(),
                goes_hands_free: !station.device.is_cordless(),
                calls: station.calls.len(),
            })
        };
        Some(LineInfo {
            id: line,
            number: Arc::clone(&entry.number),
            display: Arc::clone(&entry.display),
            name: entry.name().to_owned(),
            provider: self.id,
            provider_name: Arc::clone(&self.name),
            is_manual: entry.is_manual,
            in_service: entry.in_service,
            state: entry.main.state.clone(),
            addresses: AddressId::ALL.into_iter().filter_map(address).collect(),
            rings: entry.rings || self.calls_at(line).any(|call| call.state.is_ringing()),
            message_waiting: entry.message_waiting,
            do_not_disturb: entry.do_not_disturb,
            forwarding: entry.forwarding.clone(),
        })
    }

    pub(crate) fn state(&self, line: LineId, address: AddressId) -> Option<LineState> {
        Some(self.lines.get(&line)?.station(address)?.state.clone())
    }

    /// The calls of a line, those of its first address first.
    pub(crate) fn calls_at(&self, line: LineId) -> impl Iterator<Item = &Call> {
        let stations = self.lines.get(&line).into_iter().flat_map(Entry::stations);
        stations.flat_map(|(_, station): (_, &Station)| station.calls.iter())
    }

    /// The calls of a line, as applications see them.
    pub(crate) fn shown_calls(&self, line: LineId) -> Vec<Call> {
        self.calls_at(line).map(|call| self.shown(call)).collect()
    }

    pub(crate) fn shown_call(&self, line: LineId, id: CallId) -> Option<Call> {
        self.calls_at(line).find(|call| call.id == id).map(|call| self.shown(call))
    }

    /// A call as applications see it.
    pub(crate) fn shown(&self, call: &Call) -> Call {
        call.shown(&self.directory, &self.settings.numbers)
    }

    /// A party as applications see it, by the rules of a list.
    pub(crate) fn shown_party(&self, party: &Party, list: List) -> Party {
        party.shown(&self.directory, &self.settings.numbers, list)
    }

    pub(crate) fn is_open(&self, line: LineId) -> bool {
        self.lines.get(&line).is_some_and(Entry::is_open)
    }

    pub(crate) fn station_device(&self, line: LineId, address: AddressId) -> Option<super::Device> {
        Some(self.lines.get(&line)?.station(address)?.device.clone())
    }

    pub(crate) const fn settings(&self) -> &super::ProviderSettings {
        &self.settings
    }

    /// The lines as they are exported.
    pub(crate) fn export(&self) -> Vec<numfmt::Line> {
        let ids = self.line_ids();
        let entries = ids.iter().filter_map(|(id, _)| self.lines.get(id));
        entries.filter_map(|entry| numfmt::Line::new(&entry.number, entry.name()).ok()).collect()
    }

    /// Takes in how the calls of a line are forwarded, and tells it if that is new.
    pub(crate) fn handle_forwarding(
        &mut self,
        line: LineId,
        result: &GetForwardingResult<'_>,
    ) -> Vec<Forwarding> {
        let forwarding = in_force(result, &self.directory);
        if let Some(entry) = self.lines.get_mut(&line).filter(|entry| entry.is_open())
            && entry.forwarding.as_ref() != Some(&forwarding)
        {
            entry.forwarding = Some(forwarding.clone());
            let forwarding = forwarding.clone();
            self.tell_line(line, crate::LineChange::Forwarding { forwarding });
        }
        forwarding
    }
}
