//! Recordings: as text, and played again.

use std::time::{Duration, Instant};

use bytes::Bytes;
use hex_literal::hex;
use jiff::Timestamp;
use pbx_sim::replay::{Frame, Recording, Remark, Replay};
use pbx_sim::server::Direction::{self, FromSwitch, ToSwitch};
use proptest::prelude::*;

const SECOND: Duration = Duration::from_secs(1);

const AARQ: &[u8] = &hex!("60 09 A1 07 06 05 2B0C00815A");
/// monitorStart of 101 and of 102, by invoke ids of one octet.
const MONITOR_101: [u8; 16] = hex!("A1 0E 02 01 01 02 01 47 30 06 30 04 80 02 3130");
const MONITOR_102: [u8; 16] = hex!("A1 0E 02 01 02 02 01 47 30 06 30 04 80 02 3131");
const STARTED_101: [u8; 16] = hex!("A2 0E 02 01 01 30 09 02 01 47 30 04 55 02 0101");
const STARTED_102: [u8; 16] = hex!("A2 0E 02 01 02 30 09 02 01 47 30 04 55 02 0202");
const STATUS: [u8; 14] = hex!("A1 0C 02 01 09 02 02 00D3 30 03 0A 01 02");

/// The same message with another invoke id, of one octet.
fn numbered(apdu: &[u8], id: u8) -> Bytes {
    let mut apdu = apdu.to_vec();
    apdu[4] = id;
    apdu.into()
}

fn recording(frames: &[(i64, Direction, &[u8])]) -> Recording {
    let frame = |(millis, direction, apdu): &(i64, Direction, &[u8])| Frame {
        time: Timestamp::from_millisecond(*millis).unwrap(),
        direction: *direction,
        apdu: Bytes::copy_from_slice(apdu),
    };
    Recording(frames.iter().map(frame).collect())
}

fn monitors() -> Recording {
    recording(&[
        (0, ToSwitch, AARQ),
        (100, ToSwitch, &MONITOR_101),
        (200, ToSwitch, &MONITOR_102),
        (300, FromSwitch, &STARTED_101),
        (400, FromSwitch, &STARTED_102),
        (2_400, FromSwitch, &STATUS),
    ])
}

fn sent(replay: &mut Replay) -> Vec<Bytes> {
    std::iter::from_fn(|| replay.poll_transmit()).collect()
}

fn remarks(replay: &mut Replay) -> Vec<Remark> {
    std::iter::from_fn(|| replay.poll_remark()).collect()
}

proptest! {
    #[test]
    fn a_frame_is_read_as_it_is_written(
        micros in 0..4_000_000_000_000_000_i64,
        from_switch in any::<bool>(),
        apdu in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let time = Timestamp::from_microsecond(micros).unwrap();
        let direction = if from_switch { FromSwitch } else { ToSwitch };
        let frame = Frame { time, direction, apdu: apdu.into() };
        prop_assert_eq!(frame.to_string().parse(), Ok(Recording(vec![frame])));
    }

    #[test]
    fn any_requests_are_survived(
        octets in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..30), 0..10),
    ) {
        let now = Instant::now();
        let mut replay = Replay::new(&monitors(), now, true);
        for apdu in octets {
            replay.handle_apdu(now, &apdu.into());
            replay.handle_timeout(now + SECOND);
        }
    }
}

#[test]
fn a_recording_has_comments_and_its_errors_have_lines() {
    let line = "2026-11-27T12:34:56.789012Z < A1 0C 02";
    let recording: Recording = format!("# begins\n\n  {line}  \n").parse().unwrap();
    assert_eq!(recording.0[0].to_string(), line);
    for (wrong, reason) in [
        ("now < A1", "expected a time such as 2026-11-27T12:34:56.789012Z"),
        ("2026-11-27T12:34:56Z A1 0C", "expected < (from the switch) or >"),
        ("2026-11-27T12:34:56Z > A1 0", "expected pairs of hexadecimal digits"),
    ] {
        let error = format!("# begins\n{wrong}").parse::<Recording>().unwrap_err().to_string();
        assert!(error.starts_with("line 2: ") && error.contains(reason), "{error}");
    }
}

#[test]
fn requests_are_known_by_what_they_ask_for_and_answers_get_their_ids() {
    let now = Instant::now();
    let mut replay = Replay::new(&monitors(), now, false);
    assert_eq!(remarks(&mut replay), [Remark::WaitsFor("monitorStart".to_owned())]);
    replay.handle_apdu(now, &numbered(&MONITOR_102, 77));
    assert_eq!(sent(&mut replay), [] as [Bytes; 0]);
    replay.handle_apdu(now, &numbered(&MONITOR_101, 78));
    let expected =
        [numbered(&STARTED_101, 78), numbered(&STARTED_102, 77), Bytes::copy_from_slice(&STATUS)];
    assert_eq!(sent(&mut replay), expected);
    assert_eq!(remarks(&mut replay), [Remark::Over]);
}

#[test]
fn a_request_for_another_device_takes_the_place_of_a_recorded_one() {
    let now = Instant::now();
    let mut replay = Replay::new(&monitors(), now, false);
    let other = hex!("A1 0E 02 01 05 02 01 47 30 06 30 04 80 02 3939");
    replay.handle_apdu(now, &Bytes::copy_from_slice(&other));
    replay.handle_apdu(now, &numbered(&MONITOR_102, 6));
    assert_eq!(sent(&mut replay)[0], numbered(&STARTED_101, 5));
}

#[test]
fn what_was_not_recorded_is_refused() {
    let now = Instant::now();
    let mut replay = Replay::new(&monitors(), now, false);
    let answer_call = hex!("A1 0C 02 01 05 02 01 02 30 04 80 02 3939");
    replay.handle_apdu(now, &Bytes::copy_from_slice(&answer_call));
    let refused = hex!("A3 0B 02 01 05 02 01 01 A0 03 0A 01 01");
    assert_eq!(sent(&mut replay), [Bytes::copy_from_slice(&refused)]);
    assert!(remarks(&mut replay).contains(&Remark::NotRecorded("answerCall".to_owned())));
}

#[test]
fn what_was_sent_is_sent_in_its_time_after_a_request_that_came_late() {
    let begin = Instant::now();
    let mut replay = Replay::new(&monitors(), begin, true);
    assert_eq!(replay.poll_timeout(), None);
    let late = begin + 10 * SECOND;
    replay.handle_apdu(late, &MONITOR_101.to_vec().into());
    replay.handle_apdu(late, &MONITOR_102.to_vec().into());
    let mut sent_at = Vec::new();
    while let Some(due) = replay.poll_timeout() {
        replay.handle_timeout(due);
        sent_at.extend(sent(&mut replay).iter().map(|_| (due - late).as_millis()));
    }
    assert_eq!(sent_at, [200, 300, 2_300]);
}

#[test]
fn a_recording_has_its_associations() {
    let mut twice = monitors();
    twice.0.extend(monitors().0);
    assert_eq!(twice.associations(), [monitors(), monitors()]);
    let without = Recording(monitors().0.split_off(1));
    assert_eq!(without.associations(), std::slice::from_ref(&without));
}
