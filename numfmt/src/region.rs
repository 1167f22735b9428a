//! libphonenumber's tables, if they are built in.

use crate::LocationError;

/// A region whose numbering is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Region(Id);

/// Characters of the longest number that is looked up: 15 digits, and a prefix before them.
#[cfg(feature = "libphonenumber")]
const MAX_LENGTH: usize = 20;

#[cfg(feature = "libphonenumber")]
type Id = phonenumber::country::Id;

/// No region is known without the tables.
#[cfg(not(feature = "libphonenumber"))]
type Id = std::convert::Infallible;

#[cfg(feature = "libphonenumber")]
impl Region {
    pub(crate) fn new(region: &str) -> Result<Self, LocationError> {
        region.parse().map(Self).map_err(|_| LocationError::Region)
    }

    /// Country code and number of a valid number; `number` has only digits and a leading plus sign.
    pub(crate) fn read(&self, number: &str) -> Option<String> {
        if number.len() > MAX_LENGTH {
            return None;
        }
        let number = phonenumber::parse(Some(self.0), number).ok().filter(phonenumber::is_valid)?;
        let text = number.format().mode(phonenumber::Mode::E164).to_string();
        text.strip_prefix('+').map(str::to_owned)
    }
}

#[cfg(not(feature = "libphonenumber"))]
impl Region {
    pub(crate) const fn new(_: &str) -> Result<Self, LocationError> {
        Err(LocationError::NoLibrary)
    }

    pub(crate) const fn read(&self, _: &str) -> Option<String> {
        match self.0 {}
    }
}
