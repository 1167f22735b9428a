//! What the switch offers, service by service and event by event, as capability exchange tells it.
//!
//! A service is listed if it is served and not left out by the configuration.

use csta_codec::Operation;
use csta_codec::services::{
    self, AlternateCall, AnswerCall, ButtonPress, CallBack, CallBackNonCallRelated, CamponCall,
    CancelCallBack, ChangeMonitorFilter, ChangeSysStatFilter, ClearCall, ClearConnection,
    ConferenceCall, ConsultationCall, DeflectCall, DialDigits, DirectedPickupCall, Escape,
    GenerateDigits, GetAuditoryApparatusInformation, GetAutoAnswer, GetButtonInformation,
    GetCallerIdStatus, GetCstaFeature, GetDisplay, GetDoNotDisturb, GetForwarding,
    GetHookswitchStatus, GetLampInformation, GetLampMode, GetLastNumberDialed,
    GetLogicalDeviceInformation, GetMessageWaitingIndicator, GetMicrophoneMute, GetMonitors,
    GetPhysicalDeviceInformation, GetRingerStatus, GetSpeakerVolume,
    GetSwitchingFunctionCapabilities, GetSwitchingFunctionDevices, GroupPickupCall, HoldCall,
    IntrudeCall, JoinCall, MakeCall, MonitorStart, MonitorStop, ParkCall, ReconnectCall,
    RequestSysStat, RetrieveCall, SendStoredCdr, SendUserInfo, SetAutoAnswer, SetCallerIdStatus,
    SetDisplay, SetDoNotDisturb, SetForwarding, SetHookswitchStatus, SetMessageWaitingIndicator,
    SetMicrophoneMute, SetSpeakerVolume, SingleStepConf, SingleStepTrans, StartCdrTransmission,
    StopCdrTransmission, SystemRegister, SystemRegisterCancel, TransferCall,
};
use csta_codec::types::capability::{
    self as can, CallAssociatedEvtsList, CallAssociatedServList, CallControlEvtsList,
    CallControlServList, CapExchangeServList, CdrServList, DeviceMaintEvtsList, LogicalEvtsList,
    LogicalServList, MonitoringServList, PhysDevEvtsList, PhysDevServList, SnapshotServList,
    SystemStatusServList, VendorSpecificServList,
};

use super::switch::Switch;

/// A list with those members whose operation the switch serves.
macro_rules! offered {
    ($switch:ident, $list:ident { $($member:ident: $operation:path = $bits:expr),* $(,)? }) => {{
        let mut list = $list::new();
        $(if $switch.serves(<$operation as Operation>::CODE) {
            list.$member = Some($bits);
        })*
        list
    }};
}

/// A list with these members.
macro_rules! told {
    ($list:ident { $($member:ident: $bits:expr),* $(,)? }) => {{
        let mut list = $list::new();
        $(list.$member = Some($bits);)*
        list
    }};
}

impl Switch {
    pub(super) fn exchange_services(&self) -> CapExchangeServList {
        use can::GetSwitchingFunctionDevices as Devices;
        offered!(
            self,
            CapExchangeServList {
                get_csta_features: GetCstaFeature = can::GetCstaFeatures::EMPTY,
                get_logical_device_information: GetLogicalDeviceInformation =
                    can::GetLogicalDeviceInformation::NAMED_DEVICE_TYPE_IN_ACK
                        | can::GetLogicalDeviceInformation::MAX_CALL_BACKS_IN_ACK
                        | can::GetLogicalDeviceInformation::MAX_AUTO_ANSWER_RINGS_IN_ACK
                        | can::GetLogicalDeviceInformation::MAX_ACTIVE_CALLS_IN_ACK
                        | can::GetLogicalDeviceInformation::MAX_HELD_CALLS_IN_ACK
                        | can::GetLogicalDeviceInformation::MAX_FWD_SETTINGS_IN_ACK
                        | can::GetLogicalDeviceInformation::MAX_DEVICES_IN_CONF_IN_ACK,
                get_physical_device_information: GetPhysicalDeviceInformation =
                    can::GetPhysicalDeviceInformation::NAMED_DEVICE_TYPES_IN_ACK
                        | can::GetPhysicalDeviceInformation::DEVICE_MODEL_NAME_IN_ACK
                        | can::GetPhysicalDeviceInformation::MAX_DISPLAYS_IN_ACK
                        | can::GetPhysicalDeviceInformation::MAX_BUTTONS_IN_ACK
                        | can::GetPhysicalDeviceInformation::MAX_LAMPS_IN_ACK,
                get_switching_function_caps: GetSwitchingFunctionCapabilities =
                    can::GetSwitchingFunctionCapabilities::CURRENT_TIME,
                get_switching_function_devices: GetSwitchingFunctionDevices =
                    Devices::REQUESTED_DEVICE_ID
                        | Devices::REQUESTED_DEVICE_CATEGORY_HUNT_GROUP
                        | Devices::REQUESTED_DEVICE_CATEGORY_PICK_GROUP
                        | Devices::REQUESTED_DEVICE_CATEGORY_NETW_INTERFACE
                        | Devices::REQUESTED_DEVICE_CATEGORY_PARK
                        | Devices::REQUESTED_DEVICE_CATEGORY_VOICE_UNIT
                        | Devices::REQUESTED_DEVICE_CATEGORY_STATION,
                switching_function_devices: GetSwitchingFunctionDevices =
                    can::SwitchingFunctionDevices::SEGMENT_ID
                        | can::SwitchingFunctionDevices::DEVICE_LIST_DEVICE_CATEGORY
                        | can::SwitchingFunctionDevices::DEVICE_LIST_NAMED_DEVICE_TYPES,
            }
        )
    }

