//! Call detail records: what is recorded, and how it comes to the application.

use std::time::Duration;

use bytes::Bytes;
use csta_codec::services::{
    CdrNotification, CdrReport, CdrReportResult, SendStoredCdr, SendStoredCdrArgument,
    StartCdrTransmission, StartCdrTransmissionArgument, StopCdrTransmission,
    StopCdrTransmissionArgument,
};
use csta_codec::types::{CdrReason, CdrTimePeriod, CdrTransferMode};
use csta_codec::{GeneralizedTime, OctetString};
use hex_literal::hex;
use jiff::civil::date;
use kme_private::{ConditionCode, PrivateDataCarrier};
use pbx_sim::csta::ApplicationId;
use pbx_sim::model::{
    Caller, Calls, ForwardKind, NetworkAct, Number, Record, Request, UserAct, When,
};

use crate::application::{Application, argument_of};
use crate::support::Office;

fn digits(number: &Number) -> String {
    match number {
        Number::Digits(digits) => digits.clone(),
        Number::Device(device) => format!("{device}"),
        other => format!("{other:?}"),
    }
}

/// `calling>called tenths condition`
fn text(record: &Record) -> String {
    let tenths = record.duration.as_millis() / 100;
    let (calling, called) = (digits(&record.calling), digits(&record.called));
    format!("{calling}>{called} {tenths} {:?}", record.condition)
}

fn texts(office: &mut Office) -> Vec<String> {
    std::mem::take(&mut office.records).iter().map(text).collect()
}

#[test]
fn an_incoming_call_counts_from_its_answer() {
    let mut office = Office::new();
    office.call_in("03012345", "4410101");
    office.wait_secs(5);
    office.user("101", UserAct::Answer).unwrap();
    office.wait(Duration::from_millis(60_540));
    assert_eq!(texts(&mut office), [""; 0]);
    office.user("101", UserAct::HangUp).unwrap();
    let record = office.records[0].clone();
    assert_eq!((record.line, record.incoming), (office.line(1), true));
    assert_eq!(record.network_called, Some(Number::Digits("4410101".to_owned())));
    assert_eq!(record.station, Some(office.ext("101")));
    assert_eq!(record.ended, office.now);
    assert_eq!(texts(&mut office), ["03012345>01110001 605 None"]);
}

#[test]
fn an_outgoing_call_counts_from_its_answer_and_on_an_analogue_line_from_the_seizure() {
    let mut office = Office::with(|config| config.trunks[1].progress = false);
    office.dial("101", "0030").unwrap();
    office.dial("102", "0040").unwrap();
    office.wait_secs(60);
    office.user("101", UserAct::HangUp).unwrap();
    office.user("102", UserAct::HangUp).unwrap();
    // It rings after 0.4 s and is answered 2 s later.
    assert_eq!(texts(&mut office), ["01110001>0030 576 None", "01110002>0040 600 None"]);
}

#[test]
fn a_call_that_nobody_answers_is_recorded_as_such() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    office.wait_secs(7);
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(texts(&mut office), ["03012345>01110001 0 Some(NoAnswer)"]);
    office.dial("101", "0030").unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    assert!(!office.records[0].answered);
    assert_eq!(texts(&mut office), ["01110001>0030 0 None"]);
}

#[test]
fn a_transfer_splits_a_call_into_two_records() {
    let mut office = Office::new();
    office.call_in("03012345", "101");
    office.user("101", UserAct::Answer).unwrap();
    office.wait_secs(10);
    let existing = office.connection("101", 0);
    office.request(Request::Consultation { existing, consulted: "102".to_owned() }).unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.wait_secs(5);
    office.user("101", UserAct::HangUp).unwrap();
    assert_eq!(office.records[0].station, Some(office.ext("101")));
    assert_eq!(texts(&mut office), ["03012345>01110001 150 Some(Transfer)"]);
    office.wait_secs(20);
    office.user("102", UserAct::HangUp).unwrap();
    assert_eq!(office.records[0].station, Some(office.ext("102")));
    assert_eq!(texts(&mut office), ["03012345>01110002 200 None"]);
}

#[test]
fn an_outgoing_call_that_is_transferred_stays_one_to_the_outside_number() {
    let mut office = Office::new();
    office.dial("101", "0030").unwrap();
    office.wait_secs(5);
    let existing = office.connection("101", 0);
    office.request(Request::Consultation { existing, consulted: "102".to_owned() }).unwrap();
    office.user("102", UserAct::Answer).unwrap();
    office.user("101", UserAct::HangUp).unwrap();
    office.wait_secs(20);
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(texts(&mut office), ["01110001>0030 26 Some(Transfer)", "01110002>0030 200 None"]);
}

