//! Who may do what: the checks that come before everything else.
//!
//! A page of any web site can send requests to this computer from the browser of whoever looks at
//! it. So the name by which the API is called has to be one of its own (a foreign name can be made
//! to lead here), a page has to come from an origin that is allowed, and whoever changes anything
//! has to know the token.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use subtle::ConstantTimeEq as _;

use super::problem::Problem;

/// Who may do what.
#[derive(Clone)]
pub(super) struct Guard(Arc<Rules>);

struct Rules {
    /// The names by which the API may be called, in small letters.
    hosts: Vec<String>,
    /// The origins whose pages may use it.
    origins: Vec<String>,
    token: String,
}

impl Guard {
    /// The names of this computer are allowed, with the port, and others with or without it.
    pub(super) fn new(
        address: SocketAddr,
        hosts: &[String],
        origins: &[String],
        token: String,
    ) -> Self {
        let port = address.port();
        let own = [address.to_string(), format!("localhost:{port}")];
        let others = hosts.iter().flat_map(|host| [host.clone(), format!("{host}:{port}")]);
        let hosts = own.into_iter().chain(others).map(|host| host.to_ascii_lowercase()).collect();
        let origins =
            origins.iter().map(|origin| origin.trim_end_matches('/').to_owned()).collect();
        Self(Arc::new(Rules { hosts, origins, token }))
    }

    /// Lets a request through, or answers it.
    pub(super) async fn check(State(guard): State<Self>, request: Request, next: Next) -> Response {
        let rules = &guard.0;
        let headers = request.headers();
        let origin = match rules.admit(&request) {
            Ok(origin) => origin,
            Err(problem) => return problem.into_response(),
        };
        if request.method() == Method::OPTIONS {
            return with_origin(preflight(), origin);
        }
        if changes(request.method()) {
            if let Err(problem) = rules.authorise(headers) {
                return with_origin(problem.into_response(), origin);
            }
            if !is_json(headers) {
                let wrong = "the body is JSON: send  Content-Type: application/json";
                let problem = Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, wrong);
                return with_origin(problem.into_response(), origin);
            }
        }
        with_origin(next.run(request).await, origin)
    }
}

impl Rules {
    /// Checks by which name the API is called and from which page; gives the origin of the page if
    /// it is a foreign one that is allowed.
    fn admit(&self, request: &Request) -> Result<Option<HeaderValue>, Problem> {
        let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
        let host = host.or_else(|| request.uri().authority().map(|own| own.as_str()));
        let is_own = |host: &str| self.hosts.contains(&host.to_ascii_lowercase());
        if !host.is_some_and(is_own) {
            let wrong = "this is not a name of this computer: call it by its address or localhost, \
                         or add the name to serve.hosts";
            return Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, wrong));
        }
        let Some(origin) = request.headers().get(header::ORIGIN) else {
            return Ok(None);
        };
        let text = origin.to_str().unwrap_or_default();
        if text.strip_prefix("http://").is_some_and(is_own) {
            return Ok(None);
        }
        if self.origins.iter().any(|own| own == text) {
            return Ok(Some(origin.clone()));
        }
        let wrong = format!("pages of {text} may not use this: add it to serve.origins");
        Err(Problem::new(StatusCode::FORBIDDEN, wrong))
    }

    /// Checks the token.
    fn authorise(&self, headers: &HeaderMap) -> Result<(), Problem> {
        let sent = headers.get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
        let token = sent.and_then(|sent| sent.strip_prefix(b"Bearer "));
        // Takes as long wherever the two differ.
        if token.is_some_and(|token| token.ct_eq(self.token.as_bytes()).into()) {
            return Ok(());
        }
        let wrong = match token {
            Some(_) => "the token is another one",
            None => "whoever changes anything has to send  Authorization: Bearer TOKEN",
        };
        Err(Problem::new(StatusCode::UNAUTHORIZED, wrong))
    }
}

/// Whether requests of this method change anything.
fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn is_json(headers: &HeaderMap) -> bool {
    let sent = headers.get(header::CONTENT_TYPE).and_then(|sent| sent.to_str().ok());
    let media_type = sent.and_then(|sent| sent.split(';').next()).unwrap_or_default();
    media_type.trim().eq_ignore_ascii_case("application/json")
}

/// What a browser asks before it sends a request of a foreign page.
fn preflight() -> Response {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type"),
        (header::ACCESS_CONTROL_MAX_AGE, "600"),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// Lets the browser give the answer to a page of an allowed origin.
fn with_origin(mut response: Response, origin: Option<HeaderValue>) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    response
}
