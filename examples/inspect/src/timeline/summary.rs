//! What happened on a connection, counted.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

use super::pairing::Request;
use super::{Answered, Direction, Quality};
use crate::message::{Kind, Message};

/// What is counted.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    messages: usize,
    octets: usize,
    /// By the direction and the name of the operation.
    requests: BTreeMap<(&'static str, String), Requests>,
    events: BTreeMap<&'static str, usize>,
    without_request: usize,
    pub(crate) not_understood: usize,
    pub(crate) skipped: usize,
    /// Messages that are not shown, because they are not of interest.
    pub(crate) hidden: usize,
}

/// The requests for one operation.
#[derive(Debug, Default)]
struct Requests {
    count: usize,
    unanswered: usize,
    failed: usize,
    latencies: Vec<Duration>,
}

impl Summary {
    pub(crate) fn take(
        &mut self,
        direction: Direction,
        message: &Message<'_>,
        answered: &Answered,
    ) {
        self.messages += 1;
        self.octets += message.octets.len();
        match (message.kind, message.event, answered) {
            (Kind::Invoke, Some(event), _) => *self.events.entry(event.name).or_default() += 1,
            (Kind::Invoke, None, _) => {
                self.requests(direction, &message.operation_name()).count += 1;
            }
            (_, _, Answered::Request(request, latency)) if !request.operation.is_empty() => {
                let requests = self.requests(request.direction, &request.operation);
                requests.failed += usize::from(message.kind != Kind::ReturnResult);
                requests.latencies.push(*latency);
            }
            (Kind::ReturnResult | Kind::ReturnError, _, Answered::Unknown) => {
                self.without_request += 1;
            }
            _ => {}
        }
    }

    pub(crate) fn take_unanswered(&mut self, requests: Vec<Request>) {
        for request in requests {
            self.requests(request.direction, &request.operation).unanswered += 1;
        }
    }

    fn requests(&mut self, direction: Direction, operation: &str) -> &mut Requests {
        self.requests.entry((direction.arrow(), operation.to_owned())).or_default()
    }

    pub(crate) fn write(self, out: &mut dyn Write, quality: &[Quality; 2]) -> io::Result<()> {
        let plural = if self.messages == 1 { "" } else { "s" };
        write!(out, "  summary: {} message{plural}, {} octets", self.messages, self.octets)?;
        match self.hidden {
            0 => writeln!(out)?,
            hidden => writeln!(out, ", {hidden} of them not shown")?,
        }
        let name_width = self.requests.keys().map(|(_, name)| name.len()).max().unwrap_or_default();
        for ((arrow, name), requests) in self.requests {
            write!(out, "    {arrow} {name:name_width$} {:>5}", requests.count)?;
            requests.write(out)?;
        }
        if !self.events.is_empty() {
            let events: Vec<_> =
                self.events.iter().map(|(name, count)| format!("{name} {count}")).collect();
            writeln!(out, "    events: {}", events.join(", "))?;
        }
        let sum = |number: fn(&Quality) -> usize| quality.iter().map(number).sum::<usize>();
        let missing: u64 = quality.iter().map(|quality| quality.missing).sum();
        for (number, what) in [
            (sum(|quality| quality.retransmitted), "retransmitted segments"),
            (sum(|quality| quality.out_of_order), "segments out of order"),
            (usize::try_from(missing).unwrap_or(usize::MAX), "octets not captured"),
            (self.skipped, "octets that are no frame"),
            (self.without_request, "answers to requests that are not here"),
            (self.not_understood, "messages not understood"),
        ] {
            if number > 0 {
                writeln!(out, "    {what}: {number}")?;
            }
        }
        Ok(())
    }
}

impl Requests {
    fn write(mut self, out: &mut dyn Write) -> io::Result<()> {
        self.latencies.sort_unstable();
        match self.latencies.as_slice() {
            [] => {}
            [latency] => write!(out, ", answered after {}", milliseconds(*latency))?,
            [least, .., most] => {
                let (least, most) = (milliseconds(*least), milliseconds(*most));
                let median = milliseconds(median(&self.latencies));
                write!(out, ", answered after {least} to {most}, median {median}")?;
            }
        }
        for (number, what) in [(self.failed, "failed"), (self.unanswered, "without an answer")] {
            if number > 0 {
                write!(out, ", {number} {what}")?;
            }
        }
        writeln!(out)
    }
}

/// What lies in the middle of times in their order.
fn median(times: &[Duration]) -> Duration {
    let middle = |index| times.get(index).copied().unwrap_or_default();
    (middle(times.len() / 2) + middle(times.len().saturating_sub(1) / 2)) / 2
}

/// A time as `1.234 ms`.
pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1000.0)
}
