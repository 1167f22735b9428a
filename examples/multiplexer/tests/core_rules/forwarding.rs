//! Requests go to the switch under other invoke ids, and their answers come back.

use std::time::Duration;

use csta_codec::rose::{Code, InvokeProblem, Reject, Rose};
use csta_codec::services::{
    Escape, EscapeResult, EventReport, MakeCall, MakeCallArgument, MakeCallResult, ReRouteRequest,
    ReRouteRequestArgument, RequestSysStat, RequestSysStatArg, RouteReject, RouteRejectArgument,
    SnapshotDevice, SnapshotDeviceArgument, SystemStatus, SystemStatusArg, SystemStatusRes,
};
use csta_codec::types::{self, ConnectionId, DeviceId, OperationErrors, RouteingCrossRefId};
use csta_codec::{Apdu, Ber, OctetString, Operation};
use kme_private::{KmePrivateData, common_arguments};
use multiplexer::{Input, LinkState, Notice};

use crate::world::{Answer, World, invoke, operation, result_of};

fn make_call(from: &str) -> MakeCallArgument<'_> {
    MakeCallArgument::new(DeviceId::dialing_number(from), DeviceId::dialing_number("103"))
}

fn call_made() -> MakeCallResult<'static> {
    MakeCallResult::new(ConnectionId::new(OctetString(b"0075"), DeviceId::dialing_number("101")))
}

#[test]
fn requests_of_two_applications_with_the_same_invoke_id_are_told_apart() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.invokes::<MakeCall>(a, 7, &make_call("101"));
    world.invokes::<MakeCall>(b, 7, &make_call("102"));
    let (first, _) = world.switch_asked::<MakeCall>();
    let (second, asked) = world.switch_asked::<MakeCall>();
    assert_ne!(first, second);
    assert_eq!(asked.get().calling_device, DeviceId::dialing_number("102"));
    // Answered in the other order.
    world.switch_fails(second, operation(OperationErrors::InvalidCallingDeviceId));
    world.switch_result::<MakeCall>(first, &call_made());
    assert_eq!(world.refused(b, 7), "operation: invalidCallingDeviceID (5)");
    assert_eq!(world.result::<MakeCall>(a, 7).get(), call_made());
    assert!(world.is_quiet(a) && world.is_quiet(b));
}

#[test]
fn arguments_and_results_pass_octet_for_octet() {
    let mut world = World::up();
    let a = world.connect();
    // An operation that nobody knows, and lengths that are longer than they need be.
    let argument = [0x30, 0x81, 0x05, 0x9F, 0x8A, 0x01, 0x81, 0x00];
    let asked =
        [[0xA1, 0x10, 0x02, 0x02, 0x7F, 0xFF, 0x02, 0x02, 0x23, 0x29].as_slice(), &argument];
    world.sends(a, &asked.concat());
    let sent = world.switch.pop_front().unwrap();
    assert_eq!(&sent[sent.len() - 6..], &argument[2..]);
    let id = Apdu::decode(&sent).unwrap().invoke().unwrap().invoke_id;
    let answer =
        [0xA2, 0x0D, 0x02, 0x01, id as u8, 0x30, 0x08, 0x02, 0x02, 0x23, 0x29, 0x87, 0x02, 1, 2];
    world.switch_sends(&answer);
    let expected =
        [0xA2, 0x0E, 0x02, 0x02, 0x7F, 0xFF, 0x30, 0x08, 0x02, 0x02, 0x23, 0x29, 0x87, 0x02, 1, 2];
    assert_eq!(world.next(a), expected.as_slice());
}

#[test]
fn rejects_come_back() {
    let mut world = World::up();
    let a = world.connect();
    world.invokes::<MakeCall>(a, -5, &make_call("101"));
    let (id, _) = world.switch_asked::<MakeCall>();
    let reject = Reject::of_invoke(id, InvokeProblem::MistypedArgument);
    world.switch_sends(&Apdu::Rose(Rose::Reject(reject)).encode());
    let (back, answer) = world.answered(a);
    assert_eq!(back, -5);
    assert!(matches!(answer, Answer::Reject(problem) if problem.contains("MistypedArgument")));
}

