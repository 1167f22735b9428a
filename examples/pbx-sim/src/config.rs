//! What a switch has and how it behaves.

mod link;
mod records;

use std::collections::BTreeSet;
use std::time::Duration;

use csta_codec::OperationInfo;

use jiff::civil::DateTime;
pub use link::Link;
pub use records::Records;

/// What a switch has and how it behaves.
///
/// The default is a small office: 20 extensions, 101 to 120, with names, four trunk lines, and a
/// public network in which everybody answers after a moment.
#[derive(Clone, Debug)]
pub struct Config {
    /// The telephones, in the order of their device numbers.
    pub extensions: Vec<Extension>,
    /// The lines to the public network, in the order of their device numbers.
    pub trunks: Vec<Trunk>,
    /// What is dialled before an outside number.
    pub access_codes: Vec<String>,
    /// How many parties a conference can have.
    pub conference_limit: usize,
    /// Whether a telephone may leave two outside parties connected with each other.
    pub trunk_to_trunk: bool,
    /// Whether answering puts the present call on hold; otherwise it ends it.
    pub answer_holds: bool,
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
#[derive(Clone, Debug)]
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
        }
    }
}

/// A line to the public network.
#[derive(Clone, Debug)]
pub struct Trunk {
    /// The number under which it is listed.
    pub number: String,
    /// Whether the network tells that the far telephone rings and answers, as a digital one does.
    pub progress: bool,
}

impl Trunk {
    /// A digital line.
    #[must_use]
    pub fn new(number: impl Into<String>) -> Self {
        Self { number: number.into(), progress: true }
    }
}

/// How long things take; what is `None` does not happen.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// How long a telephone prompts its user to go off-hook.
    pub prompt: Duration,
    /// How long dial tone is given before the first digit.
    pub first_digit: Duration,
    /// After how long without a further digit a number is complete.
    pub inter_digit: Duration,
    /// How long a telephone rings.
    pub no_answer: Option<Duration>,
    /// How long a hands-free telephone gives a tone before it goes on-hook.
    pub tone: Duration,
    /// After how long a held call rings at the telephone that holds it.
    pub hold_recall: Option<Duration>,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            prompt: Duration::from_secs(20),
            first_digit: Duration::from_secs(20),
            inter_digit: Duration::from_secs(4),
            no_answer: Some(Duration::from_secs(60)),
            tone: Duration::from_secs(15),
            hold_recall: Some(Duration::from_secs(60)),
        }
    }
}

/// What the public network does with a call that goes out.
#[derive(Clone, Debug)]
pub struct Network {
    /// After how long the outside telephone rings.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It rings for so long and is answered.
    Answers(Duration),
    /// It is busy.
    Busy,
    /// It rings and nobody answers.
    Rings,
    /// Nothing happens by itself: whoever uses the model acts as the network.
    Silent,
}

/// What telephone users do by themselves; by default nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct People {
    /// After how long they answer.
    pub answer_after: Option<Duration>,
    /// After how long they hang up a call that they have answered.
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
        let extension =
            |(index, name): (usize, &&str)| Extension::new((101 + index).to_string(), *name);
        Self {
            extensions: NAMES.iter().enumerate().map(extension).collect(),
            trunks: (1..=4).map(|line: u16| Trunk::new(line.to_string())).collect(),
            access_codes: vec!["0".to_owned(), "9".to_owned()],
            conference_limit: 8,
            trunk_to_trunk: false,
            answer_holds: true,
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
    /// Two telephones with one number.
    #[error("two extensions have the number {0}")]
    DuplicateNumber(String),
    /// More devices of a kind than there are device numbers.
    #[error("there are more than 65535 devices of a kind")]
    TooManyDevices,
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
    /// Tells whether a switch can be made of it.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), ConfigError> {
        let codes = self.access_codes.iter();
        let numbers = self.extensions.iter().map(|extension| &extension.number);
        if let Some(wrong) = numbers.chain(codes).find(|number| !is_number(number)) {
            return Err(ConfigError::InvalidNumber(wrong.clone()));
        }
        let mut seen = BTreeSet::new();
        for extension in &self.extensions {
            if !seen.insert(&extension.number) {
                return Err(ConfigError::DuplicateNumber(extension.number.clone()));
            }
        }
        let most = usize::from(u16::MAX);
        if self.extensions.len() > most || self.trunks.len() > most {
            return Err(ConfigError::TooManyDevices);
        }
        if self.link.status_interval < Duration::from_secs(1) {
            return Err(ConfigError::StatusInterval);
        }
        if self.link.message_limit < 96 {
            return Err(ConfigError::MessageLimit(self.link.message_limit));
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
}

/// Whether these are characters that can be dialled, and not too many of them.
pub(crate) fn is_number(number: &str) -> bool {
    let dialled = |octet: u8| octet.is_ascii_digit() || matches!(octet, b'*' | b'#');
    (1..=32).contains(&number.len()) && number.bytes().all(dialled)
}
