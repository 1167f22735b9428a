//! The table of all events.

use super::*;
use crate::typed::{TypeInfo, type_info};
use crate::types::MonitorFilter;

/// What is to be known of an event whose type is not known: forwarders and tools find it by the
/// tags that an event report carries.
///
/// ```
/// use csta_codec::{EventInfo, types::{CallControlEventSet, MonitorFilter}};
///
/// let event = EventInfo::by_tags(0, 4).ok_or("no such event")?;
/// assert_eq!((event.name, event.value.name()), ("delivered", "DeliveredEvent"));
///
/// let quiet = MonitorFilter { call_control: CallControlEventSet::DELIVERED, ..MonitorFilter::new() };
/// assert!(event.is_suppressed_by(&quiet));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct EventInfo {
    /// The identifier of its group in [`EventSpecificInfo`].
    pub group: &'static str,
    /// The context tag of its group.
    pub group_tag: u32,
    /// Its identifier in the group.
    pub name: &'static str,
    /// Its context tag in the group.
    pub tag: u32,
    /// Its type.
    pub value: TypeInfo,
    /// Its bit in the part of a monitor filter that is about its group; another number than its
    /// tag.
    pub filter_bit: u32,
    filtered: fn(&MonitorFilter, u32) -> bool,
}

impl EventInfo {
    /// The event of the tags of its group and of itself.
    #[must_use]
    pub fn by_tags(group_tag: u32, tag: u32) -> Option<&'static Self> {
        EVENTS.iter().find(|event| (event.group_tag, event.tag) == (group_tag, tag))
    }

    /// The event of an identifier, which is unique among all groups.
    #[must_use]
    pub fn by_name(name: &str) -> Option<&'static Self> {
        EVENTS.iter().find(|event| event.name == name)
    }

    /// Whether a monitor with this filter does not report the event.
    #[must_use]
    pub fn is_suppressed_by(&self, filter: &MonitorFilter) -> bool {
        (self.filtered)(filter, self.filter_bit)
    }

    /// The event in a report, or `None` if it is not known.
    #[must_use]
    pub fn of(info: &EventSpecificInfo<'_>) -> Option<&'static Self> {
        let (group_tag, tag) = tags(info)?;
        Self::by_tags(group_tag, tag)
    }
}

