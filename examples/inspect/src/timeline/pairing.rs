//! Which request a message answers.

use std::collections::HashMap;
use std::time::Duration;

use super::Direction;
use crate::message::{Kind, Message};

/// The requests on a connection that are not answered yet.
#[derive(Debug, Default)]
pub(crate) struct Pairing {
    /// By who asks and invoke id.
    requests: HashMap<(Direction, i32), Request>,
    /// The request for an association, or for its end.
    association: Option<Request>,
}

/// A request that is answered.
#[derive(Debug)]
pub(crate) struct Request {
    time: Duration,
    pub(crate) direction: Direction,
    /// The name of the operation; none for an association.
    pub(crate) operation: String,
    /// Whether it stands in a timeline of which not all is shown.
    pub(crate) is_shown: bool,
}

/// What a message answers.
#[derive(Debug)]
pub(crate) enum Answered {
    /// This request, after this time.
    Request(Request, Duration),
    /// One that is not there.
    Unknown,
    /// None: it is no answer.
    Nothing,
}

impl Answered {
    /// The request and how long its answer took.
    pub(crate) const fn request(&self) -> Option<(&Request, Duration)> {
        match self {
            Self::Request(request, latency) => Some((request, *latency)),
            Self::Unknown | Self::Nothing => None,
        }
    }
}

impl Pairing {
    /// What a message answers, which then is answered.
    pub(crate) fn answer(
        &mut self,
        direction: Direction,
        time: Duration,
        message: &Message<'_>,
    ) -> Answered {
        let request = match (message.kind, message.invoke_id) {
            (Kind::ReturnResult | Kind::ReturnError | Kind::Reject, Some(id)) => {
                self.requests.remove(&(direction.other(), id))
            }
            (Kind::Acse("aare" | "rlre"), _) => self.association.take(),
            _ => return Answered::Nothing,
        };
        request.map_or(Answered::Unknown, |request| {
            let latency = time.saturating_sub(request.time);
            Answered::Request(request, latency)
        })
    }

    /// Remembers a message if it is to be answered; returns the requests that will not be any
    /// more.
    pub(crate) fn ask(
        &mut self,
        direction: Direction,
        time: Duration,
        message: &Message<'_>,
        is_shown: bool,
    ) -> Vec<Request> {
        let operation = message.operation_name();
        let request = Request { time, direction, operation, is_shown };
        match (message.kind, message.invoke_id) {
            (Kind::Invoke, Some(id)) if message.is_answered() => {
                self.requests.insert((direction, id), request).into_iter().collect()
            }
            // Nothing of an association outlives it.
            (Kind::Acse(name @ ("aarq" | "rlrq" | "abrt")), _) => {
                self.association = (name != "abrt").then_some(request);
                if name == "rlrq" { Vec::new() } else { self.unanswered() }
            }
            _ => Vec::new(),
        }
    }

    /// The requests that are not answered.
    pub(crate) fn unanswered(&mut self) -> Vec<Request> {
        self.requests.drain().map(|(_, request)| request).collect()
    }
}
