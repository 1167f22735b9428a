//! A message as one line of JSON.

use csta_codec::jer::Json;
use serde::Serialize;

use crate::message::{Body, Kind, Message};
use crate::tree::Node;
use crate::{describe, hex};

/// What is said of a message; what does not apply is left out.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'m> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    invoke_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    argument: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<Broken>,
}

/// What could not be understood.
#[derive(Debug, Serialize)]
struct Broken {
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
    octets: String,
}

/// The line, and whether all of the message was understood.
pub(crate) fn of(message: &Message<'_>) -> serde_json::Result<(String, bool)> {
    let broken = |reason, offset| Broken { reason, offset, octets: hex::digits(message.octets) };
    let (json, broken) = match &message.body {
        Body::Nothing if message.kind == Kind::Invoke && message.operation.is_none() => {
            (None, Some(broken("an operation that is not known".to_owned(), None)))
        }
        Body::Nothing => (None, None),
        Body::Value(value) => (Some(value.json()), None),
        Body::Untyped => (None, Some(broken("a type that is not known".to_owned(), None))),
        Body::Broken(error) => {
            (None, Some(broken(describe::reason(error, message.octets), Some(error.offset()))))
        }
    };
    let is_known = match &message.body {
        Body::Value(value) => Node::of(value).is_known(),
        _ => broken.is_none(),
    };
    let only = |kind| json.filter(|_| message.kind == kind);
    let line = Line {
        kind: message.kind.name(),
        invoke_id: message.invoke_id,
        operation: message.operation.map(|operation| operation.name),
        code: message.code,
        event: message.event.map(|event| event.name),
        argument: only(Kind::Invoke),
        result: only(Kind::ReturnResult),
        error: only(Kind::ReturnError),
        message: json.filter(|_| matches!(message.kind, Kind::Acse(_) | Kind::Reject)),
        broken,
    };
    Ok((serde_json::to_string(&line)?, is_known))
}
