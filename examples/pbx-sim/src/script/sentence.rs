//! One thing that happens, as it is said.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use csta_codec::types::SystemStatus;

use super::error::ScriptError;
use super::reading;
use super::words::Words;
use crate::fault::Fault;
use crate::model::{Button, Caller, Calls, ForwardKind, UserAct, When};
use config_file::time::Time;

/// One thing that happens.
///
/// It is read and written as text; [`CHAPTERS`](super::CHAPTERS) tells how.
///
/// ```
/// use pbx_sim::model::UserAct;
/// use pbx_sim::script::Sentence;
///
/// let sentence: Sentence = "103 hangs up".parse()?;
/// assert_eq!(sentence, Sentence::User("103".to_owned(), UserAct::HangUp));
///
/// let error = "103 hang up".parse::<Sentence>().unwrap_err();
/// assert!(error.to_string().starts_with("column 5: \"hang\""));
/// # Ok::<(), pbx_sim::script::ScriptError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sentence {
    /// The user of a telephone, named by its number, does something.
    User(String, UserAct),
    /// A call comes in.
    Calls {
        /// The number of the trunk line; without one, the first that is free.
        trunk: Option<String>,
        /// What was dialled outside.
        to: String,
        /// Who calls.
        from: Caller,
    },
    /// The outside party on a trunk line, named by its number, does something.
    Far(String, FarAct),
    /// Something goes wrong.
    Fault(Fault),
    /// The state of the switch changes, and it tells so.
    Status(SystemStatus),
    /// People telephone by themselves, and make so many calls a minute.
    Load(u32),
    /// Nothing happens for so long.
    Wait(Duration),
    /// Nothing happens until an application is associated.
    WaitForApplication,
    /// Something is told to who watches.
    Say(String),
    /// Something is shown.
    Show(Show),
    /// The program ends.
    Quit,
}

/// What the outside party of a trunk line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FarAct {
    /// Its telephone rings.
    Rings,
    /// It answers.
    Answers,
    /// It is busy.
    IsBusy,
    /// It dials digits.
    Dials(String),
    /// It hangs up.
    HangsUp,
    /// The line itself fails.
    Fails,
    /// The line itself works again.
    IsBack,
}

/// What can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Who talks to whom.
    Calls,
    /// The telephones and trunk lines, and what they do.
    Devices,
    /// All that can be said.
    Help,
}

impl FromStr for Sentence {
    type Err = ScriptError;

    fn from_str(text: &str) -> Result<Self, ScriptError> {
        reading::sentence(&Words::of(text))
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(station, act) => {
                write!(f, "{station} ")?;
                user(f, act)
            }
            Self::Calls { trunk, to, from } => {
                match trunk {
                    Some(trunk) => write!(f, "trunk {trunk} rings {to}")?,
                    None => write!(f, "network rings {to}")?,
                }
                match from {
                    Caller::Number(number) => write!(f, " from {number}"),
                    Caller::Withheld => f.write_str(" withheld"),
                    Caller::Unknown => Ok(()),
                }
            }
            Self::Far(trunk, act) => {
                write!(f, "trunk {trunk} ")?;
                match act {
                    FarAct::Rings => f.write_str("gets ringback"),
                    FarAct::Answers => f.write_str("answers"),
                    FarAct::IsBusy => f.write_str("is busy"),
                    FarAct::Dials(digits) => write!(f, "dials {digits}"),
                    FarAct::HangsUp => f.write_str("hangs up"),
                    FarAct::Fails => f.write_str("fails"),
                    FarAct::IsBack => f.write_str("is back"),
                }
            }
            Self::Fault(what) => fault(f, what),
            Self::Status(status) => write!(f, "status {status}"),
            Self::Load(calls) => write!(f, "load {calls} calls a minute"),
            Self::Wait(time) => write!(f, "wait {}", Time(*time)),
            Self::WaitForApplication => f.write_str("wait for application"),
            Self::Say(text) => write!(f, "say {text}"),
            Self::Show(Show::Calls) => f.write_str("calls"),
            Self::Show(Show::Devices) => f.write_str("devices"),
            Self::Show(Show::Help) => f.write_str("help"),
            Self::Quit => f.write_str("quit"),
        }
    }
}

fn user(f: &mut fmt::Formatter<'_>, act: &UserAct) -> fmt::Result {
    match act {
        UserAct::Lift => f.write_str("lifts"),
        UserAct::HangUp => f.write_str("hangs up"),
        UserAct::Dial(digits) => write!(f, "dials {digits}"),
        UserAct::Answer => f.write_str("answers"),
        UserAct::Hold => f.write_str("holds"),
        UserAct::Retrieve => f.write_str("retrieves"),
        UserAct::Alternate => f.write_str("alternates"),
        UserAct::Transfer => f.write_str("transfers"),
        UserAct::Conference => f.write_str("conferences"),
        UserAct::PickUp => f.write_str("picks up"),
        UserAct::PickUpAt(number) => write!(f, "picks up {number}"),
        UserAct::Park(zone) => write!(f, "parks at {zone}"),
        UserAct::CallBack => f.write_str("calls back"),
        UserAct::CampOn => f.write_str("camps on"),
        UserAct::Intrude => f.write_str("breaks in"),
        UserAct::Forward(kind, Some(to)) => write!(f, "forwards{} to {to}", Kind(*kind)),
        UserAct::Forward(kind, None) => write!(f, "stops forwarding{}", Kind(*kind)),
        UserAct::DoNotDisturb(Some(calls)) => write!(f, "sets dnd{}", whose(*calls)),
        UserAct::DoNotDisturb(None) => f.write_str("ends dnd"),
        UserAct::Press(button) => write!(f, "presses {}", key(*button)),
        UserAct::Unplug => f.write_str("unplugs"),
        UserAct::PlugIn => f.write_str("plugs in"),
    }
}

/// Which calls are forwarded, and when.
struct Kind(ForwardKind);

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(whose(self.0.calls))?;
        f.write_str(match self.0.when {
            When::Always => "",
            When::Busy => " if busy",
            When::NoAnswer => " if unanswered",
        })
    }
}

const fn whose(calls: Calls) -> &'static str {
    match calls {
        Calls::All => "",
        Calls::Internal => " internal",
        Calls::External => " external",
    }
}

const fn key(button: Button) -> &'static str {
    match button {
        Button::Speaker => "speaker",
        Button::Hold => "hold",
        Button::Transfer => "transfer",
        Button::Conference => "conference",
        Button::Redial => "redial",
        Button::Message => "message",
        Button::ForwardDnd => "dnd",
        Button::Release => "release",
    }
}

fn fault(f: &mut fmt::Formatter<'_>, fault: &Fault) -> fmt::Result {
    match fault {
        Fault::DropLink => f.write_str("fail link"),
        Fault::Abort => f.write_str("abort"),
        Fault::Freeze(None) => f.write_str("freeze"),
        Fault::Freeze(Some(time)) => write!(f, "freeze for {}", Time(*time)),
        Fault::Thaw => f.write_str("thaw"),
        Fault::Delay(time) if time.is_zero() => f.write_str("delay off"),
        Fault::Delay(time) => write!(f, "delay {}", Time(*time)),
        Fault::Octets(octets) => {
            f.write_str("send octets")?;
            octets.iter().try_for_each(|octet| write!(f, " {octet:02X}"))
        }
        Fault::LoseEvents(count) => write!(f, "lose {count} events"),
        Fault::Restart { lasting, keeps_calls } => {
            let calls = if *keeps_calls { " keeping calls" } else { "" };
            write!(f, "restart for {}{calls}", Time(*lasting))
        }
    }
}
