//! Which operations a user may invoke on which devices.

use csta_codec::rose::Invoke;
use csta_codec::services::*;
use csta_codec::types::{ConnectionId, DeviceId, DeviceIdentifier, MonitorObject};
use csta_codec::{Element, Operation, OperationInfo};
use kme_private::{DeviceDirectory, PrivateDataCarrier, SystemData};

use super::failure::Refusal;
use super::machine::Core;
use super::{ApplicationId, DeviceSet};

impl Core {
    /// Whether the user of an application may invoke an operation.
    pub(super) fn permit(
        &self,
        application: ApplicationId,
        operation: i32,
        invoke: &Invoke<'_>,
    ) -> Result<(), Refusal> {
        let Some(application) = self.applications.get(application) else {
            return Ok(());
        };
        let access = &application.access;
        if access.is_full() {
            return Ok(());
        }
        let is_control = controls(operation, invoke);
        if is_control && access.read_only {
            return Err(Refusal::NOT_PERMITTED);
        }
        let devices = if is_control { &access.control } else { &access.monitor };
        if *devices == DeviceSet::Any {
            return Ok(());
        }
        let named = invoke.argument.as_ref().and_then(|own| devices_of(operation, own));
        let named = named.ok_or(Refusal::NOT_PERMITTED)?;
        let directory = self.devices.directory();
        if named.iter().all(|device| is_in(devices, device, directory)) {
            Ok(())
        } else {
            Err(Refusal::NOT_PERMITTED)
        }
    }
}

/// Whether an operation changes something; the others ask, or watch.
fn controls(operation: i32, invoke: &Invoke<'_>) -> bool {
    let Some(info) = OperationInfo::by_code(operation) else {
        return true;
    };
    if operation == Escape::CODE {
        return !asks_for_data(invoke);
    }
    let watches = matches!(
        info.group,
        "snapshot"
            | "monitoring"
            | "capability"
            | "system"
            | "call_detail_record"
            | "data_collection"
    );
    !watches && !info.name.starts_with("get")
}

/// Whether an Escape asks for data of the system, such as the list of its devices.
fn asks_for_data(invoke: &Invoke<'_>) -> bool {
    let Some(Ok(argument)) = invoke.argument.map(|own| own.read::<EscapeArgument<'_>>()) else {
        return false;
    };
    matches!(argument.system_data(), Some(SystemData::GetSystemData(_)))
}

/// Whether a device is in a set, by the number that is dialled to reach it.
fn is_in(devices: &DeviceSet, device: &DeviceId<'_>, directory: &DeviceDirectory) -> bool {
    match device.device_identifier {
        DeviceIdentifier::DialingNumber(number) => {
            number.as_str().is_ok_and(|number| devices.contains(number))
        }
        DeviceIdentifier::DeviceNumber(_) => {
            let known = directory.find(device).and_then(|known| known.number.as_deref());
            known.is_some_and(|number| devices.contains(number))
        }
        _ => false,
    }
}

/// What names the devices that an operation is about.
trait Names<'a> {
    /// The device is added; `None` if it is not named.
    fn add_to(&self, devices: &mut Vec<DeviceId<'a>>) -> Option<()>;
}

impl<'a> Names<'a> for DeviceId<'a> {
    fn add_to(&self, devices: &mut Vec<Self>) -> Option<()> {
        devices.push(*self);
        Some(())
    }
}

impl<'a> Names<'a> for ConnectionId<'a> {
    fn add_to(&self, devices: &mut Vec<DeviceId<'a>>) -> Option<()> {
        self.device()?.add_to(devices)
    }
}

impl<'a> Names<'a> for MonitorObject<'a> {
    fn add_to(&self, devices: &mut Vec<DeviceId<'a>>) -> Option<()> {
        match self {
            Self::DeviceObject(device) => device.add_to(devices),
            Self::CallObject(connection) => connection.add_to(devices),
            Self::Unrecognised(_) => None,
        }
    }
}

impl<'a, T: Names<'a>> Names<'a> for Option<T> {
    fn add_to(&self, devices: &mut Vec<DeviceId<'a>>) -> Option<()> {
        self.as_ref()?.add_to(devices)
    }
}

