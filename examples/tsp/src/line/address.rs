//! An address of a line.

use serde::Serialize;

use crate::{AddressId, LineState};

/// An address of a line, as it is. A line has one; where its device is a Super-Twin, its cordless
/// telephone is a second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Address {
    /// Which one.
    pub id: AddressId,
    /// What it is called: nothing, or `Mobile`.
    pub label: &'static str,
    /// The number under which it is called; that of the line.
    pub number: String,
    /// Its device in the PBX, as far as that is known.
    pub device: Option<String>,
    /// How it is.
    #[serde(flatten)]
    pub state: LineState,
    /// Whether the telephone can go off-hook by itself. A cordless one cannot: its user is
    /// prompted, and has to press the hook key.
    pub goes_hands_free: bool,
    /// How many calls are at it, members of conferences included.
    pub calls: usize,
}
