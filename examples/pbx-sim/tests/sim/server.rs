//! Associations: octets over connections in memory, on virtual time, and one over TCP.

use csta_client::{Client, ErrorKind, Monitor, MonitorItem};
use csta_codec::Owned;
use csta_codec::events::{CallControlEvents, EventReportArgument, EventSpecificInfo};
use csta_codec::services::{
    AnswerCall, AnswerCallArgument, MakeCall, MakeCallArgument, SnapshotDevice,
    SnapshotDeviceArgument,
};
use csta_codec::types::DeviceId;
use futures::StreamExt;
use hex_literal::hex;
use pbx_sim::model::{Failure, UserAct};
use pbx_sim::{ActError, Config, Pbx, Simulator, StartError};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

pub(crate) const AARQ: [u8; 39] = hex!(
    "0025 60 23 80 02 0780 A1 07 06 05 2B0C00815A"
    "BE 14 28 12 06 07 2B0C00821D8148 A0 07 A0 05 03 03 000800"
);
pub(crate) const AARE: [u8; 51] = hex!(
    "0031 61 2F 80 02 0780 A1 07 06 05 2B0C00815A A2 03 02 01 00 A3 05 A1 03 02 01 01"
    "BE 14 28 12 06 07 2B0C00821D8148 A0 07 A0 05 03 03 000800"
);
pub(crate) const STATUS: [u8; 16] = hex!("000E A1 0C 02 01 01 02 02 00D3 30 03 0A 01 02");

/// A connection to the switch.
pub(crate) fn connect(pbx: &Pbx) -> DuplexStream {
    let (near, far) = duplex(1 << 16);
    let pbx = pbx.clone();
    tokio::spawn(async move { pbx.serve(far).await });
    near
}

pub(crate) async fn associate(pbx: &Pbx) -> Client {
    let connected = Client::builder().connect_with(connect(pbx)).await;
    let (client, connection) = connected.unwrap();
    tokio::spawn(connection.run());
    client
}

pub(crate) async fn read<const LENGTH: usize>(stream: &mut DuplexStream) -> [u8; LENGTH] {
    let mut octets = [0; LENGTH];
    stream.read_exact(&mut octets).await.unwrap();
    octets
}

pub(crate) async fn event(monitor: &mut Monitor) -> Owned<EventReportArgument<'static>> {
    match monitor.next().await {
        Some(MonitorItem::Event(event)) => event,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn is_delivered(report: &EventReportArgument<'_>) -> bool {
    let info = &report.event_specific_info;
    matches!(info, EventSpecificInfo::CallControlEvents(CallControlEvents::Delivered(_)))
}

#[tokio::test(start_paused = true)]
async fn an_association_begins_with_the_octets_of_a_live_switch() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let mut stream = connect(&pbx);
    stream.write_all(&AARQ).await.unwrap();
    assert_eq!(read(&mut stream).await, AARE);
    assert_eq!(read(&mut stream).await, STATUS);
    // Two minutes later, the next one.
    let next = hex!("000E A1 0C 02 01 02 02 02 00D3 30 03 0A 01 02");
    assert_eq!(read(&mut stream).await, next);
}

#[tokio::test(start_paused = true)]
async fn a_bare_request_with_any_version_is_accepted() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let mut stream = connect(&pbx);
    let bare = hex!("0016 60 14 80 09 0076657273696F6E33 A1 07 06 05 2B0C00815A");
    for octet in bare {
        stream.write_all(&[octet]).await.unwrap(); // one octet at a time
    }
    assert_eq!(read(&mut stream).await, AARE);
    assert_eq!(read(&mut stream).await, STATUS);
}

#[tokio::test(start_paused = true)]
async fn a_second_application_is_rejected_and_the_first_goes_on() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let client = associate(&pbx).await;
    let mut second = connect(&pbx);
    second.write_all(&AARQ).await.unwrap();
    let mut answer = Vec::new();
    second.read_to_end(&mut answer).await.unwrap(); // and the connection is closed
    let rejected = hex!("A2 03 02 01 01 A3 05 A1 03 02 01 01"); // permanently, by the user
    assert!(answer.windows(rejected.len()).any(|octets| octets == rejected), "{answer:02X?}");
    let error = Client::builder().connect_with(connect(&pbx)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Closed);

    let argument = SnapshotDeviceArgument::new(DeviceId::dialing_number("101"));
    client.invoke::<SnapshotDevice>(&argument).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_application_dials_and_a_user_answers() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let client = associate(&pbx).await;
    let mut monitor = client.monitor(DeviceId::dialing_number("102"), None).await.unwrap();
    let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("102"));
    let made = client.invoke::<MakeCall>(&MakeCallArgument::new(from, to)).await.unwrap();
    assert_eq!(made.get().calling_device.call().unwrap().as_bytes(), b"0001");
    assert!(is_delivered(&event(&mut monitor).await.get()));
    pbx.user("102", UserAct::Answer).await.unwrap();
    let established = event(&mut monitor).await;
    assert!(!is_delivered(&established.get()));
    assert_eq!(pbx.look(|model| model.calls().count()).await, Ok(1));
}

