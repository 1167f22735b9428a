//! Call records are kept until they are delivered, whoever goes away.

use std::time::Duration;

use csta_codec::services::{
    CdrNotification, CdrNotificationArgument, CdrReport, CdrReportArgument, CdrReportResult,
    SendStoredCdr, SendStoredCdrArgument, StartCdrTransmission, StartCdrTransmissionArgument,
    StartCdrTransmissionResult, StopCdrTransmission, StopCdrTransmissionArgument,
    StopCdrTransmissionResult,
};
use csta_codec::types::{
    CallingDeviceId, CdrInformationItem, CdrReason, CdrTimePeriod, CdrTransferMode, DeviceId,
    OperationErrors,
};
use csta_codec::{GeneralizedTime, OctetString, SequenceOf};
use multiplexer::{ApplicationId, Input, Notice, Settings, Severity, SpoolEntry, SpoolId};

use crate::world::{World, failure_of, operation};

const AT_END: CdrTransferMode = CdrTransferMode::TransferAtEndOfCall;

fn start(world: &mut World, application: ApplicationId, mode: CdrTransferMode) {
    let argument = StartCdrTransmissionArgument::new(mode);
    world.invokes::<StartCdrTransmission>(application, 1, &argument);
}

/// The switch begins to send records.
fn switch_starts(world: &mut World) {
    let (id, asked) = world.switch_asked::<StartCdrTransmission>();
    assert_eq!(asked.get().transfer_mode, AT_END);
    let started = StartCdrTransmissionResult::new(OctetString(b"\x00\x01"));
    world.switch_result::<StartCdrTransmission>(id, &started);
}

/// An application has become the holder, under this reference.
fn is_holder(world: &mut World, application: ApplicationId) -> Vec<u8> {
    let started = world.result::<StartCdrTransmission>(application, 1);
    started.get().cdr_cross_ref_id.as_bytes().to_vec()
}

fn holding(
    mode: CdrTransferMode,
    change: impl FnOnce(&mut Settings),
) -> (World, ApplicationId, Vec<u8>) {
    let mut world = World::up_with(change);
    let a = world.connect();
    start(&mut world, a, mode);
    switch_starts(&mut world);
    let reference = is_holder(&mut world, a);
    (world, a, reference)
}

/// The switch reports a call of each caller.
fn report(world: &mut World, callers: &[&str]) -> i32 {
    let items: Vec<_> = (1..)
        .zip(callers)
        .map(|(number, caller)| {
            let mut item = CdrInformationItem::new(GeneralizedTime(b"20231019131902"));
            item.record_number = Some(number);
            let caller = DeviceId::dialing_number(caller);
            item.calling_device = Some(CallingDeviceId::DeviceIdentifier(caller));
            item
        })
        .collect();
    let records = SequenceOf::from(items.as_slice());
    let argument = CdrReportArgument::new(OctetString(b"\x00\x01"), callers.len() as i64, records);
    world.switch_invokes::<CdrReport>(&argument)
}

/// A report that an application gets: its invoke id, reference and callers.
fn reported(world: &mut World, application: ApplicationId) -> (i32, Vec<u8>, Vec<String>) {
    let (id, told) = world.told::<CdrReport>(application);
    let told = told.get();
    assert_eq!(told.number_of_records_sent, told.cdr_info.iter().count() as i64);
    let callers = told.cdr_info.iter().map(|item| match item.calling_device {
        Some(CallingDeviceId::DeviceIdentifier(device)) => {
            format!("{:?}", device.device_identifier)
        }
        other => panic!("{other:?}"),
    });
    let callers = callers.map(|text| text.chars().filter(char::is_ascii_digit).collect());
    (id, told.cdr_cross_ref_id.as_bytes().to_vec(), callers.collect())
}

fn confirm(world: &mut World, application: ApplicationId, invoke_id: i32) {
    world.replies::<CdrReport>(application, invoke_id, &CdrReportResult::NoData);
}

