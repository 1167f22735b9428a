//! A random valid value of any type.

use csta_codec::acse::Acse;
use csta_codec::arbitrary::{Source, encoding};
use csta_codec::jer::{self, Jer, JerError, Value};
use csta_codec::rose::Rose;
use csta_codec::{Ber, DecodeError, Decoded, Element};

use crate::Check;
use crate::apdu::round_trip;
use crate::input::Input;
use crate::typed::{numbered, types};

pub(crate) const CHECK: Check = Check {
    name: "value",
    claim: "a random value of every kind of message: written as it was read, from JSON too; \
        changed in one octet it is an error or another value",
    run,
    seeds,
};

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

fn run(octets: &[u8]) {
    let mut input = Input::new(octets);
    let (number, at, change) = (input.number(), input.number(), input.octet());
    let (known, source) = (numbered(number), input.rest());
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
    if let Ok(element) = Element::decode(&octets) {
        round_trip(known, &element);
    }
}

/// Each type, with all decisions the same.
fn seeds() -> Vec<Vec<u8>> {
    let numbers = 0..u16::try_from(types().count()).expect("a few hundred types");
    numbers.map(|number| [&number.to_be_bytes()[..], &[0, 3, 0x20], &[7; 40]].concat()).collect()
}
