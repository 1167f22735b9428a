//! Services: the operations of CSTA, by service group.
//!
//! Each is an empty type that implements [`Operation`](crate::Operation), beside the types of its
//! argument and result. [`OPERATIONS`](crate::OPERATIONS) has them all in one table.
//!
//! The services of ECMA-269 by group, with what invokes them and whether they are confirmed:
//!
//! # Call associated
//!
//! In [`call_associated`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Associate Data](AssociateData) | 230 | `associateData` | application | yes |
//! | [Cancel Telephony Tones](CancelTelephonyTones) | 231 | `cancelTelephonyTones` | application | yes |
//! | [Change Connection Information](ChangeConnectionInformation) | 377 | `changeConnectionInformation` | application | yes |
//! | [Generate Digits](GenerateDigits) | 232 | `generateDigits` | application | yes |
//! | [Generate Telephony Tones](GenerateTelephonyTones) | 233 | `generateTelephonyTones` | application | yes |
//! | [Send User Information](SendUserInfo) | 234 | `sendUserInfo` | application | yes |
//!
//! # Call control
//!
//! In [`call_control`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Accept Call](AcceptCall) | 214 | `acceptCall` | application | yes |
//! | [Alternate Call](AlternateCall) | 1 | `alternateCall` | application | yes |
//! | [Answer Call](AnswerCall) | 2 | `answerCall` | application | yes |
//! | [Call Back Call-Related](CallBack) | 215 | `callBack` | application | yes |
//! | [Call Back Message Call-Related](CallBackMessage) | 216 | `callBackMessage` | application | yes |
//! | [Camp On Call](CamponCall) | 217 | `camponCall` | application | yes |
//! | [Clear Call](ClearCall) | 4 | `clearCall` | application | yes |
//! | [Clear Connection](ClearConnection) | 5 | `clearConnection` | application | yes |
//! | [Conference Call](ConferenceCall) | 6 | `conferenceCall` | application | yes |
//! | [Consultation Call](ConsultationCall) | 7 | `consultationCall` | application | yes |
//! | [Deflect Call](DeflectCall) | 218 | `deflectCall` | application | yes |
//! | [Dial Digits](DialDigits) | 219 | `dialDigits` | application | yes |
//! | [Directed Pickup Call](DirectedPickupCall) | 220 | `directedPickupCall` | application | yes |
//! | [Group Pickup Call](GroupPickupCall) | 221 | `groupPickupCall` | application | yes |
//! | [Hold Call](HoldCall) | 9 | `holdCall` | application | yes |
//! | [Intrude Call](IntrudeCall) | 222 | `intrudeCall` | application | yes |
//! | [Join Call](JoinCall) | 223 | `joinCall` | application | yes |
//! | [Make Call](MakeCall) | 10 | `makeCall` | application | yes |
//! | [Make Connection](MakeConnection) | 375 | `makeConnection` | application | yes |
//! | [Make Predictive Call](MakePredictiveCall) | 11 | `makePredictiveCall` | application | yes |
//! | [Park Call](ParkCall) | 18 | `parkCall` | application | yes |
//! | [Reconnect Call](ReconnectCall) | 13 | `reconnectCall` | application | yes |
//! | [Retrieve Call](RetrieveCall) | 14 | `retrieveCall` | application | yes |
//! | [Send Message](SendMessage) | 376 | `sendMessage` | application | yes |
//! | [Single Step Conference Call](SingleStepConf) | 20 | `singleStepConf` | application | yes |
//! | [Single Step Transfer Call](SingleStepTrans) | 50 | `singleStepTrans` | application | yes |
//! | [Transfer Call](TransferCall) | 16 | `transferCall` | application | yes |
//!
//! # Call detail records
//!
//! In [`call_detail_record`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Start Call Detail Records Transmission](StartCdrTransmission) | 363 | `startCDRTransmission` | application | yes |
//! | [Stop Call Detail Records Transmission](StopCdrTransmission) | 364 | `stopCDRTransmission` | either | yes |
//! | [Send Stored Call Detail Records](SendStoredCdr) | 362 | `sendStoredCDR` | application | yes |
//! | [Call Detail Records Notification](CdrNotification) | 360 | `cDRNotification` | switch | yes |
//! | [Call Detail Records Report](CdrReport) | 361 | `cDRReport` | switch | yes |
//!
//! # Capability exchange
//!
//! In [`capability`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Get CSTA Features](GetCstaFeature) | 370 | `getCSTAFeature` | application | yes |
//! | [Get Logical Device Information](GetLogicalDeviceInformation) | 201 | `getLogicalDeviceInformation` | application | yes |
//! | [Get Physical Device Information](GetPhysicalDeviceInformation) | 202 | `getPhysicalDeviceInformation` | application | yes |
//! | [Get Switching Function Capabilities](GetSwitchingFunctionCapabilities) | 203 | `getSwitchingFunctionCapabilities` | application | yes |
//! | [Get Switching Function Devices](GetSwitchingFunctionDevices) | 204 | `getSwitchingFunctionDevices` | application | yes |
//! | [Switching Function Devices](SwitchingFunctionDevices) | 205 | `switchingFunctionDevices` | switch | no |
//!
//! # Data collection
//!
//! In [`data_collection`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Start Data Collection](StartDataCollection) | 347 | `startDataCollection` | application | yes |
//! | [Stop Data Collection](StopDataCollection) | 348 | `stopDataCollection` | application | yes |
//! | [Suspend Data Collection](SuspendDataCollection) | 349 | `suspendDataCollection` | application | yes |
//! | [Data Collection Suspended](DataCollectionSuspended) | 345 | `dataCollectionSuspended` | switch | yes |
//! | [Resume Data Collection](ResumeDataCollection) | 346 | `resumeDataCollection` | application | yes |
//! | [Data Collection Resumed](DataCollectionResumed) | 344 | `dataCollectionResumed` | switch | yes |
//! | [Data Collected](DataCollected) | 343 | `dataCollected` | switch | yes |
//!
//! # Data path and I/O registration
//!
//! In [`data_path`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [I/O Register](IoRegister) | 340 | `ioRegister` | application | yes |
//! | [I/O Register Abort](IoRegisterAbort) | 341 | `ioRegisterAbort` | switch | no |
//! | [I/O Register Cancel](IoRegisterCancel) | 342 | `ioRegisterCancel` | application | yes |
//! | [Start Data Path](StartDataPath) | 110 | `startDataPath` | either | yes |
//! | [Stop Data Path](StopDataPath) | 111 | `stopDataPath` | either | yes |
//! | [Suspend Data Path](SuspendDataPath) | 115 | `suspendDataPath` | application | yes |
//! | [Data Path Suspended](DataPathSuspended) | 116 | `dataPathSuspended` | switch | yes |
//! | [Resume Data Path](ResumeDataPath) | 117 | `resumeDataPath` | application | yes |
//! | [Data Path Resumed](DataPathResumed) | 118 | `dataPathResumed` | switch | yes |
//! | [Send Data](SendData) | 112 | `sendData` | either | yes |
//! | [Send Multicast Data](SendMulticastData) | 113 | `sendMulticastData` | application | yes |
//! | [Send Broadcast Data](SendBroadcastData) | 114 | `sendBroadcastData` | application | yes |
//! | [Fast Data](FastData) | 119 | `fastData` | either | yes |
//!
//! # Location
//!
//! In [`location`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Get Location Information](GetLocationInformation) | 530 | `getLocationInformation` | application | yes |
//! | [Set Location Information](SetLocationInformation) | 531 | `setLocationInformation` | application | yes |
//! | [Start Location Tracking Session](StartLocationTrackingSession) | 536 | `startLocationTrackingSession` | application | yes |
//! | [Stop Location Tracking Session](StopLocationTrackingSession) | 537 | `stopLocationTrackingSession` | either | yes |
//! | [Suspend Location Tracking Session](SuspendLocationTrackingSession) | 538 | `suspendLocationTrackingSession` | application | yes |
//! | [Resume Location Tracking Session](ResumeLocationTrackingSession) | 534 | `resumeLocationTrackingSession` | application | yes |
//! | [Location Tracking Session Suspended](LocationTrackingSessionSuspended) | 533 | `locationTrackingSessionSuspended` | switch | yes |
//! | [Location Tracking Session Resumed](LocationTrackingSessionResumed) | 532 | `locationTrackingSessionResumed` | switch | yes |
//! | [Location Information Report](LocationInformationReport) | 535 | `locationInformationReport` | switch | yes |
//! | [Get Location Tracking Capabilities](GetLocationTrackingCapabilities) | 539 | `getLocationTrackingCapabilities` | application | yes |
//! | [Get Location Tracking Sessions](GetLocationTrackingSessions) | 540 | `getLocationTrackingSessions` | application | yes |
//! | [Location Session Information](LocationSessionInfoReport) | 541 | `locationSessionInfoReport` | switch | no |
//!
//! # Logical device features
//!
//! In [`logical_device`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Get Agent State](GetAgentState) | 304 | `getAgentState` | application | yes |
//! | [Set Agent State](SetAgentState) | 312 | `setAgentState` | application | yes |
//! | [Get Auto Answer](GetAutoAnswer) | 305 | `getAutoAnswer` | application | yes |
//! | [Set Auto Answer](SetAutoAnswer) | 313 | `setAutoAnswer` | application | yes |
//! | [Get Auto Work Mode](GetAutoWorkMode) | 306 | `getAutoWorkMode` | application | yes |
//! | [Set Auto Work Mode](SetAutoWorkMode) | 314 | `setAutoWorkMode` | application | yes |
//! | [Call Back Non-Call-Related](CallBackNonCallRelated) | 300 | `callBackNonCallRelated` | application | yes |
//! | [Call Back Message Non-Call-Related](CallBackMessageNonCallRelated) | 301 | `callBackMessageNonCallRelated` | application | yes |
//! | [Cancel Call Back](CancelCallBack) | 302 | `cancelCallBack` | application | yes |
//! | [Cancel Call Back Message](CancelCallBackMessage) | 303 | `cancelCallBackMessage` | application | yes |
//! | [Get Call Back](GetCallBack) | 378 | `getCallBack` | application | yes |
//! | [Get Caller ID Status](GetCallerIdStatus) | 307 | `getCallerIDStatus` | application | yes |
//! | [Set Caller ID Status](SetCallerIdStatus) | 315 | `setCallerIDStatus` | application | yes |
//! | [Get Do Not Disturb](GetDoNotDisturb) | 308 | `getDoNotDisturb` | application | yes |
//! | [Set Do Not Disturb](SetDoNotDisturb) | 316 | `setDoNotDisturb` | application | yes |
//! | [Get Forwarding](GetForwarding) | 309 | `getForwarding` | application | yes |
//! | [Set Forwarding](SetForwarding) | 317 | `setForwarding` | application | yes |
//! | [Get Last Number Dialed](GetLastNumberDialed) | 310 | `getLastNumberDialed` | application | yes |
//! | [Get Presence State](GetPresenceState) | 550 | `getPresenceState` | application | yes |
//! | [Set Presence State](SetPresenceState) | 551 | `setPresenceState` | application | yes |
//! | [Get Routeing Mode](GetRouteingMode) | 311 | `getRouteingMode` | application | yes |
//! | [Set Routeing Mode](SetRouteingMode) | 318 | `setRouteingMode` | application | yes |
//!
//! # Media attachment
//!
//! In [`media_attachment`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Attach Media Service](AttachMediaService) | 244 | `attachMediaService` | application | yes |
//! | [Detach Media Service](DetachMediaService) | 245 | `detachMediaService` | application | yes |
//!
//! # Monitoring
//!
//! In [`monitoring`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Monitor Start](MonitorStart) | 71 | `monitorStart` | application | yes |
//! | [Change Monitor Filter](ChangeMonitorFilter) | 72 | `changeMonitorFilter` | application | yes |
//! | [Monitor Stop](MonitorStop) | 73 | `monitorStop` | either | yes |
//! | [Get Monitors](GetMonitors) | 373 | `getMonitors` | application | yes |
//! | [Monitor Info](MonitorInfo) | 374 | `monitorInfo` | switch | no |
//! | [Event Report](EventReport) | 21 | `cSTAEventReport` | switch | no |
//!
//! # Physical device features
//!
//! In [`physical_device`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Get Auditory Apparatus Information](GetAuditoryApparatusInformation) | 261 | `getAuditoryApparatusInformation` | application | yes |
//! | [Button Press](ButtonPress) | 260 | `buttonPress` | application | yes |
//! | [Get Button Information](GetButtonInformation) | 262 | `getButtonInformation` | application | yes |
//! | [Set Button Information](SetButtonInformation) | 273 | `setButtonInformation` | application | yes |
//! | [Get Display](GetDisplay) | 263 | `getDisplay` | application | yes |
//! | [Set Display](SetDisplay) | 274 | `setDisplay` | application | yes |
//! | [Get Hookswitch Status](GetHookswitchStatus) | 264 | `getHookswitchStatus` | application | yes |
//! | [Set Hookswitch Status](SetHookswitchStatus) | 275 | `setHookswitchStatus` | application | yes |
//! | [Get Lamp Information](GetLampInformation) | 265 | `getLampInformation` | application | yes |
//! | [Get Lamp Mode](GetLampMode) | 266 | `getLampMode` | application | yes |
//! | [Set Lamp Mode](SetLampMode) | 276 | `setLampMode` | application | yes |
//! | [Get Message Waiting Indicator](GetMessageWaitingIndicator) | 267 | `getMessageWaitingIndicator` | application | yes |
//! | [Set Message Waiting Indicator](SetMessageWaitingIndicator) | 277 | `setMessageWaitingIndicator` | application | yes |
//! | [Get Microphone Gain](GetMicrophoneGain) | 268 | `getMicrophoneGain` | application | yes |
//! | [Set Microphone Gain](SetMicrophoneGain) | 278 | `setMicrophoneGain` | application | yes |
//! | [Get Microphone Mute](GetMicrophoneMute) | 269 | `getMicrophoneMute` | application | yes |
//! | [Set Microphone Mute](SetMicrophoneMute) | 279 | `setMicrophoneMute` | application | yes |
//! | [Get Ringer Status](GetRingerStatus) | 270 | `getRingerStatus` | application | yes |
//! | [Set Ringer Status](SetRingerStatus) | 280 | `setRingerStatus` | application | yes |
//! | [Get Speaker Mute](GetSpeakerMute) | 271 | `getSpeakerMute` | application | yes |
//! | [Set Speaker Mute](SetSpeakerMute) | 281 | `setSpeakerMute` | application | yes |
//! | [Get Speaker Volume](GetSpeakerVolume) | 272 | `getSpeakerVolume` | application | yes |
//! | [Set Speaker Volume](SetSpeakerVolume) | 282 | `setSpeakerVolume` | application | yes |
//!
//! # Routeing
//!
//! In [`routeing`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Route Register](RouteRegister) | 248 | `routeRegister` | application | yes |
//! | [Route Register Abort](RouteRegisterAbort) | 249 | `routeRegisterAbort` | switch | no |
//! | [Route Register Cancel](RouteRegisterCancel) | 250 | `routeRegisterCancel` | application | yes |
//! | [Route Request](RouteRequest) | 31 | `routeRequest` | switch | no |
//! | [Re-Route](ReRouteRequest) | 32 | `reRouteRequest` | switch | no |
//! | [Route Select](RouteSelectRequest) | 33 | `routeSelectRequest` | application | no |
//! | [Route Used](RouteUsedRequest) | 34 | `routeUsedRequest` | switch | no |
//! | [Route End](RouteEndRequest) | 35 | `routeEndRequest` | either | no |
//! | [Route Reject](RouteReject) | 36 | `routeReject` | application | no |
//!
//! # Snapshot
//!
//! In [`snapshot`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Snapshot Call](SnapshotCall) | 75 | `snapshotCall` | application | yes |
//! | [Snapshot Call Data](SnapshotCallData) | 76 | `snapshotCallData` | switch | no |
//! | [Snapshot Device](SnapshotDevice) | 74 | `snapshotDevice` | application | yes |
//! | [Snapshot Device Data](SnapshotDeviceData) | 77 | `snapshotDeviceData` | switch | no |
//!
//! # System
//!
//! In [`system`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [System Register](SystemRegister) | 207 | `systemRegister` | application | yes |
//! | [System Register Abort](SystemRegisterAbort) | 208 | `systemRegisterAbort` | switch | no |
//! | [System Register Cancel](SystemRegisterCancel) | 209 | `systemRegisterCancel` | application | yes |
//! | [Get Registrations](GetRegistrations) | 371 | `getRegistrations` | application | yes |
//! | [Registration Info](RegistrationInfo) | 372 | `registrationInfo` | switch | no |
//! | [Change System Status Filter](ChangeSysStatFilter) | 206 | `changeSysStatFilter` | application | yes |
//! | [Request System Status](RequestSysStat) | 210 | `requestSysStat` | either | yes |
//! | [System Status](SystemStatus) | 211 | `systemStatus` | either | yes |
//! | [Switching Function Capabilities Changed](SwFunctionCapsChanged) | 212 | `swFunctionCapsChanged` | switch | yes |
//! | [Switching Function Devices Changed](SwFunctionDevicesChanged) | 213 | `swFunctionDevicesChanged` | switch | yes |
//!
//! # Vendor specific
//!
//! In [`vendor`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Escape] | 51 | `escape` | either | yes |
//! | [Escape Register](EscapeRegister) | 365 | `escapeRegister` | application | yes |
//! | [Escape Register Abort](EscapeRegisterAbort) | 366 | `escapeRegisterAbort` | switch | no |
//! | [Escape Register Cancel](EscapeRegisterCancel) | 367 | `escapeRegisterCancel` | application | yes |
//! | [Private Data Version Selection](PrivateDataVersionSelection) | 368 | `privateDataVersionSelection` | application | yes |
//!
//! # Voice unit
//!
//! In [`voice_unit`]:
//!
//! | service | code | operation | invoked by | confirmed |
//! |---|---|---|---|---|
//! | [Concatenate Message](ConcatenateMessage) | 500 | `concatenateMessage` | application | yes |
//! | [Delete Message](DeleteMessage) | 501 | `deleteMessage` | application | yes |
//! | [Play Message](PlayMessage) | 502 | `playMessage` | application | yes |
//! | [Record Message](RecordMessage) | 511 | `recordMessage` | application | yes |
//! | [Synthesize Message](SynthesizeMessage) | 510 | `synthesizeMessage` | application | yes |
//! | [Queue] | 515 | `queue` | application | yes |
//! | [Start] | 516 | `start` | application | yes |
//! | [Clear] | 513 | `clear` | application | yes |
//! | [Reposition] | 504 | `reposition` | application | yes |
//! | [Resume] | 505 | `resume` | application | yes |
//! | [Review] | 506 | `review` | application | yes |
//! | [Stop] | 508 | `stop` | application | yes |
//! | [Suspend] | 509 | `suspend` | application | yes |
//! | [Activate] | 512 | `activate` | application | yes |
//! | [Deactivate] | 514 | `deactivate` | application | yes |
//! | [Query Voice Attribute](QueryVoiceAttribute) | 503 | `queryVoiceAttribute` | application | yes |
//! | [Set Voice Attribute](SetVoiceAttribute) | 507 | `setVoiceAttribute` | application | yes |

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
