//! Any octets as a stream of frames.

use bytes::{Bytes, BytesMut};
use csta_client::FrameCodec;
use tokio_util::codec::Decoder;

use crate::input::Input;
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "frame",
    claim: "a stream of frames in pieces of any size: the same frames, and never one that is \
        longer than the limit",
    run,
    seeds,
};

const LIMIT: usize = 1000;

fn frames<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> (Vec<Bytes>, bool) {
    let mut codec = FrameCodec { receive_limit: LIMIT, ..FrameCodec::default() };
    let (mut buffer, mut frames) = (BytesMut::new(), Vec::new());
    for piece in pieces {
        buffer.extend_from_slice(piece);
        loop {
            match codec.decode(&mut buffer) {
                Ok(Some(frame)) => frames.push(frame),
                Ok(None) => break,
                Err(_) => return (frames, true),
            }
        }
    }
    (frames, false)
}

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let (size, octets) = (input.octet(), input.rest());
    let whole = frames(std::iter::once(octets));
    let pieces = frames(octets.chunks(usize::from(size).max(1)));
    assert_eq!(whole, pieces);
    assert!(whole.0.iter().all(|frame| frame.len() <= LIMIT));
}

fn seeds() -> Vec<Vec<u8>> {
    let frames = || seeds::few_apdus().into_iter().map(|apdu| seeds::framed(&apdu));
    let single = frames().map(|frame| [&[1], frame.as_slice()].concat());
    let all = [vec![5], frames().collect::<Vec<_>>().concat()].concat();
    // The abort without a length, behind a frame.
    let abort = [&[1, 0, 5, 0x64, 3, 0x80, 1, 0][..], &[0x64, 3, 0x80, 1, 0]].concat();
    single.chain([all, abort]).collect()
}
