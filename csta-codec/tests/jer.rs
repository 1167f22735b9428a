//! JSON in the form of JER, both ways: against a second implementation, and what that does not say.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod support;

use csta_codec::jer::{self, Jer, JerError, JerErrorKind, Value};
use csta_codec::services::{EscapeArgument, MakeCallArgument};
use csta_codec::types::{
    CallingDeviceId, CstaCommonArguments, CstaPrivateData, EventCause, LampMode, MonitorFilter,
};
use csta_codec::{
    Ber, DecodeError, Decoded, Element, EventInfo, GeneralizedTime, Ia5String, OperationInfo,
    TypeInfo,
};
use serde_json::json;
use support::{Vector, vectors};

fn known(vector: &Vector) -> TypeInfo {
    TypeInfo::by_name(&vector.type_name).unwrap()
}

fn to_json(value: &dyn Decoded) -> Value {
    serde_json::to_value(value.to_jer()).unwrap()
}

#[test]
fn each_value_is_shown_as_the_second_implementation_shows_it() {
    let mut differences = Vec::new();
    let mut count = 0;
    for vector in vectors() {
        count += 1;
        let element = Element::decode(&vector.octets).unwrap();
        let value = known(&vector).decode(&element).unwrap();
        let theirs: Value = serde_json::from_str(&vector.jer).unwrap();
        if to_json(&*value) != theirs {
            let ours = value.to_jer();
            differences.push(format!("{} {}\n{theirs}\n{ours}", vector.at, vector.type_name));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(count >= 1239, "{count}");
}

#[test]
fn each_value_is_encoded_from_json_as_the_second_implementation_encodes_it() {
    let mut differences = Vec::new();
    for vector in vectors() {
        match jer::parse(&vector.jer).and_then(|json| known(&vector).encode_jer(&json)) {
            Ok(octets) if octets == vector.octets => {}
            Ok(octets) => differences.push(format!(
                "{} {}\n{:02x?}\n{:02x?}",
                vector.at, vector.type_name, vector.octets, octets
            )),
            Err(error) => differences.push(format!("{} {}: {error}", vector.at, vector.type_name)),
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// One octet of each value is changed, in several places. What can still be read is shown, and
/// what is shown is encoded to what shows the same. Mostly these are the same octets; not so for
/// what does not show, such as elements that are not known, padded numbers in a list, and octets
/// of a text that are no UTF-8. A time that is none is not taken back.
#[test]
fn what_is_shown_is_encoded_as_the_value_is() {
    let is_time = |error: &JerError| error.to_string().contains("not a time");
    let (mut same, mut other) = (0, 0);
    for (number, vector) in vectors().enumerate() {
        let known = known(&vector);
        let shown = |octets: &[u8]| -> Result<_, DecodeError> {
            let element = Element::decode(octets)?;
            let value = known.decode(&element)?;
            Ok((to_json(&*value), value.to_ber()))
        };
        let mut octets = vector.octets.clone();
        for at in (number % 5..octets.len()).step_by(5) {
            let change = [0x01, 0x20, 0x80, 0x08][(at / 5) % 4];
            octets[at] ^= change;
            if let Ok((json, written)) = shown(&octets) {
                match known.encode_jer(&json) {
                    Ok(again) if again == written => same += 1,
                    Ok(again) if shown(&again) == Ok((json.clone(), again.clone())) => other += 1,
                    Err(error) if is_time(&error) => other += 1,
                    result => panic!("{} at {at}: {json}\n{result:02X?}", vector.at),
                }
            }
            octets[at] ^= change;
        }
    }
    assert!(same > 2 * other && other > 0, "{same} {other}");
}

#[test]
fn what_is_not_known_is_shown_and_comes_back() {
    let cases: [(&[u8], &str); 4] = [
        (&[0x61, 0x03, 0x89, 0x01, 0x2A], r#"{"[9]":"89012A"}"#),
        (&[0x61, 0x05, 0xA9, 0x03, 0x02, 0x01, 0x05], r#"{"[9]":"A903020105"}"#),
        (&[0x61, 0x04, 0x9F, 0x64, 0x01, 0x2A], r#"{"[100]":"9F64012A"}"#),
        (&[0x61, 0x02, 0x05, 0x00], r#"{"[UNIVERSAL 5]":null}"#),
    ];
    for (octets, shown) in cases {
        let value = CallingDeviceId::decode(octets).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), shown);
        assert_eq!(CallingDeviceId::encode_jer(&jer::parse(shown).unwrap()).unwrap(), octets);
    }
    let cause = EventCause::Unrecognised(20_000);
    assert_eq!(serde_json::to_string(&cause).unwrap(), "20000");
    assert_eq!(EventCause::encode_jer(&json!(20_000)).unwrap(), cause.encode());
}

#[test]
fn an_integer_whose_numbers_have_names_is_a_number() {
    assert_eq!(serde_json::to_value(LampMode::Steady).unwrap(), json!(3));
    for json in [json!(3), json!("steady")] {
        assert_eq!(LampMode::encode_jer(&json).unwrap(), [0x02, 0x01, 0x03]);
    }
}

#[test]
fn unknown_alternatives_are_checked() {
    let error = |json| CallingDeviceId::encode_jer(&json).unwrap_err().to_string();
    assert_eq!(error(json!({"[9]": "8A00"})), "$.[9]: an element with another tag");
    assert_eq!(error(json!({"[7]": "8700"})), "$.[7]: the tag of a known alternative");
    assert_eq!(error(json!({"[9]": ""})), "$.[9]: not one element in BER");
    assert_eq!(error(json!({"[9]": "89008900"})), "$.[9]: not one element in BER");
    assert_eq!(error(json!({"[9]": 9})), "$.[9]: not a string of hexadecimal digits");
}

#[test]
fn private_data_are_null_or_a_whole_element() {
    let cases: [(&[u8], &str); 3] = [
        (&[0x05, 0x00], r#"{"private":null}"#),
        (&[0xA6, 0x03, 0x02, 0x01, 0x05], r#"{"private":"A603020105"}"#),
        (&[0x04, 0x02, 0xAB, 0xCD], r#"{"string":"ABCD"}"#),
    ];
    for (octets, shown) in cases {
        let value = CstaPrivateData::decode(octets).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), shown);
        assert_eq!(CstaPrivateData::encode_jer(&jer::parse(shown).unwrap()).unwrap(), octets);
    }
    let long = CstaPrivateData::decode(&[0xA6, 0x81, 0x03, 0x02, 0x01, 0x05]).unwrap();
    assert_eq!(serde_json::to_string(&long).unwrap(), r#"{"private":"A603020105"}"#);
}

#[test]
fn a_default_value_is_shown_and_may_be_left_out() {
    let shown = serde_json::to_value(MonitorFilter::new()).unwrap();
    assert_eq!(shown["callControl"], json!({"value": "", "length": 0}));
    assert_eq!(MonitorFilter::encode_jer(&shown).unwrap(), [0x30, 0x00]);
    assert_eq!(MonitorFilter::encode_jer(&json!({})).unwrap(), [0x30, 0x00]);
    // No bit is set, and yet there are two: another value than none at all.
    let two = json!({"callControl": {"value": "00", "length": 2}});
    let octets = [0x30, 0x04, 0x80, 0x02, 0x06, 0x00];
    assert_eq!(MonitorFilter::encode_jer(&two).unwrap(), octets);
}

#[test]
fn other_ways_to_write_the_same_value_are_tolerated() {
    assert_eq!(EventCause::encode_jer(&json!(22)), EventCause::encode_jer(&json!("newCall")));
    // Digits in lower case, and bits behind the last.
    let bits = |value| json!({"callControl": {"value": value, "length": 3}});
    assert_eq!(MonitorFilter::encode_jer(&bits("a0")), MonitorFilter::encode_jer(&bits("BF")));
}

/// What is wrong with a MakeCallArgument with this member.
fn make_call_with(name: &str, value: &Value) -> String {
    let device = json!({"deviceIdentifier": {"dialingNumber": "111"}});
    let mut json = json!({"callingDevice": device, "calledDirectoryNumber": device});
    json.as_object_mut().unwrap().insert(name.into(), value.clone());
    MakeCallArgument::encode_jer(&json).unwrap_err().to_string()
}

#[test]
fn errors_of_devices_name_their_place() {
    for (value, message) in [
        (json!("111"), "$.callingDevice: not an object"),
        (
            json!({"deviceIdentifier": {"foo": "111"}}),
            r#"$.callingDevice.deviceIdentifier: no alternative "foo""#,
        ),
        (
            json!({"deviceIdentifier": {"dialingNumber": "1", "other": "00"}}),
            "$.callingDevice.deviceIdentifier: not an object with one member",
        ),
        (
            json!({"deviceIdentifier": {"dialingNumber": 111}}),
            "$.callingDevice.deviceIdentifier.dialingNumber: not a string",
        ),
        (
            json!({"deviceIdentifier": {"deviceNumber": "111"}}),
            "$.callingDevice.deviceIdentifier.deviceNumber: not an integer of 64 bits",
        ),
    ] {
        assert_eq!(make_call_with("callingDevice", &value), message);
    }
}

#[test]
fn errors_name_their_place() {
    for (name, value, message) in [
        ("calledDevice", json!("111"), r#"$: no member "calledDevice""#),
        ("accountCode", Value::Null, "$.accountCode: not a string of hexadecimal digits"),
        ("accountCode", json!("ABC"), "$.accountCode: not a string of hexadecimal digits"),
        ("accountCode", json!("+A"), "$.accountCode: not a string of hexadecimal digits"),
        ("autoOriginate", json!("maybe"), r#"$.autoOriginate: no value "maybe""#),
        ("reason", json!(true), "$.reason: not a name or its number"),
        ("reason", json!(1.5), "$.reason: not a name or its number"),
        (
            "mediaCallCharacteristics",
            json!({"mediaClass": {"value": "A0", "length": 9}}),
            "$.mediaCallCharacteristics.mediaClass.length: \
             another number of bits than there are octets for",
        ),
        (
            "mediaCallCharacteristics",
            json!({"mediaClass": {"value": "A0"}}),
            r#"$.mediaCallCharacteristics.mediaClass: the member "length" is missing"#,
        ),
        (
            "extensions",
            json!({"security": {"timestamp": "2023-10-19 13:19"}}),
            "$.extensions.security.timestamp: not a time of the form YYYYMMDDhhmmss",
        ),
        (
            "extensions",
            json!({"privateData": [{"string": ""}, {"private": "0401AA"}]}),
            "$.extensions.privateData[1].private: \
             an OCTET STRING, which is the alternative \"string\"",
        ),
        (
            "extensions",
            json!({"privateData": [{"private": "8102AA"}]}),
            "$.extensions.privateData[0].private: not one element in BER",
        ),
        ("extensions", json!({"privateData": {}}), "$.extensions.privateData: not an array"),
    ] {
        assert_eq!(make_call_with(name, &value), message);
    }
    let error = MakeCallArgument::encode_jer(&json!({})).unwrap_err();
    assert_eq!(*error.kind(), JerErrorKind::MissingMember("callingDevice"));
}

#[test]
fn sizes_are_limited() {
    let security = |length: usize| {
        let json = json!({"security": {"securityInfo": {"string": "00".repeat(length)}}});
        CstaCommonArguments::encode_jer(&json)
    };
    assert_eq!(security(65_523).unwrap().len(), jer::MAX_OCTETS);
    for length in [65_524, 65_600] {
        let error = security(length).unwrap_err();
        assert_eq!(*error.kind(), JerErrorKind::TooLarge);
    }
    let values = vec![json!({"private": null}); 40_000];
    let error = CstaCommonArguments::encode_jer(&json!({"privateData": values})).unwrap_err();
    assert_eq!(*error.kind(), JerErrorKind::TooLarge);
    let text = " ".repeat(jer::MAX_TEXT + 1);
    assert_eq!(*jer::parse(&text).unwrap_err().kind(), JerErrorKind::TooLarge);
    assert!(jer::parse(&"[".repeat(100_000)).is_err());
    let error = MakeCallArgument::encode_jer(&json!({"x".repeat(1_000_000): 1})).unwrap_err();
    assert!(error.to_string().len() < 200);
}

#[test]
fn texts_are_shown_as_they_are() {
    let text = serde_json::to_string(&Ia5String(b"M\xFCl")).unwrap();
    assert_eq!(text, "\"M\u{FFFD}l\"");
    let text = serde_json::to_string(&GeneralizedTime(b"20231019131902.5Z")).unwrap();
    assert_eq!(text, r#""20231019131902.5Z""#);
}

#[test]
fn operations_and_events_are_encoded_by_their_names() {
    let escape = OperationInfo::by_name("escape").unwrap();
    let json = json!({"privateData": {"private": "A603020105"}});
    let octets = escape.argument.encode_jer(&json).unwrap();
    let value = EscapeArgument::decode(&octets).unwrap();
    assert_eq!(serde_json::to_value(value).unwrap(), json);
    assert_eq!(to_json(&value), json);

    let private = EventInfo::by_name("privateEvent").unwrap();
    let at = jer::Path::ROOT.member("event");
    let error = private.value.encode_jer_at(&json!([]), &at).unwrap_err();
    assert_eq!(error.to_string(), "$.event: not an object");
}