#[test]
fn a_report_is_confirmed_when_it_is_durable_and_delivered_from_the_spool() {
    let (mut world, a, reference) = holding(AT_END, |_| {});
    assert_eq!(world.remembered, Some(true));
    world.is_disk_slow = true;
    let id = report(&mut world, &["101", "102"]);
    assert!(world.switch.is_empty() && world.is_quiet(a));
    world.disk_writes();
    assert_eq!(world.switch_answered(id), "result");
    let (invoke_id, under, callers) = reported(&mut world, a);
    assert_eq!((under, callers), (reference, vec!["101".to_owned(), "102".to_owned()]));
    assert_eq!(world.spool.len(), 1);
    confirm(&mut world, a, invoke_id);
    assert!(world.spool.is_empty());
    assert_eq!(world.status().call_records.spooled_octets, 0);
}

#[test]
fn one_application_holds_the_records() {
    let (mut world, a, reference) = holding(AT_END, |_| {});
    let b = world.connect();
    start(&mut world, b, AT_END);
    // To the octet what is known of the product whose functions these are.
    let expected = failure_of(1, operation(OperationErrors::Generic));
    assert_eq!(expected[expected.len() - 8..], [0x02, 0x01, 0x01, 0xA0, 0x03, 0x0A, 0x01, 0x01]);
    assert_eq!(world.next(b), expected);
    start(&mut world, a, AT_END);
    assert_eq!(world.refused(a, 1), "operation: generic (1)");
    // Nor can others stop it.
    let stop = StopCdrTransmissionArgument::new(OctetString(&reference));
    world.invokes::<StopCdrTransmission>(b, 2, &stop);
    assert_eq!(world.refused(b, 2), "operation: invalidCrossRefID (17)");
    report(&mut world, &["101"]);
    reported(&mut world, a);
    assert!(world.is_quiet(b));
    world.invokes::<StopCdrTransmission>(a, 3, &stop);
    world.result::<StopCdrTransmission>(a, 3);
    start(&mut world, b, AT_END);
    is_holder(&mut world, b);
    // The record that was not confirmed is the next one's.
    assert_eq!(reported(&mut world, b).2, ["101"]);
    assert!(
        !world.switch.iter().any(|apdu| apdu[7..].contains(&0x6C)),
        "the switch is not stopped"
    );
}

#[test]
fn two_who_ask_at_once_do_not_both_become_holder() {
    let mut world = World::up();
    let (a, b) = (world.connect(), world.connect());
    start(&mut world, a, AT_END);
    start(&mut world, b, AT_END);
    assert_eq!(world.refused(b, 1), "operation: generic (1)");
    world.disconnect(a);
    switch_starts(&mut world);
    start(&mut world, b, AT_END);
    is_holder(&mut world, b);
}

#[test]
fn records_are_kept_while_nobody_holds_them() {
    let (mut world, a, _) = holding(AT_END, |_| {});
    world.disconnect(a);
    for caller in ["101", "102", "103"] {
        let id = report(&mut world, &[caller]);
        assert_eq!(world.switch_answered(id), "result");
    }
    assert_eq!(world.spool.len(), 3);
    let b = world.connect();
    start(&mut world, b, AT_END);
    is_holder(&mut world, b);
    for caller in ["101", "102", "103"] {
        let (id, _, callers) = reported(&mut world, b);
        assert_eq!(callers, [caller]);
        assert!(world.is_quiet(b), "one after the other");
        confirm(&mut world, b, id);
    }
    assert!(world.spool.is_empty());
}

#[test]
fn a_report_that_comes_again_is_kept_once() {
    let (mut world, a, _) = holding(AT_END, |_| {});
    world.disconnect(a);
    world.is_disk_slow = true;
    let first = report(&mut world, &["101"]);
    let second = report(&mut world, &["101"]);
    assert!(world.switch.is_empty());
    world.disk_writes();
    assert_eq!(world.switch_answered(first), "result");
    assert_eq!(world.switch_answered(second), "result");
    // Grouped otherwise, the new records alone are kept.
    let third = report(&mut world, &["102", "101", "103"]);
    world.disk_writes();
    assert_eq!(world.switch_answered(third), "result");
    let fourth = report(&mut world, &["103", "102"]);
    assert_eq!(world.switch_answered(fourth), "result");
    assert!(world.notices.contains(&Notice::RecordRepeated));
    let b = world.connect();
    start(&mut world, b, AT_END);
    is_holder(&mut world, b);
    let (id, _, callers) = reported(&mut world, b);
    assert_eq!(callers, ["101"]);
    confirm(&mut world, b, id);
    let (id, _, callers) = reported(&mut world, b);
    assert_eq!(callers, ["102", "103"]);
    confirm(&mut world, b, id);
    // Delivered ones are known, too.
    let fifth = report(&mut world, &["102"]);
    assert_eq!(world.switch_answered(fifth), "result");
    assert!(world.is_quiet(b) && world.spool.is_empty());
}

