//! What telephone users set, and the keys that they press.

use crate::model::{Button, Calls, UserAct, When};
use crate::script::reading::{Phrase, phrase};

pub(super) const PHRASES: &[Phrase] = &[
    phrase("EXTENSION forwards to NUMBER", "forwards all calls", |v| {
        v.forward(When::Always, Calls::All)
    }),
    phrase("EXTENSION forwards internal to NUMBER", "forwards calls from within", |v| {
        v.forward(When::Always, Calls::Internal)
    }),
    phrase("EXTENSION forwards external to NUMBER", "forwards calls from outside", |v| {
        v.forward(When::Always, Calls::External)
    }),
    phrase("EXTENSION forwards if busy to NUMBER", "forwards all calls when busy", |v| {
        v.forward(When::Busy, Calls::All)
    }),
    phrase(
        "EXTENSION forwards internal if busy to NUMBER",
        "forwards calls from within when busy",
        |v| v.forward(When::Busy, Calls::Internal),
    ),
    phrase(
        "EXTENSION forwards external if busy to NUMBER",
        "forwards calls from outside when busy",
        |v| v.forward(When::Busy, Calls::External),
    ),
    phrase(
        "EXTENSION forwards if unanswered to NUMBER",
        "forwards all calls that nobody answers",
        |v| v.forward(When::NoAnswer, Calls::All),
    ),
    phrase(
        "EXTENSION forwards internal if unanswered to NUMBER",
        "forwards calls from within that nobody answers",
        |v| v.forward(When::NoAnswer, Calls::Internal),
    ),
    phrase(
        "EXTENSION forwards external if unanswered to NUMBER",
        "forwards calls from outside that nobody answers",
        |v| v.forward(When::NoAnswer, Calls::External),
    ),
    phrase("EXTENSION stops forwarding", "ends that forwarding", |v| {
        v.stop_forwarding(When::Always, Calls::All)
    }),
    phrase("EXTENSION stops forwarding internal", "ends that forwarding", |v| {
        v.stop_forwarding(When::Always, Calls::Internal)
    }),
    phrase("EXTENSION stops forwarding external", "ends that forwarding", |v| {
        v.stop_forwarding(When::Always, Calls::External)
    }),
    phrase("EXTENSION stops forwarding if busy", "ends that forwarding", |v| {
        v.stop_forwarding(When::Busy, Calls::All)
    }),
    phrase("EXTENSION stops forwarding internal if busy", "ends that forwarding", |v| {
        v.stop_forwarding(When::Busy, Calls::Internal)
    }),
    phrase("EXTENSION stops forwarding external if busy", "ends that forwarding", |v| {
        v.stop_forwarding(When::Busy, Calls::External)
    }),
    phrase("EXTENSION stops forwarding if unanswered", "ends that forwarding", |v| {
        v.stop_forwarding(When::NoAnswer, Calls::All)
    }),
    phrase("EXTENSION stops forwarding internal if unanswered", "ends that forwarding", |v| {
        v.stop_forwarding(When::NoAnswer, Calls::Internal)
    }),
    phrase("EXTENSION stops forwarding external if unanswered", "ends that forwarding", |v| {
        v.stop_forwarding(When::NoAnswer, Calls::External)
    }),
    phrase("EXTENSION sets dnd", "wants to be disturbed by nobody", |v| {
        v.user(UserAct::DoNotDisturb(Some(Calls::All)))
    }),
    phrase("EXTENSION sets dnd internal", "wants to be disturbed by nobody within", |v| {
        v.user(UserAct::DoNotDisturb(Some(Calls::Internal)))
    }),
    phrase("EXTENSION sets dnd external", "wants to be disturbed by nobody outside", |v| {
        v.user(UserAct::DoNotDisturb(Some(Calls::External)))
    }),
    phrase("EXTENSION ends dnd", "may be disturbed again", |v| v.user(UserAct::DoNotDisturb(None))),
    phrase("EXTENSION presses speaker", "presses a key", |v| {
        v.user(UserAct::Press(Button::Speaker))
    }),
    phrase("EXTENSION presses hold", "presses a key", |v| v.user(UserAct::Press(Button::Hold))),
    phrase("EXTENSION presses transfer", "presses a key", |v| {
        v.user(UserAct::Press(Button::Transfer))
    }),
    phrase("EXTENSION presses conference", "presses a key", |v| {
        v.user(UserAct::Press(Button::Conference))
    }),
    phrase("EXTENSION presses redial", "presses a key", |v| v.user(UserAct::Press(Button::Redial))),
    phrase("EXTENSION presses message", "presses a key", |v| {
        v.user(UserAct::Press(Button::Message))
    }),
    phrase("EXTENSION presses dnd", "presses a key", |v| {
        v.user(UserAct::Press(Button::ForwardDnd))
    }),
    phrase("EXTENSION presses release", "presses a key", |v| {
        v.user(UserAct::Press(Button::Release))
    }),
    phrase("EXTENSION unplugs", "takes the telephone out of service", |v| v.user(UserAct::Unplug)),
    phrase("EXTENSION plugs in", "takes it into service again", |v| v.user(UserAct::PlugIn)),
];
