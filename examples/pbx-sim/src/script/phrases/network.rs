//! What the public network does.

use crate::model::Caller;
use crate::script::reading::{Phrase, phrase};
use crate::script::sentence::{FarAct, Sentence};

pub(super) const PHRASES: &[Phrase] = &[
    phrase("trunk TRUNK rings NUMBER", "a call comes in without a number", |v| {
        v.calls(true, |_| Caller::Unknown)
    }),
    phrase("trunk TRUNK rings NUMBER from NUMBER", "a call comes in", |v| {
        v.calls(true, |v| Caller::Number(v.text()))
    }),
    phrase("trunk TRUNK rings NUMBER withheld", "a call comes in with its number withheld", |v| {
        v.calls(true, |_| Caller::Withheld)
    }),
    phrase("network rings NUMBER", "the same by the first free trunk line", |v| {
        v.calls(false, |_| Caller::Unknown)
    }),
    phrase("network rings NUMBER from NUMBER", "the same by the first free trunk line", |v| {
        v.calls(false, |v| Caller::Number(v.text()))
    }),
    phrase("network rings NUMBER withheld", "the same by the first free trunk line", |v| {
        v.calls(false, |_| Caller::Withheld)
    }),
    phrase("trunk TRUNK gets ringback", "the outside telephone that is called rings", |v| {
        Sentence::Far(v.text(), FarAct::Rings)
    }),
    phrase("trunk TRUNK answers", "the outside telephone that is called is answered", |v| {
        Sentence::Far(v.text(), FarAct::Answers)
    }),
    phrase("trunk TRUNK is busy", "the outside telephone that is called is busy", |v| {
        Sentence::Far(v.text(), FarAct::IsBusy)
    }),
    phrase("trunk TRUNK dials DIGITS", "the outside party dials after the answer", |v| {
        let (trunk, digits) = (v.text(), v.text());
        Sentence::Far(trunk, FarAct::Dials(digits))
    }),
    phrase("trunk TRUNK hangs up", "the outside party hangs up", |v| {
        Sentence::Far(v.text(), FarAct::HangsUp)
    }),
    phrase("trunk TRUNK fails", "the line goes out of service", |v| {
        Sentence::Far(v.text(), FarAct::Fails)
    }),
    phrase("trunk TRUNK is back", "the line works again", |v| {
        Sentence::Far(v.text(), FarAct::IsBack)
    }),
];
