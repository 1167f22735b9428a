//! The applications, and what they were asked.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Instant;

use csta_client::MAX_INVOKE_ID;
use csta_codec::rose::InvokeId;

use super::system::Registration;
use super::{Access, ApplicationId, SpoolId};

/// How many invocations of one application may be unanswered. What is older is not waited for any
/// more: some applications never answer some invocations.
const MAX_UNANSWERED: usize = 256;

/// A request of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asker {
    pub(super) application: ApplicationId,
    pub(super) invoke_id: InvokeId,
}

/// What an application was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Something whose answer ends here.
    Notified,
    /// Something that the switch asks this application alone: the answer goes there.
    Forwarded {
        /// Under which id the switch asks.
        invoke_id: InvokeId,
        operation: i32,
    },
    /// To take a report of call records.
    Report(SpoolId),
}

/// An application.
#[derive(Debug)]
pub(super) struct Application {
    pub(super) access: Arc<Access>,
    pub(super) registration: Option<Registration>,
    pub(super) requests: u64,
    status_due: Instant,
    last_invoke: InvokeId,
    unanswered: VecDeque<(InvokeId, Asked)>,
}

/// All applications.
#[derive(Debug, Default)]
pub(super) struct Applications {
    applications: BTreeMap<ApplicationId, Application>,
    /// When each is to be told the state of the system.
    status_due: BTreeSet<(Instant, ApplicationId)>,
}

impl Applications {
    pub(super) fn len(&self) -> usize {
        self.applications.len()
    }

    pub(super) fn get(&self, application: ApplicationId) -> Option<&Application> {
        self.applications.get(&application)
    }

    pub(super) fn get_mut(&mut self, application: ApplicationId) -> Option<&mut Application> {
        self.applications.get_mut(&application)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (ApplicationId, &Application)> {
        self.applications.iter().map(|(id, application)| (*id, application))
    }

    /// All of them, the list for itself.
    pub(super) fn ids(&self) -> Vec<ApplicationId> {
        self.applications.keys().copied().collect()
    }

    pub(super) fn insert(&mut self, now: Instant, id: ApplicationId, access: Arc<Access>) {
        let application = Application {
            access,
            registration: None,
            requests: 0,
            status_due: now,
            last_invoke: 0,
            unanswered: VecDeque::new(),
        };
        self.applications.insert(id, application);
        self.status_due.insert((now, id));
    }

    pub(super) fn remove(&mut self, id: ApplicationId) -> Option<Application> {
        let application = self.applications.remove(&id)?;
        self.status_due.remove(&(application.status_due, id));
        Some(application)
    }

    /// When the next application is to be told the state of the system.
    pub(super) fn poll_timeout(&self) -> Option<Instant> {
        self.status_due.first().map(|(due, _)| *due)
    }

    /// An application that is to be told the state of the system now, if there is one.
    pub(super) fn due(&self, now: Instant) -> Option<ApplicationId> {
        self.status_due.first().filter(|(due, _)| *due <= now).map(|(_, id)| *id)
    }

    /// When an application is to be told the state of the system again.
    pub(super) fn tell_again(&mut self, id: ApplicationId, due: Instant) {
        if let Some(application) = self.applications.get_mut(&id) {
            self.status_due.remove(&(application.status_due, id));
            application.status_due = due;
            self.status_due.insert((due, id));
        }
    }
}

impl Application {
    /// The invoke id under which it is asked something.
    pub(super) fn ask(&mut self, asked: Asked) -> InvokeId {
        if self.unanswered.len() >= MAX_UNANSWERED {
            self.unanswered.pop_front();
        }
        let invoke_id = self.next_invoke();
        self.unanswered.push_back((invoke_id, asked));
        invoke_id
    }

    /// An invoke id under which it is not asked anything yet.
    pub(super) fn next_invoke(&mut self) -> InvokeId {
        // Ends, since fewer are unanswered than there are ids.
        loop {
            self.last_invoke = self.last_invoke % MAX_INVOKE_ID + 1;
            if !self.unanswered.iter().any(|(id, _)| *id == self.last_invoke) {
                return self.last_invoke;
            }
        }
    }

    /// It has answered: what it was asked.
    pub(super) fn answered(&mut self, invoke_id: InvokeId) -> Option<Asked> {
        let at = self.unanswered.iter().position(|(id, _)| *id == invoke_id)?;
        self.unanswered.remove(at).map(|(_, asked)| asked)
    }

    /// What it has not answered.
    pub(super) fn unanswered(&self) -> impl ExactSizeIterator<Item = Asked> {
        self.unanswered.iter().map(|(_, asked)| *asked)
    }

    /// It is not asked that any more: the switch has gone.
    pub(super) fn forget_forwarded(&mut self) {
        for (_, asked) in &mut self.unanswered {
            if matches!(asked, Asked::Forwarded { .. }) {
                *asked = Asked::Notified;
            }
        }
    }
}
