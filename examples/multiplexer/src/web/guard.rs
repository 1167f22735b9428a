//! Who may ask for what.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use subtle::ConstantTimeEq as _;

/// Who may ask for what.
///
/// A page of another site that the administrator has open can send requests to this one, on
/// loopback too, and its name can be made to lead here. So the name that is called must be one of
/// this computer, and what a page of another origin sends is refused. What changes something needs
/// the token, and so does everything where other computers can reach it.
#[derive(Debug)]
pub(super) struct Guard {
    names: Vec<String>,
    token: Option<String>,
    is_local: bool,
}

/// Why something is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    Host,
    Origin,
    ContentType,
    Token,
    NoToken,
}

impl Guard {
    /// For a port, with other names by which it is called.
    pub(super) fn new(listen: SocketAddr, names: &[String], token: Option<String>) -> Self {
        let names = names.iter().map(|name| name.to_ascii_lowercase());
        let names = names.chain(["localhost".to_owned()]).collect();
        Self { names, token, is_local: listen.ip().is_loopback() }
    }

    fn check(&self, method: &Method, path: &str, headers: &HeaderMap) -> Result<(), Refused> {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let host = text(HOST).ok_or(Refused::Host)?;
        if !self.is_called(host) {
            return Err(Refused::Host);
        }
        if let Some(origin) = text(ORIGIN) {
            let authority = origin.split_once("://").map(|(_, authority)| authority);
            if authority.is_none_or(|authority| !authority.eq_ignore_ascii_case(host)) {
                return Err(Refused::Origin);
            }
        } else if headers.contains_key(ORIGIN) {
            return Err(Refused::Origin);
        }
        let is_reading = matches!(*method, Method::GET | Method::HEAD);
        if !is_reading {
            // What forms of other sites can send is of other types.
            let kind = text(CONTENT_TYPE).and_then(|kind| kind.split(';').next());
            if kind.is_none_or(|kind| !kind.trim().eq_ignore_ascii_case("application/json")) {
                return Err(Refused::ContentType);
            }
        }
        let changes = !is_reading && path != super::NUMBER_CHECK;
        let shows = path.starts_with("/api/") || path == "/metrics" || path == "/healthz";
        if changes || (!self.is_local && shows) {
            let token = self.token.as_deref().ok_or(Refused::NoToken)?;
            let sent = text(AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
            let is_right = sent.is_some_and(|sent| sent.as_bytes().ct_eq(token.as_bytes()).into());
            if !is_right {
                return Err(Refused::Token);
            }
        }
        Ok(())
    }

    /// Whether a host, with or without a port, is one of this computer. Addresses are: nobody can
    /// make a name of theirs lead here by them.
    fn is_called(&self, host: &str) -> bool {
        let Ok(authority) = host.parse::<Authority>() else {
            return false;
        };
        let name = authority.host();
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        bare.parse::<IpAddr>().is_ok()
            || self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            Self::Host => (
                StatusCode::MISDIRECTED_REQUEST,
                "this page is not called so; add the name to web.hosts",
            ),
            Self::Origin => (StatusCode::FORBIDDEN, "another site must not ask this"),
            Self::ContentType => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, "expected Content-Type: application/json")
            }
            Self::Token => {
                (StatusCode::UNAUTHORIZED, "expected Authorization: Bearer and the token")
            }
            Self::NoToken => {
                (StatusCode::FORBIDDEN, "nothing can be changed, since web.token_file is not set")
            }
        };
        (status, text).into_response()
    }
}

