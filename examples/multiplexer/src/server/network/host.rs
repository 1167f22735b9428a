//! The multiplexer as a host of the network: it starts, stops, crashes and loses power.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use csta_client::{Client, ClientBuilder, Error, Link, Listener, Server};
use csta_codec::types::CstaVersion;
use pbx_sim::lan::{Lan, LanListener};
use tokio::io::{DuplexStream, ReadHalf, WriteHalf, duplex, split};
use tokio::net::tcp::OwnedWriteHalf;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::super::application::Service;
use super::super::dial::{Dial, Line};
use super::super::outlet::Outlet;
use super::super::permission::{Wish, permit};
use super::super::shared::now;
use super::super::start::{Multiplexer, OpenSpool, open_spool};
use super::super::{listener, switch};
use crate::Config;
use crate::config::UserSettings;
use crate::spool::{Memory, keep_in_task};
use crate::users::{Admission, Gate, Users};

/// How long the disk takes to write at most.
const DISK: Duration = Duration::from_millis(50);

/// Making one takes a while, and nobody logs in here.
static GATE: LazyLock<Arc<Gate>> =
    LazyLock::new(|| Arc::new(Gate::new(Users::default(), &UserSettings::default()).unwrap()));

/// The host on which the multiplexer runs.
pub(super) struct Host {
    lan: Lan,
    config: Config,
    disk: Memory,
    random: fastrand::Rng,
    running: Option<Multiplexer>,
}

impl Host {
    pub(super) fn new(lan: &Lan, config: Config, random: fastrand::Rng) -> Self {
        let mut host =
            Self { lan: lan.clone(), config, disk: Memory::default(), random, running: None };
        host.start();
        host
    }

    /// What the multiplexer has said lately.
    pub(super) fn notices(&self) -> Vec<String> {
        let Some(running) = &self.running else { return Vec::new() };
        running.shared.lock().recent.texts().map(str::to_owned).collect()
    }

    /// The multiplexer, if it runs.
    pub(super) const fn running(&self) -> Option<&Multiplexer> {
        self.running.as_ref()
    }

    /// Starts the multiplexer if it does not run.
    pub(super) fn start(&mut self) {
        if self.running.is_some() {
            return;
        }
        let (shared, OpenSpool { journal, work }) =
            open_spool(&self.config, self.disk.clone()).unwrap();
        let mut tasks = JoinSet::new();
        tasks.spawn({
            let (shared, mut random) = (Arc::downgrade(&shared), self.random.fork());
            let moment = async move || sleep(DISK.mul_f64(random.f64())).await;
            keep_in_task(journal, work, moment, move |input| {
                if let Some(shared) = shared.upgrade() {
                    shared.lock().spool(now(), input);
                }
            })
        });
        let limits = &self.config.limits;
        let service = Service {
            shared: Arc::clone(&shared),
            gate: Arc::clone(&GATE),
            applications: limits.applications,
            unread: limits.unread,
            recorder: None,
        };
        let gate = Arc::clone(&GATE);
        let admission = Admission { gate, is_login_required: false, is_encrypted: false };
        let port = Port(self.lan.listen("mux"));
        let connections = limits.applications + limits.waiting;
        tasks.spawn(serve(listener::server(port, admission, connections), service));
        let (permit, permission) = permit(Wish::Have);
        let builder = Client::builder()
            .associate_timeout(self.config.pbx.answer_timeout)
            .send_limit(self.config.pbx.send_limit);
        let patience = self.config.pbx.connect_timeout;
        let dial = LanDial { lan: self.lan.clone(), builder, patience };
        tasks.spawn(switch::keep_up(Arc::clone(&shared), dial, permission, None));
        tasks.spawn({
            let shared = Arc::clone(&shared);
            async move { shared.keep_time().await }
        });
        self.running = Some(Multiplexer {
            shared,
            tasks,
            tcp: None,
            tls: None,
            web: None,
            #[cfg(feature = "nats")]
            bus: None,
            _permit: Some(permit),
            workers: Vec::new(),
        });
    }

    /// Ends the multiplexer as it should be ended.
    pub(super) async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    /// Ends the multiplexer at once: the system closes its connections.
    pub(super) fn crash(&mut self) {
        self.running = None;
    }

    /// Ends the multiplexer with its host: nobody is told, and what the disk has not synced is lost
    /// or not.
    pub(super) fn lose_power<'a>(&mut self, others: impl Iterator<Item = &'a str>) {
        for other in others {
            self.lan.lose_all("mux", other);
        }
        self.running = None;
        self.disk.lose_power(self.random.usize(0..=8));
    }

    /// Lets the disk be full, or not any more.
    pub(super) fn fill_disk(&self, is_full: bool) {
        self.disk.set_room(is_full.then_some(0));
    }
}

/// Serves applications until it is dropped.
async fn serve(mut server: Server<Port, Admission>, service: Service) {
    let mut applications = JoinSet::new();
    loop {
        tokio::select! {
            request = server.accept() => {
                let service = service.clone();
                applications.spawn(async move {
                    let accepted = service.accept(request, false).await;
                    service.serve(accepted).await;
                });
            }
            Some(_) = applications.join_next(), if !applications.is_empty() => {}
        }
    }
}

/// The port of applications.
struct Port(LanListener);

impl Listener for Port {
    type Connection = DuplexStream;
    type Stream = DuplexStream;

    async fn accept(&mut self) -> io::Result<(DuplexStream, SocketAddr)> {
        Ok((self.0.accept().await, SocketAddr::from(([0, 0, 0, 0], 0))))
    }

    async fn establish(connection: DuplexStream) -> io::Result<DuplexStream> {
        Ok(connection)
    }
}

/// The way to the PBX.
struct LanDial {
    lan: Lan,
    builder: ClientBuilder,
    patience: Duration,
}

impl Dial for LanDial {
    type Line = DuplexStream;

    async fn associate(&self) -> Result<(Link<DuplexStream>, Option<CstaVersion>), Error> {
        let stream = match timeout(self.patience, self.lan.connect("mux", "pbx")).await {
            Ok(Ok(stream)) => stream,
            // As if it was closed at once.
            _ => duplex(1).0,
        };
        self.builder.associate_with(stream).await
    }
}

impl Line for DuplexStream {
    type Source = ReadHalf<Self>;
    type Sink = WriteHalf<Self>;

    fn open(
        self,
        outlet: impl FnOnce(Option<OwnedWriteHalf>) -> Outlet,
    ) -> Option<(Arc<Outlet>, ReadHalf<Self>, WriteHalf<Self>)> {
        let (source, sink) = split(self);
        Some((Arc::new(outlet(None)), source, sink))
    }
}
