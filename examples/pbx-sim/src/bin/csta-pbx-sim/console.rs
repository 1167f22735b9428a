//! What happens, in words.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::time::Instant;

use pbx_sim::csta::{Notice, Verdict};
use pbx_sim::model::{CallModel, DeviceNumber, Event, Number, Parties, What};

/// The names of the devices.
#[derive(Debug)]
pub(crate) struct Names(BTreeMap<DeviceNumber, String>);

impl Names {
    /// Those of all devices of a switch.
    pub(crate) fn of(model: &CallModel) -> Self {
        let name = |device: &pbx_sim::model::Device| match device.name() {
            "" if device.kind().is_station() => device.dial().to_owned(),
            "" => format!("trunk {}", device.dial()),
            name => format!("{} {name}", device.dial()),
        };
        Self(model.devices().map(|device| (device.number(), name(device))).collect())
    }

    pub(crate) fn device(&self, device: DeviceNumber) -> String {
        self.0.get(&device).map_or_else(|| device.to_string(), String::clone)
    }

    pub(crate) fn number(&self, number: &Number) -> String {
        match number {
            Number::Device(device) => self.device(*device),
            Number::Digits(digits) => digits.clone(),
            Number::NotKnown => "somebody unknown".to_owned(),
            Number::Restricted => "somebody withheld".to_owned(),
        }
    }
}

/// Writes lines with times to standard output.
#[derive(Debug)]
pub(crate) struct Console {
    start: Instant,
}

impl Console {
    pub(crate) fn new() -> Self {
        Self { start: Instant::now() }
    }

    /// Writes a line.
    pub(crate) fn line(&self, text: &str) {
        let time = self.start.elapsed();
        // Whoever closes standard output does not want to read this; the switch runs on.
        let _ = writeln!(io::stdout().lock(), "{:9.3}  {text}", time.as_secs_f64());
    }

    /// Writes lines without times.
    pub(crate) fn block(&self, text: &str) {
        let _ = io::stdout().lock().write_all(text.as_bytes());
    }

    /// Writes what a notice says.
    pub(crate) fn notice(&self, names: &Names, notice: &Notice) {
        match notice {
            Notice::Event(event) if is_told_once(event) => {
                let call = event.what.connection().call;
                self.line(&format!("{call}  {}", sentence(names, event)));
            }
            Notice::Requested { operation, name, verdict } => {
                let verdict = match verdict {
                    Verdict::Result => "done",
                    Verdict::Error => "refused",
                    Verdict::Rejected => "not understood",
                };
                let name = name.map_or_else(|| format!("operation {operation}"), str::to_owned);
                self.line(&format!("application: {name} {verdict}"));
            }
            Notice::Garbage { octets } => {
                self.line(&format!("application: {octets} octets that are no CSTA"));
            }
            _ => {}
        }
    }
}

/// Each event is told at every device of its call: it is written where it is about that device,
/// or about one that does not know of it.
fn is_told_once(event: &Event) -> bool {
    match &event.what {
        What::Failed { connection, parties } => {
            event.at == connection.device || parties.calling == Number::Device(event.at)
        }
        What::Transferred { primary, .. } | What::Conferenced { primary, .. } => {
            event.at == primary.device
        }
        what => event.at == what.connection().device,
    }
}

fn sentence(names: &Names, event: &Event) -> String {
    let device = names.device(event.what.connection().device);
    let from = |parties: &Parties| names.number(&parties.calling);
    match &event.what {
        What::ServiceInitiated { .. } => format!("{device} is off-hook or prompted"),
        What::DigitsDialed { digits, .. } => format!("{device} dials {digits}"),
        What::Originated { parties, .. } => {
            format!("{device} calls {}", names.number(&parties.called))
        }
        What::Delivered { parties, .. } => format!("{device} rings, {} calls", from(parties)),
        What::Established { parties, .. } => format!("{device} answers {}", from(parties)),
        What::ConnectionCleared { .. } => format!("{device} has left ({})", event.cause),
        What::Failed { .. } => {
            format!("{device} cannot be reached or hears a tone ({})", event.cause)
        }
        What::Held { .. } => format!("{device} holds"),
        What::Retrieved { .. } => format!("{device} retrieves"),
        What::Diverted { new_destination, .. } => {
            format!("{device} gives the call to {}", names.number(new_destination))
        }
        What::Queued { parties, in_front, .. } => {
            format!("{} waits at {device}, {in_front} in front", from(parties))
        }
        What::NetworkReached { .. } => format!("{device} is seized"),
        What::Transferred { to, connections, .. } => {
            let call = connections.first().map(|moved| moved.new.call.to_string());
            let call = call.unwrap_or_default();
            format!("{device} transfers to {}, in call {call}", names.number(to))
        }
        What::Conferenced { added, connections, .. } => {
            let call = connections.first().map(|moved| moved.new.call.to_string());
            let call = call.unwrap_or_default();
            format!("{device} adds {}, in call {call}", names.number(added))
        }
    }
}
