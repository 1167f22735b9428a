//! Any octets as a log, a dump or hexadecimal.

use crate::capture::{assert_json, inspect};
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "text",
    claim: "any octets as a dump, as hexadecimal among words or as a log of the protocol, shown \
        in every form: an error, or output, of which each line of JSON is JSON",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    inspect("decode", &["--raw", "--file"], octets);
    inspect("decode", &["--file"], octets);
    assert_json(&inspect("decode", &["--json", "--file"], octets));
    inspect("log", &["--tree"], octets);
    assert_json(&inspect("log", &["--json"], octets));
}

/// The messages as people have them.
fn seeds() -> Vec<Vec<u8>> {
    let pairs = |octets: &[u8]| {
        octets.iter().map(|octet| format!("{octet:02X}")).collect::<Vec<_>>().join(" ")
    };
    let apdus = seeds::few_apdus();
    let plain = apdus.iter().map(|apdu| pairs(apdu).into_bytes());
    let dump = seeds::framed(&apdus[7])
        .chunks(16)
        .enumerate()
        .map(|(row, line)| format!("{:04x}  {}  ................\n", row * 16, pairs(line)))
        .collect::<String>();
    let log = apdus.iter().take(9).enumerate().map(|(second, apdu)| {
        let arrow = if second % 2 == 0 { '>' } else { '<' };
        format!("2024-05-01T10:00:{second:02}.123Z {arrow} {}\n", pairs(apdu))
    });
    let literal = format!("msg = b'\\x{}'\n", pairs(&apdus[6]).replace(' ', "\\x"));
    let texts = [log.collect(), dump, literal].map(String::into_bytes);
    texts.into_iter().chain(plain).chain(apdus.iter().map(|apdu| seeds::framed(apdu))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::inspected;

    #[test]
    fn each_seed_is_read_as_messages_and_the_first_as_a_log() {
        let seeds = seeds();
        for seed in &seeds {
            let shown = inspect("decode", &["--json", "--file"], seed);
            let text = String::from_utf8_lossy(&shown);
            assert!(!shown.is_empty() && !text.contains("unreadable"), "{text}");
        }
        let (shown, is_understood) = inspected("log", &["--json"], &seeds[0]);
        assert!(is_understood, "{}", String::from_utf8_lossy(&shown));
        assert_eq!(shown.iter().filter(|octet| **octet == b'\n').count(), 9);
    }
}
