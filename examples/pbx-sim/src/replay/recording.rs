//! Frames as text, a line each.

use std::fmt;
use std::str::FromStr;

use bytes::Bytes;
use jiff::Timestamp;

use crate::server::Direction;

/// A frame that was seen, as a line: `2026-11-27T12:34:56.789012Z < A1 0C 02 01 01`.
///
/// The time is UTC; `<` is from the switch, `>` to the switch; the octets are those of the APDU,
/// without the two of the length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// When it was seen; it is written to the microsecond.
    pub time: Timestamp,
    /// Which way it went.
    pub direction: Direction,
    /// The APDU.
    pub apdu: Bytes,
}

impl fmt::Display for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let arrow = match self.direction {
            Direction::FromSwitch => '<',
            Direction::ToSwitch => '>',
        };
        write!(f, "{:.6} {arrow}", self.time)?;
        self.apdu.iter().try_for_each(|octet| write!(f, " {octet:02X}"))
    }
}

/// Why a line is no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum FrameError {
    #[error("expected a time such as 2026-11-27T12:34:56.789012Z")]
    Time,
    #[error("expected < (from the switch) or > (to the switch) behind the time")]
    Direction,
    #[error("expected pairs of hexadecimal digits behind the direction")]
    Octets,
}

impl Frame {
    fn read(line: &str) -> Result<Self, FrameError> {
        let mut words = line.split_ascii_whitespace();
        let time = words.next().ok_or(FrameError::Time)?;
        let time = time.parse().map_err(|_| FrameError::Time)?;
        let direction = match words.next() {
            Some("<") => Direction::FromSwitch,
            Some(">") => Direction::ToSwitch,
            _ => return Err(FrameError::Direction),
        };
        let apdu = words.map(octet).collect::<Option<Vec<_>>>().ok_or(FrameError::Octets)?;
        Ok(Self { time, direction, apdu: apdu.into() })
    }
}

/// An octet of two hexadecimal digits.
pub(crate) fn octet(word: &str) -> Option<u8> {
    let is_pair = word.len() == 2 && word.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_pair.then(|| u8::from_str_radix(word, 16).ok())?
}

/// Frames in the order in which they were seen.
///
/// ```
/// use pbx_sim::replay::Recording;
///
/// let recording: Recording = "
/// ## the state of the switch
/// 2026-11-27T12:34:56.789012Z < A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02
/// 2026-11-27T12:34:56.790000Z > A2 0B 02 01 01 30 06 02 02 00 D3 05 00
/// ".parse()?;
/// assert_eq!(recording.0.len(), 2);
/// # Ok::<(), pbx_sim::replay::RecordingError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recording(pub Vec<Frame>);

/// Which line of a recording is no frame, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {error}")]
pub struct RecordingError {
    /// The line, from 1.
    pub line: usize,
    error: FrameError,
}

impl FromStr for Recording {
    type Err = RecordingError;

    /// Reads a recording; lines that are empty or begin with `#` are comments.
    ///
    /// # Errors
    ///
    /// The first line that is neither a frame nor a comment.
    fn from_str(text: &str) -> Result<Self, RecordingError> {
        let lines = (1..).zip(text.lines()).map(|(number, line)| (number, line.trim()));
        let frames = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let read = |(line, text)| Frame::read(text).map_err(|error| RecordingError { line, error });
        frames.map(read).collect::<Result<_, _>>().map(Self)
    }
}
