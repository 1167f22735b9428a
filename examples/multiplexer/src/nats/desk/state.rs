//! What the front knows, and who tells it.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use bus::{Bus, subject};
use csta_client::{Incoming, MonitorId, Session, SessionItem, SessionStream};
use csta_codec::types::SystemStatus;
use futures::StreamExt;
use futures::stream::FuturesUnordered;
use jiff::Timestamp;
use tsp::{Device, Directory, SwitchCallId};

use super::events::complete;
use crate::nats::FrontSettings;
use crate::nats::line::Line;
use crate::nats::publisher::Publisher;
use crate::nats::recorder::Recorder;
use crate::nats::site::{Left, Numbering, SiteView, left};
use crate::nats::values::Values;

/// How many calls are asked about at once of which too little is known.
const ASKED: usize = 16;

/// How often it is looked whether something was lost.
const LOOK: Duration = Duration::from_secs(1);

/// What the front knows.
pub(in crate::nats) struct Desk {
    pub(super) bus: Bus,
    pub(super) settings: FrontSettings,
    pub(super) session: Session,
    pub(super) publisher: Publisher,
    pub(super) values: Values,
    recorder: Recorder,
    /// How events are numbered, once that is known.
    pub(super) numbering: Option<Numbering>,
    view: SiteView,
    pub(super) lines: HashMap<MonitorId, Line>,
    /// Keys of lines from multiplexers before.
    pub(super) left: BTreeSet<String>,
    /// Whether all devices of the PBX have been listed.
    pub(super) is_listed: bool,
    /// Which number is dialled for which device.
    pub(super) directory: Directory,
    /// What users of numbers are called, as far as the PBX has told.
    pub(super) names: HashMap<String, String>,
    pub(super) ordinal: u32,
    /// How many events were missed and reports waited when that was last told.
    told: (u64, u64),
}

impl Desk {
    pub(in crate::nats) fn new(
        bus: Bus,
        settings: FrontSettings,
        session: Session,
        publisher: Publisher,
        values: Values,
        recorder: Recorder,
    ) -> Self {
        let view = SiteView {
            site: settings.site.clone(),
            holder: settings.name.clone(),
            since: Timestamp::now(),
            linked: false,
            reason: None,
        };
        Self {
            bus,
            settings,
            session,
            publisher,
            values,
            recorder,
            numbering: None,
            view,
            lines: HashMap::new(),
            left: BTreeSet::new(),
            is_listed: false,
            directory: Directory::default(),
            names: HashMap::new(),
            ordinal: 0,
            told: (0, 0),
        }
    }

    pub(in crate::nats) async fn run(mut self, mut items: SessionStream) {
        let mut asked = FuturesUnordered::new();
        let mut connections = self.bus.connections();
        let (bus, site) = (self.bus.clone(), self.settings.site.clone());
        let mut reading = Box::pin(async move { left(&bus, &site).await });
        let mut look = tokio::time::interval(LOOK);
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
                Left { reserved, lines } = &mut reading, if self.numbering.is_none() => {
                    self.numbering = Some(Numbering::behind(reserved));
                    self.left = lines;
                    self.clear_away();
                    self.write_all();
                }
                // Back again: what was written meanwhile may be lost there.
                Ok(()) = connections.changed() => self.write_all(),
                _ = look.tick() => self.tell_losses(),
            }
        }
    }

    /// Takes in what the multiplexer says. Returns the calls of which too little is known.
    async fn hear(&mut self, item: SessionItem) -> Vec<(MonitorId, SwitchCallId)> {
        match item {
            // Whether there is a PBX behind it, it says next.
            SessionItem::LinkUp { .. } => self.monitor_named().await,
            SessionItem::LinkDown { error, .. } => self.link(Some(error.to_string())),
            SessionItem::Incoming(Incoming::SystemStatus(status)) => match status {
                SystemStatus::Disabled | SystemStatus::Initializing => {
                    self.link(Some(format!("the PBX is away, or does not serve: {status}")));
                }
                SystemStatus::MessagesLost => {}
                _ => self.link(None),
            },
            SessionItem::Lagged(lost) => {
                self.publisher.miss(lost);
                self.lines.values_mut().for_each(|line| line.monitored = false);
                self.write_all();
            }
            SessionItem::Devices { list: Ok(list), .. } => {
                let devices: Vec<Device> =
                    list.entries().map(|entry| Device::from(&entry)).collect();
                self.directory.learn(&devices, list.is_complete());
                self.monitor_listed(devices, list.is_complete()).await;
            }
            SessionItem::Devices { list: Err(error), .. } => {
                tracing::warn!(%error, "the bus has no list of devices from the PBX");
            }
            SessionItem::MonitorLost { monitor, loss } => {
                self.monitored(monitor, Some(loss.to_string()));
            }
            SessionItem::Event { monitor, event } => return self.event(monitor, &event).await,
            SessionItem::Resynchronised { monitor, snapshot } => {
                return self.synchronise(monitor, &snapshot);
            }
            SessionItem::NotResynchronised { monitor, error } => {
                tracing::debug!(%monitor, %error, "the calls of a line could not be read");
                // Events come all the same, unless nothing does.
                if self.view.linked {
                    self.monitored(monitor, None);
                }
            }
            SessionItem::CallRecords(report) => self.recorder.record(report),
            SessionItem::CallRecordsLost(Some(error)) => {
                tracing::warn!(%error, "call records do not come");
            }
            _ => {}
        }
        Vec::new()
    }

    /// Events of a line come, or do not for a reason. That its monitor runs is not enough, as its
    /// calls are not known yet.
    fn monitored(&mut self, monitor: MonitorId, loss: Option<String>) {
        if let Some(line) = self.lines.get_mut(&monitor) {
            line.set_monitored(loss);
            self.write(monitor);
        }
    }

    /// The PBX is there, or is not for a reason. When it is back, each line is as it says from its
    /// next snapshot on.
    fn link(&mut self, reason: Option<String>) {
        if reason.is_some() {
            for line in self.lines.values_mut() {
                line.monitored = false;
                line.reason = Some("the multiplexer has no link to the PBX".to_owned());
            }
        } else if self.view.linked {
            return;
        }
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

    pub(super) fn write_all(&self) {
        self.write_site();
        self.lines.keys().for_each(|monitor| self.write(*monitor));
    }

    pub(super) fn write(&self, monitor: MonitorId) {
        let (Some(line), Some(numbering)) = (self.lines.get(&monitor), &self.numbering) else {
            return;
        };
        let site = &self.settings.site;
        let key = subject::line_key(site, &line.label);
        if !line.is_known && self.left.contains(&key) {
            return;
        }
        let name = self.names.get(&line.device.number).cloned();
        let (sequence, numbers) = (numbering.last(), &self.settings.numbers);
        let state = line.state(site, name, sequence, &self.directory, numbers);
        match serde_json::to_vec(&state) {
            Ok(value) => self.values.put(key, value.into()),
            Err(error) => tracing::error!(%error, "a line cannot be written as JSON"),
        }
    }

    pub(super) fn write_site(&self) {
        let Some(numbering) = &self.numbering else { return };
        let (missed, waiting) = (self.publisher.missed(), self.recorder.waiting());
        let state = self.view.state(numbering.reserved(), missed, waiting);
        match serde_json::to_vec(&state) {
            Ok(value) => {
                let site = &self.settings.site;
                self.publisher.status(subject::status(site), value.clone().into());
                self.values.put(subject::site_key(site), value.into());
            }
            Err(error) => tracing::error!(%error, "a site cannot be written as JSON"),
        }
    }
}
