//! Services: each request goes to whoever serves it.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::rose::{Invoke, InvokeProblem};
use csta_codec::services::{
    AcceptCall, AlternateCall, AnswerCall, ButtonPress, CallBack, CallBackNonCallRelated,
    CamponCall, CancelCallBack, ChangeMonitorFilter, ChangeSysStatFilter, ClearCall,
    ClearConnection, ConferenceCall, ConsultationCall, DeflectCall, DialDigits, DirectedPickupCall,
    Escape, GenerateDigits, GetAuditoryApparatusInformation, GetAutoAnswer, GetButtonInformation,
    GetCallerIdStatus, GetCstaFeature, GetDisplay, GetDoNotDisturb, GetForwarding,
    GetHookswitchStatus, GetLampInformation, GetLampMode, GetLastNumberDialed,
    GetLogicalDeviceInformation, GetMessageWaitingIndicator, GetMicrophoneMute, GetMonitors,
    GetPhysicalDeviceInformation, GetRingerStatus, GetSpeakerVolume,
    GetSwitchingFunctionCapabilities, GetSwitchingFunctionDevices, GroupPickupCall, HoldCall,
    IntrudeCall, JoinCall, MakeCall, MonitorStart, MonitorStop, ParkCall, ReconnectCall,
    RequestSysStat, RetrieveCall, SendStoredCdr, SendUserInfo, SetAutoAnswer, SetCallerIdStatus,
    SetDisplay, SetDoNotDisturb, SetForwarding, SetHookswitchStatus, SetMessageWaitingIndicator,
    SetMicrophoneMute, SetSpeakerVolume, SingleStepConf, SingleStepTrans, SnapshotCall,
    SnapshotDevice, StartCdrTransmission, StopCdrTransmission, SystemRegister,
    SystemRegisterCancel, SystemStatus, TransferCall,
};
use csta_codec::types::OperationErrors;
use csta_codec::{Operation, OperationInfo};

use super::failure::Refusal;
use super::switch::{ApplicationId, Switch};

/// What is asked, and in which octets.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) now: Instant,
    pub(super) from: ApplicationId,
    pub(super) invoke: &'a Invoke<'a>,
    pub(super) frame: &'a Bytes,
}

const NOT_SUPPORTED: Refusal = Refusal::operation(OperationErrors::ServiceNotSupported);

/// Which method serves which operation.
macro_rules! services {
    ($($operation:ident => $method:ident),* $(,)?) => {
        /// The codes of the operations that are served.
        const SERVED: &[i32] = &[$($operation::CODE),*];

        impl Switch {
            fn dispatch(&mut self, code: i32, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
                match code {
                    $($operation::CODE => self.$method(asked),)*
                    _ => Err(NOT_SUPPORTED),
                }
            }
        }
    };
}

services! {
    RequestSysStat => request_system_status,
    SystemStatus => system_status,
    MonitorStart => monitor_start,
    MonitorStop => monitor_stop,
    ChangeMonitorFilter => change_monitor_filter,
    GetMonitors => get_monitors,
    SnapshotDevice => snapshot_device,
    SnapshotCall => snapshot_call,
    GetSwitchingFunctionDevices => switching_function_devices,
    SystemRegister => system_register,
    SystemRegisterCancel => system_register_cancel,
    ChangeSysStatFilter => change_status_filter,
    StartCdrTransmission => start_records,
    StopCdrTransmission => stop_records,
    SendStoredCdr => send_stored_records,
    Escape => escape,
    MakeCall => make_call,
    AnswerCall => answer_call,
    ClearConnection => clear_connection,
    ClearCall => clear_call,
    HoldCall => hold_call,
    RetrieveCall => retrieve_call,
    ConsultationCall => consultation_call,
    AlternateCall => alternate_call,
    ReconnectCall => reconnect_call,
    TransferCall => transfer_call,
    SingleStepTrans => single_step_transfer,
    ConferenceCall => conference_call,
    DeflectCall => deflect_call,
    DirectedPickupCall => directed_pickup_call,
    GroupPickupCall => group_pickup_call,
    AcceptCall => accept_call,
    SingleStepConf => single_step_conference,
    JoinCall => join_call,
    IntrudeCall => intrude_call,
    ParkCall => park_call,
    CamponCall => camp_on_call,
    CallBack => call_back,
    CallBackNonCallRelated => call_back_non_call_related,
    CancelCallBack => cancel_call_back,
    DialDigits => dial_digits,
    GenerateDigits => generate_digits,
    SendUserInfo => send_user_information,
    GetLogicalDeviceInformation => logical_device_information,
    GetPhysicalDeviceInformation => physical_device_information,
    GetSwitchingFunctionCapabilities => switching_function_capabilities,
    GetCstaFeature => csta_features,
    SetForwarding => set_forwarding,
    GetForwarding => get_forwarding,
    SetDoNotDisturb => set_do_not_disturb,
    GetDoNotDisturb => get_do_not_disturb,
    SetAutoAnswer => set_auto_answer,
    GetAutoAnswer => get_auto_answer,
    SetCallerIdStatus => set_caller_id,
    GetCallerIdStatus => get_caller_id,
    GetLastNumberDialed => last_number_dialed,
    ButtonPress => button_press,
    GetButtonInformation => button_information,
    GetLampInformation => lamp_information,
    GetLampMode => lamp_mode,
    SetDisplay => set_display,
    GetDisplay => get_display,
    SetMessageWaitingIndicator => set_message_waiting,
    GetMessageWaitingIndicator => get_message_waiting,
    GetHookswitchStatus => get_hookswitch,
    SetHookswitchStatus => set_hookswitch,
    GetRingerStatus => ringer_status,
    SetMicrophoneMute => set_microphone_mute,
    GetMicrophoneMute => get_microphone_mute,
    SetSpeakerVolume => set_speaker_volume,
    GetSpeakerVolume => get_speaker_volume,
    GetAuditoryApparatusInformation => auditory_apparatus,
}

impl Switch {
    /// Carries out what is asked; gives the result to be sent.
    pub(super) fn serve(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let unrecognised = Refusal::Problem(InvokeProblem::UnrecognisedOperation);
        let code = asked.invoke.operation.local().ok_or(unrecognised)?;
        let operation = OperationInfo::by_code(code).ok_or(unrecognised)?;
        if self.refuses(operation.name) {
            return Err(NOT_SUPPORTED);
        }
        // These are served in any state, since they are about it.
        let about_state = matches!(code, RequestSysStat::CODE | SystemStatus::CODE);
        if let Some(refusal) = self.unable().filter(|_| !about_state) {
            return Err(refusal);
        }
        self.dispatch(code, asked)
    }

    /// Whether an operation is served and not left out.
    pub(super) fn serves(&self, code: i32) -> bool {
        let operation = OperationInfo::by_code(code);
        SERVED.contains(&code) && operation.is_some_and(|own| !self.refuses(own.name))
    }

    /// Whether the switch is configured not to serve an operation.
    fn refuses(&self, name: &str) -> bool {
        self.model.config().refused_services.iter().any(|refused| refused == name)
    }
}
