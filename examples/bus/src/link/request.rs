//! Requests on their way to the multiplexer of a site, and their answers.

use std::time::Duration;

use csta_codec::jer::Jer;
use csta_codec::rose::{InvokeId, InvokeProblem};
use csta_codec::types::{
    OperationErrors, PerformanceManagementErrors, SystemResourceAvailabilityErrors,
    UniversalFailure,
};
use csta_codec::{Ber, Element, OperationInfo};
use serde_json::Value;

use super::SiteLink;
use super::message;
use crate::{InvokeError, InvokeOutcome, invoke, segments_of};

/// How long a request may take. It is longer than a takeover, so that another multiplexer of the
/// site may carry it out.
const LIMIT: Duration = Duration::from_secs(40);

/// What the application gets for a request: its answer and the segments that follow, as operation
/// and argument.
#[derive(Debug, Default)]
pub(super) struct Answer {
    /// The message, or nothing if it is not known whether the request was carried out.
    pub(super) message: Option<Vec<u8>>,
    pub(super) segments: Vec<(i32, Vec<u8>)>,
}

impl Answer {
    pub(super) const fn of(message: Vec<u8>) -> Self {
        Self { message: Some(message), segments: Vec::new() }
    }

    /// The answer that names a reason.
    pub(super) fn failure(invoke_id: InvokeId, failure: &UniversalFailure<'_>) -> Self {
        Self::of(message::failure(invoke_id, &failure.encode()))
    }
}

/// Asks the multiplexer of a site.
pub(super) async fn ask(
    link: SiteLink,
    invoke_id: InvokeId,
    operation: &'static OperationInfo,
    argument: Vec<u8>,
) -> Answer {
    let Some(argument) = shown(operation, &argument) else {
        return Answer::of(message::reject(invoke_id, InvokeProblem::MistypedArgument));
    };
    let user = link.user.as_deref();
    let asked = invoke(&link.bus, &link.site, operation.name, user, argument, LIMIT).await;
    let outcome = asked.unwrap_or_else(InvokeOutcome::Error);
    if !operation.is_confirmed() {
        // Nobody waits for an answer.
        if let InvokeOutcome::Error(error) = &outcome {
            tracing::warn!(site = %link.site, operation = operation.name, %error, "not carried out");
        }
        return Answer::default();
    }
    match outcome {
        InvokeOutcome::Result { value, segments } => {
            carried_out(invoke_id, operation, &value, &segments).unwrap_or_else(|| {
                let site = &link.site;
                tracing::warn!(%site, operation = operation.name, "a result cannot be understood");
                Answer::default()
            })
        }
        InvokeOutcome::Failure(failure) => {
            let failure = UniversalFailure::encode_jer(&failure);
            let failure = failure.unwrap_or_else(|_| UniversalFailure::Unspecified.encode());
            Answer::of(message::failure(invoke_id, &failure))
        }
        InvokeOutcome::Error(error) => {
            tracing::warn!(site = %link.site, operation = operation.name, %error, "not carried out");
            not_carried_out(invoke_id, &error)
        }
    }
}

/// The argument as JSON.
fn shown(operation: &OperationInfo, argument: &[u8]) -> Option<Value> {
    let element = Element::decode(argument).ok()?;
    let value = operation.argument.decode(&element).ok()?;
    serde_json::to_value(value.to_jer()).ok()
}

fn carried_out(
    invoke_id: InvokeId,
    operation: &OperationInfo,
    value: &Value,
    segments: &[Value],
) -> Option<Answer> {
    let result = operation.result?.encode_jer(value).ok()?;
    let message = Some(message::result(invoke_id, operation.code, &result));
    if segments.is_empty() {
        return Some(Answer { message, segments: Vec::new() });
    }
    let segment = OperationInfo::by_name(segments_of(operation.name)?)?;
    let encoded =
        segments.iter().map(|value| Some((segment.code, segment.argument.encode_jer(value).ok()?)));
    Some(Answer { message, segments: encoded.collect::<Option<_>>()? })
}

/// What an application is told of the reasons that the bus has; the words are in the log.
fn not_carried_out(invoke_id: InvokeId, error: &InvokeError) -> Answer {
    use UniversalFailure as F;

    if error.may_have_been_done {
        // Who gets no answer does not know, and that is how it is.
        return Answer::default();
    }
    let failure = match error.code {
        400 | 404 => {
            return Answer::of(message::reject(invoke_id, InvokeProblem::UnrecognisedOperation));
        }
        403 => F::Operation(OperationErrors::PrivilegeViolationSpecifiedDevice),
        429 => F::PerformanceManagement(PerformanceManagementErrors::Generic),
        413 => F::Operation(OperationErrors::Generic),
        _ => F::SystemResourceAvailability(SystemResourceAvailabilityErrors::ResourceOutOfService),
    };
    Answer::failure(invoke_id, &failure)
}
