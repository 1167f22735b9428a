//! What can go wrong, with the operation, the line and the reason.

use std::time::Duration;

use csta_client::ErrorKind;

use crate::{CallId, CallState, LineState, Operation, Refusal};

/// Why something could not be done.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no association with the PBX.
    #[error("no association with {pbx}: {error}")]
    Connect {
        /// The address of the PBX.
        pbx: String,
        /// Why.
        error: csta_client::Error,
    },
    /// The PBX is taken by another provider.
    #[error(
        "provider {name} is refused: {address} is the PBX of provider {other}, and a PBX takes one \
         application"
    )]
    SecondProvider {
        /// The name of the one that is refused.
        name: String,
        /// The address it was to connect to.
        address: String,
        /// The name of the one that has it.
        other: String,
    },
    /// Two providers have one name.
    #[error("provider {name} is refused: there is one of this name; give it another")]
    ProviderName {
        /// The name.
        name: String,
    },
    /// The PBX did not carry out an operation.
    #[error("line {line} cannot {operation}: {refusal}")]
    Operation {
        /// The line.
        line: String,
        /// What was asked for.
        operation: Operation,
        /// The PBX's reason in words and its code, or why there was none.
        refusal: Refusal,
        /// The error of the association.
        #[source]
        error: csta_client::Error,
    },
    /// The lines could not be read from the PBX.
    #[error("the lines cannot be read from the PBX: {0}")]
    Lines(csta_client::Error),
    /// The PBX did not tell what it can do.
    #[error("provider {provider}: the PBX does not tell what it can do: {refusal}")]
    Capabilities {
        /// The provider.
        provider: String,
        /// The PBX's reason in words and its code, or why there was none.
        refusal: Refusal,
        /// The error of the association.
        #[source]
        error: csta_client::Error,
    },
    /// The PBX did not take private data.
    #[error("provider {provider}: the PBX does not take these private data: {refusal}")]
    Escape {
        /// The provider.
        provider: String,
        /// The PBX's reason in words and its code, or why there was none.
        refusal: Refusal,
        /// The error of the association.
        #[source]
        error: csta_client::Error,
    },
    /// No call is in a state in which the operation can be done.
    #[error(
        "line {line} cannot {operation}: no call is {}{}", alternatives(.allowed), instead(.present)
    )]
    NoCall {
        /// The line.
        line: String,
        /// What was asked for.
        operation: Operation,
        /// The states in which it can be done.
        allowed: Vec<CallState>,
        /// The states of the calls that are there.
        present: Vec<CallState>,
    },
    /// The call is not in a state in which the operation can be done.
    #[error(
        "line {line} cannot {operation}: call {call} is {state}, where it has to be {}",
        alternatives(.allowed)
    )]
    WrongState {
        /// The line.
        line: String,
        /// What was asked for.
        operation: Operation,
        /// The call.
        call: CallId,
        /// Its state.
        state: CallState,
        /// The states in which it can be done.
        allowed: Vec<CallState>,
    },
    /// There is no such call at the line.
    #[error("line {line} cannot {operation}: it has no call {call}, or has it no longer")]
    UnknownCall {
        /// The line.
        line: String,
        /// What was asked for.
        operation: Operation,
        /// The call.
        call: CallId,
    },
    /// What was given cannot be used.
    #[error("line {line} cannot {operation}: {what}")]
    Invalid {
        /// The line.
        line: String,
        /// What was asked for.
        operation: Operation,
        /// What is wrong, and what to do.
        what: String,
    },
    /// The line has no cordless telephone.
    #[error(
        "line {line} cannot {operation} at its mobile address: no cordless telephone goes with it"
    )]
    NoMobile {
        /// The line.
        line: String,
        /// What was asked for.
        operation: Operation,
    },
    /// The line is not open, or not monitored, so that nothing is known of its calls.
    #[error("line {line} cannot {operation}: it is {state}")]
    NotMonitored {
        /// The line.
        line: String,
        /// What was asked for.
        operation: Operation,
        /// How it is.
        state: LineState,
    },
    /// There is no such line.
    #[error("there is no line {0}")]
    NoLine(String),
    /// Several lines go by this name.
    #[error("several lines are called {name}; name the provider as well: {}", .candidates.join(", "))]
    AmbiguousLine {
        /// The name.
        name: String,
        /// How they can be told apart.
        candidates: Vec<String>,
    },
    /// As many lines are open as may be.
    #[error(
        "line {line} cannot be opened: {limit} lines are open, which is the limit; close others"
    )]
    LineLimit {
        /// The line.
        line: String,
        /// The limit.
        limit: usize,
    },
    /// A line that was to be added cannot be one.
    #[error("line {number} cannot be added: {what}")]
    InvalidLine {
        /// Its number.
        number: String,
        /// What is wrong.
        what: String,
    },
    /// The line did not come to be monitored.
    #[error("line {line} is not monitored: {state}")]
    NotReady {
        /// The line.
        line: String,
        /// How it is instead.
        state: LineState,
    },
    /// What was waited for did not happen in time.
    #[error("{what} did not happen within {after:?}")]
    TimedOut {
        /// What was waited for.
        what: String,
        /// How long it was waited for.
        after: Duration,
    },
    /// The provider has been closed.
    #[error("provider {0} has been closed")]
    Closed(String),
}

impl Error {
    /// The case of the association's error behind it, if there is one.
    #[must_use]
    pub fn kind(&self) -> Option<ErrorKind> {
        match self {
            Self::Connect { error, .. }
            | Self::Operation { error, .. }
            | Self::Escape { error, .. }
            | Self::Lines(error) => Some(error.kind()),
            _ => None,
        }
    }

    /// The PBX's reason, if it gave one.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Operation { refusal, .. } | Self::Escape { refusal, .. } => Some(refusal),
            Self::NotReady { state: LineState::Refused(refusal), .. } => Some(refusal),
            _ => None,
        }
    }
}

fn alternatives(states: &[CallState]) -> String {
    let names: Vec<&str> = states.iter().map(|state| state.name()).collect();
    match names.as_slice() {
        [] => "there".to_owned(),
        all if all.len() > 6 => "there".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn instead(present: &[CallState]) -> String {
    match present {
        [] => ", it has no call".to_owned(),
        states => {
            let states: Vec<&str> = states.iter().map(|state| state.name()).collect();
            format!(", but {}", states.join(" and "))
        }
    }
}
