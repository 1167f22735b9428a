//! Any text as the JSON of any type: an error with its place, or a value that is shown and encoded
//! the same again.
#![no_main]

use csta_codec::jer;
use csta_codec::{Ber, EVENTS, Element, OPERATIONS};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(json) = jer::parse(text) else { return };
    let operations = OPERATIONS.iter().flat_map(|known| [Some(known.argument), known.result]);
    let events = EVENTS.iter().map(|known| Some(known.value));
    for known in operations.chain(events).flatten() {
        match known.encode_jer(&json) {
            Ok(octets) => {
                let element = Element::decode(&octets).expect("what was encoded is an element");
                let value = known.decode(&element).expect("what was encoded is read");
                assert_eq!(value.to_ber(), octets);
                let shown = jer::parse(&value.to_jer().to_string()).expect("it is shown as JSON");
                assert_eq!(known.encode_jer(&shown).as_ref(), Ok(&octets));
            }
            Err(error) => assert!(error.path().starts_with('$')),
        }
    }
});
