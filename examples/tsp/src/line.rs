//! A line: a monitored device, its calls, and what can be done with them.

use std::collections::VecDeque;
use std::time::Duration;

use csta_client::{Client, Monitor, MonitorItem};
use csta_codec::events::EventSpecificInfo;
use csta_codec::services::{
    AnswerCall, AnswerCallArgument, ClearConnection, ClearConnectionArgument, DeviceSnapshot,
    HoldCall, HoldCallArgument, MakeCall, MakeCallArgument, RetrieveCall, RetrieveCallArgument,
    SnapshotDevice, SnapshotDeviceArgument,
};
use csta_codec::types::{ConnectionId, DeviceId};
use csta_codec::{OctetString, Operation};
use futures::StreamExt;
use tokio::time::timeout;

use crate::{Call, CallId, CallState, Calls, Change, Device, Error};

/// How long the PBX may take to report what it was asked to do.
pub const CONFIRMATION_LIMIT: Duration = Duration::from_secs(10);

/// What happens at a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineItem {
    /// A call changed.
    Change(Change),
    /// So many events were lost; the calls were read from the PBX anew, and what changed follows.
    Resynchronised(u64),
}

/// A device that is monitored, with its calls.
///
/// [`next`](Self::next) has to be called for the calls to follow what happens. Operations return
/// when the PBX has accepted them; that they have taken effect, its events say.
#[derive(Debug)]
pub struct Line {
    client: Client,
    device: Device,
    monitor: Monitor,
    calls: Calls,
    waiting: VecDeque<LineItem>,
}

impl Line {
    /// Starts to monitor a device, and reads which calls it has.
    pub(crate) async fn open(client: Client, device: Device) -> Result<Self, Error> {
        let monitor = client.monitor(device.id(), None).await;
        let monitor = monitor.map_err(|error| device.failed("be monitored", error))?;
        let calls = Calls::new(device.parties());
        let mut line = Self { client, device, monitor, calls, waiting: VecDeque::new() };
        line.synchronise().await?;
        Ok(line)
    }

    /// Its device.
    #[must_use]
    pub const fn device(&self) -> &Device {
        &self.device
    }

    /// Its calls.
    #[must_use]
    pub const fn calls(&self) -> &Calls {
        &self.calls
    }

    /// Waits for the next thing that happens. It can be cancelled without losing anything.
    ///
    /// # Errors
    ///
    /// If the line is lost: the PBX has gone, or stopped the monitor.
    pub async fn next(&mut self) -> Result<LineItem, Error> {
        loop {
            if let Some(item) = self.waiting.pop_front() {
                return Ok(item);
            }
            match self.monitor.next().await {
                Some(MonitorItem::Event(event)) => {
                    if let EventSpecificInfo::CallControlEvents(event) =
                        &event.get().event_specific_info
                    {
                        let changes = self.calls.apply(event);
                        self.waiting.extend(changes.into_iter().map(LineItem::Change));
                    }
                }
                Some(MonitorItem::Lagged(lost)) => {
                    self.waiting.push_back(LineItem::Resynchronised(lost));
                    self.synchronise().await?;
                }
                Some(MonitorItem::Ended(why)) => {
                    return Err(Error::Lost { line: self.device.to_string(), why });
                }
                None => {
                    let why = csta_client::MonitorEnd::StoppedBySwitch;
                    return Err(Error::Lost { line: self.device.to_string(), why });
                }
            }
        }
    }

    /// Forgets what [`next`](Self::next) has still to tell; the calls stay as they are.
    pub fn forget_waiting(&mut self) {
        self.waiting.clear();
    }

    /// Reads from the PBX which calls the line has.
    ///
    /// # Errors
    ///
    /// If the PBX does not say.
    pub async fn synchronise(&mut self) -> Result<(), Error> {
        let argument = SnapshotDeviceArgument::new(self.device.id());
        let result = self.invoke::<SnapshotDevice>("be read", &argument).await?;
        if let DeviceSnapshot::SnapshotData(snapshot) = result.get().cross_ref_id_or_snapshot_data {
            let changes = self.calls.synchronise(&snapshot);
            self.waiting.extend(changes.into_iter().map(LineItem::Change));
        }
        Ok(())
    }

