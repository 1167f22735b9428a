//! Any octets as a value of any type of the tables.

use csta_codec::arbitrary::Source;
use csta_codec::{Ber, EVENTS, Element, OPERATIONS, TypeInfo, UNIVERSAL_FAILURE};

use crate::apdu::round_trip;
use crate::input::Input;
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "typed",
    claim: "any octets as the argument or result of any operation, or any event, by the tables: an \
        error within the octets, or a value that is written and read again as the same",
    run,
    seeds,
};

/// All types of the tables.
pub(crate) fn types() -> impl Iterator<Item = TypeInfo> {
    let operations = OPERATIONS.iter().flat_map(|known| [Some(known.argument), known.result]);
    let events = EVENTS.iter().map(|known| Some(known.value));
    operations.chain(events).chain([Some(UNIVERSAL_FAILURE)]).flatten()
}

/// The type of a number: those of the tables, one after the other and again from the first.
pub(crate) fn numbered(number: u16) -> TypeInfo {
    let all: Vec<_> = types().collect();
    all[usize::from(number) % all.len()]
}

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let known = numbered(input.number());
    let octets = input.rest();
    let Ok(element) = Element::decode(octets) else { return };
    match known.check(&element) {
        Ok(()) => round_trip(known, &element),
        Err(error) => {
            assert!(error.offset() <= octets.len(), "{error} in {} octets", octets.len());
            assert_eq!(known.decode(&element).err(), Some(error));
        }
    }
}

/// A value of each type: the vector, or for events, which stand in reports, a random one.
fn seeds() -> Vec<Vec<u8>> {
    let values = seeds::values();
    let seed = |(number, known): (u16, TypeInfo)| {
        let vector = values.iter().find(|vector| vector.type_name == known.name());
        let random = || known.arbitrary(&mut Source::new(&[7; 60]));
        let value = vector.map_or_else(random, |vector| vector.octets.clone());
        [&number.to_be_bytes(), value.as_slice()].concat()
    };
    (0..).zip(types()).map(seed).collect()
}
