//! What a telephone is made of: keys, lamps, display, ringer. Which ones there are and how they are
//! numbered is this simulator's choice.

use csta_codec::types::LampMode;

use crate::model::{Button, CallModel, ConnectionState, Device, DeviceKind, Hook};

/// How many calls can be held.
pub(super) const HELD_CALLS: i64 = 10;

/// The size of the display.
pub(super) const ROWS: i64 = 3;
pub(super) const COLUMNS: i64 = 24;

/// The one display, ringer and hookswitch, and the handset and loudspeaker.
pub(super) const DISPLAY: [u8; 1] = [1];
pub(super) const RINGER: [u8; 1] = [1];
pub(super) const HOOKSWITCH: [u8; 1] = [1];
pub(super) const HANDSET: [u8; 1] = [1];
pub(super) const LOUDSPEAKER: [u8; 1] = [2];

/// A lamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lamp {
    /// Beside a key, and named as the key is.
    Of(Button),
    /// On top, when it rings or messages wait.
    Ring,
}

impl Lamp {
    /// By what requests name it.
    pub(super) const fn id(self) -> &'static [u8] {
        match self {
            Self::Of(button) => button.id(),
            Self::Ring => &[16],
        }
    }
}

/// The keys of a telephone.
pub(super) fn buttons(device: &Device) -> impl Iterator<Item = Button> + use<> {
    let count = if device.has_keys() { Button::ALL.len() } else { 0 };
    Button::ALL.into_iter().take(count)
}

/// The lamps of a telephone.
pub(super) fn lamps(device: &Device) -> impl Iterator<Item = Lamp> + use<> {
    let keys = [Button::Speaker, Button::Message, Button::ForwardDnd];
    let count = if device.has_keys() { keys.len() } else { 0 };
    keys.into_iter().take(count).map(Lamp::Of).chain([Lamp::Ring])
}

/// How a lamp shines.
pub(super) fn lamp_mode(model: &CallModel, device: &Device, lamp: Lamp) -> LampMode {
    let settings = device.settings();
    let on = |on: bool| if on { LampMode::Steady } else { LampMode::Off };
    match lamp {
        Lamp::Of(Button::Speaker) => on(device.hook() == Hook::HandsFree),
        Lamp::Of(Button::Message) => on(settings.message_waiting()),
        Lamp::Of(Button::ForwardDnd) if settings.forwards().any(|(_, forward)| forward.active) => {
            LampMode::Wink
        }
        Lamp::Of(Button::ForwardDnd) => on(settings.do_not_disturb().is_some()),
        Lamp::Of(_) => LampMode::Off,
        Lamp::Ring if rings(model, device) => LampMode::Flutter,
        Lamp::Ring => on(settings.message_waiting()),
    }
}

/// Whether a telephone rings.
pub(super) fn rings(model: &CallModel, device: &Device) -> bool {
    let views = model.snapshot(device.number());
    views.iter().any(|view| view.own == ConnectionState::Alerting)
}

/// What a display shows: what was written there, or the user's name and the number.
pub(super) fn shown(device: &Device) -> String {
    match device.settings().display() {
        "" if device.name().is_empty() => device.dial().to_owned(),
        "" => format!("{} {}", device.dial(), device.name()),
        text => text.to_owned(),
    }
}

/// The model of a telephone.
pub(super) const fn model_name(device: &Device) -> &'static str {
    match device.kind() {
        DeviceKind::Portable => "KX-TCA",
        _ => "KX-DT",
    }
}
