//! What happens to an association, and why it ends.

use std::time::Duration;

use bytes::Bytes;
use csta_codec::DecodeError;
use csta_codec::acse::{AbortDiagnostic, AbortSource, AssociateResult, UserDiagnostic};
use csta_codec::types::CstaVersion;

use super::Login;
use crate::Initiator;

/// What happens to an association.
#[derive(Clone, Debug, PartialEq)]
pub enum AssociationEvent {
    /// The other end asks for an association: answer with [`Association::accept`](crate::Association::accept) or
    /// [`Association::reject`](crate::Association::reject).
    Requested {
        /// The versions of CSTA it offers, if it tells any.
        version: Option<CstaVersion>,
        /// Its name and password, if it sends them.
        login: Option<Login>,
    },
    /// The association is there.
    Open {
        /// The version of CSTA that is agreed, if the other end tells one.
        version: Option<CstaVersion>,
    },
    /// An APDU that is not about the association, and not necessarily well-formed.
    Apdu(Bytes),
    /// The association is at an end; nothing follows.
    Closed(CloseReason),
}

/// Why an association is at an end.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CloseReason {
    /// This end released it, and the other agreed.
    #[error("the association was released")]
    Released,
    /// This end released it, and the other did not answer in time.
    #[error("the association was released, which the other side did not confirm")]
    ReleaseUnanswered,
    /// The other end released it.
    #[error("the other side released the association")]
    ReleasedByPeer,
    /// This end aborted it.
    #[error("the association was aborted from here")]
    Aborted,
    /// The other end aborted it.
    #[error("the other side aborted the association ({by}{})", reason(.diagnostic))]
    AbortedByPeer {
        /// Who aborted: the application or its protocol machine.
        by: AbortSource,
        /// Why, if it said so.
        diagnostic: Option<AbortDiagnostic>,
    },
    /// This end rejected the request.
    #[error("the association was rejected from here")]
    Rejected,
    /// The other end rejected the request. A Panasonic switch does while another application is
    /// connected to it.
    #[error("the other side rejected the association ({result}, {diagnostic}){}", advice(.diagnostic))]
    RejectedByPeer {
        /// Whether it makes sense to try again.
        result: AssociateResult,
        /// The reason it gives.
        diagnostic: String,
    },
    /// The other end did not answer or ask in time.
    #[error("no {waited_for} within {after:?}")]
    TimedOut {
        /// What did not come.
        waited_for: &'static str,
        /// How long it was waited for.
        after: Duration,
    },
    /// The other end sent what does not belong there, and the association was aborted.
    #[error("the other side sent {what} {while_}")]
    Unexpected {
        /// What it sent.
        what: &'static str,
        /// When.
        while_: &'static str,
    },
    /// The other end sent what is no APDU of ACSE, and the association was aborted.
    #[error("the other side sent what cannot be understood: {0}")]
    Undecodable(DecodeError),
    /// The other end has not sent anything for so long, not even when it was asked to: it is gone,
    /// or the way to it is.
    #[error("nothing came from the other side for {after:?}, also when it was asked to answer")]
    Unresponsive {
        /// How long.
        after: Duration,
    },
    /// The connection failed, or what came over it are no frames.
    #[error("{error}, {while_}")]
    Broken {
        /// What is wrong.
        error: String,
        /// When.
        while_: &'static str,
    },
    /// The connection was closed under it.
    #[error("the connection was closed {0}")]
    Disconnected(&'static str),
}

impl CloseReason {
    /// Who caused it.
    #[must_use]
    pub const fn initiator(&self) -> Initiator {
        match self {
            Self::Released | Self::ReleaseUnanswered | Self::Aborted | Self::Rejected => {
                Initiator::Local
            }
            Self::Broken { .. } | Self::Disconnected(_) | Self::Unresponsive { .. } => {
                Initiator::Network
            }
            Self::ReleasedByPeer
            | Self::AbortedByPeer { .. }
            | Self::RejectedByPeer { .. }
            | Self::TimedOut { .. }
            | Self::Unexpected { .. }
            | Self::Undecodable(_) => Initiator::Remote,
        }
    }
}

fn reason(diagnostic: &Option<AbortDiagnostic>) -> String {
    diagnostic.map_or_else(String::new, |diagnostic| format!(", {diagnostic}"))
}

/// What to do about a rejection, by the name of its diagnostic.
fn advice(diagnostic: &str) -> &'static str {
    use UserDiagnostic as D;
    let is = |wanted: &[D]| wanted.iter().any(|one| one.name() == Some(diagnostic));
    if is(&[D::Null, D::NoReasonGiven]) {
        "; a PBX takes one application at a time"
    } else if is(&[D::AuthenticationFailure]) {
        "; check user and password"
    } else if is(&[D::AuthenticationRequired, D::AuthenticationMechanismNameRequired]) {
        "; it wants a user and a password"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_to_do_about_a_rejection_depends_on_its_reason() {
        for (diagnostic, expected) in [
            (
                "no-reason-given",
                "(rejected-permanent, no-reason-given); a PBX takes one application",
            ),
            ("authentication-failure", "authentication-failure); check user and password"),
            ("authentication-required", "authentication-required); it wants a user and a password"),
            ("provider: no-reason-given", "(rejected-permanent, provider: no-reason-given)"),
        ] {
            let result = AssociateResult::RejectedPermanent;
            let told = CloseReason::RejectedByPeer { result, diagnostic: diagnostic.to_owned() };
            assert!(told.to_string().contains(expected), "{told}");
            let is_taken = told.to_string().contains("one application");
            assert_eq!(is_taken, diagnostic == "no-reason-given", "{told}");
        }
    }
}