#[test]
fn a_disk_that_fails_confirms_nothing_and_is_tried_again() {
    let (mut world, a, _) = holding(AT_END, |_| {});
    world.is_disk_slow = true;
    let id = report(&mut world, &["101"]);
    let (spool_id, _) = world.unspooled.pop_front().unwrap();
    world.input(Input::SpoolFailed(spool_id));
    assert!(world.notices.contains(&Notice::SpoolFailed(spool_id)));
    assert!(world.switch.is_empty() && world.is_quiet(a));
    world.pass(Duration::from_secs(10));
    world.notices.clear();
    let (again, _) = world.unspooled.pop_front().unwrap();
    world.input(Input::SpoolFailed(again));
    assert_eq!((again, world.notices.as_slice()), (spool_id, &[][..]), "it is told once");
    world.pass(Duration::from_secs(10));
    world.disk_writes();
    assert_eq!(world.switch_answered(id), "result");
    assert_eq!(reported(&mut world, a).2, ["101"]);
}

#[test]
fn where_one_report_finds_room_the_others_are_tried_again() {
    let (mut world, _, _) = holding(AT_END, |_| {});
    world.is_disk_slow = true;
    let first = report(&mut world, &["101"]);
    let (failed, _) = world.unspooled.pop_front().unwrap();
    world.input(Input::SpoolFailed(failed));
    let second = report(&mut world, &["102"]);
    world.disk_writes();
    assert_eq!(world.switch_answered(second), "result");
    assert_eq!(world.switch_answered(first), "result");
    assert_eq!(world.spool.len(), 2);
}

#[test]
fn a_full_spool_leaves_the_records_to_the_switch() {
    let (mut world, a, _) = holding(AT_END, |own| own.call_records.spool_octets = 130);
    world.disconnect(a);
    let mut confirmed = 0;
    for caller in ["101", "102", "103", "104", "105", "106"] {
        report(&mut world, &[caller]);
        confirmed += world.switch.drain(..).count();
    }
    assert_eq!(confirmed, world.spool.len());
    assert!((1..6).contains(&confirmed));
    assert_eq!(world.notices.iter().filter(|own| **own == Notice::SpoolFull).count(), 1);
    assert!(world.notices.iter().any(|own| matches!(own, Notice::SpoolFills { .. })));
    // When there is room again, they come again.
    let b = world.connect();
    start(&mut world, b, AT_END);
    is_holder(&mut world, b);
    let (id, _, _) = reported(&mut world, b);
    confirm(&mut world, b, id);
    let id = report(&mut world, &["106"]);
    assert_eq!(world.switch_answered(id), "result");
}

#[test]
fn a_holder_that_does_not_confirm_gets_the_report_again() {
    let (mut world, a, _) = holding(AT_END, |_| {});
    report(&mut world, &["101"]);
    reported(&mut world, a);
    world.pass(Duration::from_secs(30));
    let (id, _, callers) = reported(&mut world, a);
    assert_eq!(callers, ["101"]);
    // Refused, it is offered again later.
    world.sends(a, &failure_of(id, operation(OperationErrors::Generic)));
    assert!(world.notices.iter().any(|own| matches!(own, Notice::RecordRefused { .. })));
    assert!(world.is_quiet(a));
    world.pass(Duration::from_secs(30));
    let (id, _, _) = reported(&mut world, a);
    confirm(&mut world, a, id);
    assert!(world.spool.is_empty());
    // Confirmed once more, nothing happens.
    confirm(&mut world, a, id);
}

#[test]
fn a_report_that_cannot_be_read_any_more_does_not_stop_the_others() {
    // It is gone, or is none any more.
    for left in [None, Some(bytes::Bytes::from_static(b"no report"))] {
        let (mut world, a, _) = holding(AT_END, |_| {});
        report(&mut world, &["101"]);
        let (id, _, _) = reported(&mut world, a);
        report(&mut world, &["102"]);
        report(&mut world, &["103"]);
        let second = *world.spool.keys().nth(1).unwrap();
        world.spool.remove(&second);
        world.spool.extend(left.map(|octets| (second, octets)));
        confirm(&mut world, a, id);
        assert_eq!(reported(&mut world, a).2, ["103"]);
        assert!(world.notices.contains(&Notice::SpoolLost(second)));
    }
}

