//! BIT STRING, with and without named bits.

use core::fmt;

use super::{Ber, Tag, prepend};
use crate::error::{DecodeError, DecodeErrorKind};

/// A BIT STRING without named bits, borrowed from the frame.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BitString<'a> {
    octets: &'a [u8],
    unused: u8,
}

impl<'a> BitString<'a> {
    /// All bits of some octets, the first bit being the most significant of the first octet.
    #[must_use]
    pub const fn new(octets: &'a [u8]) -> Self {
        Self { octets, unused: 0 }
    }

    /// The first `len` bits of some octets, or all of them if they are fewer.
    #[must_use]
    pub const fn with_len(octets: &'a [u8], len: usize) -> Self {
        let used = len.div_ceil(8);
        match octets.split_at_checked(used) {
            Some((octets, _)) => Self { octets, unused: (used * 8 - len) as u8 },
            None => Self::new(octets),
        }
    }

    /// The octets; in the last one [`unused`](Self::unused) bits have no meaning.
    #[must_use]
    pub const fn octets(&self) -> &'a [u8] {
        self.octets
    }

    /// How many bits of the last octet have no meaning, 0 to 7.
    #[must_use]
    pub const fn unused(&self) -> u8 {
        self.unused
    }

    /// The number of bits.
    #[must_use]
    pub const fn len(&self) -> usize {
        (self.octets.len() * 8).saturating_sub(self.unused as usize)
    }

    /// Whether there is no bit.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a> Ber<'a> for BitString<'a> {
    const NAME: &'static str = "BIT STRING";
    const TAG: Tag = Tag::universal(3);
    type At<'b> = BitString<'b>;

    #[inline(always)]
    fn empty() -> Self {
        Self::new(&[])
    }

    #[inline(always)]
    fn fill(&mut self, _: Tag, content: &'a [u8]) -> Result<(), DecodeError> {
        match content {
            [unused, octets @ ..] if *unused < 8 && (*unused == 0 || !octets.is_empty()) => {
                *self = Self { octets, unused: *unused };
                Ok(())
            }
            _ => Err(DecodeError::new(DecodeErrorKind::InvalidValue, content)),
        }
    }

    fn put_content(&self, room: &mut [u8], end: usize) -> usize {
        let start = prepend(self.octets, room, end);
        prepend(&[self.unused], room, start)
    }
}

impl fmt::Debug for BitString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}/{}", super::OctetString(self.octets), self.len())
    }
}

/// How many words hold bits up to the largest of these numbers.
#[doc(hidden)]
#[must_use]
pub const fn words(bits: &[u32]) -> usize {
    let (mut most, mut rest) = (0, bits);
    while let [bit, behind @ ..] = rest {
        most = if *bit > most { *bit } else { most };
        rest = behind;
    }
    most as usize / 64 + 1
}

/// Up to eight octets, the first of them the most significant.
#[inline(always)]
fn word_of(octets: &[u8]) -> u64 {
    match octets {
        [octet] => u64::from(*octet) << 56,
        [high, low] => u64::from(u16::from_be_bytes([*high, *low])) << 48,
        _ => word_of_many(octets),
    }
}

#[inline(never)]
fn word_of_many(octets: &[u8]) -> u64 {
    octets.iter().rev().fold(0, |word, octet| word >> 8 | u64::from(*octet) << 56)
}

/// What [`bit_string!`](crate::bit_string) keeps: the bits themselves, so that a set can be built
/// without storage elsewhere, and how many were sent.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bits<const WORDS: usize> {
    words: [u64; WORDS], // bit 0 is the most significant of the first word
    len: u16,
}

impl<const WORDS: usize> Bits<WORDS> {
    /// No bit at all.
    pub const EMPTY: Self = Self { words: [0; WORDS], len: 0 };

    /// One bit, and no more bits than lead to it.
    #[must_use]
    #[expect(clippy::indexing_slicing, reason = "evaluated when a declaration is compiled")]
    pub const fn of(bit: u32) -> Self {
        let mut words = [0; WORDS];
        words[bit as usize / 64] = 1 << (63 - bit % 64);
        Self { words, len: bit as u16 + 1 }
    }

    /// The bits of both; as long as the longer.
    #[must_use]
    pub fn union(mut self, other: Self) -> Self {
        for (word, other) in self.words.iter_mut().zip(other.words) {
            *word |= other;
        }
        self.len = self.len.max(other.len);
        self
    }

    /// The bits that are in both; as long as the shorter.
    #[must_use]
    pub fn intersection(mut self, other: Self) -> Self {
        for (word, other) in self.words.iter_mut().zip(other.words) {
            *word &= other;
        }
        self.len = self.len.min(other.len);
        self
    }

    /// The same bits, at least so many of them.
    #[must_use]
    pub const fn with_len(self, len: u16) -> Self {
        let most = (WORDS * 64) as u16;
        let len = if len > most { most } else { len };
        Self { len: if len > self.len { len } else { self.len }, ..self }
    }

    /// Whether each bit that is set in `other` is set.
    #[must_use]
    pub fn contains(&self, other: Self) -> bool {
        self.words.iter().zip(other.words).all(|(word, other)| word & other == other)
    }

    /// Whether no bit is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// How many bits there are, set or not.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether the bit of this number is set.
    #[must_use]
    pub fn bit(&self, number: u32) -> bool {
        let word = self.words.get(number as usize / 64).copied().unwrap_or(0);
        word >> (63 - number % 64) & 1 != 0
    }

    #[inline]
    pub fn fill(&mut self, content: &[u8]) -> Result<(), DecodeError> {
        let mut sent = BitString::empty();
        sent.fill(Tag::NONE, content)?;
        if sent.len() > WORDS * 64 {
            return Err(DecodeError::new(DecodeErrorKind::TooLarge, content));
        }
        *self = Self { words: [0; WORDS], len: sent.len() as u16 };
        for (word, octets) in self.words.iter_mut().zip(sent.octets.chunks(8)) {
            *word = word_of(octets);
        }
        // Bits beyond the last may have any value, and mean nothing (X.690, 8.6.2.4).
        if sent.unused != 0
            && let Some(word) = self.words.get_mut(sent.len() / 64)
        {
            *word &= !(u64::MAX >> (sent.len() % 64));
        }
        Ok(())
    }

    pub fn put_content(&self, room: &mut [u8], mut end: usize) -> usize {
        let octets = self.len().div_ceil(8);
        for (number, word) in self.words.iter().enumerate().rev() {
            let used = octets.saturating_sub(8 * number).min(8);
            end = prepend(word.to_be_bytes().split_at(used).0, room, end);
        }
        prepend(&[(octets * 8 - self.len()) as u8], room, end)
    }
}
