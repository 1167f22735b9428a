//! Call records that a multiplexer has without having the PBX.

use bus::Bus;
use csta_client::{Session, SessionItem};
use csta_codec::types::CdrTransferMode;
use futures::StreamExt;
use tokio::task::JoinSet;

use super::recorder::Recorder;
use super::{Dial, FrontSettings};

/// Publishes what lies in the spool of a multiplexer that does not have the PBX: it lay there when
/// the multiplexer died. It runs until it is dropped.
#[derive(Debug)]
pub(super) struct LateRecords {
    _tasks: JoinSet<()>,
    _session: Session,
}

impl LateRecords {
    pub(super) fn start(bus: Bus, settings: &FrontSettings, dial: &Dial) -> Self {
        let (recorder, records) = Recorder::new(true);
        let mode = CdrTransferMode::TransferAtEndOfCall;
        let (session, mut items) = dial.session(None, |builder| builder.call_records(mode));
        let mut tasks = JoinSet::new();
        tasks.spawn(records.run(bus, settings.site.clone(), settings.name.clone()));
        tasks.spawn(async move {
            while let Some(item) = items.next().await {
                if let SessionItem::CallRecords(report) = item {
                    recorder.record(report);
                }
            }
        });
        Self { _tasks: tasks, _session: session }
    }
}
