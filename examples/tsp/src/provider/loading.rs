//! Which lines there are: from the PBX, from a list, by hand.

use std::collections::BTreeMap;
use std::sync::Arc;

use csta_client::MonitorId;

use super::board::Board;
use super::entry::{Entry, Station, names};
use super::{Device, action::Action};
use crate::moment::Moment;
use crate::registry::Common;
use crate::{AddressId, Error, Line, LineChange, LineId, LineState, ProviderChange};

/// A list of the devices of the PBX.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) devices: Vec<Device>,
    /// Whether devices that are not in it are no more.
    pub(crate) is_complete: bool,
}

/// What a change of lines asks for.
#[derive(Debug, Default)]
pub(crate) struct Rearranged {
    /// Telephones of open lines that are to be monitored.
    pub(crate) start: Vec<(LineId, AddressId)>,
    /// Monitors that are not wanted any more.
    pub(crate) stop: Vec<MonitorId>,
}

impl Board {
    /// Takes in the devices that the PBX has, or why they are not known.
    pub(crate) fn handle_devices(
        &mut self,
        listed: Result<Listed, csta_client::Error>,
        common: &Common,
        now: Moment,
    ) -> Rearranged {
        let is_automatic = self.settings.lines.automatic;
        let listed = match listed {
            Ok(listed) => listed,
            Err(error) => {
                self.reload_at = now.instant.checked_add(self.settings.retry_interval);
                let why = error.to_string();
                if is_automatic {
                    self.tell(ProviderChange::LinesNotLoaded { why });
                } else {
                    tracing::info!(provider = %self.name, why, "the PBX tells no devices");
                    self.is_loaded = true;
                    self.read_names();
                }
                return Rearranged::default();
            }
        };
        self.directory.learn(&listed.devices, listed.is_complete);
        let mut rearranged = Rearranged::default();
        let mut telephones: BTreeMap<String, (Vec<Device>, Vec<Device>)> = BTreeMap::new();
        for device in listed.devices {
            let is_there = self.lines.contains_key(&LineId::of(&self.name, &device.number));
            let is_line = is_there || is_automatic && self.is_in_range(&device.number);
            if !device.number.is_empty() && is_line {
                let (desk, cordless) = telephones.entry(device.number.clone()).or_default();
                if device.is_cordless() { cordless.push(device) } else { desk.push(device) }
            }
        }
        let mut present = Vec::new();
        for (number, (desk, cordless)) in telephones {
            // Of two telephones under one number, the one on the desk is the line's.
            let mut both = desk.into_iter().chain(cordless);
            let Some(main) = both.next() else { continue };
            let mobile = both.find(Device::is_cordless).filter(|_| !main.is_cordless());
            let line = LineId::of(&self.name, &number);
            present.push(line);
            self.arrange(line, main, mobile, common, now, &mut rearranged);
        }
        if listed.is_complete {
            self.remove_missing(&present);
        }
        self.is_loaded = true;
        self.tell(ProviderChange::LinesLoaded { lines: self.lines.len() });
        self.read_names();
        rearranged
    }

    fn read_names(&mut self) {
        if self.settings.lines.read_names {
            self.act(Action::ReadNames);
        }
    }

    /// Whether a number is one of the extensions, as the settings say.
    fn is_in_range(&self, number: &str) -> bool {
        self.settings.numbers.lines([number]).next().is_some()
    }

    /// A line has these telephones.
    fn arrange(
        &mut self,
        line: LineId,
        main: Device,
        mobile: Option<Device>,
        common: &Common,
        now: Moment,
        rearranged: &mut Rearranged,
    ) {
        let numbers = Arc::clone(&self.settings.numbers);
        if !self.lines.contains_key(&line) {
            self.create(line, main.clone(), String::new(), false, common);
        }
        if let Some(name) = main.name.clone().filter(|_| self.settings.lines.read_names) {
            self.rename(line, |entry| entry.read_name = Some(name));
        }
        let Some(entry) = self.lines.get_mut(&line) else {
            return;
        };
        entry.in_service = Some(main.in_service);
        if entry.main.device.device != main.device {
            entry.main.calls.rename(names(&main, AddressId::Main, &numbers));
            entry.main.device = main;
        }
        let before = entry.mobile.as_ref().and_then(|station| station.device.device);
        let after = mobile.as_ref().and_then(|device| device.device);
        if before == after {
            return;
        }
        if before.is_some() {
            rearranged.stop.extend(self.stop(line, AddressId::Mobile, now));
        }
        let is_up = self.link.is_up();
        let Some(entry) = self.lines.get_mut(&line) else {
            return;
        };
        let place = (line, AddressId::Mobile);
        entry.mobile =
            mobile.map(|device| Station::new(place, device, common.next_address(), &numbers));
        let present = entry.mobile.is_some();
        let is_open = entry.is_open();
        self.tell_line(line, LineChange::Mobile { present });
        if present && is_open {
            let state = if is_up { LineState::Starting } else { LineState::WaitingForLink };
            self.enter(line, AddressId::Mobile, state);
            rearranged.start.push(place);
        }
    }

