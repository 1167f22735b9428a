//! What holds whatever happens.

use std::time::{Duration, Instant};

use bytes::Bytes;
use pbx_sim::Config;
use pbx_sim::csta::{Act, ApplicationId, Switch};
use pbx_sim::model::{CallModel, DeviceKind, DeviceNumber, Input, NetworkAct};
use proptest::prelude::*;

use crate::rules::{Heard, check, drain, end};
use crate::steps::{KINDS, Step, config, input};

/// Steps at random.
pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..KINDS, 0_usize..64, 0_usize..64, prop_oneof![0_u64..3_000, 0_u64..90_000])
        .prop_map(|(kind, one, two, millis)| Step { kind, one, two, millis });
    prop::collection::vec(step, 0..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Events tell each device its state, states change as they may, and every call can end.
    #[test]
    fn calls_keep_their_rules(steps in steps(), handsets: bool, trunk_to_trunk: bool) {
        let mut model = CallModel::new(config(handsets, trunk_to_trunk)).unwrap();
        let mut heard = Heard::default();
        let mut now = Instant::now();
        for step in &steps {
            let input = input(&model, step);
            let asked = matches!(input, Input::Request(..));
            model.handle(now, input);
            let answers = drain(&mut model, &mut heard);
            prop_assert_eq!(answers, usize::from(asked));
            check(&model, &heard);
            now += Duration::from_millis(step.millis);
            model.handle_timeout(now);
            prop_assert!(model.poll_timeout().is_none_or(|due| due > now));
            drain(&mut model, &mut heard);
            check(&model, &heard);
        }
        end(&mut model, &mut heard, now);
    }

    /// No octets bring the switch down, nor do they stop it from answering.
    #[test]
    fn octets_do_no_harm(
        messages in prop::collection::vec((0_usize..9, 0_usize..64, any::<u8>()), 0..40),
    ) {
        let vectors: [&[u8]; 9] = [
            &hex_literal::hex!("A1 16 02 02 0602 02 01 33 30 0D A4 0B A0 09 A4 07 A1 05 A0 03 0A 01 05"),
            &hex_literal::hex!("A1 11 02 01 78 02 01 47 30 09 30 05 80 03 313031 A0 00"),
            &hex_literal::hex!("A1 12 02 01 05 02 01 47 30 0A 30 06 81 04 01110065 A0 00"),
            &hex_literal::hex!("A1 1A 02 01 07 02 01 0A 30 12 30 05 80 03 313031 30 09 80 07 39313233343536"),
            &hex_literal::hex!("A2 0B 02 01 01 30 06 02 02 00D3 05 00"),
            &hex_literal::hex!("A1 16 02 01 07 02 01 05 30 0E 6B 0F 30 0D 80 04 30303031 A1 05 30 03"),
            &hex_literal::hex!("A1 19 02 01 09 02 01 05 30 11 6B 0F 30 0D 80 04 30303031 A1 05 30 03 80 01 31"),
            &hex_literal::hex!("64 03 80 01 00"),
            &[],
        ];
        let mut switch = Switch::new(Config::default()).unwrap();
        let now = Instant::now();
        switch.open(now, ApplicationId(1));
        for (vector, at, octet) in messages {
            let mut octets = vectors[vector].to_vec();
            if let Some(changed) = octets.get_mut(at) {
                *changed = octet;
            } else {
                octets.truncate(at / 2);
            }
            switch.handle_apdu(now, ApplicationId(1), &Bytes::from(octets));
            while switch.poll_transmit().is_some() {}
            while switch.poll_notice().is_some() {}
        }
        let asked = hex_literal::hex!("A1 08 02 01 09 02 02 00D2 30 00");
        switch.handle_apdu(now, ApplicationId(1), &Bytes::copy_from_slice(&asked));
        prop_assert!(switch.poll_transmit().is_some());
        switch.handle(now, Act::Network(NetworkAct::Releases(DeviceNumber::new(DeviceKind::Trunk, 1))));
    }
}
