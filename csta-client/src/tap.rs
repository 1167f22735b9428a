//! Seeing every frame, for protocol logs.

use std::fmt;
use std::sync::Arc;

/// Where a frame goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// It came from the other side.
    Received,
    /// It goes to the other side.
    Sent,
}

/// Sees every APDU of a connection, both ways, those of ACSE included: a request of an association
/// can have a password in it.
///
/// It is called where the connection's work is done, so it must not block. A closure will do:
///
/// ```
/// use csta_client::{Client, Direction};
///
/// let builder = Client::builder().tap(|direction: Direction, apdu: &[u8]| {
///     println!("{direction:?}: {} octets", apdu.len());
/// });
/// ```
pub trait Tap: Send + Sync {
    /// Sees an APDU: as it was received, or as it goes out.
    fn frame(&self, direction: Direction, apdu: &[u8]);
}

impl<F: Fn(Direction, &[u8]) + Send + Sync> Tap for F {
    fn frame(&self, direction: Direction, apdu: &[u8]) {
        self(direction, apdu);
    }
}

/// A tap, if there is one.
#[derive(Clone, Default)]
pub(crate) struct Tapped(Option<Arc<dyn Tap>>);

impl Tapped {
    pub(crate) fn new(tap: impl Tap + 'static) -> Self {
        Self(Some(Arc::new(tap)))
    }

    pub(crate) const fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn frame(&self, direction: Direction, apdu: &[u8]) {
        if let Some(tap) = &self.0 {
            tap.frame(direction, apdu);
        }
    }
}

impl fmt::Debug for Tapped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Tapped" } else { "NotTapped" })
    }
}
