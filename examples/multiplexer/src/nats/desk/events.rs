//! Events, and what they make of calls.

use std::collections::HashMap;

use bus::{EventMessage, SCHEMA, subject};
use csta_client::{Event, MonitorId, Session, Snapshot};
use csta_codec::events::{CallAssociatedEvents, EventSpecificInfo};
use csta_codec::types::ConnectionId;
use csta_codec::{EventInfo, OctetString};
use jiff::Timestamp;
use numfmt::List;
use serde_json::Value;
use tsp::{Call, CallParties, Device, Reduced, SwitchCallId};

use super::Desk;
use crate::nats::{line, numbers};

/// How many names are known at most.
const NAMES: usize = 65_536;

/// What was asked of a call.
pub(super) type Completed = (MonitorId, SwitchCallId, Option<CallParties>);

impl Desk {
    /// Publishes an event and what it makes of the line.
    pub(super) async fn event(
        &mut self,
        monitor: MonitorId,
        event: &Event,
    ) -> Vec<(MonitorId, SwitchCallId)> {
        let Some(line) = self.lines.get_mut(&monitor) else { return Vec::new() };
        let time = Timestamp::now();
        let info = event.get().event_specific_info;
        let reduced = match &info {
            EventSpecificInfo::CallControlEvents(event) => line.calls.apply(event, time),
            EventSpecificInfo::CallAssociatedEvents(CallAssociatedEvents::CallInformation(
                event,
            )) => line.calls.inform(event, time),
            _ => Reduced::default(),
        };
        let last = reduced.changes.last().map(|change| &change.call);
        let name = EventInfo::of(&info).map_or("unknown", |event| event.name);
        let numbers = &self.settings.numbers;
        let csta = serde_json::to_value(info).unwrap_or(Value::Null);
        let list = last.map_or(List::Incoming, |call| line::list_of(Some(call)));
        if let Some(call) = last {
            learn_names(&mut self.names, call);
        }
        let names = &self.names;
        let shown =
            numbers::shown(&csta, numbers, list, |number| names.get(number).map(String::as_str));
        if let Some(numbering) = &mut self.numbering {
            let (sequence, previous) = numbering.next();
            let message = EventMessage {
                version: SCHEMA,
                site: self.settings.site.clone(),
                sequence,
                previous,
                time,
                device: line.label.clone(),
                name: names.get(&line.device.number).cloned(),
                event: name.to_owned(),
                csta,
                numbers: shown.numbers,
                names: shown.names,
                call: last.map(|call| line::line_call(call, &self.directory, numbers)),
            };
            let subject = subject::event(&self.settings.site, &line.label, name);
            match serde_json::to_vec(&message) {
                Ok(payload) => self.publisher.event(subject, payload.into()),
                Err(error) => {
                    tracing::error!(%error, name, "an event cannot be written as JSON");
                    self.publisher.miss(1);
                }
            }
            if numbering.reserve() {
                self.write_site();
            }
        } else {
            self.publisher.miss(1);
        }
        self.reduced(monitor, &reduced).await
    }

    /// A line is as a snapshot says.
    pub(super) fn synchronise(
        &mut self,
        monitor: MonitorId,
        snapshot: &Snapshot,
    ) -> Vec<(MonitorId, SwitchCallId)> {
        let Some(line) = self.lines.get_mut(&monitor) else { return Vec::new() };
        line.set_monitored(None);
        let reduced = line.calls.synchronise(snapshot.calls(), Timestamp::now());
        let incomplete = self.incomplete(monitor, &reduced);
        self.write(monitor);
        incomplete
    }

    async fn reduced(
        &self,
        monitor: MonitorId,
        reduced: &Reduced,
    ) -> Vec<(MonitorId, SwitchCallId)> {
        if !reduced.changes.is_empty() {
            self.write(monitor);
        }
        if reduced.is_doubtful {
            // If the session is closed, all is over.
            let _ = self.session.resynchronise(monitor).await;
        }
        self.incomplete(monitor, reduced)
    }

    fn incomplete(&self, monitor: MonitorId, reduced: &Reduced) -> Vec<(MonitorId, SwitchCallId)> {
        let Some(line) = self.lines.get(&monitor) else { return Vec::new() };
        let calls = reduced.incomplete.iter().filter_map(|call| line.calls.get(*call));
        calls.filter_map(|call| Some((monitor, call.switch_id.clone()?))).collect()
    }

    /// What was asked of a call is known.
    pub(super) fn complete(&mut self, (monitor, call, parties): Completed) {
        if let Some(parties) = parties
            && let Some(line) = self.lines.get_mut(&monitor)
            && !line.calls.complete(&call, &parties, Timestamp::now()).changes.is_empty()
        {
            self.write(monitor);
        }
    }
}

/// Keeps the names that the PBX tells with the numbers of a call.
fn learn_names(names: &mut HashMap<String, String>, call: &Call) {
    for party in [&call.caller, &call.called, &call.connected] {
        if let (Some(number), Some(name)) = (party.number(), &party.name)
            && (names.len() < NAMES || names.contains_key(number))
            && names.get(number) != Some(name)
        {
            names.insert(number.to_owned(), name.clone());
        }
    }
}

/// Asks who takes part in a call.
pub(super) async fn complete(
    session: Session,
    device: Device,
    monitor: MonitorId,
    call: SwitchCallId,
) -> Completed {
    let parties = async {
        let client = session.client().await.ok()?;
        let call = OctetString(call.as_bytes());
        let snapshot = client.snapshot_call(ConnectionId::new(call, device.id())).await.ok()?;
        Some(CallParties::of(&snapshot))
    };
    let parties = parties.await;
    (monitor, call, parties)
}