#[test]
fn the_switch_is_asked_again_after_the_link_was_lost() {
    let (mut world, a, reference) = holding(AT_END, |_| {});
    world.input(Input::SwitchDown);
    world.switch_comes();
    world.pass(Duration::from_secs(59));
    assert!(world.switch.is_empty());
    world.pass(Duration::from_secs(1));
    // And again, if it does not want to.
    let (id, _) = world.switch_asked::<StartCdrTransmission>();
    world.switch_fails(id, operation(OperationErrors::Generic));
    assert!(world.notices.iter().any(|own| matches!(own, Notice::TransmissionRefused { .. })));
    world.pass(Duration::from_secs(60));
    switch_starts(&mut world);
    world.applications.get_mut(&a).unwrap().clear();
    report(&mut world, &["101"]);
    assert_eq!(reported(&mut world, a).1, reference);
    // It is asked again as well when it has stopped of its own accord.
    world.switch.clear();
    let stop = StopCdrTransmissionArgument::new(OctetString(b"\x00\x01"));
    let id = world.switch_invokes::<StopCdrTransmission>(&stop);
    assert_eq!(world.switch_answered(id), "result");
    world.pass(Duration::from_secs(60));
    switch_starts(&mut world);
}

#[test]
fn a_start_whose_answer_nobody_expects_any_more_counts() {
    let mut world = World::up();
    let a = world.connect();
    start(&mut world, a, AT_END);
    let (id, _) = world.switch_asked::<StartCdrTransmission>();
    // A switch that stood still for more than a minute goes on.
    world.pass(Duration::from_secs(90));
    assert_eq!(world.refused(a, 1), "system resource: resourceBusy (2)");
    start(&mut world, a, AT_END);
    let (again, _) = world.switch_asked::<StartCdrTransmission>();
    let started = StartCdrTransmissionResult::new(OctetString(b"\x00\x01"));
    world.switch_result::<StartCdrTransmission>(id, &started);
    // It sends records once.
    world.switch_fails(again, operation(OperationErrors::Generic));
    world.refused(a, 1);
    start(&mut world, a, AT_END);
    is_holder(&mut world, a);
    report(&mut world, &["201"]);
    world.disk_writes();
    assert_eq!(reported(&mut world, a).2, ["201"]);
}

#[test]
fn what_an_earlier_run_has_left_is_delivered() {
    let (mut before, a, _) = holding(AT_END, |_| {});
    before.disconnect(a);
    report(&mut before, &["101"]);
    let spool = before.spool.clone();

    let mut world = World::new(|_| {});
    world.spool = spool;
    let entries = world.spool.iter().map(|(id, octets)| SpoolEntry::of(*id, octets)).collect();
    world.input(Input::SpoolRecovered { entries, transmission: true });
    // Also while the switch is not there.
    let b = world.connect();
    start(&mut world, b, AT_END);
    is_holder(&mut world, b);
    let (id, _, callers) = reported(&mut world, b);
    assert_eq!(callers, ["101"]);
    world.switch_comes();
    world.pass(Duration::from_secs(60));
    switch_starts(&mut world);
    // The switch sends it again, since it was not confirmed.
    let repeated = report(&mut world, &["101"]);
    assert_eq!(world.switch_answered(repeated), "result");
    confirm(&mut world, b, id);
    assert!(world.spool.is_empty());
    // Later reports have higher numbers.
    let last = SpoolId(1);
    report(&mut world, &["102"]);
    assert!(*world.spool.keys().next().unwrap() > last);
}