    pub(super) fn system_services(&self) -> SystemStatusServList {
        let mut list = offered!(
            self,
            SystemStatusServList {
                change_system_status_filter: ChangeSysStatFilter =
                    can::ChangeSystemStatusFilter::EMPTY,
                system_register: SystemRegister = can::SystemRegister::REQUEST_TYPES_SYSTEM_STATUS
                    | can::SystemRegister::REQUEST_TYPES_SWITCHING_FUNCION_DEVICES_CHANGED,
                system_status_register_cancel: SystemRegisterCancel =
                    can::SystemStatusRegisterCancel::EMPTY,
                request_system_status: RequestSysStat =
                    can::RequestSystemStatus::SWITCHING_FUNCTION_SUPPORTS_RECEIVING,
                system_status: services::SystemStatus =
                    can::SystemStatus::SWITCHING_FUNCTION_SUPPORTS_SENDING
                        | can::SystemStatus::SWITCHING_FUNCTION_SUPPORTS_RECEIVING,
            }
        );
        list.sw_function_devices_changed = Some(can::SwFunctionDevicesChanged::EMPTY);
        list
    }

    pub(super) fn monitoring_services(&self) -> MonitoringServList {
        offered!(
            self,
            MonitoringServList {
                change_monitor_filter: ChangeMonitorFilter = can::ChangeMonitorFilter::EMPTY,
                monitor_start: MonitorStart = can::MonitorStart::MONITOR_OBJECT_DEVICE
                    | can::MonitorStart::REQUESTED_MONITOR_FILTER
                    | can::MonitorStart::MONITOR_TYPE_DEVICE
                    | can::MonitorStart::MONITOR_EXISTING_CALLS_IN_ACK
                    | can::MonitorStart::SW_DOMAIN_DEFAULT_FOR_MONITOR_TYPE_IS_DEVICE,
                monitor_stop: MonitorStop = can::MonitorStop::SWITCHING_FUNCTION_SUPPORTS_RECEIVING,
                get_monitors: GetMonitors = can::GetMonitors::SEGMENTED_RESPONSE_PROVIDED,
                monitor_info: GetMonitors = can::MonitorInfo::SEGMENT_ID,
            }
        )
    }

    /// All members of this list are mandatory: it is there if either snapshot is served.
    pub(super) fn snapshot_services(&self) -> Option<SnapshotServList> {
        let served = self.serves(services::SnapshotCall::CODE)
            || self.serves(services::SnapshotDevice::CODE);
        served.then(|| {
            SnapshotServList::new(
                can::SnapshotCall::LOCA_CONNECTION_STATE_IN_ACK
                    | can::SnapshotCall::CALLING_DEVICE_IN_ACK
                    | can::SnapshotCall::CALLED_DEVICE_IN_ACK
                    | can::SnapshotCall::REPORTS_WITH_SNAPS_CALL_DATA,
                can::SnapshotDevice::LOCAL_CALL_STATE_COMPOUND_CALL_STATE
                    | can::SnapshotDevice::LOCAL_CALL_STATE_SIMPLE_CALL_STATE
                    | can::SnapshotDevice::REPORTS_WITH_SNAPS_DEVICE_DATA,
                can::SnapshotCallData::SEGMENT_ID | can::SnapshotCallData::LOCAL_CONNECTION_STATE,
                can::SnapshotDeviceData::SEGMENT_ID
                    | can::SnapshotDeviceData::LOCAL_CALL_STATE_COMPOUND_CALL_STATE
                    | can::SnapshotDeviceData::LOCAL_CALL_STATE_SIMPLE_CALL_STATE
                    | can::SnapshotDeviceData::ENDPOINT_DEVICE_ID,
            )
        })
    }

