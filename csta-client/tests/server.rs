//! The server end with many connections: who is admitted, who is not, and what is left behind.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

mod support;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use csta_client::{
    Acceptor, AssociationEvent, AssociationLimits, AssociationRequest, Authenticator, Client,
    CloseReason, Error, ErrorKind, Incoming, Listener, Login, MonitorItem, PANASONIC_VERSION,
    Server,
};
use csta_codec::acse::UserDiagnostic;
use csta_codec::events::{EventReport, EventReportArgument};
use csta_codec::rose::InvokeProblem;
use csta_codec::services::{
    GetDoNotDisturb, GetDoNotDisturbArgument, MakeCall, MakeCallArgument, MonitorStart,
    MonitorStartResult, RequestSysStat, RequestSysStatArg, RequestSysStatRes, SystemStatus,
    SystemStatusArg,
};
use csta_codec::types::{
    DeviceId, MonitorCrossRefId, OperationErrors, SystemStatus as State, UniversalFailure,
};
use csta_codec::{Ber, Operation};
use futures::StreamExt;
use futures::future::join_all;
use hex_literal::hex;
use support::Peer;
use tokio::io::{AsyncReadExt, DuplexStream, duplex};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// Connections in memory, so that time can be virtual.
struct Memory(mpsc::UnboundedReceiver<DuplexStream>);

impl Memory {
    fn new() -> (mpsc::UnboundedSender<DuplexStream>, Self) {
        let (connect, connections) = mpsc::unbounded_channel();
        (connect, Self(connections))
    }
}

impl Listener for Memory {
    type Connection = DuplexStream;
    type Stream = DuplexStream;

    async fn accept(&mut self) -> io::Result<(DuplexStream, SocketAddr)> {
        match self.0.recv().await {
            Some(stream) => Ok((stream, SocketAddr::from(([127, 0, 0, 1], 1)))),
            None => std::future::pending().await,
        }
    }

    async fn establish(connection: DuplexStream) -> io::Result<DuplexStream> {
        Ok(connection)
    }
}

fn admin() -> Login {
    Login { name: "admin".into(), password: "opensesame".into() }
}

/// Accepts whoever is admitted, and keeps the association until the application ends it.
async fn serve<L: Listener, A: Authenticator>(mut server: Server<L, A>) {
    loop {
        let mut link = server.accept().await.accept(PANASONIC_VERSION);
        tokio::spawn(async move { while link.next().await.is_some() {} });
    }
}

/// How an application fares that connects in memory.
async fn connect(
    connect: &mpsc::UnboundedSender<DuplexStream>,
    login: Option<(&str, &str)>,
) -> Result<(), Error> {
    let (near, far) = duplex(1 << 12);
    connect.send(far).unwrap();
    let builder = Client::builder();
    let builder = match login {
        Some((name, password)) => builder.login(name, password),
        None => builder,
    };
    builder.connect_with(near).await.map(drop)
}

