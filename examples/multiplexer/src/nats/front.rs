//! The front: what it hears of the multiplexer, and what it makes of it.

use std::collections::{BTreeMap, HashMap};

use bus::{Bus, EventMessage, SCHEMA, subject};
use csta_client::{Event, MonitorId, Session, SessionItem, SessionStream, Snapshot};
use csta_codec::events::{CallAssociatedEvents, EventSpecificInfo};
use csta_codec::types::{CdrTransferMode, ConnectionId};
use csta_codec::{EventInfo, OctetString};
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use jiff::Timestamp;
use kme_private::DeviceCategory;
use numfmt::List;
use serde_json::Value;
use tokio::task::JoinSet;
use tsp::{Call, CallParties, Device, Directory, Reduced, SwitchCallId};

use super::line::{self, Line};
use super::publisher::Publisher;
use super::recorder::Recorder;
use super::service::Service;
use super::site::{Numbering, SiteView, numbered};
use super::values::Values;
use super::{Dial, FrontSettings, numbers};
use crate::DeviceSet;

/// How many calls are asked about at once of which too little is known.
const ASKED: usize = 16;

/// How many names are known at most.
const NAMES: usize = 65_536;

/// The front on NATS, which runs until it is dropped.
#[derive(Debug)]
pub struct Front {
    tasks: JoinSet<()>,
    session: Session,
}

impl Front {
    /// Starts to publish, to serve requests and to collect call records, of the multiplexer that
    /// `dial` connects to. That NATS or the multiplexer are away at first is no error.
    ///
    /// # Panics
    ///
    /// Outside of a runtime.
    #[must_use]
    pub fn start(bus: Bus, settings: FrontSettings, dial: Dial) -> Self {
        let (session, items) = dial.session(None, |builder| {
            let builder = builder.devices([DeviceCategory::Station]).monitor_limit(65_536);
            let builder = builder.requests_in_flight(16).item_queue(16_384);
            if settings.call_records {
                builder.call_records(CdrTransferMode::TransferAtEndOfCall)
            } else {
                builder
            }
        });
        let mut tasks = JoinSet::new();
        let (publisher, outgoing) = Publisher::new();
        let values = Values::default();
        let (recorder, records) = Recorder::new(false);
        tasks.spawn(outgoing.run(bus.clone()));
        tasks.spawn(values.clone().write(bus.clone()));
        tasks.spawn(records.run(bus.clone(), settings.site.clone(), settings.name.clone()));
        tasks.spawn(Service::new(bus.clone(), settings.clone(), dial).run());
        let desk = Desk {
            view: SiteView {
                site: settings.site.clone(),
                holder: settings.name.clone(),
                linked: false,
                reason: None,
            },
            bus,
            settings,
            session: session.clone(),
            publisher,
            values,
            recorder,
            numbering: None,
            lines: HashMap::new(),
            directory: Directory::default(),
            names: HashMap::new(),
            ordinal: 0,
            told: (0, 0),
        };
        tasks.spawn(desk.run(items));
        Self { tasks, session }
    }

    /// Ends, after the multiplexer has been told so.
    pub async fn stop(mut self) {
        self.session.release().await;
        self.tasks.shutdown().await;
    }
}

/// What the front knows.
struct Desk {
    bus: Bus,
    settings: FrontSettings,
    session: Session,
    publisher: Publisher,
    values: Values,
    recorder: Recorder,
    /// How events are numbered, once that is known.
    numbering: Option<Numbering>,
    view: SiteView,
    lines: HashMap<MonitorId, Line>,
    /// Which number is dialled for which device.
    directory: Directory,
    /// What users of numbers are called, as far as the PBX has told.
    names: HashMap<String, String>,
    ordinal: u32,
    /// How many events were missed and reports waited when that was last told.
    told: (u64, u64),
}

/// What was asked of a call.
type Completed = (MonitorId, SwitchCallId, Option<CallParties>);

