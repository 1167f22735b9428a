//! The report that carries every event, and the events by group.
//!
//! The ASN.1 module is `CSTA-event-report-definitions`.

use super::{
    AgentBusyEvent, AgentLoggedOffEvent, AgentLoggedOnEvent, AgentNotReadyEvent, AgentReadyEvent,
    AgentWorkingAfterCallEvent, AutoAnswerEvent, AutoWorkModeEvent, BackInServiceEvent,
    BookmarkReachedEvent, BridgedEvent, ButtonInformationEvent, ButtonPressEvent, CallBackEvent,
    CallBackMessageEvent, CallClearedEvent, CallInformationEvent, CallerIdStatusEvent,
    ChargingEvent, CompletedEvent, ConferencedEvent, ConnectionClearedEvent, DeliveredEvent,
    DeviceCapsChangedEvent, DigitsDialedEvent, DigitsGeneratedEvent, DisplayUpdatedEvent,
    DivertedEvent, DoNotDisturbEvent, DtmfDetectedEvent, EmptiedEvent, EstablishedEvent,
    FailedEvent, ForwardingEvent, HeldEvent, HookswitchEvent, InterruptionDetectedEvent,
    LampModeEvent, MediaAttachedEvent, MediaDetachedEvent, MessageWaitingEvent,
    MicrophoneGainEvent, MicrophoneMuteEvent, NetworkCapabilitiesChangedEvent, NetworkReachedEvent,
    NotRecognizedEvent, OfferedEvent, OriginatedEvent, OutOfServiceEvent, PartiallyInServiceEvent,
    PlayEvent, PresenceStateEvent, PrivateEvent, QueuedEvent, RecognizedEvent, RecordEvent,
    RetrievedEvent, ReviewEvent, RingerStatusEvent, RouteingModeEvent,
    ServiceCompletionFailureEvent, ServiceInitiatedEvent, SilenceTimeoutExpiredEvent,
    SpeakerMuteEvent, SpeakerVolumeEvent, SpeechDetectedEvent, StartedEvent, StopEvent,
    SuspendPlayEvent, SuspendRecordEvent, TelephonyTonesGeneratedEvent, TransferredEvent,
    VoiceAttributesChangeEvent, VoiceErrorOccuredEvent,
};
use crate::types::MonitorCrossRefId;
use crate::{choice, operation, sequence};

operation! {
    /// Reports an event to the application that monitors.
    pub EventReport "cSTAEventReport" = 21, "Event Report", FromSwitch: EventReportArgument<'a>
}

sequence! {
    /// An event and the monitor that reports it.
    pub struct EventReportArgument<'a> "CSTAEventReportArgument" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        event_specific_info "eventSpecificInfo": EventSpecificInfo<'a>,
    }
}

choice! {
    /// An event, by group.
    pub enum EventSpecificInfo<'a> "EventSpecificInfo" {
        CallControlEvents "callControlEvents" [0 EXPLICIT]: CallControlEvents<'a>,
        CallAssociatedEvents "callAssociatedEvents" [1 EXPLICIT]: CallAssociatedEvents<'a>,
        MediaAttachmentEvents "mediaAttachmentEvents" [2 EXPLICIT]: MediaAttachmentEvents<'a>,
        PhysicalDeviceFeatureEvents "physicalDeviceFeatureEvents" [3 EXPLICIT]: PhysicalDeviceFeatureEvents<'a>,
        LogicalDeviceFeatureEvents "logicalDeviceFeatureEvents" [4 EXPLICIT]: LogicalDeviceFeatureEvents<'a>,
        DeviceMaintenanceEvents "deviceMaintenanceEvents" [5 EXPLICIT]: DeviceMaintenanceEvents<'a>,
        VoiceUnitEvents "voiceUnitEvents" [6 EXPLICIT]: VoiceUnitEvents<'a>,
        VendorSpecEvents "vendorSpecEvents" [7 EXPLICIT]: VendorSpecEvents<'a>,
    }
}

