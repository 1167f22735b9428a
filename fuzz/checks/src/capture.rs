//! Any octets as a capture of network traffic.

use std::io::Write;

use clap::Parser;
use csta_inspect::Cli;
use tempfile::NamedTempFile;

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "capture",
    claim: "any octets as a capture of network traffic, shown as a timeline, as trees and as \
        JSON: an error, or output, of which each line of JSON is JSON",
    run,
    seeds,
};

/// Runs the inspector on a file, and returns what it shows, whether or not it understands it.
pub(crate) fn inspect(command: &str, options: &[&str], content: &[u8]) -> Vec<u8> {
    inspected(command, options, content).0
}

/// Runs the inspector on a file, and returns what it shows, and whether it understands all of it.
pub(crate) fn inspected(command: &str, options: &[&str], content: &[u8]) -> (Vec<u8>, bool) {
    let mut file = NamedTempFile::new().expect("a temporary file");
    file.write_all(content).expect("a temporary file");
    let path = file.path().to_str().expect("a path");
    let arguments = ["csta-inspect", command].into_iter().chain(options.iter().copied());
    let cli = Cli::try_parse_from(arguments.chain([path])).expect("a command");
    let mut out = Vec::new();
    let is_understood = csta_inspect::run(&cli, &mut out).unwrap_or(false);
    assert!(str::from_utf8(&out).is_ok(), "what is shown is text");
    (out, is_understood)
}

/// What is shown as lines of JSON is that.
pub(crate) fn assert_json(out: &[u8]) {
    for line in out.split(|octet| *octet == b'\n').filter(|line| !line.is_empty()) {
        let json = serde_json::from_slice::<serde_json::Value>(line);
        assert!(json.is_ok(), "{json:?}: {}", String::from_utf8_lossy(line));
    }
}

fn run(octets: &[u8]) {
    inspect("pcap", &[], octets);
    inspect("pcap", &["--tree", "--port", "33333"], octets);
    assert_json(&inspect("pcap", &["--json", "--port", "33333"], octets));
}

fn seeds() -> Vec<Vec<u8>> {
    let captures = ["demo.pcap", "demo.pcapng"];
    captures.map(|name| seeds::file(&format!("examples/inspect/tests/captures/{name}"))).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_seed_is_understood() {
        assert!(seeds().iter().all(|seed| inspected("pcap", &[], seed).1));
    }
}
