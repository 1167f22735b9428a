//! Times as people write them: `2s`, `500ms`, `1.5m`; for serde by `with = "config_file::time"`.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// The units, the largest first, and how many milliseconds they are.
const UNITS: [(&str, u64); 4] = [("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

/// The longest time that can be written: a year.
pub const LONGEST: Duration = Duration::from_secs(365 * 24 * 3600);

/// Reads a time: a number with at most three decimals and `ms`, `s`, `m` or `h`; seconds if there
/// is no unit. Up to [`LONGEST`], to the millisecond.
#[must_use]
pub fn parse_time(text: &str) -> Option<Duration> {
    let at = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(at);
    let (_, unit) =
        UNITS.into_iter().find(|(name, _)| *name == if unit.is_empty() { "s" } else { unit })?;
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let is_number = |digits: &str| digits.bytes().all(|octet| octet.is_ascii_digit());
    if !is_number(whole) || !is_number(decimals) || !(1..=3).contains(&decimals.len()) {
        return None;
    }
    let thousandths = format!("{whole}{decimals:0<3}").parse::<u64>().ok()?;
    let thousandths = thousandths.checked_mul(unit)?;
    let time = Duration::from_millis(thousandths / 1000);
    (!whole.is_empty() && thousandths % 1000 == 0 && time <= LONGEST).then_some(time)
}

/// Writes a time, to the millisecond, as [`parse_time`] reads it.
#[derive(Clone, Copy, Debug)]
pub struct Time(pub Duration);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = u64::try_from(self.0.as_millis()).unwrap_or(u64::MAX);
        let fits = |(_, unit): &&(&str, u64)| millis >= *unit && millis % unit == 0;
        let (name, unit) = UNITS.iter().find(fits).unwrap_or(&("s", 1_000));
        write!(f, "{}{name}", millis / unit)
    }
}

/// Writes a time into a configuration file.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&Time(*time))
}

/// Reads a time from a configuration file.
///
/// # Errors
///
/// What is no time.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    let text = String::deserialize(from)?;
    let wrong = || D::Error::custom("expected a time such as \"2s\", \"500ms\" or \"1.5m\"");
    parse_time(&text).ok_or_else(wrong)
}

/// A time in a configuration file, or `never`: by `with = "config_file::time::optional"`.
pub mod optional {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use super::parse_time;

    const NEVER: &str = "never";

    /// Writes a time, or `never`.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S>(time: &Option<Duration>, to: S) -> Result<S::Ok, S::Error>
    where
        S: Serializer,
    {
        match time {
            Some(time) => super::serialize(time, to),
            None => to.serialize_str(NEVER),
        }
    }

    /// Reads a time, or `never`.
    ///
    /// # Errors
    ///
    /// What is neither.
    pub fn deserialize<'de, D>(from: D) -> Result<Option<Duration>, D::Error>
    where
        D: Deserializer<'de>,
    {
        let text = String::deserialize(from)?;
        if text == NEVER {
            return Ok(None);
        }
        let wrong = || D::Error::custom("expected a time such as \"2s\" or \"1.5m\", or \"never\"");
        parse_time(&text).map(Some).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_times_as_people_write_them() {
        for (text, millis) in [
            ("2s", 2_000),
            ("500ms", 500),
            ("1.5m", 90_000),
            ("0.25", 250),
            ("3", 3_000),
            ("1h", 3_600_000),
        ] {
            assert_eq!(parse_time(text), Some(Duration::from_millis(millis)), "{text}");
        }
    }

    #[test]
    fn rejects_what_is_no_time() {
        for text in [
            "",
            "s",
            ".5s",
            "5.s",
            "-1s",
            "1d",
            "1 s",
            "1.5ms",
            "1.2345s",
            "9000h",
            "99999999999999999999s",
            "1e3",
            "١s",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_what_it_writes(millis in 0..LONGEST.as_millis() as u64) {
            let time = Duration::from_millis(millis);
            prop_assert_eq!(parse_time(&Time(time).to_string()), Some(time));
        }
    }
}
