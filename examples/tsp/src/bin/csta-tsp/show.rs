//! What is printed: lines for people, or one JSON object a line.
#![expect(clippy::print_stderr, reason = "this is where the program prints")]

use std::error::Error;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;

use jiff::Timestamp;
use program::harmless;
use serde::Serialize;
use serde_json::Value;
use tsp::{
    Call, CallInfo, CallNotification, Device, Forwarding, Line, LineChange, LineInfo, LineState,
    Notification, Party, ProviderChange, ProviderNotification,
};

use crate::perform::Outcome;

/// Prints things in the form that was asked for. A reader that has gone away, such as `head`, is no
/// error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Output {
    json: bool,
    /// Whether lines are named with their providers, as there are several.
    providers: bool,
}

/// A notification with its time: the form of `monitor --json` and of the events of the HTTP API.
#[derive(Debug, Serialize)]
pub(crate) struct Stamped<'n> {
    time: Timestamp,
    #[serde(flatten)]
    notification: &'n Notification,
}

impl<'n> Stamped<'n> {
    /// It happened now.
    pub(crate) fn now(notification: &'n Notification) -> Self {
        Self { time: Timestamp::now(), notification }
    }
}

/// A call as it is, in the form of the notifications of calls.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename = "call", rename_all = "camelCase")]
pub(crate) struct CallAt<'l> {
    /// The number of the line.
    pub(crate) number: &'l str,
    /// The number as it is shown.
    pub(crate) display: Arc<str>,
    /// The name of its provider.
    pub(crate) provider_name: &'l str,
    pub(crate) call: Call,
}

impl<'l> CallAt<'l> {
    pub(crate) fn new(line: &'l Line, call: Call) -> Self {
        let (display, provider_name) = (line.display(), line.provider().name());
        Self { number: line.number(), display, provider_name, call }
    }
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
enum Json<'a> {
    Device {
        provider_name: &'a str,
        number: &'a str,
        device: Option<String>,
        kind: Option<String>,
        in_service: bool,
    },
    Step {
        time: Timestamp,
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
        Self { json, providers: false }
    }

    /// The same, which names lines with their providers where there are several.
    pub(crate) const fn with_providers(self, providers: bool) -> Self {
        Self { providers, ..self }
    }

    /// Whether lines are named with their providers.
    pub(crate) const fn has_providers(self) -> bool {
        self.providers
    }

    /// How people name a line: by its number as it is shown, with its provider where there are
    /// several.
    pub(crate) fn line_name(self, line: &Line) -> String {
        self.named(line.provider().name(), &line.display())
    }

    pub(crate) fn named(self, provider: &str, display: &str) -> String {
        if self.providers { format!("{provider}/{display}") } else { display.to_owned() }
    }

    pub(crate) const fn is_json(self) -> bool {
        self.json
    }

    /// A device of a PBX.
    pub(crate) fn device(self, provider_name: &str, device: &Device) {
        let Device { number, device, in_service, .. } = device;
        let kind = device.map(|device| device.kind().to_string());
        let device = device.map(|device| format!("{:#010x}", u32::from(device)));
        if self.json {
            let in_service = *in_service;
            self.serialised(&Json::Device { provider_name, number, device, kind, in_service });
        } else {
            let number = self.named(provider_name, number);
            let state = if *in_service { "" } else { "  out of service" };
            let (kind, device) = (kind.unwrap_or_default(), device.unwrap_or_default());
            self.text(&format!("{number:<8} {kind:<18} {device}{state}"));
        }
    }

    /// A line.
    pub(crate) fn line(self, line: &LineInfo) {
        if self.json {
            return self.serialised(line);
        }
        let mobile = if line.addresses.iter().any(|own| !own.label.is_empty()) {
            "  with Mobile"
        } else {
            ""
        };
        let state = match (line.in_service, &line.state) {
            (Some(false), _) => "out of service".to_owned(),
            (Some(true), LineState::Closed) => "in service".to_owned(),
            (None, LineState::Closed) => "not in the list of the PBX".to_owned(),
            (_, state) => state.to_string(),
        };
        let own = self.named(&line.provider_name, &line.display);
        // What the PBX knows it by, and what is typed at the telephones.
        let number = if line.display == line.number { "" } else { &*line.number };
        let number = if number.is_empty() { String::new() } else { format!("{number:<6} ") };
        self.text(&format!("{own:<8} {number}{:<20} {state}{mobile}", line.name));
    }

