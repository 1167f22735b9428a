//! Writing from the end to the front, so that a length is known when it is written.

use super::Tag;

/// A buffer that is filled from its end.
///
/// Writing cannot fail: where the buffer is too small, it grows by what is missing, or to twice its
/// size if that is more, and the value is written again. One that is cleared and used again
/// allocates nothing more once it has grown to the longest message.
///
/// ```
/// use csta_codec::{Ber, Writer};
///
/// let mut writer = Writer::new();
/// true.write(&mut writer);
/// 5_i64.write(&mut writer); // in front of what is there
/// assert_eq!(writer.octets(), [0x02, 0x01, 0x05, 0x01, 0x01, 0xFF]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Writer {
    buffer: Vec<u8>,
    /// Where what has been written begins.
    start: usize,
}

impl Writer {
    /// An empty writer, which allocates with the first octet.
    #[must_use]
    pub const fn new() -> Self {
        Self { buffer: Vec::new(), start: 0 }
    }

    /// An empty writer with room for so many octets.
    #[must_use]
    pub fn with_capacity(octets: usize) -> Self {
        #[expect(
            clippy::slow_vector_initialization,
            reason = "for small sizes, cleared memory costs twice the instructions of memory that is cleared here"
        )]
        let mut buffer = Vec::with_capacity(octets);
        buffer.resize(octets, 0);
        Self { buffer, start: octets }
    }

    /// What has been written.
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// How many octets have been written.
    #[inline(always)]
    #[must_use]
    pub fn len(&self) -> usize {
        self.buffer.len() - self.start
    }

    /// Whether nothing has been written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Forgets what has been written and keeps the room.
    pub fn clear(&mut self) {
        self.start = self.buffer.len();
    }

    /// Forgets what was written last, down to so many octets.
    #[cfg(feature = "serde")]
    pub(crate) fn truncate(&mut self, octets: usize) {
        self.start = self.start.max(self.buffer.len().saturating_sub(octets));
    }

    /// What has been written, without copying it.
    #[must_use]
    pub fn into_bytes(self) -> bytes::Bytes {
        let mut bytes = bytes::Bytes::from(self.buffer);
        bytes.split_off(self.start)
    }

    /// Puts octets in front of what is there.
    pub fn prepend(&mut self, octets: &[u8]) {
        self.put(|room, end| prepend(octets, room, end));
    }

    /// Puts the identifier and length of what was written since there were `end` octets in front.
    pub fn header(&mut self, tag: Tag, end: usize) {
        let length = self.len() - end;
        self.put(|room, start| header(tag, room, start, start + length));
    }

    /// Puts what `put` puts into the room before an end, which it is told, and gives the start of.
    /// It is called again with more room where there was too little.
    #[doc(hidden)]
    pub fn put(&mut self, put: impl Fn(&mut [u8], usize) -> usize) {
        let start = put(&mut self.buffer, self.start);
        self.start = if start <= self.buffer.len() {
            start
        } else {
            self.grow(start.wrapping_neg());
            put(&mut self.buffer, self.start)
        };
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, octets: usize) {
        let room = (self.buffer.len() + octets).max(self.buffer.len() * 2).max(64);
        let mut buffer = vec![0; room];
        let start = room - self.len();
        if let Some(tail) = buffer.get_mut(start..) {
            tail.copy_from_slice(self.octets());
        }
        self.buffer = buffer;
        self.start = start;
    }
}

/// Puts octets into the room so that they end at `end`, and gives where they begin.
///
/// Where the room does not suffice nothing is put, and the start wraps around below 0: so all puts
/// go on as if there were room, and how much is missing is known at the end. Where the value begins
/// goes from put to put in a register; in a writer it would go through memory each time.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn prepend(octets: &[u8], room: &mut [u8], end: usize) -> usize {
    let start = end.wrapping_sub(octets.len());
    if let Some(place) = room.get_mut(start..end) {
        place.copy_from_slice(octets);
    }
    start
}

/// Puts the identifier and length of what stands between `start` and `end`.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn header(tag: Tag, room: &mut [u8], start: usize, end: usize) -> usize {
    let length = end.wrapping_sub(start);
    if length < 0x80 && !tag.is_large() {
        prepend(&[tag.leading_octet(), length as u8], room, start)
    } else {
        header_long(tag, length, room, start)
    }
}

#[inline(never)]
fn header_long(tag: Tag, length: usize, room: &mut [u8], mut start: usize) -> usize {
    if length < 0x80 {
        start = prepend(&[length as u8], room, start);
    } else {
        let octets = length.to_be_bytes();
        let zeros = (length.leading_zeros() / 8) as usize;
        let significant = octets.get(zeros..).unwrap_or_default();
        start = prepend(significant, room, start);
        start = prepend(&[0x80 | significant.len() as u8], room, start);
    }
    if tag.is_large() {
        let mut number = tag.number();
        let mut more = 0;
        while number > 0 {
            start = prepend(&[more | (number & 0x7F) as u8], room, start);
            more = 0x80;
            number >>= 7;
        }
    }
    prepend(&[tag.leading_octet()], room, start)
}
