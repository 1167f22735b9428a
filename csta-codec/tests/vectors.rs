//! Every argument, result and event against a second implementation.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod support;

use std::collections::HashSet;

use csta_codec::events::EventReportArgument;
use csta_codec::{Ber, EVENTS, Element, EventInfo, OPERATIONS, TypeInfo};
use support::{Vector, vectors};

/// The octets after decoding and encoding, as the type that the vector names.
fn recode(vector: &Vector, octets: &[u8]) -> Result<Vec<u8>, csta_codec::DecodeError> {
    let known = TypeInfo::by_name(&vector.type_name).unwrap();
    let element = Element::decode(octets)?;
    known.check(&element)?;
    Ok(known.decode(&element)?.to_ber())
}

#[test]
fn each_value_is_encoded_as_it_was() {
    let mut differences = Vec::new();
    for vector in vectors() {
        match recode(&vector, &vector.octets) {
            Ok(octets) if octets == vector.octets => {}
            Ok(_) => differences.push(format!("{} {}: differs", vector.at, vector.type_name)),
            Err(error) => differences.push(format!("{} {}: {error}", vector.at, vector.type_name)),
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn the_vectors_hold_every_argument_result_and_event() {
    let mut types = HashSet::new();
    let mut events = HashSet::new();
    for vector in vectors() {
        if vector.type_name == "CSTAEventReportArgument" {
            let report = EventReportArgument::decode(&vector.octets).unwrap();
            let event = EventInfo::of(&report.event_specific_info).unwrap();
            let shown =
                format!(r#""eventSpecificInfo": {{"{}": {{"{}": "#, event.group, event.name);
            assert!(vector.jer.contains(&shown), "{}: {event:?}", vector.at);
            events.insert(event.name);
        }
        types.insert(vector.type_name);
    }
    for operation in OPERATIONS {
        for known in [Some(operation.argument), operation.result].into_iter().flatten() {
            assert!(types.contains(known.name()), "no {known:?}");
        }
    }
    for event in EVENTS {
        assert!(events.contains(event.name), "no {event:?}");
    }
}

#[test]
fn a_value_that_was_cut_off_is_an_error() {
    for vector in vectors() {
        for end in 0..vector.octets.len() {
            assert!(recode(&vector, &vector.octets[..end]).is_err(), "{} at {end}", vector.at);
        }
    }
}

#[test]
fn a_value_with_a_changed_octet_is_an_error_or_another_value() {
    for vector in vectors() {
        let mut octets = vector.octets.clone();
        for at in 0..octets.len() {
            let change = [0x01, 0x20, 0x80, 0xFF][at % 4];
            octets[at] ^= change;
            if let Ok(other) = recode(&vector, &octets) {
                assert_eq!(recode(&vector, &other).as_ref(), Ok(&other), "{} at {at}", vector.at);
            }
            octets[at] ^= change;
        }
    }
}
