//! The services that are not about calls: results, failures, events.

use csta_codec::services::{
    ButtonPress, ButtonPressArgument, GetAuditoryApparatusInformation,
    GetAuditoryApparatusInformationArgument, GetAutoAnswer, GetAutoAnswerArgument,
    GetButtonInformation, GetButtonInformationArgument, GetCallerIdStatus,
    GetCallerIdStatusArgument, GetCstaFeature, GetCstaFeatureArgument, GetDisplay,
    GetDisplayArgument, GetDoNotDisturb, GetDoNotDisturbArgument, GetForwarding,
    GetForwardingArgument, GetHookswitchStatus, GetHookswitchStatusArgument, GetLampInformation,
    GetLampInformationArgument, GetLampMode, GetLampModeArgument, GetLastNumberDialed,
    GetLastNumberDialedArgument, GetLogicalDeviceInformation, GetLogicalDeviceInformationArgument,
    GetMessageWaitingIndicator, GetMessageWaitingIndicatorArgument, GetMicrophoneMute,
    GetMicrophoneMuteArgument, GetPhysicalDeviceInformation, GetPhysicalDeviceInformationArgument,
    GetRingerStatus, GetRingerStatusArgument, GetSpeakerVolume, GetSpeakerVolumeArgument,
    GetSwitchingFunctionCapabilities, GetSwitchingFunctionCapsArgument, MonitorStart,
    MonitorStartArgument, SetAutoAnswer, SetAutoAnswerArgument, SetCallerIdStatus,
    SetCallerIdStatusArgument, SetDisplay, SetDisplayArgument, SetDoNotDisturb,
    SetDoNotDisturbArgument, SetForwarding, SetForwardingArgument, SetHookswitchStatus,
    SetHookswitchStatusArgument, SetLampMode, SetLampModeArgument, SetMessageWaitingIndicator,
    SetMessageWaitingIndicatorArgument, SetMicrophoneMute, SetMicrophoneMuteArgument,
    SetSpeakerVolume, SetSpeakerVolumeArgument,
};
use csta_codec::types::capability::DeviceCategory;
use csta_codec::types::{
    CallOrigination, DeviceId, ForwardingType, LampMode, LogicalDeviceFeatureEventSet,
    MonitorFilter, MonitorObject, RingMode, Volume,
};
use csta_codec::{Ia5String, OctetString};
use pbx_sim::model::{Caller, NetworkAct, UserAct};

use crate::application::{Application, device_text};

fn number(digits: &str) -> DeviceId<'_> {
    DeviceId::dialing_number(digits)
}

const LINE: DeviceId<'static> = DeviceId::device_number(0x0131_0001);

fn forwarding<'a>(device: &'a str, kind: ForwardingType, to: &'a str) -> SetForwardingArgument<'a> {
    let mut argument = SetForwardingArgument::new(number(device), true);
    argument.forwarding_type = Some(kind);
    argument.forward_dn = Some(number(to));
    argument
}

/// `type status number rings` of each forwarding.
fn forwardings(application: &mut Application, device: &str) -> Vec<String> {
    let argument = GetForwardingArgument::new(number(device));
    let answer = application.invoke::<GetForwarding>(&argument).unwrap();
    let entries = answer.get().forwarding_list;
    let entry = |entry: csta_codec::types::ForwardListEntry<'_>| {
        let (kind, to) = (entry.forwarding_type.unwrap(), device_text(&entry.forward_dn.unwrap()));
        format!("{kind} {} {to} {:?}", entry.forward_status, entry.ring_count)
    };
    entries.iter().map(entry).collect()
}

