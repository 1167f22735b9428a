use serde::{Deserialize, Serialize};

use crate::List;
use crate::limits::MAX_DIGITS;

/// What the PBX and its network want in front of a number.
///
/// The table `[dialing]` of a configuration file. The access code is taken off reported numbers with or without a
/// [`Location`](crate::Location); the prefixes serve only together with one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dialing {
    /// The trunk access code: what is dialled for an outside line, such as `0` or `9`. Default: none.
    pub access_code: String,
    /// What is dialled in front of an area code, such as `0`, in North America `1`. Default: `0`.
    pub national_prefix: String,
    /// What is dialled in front of a country code, such as `00`, in North America `011`. Default: `00`.
    pub international_prefix: String,
    /// Whether the own area code is dialled too. Default: true, which works everywhere.
    pub dial_own_area: bool,
    /// Whether the PBX reports numbers of incoming calls with the access code, so that it is taken off. Default: true.
    pub strip_incoming: bool,
    /// Whether the PBX reports numbers of outgoing calls with the access code, so that it is taken off. Default: true.
    pub strip_outgoing: bool,
}

impl Default for Dialing {
    fn default() -> Self {
        Self {
            access_code: String::new(),
            national_prefix: "0".to_owned(),
            international_prefix: "00".to_owned(),
            dial_own_area: true,
            strip_incoming: true,
            strip_outgoing: true,
        }
    }
}

impl Dialing {
    /// A number as it goes on behind the access code, if the PBX reports it with one.
    ///
    /// Nothing is taken off a number that is the access code alone, nor off a dialled number ([`List::PcDialing`]).
    pub fn strip_access_code<'n>(&self, list: List, number: &'n str) -> &'n str {
        let strip = match list {
            List::Incoming => self.strip_incoming,
            List::Outgoing => self.strip_outgoing,
            List::PcDialing => false,
        };
        match number.strip_prefix(&self.access_code) {
            Some(rest) if strip && !rest.is_empty() => rest,
            _ => number,
        }
    }

    /// Checks the codes.
    ///
    /// # Errors
    ///
    /// The first code that has other characters than it may, or too many.
    pub fn check(&self) -> Result<(), DialingError> {
        let codes = [
            ("access_code", &self.access_code, "0123456789*#"),
            ("national_prefix", &self.national_prefix, "0123456789"),
            ("international_prefix", &self.international_prefix, "0123456789"),
        ];
        for (key, code, allowed) in codes {
            if code.len() > MAX_DIGITS || !code.chars().all(|c| allowed.contains(c)) {
                return Err(DialingError { key, allowed });
            }
        }
        Ok(())
    }
}

/// A code with characters that are not dialled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("[dialing] {key}: use up to {MAX_DIGITS} characters of {allowed}, or leave it empty")]
pub struct DialingError {
    key: &'static str,
    allowed: &'static str,
}

impl DialingError {
    /// The key in the table `[dialing]`.
    pub const fn key(&self) -> &'static str {
        self.key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_access_code_comes_off_once_and_never_leaves_nothing() {
        let dialing = Dialing { access_code: "0".into(), ..Dialing::default() };
        assert_eq!(dialing.strip_access_code(List::Incoming, "0030123"), "030123");
        assert_eq!(dialing.strip_access_code(List::Outgoing, "0"), "0");
        assert_eq!(dialing.strip_access_code(List::Outgoing, "100"), "100");
        assert_eq!(dialing.strip_access_code(List::PcDialing, "0030123"), "0030123");
        let never = Dialing { strip_incoming: false, ..dialing };
        assert_eq!(never.strip_access_code(List::Incoming, "030123"), "030123");
    }

    #[test]
    fn a_code_that_cannot_be_dialled_is_named() {
        let dialing = Dialing { national_prefix: "+".into(), ..Dialing::default() };
        let error = dialing.check().unwrap_err();
        assert_eq!(
            error.to_string(),
            "[dialing] national_prefix: use up to 32 characters of 0123456789, or leave it empty"
        );
    }
}
