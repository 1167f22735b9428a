//! The series of Panasonic's switches, their sizes and ways.

use serde::{Deserialize, Serialize};

use super::Config;

/// A series of Panasonic's switches.
///
/// Its sizes are those of its largest switch in round numbers, and which of Panasonic's ways it
/// has is this project's choice, guided by the few things that are known: clients of the older
/// series keep to messages of 240 octets, a later switch was seen to send longer ones, and the
/// extra element of the device list was met at a newer switch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Model {
    /// KX-TDA.
    Tda,
    /// KX-TDE, with the settings of [`Config::default`].
    #[default]
    Tde,
    /// KX-NCP.
    Ncp,
    /// KX-NS.
    Ns,
    /// KX-NSX.
    Nsx,
}

/// How large a switch can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// How many telephones.
    pub extensions: usize,
    /// How many lines to the public network.
    pub trunks: usize,
    /// How many parties in a conference.
    pub conference: usize,
    /// How many monitors: all devices, or as many as there are licences.
    pub monitors: usize,
}

impl Model {
    /// All series, the oldest first.
    pub const ALL: [Self; 5] = [Self::Tda, Self::Tde, Self::Ncp, Self::Ns, Self::Nsx];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tda => "KX-TDA",
            Self::Tde => "KX-TDE",
            Self::Ncp => "KX-NCP",
            Self::Ns => "KX-NS",
            Self::Nsx => "KX-NSX",
        }
    }

    /// The series of a name, with `KX-` or without, in capitals or not.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        let same = |model: &Self| {
            let full = model.name();
            full.eq_ignore_ascii_case(name)
                || full.strip_prefix("KX-").is_some_and(|short| short.eq_ignore_ascii_case(name))
        };
        Self::ALL.into_iter().find(same)
    }

    /// How large it can be.
    #[must_use]
    pub const fn sizes(self) -> Sizes {
        match self {
            Self::Tda => Sizes { extensions: 960, trunks: 640, conference: 8, monitors: 1600 },
            Self::Tde => Sizes { extensions: 1024, trunks: 640, conference: 8, monitors: 2048 },
            Self::Ncp => Sizes { extensions: 256, trunks: 128, conference: 8, monitors: 384 },
            // With a licence for each telephone.
            Self::Ns => Sizes { extensions: 1000, trunks: 600, conference: 32, monitors: 1000 },
            Self::Nsx => Sizes { extensions: 2000, trunks: 600, conference: 32, monitors: 2000 },
        }
    }
}

impl Config {
    /// The default configuration in the ways and with the limits of a series.
    ///
    /// ```
    /// use pbx_sim::{Config, Model};
    ///
    /// let config = Config::of(Model::Nsx);
    /// assert!(config.link.message_limit > Config::of(Model::Tda).link.message_limit);
    /// assert!(config.check().is_ok());
    /// ```
    #[must_use]
    pub fn of(model: Model) -> Self {
        let mut config = Self { model, ..Self::default() };
        config.follow_model(|_, _| false);
        config
    }

    /// Takes the ways and limits of its series, but for those of which `is_set` says so: by the
    /// table and key that they have in a configuration file.
    pub(crate) fn follow_model(&mut self, is_set: impl Fn(Option<&str>, &str) -> bool) {
        let (model, sizes) = (self.model, self.model.sizes());
        let later = matches!(model, Model::Ns | Model::Nsx);
        let link = &mut self.link;
        if !is_set(Some("link"), "monitor_limit") {
            link.monitor_limit = sizes.monitors;
        }
        if !is_set(Some("link"), "message_limit") {
            link.message_limit = if later { 1000 } else { 240 };
        }
        if !is_set(Some("link"), "second_status") {
            link.second_status = model != Model::Tda;
        }
        if !is_set(None, "conference_limit") {
            self.conference_limit = sizes.conference;
        }
    }
}
