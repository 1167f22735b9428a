//! People telephone by chance, and things go wrong.

use std::time::Duration;

use pbx_sim::chance::Traffic;
use pbx_sim::{Config, Fault};
use proptest::prelude::*;
use tokio::time::sleep;

use crate::cases::cases;
use crate::office::Office;

const SECOND: Duration = Duration::from_secs(1);

fn traffic(seed: u64) -> Traffic {
    Traffic { calls_per_second: 1.5, mean_talk: 8 * SECOND, seed }
}

pub(crate) fn run(work: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread();
    runtime.enable_time_paused().block_on(work);
}

trait Paused {
    fn enable_time_paused(self) -> tokio::runtime::Runtime;
}

impl Paused for tokio::runtime::Builder {
    fn enable_time_paused(mut self) -> tokio::runtime::Runtime {
        self.enable_all().start_paused(true).build().unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(4), failure_persistence: None, ..ProptestConfig::default() })]

    /// Events alone tell all that there is to know: no snapshot is taken.
    #[test]
    fn events_alone_tell_which_calls_there_are(seed: u64) {
        run(async {
            let office = Office::new(Config::default(), None).await;
            office.pbx.load(traffic(seed)).await.unwrap();
            let mut most = 0;
            for second in 0..60 {
                sleep(SECOND).await;
                most = most.max(office.provider.status().calls);
                office.agrees(SECOND / 2, &format!("seed {seed}, second {second}")).await;
            }
            assert!(most > 4, "there was traffic");
            assert_eq!(office.provider.status().lost_events, 0);
        });
    }

    /// What is missed by lost events, snapshots at an interval tell.
    #[test]
    fn snapshots_tell_what_lost_events_did_not(seed: u64, losses in prop::collection::vec(1_u32..40, 1..4)) {
        run(async {
            let office = Office::new(Config::default(), Some(5 * SECOND)).await;
            office.pbx.load(traffic(seed)).await.unwrap();
            for lost in losses {
                sleep(4 * SECOND).await;
                office.pbx.fault(Fault::LoseEvents(lost)).await.unwrap();
                sleep(15 * SECOND).await;
                office.agrees(12 * SECOND, &format!("seed {seed}, {lost} events lost")).await;
            }
        });
    }

    /// After the link has been cut, for whatever time, both know the same again.
    #[test]
    fn a_link_that_comes_back_tells_what_has_happened_meanwhile(
        seed: u64,
        cuts in prop::collection::vec((0_u64..20, any::<bool>()), 1..4),
    ) {
        run(async {
            let office = Office::new(Config::default(), Some(60 * SECOND)).await;
            office.pbx.load(traffic(seed)).await.unwrap();
            for (down, keeps_calls) in cuts {
                sleep(7 * SECOND).await;
                let fault = match down {
                    0 => Fault::DropLink,
                    seconds => Fault::Restart { lasting: SECOND * seconds as u32, keeps_calls },
                };
                office.pbx.fault(fault.clone()).await.unwrap();
                sleep(SECOND * down as u32 + 3 * SECOND).await;
                office.seen().await;
                office.agrees(5 * SECOND, &format!("seed {seed}, {fault:?}")).await;
            }
        });
    }
}
