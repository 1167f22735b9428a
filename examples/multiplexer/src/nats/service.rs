//! Requests that come over NATS.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_nats::HeaderMap;
use async_nats::service::{Request, ServiceExt};
use bus::{Bus, InvokeAnswer, InvokeError, InvokeOutcome, MAX_KEY, SCHEMA, segments_of, subject};
use csta_client::{ErrorKind, Session};
use csta_codec::jer::{self, Value};
use csta_codec::services::RequestSysStat;
use csta_codec::{Ber as _, Direction, Element, Operation as _, OperationInfo, TypeInfo};
use futures::StreamExt;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::once::{Once, Turn};
use super::{Dial, FrontSettings};

/// How many requests are carried out at once; further ones are refused.
const AT_ONCE: usize = 256;

/// How many users have a session of their own.
const USERS: usize = 256;

/// How long a request waits for the link, as when the multiplexer has just started.
const LINK: Duration = Duration::from_secs(3);

/// How long to wait before it is tried again to offer the service.
const PAUSE: Duration = Duration::from_millis(500);

/// The service on `csta.SITE.invoke.OPERATION`, and its users.
#[derive(Debug)]
pub(super) struct Service {
    bus: Bus,
    settings: FrontSettings,
    dial: Dial,
    once: Once,
    places: Arc<Semaphore>,
    /// The sessions of those who have asked.
    sessions: Mutex<HashMap<Option<String>, Session>>,
}

impl Service {
    pub(super) fn new(bus: Bus, settings: FrontSettings, dial: Dial) -> Self {
        let once = Once::new(bus.clone(), settings.site.clone());
        let places = Arc::new(Semaphore::new(AT_ONCE));
        Self { bus, settings, dial, once, places, sessions: Mutex::default() }
    }

    /// Serves for ever.
    pub(super) async fn run(self) {
        let this = Arc::new(self);
        loop {
            if let Err(error) = Arc::clone(&this).serve().await {
                tracing::warn!(%error, "requests over NATS cannot be served");
            }
            sleep(PAUSE).await;
        }
    }

    async fn serve(self: Arc<Self>) -> Result<(), async_nats::Error> {
        let site = &self.settings.site;
        let description = format!("the PBX of {site}: operations of CSTA as JSON");
        let started = self.bus.client().service_builder().description(description);
        let started = started.start("csta", env!("CARGO_PKG_VERSION")).await?;
        let of_all = started.endpoint_builder().name("invoke");
        let mut of_all = of_all.add(format!("csta.{site}.invoke.*")).await?;
        let of_users = started.endpoint_builder().name("invoke-as-user");
        let mut of_users = of_users.add(format!("csta.{site}.invoke.*.*")).await?;
        let mut requests = JoinSet::new();
        loop {
            let request = tokio::select! {
                request = of_all.next() => request,
                request = of_users.next() => request,
                Some(_) = requests.join_next(), if !requests.is_empty() => continue,
            };
            // The connection is closed for good.
            let Some(request) = request else { return Ok(()) };
            requests.spawn(Arc::clone(&self).handle(request));
        }
    }

    async fn handle(self: Arc<Self>, request: Request) {
        let place = self.places.try_acquire();
        let mut tokens = request.message.subject.split('.').skip(3);
        let operation = tokens.next().and_then(subject::text).unwrap_or_default();
        let user = tokens.next().map(|user| subject::text(user).unwrap_or_default());
        let user = user.or_else(|| self.settings.user.clone());
        let answer = if place.is_ok() {
            self.answer(&operation, user, &request.message.payload).await
        } else {
            let text = format!("more than {AT_ONCE} requests at once");
            self.error(&operation, InvokeError { code: 429, text, may_have_been_done: false })
        };
        let mut headers = HeaderMap::new();
        match &answer.outcome {
            InvokeOutcome::Result { .. } => {}
            InvokeOutcome::Failure(_) => {
                headers.insert("Nats-Service-Error", "refused");
                headers.insert("Nats-Service-Error-Code", "422");
            }
            InvokeOutcome::Error(error) => {
                headers.insert("Nats-Service-Error", error.text.replace(['\r', '\n'], " "));
                headers.insert("Nats-Service-Error-Code", error.code.to_string());
            }
        }
        let payload = serde_json::to_vec(&answer).unwrap_or_default();
        if let Err(error) = request.respond_with_headers(Ok(payload.into()), headers).await {
            tracing::debug!(%error, "an answer could not be sent");
        }
    }

