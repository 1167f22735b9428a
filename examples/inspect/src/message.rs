//! What a message is: its kind, its operation, and what it carries.

use csta_codec::acse::Acse;
use csta_codec::ber::normalise;
use csta_codec::events::EventReportArgument;
use csta_codec::rose::{Code, RejectedId, Rose};
use csta_codec::services::{Escape, EscapeArgument, EventReport};
use csta_codec::{
    Apdu, Ber, DecodeError, Element, EventInfo, Operation, OperationInfo, TypeInfo,
    UNIVERSAL_FAILURE,
};
use kme_private::{PrivateDataCarrier as _, SystemData};

use crate::pieces;
use crate::value::Value;

/// The number of the only error of CSTA.
const UNIVERSAL_FAILURE_CODE: i32 = 1;

/// A message and what is known of it.
#[derive(Debug)]
pub(crate) struct Message<'a> {
    /// All of it.
    pub(crate) octets: &'a [u8],
    pub(crate) kind: Kind,
    pub(crate) invoke_id: Option<i32>,
    /// The number of the operation, or of the error.
    pub(crate) code: Option<i32>,
    pub(crate) operation: Option<&'static OperationInfo>,
    /// The event that it reports.
    pub(crate) event: Option<&'static EventInfo>,
    /// What it carries, as it stands there.
    pub(crate) element: Option<Element<'a>>,
    pub(crate) body: Body<'a>,
}

/// The kinds of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Invoke,
    ReturnResult,
    ReturnError,
    Reject,
    /// About the association, with the name of the message.
    Acse(&'static str),
    /// A frame with nothing in it.
    Empty,
    /// No message at all.
    Unreadable,
}

impl Kind {
    /// The name that the standards give it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Invoke => "invoke",
            Self::ReturnResult => "returnResult",
            Self::ReturnError => "returnError",
            Self::Reject => "reject",
            Self::Acse(name) => name,
            Self::Empty => "empty",
            Self::Unreadable => "unreadable",
        }
    }

    /// What it calls that which it carries.
    pub(crate) const fn part(self) -> &'static str {
        match self {
            Self::Invoke => "argument",
            Self::ReturnResult => "result",
            Self::ReturnError => "error",
            _ => "message",
        }
    }
}

/// What a message carries.
#[derive(Debug)]
pub(crate) enum Body<'a> {
    /// Nothing.
    Nothing,
    /// A value of a known type.
    Value(Value<'a>),
    /// A value whose type is not known.
    Untyped,
    /// What cannot be decoded; the offset counts from the start of the message.
    Broken(DecodeError),
}

