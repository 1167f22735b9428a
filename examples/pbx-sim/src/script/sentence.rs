//! One thing that happens, as it is said.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::error::ScriptError;
use super::grammar;
use crate::fault::Fault;
use crate::model::{Caller, UserAct};
use crate::time::Time;

/// One thing that happens.
///
/// It is read and written as text; [`PHRASES`](super::PHRASES) tells how.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FarAct {
    /// Its telephone rings.
    Rings,
    /// It answers.
    Answers,
    /// It is busy.
    IsBusy,
    /// It hangs up.
    HangsUp,
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
        grammar::sentence(&grammar::Words::of(text))
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
                let act = match act {
                    FarAct::Rings => "gets ringback",
                    FarAct::Answers => "answers",
                    FarAct::IsBusy => "is busy",
                    FarAct::HangsUp => "hangs up",
                };
                write!(f, "trunk {trunk} {act}")
            }
            Self::Fault(what) => fault(f, what),
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
        UserAct::Transfer => f.write_str("transfers"),
        UserAct::Conference => f.write_str("conferences"),
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
