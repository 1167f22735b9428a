//! JSON that is not what it should be: an error with its place, or another value.

#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod support;

use std::sync::LazyLock;

use csta_codec::jer::{self, Jer, JerError, JerErrorKind, Value};
use csta_codec::services::MakeCallArgument;
use csta_codec::types::{CstaCommonArguments, MonitorFilter};
use csta_codec::{Ber, Element, TypeInfo};
use proptest::prelude::*;
use serde_json::json;
use support::{Vector, vectors};

static VECTORS: LazyLock<Vec<Vector>> = LazyLock::new(|| vectors().collect());

/// The places in JSON, the whole first, as paths.
fn places(json: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match json {
        Value::Object(members) => {
            members.iter().for_each(|(name, json)| places(json, &format!("{at}.{name}"), found));
        }
        Value::Array(elements) => elements
            .iter()
            .enumerate()
            .for_each(|(index, json)| places(json, &format!("{at}[{index}]"), found)),
        _ => {}
    }
}

/// What stands at a place.
fn at<'j>(json: &'j mut Value, path: &str) -> &'j mut Value {
    let pointer = path.trim_start_matches('$').replace(['.', '['], "/").replace(']', "");
    json.pointer_mut(&pointer).unwrap()
}

/// Values of any type, some of which no type takes.
fn other() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-20_i64..20).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        "[0-9A-Fa-f]{0,9}".prop_map(Value::from),
        Just(json!("deviceIdentifier")),
        Just(json!("20231019131902")),
    ];
    leaf.prop_recursive(3, 16, 3, |inner| {
        let name = prop_oneof!["[a-z]{0,3}", Just("value".into()), Just("[9]".into())];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::hash_map(name, inner, 0..3)
                .prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// Encodes; what is encoded is a value of the type, and an error says where it is.
fn check(vector: &Vector, json: &Value) -> Result<(), TestCaseError> {
    let known = TypeInfo::by_name(&vector.type_name).unwrap();
    match known.encode_jer(json) {
        Ok(octets) => {
            let element = Element::decode(&octets).unwrap();
            prop_assert_eq!(known.check(&element), Ok(()), "{}", json);
            prop_assert_eq!(known.decode(&element).unwrap().to_ber(), octets, "{}", json);
        }
        Err(error) => {
            let mut found = Vec::new();
            places(json, "$", &mut found);
            prop_assert!(found.iter().any(|path| path == error.path()), "{error}: {json}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn other_json_at_any_place_is_an_error_or_another_value(
        vector in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        other in other(),
        remove in any::<bool>(),
    ) {
        let vector = vector.get(&VECTORS);
        let mut json = jer::parse(&vector.jer).unwrap();
        let mut found = Vec::new();
        places(&json, "$", &mut found);
        let path = place.get(&found);
        if remove && let Some((parent, name)) = path.rsplit_once('.') {
            if let Value::Object(members) = at(&mut json, parent) {
                members.remove(name);
            }
        } else {
            *at(&mut json, path) = other;
        }
        check(vector, &json)?;
    }

    #[test]
    fn json_of_any_kind_is_an_error_or_a_value(
        vector in any::<prop::sample::Index>(),
        json in other(),
    ) {
        check(vector.get(&VECTORS), &json)?;
    }

    #[test]
    fn text_of_any_kind_does_no_harm(text in r#"[\[\]{}:,"0-9.eE+\-a\\u ]{0,40}"#) {
        if let Ok(json) = jer::parse(&text) {
            prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), json);
        }
    }
}

fn error(text: &str) -> JerError {
    jer::parse(text).unwrap_err()
}

#[test]
fn a_member_that_stands_twice_is_an_error_with_its_place() {
    for (text, path) in [
        (r#"{"a": 1, "b": 2, "a": 1}"#, "$"),
        (r#"{"x": [0, {"a": {"a": 1}, "a": null}]}"#, "$.x[1]"),
        (r#"[[{"\u0061": 1, "a": 2}]]"#, "$[0][0]"),
    ] {
        let error = error(text);
        assert_eq!(error.path(), path);
        assert_eq!(*error.kind(), JerErrorKind::DuplicateMember("a".into()));
    }
    assert!(jer::parse(r#"[{"a": 1}, {"a": 1}]"#).is_ok());
}

#[test]
fn json_that_is_none_is_an_error_with_line_and_column() {
    for (text, place) in [
        ("", "line 1 column 0"),
        ("{\"a\": 1,\n  2}", "line 2 column 3"),
        ("{} {}", "line 1 column 4"),
        ("[1e999]", "line 1 column 6"),
        ("\"\\ud800\"", "line 1 column 8"),
    ] {
        let error = error(text).to_string();
        assert!(error.starts_with("$: no JSON: ") && error.ends_with(place), "{error}");
    }
}

#[test]
fn deep_nesting_is_an_error() {
    for text in ["[".repeat(500_000), "{\"a\":".repeat(200_000), "[".repeat(128)] {
        let error = error(&text).to_string();
        assert!(error.contains("recursion limit exceeded"), "{error}");
    }
    // What a program builds itself is read no deeper than the type is.
    let deep = (0..1000).fold(json!({}), |deep, _| json!({"deviceIdentifier": deep}));
    let device = json!({"deviceIdentifier": {"dialingNumber": "1"}});
    let error = MakeCallArgument::encode_jer(&json!({
        "callingDevice": {"deviceIdentifier": {"dialingNumber": deep}},
        "calledDirectoryNumber": device,
    }));
    let path = "$.callingDevice.deviceIdentifier.dialingNumber";
    assert_eq!(error.unwrap_err().path(), path);
}

#[test]
fn numbers_that_are_too_large_are_errors_with_their_place() {
    let device = |number: &str| {
        let text = format!(
            r#"{{"callingDevice": {{"deviceIdentifier": {{"deviceNumber": {number}}}}},
                "calledDirectoryNumber": {{"deviceIdentifier": {{"deviceNumber": 1}}}}}}"#
        );
        MakeCallArgument::encode_jer(&jer::parse(&text).unwrap())
    };
    assert!(device("9223372036854775807").is_ok() && device("-9223372036854775808").is_ok());
    for number in ["9223372036854775808", "1e3", "1.0", "-9223372036854775809", "1e300"] {
        let error = device(number).unwrap_err().to_string();
        let path = "$.callingDevice.deviceIdentifier.deviceNumber";
        assert_eq!(error, format!("{path}: not an integer of 64 bits"));
    }
    let bits = json!({"callControl": {"value": "00", "length": u64::MAX}});
    let error = MonitorFilter::encode_jer(&bits).unwrap_err().to_string();
    assert!(error.starts_with("$.callControl.length: "), "{error}");
    let bits = json!({"callControl": {"value": "00".repeat(9), "length": 72}});
    let error = MonitorFilter::encode_jer(&bits).unwrap_err().to_string();
    assert_eq!(error, "$.callControl: more bits than can be held");
    let number = json!({"security": {"messageSequenceNumber": 1e19}});
    let error = CstaCommonArguments::encode_jer(&number).unwrap_err();
    assert_eq!(error.path(), "$.security.messageSequenceNumber");
}
