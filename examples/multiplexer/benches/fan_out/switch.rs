//! A switch that answers what it is asked, and says what it is told to.

use std::sync::Arc;

use bytes::BytesMut;
use csta_client::{Acceptor, AssociationEvent, LinkParts, PANASONIC_VERSION};
use csta_codec::rose::{Code, Invoke, OperationResult, ReturnError, ReturnResult, Rose};
use csta_codec::{Apdu, Ber as _, Element};
use hex_literal::hex;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::codec::Decoder as _;

use super::bare::write;
use super::message::SHARED;
use super::process::ROLE;

/// The role of a process that is such a switch.
pub(crate) const SWITCH: &str = "switch";

pub(crate) fn is_this_process() -> bool {
    std::env::var(ROLE).is_ok_and(|role| role == SWITCH)
}

pub(crate) fn run() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let link = associate(stream).await;
                answer_all(Arc::clone(&link.stream), link).await;
            });
        }
    });
}

/// P3: that all is well, in its frame.
const SYSTEM_STATUS: &[u8] = &hex!("00 0E A1 0C 02 01 01 02 02 00 D3 30 03 0A 01 02");

/// Accepts the association that is requested on a connection.
pub(crate) async fn associate(stream: TcpStream) -> LinkParts<Arc<TcpStream>> {
    stream.set_nodelay(true).unwrap();
    let request = Acceptor::default().accept(stream).await.unwrap();
    let link = request.accept(PANASONIC_VERSION).into_parts();
    write(&link.stream, &link.unsent).await;
    write(&link.stream, SYSTEM_STATUS).await;
    LinkParts {
        stream: Arc::new(link.stream),
        association: link.association,
        codec: link.codec,
        received: link.received,
        unsent: BytesMut::new(),
    }
}

/// Answers everything until the other side has gone.
pub(crate) async fn answer_all(stream: Arc<TcpStream>, mut link: LinkParts<Arc<TcpStream>>) {
    loop {
        while let Ok(Some(apdu)) = link.codec.decode(&mut link.received) {
            link.association.handle_apdu(apdu);
        }
        let mut answers = Vec::new();
        while let Some(event) = link.association.poll_event() {
            if let AssociationEvent::Apdu(apdu) = event
                && let Ok(Apdu::Rose(Rose::Invoke(invoke))) = Apdu::decode(&apdu)
            {
                let answer = answer(&invoke);
                answers.extend_from_slice(&(answer.len() as u16).to_be_bytes());
                answers.extend_from_slice(&answer);
            }
        }
        write(&stream, &answers).await;
        stream.readable().await.unwrap();
        link.received.reserve(4096);
        match stream.try_read_buf(&mut link.received) {
            Ok(0) => return,
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => {}
            Err(_) => return,
        }
    }
}

/// The answer to a request: monitors start and stop, calls are made, private data there are none.
fn answer(invoke: &Invoke<'_>) -> Vec<u8> {
    let code = invoke.operation.local().unwrap_or_default();
    let argument = invoke.argument.as_ref().map(Element::content).unwrap_or_default();
    let octets = match code {
        10 => hex!("30 13 6B 11 30 0F 80 04 30303735 A1 07 30 05 80 03 313031").to_vec(),
        71 => {
            let digits = argument.windows(6).find(|window| window.starts_with(&[0x80, 4])).unwrap();
            let number: u16 = std::str::from_utf8(&digits[2..]).unwrap().parse().unwrap();
            let device = if number == NUMBER_OF_SHARED { SHARED } else { number };
            let mut result = hex!("30 06 55 04 01 11 00 00").to_vec();
            result[6..].copy_from_slice(&device.to_be_bytes());
            result
        }
        51 => {
            let failure = hex!("A0 03 0A 01 01");
            let failure = Element::decode(&failure).unwrap();
            let mut error = ReturnError::new(invoke.invoke_id, Code::Local(1));
            error.parameter = Some(failure);
            return Apdu::Rose(Rose::ReturnError(error)).encode();
        }
        _ => hex!("05 00").to_vec(),
    };
    let mut answer = ReturnResult::new(invoke.invoke_id);
    let result = Element::decode(&octets).unwrap();
    answer.result = Some(OperationResult::new(Code::Local(code), result));
    Apdu::Rose(Rose::ReturnResult(answer)).encode()
}

/// The number of the device that all monitor.
pub(crate) const NUMBER_OF_SHARED: u16 = 9999;
