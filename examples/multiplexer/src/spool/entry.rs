//! What is written for each thing that happens to the spool.

use bytes::Bytes;

use crate::SpoolId;

/// What stands before the octets of an entry: what it is, a number, how many octets follow, and a
/// checksum of all of it.
pub(super) const HEAD: usize = 1 + 8 + 4 + 4;

/// The longest record: more than any APDU has.
const LONGEST: usize = 1 << 17;

const RECORD: u8 = 1;
const REMOVED: u8 = 2;
const TRANSMISSION: u8 = 3;

/// Something that happened to the spool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A record was stored.
    Record(SpoolId, Bytes),
    /// A record was removed.
    Removed(SpoolId),
    /// Whether the switch is to send call records.
    Transmission(bool),
}

impl Entry {
    /// Appends it to a text.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        let (kind, number, octets): (u8, u64, &[u8]) = match self {
            Self::Record(id, octets) => (RECORD, id.0, octets),
            Self::Removed(id) => (REMOVED, id.0, &[]),
            Self::Transmission(is_wanted) => (TRANSMISSION, u64::from(*is_wanted), &[]),
        };
        let mut head = [0; HEAD - 4];
        let (first, rest) = head.split_at_mut(1);
        let (middle, last) = rest.split_at_mut(8);
        first.fill(kind);
        middle.copy_from_slice(&number.to_be_bytes());
        // No APDU is longer than 64 KiB.
        last.copy_from_slice(&u32::try_from(octets.len()).unwrap_or(u32::MAX).to_be_bytes());
        out.extend_from_slice(&head);
        out.extend_from_slice(&checksum(&head, octets).to_be_bytes());
        out.extend_from_slice(octets);
    }

    /// How long the entry at the beginning of a text is by what its head says, whether it is sound
    /// or not; `None` if that is no head.
    pub(super) fn length(text: &[u8]) -> Option<usize> {
        let (kind, rest) = text.get(..HEAD)?.split_first()?;
        let length = u32::from_be_bytes(*rest.get(8..)?.first_chunk::<4>()?) as usize;
        let longest = match *kind {
            RECORD => LONGEST,
            REMOVED | TRANSMISSION => 0,
            _ => return None,
        };
        (length <= longest).then_some(HEAD + length)
    }

    /// Reads the entry at the beginning of a text, and says how long it is; `None` if there is no
    /// whole and sound one.
    pub(super) fn read(text: &[u8]) -> Option<(Self, usize)> {
        let length = Self::length(text)?;
        let (head, rest) = text.get(..length)?.split_at_checked(HEAD - 4)?;
        let (sum, octets) = rest.split_first_chunk::<4>()?;
        let (kind, numbers) = head.split_first()?;
        let number = u64::from_be_bytes(*numbers.first_chunk::<8>()?);
        if checksum(head, octets) != u32::from_be_bytes(*sum) {
            return None;
        }
        let entry = match *kind {
            RECORD => Self::Record(SpoolId(number), Bytes::copy_from_slice(octets)),
            REMOVED => Self::Removed(SpoolId(number)),
            TRANSMISSION => Self::Transmission(number != 0),
            _ => return None,
        };
        Some((entry, length))
    }
}

fn checksum(head: &[u8], octets: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(head);
    hasher.update(octets);
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry() -> impl Strategy<Value = Entry> {
        let octets = prop::collection::vec(any::<u8>(), 0..300).prop_map(Bytes::from);
        prop_oneof![
            (any::<u64>(), octets).prop_map(|(id, octets)| Entry::Record(SpoolId(id), octets)),
            any::<u64>().prop_map(|id| Entry::Removed(SpoolId(id))),
            any::<bool>().prop_map(Entry::Transmission),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(entry in entry(), behind in prop::collection::vec(any::<u8>(), 0..9)) {
            let mut text = Vec::new();
            entry.write(&mut text);
            let length = text.len();
            text.extend(behind);
            prop_assert_eq!(Entry::read(&text), Some((entry, length)));
        }

        #[test]
        fn what_is_torn_or_changed_is_noticed(entry in entry(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let mut text = Vec::new();
            entry.write(&mut text);
            let at = at.index(text.len());
            prop_assert_eq!(Entry::read(&text[..at]), None);
            text[at] ^= 1_u8 << bit;
            prop_assert_eq!(Entry::read(&text), None);
        }

        #[test]
        fn any_octets_are_read_without_a_panic(text in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = Entry::read(&text);
        }
    }
}