#[test]
fn the_nine_kinds_of_forwarding_are_set_told_and_read() {
    let mut application = Application::new();
    application.monitor("101");
    assert_eq!(forwardings(&mut application, "101"), [""; 0]);
    let kinds = [
        (ForwardingType::ForwardImmediate, "forwardImmediate"),
        (ForwardingType::ForwardBusy, "forwardBusy"),
        (ForwardingType::ForwardNoAns, "forwardNoAns"),
        (ForwardingType::ForwardBusyInt, "forwardBusyInt"),
        (ForwardingType::ForwardBusyExt, "forwardBusyExt"),
        (ForwardingType::ForwardNoAnsInt, "forwardNoAnsInt"),
        (ForwardingType::ForwardNoAnsExt, "forwardNoAnsExt"),
        (ForwardingType::ForwardImmInt, "forwardImmInt"),
        (ForwardingType::ForwardImmExt, "forwardImmExt"),
    ];
    for (kind, name) in kinds {
        application.invoke::<SetForwarding>(&forwarding("101", kind, "102")).unwrap();
        let told = format!("01110001 forwarding {name} true 102");
        assert_eq!(application.events(), [told]);
    }
    let set = forwardings(&mut application, "101");
    assert_eq!(set.len(), 9);
    assert!(kinds.iter().all(|(_, name)| set.contains(&format!("{name} true 102 None"))));
    let mut off = SetForwardingArgument::new(number("101"), false);
    off.forwarding_type = Some(ForwardingType::ForwardBusy);
    application.invoke::<SetForwarding>(&off).unwrap();
    assert_eq!(application.events(), ["01110001 forwarding forwardBusy false 102"]);
    let set = forwardings(&mut application, "101");
    assert!(set.contains(&"forwardBusy false 102 None".to_owned()));
}

#[test]
fn a_forwarding_that_makes_no_sense_is_refused() {
    let mut application = Application::new();
    let mut refusal =
        |argument: &SetForwardingArgument<'_>| application.refusal::<SetForwarding>(argument);
    let nobody = forwarding("999", ForwardingType::ForwardBusy, "102");
    assert_eq!(refusal(&nobody), "Operation(InvalidDeviceId)");
    let nowhere = forwarding("101", ForwardingType::ForwardBusy, "777");
    assert_eq!(refusal(&nowhere), "Operation(InvalidForwardingDestination)");
    let unsupported = forwarding("101", ForwardingType::ForwardDnd, "102");
    assert_eq!(refusal(&unsupported), "Operation(InvalidForwardingType)");
    let mut line = forwarding("101", ForwardingType::ForwardBusy, "102");
    line.device = LINE;
    assert_eq!(refusal(&line), "Operation(RequestIncompatibleWithDevice)");
    let mut rings = forwarding("101", ForwardingType::ForwardNoAns, "102");
    for wrong in [0, 101, -1, i64::MAX] {
        rings.ring_count = Some(wrong);
        assert_eq!(refusal(&rings), "Operation(RingCountOutOfRange)", "{wrong}");
    }
    rings.ring_count = None;
    for wrong in [i64::MIN, -1, 0, 501, i64::MAX] {
        rings.ring_duration = Some(wrong);
        assert_eq!(refusal(&rings), "Operation(RingCountOutOfRange)", "{wrong} s");
    }
}

#[test]
fn without_a_type_all_calls_are_forwarded_and_time_counts_as_rings() {
    let mut application = Application::new();
    let mut argument = SetForwardingArgument::new(number("101"), true);
    argument.forward_dn = Some(number("0030"));
    argument.ring_duration = Some(12);
    application.invoke::<SetForwarding>(&argument).unwrap();
    assert_eq!(forwardings(&mut application, "101"), ["forwardImmediate true 0030 Some(3)"]);
}

#[test]
fn do_not_disturb_is_set_told_and_read() {
    let mut application = Application::new();
    application.monitor("101");
    let mut argument = SetDoNotDisturbArgument::new(number("101"), true);
    argument.call_origination = Some(CallOrigination::EXTERNAL);
    application.invoke::<SetDoNotDisturb>(&argument).unwrap();
    assert_eq!(application.events(), ["01110001 doNotDisturb true"]);
    let get = GetDoNotDisturbArgument::new(number("101"));
    let answer = application.invoke::<GetDoNotDisturb>(&get).unwrap();
    assert!(answer.get().do_not_disturb_on);
    assert_eq!(answer.get().call_origination, Some(CallOrigination::EXTERNAL));
    let off = SetDoNotDisturbArgument::new(number("101"), false);
    application.invoke::<SetDoNotDisturb>(&off).unwrap();
    assert!(!application.invoke::<GetDoNotDisturb>(&get).unwrap().get().do_not_disturb_on);
    let nobody = GetDoNotDisturbArgument::new(number("999"));
    assert_eq!(application.refusal::<GetDoNotDisturb>(&nobody), "Operation(InvalidDeviceId)");
    let line = SetDoNotDisturbArgument::new(LINE, true);
    let refused = application.refusal::<SetDoNotDisturb>(&line);
    assert_eq!(refused, "Operation(RequestIncompatibleWithDevice)");
}

