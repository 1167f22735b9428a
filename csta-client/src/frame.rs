//! Frames: a length of two octets and an APDU, with Panasonic's ways in one place.

use std::io;

use bytes::{Buf, Bytes, BytesMut};
use tokio_util::codec::{Decoder, Encoder};

/// The longest APDU that a Panasonic switch is known to take.
pub const DEFAULT_SEND_LIMIT: usize = 240;

/// The longest APDU that a frame can hold.
pub const MAX_APDU: usize = 65_535;

const LENGTH_OCTETS: usize = 2;

/// How long a frame may be that begins as no APDU does: what is announced will come soon. Panasonic
/// switches send much less in one.
const ODD_APDU: usize = 1024;

/// How each connection with TLS begins, and how it ends where the other side does not speak TLS:
/// a record with a handshake or an alert, of major version 3.
const TLS: [[u8; 2]; 2] = [[0x16, 0x03], [0x15, 0x03]];

/// Takes a stream of octets apart into APDUs, and puts it together.
///
/// An APDU is preceded by its length in two octets, the high one first. A length without an APDU
/// is handed on as an empty APDU. Panasonic switches abort without the length: `64 03 80 01 00`
/// where a frame should begin is handed on as the A-ABORT it is.
///
/// What is in a frame is not looked at, but for its first octet: a long frame in which no APDU can
/// begin is an error at once, where it would be waited for until the connection is given up.
///
/// ```
/// use bytes::BytesMut;
/// use csta_client::FrameCodec;
/// use tokio_util::codec::Decoder;
///
/// let mut received = BytesMut::from([0x00, 0x02, 0x05, 0x00, 0x64, 0x03, 0x80, 0x01, 0x00].as_slice());
/// let mut codec = FrameCodec::default();
/// assert_eq!(codec.decode(&mut received)?.unwrap(), [0x05, 0x00].as_slice());
/// assert_eq!(codec.decode(&mut received)?.unwrap(), [0x64, 0x03, 0x80, 0x01, 0x00].as_slice());
/// # Ok::<(), csta_client::FrameError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FrameCodec {
    /// The longest APDU to send; a longer one is an error and nothing is sent.
    pub send_limit: usize,
    /// The longest APDU to receive; a longer one breaks the framing.
    pub receive_limit: usize,
    /// Whether an A-ABORT is sent as Panasonic switches do: without its length, and with nothing in
    /// it but who aborts. It is understood either way.
    pub unframed_abort: bool,
}

/// An A-ABORT as Panasonic switches send it.
const UNFRAMED_ABORT: [u8; 5] = [0x64, 0x03, 0x80, 0x01, 0x00];

impl Default for FrameCodec {
    /// Sends up to [`DEFAULT_SEND_LIMIT`] and receives up to [`MAX_APDU`], all with lengths.
    fn default() -> Self {
        Self { send_limit: DEFAULT_SEND_LIMIT, receive_limit: MAX_APDU, unframed_abort: false }
    }
}

