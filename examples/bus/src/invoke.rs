//! Asking for operations.

use std::time::Duration;

use async_nats::RequestErrorKind;
use serde_json::Value;
use tokio::time::{Instant, sleep};

use crate::{Bus, InvokeAnswer, InvokeError, InvokeOutcome, InvokeRequest, Site, subject};

/// How long a pause is made before a request is sent again.
const PAUSE: Duration = Duration::from_millis(500);

/// The operation whose arguments are the [segments](InvokeOutcome::Result) behind the result of
/// another one, if that has any.
#[must_use]
pub fn segments_of(operation: &str) -> Option<&'static str> {
    match operation {
        "snapshotDevice" => Some("snapshotDeviceData"),
        "snapshotCall" => Some("snapshotCallData"),
        "getSwitchingFunctionDevices" => Some("switchingFunctionDevices"),
        _ => None,
    }
}

/// Asks a site for an operation, as a user if one is given, and waits for the answer up to `limit`.
/// The request is sent again under the same key while nobody answers, so that a multiplexer that
/// takes over meanwhile gets it; it is carried out once at most.
///
/// # Errors
///
/// If there is no answer, or none that can be understood.
pub async fn invoke(
    bus: &Bus,
    site: &Site,
    operation: &str,
    user: Option<&str>,
    argument: Value,
    limit: Duration,
) -> Result<InvokeOutcome, InvokeError> {
    let deadline = Instant::now() + limit;
    let request = InvokeRequest { key: bus.unique(), argument };
    let payload = serde_json::to_vec(&request).map_err(|error| wrong(&error))?;
    let subject = subject::invoke(site, operation, user);
    let mut may_have_been_done = false;
    loop {
        let answer = bus.client().request(subject.clone(), payload.clone().into());
        let text = match tokio::time::timeout_at(deadline, answer).await {
            Ok(Ok(message)) => {
                let answer = serde_json::from_slice::<InvokeAnswer>(&message.payload);
                return answer.map(|answer| answer.outcome).map_err(|error| wrong(&error));
            }
            Ok(Err(error)) => {
                may_have_been_done |= error.kind() != RequestErrorKind::NoResponders;
                error.kind().to_string()
            }
            Err(_) => "no answer in time".to_owned(),
        };
        if Instant::now() + PAUSE >= deadline {
            return Err(InvokeError { code: 504, text, may_have_been_done });
        }
        sleep(PAUSE).await;
    }
}

fn wrong(error: &serde_json::Error) -> InvokeError {
    InvokeError { code: 400, text: error.to_string(), may_have_been_done: true }
}