#[test]
fn messages_wait_and_the_key_calls_where() {
    let mut application = Application::new();
    application.monitor("101");
    let mut argument = SetMessageWaitingIndicatorArgument::new(number("101"), true);
    argument.device_for_message = Some(number("500"));
    application.invoke::<SetMessageWaitingIndicator>(&argument).unwrap();
    assert_eq!(application.events(), ["01110001 MessageWaiting"]);
    let get = GetMessageWaitingIndicatorArgument::new(number("101"));
    let answer = application.invoke::<GetMessageWaitingIndicator>(&get).unwrap();
    assert!(answer.get().message_waiting_on);
    assert_eq!(answer.get().device_for_message, Some(number("500")));
    let lamp = |application: &mut Application| {
        let mut argument = GetLampModeArgument::new(number("101"));
        argument.lamp = Some(OctetString(&[6]));
        let answer = application.invoke::<GetLampMode>(&argument).unwrap();
        answer.get().lamp_mode_list.iter().next().unwrap().lamp_mode
    };
    assert_eq!(lamp(&mut application), LampMode::Steady);
    let press = ButtonPressArgument::new(number("101"), OctetString(&[6]));
    application.invoke::<ButtonPress>(&press).unwrap();
    let events = application.events();
    assert_eq!(events[0], "01110001 ButtonPress");
    assert_eq!(events[2], "01110001 OR 0001/101 connected newCall");
    let off = SetMessageWaitingIndicatorArgument::new(number("101"), false);
    application.invoke::<SetMessageWaitingIndicator>(&off).unwrap();
    assert_eq!(lamp(&mut application), LampMode::Off);
}

#[test]
fn answering_by_itself_and_showing_the_number_are_set_told_and_read() {
    let mut application = Application::new();
    application.monitor("101");
    let mut argument = SetAutoAnswerArgument::new(number("101"), true);
    argument.number_of_rings = Some(3);
    application.invoke::<SetAutoAnswer>(&argument).unwrap();
    let get = GetAutoAnswerArgument::new(number("101"));
    let answer = application.invoke::<GetAutoAnswer>(&get).unwrap();
    assert_eq!((answer.get().auto_answer_on, answer.get().number_of_rings), (true, Some(3)));
    argument.number_of_rings = Some(101);
    let refused = application.refusal::<SetAutoAnswer>(&argument);
    assert_eq!(refused, "Operation(AutoAnswerOutOfRange)");
    let hide = SetCallerIdStatusArgument::new(number("101"), false);
    application.invoke::<SetCallerIdStatus>(&hide).unwrap();
    let get = GetCallerIdStatusArgument::new(number("101"));
    let answer = application.invoke::<GetCallerIdStatus>(&get).unwrap();
    assert!(!answer.get().caller_id_provided);
    assert_eq!(application.events(), ["01110001 AutoAnswer", "01110001 CallerIdStatus"]);
}

#[test]
fn the_number_dialled_last_is_known() {
    let mut application = Application::new();
    let get = GetLastNumberDialedArgument::new(number("101"));
    let none = application.refusal::<GetLastNumberDialed>(&get);
    assert_eq!(none, "StateIncompatibility(Generic)");
    application.user("101", UserAct::Dial("00301#".to_owned()));
    let answer = application.invoke::<GetLastNumberDialed>(&get).unwrap();
    assert_eq!(answer.get().number_dialed, number("00301"));
    application.user("101", UserAct::HangUp);
    application.monitor("101");
    let redial = ButtonPressArgument::new(number("101"), OctetString(&[5]));
    application.invoke::<ButtonPress>(&redial).unwrap();
    assert!(
        application.events().contains(&"01110001 NR 0002/01310001 connected newCall".to_owned())
    );
}

#[test]
fn displays_show_the_user_or_what_is_written() {
    let mut application = Application::new();
    application.monitor("101");
    let shown = |application: &mut Application, device| {
        let answer = application.invoke::<GetDisplay>(&GetDisplayArgument::new(number(device)));
        let answer = answer.unwrap();
        let entry = answer.get().display_list.iter().next().unwrap();
        entry.contents_of_display.to_string()
    };
    assert_eq!(shown(&mut application, "101"), "101 Anna Berger");
    let text = SetDisplayArgument::new(number("101"), Ia5String::from("Lunch at noon"));
    application.invoke::<SetDisplay>(&text).unwrap();
    assert_eq!(shown(&mut application, "101"), "Lunch at noon");
    assert_eq!(application.events(), ["01110001 DisplayUpdated"]);
    let long = "x".repeat(241);
    let long = SetDisplayArgument::new(number("101"), Ia5String::from(long.as_str()));
    assert_eq!(application.refusal::<SetDisplay>(&long), "Operation(ValueOutOfRange)");
    let line = SetDisplayArgument::new(LINE, Ia5String::from(""));
    let refused = application.refusal::<SetDisplay>(&line);
    assert_eq!(refused, "Operation(RequestIncompatibleWithDevice)");
}

