//! What holds whatever happens in calls.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use pbx_sim::model::{
    CallId, CallModel, Condition, ConnectionRef, ConnectionState, DeviceKind, DeviceNumber, Event,
    Feature, Hook, Input, NetworkAct, Output, UserAct, What,
};

/// What each device knows of its calls from its events alone: its own state in each of them.
#[derive(Default)]
pub(crate) struct Heard {
    states: BTreeMap<ConnectionRef, ConnectionState>,
    /// Who waits to call back whom.
    call_backs: BTreeMap<DeviceNumber, DeviceNumber>,
    /// How many outside calls are without their last record.
    unrecorded: usize,
}

impl Heard {
    fn take(&mut self, event: &Event) {
        let own = |call| ConnectionRef::new(call, event.at);
        let seized =
            matches!(event.what, What::ServiceInitiated { .. } | What::NetworkReached { .. });
        let line = event.at.kind() == DeviceKind::Trunk;
        if seized && line && event.what.connection().device == event.at {
            self.unrecorded += 1;
        }
        match &event.what {
            What::Transferred { primary, secondary, connections, .. } => {
                self.merge(event, [Some(primary.call), secondary.map(|own| own.call)]);
                if let Some(moved) = connections.iter().find(|moved| moved.new.device == event.at) {
                    self.states.insert(own(moved.new.call), event.local);
                }
            }
            What::Conferenced { primary, secondary, connections, .. } => {
                self.merge(event, [Some(primary.call), secondary.map(|own| own.call)]);
                let moved = connections.iter().find(|moved| moved.new.device == event.at).unwrap();
                self.states.insert(own(moved.new.call), event.local);
            }
            what => {
                let own = own(what.connection().call);
                let before = self.states.get(&own).copied().unwrap_or(ConnectionState::Null);
                let legal = before == event.local || before.may_become(event.local);
                assert!(legal, "{before:?} became {:?} by {event:?}", event.local);
                if event.local == ConnectionState::Null {
                    self.states.remove(&own);
                } else {
                    self.states.insert(own, event.local);
                }
            }
        }
    }

    /// Calling back is set once, and over once.
    fn take_feature(&mut self, feature: &Feature) {
        if let Feature::CallBack { originator, target, set } = feature {
            let before = match set {
                true => self.call_backs.insert(*originator, *target),
                false => self.call_backs.remove(originator),
            };
            assert_eq!(before, (!set).then_some(*target), "{feature:?}");
        }
    }

    fn merge(&mut self, event: &Event, calls: [Option<CallId>; 2]) {
        for call in calls.into_iter().flatten() {
            self.states.remove(&ConnectionRef::new(call, event.at));
        }
    }
}

/// What is true at every moment.
pub(crate) fn check(model: &CallModel, heard: &Heard) {
    let mut there = BTreeMap::new();
    for (id, call) in model.calls() {
        assert!(!call.connections().is_empty(), "call {id} without connections");
        let mut devices = BTreeSet::new();
        for own in call.connections() {
            assert!(devices.insert(own.device()), "{} twice in {id}", own.device());
            assert_ne!(own.state(), ConnectionState::Null);
            there.insert(ConnectionRef::new(id, own.device()), own.state());
            let device = model.device(own.device()).unwrap();
            assert!(device.calls().contains(&id));
        }
    }
    assert_eq!(there, heard.states, "events and connections differ");
    for device in model.devices() {
        let views = model.snapshot(device.number());
        assert_eq!(views.len(), device.calls().len());
        for view in &views {
            assert_eq!(there.get(&view.connection), Some(&view.own));
        }
        let connected = views.iter().filter(|view| view.own == ConnectionState::Connected).count();
        if device.kind().is_service() {
            assert!(views.len() <= 1, "more calls than ports");
            continue;
        }
        assert!(connected <= 1, "{} talks in {connected} calls", device.number());
        let off_hook = matches!(device.hook(), Hook::HandsFree | Hook::Lifted);
        assert!(connected == 0 || off_hook || device.kind() == DeviceKind::Trunk);
        match device.kind() {
            DeviceKind::Trunk | DeviceKind::ParkZone => assert!(views.len() <= 1),
            DeviceKind::Group => assert!(views.len() <= 2, "more calls than room"),
            DeviceKind::PickupGroup => assert!(views.is_empty()),
            _ => {}
        }
    }
}

pub(crate) fn drain(model: &mut CallModel, heard: &mut Heard) -> usize {
    let mut answers = 0;
    while let Some(output) = model.poll_output() {
        match output {
            Output::Event(event) => heard.take(&event),
            Output::Answer(..) => answers += 1,
            Output::Feature(event) => heard.take_feature(&event.feature),
            Output::Refused(_) => {}
            Output::Record(record) => {
                let last = record.condition != Some(Condition::Transfer);
                heard.unrecorded -= usize::from(last);
            }
        }
    }
    answers
}

/// Everybody hangs up and the network releases its lines: nothing may be left.
pub(crate) fn end(model: &mut CallModel, heard: &mut Heard, mut now: Instant) {
    let devices: Vec<_> = model.devices().map(|device| device.number()).collect();
    for _ in 0..20 {
        for &device in &devices {
            let input = if device.kind() == DeviceKind::Trunk {
                Input::Network(NetworkAct::Releases(device))
            } else {
                Input::User(device, UserAct::HangUp)
            };
            model.handle(now, input);
            drain(model, heard);
        }
        // Who is called back by a held call answers it, to hang up next time.
        for &device in &devices {
            model.handle(now, Input::User(device, UserAct::Retrieve));
            model.handle(now, Input::User(device, UserAct::Answer));
            drain(model, heard);
        }
        now += Duration::from_secs(70); // voice mail hangs up
        model.handle_timeout(now);
        drain(model, heard);
    }
    let left: Vec<_> = model.calls().collect();
    assert!(left.is_empty(), "{left:?}");
    assert!(heard.states.is_empty());
    assert_eq!(heard.unrecorded, 0, "an outside call without its record");
}
