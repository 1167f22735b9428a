//! Any text as the JSON of any type.

use csta_codec::{Ber, Element, jer};

use crate::input::Input;
use crate::typed::{numbered, types};
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "json",
    claim: "any text as the JSON of any type: an error with its place, or a value that is shown \
        and encoded the same again",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let known = numbered(input.number());
    let Ok(text) = str::from_utf8(input.rest()) else { return };
    let Ok(json) = jer::parse(text) else { return };
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

fn seeds() -> Vec<Vec<u8>> {
    let values = seeds::values();
    let of_type = |number: u16| {
        let name = numbered(number).name();
        let value = values.iter().find(|vector| vector.type_name == name)?;
        Some([&number.to_be_bytes(), value.jer.as_bytes()].concat())
    };
    (0..u16::try_from(types().count()).expect("a few hundred types")).filter_map(of_type).collect()
}
