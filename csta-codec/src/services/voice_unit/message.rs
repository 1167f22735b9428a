//! Messages are played, recorded, joined, made from text and deleted.
//!
//! The ASN.1 modules are `CSTA-concatenate-message`, `CSTA-delete-message`, `CSTA-play-message`,
//! `CSTA-record-message` and `CSTA-synthesize-message`.

use crate::types::{
    ConnectionId, ControlData, CstaCommonArguments, EncodingAlgorithm, MessageId, ResourceId,
    TerminatingConditions,
};
use crate::{Ia5String, SequenceOf, choice, operation, sequence};

operation! {
    /// Joins messages to a new one.
    pub ConcatenateMessage "concatenateMessage" = 500, "Concatenate Message", ToSwitch: ConcatenateMessageArgument<'a> => ConcatenateMessageResult<'a>
}

sequence! {
    /// The messages, in their order.
    pub struct ConcatenateMessageArgument<'a> "ConcatenateMessageArgument" {
        messages_to_concatenate "messagesToConcatenate": SequenceOf<'a, MessageId<'a>>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The new message.
    pub struct ConcatenateMessageResult<'a> "ConcatenateMessageResult" {
        concatenated_message "concatenatedMessage": MessageId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Deletes a message.
    pub DeleteMessage "deleteMessage" = 501, "Delete Message", ToSwitch: DeleteMessageArgument<'a> => DeleteMessageResult<'a>
}

sequence! {
    /// The message to be deleted.
    pub struct DeleteMessageArgument<'a> "DeleteMessageArgument" {
        message_to_be_deleted "messageToBeDeleted": MessageId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DeleteMessage`]; it has nothing to say of its own.
    pub enum DeleteMessageResult<'a> "DeleteMessageResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Plays a message into a call.
    pub PlayMessage "playMessage" = 502, "Play Message", ToSwitch: PlayMessageArgument<'a> => PlayMessageResult<'a>
}

sequence! {
    /// The message, the call, and what ends the playing.
    pub struct PlayMessageArgument<'a> "PlayMessageArgument" {
        message_to_be_played "messageToBePlayed": MessageId<'a>,
        over_connection "overConnection": ConnectionId<'a>,
        duration "duration": i64 = OPTIONAL,
        termination "termination": TerminatingConditions = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`PlayMessage`]; it has nothing to say of its own.
    pub enum PlayMessageResult<'a> "PlayMessageResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Records a message from a call.
    pub RecordMessage "recordMessage" = 511, "Record Message", ToSwitch: RecordMessageArgument<'a> => RecordMessageResult<'a>
}

sequence! {
    /// The call, how it is recorded, and what ends it.
    pub struct RecordMessageArgument<'a> "RecordMessageArgument" {
        call_to_be_recorded "callToBeRecorded": ConnectionId<'a>,
        resource "resource" [2 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        sampling_rate "samplingRate" [0 IMPLICIT]: i64 = OPTIONAL,
        encoding_algorithm "encodingAlgorithm": EncodingAlgorithm = OPTIONAL,
        max_duration "maxDuration" [1 IMPLICIT]: i64 = OPTIONAL,
        termination "termination": TerminatingConditions = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The new message.
    pub struct RecordMessageResult<'a> "RecordMessageResult" {
        resulting_message "resultingMessage": MessageId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Makes a message from text.
    pub SynthesizeMessage "synthesizeMessage" = 510, "Synthesize Message", ToSwitch: SynthesizeMessageArgument<'a> => SynthesizeMessageResult<'a>
}

sequence! {
    /// The text and the voice.
    pub struct SynthesizeMessageArgument<'a> "SynthesizeMessageArgument" {
        text_to_be_synthesized "textToBeSynthesized": Ia5String<'a>,
        control "control": ControlData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The new message.
    pub struct SynthesizeMessageResult<'a> "SynthesizeMessageResult" {
        synthesized_message "synthesizedMessage": MessageId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
