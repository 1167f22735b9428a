//! What the tests of the bus have in common.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail that way")]

use std::sync::{Arc, Mutex};

use async_nats::Subscriber;
use bus::{
    Bus, EventMessage, LineChange, LineState, LineWatch, Site, SiteState, Sites, TestServer,
};
use bytes::Bytes;
use futures::StreamExt;
use multiplexer::{BusSettings, Config, Standby};
use pbx_sim::csta::Notice;

use crate::support::{Office, soon, until};

/// A server, or nothing where the program is not installed: the test is skipped then.
pub(crate) async fn server() -> Option<TestServer> {
    TestServer::start().await.expect("nats-server does not start")
}

/// Settings for a bus.
pub(crate) fn with_bus(office: &Office, server: &TestServer, site: &str, name: &str) -> Config {
    let mut config = office.config();
    config.spool.directory = Some(office.path(&format!("spool-{name}")));
    let mut bus = BusSettings::new(server.url(), site);
    bus.name = name.to_owned();
    config.bus = Some(bus);
    config
}

/// Settings for a bus with a standby, which takes over within three seconds.
pub(crate) fn with_standby(office: &Office, server: &TestServer, site: &str, name: &str) -> Config {
    let mut config = with_bus(office, server, site, name);
    let takeover = std::time::Duration::from_secs(3);
    config.bus.as_mut().unwrap().standby = Some(Standby { takeover, preferred: None });
    config
}

/// Counts applications that want to be associated while another one is.
pub(crate) fn count_second_applications(office: &Office) -> Arc<Mutex<usize>> {
    let count = Arc::new(Mutex::new(0));
    let (counted, mut notices) = (Arc::clone(&count), office.switch.notices());
    tokio::spawn(async move {
        loop {
            match notices.recv().await {
                Ok(Notice::TurnedAway) => *counted.lock().unwrap() += 1,
                Err(tokio::sync::broadcast::error::RecvError::Closed) => return,
                _ => {}
            }
        }
    });
    count
}

/// How lines and sites are, as one sees it who follows them.
#[derive(Clone)]
pub(crate) struct Board {
    bus: Bus,
    sites: Sites,
}

impl Board {
    /// Begins to follow, and waits until it knows what is there.
    pub(crate) async fn follow(bus: &Bus) -> Self {
        let board = Self { bus: bus.clone(), sites: Sites::follow(bus) };
        until("what is there", || board.sites.known().is_present).await;
        board
    }

    pub(crate) const fn bus(&self) -> &Bus {
        &self.bus
    }

    pub(crate) fn line(&self, site: &str, device: &str) -> Option<LineState> {
        self.sites.known().lines.get(&site.parse::<Site>().unwrap())?.get(device).cloned()
    }

    pub(crate) fn is_monitored(&self, site: &str, device: &str) -> bool {
        self.line(site, device).is_some_and(|line| line.monitored)
    }

    /// The states of the calls of a line.
    pub(crate) fn states(&self, site: &str, device: &str) -> Vec<String> {
        let line = self.line(site, device);
        line.map_or_else(Vec::new, |line| line.calls.into_iter().map(|call| call.state).collect())
    }

    pub(crate) fn site(&self, site: &str) -> Option<SiteState> {
        self.sites.known().sites.get(&site.parse::<Site>().unwrap()).cloned()
    }
}

/// All that is said of a line from now on.
pub(crate) async fn said_of(board: &Board, device: &'static str) -> Arc<Mutex<Vec<LineState>>> {
    let said = Arc::new(Mutex::new(Vec::new()));
    let (all, mut watch) = (Arc::clone(&said), LineWatch::new(board.bus()).await.unwrap());
    tokio::spawn(async move {
        while let Some(Ok(change)) = watch.next().await {
            match change {
                LineChange::Line(line) if line.device == device => all.lock().unwrap().push(line),
                _ => {}
            }
        }
    });
    said
}

/// Subscribes, and waits until the server has taken that in: what is sent behind it comes back then.
/// That it is written to the connection is not enough, as others may publish before it is read.
pub(crate) async fn subscribed(bus: &Bus, subject: String) -> Subscriber {
    let client = bus.client();
    let messages = client.subscribe(subject).await.expect("a subscription");
    let inbox = client.new_inbox();
    let mut echo = client.subscribe(inbox.clone()).await.expect("a subscription");
    client.publish(inbox, Bytes::new()).await.expect("a connection");
    soon("the echo", echo.next()).await.expect("a connection");
    messages
}

/// All events of a site or, with `*`, of all.
pub(crate) async fn events(bus: &Bus, site: &str) -> Arc<Mutex<Vec<EventMessage>>> {
    let events = Arc::new(Mutex::new(Vec::new()));
    let mut messages = subscribed(bus, format!("csta.{site}.event.>")).await;
    let seen = Arc::clone(&events);
    tokio::spawn(async move {
        while let Some(message) = messages.next().await {
            let event = serde_json::from_slice::<EventMessage>(&message.payload).unwrap();
            seen.lock().unwrap().push(event);
        }
    });
    events
}

/// The call records that the stream has, by their octets.
pub(crate) async fn call_records(bus: &Bus) -> Vec<bus::CallRecordMessage> {
    use bus::subject::CALL_RECORDS_STREAM;

    let Ok(mut stream) = bus.jetstream().get_stream(CALL_RECORDS_STREAM).await else {
        return Vec::new();
    };
    let state = stream.info().await.expect("the stream").state.clone();
    let mut records = Vec::new();
    for sequence in state.first_sequence..=state.last_sequence {
        if let Ok(message) = stream.get_raw_message(sequence).await {
            records.push(serde_json::from_slice(&message.payload).expect("a record"));
        }
    }
    records
}
