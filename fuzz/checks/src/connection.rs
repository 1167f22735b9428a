//! A connection to a switch that sends anything.

use std::time::Duration;

use csta_client::Client;
use csta_codec::types::DeviceId;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::runtime::{Builder, Handle};
use tokio::time::{advance, timeout};

use crate::input::Input;
use crate::{Check, seeds};

pub(crate) const CHECK: Check = Check {
    name: "connection",
    claim: "a connection to a switch that sends anything, framed or not: each request and each \
        monitor ends, and with the connection all of its tasks",
    run,
    seeds,
};

/// How long anything may take, in virtual time: more than each of the client's limits together.
const LIMIT: Duration = Duration::from_secs(60);

fn run(octets: &[u8]) {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.expect("a runtime").block_on(play(Input::new(octets)));
}

async fn play(mut input: Input<'_>) {
    let (near, far) = duplex(1 << 17);
    let (reads, mut writes) = tokio::io::split(far);
    let reader = tokio::spawn(read(reads));
    let builder = Client::builder().silence_timeout(Duration::from_secs(20));
    // What it is answered, before it is associated and after.
    let steps = input.octet();
    for _ in 0..steps {
        let Some(step) = input.step() else { break };
        send(&mut writes, step, input.piece()).await;
    }
    let Ok((client, connection)) = builder.connect_with(near).await else {
        drop(writes);
        return reader.await.expect("it reads to the end");
    };
    let connection = tokio::spawn(connection.run());
    let mut asked = Vec::new();
    while let Some(step) = input.step() {
        let client = client.clone();
        match step % 8 {
            kind @ 0..=1 => send(&mut writes, kind, input.piece()).await,
            2 => asked.push(tokio::spawn(async move {
                let _ = client.do_not_disturb(DeviceId::dialing_number("101")).await;
            })),
            3 => asked.push(tokio::spawn(async move {
                let _ = client.snapshot_device(DeviceId::dialing_number("101")).await;
            })),
            4 => asked.push(tokio::spawn(async move {
                if let Ok(monitor) = client.monitor(DeviceId::dialing_number("101"), None).await {
                    let _ = timeout(LIMIT, futures::StreamExt::count(monitor)).await;
                }
            })),
            5 => asked.push(tokio::spawn(async move {
                let _ = client.device_list(kme_private::DeviceCategory::Station).await;
            })),
            6 => advance(Duration::from_millis(input.number().into())).await,
            _ => client.release(),
        }
        for _ in 0..8 {
            tokio::task::yield_now().await;
        }
    }
    for request in asked {
        timeout(2 * LIMIT, request).await.expect("it ends in time").expect("it does not panic");
    }
    client.abort();
    drop((client, writes));
    timeout(LIMIT, connection).await.expect("it ends in time").expect("it does not panic");
    reader.await.expect("it reads to the end");
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

/// Sends octets, in a frame or not.
async fn send(writes: &mut tokio::io::WriteHalf<DuplexStream>, kind: u8, octets: &[u8]) {
    let octets = if kind.is_multiple_of(2) { seeds::framed(octets) } else { octets.to_vec() };
    // The connection may have ended. If it does not read, that is its right.
    let _ = timeout(Duration::from_secs(1), writes.write_all(&octets)).await;
}

/// Reads whatever comes, up to the end.
async fn read(mut from: tokio::io::ReadHalf<DuplexStream>) {
    let mut octets = [0; 4096];
    while from.read(&mut octets).await.is_ok_and(|read| read > 0) {}
}

fn seeds() -> Vec<Vec<u8>> {
    let all = seeds::few_apdus();
    let send = |apdu: &[u8]| [vec![0], seeds::framed(apdu)].concat();
    // Accepted and ready: then it asks for something.
    let open = [vec![2], send(&all[1]), send(&all[2])].concat();
    let asks: [&[u8]; 4] = [&[2], &[3], &[4], &[5]];
    let answered = all.iter().flat_map(|apdu| {
        asks.map(|ask| [open.clone(), ask.to_vec(), send(apdu), vec![6, 0xFF, 0xFF]].concat())
    });
    let everything: Vec<_> = all.iter().flat_map(|apdu| send(apdu)).collect();
    let unexpected = all.iter().map(|apdu| [vec![1], send(apdu)].concat());
    answered.chain(unexpected).chain([[open.clone(), vec![4, 2, 3], everything].concat()]).collect()
}
