//! Services: the operations of CSTA, by service group.
//!
//! Each is an empty type that implements [`Operation`](crate::Operation), beside the types of its
//! argument and result. [`OPERATIONS`](crate::OPERATIONS) has them all in one table.
//!
//! The services by group, with their codes:
//!
//! - In [`call_associated`]: [Associate Data](AssociateData) 230, [Cancel Telephony
//!   Tones](CancelTelephonyTones) 231, [Change Connection Information](ChangeConnectionInformation)
//!   377, [Generate Digits](GenerateDigits) 232, [Generate Telephony Tones](GenerateTelephonyTones)
//!   233, [Send User Information](SendUserInfo) 234.
//! - In [`call_control`]: [Accept Call](AcceptCall) 214, [Alternate Call](AlternateCall) 1, [Answer
//!   Call](AnswerCall) 2, [Call Back Call-Related](CallBack) 215, [Call Back Message
//!   Call-Related](CallBackMessage) 216, [Camp On Call](CamponCall) 217, [Clear Call](ClearCall) 4,
//!   [Clear Connection](ClearConnection) 5, [Conference Call](ConferenceCall) 6, [Consultation
//!   Call](ConsultationCall) 7, [Deflect Call](DeflectCall) 218, [Dial Digits](DialDigits) 219,
//!   [Directed Pickup Call](DirectedPickupCall) 220, [Group Pickup Call](GroupPickupCall) 221,
//!   [Hold Call](HoldCall) 9, [Intrude Call](IntrudeCall) 222, [Join Call](JoinCall) 223, [Make
//!   Call](MakeCall) 10, [Make Connection](MakeConnection) 375, [Make Predictive
//!   Call](MakePredictiveCall) 11, [Park Call](ParkCall) 18, [Reconnect Call](ReconnectCall) 13,
//!   [Retrieve Call](RetrieveCall) 14, [Send Message](SendMessage) 376, [Single Step Conference
//!   Call](SingleStepConf) 20, [Single Step Transfer Call](SingleStepTrans) 50, [Transfer
//!   Call](TransferCall) 16.
//! - In [`call_detail_record`]: [Start Call Detail Records Transmission](StartCdrTransmission) 363,
//!   [Stop Call Detail Records Transmission](StopCdrTransmission) 364, [Send Stored Call Detail
//!   Records](SendStoredCdr) 362, [Call Detail Records Notification](CdrNotification) 360, [Call
//!   Detail Records Report](CdrReport) 361.
//! - In [`capability`]: [Get CSTA Features](GetCstaFeature) 370, [Get Logical Device
//!   Information](GetLogicalDeviceInformation) 201, [Get Physical Device
//!   Information](GetPhysicalDeviceInformation) 202, [Get Switching Function
//!   Capabilities](GetSwitchingFunctionCapabilities) 203, [Get Switching Function
//!   Devices](GetSwitchingFunctionDevices) 204, [Switching Function
//!   Devices](SwitchingFunctionDevices) 205.
//! - In [`data_collection`]: [Start Data Collection](StartDataCollection) 347, [Stop Data
//!   Collection](StopDataCollection) 348, [Suspend Data Collection](SuspendDataCollection) 349,
//!   [Data Collection Suspended](DataCollectionSuspended) 345, [Resume Data
//!   Collection](ResumeDataCollection) 346, [Data Collection Resumed](DataCollectionResumed) 344,
//!   [Data Collected](DataCollected) 343.
//! - In [`data_path`]: [I/O Register](IoRegister) 340, [I/O Register Abort](IoRegisterAbort) 341,
//!   [I/O Register Cancel](IoRegisterCancel) 342, [Start Data Path](StartDataPath) 110, [Stop Data
//!   Path](StopDataPath) 111, [Suspend Data Path](SuspendDataPath) 115, [Data Path
//!   Suspended](DataPathSuspended) 116, [Resume Data Path](ResumeDataPath) 117, [Data Path
//!   Resumed](DataPathResumed) 118, [Send Data](SendData) 112, [Send Multicast
//!   Data](SendMulticastData) 113, [Send Broadcast Data](SendBroadcastData) 114, [Fast
//!   Data](FastData) 119.
//! - In [`location`]: [Get Location Information](GetLocationInformation) 530, [Set Location
//!   Information](SetLocationInformation) 531, [Start Location Tracking
//!   Session](StartLocationTrackingSession) 536, [Stop Location Tracking
//!   Session](StopLocationTrackingSession) 537, [Suspend Location Tracking
//!   Session](SuspendLocationTrackingSession) 538, [Resume Location Tracking
//!   Session](ResumeLocationTrackingSession) 534, [Location Tracking Session
//!   Suspended](LocationTrackingSessionSuspended) 533, [Location Tracking Session
//!   Resumed](LocationTrackingSessionResumed) 532, [Location Information
//!   Report](LocationInformationReport) 535, [Get Location Tracking
//!   Capabilities](GetLocationTrackingCapabilities) 539, [Get Location Tracking
//!   Sessions](GetLocationTrackingSessions) 540, [Location Session
//!   Information](LocationSessionInfoReport) 541.
//! - In [`logical_device`]: [Get Agent State](GetAgentState) 304, [Set Agent State](SetAgentState)
//!   312, [Get Auto Answer](GetAutoAnswer) 305, [Set Auto Answer](SetAutoAnswer) 313, [Get Auto
//!   Work Mode](GetAutoWorkMode) 306, [Set Auto Work Mode](SetAutoWorkMode) 314, [Call Back
//!   Non-Call-Related](CallBackNonCallRelated) 300, [Call Back Message
//!   Non-Call-Related](CallBackMessageNonCallRelated) 301, [Cancel Call Back](CancelCallBack) 302,
//!   [Cancel Call Back Message](CancelCallBackMessage) 303, [Get Call Back](GetCallBack) 378, [Get
//!   Caller ID Status](GetCallerIdStatus) 307, [Set Caller ID Status](SetCallerIdStatus) 315, [Get
//!   Do Not Disturb](GetDoNotDisturb) 308, [Set Do Not Disturb](SetDoNotDisturb) 316, [Get
//!   Forwarding](GetForwarding) 309, [Set Forwarding](SetForwarding) 317, [Get Last Number
//!   Dialed](GetLastNumberDialed) 310, [Get Presence State](GetPresenceState) 550, [Set Presence
//!   State](SetPresenceState) 551, [Get Routeing Mode](GetRouteingMode) 311, [Set Routeing
//!   Mode](SetRouteingMode) 318.
//! - In [`media_attachment`]: [Attach Media Service](AttachMediaService) 244, [Detach Media
//!   Service](DetachMediaService) 245.
//! - In [`monitoring`]: [Monitor Start](MonitorStart) 71, [Change Monitor
//!   Filter](ChangeMonitorFilter) 72, [Monitor Stop](MonitorStop) 73, [Get Monitors](GetMonitors)
//!   373, [Monitor Info](MonitorInfo) 374, [Event Report](EventReport) 21.
//! - In [`physical_device`]: [Get Auditory Apparatus Information](GetAuditoryApparatusInformation)
//!   261, [Button Press](ButtonPress) 260, [Get Button Information](GetButtonInformation) 262, [Set
//!   Button Information](SetButtonInformation) 273, [Get Display](GetDisplay) 263, [Set
//!   Display](SetDisplay) 274, [Get Hookswitch Status](GetHookswitchStatus) 264, [Set Hookswitch
//!   Status](SetHookswitchStatus) 275, [Get Lamp Information](GetLampInformation) 265, [Get Lamp
//!   Mode](GetLampMode) 266, [Set Lamp Mode](SetLampMode) 276, [Get Message Waiting
//!   Indicator](GetMessageWaitingIndicator) 267, [Set Message Waiting
//!   Indicator](SetMessageWaitingIndicator) 277, [Get Microphone Gain](GetMicrophoneGain) 268, [Set
//!   Microphone Gain](SetMicrophoneGain) 278, [Get Microphone Mute](GetMicrophoneMute) 269, [Set
//!   Microphone Mute](SetMicrophoneMute) 279, [Get Ringer Status](GetRingerStatus) 270, [Set Ringer
//!   Status](SetRingerStatus) 280, [Get Speaker Mute](GetSpeakerMute) 271, [Set Speaker
//!   Mute](SetSpeakerMute) 281, [Get Speaker Volume](GetSpeakerVolume) 272, [Set Speaker
//!   Volume](SetSpeakerVolume) 282.
//! - In [`routeing`]: [Route Register](RouteRegister) 248, [Route Register
//!   Abort](RouteRegisterAbort) 249, [Route Register Cancel](RouteRegisterCancel) 250, [Route
//!   Request](RouteRequest) 31, [Re-Route](ReRouteRequest) 32, [Route Select](RouteSelectRequest)
//!   33, [Route Used](RouteUsedRequest) 34, [Route End](RouteEndRequest) 35, [Route
//!   Reject](RouteReject) 36.
//! - In [`snapshot`]: [Snapshot Call](SnapshotCall) 75, [Snapshot Call Data](SnapshotCallData) 76,
//!   [Snapshot Device](SnapshotDevice) 74, [Snapshot Device Data](SnapshotDeviceData) 77.
//! - In [`system`]: [System Register](SystemRegister) 207, [System Register
//!   Abort](SystemRegisterAbort) 208, [System Register Cancel](SystemRegisterCancel) 209, [Get
//!   Registrations](GetRegistrations) 371, [Registration Info](RegistrationInfo) 372, [Change
//!   System Status Filter](ChangeSysStatFilter) 206, [Request System Status](RequestSysStat) 210,
//!   [System Status](SystemStatus) 211, [Switching Function Capabilities
//!   Changed](SwFunctionCapsChanged) 212, [Switching Function Devices
//!   Changed](SwFunctionDevicesChanged) 213.
//! - In [`vendor`]: [Escape] 51, [Escape Register](EscapeRegister) 365, [Escape Register
//!   Abort](EscapeRegisterAbort) 366, [Escape Register Cancel](EscapeRegisterCancel) 367, [Private
//!   Data Version Selection](PrivateDataVersionSelection) 368.
//! - In [`voice_unit`]: [Concatenate Message](ConcatenateMessage) 500, [Delete
//!   Message](DeleteMessage) 501, [Play Message](PlayMessage) 502, [Record Message](RecordMessage)
//!   511, [Synthesize Message](SynthesizeMessage) 510, [Queue] 515, [Start] 516, [Clear] 513,
//!   [Reposition] 504, [Resume] 505, [Review] 506, [Stop] 508, [Suspend] 509, [Activate] 512,
//!   [Deactivate] 514, [Query Voice Attribute](QueryVoiceAttribute) 503, [Set Voice
//!   Attribute](SetVoiceAttribute) 507.

pub mod call_associated;
pub mod call_control;
pub mod call_detail_record;
pub mod capability;
pub mod data_collection;
pub mod data_path;
pub mod location;
pub mod logical_device;
pub mod media_attachment;
pub mod monitoring;
pub mod physical_device;
pub mod routeing;
pub mod snapshot;
pub mod system;
pub mod vendor;
pub mod voice_unit;

pub use call_associated::*;
pub use call_control::*;
pub use call_detail_record::*;
pub use capability::*;
pub use data_collection::*;
pub use data_path::*;
pub use location::*;
pub use logical_device::*;
pub use media_attachment::*;
pub use monitoring::*;
pub use physical_device::*;
pub use routeing::*;
pub use snapshot::*;
pub use system::*;
pub use vendor::*;
pub use voice_unit::*;
