//! Why the PBX does not do something, in words and with its code.

use std::fmt;

use csta_codec::types::UniversalFailure;
use serde::Serialize;

/// Why the PBX, or the way to it, does not do what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Refusal {
    /// The reason in words.
    pub words: String,
    /// The reason of the PBX as CSTA codes it, if it gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<FailureCode>,
}

/// A reason as CSTA codes it: `UniversalFailure`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FailureCode {
    /// The category, by its ASN.1 identifier.
    pub category: &'static str,
    /// The value, by its ASN.1 identifier if it is known.
    pub value: Option<&'static str>,
    /// Its number.
    pub number: i32,
}

impl FailureCode {
    /// The code of a failure; `None` where the PBX gave no reason.
    #[must_use]
    pub fn of(failure: &UniversalFailure<'_>) -> Option<Self> {
        use UniversalFailure as F;
        macro_rules! code {
            ($category:literal, $value:expr) => {
                ($category, $value.name(), $value.code())
            };
        }
        let (category, value, number) = match failure {
            F::Operation(value) => code!("operation", value),
            F::Security(value) => code!("security", value),
            F::StateIncompatibility(value) => code!("stateIncompatibility", value),
            F::SystemResourceAvailability(value) => code!("systemResourceAvailability", value),
            F::SubscribedResourceAvailability(value) => {
                code!("subscribedResourceAvailability", value)
            }
            F::PerformanceManagement(value) => code!("performanceManagement", value),
            F::PrivateData(value) => code!("privateData", value),
            F::Unspecified | F::Unrecognised(_) => return None,
        };
        Some(Self { category, value, number })
    }

    /// Whether it is this value of this category.
    #[must_use]
    pub fn is(&self, category: &str, value: &str) -> bool {
        self.category == category && self.value == Some(value)
    }
}

impl fmt::Display for FailureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Some(value) => write!(f, "{} {value} ({})", self.category, self.number),
            None => write!(f, "{} {}", self.category, self.number),
        }
    }
}

impl From<&csta_client::Error> for Refusal {
    fn from(error: &csta_client::Error) -> Self {
        let code = error.failure().as_ref().and_then(FailureCode::of);
        let words = code.as_ref().and_then(|code| code.value).map(words);
        Self { words: words.unwrap_or_else(|| error.to_string()), code }
    }
}

impl Refusal {
    /// What is known without the PBX having said it.
    pub(crate) fn said(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: None }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.code {
            Some(code) => write!(f, "{}: {code}", self.words),
            None => f.write_str(&self.words),
        }
    }
}

/// An ASN.1 identifier as words: `noCallToAnswer` is "no call to answer".
fn words(identifier: &str) -> String {
    let mut words = String::with_capacity(identifier.len() + 8);
    let mut after_capital = true;
    for letter in identifier.chars() {
        let is_capital = letter.is_ascii_uppercase();
        if is_capital && !after_capital {
            words.push(' ');
        }
        words.push(letter);
        after_capital = is_capital;
    }
    let spoken = words.split(' ').map(|word| {
        let is_short = word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
        if is_short { word.to_owned() } else { word.to_ascii_lowercase() }
    });
    spoken.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_read_as_words() {
        for (identifier, expected) in [
            ("noCallToAnswer", "no call to answer"),
            ("invalidDeviceID", "invalid device ID"),
            ("generic", "generic"),
            ("overallMonitorLimitExceeded", "overall monitor limit exceeded"),
        ] {
            assert_eq!(words(identifier), expected);
        }
    }
}
