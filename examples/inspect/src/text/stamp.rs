//! What a log of the protocol says of a message: when it went, and which way.

use std::time::{Duration, UNIX_EPOCH};

use crate::timeline::Direction;

/// The time and the direction before the octets: `2026-11-27T12:34:56.789012Z <`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// From 1970 on.
    pub(crate) time: Duration,
    pub(crate) direction: Direction,
}

impl Stamp {
    /// The stamp that the text before the octets of a line is, if it is one.
    pub(crate) fn of(prefix: &str) -> Option<Self> {
        let (time, direction) = prefix.split_once(' ')?;
        let time = humantime::parse_rfc3339(time).ok()?.duration_since(UNIX_EPOCH).ok()?;
        let direction = match direction.trim() {
            ">" => Direction::There,
            "<" => Direction::Back,
            _ => return None,
        };
        Some(Self { time, direction })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_time_and_the_direction() {
        let stamp = Stamp::of("1970-01-01T00:01:00.000002Z <").unwrap();
        assert_eq!(stamp.time, Duration::from_micros(60_000_002));
        assert_eq!(stamp.direction, Direction::Back);
        assert_eq!(Stamp::of("1970-01-01T00:01:00Z >").unwrap().direction, Direction::There);
    }

    #[test]
    fn other_prefixes_are_none() {
        for prefix in ["", "<", "10:00:01 <", "1970-01-01T00:01:00Z RX", "1970-01-01 00:01:00 <"] {
            assert_eq!(Stamp::of(prefix), None, "{prefix}");
        }
    }
}
