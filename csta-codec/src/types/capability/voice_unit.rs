//! Voice-unit services.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported voice-unit services.
    pub struct VoiceUnitServList "VoiceUnitServList" {
        activate "activate" [12 IMPLICIT]: Activate = OPTIONAL,
        clear "clear" [13 IMPLICIT]: Clear = OPTIONAL,
        deactivate "deactivate" [14 IMPLICIT]: Deactivate = OPTIONAL,
        concatenate_msg "concatenateMsg" [0 IMPLICIT]: ConcatenateMsg = OPTIONAL,
        delete_msg "deleteMsg" [1 IMPLICIT]: DeleteMsg = OPTIONAL,
        queue "queue" [15 IMPLICIT]: Queue = OPTIONAL,
        play_msg "playMsg" [2 IMPLICIT]: PlayMsg = OPTIONAL,
        query_voice_attrib "queryVoiceAttrib" [3 IMPLICIT]: QueryVoiceAttrib = OPTIONAL,
        record_msg "recordMsg" [4 IMPLICIT]: RecordMsg = OPTIONAL,
        reposition "reposition" [5 IMPLICIT]: Reposition = OPTIONAL,
        resume "resume" [6 IMPLICIT]: Resume = OPTIONAL,
        review "review" [7 IMPLICIT]: Review = OPTIONAL,
        start "start" [16 IMPLICIT]: Start = OPTIONAL,
        set_voice_attrib "setVoiceAttrib" [8 IMPLICIT]: SetVoiceAttrib = OPTIONAL,
        stop "stop" [9 IMPLICIT]: Stop = OPTIONAL,
        suspend "suspend" [10 IMPLICIT]: Suspend = OPTIONAL,
        synthesize_msg "synthesizeMsg" [11 IMPLICIT]: SynthesizeMsg = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Activate](crate::services::Activate).
    pub struct Activate "Activate" {
        RESOURCE "resource" = 0,
        GRAMMAR_NAME "grammarName" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Clear](crate::services::Clear).
    pub struct Clear "Clear" {
        RESOURCE "resource" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Concatenate Msg](crate::services::ConcatenateMessage).
    pub struct ConcatenateMsg "ConcatenateMsg" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Deactivate](crate::services::Deactivate).
    pub struct Deactivate "Deactivate" {
        RESOURCE "resource" = 0,
        GRAMMAR_NAME "grammarName" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Delete Msg](crate::services::DeleteMessage).
    pub struct DeleteMsg "DeleteMsg" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Play Msg](crate::services::PlayMessage).
    pub struct PlayMsg "PlayMsg" {
        DURATION "duration" = 0,
        TERMINATION_PARAMETER "terminationParameter" = 1,
        TERMINATION_DURATION_EXCEEDED "terminationDurationExceeded" = 2,
        TERMINATION_DTMF_DIGIT_DETECTED "terminationDTMFDigitDetected" = 3,
        TERMINATION_END_OF_SPEECH_DETECTED "terminationEndOfSpeechDetected" = 4,
        TERMINATION_SPEECH "terminationSpeech" = 5,
        PRIVATE_DATA "privateData" = 6,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 7,
        MULTIPLE_MSGS_SIMULTANEOUSLY "multipleMsgsSimultaneously" = 8,
    }
}

