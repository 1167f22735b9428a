//! Starting and stopping.

use program::Worker;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use config_file::ConfigFileError;
use csta_client::{Client, FrameCodec, ServerTls, TlsListener};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::application::Service;
#[cfg(feature = "nats")]
use super::bus::OpenBus;
use super::listener::{self, PortError};
use super::permission::{Permit, Wish, permit};
use super::ready::{Ports, Ready, ports};
use super::renewal::{Renewal, TlsRenewal};
use super::shared::now;
use super::{Hub, Recent, Shared, switch};
use crate::certificate::{Certificate, CertificateError};
use crate::config::{Config, Login, SettingError};
use crate::spool::{Damaged, Directory, Journal, Medium, SpoolHandle, Work, keep};
use crate::users::{Admission, PasswordError};
use crate::web::{self, Site, TokenError};
use crate::{Settings, Severity, WhenSwitchLost};

/// How long applications and the switch may take to confirm that their associations are released.
const RELEASE: Duration = Duration::from_secs(3);

/// How long the disk may take for what it has not yet of the spool and of protocol logs.
const WRITE: Duration = Duration::from_secs(5);

/// Why a multiplexer does not start. Nothing has been sent to the switch then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// A setting cannot be.
    #[error(transparent)]
    Setting(#[from] SettingError),
    /// The file of the users is not as it should be.
    #[error(transparent)]
    Users(#[from] ConfigFileError),
    /// Passwords cannot be verified.
    #[error("passwords cannot be verified: {0}")]
    Passwords(#[from] PasswordError),
    /// The certificate cannot be used.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    /// The token of the status page cannot be read.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// A port cannot be opened.
    #[error(transparent)]
    Port(#[from] PortError),
    /// There can be fewer connections than the settings allow.
    #[error(
        "limits.applications and limits.waiting take {wanted} file descriptors, and this program \
         may have {allowed}: lower them, or raise LimitNOFILE of the service (ulimit -n)"
    )]
    Descriptors {
        /// How many are needed.
        wanted: u64,
        /// How many there are at most.
        allowed: u64,
    },
    /// The spool cannot be opened.
    #[error("{path}: the spool of call records cannot be opened: {error}", path = path.display())]
    Spool {
        /// The directory.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There is no bus.
    #[cfg(feature = "nats")]
    #[error(transparent)]
    Bus(#[from] super::bus::BusStartError),
    /// Protocol logs cannot be written.
    #[error("{path}: protocol logs cannot be written there: {error}", path = path.display())]
    ProtocolLogs {
        /// The directory.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// There is no place for the spool.
    #[error("there is no place for the spool of call records: set spool.directory")]
    NoSpoolDirectory,
}

impl StartError {
    /// Whether it stays so until somebody changes a setting. A port becomes free, a certificate is
    /// renewed, a disk has room again.
    #[must_use]
    pub const fn is_of_settings(&self) -> bool {
        matches!(
            self,
            Self::Setting(_) | Self::Users(_) | Self::Descriptors { .. } | Self::NoSpoolDirectory
        )
    }
}

/// What a [check](Multiplexer::check) has found that keeps nothing from starting for good.
#[derive(Debug)]
pub struct Checked {
    /// The ports that another program has now.
    pub taken: Vec<PortError>,
    /// The certificate of the TLS port.
    pub certificate: Option<Certificate>,
}

/// A multiplexer that runs.
///
/// It serves applications and keeps the link to the switch up until [`stop`](Self::stop); dropping
/// it closes all connections without a word.
#[derive(Debug)]
pub struct Multiplexer {
    pub(super) shared: Arc<Shared>,
    pub(super) tasks: JoinSet<()>,
    pub(super) tcp: Option<SocketAddr>,
    pub(super) tls: Option<SocketAddr>,
    pub(super) web: Option<SocketAddr>,
    #[cfg(feature = "nats")]
    pub(super) bus: Option<super::bus::Running>,
    /// Says that the switch may be had, where no lease says it.
    pub(super) _permit: Option<Permit>,
    /// The threads that write, and what comes of it if one does not come to its end.
    pub(super) workers: Vec<(Worker, &'static str)>,
}

impl Multiplexer {
    /// Starts to serve. TLS, the status page and passwords are dealt with on `background`, which
    /// may be another runtime than the one this is called on, so that they delay no events.
    ///
    /// # Errors
    ///
    /// Why it does not start. The switch has not been touched then.
    pub async fn start(config: Config, background: Handle) -> Result<Self, StartError> {
        let Ready { gate, certificate, token, recorder, logs } = Ready::make(&config)?;
        let Ports { tcp, tls, web } = Ports::open(&config, &background).await?;
        #[cfg(feature = "nats")]
        let bus = match &config.bus {
            Some(settings) => Some(OpenBus::open(settings).await?),
            None => None,
        };
        let path = spool_directory(&config)?;
        let (shared, spool) = Directory::open(&path)
            .and_then(|directory| open_spool(&config, directory))
            .map_err(|error| StartError::Spool { path, error })?;

        let mut running = Self {
            shared: Arc::clone(&shared),
            tasks: JoinSet::new(),
            tcp: tcp.as_ref().and_then(|listener| listener.local_addr().ok()),
            tls: tls.as_ref().and_then(|listener| listener.local_addr().ok()),
            web: web.as_ref().and_then(|listener| listener.local_addr().ok()),
            #[cfg(feature = "nats")]
            bus: None,
            _permit: None,
            workers: logs
                .map(|logs| (logs, "the protocol logs lack their end"))
                .into_iter()
                .collect(),
        };
        if let Some(listener) = web
            && let Some(site) = Site::new(&config, token, Arc::clone(&shared))
        {
            running.tasks.spawn_on(web::serve(listener, site), &background);
        }
        let lost = "call records that were collected last come again after the next start";
        running.workers.push((spool.start(&shared), lost));
        let service = Service {
            shared: Arc::clone(&shared),
            gate: Arc::clone(&gate),
            applications: config.limits.applications,
            unread: config.limits.unread,
            recorder: recorder.clone(),
        };
        let connections = config.limits.applications + config.limits.waiting;
        #[cfg(feature = "nats")]
        let has_lease = config.bus.as_ref().is_some_and(|bus| bus.standby.is_some());
        #[cfg(not(feature = "nats"))]
        let has_lease = false;
        let (permit, permission) = permit(if has_lease { Wish::Release } else { Wish::Have });
        #[cfg(feature = "nats")]
        if let (Some(settings), Some(bus)) = (&config.bus, bus) {
            running.bus = Some(bus.start(settings, service.clone(), permit, &mut running.tasks));
        } else {
            running._permit = Some(permit);
        }
        #[cfg(not(feature = "nats"))]
        {
            running._permit = Some(permit);
        }
        if let Some(listener) = tcp {
            let is_login_required =
                config.tcp.as_ref().is_some_and(|tcp| tcp.login == Login::Required);
            let gate = Arc::clone(&gate);
            let admission = Admission { gate, is_login_required, is_encrypted: false };
            let server = listener::server(listener, admission, connections);
            running.tasks.spawn(listener::serve_tcp(server, service.clone()));
        }
        let mut renewal = Renewal {
            shared: Arc::clone(&shared),
            gate: Arc::clone(&gate),
            users: config.users.file.clone(),
            tls: None,
        };
        if let (Some(listener), Some(certificate), Some(settings)) = (tls, certificate, config.tls)
        {
            let admission = Admission { gate, is_login_required: true, is_encrypted: true };
            let (renew, renewed) = watch::channel::<ServerTls>(certificate.tls.clone());
            let listener = TlsListener::new(listener, certificate.tls);
            let server = listener::server(listener, admission, connections);
            let serve = listener::serve_tls(server, service, renewed);
            running.tasks.spawn_on(serve, &background);
            let not_after = certificate.not_after;
            renewal.tls = Some(TlsRenewal { settings, not_after, renew });
        }
        running.tasks.spawn_on(renewal.run(), &background);
        running.tasks.spawn({
            let shared = Arc::clone(&shared);
            async move { shared.keep_time().await }
        });
        let builder = Client::builder()
            .address(&config.pbx.address)
            .connect_timeout(config.pbx.connect_timeout)
            .associate_timeout(config.pbx.answer_timeout)
            .send_limit(config.pbx.send_limit);
        running.tasks.spawn(switch::keep_up(shared, builder, permission, recorder));
        Ok(running)
    }

    /// Tells whether it could start, without doing so. That another multiplexer has the ports or the
    /// spool is no fault: this one may be to take its place.
    ///
    /// # Errors
    ///
    /// Why it could not.
    pub async fn check(config: &Config, background: &Handle) -> Result<Checked, StartError> {
        let Ready { certificate, .. } = Ready::make(config)?;
        let mut taken = Vec::new();
        for address in ports(config) {
            match listener::open_on(background, address).await {
                Err(error) if error.error.kind() == io::ErrorKind::AddrInUse => taken.push(error),
                opened => drop(opened?),
            }
        }
        #[cfg(feature = "nats")]
        if let Some(settings) = &config.bus {
            OpenBus::open(settings).await?;
        }
        let path = spool_directory(config)?;
        Directory::check(&path).map_err(|error| StartError::Spool { path, error })?;
        Ok(Checked { taken, certificate })
    }

    /// Where applications connect without TLS, if they can.
    #[must_use]
    pub const fn tcp_address(&self) -> Option<SocketAddr> {
        self.tcp
    }

    /// Where applications connect with TLS, if they can.
    #[must_use]
    pub const fn tls_address(&self) -> Option<SocketAddr> {
        self.tls
    }

    /// Where the status page is, if there is one.
    #[must_use]
    pub const fn web_address(&self) -> Option<SocketAddr> {
        self.web
    }

    /// The state of the core.
    #[must_use]
    pub fn status(&self) -> crate::Status {
        self.shared.lock().status()
    }

    /// What has happened lately.
    #[must_use]
    pub fn recent(&self) -> Recent {
        self.shared.lock().recent.clone()
    }

    /// Whether this multiplexer has the switch, or may take it, and no other one of the site.
    #[cfg(feature = "nats")]
    #[must_use]
    pub fn is_holder(&self) -> bool {
        self.bus.as_ref().is_none_or(super::bus::Running::is_holder)
    }

    /// Hands the switch over to another multiplexer of the site, if this one has it. Applications
    /// are released, to connect to the other one.
    #[cfg(feature = "nats")]
    pub async fn hand_over(&self) {
        if let Some(bus) = &self.bus {
            bus.hand_over().await;
        }
    }

    /// Waits for a fault of this program after which it cannot go on and has to be started anew.
    pub async fn failed(&self) {
        self.shared.fault.notified().await;
    }

    /// Releases all associations and ends.
    pub async fn stop(mut self) {
        #[cfg(feature = "nats")]
        if let Some(bus) = &self.bus {
            bus.give_up().await;
        }
        self.shared.lock().stop();
        // Nobody tells when the last is gone, and it is not long.
        let gone = async {
            while self.shared.lock().applications() > 0 || self.shared.lock().switch().is_some() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let _ = timeout(RELEASE, gone).await;
        self.tasks.shutdown().await;
        // Nobody is left who has anything for the spool, nor for protocol logs when this is gone.
        self.shared.lock().leave_spool();
        let workers = std::mem::take(&mut self.workers);
        drop(self);
        let end = Instant::now() + WRITE;
        for (worker, lost) in workers {
            if !worker.ended(end.saturating_duration_since(Instant::now())).await {
                tracing::error!("the disk has not taken everything in time: {lost}");
            }
        }
    }
}

/// The spool before its thread runs.
pub(super) struct OpenSpool<M> {
    pub(super) journal: Journal<M>,
    pub(super) work: Work,
}

impl<M: Medium + 'static> OpenSpool<M> {
    /// Starts the thread, which ends when the hub has left the spool, and all is done.
    fn start(self, shared: &Arc<Shared>) -> Worker {
        let shared = Arc::downgrade(shared);
        Worker::start(move || {
            keep(self.journal, self.work, |input| {
                if let Some(shared) = shared.upgrade() {
                    shared.lock().spool(now(), input);
                }
            });
        })
    }
}

/// Opens the spool, and makes the hub that knows what is in it.
pub(super) fn open_spool<M: Medium>(
    config: &Config,
    medium: M,
) -> io::Result<(Arc<Shared>, OpenSpool<M>)> {
    let (journal, recovered) = Journal::open(medium, config.spool.size)?;
    if recovered.torn > 0 {
        let octets = recovered.torn;
        tracing::info!(
            octets,
            "the end of the spool was not whole: it was being written when the power was lost"
        );
    }
    let codec = FrameCodec { send_limit: config.pbx.send_limit, ..FrameCodec::default() };
    let (handle, work) = SpoolHandle::new();
    let mut hub = Hub::new(now(), settings(config), codec, Some(handle));
    for Damaged { name, octets } in recovered.damaged {
        let text = format!(
            "{name}: {octets} octets of the spool are damaged, and call records in them are lost; all \
             others in it are used, and the file is kept as {name}.damaged when they are collected. \
             See whether the disk fails"
        );
        tracing::error!("{text}");
        hub.recent.push(Severity::Error, text);
    }
    hub.recovered(now(), recovered.records, recovered.transmission);
    Ok((Arc::new(Shared::new(hub)), OpenSpool { journal, work }))
}

/// Where the spool is.
fn spool_directory(config: &Config) -> Result<PathBuf, StartError> {
    let directory = config.spool.directory.clone().or_else(state_directory);
    directory.ok_or(StartError::NoSpoolDirectory)
}

/// Where programs keep what outlives them: what systemd says, or the user's directory.
fn state_directory() -> Option<PathBuf> {
    let from = |name| std::env::var_os(name).filter(|path| !path.is_empty()).map(PathBuf::from);
    from("STATE_DIRECTORY")
        .or_else(|| Some(from("XDG_STATE_HOME")?.join("csta-mux")))
        .or_else(|| Some(from("HOME")?.join(".local/state/csta-mux")))
        .or_else(|| Some(from("PROGRAMDATA")?.join("csta-mux")))
}

/// What of the settings is the core's.
fn settings(config: &Config) -> Settings {
    let mut settings = Settings {
        application_limit: config.limits.applications,
        hotel_limit: config.limits.hotel_applications,
        status_interval: config.limits.keep_alive,
        when_switch_lost: if config.pbx.abort_applications_when_lost {
            WhenSwitchLost::Abort
        } else {
            WhenSwitchLost::Report
        },
        request_time_limit: config.pbx.answer_timeout,
        requests_in_flight: config.pbx.requests_in_flight,
        request_queue: config.limits.requests,
        switch_apdu_limit: config.pbx.send_limit,
        probe_after: config.pbx.silence_timeout,
        probe_limit: config.pbx.answer_timeout,
        ..Settings::default()
    };
    settings.monitors.per_application = config.limits.monitors;
    settings.monitors.filtered_by_switch = config.pbx.filters_events;
    settings.call_records.served = config.limits.call_record_applications > 0;
    settings.call_records.keep_transmission =
        config.spool.keep_transmission && settings.call_records.served;
    settings.call_records.restart_after = config.pbx.call_records_after;
    settings.call_records.spool_octets = usize::try_from(config.spool.size).unwrap_or(usize::MAX);
    settings
}
