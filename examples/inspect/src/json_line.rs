//! A message as one line of JSON.

use std::io;
use std::time::{Duration, UNIX_EPOCH};

use csta_codec::Ber as _;
use csta_codec::jer::Json;
use serde::Serialize;

use crate::message::{Body, Kind, Message};
use crate::timeline::{Answered, Direction, Place};
use crate::value::Value;
use crate::{describe, hex};

/// What is known of a message besides what stands in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'c> {
    /// When it went, where, and which way.
    pub(crate) went: Option<(Duration, &'c Place, Direction)>,
    pub(crate) answered: &'c Answered,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self { went: None, answered: &Answered::Nothing }
    }
}

/// What is said of a message; what does not apply is left out.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Line<'m> {
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    connection: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'m str>,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    invoke_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operation: Option<&'m str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'static str>,
    /// How long the request before it has waited, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    argument: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Json<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asn1: Option<Asn1>,
    #[serde(skip_serializing_if = "Option::is_none")]
    broken: Option<Broken>,
    /// How many octets there are, or are not, where there is no message.
    #[serde(skip_serializing_if = "Option::is_none")]
    octets: Option<usize>,
}

/// The value as it was sent.
#[derive(Debug, Serialize)]
struct Asn1 {
    #[serde(rename = "type")]
    name: &'static str,
    hex: String,
}

/// What could not be understood.
#[derive(Debug, Serialize)]
struct Broken {
    reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
    octets: String,
}

impl<'m> Line<'m> {
    fn of(context: &Context<'m>, kind: &'static str) -> Self {
        let went = context.went.map(|(time, place, direction)| {
            (time_of(time), place.connection, place.ends(direction))
        });
        let request = context.answered.request();
        let line = Self {
            kind,
            operation: request
                .map(|(request, _)| request.operation.as_str())
                .filter(|o| !o.is_empty()),
            after: request.map(|(_, latency)| latency.as_secs_f64()),
            ..Self::default()
        };
        match went {
            None => line,
            Some((time, connection, [from, to])) => {
                Self { time: Some(time), connection, from: Some(from), to: Some(to), ..line }
            }
        }
    }
}

/// The line of a message.
pub(crate) fn of(message: &Message<'_>, context: &Context<'_>) -> io::Result<String> {
    let broken = |reason, offset| Broken { reason, offset, octets: hex::digits(message.octets) };
    let (value, broken) = match &message.body {
        Body::Nothing if !message.is_known() => {
            (None, Some(broken("an operation that is not known".to_owned(), None)))
        }
        Body::Nothing => (None, None),
        Body::Value(value) => (Some(value), None),
        Body::Untyped => (None, Some(broken("a type that is not known".to_owned(), None))),
        Body::Broken(error) => {
            (None, Some(broken(describe::reason(error, message.octets), Some(error.offset()))))
        }
    };
    let json = value.map(Value::json);
    let only = |kind| json.filter(|_| message.kind == kind);
    let line = Line::of(context, message.kind.name());
    Ok(serde_json::to_string(&Line {
        invoke_id: message.invoke_id,
        operation: message.operation.map(|operation| operation.name).or(line.operation),
        code: message.code,
        event: message.event.map(|event| event.name),
        argument: only(Kind::Invoke),
        result: only(Kind::ReturnResult),
        error: only(Kind::ReturnError),
        message: json.filter(|_| matches!(message.kind, Kind::Acse(_) | Kind::Reject)),
        asn1: value.map(|value| Asn1 {
            name: value.type_name(),
            hex: message.element.map_or_else(
                || hex::digits(message.octets),
                |element| hex::digits(&element.encode()),
            ),
        }),
        broken,
        ..line
    })?)
}

/// The line of octets that are no message, or of those that are missing.
pub(crate) fn of_gap(
    context: &Context<'_>,
    kind: &'static str,
    octets: usize,
) -> io::Result<String> {
    Ok(serde_json::to_string(&Line { octets: Some(octets), ..Line::of(context, kind) })?)
}

/// A time of the day and the day.
pub(crate) fn time_of(time: Duration) -> String {
    // humantime knows years up to 9999.
    let latest = Duration::from_secs(253_402_300_799);
    humantime::format_rfc3339_micros(UNIX_EPOCH + time.min(latest)).to_string()
}