impl<'a> Message<'a> {
    /// Reads a message, in any form of BER, and hands it to `then`. One with indefinite lengths is
    /// rewritten before, and its octets and offsets are those of the rewritten one.
    pub(crate) fn read_with<R>(octets: &[u8], then: impl FnOnce(&Message<'_>) -> R) -> R {
        let message = Message::read(octets);
        if let Body::Broken(error) = &message.body
            && error.is_form()
            && let Ok(rewritten) = normalise::<Apdu<'static>>(octets)
        {
            return then(&Message::read(&rewritten));
        }
        then(&message)
    }

    fn read(octets: &'a [u8]) -> Self {
        let mut message = Self {
            octets,
            kind: Kind::Unreadable,
            invoke_id: None,
            code: None,
            operation: None,
            event: None,
            element: None,
            body: Body::Nothing,
        };
        if octets.is_empty() {
            message.kind = Kind::Empty;
            return message;
        }
        match Apdu::decode(octets) {
            Ok(Apdu::Rose(rose)) => message.take_rose(rose),
            Ok(Apdu::Acse(Acse::Unrecognised(_))) => message.body = Body::Untyped,
            Ok(Apdu::Acse(acse)) => {
                message.kind = Kind::Acse(acse_name(&acse));
                message.body = Body::Value(Value::Acse(Box::new(acse)));
            }
            Err(error) => {
                message.kind = kind_by_tag(octets);
                message.take_head();
                message.body = Body::Broken(error);
            }
        }
        message
    }

    fn take_rose(&mut self, rose: Rose<'a>) {
        match rose {
            Rose::Invoke(invoke) => {
                self.kind = Kind::Invoke;
                self.invoke_id = Some(invoke.invoke_id);
                self.take_operation(invoke.operation);
                self.take_value(
                    self.operation.map(|operation| operation.argument),
                    invoke.argument,
                );
                self.event = event_of(self.code, invoke.argument);
            }
            Rose::ReturnResult(answer) => {
                self.kind = Kind::ReturnResult;
                self.invoke_id = Some(answer.invoke_id);
                if let Some(result) = answer.result {
                    self.take_operation(result.operation);
                    self.take_value(self.operation.and_then(|o| o.result), Some(result.result));
                }
            }
            Rose::ReturnError(answer) => {
                self.kind = Kind::ReturnError;
                self.invoke_id = Some(answer.invoke_id);
                self.code = answer.error.local();
                let info = (self.code == Some(UNIVERSAL_FAILURE_CODE)).then_some(UNIVERSAL_FAILURE);
                self.take_value(info, answer.parameter);
            }
            Rose::Reject(reject) => {
                self.kind = Kind::Reject;
                if let RejectedId::Present(id) = reject.invoke_id {
                    self.invoke_id = Some(id);
                }
                self.body = Body::Value(Value::Reject(reject));
            }
            Rose::Unrecognised(_) => self.body = Body::Untyped,
        }
    }

    /// Reads the invoke id and the number of the operation of a message that is broken behind them.
    fn take_head(&mut self) {
        let numbers = pieces::first_numbers(self.octets);
        match self.kind {
            Kind::Invoke | Kind::ReturnResult => {
                [self.invoke_id, self.code] = numbers;
                self.operation = self.code.and_then(OperationInfo::by_code);
            }
            Kind::ReturnError => [self.invoke_id, self.code] = numbers,
            _ => {}
        }
    }

    fn take_operation(&mut self, code: Code<'a>) {
        self.code = code.local();
        self.operation = self.code.and_then(OperationInfo::by_code);
    }

    fn take_value(&mut self, info: Option<TypeInfo>, element: Option<Element<'a>>) {
        self.element = element;
        self.body = match (info, element) {
            (_, None) => Body::Nothing,
            (None, Some(_)) => Body::Untyped,
            (Some(info), Some(element)) => match info.decode(&element) {
                Ok(value) => Body::Value(Value::Typed(info, value)),
                Err(error) => Body::Broken(error),
            },
        };
    }

    /// The name of the operation that is invoked, or its number where that is not known.
    pub(crate) fn operation_name(&self) -> String {
        match (self.kind, self.operation, self.code) {
            (_, Some(operation), _) => operation.name.to_owned(),
            (Kind::Invoke, None, Some(code)) => format!("operation {code}"),
            (Kind::Invoke, None, None) => "unknown operation".to_owned(),
            _ => String::new(),
        }
    }

    /// Whether it is a request that is to be answered: if the operation is confirmed, but for the
    /// segments of a list of devices, which no client is known to answer.
    pub(crate) fn is_answered(&self) -> bool {
        self.operation.is_some_and(|operation| operation.is_confirmed())
            && !self.element.is_some_and(|argument| {
                self.code == Some(Escape::CODE)
                    && argument.read::<EscapeArgument<'_>>().is_ok_and(|escape| {
                        matches!(escape.system_data(), Some(SystemData::LinkedReply(_)))
                    })
            })
    }

    /// Whether the operation is known, as far as there is to be one.
    pub(crate) const fn is_known(&self) -> bool {
        match self.kind {
            Kind::Invoke => self.operation.is_some(),
            Kind::Unreadable => false,
            _ => !matches!(self.body, Body::Broken(_) | Body::Untyped),
        }
    }
}

/// The event in a report.
fn event_of(code: Option<i32>, argument: Option<Element<'_>>) -> Option<&'static EventInfo> {
    let argument = argument.filter(|_| code == Some(EventReport::CODE))?;
    EventInfo::of(&argument.read::<EventReportArgument<'_>>().ok()?.event_specific_info)
}

const fn acse_name(acse: &Acse<'_>) -> &'static str {
    match acse {
        Acse::Aarq(_) => "aarq",
        Acse::Aare(_) => "aare",
        Acse::Rlrq(_) => "rlrq",
        Acse::Rlre(_) => "rlre",
        Acse::Abrt(_) => "abrt",
        Acse::Unrecognised(_) => "unreadable",
    }
}

/// What a message that cannot be read was to be.
fn kind_by_tag(octets: &[u8]) -> Kind {
    match octets.first() {
        Some(0xA1) => Kind::Invoke,
        Some(0xA2) => Kind::ReturnResult,
        Some(0xA3) => Kind::ReturnError,
        Some(0xA4) => Kind::Reject,
        Some(0x60) => Kind::Acse("aarq"),
        Some(0x61) => Kind::Acse("aare"),
        Some(0x62) => Kind::Acse("rlrq"),
        Some(0x63) => Kind::Acse("rlre"),
        Some(0x64) => Kind::Acse("abrt"),
        _ => Kind::Unreadable,
    }
}
