//! A publisher and its subscribers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::bare::{PUBLISHER, SUBSCRIBER, write};
use super::message::{AARQ, SHARED, append, count, frames, monitor_start};
use super::nats::{self, Nats};
use super::process::{Kind, Server};
use super::switch::{NUMBER_OF_SHARED, answer_all, associate};

/// What was measured.
#[derive(Debug)]
pub(crate) struct Outcome {
    delivered: u64,
    cpu: Duration,
    /// What nats-server has used, if it takes part.
    nats: Duration,
    time: Duration,
    /// From sending as many messages as may be on their way until the last subscriber has the last
    /// of them, all together.
    waited: Duration,
    rounds: u64,
}

impl Outcome {
    pub(crate) fn cpu_us(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / self.delivered as f64
    }

    pub(crate) fn nats_us(&self) -> f64 {
        self.nats.as_secs_f64() * 1e6 / self.delivered as f64
    }

    pub(crate) fn latency_us(&self) -> f64 {
        self.waited.as_secs_f64() * 1e6 / self.rounds as f64
    }

    pub(crate) fn rate(&self) -> f64 {
        self.delivered as f64 / self.time.as_secs_f64()
    }
}

/// What subscribers have received, on one thread.
#[derive(Debug, Default)]
struct Received {
    messages: Cell<u64>,
    more: Notify,
    /// How many are to be there before anybody is told.
    wanted: Cell<u64>,
}

/// A server, a publisher and its subscribers.
#[derive(Debug)]
pub(crate) struct Load {
    server: Server,
    nats: Option<Rc<Nats>>,
    publisher: Arc<TcpStream>,
    received: Rc<Received>,
    subscribers: Rc<RefCell<Vec<JoinHandle<()>>>>,
    /// The devices that are reported from, in turns, and to how many each goes.
    devices: Vec<u16>,
    fan_out: u64,
    sent: u32,
}

impl Load {
    /// Starts a server and so many subscribers, each of a device of its own or all of the same.
    pub(crate) async fn new(kind: Kind, subscribers: usize, own: bool) -> Self {
        Self::on(kind, None, subscribers, own).await
    }

    /// The same, with subscribers on NATS if it is given.
    pub(crate) async fn on(
        kind: Kind,
        nats: Option<Rc<Nats>>,
        subscribers: usize,
        own: bool,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (server, publisher) = match kind {
            Kind::Direct => (Server::own("direct"), None),
            Kind::Tasks => (Server::own("tasks"), None),
            Kind::Multiplexer | Kind::Nats => {
                let switch = listener.local_addr().unwrap();
                let server = match &nats {
                    Some(nats) => {
                        let (url, site) = (nats.url(), nats.new_site());
                        let device = NUMBER_OF_SHARED.to_string();
                        Server::multiplexer_on_bus(switch, (&url, &site), &device)
                    }
                    None => Server::multiplexer(switch),
                };
                let link = associate(listener.accept().await.unwrap().0).await;
                let stream = Arc::clone(&link.stream);
                tokio::task::spawn(answer_all(Arc::clone(&stream), link));
                (server, Some(stream))
            }
        };
        let devices = if own { (0..subscribers as u16).collect() } else { vec![SHARED] };
        let fan_out = if own { 1 } else { subscribers as u64 };
        let received = Rc::new(Received::default());
        let mut load = Self {
            server,
            nats,
            publisher: match publisher {
                Some(stream) => stream,
                // Replaced below, when all subscribers are there.
                None => Arc::new(TcpStream::connect(listener.local_addr().unwrap()).await.unwrap()),
            },
            received,
            subscribers: Rc::default(),
            devices,
            fan_out,
            sent: 0,
        };
        if let Some(nats) = &load.nats {
            nats.is_monitored().await;
        }
        for index in 0..subscribers {
            if let Some(nats) = &load.nats {
                let stream = nats.subscribe().await;
                load.subscribe_to_nats(stream);
                continue;
            }
            let number = if own { index as u16 } else { NUMBER_OF_SHARED };
            let stream = load.connect(kind, number).await;
            load.subscribe(stream);
        }
        if matches!(kind, Kind::Direct | Kind::Tasks) {
            let mut stream = TcpStream::connect(load.server.address).await.unwrap();
            stream.set_nodelay(true).unwrap();
            stream.write_u8(PUBLISHER).await.unwrap();
            load.publisher = Arc::new(stream);
        }
        load
    }

    pub(crate) const fn server(&self) -> &Server {
        &self.server
    }

