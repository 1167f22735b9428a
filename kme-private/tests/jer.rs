//! Private data as JSON, both ways: against a second implementation, and what that does not say.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail so")]

mod messages;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use csta_codec::ber::{Class, Tag};
use csta_codec::jer::{self, Jer, Json, Value};
use csta_codec::rose::{ReturnResult, Rose};
use csta_codec::services::{CdrReportArgument, EscapeArgument, EscapeResult};
use csta_codec::types::CstaPrivateData;
use csta_codec::{Apdu, Ber, Element};
use hex_literal::hex;
use kme_private::*;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

/// The vectors beside this test, and those in the directory that `CSTA_VECTORS` names;
/// `tests/vectors/README.md` says what they are.
static VECTORS: LazyLock<Vec<(Vec<u8>, Value)>> = LazyLock::new(|| {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let more = env::var_os("CSTA_VECTORS").map(PathBuf::from);
    let mut vectors = Vec::new();
    for directory in [Some(committed), more].into_iter().flatten() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "jsonl") {
                continue;
            }
            for line in fs::read_to_string(&path).unwrap().lines() {
                let line: Value = serde_json::from_str(line).unwrap();
                assert_eq!(line["type"], KmePrivateData::NAME);
                let digits = line["hex"].as_str().unwrap();
                let octet = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
                let octets = (0..digits.len()).step_by(2).map(octet).collect();
                vectors.push((octets, line["jer"].clone()));
            }
        }
    }
    vectors
});

/// What the hook shows of an element, and that it takes it back.
fn shown(octets: &[u8]) -> Value {
    let value = CstaPrivateData::decode(octets).unwrap();
    let json = Json::new(&value).with_private_data(&KmeJson);
    let json = serde_json::to_value(json).unwrap();
    let at = jer::Path::ROOT.with_private_data(&KmeJson);
    let again = CstaPrivateData::encode_jer_at(&json, &at).unwrap();
    assert_eq!(again, value.encode(), "{json}");
    json["private"].clone()
}

#[test]
fn each_value_is_that_of_the_second_implementation_in_octets_and_json() {
    for (octets, json) in &*VECTORS {
        let value = KmePrivateData::decode(octets).unwrap();
        assert_eq!(value.encode(), *octets);
        assert_eq!(serde_json::to_value(value).unwrap(), *json);
        assert_eq!(KmePrivateData::encode_jer(json).unwrap(), *octets);
        assert_eq!(shown(octets), *json);
    }
    assert!(VECTORS.len() >= 39, "{}", VECTORS.len());
}