    /// A call, as it is.
    pub(crate) fn call(self, line: &Line, call: Call) {
        if self.json {
            self.serialised(&CallAt::new(line, call));
        } else {
            let line = self.line_name(line);
            self.text(&format!("{line:<6} {}", call_text(&call)));
        }
    }

    /// What happened.
    pub(crate) fn notification(self, notification: &Notification) {
        if self.json {
            self.serialised(&Stamped::now(notification));
        } else {
            let text = self.notification_text(notification);
            self.text(&format!("{}  {text}", jiff::Zoned::now().strftime("%H:%M:%S%.3f")));
        }
    }

    /// What came of an order.
    pub(crate) fn outcome(self, outcome: &Outcome) {
        if self.json {
            return self.serialised(outcome);
        }
        let text = outcome_text(outcome);
        if !text.is_empty() {
            self.text(&text);
        }
    }

    /// What is done next.
    pub(crate) fn step(self, step: &str) {
        if self.json {
            self.serialised(&Json::Step { time: Timestamp::now(), step });
        } else {
            self.text(&format!("\n{step}"));
        }
    }

    /// A call record, by its columns.
    pub(crate) fn call_record(self, cells: [(&'static str, &str); 18]) {
        if self.json {
            let cells = cells.into_iter().map(|(name, value)| (name.to_owned(), value.into()));
            let cells = [("type".to_owned(), "record".into())].into_iter().chain(cells);
            self.serialised(&cells.collect::<serde_json::Map<String, Value>>());
        } else {
            let value = |wanted: &str| {
                let cell = cells.iter().find(|(name, _)| *name == wanted);
                cell.map_or("", |(_, value)| value)
            };
            self.text(&format!(
                "{}  {:<8} {} > {}  {} s",
                value("created"),
                value("direction"),
                value("caller"),
                value("called"),
                value("seconds"),
            ));
        }
    }

    /// What rules make of a number.
    pub(crate) fn number(self, number: &str, list: numfmt::List, result: &str) {
        if self.json {
            let (list, changed) = (list.to_string(), result != number);
            self.serialised(&Json::Number { number, list, result, changed });
        } else if result.is_empty() {
            self.text(&format!("{number} > (suppressed)"));
        } else {
            self.text(&format!("{number} > {result}"));
        }
    }

    /// What is wrong with a rule, as an object.
    pub(crate) fn finding(self, line: Option<usize>, text: &str, error: bool) {
        self.serialised(&Json::Finding { line, text, error });
    }

    /// A line of text.
    pub(crate) fn text(self, line: &str) {
        self.write(&harmless(line));
    }

    /// Anything that is serialised.
    pub(crate) fn serialised(self, value: &impl Serialize) {
        if let Ok(line) = serde_json::to_string(value) {
            self.write(&line);
        }
    }

    fn write(self, line: &str) {
        let _ = writeln!(io::stdout().lock(), "{line}");
    }

    /// Something for people alone, beside what was asked for.
    pub(crate) fn note(self, text: &str) {
        eprintln!("{}", harmless(text));
    }

    /// Something that is not as it should be, and does not end the program.
    pub(crate) fn warn(self, text: &str) {
        eprintln!("csta-tsp: {}", harmless(text));
    }

    /// How far long work is, in one line that is written again and again; nothing where nobody
    /// looks.
    pub(crate) fn progress(self, text: &str) {
        if io::stderr().is_terminal() {
            eprint!("\r\x1b[K{text}");
        }
    }
}

/// A call in words: state, parties, name of the call.
pub(crate) fn call_text(call: &Call) -> String {
    format!("{:<13} {:<20} call {}", call.state.name(), parties(call), call.id)
}

/// Who calls whom, and who is there instead.
fn parties(call: &Call) -> String {
    let Call { caller, called, connected, .. } = call;
    let is_another = |party: &Party| {
        party.is_known() && ![caller, called].iter().any(|own| own.identity == party.identity)
    };
    if is_another(connected) {
        format!("{caller} > {called}, {connected}")
    } else {
        format!("{caller} > {called}")
    }
}

/// What came of an order, in words; nothing if events tell it all.
pub(crate) fn outcome_text(outcome: &Outcome) -> String {
    let line = &outcome.line;
    if outcome.prompts {
        return format!(
            "{line:<6} the telephone cannot go hands-free: press its hook key to go on"
        );
    }
    if let Some(answer) = &outcome.answer {
        return format!("{line:<6} the PBX answers {answer}");
    }
    match outcome.forwarding.as_deref() {
        None => String::new(),
        Some([]) => format!("{line:<6} is not forwarded"),
        Some(all) => {
            let all = all.iter().map(|own| format!("{line:<6} {}", forwarding_text(own)));
            all.collect::<Vec<_>>().join("\n")
        }
    }
}

impl Output {
    /// What happened, in words.
    pub(crate) fn notification_text(self, notification: &Notification) -> String {
        match notification {
            Notification::Provider(provider) => provider_text(provider),
            Notification::Line(line) => {
                line_text(&self.named(&line.provider_name, &line.display), &line.change)
            }
            Notification::Call(call) => {
                change_text(&self.named(&call.provider_name, &call.display), call)
            }
            Notification::Lagged { lost } => {
                format!("{lost} notifications were lost, read too slowly")
            }
            other => format!("{other:?}"),
        }
    }
}

fn provider_text(notification: &ProviderNotification) -> String {
    let what = match &notification.change {
        ProviderChange::LinkUp => "the link is up".to_owned(),
        ProviderChange::LinkDown { why, retry_in } => {
            format!("the link is down: {why}; tried again in {:.0} s", retry_in.max(1.0))
        }
        ProviderChange::SystemStatus { status } => format!("the PBX is {status}"),
        ProviderChange::LinesLoaded { lines } => format!("{lines} lines"),
        ProviderChange::LinesNotLoaded { why } => format!("the lines cannot be read: {why}"),
        ProviderChange::EventsLost { lost } => format!("{lost} events lost, read anew"),
        ProviderChange::CallRecordsStarted => "call records come".to_owned(),
        ProviderChange::CallRecordsLost { why, retry_in } => {
            format!("no call records: {why}; tried again every {retry_in:.0} s")
        }
        ProviderChange::Closed => "closed".to_owned(),
        other => format!("{other:?}"),
    };
    format!("{}: {what}", notification.name)
}

fn line_text(line: &str, change: &LineChange) -> String {
    let on = |on: bool, what: &str| if on { what.to_owned() } else { format!("{what} no more") };
    let what = match change {
        LineChange::Created => "is there".to_owned(),
        LineChange::Removed => "is gone".to_owned(),
        LineChange::Opened => "opened".to_owned(),
        LineChange::Closed => "closed".to_owned(),
        LineChange::State { address, state } => match address.label() {
            "" => state.to_string(),
            label => format!("{label}: {state}"),
        },
        LineChange::Mobile { present: true } => "has a cordless telephone".to_owned(),
        LineChange::Mobile { present: false } => "has no cordless telephone any more".to_owned(),
        LineChange::Name { name } => format!("is called {name}"),
        LineChange::Ringing { on: rings } => on(*rings, "rings"),
        LineChange::MessageWaiting { on: waits } => on(*waits, "a message waits"),
        LineChange::Forwarding { forwarding } if forwarding.is_empty() => {
            "is not forwarded any more".to_owned()
        }
        LineChange::Forwarding { forwarding } => {
            forwarding.iter().map(forwarding_text).collect::<Vec<_>>().join(", ")
        }
        LineChange::DoNotDisturb { on: set } => on(*set, "does not want to be disturbed"),
        LineChange::CallBack { target, set: true } => format!("will be called back by {target}"),
        LineChange::CallBack { target, set: false } => {
            format!("will not be called back by {target}")
        }
        other => format!("{other:?}"),
    };
    format!("{line:<6} {what}")
}

fn change_text(line: &str, notification: &CallNotification) -> String {
    let CallNotification { call, info, event, cause, .. } = notification;
    let cause = cause.map_or_else(String::new, |cause| format!(", {cause}"));
    let told = call.user_user.as_ref().filter(|_| info.contains(&CallInfo::UserUserInfo));
    let told =
        told.map_or_else(String::new, |data| format!(" {:?}", String::from_utf8_lossy(data)));
    format!(
        "{line:<6} {:<13} {:<20} call {}  ({event}{cause}){told}",
        call.state.name(),
        parties(call),
        call.id
    )
}

fn forwarding_text(forwarding: &Forwarding) -> String {
    let rings = match forwarding.rings {
        Some(rings) => format!(" after {rings} rings"),
        None => String::new(),
    };
    format!("forwarded to {} ({}{rings})", forwarding.to, forwarding.mode)
}

/// Prints an error. What it has for sources is in its text already.
pub(crate) fn error(error: &(dyn Error + 'static)) {
    eprintln!("csta-tsp: {}", harmless(&error.to_string()));
}
