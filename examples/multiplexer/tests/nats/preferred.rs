//! The preferred multiplexer, which goes on without NATS.
#![expect(clippy::unwrap_used, reason = "a test may fail that way")]

use std::time::Duration;

use bus::TestServer;
use multiplexer::{Config, LinkState, Standby};

use crate::bystander::{Board, count_second_applications, server, with_bus};
use crate::support::{Office, start, until};
use crate::way::Way;

/// With a takeover within two seconds, of which the lease has 1.2 s.
fn with_preference(office: &Office, server: &TestServer, name: &str) -> Config {
    let mut config = with_bus(office, server, "berlin", name);
    let standby = Standby { takeover: Duration::from_secs(2), preferred: Some("one".to_owned()) };
    config.bus.as_mut().unwrap().standby = Some(standby);
    config
}

#[tokio::test]
async fn cut_off_it_is_refused_by_the_pbx_and_yields_when_it_sees_the_holder() {
    let Some(server) = server().await else { return };
    let office = Office::new(1).await;
    let turned_away = count_second_applications(&office);
    let way = Way::to(&server).await;
    let other = start(with_preference(&office, &server, "other")).await;
    until("a holder", || other.is_holder() && other.status().link == LinkState::Up).await;
    let mut config = with_preference(&office, &server, "one");
    config.bus.as_mut().unwrap().url = way.url();
    let one = start(config).await;
    // It has to have seen NATS before, or it has nothing to miss.
    tokio::task::yield_now().await;
    way.cut();
    until("an attempt without a lease", || one.is_holder()).await;
    until("the refusal of the PBX", || *turned_away.lock().unwrap() > 0).await;
    assert_ne!(one.status().link, LinkState::Up);
    assert!(other.is_holder() && other.status().link == LinkState::Up, "the other is undisturbed");
    way.open();
    until("that it yields", || !one.is_holder()).await;
    assert!(other.is_holder() && other.status().link == LinkState::Up);
    other.stop().await;
    until("its turn", || one.is_holder() && one.status().link == LinkState::Up).await;
    one.stop().await;
}

#[tokio::test]
async fn without_nats_it_takes_the_pbx_and_keeps_it_when_nats_is_back() {
    let Some(mut server) = server().await else { return };
    let office = Office::new(1).await;
    let turned_away = count_second_applications(&office);
    let bus = server.connect().await.unwrap();
    let other = start(with_preference(&office, &server, "other")).await;
    until("a holder", || other.is_holder() && other.status().link == LinkState::Up).await;
    let one = start(with_preference(&office, &server, "one")).await;
    server.kill();
    until("that the holder lets go", || !other.is_holder()).await;
    until("the preferred one", || one.is_holder() && one.status().link == LinkState::Up).await;
    assert_eq!(*turned_away.lock().unwrap(), 0);
    server.restart().await.unwrap();
    let board = Board::follow(&bus).await;
    until("its word", || {
        board.site("berlin").is_some_and(|site| site.holder == "one" && site.linked)
    })
    .await;
    assert!(one.is_holder() && !other.is_holder());
    assert_eq!(*turned_away.lock().unwrap(), 0, "there was never a second application");
    one.stop().await;
    other.stop().await;
}
