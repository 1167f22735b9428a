use std::borrow::Cow;

use crate::explanation::{Explanation, Stage, Step};
use crate::{
    Config, Dialing, DialingError, ExtensionForm, ExtensionRange, List, Location, LocationError,
    Part, RangeError, RangeErrorKind, RuleErrors, RuleList,
};

/// Rewrites numbers on their way between PBX and PC, by rules, location and extension range.
///
/// Built once from a [`Config`]; then shared by reference, as it is `Send` and `Sync`. An empty result says that the
/// number is suppressed: show none, dial none.
///
/// # Order
///
/// From the PBX to the PC ([`List::Incoming`], [`List::Outgoing`]):
///
/// 1. The access code is taken off, unless the number is internal.
/// 2. The rules. The output of a rule is final.
/// 3. If no rule matched and a location is used: an internal number becomes international, any other canonical.
///
/// From the PC to the PBX ([`List::PcDialing`]):
///
/// 1. If a location is used: a number of this location becomes its extension, another canonical number what the PBX
///    must dial.
/// 2. The rules.
///
/// ```
/// use numfmt::{Config, Formatter, List, Rule};
///
/// let mut config = Config::default();
/// config.incoming.push(Rule::regex("^0(.*)", r"\1"));
/// let formatter = Formatter::new(&config)?;
/// assert_eq!(formatter.format(List::Incoming, "030123"), "30123");
/// assert_eq!(formatter.format(List::Outgoing, "030123"), "030123");
/// println!("{}", formatter.explain(List::Incoming, "030123"));
/// # Ok::<(), numfmt::SettingsError>(())
/// ```
#[derive(Debug)]
pub struct Formatter {
    incoming: RuleList,
    outgoing: RuleList,
    pc_dialing: RuleList,
    range: Option<ExtensionRange>,
    dialing: Dialing,
    location: Option<Location>,
    form: ExtensionForm,
}

impl Formatter {
    /// Checks and compiles a configuration.
    ///
    /// # Errors
    ///
    /// What is wrong in the settings; of rules, all that is wrong in all lists.
    pub fn new(config: &Config) -> Result<Self, SettingsError> {
        if config.version != Config::VERSION {
            return Err(SettingsError::Version { found: config.version });
        }
        let range = &config.extensions;
        let range = if range.ranges.trim().is_empty()
            && range.max_length.is_none()
            && range.min_length.is_none()
        {
            None
        } else {
            Some(ExtensionRange::new(&range.ranges, range.min_length, range.max_length)?)
        };
        config.dialing.check()?;
        let settings = &config.location;
        let location = if settings.enabled {
            let location =
                Location::new(&settings.country_code, &settings.area_code, &settings.prefix)?;
            if range.is_none() {
                return Err(SettingsError::LocationWithoutExtensions);
            }
            Some(match &settings.region {
                Some(region) => location.with_region(region)?,
                None => location,
            })
        } else {
            None
        };
        let mut errors = Vec::new();
        let [Some(incoming), Some(outgoing), Some(pc_dialing)] = List::ALL.map(|list| {
            RuleList::new(list, config.rules(list))
                .map_err(|fault| errors.extend(fault.iter().cloned()))
                .ok()
        }) else {
            return Err(RuleErrors::new(errors).into());
        };
        let dialing = config.dialing.clone();
        Ok(Self {
            incoming,
            outgoing,
            pc_dialing,
            range,
            dialing,
            location,
            form: settings.extension_form,
        })
    }

