//! Three servers of NATS, each of which dies in turn.
#![expect(clippy::unwrap_used, reason = "a test may fail that way")]

use std::net::TcpListener;
use std::time::Duration;

use bus::{Bus, BusSettings, TestServer};
use multiplexer::{Config, LinkState, Multiplexer};
use pbx_sim::model::UserAct;

use crate::bystander::{Board, call_records, count_second_applications, with_standby};
use crate::support::{Office, soon, start, until};

/// Three servers that know one another; nothing where the program is not installed.
async fn cluster() -> Option<Vec<TestServer>> {
    let free = || TcpListener::bind("127.0.0.1:0").unwrap();
    // All at once, so that none is given twice.
    let listeners = [free(), free(), free()];
    let routes: Vec<String> = listeners
        .iter()
        .map(|listener| format!("nats://{}", listener.local_addr().unwrap()))
        .collect();
    drop(listeners);
    let all = routes.join(",");
    let mut servers = Vec::new();
    for (route, name) in routes.iter().zip(["a", "b", "c"]) {
        let arguments =
            ["-n", name, "--cluster_name", "csta", "--cluster", route, "--routes", &all];
        servers.push(TestServer::start_with(&arguments).await.unwrap()?);
    }
    Some(servers)
}

fn with_cluster(office: &Office, servers: &[TestServer], name: &str) -> Config {
    let mut config = with_standby(office, servers.first().unwrap(), "berlin", name);
    let bus = config.bus.as_mut().unwrap();
    bus.url = urls(servers);
    bus.replicas = 3;
    // As it is unless said otherwise: what a cluster takes to elect another leader is less.
    bus.standby.as_mut().unwrap().takeover = Duration::from_secs(10);
    config.pbx.call_records_after = Duration::ZERO;
    config
}

fn urls(servers: &[TestServer]) -> String {
    servers.iter().map(TestServer::url).collect::<Vec<_>>().join(",")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_server_of_three_may_die_and_nothing_is_lost() {
    let Some(mut servers) = cluster().await else { return };
    let office = Office::new(2).await;
    let turned_away = count_second_applications(&office);
    let multiplexers = [
        start(with_cluster(&office, &servers, "one")).await,
        start(with_cluster(&office, &servers, "other")).await,
    ];
    let settings = BusSettings { url: urls(&servers), ..BusSettings::default() };
    let bus = Bus::connect(&settings).await.unwrap();
    let board = Board::follow(&bus).await;
    let is_served = || {
        let has_it = |own: &Multiplexer| {
            let status = own.status();
            own.is_holder() && status.link == LinkState::Up && status.call_records.is_sending
        };
        multiplexers.iter().any(has_it) && board.is_monitored("berlin", "1002")
    };
    until("a holder", is_served).await;
    for (dead, calls) in (0..servers.len()).zip(1..) {
        servers.get_mut(dead).unwrap().kill();
        office.call(&format!("030{calls}")).await;
        soon("the record", async {
            while call_records(&bus).await.len() < calls {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        })
        .await;
        servers.get_mut(dead).unwrap().restart().await.unwrap();
        until("a holder", is_served).await;
    }
    office.switch.user("1001", UserAct::Lift).await.unwrap();
    office.switch.user("1001", UserAct::Dial("1002".to_owned())).await.unwrap();
    until("ringing", || board.states("berlin", "1002") == ["offering"]).await;
    assert_eq!(call_records(&bus).await.len(), 3);
    assert_eq!(*turned_away.lock().unwrap(), 0);
    for own in multiplexers {
        own.stop().await;
    }
}
