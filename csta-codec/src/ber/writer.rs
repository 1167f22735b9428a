//! Writing from the end to the front, so that a length is known when it is written.

use super::Tag;

/// A buffer that is filled from its end.
///
/// Writing cannot fail: the buffer grows when it is full. One that is cleared and used again
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
        Self { buffer: vec![0; octets], start: octets }
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
    #[inline]
    pub fn prepend(&mut self, octets: &[u8]) {
        if octets.len() > self.start {
            self.grow(octets.len());
        }
        let start = self.start - octets.len();
        if let Some(room) = self.buffer.get_mut(start..self.start) {
            room.copy_from_slice(octets);
            self.start = start;
        }
    }

    /// Puts the identifier and length of what was written since there were `end` octets in front.
    #[inline]
    pub fn header(&mut self, tag: Tag, end: usize) {
        let length = self.len() - end;
        if length < 0x80 && !tag.is_large() {
            self.prepend(&[tag.leading_octet(), length as u8]);
        } else {
            self.header_long(tag, length);
        }
    }

    #[inline(never)]
    fn header_long(&mut self, tag: Tag, length: usize) {
        if length < 0x80 {
            self.prepend(&[length as u8]);
        } else {
            let octets = length.to_be_bytes();
            let zeros = (length.leading_zeros() / 8) as usize;
            let significant = octets.get(zeros..).unwrap_or_default();
            self.prepend(significant);
            self.prepend(&[0x80 | significant.len() as u8]);
        }
        if tag.is_large() {
            let mut number = tag.number();
            let mut more = 0;
            while number > 0 {
                self.prepend(&[more | (number & 0x7F) as u8]);
                more = 0x80;
                number >>= 7;
            }
        }
        self.prepend(&[tag.leading_octet()]);
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
