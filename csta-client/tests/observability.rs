//! What can be seen from outside: frames and counters, and what must not be seen there.

#![allow(clippy::unwrap_used, reason = "a test may fail that way")]

mod support;

use std::sync::{Arc, Mutex};

use csta_client::{Client, Direction};
use hex_literal::hex;
use support::{AARE, Peer, SYSTEM_STATUS, SYSTEM_STATUS_ANSWER, running};

#[tokio::test(start_paused = true)]
async fn a_tap_sees_every_frame_both_ways() {
    let frames = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&frames);
    let builder = Client::builder().tap(move |direction: Direction, apdu: &[u8]| {
        seen.lock().unwrap().push((direction, apdu.to_vec()));
    });
    let (client, end, mut peer): (_, _, Peer) = running(builder).await;
    client.abort();
    peer.receive().await;
    end.await.unwrap();
    let frames = frames.lock().unwrap();
    let (directions, apdus): (Vec<_>, Vec<_>) = frames.iter().cloned().unzip();
    use Direction::{Received, Sent};
    assert_eq!(directions, [Sent, Received, Received, Sent, Sent]);
    assert_eq!(apdus.get(1..4).unwrap(), [AARE, SYSTEM_STATUS, SYSTEM_STATUS_ANSWER]);
    assert_eq!(apdus.last().unwrap(), &hex!("64 06 80 01 00 81 01 01"));
}

#[cfg(feature = "protocol-log")]
#[tokio::test(start_paused = true)]
async fn a_protocol_log_has_a_line_for_each_frame_and_no_password() {
    let text = support::Text::default();
    support::scene(Client::builder().tap(csta_client::ProtocolLog::new(text.clone()))).await;
    let text = text.read();
    assert!(text.lines().all(|line| line.contains("Z > ") || line.contains("Z < ")), "{text}");
    assert!(text.contains("Z < A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02\n"), "{text}");
    assert!(!text.contains("7A 71 78 77 76"), "{text}");
    assert!(text.contains("04 05 2A 2A 2A 2A 2A"), "{text}");
}

#[cfg(feature = "metrics")]
mod counters {
    use std::collections::HashMap;
    use std::sync::Mutex;

    use metrics::{
        Counter, CounterFn, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit,
    };

    use super::*;

    #[derive(Default)]
    struct Counted(Arc<Mutex<HashMap<String, u64>>>);

    struct One(Arc<Mutex<HashMap<String, u64>>>, String);

    impl CounterFn for One {
        fn increment(&self, by: u64) {
            *self.0.lock().unwrap().entry(self.1.clone()).or_default() += by;
        }

        fn absolute(&self, _: u64) {}
    }

    impl Recorder for Counted {
        fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
        fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
        fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

        fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
            Counter::from_arc(Arc::new(One(Arc::clone(&self.0), key.name().to_owned())))
        }

        fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
            Gauge::noop()
        }

        fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
            Histogram::noop()
        }
    }

    #[test]
    fn what_happens_is_counted() {
        let recorder = Counted::default();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        metrics::with_local_recorder(&recorder, || {
            runtime.block_on(support::scene(Client::builder()))
        });
        let counted = recorder.0.lock().unwrap();
        for (name, count) in [
            ("requests", 1),
            ("errors", 1),
            ("undecodable", 1),
            // AARE, SystemStatus, the error, what is no event, RLRE.
            ("frames_received", 5),
            // AARQ, the answer to SystemStatus, the request, RLRQ.
            ("frames_sent", 4),
            ("associations_opened", 1),
            ("associations_closed", 1),
        ] {
            let full = format!("csta_client_{name}_total");
            assert_eq!(counted.get(&full), Some(&count), "{name}: {counted:?}");
        }
    }
}
