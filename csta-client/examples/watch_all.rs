//! Watches all extensions of a PBX, also while it restarts, until Ctrl-C.
//!
//! `cargo run -p csta-client --example watch_all -- 192.168.0.101`
#![expect(clippy::print_stdout, reason = "it is what the program is for")]

use std::collections::HashMap;
use std::error::Error;

use csta_client::{Client, MonitorId, Session, SessionItem, Snapshot};
use csta_codec::types::{DeviceId, SnapshotDeviceResponseInfo};
use futures::StreamExt;
use kme_private::{DeviceCategory, DeviceList};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1".to_owned());
    let (session, mut items) = Session::builder(Client::builder().address(address))
        .devices([DeviceCategory::Station])
        .start();
    let mut extensions = Extensions::default();
    loop {
        tokio::select! {
            item = items.next() => match item {
                Some(SessionItem::Devices { list: Ok(list), .. }) => {
                    extensions.watch(&session, &list).await?;
                }
                Some(item) => extensions.show(item),
                None => return Ok(()),
            },
            interrupted = tokio::signal::ctrl_c() => {
                interrupted?;
                session.release().await;
            }
        }
    }
}

/// The extensions that are monitored.
#[derive(Default)]
struct Extensions {
    monitors: HashMap<String, MonitorId>,
    numbers: HashMap<MonitorId, String>,
}

impl Extensions {
    /// Watches the extensions that there are now, and those no more that have gone.
    async fn watch(&mut self, session: &Session, list: &DeviceList) -> Result<(), Box<dyn Error>> {
        let present: Vec<String> =
            list.entries().filter_map(|entry| Some(entry.number?.to_string())).collect();
        for number in &present {
            if !self.monitors.contains_key(number) {
                let monitor = session.monitor(DeviceId::dialing_number(number), None).await?;
                self.monitors.insert(number.clone(), monitor);
                self.numbers.insert(monitor, number.clone());
            }
        }
        // A list of which segments are missing says nothing about what is not in it.
        let is_gone =
            |number: &String, _: &mut MonitorId| list.is_complete() && !present.contains(number);
        for (_, monitor) in self.monitors.extract_if(is_gone) {
            self.numbers.remove(&monitor);
            session.stop_monitor(monitor).await?;
        }
        println!("{} extensions", self.monitors.len());
        Ok(())
    }

    fn show(&self, item: SessionItem) {
        match item {
            SessionItem::LinkUp { .. } => println!("the link is up"),
            SessionItem::LinkDown { error, retry_in } => {
                println!("the link is down: {error}; again in {:.1} s", retry_in.as_secs_f64());
            }
            SessionItem::Devices { list: Err(error), .. } => println!("no list: {error}"),
            SessionItem::MonitorLost { monitor, loss } => {
                println!("{}: {loss}", self.number(monitor));
            }
            SessionItem::Event { monitor, event } => {
                println!("{}: {:?}", self.number(monitor), event.get().event_specific_info);
            }
            SessionItem::Resynchronised { monitor, snapshot } if !snapshot.is_empty() => {
                println!("{} has {}", self.number(monitor), calls(&snapshot));
            }
            SessionItem::NotResynchronised { monitor, error } => {
                println!("{}: its calls are not known: {error}", self.number(monitor));
            }
            SessionItem::Lagged(lost) => println!("{lost} items lost"),
            SessionItem::Closed => println!("released"),
            _ => {}
        }
    }

    fn number(&self, monitor: MonitorId) -> &str {
        // What still waits of one that has been stopped has no number any more.
        self.numbers.get(&monitor).map_or("-", String::as_str)
    }
}

fn calls(snapshot: &Snapshot) -> String {
    let call = |call: SnapshotDeviceResponseInfo<'_>| {
        let id = call.connection_identifier.call();
        let id = id.map(|id| String::from_utf8_lossy(id.as_bytes()).into_owned());
        format!("call {}: {:?}", id.unwrap_or_default(), call.local_call_state)
    };
    snapshot.calls().map(call).collect::<Vec<_>>().join(", ")
}