/// For each group its identifier, tag and member of [`MonitorFilter`]; for each event its
/// identifier, tag, filter bit and type.
macro_rules! events {
    ($(
        $group:ident $group_id:literal = $group_tag:literal, $filter:ident {
            $($event:ident $id:literal = $tag:literal, $bit:literal: $type:ty,)*
        }
    )*) => {
        /// All events, by group and tag.
        pub static EVENTS: &[EventInfo] = &[$($(
            EventInfo {
                group: $group_id,
                group_tag: $group_tag,
                name: $id,
                tag: $tag,
                value: type_info!(<$type as crate::Ber<'_>>::NAME, $type),
                filter_bit: $bit,
                filtered: |filter, bit| filter.$filter.bit(bit),
            },
        )*)*];

        /// The tags under which an event stands.
        const fn tags(info: &EventSpecificInfo<'_>) -> Option<(u32, u32)> {
            match info {
                $($(EventSpecificInfo::$group($group::$event(_)) => Some(($group_tag, $tag)),)*)*
                _ => None,
            }
        }
    };
}

events! {
    CallControlEvents "callControlEvents" = 0, call_control {
        Bridged "bridged" = 0, 15: BridgedEvent<'_>,
        CallCleared "callCleared" = 1, 0: CallClearedEvent<'_>,
        Conferenced "conferenced" = 2, 1: ConferencedEvent<'_>,
        ConnectionCleared "connectionCleared" = 3, 2: ConnectionClearedEvent<'_>,
        Delivered "delivered" = 4, 3: DeliveredEvent<'_>,
        DigitsDialed "digitsDialed" = 5, 14: DigitsDialedEvent<'_>,
        Diverted "diverted" = 6, 4: DivertedEvent<'_>,
        Established "established" = 7, 5: EstablishedEvent<'_>,
        Failed "failed" = 8, 6: FailedEvent<'_>,
        Held "held" = 9, 7: HeldEvent<'_>,
        NetworkCapabilitiesChanged "networkCapabilitiesChanged" = 10, 16: NetworkCapabilitiesChangedEvent<'_>,
        NetworkReached "networkReached" = 11, 8: NetworkReachedEvent<'_>,
        Offered "offered" = 12, 17: OfferedEvent<'_>,
        Originated "originated" = 13, 9: OriginatedEvent<'_>,
        Queued "queued" = 14, 10: QueuedEvent<'_>,
        Retrieved "retrieved" = 15, 11: RetrievedEvent<'_>,
        ServiceInitiated "serviceInitiated" = 16, 12: ServiceInitiatedEvent<'_>,
        Transferred "transferred" = 17, 13: TransferredEvent<'_>,
    }
    CallAssociatedEvents "callAssociatedEvents" = 1, call_associated {
        CallInformation "callInformation" = 0, 0: CallInformationEvent<'_>,
        Charging "charging" = 1, 1: ChargingEvent<'_>,
        DigitsGeneratedEvent "digitsGeneratedEvent" = 2, 2: DigitsGeneratedEvent<'_>,
        TelephonyTonesGeneratedEvent "telephonyTonesGeneratedEvent" = 3, 3: TelephonyTonesGeneratedEvent<'_>,
        ServiceCompletionFailure "serviceCompletionFailure" = 4, 4: ServiceCompletionFailureEvent<'_>,
    }
    MediaAttachmentEvents "mediaAttachmentEvents" = 2, media_attachment {
        MediaAttached "mediaAttached" = 0, 0: MediaAttachedEvent<'_>,
        MediaDetached "mediaDetached" = 1, 1: MediaDetachedEvent<'_>,
    }
    PhysicalDeviceFeatureEvents "physicalDeviceFeatureEvents" = 3, physical_device_feature {
        ButtonInformation "buttonInformation" = 0, 0: ButtonInformationEvent<'_>,
        ButtonPress "buttonPress" = 1, 1: ButtonPressEvent<'_>,
        DisplayUpdated "displayUpdated" = 2, 2: DisplayUpdatedEvent<'_>,
        Hookswitch "hookswitch" = 3, 3: HookswitchEvent<'_>,
        LampMode "lampMode" = 4, 4: LampModeEvent<'_>,
        MessageWaiting "messageWaiting" = 5, 5: MessageWaitingEvent<'_>,
        MicrophoneGain "microphoneGain" = 6, 6: MicrophoneGainEvent<'_>,
        MicrophoneMute "microphoneMute" = 7, 7: MicrophoneMuteEvent<'_>,
        RingerStatus "ringerStatus" = 8, 8: RingerStatusEvent<'_>,
        SpeakerMute "speakerMute" = 9, 9: SpeakerMuteEvent<'_>,
        SpeakerVolume "speakerVolume" = 10, 10: SpeakerVolumeEvent<'_>,
    }
    LogicalDeviceFeatureEvents "logicalDeviceFeatureEvents" = 4, logical_device_feature {
        AgentBusy "agentBusy" = 0, 0: AgentBusyEvent<'_>,
        AgentLoggedOn "agentLoggedOn" = 1, 1: AgentLoggedOnEvent<'_>,
        AgentLoggedOff "agentLoggedOff" = 2, 2: AgentLoggedOffEvent<'_>,
        AgentNotReady "agentNotReady" = 3, 3: AgentNotReadyEvent<'_>,
        AgentReady "agentReady" = 4, 4: AgentReadyEvent<'_>,
        AgentWorkingAfterCall "agentWorkingAfterCall" = 5, 5: AgentWorkingAfterCallEvent<'_>,
        AutoAnswer "autoAnswer" = 6, 6: AutoAnswerEvent<'_>,
        AutoWorkMode "autoWorkMode" = 7, 7: AutoWorkModeEvent<'_>,
        CallBack "callBack" = 8, 8: CallBackEvent<'_>,
        CallBackMessage "callBackMessage" = 9, 9: CallBackMessageEvent<'_>,
        CallerIdStatus "callerIDStatus" = 10, 10: CallerIdStatusEvent<'_>,
        DoNotDisturb "doNotDisturb" = 11, 11: DoNotDisturbEvent<'_>,
        Forwarding "forwarding" = 12, 12: ForwardingEvent<'_>,
        RouteingMode "routeingMode" = 13, 13: RouteingModeEvent<'_>,
        PresenceState "presenceState" = 14, 14: PresenceStateEvent<'_>,
    }
    DeviceMaintenanceEvents "deviceMaintenanceEvents" = 5, maintenance {
        BackInService "backInService" = 0, 0: BackInServiceEvent<'_>,
        DeviceCapabilityChanged "deviceCapabilityChanged" = 1, 2: DeviceCapsChangedEvent<'_>,
        OutOfService "outOfService" = 2, 1: OutOfServiceEvent<'_>,
        PartiallyInService "partiallyInService" = 3, 3: PartiallyInServiceEvent<'_>,
    }
    VoiceUnitEvents "voiceUnitEvents" = 6, voice_unit {
        Play "play" = 0, 1: PlayEvent<'_>,
        Record "record" = 1, 3: RecordEvent<'_>,
        Review "review" = 2, 5: ReviewEvent<'_>,
        Stop "stop" = 3, 0: StopEvent<'_>,
        SuspendPlay "suspendPlay" = 4, 2: SuspendPlayEvent<'_>,
        SuspendRecord "suspendRecord" = 5, 4: SuspendRecordEvent<'_>,
        VoiceAttributesChange "voiceAttributesChange" = 6, 6: VoiceAttributesChangeEvent<'_>,
        BookmarkReached "bookmarkReached" = 7, 7: BookmarkReachedEvent<'_>,
        Completed "completed" = 8, 8: CompletedEvent<'_>,
        DtmfDetected "dtmfDetected" = 9, 9: DtmfDetectedEvent<'_>,
        Emptied "emptied" = 10, 10: EmptiedEvent<'_>,
        InterruptionDetected "interruptionDetected" = 11, 11: InterruptionDetectedEvent<'_>,
        NotRecognized "notRecognized" = 12, 12: NotRecognizedEvent<'_>,
        Recognized "recognized" = 13, 13: RecognizedEvent<'_>,
        SilenceTimeoutExpired "silenceTimeoutExpired" = 14, 15: SilenceTimeoutExpiredEvent<'_>,
        SpeechDetected "speechDetected" = 15, 16: SpeechDetectedEvent<'_>,
        Started "started" = 16, 14: StartedEvent<'_>,
        VoiceErrorOccured "voiceErrorOccured" = 17, 17: VoiceErrorOccuredEvent<'_>,
    }
    VendorSpecEvents "vendorSpecEvents" = 7, private {
        PrivateEvent "privateEvent" = 0, 0: PrivateEvent<'_>,
    }
}
