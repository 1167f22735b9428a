//! What an application makes of the items of a session, and what the PBX knows of the same.

use std::collections::BTreeMap;

use csta_client::{Event, Incoming, MonitorId, SessionItem};
use csta_codec::events::{CallControlEvents, EventSpecificInfo};
use csta_codec::types::{CallId, CallState, LocalConnectionState, SimpleCallState, SystemStatus};
use pbx_sim::model::{self, CallModel, ConnectionState, What};

/// The calls at a device, by their numbers.
pub(crate) type Calls = BTreeMap<String, LocalConnectionState>;

/// What happened: the name of an event, and its call.
pub(crate) type Happening = (&'static str, String);

/// What an application knows.
#[derive(Debug, Default)]
pub(crate) struct View {
    pub(crate) up: bool,
    pub(crate) downs: usize,
    pub(crate) monitors: BTreeMap<MonitorId, Watched>,
}

/// What an application knows of a monitored device.
#[derive(Debug)]
pub(crate) struct Watched {
    pub(crate) runs: bool,
    /// Whether events may have been lost since the last snapshot.
    pub(crate) gap: bool,
    pub(crate) calls: Calls,
    /// All that was told, in pieces between which events may have been lost.
    pub(crate) told: Vec<Vec<Happening>>,
}

impl Default for Watched {
    fn default() -> Self {
        Self { runs: false, gap: true, calls: Calls::new(), told: vec![Vec::new()] }
    }
}

impl Watched {
    fn gap(&mut self, runs: bool) {
        self.gap = true;
        self.runs = runs;
        if self.told.last().is_some_and(|told| !told.is_empty()) {
            self.told.push(Vec::new());
        }
    }
}

impl View {
    pub(crate) fn take(&mut self, item: &SessionItem) {
        match item {
            SessionItem::LinkUp { .. } => self.up = true,
            SessionItem::LinkDown { .. } | SessionItem::Lagged(_) => {
                self.up = false;
                self.downs += 1;
                self.monitors.values_mut().for_each(|watched| watched.gap(false));
            }
            SessionItem::MonitorRestored(id) => {
                let watched = self.monitors.entry(*id).or_default();
                assert!(self.up && !watched.runs && watched.gap);
                watched.runs = true;
            }
            SessionItem::MonitorLost { monitor, .. } => {
                self.monitors.entry(*monitor).or_default().gap(false);
            }
            SessionItem::Event { monitor, event } => {
                let watched = self.monitors.get_mut(monitor).expect("not restored");
                assert!(watched.runs);
                // What does not concern the states of calls is nothing to this application.
                let Some((happening, state)) = happening(event) else { return };
                if state == LocalConnectionState::Null {
                    watched.calls.remove(&happening.1);
                } else {
                    watched.calls.insert(happening.1.clone(), state);
                }
                watched.told.last_mut().unwrap().push(happening);
            }
            SessionItem::Resynchronised { monitor, snapshot } => {
                let watched = self.monitors.get_mut(monitor).expect("not restored");
                assert!(watched.runs);
                watched.gap = false;
                watched.calls = snapshot
                    .calls()
                    .map(|call| {
                        let id = call.connection_identifier.call().unwrap();
                        (digits(id), own_state(&call.local_call_state))
                    })
                    .collect();
            }
            SessionItem::Incoming(Incoming::SystemStatus(
                SystemStatus::Disabled | SystemStatus::MessagesLost,
            )) => {
                let all = self.monitors.values_mut();
                all.for_each(|watched| watched.gap(watched.runs));
            }
            _ => {}
        }
    }

    /// Whether nothing is in doubt.
    pub(crate) fn is_sure(&self) -> bool {
        self.up && self.monitors.values().all(|watched| watched.runs && !watched.gap)
    }
}

/// The state of the device's own connection in a call of a snapshot.
fn own_state(state: &CallState<'_>) -> LocalConnectionState {
    match state {
        CallState::CompoundCallState(states) => states.iter().next().unwrap(),
        CallState::SimpleCallState(SimpleCallState::CallBlocked) => LocalConnectionState::Fail,
        CallState::SimpleCallState(state) => LocalConnectionState::from_code(state.code() & 15),
        other => panic!("{other:?}"),
    }
}

fn digits(call: CallId<'_>) -> String {
    String::from_utf8(call.as_bytes().to_vec()).unwrap()
}

fn happening(event: &Event) -> Option<(Happening, LocalConnectionState)> {
    macro_rules! read {
        ($info:expr, $($variant:ident $connection:ident),*) => {
            match $info {
                $(CallControlEvents::$variant(event) => (
                    stringify!($variant),
                    digits(event.$connection.call().unwrap()),
                    event.local_connection_info.unwrap(),
                ),)*
                other => panic!("{other:?}"),
            }
        };
    }
    let EventSpecificInfo::CallControlEvents(info) = event.get().event_specific_info else {
        return None;
    };
    let (name, call, state) = read!(
        info,
        ServiceInitiated initiated_connection,
        Originated originated_connection,
        Delivered connection,
        Established established_connection,
        ConnectionCleared dropped_connection,
        Failed failed_connection,
        Held held_connection,
        Retrieved retrieved_connection
    );
    Some(((name, call), state))
}

/// The same, as the PBX knows it.
pub(crate) fn known_happening(event: &model::Event) -> Happening {
    macro_rules! name {
        ($($variant:ident),*) => {
            match &event.what {
                $(What::$variant { .. } => stringify!($variant),)*
                other => panic!("{other:?}"),
            }
        };
    }
    let name = name!(
        ServiceInitiated,
        Originated,
        Delivered,
        Established,
        ConnectionCleared,
        Failed,
        Held,
        Retrieved
    );
    (name, event.what.connection().call.to_string())
}

/// The calls at a telephone, as the PBX knows them.
pub(crate) fn known_calls(model: &CallModel, number: &str) -> Calls {
    let device = model.station(number).unwrap();
    // Both are numbered alike.
    let state = |state: ConnectionState| LocalConnectionState::from_code(state as i32);
    let calls = model.snapshot(device).into_iter();
    calls.map(|view| (view.connection.call.to_string(), state(view.own))).collect()
}
