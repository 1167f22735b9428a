//! What a switch has and how it behaves.

mod groups;
mod link;
mod model;
mod records;

use std::collections::BTreeSet;
use std::time::Duration;

use csta_codec::OperationInfo;

pub use groups::{Group, GroupKind, PickupGroup, Service};
use jiff::civil::DateTime;
pub use link::Link;
pub use model::{Model, Sizes};
pub use records::Records;
use serde::{Deserialize, Serialize};

/// What a switch has and how it behaves.
///
/// The default is a small office: 20 extensions, 101 to 120, with names, of which 110 and 120 have
/// a cordless twin, four trunk lines, a ring group (601) and a hunt group (602), a pick-up group
/// (610), park zones (701 to 704), voice mail (500) and DISA (501), and a public network in which
/// everybody answers after a moment.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The series of the switch.
    pub model: Model,
    /// The telephones, in the order of their device numbers.
    pub extensions: Vec<Extension>,
    /// The lines to the public network, in the order of their device numbers.
    pub trunks: Vec<Trunk>,
    /// Groups of telephones with one number.
    pub groups: Vec<Group>,
    /// Groups of telephones whose users answer for each other. A telephone belongs to the first
    /// that names it.
    pub pickup_groups: Vec<PickupGroup>,
    /// The numbers of the places where calls are parked.
    pub park_zones: Vec<String>,
    /// Voice mail, if there is any.
    pub voice_mail: Option<Service>,
    /// Direct inward system access, if there is any.
    pub disa: Option<Service>,
    /// What is dialled before an outside number.
    pub access_codes: Vec<String>,
    /// How many parties a conference can have.
    pub conference_limit: usize,
    /// Whether a telephone may leave two outside parties connected with each other.
    pub trunk_to_trunk: bool,
    /// Whether answering puts the present call on hold; otherwise it ends it.
    pub answer_holds: bool,
    /// Whether telephones report that they go off-hook and on-hook and that they ring. A live switch
    /// was seen to report ringing; when it does and when not is not known.
    pub report_telephones: bool,
    /// Whether digits are reported while a user dials. No Panasonic switch has been seen to.
    pub report_digits: bool,
    /// How long things take.
    pub timing: Timing,
    /// What the public network does by itself.
    pub network: Network,
    /// What telephone users do by themselves.
    pub people: People,
    /// How the switch speaks CSTA.
    pub link: Link,
    /// How call detail records are kept and sent.
    pub records: Records,
    /// The local time when the switch starts; by default that of this computer.
    pub starts_at: Option<DateTime>,
    /// Services that the switch does not have, by the identifiers of their operations, such as
    /// `snapshotDevice`: they are refused with serviceNotSupported.
    pub refused_services: Vec<String>,
}

/// A telephone.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Extension {
    /// Its number.
    pub number: String,
    /// The name of its user, or nothing.
    pub name: String,
    /// Whether it goes off-hook without its user, by loudspeaker.
    pub hands_free: bool,
    /// Whether a second call is offered during a first.
    pub call_waiting: bool,
    /// Whether it is cordless.
    pub portable: bool,
    /// Whether it is a Super-Twin: a cordless telephone goes with it, under the same number.
    pub twin: bool,
    /// Whether others may break into its calls.
    pub intrusion: bool,
}

impl Default for Extension {
    /// One without a number, which is none.
    fn default() -> Self {
        Self::new("", "")
    }
}

impl Extension {
    /// A hands-free desk telephone.
    #[must_use]
    pub fn new(number: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            name: name.into(),
            hands_free: true,
            call_waiting: false,
            portable: false,
            twin: false,
            intrusion: true,
        }
    }
}

/// A line to the public network.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Trunk {
    /// The number under which it is listed.
    pub number: String,
    /// Whether the network tells that the far telephone rings and answers, as a digital one does.
    pub progress: bool,
}

impl Default for Trunk {
    /// One without a number.
    fn default() -> Self {
        Self::new("")
    }
}

impl Trunk {
    /// A digital line.
    #[must_use]
    pub fn new(number: impl Into<String>) -> Self {
        Self { number: number.into(), progress: true }
    }
}

