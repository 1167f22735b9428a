//! Requests and results that hold private data or nothing.

use csta_codec::services;

use super::{PrivateDataCarrier, PrivateValues};

macro_rules! extensions_or_nothing {
    ($($name:ident),* $(,)?) => {$(
        impl<'a> PrivateDataCarrier<'a> for services::$name<'a> {
            fn private_values(&self) -> PrivateValues<'a> {
                match self {
                    Self::Extensions(extensions) => extensions.private_values(),
                    _ => PrivateValues::default(),
                }
            }
        }
    )*};
}

extensions_or_nothing! {
    AcceptCallResult,
    AlternateCallResult,
    AnswerCallResult,
    AssociateDataResult,
    ButtonPressResult,
    CallBackMessageNonCallRelatedResult,
    CallBackNonCallRelatedResult,
    CamponCallResult,
    CancelCallBackMessageResult,
    CancelCallBackResult,
    CancelTelephonyTonesResult,
    CdrNotificationResult,
    CdrReportResult,
    ClearCallResult,
    ClearConnectionResult,
    DataCollectedResult,
    DataCollectionResumedResult,
    DataCollectionSuspendedResult,
    DataPathResumedResult,
    DataPathSuspendedResult,
    DeflectCallResult,
    DeleteMessageResult,
    DetachMediaServiceResult,
    DialDigitsResult,
    EscapeRegisterArgument,
    EscapeRegisterCancelResult,
    EscapeResult,
    FastDataResult,
    GenerateDigitsResult,
    GenerateTelephonyTonesResult,
    GetSwitchingFunctionCapsArgument,
    HoldCallResult,
    IoRegisterCancelResult,
    MonitorStopResult,
    PlayMessageResult,
    PrivateDataVersionSelectionResult,
    ReconnectCallResult,
    RepositionResult,
    ResumeDataCollectionResult,
    ResumeDataPathResult,
    ResumeResult,
    RetrieveCallResult,
    ReviewResult,
    RouteRegisterCancelResult,
    SendBroadcastDataResult,
    SendDataResult,
    SendMulticastDataResult,
    SendStoredCdrResult,
    SendUserInfoResult,
    SetAutoAnswerResult,
    SetAutoWorkModeResult,
    SetButtonInformationResult,
    SetCallerIdStatusResult,
    SetDisplayResult,
    SetDoNotDisturbResult,
    SetForwardingResult,
    SetHookswitchStatusResult,
    SetLampModeResult,
    SetMessageWaitingIndicatorResult,
    SetMicrophoneGainResult,
    SetMicrophoneMuteResult,
    SetPresenceStateResult,
    SetRingerStatusResult,
    SetRouteingModeResult,
    SetSpeakerMuteResult,
    SetSpeakerVolumeResult,
    SetVoiceAttributeResult,
    StopCdrTransmissionResult,
    StopDataCollectionResult,
    StopDataPathResult,
    StopResult,
    SuspendDataCollectionResult,
    SuspendDataPathResult,
    SuspendResult,
    SwFunctionCapsChangedRes,
    SwFunctionDevicesChangedRes,
    SystemRegisterCancelResult,
    SystemStatusRes,
}
