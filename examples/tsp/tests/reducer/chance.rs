//! Happenings by chance.

use csta_codec::types::EventCause;
use proptest::prelude::*;

use super::cases::cases;
use super::chronicle::follow;
use super::happening::Happening;

fn happening() -> impl Strategy<Value = Happening> {
    let causes: Vec<EventCause> = EventCause::ALL.iter().map(|(cause, _)| *cause).collect();
    let likely = [
        EventCause::NewCall,
        EventCause::Normal,
        EventCause::Busy,
        EventCause::Blocked,
        EventCause::Consultation,
        EventCause::Alternate,
        EventCause::Transfer,
        EventCause::Conference,
        EventCause::CallBack,
    ];
    let cause = prop_oneof![
        3 => prop::sample::select(likely.to_vec()),
        1 => prop::sample::select(causes),
    ];
    let list = prop::collection::vec((0_u8..4, 0_u8..4, 0_u8..5), 0..4);
    let local = prop_oneof![2 => (0_i32..7).prop_map(Some), 1 => Just(None), 1 => Just(Some(99))];
    let second = prop::option::of(0_u8..4);
    let event = (0_u8..18, 0_u8..4, second, 0_u8..5, 0_u8..5, local, cause, list).prop_map(
        |(kind, call, second, device, other, local, cause, list)| Happening::Event {
            kind,
            call,
            second,
            device,
            other,
            local,
            cause,
            list,
        },
    );
    let information =
        (0_u8..4, 0_u8..5).prop_map(|(call, device)| Happening::Information { call, device });
    let simple = prop_oneof![
        prop::sample::select(&[0, 1, 3, 35, 50, 51, 52, 66, 67, 83, 84, 96, 99, 100][..]),
        any::<i32>(),
    ];
    let states =
        prop_oneof![simple.prop_map(|state| vec![state]), prop::collection::vec(0_i32..8, 0..4),];
    let snapshot = prop::collection::vec((0_u8..4, states), 0..4).prop_map(Happening::Snapshot);
    prop_oneof![16 => event, 1 => information, 2 => snapshot]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(500), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_told_adds_up_to_what_is(happenings in prop::collection::vec(happening(), 1..60)) {
        follow(&happenings);
    }
}
