//! Asking a multiplexer that runs how it is.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, HOST};
use axum::http::{Request, StatusCode};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use multiplexer::{Config, read_token};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::cli::Status;
use crate::error::Error;
use crate::tools::say;

/// How long the answer may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest answer, in octets: tens of thousands of monitors take less.
const LONGEST: usize = 64 << 20;

pub(crate) fn show(arguments: &Status) -> Result<(), Error> {
    let (web, token_file) = place(arguments)?;
    let token = token_file.map(read_token).transpose()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let text = runtime.map_err(Error::Runtime)?.block_on(async {
        let no_status = |why: String| Error::NoStatus(web, why);
        match timeout(PATIENCE, ask(web, token)).await {
            Ok(answer) => answer.map_err(|error| no_status(error.to_string())),
            Err(_) => Err(no_status("there was no answer in time".to_owned())),
        }
    })?;
    let (code, text) = text;
    if code != StatusCode::OK {
        return Err(Error::StatusRefused(web, text));
    }
    if arguments.json {
        return say(&text);
    }
    let state =
        serde_json::from_str(&text).map_err(|error| Error::NoStatus(web, error.to_string()))?;
    say(&summary(&state))
}

/// Where its status page is, and the file with the token.
fn place(arguments: &Status) -> Result<(SocketAddr, Option<PathBuf>), Error> {
    let Some(path) = &arguments.config else {
        return Ok((arguments.web, arguments.token_file.clone()));
    };
    let web = Config::load(path)?.web.ok_or_else(|| Error::NoWeb(path.clone()))?;
    let mut address = web.listen;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    Ok((address, arguments.token_file.clone().or(web.token_file)))
}

async fn ask(
    web: SocketAddr,
    token: Option<String>,
) -> Result<(StatusCode, String), Box<dyn std::error::Error>> {
    let stream = TcpStream::connect(web).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let mut request = Request::get("/api/status").header(HOST, web.to_string());
    if let Some(token) = token {
        request = request.header(AUTHORIZATION, format!("Bearer {token}"));
    }
    let answer = sender.send_request(request.body(Body::empty())?).await?;
    let code = answer.status();
    let octets = to_bytes(Body::new(answer.into_body()), LONGEST).await?;
    Ok((code, String::from_utf8_lossy(&octets).into_owned()))
}

/// What people want to know first.
fn summary(state: &Value) -> String {
    let text = |path: &str| match state.pointer(path) {
        Some(Value::String(text)) => text.clone(),
        None | Some(Value::Null) => "none".to_owned(),
        Some(value) => value.to_string(),
    };
    let count = |path: &str| state.pointer(path).and_then(Value::as_array).map_or(0, Vec::len);
    let why_down = state.pointer("/pbx/why_down").and_then(Value::as_str);
    let why_down = why_down.map(|why| format!("               {why}\n")).unwrap_or_default();
    format!(
        "PBX link       {} ({}), SystemStatus {}, {} devices\n{why_down}\
         applications   {}\n\
         monitors       {}\n\
         requests       {} at the PBX, {} queued, {} late\n\
         call records   {} in the spool, collected by {}\n\
         a second       {} messages from the PBX, {} to applications",
        text("/pbx/link").to_lowercase(),
        text("/pbx/address"),
        text("/pbx/system_status"),
        text("/pbx/devices"),
        count("/applications"),
        text("/monitor_count"),
        text("/requests/in_flight"),
        text("/requests/queued"),
        text("/requests/late"),
        text("/call_records/spooled"),
        text("/call_records/holder_id"),
        text("/rates/events"),
        text("/rates/delivered"),
    )
}