#[test]
fn whatever_carries_private_data_shows_it_by_name() {
    let Ok(Apdu::Rose(Rose::ReturnResult(ReturnResult { result: Some(result), .. }))) =
        Apdu::decode(messages::ACKNOWLEDGEMENT)
    else {
        panic!("no result");
    };
    let shown = |value: &dyn Jer| {
        serde_json::to_value(Json::new(value).with_private_data(&KmeJson)).unwrap()
    };
    let acknowledgement = json!({"kmeSystemData": {"getSystemDataPosAck": "00000001"}});
    assert_eq!(
        shown(&result.result.read::<EscapeResult<'_>>().unwrap()),
        json!({"extensions": {"privateData": [{"private": acknowledgement}]}})
    );
    let argument = |frame| Apdu::decode(frame).unwrap().invoke().unwrap().argument.unwrap();
    let request: EscapeArgument<'_> = argument(messages::STATIONS_REQUEST).read().unwrap();
    let category = json!({"category": {"standardDevice": "station"}});
    assert_eq!(
        shown(&request)["privateData"]["private"],
        json!({"kmeSystemData": {"getSystemData": {"deviceList": category}}})
    );
    let reply: EscapeArgument<'_> = argument(messages::LINKED_REPLY).read().unwrap();
    let reply = &shown(&reply)["privateData"]["private"]["kmeSystemData"]["systemDataLinkedReply"];
    assert_eq!(
        reply["sysData"]["deviceList"][1],
        json!({"device": {"deviceIdentifier": {"deviceNumber": 0x0111_0002}}, "number": "102",
            "status": "inService", "status2": 0})
    );
    let report: CdrReportArgument<'_> = argument(messages::CALL_RECORD).read().unwrap();
    assert_eq!(
        shown(&report)["extensions"]["privateData"][0]["private"],
        json!({"kmeAdditionalData": {"conditionCode": "tr"}})
    );
}

#[test]
fn what_is_unknown_is_shown_as_such() {
    for (octets, json) in [
        // An alternative whose inside is unknown, one with a NULL inside.
        (hex!("AD 03 02 01 05").as_slice(), json!({"kmeHotelControl": "020105"})),
        (&hex!("A7 02 05 00"), json!({"kmePrivateEvent": null})),
        // Alternatives that nobody knows, inside of known ones.
        (&hex!("A6 05 BF64 02 0500"), json!({"kmeAdditionalData": {"[100]": "BF64020500"}})),
        (&hex!("A4 04 AA 02 05 00"), json!({"kmeSystemData": {"[10]": "AA020500"}})),
        // Numbers that nobody knows.
        (&hex!("A6 05 AA 03 0A 01 09"), json!({"kmeAdditionalData": {"conditionCode": 9}})),
        // Not Panasonic's, and not as it should be.
        (&hex!("BE 02 05 00"), json!("BE020500")),
        (&hex!("A4 04 A3 02 30 00"), json!("A404A3023000")),
        (&hex!("05 00"), json!(null)),
    ] {
        assert_eq!(shown(octets), json);
    }
    let entry = hex!("30 14 30 06 81 04 01110001 16 03 313031 A7 05 16 03 4A6F65");
    let entry = DeviceStateEntry::decode(&entry).unwrap();
    let json = serde_json::to_value(entry).unwrap();
    assert_eq!(json["unknown"], json!(["A70516034A6F65"]));
    assert_eq!(DeviceStateEntry::encode_jer(&json).unwrap(), entry.encode());
}

#[test]
fn json_that_is_no_private_data_is_an_error_with_its_place() {
    let at = jer::Path::ROOT.with_private_data(&KmeJson);
    let error = |json| CstaPrivateData::encode_jer_at(&json, &at).unwrap_err().to_string();
    assert_eq!(
        error(json!({"private": {"kmeSystemDatum": {}}})),
        r#"$.private: no alternative "kmeSystemDatum""#
    );
    assert_eq!(
        error(json!({"private": {"kmeAdditionalData": {"conditionCode": "xx"}}})),
        r#"$.private.kmeAdditionalData.conditionCode: no value "xx""#
    );
    assert_eq!(
        error(json!({"private": {"kmeSystemData": {"systemDataLinkedReply":
            {"crossRefID": "01", "segmentID": 1, "lastSegment": "yes", "sysData": {}}}}})),
        "$.private.kmeSystemData.systemDataLinkedReply.lastSegment: not true or false"
    );
}

proptest! {
    /// Whatever stands under Panasonic's tags, known or not.
    #[test]
    fn what_is_shown_comes_back_as_it_was(
        outer in 1_u32..16,
        inner in 0_u32..20,
        content in prop_oneof![
            vec(any::<u8>(), 0..20),
            Just(hex!("0A0103").to_vec()),
            Just(hex!("04020102").to_vec()),
            Just(hex!("3006810401110001").to_vec()),
        ],
    ) {
        let tag = |number| Tag::new(Class::Context, number, true);
        let inside = Element::new(tag(inner), &content).encode();
        let octets = Element::new(tag(outer), &inside).encode();
        shown(&octets);
        shown(&Element::new(tag(outer), &content).encode());
    }

    #[test]
    fn one_changed_octet_is_shown_and_comes_back(
        vector in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        to in any::<u8>(),
    ) {
        let (mut octets, _) = vector.get(&VECTORS).clone();
        let at = at.index(octets.len());
        octets[at] = to;
        // What does not show as it was: skipped elements, texts that are no UTF-8, padded numbers.
        if let Ok(value) = KmePrivateData::decode(&octets)
            && let Ok(again) = KmePrivateData::encode_jer(&serde_json::to_value(value).unwrap())
        {
            let json = serde_json::to_value(KmePrivateData::decode(&again).unwrap()).unwrap();
            prop_assert_eq!(json, serde_json::to_value(value).unwrap());
        }
    }
}