#[test]
fn keys_hold_and_release_calls_and_switch_do_not_disturb() {
    let mut application = Application::new();
    application.make_call("101", "102");
    application.user("102", UserAct::Answer);
    application.monitor("101");
    let press = |application: &mut Application, key: u8| {
        let key = [key];
        let argument = ButtonPressArgument::new(number("101"), OctetString(&key));
        application.invoke::<ButtonPress>(&argument).unwrap();
        application.events().split_off(1)
    };
    assert_eq!(press(&mut application, 2), ["01110001 HE 0001/101 hold normal"]);
    assert_eq!(press(&mut application, 2), ["01110001 RE 0001/101 connected normal"]);
    assert_eq!(press(&mut application, 8), ["01110001 CC 0001/101 null normalClearing"]);
    assert_eq!(press(&mut application, 8), [""; 0]); // nothing to release
    assert_eq!(press(&mut application, 7), ["01110001 doNotDisturb true"]);
    assert_eq!(press(&mut application, 7), ["01110001 doNotDisturb false"]);
    assert_eq!(press(&mut application, 1), ["01110001 SI 0002/101 initiated newCall"]);
    let unknown = ButtonPressArgument::new(number("101"), OctetString(&[99]));
    let refused = application.refusal::<ButtonPress>(&unknown);
    assert_eq!(refused, "Operation(InvalidButtonIdentifier)");
    let mut some = GetButtonInformationArgument::new(number("101"));
    let all = application.invoke::<GetButtonInformation>(&some).unwrap();
    assert_eq!(all.get().button_list.iter().count(), 8);
    some.button = Some(OctetString(&[6]));
    let one = application.invoke::<GetButtonInformation>(&some).unwrap();
    let label = one.get().button_list.iter().next().unwrap().button_label.unwrap();
    assert_eq!(label, Ia5String::from("MESSAGE"));
}

#[test]
fn the_parts_of_a_telephone_are_read_and_set() {
    let mut application = Application::new();
    let on_hook = |application: &mut Application| {
        let argument = GetHookswitchStatusArgument::new(number("101"));
        let answer = application.invoke::<GetHookswitchStatus>(&argument).unwrap();
        answer.get().hookswitch_status_list.iter().next().unwrap().hookswitch_on_hook
    };
    assert!(on_hook(&mut application));
    let mut argument = SetHookswitchStatusArgument::new(number("101"), OctetString(&[1]), false);
    application.invoke::<SetHookswitchStatus>(&argument).unwrap();
    assert!(!on_hook(&mut application));
    argument.hookswitch_on_hook = true;
    application.invoke::<SetHookswitchStatus>(&argument).unwrap();
    assert!(on_hook(&mut application));
    application.user("101", UserAct::Lift);
    let refused = application.refusal::<SetHookswitchStatus>(&argument);
    assert_eq!(refused, "StateIncompatibility(InvalidDeviceState)");

    application.make_call("102", "103");
    let ringer = GetRingerStatusArgument::new(number("103"));
    let answer = application.invoke::<GetRingerStatus>(&ringer).unwrap();
    let ringer = answer.get().ringer_status_list.iter().next().unwrap();
    assert_eq!(ringer.ring_mode, RingMode::Ringing);

    let mute = SetMicrophoneMuteArgument::new(number("104"), OctetString(&[2]), true);
    application.invoke::<SetMicrophoneMute>(&mute).unwrap();
    let get = GetMicrophoneMuteArgument::new(number("104"));
    let answer = application.invoke::<GetMicrophoneMute>(&get).unwrap();
    assert!(answer.get().microphone_mute_list.iter().next().unwrap().microphone_mute_on);
    let volume = |volume| {
        SetSpeakerVolumeArgument::new(number("104"), OctetString(&[2]), Volume::VolAbs(volume))
    };
    application.invoke::<SetSpeakerVolume>(&volume(80)).unwrap();
    let get = GetSpeakerVolumeArgument::new(number("104"));
    let answer = application.invoke::<GetSpeakerVolume>(&get).unwrap();
    let loud = answer.get().speaker_volume_list.iter().next().unwrap().speaker_vol_abs;
    assert_eq!(loud, Some(80));
    let refused = application.refusal::<SetSpeakerVolume>(&volume(101));
    assert_eq!(refused, "Operation(SpeakerVolumeOutOfRange)");
    let lamp = SetLampModeArgument::new(number("104"), OctetString(&[1]), LampMode::Steady);
    assert_eq!(application.refusal::<SetLampMode>(&lamp), "Operation(ServiceNotSupported)");
}

