//! Messages in hexadecimal, as people have them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use std::process::{Command, Stdio};

use csta_client::{Direction, ProtocolLog, Tap as _};
use support::*;

#[test]
fn shows_what_a_captured_event_means() {
    let run = run(&["decode", SERVICE_INITIATED]);
    let expected = r#"invoke 3: cSTAEventReport (21), serviceInitiated, from the switch
  crossRefIdentifier: 01110012
  eventSpecificInfo.callControlEvents.serviceInitiated
    initiatedConnection.both
      callID: 30303735 "0075"
      deviceID.staticID.deviceIdentifier.dialingNumber: "111"
    initiatingDevice.deviceIdentifier.deviceIdentifier.dialingNumber: "111"
    localConnectionInfo: initiated (1)
    cause: newCall (22)
"#;
    assert_eq!((run.status, run.out.as_str()), (0, expected));
}

#[test]
fn understands_every_captured_message() {
    for (message, title) in [
        (AARQ, "AARQ, asks for an association, versionFive"),
        (AARE, "AARE, accepted, versionFive"),
        (SYSTEM_STATUS, "invoke 1: systemStatus (211)"),
        (SYSTEM_STATUS_RESULT, "returnResult 1: systemStatus (211)"),
        (GET_STATIONS, "invoke 1538: escape (51)"),
        (MONITOR_START, "invoke 120: monitorStart (71), to the switch"),
        (ABORT, "ABRT, ends the association at once, by acse-service-user"),
        (MAKE_CALL, "invoke 7: makeCall (10), to the switch"),
        (FAILURE, "returnError 7: UniversalFailure"),
    ] {
        let run = run(&["decode", message]);
        assert_eq!(run.out.lines().next(), Some(title));
        assert_eq!(run.status, 0, "{}", run.out);
    }
}

#[test]
fn names_private_data_and_kinds_of_devices() {
    let run = run(&["decode", DEVICES]);
    for line in [
        "  privateData.private.kmeSystemData.systemDataLinkedReply",
        "    sysData.deviceList: 2 values",
        "        device.deviceIdentifier.deviceNumber: 0x01110002 (extension/2)",
        "        number: \"102\"",
        "        status: inService (0)",
    ] {
        assert!(run.out.lines().any(|found| found == line), "{line} in {}", run.out);
    }
}

#[test]
fn names_the_events_that_a_filter_suppresses() {
    let run =
        run(&["decode", "A1 15 02 01 78 02 01 47 30 0D 30 05 80 03 31 30 31 A0 04 80 02 00 11"]);
    let line = "callControl, not reported: delivered (3), held (7), of 8 bits";
    assert!(run.out.contains(line), "{}", run.out);
}

#[test]
fn writes_a_line_of_json_for_each_message() {
    let input = [SYSTEM_STATUS, GET_STATIONS, FAILURE, ABORT].join("\n");
    let run = run_with(&["decode", "--json"], input);
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let expected = serde_json::json!([
        {"type": "invoke", "invokeId": 1, "operation": "systemStatus", "code": 211,
            "argument": {"systemStatus": "normal"},
            "asn1": {"type": "SystemStatusArg", "hex": "30030A0102"}},
        {"type": "invoke", "invokeId": 1538, "operation": "escape", "code": 51,
            "argument": {"privateData": {"private": {"kmeSystemData": {"getSystemData":
                {"deviceList": {"category": {"standardDevice": "station"}}}}}}},
            "asn1": {"type": "EscapeArgument", "hex": "300DA40BA009A407A105A0030A0105"}},
        {"type": "returnError", "invokeId": 7, "code": 1, "error": {"operation": "generic"},
            "asn1": {"type": "UniversalFailure", "hex": "A0030A0101"}},
        {"type": "abrt", "message": {"abrt": {"abort-source": 0}},
            "asn1": {"type": "ACSE-apdu", "hex": "6403800100"}},
    ]);
    assert_eq!(serde_json::Value::from(lines), expected);
    assert_eq!(run.status, 0);
}

