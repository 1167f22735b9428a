//! What stands in the open types of ROSE: for each operation, how its argument and result are read.

use bytes::Bytes;
use csta_codec::ber::normalise;
use csta_codec::events::EventReport;
use csta_codec::rose::Rose;
use csta_codec::services::*;
use csta_codec::types::UniversalFailure;
use csta_codec::{Apdu, Ber, DecodeError, Element, Operation, Owned};

/// A type of which only the octets matter.
#[derive(Debug)]
pub(crate) struct Kind {
    /// The ASN.1 name.
    pub(crate) name: &'static str,
    /// Reads an element and forgets it.
    pub(crate) check: fn(&Element<'_>) -> Result<(), DecodeError>,
    /// Reads an element and writes what was read.
    pub(crate) read: fn(&Element<'_>) -> Result<Vec<u8>, DecodeError>,
    /// Reads octets and writes what was read.
    pub(crate) decode: fn(&[u8]) -> Result<Vec<u8>, DecodeError>,
    /// The same by way of an owned value.
    pub(crate) keep: fn(&Element<'_>, &Bytes) -> Result<Vec<u8>, DecodeError>,
    pub(crate) normalise: fn(&[u8]) -> Result<Vec<u8>, DecodeError>,
}

const fn kind<T: Ber<'static>>() -> Kind {
    Kind {
        name: T::NAME,
        check: |element| element.read::<T::At<'_>>().map(drop),
        read: |element| Ok(element.read::<T::At<'_>>()?.encode()),
        decode: |octets| Ok(T::At::decode(octets)?.encode()),
        keep: |element, frame| Ok(Owned::<T>::from_element(element, frame)?.get().encode()),
        normalise: normalise::<T>,
    }
}

/// An operation of which only the octets matter.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) code: i32,
    pub(crate) argument: Kind,
    pub(crate) result: Kind,
}

macro_rules! operations {
    ($($operation:ident)*) => {
        /// Each operation of CSTA.
        pub(crate) static OPERATIONS: &[Entry] = &[$(Entry {
            code: $operation::CODE,
            argument: kind::<<$operation as Operation>::Argument<'static>>(),
            result: kind::<<$operation as Operation>::Result<'static>>(),
        }),*];
    };
}

operations! {
    AlternateCall AnswerCall ClearCall ClearConnection ConferenceCall ConsultationCall HoldCall
    MakeCall MakePredictiveCall ReconnectCall RetrieveCall TransferCall ParkCall SingleStepConf
    EventReport RouteRequest ReRouteRequest RouteSelectRequest RouteUsedRequest RouteEndRequest
    RouteReject SingleStepTrans Escape MonitorStart ChangeMonitorFilter MonitorStop
    SnapshotDevice SnapshotCall SnapshotCallData SnapshotDeviceData StartDataPath StopDataPath
    SendData SendMulticastData SendBroadcastData SuspendDataPath DataPathSuspended
    ResumeDataPath DataPathResumed FastData GetLogicalDeviceInformation
    GetPhysicalDeviceInformation GetSwitchingFunctionCapabilities GetSwitchingFunctionDevices
    SwitchingFunctionDevices ChangeSysStatFilter SystemRegister SystemRegisterAbort
    SystemRegisterCancel RequestSysStat SystemStatus SwFunctionCapsChanged
    SwFunctionDevicesChanged AcceptCall CallBack CallBackMessage CamponCall DeflectCall
    DialDigits DirectedPickupCall GroupPickupCall IntrudeCall JoinCall AssociateData
    CancelTelephonyTones GenerateDigits GenerateTelephonyTones SendUserInfo AttachMediaService
    DetachMediaService RouteRegister RouteRegisterAbort RouteRegisterCancel ButtonPress
    GetAuditoryApparatusInformation GetButtonInformation GetDisplay GetHookswitchStatus
    GetLampInformation GetLampMode GetMessageWaitingIndicator GetMicrophoneGain
    GetMicrophoneMute GetRingerStatus GetSpeakerMute GetSpeakerVolume SetButtonInformation
    SetDisplay SetHookswitchStatus SetLampMode SetMessageWaitingIndicator SetMicrophoneGain
    SetMicrophoneMute SetRingerStatus SetSpeakerMute SetSpeakerVolume CallBackNonCallRelated
    CallBackMessageNonCallRelated CancelCallBack CancelCallBackMessage GetAgentState
    GetAutoAnswer GetAutoWorkMode GetCallerIdStatus GetDoNotDisturb GetForwarding
    GetLastNumberDialed GetRouteingMode SetAgentState SetAutoAnswer SetAutoWorkMode
    SetCallerIdStatus SetDoNotDisturb SetForwarding SetRouteingMode IoRegister IoRegisterAbort
    IoRegisterCancel DataCollected DataCollectionResumed DataCollectionSuspended
    ResumeDataCollection StartDataCollection StopDataCollection SuspendDataCollection
    CdrNotification CdrReport SendStoredCdr StartCdrTransmission StopCdrTransmission
    EscapeRegister EscapeRegisterAbort EscapeRegisterCancel PrivateDataVersionSelection
    GetCstaFeature GetRegistrations RegistrationInfo GetMonitors MonitorInfo MakeConnection
    SendMessage ChangeConnectionInformation GetCallBack ConcatenateMessage DeleteMessage
    PlayMessage QueryVoiceAttribute Reposition Resume Review SetVoiceAttribute Stop Suspend
    SynthesizeMessage RecordMessage Activate Clear Deactivate Queue Start GetLocationInformation
    SetLocationInformation LocationTrackingSessionResumed LocationTrackingSessionSuspended
    ResumeLocationTrackingSession LocationInformationReport StartLocationTrackingSession
    StopLocationTrackingSession SuspendLocationTrackingSession GetLocationTrackingCapabilities
    GetLocationTrackingSessions LocationSessionInfoReport GetPresenceState SetPresenceState
}

static ERROR: Kind = kind::<UniversalFailure<'static>>();

/// The open type of a message of ROSE, and the type that belongs there.
pub(crate) fn open<'a>(apdu: &Apdu<'a>) -> Option<(&'static Kind, Element<'a>)> {
    let entry = |code: i32| OPERATIONS.iter().find(|entry| entry.code == code);
    match apdu {
        Apdu::Rose(Rose::Invoke(invoke)) => {
            Some((&entry(invoke.operation.local()?)?.argument, invoke.argument?))
        }
        Apdu::Rose(Rose::ReturnResult(result)) => {
            let result = result.result?;
            Some((&entry(result.operation.local()?)?.result, result.result))
        }
        Apdu::Rose(Rose::ReturnError(error)) => Some((&ERROR, error.parameter?)),
        _ => None,
    }
}
