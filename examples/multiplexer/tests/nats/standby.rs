//! Several multiplexers in front of one switch.

use std::time::Duration;

use multiplexer::Multiplexer;
use pbx_sim::model::UserAct;

use crate::bystander::{Board, count_second_applications, said_of, server, with_standby};
use crate::support::{Office, start, until};

#[tokio::test]
async fn one_has_the_switch_and_hands_it_over() {
    let Some(server) = server().await else { return };
    let office = Office::new(2).await;
    let turned_away = count_second_applications(&office);
    let bus = server.connect().await.unwrap();
    let board = Board::follow(&bus).await;
    let one = start(with_standby(&office, &server, "berlin", "one")).await;
    until("a holder", || one.is_holder()).await;
    let other = start(with_standby(&office, &server, "berlin", "other")).await;
    until("monitors", || {
        board.is_monitored("berlin", "1001") && board.is_monitored("berlin", "1002")
    })
    .await;
    office.switch.user("1001", UserAct::Lift).await.unwrap();
    office.switch.user("1001", UserAct::Dial("1002".to_owned())).await.unwrap();
    until("ringing", || board.states("berlin", "1002") == ["offering"]).await;
    let before = board.line("berlin", "1002").unwrap().sequence;
    let said = said_of(&board, "1002").await;
    one.hand_over().await;
    until("the other", || other.is_holder() && !one.is_holder()).await;
    until("its word", || {
        board.site("berlin").is_some_and(|site| site.holder == "other" && site.linked)
    })
    .await;
    // While nobody looked, nothing has changed; and the numbers go on.
    until("monitors", || {
        board.line("berlin", "1002").is_some_and(|line| line.monitored && line.sequence > before)
    })
    .await;
    assert!(
        said.lock().unwrap().iter().all(|line| line.calls.len() == 1),
        "who follows the line sees its call all the time: {said:?}"
    );
    office.switch.user("1002", UserAct::Answer).await.unwrap();
    until("talk", || board.states("berlin", "1002") == ["connected"]).await;
    other.stop().await;
    until("the first", || one.is_holder()).await;
    until("talk", || {
        board.states("berlin", "1002") == ["connected"] && board.is_monitored("berlin", "1002")
    })
    .await;
    assert_eq!(*turned_away.lock().unwrap(), 0);
    one.stop().await;
}

#[tokio::test]
async fn another_takes_over_when_the_holder_dies_or_nats_does() {
    let Some(mut server) = server().await else { return };
    let office = Office::new(2).await;
    let turned_away = count_second_applications(&office);
    let mut random = fastrand::Rng::with_seed(7);
    let mut alive: Vec<Multiplexer> = Vec::new();
    for name in ["one", "other"] {
        alive.push(start(with_standby(&office, &server, "berlin", name)).await);
    }
    for round in 0..6 {
        until("a holder", || alive.iter().any(Multiplexer::is_holder)).await;
        until("the link", || office_is_linked(&alive)).await;
        let holder = alive.iter().position(Multiplexer::is_holder).expect("a holder");
        match random.u8(0..4) {
            0 => alive[holder].hand_over().await,
            1 => server.restart().await.unwrap(),
            2 => office.switch.drop_link().await.unwrap(),
            _ => {
                // Dropped, it ends without a word.
                drop(alive.swap_remove(holder));
                let name = format!("again-{round}");
                alive.push(start(with_standby(&office, &server, "berlin", &name)).await);
            }
        }
        tokio::time::sleep(Duration::from_millis(random.u64(0..1000))).await;
    }
    until("a holder", || alive.iter().any(Multiplexer::is_holder)).await;
    assert_eq!(*turned_away.lock().unwrap(), 0);
}

fn office_is_linked(alive: &[Multiplexer]) -> bool {
    alive.iter().any(|one| one.status().link == multiplexer::LinkState::Up)
}
