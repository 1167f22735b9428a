//! From what TCP carries to messages.

use bytes::{Bytes, BytesMut};
use csta_client::FrameCodec;
use csta_codec::{Apdu, Ber};
use tokio_util::codec::Decoder;

use super::stream::Run;
use crate::pieces;
use crate::timeline::{Frame, What};

/// Takes the runs of one direction apart.
pub(crate) fn of(runs: Vec<Run>) -> Vec<Frame> {
    let mut frames = Vec::new();
    let count = runs.len();
    for (index, mut run) in runs.into_iter().enumerate() {
        if run.missing > 0 {
            frames.push(Frame { time: run.time(0), what: What::Missing(run.missing) });
        }
        let rest = Bytes::from(std::mem::take(&mut run.octets));
        let length = rest.len();
        Cutter { run: &run, length, rest, frames: &mut frames }.cut(index + 1 < count);
    }
    frames
}

/// Cuts what was put together into frames.
struct Cutter<'r> {
    run: &'r Run,
    /// How many octets there are, of which `rest` is what is left.
    length: usize,
    rest: Bytes,
    frames: &'r mut Vec<Frame>,
}

impl Cutter<'_> {
    fn cut(&mut self, is_followed: bool) {
        if !self.run.is_begin {
            match boundary(&self.rest) {
                0 => {}
                octets if self.run.missing == 0 && octets < self.rest.len() => {
                    let before = self.take(octets);
                    self.push(What::Before(before.len()));
                }
                octets => self.skip(octets),
            }
        }
        while !self.rest.is_empty() {
            match Start::of(&self.rest) {
                Start::Frame(end) => match self.decode(end) {
                    Some(apdu) => self.push(What::Message(apdu)),
                    None => return self.cut_off(is_followed),
                },
                Start::CutOff => return self.cut_off(is_followed),
                Start::Contradiction { frame, element } => self.decide(frame, element),
                Start::None => self.skip(1 + boundary(self.rest.get(1..).unwrap_or_default())),
            }
        }
    }

    /// Takes octets whose length as a frame is not that of the element in it: that one counts
    /// behind which the stream goes on as it should.
    fn decide(&mut self, frame: usize, element: usize) {
        let goes_on =
            |end: &usize| self.rest.get(*end..).is_some_and(|rest| !Start::of(rest).is_none());
        match [frame, element].into_iter().find(goes_on) {
            Some(end) => {
                let mut octets = self.take(end);
                let length = octets.split_to(LENGTH_OCTETS.min(octets.len()));
                if end != frame {
                    self.push(What::Skipped(length));
                }
                self.push(What::Message(octets));
            }
            None => self.skip(1 + boundary(self.rest.get(1..).unwrap_or_default())),
        }
    }

    /// The message in the frame that ends there, as every program takes it that reads the stream.
    fn decode(&mut self, end: usize) -> Option<Bytes> {
        let mut buffer = BytesMut::from(self.rest.get(..end)?);
        let apdu = FrameCodec::default().decode(&mut buffer).ok()??;
        let _ = self.take(end - buffer.len());
        Some(apdu)
    }

    fn skip(&mut self, octets: usize) {
        let skipped = self.take(octets);
        self.push(What::Skipped(skipped));
    }

    fn cut_off(&mut self, is_gap: bool) {
        let captured = self.take(self.rest.len()).len();
        self.push(What::CutOff { captured, is_gap });
    }

    fn take(&mut self, octets: usize) -> Bytes {
        self.rest.split_to(octets.min(self.rest.len()))
    }

    /// Adds what ends where the rest begins.
    fn push(&mut self, what: What) {
        let end = self.length - self.rest.len();
        self.frames.push(Frame { time: self.run.time(end.saturating_sub(1)), what });
    }
}

const LENGTH_OCTETS: usize = 2;

/// What octets are where a frame should begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    /// A frame of this length, which may be an A-ABORT without a length before it.
    Frame(usize),
    /// A frame, or what may become one, whose end is not there.
    CutOff,
    /// A frame whose length is not that of the element that begins in it: where either ends.
    Contradiction { frame: usize, element: usize },
    /// No frame.
    None,
}

