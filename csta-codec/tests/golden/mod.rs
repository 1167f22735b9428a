//! Messages as octets, and what reads the open types in them.
//!
//! [`captured`] holds what real switches and applications have sent, [`constructed`] what was
//! made after the schema.

#![allow(dead_code, reason = "each test takes what it needs")]

pub(crate) mod captured;
pub(crate) mod constructed;
pub(crate) mod open;
pub(crate) mod tree;

/// A message and where it comes from.
#[derive(Debug)]
pub(crate) struct Vector {
    pub(crate) name: &'static str,
    pub(crate) source: &'static str,
    /// One APDU, without the two octets of length in front of it.
    pub(crate) octets: &'static [u8],
}

/// Each vector, captured or constructed.
pub(crate) fn all() -> impl Iterator<Item = &'static Vector> {
    captured::ALL.iter().chain(constructed::ALL)
}