/// What is wrong with a frame.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// The other side announces more than is allowed.
    #[error("a frame of {length} octets, where {limit} are allowed")]
    TooLong {
        /// The length that is announced.
        length: usize,
        /// The [receive limit](FrameCodec::receive_limit).
        limit: usize,
    },
    /// An APDU is longer than may be sent.
    #[error(
        "an APDU of {length} octets to send, where {limit} are allowed; raise the send limit if the switch takes more"
    )]
    TooLongToSend {
        /// Its length.
        length: usize,
        /// The [send limit](FrameCodec::send_limit).
        limit: usize,
    },
    /// The other side announces a long frame that begins as no APDU does.
    #[error(
        "a frame of {length} octets that begins with {first:02X}, where APDUs begin with 60 to 7F or A0 to BF; the other side does not speak CSTA, or octets were lost"
    )]
    NoApdu {
        /// The length that is announced, if it is one.
        length: usize,
        /// The octet behind it.
        first: u8,
    },
    /// The other side begins with a message of TLS.
    #[error("the other side speaks TLS, which is not expected on this port")]
    Tls,
    /// The stream ends within a frame.
    #[error("the connection ended within a frame, after {received} of its octets")]
    Truncated {
        /// How many octets of the frame were received, its length included.
        received: usize,
    },
    /// The connection failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Decoder for FrameCodec {
    type Item = Bytes;
    type Error = FrameError;

    fn decode(&mut self, received: &mut BytesMut) -> Result<Option<Bytes>, FrameError> {
        let Some(&[high, low]) = received.first_chunk::<LENGTH_OCTETS>() else {
            return Ok(None);
        };
        if high == 0x64 {
            // As a length, 0x64nn announces 25,600 octets or more, so two further ones come. No
            // APDU begins with 80, the first member of an A-ABORT.
            match received.get(LENGTH_OCTETS..4) {
                None => return Ok(None),
                Some([0x80, 0x01]) => {
                    return Ok(take(received, 0, LENGTH_OCTETS + usize::from(low)));
                }
                Some(_) => {}
            }
        }
        if TLS.contains(&[high, low]) && received.get(LENGTH_OCTETS).is_none_or(|next| *next < 5) {
            // As a length it would announce 5,379 octets or more and be waited for in vain. The octet
            // behind it is the minor version, with which no APDU begins.
            return if received.len() > LENGTH_OCTETS { Err(FrameError::Tls) } else { Ok(None) };
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        if length > self.receive_limit {
            return Err(FrameError::TooLong { length, limit: self.receive_limit });
        }
        match received.get(LENGTH_OCTETS) {
            Some(&first) if length > ODD_APDU && !begins_apdu(first) => {
                Err(FrameError::NoApdu { length, first })
            }
            _ => Ok(take(received, LENGTH_OCTETS, length)),
        }
    }

    fn decode_eof(&mut self, received: &mut BytesMut) -> Result<Option<Bytes>, FrameError> {
        match self.decode(received)? {
            None if !received.is_empty() => Err(FrameError::Truncated { received: received.len() }),
            frame => Ok(frame),
        }
    }
}

/// Whether a message of ACSE or ROSE, one that is not known either, can begin so: with the tag of a
/// constructed value whose class is APPLICATION or context-specific.
const fn begins_apdu(first: u8) -> bool {
    matches!(first, 0x60..=0x7F | 0xA0..=0xBF)
}

/// Takes `length` octets behind `skipped` ones, once they are all there.
fn take(received: &mut BytesMut, skipped: usize, length: usize) -> Option<Bytes> {
    if received.len() < skipped + length {
        received.reserve(skipped + length - received.len());
        return None;
    }
    let mut taken = received.split_to(skipped + length).freeze();
    taken.advance(skipped);
    Some(taken)
}

impl Encoder<&[u8]> for FrameCodec {
    type Error = FrameError;

    fn encode(&mut self, apdu: &[u8], out: &mut BytesMut) -> Result<(), FrameError> {
        let limit = self.send_limit.min(MAX_APDU);
        if apdu.len() > limit {
            return Err(FrameError::TooLongToSend { length: apdu.len(), limit });
        }
        if self.unframed_abort && apdu.first() == UNFRAMED_ABORT.first() {
            out.extend_from_slice(&UNFRAMED_ABORT);
            return Ok(());
        }
        out.reserve(LENGTH_OCTETS + apdu.len());
        out.extend_from_slice(&(apdu.len() as u16).to_be_bytes());
        out.extend_from_slice(apdu);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What comes out when the octets arrive in pieces of these sizes.
    fn received_in(octets: &[u8], mut sizes: impl Iterator<Item = usize>) -> Vec<Bytes> {
        let mut codec = FrameCodec::default();
        let (mut buffer, mut rest, mut frames) = (BytesMut::new(), octets, Vec::new());
        while !rest.is_empty() {
            let (piece, behind) = rest.split_at(sizes.next().unwrap_or(1).clamp(1, rest.len()));
            buffer.extend_from_slice(piece);
            rest = behind;
            while let Some(frame) = codec.decode(&mut buffer).unwrap() {
                frames.push(frame);
            }
        }
        assert!(codec.decode_eof(&mut buffer).unwrap().is_none());
        frames
    }

    proptest! {
        #[test]
        fn frames_are_the_same_however_they_arrive(
            apdus in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..240), 0..20),
            sizes in prop::collection::vec(1_usize..300, 0..200),
        ) {
            let mut octets = BytesMut::new();
            for apdu in &apdus {
                FrameCodec::default().encode(apdu.as_slice(), &mut octets).unwrap();
            }
            prop_assert_eq!(received_in(&octets, sizes.into_iter()), apdus);
        }

