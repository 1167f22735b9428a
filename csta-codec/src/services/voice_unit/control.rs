//! What a voice unit is doing is stopped, suspended, resumed and moved.
//!
//! The ASN.1 modules are `CSTA-queue`, `CSTA-start`, `CSTA-clear`, `CSTA-reposition`,
//! `CSTA-resume`, `CSTA-review`, `CSTA-stop` and `CSTA-suspend`.

use crate::types::{ConnectionId, CstaCommonArguments, MessageId, ResourceId};
use crate::{Ia5String, choice, enumerated, operation, sequence};

operation! {
    /// DOC
    pub Queue "queue" = 515, ToSwitch: QueueArgument<'a> => QueueResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub Start "start" = 516, ToSwitch: StartArgument<'a> => StartResult<'a>
}

sequence! {
    /// DOC
    pub struct StartArgument<'a> "StartArgument" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
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
    /// DOC
    pub Clear "clear" = 513, ToSwitch: ClearArgument<'a> => ClearResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub Reposition "reposition" = 504, ToSwitch: RepositionArgument<'a> => RepositionResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub enum PeriodAbsolutePosition "PeriodAbsolutePosition" {
        StartOfMessage "startOfMessage" = 0,
        EndOfMessage "endOfMessage" = 1,
    }
}

choice! {
    /// DOC
    pub enum Period<'a> "Period" {
        AbsolutePosition "absolutePosition": PeriodAbsolutePosition,
        RelativePosition "relativePosition": i64,
    }
}

operation! {
    /// DOC
    pub Resume "resume" = 505, ToSwitch: ResumeArgument<'a> => ResumeResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub Review "review" = 506, ToSwitch: ReviewArgument<'a> => ReviewResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub enum PeriodToReview<'a> "PeriodToReview" {
        StartOfMessage "startOfMessage",
        LengthOfReview "lengthOfReview": i64,
    }
}

operation! {
    /// DOC
    pub Stop "stop" = 508, ToSwitch: StopArgument<'a> => StopResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub Suspend "suspend" = 509, ToSwitch: SuspendArgument<'a> => SuspendResult<'a>
}

sequence! {
    /// DOC
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
