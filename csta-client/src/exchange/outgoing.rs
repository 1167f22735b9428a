//! What is to be sent.

use bytes::BytesMut;
use tokio_util::codec::Encoder;

use crate::connection::Command;
use crate::{FrameCodec, FrameError, MAX_UNSENT};

/// The frames that are to be sent, and between them the requests of which the task has to know before
/// they are sent, all in the order in which they were asked for.
#[derive(Debug)]
pub(super) struct Outgoing {
    codec: FrameCodec,
    frames: BytesMut,
    /// Each with the place of the frame before which it stands.
    commands: Vec<(u64, Command)>,
    /// How many octets the task has taken so far.
    taken: u64,
    /// How many of them the connection has not taken yet.
    unwritten: usize,
}

impl Outgoing {
    pub(super) fn new(codec: FrameCodec) -> Self {
        Self { codec, frames: BytesMut::new(), commands: Vec::new(), taken: 0, unwritten: 0 }
    }

    /// The place of the next frame in all that is sent.
    pub(super) fn end(&self) -> u64 {
        self.taken + self.frames.len() as u64
    }

    /// Whether the task has taken what begins at a place.
    pub(super) const fn is_taken(&self, place: u64) -> bool {
        place < self.taken
    }

    /// Whether so much waits already that the other side cannot be reading.
    pub(super) fn is_full(&self) -> bool {
        self.unwritten + self.frames.len() > MAX_UNSENT
    }

    /// Puts an APDU into a frame; nothing happens if it is too long.
    pub(super) fn push(&mut self, apdu: &[u8]) -> Result<(), FrameError> {
        self.codec.encode(apdu, &mut self.frames)
    }

    /// The frame of an APDU that is to be sent later.
    pub(super) fn frame(&mut self, apdu: &[u8]) -> Result<BytesMut, FrameError> {
        let mut frame = BytesMut::new();
        self.codec.encode(apdu, &mut frame)?;
        Ok(frame)
    }

    pub(super) fn push_frame(&mut self, frame: &[u8]) {
        self.frames.extend_from_slice(frame);
    }

    pub(super) fn push_command(&mut self, command: Command) {
        self.commands.push((self.end(), command));
    }

    /// Takes in how much of what was taken waits for the other side to read.
    pub(super) const fn handle_unwritten(&mut self, unwritten: usize) {
        self.unwritten = unwritten;
    }

    /// Moves all frames behind those in `into`.
    pub(super) fn take_frames(&mut self, into: &mut BytesMut) {
        self.taken += self.frames.len() as u64;
        self.unwritten += self.frames.len();
        if into.is_empty() {
            // The room goes to and fro, instead of being made each time.
            std::mem::swap(into, &mut self.frames);
        } else {
            into.extend_from_slice(&self.frames);
            self.frames.clear();
        }
    }

    /// Takes the requests of the task, each with how many of the frames that are taken next stand
    /// before it.
    pub(super) fn take_commands(&mut self) -> Vec<(usize, Command)> {
        if self.commands.is_empty() {
            return Vec::new();
        }
        let taken = self.taken;
        let commands = std::mem::take(&mut self.commands).into_iter();
        commands.map(|(at, command)| (at.saturating_sub(taken) as usize, command)).collect()
    }
}
