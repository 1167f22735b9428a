//! Attributes of messages and voice resources.
//!
//! The ASN.1 modules are `CSTA-query-voice-attribute` and `CSTA-set-voice-attribute`.

use crate::types::{
    AttributeInfo, ConnectionId, CstaCommonArguments, MessageId, ResourceId, Volume,
};
use crate::{Ia5String, choice, enumerated, operation, sequence};

operation! {
    /// Asks for an attribute of a message or voice resource.
    pub QueryVoiceAttribute "queryVoiceAttribute" = 503, "Query Voice Attribute", ToSwitch: QueryVoiceAttributeArgument<'a> => QueryVoiceAttributeResult<'a>
}

sequence! {
    /// The message and the attribute.
    pub struct QueryVoiceAttributeArgument<'a> "QueryVoiceAttributeArgument" {
        message_to_query "messageToQuery": MessageId<'a>,
        attribute_to_query "attributeToQuery": AttributeToQuery,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        connection "connection": ConnectionId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The attribute and its value.
    pub struct QueryVoiceAttributeResult<'a> "QueryVoiceAttributeResult" {
        attribute "attribute": AttributeInfo<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// An attribute of a message or voice resource.
    pub enum AttributeToQuery "AttributeToQuery" {
        EncodingAlgorithm "encodingAlgorithm" = 0,
        SamplingRate "samplingRate" = 1,
        Duration "duration" = 2,
        FileName "fileName" = 3,
        CurrentPosition "currentPosition" = 4,
        CurrentSpeed "currentSpeed" = 5,
        CurrentVolume "currentVolume" = 6,
        CurrentLevel "currentLevel" = 7,
        CurrentState "currentState" = 8,
        Grammars "grammars" = 9,
        Language "language" = 10,
        Mode "mode" = 11,
        RetainAudio "retainAudio" = 12,
        SilenceTimeout "silenceTimeout" = 13,
        MaxTimeout "maxTimeout" = 14,
        BabbleTimeout "babbleTimeout" = 15,
        EndSilence "endSilence" = 16,
        RejectionThreshold "rejectionThreshold" = 17,
        AutoInterruptible "autoInterruptible" = 18,
        InnerXml "innerXml" = 19,
        InterDigitTimeout "interDigitTimeout" = 20,
        Preflush "preflush" = 21,
    }
}

operation! {
    /// Sets an attribute of a message or voice resource.
    pub SetVoiceAttribute "setVoiceAttribute" = 507, "Set Voice Attribute", ToSwitch: SetVoiceAttributeArgument<'a> => SetVoiceAttributeResult<'a>
}

sequence! {
    /// The connection, and the attribute with its value.
    pub struct SetVoiceAttributeArgument<'a> "SetVoiceAttributeArgument" {
        connection "connection": ConnectionId<'a>,
        attribute_to_set "attributeToSet": AttributeToSet<'a>,
        message "message": MessageId<'a> = OPTIONAL,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetVoiceAttribute`]; it has nothing to say of its own.
    pub enum SetVoiceAttributeResult<'a> "SetVoiceAttributeResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

enumerated! {
    /// How a recogniser works.
    pub enum RecognitionMode "AttributeToSetMode" {
        /// It stops when something was recognised.
        Automatic "automatic" = 0,
        /// It goes on until it is stopped, for one result.
        Single "single" = 1,
        /// It goes on and gives several results.
        Multiple "multiple" = 2,
    }
}

choice! {
    /// An attribute of a message or voice resource, with its value.
    pub enum AttributeToSet<'a> "AttributeToSet" {
        CurrentSpeed "currentSpeed" [0 IMPLICIT]: i64,
        CurrentVolume "currentVolume" [1 EXPLICIT]: Volume<'a>,
        /// 0 to 100.
        CurrentGain "currentGain" [2 IMPLICIT]: i64,
        Grammars "grammars" [3 IMPLICIT]: Ia5String<'a>,
        Language "language" [4 IMPLICIT]: Ia5String<'a>,
        Mode "mode" [5 IMPLICIT]: RecognitionMode,
        RetainAudio "retainAudio" [6 IMPLICIT]: bool,
        SilenceTimeout "silenceTimeout" [7 IMPLICIT]: i64,
        MaxTimeout "maxTimeout" [8 IMPLICIT]: i64,
        /// How long somebody may speak.
        BabbleTimeout "babbleTimeout" [9 IMPLICIT]: i64,
        /// How long a silence ends what is said.
        EndSilence "endSilence" [10 IMPLICIT]: i64,
        /// How sure the recognition must be.
        RejectionThreshold "rejectionThreshold" [11 IMPLICIT]: i64,
        /// Whether speech stops what is played.
        AutoInterruptible "autoInterruptible" [12 IMPLICIT]: bool,
        InnerXml "innerXML" [13 IMPLICIT]: Ia5String<'a>,
        InterDigitTimeout "interDigitTimeout" [14 IMPLICIT]: i64,
        /// Whether what is queued is dropped first.
        Preflush "preflush" [15 IMPLICIT]: bool,
    }
}
