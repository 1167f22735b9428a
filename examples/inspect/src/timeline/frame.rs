//! What a timeline is made of.

use std::time::Duration;

use bytes::Bytes;

/// What stands at a place of a stream.
#[derive(Debug)]
pub(crate) struct Frame {
    /// When its last octet came, from 1970 on.
    pub(crate) time: Duration,
    pub(crate) what: What,
}

/// A message, or why there is none.
#[derive(Debug)]
pub(crate) enum What {
    Message(Bytes),
    /// Octets that were not captured.
    Missing(u64),
    /// Octets before the first frame of a capture that begins within a connection.
    Before(usize),
    /// Octets that are no frame.
    Skipped(Bytes),
    /// A frame whose end was not captured.
    CutOff {
        /// How many of its octets were.
        captured: usize,
        /// Whether something was captured after it.
        is_gap: bool,
    },
}

/// From which end something comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Direction {
    /// From the end that opened the connection, as far as that is known: the application.
    There,
    /// From the other one: the switch.
    Back,
}

impl Direction {
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::There => Self::Back,
            Self::Back => Self::There,
        }
    }

    pub(crate) const fn arrow(self) -> &'static str {
        match self {
            Self::There => "->",
            Self::Back => "<-",
        }
    }
}

/// Where the messages of a timeline went.
#[derive(Debug)]
pub(crate) struct Place {
    /// The number of the connection in a capture.
    pub(crate) connection: Option<usize>,
    /// The application and the switch.
    pub(crate) ends: [String; 2],
}

impl Place {
    /// That which a log tells of.
    pub(crate) fn of_log() -> Self {
        Self { connection: None, ends: ["application".to_owned(), "switch".to_owned()] }
    }

    /// From where something comes, and to where it goes.
    pub(crate) fn ends(&self, direction: Direction) -> [&str; 2] {
        let [application, switch] = &self.ends;
        match direction {
            Direction::There => [application, switch],
            Direction::Back => [switch, application],
        }
    }
}

/// How well the segments of a direction came.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quality {
    /// Segments that had been captured before, in whole or in part.
    pub(crate) retransmitted: usize,
    /// Segments that came after one that belongs behind them.
    pub(crate) out_of_order: usize,
    /// Octets that were not captured.
    pub(crate) missing: u64,
}
