//! Voice-unit events.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported voice-unit events. Its tags are not those of the events.
    pub struct VoiceUnitEvtsList "VoiceUnitEvtsList" {
        bookmark_reached "bookmarkReached" [7 IMPLICIT]: BookmarkReached = OPTIONAL,
        completed "completed" [8 IMPLICIT]: Completed = OPTIONAL,
        dtmf_detected "dtmfDetected" [9 IMPLICIT]: DtmfDetected = OPTIONAL,
        emptied "emptied" [10 IMPLICIT]: Emptied = OPTIONAL,
        interruption_detected "interruptionDetected" [11 IMPLICIT]: InterruptionDetected = OPTIONAL,
        not_recognized "notRecognized" [12 IMPLICIT]: NotRecognized = OPTIONAL,
        play "play" [0 IMPLICIT]: Play = OPTIONAL,
        record "record" [1 IMPLICIT]: Record = OPTIONAL,
        recognized "recognized" [13 IMPLICIT]: Recognized = OPTIONAL,
        review "review" [2 IMPLICIT]: ReviewEvent = OPTIONAL,
        started "started" [14 IMPLICIT]: Started = OPTIONAL,
        silence_timeout_expired "silenceTimeoutExpired" [15 IMPLICIT]: SilenceTimeoutExpired = OPTIONAL,
        speech_detected "speechDetected" [16 IMPLICIT]: SpeechDetected = OPTIONAL,
        stop "stop" [3 IMPLICIT]: StopEvent = OPTIONAL,
        suspend_play "suspendPlay" [4 IMPLICIT]: SuspendPlay = OPTIONAL,
        suspend_record "suspendRecord" [5 IMPLICIT]: SuspendRecord = OPTIONAL,
        voice_attrib_changed "voiceAttribChanged" [6 IMPLICIT]: VoiceAttribChanged = OPTIONAL,
        voice_error_occured "voiceErrorOccured" [17 IMPLICIT]: VoiceErrorOccured = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells in [Bookmark Reached](crate::events::BookmarkReachedEvent) events.
    pub struct BookmarkReached "BookmarkReached" {
        RESOURCE "resource" = 0,
        CURRENT_POSITION "currentPosition" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Completed](crate::events::CompletedEvent) events.
    pub struct Completed "Completed" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [DTMF Detected](crate::events::DtmfDetectedEvent) events.
    pub struct DtmfDetected "DtmfDetected" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Emptied](crate::events::EmptiedEvent) events.
    pub struct Emptied "Emptied" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Interruption Detected](crate::events::InterruptionDetectedEvent)
    /// events.
    pub struct InterruptionDetected "InterruptionDetected" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Not Recognized](crate::events::NotRecognizedEvent) events.
    pub struct NotRecognized "NotRecognized" {
        RESOURCE "resource" = 0,
        RESULT "result" = 1,
        CAUSE "cause" = 2,
        SERVICES_PERMITTED "servicesPermitted" = 3,
        PRIVATE_DATA "privateData" = 4,
    }
}

bit_string! {
    /// What the switch tells in [Play](crate::events::PlayEvent) events.
    pub struct Play "Play" {
        LENGTH "length" = 0,
        CURRENT_POSITION "currentPosition" = 1,
        SPEED "speed" = 2,
        CAUSE "cause" = 3,
        SERVICES_PERMITTED "servicesPermitted" = 4,
        PRIVATE_DATA "privateData" = 5,
    }
}

bit_string! {
    /// What the switch tells in [Recognized](crate::events::RecognizedEvent) events.
    pub struct Recognized "Recognized" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Record](crate::events::RecordEvent) events.
    pub struct Record "Record" {
        LENGTH "length" = 0,
        CURRENT_POSITION "currentPosition" = 1,
        SPEED "speed" = 2,
        CAUSE "cause" = 3,
        SERVICES_PERMITTED "servicesPermitted" = 4,
        PRIVATE_DATA "privateData" = 5,
    }
}

