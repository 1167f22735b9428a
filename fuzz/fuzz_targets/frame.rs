//! Any octets as a stream of frames, arriving in any pieces: the frames are the same.
#![no_main]

use bytes::{Bytes, BytesMut};
use csta_client::FrameCodec;
use libfuzzer_sys::fuzz_target;
use tokio_util::codec::Decoder;

fn frames<'a>(pieces: impl Iterator<Item = &'a [u8]>) -> (Vec<Bytes>, bool) {
    let mut codec = FrameCodec { receive_limit: 1000, ..FrameCodec::default() };
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

fuzz_target!(|input: (u8, &[u8])| {
    let (size, octets) = input;
    let whole = frames(std::iter::once(octets));
    let pieces = frames(octets.chunks(usize::from(size).max(1)));
    assert_eq!(whole, pieces);
});