#[test]
fn a_telephone_tells_its_lamps_and_what_one_speaks_with() {
    let mut application = Application::new();
    let mut lamps = GetLampInformationArgument::new(number("101"));
    let answer = application.invoke::<GetLampInformation>(&lamps).unwrap();
    let ids: Vec<_> = answer.get().lamp_list.iter().map(|lamp| lamp.lamp.as_bytes()[0]).collect();
    assert_eq!(ids, [1, 6, 7, 16]);
    lamps.lamp = Some(OctetString(&[2]));
    let none = application.refusal::<GetLampInformation>(&lamps);
    assert_eq!(none, "Operation(InvalidLampId)");
    let cordless = DeviceId::device_number(0x0121_000A);
    for (device, expected) in [(number("101"), 2), (cordless, 1)] {
        let argument = GetAuditoryApparatusInformationArgument::new(device);
        let answer = application.invoke::<GetAuditoryApparatusInformation>(&argument).unwrap();
        assert_eq!(answer.get().auditory_apparatus_list.iter().count(), expected);
    }
    let press = ButtonPressArgument::new(cordless, OctetString(&[1]));
    let refused = application.refusal::<ButtonPress>(&press);
    assert_eq!(refused, "Operation(RequestIncompatibleWithDevice)");
}

#[test]
fn telephones_report_hooks_and_ringing_where_that_is_wanted() {
    let mut application = Application::with(|config| config.report_telephones = true);
    application.monitor("102");
    application.make_call("101", "102");
    application.user("102", UserAct::Answer);
    application.user("102", UserAct::HangUp);
    assert_eq!(
        application.events(),
        [
            "01110002 DL 0001/102 alerting newCall",
            "01110002 RingerStatus",
            "01110002 Hookswitch",
            "01110002 ES 0001/102 connected newCall",
            "01110002 RingerStatus",
            "01110002 Hookswitch",
            "01110002 CC 0001/102 null normalClearing",
        ]
    );
}

#[test]
fn filters_suppress_what_is_set_bit_by_bit() {
    let mut application = Application::new();
    let object = MonitorObject::DeviceObject(number("101"));
    let mut argument = MonitorStartArgument::new(object);
    let mut filter = MonitorFilter::new();
    filter.logical_device_feature = LogicalDeviceFeatureEventSet::FORWARDING;
    argument.requested_monitor_filter = Some(filter);
    application.invoke::<MonitorStart>(&argument).unwrap();
    let busy = forwarding("101", ForwardingType::ForwardBusy, "102");
    application.invoke::<SetForwarding>(&busy).unwrap();
    let peace = SetDoNotDisturbArgument::new(number("101"), true);
    application.invoke::<SetDoNotDisturb>(&peace).unwrap();
    assert_eq!(application.events(), ["01110001 doNotDisturb true"]);
}

#[test]
fn who_is_unplugged_is_told_and_all_hear_that_the_devices_have_changed() {
    use csta_codec::services::SwFunctionDevicesChanged;
    let mut application = Application::new();
    application.monitor("101");
    application.user("101", UserAct::Unplug);
    let frames = application.unasked.clone();
    assert_eq!(application.events(), ["01110001 OutOfService"]);
    crate::application::argument_of::<SwFunctionDevicesChanged>(&frames[1]);
    application.user("101", UserAct::PlugIn);
    assert_eq!(application.events(), ["01110001 BackInService"]);
}

#[test]
fn a_new_telephone_is_told_and_can_be_used() {
    use csta_codec::services::SwFunctionDevicesChanged;
    use pbx_sim::{ConfigError, Extension};
    let mut application = Application::new();
    application.switch.add(Extension::new("130", "Uma Vogt")).unwrap();
    let told = application.receive();
    crate::application::argument_of::<SwFunctionDevicesChanged>(&told[0]);
    application.monitor("130");
    application.make_call("101", "130");
    assert_eq!(application.events(), ["01110015 DL 0001/130 alerting newCall"]);
    let taken = application.switch.add(Extension::new("101", ""));
    assert_eq!(taken, Err(ConfigError::DuplicateNumber("101".to_owned())));
    assert!(application.receive().is_empty());
}