    /// Waits until a call comes into one of the states, and tells each change on the way.
    ///
    /// # Errors
    ///
    /// [`Error::NotConfirmed`] if it does not within the limit, [`Error::Otherwise`] if the call
    /// ends instead.
    pub async fn until(
        &mut self,
        states: &[CallState],
        limit: Duration,
        mut tell: impl FnMut(&LineItem),
    ) -> Result<Call, Error> {
        let names: Vec<&str> = states.iter().map(|state| state.name()).collect();
        let expected = names.join(" or ");
        let line = self.device.to_string();
        let reached = timeout(limit, async {
            loop {
                let item = self.next().await?;
                tell(&item);
                let LineItem::Change(change) = item else {
                    continue;
                };
                if states.contains(&change.call.state) {
                    return Ok(change.call);
                }
                if change.call.state == CallState::Idle {
                    let (line, expected) = (line.clone(), expected.clone());
                    return Err(Error::Otherwise { line, expected, state: CallState::Idle });
                }
            }
        });
        match reached.await {
            Ok(reached) => reached,
            Err(_) => Err(Error::NotConfirmed { line, expected, seconds: limit.as_secs() }),
        }
    }

    /// Calls a number.
    ///
    /// # Errors
    ///
    /// If the PBX refuses.
    pub async fn dial(&self, number: &str) -> Result<Option<CallId>, Error> {
        let argument = MakeCallArgument::new(self.device.id(), DeviceId::dialing_number(number));
        let result = self.invoke::<MakeCall>("dial", &argument).await?;
        Ok(CallId::of(&result.get().calling_device))
    }

    /// Answers the call that rings.
    ///
    /// # Errors
    ///
    /// If none rings, or the PBX refuses.
    pub async fn answer(&self) -> Result<(), Error> {
        let operation = "answer";
        let call = self.call(operation, &[CallState::Offering, CallState::Accepted])?;
        self.invoke::<AnswerCall>(operation, &AnswerCallArgument::new(self.connection(call)))
            .await
            .map(drop)
    }

    /// Holds the call that is talked in.
    ///
    /// # Errors
    ///
    /// If there is none, or the PBX refuses.
    pub async fn hold(&self) -> Result<(), Error> {
        let call = self.call("hold", &[CallState::Connected])?;
        self.invoke::<HoldCall>("hold", &HoldCallArgument::new(self.connection(call)))
            .await
            .map(drop)
    }

    /// Takes the call back that is held.
    ///
    /// # Errors
    ///
    /// If there is none, or the PBX refuses.
    pub async fn retrieve(&self) -> Result<(), Error> {
        let held = [CallState::OnHold, CallState::OnHoldPendingTransfer];
        let call = self.call("retrieve", &held)?;
        self.invoke::<RetrieveCall>("retrieve", &RetrieveCallArgument::new(self.connection(call)))
            .await
            .map(drop)
    }

    /// Ends a call: the one that is talked in, else the one that is dialled or rings, else the
    /// one that is held.
    ///
    /// # Errors
    ///
    /// If there is none, or the PBX refuses.
    pub async fn hang_up(&self) -> Result<(), Error> {
        let by_urgency: [&[CallState]; 3] = [
            &[CallState::Connected],
            &[
                CallState::Dialtone,
                CallState::Dialing,
                CallState::Proceeding,
                CallState::Ringback,
                CallState::Offering,
                CallState::Busy,
                CallState::Disconnected,
                CallState::Unknown,
            ],
            &[CallState::OnHold, CallState::OnHoldPendingTransfer],
        ];
        let call = by_urgency.iter().find_map(|states| self.calls.in_state(states));
        let call = call.ok_or_else(|| self.no_call("hang up", "there"))?;
        let argument = ClearConnectionArgument::new(self.connection(call));
        self.invoke::<ClearConnection>("hang up", &argument).await.map(drop)
    }

    fn call(&self, operation: &'static str, states: &[CallState]) -> Result<&Call, Error> {
        let names: Vec<&str> = states.iter().map(|state| state.name()).collect();
        self.calls.in_state(states).ok_or_else(|| self.no_call(operation, &names.join(" or ")))
    }

    fn no_call(&self, operation: &'static str, wanted: &str) -> Error {
        Error::NoCall {
            line: self.device.to_string(),
            operation,
            wanted: wanted.to_owned(),
            present: self.calls.iter().map(|call| call.state).collect(),
        }
    }

    fn connection<'a>(&'a self, call: &'a Call) -> ConnectionId<'a> {
        ConnectionId::new(OctetString(call.id.as_bytes()), self.device.id())
    }

    async fn invoke<O: Operation>(
        &self,
        operation: &'static str,
        argument: &O::Argument<'_>,
    ) -> Result<csta_codec::Owned<O::Result<'static>>, Error> {
        let result = self.client.invoke::<O>(argument).await;
        result.map_err(|error| self.device.failed(operation, error))
    }
}
