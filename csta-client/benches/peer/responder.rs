//! What answers, on a thread of its own.

use std::hint::spin_loop;
use std::io::{ErrorKind, Read, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use super::{ACCEPTED, RESULT};

/// For how long a core is kept awake after the last request: a switch has a processor of its own. What an idle one takes to
/// wake is many times what a client takes, and whether it has fallen asleep is a matter of microseconds: with a responder
/// that sleeps, 16 requests in flight were measured at 0.25 and at 0.87 of the bare client. On a single core, which the
/// client needs, it has to sleep, and takes its part of the time.
const AWAKE: Duration = Duration::from_millis(1);

/// Answers each makeCall with a result under its invoke id, and all that have come at once with one write. Whoever
/// begins with an AARQ gets an association.
pub(crate) struct Responder {
    address: SocketAddr,
}

impl Responder {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for stream in listener.incoming() {
                thread::spawn(move || serve(stream.unwrap()));
            }
        });
        Self { address }
    }

    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }
}

/// Ends when the connection does.
fn serve(mut stream: TcpStream) {
    stream.set_nodelay(true).unwrap();
    let (mut received, mut answers, mut chunk) = (Vec::new(), Vec::new(), [0; 1 << 16]);
    while let Ok(length @ 1..) = read(&mut stream, &mut chunk) {
        received.extend_from_slice(chunk.get(..length).unwrap());
        let mut rest = received.as_slice();
        while let Some((frame, behind)) = frame(rest) {
            answer(frame, &mut answers);
            rest = behind;
        }
        let taken = received.len() - rest.len();
        received.drain(..taken);
        if stream.write_all(&answers).is_err() {
            return;
        }
        answers.clear();
    }
}

/// Waits for something to read, awake at first.
fn read(stream: &mut TcpStream, chunk: &mut [u8]) -> Result<usize> {
    stream.set_nonblocking(true)?;
    let begin = Instant::now();
    let read = loop {
        match stream.read(chunk) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                if begin.elapsed() > AWAKE {
                    break None;
                }
                spin_loop();
            }
            done => break Some(done),
        }
    };
    stream.set_nonblocking(false)?;
    read.unwrap_or_else(|| stream.read(chunk))
}

fn frame(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = octets.split_first_chunk::<2>()?;
    rest.split_at_checked(u16::from_be_bytes(*length).into())
}

fn answer(apdu: &[u8], answers: &mut Vec<u8>) {
    match apdu {
        [0x60, ..] => answers.extend_from_slice(ACCEPTED),
        // Under the invoke id of the request, which has one octet or two.
        [0xA1, _, 0x02, 0x01, id, ..] => respond([0, *id], answers),
        [0xA1, _, 0x02, 0x02, high, low, ..] => respond([*high, *low], answers),
        _ => {}
    }
}

fn respond(id: [u8; 2], answers: &mut Vec<u8>) {
    let at = answers.len();
    answers.extend_from_slice(RESULT);
    answers.get_mut(at + 6..at + 8).unwrap().copy_from_slice(&id);
}
