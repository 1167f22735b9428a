//! The nine kinds of forwarding, each of which is set and ended.

use crate::model::{Calls, When};
use crate::script::reading::{Phrase, phrase};

/// How a kind is said, what is forwarded, and which kind it is.
macro_rules! kinds {
    ($($words:literal, $what:literal => $when:ident, $calls:ident;)*) => {
        &[$(
            phrase(
                concat!("EXTENSION forwards", $words, " to NUMBER"),
                concat!("forwards ", $what),
                |v| v.forward(When::$when, Calls::$calls),
            ),
            phrase(concat!("EXTENSION stops forwarding", $words), "ends that forwarding", |v| {
                v.stop_forwarding(When::$when, Calls::$calls)
            }),
        )*]
    };
}

pub(super) const PHRASES: &[Phrase] = kinds! {
    "", "all calls" => Always, All;
    " internal", "calls from within" => Always, Internal;
    " external", "calls from outside" => Always, External;
    " if busy", "all calls when busy" => Busy, All;
    " internal if busy", "calls from within when busy" => Busy, Internal;
    " external if busy", "calls from outside when busy" => Busy, External;
    " if unanswered", "all calls that nobody answers" => NoAnswer, All;
    " internal if unanswered", "calls from within that nobody answers" => NoAnswer, Internal;
    " external if unanswered", "calls from outside that nobody answers" => NoAnswer, External;
};