/// Lets pass what may be asked, and says to browsers what the page may do.
pub(super) async fn guard(
    State(guard): State<Arc<Guard>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match guard.check(request.method(), request.uri().path(), request.headers())
    {
        Ok(()) => next.run(request).await,
        Err(refused) => refused.into_response(),
    };
    for (name, value) in HEADERS {
        if let (Ok(name), Ok(value)) =
            (axum::http::HeaderName::try_from(name), axum::http::HeaderValue::try_from(value))
        {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

const HEADERS: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
         img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const LOCAL: SocketAddr = SocketAddr::new(IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 33380);
    const OPEN: SocketAddr = SocketAddr::new(IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED), 33380);

    fn guard(listen: SocketAddr) -> Guard {
        Guard::new(listen, &["Mux.example".to_owned()], Some("secret".to_owned()))
    }

    fn check(
        guard: &Guard,
        request: (Method, &str),
        headers: &[(&'static str, &str)],
    ) -> Result<(), Refused> {
        let headers = headers.iter().map(|(name, value)| {
            (axum::http::HeaderName::from_static(name), value.parse().unwrap())
        });
        guard.check(&request.0, request.1, &headers.collect())
    }

    #[test]
    fn only_names_of_this_computer_are_answered() {
        let status = || (Method::GET, "/api/status");
        for host in
            ["127.0.0.1:33380", "localhost:33380", "LOCALHOST", "[::1]:33380", "mux.example"]
        {
            assert_eq!(check(&guard(LOCAL), status(), &[("host", host)]), Ok(()), "{host}");
        }
        for host in ["evil.example:33380", "127.0.0.1.evil.example", "", "a b"] {
            let refused = check(&guard(LOCAL), status(), &[("host", host)]);
            assert_eq!(refused, Err(Refused::Host), "{host}");
        }
        assert_eq!(check(&guard(LOCAL), status(), &[]), Err(Refused::Host));
    }

    #[test]
    fn pages_of_other_sites_are_refused() {
        let status = || (Method::GET, "/api/status");
        let host = ("host", "localhost:33380");
        let own = ("origin", "http://localhost:33380");
        assert_eq!(check(&guard(LOCAL), status(), &[host, own]), Ok(()));
        for origin in ["http://evil.example", "null", "http://localhost:1", "localhost:33380"] {
            let refused = check(&guard(LOCAL), status(), &[host, ("origin", origin)]);
            assert_eq!(refused, Err(Refused::Origin), "{origin}");
        }
    }

    #[test]
    fn what_changes_something_needs_the_token_and_json() {
        let drop = || (Method::POST, "/api/applications/0.1/drop");
        let (host, json) =
            (("host", "localhost"), ("content-type", "application/json; charset=utf-8"));
        let token = ("authorization", "Bearer secret");
        assert_eq!(check(&guard(LOCAL), drop(), &[host, json, token]), Ok(()));
        assert_eq!(check(&guard(LOCAL), drop(), &[host, json]), Err(Refused::Token));
        let wrong = ("authorization", "Bearer secreT");
        assert_eq!(check(&guard(LOCAL), drop(), &[host, json, wrong]), Err(Refused::Token));
        assert_eq!(check(&guard(LOCAL), drop(), &[host, token]), Err(Refused::ContentType));
        let form = ("content-type", "text/plain");
        assert_eq!(check(&guard(LOCAL), drop(), &[host, form, token]), Err(Refused::ContentType));
        let without = Guard::new(LOCAL, &[], None);
        assert_eq!(check(&without, drop(), &[host, json, token]), Err(Refused::NoToken));
    }

    #[test]
    fn where_others_reach_it_all_but_the_empty_page_needs_the_token() {
        let (host, token) = (("host", "mux.example"), ("authorization", "Bearer secret"));
        for path in ["/api/status", "/api/live", "/metrics", "/healthz"] {
            let ask = || (Method::GET, path);
            assert_eq!(check(&guard(OPEN), ask(), &[host]), Err(Refused::Token), "{path}");
            assert_eq!(check(&guard(OPEN), ask(), &[host, token]), Ok(()), "{path}");
            assert_eq!(check(&guard(LOCAL), ask(), &[host]), Ok(()), "{path}");
        }
        assert_eq!(check(&guard(OPEN), (Method::GET, "/"), &[host]), Ok(()));
    }
}