#[test]
fn what_the_switch_answers_twice_or_unasked_reaches_nobody() {
    let mut world = World::up();
    let a = world.connect();
    world.invokes::<MakeCall>(a, 1, &make_call("101"));
    let (id, _) = world.switch_asked::<MakeCall>();
    world.switch_result::<MakeCall>(id, &call_made());
    world.result::<MakeCall>(a, 1);
    world.switch_result::<MakeCall>(id, &call_made());
    world.switch_result::<MakeCall>(20_000, &call_made());
    assert!(world.is_quiet(a));
    assert!(world.notices.contains(&Notice::UnexpectedAnswer { invoke_id: id }));
    assert!(world.notices.contains(&Notice::UnexpectedAnswer { invoke_id: 20_000 }));
}

#[test]
fn a_request_that_the_switch_does_not_answer_fails_in_time_and_once() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.invokes::<MakeCall>(a, 1, &make_call("101"));
    let (id, _) = world.switch_asked::<MakeCall>();
    world.pass(Duration::from_secs(11));
    assert_eq!(world.refused(a, 1), "system resource: resourceBusy (2)");
    // Its id is not used for others' requests as long as an answer may come.
    for _ in 0..100 {
        world.invokes::<MakeCall>(b, 2, &make_call("102"));
        let (other, _) = world.switch_asked::<MakeCall>();
        assert_ne!(other, id);
        world.switch_result::<MakeCall>(other, &call_made());
        world.result::<MakeCall>(b, 2);
    }
    world.switch_result::<MakeCall>(id, &call_made());
    assert!(world.is_quiet(a) && world.is_quiet(b));
    assert!(world.notices.contains(&Notice::LateAnswer { invoke_id: id }));
    world.pass(Duration::from_secs(70));
    assert_eq!(world.status().requests.late, 0);
}

#[test]
fn an_application_that_has_gone_gets_no_answer_and_nobody_else_does() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    world.invokes::<MakeCall>(a, 1, &make_call("101"));
    let (id, _) = world.switch_asked::<MakeCall>();
    world.disconnect(a);
    world.switch_result::<MakeCall>(id, &call_made());
    assert!(world.is_quiet(b));
    assert_eq!(world.status().requests.in_flight, 0);
}

#[test]
fn applications_take_turns_at_a_busy_switch() {
    let mut world = World::up_with(|settings| {
        settings.requests_in_flight = 2;
        settings.request_queue = 5;
    });
    let (flood, other) = (world.connect(), world.connect());
    for id in 0..20 {
        world.invokes::<MakeCall>(flood, id, &make_call("101"));
    }
    for id in 0..2 {
        world.invokes::<MakeCall>(other, id, &make_call("102"));
    }
    // One is at the switch, five wait, the others are refused at once.
    for id in 6..20 {
        let failure = world.refused(flood, id);
        assert_eq!(failure, "subscribed resource: outstandingReqLimitExceeded (4)");
    }
    assert!(world.notices.contains(&Notice::QueueFull { application: flood }));
    assert_eq!(world.switch.len(), 2);
    let mut callers = Vec::new();
    while let Some(apdu) = world.switch.pop_front() {
        let (id, asked) = crate::world::argument_of::<MakeCall>(&apdu);
        callers.push(asked.get().calling_device == DeviceId::dialing_number("102"));
        world.switch_result::<MakeCall>(id, &call_made());
    }
    assert_eq!(callers.len(), 8);
    // The other one has not to wait for all of them.
    assert_eq!(callers[..4].iter().filter(|is_other| **is_other).count(), 2);
}

#[test]
fn one_whose_requests_are_not_answered_leaves_places_to_others() {
    let mut world = World::up();
    let (stuck, other) = (world.connect(), world.connect());
    for id in 0..40 {
        world.invokes::<MakeCall>(stuck, id, &make_call("101"));
    }
    let places = world.switch.drain(..).count();
    assert_eq!(places, 8, "half of them");
    // Others are served as long as the switch does not answer the first.
    for id in 0..100 {
        world.invokes::<MakeCall>(other, id, &make_call("102"));
        let (asked, _) = world.switch_asked::<MakeCall>();
        world.switch_result::<MakeCall>(asked, &call_made());
        world.result::<MakeCall>(other, id);
    }
    assert_eq!(world.status().requests.in_flight, places);
    // When their time is over, all have been answered, and nothing is left.
    world.pass(Duration::from_secs(10));
    for id in 0..40 {
        assert_eq!(world.refused(stuck, id), "system resource: resourceBusy (2)");
    }
    assert_eq!((world.status().requests.in_flight, world.status().requests.queued), (0, 0));
}

