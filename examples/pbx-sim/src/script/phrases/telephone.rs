//! What telephone users do in calls.

use crate::model::UserAct;
use crate::script::reading::{Phrase, phrase};
use crate::script::sentence::Sentence;

pub(super) const PHRASES: &[Phrase] = &[
    phrase("EXTENSION lifts", "lifts the handset: answers, or gets dial tone", |v| {
        v.user(UserAct::Lift)
    }),
    phrase("EXTENSION dials DIGITS", "dials a number or some digits of one", |v| {
        let (station, digits) = (v.text(), v.text());
        Sentence::User(station, UserAct::Dial(digits))
    }),
    phrase("EXTENSION answers", "answers by loudspeaker", |v| v.user(UserAct::Answer)),
    phrase("EXTENSION hangs up", "hangs up; in a consultation, transfers", |v| {
        v.user(UserAct::HangUp)
    }),
    phrase("EXTENSION holds", "presses the hold key", |v| v.user(UserAct::Hold)),
    phrase("EXTENSION retrieves", "takes back the call held last", |v| v.user(UserAct::Retrieve)),
    phrase("EXTENSION alternates", "holds the call and takes the held one", |v| {
        v.user(UserAct::Alternate)
    }),
    phrase("EXTENSION transfers", "presses the transfer key: consults, or transfers", |v| {
        v.user(UserAct::Transfer)
    }),
    phrase("EXTENSION conferences", "joins the held and the active call", |v| {
        v.user(UserAct::Conference)
    }),
    phrase("EXTENSION picks up", "takes the call that rings in the pick-up group", |v| {
        v.user(UserAct::PickUp)
    }),
    phrase("EXTENSION picks up NUMBER", "takes the call that rings at a telephone", |v| {
        let (station, number) = (v.text(), v.text());
        Sentence::User(station, UserAct::PickUpAt(number))
    }),
    phrase("EXTENSION parks at NUMBER", "parks the call; who dials the number gets it", |v| {
        let (station, zone) = (v.text(), v.text());
        Sentence::User(station, UserAct::Park(zone))
    }),
    phrase("EXTENSION calls back", "rings off, to be called when the other is free", |v| {
        v.user(UserAct::CallBack)
    }),
    phrase("EXTENSION camps on", "waits until the busy telephone is free", |v| {
        v.user(UserAct::CampOn)
    }),
    phrase("EXTENSION breaks in", "breaks into the call of the busy telephone", |v| {
        v.user(UserAct::Intrude)
    }),
];
