//! What carries octets between the ends of one connection.

use std::collections::VecDeque;
use std::future::pending;
use std::io;
use std::ops::Range;
use std::time::Duration;

use bytes::{Buf, Bytes, BytesMut};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, ReadHalf, WriteHalf, split};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::condition::Condition;

/// How many octets are on the way in one direction at most; then the sender has to wait.
const WINDOW: usize = 1 << 16;

/// Octets on their way to an end.
#[derive(Debug, Default)]
struct Way {
    /// Each piece, when it was sent and when it arrives.
    pieces: VecDeque<(Instant, Instant, Bytes)>,
    octets: usize,
    /// Whether the sender has said that it sends no more.
    is_ended: bool,
}

impl Way {
    const fn has_room(&self) -> bool {
        self.octets < WINDOW && !self.is_ended
    }

    /// Puts octets on their way. They arrive in their order, so none before those ahead of it.
    fn send(&mut self, mut octets: Bytes, condition: &Condition, random: &mut fastrand::Rng) {
        let now = Instant::now();
        let weather = &condition.weather;
        while !octets.is_empty() {
            let size = random.usize(weather.pieces.clone()).clamp(1, octets.len());
            let ahead = self.pieces.back().map(|(_, due, _)| *due);
            let due = now + between(&weather.latency, random);
            let piece = octets.split_to(size);
            self.octets += piece.len();
            self.pieces.push_back((now, ahead.map_or(due, |ahead| ahead.max(due)), piece));
        }
    }

    /// When the next octets arrive.
    fn due(&self) -> Option<Instant> {
        self.pieces.front().map(|(_, due, _)| *due)
    }

    /// When the sender gives up, if nothing arrives.
    fn given_up(&self, patience: Duration) -> Option<Instant> {
        self.pieces.front().map(|(sent, ..)| *sent + patience)
    }

    /// What arrives now.
    fn arriving(&self, now: Instant) -> Bytes {
        match self.pieces.front() {
            Some((_, due, piece)) if *due <= now => piece.clone(),
            _ => Bytes::new(),
        }
    }

    fn arrived(&mut self, count: usize) {
        self.octets -= count;
        if let Some((.., piece)) = self.pieces.front_mut() {
            piece.advance(count);
            if piece.is_empty() {
                self.pieces.pop_front();
            }
        }
    }
}

pub(super) fn between(range: &Range<Duration>, random: &mut fastrand::Rng) -> Duration {
    range.start + range.end.saturating_sub(range.start).mul_f64(random.f64())
}

/// Which of the two ends of a connection are gone: closed, or given up by their side.
type Gone = watch::Sender<[bool; 2]>;

fn leave(gone: &Gone, end: usize) {
    gone.send_modify(|gone| {
        if let Some(gone) = gone.get_mut(end) {
            *gone = true;
        }
    });
}

/// Carries octets both ways, until the connection is at an end at both ends. How it was when the
/// connection was made, it cannot see for itself: it may begin later.
pub(super) async fn carry(
    near: DuplexStream,
    far: DuplexStream,
    conditions: watch::Receiver<Condition>,
    born: Condition,
    mut random: fastrand::Rng,
) {
    let gone = Gone::new([false; 2]);
    let (near_reads, near_writes) = split(near);
    let (far_reads, far_writes) = split(far);
    let pipe = |source, random| Pipe {
        source,
        conditions: conditions.clone(),
        born: born.clone(),
        random,
        gone: &gone,
        way: Way::default(),
    };
    let (out, back) = (pipe(0, random.fork()), pipe(1, random.fork()));
    tokio::join!(out.run(near_reads, far_writes), back.run(far_reads, near_writes));
}

/// One direction of a connection.
struct Pipe<'c> {
    /// Which end sends.
    source: usize,
    conditions: watch::Receiver<Condition>,
    /// As it was when the connection was made.
    born: Condition,
    random: fastrand::Rng,
    gone: &'c Gone,
    way: Way,
}

impl Pipe<'_> {
    async fn run(mut self, reads: ReadHalf<DuplexStream>, writes: WriteHalf<DuplexStream>) {
        let (mut reads, mut writes) = (Some(reads), Some(writes));
        let mut changes = self.gone.subscribe();
        let mut buffer = BytesMut::new();
        loop {
            let condition = self.conditions.borrow_and_update().clone();
            let [mut source_gone, mut sink_gone] = *changes.borrow_and_update();
            if self.source == 1 {
                (source_gone, sink_gone) = (sink_gone, source_gone);
            }
            if condition.breaks != self.born.breaks || source_gone && sink_gone {
                return;
            }
            if source_gone {
                (reads, self.way) = (None, Way::default());
            }
            if sink_gone {
                writes = None;
            }
            let is_lost = condition.losses != self.born.losses;
            let carries = !condition.is_parted && !is_lost;
            let now = Instant::now();
            let given_up = self.way.given_up(condition.weather.patience);
            let arriving = if carries { self.way.arriving(now) } else { Bytes::new() };
            // The other end is not there any more, and says so to who sends; or it is not heard
            // of. An end that is closed and will not be heard of is gone as well.
            let is_told = sink_gone && !arriving.is_empty();
            let gives_up = !carries && given_up.is_some_and(|given_up| given_up <= now);
            if !source_gone && (is_told || gives_up || self.way.is_ended && is_lost) {
                leave(self.gone, self.source);
                continue;
            }
            if self.way.is_ended && self.way.pieces.is_empty() && carries {
                if let Some(mut writes) = writes {
                    // Whoever is gone needs not be told.
                    let _ = writes.shutdown().await;
                }
                return;
            }
            let wake = if carries { self.way.due() } else { given_up };
            tokio::select! {
                biased;
                changed = self.conditions.changed() => {
                    if changed.is_err() {
                        return; // the network itself is gone
                    }
                }
                _ = changes.changed() => {}
                written = write(&mut writes, &arriving), if !arriving.is_empty() => match written {
                    Ok(count) => self.way.arrived(count),
                    Err(_) => self.gone.send_modify(|gone| *gone = [true; 2]),
                },
                read = read(&mut reads, &mut buffer), if self.way.has_room() => {
                    if read.is_ok_and(|count| count > 0) {
                        self.way.send(buffer.split().freeze(), &condition, &mut self.random);
                    } else {
                        self.way.is_ended = true;
                    }
                }
                () = sleep_until(wake.unwrap_or(now)), if wake.is_some_and(|wake| wake > now) => {}
            }
        }
    }
}

/// Reads from an end; from one that is gone, nothing ever comes.
async fn read(
    from: &mut Option<ReadHalf<DuplexStream>>,
    buffer: &mut BytesMut,
) -> io::Result<usize> {
    match from {
        Some(from) => from.read_buf(buffer).await,
        None => pending().await,
    }
}

/// Writes to an end; one that is gone takes nothing.
async fn write(to: &mut Option<WriteHalf<DuplexStream>>, octets: &[u8]) -> io::Result<usize> {
    match to {
        Some(to) => to.write(octets).await,
        None => pending().await,
    }
}
