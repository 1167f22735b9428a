//! What a line can be told to do: the same words on the command line, in the shell and by HTTP.

use clap::{Args, Parser, Subcommand};
use tsp::{CallId, ForwardMode};

use super::Upkeep;

/// What a program that goes on can be told, without the program around it.
#[derive(Debug, Parser)]
#[command(multicall = true, disable_help_flag = true, disable_help_subcommand = true)]
pub(crate) struct Requests {
    #[command(subcommand)]
    pub(crate) request: Request,
}

/// What a program that goes on can be told of a line.
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub(crate) enum Request {
    #[command(flatten)]
    Order(Order),
    #[command(flatten)]
    Upkeep(Upkeep),
}

/// An operation of a line.
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub(crate) enum Order {
    /// Call a number
    Dial {
        #[command(flatten)]
        at: At,
        /// The number
        number: String,
    },
    /// Answer the call that rings
    Answer {
        #[command(flatten)]
        at: At,
    },
    /// Hold the call that is talked in
    Hold {
        #[command(flatten)]
        at: At,
    },
    /// Take the call back that is held
    Retrieve {
        #[command(flatten)]
        at: At,
    },
    /// End a call: the one talked in, else one that rings or is dialled, else one that is held
    Hangup {
        #[command(flatten)]
        at: At,
    },
    /// Send the call that rings elsewhere
    Redirect {
        #[command(flatten)]
        at: At,
        /// Where to
        number: String,
    },
    /// Give the call away without speaking to its new owner first (blind transfer)
    Transfer {
        #[command(flatten)]
        at: At,
        /// Who is to have it
        number: String,
    },
    /// Hold the call and call somebody to whom it may be given (set up a transfer)
    Consult {
        #[command(flatten)]
        at: At,
        /// Whom to call
        number: String,
    },
    /// Hold the active call and take up the held one
    Swap {
        #[command(flatten)]
        at: At,
    },
    /// Bring the parties of the held and the active call together, and leave them
    Complete {
        #[command(flatten)]
        at: At,
        /// Stay with them, in a conference
        #[arg(long)]
        conference: bool,
    },
    /// Enlarge a conference, or make it smaller
    #[command(subcommand)]
    Conference(ConferenceOrder),
    /// Take the call that rings at another telephone
    Pickup {
        #[command(flatten)]
        at: At,
        /// The number of the other telephone
        number: String,
    },
    /// Take the call that rings in a pick-up group
    GroupPickup {
        #[command(flatten)]
        at: At,
        /// The number of the group; the line's own if none is given
        group: Option<String>,
    },
    /// Send digits as tones into the call (DTMF)
    Dtmf {
        #[command(flatten)]
        at: At,
        /// The digits: 0 to 9, *, # and A to D
        digits: String,
    },
    /// Dial further digits at dial tone
    DialDigits {
        #[command(flatten)]
        at: At,
        /// The digits
        digits: String,
    },
    /// Ask to be called back by who is busy or does not answer
    Callback {
        #[command(flatten)]
        at: At,
    },
    /// Break into the call of who is busy
    Intrude {
        #[command(flatten)]
        at: At,
    },
    /// Forward the calls of the line, or cease to
    Forward {
        #[command(flatten)]
        at: At,
        /// When: uncond, busy or noansw, each alone or with internal or external behind it
        #[arg(value_parser = mode)]
        mode: ForwardMode,
        /// Where to; without a number forwarding of this kind ends
        number: Option<String>,
        /// After how many rings, where nobody answers
        #[arg(long, value_parser = clap::value_parser!(u8).range(1..=100))]
        rings: Option<u8>,
    },
    /// Tell how the calls of the line are forwarded
    Forwarding {
        #[command(flatten)]
        at: At,
    },
    /// Send text to the user at the other end, with the call
    UserInfo {
        #[command(flatten)]
        at: At,
        /// The text
        text: String,
    },
}

/// How a conference can be changed.
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub(crate) enum ConferenceOrder {
    /// Add the call that consults to the conference that is held, or a number to the call
    Add {
        #[command(flatten)]
        at: At,
        /// The number, if it is not that of a call which consults
        number: Option<String>,
    },
    /// Take somebody out
    Remove {
        #[command(flatten)]
        at: At,
        /// The number of who is to go, or the call
        number: String,
    },
}

/// Of which line, and of which call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub(crate) struct At {
    /// The line
    pub(crate) line: String,
    /// The call, by its name at the line; the one that is meant if none is given
    #[arg(long, value_name = "CALL")]
    pub(crate) call: Option<CallId>,
    /// At the cordless telephone of a Super-Twin
    #[arg(long)]
    pub(crate) mobile: bool,
}

impl Order {
    /// Of which line, and of which call.
    pub(crate) const fn at(&self) -> &At {
        match self {
            Self::Dial { at, .. }
            | Self::Answer { at }
            | Self::Hold { at }
            | Self::Retrieve { at }
            | Self::Hangup { at }
            | Self::Redirect { at, .. }
            | Self::Transfer { at, .. }
            | Self::Consult { at, .. }
            | Self::Swap { at }
            | Self::Complete { at, .. }
            | Self::Conference(
                ConferenceOrder::Add { at, .. } | ConferenceOrder::Remove { at, .. },
            )
            | Self::Pickup { at, .. }
            | Self::GroupPickup { at, .. }
            | Self::Dtmf { at, .. }
            | Self::DialDigits { at, .. }
            | Self::Callback { at }
            | Self::Intrude { at }
            | Self::Forward { at, .. }
            | Self::Forwarding { at }
            | Self::UserInfo { at, .. } => at,
        }
    }
}

/// A kind of forwarding by its name.
fn mode(name: &str) -> Result<ForwardMode, String> {
    let names = || ForwardMode::ALL.iter().map(|mode| mode.name());
    ForwardMode::by_name(name).ok_or_else(|| {
        let all = names().collect::<Vec<_>>().join(", ");
        match config_file::nearest(name, names()) {
            Some(near) => format!("did you mean {near}? There are {all}"),
            None => format!("there are {all}"),
        }
    })
}