    /// Connects so many applications of the multiplexer more, which are silent.
    pub(crate) async fn connect_more(&self, applications: usize) -> Vec<TcpStream> {
        let mut streams = Vec::new();
        for index in 0..applications {
            streams.push(self.connect(Kind::Multiplexer, index as u16).await);
        }
        streams
    }

    async fn connect(&self, kind: Kind, number: u16) -> TcpStream {
        let mut stream = TcpStream::connect(self.server.address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        if kind != Kind::Multiplexer {
            stream.write_u8(SUBSCRIBER).await.unwrap();
            return stream;
        }
        stream.write_all(AARQ).await.unwrap();
        stream.write_all(&monitor_start(number)).await.unwrap();
        // Among the answer to the request of the association and SystemStatus is that to the start.
        let mut octets = Vec::new();
        while !frames(&octets).any(|apdu| apdu[0] == 0xA2) {
            assert!(stream.read_buf(&mut octets).await.unwrap() > 0, "it was not served");
            assert!(!frames(&octets).any(|apdu| apdu[0] == 0xA3), "the monitor did not start");
        }
        stream
    }

    fn subscribe(&self, mut stream: TcpStream) {
        let received = Rc::clone(&self.received);
        let step = self.devices.len() as u32;
        let task = tokio::task::spawn_local(async move {
            let (mut octets, mut last) = (Vec::with_capacity(16 << 10), None);
            while matches!(stream.read_buf(&mut octets).await, Ok(count) if count > 0) {
                let mut used = 0;
                for apdu in frames(&octets) {
                    used += 2 + apdu.len();
                    let Some(count) = count(apdu) else { continue };
                    // Each is there once and in order; that of each device of its own comes in turns.
                    assert!(
                        last.is_none_or(|last| count == (last + step) % 10_000),
                        "{last:?}, {count}"
                    );
                    last = Some(count);
                    received.messages.set(received.messages.get() + 1);
                }
                octets.drain(..used);
                if received.messages.get() >= received.wanted.get() {
                    received.more.notify_one();
                }
            }
        });
        self.subscribers.borrow_mut().push(task);
    }

    fn subscribe_to_nats(&self, mut stream: TcpStream) {
        let received = Rc::clone(&self.received);
        let task = tokio::task::spawn_local(async move {
            let (mut octets, mut last) = (Vec::with_capacity(16 << 10), None);
            while matches!(stream.read_buf(&mut octets).await, Ok(count) if count > 0) {
                let mut used = 0;
                while let Some((length, message)) = nats::message(&octets[used..]) {
                    used += length;
                    let Some(payload) = message else {
                        stream.write_all(b"PONG\r\n").await.unwrap();
                        continue;
                    };
                    let sequence = nats::sequence(payload);
                    assert!(last.is_none_or(|last| sequence == last + 1), "{last:?}, {sequence}");
                    last = Some(sequence);
                    received.messages.set(received.messages.get() + 1);
                }
                octets.drain(..used);
                if received.messages.get() >= received.wanted.get() {
                    received.more.notify_one();
                }
            }
        });
        self.subscribers.borrow_mut().push(task);
    }

    fn nats_cpu(&self) -> Duration {
        self.nats.as_ref().map_or(Duration::ZERO, |nats| nats.cpu())
    }

    /// Sends messages for a time, at most so many before all have them.
    pub(crate) async fn run(&mut self, window: usize, time: Duration) -> Outcome {
        let begin = Instant::now();
        let (cpu, before) = (self.server.cpu(), self.received.messages.get());
        let nats = self.nats_cpu();
        let (mut messages, mut waited) = (0_u64, Duration::ZERO);
        let mut octets = Vec::new();
        while begin.elapsed() < time {
            octets.clear();
            for _ in 0..window {
                let device = self.devices[self.sent as usize % self.devices.len()];
                append(&mut octets, device, self.sent);
                self.sent = self.sent.wrapping_add(1);
            }
            messages += window as u64;
            self.received.wanted.set(before + messages * self.fan_out);
            let sent = Instant::now();
            write(&self.publisher, &octets).await;
            while self.received.messages.get() < self.received.wanted.get() {
                self.received.more.notified().await;
            }
            waited += sent.elapsed();
        }
        let delivered = self.received.messages.get() - before;
        assert_eq!(delivered, messages * self.fan_out, "none is missing and none too many");
        Outcome {
            delivered,
            cpu: self.server.cpu().saturating_sub(cpu),
            nats: self.nats_cpu().saturating_sub(nats),
            time: begin.elapsed(),
            waited,
            rounds: messages / window as u64,
        }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        for task in self.subscribers.borrow_mut().drain(..) {
            task.abort();
        }
    }
}
