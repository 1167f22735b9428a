//! Messages of ROSE: written, and given other invoke ids.

use bytes::Bytes;
use csta_codec::ber::normalise;
use csta_codec::rose::{
    Code, Invoke, InvokeId, OperationResult, Problem, Reject, RejectedId, ReturnError,
    ReturnResult, Rose,
};
use csta_codec::{Ber, DecodeError, Element, Operation};

/// An invocation.
pub(super) fn invoke<Op: Operation>(invoke_id: InvokeId, argument: &Op::Argument<'_>) -> Bytes {
    invoke_with(invoke_id, Op::CODE, argument)
}

/// An invocation of an operation by its code.
pub(super) fn invoke_with<'a>(
    invoke_id: InvokeId,
    operation: i32,
    argument: &impl Ber<'a>,
) -> Bytes {
    let octets = argument.encode();
    let mut invoke = Invoke::new(invoke_id, Code::Local(operation));
    invoke.argument = Element::decode(&octets).ok();
    encode(Rose::Invoke(invoke))
}

/// The result of an invocation.
pub(super) fn result<Op: Operation>(invoke_id: InvokeId, result: &Op::Result<'_>) -> Bytes {
    result_with(invoke_id, Op::CODE, result)
}

/// The result of an invocation of an operation by its code.
pub(super) fn result_with<'a>(invoke_id: InvokeId, operation: i32, result: &impl Ber<'a>) -> Bytes {
    let octets = result.encode();
    let mut answer = ReturnResult::new(invoke_id);
    answer.result = Element::decode(&octets)
        .ok()
        .map(|element| OperationResult::new(Code::Local(operation), element));
    encode(Rose::ReturnResult(answer))
}

/// The result that says nothing, which most operations have.
pub(super) fn no_data(invoke_id: InvokeId, operation: i32) -> Bytes {
    result_with(invoke_id, operation, &Element::null())
}

/// A message of ROSE as it goes out.
pub(super) fn encode(message: Rose<'_>) -> Bytes {
    message.encode().into()
}

/// The invocation in an APDU under another invoke id; as it is if there is none.
pub(super) fn invoke_again(apdu: &Bytes, invoke_id: InvokeId) -> Bytes {
    match Rose::of_apdu(apdu) {
        Ok(Rose::Invoke(invoke)) => encode(Rose::Invoke(Invoke { invoke_id, ..invoke })),
        _ => apdu.clone(),
    }
}

/// An answer under another invoke id.
pub(super) fn answer_again(answer: &Answer<'_>, invoke_id: InvokeId) -> Bytes {
    encode(match *answer {
        Answer::Result(result) => Rose::ReturnResult(ReturnResult { invoke_id, ..result }),
        Answer::Error(error) => Rose::ReturnError(ReturnError { invoke_id, ..error }),
        Answer::Reject(problem) => {
            Rose::Reject(Reject::new(RejectedId::Present(invoke_id), problem))
        }
    })
}

/// How an invocation was answered.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer<'a> {
    Result(ReturnResult<'a>),
    Error(ReturnError<'a>),
    Reject(Problem<'a>),
}

impl<'a> Answer<'a> {
    /// The result of an operation, if it is one.
    pub(super) fn result(&self, operation: i32) -> Option<Element<'a>> {
        let Self::Result(ReturnResult { result: Some(result), .. }) = self else {
            return None;
        };
        (result.operation == Code::Local(operation)).then_some(result.result)
    }
}

/// Calls `read` with octets that can be read: those that are given, or, if they are in indefinite
/// lengths, the same in definite ones. Messages of ACSE do not come so far.
pub(super) fn readable<T>(
    apdu: Bytes,
    read: impl FnOnce(&Bytes, &Rose<'_>) -> T,
) -> Result<T, DecodeError> {
    let error = match &Rose::of_apdu(&apdu) {
        Ok(decoded) => return Ok(read(&apdu, decoded)),
        Err(error) => *error,
    };
    if !error.is_form() {
        return Err(error);
    }
    let apdu = Bytes::from(normalise::<Rose<'static>>(&apdu)?);
    let decoded = Rose::of_apdu(&apdu)?;
    Ok(read(&apdu, &decoded))
}

/// The invocation in a message, if it is one.
pub(super) const fn invocation<'b, 'a>(message: &'b Rose<'a>) -> Option<&'b Invoke<'a>> {
    match message {
        Rose::Invoke(invoke) => Some(invoke),
        _ => None,
    }
}

/// What a message of ROSE is, when it is not an invocation: an answer and to what.
pub(super) fn answer_in<'a>(message: &Rose<'a>) -> Option<(Option<i32>, Answer<'a>)> {
    Some(match *message {
        Rose::ReturnResult(result) => (Some(result.invoke_id), Answer::Result(result)),
        Rose::ReturnError(error) => (Some(error.invoke_id), Answer::Error(error)),
        Rose::Reject(reject) => {
            let id = match reject.invoke_id {
                RejectedId::Present(id) => Some(id),
                _ => None,
            };
            (id, Answer::Reject(reject.problem))
        }
        Rose::Invoke(_) | Rose::Unrecognised(_) => return None,
    })
}
