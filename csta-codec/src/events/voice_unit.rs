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
    /// DOC
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
    /// DOC
    pub struct CompletedEvent<'a> "CompletedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
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
    /// DOC
    pub struct EmptiedEvent<'a> "EmptiedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct InterruptionDetectedEvent<'a> "InterruptionDetectedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct NotRecognizedEvent<'a> "NotRecognizedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        result "result": Ia5String<'a>,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
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
    /// DOC
    pub struct RecognizedEvent<'a> "RecognizedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        result "result": Ia5String<'a>,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
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
    /// DOC
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
    /// DOC
    pub struct SilenceTimeoutExpiredEvent<'a> "SilenceTimeoutExpiredEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SpeechDetectedEvent<'a> "SpeechDetectedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct StartedEvent<'a> "StartedEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
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
    /// DOC
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
    /// DOC
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
    /// DOC
    pub enum VoiceAttributesChangeEventMode "VoiceAttributesChangeEventMode" {
        Automatic "automatic" = 0,
        Single "single" = 1,
        Multiple "multiple" = 2,
    }
}

sequence! {
    /// DOC
    pub struct VoiceAttributesChangeEvent<'a> "VoiceAttributesChangeEvent" {
        connection "connection": ConnectionId<'a>,
        resource "resource" [4 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        message "message": MessageId<'a>,
        play_volume "playVolume" [0 EXPLICIT]: Volume<'a> = OPTIONAL,
        recording_gain "recordingGain" [1 IMPLICIT]: i64 = OPTIONAL,
        speed "speed" [2 IMPLICIT]: i64 = OPTIONAL,
        current_position "currentPosition" [3 IMPLICIT]: i64 = OPTIONAL,
        grammars "grammars" [5 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        language "language" [6 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        mode "mode" [7 IMPLICIT]: VoiceAttributesChangeEventMode = OPTIONAL,
        retain_audio "retainAudio" [8 IMPLICIT]: bool = OPTIONAL,
        silence_timeout "silenceTimeout" [9 IMPLICIT]: i64 = OPTIONAL,
        max_timeout "maxTimeout" [10 IMPLICIT]: i64 = OPTIONAL,
        babble_timeout "babbleTimeout" [11 IMPLICIT]: i64 = OPTIONAL,
        end_silence "endSilence" [12 IMPLICIT]: i64 = OPTIONAL,
        rejection_threshold "rejectionThreshold" [13 IMPLICIT]: i64 = OPTIONAL,
        auto_interruptible "autoInterruptible" [14 IMPLICIT]: bool = OPTIONAL,
        inner_xml "innerXML" [15 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        inter_digit_timeout "interDigitTimeout" [16 IMPLICIT]: i64 = OPTIONAL,
        preflush "preflush" [17 IMPLICIT]: bool = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct VoiceErrorOccuredEvent<'a> "VoiceErrorOccuredEvent" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        services_permitted "servicesPermitted": ServicesPermitted = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
