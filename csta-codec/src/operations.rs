//! The table of all operations.

use crate::typed::{TypeInfo, type_info};
use crate::{Ber, Direction, Operation, services};

/// What is to be known of an operation whose type is not known: forwarders and tools find it by
/// the code that a message carries.
///
/// ```
/// use csta_codec::{Direction, OperationInfo};
///
/// let operation = OperationInfo::by_code(10).ok_or("no such operation")?;
/// assert_eq!((operation.name, operation.service), ("makeCall", "Make Call"));
/// assert_eq!(operation.group, "call_control");
/// assert_eq!(operation.direction, Direction::ToSwitch);
/// assert_eq!(operation.argument.name(), "MakeCallArgument");
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct OperationInfo {
    /// Its number on the wire.
    pub code: i32,
    /// Its identifier in the ASN.1 module.
    pub name: &'static str,
    /// The service of ECMA-269 that it carries.
    pub service: &'static str,
    /// The service group, which is a module in [`services`].
    pub group: &'static str,
    /// Who invokes it.
    pub direction: Direction,
    /// The type of its argument.
    pub argument: TypeInfo,
    /// The type of its result, or `None` if it is not confirmed.
    pub result: Option<TypeInfo>,
}

impl OperationInfo {
    /// The operation of a code.
    #[must_use]
    pub fn by_code(code: i32) -> Option<&'static Self> {
        let index = OPERATIONS.binary_search_by_key(&code, |operation| operation.code).ok()?;
        OPERATIONS.get(index)
    }

    /// The operation of an ASN.1 identifier.
    #[must_use]
    pub fn by_name(name: &str) -> Option<&'static Self> {
        OPERATIONS.iter().find(|operation| operation.name == name)
    }

    /// Whether it is answered.
    #[must_use]
    pub const fn is_confirmed(&self) -> bool {
        self.result.is_some()
    }
}

