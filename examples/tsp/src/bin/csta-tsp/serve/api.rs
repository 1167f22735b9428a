//! The routes, and what they do.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::{IntoResponse as _, Json, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::sync::Semaphore;
use tsp::{Call, CallId, CallStatus, Line, Provider, Registry};

use super::answers::{LineCapabilities, LineUse, LineWithCalls, Status};
use super::guard::Guard;
use super::problem::{self, Problem};
use super::schemas::reference;
use super::{events, openapi};
use crate::grammar::{self, Kind};
use crate::perform::{Outcome, carry_out};
use crate::show::CallAt;

/// The most octets of a request's body.
const MAX_BODY: usize = 64 * 1024;

/// How many readers of events there can be.
const MAX_READERS: usize = 128;

/// Something that can be read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) path: &'static str,
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    /// The name of the schema of what comes, and whether it is a list of them.
    of: (&'static str, bool),
}

/// What can be read, but for events.
pub(super) const READS: [Read; 11] = [
    Read {
        path: "/v1/status",
        name: "status",
        about: "How the program and its providers are",
        of: ("Status", false),
    },
    Read { path: "/v1/lines", name: "lines", about: "All lines", of: ("Line", true) },
    Read {
        path: "/v1/lines/{line}",
        name: "line",
        about: "A line with its calls",
        of: ("Line", false),
    },
    Read {
        path: "/v1/lines/{line}/capabilities",
        name: "line-capabilities",
        about: "What a line and its addresses can do (LINEDEVCAPS, LINEADDRESSCAPS)",
        of: ("LineCapabilities", false),
    },
    Read {
        path: "/v1/lines/{line}/status",
        name: "line-status",
        about: "How a line and its addresses are used (LINEDEVSTATUS, LINEADDRESSSTATUS)",
        of: ("LineStatus", false),
    },
    Read {
        path: "/v1/lines/{line}/calls",
        name: "line-calls",
        about: "The calls of a line",
        of: ("Call", true),
    },
    Read {
        path: "/v1/lines/{line}/calls/{call}",
        name: "call",
        about: "A call of a line",
        of: ("Call", false),
    },
    Read {
        path: "/v1/lines/{line}/calls/{call}/status",
        name: "call-status",
        about: "What can be done with a call (LINECALLSTATUS)",
        of: ("CallStatus", false),
    },
    Read {
        path: "/v1/providers/{provider}/capabilities",
        name: "provider-capabilities",
        about: "What a PBX can do: the answer to getSwitchingFunctionCapabilities, in the form of JER",
        of: ("Capabilities", false),
    },
    Read {
        path: "/v1/calls",
        name: "calls",
        about: "The calls of all lines",
        of: ("CallAtLine", true),
    },
    Read {
        path: "/v1/openapi.json",
        name: "openapi",
        about: "This description",
        of: ("Description", false),
    },
];

/// Events.
pub(super) const EVENTS: Read = Read {
    path: "/v1/events",
    name: "events",
    about: "What happens, from now on",
    of: ("Notification", false),
};

/// Where a line is told to do something.
pub(super) const OPERATION: &str = "/v1/lines/{line}/{*operation}";

impl Read {
    /// The names in the path.
    pub(super) fn parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
    }

    /// The schema of what comes.
    pub(super) fn schema(&self) -> Value {
        let (name, is_list) = self.of;
        match is_list {
            true => json!({ "type": "array", "items": reference(name) }),
            false => reference(name),
        }
    }
}

/// What the API works on.
#[derive(Clone)]
pub(super) struct Api {
    pub(super) registry: Registry,
    kinds: Arc<Vec<Kind>>,
    readers: Arc<Semaphore>,
}

impl Api {
    pub(super) fn new(registry: Registry) -> Self {
        let readers = Arc::new(Semaphore::new(MAX_READERS));
        Self { registry, kinds: Arc::new(grammar::kinds()), readers }
    }

    fn line(&self, name: &str) -> Result<Line, Problem> {
        Ok(self.registry.find(name)?)
    }

    /// A provider, by its name or its id.
    fn provider(&self, name: &str) -> Result<Provider, Problem> {
        let providers = self.registry.providers();
        let is_it = |own: &&Provider| own.name() == name || own.id().to_string() == name;
        providers.iter().find(is_it).cloned().ok_or_else(|| {
            let meant = match config_file::nearest(name, providers.iter().map(Provider::name)) {
                Some(near) => format!(", did you mean {near}?"),
                None => String::new(),
            };
            let wrong = format!("there is no provider {name}{meant}");
            Problem::new(StatusCode::NOT_FOUND, wrong)
        })
    }
}

/// The routes behind the guard.
pub(super) fn router(api: Api, guard: Guard) -> Router {
    Router::new()
        .route("/v1/status", get(status))
        .route("/v1/lines", get(lines))
        .route("/v1/lines/{line}", get(line))
        .route("/v1/lines/{line}/capabilities", get(line_capabilities))
        .route("/v1/lines/{line}/status", get(line_status))
        .route("/v1/lines/{line}/calls", get(line_calls))
        .route("/v1/lines/{line}/calls/{call}", get(call))
        .route("/v1/lines/{line}/calls/{call}/status", get(call_status))
        .route("/v1/providers/{provider}/capabilities", get(provider_capabilities))
        .route("/v1/calls", get(calls))
        .route("/v1/openapi.json", get(async || Json(openapi::description())))
        .route(EVENTS.path, get(read_events))
        .route(OPERATION, post(operate))
        .fallback(async || Problem::new(StatusCode::NOT_FOUND, NOTHING_HERE))
        .method_not_allowed_fallback(async || {
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, NOTHING_HERE)
        })
        .layer(map_response(problem::of_plain))
        .layer(from_fn_with_state(guard, Guard::check))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(api)
}