#[test]
fn shows_the_elements_without_a_schema() {
    let run = run(&["decode", "--raw", MONITOR_START]);
    let expected = r#"19 octets
     0  [1], 17 octets
     2    INTEGER: 78 = 120
     5    INTEGER: 47 = 71
     8    SEQUENCE, 9 octets
    10      SEQUENCE, 5 octets
    12        [0]: 31 30 31 "101"
    17      [0], 0 octets
"#;
    assert_eq!((run.status, run.out.as_str()), (0, expected));
}

#[test]
fn reads_arguments_files_and_input_alike() {
    let expected = run(&["decode", SYSTEM_STATUS]).out;
    let words: Vec<_> = ["decode"].into_iter().chain(SYSTEM_STATUS.split(' ')).collect();
    assert_eq!(run(&words).out, expected);
    let log = run_with(&["decode"], format!("10:00:01 RX 00 0E {SYSTEM_STATUS}\n"));
    assert_eq!(log.out, format!("10:00:01 RX  {expected}"));
    let dump =
        "0000   00 0e a1 0c 02 01 01 02   ........\n0008   02 00 d3 30 03 0a 01 02   ...0....\n";
    assert_eq!(run_with(&["decode"], dump).out, expected);
    assert_eq!(run_with(&["decode"], framed(&[SYSTEM_STATUS])).out, expected, "octets, not text");
    let directory =
        std::env::temp_dir().join(format!("csta-inspect-decode-{}", std::process::id()));
    std::fs::write(&directory, SYSTEM_STATUS.replace(' ', ":")).unwrap();
    let from_file = run(&["decode", "--file", directory.to_str().unwrap()]).out;
    std::fs::remove_file(&directory).unwrap();
    assert_eq!(from_file, expected);
}

/// A log of the protocol, as csta-client writes it.
const LOG: &str = "# connected
2026-11-27T12:34:56.789012Z < A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02
2026-11-27T12:34:56.789512Z > A2 0B 02 01 01 30 06 02 02 00 D3 05 00
2026-11-27T12:34:57.000000Z > A1 1A 02 01 07 02 01 0A 30 12 30 05 80 03 31 30 31 30 09 80 07 39 31 32 33 34 35 36
2026-11-27T12:34:57.012500Z < A3 0B 02 01 07 02 01 01 A0 03 0A 01 01
2026-11-27T12:34:58.000000Z <
2026-11-27T12:35:00.000000Z < 64 03 80 01 00
";

#[test]
fn a_log_keeps_its_times_and_directions_and_pairs_answers() {
    let run = run_with(&["decode"], LOG);
    let titles: Vec<_> = run.out.lines().filter(|line| line.starts_with("line ")).collect();
    assert_eq!(
        titles,
        [
            "line 2, 2026-11-27T12:34:56.789012Z <  invoke 1: systemStatus (211)",
            "line 3, 2026-11-27T12:34:56.789512Z >  returnResult 1: systemStatus (211), after 0.500 ms",
            "line 4, 2026-11-27T12:34:57.000000Z >  invoke 7: makeCall (10), to the switch",
            "line 5, 2026-11-27T12:34:57.012500Z <  returnError 7: UniversalFailure, of makeCall, after 12.500 ms",
            "line 6, 2026-11-27T12:34:58.000000Z <  empty frame",
            "line 7, 2026-11-27T12:35:00.000000Z <  ABRT, ends the association at once, by acse-service-user",
        ]
    );
    assert_eq!(run.status, 0);
    let run = run_with(&["decode", "--json"], LOG);
    let failure: serde_json::Value =
        serde_json::from_str(run.out.lines().nth(3).unwrap_or_default()).unwrap();
    for (member, value) in [
        ("time", serde_json::json!("2026-11-27T12:34:57.012500Z")),
        ("from", serde_json::json!("switch")),
        ("to", serde_json::json!("application")),
        ("operation", serde_json::json!("makeCall")),
        ("after", serde_json::json!(0.0125)),
    ] {
        assert_eq!(failure[member], value, "{member}");
    }
}

