use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::extension::is_digits;
use crate::limits::MAX_DIGITS;
use crate::region::Region;
use crate::{Dialing, canonical};

/// Numbers of up to so many digits without a prefix are services such as 112, not subscribers of the own area.
const MAX_SERVICE_DIGITS: usize = 3;

/// Where a PBX stands: the international number that precedes its extensions.
///
/// Only for sites with several PBXs: with a location, all extensions become international.
///
/// ```
/// use numfmt::Location;
///
/// let location: Location = "49(89)1234".parse()?;
/// assert_eq!(location.international("100"), "49(89)1234-100");
/// assert_eq!(location.canonical("100"), "+49(89)1234-100");
/// assert_eq!(location.extension_of("+49 89 1234-100").as_deref(), Some("100"));
/// assert_eq!(location.extension_of("+49 30 1234-100"), None);
/// # Ok::<(), numfmt::LocationError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    country: String,
    area: String,
    prefix: String,
    region: Option<Region>,
}

/// How an extension is written for the PC when a location is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExtensionForm {
    /// Without the plus sign: `49(89)1234-100`.
    #[default]
    International,
    /// With the plus sign: `+49(89)1234-100`.
    Canonical,
}

impl Location {
    /// A location of a country code (1 to 3 digits), an area code and a prefix, the number before the extension.
    ///
    /// The area code, without its national prefix, may be empty, and so may the prefix.
    ///
    /// # Errors
    ///
    /// The first of the three that is not made of digits or is too long.
    pub fn new(country: &str, area: &str, prefix: &str) -> Result<Self, LocationError> {
        if !is_digits(country) || country.len() > 3 || country.starts_with('0') {
            return Err(LocationError::Country);
        }
        for (key, code) in [("area_code", area), ("prefix", prefix)] {
            if code.len() > MAX_DIGITS || !(code.is_empty() || is_digits(code)) {
                return Err(LocationError::Code { key });
            }
        }
        Ok(Self { country: country.into(), area: area.into(), prefix: prefix.into(), region: None })
    }

    /// Has reported numbers read by libphonenumber's tables for a region (ISO 3166: `DE`, `US`), too.
    ///
    /// For countries whose numbers the prefixes alone do not explain, as where the national prefix may be left out.
    ///
    /// # Errors
    ///
    /// A region that is not known, or a crate built without the feature `libphonenumber`.
    pub fn with_region(self, region: &str) -> Result<Self, LocationError> {
        Ok(Self { region: Some(Region::new(region)?), ..self })
    }

    /// An extension as `49(89)1234-100`.
    pub fn international(&self, extension: &str) -> String {
        let hyphen = if self.prefix.is_empty() { "" } else { "-" };
        format!("{self}{hyphen}{extension}")
    }

    /// An extension in canonical form, `+49(89)1234-100`, as lines may be named.
    pub fn canonical(&self, extension: &str) -> String {
        format!("+{}", self.international(extension))
    }

    /// An extension in the form asked for.
    pub fn write(&self, form: ExtensionForm, extension: &str) -> String {
        match form {
            ExtensionForm::International => self.international(extension),
            ExtensionForm::Canonical => self.canonical(extension),
        }
    }

    /// The extension of a canonical or international number that belongs to this location.
    ///
    /// Whether there is such an extension is not known here: ask the [`ExtensionRange`](crate::ExtensionRange).
    /// A number without the plus sign is taken for international only with the punctuation of one. A 0 in parentheses,
    /// as in `+49 (0)89 1234-100`, is left out.
    pub fn extension_of(&self, number: &str) -> Option<String> {
        let number = canonical::read(number, "0")?;
        let rest = number
            .digits
            .strip_prefix(&self.country)?
            .strip_prefix(&self.area)?
            .strip_prefix(&self.prefix)?;
        (!rest.is_empty() && (number.plus || number.punctuation)).then(|| rest.to_owned())
    }