/// The row of an operation; the name of its argument is given where it is an alias.
macro_rules! operations {
    ($($group:ident::$name:ident $(as $argument:literal)?),* $(,)?) => {
        &[$({
            type Op = services::$group::$name;
            OperationInfo {
                code: Op::CODE,
                name: Op::NAME,
                service: Op::SERVICE,
                group: stringify!($group),
                direction: Op::DIRECTION,
                argument: type_info!(
                    operations!(@name <Op as Operation>::Argument<'_> $(, $argument)?),
                    <Op as Operation>::Argument<'_>
                ),
                result: if Op::CONFIRMED {
                    Some(type_info!(
                        operations!(@name <Op as Operation>::Result<'_>),
                        <Op as Operation>::Result<'_>
                    ))
                } else {
                    None
                },
            }
        }),*]
    };
    (@name $type:ty) => {
        <$type as Ber<'_>>::NAME
    };
    (@name $type:ty, $name:literal) => {
        $name
    };
}

/// All operations, in the order of their codes.
pub static OPERATIONS: &[OperationInfo] = operations![
    call_control::AlternateCall,
    call_control::AnswerCall,
    call_control::ClearCall,
    call_control::ClearConnection,
    call_control::ConferenceCall,
    call_control::ConsultationCall,
    call_control::HoldCall,
    call_control::MakeCall,
    call_control::MakePredictiveCall,
    call_control::ReconnectCall,
    call_control::RetrieveCall,
    call_control::TransferCall,
    call_control::ParkCall,
    call_control::SingleStepConf,
    monitoring::EventReport,
    routeing::RouteRequest,
    routeing::ReRouteRequest,
    routeing::RouteSelectRequest,
    routeing::RouteUsedRequest,
    routeing::RouteEndRequest,
    routeing::RouteReject,
    call_control::SingleStepTrans,
    vendor::Escape,
    monitoring::MonitorStart,
    monitoring::ChangeMonitorFilter,
    monitoring::MonitorStop,
    snapshot::SnapshotDevice,
    snapshot::SnapshotCall,
    snapshot::SnapshotCallData,
    snapshot::SnapshotDeviceData,
    data_path::StartDataPath,
    data_path::StopDataPath,
    data_path::SendData,
    data_path::SendMulticastData,
    data_path::SendBroadcastData,
    data_path::SuspendDataPath,
    data_path::DataPathSuspended,
    data_path::ResumeDataPath,
    data_path::DataPathResumed,
    data_path::FastData,
    capability::GetLogicalDeviceInformation,
    capability::GetPhysicalDeviceInformation,
    capability::GetSwitchingFunctionCapabilities,
    capability::GetSwitchingFunctionDevices,
    capability::SwitchingFunctionDevices,
    system::ChangeSysStatFilter,
    system::SystemRegister,
    system::SystemRegisterAbort,
    system::SystemRegisterCancel,
    system::RequestSysStat,
    system::SystemStatus,
    system::SwFunctionCapsChanged,
    system::SwFunctionDevicesChanged,
    call_control::AcceptCall,
    call_control::CallBack,
    call_control::CallBackMessage,
    call_control::CamponCall,
    call_control::DeflectCall,
    call_control::DialDigits,
    call_control::DirectedPickupCall,
    call_control::GroupPickupCall,
    call_control::IntrudeCall,
    call_control::JoinCall,
    call_associated::AssociateData,
    call_associated::CancelTelephonyTones,
    call_associated::GenerateDigits,
    call_associated::GenerateTelephonyTones,
    call_associated::SendUserInfo,
    media_attachment::AttachMediaService,
    media_attachment::DetachMediaService,
    routeing::RouteRegister,
    routeing::RouteRegisterAbort,
    routeing::RouteRegisterCancel,
    physical_device::ButtonPress,
    physical_device::GetAuditoryApparatusInformation,
    physical_device::GetButtonInformation,
    physical_device::GetDisplay,
    physical_device::GetHookswitchStatus,
    physical_device::GetLampInformation,
    physical_device::GetLampMode,
    physical_device::GetMessageWaitingIndicator,
    physical_device::GetMicrophoneGain,
    physical_device::GetMicrophoneMute,
    physical_device::GetRingerStatus,
    physical_device::GetSpeakerMute,
    physical_device::GetSpeakerVolume,
    physical_device::SetButtonInformation,
    physical_device::SetDisplay,
    physical_device::SetHookswitchStatus,
    physical_device::SetLampMode,
    physical_device::SetMessageWaitingIndicator,
    physical_device::SetMicrophoneGain,
    physical_device::SetMicrophoneMute,
    physical_device::SetRingerStatus,
    physical_device::SetSpeakerMute,
    physical_device::SetSpeakerVolume,
    logical_device::CallBackNonCallRelated,
    logical_device::CallBackMessageNonCallRelated,
    logical_device::CancelCallBack,
    logical_device::CancelCallBackMessage,
    logical_device::GetAgentState,
    logical_device::GetAutoAnswer,
    logical_device::GetAutoWorkMode,
    logical_device::GetCallerIdStatus,
    logical_device::GetDoNotDisturb,
    logical_device::GetForwarding,
    logical_device::GetLastNumberDialed,
    logical_device::GetRouteingMode,
    logical_device::SetAgentState,
    logical_device::SetAutoAnswer,
    logical_device::SetAutoWorkMode,
    logical_device::SetCallerIdStatus,
    logical_device::SetDoNotDisturb,
    logical_device::SetForwarding,
    logical_device::SetRouteingMode,
    data_path::IoRegister,
    data_path::IoRegisterAbort,
    data_path::IoRegisterCancel,
    data_collection::DataCollected,
    data_collection::DataCollectionResumed,
    data_collection::DataCollectionSuspended,
    data_collection::ResumeDataCollection,
    data_collection::StartDataCollection,
    data_collection::StopDataCollection,
    data_collection::SuspendDataCollection,
    call_detail_record::CdrNotification,
    call_detail_record::CdrReport,
    call_detail_record::SendStoredCdr,
    call_detail_record::StartCdrTransmission,
    call_detail_record::StopCdrTransmission,
    vendor::EscapeRegister,
    vendor::EscapeRegisterAbort,
    vendor::EscapeRegisterCancel,
    vendor::PrivateDataVersionSelection as "PrivateDataVersionSelectionArgument",
    capability::GetCstaFeature,
    system::GetRegistrations,
    system::RegistrationInfo,
    monitoring::GetMonitors,
    monitoring::MonitorInfo,
    call_control::MakeConnection,
    call_control::SendMessage,
    call_associated::ChangeConnectionInformation,
    logical_device::GetCallBack,
    voice_unit::ConcatenateMessage,
    voice_unit::DeleteMessage,
    voice_unit::PlayMessage,
    voice_unit::QueryVoiceAttribute,
    voice_unit::Reposition,
    voice_unit::Resume,
    voice_unit::Review,
    voice_unit::SetVoiceAttribute,
    voice_unit::Stop,
    voice_unit::Suspend,
    voice_unit::SynthesizeMessage,
    voice_unit::RecordMessage,
    voice_unit::Activate,
    voice_unit::Clear,
    voice_unit::Deactivate,
    voice_unit::Queue,
    voice_unit::Start,
    location::GetLocationInformation,
    location::SetLocationInformation,
    location::LocationTrackingSessionResumed,
    location::LocationTrackingSessionSuspended,
    location::ResumeLocationTrackingSession,
    location::LocationInformationReport,
    location::StartLocationTrackingSession,
    location::StopLocationTrackingSession,
    location::SuspendLocationTrackingSession,
    location::GetLocationTrackingCapabilities,
    location::GetLocationTrackingSessions,
    location::LocationSessionInfoReport,
    logical_device::GetPresenceState,
    logical_device::SetPresenceState,
];
