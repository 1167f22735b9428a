//! What went wrong, as an answer (RFC 9457).

use axum::body::to_bytes;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use csta_client::ErrorKind;
use serde::Serialize;
use tsp::{LineState, Refusal};

/// The most octets that axum says of what it refuses.
const MAX_PLAIN: usize = 4096;

/// An answer that tells what went wrong.
#[derive(Debug, Serialize)]
pub(super) struct Problem {
    title: &'static str,
    status: u16,
    /// What happened, where, and what to do.
    detail: String,
    /// The PBX's reason in words and its code, if it gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<Refusal>,
}

impl Problem {
    pub(super) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            detail: detail.into(),
            refusal: None,
        }
    }
}

/// What axum refuses by itself, such as a body that is too long, it tells as plain text: the same as
/// a problem.
pub(super) async fn of_plain(response: Response) -> Response {
    let status = response.status();
    let is_plain = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/plain");
    if !status.is_client_error()
        || !response.headers().get(header::CONTENT_TYPE).is_some_and(is_plain)
    {
        return response;
    }
    let text = to_bytes(response.into_body(), MAX_PLAIN).await.unwrap_or_default();
    Problem::new(status, String::from_utf8_lossy(&text)).into_response()
}

impl From<tsp::Error> for Problem {
    fn from(error: tsp::Error) -> Self {
        Self { refusal: error.refusal().cloned(), ..Self::new(status(&error), error.to_string()) }
    }
}

/// 404 for what is not there, 400 for what makes no sense, 409 for what cannot be done as things
/// are, 503 if there is no link, 504 if the PBX did not answer in time.
fn status(error: &tsp::Error) -> StatusCode {
    use tsp::Error as E;
    match error {
        E::NoLine(_) | E::UnknownCall { .. } => StatusCode::NOT_FOUND,
        E::Invalid { .. } | E::InvalidLine { .. } => StatusCode::BAD_REQUEST,
        E::NotMonitored { state: LineState::WaitingForLink, .. }
        | E::NotReady { state: LineState::WaitingForLink, .. }
        | E::Connect { .. }
        | E::Closed(_) => StatusCode::SERVICE_UNAVAILABLE,
        E::TimedOut { .. } => StatusCode::GATEWAY_TIMEOUT,
        E::Operation { error, .. } => match error.kind() {
            ErrorKind::LinkDown | ErrorKind::Closed => StatusCode::SERVICE_UNAVAILABLE,
            ErrorKind::TimedOut => StatusCode::GATEWAY_TIMEOUT,
            _ => StatusCode::CONFLICT,
        },
        _ => StatusCode::CONFLICT,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        let content_type = [(header::CONTENT_TYPE, "application/problem+json")];
        (status, content_type, body).into_response()
    }
}
