//! The messages of a connection, in order, with their answers.

use std::collections::HashMap;
use std::io::{self, Write};
use std::time::Duration;

use super::connections::{Direction, Framed};
use super::detail;
use super::frames::{Frame, What};
use super::summary::{Summary, milliseconds};
use crate::describe;
use crate::message::{Body, Kind, Message};

/// Writes a line for each message and a summary; whether all was understood. What lies outside of
/// the capture, before its first or behind its last whole frame, does not count.
pub(crate) fn write(
    out: &mut dyn Write,
    connection: &Framed,
    begin: Duration,
    with_trees: bool,
) -> io::Result<bool> {
    let mut timeline = Timeline {
        out,
        begin,
        with_trees,
        requests: HashMap::new(),
        association: None,
        summary: Summary::default(),
        all_understood: true,
    };
    for (direction, frame) in &connection.frames {
        timeline.frame(*direction, frame)?;
    }
    timeline.finish(connection)
}

struct Timeline<'w> {
    out: &'w mut dyn Write,
    begin: Duration,
    with_trees: bool,
    /// Confirmed requests that are not answered, by who asks and invoke id.
    requests: HashMap<(Direction, i32), Request>,
    /// The request for an association that is not answered.
    association: Option<Duration>,
    summary: Summary,
    all_understood: bool,
}

struct Request {
    time: Duration,
    operation: String,
}

impl Timeline<'_> {
    fn frame(&mut self, direction: Direction, frame: &Frame) -> io::Result<()> {
        match &frame.what {
            What::Message(apdu) => {
                self.summary.take_message(apdu.len());
                return Message::read_with(apdu, |message| {
                    self.message(direction, frame.time, message)
                });
            }
            What::Before(octets) => {
                self.line(
                    direction,
                    frame.time,
                    &format!("({octets} octets of a frame that began before the capture)"),
                )?;
            }
            What::CutOff { captured, is_gap: false } => {
                self.line(
                    direction,
                    frame.time,
                    &format!("({captured} octets of a frame that ends after the capture)"),
                )?;
            }
            What::CutOff { captured, is_gap: true } => {
                self.line(
                    direction,
                    frame.time,
                    &format!("-- a frame of which only {captured} octets were captured"),
                )?;
                self.all_understood = false;
            }
            What::Missing(octets) => {
                self.line(direction, frame.time, &format!("-- {octets} octets were not captured"))?;
                self.all_understood = false;
            }
            What::Skipped(octets) => {
                self.line(direction, frame.time, &format!("-- {octets} octets that are no frame"))?;
                self.summary.skipped += octets;
                self.all_understood = false;
            }
        }
        Ok(())
    }

    fn message(
        &mut self,
        direction: Direction,
        time: Duration,
        message: &Message<'_>,
    ) -> io::Result<()> {
        let mut text = describe::title(message);
        if let Body::Value(value) = &message.body
            && !matches!(message.kind, Kind::Acse(_) | Kind::Reject)
        {
            let detail = detail::of(value);
            if !detail.is_empty() {
                text = format!("{text}  {detail}");
            }
        }
        if let Some(latency) = self.pair(direction, time, message) {
            text = format!("{text}  after {}", milliseconds(latency));
        }
        self.line(direction, time, &text)?;
        let mut is_understood = message.is_known();
        if self.with_trees {
            is_understood &= describe::body(self.out, message, INDENT)?;
        } else {
            let mut hidden = Vec::new();
            is_understood &= describe::body(&mut hidden, message, INDENT)?;
            if !is_understood {
                self.out.write_all(&hidden)?;
            }
        }
        if !is_understood {
            self.summary.not_understood += 1;
            self.all_understood = false;
        }
        Ok(())
    }

    /// How long after its request an answer came; requests are remembered.
    fn pair(
        &mut self,
        direction: Direction,
        time: Duration,
        message: &Message<'_>,
    ) -> Option<Duration> {
        match (message.kind, message.invoke_id) {
            (Kind::Invoke, Some(id)) => {
                if let Some(event) = message.event {
                    self.summary.take_event(event.name);
                    return None;
                }
                let operation = match (message.operation, message.code) {
                    (Some(operation), _) => operation.name.to_owned(),
                    (None, code) => format!("operation {}", code.unwrap_or_default()),
                };
                self.summary.take_request(&operation);
                // Who answers an operation that is not known is not known either.
                if message.operation.is_some_and(|operation| operation.is_confirmed()) {
                    let replaced =
                        self.requests.insert((direction, id), Request { time, operation });
                    if let Some(request) = replaced {
                        self.summary.take_unanswered(&request.operation);
                    }
                }
                None
            }
            (Kind::ReturnResult | Kind::ReturnError | Kind::Reject, Some(id)) => {
                let Some(request) = self.requests.remove(&(direction.other(), id)) else {
                    self.summary.without_request += 1;
                    return None;
                };
                let latency = time.saturating_sub(request.time);
                let is_result = message.kind == Kind::ReturnResult;
                self.summary.take_answer(&request.operation, latency, is_result);
                Some(latency)
            }
            (Kind::Acse("aarq" | "rlrq"), _) => {
                self.association = Some(time);
                None
            }
            (Kind::Acse("aare" | "rlre"), _) => {
                self.association.take().map(|asked| time.saturating_sub(asked))
            }
            _ => None,
        }
    }

    fn line(&mut self, direction: Direction, time: Duration, text: &str) -> io::Result<()> {
        let time = time.saturating_sub(self.begin).as_secs_f64();
        writeln!(self.out, "{time:>12.6} {} {text}", direction.arrow())
    }

    fn finish(mut self, connection: &Framed) -> io::Result<bool> {
        for request in self.requests.into_values() {
            self.summary.take_unanswered(&request.operation);
        }
        self.summary.write(self.out, &connection.quality)?;
        Ok(self.all_understood)
    }
}

/// Where the trees begin, below the text of their lines.
const INDENT: usize = 18;