    /// Lines that the PBX does not have any more go, unless they are open or were added by hand.
    fn remove_missing(&mut self, present: &[LineId]) {
        let mut present = present.to_vec();
        present.sort_unstable();
        let missing: Vec<LineId> = self
            .lines
            .keys()
            .copied()
            .filter(|line| present.binary_search(line).is_err())
            .collect();
        for line in missing {
            let Some(entry) = self.lines.get_mut(&line) else { continue };
            if entry.is_manual || entry.is_open() {
                entry.in_service = None;
            } else {
                self.tell_line(line, LineChange::Removed);
                self.lines.remove(&line);
            }
        }
    }

    fn create(
        &mut self,
        line: LineId,
        device: Device,
        given_name: String,
        is_manual: bool,
        common: &Common,
    ) {
        let number: Arc<str> = device.number.as_str().into();
        let numbers = &self.settings.numbers;
        let main = Station::new((line, AddressId::Main), device, common.next_address(), numbers);
        let display = self.display_of(&number);
        let entry = Entry {
            id: line,
            number,
            display,
            given_name,
            read_name: None,
            is_manual,
            in_service: None,
            main,
            mobile: None,
            opened: None,
            rings: false,
            message_waiting: false,
            do_not_disturb: false,
            forwarding: None,
        };
        self.lines.insert(line, entry);
        self.tell_line(line, LineChange::Created);
    }

    /// Adds a line by hand, or gives a name to one that is there.
    fn add_line(&mut self, given: &numfmt::Line, common: &Common) -> Result<LineId, Error> {
        check_dialled(given)?;
        let line = LineId::of(&self.name, given.number());
        if let Some(entry) = self.lines.get_mut(&line) {
            entry.is_manual = true;
            self.rename(line, |entry| given.name().clone_into(&mut entry.given_name));
        } else {
            let device = Device::by_number(given.number());
            self.create(line, device, given.name().to_owned(), true, common);
        }
        Ok(line)
    }

    /// Changes the names of a line; tells it if the line is called otherwise from now on.
    fn rename(&mut self, line: LineId, change: impl FnOnce(&mut Entry)) {
        let Some(entry) = self.lines.get_mut(&line) else {
            return;
        };
        let before = entry.name().to_owned();
        change(entry);
        let name = entry.name().to_owned();
        if name != before {
            self.tell_line(line, LineChange::Name { name });
        }
    }

    /// A line that was added by hand is not wanted any more. It stays if the PBX has it. The
    /// monitors that are not wanted any more are given back.
    pub(crate) fn remove_line(&mut self, line: LineId, now: Moment) -> Option<Vec<MonitorId>> {
        let entry = self.lines.get_mut(&line)?;
        let number = Arc::clone(&entry.number);
        entry.is_manual = false;
        let has_device = entry.in_service.is_some();
        if has_device && self.settings.lines.automatic && self.is_in_range(&number) {
            self.rename(line, |entry| entry.given_name.clear());
            return Some(Vec::new());
        }
        let monitors = self.close(line, now);
        self.tell_line(line, LineChange::Removed);
        self.lines.remove(&line);
        Some(monitors)
    }

    /// Takes in the names that the PBX has for lines.
    pub(crate) fn handle_names(&mut self, names: Vec<(String, String)>) {
        self.is_named = true;
        for (number, name) in names {
            let line = LineId::of(&self.name, &number);
            self.rename(line, |entry| entry.read_name = Some(name));
        }
    }

    /// The numbers of the lines that have no name yet, with their devices.
    pub(crate) fn nameless(&self) -> Vec<Device> {
        let nameless = self.lines.values().filter(|entry| entry.name().is_empty());
        nameless.map(|entry| entry.main.device.clone()).collect()
    }
}

impl Board {
    /// Adds lines by hand; none if one of them cannot be a line.
    pub(crate) fn add_lines(
        &mut self,
        lines: &[numfmt::Line],
        common: &Common,
    ) -> Result<Vec<LineId>, Error> {
        lines.iter().try_for_each(check_dialled)?;
        let before = self.lines.len();
        let added = lines.iter().map(|line| self.add_line(line, common)).collect();
        if self.lines.len() > before && self.link.is_up() {
            // Which telephones they are, the list tells.
            self.act(Action::ReadDevices);
        }
        added
    }

    /// Reads the devices and names anew.
    pub(crate) fn reload(&mut self) {
        self.is_loaded = false;
        self.act(Action::ReadDevices);
    }
}

/// A line goes by the number under which the PBX knows it.
fn check_dialled(line: &numfmt::Line) -> Result<(), Error> {
    if Line::can_be(line.number()) {
        return Ok(());
    }
    Err(Error::InvalidLine {
        number: line.number().to_owned(),
        what: "give the number by which the PBX knows it: digits, * and #".to_owned(),
    })
}
