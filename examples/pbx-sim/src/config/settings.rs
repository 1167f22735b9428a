//! All of it, and the office that is built in.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{
    Extension, Group, GroupKind, Link, Model, Network, People, PickupGroup, Records, Service,
    Timing, Trunk,
};

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
}
