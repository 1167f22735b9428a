//! From what TCP carries to messages.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use csta_client::FrameCodec;
use csta_codec::{Apdu, Ber};
use tokio_util::codec::Decoder;

use super::stream::Run;
use crate::pieces;

/// What stands at a place of the stream.
#[derive(Debug)]
pub(crate) struct Frame {
    /// When its last octet came.
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
    Skipped(usize),
    /// A frame whose end was not captured.
    CutOff {
        /// How many of its octets were.
        captured: usize,
        /// Whether something was captured after it.
        is_gap: bool,
    },
}

/// Takes the runs of one direction apart.
pub(crate) fn of(runs: &[Run]) -> Vec<Frame> {
    let mut frames = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        if run.missing > 0 {
            frames.push(Frame { time: run.time(0), what: What::Missing(run.missing) });
        }
        take_run(run, index + 1 < runs.len(), &mut frames);
    }
    frames
}

fn take_run(run: &Run, is_followed: bool, frames: &mut Vec<Frame>) {
    let mut codec = FrameCodec::default();
    let mut buffer = BytesMut::from(run.octets.as_slice());
    let mut at_boundary = run.is_begin;
    let mut is_first = true;
    while !buffer.is_empty() {
        let offset = run.octets.len() - buffer.len();
        if !at_boundary {
            let skipped = boundary(&buffer);
            if skipped > 0 {
                let is_start = is_first && !run.is_begin;
                let what = if is_start { What::Before(skipped) } else { What::Skipped(skipped) };
                frames.push(Frame { time: run.time(offset), what });
                let _ = buffer.split_to(skipped);
            }
            at_boundary = true;
            is_first = false;
            continue;
        }
        is_first = false;
        // Octets that begin no message, where the stream has lost its boundaries.
        if !is_plausible(&buffer) {
            at_boundary = false;
            continue;
        }
        match codec.decode(&mut buffer) {
            Ok(Some(apdu)) => {
                let time = run.time((run.octets.len() - buffer.len()).saturating_sub(1));
                frames.push(Frame { time, what: What::Message(apdu) });
            }
            Ok(None) | Err(_) => {
                let captured = buffer.len();
                let what = What::CutOff { captured, is_gap: is_followed };
                frames.push(Frame { time: run.time(run.octets.len()), what });
                return;
            }
        }
    }
}

/// Whether a frame can begin here.
fn is_plausible(octets: &[u8]) -> bool {
    match octets {
        [0x64, _, 0x80, 0x01, ..] | [0x64, _] | [0x64, _, 0x80] | [0, 0, ..] | [_] | [_, _] => true,
        [_, _, rest @ ..] => pieces::begins_apdu(rest),
        [] => false,
    }
}

/// How many octets come before the first frame that is surely one: it is whole, and a message.
/// All of them, if there is none.
fn boundary(octets: &[u8]) -> usize {
    (0..octets.len())
        .find(|start| octets.get(*start..).is_some_and(begins_frame))
        .unwrap_or(octets.len())
}

fn begins_frame(octets: &[u8]) -> bool {
    if !is_plausible(octets) || octets.starts_with(&[0, 0]) {
        return false;
    }
    let Some((head, body)) = octets.split_first_chunk::<2>() else {
        return false;
    };
    let length = usize::from(u16::from_be_bytes(*head));
    let apdu = match octets {
        [0x64, length, 0x80, 0x01, ..] => octets.get(..usize::from(*length) + 2),
        _ => body.get(..length),
    };
    apdu.is_some_and(|apdu| {
        pieces::element_len(apdu) == Some(apdu.len()) && Apdu::decode(apdu).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABORT: &[u8] = &[0x64, 0x03, 0x80, 0x01, 0x00];
    const STATUS: &[u8] =
        &[0x00, 0x0B, 0xA2, 0x0B, 0x02, 0x01, 0x01, 0x30, 0x06, 0x02, 0x02, 0x00, 0xD3, 0x05, 0x00];

    fn status() -> Vec<u8> {
        let mut frame = STATUS.to_vec();
        frame[1] = 13;
        frame
    }

    fn found(octets: Vec<u8>, is_begin: bool) -> Vec<String> {
        let run = Run { octets, is_begin, ..Run::default() };
        of(&[run])
            .iter()
            .map(|frame| match &frame.what {
                What::Message(apdu) => format!("{}", apdu.len()),
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
        assert_eq!(found(vec![0xFF; 9], true), ["Skipped(9)"]);
    }

    #[test]
    fn tells_what_is_cut_off() {
        let cut_off = "CutOff { captured: 8, is_gap: false }";
        assert_eq!(found([&status(), &status()[..8]].concat(), true), ["13", cut_off]);
    }
}