    pub(super) fn call_control_services(&self) -> CallControlServList {
        offered!(
            self,
            CallControlServList {
                alternate_call: AlternateCall = can::AlternateCall::HOLD,
                answer_call: AnswerCall = can::AnswerCall::ALERTING | can::AnswerCall::INITIATED,
                call_back: CallBack = can::CallBack::ALERTING | can::CallBack::FAILED,
                camp_on_call: CamponCall = can::CampOnCall::EMPTY,
                clear_call: ClearCall = can::ClearCall::ALERTING
                    | can::ClearCall::CONNECTED
                    | can::ClearCall::FAILED
                    | can::ClearCall::QUEUED
                    | can::ClearCall::INITIATED
                    | can::ClearCall::HOLD
                    | can::ClearCall::CALL_ID_ONLY,
                clear_connection: ClearConnection = can::ClearConnection::ALERTING
                    | can::ClearConnection::CONNECTED
                    | can::ClearConnection::FAIL
                    | can::ClearConnection::QUEUED
                    | can::ClearConnection::INITIATED
                    | can::ClearConnection::HOLD,
                conference_call: ConferenceCall = can::ConferenceCall::ACTIVE_CALL_CONNECTED
                    | can::ConferenceCall::HELD_CALL_HOLD
                    | can::ConferenceCall::CONNECTION_PARAMETER_IN_ACK,
                consultation_call: ConsultationCall = can::ConsultationCall::EMPTY,
                deflect_call: DeflectCall = can::DeflectCall::ALERTING,
                dial_digits: DialDigits = can::DialDigits::EMPTY,
                directed_pickup_call: DirectedPickupCall =
                    can::DirectedPickupCall::ALERTING | can::DirectedPickupCall::PICKED_CALL_IN_ACK,
                group_pickup_call: GroupPickupCall = can::GroupPickupCall::ALERTING
                    | can::GroupPickupCall::PICK_GROUP
                    | can::GroupPickupCall::PICKED_CALL_IN_ACK,
                hold_call: HoldCall = can::HoldCall::EMPTY,
                intrude_call: IntrudeCall = can::IntrudeCall::PARTICIPATION_TYPE_ACTIVE
                    | can::IntrudeCall::SUPPORTS_CONFERENCE,
                join_call: JoinCall = can::JoinCall::PARTICIPATION_TYPE_ACTIVE
                    | can::JoinCall::CONFERENCED_CALL_IN_ACK,
                make_call: MakeCall = can::MakeCall::INITIATED
                    | can::MakeCall::NULL
                    | can::MakeCall::AUTO_ORIGINATE_PROMPT
                    | can::MakeCall::AUTO_ORIGINATE_DO_NOT_PROMPT,
                park_call: ParkCall = can::ParkCall::HOLD
                    | can::ParkCall::CONNECTED
                    | can::ParkCall::PARKED_TO_IN_ACK,
                reconnect_call: ReconnectCall = can::ReconnectCall::ALERTING
                    | can::ReconnectCall::CONNECTED
                    | can::ReconnectCall::FAIL
                    | can::ReconnectCall::INITIATED,
                retrieve_call: RetrieveCall = can::RetrieveCall::EMPTY,
                single_step_conference: SingleStepConf =
                    can::SingleStepConference::PARTICIPATION_TYPE_ACTIVE,
                single_step_transfer: SingleStepTrans =
                    can::SingleStepTransfer::CONNECTION_PARAMETER_IN_ACK,
                transfer_call: TransferCall = can::TransferCall::ACTIVE_CALL_CONNECTED
                    | can::TransferCall::HELD_CALL_HOLD
                    | can::TransferCall::CONNECTIONS_PARAMETER_IN_ACK,
            }
        )
    }

