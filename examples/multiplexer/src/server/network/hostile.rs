//! A PBX or an application does whatever it likes: everybody else is served as ever, and nothing is
//! left of it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use csta_client::{Client, ErrorKind};
use csta_codec::services::MonitorStart;
use csta_codec::types::DeviceId;
use csta_codec::{Apdu, Ber as _, Operation as _};
use futures::StreamExt as _;
use futures::future::join_all;
use hex_literal::hex;
use pbx_sim::lan::Lan;
use pbx_sim::model::UserAct;
use pbx_sim::server::Direction;
use pbx_sim::{Fault, Pbx};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream};
use tokio::runtime::Handle;
use tokio::time::{sleep, timeout};

use super::host::Host;
use super::office::{SECOND, config, number};
use super::run::serve;
use crate::{Config, LinkState, MonitorState};

/// P1 and P2: the request of an association and what a Panasonic PBX answers, in their frames.
const AARQ: &[u8] = &hex!(
    "00 25 60 23 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);
const AARE: &[u8] = &hex!(
    "00 31 61 2F 80 02 07 80 A1 07 06 05 2B 0C 00 81 5A A2 03 02 01 00 A3 05 A1 03 02 01 01
     BE 14 28 12 06 07 2B 0C 00 82 1D 81 48 A0 07 A0 05 03 03 00 08 00"
);
/// P3: SystemStatus.
const SYSTEM_STATUS: &[u8] = &hex!("00 0E A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02");
/// The request to make a call.
const MAKE_CALL: &[u8] =
    &hex!("00 19 A1 17 02 01 07 02 01 0A 30 0F 30 06 80 04 31303031 30 05 80 03 313032");
/// An abort, as applications send it, and without the length in front, as Panasonic's PBXs may.
const ABORT: &[u8] = &hex!("00 08 64 06 80 01 00 81 01 01");
const UNFRAMED_ABORT: &[u8] = &hex!("64 06 80 01 00 81 01 01");
/// The beginning of a handshake of TLS.
const TLS: &[u8] = &hex!("16 03 01 00 C8 01 00 00 C4 03 03");

/// What somebody does who has connected.
#[derive(Clone)]
struct Evil {
    /// What is sent, all at once.
    octets: Vec<u8>,
    /// Whether the connection is closed then. Otherwise the multiplexer has to.
    closes: bool,
}

impl fmt::Debug for Evil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begin = &self.octets[..self.octets.len().min(80)];
        let then = if self.closes { "closes" } else { "waits" };
        write!(f, "{} octets, {begin:02X?}, then {then}", self.octets.len())
    }
}

fn closing(octets: impl Into<Vec<u8>>) -> Evil {
    Evil { octets: octets.into(), closes: true }
}

fn waiting(octets: impl Into<Vec<u8>>) -> Evil {
    Evil { octets: octets.into(), closes: false }
}

/// What comes on an association, good or bad, and does not end it.
fn harmless() -> Vec<Vec<u8>> {
    let longest = [&[0xFF, 0xFF][..], &[0xA1; 65_535]].concat();
    let result = hex!("00 0D A2 0B 02 01 4D 30 06 02 02 00 D3 05 00").to_vec();
    let error = hex!("00 0A A3 08 02 01 4D 02 01 01 0A 01").to_vec();
    let reject = hex!("00 08 A4 06 02 01 4D 80 01 02").to_vec();
    let garbage = hex!("00 05 FF FF FF FF FF 00 00 00 03 A1 80 00").to_vec();
    vec![longest, result, error, reject, garbage, SYSTEM_STATUS.repeat(10_000)]
}

impl Evil {
    /// Does so, and reads whatever comes meanwhile.
    async fn happen(&self, stream: DuplexStream) -> Vec<u8> {
        let (mut source, mut sink) = tokio::io::split(stream);
        let mut read = Vec::new();
        let write = async {
            // The other side may have had enough.
            let _ = sink.write_all(&self.octets).await;
            if self.closes { sink.shutdown().await } else { Ok(()) }
        };
        // What nobody answers is given up after minutes.
        let both = async { tokio::join!(write, source.read_to_end(&mut read)) };
        let ended = timeout(600 * SECOND, both).await;
        assert!(ended.is_ok(), "the multiplexer waits for ever: {self:?}");
        read
    }
}

/// A network with a multiplexer in it.
fn site() -> (Lan, Host) {
    let lan = Lan::new(1);
    let mut config = Config::new("pbx");
    config.pbx.silence_timeout = 150 * SECOND;
    config.limits.requests = 10_000;
    let host = Host::new(&lan, config, fastrand::Rng::with_seed(1));
    (lan, host)
}