#[test]
fn a_log_is_shown_as_a_timeline() {
    let log = run_with(&["log"], LOG);
    let expected = "times in seconds from 2026-11-27T12:34:56.789012Z
    0.000000 <- systemStatus, request 1  systemStatus=normal
    0.000500 -> systemStatus, result 1  after 0.500 ms
    0.210988 -> makeCall, request 7  callingDevice=101 calledDirectoryNumber=9123456
    0.223488 <- makeCall, error 7  operation=generic  after 12.500 ms
    1.210988 <- empty frame
    3.210988 <- ABRT, ends the association at once, by acse-service-user
  summary: 6 messages, 73 octets
    -> makeCall         1, answered after 12.500 ms, 1 failed
    <- systemStatus     1, answered after 0.500 ms
";
    assert_eq!((log.status, log.out.as_str()), (0, expected));
    let only = run_with(&["log", "--only", "9123456"], LOG).out;
    assert_eq!(only.matches(" makeCall, ").count(), 2, "{only}");
    assert!(!only.contains("ABRT") && only.contains("73 octets, 4 of them not shown"), "{only}");
    let unknown = run_with(&["log"], SYSTEM_STATUS);
    assert_eq!((unknown.status, unknown.out.as_str()), (2, ""));
    assert!(unknown.err.contains("is no log of the protocol"), "{}", unknown.err);
}

#[test]
fn reads_the_log_that_csta_client_writes() {
    let name = format!("csta-inspect-{}-client.log", std::process::id());
    let path = std::env::temp_dir().join(name);
    let log = ProtocolLog::new(std::fs::File::create(&path).unwrap());
    log.frame(Direction::Received, &octets(SYSTEM_STATUS));
    log.frame(Direction::Sent, &octets(SYSTEM_STATUS_RESULT));
    log.frame(Direction::Received, &[]);
    log.frame(Direction::Received, &octets(ABORT));
    let run = run(&["log", path.to_str().unwrap()]);
    std::fs::remove_file(&path).unwrap();
    let found: Vec<_> = run.out.lines().filter_map(|line| line.get(13..)).collect();
    let [_, request, result, empty, abort, ..] = found.as_slice() else { panic!("{}", run.out) };
    assert_eq!(*request, "<- systemStatus, request 1  systemStatus=normal");
    assert!(result.starts_with("-> systemStatus, result 1  after "), "{result}");
    assert_eq!(*empty, "<- empty frame");
    assert_eq!(*abort, "<- ABRT, ends the association at once, by acse-service-user");
    assert_eq!(run.status, 0);
}