#[test]
fn a_call_that_is_forwarded_outside_has_a_record_for_each_line() {
    let mut office = Office::with(|config| config.trunk_to_trunk = true);
    let kind = ForwardKind { when: When::Always, calls: Calls::All };
    office.user("101", UserAct::Forward(kind, Some("0040".to_owned()))).unwrap();
    office.call_in("03012345", "101");
    office.wait_secs(10);
    office.network(NetworkAct::Releases(office.line(1))).unwrap();
    assert_eq!(office.records[1].station, Some(office.ext("101"))); // who forwards pays
    assert_eq!(
        texts(&mut office),
        ["03012345>01110001 76 Some(Forwarding)", "03012345>0040 76 Some(Forwarding)",]
    );
}

fn start(application: &mut Application, mode: CdrTransferMode) -> Vec<u8> {
    let argument = StartCdrTransmissionArgument::new(mode);
    let started = application.invoke::<StartCdrTransmission>(&argument).unwrap();
    started.get().cdr_cross_ref_id.as_bytes().to_vec()
}

/// An outside call to 101 that ends after so many seconds.
fn call(application: &mut Application, seconds: u64) {
    let from = Caller::Number("03012345".to_owned());
    application.network(NetworkAct::Calls { line: None, from, to: "4410101".to_owned() });
    application.user("101", UserAct::Answer);
    application.wait_secs(seconds);
    application.user("101", UserAct::HangUp);
}

fn office() -> Application {
    Application::with(|config| {
        config.starts_at = Some(date(2026, 2, 28).at(23, 59, 30, 0));
        config.link.status_interval = Duration::from_secs(1 << 30);
    })
}

fn sent(application: &mut Application) -> Vec<Bytes> {
    std::mem::take(&mut application.unasked)
}

fn confirm(application: &mut Application, frame: &Bytes) {
    application.confirm::<CdrReport>(frame, &CdrReportResult::NoData);
}

#[test]
fn a_report_comes_when_a_call_has_ended_and_again_until_it_is_confirmed() {
    let mut application = office();
    let reference = start(&mut application, CdrTransferMode::TransferAtEndOfCall);
    call(&mut application, 60);
    let frames = sent(&mut application);
    assert_eq!(frames.len(), 1);
    let report = argument_of::<CdrReport>(&frames[0]);
    assert_eq!(report.cdr_cross_ref_id, OctetString(&reference));
    assert_eq!((report.number_of_records_sent, report.last_stored_cdr_report_sent), (1, None));
    let item = report.cdr_info.iter().next().unwrap();
    // Local time without a zone, past midnight; tenths of a second.
    assert_eq!(item.record_creation_time, GeneralizedTime(b"20260301000030"));
    assert_eq!(item.connection_end, Some(GeneralizedTime(b"20260301000030")));
    assert_eq!(item.connection_duration, Some(600));
    // associatedCallingDevice: the line by its device number
    let line = hex!("65 08 30 06 81 04 01310001");
    assert!(frames[0].windows(line.len()).any(|octets| octets == line));
    assert!(item.associated_called_device.is_none() && item.charged_device.is_none());
    assert!(frames[0].len() <= 240, "{}", frames[0].len());

    application.wait_secs(29);
    assert!(sent(&mut application).is_empty());
    application.wait_secs(1);
    let again = sent(&mut application);
    assert_eq!(again.len(), 1);
    let report_again = argument_of::<CdrReport>(&again[0]);
    assert_eq!(report_again.cdr_info, report.cdr_info);
    // The first one's confirmation comes too late, the second one's does not.
    confirm(&mut application, &frames[0]);
    confirm(&mut application, &again[0]);
    application.wait_secs(100);
    assert!(sent(&mut application).is_empty());
}

#[test]
fn one_report_waits_for_the_confirmation_of_the_other() {
    let mut application = office();
    start(&mut application, CdrTransferMode::TransferAtEndOfCall);
    call(&mut application, 1);
    call(&mut application, 2);
    call(&mut application, 3);
    let first = sent(&mut application);
    assert_eq!(first.len(), 1);
    confirm(&mut application, &first[0]);
    let rest = sent(&mut application);
    let report = argument_of::<CdrReport>(&rest[0]);
    assert_eq!((rest.len(), report.number_of_records_sent), (1, 2)); // both fit into one
    let durations = report.cdr_info.iter().map(|item| item.connection_duration);
    assert_eq!(durations.collect::<Vec<_>>(), [Some(20), Some(30)]);
}

#[test]
fn the_condition_stands_beside_the_records_and_holds_for_all_of_a_report() {
    let mut application = office();
    call(&mut application, 1);
    let from = Caller::Withheld;
    application.network(NetworkAct::Calls { line: None, from, to: "102".to_owned() });
    application.network(NetworkAct::Releases(application.line(1)));
    application.user("103", UserAct::Dial("00301#".to_owned()));
    application.wait_secs(10);
    application.user("103", UserAct::HangUp);
    start(&mut application, CdrTransferMode::TransferAtEndOfCall);
    let mut conditions = Vec::new();
    while let [frame] = sent(&mut application).as_slice() {
        let report = argument_of::<CdrReport>(frame);
        assert_eq!(report.number_of_records_sent, 1);
        conditions.push(report.extensions.condition_code());
        if conditions.len() == 3 {
            let item = report.cdr_info.iter().next().unwrap();
            assert!(item.charged_device.is_some() && item.associated_called_device.is_some());
        }
        confirm(&mut application, frame);
    }
    assert_eq!(conditions, [None, Some(ConditionCode::NoAnswer), None]);
}

