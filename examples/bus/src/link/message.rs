//! Messages of ROSE, from what is encoded already.

use csta_codec::rose::{
    Code, Invoke, InvokeId, InvokeProblem, OperationResult, Reject, ReturnError, ReturnResult, Rose,
};
use csta_codec::{Apdu, Ber, Element};

/// The code of the one error of CSTA.
const UNIVERSAL_FAILURE: i32 = 1;

/// Invokes an operation by its code.
pub(super) fn invoke(invoke_id: InvokeId, operation: i32, argument: &[u8]) -> Vec<u8> {
    let mut invoke = Invoke::new(invoke_id, Code::Local(operation));
    invoke.argument = Element::decode(argument).ok();
    encode(Rose::Invoke(invoke))
}

/// The result of an operation.
pub(super) fn result(invoke_id: InvokeId, operation: i32, result: &[u8]) -> Vec<u8> {
    let mut answer = ReturnResult::new(invoke_id);
    let result = Element::decode(result).ok();
    answer.result = result.map(|result| OperationResult::new(Code::Local(operation), result));
    encode(Rose::ReturnResult(answer))
}

/// Why an operation was not carried out.
pub(super) fn failure(invoke_id: InvokeId, failure: &[u8]) -> Vec<u8> {
    let mut answer = ReturnError::new(invoke_id, Code::Local(UNIVERSAL_FAILURE));
    answer.parameter = Element::decode(failure).ok();
    encode(Rose::ReturnError(answer))
}

/// An operation was not understood.
pub(super) fn reject(invoke_id: InvokeId, problem: InvokeProblem) -> Vec<u8> {
    encode(Rose::Reject(Reject::of_invoke(invoke_id, problem)))
}

fn encode(message: Rose<'_>) -> Vec<u8> {
    Apdu::Rose(message).encode()
}
