//! All that can be said, and how it is read.

use std::time::Duration;

use bytes::Bytes;

use super::error::{Expected, ScriptError};
use super::sentence::{FarAct, Sentence, Show};
use crate::config::is_number;
use crate::fault::Fault;
use crate::model::{Button, Caller, Calls, ForwardKind, UserAct, When};
use crate::replay::octet;
use crate::time::parse_time;

/// A frame in which no message of CSTA is.
const GARBAGE: &[u8] = b"\x00\x10\xA1\x0E\x02\x01\xFF\xFF\xFF\x7F\x00\x13\x37\xDE\xAD\xBE\xEF\x00";

/// How long a switch is down if nobody tells.
const RESTART: Duration = Duration::from_secs(10);

/// A way to say something: words, and in capitals what stands for a number or the like.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// The words.
    pub pattern: &'static str,
    /// What it means.
    pub meaning: &'static str,
    say: fn(&mut Values<'_>) -> Sentence,
}

const fn phrase(
    pattern: &'static str,
    meaning: &'static str,
    say: fn(&mut Values<'_>) -> Sentence,
) -> Phrase {
    Phrase { pattern, meaning, say }
}

/// All that can be said. `EXTENSION`, `TRUNK`, `NUMBER` and `DIGITS` are 1 to 32 of `0` to `9`,
/// `*` and `#`; `TIME` is such as `2s`, `500ms` or `1.5m`; `COUNT` is a whole number; `OCTETS` are
/// pairs of hexadecimal digits, and `TEXT` is anything, to the end of the line.
pub const PHRASES: &[Phrase] = &[
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
    phrase("fail link", "breaks all connections to applications", |_| {
        Sentence::Fault(Fault::DropLink)
    }),
    phrase("abort", "aborts all associations", |_| Sentence::Fault(Fault::Abort)),
    phrase("freeze", "says nothing to applications any more", |_| {
        Sentence::Fault(Fault::Freeze(None))
    }),
    phrase("freeze for TIME", "says nothing to applications for a time", |v| {
        Sentence::Fault(Fault::Freeze(Some(v.time())))
    }),
    phrase("thaw", "ends freeze", |_| Sentence::Fault(Fault::Thaw)),
    phrase("delay TIME", "sends everything later by so much", |v| {
        Sentence::Fault(Fault::Delay(v.time()))
    }),
    phrase("delay off", "ends delay", |_| Sentence::Fault(Fault::Delay(Duration::ZERO))),
    phrase("lose COUNT events", "does not report the next events", |v| {
        Sentence::Fault(Fault::LoseEvents(v.count()))
    }),
    phrase("send garbage", "sends a frame with no message in it", |_| {
        Sentence::Fault(Fault::Octets(Bytes::from_static(GARBAGE)))
    }),
    phrase("send octets OCTETS", "sends octets as they are", |v| {
        Sentence::Fault(Fault::Octets(v.octets()))
    }),
    phrase("restart", "goes down for 10 seconds; calls are gone", |_| restart(RESTART, false)),
    phrase("restart for TIME", "goes down for a time; calls are gone", |v| {
        restart(v.time(), false)
    }),
    phrase("restart keeping calls", "goes down for applications alone, for 10 seconds", |_| {
        restart(RESTART, true)
    }),
    phrase("restart for TIME keeping calls", "goes down for applications alone", |v| {
        restart(v.time(), true)
    }),
    phrase("load COUNT calls a minute", "lets people telephone by themselves, or not for 0", |v| {
        Sentence::Load(v.count())
    }),
    phrase("wait TIME", "lets time pass", |v| Sentence::Wait(v.time())),
    phrase("wait for application", "waits until an application is associated", |_| {
        Sentence::WaitForApplication
    }),
    phrase("say TEXT", "writes a line", |v| Sentence::Say(v.text())),
    phrase("calls", "shows who talks to whom", |_| Sentence::Show(Show::Calls)),
    phrase("devices", "shows the telephones and trunk lines", |_| Sentence::Show(Show::Devices)),
    phrase("help", "shows this", |_| Sentence::Show(Show::Help)),
    phrase("quit", "releases the association and ends", |_| Sentence::Quit),
];

const fn restart(lasting: Duration, keeps_calls: bool) -> Sentence {
    Sentence::Fault(Fault::Restart { lasting, keeps_calls })
}

/// The words of a line.
pub(super) struct Words<'a> {
    text: &'a str,
    /// Where they begin.
    words: Vec<(usize, &'a str)>,
}

impl<'a> Words<'a> {
    /// Those before a comment, which begins with `#` and a blank, or with `#` as the first
    /// character.
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.trim_end();
        let comment = text.trim_start().starts_with('#').then_some(0);
        let comment = comment.or_else(|| {
            let mut hashes = text.match_indices('#').map(|(at, _)| at);
            hashes.find(|at| {
                let before =
                    text.get(..*at).is_some_and(|text| text.ends_with(char::is_whitespace));
                let behind = text.get(at + 1..);
                before && behind.is_some_and(|text| text.starts_with(char::is_whitespace))
            })
        });
        let text = text.get(..comment.unwrap_or(text.len())).unwrap_or_default().trim_end();
        let words = text.split_whitespace();
        let at = |word: &'a str| (word.as_ptr() as usize - text.as_ptr() as usize, word);
        Self { text, words: words.map(at).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn get(&self, index: usize) -> Option<&'a str> {
        self.words.get(index).map(|(_, word)| *word)
    }

    /// Those behind the first so many.
    pub(super) fn behind(&self, count: usize) -> Self {
        Self { text: self.text, words: self.words.get(count..).unwrap_or_default().to_vec() }
    }

    /// All from a word to the end.
    fn rest(&self, index: usize) -> &'a str {
        let at = self.words.get(index).map_or(self.text.len(), |(at, _)| *at);
        self.text.get(at..).unwrap_or_default()
    }

    /// That a word, or the end, is not what should be there.
    pub(super) fn error(&self, index: usize, expected: Vec<Expected>) -> ScriptError {
        let end = (self.text.len(), "");
        let (at, word) = self.words.get(index).copied().unwrap_or(end);
        let before = self.text.get(..at).unwrap_or_default();
        let gap = usize::from(word.is_empty() && !before.is_empty());
        ScriptError::new(before.chars().count() + 1 + gap, word, expected)
    }
}

