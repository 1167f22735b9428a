//! What the fuzzer begins with: the vectors of the crates.

use std::fs;
use std::path::{Path, PathBuf};

use csta_codec::rose::{Code, Invoke, OperationResult, ReturnResult, Rose};
use csta_codec::{Apdu, Ber, Element, OPERATIONS};
use toml_edit::DocumentMut;

#[path = "../../../csta-codec/tests/golden/mod.rs"]
mod golden;
#[path = "../../../kme-private/tests/messages/mod.rs"]
mod kme;

/// A value of a type, as a second implementation has made it.
pub(crate) struct Vector {
    pub(crate) type_name: String,
    pub(crate) octets: Vec<u8>,
    /// The value as JSON text.
    pub(crate) jer: String,
}

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The text of a file in the repository.
pub(crate) fn file(path: &str) -> Vec<u8> {
    let path = repository(path);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The vectors in a file.
pub(crate) fn vectors(path: &str) -> Vec<Vector> {
    let text = String::from_utf8(file(path)).expect("vectors are text");
    text.lines().map(vector).collect()
}

fn vector(line: &str) -> Vector {
    let line: serde_json::Value = serde_json::from_str(line).expect("a vector is JSON");
    Vector {
        type_name: line["type"].as_str().expect("a vector has a type").to_owned(),
        octets: octets(line["hex"].as_str().expect("a vector has octets")),
        jer: line["jer"].to_string(),
    }
}

fn octets(hex: &str) -> Vec<u8> {
    let pair = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("digits");
    (0..hex.len()).step_by(2).map(pair).collect()
}

/// A value of each argument, result and event; more of them would be more of the same.
pub(crate) fn values() -> Vec<Vector> {
    let files = ["operations", "events", "errors"];
    let path = |name| format!("csta-codec/tests/vectors/{name}.jsonl");
    let mut values: Vec<_> = files.into_iter().flat_map(|name| vectors(&path(name))).collect();
    values.dedup_by(|next, first| {
        next.type_name == first.type_name && next.type_name != "CSTAEventReportArgument"
    });
    values
}

/// Messages of every kind: those captured, and each value as the argument or result it is.
pub(crate) fn apdus() -> Vec<Vec<u8>> {
    let known = golden::all().map(|vector| vector.octets.to_vec());
    let private = kme::ALL.iter().map(|octets| octets.to_vec());
    known.chain(private).chain(values().iter().flat_map(invocations)).collect()
}

/// A few messages, for checks that take several at once.
pub(crate) fn few_apdus() -> Vec<Vec<u8>> {
    let known = golden::captured::ALL.iter().map(|vector| vector.octets.to_vec());
    known.chain(kme::ALL.iter().map(|octets| octets.to_vec())).collect()
}

/// A value as the argument and as the result of the operations that it is of.
fn invocations(vector: &Vector) -> Vec<Vec<u8>> {
    let value = Element::decode(&vector.octets).expect("a vector is an element");
    let mut apdus = Vec::new();
    for operation in OPERATIONS {
        let code = Code::Local(operation.code);
        if operation.argument.name() == vector.type_name {
            let mut invoke = Invoke::new(7, code);
            invoke.argument = Some(value);
            apdus.push(Apdu::Rose(Rose::Invoke(invoke)).encode());
        }
        if operation.result.is_some_and(|result| result.name() == vector.type_name) {
            let mut result = ReturnResult::new(7);
            result.result = Some(OperationResult::new(code, value));
            apdus.push(Apdu::Rose(Rose::ReturnResult(result)).encode());
        }
    }
    apdus
}

/// An APDU behind its length.
pub(crate) fn framed(apdu: &[u8]) -> Vec<u8> {
    let length = u16::try_from(apdu.len()).expect("an APDU that fits a frame");
    [&length.to_be_bytes(), apdu].concat()
}

/// A configuration file with those settings, too, that are commented out in it.
pub(crate) fn with_all_settings(file: &str) -> String {
    // A sentence is no TOML.
    let is_setting = |line: &str| line.parse::<DocumentMut>().is_ok();
    let line = |line: &str| {
        let bare = line.trim_start_matches(['#', ' ']);
        format!("{}\n", if is_setting(bare) { bare } else { line })
    };
    file.lines().map(line).collect()
}
