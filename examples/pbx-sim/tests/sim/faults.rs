//! What goes wrong on purpose, on virtual time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use csta_client::MonitorItem;
use csta_codec::services::{SnapshotDevice, SnapshotDeviceArgument};
use csta_codec::types::DeviceId;
use futures::StreamExt;
use hex_literal::hex;
use pbx_sim::model::UserAct;
use pbx_sim::server::Direction;
use pbx_sim::{ActError, Config, Fault, Pbx};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout};

use crate::server::{AARE, AARQ, STATUS, associate, connect, event, read};

const SECOND: Duration = Duration::from_secs(1);

fn start() -> Pbx {
    Pbx::spawn(Config::default()).unwrap()
}

async fn lift(pbx: &Pbx, number: &str) {
    pbx.user(number, UserAct::Lift).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_frozen_switch_says_nothing_and_then_everything() {
    let pbx = start();
    let client = associate(&pbx).await;
    let device = DeviceId::dialing_number("102");
    let mut monitor = client.monitor(device, None).await.unwrap();
    pbx.fault(Fault::Freeze(Some(20 * SECOND))).await.unwrap();
    let since = Instant::now();
    lift(&pbx, "102").await;
    let argument = SnapshotDeviceArgument::new(device);
    let asked = client.invoke::<SnapshotDevice>(&argument);
    assert!(timeout(19 * SECOND, monitor.next()).await.is_err());
    event(&mut monitor).await;
    assert_eq!(since.elapsed(), 20 * SECOND);
    assert!(asked.await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_frozen_switch_takes_a_connection_and_answers_when_it_thaws() {
    let pbx = start();
    pbx.fault(Fault::Freeze(None)).await.unwrap();
    let mut stream = connect(&pbx);
    stream.write_all(&AARQ).await.unwrap();
    assert!(timeout(100 * SECOND, stream.read_u8()).await.is_err());
    pbx.fault(Fault::Thaw).await.unwrap();
    assert_eq!(read(&mut stream).await, AARE);
    assert_eq!(read(&mut stream).await, STATUS);
}

#[tokio::test(start_paused = true)]
async fn a_frozen_link_can_be_dropped() {
    let pbx = start();
    let mut stream = connect(&pbx);
    stream.write_all(&AARQ).await.unwrap();
    let _: [u8; AARE.len() + STATUS.len()] = read(&mut stream).await;
    pbx.fault(Fault::Freeze(None)).await.unwrap();
    pbx.drop_link().await.unwrap();
    assert_eq!(stream.read(&mut [0]).await.unwrap(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_link_that_drops_takes_connections_without_association_along() {
    let pbx = start();
    let mut waiting = connect(&pbx);
    waiting.write_all(&AARQ[..5]).await.unwrap();
    tokio::task::yield_now().await;
    pbx.drop_link().await.unwrap();
    assert_eq!(waiting.read(&mut [0]).await.unwrap(), 0);
    associate(&pbx).await;
}

#[tokio::test(start_paused = true)]
async fn what_is_delayed_comes_late_and_in_order() {
    let pbx = start();
    let client = associate(&pbx).await;
    let mut monitor = client.monitor(DeviceId::dialing_number("102"), None).await.unwrap();
    pbx.fault(Fault::Delay(3 * SECOND)).await.unwrap();
    let since = Instant::now();
    lift(&pbx, "102").await;
    tokio::time::sleep(SECOND).await;
    pbx.user("102", UserAct::HangUp).await.unwrap();
    event(&mut monitor).await;
    assert_eq!(since.elapsed(), 3 * SECOND);
    event(&mut monitor).await;
    assert_eq!(since.elapsed(), 4 * SECOND);
    pbx.fault(Fault::Delay(Duration::ZERO)).await.unwrap();
    lift(&pbx, "102").await;
    event(&mut monitor).await;
    assert_eq!(since.elapsed(), 4 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn events_are_lost_as_many_as_said() {
    let pbx = start();
    let client = associate(&pbx).await;
    let mut monitor = client.monitor(DeviceId::dialing_number("102"), None).await.unwrap();
    pbx.fault(Fault::LoseEvents(2)).await.unwrap();
    lift(&pbx, "102").await;
    pbx.user("102", UserAct::HangUp).await.unwrap();
    pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    let report = event(&mut monitor).await;
    assert!(crate::server::is_delivered(&report.get()));
}

#[tokio::test(start_paused = true)]
async fn octets_come_between_messages_as_they_are() {
    let pbx = start();
    let mut stream = connect(&pbx);
    stream.write_all(&AARQ).await.unwrap();
    let _: [u8; AARE.len() + STATUS.len()] = read(&mut stream).await;
    pbx.fault(Fault::Octets(Bytes::from_static(b"GET /"))).await.unwrap();
    assert_eq!(read(&mut stream).await, *b"GET /");
    let next = hex!("000E A1 0C 02 01 02 02 02 00D3 30 03 0A 01 02");
    assert_eq!(read(&mut stream).await, next);
}

#[tokio::test(start_paused = true)]
async fn a_restart_ends_calls_and_connections_until_it_is_over() {
    let pbx = start();
    let client = associate(&pbx).await;
    let mut monitor = client.monitor(DeviceId::dialing_number("102"), None).await.unwrap();
    pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    event(&mut monitor).await;
    let restart = Fault::Restart { lasting: 30 * SECOND, keeps_calls: false };
    pbx.fault(restart).await.unwrap();
    while let Some(item) = monitor.next().await {
        assert!(matches!(item, MonitorItem::Ended(_)), "{item:?}");
    }
    assert_eq!(pbx.look(|model| model.calls().count()).await, Ok(0));
    assert_eq!(pbx.user("101", UserAct::Lift).await, Err(ActError::Down));
    let mut refused = connect(&pbx);
    assert_eq!(refused.read(&mut [0]).await.unwrap(), 0);
    tokio::time::sleep(30 * SECOND).await;
    lift(&pbx, "102").await; // what rang before the restart does not ring now: dial tone
    associate(&pbx).await;
}

#[tokio::test(start_paused = true)]
async fn calls_can_survive_a_restart() {
    let pbx = start();
    pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    pbx.fault(Fault::Restart { lasting: SECOND, keeps_calls: true }).await.unwrap();
    pbx.user("102", UserAct::Answer).await.unwrap();
    let mut refused = connect(&pbx);
    assert_eq!(refused.read(&mut [0]).await.unwrap(), 0);
    tokio::time::sleep(SECOND).await;
    associate(&pbx).await;
    assert_eq!(pbx.look(|model| model.calls().count()).await, Ok(1));
}

#[tokio::test(start_paused = true)]
async fn an_association_is_released_on_request() {
    let pbx = start();
    let mut stream = connect(&pbx);
    stream.write_all(&AARQ).await.unwrap();
    let _: [u8; AARE.len() + STATUS.len()] = read(&mut stream).await;
    let application = async {
        let [_, _, tag]: [u8; 3] = read(&mut stream).await;
        assert_eq!(tag, 0x62, "a request to release");
        stream.write_all(&hex!("0002 6300")).await.unwrap();
        stream.read_to_end(&mut Vec::new()).await.unwrap();
    };
    let since = Instant::now();
    let (released, ()) = tokio::join!(pbx.release(), application);
    released.unwrap();
    assert_eq!(since.elapsed(), Duration::ZERO);
    pbx.release().await.unwrap(); // there is none
}

#[tokio::test(start_paused = true)]
async fn frames_are_seen_both_ways() {
    let pbx = start();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let frames = Arc::clone(&seen);
    assert!(pbx.tap(move |direction, apdu| {
        frames.lock().unwrap().push((direction, apdu.to_vec()));
    }));
    assert!(!pbx.tap(|_, _| {}));
    let mut stream = connect(&pbx);
    stream.write_all(&AARQ).await.unwrap();
    let _: [u8; AARE.len() + STATUS.len()] = read(&mut stream).await;
    let seen = seen.lock().unwrap();
    let expected = [
        (Direction::ToSwitch, AARQ[2..].to_vec()),
        (Direction::FromSwitch, AARE[2..].to_vec()),
        (Direction::FromSwitch, STATUS[2..].to_vec()),
    ];
    assert_eq!(*seen, expected);
}