/// How long things take; what is `None` does not happen.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Timing {
    /// How long a telephone prompts its user to go off-hook.
    #[serde(with = "config_file::time")]
    pub prompt: Duration,
    /// How long dial tone is given before the first digit.
    #[serde(with = "config_file::time")]
    pub first_digit: Duration,
    /// After how long without a further digit a number is complete.
    #[serde(with = "config_file::time")]
    pub inter_digit: Duration,
    /// How long a telephone rings.
    #[serde(with = "config_file::time::optional")]
    pub no_answer: Option<Duration>,
    /// How long a hands-free telephone gives a tone before it goes on-hook.
    #[serde(with = "config_file::time")]
    pub tone: Duration,
    /// From one ring to the next.
    #[serde(with = "config_file::time")]
    pub ring_cycle: Duration,
    /// How long a telephone rings before a call is forwarded on which nobody answers, if the number
    /// of rings is not set.
    #[serde(with = "config_file::time")]
    pub forward_no_answer: Duration,
    /// After how long a held call rings at the telephone that holds it.
    #[serde(with = "config_file::time::optional")]
    pub hold_recall: Option<Duration>,
    /// After how long a call that was transferred and is not answered comes back.
    #[serde(with = "config_file::time::optional")]
    pub transfer_recall: Option<Duration>,
    /// After how long a parked call rings at the telephone that parked it.
    #[serde(with = "config_file::time::optional")]
    pub park_recall: Option<Duration>,
    /// How long a telephone rings to tell its user that somebody can be called back.
    #[serde(with = "config_file::time")]
    pub call_back: Duration,
    /// After how long voice mail answers. DISA answers at once.
    #[serde(with = "config_file::time")]
    pub voice_mail_answer: Duration,
    /// How long voice mail takes a message.
    #[serde(with = "config_file::time")]
    pub message: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            prompt: Duration::from_secs(20),
            first_digit: Duration::from_secs(20),
            inter_digit: Duration::from_secs(4),
            no_answer: Some(Duration::from_secs(60)),
            tone: Duration::from_secs(15),
            ring_cycle: Duration::from_secs(5),
            forward_no_answer: Duration::from_secs(15),
            hold_recall: Some(Duration::from_secs(60)),
            transfer_recall: Some(Duration::from_secs(30)),
            park_recall: Some(Duration::from_secs(180)),
            call_back: Duration::from_secs(10),
            voice_mail_answer: Duration::from_secs(1),
            message: Duration::from_secs(60),
        }
    }
}

/// What the public network does with a call that goes out.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Network {
    /// After how long the outside telephone rings.
    #[serde(with = "config_file::time")]
    pub rings_after: Duration,
    /// What happens then, by the beginning of the number; the first that fits counts.
    pub numbers: Vec<(String, Outcome)>,
    /// What happens with other numbers.
    pub otherwise: Outcome,
}

impl Default for Network {
    fn default() -> Self {
        Self {
            rings_after: Duration::from_millis(400),
            numbers: Vec::new(),
            otherwise: Outcome::Answers(Duration::from_secs(2)),
        }
    }
}

/// How an outside telephone takes a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It rings for so long and is answered.
    Answers(#[serde(with = "config_file::time")] Duration),
    /// It is busy.
    Busy,
    /// It rings and nobody answers.
    Rings,
    /// Nothing happens by itself: whoever uses the model acts as the network.
    Silent,
}

/// What telephone users do by themselves; by default nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct People {
    /// After how long they answer.
    #[serde(with = "config_file::time::optional")]
    pub answer_after: Option<Duration>,
    /// After how long they hang up a call that they have answered.
    #[serde(with = "config_file::time::optional")]
    pub hang_up_after: Option<Duration>,
}

impl Default for Config {
    fn default() -> Self {
        const NAMES: [&str; 20] = [
            "Anna Berger",
            "Boris Novak",
            "Carla Rossi",
            "David Okafor",
            "Elena Petrova",
            "Felix Meyer",
            "Grace Lee",
            "Hugo Martin",
            "Ines Costa",
            "Jakob Lind",
            "Keiko Tanaka",
            "Liam Walsh",
            "Maya Cohen",
            "Nils Bakker",
            "Olga Sidorova",
            "Pavel Dvorak",
            "Quentin Roy",
            "Rosa Diaz",
            "Samir Haddad",
            "Tessa Visser",
        ];
        let extension = |(index, name): (usize, &&str)| Extension {
            twin: matches!(index, 9 | 19),
            ..Extension::new((101 + index).to_string(), *name)
        };
        let overflow = Some("500".to_owned());
        Self {
            model: Model::default(),
            extensions: NAMES.iter().enumerate().map(extension).collect(),
            trunks: (1..=4).map(|line: u16| Trunk::new(line.to_string())).collect(),
            groups: vec![
                Group {
                    name: "Sales".to_owned(),
                    ..Group::new("601", GroupKind::Ring, ["111", "112", "113"])
                },
                Group {
                    name: "Support".to_owned(),
                    overflow,
                    ..Group::new("602", GroupKind::Hunt, ["114", "115", "116"])
                },
            ],
            pickup_groups: vec![PickupGroup {
                number: "610".to_owned(),
                members: (101..=110).map(|number: u16| number.to_string()).collect(),
            }],
            park_zones: (701..=704).map(|number: u16| number.to_string()).collect(),
            voice_mail: Some(Service { number: "500".to_owned(), ports: 4 }),
            disa: Some(Service { number: "501".to_owned(), ports: 2 }),
            access_codes: vec!["0".to_owned(), "9".to_owned()],
            conference_limit: 8,
            trunk_to_trunk: false,
            answer_holds: true,
            report_telephones: false,
            report_digits: false,
            timing: Timing::default(),
            network: Network::default(),
            people: People::default(),
            link: Link::default(),
            records: Records::default(),
            starts_at: None,
            refused_services: Vec::new(),
        }
    }
}

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
    /// A switch with these telephones and the default's lines, and without groups and services.
    #[must_use]
    pub fn with_extensions(extensions: impl IntoIterator<Item = Extension>) -> Self {
        Self {
            extensions: extensions.into_iter().collect(),
            groups: Vec::new(),
            pickup_groups: Vec::new(),
            park_zones: Vec::new(),
            voice_mail: None,
            disa: None,
            ..Self::default()
        }
    }

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
