//! What has to be there before the switch is touched.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::SystemTime;

use tokio::net::TcpListener;
use tokio::runtime::Handle;

use super::listener::{self, PortError};
use super::start::StartError;
use crate::certificate::Certificate;
use crate::config::Config;
use crate::protocol_log::Recorder;
use crate::users::{Gate, Users};
use crate::web;
use crate::worker::Worker;

/// File descriptors for everything but connections: files, the link to the switch, the status page.
const OTHER_DESCRIPTORS: u64 = 200;

/// What the files say.
pub(super) struct Ready {
    pub(super) gate: Arc<Gate>,
    pub(super) certificate: Option<Certificate>,
    pub(super) token: Option<String>,
    pub(super) recorder: Option<Recorder>,
    pub(super) logs: Option<Worker>,
}

impl Ready {
    pub(super) fn make(config: &Config) -> Result<Self, StartError> {
        config.check()?;
        raise_descriptor_limit(config)?;
        let users = config.users.file.as_ref().map(Users::load).transpose()?.unwrap_or_default();
        let gate = Arc::new(Gate::new(users, &config.users)?);
        let now = SystemTime::now();
        let certificate = config.tls.as_ref().map(|tls| Certificate::load(tls, now)).transpose()?;
        let token = config.web.as_ref().and_then(|web| web.token_file.as_deref());
        let token = token.map(web::read_token).transpose()?;
        let recorder = config.protocol_logs.as_ref().map(|logs| {
            let failed = |error| StartError::ProtocolLogs { path: logs.directory.clone(), error };
            Recorder::start(logs).map_err(failed)
        });
        let (recorder, logs) = recorder.transpose()?.unzip();
        Ok(Self { gate, certificate, token, recorder, logs })
    }
}

/// The ports.
pub(super) struct Ports {
    pub(super) tcp: Option<TcpListener>,
    pub(super) tls: Option<TcpListener>,
    pub(super) web: Option<TcpListener>,
}

impl Ports {
    /// Opens them: that without TLS here, the others on `background`, where they are served.
    pub(super) async fn open(config: &Config, background: &Handle) -> Result<Self, PortError> {
        let tcp = match &config.tcp {
            Some(tcp) => Some(listener::open(tcp.listen).await?),
            None => None,
        };
        let tls = match &config.tls {
            Some(tls) => Some(listener::open_on(background, tls.listen).await?),
            None => None,
        };
        let web = match &config.web {
            Some(web) => Some(listener::open_on(background, web.listen).await?),
            None => None,
        };
        Ok(Self { tcp, tls, web })
    }
}

/// Where the ports are to be.
pub(super) fn ports(config: &Config) -> impl Iterator<Item = SocketAddr> {
    let tcp = config.tcp.as_ref().map(|tcp| tcp.listen);
    let tls = config.tls.as_ref().map(|tls| tls.listen);
    let web = config.web.as_ref().map(|web| web.listen);
    [tcp, tls, web].into_iter().flatten()
}

fn raise_descriptor_limit(config: &Config) -> Result<(), StartError> {
    let ports = usize::from(config.tcp.is_some()) + usize::from(config.tls.is_some());
    let connections = (config.limits.applications + config.limits.waiting) * ports;
    let logs = config.protocol_logs.as_ref().map_or(0, |_| config.limits.applications);
    let wanted = OTHER_DESCRIPTORS + (connections + logs) as u64;
    // Where there is no such limit, it is as if it were high enough.
    let allowed = rlimit::increase_nofile_limit(wanted).unwrap_or(wanted);
    if allowed < wanted {
        return Err(StartError::Descriptors { wanted, allowed });
    }
    Ok(())
}
