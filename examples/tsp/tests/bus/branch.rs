//! A site: its PBX, and the multiplexer in front of it.

use std::sync::Arc;
use std::time::Duration;

use bus::TestServer;
use multiplexer::{BusSettings, Config, Multiplexer};
use pbx_sim::Simulator;
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Handle;
use tokio::time::{sleep, timeout};

use crate::support::{LIMIT, objects, run, stderr};

/// A site: its PBX, and the multiplexer in front of it.
pub(crate) struct Branch {
    pub(crate) pbx: Simulator,
    config: Config,
    directory: Arc<TempDir>,
    multiplexer: Option<Multiplexer>,
}

/// A server, or nothing where the program is not installed: the test is skipped then.
pub(crate) async fn server() -> Option<TestServer> {
    TestServer::start().await.expect("nats-server does not start")
}

impl Branch {
    /// Opens a site, and waits until its lines are on the bus.
    pub(crate) async fn open(server: &TestServer, site: &str) -> Self {
        Self::open_with(server, site, |_, _| ()).await
    }

    pub(crate) async fn open_with(
        server: &TestServer,
        site: &str,
        set: impl FnOnce(&mut Config, &TempDir),
    ) -> Self {
        let pbx = Simulator::start(pbx_sim::Config::default(), "127.0.0.1:0").await.unwrap();
        let directory = tempfile::tempdir().unwrap();
        let mut config = Config::new(pbx.address().to_string());
        config.tcp.as_mut().unwrap().listen = ([127, 0, 0, 1], 0).into();
        config.web = None;
        config.spool.directory = Some(directory.path().join("spool"));
        let mut bus = BusSettings::new(server.url(), site);
        bus.name = format!("mux-{site}");
        config.bus = Some(bus);
        set(&mut config, &directory);
        let directory = Arc::new(directory);
        let mut branch = Self { pbx, config, directory, multiplexer: None };
        branch.start().await;
        let url = server.url();
        timeout(LIMIT, async {
            while !has_lines(&url, site).await {
                sleep(Duration::from_millis(100)).await;
            }
        })
        .await
        .expect("the lines of the site");
        branch
    }

    /// Starts its multiplexer, again if it has died.
    pub(crate) async fn start(&mut self) {
        let started = timeout(LIMIT, async {
            loop {
                match Multiplexer::start(self.config.clone(), Handle::current()).await {
                    Ok(started) => return started,
                    // The one before still has the spool.
                    Err(_) => sleep(Duration::from_millis(20)).await,
                }
            }
        });
        self.multiplexer = Some(started.await.expect("a multiplexer"));
    }

    /// Its multiplexer dies without a word.
    pub(crate) fn kill(&mut self) {
        self.multiplexer = None;
    }
}

/// Whether all lines of a site are monitored.
async fn has_lines(url: &str, site: &str) -> bool {
    let settings = bus::BusSettings { url: url.to_owned(), ..Default::default() };
    let bus = bus::Bus::connect(&settings).await.unwrap();
    let sites = bus::Sites::follow(&bus);
    let site = site.parse().unwrap();
    let mut watch = sites.watch();
    let ready = watch.wait_for(|known| {
        let lines = known.lines.get(&site);
        lines.is_some_and(|lines| lines.len() >= 20 && lines.values().all(|line| line.monitored))
    });
    timeout(Duration::from_secs(2), ready).await.is_ok()
}

/// Runs a command on the bus that has to succeed; what it prints.
pub(crate) async fn does(server: &TestServer, arguments: &[&str]) -> Vec<Value> {
    let output = run(&[&["--json", "--bus", &server.url()], arguments].concat()).await;
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    objects(&output)
}

/// The states that calls come into, in their order.
pub(crate) fn states(items: &[Value]) -> Vec<&str> {
    let is_state = |item: &&Value| item["type"] == "call" && item["from"] != item["call"]["state"];
    items.iter().filter(is_state).map(|item| item["call"]["state"].as_str().unwrap()).collect()
}
