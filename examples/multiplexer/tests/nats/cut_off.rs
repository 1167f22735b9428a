//! A holder that is cut off from NATS and not from the PBX.

use multiplexer::LinkState;
use pbx_sim::model::UserAct;

use crate::bystander::{Board, count_second_applications, events, said_of, server, with_standby};
use crate::support::{Office, start, until};
use crate::way::Way;

#[tokio::test]
async fn it_lets_go_before_another_takes_the_pbx_and_what_it_says_late_changes_nothing() {
    let Some(server) = server().await else { return };
    let office = Office::new(2).await;
    let turned_away = count_second_applications(&office);
    let bus = server.connect().await.unwrap();
    let board = Board::follow(&bus).await;
    let seen = events(&bus, "berlin").await;
    let way = Way::to(&server).await;
    let mut config = with_standby(&office, &server, "berlin", "one");
    config.bus.as_mut().unwrap().url = way.url();
    let one = start(config).await;
    until("a holder", || one.is_holder()).await;
    let other = start(with_standby(&office, &server, "berlin", "other")).await;
    until("monitors", || {
        board.is_monitored("berlin", "1001") && board.is_monitored("berlin", "1002")
    })
    .await;

    way.hold();
    let before = one.status().events;
    office.switch.user("1001", UserAct::Lift).await.unwrap();
    office.switch.user("1001", UserAct::Dial("1002".to_owned())).await.unwrap();
    until("the ringing, as the holder hears it", || one.status().events >= before + 3).await;
    assert!(one.is_holder() && board.states("berlin", "1002").is_empty());
    until("the other", || other.is_holder() && other.status().link == LinkState::Up).await;
    assert!(!one.is_holder() && one.status().link != LinkState::Up);
    assert_eq!(*turned_away.lock().unwrap(), 0, "there was never a second application");
    until("the ringing", || board.states("berlin", "1002") == ["offering"]).await;
    office.switch.user("1001", UserAct::HangUp).await.unwrap();
    until("the end", || board.states("berlin", "1002").is_empty()).await;
    until("the event of the end", || {
        seen.lock().unwrap().iter().any(|event| event.event == "connectionCleared")
    })
    .await;

    // What it has said of the call gets there now.
    let said = said_of(&board, "1002").await;
    until("the line", || !said.lock().unwrap().is_empty()).await;
    let newest = seen.lock().unwrap().iter().map(|event| event.sequence).max().unwrap();
    way.open();
    until("an event that comes late", || {
        seen.lock().unwrap().last().is_some_and(|event| event.sequence < newest)
    })
    .await;
    // It hears of NATS again, and takes the PBX in its turn.
    other.hand_over().await;
    until("the first", || one.is_holder() && one.status().link == LinkState::Up).await;
    until("monitors", || board.is_monitored("berlin", "1002")).await;
    let ghosts = said.lock().unwrap().iter().filter(|line| !line.calls.is_empty()).count();
    assert_eq!(ghosts, 0, "{:?}", said.lock().unwrap());
    assert_eq!(*turned_away.lock().unwrap(), 0);
    one.stop().await;
    other.stop().await;
}
