//! Events of voice units.
//!
//! The ASN.1 modules are `CSTA-bookmark-reached-event`, `CSTA-completed-event`,
//! `CSTA-dtmf-detected-event`, `CSTA-emptied-event`, `CSTA-interruption-detected-event`,
//! `CSTA-not-recognized-event`, `CSTA-play-event`, `CSTA-recognized-event`, `CSTA-record-event`,
//! `CSTA-review-event`, `CSTA-silence-timeout-expired-event`, `CSTA-speech-detected-event`,
//! `CSTA-started-event`, `CSTA-stop-event`, `CSTA-suspend-play-event`, `CSTA-suspend-record-event`,
//! `CSTA-voice-attributes-change-event` and `CSTA-voice-error-occured-event`.

use crate::types::{
    ConnectionId, CstaCommonArguments, EventCause, MessageId, ResourceId, ServicesPermitted, Volume,
};
use crate::{Ia5String, enumerated, sequence};

sequence! {
    /// A mark in what is played was reached.
    ///
    /// In a monitor filter:
    /// [`BOOKMARK_REACHED`](crate::types::VoiceUnitEventSet::BOOKMARK_REACHED).
    pub struct BookmarkReachedEvent<'a> "BookmarkReachedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        bookmark "bookmark": Ia5String<'a>,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What was to be played has been played.
    ///
    /// In a monitor filter: [`COMPLETED`](crate::types::VoiceUnitEventSet::COMPLETED).
    pub struct CompletedEvent<'a> "CompletedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A digit was heard while a voice resource is at work.
    ///
    /// In a monitor filter: [`DTMF_DETECTED`](crate::types::VoiceUnitEventSet::DTMF_DETECTED).
    pub struct DtmfDetectedEvent<'a> "DtmfDetectedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        dtmf_char "dtmfChar": Ia5String<'a>,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// All that was queued has been played.
    ///
    /// In a monitor filter: [`EMPTIED`](crate::types::VoiceUnitEventSet::EMPTIED).
    pub struct EmptiedEvent<'a> "EmptiedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What was played was interrupted, by speech or a digit.
    ///
    /// In a monitor filter:
    /// [`INTERRUPTION_DETECTED`](crate::types::VoiceUnitEventSet::INTERRUPTION_DETECTED).
    pub struct InterruptionDetectedEvent<'a> "InterruptionDetectedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Something was said that the grammar does not have.
    ///
    /// In a monitor filter: [`NOT_RECOGNIZED`](crate::types::VoiceUnitEventSet::NOT_RECOGNIZED).
    pub struct NotRecognizedEvent<'a> "NotRecognizedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        /// What was heard.
        result "result": Ia5String<'a>,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A message is being played.
    ///
    /// In a monitor filter: [`PLAY`](crate::types::VoiceUnitEventSet::PLAY).
    pub struct PlayEvent<'a> "PlayEvent" {
        connection "connection": ConnectionId<'a>,
        message "message": MessageId<'a>,
        resource "resource" [3 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        length "length" [0 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [1 IMPLICIT]: i64 = OPTIONAL,
        speed "speed" [2 IMPLICIT]: i64 = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Something was said, and recognised.
    ///
    /// In a monitor filter: [`RECOGNIZED`](crate::types::VoiceUnitEventSet::RECOGNIZED).
    pub struct RecognizedEvent<'a> "RecognizedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        /// What was recognised.
        result "result": Ia5String<'a>,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A message is being recorded.
    ///
    /// In a monitor filter: [`RECORD`](crate::types::VoiceUnitEventSet::RECORD).
    pub struct RecordEvent<'a> "RecordEvent" {
        connection "connection": ConnectionId<'a>,
        message "message": MessageId<'a>,
        resource "resource" [2 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        length "length" [0 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [1 IMPLICIT]: i64 = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// What was recorded is being played again.
    ///
    /// In a monitor filter: [`REVIEW`](crate::types::VoiceUnitEventSet::REVIEW).
    pub struct ReviewEvent<'a> "ReviewEvent" {
        connection "connection": ConnectionId<'a>,
        message "message": MessageId<'a>,
        resource "resource" [2 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        length "length" [0 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [1 IMPLICIT]: i64 = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Nothing was said for too long.
    ///
    /// In a monitor filter:
    /// [`SILENCE_TIMEOUT_EXPIRED`](crate::types::VoiceUnitEventSet::SILENCE_TIMEOUT_EXPIRED).
    pub struct SilenceTimeoutExpiredEvent<'a> "SilenceTimeoutExpiredEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Somebody has begun to speak.
    ///
    /// In a monitor filter: [`SPEECH_DETECTED`](crate::types::VoiceUnitEventSet::SPEECH_DETECTED).
    pub struct SpeechDetectedEvent<'a> "SpeechDetectedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A voice resource has started.
    ///
    /// In a monitor filter: [`STARTED`](crate::types::VoiceUnitEventSet::STARTED).
    pub struct StartedEvent<'a> "StartedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Playing or recording a message was stopped.
    ///
    /// In a monitor filter: [`STOP`](crate::types::VoiceUnitEventSet::STOP).
    pub struct StopEvent<'a> "StopEvent" {
        connection "connection": ConnectionId<'a>,
        message "message": MessageId<'a>,
        resource "resource" [2 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        length "length" [0 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [1 IMPLICIT]: i64 = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Playing a message was suspended.
    ///
    /// In a monitor filter: [`SUSPEND_PLAY`](crate::types::VoiceUnitEventSet::SUSPEND_PLAY).
    pub struct SuspendPlayEvent<'a> "SuspendPlayEvent" {
        connection "connection": ConnectionId<'a>,
        message "message": MessageId<'a>,
        resource "resource" [2 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        length "length" [0 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [1 IMPLICIT]: i64 = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Recording a message was suspended.
    ///
    /// In a monitor filter: [`SUSPEND_RECORD`](crate::types::VoiceUnitEventSet::SUSPEND_RECORD).
    pub struct SuspendRecordEvent<'a> "SuspendRecordEvent" {
        connection "connection": ConnectionId<'a>,
        message "message": MessageId<'a>,
        resource "resource" [2 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        length "length" [0 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [1 IMPLICIT]: i64 = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// How a recogniser works.
    pub enum VoiceAttributesMode "VoiceAttributesChangeEventMode" {
        /// It stops when something was recognised.
        Automatic "automatic" = 0,
        /// It goes on until it is stopped, for one result.
        Single "single" = 1,
        /// It goes on and gives several results.
        Multiple "multiple" = 2,
    }
}

sequence! {
    /// Attributes of a message or voice resource have changed.
    ///
    /// In a monitor filter:
    /// [`VOICE_ATTRIBUTES_CHANGE`](crate::types::VoiceUnitEventSet::VOICE_ATTRIBUTES_CHANGE).
    pub struct VoiceAttributesChangeEvent<'a> "VoiceAttributesChangeEvent" {
        connection "connection": ConnectionId<'a>,
        resource "resource" [4 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        message "message": MessageId<'a>,
        play_volume "playVolume" [0 EXPLICIT]: Volume<'a> = OPTIONAL,
        /// 0 to 100.
        recording_gain "recordingGain" [1 IMPLICIT]: i64 = OPTIONAL,
        speed "speed" [2 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [3 IMPLICIT]: i64 = OPTIONAL,
        grammars "grammars" [5 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        language "language" [6 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        mode "mode" [7 IMPLICIT]: VoiceAttributesMode = OPTIONAL,
        retain_audio "retainAudio" [8 IMPLICIT]: bool = OPTIONAL,
        silence_timeout "silenceTimeout" [9 IMPLICIT]: i64 = OPTIONAL,
        max_timeout "maxTimeout" [10 IMPLICIT]: i64 = OPTIONAL,
        /// How long somebody may speak.
        babble_timeout "babbleTimeout" [11 IMPLICIT]: i64 = OPTIONAL,
        /// How long a silence ends what is said.
        end_silence "endSilence" [12 IMPLICIT]: i64 = OPTIONAL,
        /// How sure the recognition must be.
        rejection_threshold "rejectionThreshold" [13 IMPLICIT]: i64 = OPTIONAL,
        /// Whether speech stops what is played.
        auto_interruptible "autoInterruptible" [14 IMPLICIT]: bool = OPTIONAL,
        inner_xml "innerXML" [15 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        inter_digit_timeout "interDigitTimeout" [16 IMPLICIT]: i64 = OPTIONAL,
        /// Whether what is queued is dropped first.
        preflush "preflush" [17 IMPLICIT]: bool = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A voice resource has failed.
    ///
    /// In a monitor filter:
    /// [`VOICE_ERROR_OCCURED`](crate::types::VoiceUnitEventSet::VOICE_ERROR_OCCURED).
    pub struct VoiceErrorOccuredEvent<'a> "VoiceErrorOccuredEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
