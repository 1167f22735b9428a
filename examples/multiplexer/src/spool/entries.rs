//! The entries of a segment, whatever the disk has made of it.

use super::entry::{Entry, HEAD};

/// How many octets are summed up at most in search of sound entries behind damage, where each octet
/// may look as if a long entry began there.
const SEARCH: usize = 64 << 20;

/// The sound entries of a segment, each with where it is and how long.
#[derive(Debug)]
pub(super) struct Entries<'a> {
    text: &'a [u8],
    at: usize,
    search: usize,
    torn: usize,
    damaged: usize,
}

impl<'a> Entries<'a> {
    pub(super) const fn of(text: &'a [u8]) -> Self {
        Self { text, at: 0, search: SEARCH, torn: 0, damaged: 0 }
    }

    /// How many octets at the end were left away, since it was not written to its end.
    pub(super) const fn torn(&self) -> usize {
        self.torn
    }

    /// How many octets were left away, since they are not as they were written.
    pub(super) const fn damaged(&self) -> usize {
        self.damaged
    }

    fn rest(&self) -> &'a [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes on with the next sound entry, or to the end.
    fn skip(&mut self) {
        let rest = self.rest();
        let next = (1..rest.len()).find_map(|at| self.find(rest.get(at..)?).then_some(at));
        if next.is_none() && is_torn(rest) {
            self.torn += rest.len();
        } else {
            self.damaged += next.unwrap_or(rest.len());
        }
        self.at += next.unwrap_or(rest.len());
    }

    /// Whether a sound entry is found at the beginning of a text.
    fn find(&mut self, text: &[u8]) -> bool {
        let Some(length) = Entry::length(text).filter(|length| *length <= text.len()) else {
            return false;
        };
        if self.search < length {
            return false;
        }
        self.search -= length;
        Entry::read(text).is_some()
    }
}

impl Iterator for Entries<'_> {
    type Item = (usize, Entry, usize);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest().is_empty() {
            return None;
        }
        if Entry::read(self.rest()).is_none() {
            self.skip();
        }
        let (entry, length) = Entry::read(self.rest())?;
        let at = self.at;
        self.at += length;
        Some((at, entry, length))
    }
}

/// Whether this is the beginning of an entry, as a loss of power or a full disk leaves it: cut off,
/// or with zeros where the file had become longer already.
fn is_torn(rest: &[u8]) -> bool {
    rest.len() < HEAD
        || Entry::length(rest).is_some_and(|length| length > rest.len())
        || rest.ends_with(&[0; HEAD])
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use proptest::prelude::*;

    use super::*;
    use crate::SpoolId;

    fn text(lengths: &[usize]) -> (Vec<u8>, Vec<(usize, Entry, usize)>) {
        let (mut text, mut entries) = (Vec::new(), Vec::new());
        for (id, length) in (1..).zip(lengths) {
            let at = text.len();
            let entry = Entry::Record(SpoolId(id), Bytes::from(vec![id as u8; *length]));
            entry.write(&mut text);
            entries.push((at, entry, text.len() - at));
        }
        (text, entries)
    }

    proptest! {
        #[test]
        fn damage_costs_the_entries_that_it_is_in_and_no_other(
            lengths in prop::collection::vec(0_usize..60, 2..9),
            begin in any::<prop::sample::Index>(),
            length in 1_usize..40,
        ) {
            let (mut text, mut entries) = text(&lengths);
            let begin = begin.index(text.len());
            let end = text.len().min(begin + length);
            text[begin..end].iter_mut().for_each(|octet| *octet ^= 0x55);
            entries.retain(|(at, _, length)| end <= *at || begin >= *at + *length);
            let mut found = Entries::of(&text);
            prop_assert_eq!(found.by_ref().collect::<Vec<_>>(), &entries[..]);
            let sound: usize = entries.iter().map(|(.., length)| length).sum();
            prop_assert_eq!(found.torn() + found.damaged(), text.len() - sound);
        }

        #[test]
        fn what_was_cut_off_is_no_damage(
            lengths in prop::collection::vec(0_usize..60, 1..5),
            cut in any::<prop::sample::Index>(),
            zeros in prop_oneof![Just(0), 20_usize..100],
        ) {
            let (mut text, mut entries) = text(&lengths);
            text.truncate(cut.index(text.len()));
            entries.retain(|(at, _, length)| at + length <= text.len());
            text.resize(text.len() + zeros, 0);
            let mut found = Entries::of(&text);
            let count = found.by_ref().count();
            // Zeros may be what was missing.
            prop_assert!(count >= entries.len());
            prop_assert_eq!(found.damaged(), 0);
        }

        #[test]
        fn any_octets_are_read_without_a_panic(text in prop::collection::vec(0_u8..4, 0..400)) {
            let mut found = Entries::of(&text);
            let sound: usize = found.by_ref().map(|(.., length)| length).sum();
            prop_assert_eq!(sound + found.torn() + found.damaged(), text.len());
        }
    }

    #[test]
    fn a_changed_bit_in_the_last_entry_is_damage() {
        let (mut text, entries) = text(&[20, 20]);
        *text.last_mut().unwrap() ^= 1;
        let mut found = Entries::of(&text);
        assert_eq!(found.by_ref().collect::<Vec<_>>(), entries[..1]);
        assert_eq!((found.torn(), found.damaged()), (0, HEAD + 20));
    }

    #[test]
    fn a_search_in_which_each_octet_may_begin_an_entry_ends() {
        // The head of a long record, over and over.
        let head = [1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1];
        let text: Vec<u8> = head.into_iter().cycle().take(1 << 20).collect();
        let mut found = Entries::of(&text);
        assert_eq!(found.by_ref().count(), 0);
        assert_eq!(found.damaged() + found.torn(), text.len());
        assert!(found.search < SEARCH / 2, "it looked like none");
    }
}
