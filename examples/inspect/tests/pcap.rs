//! Captures of network traffic.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;
#[path = "support/capture.rs"]
mod writer;

use support::*;
use writer::{Capture, From, Link, TemporaryFile};

/// What both ends send in the association of these tests.
fn both() -> (Vec<u8>, Vec<u8>) {
    let application = framed(&[AARQ, SYSTEM_STATUS_RESULT, MONITOR_START, MAKE_CALL]);
    let switch = framed(&[AARE, SYSTEM_STATUS, MONITOR_START_RESULT, FAILURE, SERVICE_INITIATED]);
    (application, switch)
}

/// The association in good order, each end's octets in pieces of this size.
fn association(mut capture: Capture, size: usize) -> Capture {
    let (application, switch) = both();
    capture.open();
    for (from, octets) in [(From::Application, &application), (From::Switch, &switch)] {
        for (index, piece) in octets.chunks(size).enumerate() {
            capture.data(from, index * size, piece);
        }
    }
    capture
}

fn inspect(name: &str, file: &[u8], options: &[&str]) -> Run {
    let file = TemporaryFile::new(name, file);
    run(&[&["pcap", file.path()], options].concat())
}

/// The lines of the messages, without times and the details behind two spaces.
fn messages(out: &str) -> Vec<String> {
    let line = |line: &str| {
        let (_, text) = line.split_at_checked(13)?;
        let is_message = text.starts_with("-> ") || text.starts_with("<- ");
        is_message.then(|| text.split("  ").next().unwrap_or_default().to_owned())
    };
    let mut lines: Vec<_> = out.lines().filter_map(line).collect();
    // Which direction comes first in the same millisecond is not the point.
    lines.sort();
    lines
}

const EXPECTED: [&str; 9] = [
    "-> AARQ, asks for an association, versionFive",
    "-> makeCall, request 7",
    "-> monitorStart, request 120",
    "-> systemStatus, result 1",
    "<- AARE, accepted, versionFive",
    "<- event serviceInitiated",
    "<- makeCall, error 7",
    "<- monitorStart, result 120",
    "<- systemStatus, request 1",
];

#[test]
fn reads_both_forms_of_files_and_all_links() {
    for link in [Link::Ethernet, Link::Null, Link::Raw, Link::LinuxCooked, Link::LinuxCooked2] {
        for is_ipv6 in [false, true] {
            let capture = association(Capture::new(link, is_ipv6), 1400);
            for (form, file) in [("pcap", capture.pcap()), ("pcapng", capture.pcapng())] {
                let run = inspect(&format!("{link:?}-{is_ipv6}.{form}"), &file, &[]);
                assert_eq!(messages(&run.out), EXPECTED, "{link:?} {is_ipv6} {form}: {}", run.out);
                assert_eq!(run.status, 0, "{}", run.out);
                assert!(run.out.starts_with("times in seconds from 2023-11-14T22:13:20.000000Z\n"));
            }
        }
    }
}

#[test]
fn frames_may_be_split_over_segments() {
    for size in [1, 2, 3, 7, 50] {
        let file = association(Capture::ethernet(), size).pcap();
        let run = inspect(&format!("split-{size}"), &file, &[]);
        assert_eq!(
            (messages(&run.out).as_slice(), run.status),
            (EXPECTED.map(str::to_owned).as_slice(), 0)
        );
    }
}

#[test]
fn puts_segments_in_order_and_drops_what_came_twice() {
    let (application, switch) = both();
    let mut capture = Capture::ethernet();
    capture.open();
    let mut pieces: Vec<_> =
        application.chunks(9).enumerate().map(|(i, piece)| (i * 9, piece)).collect();
    pieces.swap(1, 3);
    pieces.swap(4, 6);
    for (offset, piece) in &pieces {
        capture.data(From::Application, *offset, piece);
    }
    // Some again, one of them cut in another way.
    capture.data(From::Application, 0, &application[..20]);
    capture.data(From::Application, 27, &application[27..41]);
    capture.data(From::Switch, 0, &switch);
    capture.data(From::Switch, 0, &switch);
    let run = inspect("order", &capture.pcap(), &[]);
    assert_eq!(
        (messages(&run.out).as_slice(), run.status),
        (EXPECTED.map(str::to_owned).as_slice(), 0)
    );
    assert!(run.out.contains("retransmitted segments: 3"), "{}", run.out);
    assert!(run.out.contains("segments out of order: "), "{}", run.out);
}

#[test]
fn measures_how_long_answers_took() {
    let (request, answer) = (framed(&[MAKE_CALL]), framed(&[FAILURE]));
    let mut capture = Capture::ethernet();
    capture.open();
    capture.data(From::Application, 0, &request[..10]).data(From::Application, 10, &request[10..]);
    // Sent again although it had come, which is not when it was asked.
    capture.data(From::Application, 0, &request).data(From::Application, 0, &request);
    capture.data(From::Switch, 0, &answer);
    let run = inspect("latency", &capture.pcap(), &[]);
    let line = "    0.006000 <- makeCall, error 7  operation=generic  after 3.000 ms";
    assert!(run.out.lines().any(|found| found == line), "{}", run.out);
    assert!(
        run.out.contains("    -> makeCall     1, answered after 3.000 ms, 1 failed\n"),
        "{}",
        run.out
    );
}

