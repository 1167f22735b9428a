//! ROSE: operations, their results, errors and rejections (ITU-T X.880), as CSTA uses them.

use crate::ber::Element;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::{ObjectIdentifier, choice, enumerated, sequence};

choice! {
    /// One of the four messages of ROSE.
    pub enum Rose<'a> "ROSE" {
        /// Asks for an operation.
        Invoke "invoke" [1 IMPLICIT]: Invoke<'a>,
        /// Says that an operation was carried out.
        ReturnResult "returnResult" [2 IMPLICIT]: ReturnResult<'a>,
        /// Says why an operation was not carried out.
        ReturnError "returnError" [3 IMPLICIT]: ReturnError<'a>,
        /// Says that a message was not understood.
        Reject "reject" [4 IMPLICIT]: Reject<'a>,
    }
}

/// The number by which an invocation and its answer find each other.
///
/// Each side numbers its own; Panasonic's TAPI driver counts from 1 to 32767.
pub type InvokeId = i32;

sequence! {
    /// Asks for an operation.
    pub struct Invoke<'a> "Invoke" {
        invoke_id "invokeId": InvokeId,
        /// The invocation to which this one belongs; CSTA does not link invocations so.
        linked_id "linkedId" [0 IMPLICIT]: InvokeId = OPTIONAL,
        operation "opcode": Code<'a>,
        /// The argument, of the type that the operation says.
        argument "argument": Element<'a> = OPTIONAL,
    }
}

sequence! {
    /// Says that an operation was carried out.
    pub struct ReturnResult<'a> "ReturnResult" {
        invoke_id "invokeId": InvokeId,
        result "result": OperationResult<'a> = OPTIONAL,
    }
}

sequence! {
    /// The result and whose it is.
    pub struct OperationResult<'a> "ReturnResultResult" {
        operation "opcode": Code<'a>,
        /// The result, of the type that the operation says.
        result "result": Element<'a>,
    }
}

sequence! {
    /// Says why an operation was not carried out.
    pub struct ReturnError<'a> "ReturnError" {
        invoke_id "invokeId": InvokeId,
        /// 1 is the UniversalFailure, the only error of CSTA.
        error "errcode": Code<'a>,
        parameter "parameter": Element<'a> = OPTIONAL,
    }
}

choice! {
    /// Names an operation or error.
    pub enum Code<'a> "Code" {
        /// By its number in CSTA.
        Local "local": i32,
        Global "global": ObjectIdentifier<'a>,
    }
}

sequence! {
    /// Says that a message was not understood.
    pub struct Reject<'a> "Reject" {
        invoke_id "invokeId": RejectedId<'a>,
        problem "problem": Problem<'a>,
    }
}

choice! {
    /// The invocation that is rejected.
    pub enum RejectedId<'a> "RejectInvokeId" {
        Present "present": InvokeId,
        /// The message was so wrong that it shows none.
        Absent "absent",
    }
}

choice! {
    /// What was not understood.
    pub enum Problem<'a> "Problem" {
        General "general" [0 IMPLICIT]: GeneralProblem,
        Invoke "invoke" [1 IMPLICIT]: InvokeProblem,
        ReturnResult "returnResult" [2 IMPLICIT]: ReturnResultProblem,
        ReturnError "returnError" [3 IMPLICIT]: ReturnErrorProblem,
    }
}

// INTEGERs with names, which under an IMPLICIT tag are written as ENUMERATED are.

enumerated! {
    /// What is wrong with a message as such.
    pub enum GeneralProblem "GeneralProblem" [UNIVERSAL 2 IMPLICIT] {
        UnrecognisedPdu "unrecognisedPDU" = 0,
        MistypedPdu "mistypedPDU" = 1,
        BadlyStructuredPdu "badlyStructuredPDU" = 2,
    }
}

enumerated! {
    /// What is wrong with an invocation.
    pub enum InvokeProblem "InvokeProblem" [UNIVERSAL 2 IMPLICIT] {
        DuplicateInvocation "duplicateInvocation" = 0,
        UnrecognisedOperation "unrecognisedOperation" = 1,
        MistypedArgument "mistypedArgument" = 2,
        ResourceLimitation "resourceLimitation" = 3,
        ReleaseInProgress "releaseInProgress" = 4,
        UnrecognisedLinkedId "unrecognisedLinkedId" = 5,
        LinkedResponseUnexpected "linkedResponseUnexpected" = 6,
        UnexpectedLinkedOperation "unexpectedLinkedOperation" = 7,
    }
}

enumerated! {
    /// What is wrong with a result.
    pub enum ReturnResultProblem "ReturnResultProblem" [UNIVERSAL 2 IMPLICIT] {
        UnrecognisedInvocation "unrecognisedInvocation" = 0,
        ResultResponseUnexpected "resultResponseUnexpected" = 1,
        MistypedResult "mistypedResult" = 2,
    }
}

enumerated! {
    /// What is wrong with an error.
    pub enum ReturnErrorProblem "ReturnErrorProblem" [UNIVERSAL 2 IMPLICIT] {
        UnrecognisedInvocation "unrecognisedInvocation" = 0,
        ErrorResponseUnexpected "errorResponseUnexpected" = 1,
        UnrecognisedError "unrecognisedError" = 2,
        UnexpectedError "unexpectedError" = 3,
        MistypedParameter "mistypedParameter" = 4,
    }
}

impl Code<'_> {
    /// The number, or `None` for a code by object identifier, which CSTA does not have.
    #[must_use]
    pub const fn local(self) -> Option<i32> {
        match self {
            Self::Local(code) => Some(code),
            Self::Global(_) | Self::Unrecognised(_) => None,
        }
    }
}

impl Reject<'_> {
    /// The answer to an APDU that could not be decoded, where no invoke id is known.
    ///
    /// ```
    /// use csta_codec::{Apdu, Ber, rose::{GeneralProblem, Problem, Reject}};
    ///
    /// let error = Apdu::decode(&[0xA1, 0x03, 0x02, 0x01]).unwrap_err();
    /// let reject = Reject::of_apdu(&error);
    /// assert_eq!(reject.problem, Problem::General(GeneralProblem::BadlyStructuredPdu));
    /// ```
    #[must_use]
    pub const fn of_apdu(error: &DecodeError) -> Self {
        let problem = match error.kind() {
            DecodeErrorKind::UnexpectedTag => GeneralProblem::UnrecognisedPdu,
            DecodeErrorKind::MissingMember
            | DecodeErrorKind::InvalidValue
            | DecodeErrorKind::TooLarge
            | DecodeErrorKind::NotConstructed => GeneralProblem::MistypedPdu,
            _ => GeneralProblem::BadlyStructuredPdu,
        };
        Self::new(RejectedId::Absent, Problem::General(problem))
    }

    /// The answer to an invocation: its operation is not known, its argument not understood, and
    /// so on.
    #[must_use]
    pub const fn of_invoke(invoke_id: InvokeId, problem: InvokeProblem) -> Self {
        Self::new(RejectedId::Present(invoke_id), Problem::Invoke(problem))
    }
}

impl Rose<'_> {
    /// Tells the open types where in the APDU they stand, for errors that are found later.
    pub(crate) fn locate(&mut self, apdu: &[u8]) {
        let element = match self {
            Self::Invoke(invoke) => invoke.argument.as_mut(),
            Self::ReturnResult(result) => result.result.as_mut().map(|result| &mut result.result),
            Self::ReturnError(error) => error.parameter.as_mut(),
            Self::Reject(_) | Self::Unrecognised(_) => None,
        };
        if let Some(element) = element {
            *element = element.within(apdu);
        }
    }
}
