//! Connecting to a real nats-server.

use std::time::Duration;

use bus::{Bus, BusSettings, TestServer};
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test]
async fn a_login_in_the_url_is_used() {
    let arguments = ["--user", "mux", "--pass", "opensesame"];
    let server = TestServer::start_with(&arguments).await.expect("nats-server");
    let Some(server) = server else { return };
    let url = server.url().replace("//", "//mux:opensesame@");
    let settings = BusSettings { url, ..BusSettings::default() };
    let bus = Bus::connect(&settings).await.expect("a bus");
    let mut connections = bus.connections();
    let connected = connections.wait_for(|count| *count > 0);
    timeout(PATIENCE, connected).await.expect("in time").expect("alive");
}
