//! The switchboard: who talks to whom.

use pbx_sim::model::{Call, CallModel, CallView, ConnectionState, Device, DeviceNumber, Number};

use crate::names::Names;

/// The calls, a line each.
pub(crate) fn calls(model: &CallModel) -> String {
    let names = Names::of(model);
    let line = |(id, call): (pbx_sim::model::CallId, &Call)| {
        let parties = call.connections().iter().map(|own| {
            let name = party(&names, call, own.device());
            match words(own.seen_state()) {
                "" => name,
                state => format!("{name}, {state}"),
            }
        });
        format!("{id}  {}\n", parties.collect::<Vec<_>>().join("  <->  "))
    };
    let lines: String = model.calls().map(line).collect();
    if lines.is_empty() { "nobody telephones\n".to_owned() } else { lines }
}

/// The telephones and trunk lines, and what they do.
pub(crate) fn devices(model: &CallModel) -> String {
    let names = Names::of(model);
    let rows = model.devices().map(|device| (names.device(device.number()), device));
    let rows = rows.collect::<Vec<_>>();
    let width = rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    let line = |(name, device): &(String, &Device)| {
        let views = model.snapshot(device.number());
        let doing = views.iter().map(|view| doing(&names, model, view)).collect::<Vec<_>>();
        let doing = match (device.in_service(), doing.is_empty()) {
            (false, _) => "out of service".to_owned(),
            (true, true) => "-".to_owned(),
            (true, false) => doing.join("; "),
        };
        format!("{name:width$}  {doing}\n")
    };
    rows.iter().map(line).collect()
}

/// A device as it takes part in a call; of a trunk line, who is behind it.
fn party(names: &Names, call: &Call, device: DeviceNumber) -> String {
    let parties = call.parties();
    let outside = if parties.associated_calling == Some(device) {
        Some(&parties.calling)
    } else if parties.associated_called == Some(device) {
        Some(&parties.called)
    } else {
        None
    };
    match outside {
        Some(Number::Device(_)) | None => names.device(device),
        Some(number) => format!("{} ({})", names.number(number), names.device(device)),
    }
}

const fn words(state: ConnectionState) -> &'static str {
    match state {
        ConnectionState::Null | ConnectionState::Connected => "",
        ConnectionState::Initiated => "off-hook",
        ConnectionState::Alerting => "ringing",
        ConnectionState::Hold => "holding",
        ConnectionState::Queued => "waiting",
        ConnectionState::Fail => "hearing a tone",
    }
}

/// What a device does in a call.
fn doing(names: &Names, model: &CallModel, view: &CallView) -> String {
    let Some(call) = model.call(view.connection.call) else {
        return String::new();
    };
    let others = view.others.iter().map(|(device, _)| party(names, call, *device));
    let others = others.collect::<Vec<_>>().join(" and ");
    let rings = view.others.iter().any(|(_, state)| *state == ConnectionState::Alerting);
    match view.own {
        ConnectionState::Connected if others.is_empty() => "waits".to_owned(),
        ConnectionState::Connected if rings => format!("calls {others}"),
        ConnectionState::Connected => format!("talks to {others}"),
        ConnectionState::Alerting => format!("rings, {others} calls"),
        ConnectionState::Hold => format!("holds {others}"),
        state => words(state).to_owned(),
    }
}
