//! What happened on a connection, counted.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Duration;

use super::stream::Quality;

/// What is counted.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    messages: usize,
    octets: usize,
    requests: BTreeMap<String, Requests>,
    events: BTreeMap<&'static str, usize>,
    pub(crate) not_understood: usize,
    pub(crate) skipped: usize,
    pub(crate) without_request: usize,
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
    pub(crate) const fn take_message(&mut self, octets: usize) {
        self.messages += 1;
        self.octets += octets;
    }

    pub(crate) fn take_event(&mut self, name: &'static str) {
        *self.events.entry(name).or_default() += 1;
    }

    pub(crate) fn take_request(&mut self, operation: &str) {
        self.requests.entry(operation.to_owned()).or_default().count += 1;
    }

    pub(crate) fn take_unanswered(&mut self, operation: &str) {
        self.requests.entry(operation.to_owned()).or_default().unanswered += 1;
    }

    pub(crate) fn take_answer(&mut self, operation: &str, latency: Duration, is_result: bool) {
        let requests = self.requests.entry(operation.to_owned()).or_default();
        requests.failed += usize::from(!is_result);
        requests.latencies.push(latency);
    }

    pub(crate) fn write(mut self, out: &mut dyn Write, quality: &[Quality; 2]) -> io::Result<()> {
        writeln!(out, "  summary: {} messages, {} octets", self.messages, self.octets)?;
        for (name, requests) in &mut self.requests {
            let Requests { count, unanswered, failed, latencies } = requests;
            latencies.sort_unstable();
            write!(out, "    {name}: {count}")?;
            match latencies.as_slice() {
                [] => {}
                [latency] => write!(out, ", answered in {}", milliseconds(*latency))?,
                [least, .., most] => {
                    let middle = latencies.get(latencies.len() / 2).unwrap_or(most);
                    let [least, middle, most] =
                        [least, middle, most].map(|time| milliseconds(*time));
                    write!(out, ", answered in {least} to {most}, median {middle}")?;
                }
            }
            for (number, what) in [(*failed, "failed"), (*unanswered, "without an answer")] {
                if number > 0 {
                    write!(out, ", {number} {what}")?;
                }
            }
            writeln!(out)?;
        }
        if !self.events.is_empty() {
            let events: Vec<_> =
                self.events.iter().map(|(name, count)| format!("{name} {count}")).collect();
            writeln!(out, "    events: {}", events.join(", "))?;
        }
        let sum = |number: fn(&Quality) -> usize| quality.iter().map(number).sum::<usize>();
        let missing: u64 = quality.iter().map(|quality| quality.missing).sum();
        for (number, what) in [
            (sum(|quality| quality.retransmitted), "segments retransmitted"),
            (sum(|quality| quality.out_of_order), "segments out of order"),
            (usize::try_from(missing).unwrap_or(usize::MAX), "octets not captured"),
            (self.skipped, "octets that are no frame"),
            (self.without_request, "answers whose request was not captured"),
            (self.not_understood, "messages not understood"),
        ] {
            if number > 0 {
                writeln!(out, "    {number} {what}")?;
            }
        }
        Ok(())
    }
}

/// A time as `1.234 ms`.
pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1000.0)
}
