//! The client in any order of requests, answers, nonsense, time and ends.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail that way")]

mod support;

use std::collections::BTreeMap;
use std::time::Duration;

use csta_client::Client;
use csta_codec::rose::{Code, InvokeId, InvokeProblem, Reject, ReturnError, Rose};
use csta_codec::services::{GetDoNotDisturb, GetDoNotDisturbResult};
use csta_codec::types::{DeviceId, OperationErrors, UniversalFailure};
use csta_codec::{Apdu, Ber, Element};
use hex_literal::hex;
use proptest::prelude::*;
use support::{SYSTEM_STATUS, id_of, running};
use tokio::io::{AsyncReadExt, AsyncWriteExt, ReadHalf};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

#[derive(Clone, Copy, Debug)]
enum Step {
    Invoke,
    /// Drops the future of a request.
    Drop(usize),
    Answer(usize, Kind),
    SystemStatus,
    /// What cannot be understood, and answers to what was not asked.
    Nonsense(usize),
    Wait(u64),
    Release,
    Abort,
    Disconnect,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Result,
    OtherOperation,
    Error,
    Reject,
}

const NONSENSE: &[&[u8]] = &[
    &hex!("A1 03 02 05 01"),
    &hex!("A2 0A 02 02 7A 00 30 04 02 01 05 05 00"),
    &hex!("A4 06 02 01 7F 81 01 01"),
    &hex!("A1 08 02 01 07 02 01 03 05 00"),
    &hex!("05 00"),
    &hex!("A1 09 02 01 08 02 02 00D3 30 00"),
];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let kind = prop_oneof![
        Just(Kind::Result),
        Just(Kind::OtherOperation),
        Just(Kind::Error),
        Just(Kind::Reject),
    ];
    let step = prop_oneof![
        8 => Just(Step::Invoke),
        2 => any::<usize>().prop_map(Step::Drop),
        6 => (any::<usize>(), kind).prop_map(|(which, kind)| Step::Answer(which, kind)),
        2 => Just(Step::SystemStatus),
        2 => any::<usize>().prop_map(Step::Nonsense),
        3 => (0_u64..8).prop_map(Step::Wait),
        1 => prop_oneof![Just(Step::Release), Just(Step::Abort), Just(Step::Disconnect)],
    ];
    prop::collection::vec(step, 0..60)
}

fn answer(request: &[u8], kind: Kind) -> Vec<u8> {
    let id = id_of(request);
    match kind {
        Kind::Result => {
            support::result::<GetDoNotDisturb>(request, &GetDoNotDisturbResult::new(true))
        }
        Kind::OtherOperation => {
            let mut other = hex!("A2 0B 02 02 00 00 30 05 02 01 05 05 00").to_vec();
            other.splice(4..6, u16::try_from(id).unwrap().to_be_bytes());
            other
        }
        Kind::Error => {
            let failure = UniversalFailure::Operation(OperationErrors::Generic).encode();
            let mut error = ReturnError::new(id, Code::Local(1));
            error.parameter = Element::decode(&failure).ok();
            Apdu::Rose(Rose::ReturnError(error)).encode()
        }
        Kind::Reject => {
            let problem = InvokeProblem::UnrecognisedOperation;
            Apdu::Rose(Rose::Reject(Reject::of_invoke(id, problem))).encode()
        }
    }
}

/// Hands on the requests that come, and ends with the connection.
async fn read(mut from: ReadHalf<tokio::io::DuplexStream>, to: mpsc::UnboundedSender<Vec<u8>>) {
    while let Ok(length) = from.read_u16().await {
        let mut apdu = vec![0; length.into()];
        from.read_exact(&mut apdu).await.unwrap();
        if apdu.first() == Some(&0xA1) {
            to.send(apdu).unwrap();
        }
    }
}

/// Lets everybody do what can be done at this moment.
async fn settle() {
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
}

async fn play(steps: Vec<Step>) {
    let (client, end, peer) = running(Client::builder().outstanding_limit(5)).await;
    let (reads, writes) = tokio::io::split(peer.0);
    let (sent, mut requests) = mpsc::unbounded_channel();
    let reader = tokio::spawn(read(reads, sent));
    let mut writes = Some(writes);
    let mut asked = Vec::new();
    let mut open = BTreeMap::<InvokeId, Vec<u8>>::new();
    for step in steps {
        match step {
            Step::Invoke => {
                let client = client.clone();
                asked.push(tokio::spawn(async move {
                    client.do_not_disturb(DeviceId::dialing_number("101")).await
                }));
            }
            Step::Drop(which) if !asked.is_empty() => {
                let which = which % asked.len();
                asked.remove(which).abort();
            }
            Step::Wait(seconds) => tokio::time::advance(Duration::from_secs(seconds)).await,
            Step::Release => client.release(),
            Step::Abort => client.abort(),
            Step::Disconnect => {
                if let Some(mut writes) = writes.take() {
                    // The connection may have ended.
                    let _ = writes.shutdown().await;
                }
            }
            step => {
                let apdu = match step {
                    Step::Answer(which, kind) if !open.is_empty() => {
                        let id = *open.keys().nth(which % open.len()).unwrap();
                        answer(&open.remove(&id).unwrap(), kind)
                    }
                    Step::Nonsense(which) => NONSENSE.get(which % NONSENSE.len()).unwrap().to_vec(),
                    _ => SYSTEM_STATUS.to_vec(),
                };
                if let Some(writes) = &mut writes {
                    let length = u16::try_from(apdu.len()).unwrap().to_be_bytes();
                    // The connection may have ended.
                    let _ = writes.write_all(&[&length, apdu.as_slice()].concat()).await;
                }
            }
        }
        settle().await;
        while let Ok(request) = requests.try_recv() {
            let id = id_of(&request);
            assert!(open.insert(id, request).is_none(), "the id {id} is outstanding");
        }
    }
    // Whatever happened, each request ends within its time limit, and so does all else.
    let limit = Duration::from_secs(11);
    for request in asked {
        let _ = tokio::time::timeout(limit, request).await.expect("a request ends").unwrap();
    }
    client.abort();
    drop((writes, client));
    tokio::time::timeout(limit, end).await.expect("the connection ends").unwrap();
    reader.await.unwrap();
    settle().await;
    assert_eq!(Handle::current().metrics().num_alive_tasks(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn each_request_ends_once_and_nothing_is_left(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .unwrap();
        runtime.block_on(play(steps));
    }
}
