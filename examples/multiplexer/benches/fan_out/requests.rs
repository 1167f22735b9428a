//! What a request costs through the multiplexer, beside a direct one.

use std::time::{Duration, Instant};

use hex_literal::hex;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::message::{AARQ, frames};
use super::process::{Server, cpu_of};
use super::switch::SWITCH;

/// The request to make a call, in its frame.
const MAKE_CALL: &[u8] =
    &hex!("00 18 A1 16 02 01 07 02 01 0A 30 0E 30 05 80 03 313031 30 05 80 03 313032");

/// Measures both in turns.
pub(crate) async fn compare(is_test: bool) {
    let switch = Server::own(SWITCH);
    let multiplexer = Server::multiplexer(switch.address);
    let (rounds, count) = if is_test { (1_u32, 20) } else { (9, 5000) };
    let mut direct = connect(switch.address).await;
    let mut through = connect(multiplexer.address).await;
    // Until it has the switch, the multiplexer refuses.
    while !is_answered(&mut through).await {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    ask(&mut through, 10).await;
    let (mut directs, mut throughs) = (Vec::new(), Vec::new());
    let spent = || {
        // Of all who take part: who asks, the switch, and the multiplexer.
        [cpu_of(std::process::id()), switch.cpu(), multiplexer.cpu()].iter().sum::<Duration>()
    };
    let (mut directly, mut via) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..rounds {
        for (stream, times, sum) in
            [(&mut direct, &mut directs, &mut directly), (&mut through, &mut throughs, &mut via)]
        {
            let before = spent();
            times.push(ask(stream, count).await);
            *sum += spent().saturating_sub(before);
        }
    }
    let ratios = throughs.iter().zip(&directs).map(|(through, direct)| through / direct).collect();
    println!(
        "a request, one at a time: {:.1} µs directly, {:.1} µs through the multiplexer, {:.2} times",
        super::median(directs),
        super::median(throughs),
        super::median(ratios)
    );
    let [direct, through] =
        [directly, via].map(|spent| spent.as_secs_f64() * 1e6 / f64::from(rounds * count));
    println!(
        "processor time of all that takes: {direct:.1} µs directly, {through:.1} µs through the \
         multiplexer, {:.2} times",
        through / direct
    );
}

async fn connect(address: std::net::SocketAddr) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    stream.write_all(AARQ).await.unwrap();
    read(&mut stream, &[0x61]).await;
    stream
}

/// Reads up to an APDU that begins with one of these, and tells with which: others, such as
/// SystemStatus, may come before it.
async fn read(stream: &mut TcpStream, any: &[u8]) -> u8 {
    let mut octets = Vec::with_capacity(512);
    loop {
        if let Some(apdu) = frames(&octets).find(|apdu| any.contains(&apdu[0])) {
            return apdu[0];
        }
        assert!(stream.read_buf(&mut octets).await.unwrap() > 0, "the server has gone");
    }
}

/// Makes a call. Tells whether there is a result, and not an error.
async fn is_answered(stream: &mut TcpStream) -> bool {
    stream.write_all(MAKE_CALL).await.unwrap();
    read(stream, &[0xA2, 0xA3]).await == 0xA2
}

/// Microseconds for each of so many requests, one after another.
async fn ask(stream: &mut TcpStream, count: u32) -> f64 {
    let begin = Instant::now();
    for _ in 0..count {
        assert!(is_answered(stream).await, "a request is refused");
    }
    begin.elapsed().max(Duration::from_nanos(1)).as_secs_f64() * 1e6 / f64::from(count)
}
