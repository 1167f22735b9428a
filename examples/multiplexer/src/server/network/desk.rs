//! An application on its desk, which watches telephones and collects call records.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use csta_client::{
    CallRecordReport, Client, Direction, MonitorId, Session, SessionItem, SessionStream,
};
use csta_codec::services::{MakeCall, MakeCallArgument};
use csta_codec::types::{CallingDeviceId, CdrTransferMode, DeviceId, DeviceIdentifier};
use futures::StreamExt;
use pbx_sim::lan::Lan;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use super::office::{SECOND, monitor, number};
use super::view::View;

/// An application.
pub(super) struct Desk {
    pub(super) session: Session,
    /// The telephones that it watches.
    pub(super) monitors: Vec<(u16, MonitorId)>,
    pub(super) view: Arc<Mutex<View>>,
    /// The callers in the call records that it has collected.
    pub(super) callers: Arc<Mutex<BTreeSet<String>>>,
    is_calm: watch::Sender<bool>,
}

impl Desk {
    /// Begins to watch telephones, and to collect call records if it is to.
    pub(super) async fn new(
        lan: &Lan,
        name: String,
        telephones: impl Iterator<Item = u16>,
        collects: bool,
        random: &mut fastrand::Rng,
    ) -> Self {
        let (begin, own) = (Instant::now(), name.clone());
        let client = Client::builder().silence_timeout(150 * SECOND).tap(
            move |direction: Direction, apdu: &[u8]| {
                super::trace(begin, &own, direction == Direction::Sent, apdu);
            },
        );
        let mut builder = Session::builder(client)
            .seed(random.u64(..))
            .snapshot_interval(Some(120 * SECOND))
            .item_queue(if random.bool() { 64 } else { 4096 });
        if collects {
            builder = builder.call_records(CdrTransferMode::TransferAtEndOfCall);
        }
        let (dialling, own) = (lan.clone(), name);
        let (session, items) = builder.start_with(move || {
            let (lan, own) = (dialling.clone(), own.clone());
            async move { lan.connect(&own, "mux").await }
        });
        let is_calm = watch::Sender::new(false);
        let (view, callers) = <(Arc<Mutex<View>>, Arc<Mutex<BTreeSet<String>>>)>::default();
        let reader = Reader {
            view: Arc::clone(&view),
            callers: Arc::clone(&callers),
            is_calm: is_calm.subscribe(),
            random: random.fork(),
        };
        tokio::spawn(reader.read(items));
        let mut monitors = Vec::new();
        for telephone in telephones {
            monitors.push((telephone, monitor(&session, telephone).await));
        }
        Self { session, monitors, view, callers, is_calm }
    }

    /// Lets it read whatever comes at once.
    pub(super) fn calm_down(&self) {
        self.is_calm.send_replace(true);
    }

    /// Whether nothing is in doubt.
    pub(super) fn is_sure(&self) -> bool {
        let view = self.view.lock().unwrap();
        view.monitors.len() == self.monitors.len() && view.is_sure()
    }

    /// Makes a call, whether that succeeds or not. It ends.
    pub(super) fn dial(&self, from: u16, to: u16) -> impl Future<Output = ()> + 'static {
        let session = self.session.clone();
        async move {
            let (from, to) = (number(from), number(to));
            let (from, to) = (DeviceId::dialing_number(&from), DeviceId::dialing_number(&to));
            let _ = session.invoke::<MakeCall>(&MakeCallArgument::new(from, to)).await;
        }
    }
}

/// What reads the items of an application.
struct Reader {
    view: Arc<Mutex<View>>,
    callers: Arc<Mutex<BTreeSet<String>>>,
    is_calm: watch::Receiver<bool>,
    random: fastrand::Rng,
}

impl Reader {
    async fn read(mut self, mut items: SessionStream) {
        while let Some(item) = items.next().await {
            self.view.lock().unwrap().take(&item);
            match item {
                SessionItem::CallRecords(report) => self.collect(report),
                SessionItem::Closed => return,
                _ => {}
            }
            if self.random.u8(..) == 0 {
                // It does something else, if it may.
                let away = SECOND.mul_f64(5.0 * self.random.f64());
                let _ = timeout(away, self.is_calm.wait_for(|is_calm| *is_calm)).await;
            }
        }
    }

    fn collect(&self, report: CallRecordReport) {
        let mut callers = self.callers.lock().unwrap();
        for record in report.argument().get().cdr_info.iter() {
            if let Some(CallingDeviceId::DeviceIdentifier(device)) = record.calling_device
                && let DeviceIdentifier::DialingNumber(caller) = device.device_identifier
            {
                callers.insert(caller.as_str().unwrap().to_owned());
            }
        }
        report.confirm();
    }
}
