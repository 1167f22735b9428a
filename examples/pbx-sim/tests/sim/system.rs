//! The state of the switch, and who is told of it.

use csta_codec::OctetString;
use csta_codec::services::{
    ChangeSysStatFilter, ChangeSysStatFilterArg, RequestSysStat, RequestSysStatArg, RequestTypes,
    SnapshotDevice, SnapshotDeviceArgument, StatusFilter, SystemRegister, SystemRegisterArgument,
    SystemRegisterCancel, SystemRegisterCancelArgument, SystemStatus as SystemStatusService,
};
use csta_codec::types::{DeviceId, SystemStatus};
use pbx_sim::csta::Act;

use crate::application::{Application, argument_of};

fn change(application: &mut Application, status: SystemStatus) {
    application.switch.handle(application.now, Act::Status(status));
    let received = application.receive();
    application.unasked.extend(received);
}

/// The states that were told.
fn told(application: &mut Application) -> Vec<SystemStatus> {
    let frames = std::mem::take(&mut application.unasked);
    let statuses = frames.iter().map(argument_of::<SystemStatusService>);
    statuses.map(|argument| argument.system_status).collect()
}

fn state(application: &mut Application) -> SystemStatus {
    let state = application.invoke::<RequestSysStat>(&RequestSysStatArg::new()).unwrap();
    state.get().system_status
}

#[test]
fn a_state_that_lasts_is_told_again_and_again() {
    let mut application = Application::new();
    change(&mut application, SystemStatus::PartiallyDisabled);
    application.wait_secs(120);
    let state_now = state(&mut application);
    assert_eq!(told(&mut application), [SystemStatus::PartiallyDisabled; 2]);
    assert_eq!(state_now, SystemStatus::PartiallyDisabled);
    change(&mut application, SystemStatus::MessagesLost);
    application.wait_secs(120);
    assert_eq!(told(&mut application), [SystemStatus::MessagesLost, SystemStatus::Normal]);
}

#[test]
fn a_switch_that_is_not_able_refuses_all_but_questions_after_its_state() {
    let mut application = Application::new();
    let snapshot = SnapshotDeviceArgument::new(DeviceId::dialing_number("101"));
    change(&mut application, SystemStatus::Disabled);
    let refused = application.refusal::<SnapshotDevice>(&snapshot);
    assert_eq!(refused, "SystemResourceAvailability(ResourceOutOfService)");
    change(&mut application, SystemStatus::OverloadReached);
    let refused = application.refusal::<SnapshotDevice>(&snapshot);
    assert_eq!(refused, "PerformanceManagement(PerformanceLimitExceeded)");
    assert_eq!(state(&mut application), SystemStatus::OverloadReached);
    change(&mut application, SystemStatus::OverloadRelieved);
    assert!(application.invoke::<SnapshotDevice>(&snapshot).is_ok());
}

#[test]
fn who_registers_is_told_under_the_registration_and_what_it_wants() {
    let mut application = Application::new();
    let mut register = SystemRegisterArgument::new(RequestTypes::SYSTEM_STATUS);
    register.requested_status_filter = Some(StatusFilter::NORMAL);
    let registered = application.invoke::<SystemRegister>(&register).unwrap();
    let reference = registered.get().sys_stat_register_id;
    assert_eq!(registered.get().actual_status_filter, Some(StatusFilter::NORMAL));
    let again = application.refusal::<SystemRegister>(&register);
    assert_eq!(again, "SystemResourceAvailability(RegistrationLimitExceeded)");
    application.wait_secs(120);
    assert_eq!(told(&mut application), []);
    change(&mut application, SystemStatus::OverloadImminent);
    let frame = application.unasked[0].clone();
    let status = argument_of::<SystemStatusService>(&frame);
    assert_eq!(status.sys_stat_register_id, Some(reference));
    assert_eq!(told(&mut application), [SystemStatus::OverloadImminent]);

    let other = ChangeSysStatFilterArg::new(reference, SystemStatus::MessagesLost);
    let changed = application.invoke::<ChangeSysStatFilter>(&other).unwrap();
    assert_eq!(changed.get().actual_status_filter, SystemStatus::MessagesLost);
    change(&mut application, SystemStatus::MessagesLost);
    change(&mut application, SystemStatus::Normal);
    assert_eq!(told(&mut application), [SystemStatus::Normal]);

    let nobody = SystemRegisterCancelArgument::new(OctetString(b"????"));
    let refused = application.refusal::<SystemRegisterCancel>(&nobody);
    assert_eq!(refused, "Operation(InvalidCrossRefId)");
    let cancel = SystemRegisterCancelArgument::new(reference);
    application.invoke::<SystemRegisterCancel>(&cancel).unwrap();
    let refused = application.refusal::<ChangeSysStatFilter>(&other);
    assert_eq!(refused, "Operation(InvalidCrossRefId)");
    change(&mut application, SystemStatus::MessagesLost);
    assert_eq!(told(&mut application), [SystemStatus::MessagesLost]);
}
