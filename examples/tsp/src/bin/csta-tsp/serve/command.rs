//! The command `serve`.

use std::error::Error;
use std::future::pending;
use std::net::SocketAddr;

use program::Limited;
use ring::rand::{SecureRandom as _, SystemRandom};
use tokio::net::TcpListener;
use tsp::config::{Config, SHORTEST_TOKEN};

use super::api::{Api, router};
use super::guard::Guard;
use crate::cdr;
use crate::office::{Needs, Office};
use crate::show::Output;

/// How many octets of chance a token has that is made here.
const TOKEN: usize = 16;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Serves until Ctrl-C, and writes call records as well if that is wanted.
pub(crate) async fn run(
    config: &Config,
    listen: Option<SocketAddr>,
    token: Option<String>,
    call_records: bool,
    output: Output,
) -> Result<()> {
    let listen = listen.unwrap_or(config.settings.serve.listen);
    if !listen.ip().is_loopback() {
        let advice = "put a web server that speaks TLS before it to reach it from elsewhere";
        return Err(format!("{listen} is not an address of this computer alone: {advice}").into());
    }
    if token.as_ref().is_some_and(|token| token.len() < SHORTEST_TOKEN) {
        return Err(
            format!("a token of fewer than {SHORTEST_TOKEN} characters can be guessed").into()
        );
    }
    // Nothing is asked of the PBX before it is known that all of it can be done.
    let listener = TcpListener::bind(listen).await.map_err(|error| {
        format!("{listen}: cannot listen: {error}; choose another address by --listen")
    })?;
    let store = if call_records { Some(cdr::open(config).await?) } else { None };
    let address = listener.local_addr()?;
    let token = match token.or_else(|| config.token.clone()) {
        Some(token) => token,
        None => {
            let token = random_token()?;
            output.note(&format!("The token for this time: {token}"));
            token
        }
    };
    let serve = &config.settings.serve;
    let guard = Guard::new(address, &serve.hosts, &serve.origins, token);
    let needs = Needs { call_records, patience: true };
    Office::with(config, needs, output, async |office| {
        let router = router(Api::new(office.registry().clone()), guard);
        let serving =
            async { axum::serve(Limited::new(listener), router).await.map_err(Into::into) };
        let recording = async {
            match store {
                Some(store) => cdr::write(office, config, store, None, output).await,
                None => pending().await,
            }
        };
        let keeping_open = async {
            output.note(&format!("Serving on http://{address}/v1/; Ctrl-C ends it."));
            office.keep_open(&[], output).await;
            Ok(())
        };
        tokio::select! {
            served = serving => served,
            recorded = recording => recorded,
            opened = keeping_open => opened,
        }
    })
    .await
}

/// A token that cannot be guessed.
fn random_token() -> Result<String> {
    let mut octets = [0; TOKEN];
    SystemRandom::new().fill(&mut octets).map_err(|_| "this computer gives no random numbers")?;
    Ok(octets.iter().map(|octet| format!("{octet:02x}")).collect())
}