bit_string! {
    /// What the switch supports of [Query Voice Attrib](crate::services::QueryVoiceAttribute).
    pub struct QueryVoiceAttrib "QueryVoiceAttrib" {
        ATTRIB_TO_QUERY_ENCODING_ALGORITHM "attribToQueryEncodingAlgorithm" = 0,
        ATTRIB_TO_QUERY_SAMPLING_RATE "attribToQuerySamplingRate" = 1,
        ATTRIB_TO_QUERY_DURATION "attribToQueryDuration" = 2,
        ATTRIB_TO_QUERY_FILENAME "attribToQueryFilename" = 3,
        ATTRIB_TO_QUERY_CURRENT_POSITION "attribToQueryCurrentPosition" = 4,
        ATTRIB_TO_QUERY_CURRENT_SPEED "attribToQueryCurrentSpeed" = 5,
        ATTRIB_TO_QUERY_CURRENT_VOLUME "attribToQueryCurrentVolume" = 6,
        ATTRIB_TO_QUERY_CURRENT_LEVEL "attribToQueryCurrentLevel" = 7,
        ATTRIB_TO_QUERY_CURRENT_STATE "attribToQueryCurrentState" = 8,
        CONNECTION "connection" = 9,
        DURATION "duration" = 10,
        TERMINATION_PARAMETER "terminationParameter" = 11,
        TERMINATION_DURATION_EXCEEDED "terminationDurationExceeded" = 12,
        TERMINATION_DTMF_DIGIT_DETECTED "terminationDTMFDigitDetected" = 13,
        TERMINATION_END_OF_SPEECH_DETECTED "terminationEndOfSpeechDetected" = 14,
        TERMINATION_SPEECH "terminationSpeech" = 15,
        PRIVATE_DATA "privateData" = 16,
        ATTRIB_IN_ACK_ENCODING_ALGORITHM_ADPCM6K "attribInAckEncodingAlgorithmADPCM6K" = 17,
        ATTRIB_IN_ACK_ENCODING_ALGORITHM_ADPCM8K "attribInAckEncodingAlgorithmADPCM8K" = 18,
        ATTRIB_IN_ACK_ENCODING_ALGORITHM_MU_LAW_PCM6K "attribInAckEncodingAlgorithmMuLawPCM6K" = 19,
        ATTRIB_IN_ACK_ENCODING_ALGORITHM_A_LAW_PCM6K "attribInAckEncodingAlgorithmALawPCM6K" = 20,
        ATTRIB_IN_ACK_SAMPLING_RATE "attribInAckSamplingRate" = 21,
        ATTRIB_IN_ACK_DURATION "attribInAckDuration" = 22,
        ATTRIB_IN_ACK_FILENAME "attribInAckFilename" = 23,
        ATTRIB_IN_ACK_CURRENT_POSITION "attribInAckCurrentPosition" = 24,
        ATTRIB_IN_ACK_CURRENT_SPEED "attribInAckCurrentSpeed" = 25,
        ATTRIB_IN_ACK_CURRENT_VOLUME_ABS "attribInAckCurrentVolumeAbs" = 26,
        ATTRIB_IN_ACK_CURRENT_GAIN "attribInAckCurrentGain" = 27,
        ATTRIB_IN_ACK_CURRENT_STATE "attribInAckCurrentState" = 28,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 29,
        MESSAGE_TO_QUERY "messageToQuery" = 30,
        RESOURCE "resource" = 31,
        ATTRIB_TO_QUERY_GRAMMARS "attribToQueryGrammars" = 32,
        ATTRIB_TO_QUERY_LANGUAGE "attribToQueryLanguage" = 33,
        ATTRIB_TO_QUERY_MODE "attribToQueryMode" = 34,
        ATTRIB_TO_QUERY_RETAIN_AUDIO "attribToQueryRetainAudio" = 35,
        ATTRIB_TO_QUERY_SILENCE_TIMEOUT "attribToQuerySilenceTimeout" = 36,
        ATTRIB_TO_QUERY_MAX_TIMEOUT "attribToQueryMaxTimeout" = 37,
        ATTRIB_TO_QUERY_BABBLE_TIMEOUT "attribToQueryBabbleTimeout" = 38,
        ATTRIB_TO_QUERY_END_SILENCE "attribToQueryEndSilence" = 39,
        ATTRIB_TO_QUERY_REJECTION_THRESHOLD "attribToQueryRejectionThreshold" = 40,
        ATTRIB_TO_QUERY_AUTO_INTERRUPTABLE "attribToQueryAutoInterruptable" = 41,
        ATTRIB_TO_QUERY_INNER_XML "attribToQueryInnerXML" = 42,
        ATTRIB_TO_QUERY_INTERDIGIT_TIMEOUT "attribToQueryInterdigitTimeout" = 43,
        ATTRIB_TO_QUERY_PREFLUSH "attribToQueryPreflush" = 44,
    }
}

bit_string! {
    /// What the switch supports of [Queue](crate::services::Queue).
    pub struct Queue "Queue" {
        MESSAGE "message" = 0,
        RESOURCE "resource" = 1,
        TEXT "text" = 2,
        PRIVATE_DATA "privateData" = 3,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 4,
    }
}