#[test]
fn without_a_holder_the_switch_is_stopped_if_the_settings_want_it() {
    let (mut world, a, _) = holding(AT_END, |own| own.call_records.keep_transmission = false);
    world.disconnect(a);
    let (id, asked) = world.switch_asked::<StopCdrTransmission>();
    assert_eq!(asked.get().cdr_cross_ref_id, OctetString(b"\x00\x01"));
    assert_eq!(world.remembered, Some(false));
    world.switch_result::<StopCdrTransmission>(id, &StopCdrTransmissionResult::NoData);
    assert!(!world.status().call_records.is_wanted);
    world.pass(Duration::from_secs(100));
    assert!(world.switch.is_empty());
    // Or when they come to want it.
    let (mut world, a, _) = holding(AT_END, |_| {});
    world.disconnect(a);
    assert!(world.switch.is_empty());
    let mut settings = Settings::default();
    settings.call_records.keep_transmission = false;
    world.input(Input::SettingsChanged(Box::new(settings)));
    world.switch_asked::<StopCdrTransmission>();
    // Or when the next run does not want it: then the one after that does not know of it either.
    let mut world = World::new(|own| own.call_records.keep_transmission = false);
    world.input(Input::SpoolRecovered { entries: Vec::new(), transmission: true });
    assert_eq!(world.remembered, Some(false));
    world.switch_comes();
    world.pass(Duration::from_secs(100));
    assert!(world.switch.is_empty() && !world.status().call_records.is_wanted);
}

#[test]
fn a_holder_may_want_to_fetch_the_records() {
    let (mut world, a, reference) = holding(CdrTransferMode::TransferOnRequest, |_| {});
    let fetch = SendStoredCdrArgument::new(OctetString(&reference));
    world.invokes::<SendStoredCdr>(a, 2, &fetch);
    assert_eq!(world.refused(a, 2), "state incompatibility: generic (1)");
    for caller in ["101", "102"] {
        report(&mut world, &[caller]);
    }
    let (_, told) = world.told::<CdrNotification>(a);
    assert_eq!(told.get().cdr_cross_ref_id, OctetString(&reference));
    assert!(world.is_quiet(a));
    world.invokes::<SendStoredCdr>(a, 3, &fetch);
    world.result::<SendStoredCdr>(a, 3);
    report(&mut world, &["103"]); // not asked for
    for is_last in [false, true] {
        let apdu = world.applications[&a].front().unwrap().clone();
        let (_, told) = crate::world::argument_of::<CdrReport>(&apdu);
        assert_eq!(told.get().last_stored_cdr_report_sent, Some(is_last));
        let (id, _, _) = reported(&mut world, a);
        confirm(&mut world, a, id);
    }
    assert!(world.is_quiet(a));
    world.pass(Duration::from_secs(60));
    world.told::<CdrNotification>(a);
}

#[test]
fn an_undecodable_report_is_rejected() {
    let (mut world, a, _) = holding(AT_END, |_| {});
    world
        .switch_sends(&[0xA1, 0x0E, 0x02, 1, 9, 0x02, 2, 1, 0x69, 0x30, 0x05, 0x04, 1, 1, 0x02, 0]);
    assert_eq!(world.switch.len(), 1);
    assert!(world.is_quiet(a) && world.spool.is_empty());
}

#[test]
fn records_need_not_be_served() {
    let mut world = World::up_with(|settings| settings.call_records.served = false);
    let a = world.connect();
    start(&mut world, a, AT_END);
    assert_eq!(world.refused(a, 1), "operation: generic (1)");
}

#[test]
fn what_the_switch_says_of_records_that_wait_goes_to_the_holder() {
    let (mut world, a, reference) = holding(AT_END, |_| {});
    let b = world.connect();
    let mut told = CdrNotificationArgument::new(OctetString(b"\x00\x01"));
    told.cdr_reason = Some(CdrReason::ThresholdReached);
    let id = world.switch_invokes::<CdrNotification>(&told);
    assert_eq!(world.switch_answered(id), "result");
    let (_, heard) = world.told::<CdrNotification>(a);
    told.cdr_cross_ref_id = OctetString(&reference);
    assert_eq!(heard.get(), told);
    assert!(world.is_quiet(a) && world.is_quiet(b));
    // It is answered also when nobody holds them.
    world.disconnect(a);
    let id = world.switch_invokes::<CdrNotification>(&told);
    assert_eq!(world.switch_answered(id), "result");
    assert!(world.is_quiet(b));
}

#[test]
fn records_cannot_be_fetched_by_their_time() {
    let (mut world, a, reference) = holding(CdrTransferMode::TransferOnRequest, |_| {});
    report(&mut world, &["101"]);
    world.told::<CdrNotification>(a);
    let mut fetch = SendStoredCdrArgument::new(OctetString(&reference));
    fetch.time_period =
        Some(CdrTimePeriod::new(GeneralizedTime(b"20231019"), GeneralizedTime(b"20231020")));
    world.invokes::<SendStoredCdr>(a, 2, &fetch);
    assert_eq!(world.refused(a, 2), "operation: parameterNotSupported (98)");
    assert!(world.is_quiet(a));
}

