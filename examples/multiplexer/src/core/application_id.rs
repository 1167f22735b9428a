//! Which application is meant.

use std::fmt;

use serde::Serialize;

/// Names the association of an application; given by whoever accepts it, and never twice.
///
/// The slot is a place that is used again when an application has gone, so it can index a table;
/// the generation is another one each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ApplicationId {
    /// The place.
    pub slot: u32,
    /// Counts up with each use of the place.
    pub generation: u32,
}

impl fmt::Display for ApplicationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.slot, self.generation)
    }
}
