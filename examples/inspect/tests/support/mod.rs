//! Runs the program.

#![allow(dead_code, reason = "each test uses its part")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// The output of a run and its exit status.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program with these arguments and nothing as its input.
pub(crate) fn run(arguments: &[&str]) -> Run {
    run_with(arguments, "")
}

/// Runs the program with an input.
pub(crate) fn run_with(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_csta-inspect"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // A program that does not read its input closes it.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        status: status.code().unwrap(),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}

/// Octets of hexadecimal digits and spaces.
pub(crate) fn octets(hex: &str) -> Vec<u8> {
    let digits: Vec<_> = hex.chars().filter(|c| !c.is_whitespace()).collect();
    let pair = |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}

/// Messages in frames, behind each other.
pub(crate) fn framed(apdus: &[&str]) -> Vec<u8> {
    let frame = |apdu: &&str| {
        let apdu = octets(apdu);
        let length = u16::try_from(apdu.len()).unwrap().to_be_bytes();
        [length.to_vec(), apdu].concat()
    };
    apdus.iter().flat_map(frame).collect()
}

// Captured from a Panasonic switch and from a client that works with one, but for the last four,
// which are made after their form.
pub(crate) const AARQ: &str = "60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00";
pub(crate) const AARE: &str = "61 2F 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 A1 03 02 01 01 BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00";
pub(crate) const SYSTEM_STATUS: &str = "A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02";
pub(crate) const SYSTEM_STATUS_RESULT: &str = "A2 0B 02 01 01 30 06 02 02 00 D3 05 00";
pub(crate) const GET_STATIONS: &str =
    "A1 16 02 02 06 02 02 01 33 30 0D A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 05";
pub(crate) const MONITOR_START: &str = "A1 11 02 01 78 02 01 47 30 09 30 05 80 03 31 30 31 A0 00";
pub(crate) const SERVICE_INITIATED: &str = "A1 34 02 01 03 02 01 15 30 2C 55 04 01 11 00 12 A0 24 B0 22 6B 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31 63 07 30 05 80 03 31 31 31 4E 01 01 0A 01 16";
pub(crate) const ABORT: &str = "64 03 80 01 00";
pub(crate) const MAKE_CALL: &str =
    "A1 1A 02 01 07 02 01 0A 30 12 30 05 80 03 31 30 31 30 09 80 07 39 31 32 33 34 35 36";
pub(crate) const FAILURE: &str = "A3 0B 02 01 07 02 01 01 A0 03 0A 01 01";
pub(crate) const MONITOR_START_RESULT: &str =
    "A2 10 02 01 78 30 0B 02 01 47 30 06 55 04 01 11 00 12";
pub(crate) const DEVICES: &str = "A1 53 02 01 02 02 01 33 30 4B A4 49 A3 47 30 45 A0 06 04 04 00 00 00 01 A1 03 02 01 01 A2 03 01 01 FF A3 31 30 2F BF 26 2C 30 2A 30 13 30 06 81 04 01 11 00 01 16 03 31 30 31 0A 01 00 02 01 00 30 13 30 06 81 04 01 11 00 02 16 03 31 30 32 0A 01 00 02 01 00";