impl Desk {
    async fn run(mut self, mut items: SessionStream) {
        let mut asked = FuturesUnordered::new();
        let mut connections = self.bus.connections();
        let (bus, site) = (self.bus.clone(), self.settings.site.clone());
        let mut numbering = Box::pin(async move { numbered(&bus, &site).await });
        let mut tick = tokio::time::interval(std::time::Duration::from_secs(1));
        loop {
            tokio::select! {
                item = items.next() => match item {
                    Some(item) => {
                        let incomplete = self.hear(item).await;
                        for (monitor, call) in incomplete {
                            if asked.len() < ASKED
                                && let Some(line) = self.lines.get(&monitor)
                            {
                                let device = line.device.clone();
                                asked.push(complete(self.session.clone(), device, monitor, call));
                            }
                        }
                    }
                    None => return,
                },
                Some(completed) = asked.next(), if !asked.is_empty() => self.complete(completed),
                reserved = &mut numbering, if self.numbering.is_none() => {
                    self.numbering = Some(Numbering::behind(reserved));
                    self.write_all();
                }
                // Back again: what was written meanwhile may be lost there.
                Ok(()) = connections.changed() => self.write_all(),
                _ = tick.tick() => self.tell_losses(),
            }
        }
    }

    /// Takes in what the multiplexer says. Returns the calls of which too little is known.
    async fn hear(&mut self, item: SessionItem) -> Vec<(MonitorId, SwitchCallId)> {
        match item {
            SessionItem::LinkUp { .. } => {
                self.monitor_listed().await;
                self.link(None);
            }
            SessionItem::LinkDown { error, .. } => {
                for line in self.lines.values_mut() {
                    line.monitored = false;
                    line.reason = Some("the multiplexer has no link to the PBX".to_owned());
                }
                self.link(Some(error.to_string()));
            }
            SessionItem::Lagged(lost) => {
                (0..lost).for_each(|_| self.publisher.miss());
                self.lines.values_mut().for_each(|line| line.monitored = false);
                self.write_all();
            }
            SessionItem::Devices { list: Ok(list), .. } => {
                let devices: Vec<Device> =
                    list.entries().map(|entry| Device::from(&entry)).collect();
                self.directory.learn(&devices, list.is_complete());
                self.monitor_all(devices, list.is_complete()).await;
            }
            SessionItem::Devices { list: Err(error), .. } => {
                tracing::warn!(%error, "the bus has no list of devices from the PBX");
            }
            SessionItem::MonitorRestored(monitor) => self.monitored(monitor, None),
            SessionItem::MonitorLost { monitor, loss } => {
                self.monitored(monitor, Some(loss.to_string()));
            }
            SessionItem::Event { monitor, event } => return self.event(monitor, &event).await,
            SessionItem::Resynchronised { monitor, snapshot } => {
                return self.synchronise(monitor, &snapshot);
            }
            SessionItem::NotResynchronised { monitor, error } => {
                tracing::debug!(%monitor, %error, "the calls of a line could not be read");
            }
            SessionItem::CallRecords(report) => self.recorder.record(report),
            SessionItem::CallRecordsLost(Some(error)) => {
                tracing::warn!(%error, "call records do not come");
            }
            _ => {}
        }
        Vec::new()
    }

    /// Monitors what the settings name by its number, whether or not the PBX lists it.
    async fn monitor_listed(&mut self) {
        let DeviceSet::Only(ranges) = self.settings.devices.clone() else { return };
        let numbers = ranges.iter().filter_map(|range| range.single());
        let devices = numbers.map(Device::by_number).collect();
        self.monitor_all(devices, false).await;
    }

    /// Monitors those of the devices that the settings want.
    async fn monitor_all(&mut self, devices: Vec<Device>, is_complete: bool) {
        let known: HashMap<String, MonitorId> =
            self.lines.iter().map(|(id, line)| (line.label.clone(), *id)).collect();
        let mut present = BTreeMap::new();
        for device in devices {
            let is_wanted =
                !device.number.is_empty() && self.settings.devices.contains(&device.number);
            if is_wanted {
                present.entry(line::label(&device)).or_insert(device);
            }
        }
        if is_complete {
            let gone = known.iter().filter(|(label, id)| {
                let line = self.lines.get(*id);
                // Those without a device number were named by people.
                !present.contains_key(*label)
                    && line.is_some_and(|line| line.device.device.is_some())
            });
            for (label, id) in gone.map(|(label, id)| (label.clone(), *id)).collect::<Vec<_>>() {
                self.lines.remove(&id);
                // If the session is closed, all is over.
                let _ = self.session.stop_monitor(id).await;
                self.values.delete(subject::line_key(&self.settings.site, &label));
            }
        }
        for (label, device) in present {
            if let Some(line) = known.get(&label).and_then(|id| self.lines.get_mut(id)) {
                if device.device.is_some() && line.device.device.is_none() {
                    // Now it is known how events name it.
                    let ordinal = self.ordinal;
                    self.ordinal = self.ordinal.wrapping_add(1);
                    let fresh =
                        Line::new(&self.settings.site, device, ordinal, &self.settings.numbers);
                    let (monitored, reason) = (line.monitored, line.reason.take());
                    *line = Line { monitored, reason, ..fresh };
                }
                continue;
            }
            let started = self.session.monitor(device.id(), None).await;
            match started {
                Ok(monitor) => {
                    let ordinal = self.ordinal;
                    self.ordinal = self.ordinal.wrapping_add(1);
                    let numbers = &self.settings.numbers;
                    let line = Line::new(&self.settings.site, device, ordinal, numbers);
                    self.lines.insert(monitor, line);
                }
                Err(error) => {
                    tracing::warn!(device = label, %error, "a device cannot be monitored");
                }
            }
        }
        self.write_all();
    }