    pub(super) fn call_associated_services(&self) -> CallAssociatedServList {
        offered!(
            self,
            CallAssociatedServList {
                generate_digits: GenerateDigits = can::GenerateDigits::DIGIT_MODE_DTMF,
                send_user_information: SendUserInfo = can::SendUserInformation::EMPTY,
            }
        )
    }

    pub(super) fn physical_services(&self) -> PhysDevServList {
        offered!(
            self,
            PhysDevServList {
                button_press: ButtonPress = can::ButtonPress::EMPTY,
                get_auditory_apparatus_info: GetAuditoryApparatusInformation =
                    can::GetAuditoryApparatusInfo::EMPTY,
                get_button_information: GetButtonInformation = can::GetButtonInformation::EMPTY,
                get_display: GetDisplay = can::GetDisplay::EMPTY,
                get_hook_switch_status: GetHookswitchStatus = can::GetHookSwitchStatus::EMPTY,
                get_lamp_info: GetLampInformation = can::GetLampInfo::EMPTY,
                get_lamp_mode: GetLampMode = can::GetLampMode::EMPTY,
                get_message_waiting_indicator: GetMessageWaitingIndicator =
                    can::GetMessageWaitingIndicator::EMPTY,
                get_microphone_mute: GetMicrophoneMute = can::GetMicrophoneMute::EMPTY,
                get_ringer_status: GetRingerStatus = can::GetRingerStatus::EMPTY,
                get_speaker_volume: GetSpeakerVolume = can::GetSpeakerVolume::EMPTY,
                set_display: SetDisplay = can::SetDisplay::EMPTY,
                set_hook_switch_status: SetHookswitchStatus = can::SetHookSwitchStatus::EMPTY,
                set_message_waiting_indicator: SetMessageWaitingIndicator =
                    can::SetMessageWaitingIndicator::EMPTY,
                set_microphone_mute: SetMicrophoneMute = can::SetMicrophoneMute::EMPTY,
                set_speaker_volume: SetSpeakerVolume = can::SetSpeakerVolume::EMPTY,
            }
        )
    }

    pub(super) fn logical_services(&self) -> LogicalServList {
        use can::SetForwarding as Forward;
        offered!(
            self,
            LogicalServList {
                call_back_non_call_rel: CallBackNonCallRelated = can::CallBackNonCallRel::EMPTY,
                cancel_call_back: CancelCallBack = can::CancelCallBack::EMPTY,
                get_auto_answer: GetAutoAnswer = can::GetAutoAnswer::NUMBER_OF_RINGS_IN_ACK,
                get_caller_id_status: GetCallerIdStatus = can::GetCallerIdStatus::EMPTY,
                get_do_not_disturb: GetDoNotDisturb =
                    can::GetDoNotDisturb::CALL_ORIGIN_PARAMETER_IN_ACK
                        | can::GetDoNotDisturb::CALL_ORIGIN_INTERN_IN_ACK
                        | can::GetDoNotDisturb::CALL_ORIGIN_EXTERN_IN_ACK,
                get_forwarding: GetForwarding = can::GetForwarding::FORWARD_LIST_IN_ACK
                    | can::GetForwarding::FORWARD_DN_IN_ACK
                    | can::GetForwarding::RING_COUNT_IN_ACK,
                get_last_number_dialed: GetLastNumberDialed = can::GetLastNumberDialed::EMPTY,
                set_auto_answer: SetAutoAnswer = can::SetAutoAnswer::NUMBER_OF_RINGS,
                set_caller_id_status: SetCallerIdStatus = can::SetCallerIdStatus::EMPTY,
                set_do_not_disturb: SetDoNotDisturb =
                    can::SetDoNotDisturb::CALL_ORIGINATION_INTERNAL
                        | can::SetDoNotDisturb::CALL_ORIGINATION_EXTERNAL,
                set_forwarding: SetForwarding = Forward::FORWARDING_TYPE_BUSY
                    | Forward::FORWARDING_TYPE_BUSY_INT
                    | Forward::FORWARDING_TYPE_BUSY_EXT
                    | Forward::FORWARDING_TYPE_NO_ANS
                    | Forward::FORWARDING_TYPE_NO_ANS_INT
                    | Forward::FORWARDING_TYPE_NO_ANS_EXT
                    | Forward::FORWARDING_TYPE_IMMEDIATE
                    | Forward::FORWARDING_TYPE_IMM_INT
                    | Forward::FORWARDING_TYPE_IMM_EXT
                    | Forward::FORWARD_DN
                    | Forward::RING_COUNT,
            }
        )
    }

