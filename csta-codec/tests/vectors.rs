//! Every argument, result and event against a second implementation.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod support;
#[path = "golden/tree.rs"]
mod tree;

use std::collections::HashSet;

use csta_codec::events::EventReportArgument;
use csta_codec::{Ber, EVENTS, Element, EventInfo, OPERATIONS, TypeInfo};
use support::{Vector, vectors};
use tree::{Content, Lengths, Tree};

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

#[test]
fn longer_lengths_are_read_in_place() {
    for vector in vectors() {
        for count in [2, 4] {
            let octets = Tree::of(&vector.octets).write(Lengths::Long(count));
            assert_eq!(recode(&vector, &octets).as_ref(), Ok(&vector.octets), "{}", vector.at);
        }
    }
}

#[test]
fn indefinite_lengths_are_rewritten() {
    for vector in vectors() {
        let known = TypeInfo::by_name(&vector.type_name).unwrap();
        let tree = Tree::of(&vector.octets);
        for lengths in [Lengths::Indefinite, Lengths::IndefiniteAndLong(2)] {
            let octets = tree.write(lengths);
            assert_eq!(known.normalise(&octets).as_ref(), Ok(&vector.octets), "{}", vector.at);
            if matches!(tree.content, Content::Constructed(_)) {
                assert!(Element::decode(&octets).is_err_and(|error| error.is_form()));
            }
        }
    }
}

/// Which of the primitives are strings, only the type tells: as the codec joins any, each seventh
/// is taken, a NULL apart, which private data keep as it is.
fn split(tree: &mut Tree, count: &mut usize) {
    match &mut tree.content {
        Content::Constructed(children) => children.iter_mut().for_each(|c| split(c, count)),
        Content::Primitive(_) if tree.identifier == [0x05] => {}
        Content::Primitive(_) => {
            *count += 1;
            if count.is_multiple_of(7) {
                let identifier = tree.identifier.first().copied();
                tree.split(&[(identifier.unwrap(), 0x04)]);
            }
        }
    }
}

#[test]
fn strings_in_pieces_are_joined() {
    for (number, vector) in vectors().enumerate() {
        let known = TypeInfo::by_name(&vector.type_name).unwrap();
        let mut tree = Tree::of(&vector.octets);
        split(&mut tree, &mut (number % 7));
        let octets = tree.write(Lengths::Minimal);
        if octets != vector.octets {
            let error = recode(&vector, &octets).unwrap_err();
            assert!(error.is_form(), "{}: {error}", vector.at);
        }
        assert_eq!(known.normalise(&octets).as_ref(), Ok(&vector.octets), "{}", vector.at);
    }
}
