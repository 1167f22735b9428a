use serde::{Deserialize, Serialize};

use crate::{Dialing, ExtensionForm, List, Rule};

/// All settings of a [`Formatter`](crate::Formatter), as values.
///
/// The root of a configuration file, or a table in another program's. A file is read and written with
/// [`ConfigFile`](crate::ConfigFile), which keeps its comments and tells where a fault stands.
///
/// ```toml
/// version = 1
///
/// [extensions]
/// ranges = "100-199,300,4*"
/// max_length = 3
///
/// [dialing]
/// access_code = "0"
///
/// [location]
/// enabled = true
/// country_code = "49"
/// area_code = "89"
/// prefix = "1234"
///
/// [[incoming]]
/// regex = '^0(.*)'
/// replace = '\1'
///
/// [[pc_dialing]]
/// text = "reception"
/// replace = "100"
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The version of the form, [`Config::VERSION`]. A file must have it; a table within another file need not.
    pub version: u32,
    /// The internal numbers.
    pub extensions: ExtensionSettings,
    /// The codes that are dialled in front of numbers.
    pub dialing: Dialing,
    /// Where the PBX stands.
    pub location: LocationSettings,
    /// Rules for numbers of incoming calls, PBX to PC.
    pub incoming: Vec<Rule>,
    /// Rules for numbers of outgoing calls, PBX to PC.
    pub outgoing: Vec<Rule>,
    /// Rules for numbers dialled on the PC, PC to PBX.
    pub pc_dialing: Vec<Rule>,
}

/// The table `[extensions]`: see [`ExtensionRange`](crate::ExtensionRange).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExtensionSettings {
    /// Ranges, single numbers and beginnings, parted by commas: `100-199,300,4*`.
    pub ranges: String,
    /// The fewest digits an extension has. Default: 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<usize>,
    /// The most digits an extension has. Default: [`MAX_DIGITS`](crate::limits::MAX_DIGITS).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
}

/// The table `[location]`: see [`Location`](crate::Location).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LocationSettings {
    /// Whether the location is used; what else stands here is kept, not read, while it is not. Default: false.
    pub enabled: bool,
    /// The country code, such as `49`.
    pub country_code: String,
    /// The area code without its national prefix, such as `89`.
    pub area_code: String,
    /// The number before the extension, such as `1234`.
    pub prefix: String,
    /// How extensions are written for the PC: `international`, `49(89)1234-100`, or `canonical`, with a plus sign.
    pub extension_form: ExtensionForm,
    /// The region by whose tables reported numbers are read, such as `DE`; needs the feature `libphonenumber`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

impl Config {
    /// The version of the form that this crate reads and writes.
    pub const VERSION: u32 = 1;

    /// The rules of a list, in order.
    pub const fn rules(&self, list: List) -> &Vec<Rule> {
        match list {
            List::Incoming => &self.incoming,
            List::Outgoing => &self.outgoing,
            List::PcDialing => &self.pc_dialing,
        }
    }

    /// The rules of a list, to change.
    pub const fn rules_mut(&mut self, list: List) -> &mut Vec<Rule> {
        match list {
            List::Incoming => &mut self.incoming,
            List::Outgoing => &mut self.outgoing,
            List::PcDialing => &mut self.pc_dialing,
        }
    }
}

impl Default for Config {
    /// No rules, no extensions, no location: every number stays as it is.
    fn default() -> Self {
        Self {
            version: Self::VERSION,
            extensions: ExtensionSettings::default(),
            dialing: Dialing::default(),
            location: LocationSettings::default(),
            incoming: Vec::new(),
            outgoing: Vec::new(),
            pc_dialing: Vec::new(),
        }
    }
}
