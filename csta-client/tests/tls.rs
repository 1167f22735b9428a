//! TLS with certificates made here, over loopback: who is not to be trusted is told apart.

#![cfg(feature = "tls")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

mod support;

use std::path::{Path, PathBuf};
use std::time::Duration;

use csta_client::{
    Acceptor, Client, ClientTls, CloseReason, Connection, Error, ErrorKind, Initiator,
    PANASONIC_VERSION, Server, ServerTls, TlsError, TlsListener, Transport,
};
use futures::StreamExt;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use tempfile::TempDir;
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// For what takes a moment.
const PATIENCE: Duration = Duration::from_secs(60);

/// An authority, and certificates that it has issued, as PEM files.
struct Authority {
    folder: TempDir,
    issuer: Issuer<'static, KeyPair>,
}

impl Authority {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, folder.path().to_str().unwrap());
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        std::fs::write(folder.path().join("ca.pem"), params.self_signed(&key).unwrap().pem())
            .unwrap();
        Self { folder, issuer: Issuer::new(params, key) }
    }

    fn roots(&self) -> PathBuf {
        self.folder.path().join("ca.pem")
    }

    /// A certificate for a name, changed as is wanted, and its key.
    fn issue(&self, name: &str, change: impl FnOnce(&mut CertificateParams)) -> (PathBuf, PathBuf) {
        let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
        change(&mut params);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let file = |ending: &str| self.folder.path().join(format!("{name}.{ending}"));
        std::fs::write(file("pem"), certificate.pem()).unwrap();
        std::fs::write(file("key"), key.serialize_pem()).unwrap();
        (file("pem"), file("key"))
    }

    fn server(&self, name: &str) -> ServerTls {
        let (certificate, key) = self.issue(name, |_| {});
        ServerTls::new(certificate, key).unwrap()
    }
}

/// Accepts associations over TLS; gives the port.
async fn serve(tls: ServerTls) -> u16 {
    serve_changing(tls).await.0
}

/// The same, with who can change how TLS is spoken.
async fn serve_changing(tls: ServerTls) -> (u16, mpsc::Sender<ServerTls>) {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let number = port.local_addr().unwrap().port();
    let mut server = Server::new(TlsListener::new(port, tls));
    let (change, mut changes) = mpsc::channel(1);
    tokio::spawn(async move {
        loop {
            tokio::select! {
                request = server.accept() => {
                    let mut link = request.accept(PANASONIC_VERSION);
                    tokio::spawn(async move { while link.next().await.is_some() {} });
                }
                Some(tls) = changes.recv() => server.listener_mut().set_tls(tls),
            }
        }
    });
    (number, change)
}

/// What comes of connecting to `localhost`.
async fn connect(port: u16, tls: ClientTls) -> Result<(), Error> {
    let builder = Client::builder().address(format!("localhost:{port}")).tls(tls);
    let (client, connection) = builder.connect().await?;
    let end = tokio::spawn(connection.run());
    client.release();
    assert_eq!(end.await.unwrap(), CloseReason::Released);
    Ok(())
}

/// Why there is no TLS with who speaks it so, or not at all. It is known within the time limit, the connection
/// is closed then, and no task is left.
async fn refused(server: Option<ServerTls>, tls: ClientTls) -> Error {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let number = port.local_addr().unwrap().port();
    let expected = if server.is_some() { "TLS" } else { "the other side speaks TLS" };
    let accepted = tokio::spawn(async move {
        let (mut stream, _) = port.accept().await.unwrap();
        let told = match server {
            Some(server) => {
                server.accept(&mut stream).await.map(drop).err().map(|error| error.to_string())
            }
            None => Acceptor::default()
                .accept(&mut stream)
                .await
                .map(drop)
                .err()
                .map(|reason| reason.to_string()),
        };
        // Until the other end is closed; if it is not read to its end, it is reset.
        let _ = stream.read_to_end(&mut Vec::new()).await;
        told.unwrap()
    });
    let error = timeout(PATIENCE, connect(number, tls)).await.unwrap().unwrap_err();
    let told = timeout(PATIENCE, accepted).await.unwrap().unwrap();
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
    assert!(told.contains(expected), "{told}");
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
    error
}

fn trusting(authority: &Authority) -> ClientTls {
    ClientTls::trusting(authority.roots()).unwrap()
}

#[track_caller]
fn assert_tls(error: &Error, parts: &[&str]) {
    assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
    assert!(!error.may_have_been_done());
    for part in parts {
        assert!(error.to_string().contains(part), "{error}");
    }
}

#[tokio::test]
async fn who_is_trusted_is_connected_to_over_tls() {
    let authority = Authority::new();
    let port = serve(authority.server("localhost")).await;
    connect(port, trusting(&authority)).await.unwrap();
    let builder = Client::builder().address(format!("localhost:{port}")).tls(trusting(&authority));
    let (_client, connection): (_, Connection<Transport>) = builder.connect().await.unwrap();
    assert_eq!(connection.version(), Some(PANASONIC_VERSION));
}

#[tokio::test]
async fn a_certificate_for_another_name_is_not_accepted_unless_the_name_is_given() {
    let authority = Authority::new();
    let error = refused(Some(authority.server("mux.example")), trusting(&authority)).await;
    assert_tls(&error, &["not valid for", "localhost", "mux.example", "ClientTls::server_name"]);
    assert_eq!(error.initiator(), Initiator::Remote);
    let port = serve(authority.server("mux.example")).await;
    let tls = trusting(&authority).server_name("mux.example").unwrap();
    connect(port, tls).await.unwrap();
}

