//! Reads the vectors; `tests/vectors/README.md` says what they are.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::path::{Path, PathBuf};
use std::{env, fs};

/// A value from the second implementation.
#[allow(dead_code, reason = "each test takes what it needs")]
pub(crate) struct Vector {
    /// Where it stands, for messages.
    pub(crate) at: String,
    pub(crate) type_name: String,
    pub(crate) octets: Vec<u8>,
    /// The value as JSON text.
    pub(crate) jer: String,
}

/// All vectors: those beside the tests, and those in the directory that `CSTA_VECTORS` names.
pub(crate) fn vectors() -> impl Iterator<Item = Vector> {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let more = env::var_os("CSTA_VECTORS").map(PathBuf::from);
    [Some(committed), more].into_iter().flatten().flat_map(|directory| {
        fs::read_dir(directory)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
            .flat_map(|path| {
                let text = fs::read_to_string(&path).unwrap();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                let lines = text.lines().enumerate();
                lines.map(|(n, line)| read(format!("{name}:{}", n + 1), line)).collect::<Vec<_>>()
            })
    })
}

/// Reads a line, whose members stand in a fixed order.
fn read(at: String, line: &str) -> Vector {
    let rest = line.strip_prefix(r#"{"type": ""#).unwrap();
    let (type_name, rest) = rest.split_once(r#"", "hex": ""#).unwrap();
    let (hex, rest) = rest.split_once(r#"", "jer": "#).unwrap();
    let jer = rest.strip_suffix('}').unwrap();
    Vector { at, type_name: type_name.into(), octets: octets(hex), jer: jer.into() }
}

fn octets(hex: &str) -> Vec<u8> {
    assert!(hex.len().is_multiple_of(2));
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}