async fn up(host: &Host) {
    let up = async {
        while host.running().unwrap().status().link != LinkState::Up {
            sleep(SECOND / 10).await;
        }
    };
    timeout(600 * SECOND, up).await.expect("the link is up");
}

async fn application(lan: &Lan) -> Client {
    let stream = lan.connect("desk", "mux").await.unwrap();
    let builder = Client::builder().answer_timeout(100 * SECOND);
    let (client, connection) = builder.connect_with(stream).await.unwrap();
    tokio::spawn(connection.run());
    client
}

/// Makes a call, whether that succeeds or not: it is answered.
async fn asks(client: &Client) -> Result<(), ErrorKind> {
    let (from, to) = (DeviceId::dialing_number("1001"), DeviceId::dialing_number("1002"));
    let made = timeout(100 * SECOND, client.make_call(from, to)).await.expect("an answer");
    made.map(drop).map_err(|error| error.kind())
}

#[tokio::test(start_paused = true)]
async fn whatever_the_pbx_does_applications_stay_and_the_next_one_is_served() {
    let (lan, host) = site();
    let client = application(&lan).await;
    let tasks = || Handle::current().metrics().num_alive_tasks();
    let before = tasks();
    let mut port = lan.listen("pbx");
    let then = |more: &[u8]| [AARE, more].concat();
    let mut evils: Vec<_> = (0..AARE.len()).map(|length| closing(&AARE[..length])).collect();
    evils.extend(harmless().iter().flat_map(|own| [closing(then(own)), waiting(then(own))]));
    evils.push(waiting(b""));
    evils.push(waiting(AARE));
    evils.push(waiting(b"HTTP/1.1 400 Bad Request\r\n\r\n"));
    evils.push(waiting(TLS));
    // It is rejected; it is asked for an association itself; it is aborted.
    evils.push(waiting([&AARE[..17], &[0xA2, 3, 2, 1, 1], &AARE[22..]].concat()));
    evils.push(waiting(AARQ));
    evils.push(waiting(then(AARE)));
    evils.push(waiting(then(ABORT)));
    evils.push(waiting(then(UNFRAMED_ABORT)));
    for evil in evils {
        let stream = timeout(600 * SECOND, port.accept()).await.expect("another attempt");
        let (_, asked) = tokio::join!(evil.happen(stream), asks(&client));
        assert!(matches!(asked, Err(ErrorKind::Refused)), "{evil:?}: {asked:?}");
        assert!(!client.is_closed(), "{evil:?}");
    }
    // Nobody can be connected to now.
    drop(port);
    sleep(60 * SECOND).await;
    assert_eq!(tasks(), before, "tasks are left");
    let pbx = Pbx::spawn(config(2)).unwrap();
    tokio::spawn(serve(lan.listen("pbx"), pbx));
    up(&host).await;
    assert_eq!(asks(&client).await, Ok(()));
}