#[test]
fn a_request_that_waits_for_its_turn_fails_in_time() {
    let mut world = World::up_with(|settings| settings.requests_in_flight = 1);
    let a = world.connect();
    world.invokes::<MakeCall>(a, 1, &make_call("101"));
    world.pass(Duration::from_secs(5));
    world.invokes::<MakeCall>(a, 2, &make_call("101"));
    world.pass(Duration::from_secs(4));
    assert!(world.is_quiet(a));
    world.pass(Duration::from_secs(2));
    assert_eq!(world.refused(a, 1), "system resource: resourceBusy (2)");
    world.pass(Duration::from_secs(5));
    assert_eq!(world.refused(a, 2), "system resource: resourceBusy (2)");
    assert!(world.is_quiet(a));
}

#[test]
fn a_request_longer_than_the_switch_takes_is_refused() {
    let mut world = World::up();
    let a = world.connect();
    let long = "1".repeat(240);
    world.invokes::<MakeCall>(a, 3, &make_call(&long));
    assert_eq!(world.refused(a, 3), "system resource: resourceLimitExceeded (26)");
    assert!(world.switch.is_empty());
}

#[test]
fn a_request_that_its_invoke_id_makes_too_long_is_refused_at_once() {
    let mut world = World::up();
    let a = world.connect();
    // As long as may be with an id of one octet, and with those of two octets one more.
    let base = invoke::<MakeCall>(1, &make_call("")).len();
    let digits = "1".repeat(240 - base - 4);
    let longest = make_call(&digits);
    assert_eq!(invoke::<MakeCall>(1, &longest).len(), 240);
    let mut refused = 0;
    for _ in 0..200 {
        world.invokes::<MakeCall>(a, 1, &longest);
        match world.switch.pop_front() {
            Some(apdu) => {
                assert!(apdu.len() <= 240);
                let (id, _) = crate::world::argument_of::<MakeCall>(&apdu);
                world.switch_result::<MakeCall>(id, &call_made());
                world.result::<MakeCall>(a, 1);
            }
            None => {
                assert_eq!(world.refused(a, 1), "system resource: resourceLimitExceeded (26)");
                refused += 1;
            }
        }
    }
    assert!((1..200).contains(&refused), "{refused}");
    assert_eq!(world.status().requests.in_flight, 0);
}

#[test]
fn people_are_told_of_refused_requests_that_are_not_answered() {
    let mut world = World::up();
    let a = world.connect();
    world.input(Input::SwitchDown);
    world.told_status(a);
    let reject = RouteRejectArgument::new(RouteingCrossRefId(OctetString(b"\x01")));
    world.invokes::<RouteReject>(a, 1, &reject);
    assert!(world.is_quiet(a));
    let notice = Notice::UnconfirmedRefused {
        application: a,
        operation: RouteReject::CODE,
        failure: "system resource: resourceOutOfService (4)".to_owned(),
    };
    assert!(world.notices.contains(&notice));
}

#[test]
fn the_state_of_the_system_is_told_first_and_again_and_again() {
    let mut world = World::up();
    let a = world.connect(); // which looks at the invoke id
    world.pass(Duration::from_secs(119));
    assert!(world.is_quiet(a));
    world.pass(Duration::from_secs(1));
    let (id, told) = world.told::<SystemStatus>(a);
    assert_eq!(told.get().system_status, types::SystemStatus::Normal);
    world.replies::<SystemStatus>(a, id, &SystemStatusRes::NoData);
    world.replies::<SystemStatus>(a, id, &SystemStatusRes::NoData);
    assert!(world.is_quiet(a));
    // The second answer was to nothing.
    let notice = Notice::UnexpectedApplicationAnswer { application: a, invoke_id: id };
    assert!(world.notices.contains(&notice));
}

