//! Whether a switch can be made of it.

use std::collections::BTreeSet;
use std::time::Duration;

use csta_codec::OperationInfo;

use super::{Config, Model, Sizes};

/// A configuration that makes no switch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// A number that has other characters than digits, `*` and `#`, none or more than 32.
    #[error("{0:?} is no telephone number")]
    InvalidNumber(String),
    /// Two devices with one number.
    #[error("two devices have the number {0}")]
    DuplicateNumber(String),
    /// A member of a group that is no telephone.
    #[error("group {group} has the member {member}, which is no extension")]
    UnknownMember {
        /// The number of the group.
        group: String,
        /// That of the member.
        member: String,
    },
    /// A group overflows to what is neither a telephone nor voice mail.
    #[error("group {group} overflows to {to}, which is neither an extension nor voice mail")]
    UnknownOverflow {
        /// The number of the group.
        group: String,
        /// Where it overflows to.
        to: String,
    },
    /// A cordless telephone that has a twin.
    #[error("extension {0} is cordless and cannot be a Super-Twin, which is a desk telephone")]
    CordlessTwin(String),
    /// More devices of a kind than there are device numbers.
    #[error("there are more than 65535 devices of a kind")]
    TooManyDevices,
    /// More devices than a switch of the series has.
    #[error("a {} has at most {extensions} extensions and {trunks} trunk lines", .model.name())]
    TooLarge {
        /// The series.
        model: Model,
        /// How many extensions it has at most.
        extensions: usize,
        /// How many trunk lines it has at most.
        trunks: usize,
    },
    /// A switch that does nothing but tell its state.
    #[error("the time between two messages about the state of the switch is less than a second")]
    StatusInterval,
    /// A switch that does nothing but send call detail records.
    #[error("{0} is less than a second")]
    RecordInterval(&'static str),
    /// No message can be so short.
    #[error("messages of {0} octets are too short: 96 is the least")]
    MessageLimit(usize),
    /// There is no operation of this name.
    #[error("{0:?} is no operation of CSTA")]
    UnknownService(String),
    /// A switch that nobody can talk to.
    #[error("no application can be associated: one is the least")]
    NoApplications,
}

impl Config {
    /// Tells whether a switch can be made of it.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), ConfigError> {
        if let Some(wrong) =
            self.numbers().chain(&self.access_codes).find(|number| !is_number(number))
        {
            return Err(ConfigError::InvalidNumber(wrong.clone()));
        }
        let mut seen = BTreeSet::new();
        for number in self.numbers() {
            if !seen.insert(number) {
                return Err(ConfigError::DuplicateNumber(number.clone()));
            }
        }
        self.check_groups()?;
        if let Some(cordless) = self.extensions.iter().find(|own| own.portable && own.twin) {
            return Err(ConfigError::CordlessTwin(cordless.number.clone()));
        }
        let most = usize::from(u16::MAX);
        if self.numbers().count() > most || self.trunks.len() > most {
            return Err(ConfigError::TooManyDevices);
        }
        if self.link.status_interval < Duration::from_secs(1) {
            return Err(ConfigError::StatusInterval);
        }
        let records = self.records;
        let intervals =
            [("repeat_after", records.repeat_after), ("notify_after", records.notify_after)];
        if let Some((key, _)) = intervals.iter().find(|(_, time)| *time < Duration::from_secs(1)) {
            return Err(ConfigError::RecordInterval(key));
        }
        if self.link.message_limit < 96 {
            return Err(ConfigError::MessageLimit(self.link.message_limit));
        }
        let Sizes { extensions, trunks, .. } = self.model.sizes();
        if self.extensions.len() > extensions || self.trunks.len() > trunks {
            return Err(ConfigError::TooLarge { model: self.model, extensions, trunks });
        }
        if self.link.applications == 0 {
            return Err(ConfigError::NoApplications);
        }
        let mut services = self.refused_services.iter();
        if let Some(unknown) = services.find(|name| OperationInfo::by_name(name).is_none()) {
            return Err(ConfigError::UnknownService(unknown.clone()));
        }
        Ok(())
    }

    /// The numbers of all devices that are dialled.
    fn numbers(&self) -> impl Iterator<Item = &String> {
        let extensions = self.extensions.iter().map(|extension| &extension.number);
        let groups = self.groups.iter().map(|group| &group.number);
        let pickup_groups = self.pickup_groups.iter().map(|group| &group.number);
        let services = self.voice_mail.iter().chain(&self.disa).map(|service| &service.number);
        extensions.chain(groups).chain(pickup_groups).chain(services).chain(&self.park_zones)
    }

    fn check_groups(&self) -> Result<(), ConfigError> {
        let extensions: BTreeSet<_> = self.extensions.iter().map(|own| &own.number).collect();
        let groups = self.groups.iter().map(|group| (&group.number, &group.members));
        let pickup_groups = self.pickup_groups.iter().map(|group| (&group.number, &group.members));
        for (group, members) in groups.chain(pickup_groups) {
            if let Some(member) = members.iter().find(|member| !extensions.contains(member)) {
                let (group, member) = (group.clone(), member.clone());
                return Err(ConfigError::UnknownMember { group, member });
            }
        }
        let voice_mail = self.voice_mail.as_ref().map(|service| &service.number);
        for group in &self.groups {
            let to = group.overflow.as_ref();
            let unknown = to.filter(|to| !extensions.contains(to) && Some(*to) != voice_mail);
            if let Some(to) = unknown {
                let (group, to) = (group.number.clone(), to.clone());
                return Err(ConfigError::UnknownOverflow { group, to });
            }
        }
        Ok(())
    }
}

/// Whether these are characters that can be dialled, and not too many of them.
pub(crate) fn is_number(number: &str) -> bool {
    let dialled = |octet: u8| octet.is_ascii_digit() || matches!(octet, b'*' | b'#');
    (1..=32).contains(&number.len()) && number.bytes().all(dialled)
}
