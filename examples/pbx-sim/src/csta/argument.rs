//! Arguments are read and results written: between open types and typed values.

use csta_codec::rose::{Code, Invoke, InvokeId, OperationResult, ReturnResult, Rose};
use csta_codec::{Apdu, Ber, Element, Operation, Owned};

use super::failure::Refusal;
use super::service::Asked;

/// Reads the argument of what is asked.
pub(super) fn read<T: Ber<'static>>(asked: &Asked<'_>) -> Result<Owned<T>, Refusal> {
    let argument = asked.invoke.argument.as_ref().ok_or(Refusal::MISTYPED)?;
    Owned::from_element(argument, asked.frame).map_err(|_| Refusal::MISTYPED)
}

/// An invocation of the switch.
pub(super) fn invoke<Op: Operation>(invoke_id: InvokeId, argument: &Op::Argument<'_>) -> Vec<u8> {
    let octets = argument.encode();
    let mut invoke = Invoke::new(invoke_id, Code::Local(Op::CODE));
    invoke.argument = Element::decode(&octets).ok();
    Apdu::Rose(Rose::Invoke(invoke)).encode()
}

/// The result of an invocation of the application.
pub(super) fn result<Op: Operation>(invoke_id: InvokeId, result: &Op::Result<'_>) -> Vec<u8> {
    let octets = result.encode();
    let mut answer = ReturnResult::new(invoke_id);
    answer.result = Element::decode(&octets)
        .ok()
        .map(|element| OperationResult::new(Code::Local(Op::CODE), element));
    Apdu::Rose(Rose::ReturnResult(answer)).encode()
}
