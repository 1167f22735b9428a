//! A random valid value of any type, made from the octets: it is written as it was read, from
//! JSON too, and octets that differ in one place are an error or another value.
#![no_main]

use csta_codec::acse::Acse;
use csta_codec::arbitrary::{Source, encoding};
use csta_codec::jer::{self, Jer, JerError, Value};
use csta_codec::rose::Rose;
use csta_codec::{
    Ber, DecodeError, Decoded, EVENTS, Element, OPERATIONS, TypeInfo, UNIVERSAL_FAILURE,
};
use libfuzzer_sys::fuzz_target;

/// The type of a number: those of the tables, one after the other and again from the first.
fn known(number: u16) -> TypeInfo {
    let operations = OPERATIONS.iter().flat_map(|known| [Some(known.argument), known.result]);
    let events = EVENTS.iter().map(|known| Some(known.value));
    let all: Vec<_> = operations.chain(events).flatten().chain([UNIVERSAL_FAILURE]).collect();
    all[usize::from(number) % all.len()]
}

fn check(
    value: Result<&dyn Decoded, &DecodeError>,
    octets: &[u8],
    encode: impl Fn(&Value) -> Result<Vec<u8>, JerError>,
) {
    let value = value.expect("what was made is read");
    assert_eq!(value.to_ber(), octets);
    let json = jer::parse(&value.to_jer().to_string()).expect("what is shown is JSON");
    match encode(&json) {
        Ok(encoded) => assert_eq!(encoded, octets),
        Err(error) => assert!(octets.len() > jer::MAX_OCTETS, "{error}"),
    }
}

fuzz_target!(|input: (u16, u16, u8, &[u8])| {
    let (number, at, change, source) = input;
    let known = known(number);
    let mut octets = known.arbitrary(&mut Source::new(source));
    let element = Element::decode(&octets).expect("what was made is an element");
    check(known.decode(&element).as_deref(), &octets, |json| known.encode_jer(json));

    let extended = known.arbitrary(&mut Source::new(source).with_unknown_members());
    let element = Element::decode(&extended).expect("what was made is an element");
    known.check(&element).expect("what is not known is skipped");

    let acse = encoding::<Acse<'_>>(&mut Source::new(source));
    let value = Acse::decode(&acse);
    check(value.as_ref().map(|value| value as &dyn Decoded), &acse, Acse::encode_jer);
    let rose = encoding::<Rose<'_>>(&mut Source::new(source));
    let value = Rose::decode(&rose);
    check(value.as_ref().map(|value| value as &dyn Decoded), &rose, Rose::encode_jer);

    let at = usize::from(at) % octets.len();
    octets[at] ^= change;
    let Ok(element) = Element::decode(&octets) else { return };
    let Ok(value) = known.decode(&element) else { return };
    let written = value.to_ber();
    let again = Element::decode(&written).expect("what was written is an element");
    assert_eq!(known.decode(&again).expect("what was written is read").to_ber(), written);
});
