//! Octets changed by chance, for where there is no fuzzer.

use fastrand::Rng;

/// The longest that comes of it, in octets.
const LONGEST: usize = 4096;

/// What stands for ends of ranges in lengths, numbers and tags.
const EDGES: [u8; 8] = [0x00, 0x01, 0x1F, 0x7F, 0x80, 0x81, 0xA0, 0xFF];

/// Changes octets in up to eight places. Some of what comes in is taken from another input.
pub fn mutate(octets: &mut Vec<u8>, other: &[u8], random: &mut Rng) {
    for _ in 0..random.usize(1..=8) {
        let at = random.usize(0..=octets.len());
        let length = random.usize(0..=16).min(octets.len() - at);
        match random.u8(0..9) {
            0 => set(octets, at, |old| old ^ 1 << random.u8(0..8)),
            1 => set(octets, at, |_| random.u8(..)),
            2 => set(octets, at, |_| EDGES[random.usize(0..EDGES.len())]),
            3 => set(octets, at, |old| old.wrapping_add(random.u8(0..5)).wrapping_sub(2)),
            4 => drop(octets.drain(at..at + length)),
            5 => octets.insert(at, random.u8(..)),
            6 => {
                let copy = octets[at..at + length].to_vec();
                let to = random.usize(0..=octets.len());
                octets.splice(to..to, copy);
            }
            7 => {
                let begin = random.usize(0..=other.len());
                let end = random.usize(begin..=other.len());
                octets.splice(at..at + length, other[begin..end].iter().copied());
            }
            _ => octets.truncate(at),
        }
    }
    octets.truncate(LONGEST);
}

fn set(octets: &mut [u8], at: usize, change: impl FnOnce(u8) -> u8) {
    if let Some(octet) = octets.get_mut(at) {
        *octet = change(*octet);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_comes_of_it_and_nothing_that_is_too_long() {
        let mut random = Rng::with_seed(1);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..10_000 {
            let mut octets = vec![1, 2, 3];
            mutate(&mut octets, &[7; LONGEST], &mut random);
            assert!(octets.len() <= LONGEST);
            seen.insert(octets);
        }
        assert!(seen.contains(&vec![]) && seen.len() > 5000, "{}", seen.len());
    }
}
