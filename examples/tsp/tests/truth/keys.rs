//! People press any key of any telephone, and the network does what it likes.

use std::time::Duration;

use pbx_sim::csta::Act;
use pbx_sim::model::{Caller, DeviceKind, DeviceNumber, NetworkAct, UserAct};
use pbx_sim::{Config, Fault};
use proptest::prelude::*;
use tokio::time::sleep;

use crate::cases::cases;
use crate::office::Office;
use crate::traffic::run;

/// Telephones that meet often: two desks, a Super-Twin, two of a ring group, one of a hunt group.
const NUMBERS: [&str; 6] = ["101", "102", "110", "111", "112", "114"];

#[derive(Clone, Debug)]
enum Deed {
    At(usize, bool, UserAct),
    Network(NetworkAct),
    Wait(u16),
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(&NUMBERS[..]).prop_map(str::to_owned),
        1 => prop::sample::select(&["601", "602", "701", "610", "500", "0123456#", "0", "999"][..])
            .prop_map(str::to_owned),
    ]
}

fn user_act() -> impl Strategy<Value = UserAct> {
    use UserAct as A;
    prop_oneof![
        4 => Just(A::Lift),
        4 => Just(A::HangUp),
        8 => number().prop_map(A::Dial),
        6 => Just(A::Answer),
        2 => Just(A::Hold),
        2 => Just(A::Retrieve),
        2 => Just(A::Alternate),
        4 => Just(A::Transfer),
        4 => Just(A::Conference),
        1 => Just(A::PickUp),
        1 => number().prop_map(A::PickUpAt),
        1 => Just(A::Park("701".to_owned())),
        1 => Just(A::CallBack),
        1 => Just(A::CampOn),
        1 => Just(A::Intrude),
        1 => Just(A::DoNotDisturb(None)),
        1 => prop::sample::select(&[A::Unplug, A::PlugIn, A::PlugIn][..]),
    ]
}

fn line() -> DeviceNumber {
    DeviceNumber::new(DeviceKind::Trunk, 1)
}

fn network_act() -> impl Strategy<Value = NetworkAct> {
    prop_oneof![
        3 => number().prop_map(|to| {
            let from = Caller::Number("03012345".to_owned());
            NetworkAct::Calls { line: Some(line()), from, to }
        }),
        2 => Just(NetworkAct::Releases(line())),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => (0..NUMBERS.len(), prop::bool::weighted(0.15), user_act())
            .prop_map(|(at, twin, act)| Deed::At(at, twin, act)),
        1 => network_act().prop_map(Deed::Network),
        1 => (100_u16..30_000).prop_map(Deed::Wait),
    ]
}

async fn perform(office: &Office, deed: Deed) {
    // What is not possible at present does not happen.
    match deed {
        Deed::At(at, is_twin, act) => {
            let number = NUMBERS[at];
            let station = office
                .pbx
                .look(move |model| {
                    let desk = model.station(number).unwrap();
                    let twin = model.device(desk).and_then(|own| own.twin());
                    twin.filter(|_| is_twin).unwrap_or(desk)
                })
                .await
                .unwrap();
            let _ = office.pbx.act(Act::User(station, act)).await;
        }
        Deed::Network(act) => drop(office.pbx.network(act).await),
        Deed::Wait(millis) => sleep(Duration::from_millis(millis.into())).await,
    }
}

fn config(local_states: bool) -> Config {
    let mut config = Config::default();
    config.link.local_states = local_states;
    for extension in &mut config.extensions {
        extension.call_waiting = extension.number.ends_with('2');
    }
    config
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(16), failure_persistence: None, max_shrink_iters: 400, ..ProptestConfig::default()
    })]

    /// After each key, events alone have told which calls there are and how they are, whether they
    /// tell the state of the line's own connection or not.
    #[test]
    fn events_tell_what_any_key_does(
        deeds in prop::collection::vec(deed(), 1..60),
        local_states: bool,
    ) {
        run(async {
            let office = Office::new(config(local_states), None).await;
            for deed in deeds {
                let when = format!("{deed:?}");
                perform(&office, deed).await;
                office.agrees(Duration::from_millis(300), &when).await;
            }
        });
    }

    /// With any events lost, the next snapshot tells it.
    #[test]
    fn a_snapshot_tells_what_any_lost_event_has_hidden(
        deeds in prop::collection::vec((deed(), 0_u32..3), 1..40),
        local_states: bool,
    ) {
        run(async {
            let office = Office::new(config(local_states), Some(Duration::from_secs(5))).await;
            for (deed, lost) in deeds {
                office.pbx.fault(Fault::LoseEvents(lost)).await.unwrap();
                perform(&office, deed).await;
            }
            office.pbx.fault(Fault::LoseEvents(0)).await.unwrap();
            office.agrees(Duration::from_secs(8), "at the end").await;
        });
    }
}