    /// Carries out a request, unless that has been done before.
    async fn answer(&self, operation: &str, user: Option<String>, payload: &[u8]) -> InvokeAnswer {
        let prepared = match Prepared::new(operation, payload) {
            Ok(prepared) => prepared,
            Err(error) => return self.error(operation, error),
        };
        if let Some(user) = user.as_deref().filter(|user| !self.dial.knows(user)) {
            let text = format!("there is no user {user:?}");
            let error = InvokeError { code: 403, text, may_have_been_done: false };
            return self.error(operation, error);
        }
        if is_query(prepared.operation) {
            let outcome = self.invoke(user, prepared).await;
            return self.wrap(operation, outcome);
        }
        let request = [operation.as_bytes(), &[0], &prepared.argument].concat();
        let ticket = match self.once.begin(user.as_deref(), &prepared.key, &request).await {
            Ok(Turn::First(ticket)) => ticket,
            Ok(Turn::Again(answer)) => return answer,
            Err(error) => return self.error(operation, error),
        };
        let outcome = self.invoke(user, prepared).await;
        let answer = self.wrap(operation, outcome);
        ticket.end(&answer).await;
        answer
    }

    async fn invoke(&self, user: Option<String>, prepared: Prepared) -> InvokeOutcome {
        let Some(session) = self.session(user) else {
            let text = format!("more than {USERS} users have asked since csta-mux was started");
            return InvokeOutcome::Error(InvokeError {
                code: 429,
                text,
                may_have_been_done: false,
            });
        };
        let client = match session.client().await {
            Ok(client) => client,
            Err(error) => return outcome(&error),
        };
        let Prepared { operation, argument, .. } = prepared;
        let answer = match client.invoke_encoded(operation, argument).await {
            Ok(answer) => answer,
            Err(error) => return outcome(&error),
        };
        let value = match (&answer.result, operation.result) {
            (Some(octets), Some(result)) => shown(&result, octets),
            _ => Value::Null,
        };
        let segment = segments_of(operation.name).and_then(OperationInfo::by_name);
        let segments = answer.segments.iter();
        let segments = segments.filter_map(|octets| Some(shown(&segment?.argument, octets)));
        InvokeOutcome::Result { value, segments: segments.collect() }
    }

    /// The session of a user, which comes back by itself.
    fn session(&self, user: Option<String>) -> Option<Session> {
        let mut sessions = self.sessions.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(session) = sessions.get(&user) {
            return Some(session.clone());
        }
        sessions.retain(|user, _| user.as_deref().is_none_or(|user| self.dial.knows(user)));
        if sessions.len() >= USERS {
            return None;
        }
        let built = self.dial.session(user.as_deref(), |builder| builder.link_timeout(LINK));
        let (session, mut items) = built;
        // What it tells is told by the front itself; what it is asked is refused by nobody else.
        tokio::spawn(async move { while items.next().await.is_some() {} });
        sessions.insert(user, session.clone());
        Some(session)
    }

    fn error(&self, operation: &str, error: InvokeError) -> InvokeAnswer {
        self.wrap(operation, InvokeOutcome::Error(error))
    }

    fn wrap(&self, operation: &str, outcome: InvokeOutcome) -> InvokeAnswer {
        let site = self.settings.site.clone();
        InvokeAnswer { version: SCHEMA, site, operation: operation.to_owned(), outcome }
    }
}

