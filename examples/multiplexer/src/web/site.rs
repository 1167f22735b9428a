//! The HTTP server.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use futures::stream::{self, Stream};
use numfmt::{ConfigFile, List};
use program::Limited;
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use super::guard::{Guard, guard};
use super::overview::{Fixed, Overview};
use super::rates::Rates;
use super::{NUMBER_CHECK, metrics};
use crate::config::Config;
use crate::server::{Shared, now};
use crate::{ApplicationId, LinkState};

/// The longest body of a request: the rules of a number check.
const LONGEST_BODY: usize = 1 << 20;

/// What all requests share.
#[derive(Debug)]
pub(crate) struct Site {
    shared: Arc<Shared>,
    rates: Mutex<Rates>,
    fixed: Fixed,
    guard: Arc<Guard>,
    /// The state as JSON, each second, while somebody looks at it.
    live: watch::Sender<String>,
}

impl Site {
    /// A site of a multiplexer, if its settings have one.
    pub(crate) fn new(config: &Config, token: Option<String>, shared: Arc<Shared>) -> Option<Self> {
        let web = config.web.as_ref()?;
        Some(Self {
            shared,
            rates: Mutex::default(),
            fixed: Fixed { pbx: config.pbx.address.clone(), spool_size: config.spool.size },
            guard: Arc::new(Guard::new(web.listen, &web.hosts, token)),
            live: watch::Sender::default(),
        })
    }

    fn overview(&self) -> String {
        let rates = self.rates.lock().unwrap_or_else(PoisonError::into_inner);
        let overview = Overview::of(&self.shared.lock(), &rates, &self.fixed);
        // Texts and numbers, which JSON has.
        serde_json::to_string(&overview).unwrap_or_default()
    }

    /// Counts once a second, and shows the state to those who look at it.
    async fn count(&self) {
        let mut second = interval(Duration::from_secs(1));
        second.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            second.tick().await;
            {
                let mut rates = self.rates.lock().unwrap_or_else(PoisonError::into_inner);
                rates.tick(&self.shared.lock());
            }
            if self.live.receiver_count() > 0 {
                self.live.send_replace(self.overview());
            }
        }
    }
}

/// Serves the status page, until it is dropped.
pub(crate) async fn serve(listener: TcpListener, site: Site) {
    let site = Arc::new(site);
    let router = Router::new()
        .route("/", get(|| asset("text/html; charset=utf-8", include_str!("page/index.html"))))
        .route("/page.js", get(|| asset("text/javascript", include_str!("page/page.js"))))
        .route("/page.css", get(|| asset("text/css", include_str!("page/page.css"))))
        .route("/api/status", get(status))
        .route("/api/live", get(live))
        .route("/api/applications/{id}/drop", post(drop_application))
        .route(NUMBER_CHECK, post(check_number))
        .route("/metrics", get(show_metrics))
        .route("/healthz", get(health))
        .layer(DefaultBodyLimit::max(LONGEST_BODY))
        .layer(middleware::from_fn_with_state(Arc::clone(&site.guard), guard))
        .with_state(Arc::clone(&site));
    tokio::select! {
        () = site.count() => {}
        served = axum::serve(Limited::new(listener), router) => {
            if let Err(error) = served {
                tracing::error!(%error, "the status page has ended");
            }
        }
    }
}

async fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(CONTENT_TYPE, kind)], text).into_response()
}

async fn status(State(site): State<Arc<Site>>) -> Response {
    ([(CONTENT_TYPE, "application/json")], site.overview()).into_response()
}

async fn live(State(site): State<Arc<Site>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let first = site.overview();
    let receiver = site.live.subscribe();
    let events = stream::unfold((Some(first), receiver), |(first, mut receiver)| async {
        let text = match first {
            Some(first) => first,
            None => {
                receiver.changed().await.ok()?;
                receiver.borrow_and_update().clone()
            }
        };
        Some((Ok(Event::default().data(text)), (None, receiver)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

#[derive(Debug, Deserialize)]
struct Nothing {}

async fn drop_application(
    State(site): State<Arc<Site>>,
    Path(id): Path<String>,
    Json(Nothing {}): Json<Nothing>,
) -> Response {
    let application = id.split_once('.').and_then(|(slot, generation)| {
        Some(ApplicationId { slot: slot.parse().ok()?, generation: generation.parse().ok()? })
    });
    let Some(application) = application else {
        return (StatusCode::BAD_REQUEST, "an application is named such as 0.1").into_response();
    };
    let reason = "was dropped on the status page";
    if site.shared.lock().drop_application(now(), application, reason) {
        tracing::warn!(%application, "an application was dropped on the status page");
        StatusCode::NO_CONTENT.into_response()
    } else {
        (StatusCode::NOT_FOUND, "there is no such application, or no longer").into_response()
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberCheck {
    /// Rules, location and extensions, as in a file of number formats (TOML).
    rules: String,
    list: List,
    number: String,
}

async fn check_number(Json(check): Json<NumberCheck>) -> Response {
    let explained = check
        .rules
        .parse::<ConfigFile>()
        .and_then(|file| Ok(file.formatter()?.explain(check.list, &check.number)));
    match explained {
        Ok(explanation) => Json(serde_json::json!({
            "output": explanation.output,
            "explanation": explanation.to_string(),
        }))
        .into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, error.to_string()).into_response(),
    }
}

async fn show_metrics(State(site): State<Arc<Site>>) -> Response {
    let text = metrics::encode(&site.shared.lock());
    ([(CONTENT_TYPE, metrics::CONTENT)], text).into_response()
}

async fn health(State(site): State<Arc<Site>>) -> Response {
    let link = site.shared.lock().status().link;
    match link {
        LinkState::Up | LinkState::Restoring => "ok\n".into_response(),
        LinkState::Down | LinkState::Starting => {
            (StatusCode::SERVICE_UNAVAILABLE, "the link to the PBX is not up\n").into_response()
        }
    }
}
