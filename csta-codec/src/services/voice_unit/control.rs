//! What a voice unit is doing is stopped, suspended, resumed and moved.
//!
//! The ASN.1 modules are `CSTA-queue`, `CSTA-start`, `CSTA-clear`, `CSTA-reposition`,
//! `CSTA-resume`, `CSTA-review`, `CSTA-stop` and `CSTA-suspend`.

use crate::types::{ConnectionId, CstaCommonArguments, MessageId, ResourceId};
use crate::{Ia5String, choice, enumerated, operation, sequence};

operation! {
    /// Adds a message or text to what a voice resource is to play.
    pub Queue "queue" = 515, "Queue", ToSwitch: QueueArgument<'a> => QueueResult<'a>
}

sequence! {
    /// The call, and what is to be played.
    pub struct QueueArgument<'a> "QueueArgument" {
        over_connection "overConnection": ConnectionId<'a>,
        message "message": MessageId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        text "text" [1 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`Queue`]; it has nothing to say of its own.
    pub struct QueueResult<'a> "QueueResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Starts a voice resource, such as a player or recogniser.
    pub Start "start" = 516, "Start", ToSwitch: StartArgument<'a> => StartResult<'a>
}

sequence! {
    /// The call and the resource.
    pub struct StartArgument<'a> "StartArgument" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        /// What it is to play or go by.
        text "text" [1 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`Start`]; it has nothing to say of its own.
    pub struct StartResult<'a> "StartResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Clears what a voice resource has queued.
    pub Clear "clear" = 513, "Clear", ToSwitch: ClearArgument<'a> => ClearResult<'a>
}

sequence! {
    /// The call and the resource.
    pub struct ClearArgument<'a> "ClearArgument" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`Clear`]; it has nothing to say of its own.
    pub struct ClearResult<'a> "ClearResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Moves to another position in a message.
    pub Reposition "reposition" = 504, "Reposition", ToSwitch: RepositionArgument<'a> => RepositionResult<'a>
}

sequence! {
    /// The message and the position.
    pub struct RepositionArgument<'a> "RepositionArgument" {
        connection "connection": ConnectionId<'a>,
        period_of_reposition "periodOfReposition": Period<'a>,
        message_to_reposition "messageToReposition": MessageId<'a> = OPTIONAL,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`Reposition`]; it has nothing to say of its own.
    pub enum RepositionResult<'a> "RepositionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

enumerated! {
    /// The start or end of a message.
    pub enum AbsolutePosition "PeriodAbsolutePosition" {
        StartOfMessage "startOfMessage" = 0,
        EndOfMessage "endOfMessage" = 1,
    }
}

choice! {
    /// Where to move to in a message.
    pub enum Period<'a> "Period" {
        AbsolutePosition "absolutePosition": AbsolutePosition,
        /// So far forward, or back if negative.
        RelativePosition "relativePosition": i64,
    }
}

operation! {
    /// Goes on playing or recording a message.
    pub Resume "resume" = 505, "Resume", ToSwitch: ResumeArgument<'a> => ResumeResult<'a>
}

sequence! {
    /// The message to go on with.
    pub struct ResumeArgument<'a> "ResumeArgument" {
        connection "connection": ConnectionId<'a>,
        message_to_resume "messageToResume": MessageId<'a> = OPTIONAL,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        duration "duration": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`Resume`]; it has nothing to say of its own.
    pub enum ResumeResult<'a> "ResumeResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Plays again what was just recorded.
    pub Review "review" = 506, "Review", ToSwitch: ReviewArgument<'a> => ReviewResult<'a>
}

sequence! {
    /// The message and how much of it.
    pub struct ReviewArgument<'a> "ReviewArgument" {
        connection "connection": ConnectionId<'a>,
        period_to_review "periodToReview": PeriodToReview<'a>,
        message_to_review "messageToReview": MessageId<'a> = OPTIONAL,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`Review`]; it has nothing to say of its own.
    pub enum ReviewResult<'a> "ReviewResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

choice! {
    /// How much of a message is played again.
    pub enum PeriodToReview<'a> "PeriodToReview" {
        /// All from the start.
        StartOfMessage "startOfMessage",
        /// The last part, of this length.
        LengthOfReview "lengthOfReview": i64,
    }
}

operation! {
    /// Stops playing or recording a message.
    pub Stop "stop" = 508, "Stop", ToSwitch: StopArgument<'a> => StopResult<'a>
}

sequence! {
    /// The message to be stopped.
    pub struct StopArgument<'a> "StopArgument" {
        connection "connection": ConnectionId<'a>,
        message_to_be_stopped "messageToBeStopped": MessageId<'a> = OPTIONAL,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`Stop`]; it has nothing to say of its own.
    pub enum StopResult<'a> "StopResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Suspends playing or recording a message.
    pub Suspend "suspend" = 509, "Suspend", ToSwitch: SuspendArgument<'a> => SuspendResult<'a>
}

sequence! {
    /// The message to be suspended.
    pub struct SuspendArgument<'a> "SuspendArgument" {
        connection "connection": ConnectionId<'a>,
        message "message": MessageId<'a> = OPTIONAL,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`Suspend`]; it has nothing to say of its own.
    pub enum SuspendResult<'a> "SuspendResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