impl Start {
    fn of(octets: &[u8]) -> Self {
        let (length, body) = match octets {
            [0x64, length, 0x80, 0x01, ..] => {
                let end = LENGTH_OCTETS + usize::from(*length);
                return if end <= octets.len() { Self::Frame(end) } else { Self::CutOff };
            }
            [] | [_] | [0x64, _] | [0x64, _, 0x80] => return Self::CutOff,
            // An empty frame, if another can follow.
            [0, 0] | [0, 0, _] | [0, 0, _, _] | [0, 0, 0, 0, ..] | [0, 0, 0x64, _, 0x80, ..] => {
                return Self::Frame(LENGTH_OCTETS);
            }
            [0, 0, _, _, next @ ..] if pieces::begins_apdu(next) => {
                return Self::Frame(LENGTH_OCTETS);
            }
            [0, 0, ..] => return Self::None,
            [high, low, body @ ..] => (usize::from(u16::from_be_bytes([*high, *low])), body),
        };
        if !body.is_empty() && !pieces::begins_apdu(body) {
            return Self::None;
        }
        let there = body.get(..length).unwrap_or(body);
        match pieces::element_len(there) {
            Some(element) if element == length && there.len() == length => {
                Self::Frame(LENGTH_OCTETS + length)
            }
            Some(element) if element == length => Self::CutOff,
            Some(element) => Self::Contradiction {
                frame: LENGTH_OCTETS + length,
                element: LENGTH_OCTETS + element,
            },
            // A header of an element has six octets at most, but for the indefinite form.
            None if there.len() < length => Self::CutOff,
            None => Self::None,
        }
    }

    const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }
}

/// How many octets come before the first frame that is surely one: it is whole, it is a message,
/// and the stream goes on behind it as it should. All of them, if there is none.
fn boundary(octets: &[u8]) -> usize {
    let is_boundary = |start: &usize| octets.get(*start..).is_some_and(begins_frame);
    (0..octets.len()).find(is_boundary).unwrap_or(octets.len())
}

fn begins_frame(octets: &[u8]) -> bool {
    let Start::Frame(end) = Start::of(octets) else { return false };
    let Some((frame, rest)) = octets.split_at_checked(end) else { return false };
    let apdu = if pieces::begins_apdu(frame) { Some(frame) } else { frame.get(LENGTH_OCTETS..) };
    apdu.is_some_and(|apdu| Apdu::decode(apdu).is_ok()) && !Start::of(rest).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABORT: &[u8] = &[0x64, 0x03, 0x80, 0x01, 0x00];
    const STATUS: &[u8] =
        &[0x00, 0x0D, 0xA2, 0x0B, 0x02, 0x01, 0x01, 0x30, 0x06, 0x02, 0x02, 0x00, 0xD3, 0x05, 0x00];

    fn status() -> Vec<u8> {
        STATUS.to_vec()
    }

    fn found(octets: Vec<u8>, is_begin: bool) -> Vec<String> {
        let run = Run { octets, is_begin, ..Run::default() };
        of(vec![run])
            .iter()
            .map(|frame| match &frame.what {
                What::Message(apdu) => format!("{}", apdu.len()),
                What::Skipped(octets) => format!("Skipped({})", octets.len()),
                what => format!("{what:?}"),
            })
            .collect()
    }

    #[test]
    fn takes_frames_and_an_abort_without_length() {
        assert_eq!(found([&status(), &status(), ABORT].concat(), true), ["13", "13", "5"]);
    }

    #[test]
    fn finds_the_first_frame_in_the_middle() {
        let stream = [&status()[5..], &status(), &status()].concat();
        assert_eq!(found(stream, false), ["Before(10)", "13", "13"]);
    }

    #[test]
    fn goes_on_behind_octets_that_are_no_frame() {
        let stream = [&status(), [0xFF, 0xFF, 0xFF, 0xFF].as_slice(), &status()].concat();
        assert_eq!(found(stream, true), ["13", "Skipped(4)", "13"]);
        for is_begin in [true, false] {
            assert_eq!(found(vec![0xFF; 9], is_begin), ["Skipped(9)"]);
        }
    }

    #[test]
    fn a_length_that_is_wrong_hides_nothing() {
        // The element is longer, or shorter, than the frame that goes on behind it.
        let mut long = status();
        long[3] += 2;
        assert_eq!(
            found([&status(), long.as_slice(), &status()].concat(), true),
            ["13", "13", "13"]
        );
        for length in [3, 12, 14, 40, 200] {
            let mut wrong = status();
            wrong[1] = length;
            let stream = [&status(), wrong.as_slice(), &status(), &status()].concat();
            assert_eq!(found(stream, true), ["13", "Skipped(2)", "13", "13", "13"], "{length}");
        }
    }

    #[test]
    fn what_looks_like_a_frame_within_another_is_none() {
        // Behind the beginning of the message that was not captured, its content: an A-ABORT.
        let stream = [&[0x04, 0x05], ABORT, &[0x30, 0x00, 0x01], &status()].concat();
        assert_eq!(found(stream, false), ["Before(10)", "13"]);
    }

    #[test]
    fn tells_what_is_cut_off() {
        let cut_off = "CutOff { captured: 8, is_gap: false }";
        assert_eq!(found([&status(), &status()[..8]].concat(), true), ["13", cut_off]);
    }
}