#[test]
fn the_first_apdu_of_an_application_is_that_of_a_panasonic_switch() {
    let mut world = World::up();
    let a = multiplexer::ApplicationId { slot: 9, generation: 9 };
    world.applications.insert(a, Default::default());
    let access = std::sync::Arc::new(multiplexer::Access::full());
    world.input(Input::Connected { application: a, access });
    // Captured from a switch (P3).
    let captured = [0xA1, 0x0C, 0x02, 1, 1, 0x02, 0x02, 0, 0xD3, 0x30, 3, 0x0A, 1, 2];
    assert_eq!(world.next(a), captured.as_slice());
}

#[test]
fn the_state_of_the_system_is_answered_here() {
    let mut world = World::up();
    let a = world.connect();
    world.invokes::<RequestSysStat>(a, 5, &RequestSysStatArg::new());
    let told = world.result::<RequestSysStat>(a, 5);
    assert_eq!(told.get().system_status, types::SystemStatus::Normal);
    world.invokes::<SystemStatus>(a, 6, &SystemStatusArg::new(types::SystemStatus::Normal));
    world.result::<SystemStatus>(a, 6);
    assert!(world.switch.is_empty());
}

#[test]
fn what_only_a_switch_may_invoke_is_rejected() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    let event = [0x30, 0x0A, 0x55, 4, 1, 2, 3, 4, 0xA0, 2, 0xB0, 0];
    let head = [0xA1, 0x12, 0x02, 1, 9, 0x02, 1, EventReport::CODE as u8];
    world.sends(a, &[head.as_slice(), &event].concat());
    let (id, answer) = world.answered(a);
    assert!(matches!(answer, Answer::Reject(problem) if problem.contains("UnrecognisedOperation")));
    assert_eq!(id, 9);
    assert!(world.switch.is_empty() && world.is_quiet(b));
}

#[test]
fn garbage_of_an_application_is_rejected_and_harms_nobody() {
    let mut world = World::up();
    let a = world.connect();
    let aarq = [0x60, 0x0B, 0xA1, 0x07, 0x06, 0x05, 0x2B, 0x0C, 0x00, 0x81, 0x5A, 0x05, 0x00];
    for garbage in [&[][..], &[0xA1], &[0xA1, 0x80, 0, 0], &[0xFF; 40], &aarq] {
        world.sends(a, garbage);
        assert!(matches!(world.answered(a), (0, Answer::Reject(_))), "{garbage:?}");
    }
    world.sends(a, &invoke::<MakeCall>(1, &make_call("101")));
    world.switch_asked::<MakeCall>();
}

#[test]
fn garbage_of_the_switch_ends_nothing() {
    let mut world = World::up();
    let a = world.connect();
    world.invokes::<MakeCall>(a, 1, &make_call("101"));
    let (id, _) = world.switch_asked::<MakeCall>();
    for garbage in [&[][..], &[0xA1], &[0xA2, 0x80, 0, 0], &[0xFF; 40], &[0x64, 0]] {
        world.switch_sends(garbage);
        world.switch.clear(); // rejections
    }
    world.switch_result::<MakeCall>(id, &call_made());
    world.result::<MakeCall>(a, 1);
    assert_eq!(world.status().link, LinkState::Up);
}

#[test]
fn requests_in_indefinite_lengths_are_forwarded() {
    let mut world = World::up();
    let a = world.connect();
    let definite =
        invoke::<SnapshotDevice>(4, &SnapshotDeviceArgument::new(DeviceId::dialing_number("101")));
    // The whole message in indefinite length.
    let mut indefinite = vec![0xA1, 0x80];
    indefinite.extend_from_slice(&definite[2..]);
    indefinite.extend_from_slice(&[0, 0]);
    world.sends(a, &indefinite);
    let (_, asked) = world.switch_asked::<SnapshotDevice>();
    assert_eq!(asked.get().snapshot_object, DeviceId::dialing_number("101"));
}

#[test]
fn requests_wait_until_the_devices_of_the_switch_are_known() {
    let mut world = World::new(|_| {});
    world.input(Input::SwitchUp);
    let a = world.connect();
    world.invokes::<MakeCall>(a, 1, &make_call("101"));
    world.wants(a, 2, DeviceId::dialing_number("101"));
    assert!(world.switch.is_empty());
    world.switch_says(types::SystemStatus::Normal);
    world.tell_devices();
    assert_eq!(world.told_status(a), types::SystemStatus::Enabled);
    assert_eq!(world.told_status(a), types::SystemStatus::Normal);
    world.switch_asked::<MakeCall>();
    world.switch_monitors([1, 2, 3, 4]);
    world.monitors(a, 2);
}