    fn monitored(&mut self, monitor: MonitorId, loss: Option<String>) {
        if let Some(line) = self.lines.get_mut(&monitor) {
            line.monitored = loss.is_none();
            line.reason = loss;
            self.write(monitor);
        }
    }

    /// Publishes an event and what it makes of the line.
    async fn event(&mut self, monitor: MonitorId, event: &Event) -> Vec<(MonitorId, SwitchCallId)> {
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
                Ok(payload) => self.publisher.publish(subject, payload.into()),
                Err(error) => {
                    tracing::error!(%error, name, "an event cannot be written as JSON");
                    self.publisher.miss();
                }
            }
            if numbering.reserve() {
                self.write_site();
            }
        } else {
            self.publisher.miss();
        }
        self.reduced(monitor, &reduced).await
    }

    fn synchronise(
        &mut self,
        monitor: MonitorId,
        snapshot: &Snapshot,
    ) -> Vec<(MonitorId, SwitchCallId)> {
        let Some(line) = self.lines.get_mut(&monitor) else { return Vec::new() };
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

    fn complete(&mut self, (monitor, call, parties): Completed) {
        if let Some(parties) = parties
            && let Some(line) = self.lines.get_mut(&monitor)
            && !line.calls.complete(&call, &parties, Timestamp::now()).changes.is_empty()
        {
            self.write(monitor);
        }
    }

    fn link(&mut self, reason: Option<String>) {
        self.view.linked = reason.is_none();
        self.view.reason = reason;
        self.write_all();
    }

    /// Says how many events were missed, and how many call records wait, if that has changed.
    fn tell_losses(&mut self) {
        let now = (self.publisher.missed(), self.recorder.waiting());
        if now != self.told {
            if now.0 != self.told.0 {
                let events = now.0 - self.told.0;
                tracing::warn!(events, "events could not be published in time");
            }
            self.told = now;
            self.write_site();
        }
    }

    fn write_all(&self) {
        self.write_site();
        self.lines.keys().for_each(|monitor| self.write(*monitor));
    }

    fn write(&self, monitor: MonitorId) {
        let (Some(line), Some(numbering)) = (self.lines.get(&monitor), &self.numbering) else {
            return;
        };
        let site = &self.settings.site;
        let name = self.names.get(&line.device.number).cloned();
        let (sequence, numbers) = (numbering.last(), &self.settings.numbers);
        let state = line.state(site, name, sequence, &self.directory, numbers);
        match serde_json::to_vec(&state) {
            Ok(value) => self.values.put(subject::line_key(site, &line.label), value.into()),
            Err(error) => tracing::error!(%error, "a line cannot be written as JSON"),
        }
    }

    fn write_site(&self) {
        let Some(numbering) = &self.numbering else { return };
        let (missed, waiting) = (self.publisher.missed(), self.recorder.waiting());
        let state = self.view.state(numbering.reserved(), missed, waiting);
        match serde_json::to_vec(&state) {
            Ok(value) => {
                let site = &self.settings.site;
                self.publisher.publish(subject::status(site), value.clone().into());
                self.values.put(subject::site_key(site), value.into());
            }
            Err(error) => tracing::error!(%error, "a site cannot be written as JSON"),
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
async fn complete(
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