/// Reads a sentence: the phrase that fits, or what the phrases that fit longest miss.
pub(super) fn sentence(words: &Words<'_>) -> Result<Sentence, ScriptError> {
    let (mut furthest, mut expected) = (0, Vec::new());
    for phrase in PHRASES {
        match read(phrase.pattern, words) {
            Ok(values) => return Ok((phrase.say)(&mut Values(values.into_iter()))),
            Err((at, missed)) => {
                if at > furthest {
                    (furthest, expected) = (at, Vec::new());
                }
                if at == furthest && !expected.contains(&missed) {
                    expected.push(missed);
                }
            }
        }
    }
    Err(words.error(furthest, expected))
}

/// What stands for the words in capitals; or the index of the word that does not fit, and what
/// would.
fn read<'a>(pattern: &'static str, words: &Words<'a>) -> Result<Vec<Value<'a>>, (usize, Expected)> {
    let mut values = Vec::new();
    let mut index = 0;
    for expected in pattern.split(' ') {
        let missed = (index, Expected::of(expected));
        let word = words.get(index).ok_or(missed)?;
        index += 1;
        values.push(match expected {
            "EXTENSION" | "TRUNK" | "NUMBER" | "DIGITS" if is_number(word) => Value::Text(word),
            "TIME" => Value::Time(parse_time(word).ok_or(missed)?),
            "COUNT" => Value::Count(word.parse().map_err(|_| missed)?),
            "OCTETS" => {
                let octets: Option<Vec<u8>> =
                    words.rest(index - 1).split_whitespace().map(octet).collect();
                index = words.words.len();
                Value::Octets(octets.ok_or(missed)?.into())
            }
            "TEXT" => {
                let text = words.rest(index - 1);
                index = words.words.len();
                Value::Text(text)
            }
            literal if literal.eq_ignore_ascii_case(word) => continue,
            _ => return Err(missed),
        });
    }
    if index < words.words.len() { Err((index, Expected::End)) } else { Ok(values) }
}

/// What stands for a word in capitals.
enum Value<'a> {
    Text(&'a str),
    Time(Duration),
    Count(u32),
    Octets(Bytes),
}

/// The values of a phrase in their order: a phrase asks for those that its pattern has.
struct Values<'a>(std::vec::IntoIter<Value<'a>>);

impl Values<'_> {
    fn text(&mut self) -> String {
        match self.0.next() {
            Some(Value::Text(text)) => text.to_owned(),
            _ => String::new(),
        }
    }

    fn time(&mut self) -> Duration {
        match self.0.next() {
            Some(Value::Time(time)) => time,
            _ => Duration::ZERO,
        }
    }

    fn count(&mut self) -> u32 {
        match self.0.next() {
            Some(Value::Count(count)) => count,
            _ => 0,
        }
    }

    fn octets(&mut self) -> Bytes {
        match self.0.next() {
            Some(Value::Octets(octets)) => octets,
            _ => Bytes::new(),
        }
    }

    fn forward(&mut self, when: When, calls: Calls) -> Sentence {
        let (station, to) = (self.text(), self.text());
        Sentence::User(station, UserAct::Forward(ForwardKind { when, calls }, Some(to)))
    }

    fn stop_forwarding(&mut self, when: When, calls: Calls) -> Sentence {
        self.user(UserAct::Forward(ForwardKind { when, calls }, None))
    }

    fn user(&mut self, act: UserAct) -> Sentence {
        Sentence::User(self.text(), act)
    }

    fn calls(&mut self, by_trunk: bool, from: fn(&mut Self) -> Caller) -> Sentence {
        let trunk = by_trunk.then(|| self.text());
        Sentence::Calls { trunk, to: self.text(), from: from(self) }
    }
}