        #[test]
        fn any_octets_are_frames_or_an_error(octets in prop::collection::vec(any::<u8>(), 0..600)) {
            let mut buffer = BytesMut::from(octets.as_slice());
            let mut codec = FrameCodec { receive_limit: 500, ..FrameCodec::default() };
            while let Ok(Some(_)) = codec.decode_eof(&mut buffer) {}
        }
    }

    #[test]
    fn an_abort_without_length_is_taken_in_pieces_too() {
        let octets = [0x00, 0x01, 0xAA, 0x64, 0x03, 0x80, 0x01, 0x00, 0x00, 0x01, 0xBB];
        for size in 1..octets.len() {
            let frames = received_in(&octets, std::iter::repeat(size));
            let expected: [&[u8]; 3] = [&[0xAA], &[0x64, 0x03, 0x80, 0x01, 0x00], &[0xBB]];
            assert_eq!(frames, expected);
        }
    }

    #[test]
    fn a_long_frame_that_begins_like_an_abort_is_a_frame() {
        let mut octets = vec![0x64, 0x03, 0xA1, 0x01];
        octets.resize(LENGTH_OCTETS + 0x6403, 0);
        let frames = received_in(&octets, std::iter::repeat(4096));
        assert_eq!(frames.iter().map(Bytes::len).collect::<Vec<_>>(), [0x6403]);
    }

    #[test]
    fn a_long_frame_is_refused_by_its_length_alone() {
        let mut codec = FrameCodec { receive_limit: 1000, ..FrameCodec::default() };
        let error = codec.decode(&mut BytesMut::from([0x03, 0xE9].as_slice())).unwrap_err();
        assert!(matches!(error, FrameError::TooLong { length: 1001, limit: 1000 }));
    }

    #[test]
    fn a_long_frame_that_begins_as_no_apdu_does_is_refused_at_once() {
        let mut received = BytesMut::from(b"HT".as_slice());
        let mut codec = FrameCodec::default();
        assert!(codec.decode(&mut received).unwrap().is_none());
        received.extend_from_slice(b"T");
        let error = codec.decode(&mut received).unwrap_err();
        assert!(matches!(error, FrameError::NoApdu { length: 0x4854, first: b'T' }), "{error}");
        for first in 0..=u8::MAX {
            // Of three octets and of 1025: the latter only if an APDU can begin so.
            let short = codec.decode(&mut BytesMut::from([0, 3, first, 0, 0].as_slice()));
            assert_eq!(short.unwrap().unwrap(), [first, 0, 0].as_slice());
            let long = codec.decode(&mut BytesMut::from([4, 1, first].as_slice()));
            let may_begin = matches!(first >> 5, 0b011 | 0b101);
            assert_eq!(long.is_ok(), may_begin, "{first:02X}");
        }
    }

    #[test]
    fn tls_is_told_apart_from_a_long_frame() {
        let mut hello = BytesMut::from([0x16, 0x03].as_slice());
        let mut codec = FrameCodec::default();
        assert!(codec.decode(&mut hello).unwrap().is_none());
        hello.extend_from_slice(&[0x01, 0x02, 0x00]);
        assert!(matches!(codec.decode(&mut hello), Err(FrameError::Tls)));

        let mut octets = vec![0x16, 0x03, 0xA1];
        octets.resize(LENGTH_OCTETS + 0x1603, 0);
        let frames = received_in(&octets, std::iter::repeat(1));
        assert_eq!(frames.iter().map(Bytes::len).collect::<Vec<_>>(), [0x1603]);
    }

    #[test]
    fn nothing_of_an_apdu_that_is_too_long_is_sent() {
        let mut out = BytesMut::new();
        assert!(FrameCodec::default().encode([0; 241].as_slice(), &mut out).is_err());
        assert!(out.is_empty());
    }

    #[test]
    fn an_end_within_a_frame_is_told() {
        let error = FrameCodec::default()
            .decode_eof(&mut BytesMut::from([0x00, 0x05, 0xA1].as_slice()))
            .unwrap_err();
        assert!(matches!(error, FrameError::Truncated { received: 3 }));
    }
}
