//! The keys of a telephone.

use crate::model::{Button, UserAct};
use crate::script::reading::{Phrase, phrase};

macro_rules! keys {
    ($($name:literal => $button:ident;)*) => {
        &[$(phrase(concat!("EXTENSION presses ", $name), "presses a key", |v| {
            v.user(UserAct::Press(Button::$button))
        }),)*]
    };
}

pub(super) const PHRASES: &[Phrase] = keys! {
    "speaker" => Speaker;
    "hold" => Hold;
    "transfer" => Transfer;
    "conference" => Conference;
    "redial" => Redial;
    "message" => Message;
    "dnd" => ForwardDnd;
    "release" => Release;
};