#[test]
fn a_switch_that_says_nothing_is_served_after_a_while() {
    let mut world = World::new(|_| {});
    world.input(Input::SwitchUp);
    world.pass(Duration::from_secs(2));
    world.tell_devices();
    assert_eq!(world.status().link, LinkState::Up);
    // One that does not know the request for devices is served, too.
    let mut world = World::new(|_| {});
    world.input(Input::SwitchUp);
    world.switch_says(types::SystemStatus::Normal);
    for _ in 0..2 {
        let (id, _) = world.switch_asked::<Escape>();
        world.switch_fails(id, operation(OperationErrors::ServiceNotSupported));
    }
    assert_eq!(world.status().link, LinkState::Up);
    assert!(world.notices.contains(&Notice::DevicesUnknown));
}

#[test]
fn what_only_the_multiplexer_can_answer_the_switch_is_answered_here() {
    let mut world = World::up();
    let a = world.connect();
    let id = world.switch_invokes::<RequestSysStat>(&RequestSysStatArg::new());
    assert_eq!(world.switch_answered(id), "result");
    // Nobody has registered for a service that is confirmed.
    let request = ReRouteRequestArgument::new(RouteingCrossRefId(OctetString(b"\x01")));
    world.switch_invokes::<ReRouteRequest>(&request);
    assert!(world.notices.contains(&Notice::NobodyTakes { operation: ReRouteRequest::CODE }));
    for (operation, answer) in [
        // SystemStatus and MonitorStop with another argument.
        ([0x02, 2, 0, 211], "Invoke(MistypedArgument)"),
        ([0x02, 2, 0, 73], "Invoke(MistypedArgument)"),
        // One that there is not, and one of another world: an object identifier.
        ([0x02, 2, 0x7F, 0x7F], "Invoke(UnrecognisedOperation)"),
        ([0x06, 2, 0x2A, 0x03], "Invoke(UnrecognisedOperation)"),
    ] {
        let mut octets = vec![0xA1, 0x0A, 0x02, 1, 99];
        octets.extend(operation);
        octets.extend([0x0A, 1, 0]);
        world.switch_sends(&octets);
        assert_eq!(world.switch_answered(99), answer, "{operation:?}");
    }
    assert!(world.is_quiet(a) && world.switch.is_empty());
}

#[test]
fn a_flood_of_what_is_not_answered_leaves_others_their_turn_and_an_id() {
    let mut world = World::up();
    let (flood, other) = (world.connect(), world.connect());
    let reject = RouteRejectArgument::new(RouteingCrossRefId(OctetString(b"\x01")));
    for second in 0..100 {
        for _ in 0..500 {
            world.invokes::<RouteReject>(flood, 1, &reject);
        }
        world.invokes::<MakeCall>(other, second, &make_call("102"));
        world.pass(Duration::from_secs(1));
        let asked = world.switch.drain(..).filter_map(|apdu| match Apdu::decode(&apdu).unwrap() {
            Apdu::Rose(Rose::Invoke(own)) if own.operation == Code::Local(MakeCall::CODE) => {
                Some(own.invoke_id)
            }
            _ => None,
        });
        let asked: Vec<_> = asked.collect();
        let [id] = asked[..] else { panic!("in second {second}: {asked:?}") };
        world.switch_result::<MakeCall>(id, &call_made());
        world.result::<MakeCall>(other, second);
    }
}

#[test]
fn the_switch_is_told_of_an_answer_that_is_too_long_for_it() {
    let mut world = World::up();
    let a = world.connect();
    let data = KmePrivateData::ExtendedDataAccess(OctetString(&[1, 2]));
    let asked = world.switch_escapes(&data);
    let (id, _) = world.told::<Escape>(a);
    let long = [0; 250];
    let data = KmePrivateData::ExtendedDataAccess(OctetString(&long));
    let extensions = common_arguments(&[data]);
    let answer = EscapeResult::Extensions(extensions.get());
    let octets = result_of::<Escape>(id, &answer).len();
    world.replies::<Escape>(a, id, &answer);
    assert_eq!(world.switch_answered(asked), "system resource: resourceLimitExceeded (26)");
    assert!(world.notices.contains(&Notice::AnswerTooLong { application: a, octets }));
}
