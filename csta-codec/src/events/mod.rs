//! Events: what a monitor reports. [`EVENTS`] has them all in one table.
//!
//! The events by group:
//!
//! - In [`CallAssociatedEvents`]: [Call Information](CallInformationEvent),
//!   [Charging](ChargingEvent), [Digits Generated](DigitsGeneratedEvent), [Telephony Tones
//!   Generated](TelephonyTonesGeneratedEvent), [Service Completion
//!   Failure](ServiceCompletionFailureEvent).
//! - In [`CallControlEvents`]: [Bridged](BridgedEvent), [Call Cleared](CallClearedEvent),
//!   [Conferenced](ConferencedEvent), [Connection Cleared](ConnectionClearedEvent),
//!   [Delivered](DeliveredEvent), [Digits Dialed](DigitsDialedEvent), [Diverted](DivertedEvent),
//!   [Established](EstablishedEvent), [Failed](FailedEvent), [Held](HeldEvent), [Network
//!   Capabilities Changed](NetworkCapabilitiesChangedEvent), [Network
//!   Reached](NetworkReachedEvent), [Offered](OfferedEvent), [Originated](OriginatedEvent),
//!   [Queued](QueuedEvent), [Retrieved](RetrievedEvent), [Service
//!   Initiated](ServiceInitiatedEvent), [Transferred](TransferredEvent).
//! - In [`LogicalDeviceFeatureEvents`]: [Agent Busy](AgentBusyEvent), [Agent Logged
//!   On](AgentLoggedOnEvent), [Agent Logged Off](AgentLoggedOffEvent), [Agent Not
//!   Ready](AgentNotReadyEvent), [Agent Ready](AgentReadyEvent), [Agent Working After
//!   Call](AgentWorkingAfterCallEvent), [Auto Answer](AutoAnswerEvent), [Auto Work
//!   Mode](AutoWorkModeEvent), [Call Back](CallBackEvent), [Call Back
//!   Message](CallBackMessageEvent), [Caller ID Status](CallerIdStatusEvent), [Do Not
//!   Disturb](DoNotDisturbEvent), [Forwarding](ForwardingEvent), [Presence
//!   State](PresenceStateEvent), [Routeing Mode](RouteingModeEvent).
//! - In [`DeviceMaintenanceEvents`]: [Back In Service](BackInServiceEvent), [Device Capabilities
//!   Changed](DeviceCapsChangedEvent), [Out Of Service](OutOfServiceEvent), [Partially In
//!   Service](PartiallyInServiceEvent).
//! - In [`MediaAttachmentEvents`]: [Media Attached](MediaAttachedEvent), [Media
//!   Detached](MediaDetachedEvent).
//! - In [`PhysicalDeviceFeatureEvents`]: [Button Information](ButtonInformationEvent), [Button
//!   Press](ButtonPressEvent), [Display Updated](DisplayUpdatedEvent),
//!   [Hookswitch](HookswitchEvent), [Lamp Mode](LampModeEvent), [Message
//!   Waiting](MessageWaitingEvent), [Microphone Gain](MicrophoneGainEvent), [Microphone
//!   Mute](MicrophoneMuteEvent), [Ringer Status](RingerStatusEvent), [Speaker
//!   Mute](SpeakerMuteEvent), [Speaker Volume](SpeakerVolumeEvent).
//! - In [`VendorSpecEvents`]: [Private](PrivateEvent).
//! - In [`VoiceUnitEvents`]: [Bookmark Reached](BookmarkReachedEvent), [Completed](CompletedEvent),
//!   [DTMF Detected](DtmfDetectedEvent), [Emptied](EmptiedEvent), [Interruption
//!   Detected](InterruptionDetectedEvent), [Not Recognized](NotRecognizedEvent), [Play](PlayEvent),
//!   [Recognized](RecognizedEvent), [Record](RecordEvent), [Review](ReviewEvent), [Silence Timeout
//!   Expired](SilenceTimeoutExpiredEvent), [Speech Detected](SpeechDetectedEvent),
//!   [Started](StartedEvent), [Stop](StopEvent), [Suspend Play](SuspendPlayEvent), [Suspend
//!   Record](SuspendRecordEvent), [Voice Attributes Change](VoiceAttributesChangeEvent), [Voice
//!   Error Occured](VoiceErrorOccuredEvent).

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