    /// What becomes of a number; empty if it is suppressed.
    ///
    /// Allocates only for a changed number that is not a part of the given one.
    pub fn format<'n>(&self, list: List, number: &'n str) -> Cow<'n, str> {
        self.run(list, number, &mut |_, _, _| {})
    }

    /// What becomes of a number, step by step.
    pub fn explain(&self, list: List, number: &str) -> Explanation {
        let mut steps = Vec::new();
        let output = self.run(list, number, &mut |stage, before, after| {
            let stage = match stage {
                Did::AccessCode => Stage::AccessCode,
                Did::NoRule => Stage::NoRule,
                Did::Location => Stage::Location,
                Did::Rule(line) => match self.rules(list).rules().get(line.saturating_sub(1)) {
                    Some(rule) => Stage::Rule { line, rule: rule.clone() },
                    None => Stage::NoRule,
                },
            };
            steps.push(Step { stage, before: before.to_owned(), after: after.to_owned() });
        });
        let output = output.into_owned();
        Explanation { list, input: number.to_owned(), steps, output }
    }

    /// Whether a number is one of the PBX's own: an extension, or an international number of this location's.
    ///
    /// Without an extension range no number is known to be internal.
    pub fn is_internal(&self, number: &str) -> bool {
        self.is_extension(number) || self.own_extension(number).is_some()
    }

    /// The name of a line: in canonical form if a location is used, else the extension itself.
    pub fn line_name<'n>(&self, extension: &'n str) -> Cow<'n, str> {
        match &self.location {
            Some(location) => Cow::Owned(location.canonical(extension)),
            None => Cow::Borrowed(extension),
        }
    }

    /// The devices that become lines: those in the extension range, or all if there is none.
    pub fn lines<D: AsRef<str>>(
        &self,
        devices: impl IntoIterator<Item = D>,
    ) -> impl Iterator<Item = D> {
        let range = self.range.as_ref();
        devices
            .into_iter()
            .filter(move |device| range.is_none_or(|range| range.is_internal(device.as_ref())))
    }

    /// A list's rules.
    pub const fn rules(&self, list: List) -> &RuleList {
        match list {
            List::Incoming => &self.incoming,
            List::Outgoing => &self.outgoing,
            List::PcDialing => &self.pc_dialing,
        }
    }

    /// The extension range, if one is set.
    pub const fn extension_range(&self) -> Option<&ExtensionRange> {
        self.range.as_ref()
    }

    /// The location, if one is used.
    pub const fn location(&self) -> Option<&Location> {
        self.location.as_ref()
    }

    fn run<'n>(
        &self,
        list: List,
        number: &'n str,
        trace: &mut impl FnMut(Did, &str, &str),
    ) -> Cow<'n, str> {
        match list {
            List::Incoming | List::Outgoing => self.to_pc(list, number, trace),
            List::PcDialing => self.to_pbx(number, trace),
        }
    }

    fn to_pc<'n>(
        &self,
        list: List,
        reported: &'n str,
        trace: &mut impl FnMut(Did, &str, &str),
    ) -> Cow<'n, str> {
        let internal = self.is_extension(reported);
        let number =
            if internal { reported } else { self.dialing.strip_access_code(list, reported) };
        if !self.dialing.access_code.is_empty() {
            trace(Did::AccessCode, reported, number);
        }
        if let Some(found) = self.rules(list).apply(number) {
            trace(Did::Rule(found.rule), number, &found.output);
            return found.output;
        }
        trace(Did::NoRule, number, number);
        let Some(location) = &self.location else {
            return Cow::Borrowed(number);
        };
        let output = if internal {
            Cow::Owned(location.write(self.form, number))
        } else {
            let canonical = location.canonicalize(&self.dialing, number);
            match self.own_extension(&canonical) {
                Some(extension) => Cow::Owned(location.write(self.form, &extension)),
                None => canonical,
            }
        };
        trace(Did::Location, number, &output);
        output
    }

    fn to_pbx<'n>(
        &self,
        dialled: &'n str,
        trace: &mut impl FnMut(Did, &str, &str),
    ) -> Cow<'n, str> {
        let number = match &self.location {
            None => Cow::Borrowed(dialled),
            Some(location) => {
                let number =
                    match self.own_extension(dialled).or_else(|| self.dialled_extension(dialled)) {
                        Some(extension) => Cow::Owned(extension),
                        None => location.dialable(&self.dialing, dialled),
                    };
                trace(Did::Location, dialled, &number);
                number
            }
        };
        let output = match &number {
            Cow::Borrowed(number) => self.pc_dialing.apply(number),
            Cow::Owned(number) => self.pc_dialing.apply(number).map(|found| found.into_owned()),
        };
        match output {
            Some(found) => {
                trace(Did::Rule(found.rule), &number, &found.output);
                found.output
            }
            None => {
                trace(Did::NoRule, &number, &number);
                number
            }
        }
    }

    fn is_extension(&self, number: &str) -> bool {
        self.range.as_ref().is_some_and(|range| range.is_internal(number))
    }

    /// The extension of a canonical or international number of this location's, if there is such an extension.
    fn own_extension(&self, number: &str) -> Option<String> {
        self.location
            .as_ref()?
            .extension_of(number)
            .filter(|extension| self.is_extension(extension))
    }

    /// The same of a number that is dialled with the international prefix, `0049891234100`.
    fn dialled_extension(&self, number: &str) -> Option<String> {
        let prefix = &self.dialing.international_prefix;
        let rest = number.strip_prefix(prefix).filter(|_| !prefix.is_empty())?;
        self.own_extension(&format!("+{rest}"))
    }
}

/// What was done to a number.
enum Did {
    AccessCode,
    Rule(usize),
    NoRule,
    Location,
}

/// What is wrong in a [`Config`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SettingsError {
    /// The settings have another version than this crate reads.
    #[error(
        "version: these settings have version {found}, this program reads {}: use the program that wrote them, or a newer one",
        Config::VERSION
    )]
    Version {
        /// The version of the settings.
        found: u32,
    },
    /// The extension range cannot be read.
    #[error("[extensions] {0}")]
    Extensions(#[from] RangeError),
    /// A code cannot be dialled.
    #[error(transparent)]
    Dialing(#[from] DialingError),
    /// The location cannot be read.
    #[error(transparent)]
    Location(#[from] LocationError),
    /// A location is used, but nothing tells extensions from other numbers.
    #[error(
        "[location] is enabled, but nothing says which numbers are extensions: set ranges or max_length in [extensions]"
    )]
    LocationWithoutExtensions,
    /// Rules are wrong.
    #[error(transparent)]
    Rules(#[from] RuleErrors),
}

impl SettingsError {
    /// What is wrong, each fault with the key of the configuration that it is about, such as `incoming[2].regex` with
    /// indexes from 0, or `location.area_code`.
    ///
    /// For programs whose configuration has these settings in a table of its own.
    pub fn faults(&self) -> Vec<(String, String)> {
        let one = |key: String| vec![(key, self.to_string())];
        match self {
            Self::Version { .. } => one("version".to_owned()),
            Self::Extensions(error) => {
                let lengths = matches!(error.kind(), RangeErrorKind::Lengths { .. });
                one(format!("extensions.{}", if lengths { "max_length" } else { "ranges" }))
            }
            Self::Dialing(error) => one(format!("dialing.{}", error.key())),
            Self::Location(error) => one(error
                .key()
                .map_or_else(|| "location".to_owned(), |key| format!("location.{key}"))),
            Self::LocationWithoutExtensions => one("location.enabled".to_owned()),
            Self::Rules(errors) => errors
                .iter()
                .map(|error| {
                    let rule = error.line().saturating_sub(1);
                    let part = match error.part() {
                        Part::Expression => ".regex",
                        Part::Text => ".text",
                        Part::Replacement => ".replace",
                        Part::Line => "",
                    };
                    (format!("{}[{rule}]{part}", error.list().key()), error.to_string())
                })
                .collect(),
        }
    }
}
