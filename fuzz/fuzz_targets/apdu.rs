//! Any octets as an APDU, and what is in it as the type its operation says: an error or a value,
//! and a value that is written is read again as the same.
#![no_main]

use csta_codec::rose::Rose;
use csta_codec::{Apdu, Ber, Element, OperationInfo, TypeInfo, UNIVERSAL_FAILURE};
use libfuzzer_sys::fuzz_target;

fn round_trip(known: TypeInfo, element: &Element<'_>) {
    let Ok(value) = known.decode(element) else { return };
    let written = value.to_ber();
    let again = Element::decode(&written).expect("what was written is an element");
    let again = known.decode(&again).expect("what was written can be read");
    assert_eq!(again.to_ber(), written);
}

fuzz_target!(|octets: &[u8]| {
    let Ok(apdu) = Apdu::decode(octets) else { return };
    assert_eq!(Apdu::decode(&apdu.encode()).as_ref().map(Ber::encode), Ok(apdu.encode()));
    let Apdu::Rose(rose) = apdu else { return };
    match rose {
        Rose::Invoke(invoke) => {
            let known = invoke.operation.local().and_then(OperationInfo::by_code);
            if let (Some(known), Some(argument)) = (known, &invoke.argument) {
                round_trip(known.argument, argument);
            }
        }
        Rose::ReturnResult(result) => {
            let known = result.result.and_then(|result| {
                let known = OperationInfo::by_code(result.operation.local()?)?;
                Some((known.result?, result.result))
            });
            if let Some((known, result)) = known {
                round_trip(known, &result);
            }
        }
        Rose::ReturnError(error) => {
            if let Some(parameter) = &error.parameter {
                round_trip(UNIVERSAL_FAILURE, parameter);
            }
        }
        Rose::Reject(_) | Rose::Unrecognised(_) => {}
    }
});