#[tokio::test(start_paused = true)]
async fn calls_run_on_without_a_link_and_monitors_do_not() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let client = associate(&pbx).await;
    let device = DeviceId::dialing_number("102");
    let mut monitor = client.monitor(device, None).await.unwrap();
    pbx.user("101", UserAct::Dial("102".to_owned())).await.unwrap();
    event(&mut monitor).await;
    pbx.drop_link().await.unwrap();
    while let Some(item) = monitor.next().await {
        assert!(matches!(item, MonitorItem::Ended(_)), "{item:?}");
    }
    assert_eq!(pbx.look(|model| model.calls().count()).await, Ok(1));

    let client = associate(&pbx).await;
    let mut monitor = client.monitor(device, None).await.unwrap();
    let ringing = csta_codec::types::ConnectionId::new(b"0001".as_slice().into(), device);
    client.invoke::<AnswerCall>(&AnswerCallArgument::new(ringing)).await.unwrap();
    assert!(!is_delivered(&event(&mut monitor).await.get()));
}

#[tokio::test(start_paused = true)]
async fn garbage_ends_a_connection_and_not_the_switch() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    for garbage in [
        &b"GET / HTTP/1.1\r\nHost: pbx\r\n\r\n"[..],
        &hex!("0000"),
        &hex!("0005 64 03 80 01 00"),
        &hex!("64 03 80 01 00"),
        &hex!("0004 A1 02 05 00"),
        &[0xFF; 4096],
    ] {
        let mut stream = connect(&pbx);
        stream.write_all(garbage).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap();
    }
    let client = associate(&pbx).await;
    let started = client.monitor(DeviceId::dialing_number("101"), None).await;
    assert!(started.is_ok());
}

#[tokio::test(start_paused = true)]
async fn garbage_in_an_association_is_rejected() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let mut stream = connect(&pbx);
    stream.write_all(&AARQ).await.unwrap();
    let _: [u8; AARE.len() + STATUS.len()] = read(&mut stream).await;
    stream.write_all(&hex!("0009 A1 07 02 01 09 02 01 47 05")).await.unwrap();
    assert_eq!(read(&mut stream).await, hex!("0007 A4 05 05 00 80 01 02"));
    stream.write_all(&hex!("000A A1 08 02 01 09 02 01 48 05 00")).await.unwrap();
    assert_eq!(read(&mut stream).await, hex!("0008 A4 06 02 01 09 81 01 02"));
}

#[tokio::test(start_paused = true)]
async fn what_a_user_cannot_do_is_told() {
    let pbx = Pbx::spawn(Config::default()).unwrap();
    let refused = pbx.user("101", UserAct::Answer).await;
    assert_eq!(refused, Err(ActError::Refused(Failure::NoCallToAnswer)));
    let nobody = pbx.user("999", UserAct::Lift).await;
    assert_eq!(nobody, Err(ActError::Refused(Failure::InvalidDevice)));
}

#[tokio::test]
async fn a_simulator_listens_until_it_is_dropped() {
    let simulator = Simulator::start(Config::default(), "127.0.0.1:0").await.unwrap();
    let address = simulator.address();
    let taken = Simulator::start(Config::default(), address).await;
    assert!(matches!(taken, Err(StartError::Listen(_))));
    let connected = Client::builder().address(address.to_string()).connect().await;
    let (client, connection) = connected.unwrap();
    let running = tokio::spawn(connection.run());
    let mut monitor = client.monitor(DeviceId::device_number(0x0111_0001), None).await.unwrap();
    simulator.user("101", UserAct::Lift).await.unwrap();
    event(&mut monitor).await;
    drop(simulator);
    running.await.unwrap(); // the link is closed
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
