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
    association: Option<Request>,
    summary: Summary,
    all_understood: bool,
}

struct Request {
    time: Duration,
    /// The name of the operation.
    operation: String,
    /// The same with the direction, as it is counted.
    name: String,
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
        let answered = self.pair(direction, time, message);
        let mut text = title(message, answered.as_ref());
        if let Body::Value(value) = &message.body
            && !matches!(message.kind, Kind::Acse(_) | Kind::Reject)
        {
            let detail = detail::of(value);
            if !detail.is_empty() {
                text = format!("{text}  {detail}");
            }
        }
        if let Some(request) = answered {
            text = format!("{text}  after {}", milliseconds(time.saturating_sub(request.time)));
        }
        self.line(direction, time, &text)?;
        let mut hidden = Vec::new();
        let is_understood = describe::body(&mut hidden, message, INDENT)?;
        if self.with_trees || !is_understood {
            self.out.write_all(&hidden)?;
        }
        if !is_understood {
            self.summary.not_understood += 1;
            self.all_understood = false;
        }
        Ok(())
    }

    /// The request that a message answers; requests are remembered.
    fn pair(
        &mut self,
        direction: Direction,
        time: Duration,
        message: &Message<'_>,
    ) -> Option<Request> {
        match (message.kind, message.invoke_id) {
            (Kind::Invoke, Some(id)) => {
                if let Some(event) = message.event {
                    self.summary.take_event(event.name);
                    return None;
                }
                let operation = operation(message);
                let name = format!("{} {operation}", direction.arrow());
                self.summary.take_request(&name);
                // Whether an operation that is not known is answered is not known either.
                if message.operation.is_some_and(|operation| operation.is_confirmed()) {
                    let request = Request { time, operation, name };
                    if let Some(request) = self.requests.insert((direction, id), request) {
                        self.summary.take_unanswered(&request.name);
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
                self.summary.take_answer(&request.name, latency, is_result);
                Some(request)
            }
            (Kind::Acse("aarq" | "rlrq"), _) => {
                let (operation, name) = (String::new(), String::new());
                self.association = Some(Request { time, operation, name });
                None
            }
            (Kind::Acse("aare" | "rlre"), _) => self.association.take(),
            _ => None,
        }
    }

    fn line(&mut self, direction: Direction, time: Duration, text: &str) -> io::Result<()> {
        let time = time.saturating_sub(self.begin).as_secs_f64();
        writeln!(self.out, "{time:>12.6} {} {text}", direction.arrow())
    }

    fn finish(mut self, connection: &Framed) -> io::Result<bool> {
        for request in self.requests.into_values() {
            self.summary.take_unanswered(&request.name);
        }
        self.summary.write(self.out, &connection.quality)?;
        Ok(self.all_understood)
    }
}

/// Where the trees begin, below the text of their lines.
const INDENT: usize = 18;

/// What a message is, in few words; `request` is what it answers.
fn title(message: &Message<'_>, request: Option<&Request>) -> String {
    let id = message.invoke_id.map(|id| format!(" {id}")).unwrap_or_default();
    let of_request = || request.map_or_else(|| operation(message), |r| r.operation.clone());
    match message.kind {
        Kind::Invoke => match message.event {
            Some(event) => format!("event {}", event.name),
            None => format!("{}, request{id}", operation(message)),
        },
        Kind::ReturnResult => format!("{}, result{id}", of_request()),
        Kind::ReturnError => format!("{}, error{id}", of_request()),
        Kind::Reject => format!("{}, reject{id}", of_request()),
        Kind::Acse(_) | Kind::Empty | Kind::Unreadable => describe::title(message),
    }
}

/// The name of the operation, or its number where that is not known.
fn operation(message: &Message<'_>) -> String {
    match (message.operation, message.code) {
        (Some(operation), _) => operation.name.to_owned(),
        (None, Some(code)) if message.kind == Kind::Invoke => format!("operation {code}"),
        (None, _) => "unknown operation".to_owned(),
    }
}