#[tokio::test]
async fn a_new_certificate_is_shown_to_those_who_come_from_then_on() {
    let (old, new) = (Authority::new(), Authority::new());
    let (port, change) = serve_changing(old.server("localhost")).await;
    let builder = Client::builder().address(format!("localhost:{port}")).tls(trusting(&old));
    let (before, connection) = builder.connect().await.unwrap();
    let end = tokio::spawn(connection.run());

    let renewed = new.server("localhost");
    change.send(renewed.clone()).await.unwrap();
    // Taken up when there is room for another.
    change.send(renewed).await.unwrap();
    connect(port, trusting(&new)).await.unwrap();
    let error = builder.connect().await.unwrap_err();
    assert_tls(&error, &["issuer"]);

    // Who has been there before, stays.
    before.release();
    assert_eq!(end.await.unwrap(), CloseReason::Released);
}

#[tokio::test]
async fn a_certificate_that_has_expired_is_not_accepted() {
    let authority = Authority::new();
    let (certificate, key) = authority.issue("localhost", |params| {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    });
    let server = ServerTls::new(certificate, key).unwrap();
    let error = refused(Some(server), trusting(&authority)).await;
    assert_tls(&error, &["expired", "renew it, or set the clock"]);
}

#[tokio::test]
async fn an_unknown_issuer_is_not_trusted() {
    let (authority, other) = (Authority::new(), Authority::new());
    let error = refused(Some(authority.server("localhost")), trusting(&other)).await;
    assert_tls(&error, &["UnknownIssuer", "add the certificate of its issuer"]);
    let port = serve(authority.server("localhost")).await;
    connect(port, ClientTls::dangerous_accept_any_certificate()).await.unwrap();
}

#[tokio::test]
async fn a_peer_without_tls_on_the_port_is_told() {
    let error = refused(None, trusting(&Authority::new())).await;
    assert_tls(&error, &["does not speak TLS on this port"]);
}

#[tokio::test]
async fn a_peer_that_says_nothing_on_a_port_for_tls_is_given_up() {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let builder = Client::builder()
        .address(format!("localhost:{}", port.local_addr().unwrap().port()))
        .connect_timeout(Duration::from_millis(200))
        .tls(trusting(&Authority::new()));
    let error = timeout(PATIENCE, builder.connect()).await.unwrap().unwrap_err();
    assert_tls(&error, &["has not finished the handshake of TLS within 200ms"]);
    let (mut stream, _) = port.accept().await.unwrap();
    let mut rest = Vec::new();
    timeout(PATIENCE, stream.read_to_end(&mut rest)).await.unwrap().unwrap();
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

#[tokio::test]
async fn a_client_without_tls_on_a_port_for_tls_is_told() {
    let authority = Authority::new();
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let builder = Client::builder().address(port.local_addr().unwrap().to_string());
    let tls = authority.server("localhost");
    let server = tokio::spawn(async move {
        let (mut stream, _) = port.accept().await.unwrap();
        let error = tls.accept(&mut stream).await.map(drop).unwrap_err();
        // Until the other end is closed.
        let _ = stream.read_to_end(&mut Vec::new()).await;
        error
    });
    let error = timeout(PATIENCE, builder.connect()).await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Closed);
    assert!(error.to_string().contains("speaks TLS"), "{error}");
    let error = timeout(PATIENCE, server).await.unwrap().unwrap();
    assert!(error.to_string().contains("does not speak TLS on this port"), "{error}");
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

#[tokio::test]
async fn clients_show_their_certificate_where_one_is_asked_for() {
    let (authority, clients) = (Authority::new(), Authority::new());
    let (certificate, key) = authority.issue("localhost", |_| {});
    let tls = ServerTls::requiring_clients_of(clients.roots(), certificate, key).unwrap();
    let port = serve(tls).await;
    let (certificate, key) = clients.issue("tsp", |_| {});
    let known = trusting(&authority).identity(&certificate, &key).unwrap();
    connect(port, known).await.unwrap();
    // With TLS 1.3, the client learns it after its part of the handshake.
    let error = connect(port, trusting(&authority)).await.unwrap_err();
    assert!(error.to_string().contains("ertificate"), "{error}");
}

#[test]
fn files_that_do_not_do_are_named() {
    let authority = Authority::new();
    let (certificate, key) = authority.issue("localhost", |_| {});
    let (_, other) = authority.issue("other", |_| {});
    let nowhere = Path::new("/nowhere/ca.pem");
    let error = ClientTls::trusting(nowhere).unwrap_err();
    assert!(matches!(&error, TlsError::File { path, .. } if path == nowhere));
    let error = ClientTls::trusting(&key).unwrap_err();
    assert!(error.to_string().contains("has no certificate"), "{error}");
    let error = ServerTls::new(&certificate, &other).unwrap_err();
    assert!(matches!(error, TlsError::Unusable { .. }), "{error}");
    let error = ServerTls::new(&certificate, &certificate).unwrap_err();
    assert!(matches!(&error, TlsError::NoKey { path } if *path == certificate), "{error}");
    assert!(error.to_string().contains("has no private key"), "{error}");
    let error = ServerTls::new(&certificate, nowhere).unwrap_err();
    assert!(matches!(&error, TlsError::File { path, .. } if path == nowhere), "{error}");
    assert!(ClientTls::dangerous_accept_any_certificate().server_name("no name").is_err());
}