#[test]
fn there_is_one_transmission() {
    let mut application = office();
    let reference = start(&mut application, CdrTransferMode::TransferAtEndOfCall);
    let again = StartCdrTransmissionArgument::new(CdrTransferMode::TransferOnRequest);
    let refused = application.refusal::<StartCdrTransmission>(&again);
    assert_eq!(refused, "Operation(Generic)");
    let wrong = StopCdrTransmissionArgument::new(OctetString(b"?"));
    let refused = application.refusal::<StopCdrTransmission>(&wrong);
    assert_eq!(refused, "Operation(InvalidCrossRefId)");
    let stop = StopCdrTransmissionArgument::new(OctetString(&reference));
    application.invoke::<StopCdrTransmission>(&stop).unwrap();
    call(&mut application, 1);
    assert!(sent(&mut application).is_empty());
    start(&mut application, CdrTransferMode::TransferAtEndOfCall);
    assert_eq!(sent(&mut application).len(), 1);
}

#[test]
fn records_outlive_the_application_up_to_a_limit() {
    let mut application = Application::with(|config| config.records.capacity = 2);
    start(&mut application, CdrTransferMode::TransferAtEndOfCall);
    application.switch.close(ApplicationId(1));
    for seconds in 1..=3 {
        call(&mut application, seconds);
    }
    application.switch.open(application.now, ApplicationId(1));
    application.receive();
    start(&mut application, CdrTransferMode::TransferAtEndOfCall);
    let frames = sent(&mut application);
    let report = argument_of::<CdrReport>(&frames[0]);
    let durations: Vec<_> = report.cdr_info.iter().map(|item| item.connection_duration).collect();
    assert_eq!(durations, [Some(20), Some(30)]); // the oldest was lost
}

#[test]
fn records_are_fetched_on_request() {
    let mut application = office();
    let reference = start(&mut application, CdrTransferMode::TransferOnRequest);
    let mut ask = SendStoredCdrArgument::new(OctetString(&reference));
    let none = application.refusal::<SendStoredCdr>(&ask);
    assert_eq!(none, "StateIncompatibility(Generic)");
    for _ in 0..10 {
        call(&mut application, 1);
    }
    assert!(sent(&mut application).is_empty());
    application.wait_secs(50);
    let notice = sent(&mut application);
    assert_eq!(notice.len(), 1);
    let notice = argument_of::<CdrNotification>(&notice[0]);
    assert_eq!(notice.cdr_reason, Some(CdrReason::Timeout));

    application.invoke::<SendStoredCdr>(&ask).unwrap();
    let mut count = 0;
    let mut last = Vec::new();
    while let [frame] = sent(&mut application).as_slice() {
        let report = argument_of::<CdrReport>(frame);
        count += report.number_of_records_sent;
        last.push(report.last_stored_cdr_report_sent);
        confirm(&mut application, frame);
    }
    assert_eq!(count, 10);
    assert_eq!(last.pop(), Some(Some(true)));
    assert!(!last.is_empty() && last.iter().all(|last| *last == Some(false)));

    call(&mut application, 1);
    let (beginning_of_cdr, end_of_cdr) =
        (GeneralizedTime(b"20200101000000"), GeneralizedTime(b"20200101235959"));
    ask.time_period = Some(CdrTimePeriod::new(beginning_of_cdr, end_of_cdr));
    let none = application.refusal::<SendStoredCdr>(&ask);
    assert_eq!(none, "StateIncompatibility(Generic)");
    ask.time_period =
        Some(CdrTimePeriod::new(beginning_of_cdr, GeneralizedTime(b"20300101000000")));
    application.invoke::<SendStoredCdr>(&ask).unwrap();
    assert_eq!(sent(&mut application).len(), 1);
}

#[test]
fn enough_records_are_told_at_once() {
    let mut application = Application::with(|config| config.records.threshold = 2);
    start(&mut application, CdrTransferMode::TransferOnThresholdReached);
    call(&mut application, 1);
    assert!(sent(&mut application).is_empty());
    call(&mut application, 1);
    let frames = sent(&mut application);
    let notice = argument_of::<CdrNotification>(&frames[0]);
    assert_eq!(notice.cdr_reason, Some(CdrReason::ThresholdReached));
    application.wait_secs(59);
    assert!(sent(&mut application).is_empty());
    application.wait_secs(1);
    assert_eq!(sent(&mut application).len(), 1);
}
