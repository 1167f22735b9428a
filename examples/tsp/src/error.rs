//! What can go wrong, with the operation and the line.

use csta_client::{ErrorKind, MonitorEnd};

use crate::CallState;

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
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
    /// The PBX did not carry out an operation.
    #[error("line {line} cannot {operation}: {error}")]
    Operation {
        /// The line.
        line: String,
        /// What was asked for.
        operation: &'static str,
        /// The PBX's reason, or why there was none.
        error: csta_client::Error,
    },
    /// The lines could not be read from the PBX.
    #[error("the lines cannot be read from the PBX: {0}")]
    Lines(csta_client::Error),
    /// No call is in a state in which the operation can be done.
    #[error("line {line} cannot {operation}: no call is {wanted}{}", instead(.present))]
    NoCall {
        /// The line.
        line: String,
        /// What was asked for.
        operation: &'static str,
        /// The states in which it can be done.
        wanted: String,
        /// The states of the calls that are there.
        present: Vec<CallState>,
    },
    /// The line ended, since its monitor did.
    #[error("line {line} is lost: {why}")]
    Lost {
        /// The line.
        line: String,
        /// Why.
        why: MonitorEnd,
    },
    /// What was asked for did not happen in time.
    #[error("line {line}: the PBX did not report {expected} within {seconds} s")]
    NotConfirmed {
        /// The line.
        line: String,
        /// What did not happen.
        expected: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// It happened otherwise.
    #[error("line {line}: the call is {state} where {expected} was expected")]
    Otherwise {
        /// The line.
        line: String,
        /// What was expected.
        expected: String,
        /// What came.
        state: CallState,
    },
}

impl Error {
    /// The case of the association's error behind it, if there is one.
    #[must_use]
    pub fn kind(&self) -> Option<ErrorKind> {
        match self {
            Self::Connect { error, .. } | Self::Operation { error, .. } | Self::Lines(error) => {
                Some(error.kind())
            }
            _ => None,
        }
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
