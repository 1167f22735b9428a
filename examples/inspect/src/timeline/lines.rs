//! A timeline as it is written: a line for each message.

use std::io::{self, Write};
use std::time::Duration;

use super::detail;
use super::summary::{Summary, milliseconds};
use super::{Answered, Direction, Frame, Pairing, Place, Quality, What};
use crate::cli::View;
use crate::json_line::{self, Context};
use crate::message::{Body, Kind, Message};
use crate::{describe, hex};

/// Where the trees begin, below the text of their lines.
const INDENT: usize = 18;

/// How many of the octets that are no frame are shown.
const MOST_SKIPPED: usize = 16;

/// Writes the messages of a connection, one by one in the order of time.
pub(crate) struct Timeline<'w> {
    out: &'w mut dyn Write,
    view: &'w View,
    place: Place,
    begin: Duration,
    pairing: Pairing,
    summary: Summary,
    all_understood: bool,
}

impl<'w> Timeline<'w> {
    /// Nothing yet; times are shown from `begin` on.
    pub(crate) fn new(
        out: &'w mut dyn Write,
        view: &'w View,
        place: Place,
        begin: Duration,
    ) -> Self {
        let (pairing, summary) = (Pairing::default(), Summary::default());
        Self { out, view, place, begin, pairing, summary, all_understood: true }
    }

    /// Writes what stands at a place of the stream. What lies outside of the capture, before its
    /// first or behind its last whole frame, is not counted as something not understood.
    pub(crate) fn frame(&mut self, direction: Direction, frame: &Frame) -> io::Result<()> {
        let (kind, octets, text) = match &frame.what {
            What::Message(apdu) => {
                return Message::read_with(apdu, |message| {
                    self.message(direction, frame.time, message)
                });
            }
            What::Before(octets) => {
                let text = format!("({octets} octets of a frame that began before the capture)");
                ("before", *octets, text)
            }
            What::CutOff { captured, is_gap: false } => {
                let text = format!("({captured} octets of a frame that ends after the capture)");
                ("cutOff", *captured, text)
            }
            What::CutOff { captured, is_gap: true } => {
                self.all_understood = false;
                let text = format!("-- a frame of which only {captured} octets were captured");
                ("cutOff", *captured, text)
            }
            What::Missing(octets) => {
                self.all_understood = false;
                let text = format!("-- {octets} octets were not captured");
                ("missing", usize::try_from(*octets).unwrap_or(usize::MAX), text)
            }
            What::Skipped(octets) => {
                self.all_understood = false;
                self.summary.skipped += octets.len();
                let (first, rest) = octets.split_at(octets.len().min(MOST_SKIPPED));
                let more = if rest.is_empty() { "" } else { " ..." };
                let count = octets.len();
                let text =
                    format!("-- {count} octets that are no frame: {}{more}", hex::spaced(first));
                ("skipped", count, text)
            }
        };
        if self.view.json {
            let context = self.context(direction, frame.time);
            return writeln!(self.out, "{}", json_line::of_gap(&context, kind, octets)?);
        }
        self.line(direction, frame.time, &text)
    }

    fn message(
        &mut self,
        direction: Direction,
        time: Duration,
        message: &Message<'_>,
    ) -> io::Result<()> {
        let answered = self.pairing.answer(direction, time, message);
        self.summary.take(direction, message, &answered);
        let is_understood = describe::is_understood(message);
        if !is_understood {
            self.summary.not_understood += 1;
            self.all_understood = false;
        }
        let text = text(message, &answered);
        let mut body = Vec::new();
        let wants_body = self.view.tree || self.view.only.is_some() || !is_understood;
        if wants_body && !self.view.json || self.view.only.is_some() {
            describe::body(&mut body, message, INDENT)?;
        }
        let is_shown = !is_understood
            || answered.request().is_some_and(|(request, _)| request.is_shown)
            || self.view.wants(&text)
            || self.view.wants(&String::from_utf8_lossy(&body));
        let given_up = self.pairing.ask(direction, time, message, is_shown);
        self.summary.take_unanswered(given_up);
        if !is_shown {
            self.summary.hidden += 1;
            return Ok(());
        }
        if self.view.json {
            let context = Context { answered: &answered, ..self.context(direction, time) };
            return writeln!(self.out, "{}", json_line::of(message, &context)?);
        }
        self.line(direction, time, &text)?;
        if self.view.tree || !is_understood {
            self.out.write_all(&body)?;
        }
        Ok(())
    }

    fn context(&self, direction: Direction, time: Duration) -> Context<'_> {
        Context { went: Some((time, &self.place, direction)), ..Context::default() }
    }

    fn line(&mut self, direction: Direction, time: Duration, text: &str) -> io::Result<()> {
        let time = time.saturating_sub(self.begin).as_secs_f64();
        writeln!(self.out, "{time:>12.6} {} {text}", direction.arrow())
    }

    /// Writes the summary; whether all was understood.
    pub(crate) fn finish(mut self, quality: &[Quality; 2]) -> io::Result<bool> {
        self.summary.take_unanswered(self.pairing.unanswered());
        if !self.view.json {
            self.summary.write(self.out, quality)?;
        }
        Ok(self.all_understood)
    }
}

/// A message in one line: what it is, what it is about, and how long it took.
fn text(message: &Message<'_>, answered: &Answered) -> String {
    let mut text = title(message, answered);
    if let Body::Value(value) = &message.body
        && !matches!(message.kind, Kind::Acse(_) | Kind::Reject)
    {
        let detail = detail::of(value);
        if !detail.is_empty() {
            text = format!("{text}  {detail}");
        }
    }
    if let Some((_, latency)) = answered.request() {
        text = format!("{text}  after {}", milliseconds(latency));
    }
    text
}

/// What a message is, in few words.
fn title(message: &Message<'_>, answered: &Answered) -> String {
    let id = message.invoke_id.map(|id| format!(" {id}")).unwrap_or_default();
    let operation = match answered.request() {
        Some((request, _)) => request.operation.clone(),
        None if message.operation.is_some() || message.kind == Kind::Invoke => {
            message.operation_name()
        }
        None => "unknown operation".to_owned(),
    };
    match (message.kind, message.event) {
        (Kind::Invoke, Some(event)) => format!("event {}", event.name),
        (Kind::Invoke, None) => format!("{operation}, request{id}"),
        (Kind::ReturnResult, _) => format!("{operation}, result{id}"),
        (Kind::ReturnError, _) => format!("{operation}, error{id}"),
        (Kind::Reject, _) => format!("{operation}, reject{id}"),
        (Kind::Acse(_) | Kind::Empty | Kind::Unreadable, _) => describe::title(message),
    }
}