#[test]
fn a_device_tells_what_it_is() {
    let mut application = Application::new();
    let ask = |application: &mut Application, device| {
        let argument = GetLogicalDeviceInformationArgument::new(device);
        application.invoke::<GetLogicalDeviceInformation>(&argument).unwrap()
    };
    let telephone = ask(&mut application, number("110"));
    let telephone = telephone.get();
    assert_eq!(telephone.device_category, DeviceCategory::Station);
    assert_eq!((telephone.max_fwd_settings, telephone.max_callbacks), (Some(9), Some(1)));
    // A Super-Twin has a cordless telephone with it.
    let twins: Vec<_> = telephone.other_physical_device_list.unwrap().iter().collect();
    assert_eq!(twins, [DeviceId::device_number(0x0121_000A)]);
    let line = ask(&mut application, LINE);
    assert_eq!(line.get().device_category, DeviceCategory::NetworkInterface);
    assert!(!line.get().has_physical_element);
    let grouped = ask(&mut application, number("111"));
    assert!(grouped.get().associated_group_list.is_some());
    let nobody = GetLogicalDeviceInformationArgument::new(number("999"));
    let refused = application.refusal::<GetLogicalDeviceInformation>(&nobody);
    assert_eq!(refused, "Operation(InvalidDeviceId)");

    let argument = GetPhysicalDeviceInformationArgument::new(number("101"));
    let parts = application.invoke::<GetPhysicalDeviceInformation>(&argument).unwrap();
    assert_eq!((parts.get().max_displays, parts.get().max_buttons), (Some(1), Some(8)));
    let line = GetPhysicalDeviceInformationArgument::new(LINE);
    let refused = application.refusal::<GetPhysicalDeviceInformation>(&line);
    assert_eq!(refused, "Operation(RequestIncompatibleWithDevice)");
}

#[test]
fn the_switch_tells_what_it_serves_and_not_what_is_left_out() {
    let mut application =
        Application::with(|config| config.refused_services = vec!["parkCall".to_owned()]);
    let ask = GetSwitchingFunctionCapsArgument::NoData;
    let answer = application.invoke::<GetSwitchingFunctionCapabilities>(&ask).unwrap();
    let answer = answer.get();
    assert_eq!(answer.manufacturer_name, Ia5String::from("Panasonic"));
    assert_eq!(answer.max_length_parameters.call_id_in_connection_id, 4);
    assert_eq!(answer.system_status_timer, Some(120));
    let list = answer.serv_evts_list.unwrap().get();
    let calls = list.call_control_serv_list.unwrap();
    assert!(calls.make_call.is_some() && calls.deflect_call.is_some());
    assert!(calls.park_call.is_none() && calls.make_predictive_call.is_none());
    assert!(list.logical_serv_list.unwrap().set_forwarding.is_some());
    assert!(list.voice_unit_serv_list.is_none() && list.routeing_serv_list.is_none());

    let answer = application.invoke::<GetCstaFeature>(&GetCstaFeatureArgument::new()).unwrap();
    let services = answer.get().supported_services;
    assert!(services.call_control_serv_list.unwrap().get().park_call.is_none());
    assert!(services.cdr_serv_list.is_some() && services.voice_serv_list.is_none());
}

#[test]
fn names_stand_beside_numbers_where_that_is_wanted() {
    use csta_codec::events::{CallControlEvents, EventReport, EventSpecificInfo};
    use csta_codec::types::CallingDeviceId;
    let mut application = Application::with(|config| config.link.names = true);
    application.monitor("102");
    application.make_call("101", "102");
    let frame = application.unasked.last().unwrap().clone();
    let report = crate::application::argument_of::<EventReport>(&frame);
    let EventSpecificInfo::CallControlEvents(CallControlEvents::Delivered(delivered)) =
        report.event_specific_info
    else {
        panic!("{report:?}");
    };
    let CallingDeviceId::DeviceIdentifier(calling) = delivered.calling_device else {
        panic!("{delivered:?}");
    };
    assert_eq!(calling.private_name, Some(Ia5String::from("Anna Berger")));
    // Not in the connection, where it would only make the message longer.
    assert_eq!(delivered.connection.device().unwrap().private_name, None);
    let from = Caller::Unknown;
    application.network(NetworkAct::Calls { line: None, from, to: "103".to_owned() });
}
