//! What keeps it from starting, and that the switch is not touched then.

use std::time::Duration;

use multiplexer::{Multiplexer, StartError};
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::time::timeout;

use crate::support::{Office, by_tcp, connect, soon, start, until};

/// A port where a switch would be, to which nobody must connect.
async fn untouched(office: &Office, change: impl FnOnce(&mut multiplexer::Config)) -> StartError {
    let switch = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut config = office.config_with_tls();
    config.pbx.address = switch.local_addr().unwrap().to_string();
    change(&mut config);
    let told = match Multiplexer::check(&config, &Handle::current()).await {
        Ok(checked) => checked.taken.first().unwrap().to_string(),
        Err(error) => error.to_string(),
    };
    let error = Multiplexer::start(config, Handle::current()).await.unwrap_err();
    assert_eq!(told, error.to_string(), "a check tells the same");
    let touched = timeout(Duration::from_millis(50), switch.accept()).await;
    assert!(touched.is_err(), "the switch was touched");
    error
}

#[tokio::test]
async fn a_port_that_another_program_has() {
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap();
    for name in ["tcp", "tls", "web"] {
        let office = Office::new(1).await;
        let error = untouched(&office, |config| match name {
            "tcp" => config.tcp.as_mut().unwrap().listen = address,
            "tls" => config.tls.as_mut().unwrap().listen = address,
            _ => config.web = Some(multiplexer::Web { listen: address, ..Default::default() }),
        })
        .await;
        assert!(matches!(error, StartError::Port(_)), "{name}: {error}");
        let text = error.to_string();
        assert!(text.contains(&address.to_string()) && text.contains("another program"), "{text}");
    }
}

#[tokio::test]
async fn a_certificate_that_is_none_or_has_another_key() {
    let office = Office::new(1).await;
    let error = untouched(&office, |config| {
        std::fs::write(&config.tls.as_ref().unwrap().certificate, "nothing").unwrap();
    })
    .await;
    assert!(error.to_string().contains("server.pem"), "{error}");

    let office = Office::new(1).await;
    let error = untouched(&office, |config| {
        let (other, key) = (office.path("other.pem"), office.path("other.key"));
        multiplexer::make_certificate(&["localhost".to_owned()], &other, &key).unwrap();
        config.tls.as_mut().unwrap().key = key;
    })
    .await;
    assert!(matches!(error, StartError::Certificate(_)), "{error}");
}

#[tokio::test]
async fn users_that_cannot_be_read() {
    let office = Office::new(1).await;
    let error = untouched(&office, |config| {
        std::fs::write(config.users.file.as_ref().unwrap(), "version = 1\n[[user]]\n").unwrap();
    })
    .await;
    assert!(error.to_string().contains("users.toml:2"), "{error}");
}

#[tokio::test]
async fn more_applications_than_there_are_descriptors() {
    let office = Office::new(1).await;
    let error = untouched(&office, |config| {
        config.limits.applications = 100_000;
        config.limits.waiting = 100_000;
    })
    .await;
    // On a machine that allows half a million, another limit would have to be found.
    assert!(matches!(error, StartError::Descriptors { .. }), "{error}");
}

#[tokio::test]
async fn a_spool_that_another_one_uses() {
    let office = Office::new(1).await;
    let first = start(office.config()).await;
    let error = Multiplexer::start(office.config(), Handle::current()).await.unwrap_err();
    assert!(matches!(error, StartError::Spool { .. }), "{error}");
    // That one is to be stopped before this is started: its ports and its spool are no fault.
    let mut config = office.config();
    config.tcp.as_mut().unwrap().listen = first.tcp_address().unwrap();
    let checked = Multiplexer::check(&config, &Handle::current()).await.unwrap();
    assert_eq!(checked.taken.len(), 1);
    assert_eq!(checked.taken[0].address, first.tcp_address().unwrap());
    first.stop().await;
    // It has done all that it had to.
    start(office.config()).await.stop().await;
}

#[tokio::test]
async fn a_spool_that_cannot_be_made() {
    let office = Office::new(1).await;
    let file = office.path("file");
    std::fs::write(&file, "").unwrap();
    let error =
        untouched(&office, |config| config.spool.directory = Some(file.join("spool"))).await;
    assert!(matches!(error, StartError::Spool { .. }), "{error}");
    assert!(error.to_string().contains("file/spool"), "{error}");
}

#[tokio::test]
async fn stopping_releases_all_associations() {
    let office = Office::new(2).await;
    let multiplexer = start(office.config()).await;
    soon("the association of the switch", office.switch.associated()).await.unwrap();
    let client = connect(by_tcp(&multiplexer)).await.unwrap();
    soon("the stop", multiplexer.stop()).await;
    soon("the end of the application", client.closed()).await;
    let reason = client.close_reason().unwrap();
    assert_eq!(*reason, csta_client::CloseReason::ReleasedByPeer, "{reason}");
    // Whoever comes next can have the switch at once.
    let direct = csta_client::Client::builder().address(office.switch.address().to_string());
    until("the next association", || true).await;
    soon("the next association", async {
        while direct.connect().await.is_err() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
}
