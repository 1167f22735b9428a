//! Single values, and the tables.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use support::*;

#[test]
fn decodes_a_value_by_the_name_of_its_type() {
    let run = run(&[
        "type",
        "MakeCallArgument",
        "30 12 30 05 80 03 31 30 31 30 09 80 07 39 31 32 33 34 35 36",
    ]);
    let expected = r#"callingDevice.deviceIdentifier.dialingNumber: "101"
calledDirectoryNumber.deviceIdentifier.dialingNumber: "9123456"
autoOriginate: prompt (0)
"#;
    assert_eq!((run.status, run.out.as_str()), (0, expected));
    assert_eq!(
        run_with(&["type", "UniversalFailure"], "A0 03 0A 01 01\n").out,
        "operation: generic (1)\n"
    );
}

#[test]
fn answers_each_line_of_a_batch() {
    let input = "UniversalFailure A0030A0101\n\nMonitorStopArgument 3006 5504 01110065\nNope 0500\nUniversalFailure A0050A0101\nUniversalFailure\nKMESpecificPrivateData A605AA030A0101\n";
    let run = run_with(&["type", "--batch"], input);
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 6);
    assert_eq!(
        lines[0],
        serde_json::json!({"jer": {"operation": "generic"}, "reencoded": "A0030A0101"})
    );
    assert_eq!(lines[1]["jer"], serde_json::json!({"crossRefIdentifier": "01110065"}));
    assert_eq!(lines[1]["reencoded"], "3006550401110065");
    assert_eq!(lines[5]["jer"], serde_json::json!({"kmeAdditionalData": {"conditionCode": "tr"}}));
    for broken in &lines[2..5] {
        assert!(broken["error"].is_string() && broken.as_object().unwrap().len() == 1, "{broken}");
    }
    assert_eq!(run.status, 1);
    assert_eq!(run_with(&["type", "--batch"], "UniversalFailure A0030A0101\n").status, 0);
}

#[test]
fn a_line_of_a_batch_that_is_too_long_gets_an_answer_and_the_next_is_read() {
    let long = "00 ".repeat(400_000);
    let short = "UniversalFailure A0030A0101";
    let longest = short.to_owned() + &" ".repeat((1 << 20) - 1 - short.len());
    let input = format!("UniversalFailure {long}\n{longest}\nUniversalFailure {long}");
    let run = run_with(&["type", "--batch"], input);
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3, "{}", run.out);
    for too_long in [&lines[0], &lines[2]] {
        let error = too_long["error"].as_str().unwrap();
        assert_eq!(error, "the line has more than 1048576 octets");
    }
    assert_eq!(lines[1]["reencoded"], "A0030A0101");
    assert_eq!(run.status, 1);
}

#[test]
fn says_where_a_value_breaks() {
    let run = run(&["type", "MakeCallArgument", "30 07 30 05 80 09 31 30 31"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("container, at octet 6 in DeviceID"), "{}", run.out);
}

#[test]
fn lists_operations_and_events() {
    let all = run(&["operations"]);
    assert_eq!((all.status, all.out.lines().count()), (0, 174 + 74 + 3));
    let some = run(&["operations", "211"]).out;
    assert_eq!(some.lines().count(), 2);
    assert!(some.contains(" 211  systemStatus "), "{some}");
    let both = run(&["operations", "callback"]).out;
    assert!(both.contains("cancelCallBack ") && both.contains("CallBackEvent"), "{both}");
    let none = run(&["operations", "nothing like it"]);
    assert_eq!(none.status, 1);
    assert!(none.out.contains("\"nothing like it\""), "{}", none.out);
}