#[test]
fn begins_within_a_connection_at_the_first_frame() {
    let (application, switch) = both();
    let mut capture = Capture::ethernet();
    capture.data(From::Switch, 17, &switch[17..]).data(From::Application, 5, &application[5..]);
    let run = inspect("middle", &capture.pcap(), &[]);
    assert_eq!(run.status, 0, "{}", run.out);
    assert!(run.out.contains("its beginning not captured"), "{}", run.out);
    assert!(run.out.contains("octets of a frame that began before the capture"), "{}", run.out);
    let found = messages(&run.out);
    for message in &EXPECTED[1..4] {
        assert!(found.contains(&(*message).to_owned()), "{message} in {}", run.out);
    }
    assert!(found.contains(&"<- event serviceInitiated".to_owned()));
    assert!(!found.iter().any(|message| message.contains("AAR")));
}

#[test]
fn an_answer_without_its_request_is_counted() {
    let mut capture = Capture::ethernet();
    capture.data(From::Switch, 0, &framed(&[MONITOR_START_RESULT]));
    let run = inspect("orphan", &capture.pcap(), &[]);
    assert!(run.out.contains("answers to requests that are not here: 1"), "{}", run.out);
    let mut capture = Capture::ethernet();
    capture.data(From::Application, 0, &framed(&[MAKE_CALL]));
    let run = inspect("unanswered", &capture.pcap(), &[]);
    assert!(run.out.contains("makeCall     1, 1 without an answer"), "{}", run.out);
}

#[test]
fn goes_on_behind_a_gap() {
    let (_, switch) = both();
    let mut capture = Capture::ethernet();
    capture.open();
    // Lost are octets within the AARE and within the SystemStatus.
    capture.data(From::Switch, 0, &switch[..30]).data(From::Switch, 55, &switch[55..]);
    let run = inspect("gap", &capture.pcap(), &[]);
    assert_eq!(run.status, 1);
    for part in [
        "of which only 30 octets were captured",
        "25 octets were not captured",
        "event serviceInitiated",
    ] {
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }
}

#[test]
fn shows_what_cannot_be_decoded_and_goes_on() {
    let broken = MONITOR_START.replace("80 03 31", "80 09 31");
    let mut octets = framed(&[&broken, MAKE_CALL]);
    octets.extend([0xFF; 7]);
    octets.extend(framed(&[ABORT]));
    octets.extend(self::octets(ABORT));
    let mut capture = Capture::ethernet();
    capture.open().data(From::Application, 0, &octets);
    let run = inspect("broken", &capture.pcap(), &[]);
    assert_eq!(run.status, 1);
    for part in [
        "monitorStart, request 120",
        "broken: a length reaches beyond the end of its container, at octet 14 in DeviceID",
        "makeCall, request 7",
        "-- 7 octets that are no frame: FF FF FF FF FF FF FF",
        "messages not understood: 1",
    ] {
        assert!(run.out.contains(part), "{part} in {}", run.out);
    }
    assert_eq!(run.out.matches("ABRT").count(), 2, "{}", run.out);
}

#[test]
fn finds_csta_on_any_port_and_nothing_else() {
    let mut capture = association(Capture::ethernet(), 100);
    capture.switch_port = 80;
    capture.open().data(From::Application, 0, b"GET / HTTP/1.1\r\nHost: somewhere\r\n\r\n");
    let file = capture.pcap();
    let run = inspect("ports", &file, &[]);
    assert_eq!(
        (messages(&run.out).as_slice(), run.status),
        (EXPECTED.map(str::to_owned).as_slice(), 0)
    );
    let run = inspect("port", &file, &["--port", "33333", "--tree"]);
    assert_eq!(run.status, 0);
    assert!(run.out.contains("cause: newCall (22)"), "{}", run.out);
    let run = inspect("web", &file, &["--port", "80"]);
    assert_eq!(run.status, 1, "{}", run.out);
    let run = inspect("none", &file, &["--port", "81"]);
    assert_eq!((run.status, run.out.as_str()), (1, "no data on TCP port 81 in the capture\n"));
}

#[test]
fn the_same_ports_may_be_used_again() {
    let mut capture = association(Capture::ethernet(), 100);
    let (application, _) = both();
    capture.open().data(From::Application, 0, &application);
    let run = inspect("again", &capture.pcap(), &[]);
    assert!(run.out.contains("connection 2: 10.0.0.1:50000 -> 10.0.0.2:33333\n"), "{}", run.out);
    assert_eq!(run.out.matches("AARQ").count(), 2);
}

