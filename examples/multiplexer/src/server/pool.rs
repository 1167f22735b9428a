//! Room for octets that is used again.

use bytes::BytesMut;

/// How much is kept.
const KEPT: usize = 64;

/// The largest that is kept, in octets.
const LARGEST: usize = 64 << 10;

/// Room for octets that is used again, so that what is sent now and then takes none meanwhile and
/// what is sent all the time need not ask for it.
#[derive(Debug, Default)]
pub(super) struct Pool {
    kept: Vec<BytesMut>,
}

impl Pool {
    /// Some room, empty.
    pub(super) fn take(&mut self) -> BytesMut {
        self.kept.pop().unwrap_or_default()
    }

    /// Takes room back.
    pub(super) fn give(&mut self, room: BytesMut) {
        let room = self.back(room);
        if room.capacity() > 0 && self.kept.len() < KEPT {
            self.kept.push(room);
        }
    }

    /// The same room, empty, if it is not too large to be kept.
    pub(super) fn back(&self, mut room: BytesMut) -> BytesMut {
        room.clear();
        if room.capacity() > LARGEST { BytesMut::new() } else { room }
    }
}
