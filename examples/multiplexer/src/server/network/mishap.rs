//! What goes wrong.

use std::time::Duration;

use pbx_sim::lan::{Lan, Weather};
use pbx_sim::{Fault, Pbx};
use tokio::time::sleep;

use super::host::Host;
use super::office::SECOND;

/// Two hosts with a network between them.
pub(super) type Between = [String; 2];

/// What goes wrong.
#[derive(Debug)]
pub(super) enum Mishap {
    /// Nothing arrives for so long.
    Part(Between, Duration),
    /// The connection breaks.
    Break(Between),
    /// The connection is forgotten on the way.
    Lose(Between),
    /// Octets are on their way for so long, and arrive in small pieces.
    Delay(Between, Duration),
    /// The PBX goes wrong.
    Pbx(Fault),
    /// The multiplexer is stopped, and started again after a time.
    Stop(Duration),
    /// The multiplexer crashes, and is started again after a time.
    Crash(Duration),
    /// The host of the multiplexer loses its power, and has it again after a time.
    PowerLoss(Duration),
    /// The disk of the multiplexer is full, or has room again.
    Disk { is_full: bool },
}

impl Mishap {
    pub(super) fn random(desks: &[String], random: &mut fastrand::Rng) -> Self {
        let mut time = |seconds: u64| Duration::from_millis(random.u64(0..seconds * 1000));
        let (short, long, lasting) = (time(5), time(600), time(30));
        let other = match random.usize(0..desks.len() * 2) {
            desk if desk < desks.len() => desks[desk].clone(),
            _ => "pbx".to_owned(),
        };
        let between = ["mux".to_owned(), other];
        match random.u8(0..18) {
            0..=1 => Self::Part(between, short),
            2 => Self::Part(between, long),
            3 => Self::Break(between),
            4..=5 => Self::Lose(between),
            6..=7 => Self::Delay(between, short),
            8 => Self::Pbx(Fault::Restart { lasting, keeps_calls: random.bool() }),
            9 => Self::Pbx(Fault::Restart { lasting: Duration::ZERO, keeps_calls: false }),
            10 => Self::Pbx(Fault::DropLink),
            11 => Self::Pbx(Fault::Abort),
            12 => Self::Pbx(Fault::Freeze(Some(long / 4))),
            13 => Self::Stop(lasting),
            14..=15 => Self::Crash(short),
            16 => Self::PowerLoss(lasting),
            _ => Self::Disk { is_full: random.bool() },
        }
    }

    pub(super) async fn happen(self, lan: &Lan, pbx: &Pbx, host: &mut Host, desks: &[String]) {
        match self {
            Self::Part([one, other], time) => {
                lan.part(&one, &other);
                let lan = lan.clone();
                tokio::spawn(async move {
                    sleep(time).await;
                    lan.join(&one, &other);
                });
            }
            Self::Break([one, other]) => lan.break_all(&one, &other),
            Self::Lose([one, other]) => lan.lose_all(&one, &other),
            Self::Delay([one, other], time) => {
                lan.weather(&one, &other, Weather { pieces: 1..40, ..weather(time / 10..time) });
            }
            Self::Pbx(fault) => pbx.fault(fault).await.unwrap(),
            Self::Stop(time) => {
                host.stop().await;
                sleep(time).await;
                host.start();
            }
            Self::Crash(time) => {
                host.crash();
                sleep(time).await;
                host.start();
            }
            Self::PowerLoss(time) => {
                host.lose_power(desks.iter().map(String::as_str).chain(["pbx"]));
                sleep(time).await;
                host.start();
            }
            Self::Disk { is_full } => host.fill_disk(is_full),
        }
    }
}

/// Ends give up sooner than TCP does, so that a run has more in it.
pub(super) fn weather(latency: std::ops::Range<Duration>) -> Weather {
    Weather { latency, patience: 240 * SECOND, ..Weather::default() }
}