/// For each operation the members of its argument that name the devices that it is about; not those
/// that are called or to which calls are sent.
macro_rules! devices {
    ($($operation:ident: $($member:ident),+;)*) => {
        /// The devices that an operation is about; `None` where that cannot be told.
        fn devices_of<'a>(operation: i32, argument: &Element<'a>) -> Option<Vec<DeviceId<'a>>> {
            let mut devices = Vec::new();
            match operation {
                $($operation::CODE => {
                    let argument =
                        argument.read::<<$operation as Operation>::Argument<'a>>().ok()?;
                    $(argument.$member.add_to(&mut devices)?;)+
                })*
                _ => return None,
            }
            Some(devices)
        }
    };
}

devices! {
    AcceptCall: call_to_be_accepted;
    AlternateCall: held_call, active_call;
    AnswerCall: call_to_be_answered;
    CallBack: callback_connection;
    CallBackMessage: callback_message_connection;
    CamponCall: campon_connection;
    ClearCall: call_to_be_cleared;
    ClearConnection: connection_to_be_cleared;
    ConferenceCall: held_call, active_call;
    ConsultationCall: existing_call;
    DeflectCall: call_to_be_diverted;
    DialDigits: dialling_connection;
    DirectedPickupCall: requesting_device;
    GroupPickupCall: new_destination;
    HoldCall: call_to_be_held;
    IntrudeCall: intrude;
    JoinCall: joining_device;
    MakeCall: calling_device;
    MakeConnection: initiating_device;
    MakePredictiveCall: calling_device;
    ParkCall: parking;
    ReconnectCall: active_call, held_call;
    RetrieveCall: call_to_be_retrieved;
    SingleStepConf: active_call, device_to_join;
    SingleStepTrans: active_call;
    TransferCall: held_call, active_call;

    AssociateData: existing_call;
    CancelTelephonyTones: connection_to_stop_tone;
    ChangeConnectionInformation: connection_to_be_changed;
    GenerateDigits: connection_to_send_digits;
    GenerateTelephonyTones: connection_to_send_tone;
    SendUserInfo: existing_call;
    AttachMediaService: connection;
    DetachMediaService: connection;

    ButtonPress: device;
    GetAuditoryApparatusInformation: device;
    GetButtonInformation: device;
    GetDisplay: device;
    GetHookswitchStatus: device;
    GetLampInformation: device;
    GetLampMode: device;
    GetMessageWaitingIndicator: device;
    GetMicrophoneGain: device;
    GetMicrophoneMute: device;
    GetRingerStatus: device;
    GetSpeakerMute: device;
    GetSpeakerVolume: device;
    SetButtonInformation: device;
    SetDisplay: device;
    SetHookswitchStatus: device;
    SetLampMode: device;
    SetMessageWaitingIndicator: device;
    SetMicrophoneGain: device;
    SetMicrophoneMute: device;
    SetRingerStatus: device;
    SetSpeakerMute: device;
    SetSpeakerVolume: device;

    CallBackNonCallRelated: originating_device;
    CallBackMessageNonCallRelated: originating_device;
    CancelCallBack: originating_device;
    CancelCallBackMessage: originating_device;
    GetAgentState: device;
    GetAutoAnswer: device;
    GetAutoWorkMode: device;
    GetCallBack: device;
    GetCallerIdStatus: device;
    GetDoNotDisturb: device;
    GetForwarding: device;
    GetLastNumberDialed: device;
    GetPresenceState: device;
    GetRouteingMode: device;
    SetAgentState: device;
    SetAutoAnswer: device;
    SetAutoWorkMode: device;
    SetCallerIdStatus: device;
    SetDoNotDisturb: device;
    SetForwarding: device;
    SetPresenceState: device;
    SetRouteingMode: device;

    MonitorStart: monitor_object;
    SnapshotCall: snapshot_object;
    SnapshotDevice: snapshot_object;
    GetLogicalDeviceInformation: device;
    GetPhysicalDeviceInformation: device;
    GetLocationInformation: device;
    SetLocationInformation: device;
    StartLocationTrackingSession: loc_device;
    GetLocationTrackingCapabilities: device;
}