bit_string! {
    /// What the switch tells in [Review](crate::events::ReviewEvent) events.
    pub struct ReviewEvent "ReviewEvent" {
        LENGTH "length" = 0,
        CURRENT_POSITION "currentPosition" = 1,
        CAUSE "cause" = 2,
        SERVICES_PERMITTED "servicesPermitted" = 3,
        PRIVATE_DATA "privateData" = 4,
        MESSAGE "message" = 5,
        RESOURCE "resource" = 6,
    }
}

bit_string! {
    /// What the switch tells in [Silence Timeout
    /// Expired](crate::events::SilenceTimeoutExpiredEvent) events.
    pub struct SilenceTimeoutExpired "SilenceTimeoutExpired" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Speech Detected](crate::events::SpeechDetectedEvent) events.
    pub struct SpeechDetected "SpeechDetected" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Started](crate::events::StartedEvent) events.
    pub struct Started "Started" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Stop](crate::events::StopEvent) events.
    pub struct StopEvent "StopEvent" {
        LENGTH "length" = 0,
        CURRENT_POSITION "currentPosition" = 1,
        SPEED "speed" = 2,
        CAUSE "cause" = 3,
        SERVICES_PERMITTED "servicesPermitted" = 4,
        PRIVATE_DATA "privateData" = 5,
        MESSAGE "message" = 6,
        RESOURCE "resource" = 7,
    }
}

bit_string! {
    /// What the switch tells in [Suspend Play](crate::events::SuspendPlayEvent) events.
    pub struct SuspendPlay "SuspendPlay" {
        LENGTH "length" = 0,
        CURRENT_POSITION "currentPosition" = 1,
        CAUSE "cause" = 2,
        SERVICES_PERMITTED "servicesPermitted" = 3,
        PRIVATE_DATA "privateData" = 4,
        MESSAGE "message" = 5,
        RESOURCE "resource" = 6,
    }
}

bit_string! {
    /// What the switch tells in [Suspend Record](crate::events::SuspendRecordEvent) events.
    pub struct SuspendRecord "SuspendRecord" {
        LENGTH "length" = 0,
        CURRENT_POSITION "currentPosition" = 1,
        CAUSE "cause" = 2,
        SERVICES_PERMITTED "servicesPermitted" = 3,
        PRIVATE_DATA "privateData" = 4,
        MESSAGE "message" = 5,
        RESOURCE "resource" = 6,
    }
}

bit_string! {
    /// What the switch tells in [Voice Attributes
    /// Change](crate::events::VoiceAttributesChangeEvent) events.
    pub struct VoiceAttribChanged "VoiceAttribChanged" {
        PLAY_VOLUME_ABS "playVolumeAbs" = 0,
        PLAY_VOLUME_INC "playVolumeInc" = 1,
        RECORD_GAIN "recordGain" = 2,
        SPEED "speed" = 3,
        CURRENT_POSITION "currentPosition" = 4,
        CAUSE "cause" = 5,
        PRIVATE_DATA "privateData" = 6,
        MESSAGE "message" = 7,
        RESOURCE "resource" = 8,
        GRAMMARS "grammars" = 9,
        LANGUAGE "language" = 10,
        MODE "mode" = 11,
        RETAIN_AUDIO "retainAudio" = 12,
        SILENCE_TIMEOUT "silenceTimeout" = 13,
        MAX_TIMEOUT "maxTimeout" = 14,
        BABBLE_TIMEOUT "babbleTimeout" = 15,
        END_SILENCE "endSilence" = 16,
        REJECTION_THRESHOLD "rejectionThreshold" = 17,
        AUTO_INTERRUPTABLE "autoInterruptable" = 18,
        INNER_XML "innerXML" = 19,
        INTERDIGIT_TIMEOUT "interdigitTimeout" = 20,
        PREFLUSH "preflush" = 21,
    }
}

bit_string! {
    /// What the switch tells in [Voice Error Occured](crate::events::VoiceErrorOccuredEvent)
    /// events.
    pub struct VoiceErrorOccured "VoiceErrorOccured" {
        RESOURCE "resource" = 0,
        CAUSE "cause" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}
