//! Any octets as Panasonic's private data.

use csta_codec::jer::{self, Jer};
use csta_codec::rose::Rose;
use csta_codec::services::{CdrReportArgument, EscapeArgument, EscapeResult};
use csta_codec::{Apdu, Ber, Element};
use kme_private::{KmePrivateData, PrivateData, PrivateDataCarrier};

use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "kme",
    claim: "any octets as Panasonic's private data, alone and in whatever carries it: an error \
        within the octets, or a value that is written, from JSON too, and read as the same",
    run,
    seeds,
};

fn run(octets: &[u8]) {
    match KmePrivateData::decode(octets) {
        Ok(value) => round_trip(&value),
        Err(error) => assert!(error.offset() <= octets.len(), "{error} in {} octets", octets.len()),
    }
    let Ok(Apdu::Rose(rose)) = Apdu::decode(octets) else { return };
    match rose {
        Rose::Invoke(invoke) => {
            let Some(argument) = invoke.argument else { return };
            carried::<EscapeArgument<'_>>(&argument);
            carried::<EscapeResult<'_>>(&argument);
            if let Ok(report) = argument.read::<CdrReportArgument<'_>>() {
                use_carrier(&report.extensions);
            }
        }
        Rose::ReturnResult(result) => {
            if let Some(result) = result.result {
                carried::<EscapeResult<'_>>(&result.result);
            }
        }
        _ => {}
    }
}

fn round_trip(value: &KmePrivateData<'_>) {
    let written = value.encode();
    let again = KmePrivateData::decode(&written).expect("what was written is read");
    assert_eq!(&again, value);
    let json = json_of(value);
    match KmePrivateData::encode_jer(&json) {
        // What the types of the codec do not know is skipped in JSON.
        Ok(encoded) => {
            let told = KmePrivateData::decode(&encoded).expect("what was encoded is read");
            assert_eq!(json_of(&told), json);
        }
        // What is not text is shown and cannot be told back.
        Err(error) => assert!(error.path().starts_with('$')),
    }
}

fn json_of(value: &KmePrivateData<'_>) -> jer::Value {
    jer::parse(&jer::Json::new(value).to_string()).expect("what is shown is JSON")
}

fn carried<'a, T: Ber<'a> + PrivateDataCarrier<'a>>(element: &Element<'a>) {
    if let Ok(value) = element.read::<T>() {
        use_carrier(&value);
    }
}

fn use_carrier<'a>(carrier: &impl PrivateDataCarrier<'a>) {
    for value in carrier.private_values() {
        if let PrivateData::Undecodable { element, error } = value {
            assert!(error.offset() <= element.content().len(), "{error}");
        }
        if let Some(value) = value.kme() {
            round_trip(&value);
            assert_eq!(value.to_private().get().encode(), value.encode());
        }
    }
    let _ = (carrier.system_data(), carrier.condition_code(), carrier.hold_type());
    let _ = (carrier.did_number(), carrier.additional_call_id(), carrier.additional_device());
}

fn seeds() -> Vec<Vec<u8>> {
    let alone = seeds::vectors("kme-private/tests/vectors/private_data.jsonl");
    alone.into_iter().map(|vector| vector.octets).chain(seeds::few_apdus()).collect()
}
