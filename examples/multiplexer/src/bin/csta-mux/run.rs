//! Running until it is to stop.

use std::time::SystemTime;

use multiplexer::{Certificate, Checked, Config, Multiplexer, PortError};
use tokio::runtime::{Builder, Runtime};

use crate::cli::Run;
use crate::error::Error;
use crate::{logs, tools};

pub(crate) fn run(run: &Run) -> Result<(), Error> {
    let config = match &run.config {
        Some(path) => Config::load(path)?,
        None => run.settings().ok_or(Error::NoPbx)?,
    };
    // One thread has the core and all sockets without TLS, so that nothing is handed from thread
    // to thread on the way of an event; everything else is on others.
    let events = Builder::new_current_thread().enable_all().build().map_err(Error::Runtime)?;
    let background = Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("background")
        .enable_all()
        .build()
        .map_err(Error::Runtime)?;
    if run.check {
        return events.block_on(check(config, &background));
    }
    let logs = logs::start(run)?;
    background.spawn(logs.watch());
    let done = events.block_on(serve(config, &background));
    background.shutdown_background();
    done
}

/// Tells whether it could start.
async fn check(config: Config, background: &Runtime) -> Result<(), Error> {
    let Checked { taken, certificate } = Multiplexer::check(&config, background.handle()).await?;
    tools::say("the settings are as they should be, and the spool can be opened")?;
    if let Some(Certificate { names, not_after, .. }) = certificate {
        let days =
            not_after.duration_since(SystemTime::now()).unwrap_or_default().as_secs() / 86_400;
        let names = if names.is_empty() {
            "no name at all, so that applications that check it refuse it: get one with names \
             (subjectAltName)"
                .to_owned()
        } else {
            names.join(", ")
        };
        tools::say(&format!("the certificate is in force for {days} more days, for {names}"))?;
    }
    if taken.is_empty() {
        return tools::say("all ports can be opened");
    }
    for PortError { address, .. } in taken {
        tools::say(&format!(
            "{address} is taken now: by the csta-mux whose place this one is to take, or by another \
             program that has to end first"
        ))?;
    }
    Ok(())
}

async fn serve(config: Config, background: &Runtime) -> Result<(), Error> {
    let interrupted = program::interruption().map_err(Error::Signal)?;
    let pbx = config.pbx.address.clone();
    let multiplexer = Multiplexer::start(config, background.handle().clone()).await?;
    let tcp = multiplexer.tcp_address().map(tracing::field::display);
    let tls = multiplexer.tls_address().map(tracing::field::display);
    let web = multiplexer.web_address().map(tracing::field::display);
    tracing::info!(pbx, tcp, tls, web, "csta-mux {} serves", env!("CARGO_PKG_VERSION"));
    tokio::select! {
        () = interrupted => {
            tracing::info!("csta-mux stops");
            multiplexer.stop().await;
            Ok(())
        }
        () = multiplexer.failed() => Err(Error::Fault),
    }
}