#[test]
fn a_result_that_says_nothing_confirms_a_report() {
    let (mut world, a, _) = holding(AT_END, |_| {});
    report(&mut world, &["101"]);
    let (id, _, _) = reported(&mut world, a);
    world.sends(a, &[0xA2, 0x03, 0x02, 0x01, u8::try_from(id).unwrap()]);
    assert!(world.spool.is_empty());
}

#[test]
fn a_report_that_comes_while_none_was_asked_for_is_kept() {
    // The switch goes on with what an earlier run has asked for, or an answer has got lost.
    let mut world = World::up();
    let id = report(&mut world, &["101"]);
    assert_eq!(world.switch_answered(id), "result");
    assert_eq!(world.spool.len(), 1);
    let a = world.connect();
    start(&mut world, a, AT_END);
    switch_starts(&mut world);
    is_holder(&mut world, a);
    assert_eq!(reported(&mut world, a).2, ["101"]);
    // Where nobody is ever to get it, it stays with the switch.
    let mut world = World::up_with(|settings| settings.call_records.served = false);
    let id = report(&mut world, &["101"]);
    assert_eq!(world.switch_answered(id), "operation: invalidCrossRefID (17)");
    assert!(world.spool.is_empty());
}

#[test]
fn a_report_that_failed_is_tried_again_though_a_newer_one_is_durable() {
    let (mut world, _, _) = holding(AT_END, |_| {});
    world.is_disk_slow = true;
    let first = report(&mut world, &["101"]);
    let second = report(&mut world, &["102"]);
    let (failed, _) = world.unspooled.pop_front().unwrap();
    // The disk takes the second while the first is on its way back.
    world.disk_writes();
    assert_eq!(world.switch_answered(second), "result");
    world.input(Input::SpoolFailed(failed));
    world.pass(Duration::from_secs(10));
    world.disk_writes();
    assert_eq!(world.switch_answered(first), "result");
}

#[test]
fn a_known_report_is_confirmed_though_there_is_no_room() {
    let (mut world, a, _) = holding(AT_END, |_| {});
    world.disconnect(a);
    for caller in ["101", "102"] {
        let id = report(&mut world, &[caller]);
        assert_eq!(world.switch_answered(id), "result");
    }
    let mut settings = Settings::default();
    settings.call_records.spool_octets = 50;
    world.input(Input::SettingsChanged(Box::new(settings)));
    let id = report(&mut world, &["101"]);
    assert_eq!(world.switch_answered(id), "result");
    report(&mut world, &["103"]);
    assert!(world.switch.is_empty(), "there is room for more");
}

#[test]
fn a_disk_that_does_not_keep_up_is_not_told_of_as_a_full_spool() {
    let (mut world, _, _) = holding(AT_END, |_| {});
    world.notices.clear();
    world.is_disk_slow = true;
    for number in 0..70 {
        report(&mut world, &[&format!("{number}")]);
    }
    assert_eq!(world.notices, [Notice::RecordsUnconfirmed { reports: 64 }]);
    assert_eq!(world.notices[0].severity(), Severity::Warning);
    // What is left waits in the switch and is taken when it comes again.
    world.disk_writes();
    assert_eq!(world.switch.drain(..).count(), 64);
    let id = report(&mut world, &["69"]);
    world.disk_writes();
    assert_eq!(world.switch_answered(id), "result");
}

#[test]
fn records_that_are_lost_or_left_to_the_switch_are_errors() {
    let id = SpoolId(1);
    for notice in [Notice::SpoolFull, Notice::SpoolFailed(id), Notice::SpoolLost(id)] {
        assert_eq!(notice.severity(), Severity::Error, "{notice}");
        let left_out = Notice::LeftOut { count: 2, last: Box::new(notice) };
        assert_eq!(left_out.severity(), Severity::Error);
    }
    assert_eq!(Notice::SpoolFills { percent: 75 }.severity(), Severity::Warning);
    assert_eq!(Notice::Serving { devices: 1 }.severity(), Severity::Info);
}
