//! Any octets as an APDU.

use csta_codec::rose::Rose;
use csta_codec::{Apdu, Ber, Element, OperationInfo, TypeInfo, UNIVERSAL_FAILURE};

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "apdu",
    claim: "any octets as an APDU, and the argument or result in it: an error within the octets, \
        or a value that is written and read again as the same",
    run,
    seeds: seeds::apdus,
};

/// Decodes, encodes and decodes again.
pub(crate) fn round_trip(known: TypeInfo, element: &Element<'_>) {
    let Ok(value) = known.decode(element) else { return };
    let written = value.to_ber();
    let again = Element::decode(&written).expect("what was written is an element");
    let again = known.decode(&again).expect("what was written can be read");
    assert_eq!(again.to_ber(), written);
}

fn run(octets: &[u8]) {
    let apdu = match Apdu::decode(octets) {
        Ok(apdu) => apdu,
        Err(error) => {
            assert!(error.offset() <= octets.len(), "{error} in {} octets", octets.len());
            assert!(!error.to_string().is_empty());
            return;
        }
    };
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
}
