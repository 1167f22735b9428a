//! The bus: NATS.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::SettingError;
use super::check::{duration, wrong};
use crate::DeviceSet;

/// The front on NATS.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct BusSettings {
    /// `nats://HOST:PORT`, or several of a cluster with commas between.
    pub url: String,
    /// The site of this PBX: letters and digits of ASCII, `-` and `_`. It is a part of all subjects.
    pub site: String,
    /// A file with credentials, as `nsc` writes it.
    #[serde(default)]
    pub credentials: Option<PathBuf>,
    /// The name of this multiplexer among those of the site.
    #[serde(default = "name")]
    pub name: String,
    /// On how many servers of a cluster what is made in NATS is kept: 1 unless it says 3 or 5. What is
    /// there already stays as it is.
    #[serde(default = "one")]
    pub replicas: usize,
    /// The devices that are monitored for the bus, as numbers and ranges of numbers of the same
    /// length: all that the PBX lists, unless it says which.
    #[serde(default)]
    pub devices: Option<Vec<String>>,
    /// Whether call records are published. Unless said otherwise they are, and no other application
    /// can hold them.
    #[serde(default = "yes")]
    pub call_records: bool,
    /// As which user requests are carried out that name none on their subject. Unless it says one,
    /// they may do everything.
    #[serde(default)]
    pub user: Option<String>,
    /// A file with rules for numbers, as `csta-tsp` has it: as the PBX writes them unless it says
    /// one.
    #[serde(default)]
    pub numbers: Option<PathBuf>,
    /// What is needed where several multiplexers stand in front of one PBX.
    #[serde(default)]
    pub standby: Option<Standby>,
}

/// Several multiplexers in front of one PBX, of which one has it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Standby {
    /// Within which time another one takes over: 10 s, from 2 s to 10 min; the same for all.
    #[serde(with = "config_file::time")]
    pub takeover: Duration,
    /// The name of the one that takes the PBX when NATS has been away for three leases: nobody
    /// unless it says one; the same for all.
    pub preferred: Option<String>,
}

impl Default for Standby {
    fn default() -> Self {
        Self { takeover: Duration::from_secs(10), preferred: None }
    }
}

impl BusSettings {
    /// The defaults, for a server and a site.
    #[must_use]
    pub fn new(url: impl Into<String>, site: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            site: site.into(),
            credentials: None,
            name: name(),
            replicas: one(),
            devices: None,
            call_records: true,
            user: None,
            numbers: None,
            standby: None,
        }
    }

    pub(super) fn check(&self) -> Result<(), SettingError> {
        if let Err(error) = self.site.parse::<bus::Site>() {
            return wrong("bus.site", error.to_string());
        }
        if self.url.trim().is_empty() {
            return wrong("bus.url", "is empty: expected nats://HOST:PORT");
        }
        if self.name.is_empty() || self.name.len() > bus::MAX_SITE {
            return wrong("bus.name", "is empty or longer than 64 octets");
        }
        if !(1..=5).contains(&self.replicas) {
            return wrong("bus.replicas", format!("is {}: expected 1 to 5", self.replicas));
        }
        if let Err(error) = self.device_set() {
            return wrong("bus.devices", error.to_string());
        }
        match &self.standby {
            Some(standby) => duration("bus.standby.takeover", standby.takeover, 2, 600),
            None => Ok(()),
        }
    }

    /// The devices that are monitored for the bus.
    pub(crate) fn device_set(&self) -> Result<DeviceSet, crate::AccessError> {
        match &self.devices {
            None => Ok(DeviceSet::Any),
            Some(numbers) => DeviceSet::only(numbers.iter().map(String::as_str)),
        }
    }
}

/// What the computer is called, where that can be told.
fn name() -> String {
    let told = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let told = told.or_else(|| std::env::var("COMPUTERNAME").ok());
    let told = told.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    told.unwrap_or_else(|| "csta-mux".to_owned())
}

const fn one() -> usize {
    1
}

const fn yes() -> bool {
    true
}
