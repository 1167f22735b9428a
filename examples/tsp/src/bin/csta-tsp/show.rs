//! What is printed: lines for people, or one JSON object a line.
#![expect(clippy::print_stderr, reason = "this is where the program prints")]

use std::error::Error;
use std::io::{self, Write};

use serde::Serialize;
use tsp::{CallNotification, Device, Notification, Party};

/// Prints one thing in the form that was asked for. A reader that has gone away, such as `head`,
/// is no error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    json: bool,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Json<'a> {
    #[serde(rename_all = "camelCase")]
    Line {
        number: &'a str,
        device: Option<String>,
        kind: Option<String>,
        in_service: bool,
    },
    #[serde(rename_all = "camelCase")]
    Call {
        time: String,
        line: &'a str,
        call: String,
        from: Option<&'static str>,
        state: &'static str,
        event: &'static str,
        cause: Option<String>,
        caller: Option<String>,
        called: Option<String>,
        connected: Option<String>,
    },
    Lost {
        time: String,
        events: u64,
    },
    Step {
        time: String,
        step: &'a str,
    },
    Number {
        number: &'a str,
        list: String,
        result: &'a str,
        changed: bool,
    },
    Finding {
        line: Option<usize>,
        text: &'a str,
        error: bool,
    },
}

impl Output {
    pub(crate) const fn new(json: bool) -> Self {
        Self { json }
    }

    pub(crate) const fn is_json(self) -> bool {
        self.json
    }

    pub(crate) fn device(self, device: &Device) {
        let Device { number, device, in_service, .. } = device;
        let kind = device.map(|device| device.kind().to_string());
        let device = device.map(|device| format!("{:#010x}", u32::from(device)));
        if self.json {
            self.print(&Json::Line { number, device, kind, in_service: *in_service });
        } else {
            let state = if *in_service { "" } else { "  out of service" };
            let (kind, device) = (kind.unwrap_or_default(), device.unwrap_or_default());
            self.text(&format!("{number:<8} {kind:<18} {device}{state}"));
        }
    }

    /// What happened at the lines: what happened to calls, and that something was missed.
    pub(crate) fn notification(self, notification: &Notification) {
        match notification {
            Notification::Call(change) if change.is_state() => self.change(change),
            Notification::Lagged { lost } => {
                let (time, events) = (now(), *lost);
                if self.json {
                    self.print(&Json::Lost { time, events });
                } else {
                    self.text(&format!("{time}  {events} events were not shown in time"));
                }
            }
            _ => {}
        }
    }

    fn change(self, change: &CallNotification) {
        let CallNotification { number: line, call, from, event, cause, .. } = change;
        let (time, cause) = (now(), cause.map(|cause| cause.to_string()));
        let id = call.switch_id.as_ref().map_or_else(|| call.id.to_string(), ToString::to_string);
        if self.json {
            let known = |party: &Party| party.is_known().then(|| party.to_string());
            self.print(&Json::Call {
                time,
                line,
                call: id,
                from: from.map(|state| state.name()),
                state: call.state.name(),
                event,
                cause,
                caller: known(&call.caller),
                called: known(&call.called),
                connected: known(&call.connected),
            });
        } else {
            let cause = cause.map_or_else(String::new, |cause| format!(", {cause}"));
            let parties = format!("{} > {}", call.caller, call.called);
            self.text(&format!(
                "{time}  {line:<6} {:<13} {parties:<20} call {id}  ({event}{cause})",
                call.state
            ));
        }
    }

    /// What is done next.
    pub(crate) fn step(self, step: &str) {
        if self.json {
            self.print(&Json::Step { time: now(), step });
        } else {
            self.text(&format!("\n{step}"));
        }
    }

    /// What rules make of a number.
    pub(crate) fn number(self, number: &str, list: numfmt::List, result: &str) {
        if self.json {
            let (list, changed) = (list.to_string(), result != number);
            self.print(&Json::Number { number, list, result, changed });
        } else if result.is_empty() {
            self.text(&format!("{number} > (suppressed)"));
        } else {
            self.text(&format!("{number} > {result}"));
        }
    }

    /// What is wrong with a rule, as an object.
    pub(crate) fn finding(self, line: Option<usize>, text: &str, error: bool) {
        self.print(&Json::Finding { line, text, error });
    }

    pub(crate) fn text(self, line: &str) {
        let _ = writeln!(io::stdout().lock(), "{line}");
    }

    /// Anything that is serialised already says what it is.
    pub(crate) fn serialised(self, value: &impl Serialize) {
        if let Ok(line) = serde_json::to_string(value) {
            self.text(&line);
        }
    }

    fn print(self, value: &Json<'_>) {
        self.serialised(value);
    }
}

/// Prints an error. What it has for sources is in its text already.
pub(crate) fn error(error: &(dyn Error + 'static)) {
    eprintln!("csta-tsp: {error}");
}

/// The time of day, to the thousandth of a second.
fn now() -> String {
    jiff::Zoned::now().strftime("%H:%M:%S%.3f").to_string()
}
