//! The task of a provider: it takes in what the PBX tells, and does what is to be done.

use std::sync::Arc;

use csta_client::{CallRecordReport, MonitorId, SessionItem, SessionStream};
use futures::future::BoxFuture;
use futures::stream::FuturesUnordered;
use futures::{FutureExt, StreamExt};
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};
use tokio::time::{Instant, sleep_until};

use super::Shared;
use super::action::Action;
use super::loading::{Listed, Rearranged};
use super::reading::{read_call, read_devices, read_names};
use crate::moment::Moment;
use crate::{AddressId, CallParties, Error, LineId, SwitchCallId};

/// How many things are read from the PBX at a time, besides what the session reads.
const AT_A_TIME: usize = 2;

/// What a handle wants of the task.
#[derive(Debug)]
pub(crate) enum Command {
    Open(LineId, OwnedSemaphorePermit, oneshot::Sender<()>),
    Close(LineId, oneshot::Sender<bool>),
    AddLines(Vec<numfmt::Line>, oneshot::Sender<Result<Vec<LineId>, Error>>),
    RemoveLine(LineId, oneshot::Sender<bool>),
    Reload,
    Release,
}

/// What has been read from the PBX.
enum Read {
    Devices(Result<Listed, csta_client::Error>),
    Names(Vec<(String, String)>),
    Call((LineId, AddressId), SwitchCallId, Option<CallParties>),
    Nothing,
}

pub(super) struct Task {
    pub(super) shared: Arc<Shared>,
    pub(super) items: SessionStream,
    pub(super) commands: mpsc::Receiver<Command>,
    pub(super) call_records: Option<mpsc::Sender<CallRecordReport>>,
    doing: FuturesUnordered<BoxFuture<'static, Read>>,
}

impl Task {
    pub(super) fn new(
        shared: Arc<Shared>,
        items: SessionStream,
        commands: mpsc::Receiver<Command>,
        call_records: mpsc::Sender<CallRecordReport>,
    ) -> Self {
        let doing = FuturesUnordered::new();
        Self { shared, items, commands, call_records: Some(call_records), doing }
    }

    /// Runs until the session has been released.
    pub(super) async fn run(mut self) {
        let mut has_handle = true;
        loop {
            self.begin();
            let due = self.shared.with(|board| board.poll_timeout()).map(Instant::from_std);
            let shared = Arc::clone(&self.shared);
            tokio::select! {
                item = self.items.next() => match item {
                    Some(item) => {
                        let is_last = matches!(item, SessionItem::Closed);
                        self.take(item);
                        if is_last {
                            break;
                        }
                    }
                    None => break,
                },
                command = self.commands.recv(), if has_handle => match command {
                    Some(command) => shared.handle(command).await,
                    None => {
                        has_handle = false;
                        self.shared.session.release().await;
                    }
                },
                Some(read) = self.doing.next(), if !self.doing.is_empty() => {
                    shared.take_read(read).await;
                }
                () = shared.wake.notified() => {}
                () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                    self.shared.with(|board| board.handle_timeout(Moment::now()));
                }
            }
        }
        self.shared.stir();
    }

    /// Begins what is to be done, as much as may be done at a time.
    fn begin(&self) {
        while self.doing.len() < AT_A_TIME {
            let Some(action) = self.shared.with(super::Board::poll_action) else {
                return;
            };
            let session = self.shared.session.clone();
            let shared = Arc::clone(&self.shared);
            self.doing.push(
                async move {
                    match action {
                        Action::ReadDevices => Read::Devices(read_devices(&session).await),
                        Action::ReadNames => Read::Names(read_names(&session, &shared).await),
                        Action::ReadCall { line, address, call } => {
                            let device = shared.with(|board| board.station_device(line, address));
                            let parties = match device {
                                Some(device) => read_call(&session, &device, &call).await,
                                None => None,
                            };
                            Read::Call((line, address), call, parties)
                        }
                        Action::Resynchronise(monitor) => {
                            // If the session is closed, nothing is to be known any more.
                            let _ = session.resynchronise(monitor).await;
                            Read::Nothing
                        }
                    }
                }
                .boxed(),
            );
        }
    }

    fn take(&mut self, item: SessionItem) {
        match item {
            SessionItem::CallRecords(report) => self.take_records(report),
            item => self.shared.with(|board| board.handle_item(item, Moment::now())),
        }
    }

    /// Hands call records out. Without a reader, or if it does not read, they are not confirmed,
    /// and the PBX keeps them.
    fn take_records(&mut self, report: CallRecordReport) {
        let Some(reader) = &self.call_records else {
            return;
        };
        if reader.is_closed() {
            self.call_records = None;
        } else if reader.try_send(report).is_err() {
            tracing::warn!("call records are not read; the PBX keeps them");
        }
    }
}

impl Shared {
    async fn take_read(&self, read: Read) {
        let common = self.common.clone();
        match read {
            Read::Devices(listed) => {
                let rearranged =
                    self.with(|board| board.handle_devices(listed, &common, Moment::now()));
                self.rearrange(rearranged).await;
            }
            Read::Names(names) => self.with(|board| board.handle_names(names)),
            Read::Call(place, call, Some(parties)) => {
                self.with(|board| board.handle_call(place, &call, &parties, Moment::now()));
            }
            Read::Call(_, _, None) | Read::Nothing => {}
        }
    }

    async fn handle(&self, command: Command) {
        // Whoever asked may have gone away.
        match command {
            Command::Open(line, permit, reply) => {
                let addresses = self.with(|board| board.open(line, permit));
                for address in addresses {
                    self.monitor(line, address).await;
                }
                let _ = reply.send(());
            }
            Command::Close(line, reply) => {
                let was_open = self.with(|board| board.is_open(line));
                let monitors = self.with(|board| board.close(line, Moment::now()));
                self.stop(monitors).await;
                let _ = reply.send(was_open);
            }
            Command::AddLines(lines, reply) => {
                let common = self.common.clone();
                let added = self.with(|board| board.add_lines(&lines, &common));
                let _ = reply.send(added);
            }
            Command::RemoveLine(line, reply) => {
                let monitors = self.with(|board| board.remove_line(line, Moment::now()));
                let was_there = monitors.is_some();
                self.stop(monitors.unwrap_or_default()).await;
                let _ = reply.send(was_there);
            }
            Command::Reload => self.with(|board| board.reload()),
            Command::Release => self.session.release().await,
        }
    }

    async fn rearrange(&self, rearranged: Rearranged) {
        self.stop(rearranged.stop).await;
        for (line, address) in rearranged.start {
            self.monitor(line, address).await;
        }
    }

    async fn stop(&self, monitors: Vec<MonitorId>) {
        for monitor in monitors {
            // If the session is closed, it is stopped.
            let _ = self.session.stop_monitor(monitor).await;
        }
    }

    /// Monitors a telephone. Nothing that the session tells is taken in meanwhile.
    async fn monitor(&self, line: LineId, address: AddressId) {
        let Some(device) = self.with(|board| board.station_device(line, address)) else {
            return;
        };
        match self.session.monitor(device.id(), None).await {
            Ok(monitor) => {
                if !self.with(|board| board.bind_monitor((line, address), monitor)) {
                    self.stop(vec![monitor]).await;
                }
            }
            Err(error) => {
                self.with(|board| board.handle_unmonitored((line, address), &error));
            }
        }
    }
}
