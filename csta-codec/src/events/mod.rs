//! Events: what a monitor reports. [`EVENTS`] has them all in one table.
//!
//! The events of ECMA-269 by group, with the context tag under which they stand in a report and
//! the bit that suppresses them in a [`MonitorFilter`](crate::types::MonitorFilter), which often is
//! another number:
//!
//! # Call control
//!
//! In [`CallControlEvents`], `callControlEvents`, tag 0:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Bridged](BridgedEvent) | 0 | 15 | `bridged` |
//! | [Call Cleared](CallClearedEvent) | 1 | 0 | `callCleared` |
//! | [Conferenced](ConferencedEvent) | 2 | 1 | `conferenced` |
//! | [Connection Cleared](ConnectionClearedEvent) | 3 | 2 | `connectionCleared` |
//! | [Delivered](DeliveredEvent) | 4 | 3 | `delivered` |
//! | [Digits Dialed](DigitsDialedEvent) | 5 | 14 | `digitsDialed` |
//! | [Diverted](DivertedEvent) | 6 | 4 | `diverted` |
//! | [Established](EstablishedEvent) | 7 | 5 | `established` |
//! | [Failed](FailedEvent) | 8 | 6 | `failed` |
//! | [Held](HeldEvent) | 9 | 7 | `held` |
//! | [Network Capabilities Changed](NetworkCapabilitiesChangedEvent) | 10 | 16 | `networkCapabilitiesChanged` |
//! | [Network Reached](NetworkReachedEvent) | 11 | 8 | `networkReached` |
//! | [Offered](OfferedEvent) | 12 | 17 | `offered` |
//! | [Originated](OriginatedEvent) | 13 | 9 | `originated` |
//! | [Queued](QueuedEvent) | 14 | 10 | `queued` |
//! | [Retrieved](RetrievedEvent) | 15 | 11 | `retrieved` |
//! | [Service Initiated](ServiceInitiatedEvent) | 16 | 12 | `serviceInitiated` |
//! | [Transferred](TransferredEvent) | 17 | 13 | `transferred` |
//!
//! # Call associated
//!
//! In [`CallAssociatedEvents`], `callAssociatedEvents`, tag 1:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Call Information](CallInformationEvent) | 0 | 0 | `callInformation` |
//! | [Charging](ChargingEvent) | 1 | 1 | `charging` |
//! | [Digits Generated](DigitsGeneratedEvent) | 2 | 2 | `digitsGeneratedEvent` |
//! | [Telephony Tones Generated](TelephonyTonesGeneratedEvent) | 3 | 3 | `telephonyTonesGeneratedEvent` |
//! | [Service Completion Failure](ServiceCompletionFailureEvent) | 4 | 4 | `serviceCompletionFailure` |
//!
//! # Media attachment
//!
//! In [`MediaAttachmentEvents`], `mediaAttachmentEvents`, tag 2:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Media Attached](MediaAttachedEvent) | 0 | 0 | `mediaAttached` |
//! | [Media Detached](MediaDetachedEvent) | 1 | 1 | `mediaDetached` |
//!
//! # Physical device features
//!
//! In [`PhysicalDeviceFeatureEvents`], `physicalDeviceFeatureEvents`, tag 3:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Button Information](ButtonInformationEvent) | 0 | 0 | `buttonInformation` |
//! | [Button Press](ButtonPressEvent) | 1 | 1 | `buttonPress` |
//! | [Display Updated](DisplayUpdatedEvent) | 2 | 2 | `displayUpdated` |
//! | [Hookswitch](HookswitchEvent) | 3 | 3 | `hookswitch` |
//! | [Lamp Mode](LampModeEvent) | 4 | 4 | `lampMode` |
//! | [Message Waiting](MessageWaitingEvent) | 5 | 5 | `messageWaiting` |
//! | [Microphone Gain](MicrophoneGainEvent) | 6 | 6 | `microphoneGain` |
//! | [Microphone Mute](MicrophoneMuteEvent) | 7 | 7 | `microphoneMute` |
//! | [Ringer Status](RingerStatusEvent) | 8 | 8 | `ringerStatus` |
//! | [Speaker Mute](SpeakerMuteEvent) | 9 | 9 | `speakerMute` |
//! | [Speaker Volume](SpeakerVolumeEvent) | 10 | 10 | `speakerVolume` |
//!
//! # Logical device features
//!
//! In [`LogicalDeviceFeatureEvents`], `logicalDeviceFeatureEvents`, tag 4:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Agent Busy](AgentBusyEvent) | 0 | 0 | `agentBusy` |
//! | [Agent Logged On](AgentLoggedOnEvent) | 1 | 1 | `agentLoggedOn` |
//! | [Agent Logged Off](AgentLoggedOffEvent) | 2 | 2 | `agentLoggedOff` |
//! | [Agent Not Ready](AgentNotReadyEvent) | 3 | 3 | `agentNotReady` |
//! | [Agent Ready](AgentReadyEvent) | 4 | 4 | `agentReady` |
//! | [Agent Working After Call](AgentWorkingAfterCallEvent) | 5 | 5 | `agentWorkingAfterCall` |
//! | [Auto Answer](AutoAnswerEvent) | 6 | 6 | `autoAnswer` |
//! | [Auto Work Mode](AutoWorkModeEvent) | 7 | 7 | `autoWorkMode` |
//! | [Call Back](CallBackEvent) | 8 | 8 | `callBack` |
//! | [Call Back Message](CallBackMessageEvent) | 9 | 9 | `callBackMessage` |
//! | [Caller ID Status](CallerIdStatusEvent) | 10 | 10 | `callerIDStatus` |
//! | [Do Not Disturb](DoNotDisturbEvent) | 11 | 11 | `doNotDisturb` |
//! | [Forwarding](ForwardingEvent) | 12 | 12 | `forwarding` |
//! | [Routeing Mode](RouteingModeEvent) | 13 | 13 | `routeingMode` |
//! | [Presence State](PresenceStateEvent) | 14 | 14 | `presenceState` |
//!
//! # Device maintenance
//!
//! In [`DeviceMaintenanceEvents`], `deviceMaintenanceEvents`, tag 5:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Back In Service](BackInServiceEvent) | 0 | 0 | `backInService` |
//! | [Device Capabilities Changed](DeviceCapsChangedEvent) | 1 | 2 | `deviceCapabilityChanged` |
//! | [Out Of Service](OutOfServiceEvent) | 2 | 1 | `outOfService` |
//! | [Partially In Service](PartiallyInServiceEvent) | 3 | 3 | `partiallyInService` |
//!
//! # Voice unit
//!
//! In [`VoiceUnitEvents`], `voiceUnitEvents`, tag 6:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Play](PlayEvent) | 0 | 1 | `play` |
//! | [Record](RecordEvent) | 1 | 3 | `record` |
//! | [Review](ReviewEvent) | 2 | 5 | `review` |
//! | [Stop](StopEvent) | 3 | 0 | `stop` |
//! | [Suspend Play](SuspendPlayEvent) | 4 | 2 | `suspendPlay` |
//! | [Suspend Record](SuspendRecordEvent) | 5 | 4 | `suspendRecord` |
//! | [Voice Attributes Change](VoiceAttributesChangeEvent) | 6 | 6 | `voiceAttributesChange` |
//! | [Bookmark Reached](BookmarkReachedEvent) | 7 | 7 | `bookmarkReached` |
//! | [Completed](CompletedEvent) | 8 | 8 | `completed` |
//! | [DTMF Detected](DtmfDetectedEvent) | 9 | 9 | `dtmfDetected` |
//! | [Emptied](EmptiedEvent) | 10 | 10 | `emptied` |
//! | [Interruption Detected](InterruptionDetectedEvent) | 11 | 11 | `interruptionDetected` |
//! | [Not Recognized](NotRecognizedEvent) | 12 | 12 | `notRecognized` |
//! | [Recognized](RecognizedEvent) | 13 | 13 | `recognized` |
//! | [Silence Timeout Expired](SilenceTimeoutExpiredEvent) | 14 | 15 | `silenceTimeoutExpired` |
//! | [Speech Detected](SpeechDetectedEvent) | 15 | 16 | `speechDetected` |
//! | [Started](StartedEvent) | 16 | 14 | `started` |
//! | [Voice Error Occured](VoiceErrorOccuredEvent) | 17 | 17 | `voiceErrorOccured` |
//!
//! # Vendor specific
//!
//! In [`VendorSpecEvents`], `vendorSpecEvents`, tag 7:
//!
//! | event | tag | bit | identifier |
//! |---|---|---|---|
//! | [Private](PrivateEvent) | 0 | 0 | `privateEvent` |

mod call_associated;
mod call_control;
mod logical_device;
mod maintenance;
mod media_attachment;
mod physical_device;
mod report;
mod table;
mod vendor;
mod voice_unit;

pub use call_associated::*;
pub use call_control::*;
pub use logical_device::*;
pub use maintenance::*;
pub use media_attachment::*;
pub use physical_device::*;
pub use report::*;
pub use table::*;
pub use vendor::*;
pub use voice_unit::*;