    pub(super) fn record_services(&self) -> CdrServList {
        use can::CdrReport as Report;
        offered!(
            self,
            CdrServList {
                cdr_notification: StartCdrTransmission = can::CdrNotification::CDR_REASON_TIMEOUT
                    | can::CdrNotification::CDR_REASON_THRESHOLD_REACHED,
                cdr_report: StartCdrTransmission = Report::RECORD_CREATION_TIME
                    | Report::CALLING_DEVICE
                    | Report::CALLED_DEVICE
                    | Report::ASSOC_CALLING_DEVICE
                    | Report::ASSOC_CALLED_DEVICE
                    | Report::NETW_CALLED_DEVICE
                    | Report::CHARGED_DEVICE_NON_OPERATOR
                    | Report::CONNECTION_END
                    | Report::CONNECTION_DURATION
                    | Report::LAST_STORED_CDR_REPORT_SENT,
                send_stored_cdrs: SendStoredCdr = can::SendStoredCdrs::TIME_PERIOD,
                start_cdr_transmission: StartCdrTransmission =
                    can::StartCdrTransmission::TRANSFER_MODE_TRANSFER_AT_END_OF_CALL
                        | can::StartCdrTransmission::TRANSFER_MODE_TRANSFER_ON_REQUEST
                        | can::StartCdrTransmission::TRANSFER_MODE_TRANSFER_ON_THRESHOLD_REACHED,
                stop_cdr_transmission: StopCdrTransmission =
                    can::StopCdrTransmission::SW_FUNCTION_SUPPORTS_RECEIVING,
            }
        )
    }

    pub(super) fn vendor_services(&self) -> VendorSpecificServList {
        offered!(
            self,
            VendorSpecificServList {
                escape: Escape = can::Escape::PRIVATE_DATA_IN_ACK
                    | can::Escape::SW_FUNCTION_SUPPORTS_SENDING
                    | can::Escape::SW_FUNCTION_SUPPORTS_RECEIVING,
            }
        )
    }
}

pub(super) fn call_control_events() -> CallControlEvtsList {
    told!(CallControlEvtsList {
        conferenced: can::Conferenced::EMPTY,
        connection_cleared: can::ConnectionCleared::EMPTY,
        delivered: can::Delivered::EMPTY,
        diverted: can::Diverted::EMPTY,
        established: can::Established::EMPTY,
        failed: can::Failed::EMPTY,
        held: can::Held::EMPTY,
        netw_reached: can::NetwReached::EMPTY,
        originated: can::Originated::EMPTY,
        queued: can::Queued::EMPTY,
        retrieved: can::Retrieved::EMPTY,
        service_initiated: can::ServiceInitiated::EMPTY,
        transferred: can::Transferred::EMPTY,
    })
}

pub(super) fn call_associated_events() -> CallAssociatedEvtsList {
    told!(CallAssociatedEvtsList {
        call_information: can::CallInformation::USER_DATA,
        digits_generated: can::DigitsGenerated::EMPTY,
    })
}

pub(super) fn logical_events() -> LogicalEvtsList {
    told!(LogicalEvtsList {
        auto_answer: can::AutoAnswer::EMPTY,
        call_back: can::CallBackEvent::EMPTY,
        caller_id_status: can::CallerIdStatus::EMPTY,
        do_not_disturb: can::DoNotDisturb::EMPTY,
        forwarding: can::Forwarding::EMPTY,
    })
}

pub(super) fn physical_events() -> PhysDevEvtsList {
    told!(PhysDevEvtsList {
        button_press: can::ButtonPressEvent::EMPTY,
        display_updated: can::DisplayUpdated::EMPTY,
        hookswitch: can::Hookswitch::EMPTY,
        message_waiting: can::MessageWaiting::EMPTY,
        microphone_mute: can::MicrophoneMute::EMPTY,
        ringer_status: can::RingerStatus::EMPTY,
        speaker_volume: can::SpeakerVolume::EMPTY,
    })
}

pub(super) fn maintenance_events() -> DeviceMaintEvtsList {
    told!(DeviceMaintEvtsList {
        back_in_service: can::BackInService::EMPTY,
        out_of_service: can::OutOfService::EMPTY,
    })
}
