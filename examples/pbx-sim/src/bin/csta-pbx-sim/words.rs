//! What happens, in words.

use csta_codec::types::EventCause;
use pbx_sim::model::{
    Calls, Event, Feature, FeatureEvent, ForwardKind, Moved, Number, Parties, Record, Setting,
    What, When,
};

use crate::names::Names;

/// Each event is told at every device of its call: it is written where it is about that device,
/// or about one that does not know of it.
pub(crate) fn is_told_once(event: &Event) -> bool {
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

/// Tones are told at every device of their call as well: they are written where they are sent.
pub(crate) fn is_feature_told_once(event: &FeatureEvent) -> bool {
    match &event.feature {
        Feature::DigitsGenerated { connection, .. } => event.at == connection.device,
        _ => true,
    }
}

pub(crate) fn event(names: &Names, event: &Event) -> String {
    let device = names.device(event.what.connection().device);
    let from = |parties: &Parties| names.number(&parties.calling);
    match &event.what {
        What::ServiceInitiated { network_called: Some(called), .. } => {
            format!("a call for {} comes in by {device}", names.number(called))
        }
        What::ServiceInitiated { .. } if event.cause == EventCause::MakeCall => {
            format!("{device} goes off-hook for the application, or asks its user to")
        }
        What::ServiceInitiated { .. } => format!("{device} goes off-hook"),
        What::DigitsDialed { digits, .. } => format!("{device} dials {digits}"),
        What::Originated { parties, .. } => {
            format!("{device} calls {}", names.number(&parties.called))
        }
        What::Delivered { parties, .. } => format!("{device} rings, {} calls", from(parties)),
        What::Established { parties, .. } => format!("{device} answers {}", from(parties)),
        What::ConnectionCleared { .. } if event.cause == EventCause::NormalClearing => {
            format!("{device} has left")
        }
        What::ConnectionCleared { .. } => format!("{device} has left ({})", event.cause),
        What::Failed { .. } if event.at == event.what.connection().device => {
            format!("{device} hears a tone ({})", event.cause)
        }
        What::Failed { .. } => format!("{device} cannot be reached ({})", event.cause),
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
            format!("{device} transfers to {}{}", names.number(to), new_call(connections))
        }
        What::Conferenced { by, added, connections, .. } => {
            let by = names.device(*by);
            format!("{by} adds {}{}", names.number(added), new_call(connections))
        }
    }
}

/// The call that others have gone to.
fn new_call(connections: &[Moved]) -> String {
    connections.first().map_or_else(String::new, |moved| format!(", in call {}", moved.new.call))
}

pub(crate) fn feature(names: &Names, event: &FeatureEvent) -> String {
    let device = names.device(event.at);
    match &event.feature {
        Feature::CallBack { originator, target, set: true } => {
            format!(
                "{} will be called when {} is free",
                names.device(*originator),
                names.device(*target)
            )
        }
        Feature::CallBack { originator, target, set: false } => {
            format!(
                "{} does not wait for {} any more",
                names.device(*originator),
                names.device(*target)
            )
        }
        Feature::DigitsGenerated { digits, .. } => format!("{device} sends the tones {digits}"),
        Feature::UserInformation { connection, data } => {
            let data = String::from_utf8_lossy(data);
            format!("{device} gets {data:?} from {}", names.device(connection.device))
        }
        Feature::Set(what) => format!("{device} {}", setting(names, what)),
        Feature::ButtonPress(button) => format!("{device}: the key {button:?} is pressed"),
        Feature::Hook(true) => format!("{device} is on-hook"),
        Feature::Hook(false) => format!("{device} is off-hook"),
        Feature::Ringer(true) => format!("{device} begins to ring"),
        Feature::Ringer(false) => format!("{device} ceases to ring"),
        Feature::InService(true) => format!("{device} is in service"),
        Feature::InService(false) => format!("{device} is out of service"),
    }
}

fn setting(names: &Names, setting: &Setting) -> String {
    let calls = |calls: &Calls| match calls {
        Calls::All => "all calls",
        Calls::Internal => "calls from within",
        Calls::External => "calls from outside",
    };
    let switched = |on: &bool| if *on { "on" } else { "off" };
    match setting {
        Setting::Forwarding { kind: ForwardKind { when, calls: which }, active, to, rings } => {
            let when = match when {
                When::Always => "",
                When::Busy => " when busy",
                When::NoAnswer => " that nobody answers",
            };
            let rings = rings.map_or_else(String::new, |rings| format!(" after {rings} rings"));
            match (active, to) {
                (true, Some(to)) => format!("forwards {}{when}{rings} to {to}", calls(which)),
                (true, None) => format!("forwards {}{when}{rings}", calls(which)),
                (false, _) => format!("does not forward {}{when}", calls(which)),
            }
        }
        Setting::DoNotDisturb(Some(which)) => format!("takes no calls: {}", calls(which)),
        Setting::DoNotDisturb(None) => "may be disturbed".to_owned(),
        Setting::MessageWaiting { on: true, at: Some(at) } => {
            format!("has messages at {}", names.device(*at))
        }
        Setting::MessageWaiting { on, .. } => format!("switches message waiting {}", switched(on)),
        Setting::AutoAnswer(Some(rings)) => format!("answers by itself after {rings} rings"),
        Setting::AutoAnswer(None) => "does not answer by itself".to_owned(),
        Setting::CallerId(on) => format!("switches caller id {}", switched(on)),
        Setting::Display(text) => format!("shows {text:?}"),
        Setting::MicrophoneMute(true) => "is muted".to_owned(),
        Setting::MicrophoneMute(false) => "is not muted".to_owned(),
        Setting::SpeakerVolume(volume) => format!("sets its volume to {volume}"),
    }
}

/// A call detail record.
pub(crate) fn record(names: &Names, record: &Record) -> String {
    let (calling, called) = (names.number(&record.calling), names.number(&record.called));
    let way = if record.incoming { "in" } else { "out" };
    let condition = record.condition.map_or_else(String::new, |own| format!(", {own:?}"));
    let (line, seconds) = (names.device(record.line), record.duration.as_secs_f64());
    format!("record: {line} {way}, {calling} to {called}, {seconds:.1} s{condition}")
}
