//! Bare servers: what comes from the publisher goes to the subscribers.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use super::message::{SHARED, device, frames};
use super::process::Kind;

/// Who comes says what it is by its first octet.
pub(crate) const PUBLISHER: u8 = b'P';
pub(crate) const SUBSCRIBER: u8 = b'S';

/// Where the frames of a subscriber wait for its task.
type Queue = mpsc::UnboundedSender<Arc<[u8]>>;

pub(crate) fn run(kind: Kind) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        // On the worker, not beside it.
        tokio::spawn(serve(listener, kind)).await.unwrap();
    });
}

async fn serve(listener: TcpListener, kind: Kind) {
    let direct: Arc<Mutex<Vec<Arc<TcpStream>>>> = Arc::default();
    let queues: Arc<Mutex<Vec<Queue>>> = Arc::default();
    loop {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.set_nodelay(true).unwrap();
        match (stream.read_u8().await, kind) {
            (Ok(SUBSCRIBER), Kind::Tasks) => {
                let (queue, queued) = mpsc::unbounded_channel();
                queues.lock().unwrap().push(queue);
                tokio::spawn(subscriber(stream, queued));
            }
            (Ok(SUBSCRIBER), _) => direct.lock().unwrap().push(Arc::new(stream)),
            (Ok(_), Kind::Tasks) => {
                let queues = queues.lock().unwrap().clone();
                tokio::spawn(publish_to_tasks(stream, queues));
            }
            (Ok(_), _) => {
                let subscribers = direct.lock().unwrap().clone();
                tokio::spawn(publish(stream, subscribers));
            }
            (Err(_), _) => {}
        }
    }
}

/// Reads whole frames, and leaves the rest for the next time.
async fn read(stream: &mut TcpStream, read: &mut Vec<u8>, used: usize) -> bool {
    read.drain(..used);
    read.reserve(64 << 10);
    matches!(stream.read_buf(read).await, Ok(count) if count > 0)
}

async fn publish(mut stream: TcpStream, subscribers: Vec<Arc<TcpStream>>) {
    let (mut octets, mut used) = (Vec::new(), 0);
    while read(&mut stream, &mut octets, used).await {
        used = 0;
        for apdu in frames(&octets) {
            let frame = &octets[used..used + 2 + apdu.len()];
            used += frame.len();
            let to = match device(apdu) {
                SHARED => &subscribers[..],
                device => &subscribers[device.into()..=device.into()],
            };
            for subscriber in to {
                write(subscriber, frame).await;
            }
        }
    }
}

pub(crate) async fn write(stream: &TcpStream, mut octets: &[u8]) {
    while !octets.is_empty() {
        match stream.try_write(octets) {
            Ok(written) => octets = &octets[written..],
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {
                stream.writable().await.unwrap();
            }
            Err(_) => return,
        }
    }
}

async fn publish_to_tasks(mut stream: TcpStream, queues: Vec<Queue>) {
    let (mut octets, mut used) = (Vec::new(), 0);
    while read(&mut stream, &mut octets, used).await {
        used = 0;
        for apdu in frames(&octets) {
            let frame: Arc<[u8]> = octets[used..used + 2 + apdu.len()].into();
            used += frame.len();
            let to = match device(apdu) {
                SHARED => &queues[..],
                device => &queues[device.into()..=device.into()],
            };
            for queue in to {
                let _ = queue.send(Arc::clone(&frame));
            }
        }
    }
}

async fn subscriber(mut stream: TcpStream, mut queued: mpsc::UnboundedReceiver<Arc<[u8]>>) {
    let mut octets = Vec::new();
    while let Some(first) = queued.recv().await {
        octets.clear();
        octets.extend_from_slice(&first);
        while let Ok(next) = queued.try_recv() {
            octets.extend_from_slice(&next);
        }
        if stream.write_all(&octets).await.is_err() {
            return;
        }
    }
}