choice! {
    /// What has happened to a call or connection. Monitor-filter bits are in
    /// [`CallControlEventSet`](crate::types::CallControlEventSet), in another order.
    pub enum CallControlEvents<'a> "CallControlEvents" {
        Bridged "bridged" [0 IMPLICIT]: BridgedEvent<'a>,
        CallCleared "callCleared" [1 IMPLICIT]: CallClearedEvent<'a>,
        Conferenced "conferenced" [2 IMPLICIT]: ConferencedEvent<'a>,
        ConnectionCleared "connectionCleared" [3 IMPLICIT]: ConnectionClearedEvent<'a>,
        Delivered "delivered" [4 IMPLICIT]: DeliveredEvent<'a>,
        DigitsDialed "digitsDialed" [5 IMPLICIT]: DigitsDialedEvent<'a>,
        Diverted "diverted" [6 IMPLICIT]: DivertedEvent<'a>,
        Established "established" [7 IMPLICIT]: EstablishedEvent<'a>,
        Failed "failed" [8 IMPLICIT]: FailedEvent<'a>,
        Held "held" [9 IMPLICIT]: HeldEvent<'a>,
        NetworkCapabilitiesChanged "networkCapabilitiesChanged" [10 IMPLICIT]: NetworkCapabilitiesChangedEvent<'a>,
        NetworkReached "networkReached" [11 IMPLICIT]: NetworkReachedEvent<'a>,
        Offered "offered" [12 IMPLICIT]: OfferedEvent<'a>,
        Originated "originated" [13 IMPLICIT]: OriginatedEvent<'a>,
        Queued "queued" [14 IMPLICIT]: QueuedEvent<'a>,
        Retrieved "retrieved" [15 IMPLICIT]: RetrievedEvent<'a>,
        ServiceInitiated "serviceInitiated" [16 IMPLICIT]: ServiceInitiatedEvent<'a>,
        Transferred "transferred" [17 IMPLICIT]: TransferredEvent<'a>,
    }
}

choice! {
    /// What has happened to the data, digits, tones or charges of a call.
    pub enum CallAssociatedEvents<'a> "CallAssociatedEvents" {
        CallInformation "callInformation" [0 IMPLICIT]: CallInformationEvent<'a>,
        Charging "charging" [1 IMPLICIT]: ChargingEvent<'a>,
        DigitsGeneratedEvent "digitsGeneratedEvent" [2 IMPLICIT]: DigitsGeneratedEvent<'a>,
        TelephonyTonesGeneratedEvent "telephonyTonesGeneratedEvent" [3 IMPLICIT]: TelephonyTonesGeneratedEvent<'a>,
        ServiceCompletionFailure "serviceCompletionFailure" [4 IMPLICIT]: ServiceCompletionFailureEvent<'a>,
    }
}

choice! {
    /// Which media service has joined or left a call.
    pub enum MediaAttachmentEvents<'a> "MediaAttachmentEvents" {
        MediaAttached "mediaAttached" [0 IMPLICIT]: MediaAttachedEvent<'a>,
        MediaDetached "mediaDetached" [1 IMPLICIT]: MediaDetachedEvent<'a>,
    }
}

choice! {
    /// What has happened to a part of a telephone.
    pub enum PhysicalDeviceFeatureEvents<'a> "PhysicalDeviceFeatureEvents" {
        ButtonInformation "buttonInformation" [0 IMPLICIT]: ButtonInformationEvent<'a>,
        ButtonPress "buttonPress" [1 IMPLICIT]: ButtonPressEvent<'a>,
        DisplayUpdated "displayUpdated" [2 IMPLICIT]: DisplayUpdatedEvent<'a>,
        Hookswitch "hookswitch" [3 IMPLICIT]: HookswitchEvent<'a>,
        LampMode "lampMode" [4 IMPLICIT]: LampModeEvent<'a>,
        MessageWaiting "messageWaiting" [5 IMPLICIT]: MessageWaitingEvent<'a>,
        MicrophoneGain "microphoneGain" [6 IMPLICIT]: MicrophoneGainEvent<'a>,
        MicrophoneMute "microphoneMute" [7 IMPLICIT]: MicrophoneMuteEvent<'a>,
        RingerStatus "ringerStatus" [8 IMPLICIT]: RingerStatusEvent<'a>,
        SpeakerMute "speakerMute" [9 IMPLICIT]: SpeakerMuteEvent<'a>,
        SpeakerVolume "speakerVolume" [10 IMPLICIT]: SpeakerVolumeEvent<'a>,
    }
}