#[tokio::test(start_paused = true)]
async fn only_name_and_password_together_are_admitted() {
    let (connections, listener) = Memory::new();
    tokio::spawn(serve(Server::new(listener).authenticator(admin())));
    assert!(connect(&connections, Some(("admin", "opensesame"))).await.is_ok());
    for (login, diagnostic) in [
        (Some(("admin", "opensesami")), "authentication-failure"),
        (Some(("admin", "opensesame ")), "authentication-failure"),
        (Some(("admin", "")), "authentication-failure"),
        (Some(("root", "opensesame")), "authentication-failure"),
        (None, "authentication-required"),
    ] {
        let error = connect(&connections, login).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Closed);
        assert!(error.to_string().contains(diagnostic), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_or_too_little_holds_up_nobody_and_is_closed() {
    let (connections, listener) = Memory::new();
    let limits = AssociationLimits { associate: Duration::from_secs(3), ..Default::default() };
    let server = Server::new(listener).acceptor(Acceptor { limits, ..Acceptor::default() });
    tokio::spawn(serve(server));
    let idle = Handle::current().metrics().num_alive_tasks();

    let mut slow = Vec::new();
    for octets in [&[] as &[u8], &[0x00], &[0x00, 0x25], &[0x00, 0x25, 0x60, 0x23]] {
        let (near, far) = duplex(1 << 12);
        connections.send(far).unwrap();
        let mut peer = Peer(near);
        peer.send_raw(octets).await;
        slow.push(peer);
    }
    let begin = Instant::now();
    assert!(connect(&connections, None).await.is_ok());
    assert_eq!(begin.elapsed(), Duration::ZERO);
    for mut peer in slow {
        // It is told by an abort, and the connection is closed.
        let mut rest = Vec::new();
        peer.0.read_to_end(&mut rest).await.unwrap();
        assert_eq!(rest, [0, 8, 0x64, 6, 0x80, 1, 0, 0x81, 1, 1]);
    }
    assert_eq!(begin.elapsed(), limits.associate);
    tokio::task::yield_now().await;
    assert_eq!(Handle::current().metrics().num_alive_tasks(), idle);
}

/// Decides only after an hour.
struct Undecided;

impl Authenticator for Undecided {
    async fn authenticate(
        &self,
        _from: SocketAddr,
        _login: Option<&Login>,
    ) -> Result<(), UserDiagnostic> {
        tokio::time::sleep(Duration::from_secs(3600)).await;
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn an_authenticator_that_does_not_decide_admits_nobody() {
    let (connections, listener) = Memory::new();
    let limits = AssociationLimits { associate: Duration::from_secs(3), ..Default::default() };
    let server = Server::new(listener).acceptor(Acceptor { limits, ..Acceptor::default() });
    tokio::spawn(serve(server.authenticator(Undecided)));
    let error = connect(&connections, None).await.unwrap_err();
    let reason = error.close_reason().unwrap();
    assert!(matches!(reason, CloseReason::RejectedByPeer { .. }), "{reason:?}");
}

/// Takes its time to establish a connection, as a handshake does.
struct Slow(Memory);

impl Listener for Slow {
    type Connection = DuplexStream;
    type Stream = DuplexStream;

    async fn accept(&mut self) -> io::Result<(DuplexStream, SocketAddr)> {
        self.0.accept().await
    }

    async fn establish(connection: DuplexStream) -> io::Result<DuplexStream> {
        tokio::time::sleep(Duration::from_secs(2)).await;
        Ok(connection)
    }
}

#[tokio::test(start_paused = true)]
async fn one_time_limit_counts_for_the_handshake_the_request_and_the_decision() {
    let limits = AssociationLimits { associate: Duration::from_secs(3), ..Default::default() };
    let (connections, listener) = Memory::new();
    let server = Server::new(Slow(listener)).acceptor(Acceptor { limits, ..Acceptor::default() });
    tokio::spawn(serve(server.authenticator(Undecided)));
    let begin = Instant::now();
    let (near, far) = duplex(1 << 12);
    connections.send(far).unwrap();
    let mut silent = Peer(near);
    let asking = connect(&connections, None);
    let (asked, closed) = tokio::join!(asking, async {
        silent.0.read_to_end(&mut Vec::new()).await.unwrap();
        begin.elapsed()
    });
    assert!(matches!(asked.unwrap_err().close_reason(), Some(CloseReason::RejectedByPeer { .. })));
    assert_eq!((closed, begin.elapsed()), (limits.associate, limits.associate));
}

/// Fails for those who have no login.
struct Failing;

impl Authenticator for Failing {
    async fn authenticate(
        &self,
        _from: SocketAddr,
        login: Option<&Login>,
    ) -> Result<(), UserDiagnostic> {
        login.map(drop).ok_or(()).unwrap();
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn an_authenticator_that_panics_closes_one_connection_and_harms_no_other() {
    let (connections, listener) = Memory::new();
    let server = Server::new(listener).connection_limit(1).authenticator(Failing);
    tokio::spawn(serve(server));
    let error = connect(&connections, None).await.unwrap_err();
    assert!(matches!(error.close_reason(), Some(CloseReason::Disconnected(_))), "{error}");
    assert!(connect(&connections, Some(("admin", "opensesame"))).await.is_ok());
}

#[tokio::test]
async fn connections_beyond_the_limit_are_closed_until_there_is_room() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let mut server = Server::new(listener).connection_limit(2);
    let builder = Client::builder().address(&address);

    let (first, request) = tokio::join!(builder.connect(), async {
        server.accept().await.accept(PANASONIC_VERSION).next().await
    });
    // The server's link is gone with the future above, and with it its place.
    drop((first, request));

    let serving = tokio::spawn(serve(server));
    let _first = builder.connect().await.unwrap();
    let (second, running) = builder.connect().await.unwrap();
    let error = builder.connect().await.unwrap_err();
    assert!(
        matches!(
            error.close_reason(),
            Some(CloseReason::Disconnected(_) | CloseReason::Broken { .. })
        ),
        "{error}"
    );

    // When one has gone, the next has room.
    second.release();
    assert_eq!(running.run().await, CloseReason::Released);
    while builder.connect().await.is_err() {
        tokio::task::yield_now().await;
    }
    serving.abort();
}

#[tokio::test]
async fn a_server_that_ends_closes_the_port_and_leaves_the_associations() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let mut server = Server::new(listener);
    let builder = Client::builder().address(&address);
    let accepting = async {
        let request = server.accept().await;
        assert!(request.peer().unwrap().ip().is_loopback());
        let mut link = request.accept(PANASONIC_VERSION);
        assert!(matches!(link.next().await, Some(AssociationEvent::Open { .. })));
        link
    };
    let (connected, mut link) = tokio::join!(builder.connect(), accepting);
    let (client, connection) = connected.unwrap();
    let mut waits = TcpStream::connect(&address).await.unwrap();
    // Let the server take it in, and then end.
    tokio::select! {
        biased;
        _ = server.accept() => panic!("nobody asked for an association"),
        () = tokio::task::yield_now() => {}
    }
    drop(server);
    assert!(matches!(waits.read(&mut [0; 16]).await, Ok(0) | Err(_)));
    assert_eq!(builder.connect().await.unwrap_err().kind(), ErrorKind::Unreachable);

    client.release();
    let (end, seen) = tokio::join!(connection.run(), link.next());
    assert_eq!(end, CloseReason::Released);
    assert_eq!(seen, Some(AssociationEvent::Closed(CloseReason::ReleasedByPeer)));
}

#[tokio::test]
async fn a_thousand_applications_connect_at_once_and_leave_nothing_behind() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let serving = tokio::spawn(serve(Server::new(listener)));
    let builder = Client::builder().address(&address);
    let connected = join_all((0..200).map(|_| async {
        // Five in turn, so that a thousand are there within the limit of open files.
        for _ in 0..5 {
            let (client, connection) = builder.connect().await.unwrap();
            client.release();
            assert_eq!(connection.run().await, CloseReason::Released);
        }
    }));
    connected.await;
    serving.abort();
    let _ = serving.await;
    // Tasks that have just ended may take a turn to be gone.
    while Handle::current().metrics().num_alive_tasks() > 0 {
        tokio::task::yield_now().await;
    }
}

/// P8, as captured, but for the reference.
const SERVICE_INITIATED: &[u8] = &hex!(
    "30 2C 55 04 01110065 A0 24 B0 22 6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313131
     63 07 30 05 80 03 313131 4E 01 01 0A 01 16"
);

/// A server that knows three operations: it rings at the caller when a call is made, and is normal.
async fn switch(request: AssociationRequest<DuplexStream>) -> CloseReason {
    let builder = Client::builder().outstanding_limit(4);
    let (client, mut connection) = request.serve(PANASONIC_VERSION, &builder).await.unwrap();
    let mut incoming = connection.incoming().unwrap();
    let running = tokio::spawn(connection.run());
    client.invoke::<SystemStatus>(&SystemStatusArg::new(State::Normal)).await.unwrap();
    while let Some(item) = incoming.next().await {
        let Incoming::Invoke(invoke) = item else { panic!("{item:?}") };
        match invoke.operation() {
            RequestSysStat::CODE => {
                invoke.answer::<RequestSysStat>(&RequestSysStatRes::new(State::Normal));
            }
            MonitorStart::CODE => {
                let cross_ref = MonitorCrossRefId(b"\x01\x11\x00\x65".as_slice().into());
                invoke.answer::<MonitorStart>(&MonitorStartResult::new(cross_ref));
                let event = EventReportArgument::decode(SERVICE_INITIATED).unwrap();
                client.notify::<EventReport>(&event).await.unwrap();
            }
            MakeCall::CODE => {
                let argument = invoke.argument::<MakeCall>().unwrap().unwrap();
                assert_eq!(argument.get().calling_device, DeviceId::dialing_number("101"));
                invoke.refuse(&UniversalFailure::Operation(OperationErrors::InvalidDestination));
            }
            _ => invoke.reject(InvokeProblem::UnrecognisedOperation),
        }
    }
    running.await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn operations_are_served_and_invoked_both_ways() {
    let (near, far) = duplex(1 << 12);
    let serving =
        tokio::spawn(async move { switch(Acceptor::default().accept(far).await.unwrap()).await });
    let (client, connection) = Client::builder().connect_with(near).await.unwrap();
    let running = tokio::spawn(connection.run());
    let status = client.invoke::<RequestSysStat>(&RequestSysStatArg::new()).await.unwrap();
    assert_eq!(status.get().system_status, State::Normal);

    let mut monitor = client.monitor(DeviceId::dialing_number("101"), None).await.unwrap();
    let item = monitor.next().await;
    assert!(matches!(item, Some(MonitorItem::Event(_))), "{item:?}");

    let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("999"));
    let error = client.invoke::<MakeCall>(&MakeCallArgument::new(from, to)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    let error = client.invoke::<GetDoNotDisturb>(&GetDoNotDisturbArgument::new(from)).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Rejected);

    drop(monitor);
    client.release();
    assert_eq!(running.await.unwrap(), CloseReason::Released);
    assert_eq!(serving.await.unwrap(), CloseReason::ReleasedByPeer);
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

#[tokio::test(start_paused = true)]
async fn events_to_an_application_that_does_not_read_fail_instead_of_piling_up() {
    let (near, far) = duplex(64);
    let serving = tokio::spawn(async move {
        let request = Acceptor::default().accept(far).await.unwrap();
        let builder = Client::builder();
        let (client, connection) = request.serve(PANASONIC_VERSION, &builder).await.unwrap();
        tokio::spawn(connection.run());
        let report = EventReportArgument::decode(SERVICE_INITIATED).unwrap();
        loop {
            if let Err(error) = client.notify::<EventReport>(&report).await {
                return error;
            }
        }
    });
    let (client, _connection) = Client::builder().connect_with(near).await.unwrap();
    let error = serving.await.unwrap();
    assert_eq!((error.kind(), error.may_have_been_done()), (ErrorKind::NotSent, false));
    assert!(error.to_string().contains("does not read"), "{error}");
    drop(client);
}