/// A request that can be carried out.
#[derive(Debug)]
struct Prepared {
    operation: &'static OperationInfo,
    key: String,
    argument: Vec<u8>,
}

impl Prepared {
    fn new(operation: &str, payload: &[u8]) -> Result<Self, InvokeError> {
        let wrong = |code: u16, text: String| InvokeError { code, text, may_have_been_done: false };
        let known = OperationInfo::by_name(operation)
            .ok_or_else(|| wrong(404, format!("there is no operation {operation:?}")))?;
        if !is_served(known) {
            let text = format!(
                "{operation} is not for requests: it begins or ends something that \
                belongs to an association"
            );
            return Err(wrong(400, text));
        }
        let text = std::str::from_utf8(payload);
        let text = text.map_err(|_| wrong(400, "the request is no text in UTF-8".to_owned()))?;
        let request = jer::parse(text).map_err(|error| wrong(400, error.to_string()))?;
        let Value::Object(mut members) = request else {
            return Err(wrong(400, "the request is no JSON object".to_owned()));
        };
        let key = match members.remove("key") {
            Some(Value::String(key)) if (1..=MAX_KEY).contains(&key.len()) => key,
            _ => {
                let text = format!(
                    "$.key: a text of 1 to {MAX_KEY} octets that is the same when the request is \
                     sent again, such as a UUID"
                );
                return Err(wrong(400, text));
            }
        };
        let argument = members.remove("argument").unwrap_or(Value::Null);
        if let Some(member) = members.keys().next() {
            return Err(wrong(400, format!("$: no member {member:?}")));
        }
        let argument = known.argument.encode_jer(&argument);
        let argument = argument.map_err(|error| {
            let path = error.path().replacen('$', "$.argument", 1);
            wrong(400, format!("{path}: {}", error.kind()))
        })?;
        Ok(Self { operation: known, key, argument })
    }
}

/// Whether an operation can be asked for over the bus. What begins or ends a monitor, a registration
/// or a transmission belongs to the association on which it is asked for, and here many have one.
fn is_served(operation: &OperationInfo) -> bool {
    const ASSOCIATED: [&str; 5] =
        ["monitoring", "routeing", "data_path", "data_collection", "call_detail_record"];
    const SESSIONS: [&str; 4] = [
        "startLocationTrackingSession",
        "stopLocationTrackingSession",
        "suspendLocationTrackingSession",
        "resumeLocationTrackingSession",
    ];
    operation.direction != Direction::FromSwitch
        && !ASSOCIATED.contains(&operation.group)
        && !SESSIONS.contains(&operation.name)
        && !operation.name.contains("egister")
}

/// Whether an operation asks and changes nothing, so that it may be carried out twice.
fn is_query(operation: &OperationInfo) -> bool {
    operation.group == "snapshot"
        || operation.name.starts_with("get")
        || operation.name == RequestSysStat::NAME
}

/// A value of a type that is known at run time alone.
fn shown(kind: &TypeInfo, octets: &[u8]) -> Value {
    let value = Element::decode(octets).and_then(|element| {
        let value = kind.decode(&element)?;
        Ok(serde_json::to_value(value.to_jer()))
    });
    match value {
        Ok(Ok(value)) => value,
        _ => Value::Null,
    }
}

/// How a request went that has no result.
fn outcome(error: &csta_client::Error) -> InvokeOutcome {
    if let Some(failure) = error.failure()
        && let Ok(failure) = serde_json::to_value(failure)
    {
        return InvokeOutcome::Failure(failure);
    }
    let code = match error.kind() {
        ErrorKind::Unreachable | ErrorKind::LinkDown | ErrorKind::Closed | ErrorKind::Tls => 503,
        ErrorKind::TimedOut => 504,
        ErrorKind::NotSent => 413,
        ErrorKind::Refused => 422,
        _ => 502,
    };
    let may_have_been_done = error.may_have_been_done();
    InvokeOutcome::Error(InvokeError { code, text: error.to_string(), may_have_been_done })
}
