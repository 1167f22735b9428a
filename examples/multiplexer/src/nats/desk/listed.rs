//! Which devices are monitored for the bus.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use bus::subject;
use csta_client::MonitorId;
use tsp::Device;

use super::Desk;
use crate::DeviceSet;
use crate::nats::line::{self, Line};

impl Desk {
    /// Monitors what the settings name by its number, whether or not the PBX lists it.
    pub(super) async fn monitor_named(&mut self) {
        let DeviceSet::Only(ranges) = self.settings.devices.clone() else { return };
        let numbers = ranges.iter().filter_map(|range| range.single());
        let devices = numbers.map(Device::by_number).collect();
        self.monitor_listed(devices, false).await;
    }

    /// Monitors those of the devices that the settings want.
    pub(super) async fn monitor_listed(&mut self, devices: Vec<Device>, is_complete: bool) {
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
            if let Some(monitor) = known.get(&label)
                && let Some(line) = self.lines.get_mut(monitor)
            {
                line.device.in_service = device.in_service;
                if device.device.is_some() && line.device.device.is_none() {
                    // Now it is known how events name it.
                    let (ordinal, numbers) = (next(&mut self.ordinal), &self.settings.numbers);
                    *line = Line::new(&self.settings.site, device, ordinal, numbers);
                    // If the session is closed, all is over.
                    let _ = self.session.resynchronise(*monitor).await;
                }
                continue;
            }
            let started = self.session.monitor(device.id(), None).await;
            match started {
                Ok(monitor) => {
                    let (ordinal, numbers) = (next(&mut self.ordinal), &self.settings.numbers);
                    let line = Line::new(&self.settings.site, device, ordinal, numbers);
                    self.lines.insert(monitor, line);
                }
                Err(error) => {
                    tracing::warn!(device = label, %error, "a device cannot be monitored");
                }
            }
        }
        self.is_listed |= is_complete;
        self.clear_away();
        self.write_all();
    }

    /// Takes lines out of the bucket that a multiplexer before has left there, and that there are
    /// not any more.
    pub(super) fn clear_away(&mut self) {
        if !self.is_listed || self.numbering.is_none() {
            return;
        }
        let site = &self.settings.site;
        let key = |line: &Line| subject::line_key(site, &line.label);
        let present: BTreeSet<String> = self.lines.values().map(key).collect();
        for key in self.left.difference(&present) {
            tracing::info!(key, "a line that is no more is taken out of the bucket");
            self.values.delete(key.clone());
        }
        self.left.retain(|key| present.contains(key));
    }
}

const fn next(ordinal: &mut u32) -> u32 {
    let this = *ordinal;
    *ordinal = this.wrapping_add(1);
    this
}
