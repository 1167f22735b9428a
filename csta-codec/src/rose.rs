//! ROSE: operations, their results, errors and rejections (ITU-T X.880), as CSTA uses them.

use crate::ber::{Class, Element, Tag, header};
use crate::error::{DecodeError, DecodeErrorKind};
use crate::{Ber, ObjectIdentifier, Operation, Writer, choice, enumerated, sequence};

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

/// An [`Invoke`] that is written but for its id.
///
/// Whoever asks writes it, and whoever owns the connection gives it the next id: nothing is copied
/// or written twice in between.
///
/// ```
/// use csta_codec::rose::OutgoingInvoke;
/// use csta_codec::services::{AnswerCall, AnswerCallArgument};
/// use csta_codec::types::{ConnectionId, DeviceId};
/// use csta_codec::OctetString;
/// # use csta_codec::{Apdu, Ber};
///
/// let device = DeviceId::dialing_number("101");
/// let argument = AnswerCallArgument::new(ConnectionId::new(OctetString(b"0075"), device));
/// let apdu = OutgoingInvoke::new::<AnswerCall>(&argument).into_apdu(7);
/// # let decoded = Apdu::decode(apdu.octets())?;
/// # assert_eq!(decoded.invoke().map(|invoke| invoke.invoke_id), Some(7));
/// # Ok::<(), csta_codec::DecodeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct OutgoingInvoke(Writer);

impl OutgoingInvoke {
    /// What most need; more is made where more is needed.
    const ROOM: usize = 128;

    /// An invocation of an operation.
    #[must_use]
    pub fn new<O: Operation>(argument: &O::Argument<'_>) -> Self {
        Self::reusing::<O>(Writer::with_capacity(Self::ROOM), argument)
    }

    /// An invocation of an operation, in the memory of a message that is not needed any more.
    #[must_use]
    pub fn reusing<O: Operation>(mut writer: Writer, argument: &O::Argument<'_>) -> Self {
        writer.clear();
        writer.put(|room, end| {
            let start = argument.put(room, end);
            Code::Local(O::CODE).put(room, start)
        });
        Self(writer)
    }

    /// An operation that is known at run time alone, with its argument in BER.
    #[must_use]
    pub fn encoded(operation: i32, argument: &[u8]) -> Self {
        let mut writer = Writer::with_capacity(Self::ROOM + argument.len());
        writer.prepend(argument);
        Code::Local(operation).write(&mut writer);
        Self(writer)
    }

    /// The APDU, under this id.
    #[must_use]
    pub fn into_apdu(self, id: InvokeId) -> Writer {
        let Self(mut writer) = self;
        writer.put(|room, end| {
            let (start, end) = (id.put(room, end), room.len());
            header(const { Tag::new(Class::Context, 1, true) }, room, start, end)
        });
        writer
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

impl<'a> Rose<'a> {
    /// Reads an APDU as [`Apdu::decode`](crate::Apdu) does, where it is none of ACSE: one that is not
    /// known is [`Unrecognised`](Self::Unrecognised). It costs less, since a message of ACSE takes
    /// several times the room of one of ROSE.
    ///
    /// # Errors
    ///
    /// As [`Ber::decode`].
    ///
    /// ```
    /// use csta_codec::rose::Rose;
    ///
    /// let answer = Rose::of_apdu(&[0xA2, 0x0A, 2, 1, 1, 0x30, 5, 2, 1, 4, 5, 0])?;
    /// let Rose::ReturnResult(answer) = answer else { unreachable!() };
    /// assert_eq!(answer.result.map(|result| result.result.offset()), Some(12));
    /// # Ok::<(), csta_codec::DecodeError>(())
    /// ```
    pub fn of_apdu(octets: &'a [u8]) -> Result<Self, DecodeError> {
        // Never moved, which would cost as much as reading it.
        let mut decoded = Self::decode(octets);
        if let Ok(rose) = &mut decoded {
            rose.locate(octets);
        }
        decoded
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::{MakeCall, MakeCallArgument};
    use crate::types::DeviceId;

    #[test]
    fn an_invoke_that_gets_its_id_afterwards_has_the_same_octets() {
        let long = "1".repeat(300);
        for number in ["", "102", &long] {
            let from = DeviceId::dialing_number("101");
            let argument = MakeCallArgument::new(from, DeviceId::dialing_number(number));
            let octets = argument.encode();
            for id in [0, 1, 127, 128, 255, 256, 32_767, 32_768, i32::MAX, -1, i32::MIN] {
                let mut invoke = Invoke::new(id, Code::Local(MakeCall::CODE));
                invoke.argument = Element::decode(&octets).ok();
                let apdu = OutgoingInvoke::new::<MakeCall>(&argument).into_apdu(id);
                assert_eq!(apdu.octets(), Rose::Invoke(invoke).encode());
            }
        }
    }
}
