//! Names in subjects.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The longest name of a site, in octets.
pub const MAX_SITE: usize = 64;

/// The name of a site: of one PBX and the multiplexers in front of it. It is a part of subjects and
/// of names of buckets: 1 to [`MAX_SITE`] letters and digits of ASCII, `-` and `_`.
///
/// ```
/// use bus::Site;
///
/// let site: Site = "berlin".parse()?;
/// assert_eq!(site.as_str(), "berlin");
/// assert!("berlin.mitte".parse::<Site>().is_err());
/// # Ok::<(), bus::SiteError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Site(String);

/// A name that is none for a site.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no name for a site: 1 to {MAX_SITE} letters and digits of ASCII, \"-\" and \"_\""
)]
pub struct SiteError(String);

impl Site {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Site {
    type Err = SiteError;

    fn from_str(name: &str) -> Result<Self, SiteError> {
        Self::try_from(name.to_owned())
    }
}

impl TryFrom<String> for Site {
    type Error = SiteError;

    fn try_from(name: String) -> Result<Self, SiteError> {
        let allowed = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
        if (1..=MAX_SITE).contains(&name.len()) && name.bytes().all(allowed) {
            Ok(Self(name))
        } else {
            Err(SiteError(name.chars().take(MAX_SITE).collect()))
        }
    }
}

impl From<Site> for String {
    fn from(site: Site) -> Self {
        site.0
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