#[tokio::test(start_paused = true)]
async fn whatever_an_application_does_others_are_served_and_nothing_is_left_of_it() {
    let (lan, host) = site();
    let pbx = Pbx::spawn(config(2)).unwrap();
    tokio::spawn(serve(lan.listen("pbx"), pbx));
    up(&host).await;
    let client = application(&lan).await;
    assert_eq!(asks(&client).await, Ok(()));
    let tasks = Handle::current().metrics().num_alive_tasks();
    let then = |more: &[u8]| [AARQ, more].concat();
    let mut evils: Vec<_> = (0..AARQ.len()).map(|length| closing(&AARQ[..length])).collect();
    evils.extend((1..MAKE_CALL.len()).map(|length| closing(then(&MAKE_CALL[..length]))));
    evils.extend(harmless().iter().map(|own| closing(then(own))));
    // It does not go on: slow or stuck.
    evils.extend([0, 1, 2, 20].map(|length| waiting(&AARQ[..length])));
    evils.push(waiting(TLS));
    evils.push(waiting(b"GET / HTTP/1.1\r\n\r\n"));
    evils.push(waiting(then(AARQ)));
    evils.push(waiting(then(ABORT)));
    evils.push(waiting(then(&[MAKE_CALL.repeat(100).as_slice(), ABORT].concat())));
    for evil in evils {
        let stream = lan.connect("evil", "mux").await.unwrap();
        evil.happen(stream).await;
        assert!(
            !matches!(asks(&client).await, Err(ErrorKind::Closed | ErrorKind::TimedOut)),
            "{evil:?}"
        );
    }
    sleep(60 * SECOND).await;
    let status = host.running().unwrap().status();
    assert_eq!((status.link, status.applications.len()), (LinkState::Up, 1));
    let requests = status.requests;
    assert_eq!((requests.queued, requests.in_flight), (0, 0));
    assert_eq!(Handle::current().metrics().num_alive_tasks(), tasks, "tasks are left");
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_requests_at_once_are_answered_once_each() {
    let (lan, host) = site();
    let pbx = Pbx::spawn(config(2)).unwrap();
    tokio::spawn(serve(lan.listen("pbx"), pbx));
    up(&host).await;
    let client = application(&lan).await;
    let flood = closing([AARQ, &MAKE_CALL.repeat(10_000)].concat());
    let stream = lan.connect("flood", "mux").await.unwrap();
    let (mut source, mut sink) = tokio::io::split(stream);
    let answers = async {
        let mut answers = 0;
        while answers < 10_000 {
            let mut apdu = vec![0; source.read_u16().await.unwrap().into()];
            source.read_exact(&mut apdu).await.unwrap();
            answers += usize::from(matches!(apdu[0], 0xA2 | 0xA3));
        }
    };
    let others = async {
        for _ in 0..10 {
            // One turn of each: it does not wait for the thousands before it.
            assert!(!matches!(asks(&client).await, Err(ErrorKind::TimedOut)));
        }
    };
    let all = async { tokio::join!(sink.write_all(&flood.octets), answers, others) };
    timeout(600 * SECOND, all).await.expect("all answers").0.unwrap();
    // Nothing more comes.
    let more = timeout(60 * SECOND, async {
        loop {
            let mut apdu = vec![0; source.read_u16().await.unwrap().into()];
            source.read_exact(&mut apdu).await.unwrap();
            assert_eq!(apdu[0], 0xA1, "{apdu:02X?}");
        }
    });
    assert!(more.await.is_err());
}

#[tokio::test(start_paused = true)]
async fn a_restart_of_the_pbx_while_five_hundred_monitors_start_loses_none() {
    const TELEPHONES: u16 = 500;
    let (lan, host) = site();
    let pbx = Pbx::spawn(config(TELEPHONES)).unwrap();
    let starts = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&starts);
    pbx.tap(move |direction, apdu| {
        let asked = Apdu::decode(apdu).ok();
        let asked = asked.and_then(|apdu| apdu.invoke()?.operation.local());
        if direction == Direction::ToSwitch && asked == Some(MonitorStart::CODE) {
            seen.fetch_add(1, Ordering::Relaxed);
        }
    });
    tokio::spawn(serve(lan.listen("pbx"), pbx.clone()));
    up(&host).await;
    let clients = join_all((0..5).map(|_| application(&lan))).await;
    let wanted = (1..=TELEPHONES).map(|index| {
        let client = &clients[usize::from(index % 5)];
        async move {
            let number = number(index);
            loop {
                let device = DeviceId::dialing_number(&number);
                match client.monitor(device, None).await {
                    Ok(monitor) => return monitor,
                    // That it could not be started is told.
                    Err(error) => assert_eq!(error.kind(), ErrorKind::Refused, "{error}"),
                }
                sleep(SECOND).await;
            }
        }
    });
    let restart = async {
        while starts.load(Ordering::Relaxed) < 200 {
            sleep(SECOND / 1000).await;
        }
        pbx.fault(Fault::Restart { lasting: 3 * SECOND, keeps_calls: true }).await.unwrap();
    };
    let all = async { tokio::join!(join_all(wanted), restart) };
    let (mut monitors, ()) = timeout(600 * SECOND, all).await.expect("all monitors");
    up(&host).await;
    let status = host.running().unwrap().status();
    assert_eq!(status.monitors.len(), 500);
    for monitor in &status.monitors {
        assert_eq!(
            (monitor.state, monitor.applications.len()),
            (MonitorState::On, 1),
            "{monitor:?}"
        );
    }
    assert!(starts.load(Ordering::Relaxed) > 500, "some were started again");
    for index in 1..=TELEPHONES {
        pbx.user(&number(index), UserAct::Lift).await.unwrap();
    }
    for monitor in &mut monitors {
        let item = timeout(60 * SECOND, monitor.next()).await.expect("an event");
        assert!(format!("{item:?}").contains("erviceInitiated"), "{item:?}");
    }
}