bit_string! {
    /// What the switch supports of [Record Msg](crate::services::RecordMessage).
    pub struct RecordMsg "RecordMsg" {
        SAMPLING_RATE "samplingRate" = 0,
        ENCODING_ALGORITHM_ADPCM6K "encodingAlgorithmADPCM6K" = 1,
        ENCODING_ALGORITHM_ADPCM8K "encodingAlgorithmADPCM8K" = 2,
        ENCODING_ALGORITHM_MU_LAW_PCM6K "encodingAlgorithmMuLawPCM6K" = 3,
        ENCODING_ALGORITHM_A_LAW_PCM6K "encodingAlgorithmALawPCM6K" = 4,
        MAX_DURATION "maxDuration" = 5,
        TERMINATION_PARAMETER "terminationParameter" = 6,
        TERMINATION_DURATION_EXCEEDED "terminationDurationExceeded" = 7,
        TERMINATION_DTMF_DIGIT_DETECTED "terminationDTMFDigitDetected" = 8,
        TERMINATION_END_OF_DATA_DETECTED "terminationEndOfDataDetected" = 9,
        TERMINATION_SPEECH_DETECTED "terminationSpeechDetected" = 10,
        PRIVATE_DATA "privateData" = 11,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 12,
        RESOURCE "resource" = 13,
    }
}

bit_string! {
    /// What the switch supports of [Reposition](crate::services::Reposition).
    pub struct Reposition "Reposition" {
        PERIOD_OF_REPOSITION_START_OF_MSG "periodOfRepositionStartOfMsg" = 0,
        PERIOD_OF_REPOSITION_END_OF_MSG "periodOfRepositionEndOfMsg" = 1,
        PERIOD_OF_REPOSITION_RELATIVE_POINTER "periodOfRepositionRelativePointer" = 2,
        MSG_TO_REPOSITION "msgToReposition" = 3,
        PRIVATE_DATA "privateData" = 4,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 5,
    }
}

bit_string! {
    /// What the switch supports of [Resume](crate::services::Resume).
    pub struct Resume "Resume" {
        MSG_TO_RESUME "msgToResume" = 0,
        DURATION "duration" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
        RESOURCE "resource" = 4,
    }
}

bit_string! {
    /// What the switch supports of [Review](crate::services::Review).
    pub struct Review "Review" {
        PERIOD_TO_RESUME_START_OF_MSG "periodToResumeStartOfMsg" = 0,
        PERIOD_TO_RESUME_LENGTH_OF_REVIEW "periodToResumeLengthOfReview" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
        MSG_TO_REVIEW "msgToReview" = 4,
        RESOURCE "resource" = 5,
    }
}

bit_string! {
    /// What the switch supports of [Set Voice Attrib](crate::services::SetVoiceAttribute).
    pub struct SetVoiceAttrib "SetVoiceAttrib" {
        CURRENT_SPEED "currentSpeed" = 0,
        CURRENT_VOLUME_ABS "currentVolumeAbs" = 1,
        CURRENT_VOLUME_INC "currentVolumeInc" = 2,
        PERIOD_TO_RESUME_START_OF_MSG "periodToResumeStartOfMsg" = 3,
        PERIOD_TO_RESUME_LENGTH_OF_REVIEW "periodToResumeLengthOfReview" = 4,
        CURRENT_GAIN "currentGain" = 5,
        MESSAGE "message" = 6,
        PRIVATE_DATA "privateData" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
        RESOURCE "resource" = 9,
        GRAMMARS "grammars" = 10,
        LANGUAGE "language" = 11,
        MODE "mode" = 12,
        RETAIN_AUDIO "retainAudio" = 13,
        SILENCE_TIMEOUT "silenceTimeout" = 14,
        MAX_TIMEOUT "maxTimeout" = 15,
        BABBLE_TIMEOUT "babbleTimeout" = 16,
        END_SILENCE "endSilence" = 17,
        REJECTION_THRESHOLD "rejectionThreshold" = 18,
        AUTO_INTERRUPTABLE "autoInterruptable" = 19,
        INNER_XML "innerXML" = 20,
        INTERDIGIT_TIMEOUT "interdigitTimeout" = 21,
        PREFLUSH "preflush" = 22,
    }
}

bit_string! {
    /// What the switch supports of [Start](crate::services::Start).
    pub struct Start "Start" {
        RESOURCE "resource" = 0,
        TEXT "text" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Stop](crate::services::Stop).
    pub struct Stop "Stop" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        MSG_TO_BE_STOPPED "msgToBeStopped" = 2,
        RESOURCE "resource" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Suspend](crate::services::Suspend).
    pub struct Suspend "Suspend" {
        MESSAGE "message" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        RESOURCE "resource" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Synthesize Msg](crate::services::SynthesizeMessage).
    pub struct SynthesizeMsg "SynthesizeMsg" {
        GENDER_MALE "genderMale" = 0,
        GENDER_FEMALE "genderFemale" = 1,
        PRIVATE_DATA "privateData" = 2,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 3,
    }
}