    /// What an outside number that the PBX reports is in canonical form.
    ///
    /// The number is as a subscriber of this location dials it, without access code: `00` and a country code, `0` and
    /// an area code, or a number of the own area. The own area code is written in parentheses, `+49(89)5551234`; where
    /// another area code ends only tables know, so its digits stay together, `+493012345`. Unchanged stay numbers of
    /// up to three digits without prefix, such as 112, and whatever has other characters than digits.
    pub fn canonicalize<'n>(&self, dialing: &Dialing, number: &'n str) -> Cow<'n, str> {
        let digits = match canonical::read(number, &dialing.national_prefix) {
            Some(number) if number.plus => Some(number.digits),
            _ if is_digits(number) && number.len() <= MAX_DIGITS => self.complete(dialing, number),
            _ => None,
        };
        match digits.map(|digits| self.punctuate(&digits)) {
            Some(text) if text != number => Cow::Owned(text),
            _ => Cow::Borrowed(number),
        }
    }

    /// What the PBX must dial for a canonical number: access code, then prefix and number.
    ///
    /// Numbers of the own country get the national prefix, others the international one. What is not canonical is
    /// unchanged: it is dialled as it is written.
    pub fn dialable<'n>(&self, dialing: &Dialing, number: &'n str) -> Cow<'n, str> {
        let Some(digits) =
            canonical::read(number, &dialing.national_prefix).filter(|number| number.plus)
        else {
            return Cow::Borrowed(number);
        };
        let Dialing { access_code, national_prefix, international_prefix, .. } = dialing;
        let digits = digits.digits;
        if digits == self.country {
            return Cow::Borrowed(number);
        }
        let Some(national) = digits.strip_prefix(&self.country) else {
            return Cow::Owned(format!("{access_code}{international_prefix}{digits}"));
        };
        Cow::Owned(match national.strip_prefix(&self.area) {
            Some(own) if !dialing.dial_own_area && !self.area.is_empty() && !own.is_empty() => {
                format!("{access_code}{own}")
            }
            _ => format!("{access_code}{national_prefix}{national}"),
        })
    }

    /// Country code, area code and number of what a subscriber of this location dials.
    fn complete(&self, dialing: &Dialing, number: &str) -> Option<String> {
        let Self { country, area, region, .. } = self;
        let Dialing { national_prefix, international_prefix, .. } = dialing;
        if number == international_prefix || number == national_prefix {
            return None;
        }
        let behind = |prefix: &str| {
            number.strip_prefix(prefix).filter(|rest| !prefix.is_empty() && !rest.is_empty())
        };
        if let Some(rest) = behind(international_prefix) {
            return Some(rest.to_owned());
        }
        let national = behind(national_prefix);
        if national.is_none() && number.len() <= MAX_SERVICE_DIGITS {
            return None;
        }
        let local = format!("{country}{area}{number}");
        if let Some(region) = region {
            let known = match national {
                Some(_) => region.read(number),
                None => region.read(&format!("+{local}")).or_else(|| region.read(number)),
            };
            if known.is_some() {
                return known;
            }
        }
        Some(match national {
            Some(national) => format!("{country}{national}"),
            // without a national prefix numbers are always dialled with their area code
            None if national_prefix.is_empty() => format!("{country}{number}"),
            None => local,
        })
    }

    fn punctuate(&self, digits: &str) -> String {
        let own = digits
            .strip_prefix(&self.country)
            .and_then(|national| national.strip_prefix(&self.area));
        match own {
            Some(own) if !self.area.is_empty() && !own.is_empty() => {
                format!("+{}({}){own}", self.country, self.area)
            }
            _ => format!("+{digits}"),
        }
    }
}

impl fmt::Display for Location {
    /// As `49(89)1234`; without an area code as `45 1234`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { country, area, prefix, .. } = self;
        if area.is_empty() {
            write!(f, "{country} {prefix}")
        } else {
            write!(f, "{country}({area}){prefix}")
        }
    }
}

impl FromStr for Location {
    type Err = LocationError;

    /// Reads `49(89)1234` or `+49(89)1234`; without an area code `45 1234`.
    fn from_str(text: &str) -> Result<Self, LocationError> {
        let text = text.trim();
        let text = text.strip_prefix('+').unwrap_or(text);
        let (country, rest) = text.split_once(['(', ' ']).ok_or(LocationError::Form)?;
        match (text.contains('('), rest.split_once(')')) {
            (true, Some((area, prefix))) => Self::new(country, area, prefix),
            (false, None) => Self::new(country, "", rest),
            _ => Err(LocationError::Form),
        }
    }
}

/// What is wrong in a location.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LocationError {
    /// A text that is not a location.
    #[error(
        "not a location: write country code, area code in parentheses and prefix, such as 49(89)1234"
    )]
    Form,
    /// The country code is not one.
    #[error("[location] country_code: use 1 to 3 digits without leading zeros, such as 49")]
    Country,
    /// The area code or the prefix has other characters than digits.
    #[error("[location] {key}: use up to {MAX_DIGITS} digits, or leave it empty")]
    Code {
        /// The key in the table `[location]`.
        key: &'static str,
    },
    /// The region is not known.
    #[error("[location] region: use the two letters of a country in capitals, such as DE")]
    Region,
    /// There are no tables for regions.
    #[error("[location] region: this program is built without libphonenumber; leave region out")]
    NoLibrary,
}

impl LocationError {
    /// The key in the table `[location]`; none if a text was read.
    pub const fn key(&self) -> Option<&'static str> {
        match self {
            Self::Form => None,
            Self::Country => Some("country_code"),
            Self::Code { key } => Some(key),
            Self::Region | Self::NoLibrary => Some("region"),
        }
    }
}