const NOTHING_HERE: &str =
    "there is nothing of this kind here: /v1/openapi.json tells what there is";

async fn status(State(api): State<Api>) -> Json<Status> {
    let (open_lines, open_lines_limit) = api.registry.open_lines();
    let providers = api.registry.providers().iter().map(Provider::status).collect();
    let version = env!("CARGO_PKG_VERSION");
    Json(Status { version, providers, open_lines, open_lines_limit })
}

async fn lines(State(api): State<Api>) -> Response {
    let lines: Vec<_> = api.registry.lines().iter().filter_map(|line| line.info().ok()).collect();
    Json(lines).into_response()
}

async fn line(
    State(api): State<Api>,
    Path(name): Path<String>,
) -> Result<Json<LineWithCalls>, Problem> {
    let line = api.line(&name)?;
    Ok(Json(LineWithCalls { line: line.info()?, calls: line.calls() }))
}

async fn line_calls(
    State(api): State<Api>,
    Path(name): Path<String>,
) -> Result<Json<Vec<Call>>, Problem> {
    Ok(Json(api.line(&name)?.calls()))
}

async fn line_capabilities(
    State(api): State<Api>,
    Path(name): Path<String>,
) -> Result<Json<LineCapabilities>, Problem> {
    Ok(Json(LineCapabilities::of(&api.line(&name)?)?))
}

async fn line_status(
    State(api): State<Api>,
    Path(name): Path<String>,
) -> Result<Json<LineUse>, Problem> {
    Ok(Json(LineUse::of(&api.line(&name)?)?))
}

async fn call(
    State(api): State<Api>,
    Path((line, call)): Path<(String, String)>,
) -> Result<Json<Call>, Problem> {
    let found = |line: &Line, call| line.call(call);
    of_call(&api.line(&line)?, &call, found)
}

async fn call_status(
    State(api): State<Api>,
    Path((line, call)): Path<(String, String)>,
) -> Result<Json<CallStatus>, Problem> {
    let found = |line: &Line, call| line.call_status(call);
    of_call(&api.line(&line)?, &call, found)
}

/// What is found of a call.
fn of_call<T>(
    line: &Line,
    call: &str,
    found: impl FnOnce(&Line, CallId) -> Option<T>,
) -> Result<Json<T>, Problem> {
    let id: Option<CallId> = call.parse().ok();
    id.and_then(|id| found(line, id)).map(Json).ok_or_else(|| {
        let wrong = format!("line {line} has no call {call}, or has it no longer");
        Problem::new(StatusCode::NOT_FOUND, wrong)
    })
}

async fn provider_capabilities(
    State(api): State<Api>,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let capabilities = api.provider(&name)?.capabilities().await?;
    Ok(Json(capabilities.get()).into_response())
}

async fn calls(State(api): State<Api>) -> Response {
    let lines = api.registry.lines();
    let calls = lines
        .iter()
        .flat_map(|line| line.calls().into_iter().map(move |call| CallAt::new(line, call)));
    Json(calls.collect::<Vec<_>>()).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Which {
    line: Option<String>,
}

async fn read_events(
    State(api): State<Api>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let line = which.line.map(|name| api.line(&name)).transpose()?;
    let permit = Arc::clone(&api.readers).try_acquire_owned().map_err(|_| {
        let wrong = format!("{MAX_READERS} readers of events are there: close others");
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, wrong)
    })?;
    let line = line.map(|line| line.id());
    Ok(events::stream(api.registry.notifications(), line, permit).into_response())
}

async fn operate(
    State(api): State<Api>,
    Path((line, words)): Path<(String, String)>,
    body: Bytes,
) -> Result<Json<Outcome>, Problem> {
    let wrong = |detail: String| Problem::new(StatusCode::BAD_REQUEST, detail);
    let kind = api.kinds.iter().find(|kind| kind.words.join("/") == words).ok_or_else(|| {
        let names: Vec<String> = api.kinds.iter().map(|kind| kind.words.join("/")).collect();
        let meant = match config_file::nearest(&words, names.iter().map(String::as_str)) {
            Some(near) => format!(", did you mean {near}?"),
            None => format!("; there are {}", names.join(", ")),
        };
        Problem::new(StatusCode::NOT_FOUND, format!("{words} is no operation{meant}"))
    })?;
    let values: Map<String, Value> = match body.is_empty() {
        true => Map::new(),
        false => serde_json::from_slice(&body)
            .map_err(|error| wrong(format!("the body is no JSON object: {error}")))?,
    };
    let request = grammar::read_named(kind, &line, &values).map_err(wrong)?;
    Ok(Json(carry_out(&api.registry, &request).await?))
}
