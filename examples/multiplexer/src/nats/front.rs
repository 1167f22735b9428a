//! The front as a whole.

use bus::Bus;
use csta_client::Session;
use csta_codec::types::CdrTransferMode;
use kme_private::DeviceCategory;
use tokio::task::JoinSet;

use super::desk::Desk;
use super::publisher::Publisher;
use super::recorder::Recorder;
use super::service::Service;
use super::values::Values;
use super::{Dial, FrontSettings};

/// How many devices it monitors: more than any PBX has.
const MONITORS: usize = 65_536;

/// How many of its own requests are before the multiplexer at once: monitors are started faster so.
const REQUESTS: usize = 16;

/// How many items wait for it; those that come beyond are missed, and counted.
const ITEMS: usize = 16_384;

/// The front on NATS, which runs until it is dropped.
#[derive(Debug)]
pub struct Front {
    tasks: JoinSet<()>,
    session: Session,
}

impl Front {
    /// Starts to publish, to serve requests and to collect call records, of the multiplexer that
    /// `dial` connects to. That NATS or the multiplexer are away at first is no error.
    ///
    /// # Panics
    ///
    /// Outside of a runtime.
    #[must_use]
    pub fn start(bus: Bus, settings: FrontSettings, dial: Dial) -> Self {
        let (session, items) = dial.session(None, |builder| {
            let builder = builder.devices([DeviceCategory::Station]).monitor_limit(MONITORS);
            let builder = builder.requests_in_flight(REQUESTS).item_queue(ITEMS);
            if settings.call_records {
                builder.call_records(CdrTransferMode::TransferAtEndOfCall)
            } else {
                builder
            }
        });
        let mut tasks = JoinSet::new();
        let (publisher, outgoing) = Publisher::new();
        let values = Values::default();
        let (recorder, records) = Recorder::new(false);
        tasks.spawn(outgoing.run(bus.clone()));
        tasks.spawn(values.clone().write(bus.clone()));
        tasks.spawn(records.run(bus.clone(), settings.site.clone(), settings.name.clone()));
        tasks.spawn(Service::new(bus.clone(), settings.clone(), dial).run());
        let desk = Desk::new(bus, settings, session.clone(), publisher, values, recorder);
        tasks.spawn(desk.run(items));
        Self { tasks, session }
    }

    /// Ends, after the multiplexer has been told so.
    pub async fn stop(mut self) {
        self.session.release().await;
        self.tasks.shutdown().await;
    }
}