#[test]
fn files_that_end_early_or_are_no_capture() {
    let file = association(Capture::ethernet(), 1400).pcap();
    let run = inspect("early", &file[..file.len() - 3], &[]);
    assert!(run.out.contains("the capture is cut off or broken at its end"), "{}", run.out);
    assert_eq!(run.status, 1);
    for length in [0, 3, 24] {
        let run = inspect(&format!("short-{length}"), &file[..length], &[]);
        assert_ne!(run.status, 0, "{length}");
    }
    let run = inspect("text", b"this is no capture at all, but long enough to be one", &[]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("no capture"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_directory_is_said_to_be_one() {
    let run = run(&["pcap", std::env::temp_dir().to_str().unwrap()]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("directory"), "{}", run.err);
}

#[test]
fn a_file_for_another_command_is_said_to_be() {
    let file = TemporaryFile::new("capture", &association(Capture::ethernet(), 1400).pcap());
    let run = run(&["decode", "--file", file.path()]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
    assert!(run.err.contains("`csta-inspect pcap "), "{}", run.err);
}

#[test]
fn changed_octets_never_make_it_fail_otherwise() {
    let file = association(Capture::ethernet(), 60).pcap();
    for index in (0..file.len()).step_by(11) {
        let mut changed = file.clone();
        changed[index] ^= 0x55;
        let run = inspect("changed", &changed, &[]);
        assert!((0..=2).contains(&run.status), "{index}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{index}: {}", run.err);
    }
}

/// A capture of `csta-tsp demo`, made with tcpdump on the loopback interface, and the same in the
/// form of pcapng.
#[test]
fn reads_a_capture_of_the_demo() {
    for form in ["pcap", "pcapng"] {
        let file = format!("{}/tests/captures/demo.{form}", env!("CARGO_MANIFEST_DIR"));
        let run = run(&["pcap", &file]);
        assert_eq!(run.status, 0, "{}", run.out);
        for line in [
            "times in seconds from 2026-11-27T12:27:25.065396Z",
            "connection 1: 127.0.0.1:42490 -> 127.0.0.1:41717",
            "    0.000683 <- AARE, accepted, versionFive  after 0.170 ms",
            "    0.001001 -> escape, request 1  kmeSystemData.getSystemData standardDevice=station",
            "    0.001368 <- escape, request 4  kmeSystemData.systemDataLinkedReply \
             crossRefID=00000001 segmentID=3 lastSegment=true deviceList=[4 values]",
            "    0.404785 -> answerCall, request 7  callID=0001 callToBeAnswered=102",
            "    0.405050 <- answerCall, result 7  after 0.265 ms",
            "    1.612675 <- RLRE, ends the association  after 0.063 ms",
            "  summary: 42 messages, 1891 octets",
            "    -> monitorStart        2, answered after 0.095 ms to 0.103 ms, median 0.099 ms",
            "    <- escape              3",
        ] {
            assert!(run.out.lines().any(|found| found == line), "{line} in {}", run.out);
        }
        let events = run.out.lines().last().unwrap_or_default();
        assert_eq!(
            events,
            "    events: connectionCleared 3, delivered 2, established 2, held 2, originated 1, \
             retrieved 2, serviceInitiated 1"
        );
    }
}

#[test]
fn reads_a_capture_from_standard_input() {
    let run = run_with(&["pcap", "-"], association(Capture::ethernet(), 100).pcap());
    assert_eq!(
        (messages(&run.out).as_slice(), run.status),
        (EXPECTED.map(str::to_owned).as_slice(), 0)
    );
}

#[test]
fn writes_each_message_as_a_line_of_json() {
    let file = format!("{}/tests/captures/demo.pcap", env!("CARGO_MANIFEST_DIR"));
    let run = run(&["pcap", "--json", &file]);
    let lines: Vec<serde_json::Value> =
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 42);
    let answer = lines
        .iter()
        .find(|line| line["operation"] == "answerCall" && line["type"] == "returnResult");
    assert_eq!(
        answer.unwrap(),
        &serde_json::json!({"time": "2026-11-27T12:27:25.470446Z", "connection": 1,
            "from": "127.0.0.1:41717", "to": "127.0.0.1:42490", "type": "returnResult",
            "invokeId": 7, "operation": "answerCall", "code": 2, "after": 0.000_265,
            "result": {"noData": null}, "asn1": {"type": "AnswerCallResult", "hex": "0500"}})
    );
    // What was captured encodes again to the octets that were sent.
    let batch: String = lines
        .iter()
        .filter(|line| line["asn1"]["type"] != "ACSE-apdu")
        .map(|line| format!("{} {}\n", line["asn1"]["type"], line["asn1"]["hex"]).replace('"', ""))
        .collect();
    let run = run_with(&["type", "--batch"], &batch);
    assert_eq!(run.status, 0);
    for (sent, line) in batch.lines().zip(run.out.lines()) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(sent.ends_with(line["reencoded"].as_str().unwrap()), "{sent} {line}");
    }
}

#[test]
fn shows_only_what_is_asked_for_and_its_answers() {
    let file = format!("{}/tests/captures/demo.pcap", env!("CARGO_MANIFEST_DIR"));
    let run = run(&["pcap", "--only", "established", &file]);
    let shown: Vec<_> = run.out.lines().filter(|line| line.contains(" event ")).collect();
    assert_eq!(shown.len(), 2, "{}", run.out);
    assert!(run.out.contains("  summary: 42 messages, 1891 octets, 40 of them not shown"));
}
