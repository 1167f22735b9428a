//! The network in memory does what networks do.

use std::io::ErrorKind;
use std::time::Duration;

use pbx_sim::lan::{Lan, LanListener, Weather};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::time::{Instant, timeout};

const SECOND: Duration = Duration::from_secs(1);

async fn connected(lan: &Lan) -> (DuplexStream, DuplexStream, LanListener) {
    let mut listener = lan.listen("pbx");
    let near = lan.connect("desk", "pbx").await.unwrap();
    let far = listener.accept().await;
    (near, far, listener)
}

/// Nothing comes for an hour.
async fn is_silent(end: &mut DuplexStream) -> bool {
    timeout(3600 * SECOND, end.read_u8()).await.is_err()
}

#[tokio::test(start_paused = true)]
async fn octets_arrive_late_in_pieces_and_in_order() {
    let lan = Lan::new(3);
    let latency = SECOND..2 * SECOND;
    lan.weather("pbx", "desk", Weather { latency, pieces: 1..7, ..Weather::default() });
    let (mut near, mut far, _listener) = connected(&lan).await;
    let sent: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let begin = Instant::now();
    let octets = sent.clone();
    tokio::spawn(async move { near.write_all(&octets).await });
    let (mut received, mut moments) = (Vec::new(), Vec::new());
    while far.read_buf(&mut received).await.unwrap() > 0 {
        moments.push(begin.elapsed());
    }
    assert!(received == sent);
    moments.dedup();
    assert!(moments[0] >= SECOND && moments.len() > 10, "{moments:?}");
}

#[tokio::test(start_paused = true)]
async fn what_is_sent_while_hosts_are_parted_arrives_afterwards() {
    let lan = Lan::new(1);
    let (mut near, mut far, _listener) = connected(&lan).await;
    lan.part("desk", "pbx");
    near.write_all(b"late").await.unwrap();
    drop(near);
    assert!(timeout(60 * SECOND, far.read_u8()).await.is_err());
    lan.join("pbx", "desk");
    let mut received = String::new();
    far.read_to_string(&mut received).await.unwrap();
    assert_eq!(received, "late");
}

#[tokio::test(start_paused = true)]
async fn whoever_sends_in_vain_gives_up_and_the_other_end_does_not_know() {
    let lan = Lan::new(1);
    lan.weather("desk", "pbx", Weather { patience: 30 * SECOND, ..Weather::default() });
    let (mut near, mut far, _listener) = connected(&lan).await;
    lan.part("desk", "pbx");
    let begin = Instant::now();
    near.write_all(b"in vain").await.unwrap();
    assert_eq!(near.read(&mut [0]).await.unwrap(), 0);
    assert_eq!(begin.elapsed().as_secs(), 30);
    lan.join("desk", "pbx");
    assert!(is_silent(&mut far).await);
    // As soon as it sends something, it hears that there is nobody.
    far.write_all(b"hello?").await.unwrap();
    assert_eq!(timeout(SECOND, far.read(&mut [0])).await.unwrap().unwrap(), 0);
}

#[tokio::test(start_paused = true)]
async fn connections_that_are_lost_are_silent_and_new_ones_are_not() {
    let lan = Lan::new(1);
    let (mut near, mut far, mut listener) = connected(&lan).await;
    lan.lose_all("desk", "pbx");
    far.write_all(b"anybody?").await.unwrap();
    assert!(timeout(890 * SECOND, near.read_u8()).await.is_err());
    assert_eq!(timeout(20 * SECOND, far.read(&mut [0])).await.unwrap().unwrap(), 0);
    let mut again = lan.connect("desk", "pbx").await.unwrap();
    let mut accepted = listener.accept().await;
    again.write_all(b"!").await.unwrap();
    assert_eq!(accepted.read_u8().await.unwrap(), b'!');
    assert!(is_silent(&mut near).await);
}

#[tokio::test(start_paused = true)]
async fn a_break_is_seen_at_both_ends() {
    let lan = Lan::new(1);
    let (mut near, mut far, _listener) = connected(&lan).await;
    lan.break_all("desk", "pbx");
    assert_eq!(near.read(&mut [0]).await.unwrap(), 0);
    assert_eq!(far.read(&mut [0]).await.unwrap(), 0);
    assert!(far.write_all(b"?").await.is_err());
}

#[tokio::test(start_paused = true)]
async fn connecting_takes_as_long_as_hosts_are_parted_and_needs_a_listener() {
    let lan = Lan::new(1);
    assert_eq!(lan.connect("desk", "pbx").await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
    lan.part("desk", "pbx");
    let listener = lan.listen("pbx");
    assert!(timeout(60 * SECOND, lan.connect("desk", "pbx")).await.is_err());
    lan.join("desk", "pbx");
    lan.connect("desk", "pbx").await.unwrap();
    drop(listener);
    assert_eq!(lan.connect("desk", "pbx").await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
}