/// `tcpdump -X`: a packet with a message, and one that acknowledges it.
const TCPDUMP: &str = r"12:27:25.066180 IP localhost.41717 > localhost.42490: Flags [P.], seq 52:68, ack 40, win 64, options [nop,nop,TS val 651108632 ecr 1909504233], length 16
	0x0000:  4500 0044 6fe7 4000 4006 ccca 7f00 0001  E..Do.@.@.......
	0x0010:  7f00 0001 a2f5 a5fa 2885 2c4c 7a76 f3bd  ........(.,Lzv..
	0x0020:  8018 0040 fe38 0000 0101 080a 26cf 2118  ...@.8......&.!.
	0x0030:  71d0 b8e9 000e a10c 0201 0102 0200 d330  q..............0
	0x0040:  030a 0102                                ....
12:27:25.066186 IP localhost.42490 > localhost.41717: Flags [.], ack 68, win 64, options [nop,nop,TS val 1909504233 ecr 651108632], length 0
	0x0000:  4500 0034 24d3 4000 4006 17ef 7f00 0001  E..4$.@.@.......
	0x0010:  7f00 0001 a5fa a2f5 7a76 f3bd 2885 2c5c  ........zv..(.,\
	0x0020:  8010 0040 fe28 0000 0101 080a 71d0 b8e9  ...@.(......q...
	0x0030:  26cf 2118                                &.!.
";

/// `tshark -z follow,tcp,hex`: both directions, each with offsets of its own.
const TSHARK: &str = r"===================================================================
Follow: tcp,hex
Filter: tcp.stream eq 0
Node 0: 127.0.0.1:42490
Node 1: 127.0.0.1:41717
00000000  00 25 60 23 80 02 07 80  a1 07 06 05 2b 0c 00 81  .%`#.... ....+...
00000010  5a be 14 28 12 06 07 2b  0c 00 82 1d 81 48 a0 07  Z..(...+ .....H..
00000020  a0 05 03 03 00 08 00                              .......
	00000000  00 31 61 2f 80 02 07 80  a1 07 06 05 2b 0c 00 81  .1a/.... ....+...
	00000010  5a a2 03 02 01 00 a3 05  a1 03 02 01 01 be 14 28  Z....... .......(
	00000020  12 06 07 2b 0c 00 82 1d  81 48 a0 07 a0 05 03 03  ...+.... .H......
	00000030  00 08 00                                          ...
	00000033  00 0e a1 0c 02 01 01 02  02 00 d3 30 03 0a 01 02  ........ ...0....
00000027  00 0d a2 0b 02 01 01 30  06 02 02 00 d3 05 00 00  .......0 ........
00000037  17 a1 15 02 01 01 02 01  33 30 0d a4 0b a0 09 a4  ........ 30......
00000047  07 a1 05 a0 03 0a 01 05                           ........
===================================================================
";

#[test]
fn reads_what_tcpdump_and_tshark_print() {
    let run_of = |text: &str| {
        let run = run_with(&["decode"], text);
        let titles = run.out.lines().filter(|line| line.starts_with("line "));
        (run.status, titles.map(str::to_owned).collect::<Vec<_>>())
    };
    let heading = "12:27:25.066180 IP localhost.41717 > localhost.42490: Flags [P.], seq 52:68, ack \
                   40, win 64, options";
    let title = format!("line 2, {heading}  invoke 1: systemStatus (211)");
    assert_eq!(run_of(TCPDUMP), (0, vec![title]));
    let titles = [
        "line 6, AARQ, asks for an association, versionFive",
        "line 9, AARE, accepted, versionFive",
        "line 9, octet 53, invoke 1: systemStatus (211)",
        "line 14, returnResult 1: systemStatus (211)",
        "line 14, octet 17, invoke 1: escape (51)",
    ];
    assert_eq!(run_of(TSHARK), (0, titles.map(str::to_owned).to_vec()));
}

#[test]
fn shows_a_cut_off_message_as_far_as_it_goes() {
    let (there, _) = SERVICE_INITIATED.split_at(3 * 37);
    let run = run(&["decode", there]);
    assert_eq!(run.status, 1);
    for part in [
        "invoke 3: cSTAEventReport (21)",
        "  22            SEQUENCE, 15 octets",
        "[0]: 30 30 37 35 \"0075\"",
        "at the end, at octet 37, 17 are missing",
    ] {
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }
}

#[test]
fn says_where_a_message_breaks_and_why() {
    let broken = MONITOR_START.replace("80 03 31", "80 09 31");
    let text = run(&["decode", &broken]);
    assert_eq!(text.status, 1);
    let reason =
        "broken: a length reaches beyond the end of its container, at octet 14 in DeviceID";
    assert!(text.out.contains(reason), "{}", text.out);
    let json = run(&["decode", "--json", &broken]);
    let line: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((json.status, &line["broken"]["offset"]), (1, &serde_json::json!(14)));
    assert_eq!(line["operation"], "monitorStart");
}

#[test]
fn garbage_is_not_understood() {
    for (garbage, part) in [
        ("FF FE FD FC FB", "a tag number that is too large, at octet 0 in APDU"),
        ("no hexadecimal at all", "no octets in hexadecimal"),
        ("A1 0C 02 01 01 02 02 03 E7 30 03 0A 01 02", "operation 999, which is not known"),
        (
            "00 20 A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02",
            "announces 32 octets, of which 14 are there",
        ),
        ("64 03 80 01 00 FF FF", "octet 5, no message"),
    ] {
        let run = run(&["decode", garbage]);
        assert_eq!(run.status, 1, "{garbage}");
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }
}

#[test]
fn reads_indefinite_lengths() {
    let run = run(&["decode", "A1 80 02 01 01 02 02 00 D3 30 80 0A 01 02 00 00 00 00"]);
    assert_eq!(
        (run.status, run.out.contains("systemStatus: normal (2)")),
        (0, true),
        "{}",
        run.out
    );
}

#[test]
fn no_prefix_and_no_change_of_an_octet_makes_it_fail_otherwise() {
    let message = octets(DEVICES);
    let mut lines = String::new();
    let mut add = |octets: &[u8]| {
        lines.extend(octets.iter().map(|octet| format!("{octet:02X}")));
        lines.push_str("\n\n");
    };
    for index in 0..message.len() {
        add(&message[..index]);
        for bit in [0x01, 0x20, 0x80] {
            let mut changed = message.clone();
            changed[index] ^= bit;
            add(&changed);
        }
    }
    for mode in [None, Some("--json"), Some("--raw")] {
        let arguments: Vec<_> = ["decode"].into_iter().chain(mode).collect();
        let run = run_with(&arguments, &lines);
        assert_eq!((run.status, run.err.as_str()), (1, ""), "{mode:?}");
    }
}

#[test]
fn what_is_too_large_to_be_read_whole_is_said_to_be() {
    let path = std::env::temp_dir().join(format!("csta-inspect-large-{}", std::process::id()));
    std::fs::File::create(&path).unwrap().set_len((256 << 20) + 1).unwrap();
    let path = path.to_str().unwrap();
    let run = run(&["log", path]);
    std::fs::remove_file(path).unwrap();
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains(path) && run.err.contains("more than 256 MiB"), "{}", run.err);
}

#[test]
fn text_before_octets_cannot_steer_the_terminal() {
    let dump = "12:27:25 \u{1b}[2Ja > b\n\t0x0000:  6403 8001 00  d....\n";
    for text in [format!("10:00:01 \u{1b}[31mRX\u{9b}2J {ABORT}\n"), dump.to_owned()] {
        let run = run_with(&["decode"], &text);
        assert!(run.out.contains('\u{fffd}'), "{:?}", run.out);
        assert!(!run.out.replace('\n', "").contains(char::is_control), "{:?}", run.out);
    }
}

#[test]
fn a_file_among_the_octets_is_not_taken_for_one_without_a_word() {
    let run = run(&["decode", "there.pcap"]);
    assert_eq!(run.status, 1);
    assert_eq!(run.out, "no octets in hexadecimal; `--file FILE` reads a file\n");
}

#[test]
fn a_dash_is_standard_input() {
    for arguments in [&["decode", "--file", "-"][..], &["log", "-"], &["log"]] {
        let run = run_with(arguments, format!("2026-11-27T12:34:56.789Z < {ABORT}\n"));
        assert_eq!(run.status, 0, "{}", run.err);
        assert!(run.out.contains("ABRT"), "{}", run.out);
    }
}

#[test]
fn usage_is_another_error() {
    for arguments in [
        &["decode", "--file", "/there/is/no/such/file"][..],
        &["decode", "--no-such-option"],
        &["type", "NoSuchType", "05 00"],
        &["type"],
        &[],
    ] {
        let run = run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.err.is_empty());
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_csta-inspect"))
        .arg("operations")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
