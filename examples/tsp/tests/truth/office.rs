//! An office on virtual time: a simulated PBX, and a registry with all its lines open.

use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

use pbx_sim::model::{CallModel, ConnectionState, DeviceNumber};
use pbx_sim::{Config, Pbx};
use tokio::io::duplex;
use tokio::time::sleep;
use tsp::{AddressId, Call, CallState, Line, Provider, ProviderSettings, Registry};

use crate::legality::check;

pub(crate) struct Office {
    pub(crate) pbx: Pbx,
    /// Its providers end with it.
    _registry: Registry,
    pub(crate) provider: Provider,
    pub(crate) lines: Vec<Line>,
}

/// What both know of a telephone: its calls by their ids, and the state of its own part.
type Known = BTreeMap<String, Vec<ConnectionState>>;

impl Office {
    /// All lines of a PBX are open and seen.
    pub(crate) async fn new(config: Config, snapshots: Option<Duration>) -> Self {
        let pbx = Pbx::spawn(config).unwrap();
        let registry = Registry::new(Default::default());
        let mut settings = ProviderSettings::new("pbx.example");
        settings.snapshot_interval = snapshots;
        settings.pacing = Duration::from_millis(1);
        settings.backoff = (Duration::from_millis(100), Duration::from_secs(1));
        let switch = pbx.clone();
        let dial = move || {
            let (near, far) = duplex(1 << 16);
            let switch = switch.clone();
            tokio::spawn(async move { switch.serve(far).await });
            async move { io::Result::Ok(near) }
        };
        let provider = registry.add_over(settings, dial).await.unwrap();
        provider.ready(Duration::from_secs(10)).await.unwrap();
        let lines = provider.lines();
        for line in &lines {
            line.open().await.unwrap();
        }
        let office = Self { pbx, _registry: registry, provider, lines };
        office.seen().await;
        office
    }

    /// Waits until all lines are seen.
    pub(crate) async fn seen(&self) {
        for line in &self.lines {
            line.ready(Duration::from_secs(60)).await.unwrap();
        }
    }

    /// Waits until both know the same; they have a moment, as messages are under way.
    pub(crate) async fn agrees(&self, within: Duration, when: &str) {
        let begin = tokio::time::Instant::now();
        loop {
            let truth = self.truth().await;
            let wrong = self.differences(&truth);
            if wrong.is_empty() {
                return;
            }
            assert!(begin.elapsed() < within, "{when}:\n{}", wrong.join("\n"));
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn truth(&self) -> BTreeMap<(String, AddressId), Known> {
        let numbers: Vec<String> = self.lines.iter().map(|line| line.number().to_owned()).collect();
        self.pbx
            .look(move |model| {
                let mut truth = BTreeMap::new();
                for number in numbers {
                    let desk = model.station(&number).unwrap();
                    truth.insert((number.clone(), AddressId::Main), known(model, desk));
                    if let Some(twin) = model.device(desk).and_then(|own| own.twin()) {
                        truth.insert((number, AddressId::Mobile), known(model, twin));
                    }
                }
                truth
            })
            .await
            .unwrap()
    }

    fn differences(&self, truth: &BTreeMap<(String, AddressId), Known>) -> Vec<String> {
        let mut wrong = Vec::new();
        for line in &self.lines {
            let calls = line.calls();
            check(&calls);
            for call in &calls {
                assert_ne!(call.hub == 0, call.switch_id.is_some(), "{call:?}");
                let parent = call.conference.and_then(|id| calls.iter().find(|own| own.id == id));
                let is_part = |parent: &Call| {
                    parent.members.iter().any(|member| member.call == Some(call.id))
                };
                assert!(parent.is_none_or(is_part), "{call:?}");
            }
            for address in AddressId::ALL {
                let at = |call: &&Call| call.address == address && call.switch_id.is_some();
                let own: BTreeMap<String, &Call> = calls
                    .iter()
                    .filter(at)
                    .map(|call| (call.switch_id.as_ref().unwrap().to_string(), call))
                    .collect();
                let none = Known::new();
                let place = (line.number().to_owned(), address);
                let true_calls = truth.get(&place).unwrap_or(&none);
                for (id, call) in &own {
                    match true_calls.get(id) {
                        None => wrong.push(format!("{place:?}: ghost {call:?}")),
                        Some(states) if !goes_with(call.state, states) => {
                            wrong.push(format!("{place:?}: {states:?} is {call:?}"));
                        }
                        Some(_) => {}
                    }
                }
                for id in true_calls.keys().filter(|id| !own.contains_key(*id)) {
                    wrong.push(format!("{place:?}: {id} is missing"));
                }
            }
        }
        wrong
    }
}

fn known(model: &CallModel, device: DeviceNumber) -> Known {
    let views = model.snapshot(device).into_iter();
    views
        .map(|view| {
            let others = view.others.iter().map(|(_, state)| *state);
            (view.connection.call.to_string(), [view.own].into_iter().chain(others).collect())
        })
        .collect()
}

/// Whether a state of a call and those of the connections, its own first, go together.
fn goes_with(state: CallState, states: &[ConnectionState]) -> bool {
    use CallState as S;
    use ConnectionState as C;
    let others = &states[1..];
    match states[0] {
        C::Null => false,
        C::Initiated => matches!(state, S::Dialtone | S::Dialing | S::Offering),
        C::Alerting => state == S::Offering,
        C::Hold => state.is_on_hold(),
        C::Queued => state.is_on_hold(),
        C::Fail => matches!(state, S::Busy | S::Disconnected),
        C::Connected if others.is_empty() => {
            matches!(state, S::Proceeding | S::Dialing | S::Disconnected | S::Busy)
        }
        C::Connected if others.iter().all(|other| *other == C::Alerting) => {
            matches!(state, S::Ringback | S::Connected)
        }
        C::Connected if others.iter().all(|other| *other == C::Fail) => {
            matches!(state, S::Busy | S::Disconnected)
        }
        C::Connected if others.contains(&C::Connected) || others.contains(&C::Hold) => {
            // Of a call that goes out the network tells later that it was answered.
            matches!(state, S::Connected | S::Proceeding | S::Ringback)
        }
        C::Connected => matches!(state, S::Connected | S::Proceeding | S::Ringback),
    }
}
