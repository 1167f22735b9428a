//! An office: a simulated PBX, and sessions that watch it.

use std::io;
use std::time::Duration;

use csta_client::{Client, MonitorId, Session, SessionBuilder, SessionItem, SessionStream};
use csta_codec::types::DeviceId;
use futures::StreamExt;
use pbx_sim::{Config, Extension, Pbx};
use tokio::io::{DuplexStream, duplex};

pub(crate) const SECOND: Duration = Duration::from_secs(1);

/// An office of so many telephones, numbered from 1001.
pub(crate) fn config(telephones: u16) -> Config {
    let extensions = (1..=telephones).map(|index| Extension::new(number(index), "")).collect();
    let (groups, pickup_groups) = (Vec::new(), Vec::new());
    Config { extensions, groups, pickup_groups, ..Config::default() }
}

pub(crate) fn number(index: u16) -> String {
    (1000 + index).to_string()
}

/// A connection to the PBX.
pub(crate) fn connect(pbx: &Pbx) -> DuplexStream {
    let (near, far) = duplex(1 << 16);
    let pbx = pbx.clone();
    tokio::spawn(async move { pbx.serve(far).await });
    near
}

pub(crate) fn builder() -> SessionBuilder {
    Session::builder(Client::builder()).seed(1)
}

/// A session with the PBX.
pub(crate) fn start(builder: SessionBuilder, pbx: &Pbx) -> (Session, SessionStream) {
    let pbx = pbx.clone();
    builder.start_with(move || {
        let connection = connect(&pbx);
        async move { io::Result::Ok(connection) }
    })
}

pub(crate) async fn monitor(session: &Session, index: u16) -> MonitorId {
    let number = number(index);
    session.monitor(DeviceId::dialing_number(&number), None).await.unwrap()
}

/// The items up to and with the first one that is wanted.
pub(crate) async fn until(
    items: &mut SessionStream,
    wanted: impl Fn(&SessionItem) -> bool,
) -> Vec<SessionItem> {
    let mut taken = Vec::new();
    loop {
        let next = tokio::time::timeout(600 * SECOND, items.next()).await;
        let item = next.unwrap_or_else(|_| panic!("only {taken:?}")).expect("the stream ended");
        let is_wanted = wanted(&item);
        taken.push(item);
        if is_wanted {
            return taken;
        }
    }
}

/// A word for each item.
pub(crate) fn words(items: &[SessionItem]) -> Vec<&'static str> {
    items.iter().map(word).collect()
}

pub(crate) fn word(item: &SessionItem) -> &'static str {
    match item {
        SessionItem::LinkUp { .. } => "up",
        SessionItem::LinkDown { .. } => "down",
        SessionItem::Devices { .. } => "devices",
        SessionItem::MonitorRestored(_) => "restored",
        SessionItem::MonitorLost { .. } => "lost",
        SessionItem::Event { .. } => "event",
        SessionItem::Resynchronised { .. } => "resynchronised",
        SessionItem::NotResynchronised { .. } => "not resynchronised",
        SessionItem::CallRecordsStarted(_) => "call records started",
        SessionItem::CallRecords(_) => "call records",
        SessionItem::CallRecordsLost(_) => "call records lost",
        SessionItem::Incoming(_) => "incoming",
        SessionItem::Lagged(_) => "lagged",
        SessionItem::Closed => "closed",
        other => panic!("{other:?}"),
    }
}