choice! {
    /// What has happened to a feature of a device or to an agent.
    pub enum LogicalDeviceFeatureEvents<'a> "LogicalDeviceFeatureEvents" {
        AgentBusy "agentBusy" [0 IMPLICIT]: AgentBusyEvent<'a>,
        AgentLoggedOn "agentLoggedOn" [1 IMPLICIT]: AgentLoggedOnEvent<'a>,
        AgentLoggedOff "agentLoggedOff" [2 IMPLICIT]: AgentLoggedOffEvent<'a>,
        AgentNotReady "agentNotReady" [3 IMPLICIT]: AgentNotReadyEvent<'a>,
        AgentReady "agentReady" [4 IMPLICIT]: AgentReadyEvent<'a>,
        AgentWorkingAfterCall "agentWorkingAfterCall" [5 IMPLICIT]: AgentWorkingAfterCallEvent<'a>,
        AutoAnswer "autoAnswer" [6 IMPLICIT]: AutoAnswerEvent<'a>,
        AutoWorkMode "autoWorkMode" [7 IMPLICIT]: AutoWorkModeEvent<'a>,
        CallBack "callBack" [8 IMPLICIT]: CallBackEvent<'a>,
        CallBackMessage "callBackMessage" [9 IMPLICIT]: CallBackMessageEvent<'a>,
        CallerIdStatus "callerIDStatus" [10 IMPLICIT]: CallerIdStatusEvent<'a>,
        DoNotDisturb "doNotDisturb" [11 IMPLICIT]: DoNotDisturbEvent<'a>,
        Forwarding "forwarding" [12 IMPLICIT]: ForwardingEvent<'a>,
        PresenceState "presenceState" [14 IMPLICIT]: PresenceStateEvent<'a>,
        RouteingMode "routeingMode" [13 IMPLICIT]: RouteingModeEvent<'a>,
    }
}

choice! {
    /// Which device has gone out of service or come back. Monitor-filter bits are in
    /// [`DeviceMaintenanceEventSet`](crate::types::DeviceMaintenanceEventSet), in another order.
    pub enum DeviceMaintenanceEvents<'a> "DeviceMaintenanceEvents" {
        BackInService "backInService" [0 IMPLICIT]: BackInServiceEvent<'a>,
        DeviceCapabilityChanged "deviceCapabilityChanged" [1 IMPLICIT]: DeviceCapsChangedEvent<'a>,
        OutOfService "outOfService" [2 IMPLICIT]: OutOfServiceEvent<'a>,
        PartiallyInService "partiallyInService" [3 IMPLICIT]: PartiallyInServiceEvent<'a>,
    }
}

choice! {
    /// What a voice unit has done or heard. Monitor-filter bits are in
    /// [`VoiceUnitEventSet`](crate::types::VoiceUnitEventSet), in another order.
    pub enum VoiceUnitEvents<'a> "VoiceUnitEvents" {
        BookmarkReached "bookmarkReached" [7 IMPLICIT]: BookmarkReachedEvent<'a>,
        Completed "completed" [8 IMPLICIT]: CompletedEvent<'a>,
        DtmfDetected "dtmfDetected" [9 IMPLICIT]: DtmfDetectedEvent<'a>,
        Emptied "emptied" [10 IMPLICIT]: EmptiedEvent<'a>,
        InterruptionDetected "interruptionDetected" [11 IMPLICIT]: InterruptionDetectedEvent<'a>,
        NotRecognized "notRecognized" [12 IMPLICIT]: NotRecognizedEvent<'a>,
        Play "play" [0 IMPLICIT]: PlayEvent<'a>,
        Recognized "recognized" [13 IMPLICIT]: RecognizedEvent<'a>,
        Record "record" [1 IMPLICIT]: RecordEvent<'a>,
        Review "review" [2 IMPLICIT]: ReviewEvent<'a>,
        SilenceTimeoutExpired "silenceTimeoutExpired" [14 IMPLICIT]: SilenceTimeoutExpiredEvent<'a>,
        SpeechDetected "speechDetected" [15 IMPLICIT]: SpeechDetectedEvent<'a>,
        Started "started" [16 IMPLICIT]: StartedEvent<'a>,
        Stop "stop" [3 IMPLICIT]: StopEvent<'a>,
        SuspendPlay "suspendPlay" [4 IMPLICIT]: SuspendPlayEvent<'a>,
        SuspendRecord "suspendRecord" [5 IMPLICIT]: SuspendRecordEvent<'a>,
        VoiceAttributesChange "voiceAttributesChange" [6 IMPLICIT]: VoiceAttributesChangeEvent<'a>,
        VoiceErrorOccured "voiceErrorOccured" [17 IMPLICIT]: VoiceErrorOccuredEvent<'a>,
    }
}

choice! {
    /// An event of the manufacturer.
    pub enum VendorSpecEvents<'a> "VendorSpecEvents" {
        PrivateEvent "privateEvent" [0 IMPLICIT]: PrivateEvent<'a>,
    }
}
