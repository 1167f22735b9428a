//! One monitor in the switch, and the applications that share it.

use std::sync::Arc;

use bytes::Bytes;
use csta_codec::services::MonitorStartResult;
use csta_codec::types::MonitorFilter;
use csta_codec::{EVENTS, EventInfo, Owned};
use rustc_hash::FxHashMap;

use super::key::MonitorKey;
use crate::core::applications::Asker;
use crate::core::{ApplicationId, MonitorState};

/// Names a monitor here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::core) struct MonitorId(pub(super) u32);

/// The octets by which applications know a monitor.
pub(super) type Reference = [u8; 4];

/// The tags of the group of an event and of the event.
pub(super) type EventTags = (u32, u32);

/// A monitor in the switch.
#[derive(Debug)]
pub(super) struct Monitor {
    /// What it is known by; empty if it is not shared.
    pub(super) keys: Vec<MonitorKey>,
    /// What it monitors, for people.
    pub(super) device: String,
    /// The argument of its start, encoded.
    pub(super) argument: Bytes,
    pub(super) state: State,
    /// By which the applications know it that have it once.
    pub(super) reference: Option<Reference>,
    pub(super) sharers: Vec<Sharer>,
    /// Those who wait for it to be started.
    pub(super) waiters: Vec<Waiter>,
    /// Who has asked to stop it, while the switch stops it.
    pub(super) stopper: Option<(Asker, Reference)>,
    /// What the switch has said when it was started.
    pub(super) started: Option<Owned<MonitorStartResult<'static>>>,
    /// What the switch has been asked to suppress.
    pub(super) asked: MonitorFilter,
    /// What it is being asked to suppress instead.
    pub(super) changing: Option<MonitorFilter>,
    /// Those who have it and wait for the switch to suppress less.
    pub(super) changers: Vec<Changer>,
    /// Whether its start is a part of the restoration after a loss of the link.
    pub(super) is_restored: bool,
    /// Who gets which event; made when it is needed.
    audiences: FxHashMap<Option<EventTags>, Arc<[ApplicationId]>>,
    /// Those who share it, if all get all events under its own reference; known when it is needed.
    everyone: Option<Option<Arc<[ApplicationId]>>>,
}

/// What the switch does with a monitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    Starting,
    /// Under this reference of the switch.
    On(Bytes),
    Stopping(Bytes),
    /// Nothing, but it is to be started again.
    Lost,
}

/// An application that has a monitor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sharer {
    pub(super) application: ApplicationId,
    pub(super) reference: Reference,
    filter: MonitorFilter,
    is_filtered: bool,
}

/// An application that waits for a monitor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiter {
    pub(super) asker: Asker,
    pub(super) filter: MonitorFilter,
}

/// An application that wants other events of a monitor than before.
#[derive(Clone, Copy, Debug)]
pub(super) struct Changer {
    pub(super) asker: Asker,
    pub(super) reference: Reference,
    pub(super) filter: MonitorFilter,
}

impl Monitor {
    pub(super) fn new(keys: Vec<MonitorKey>, device: String, argument: Bytes) -> Self {
        Self {
            keys,
            device,
            argument,
            state: State::Starting,
            reference: None,
            sharers: Vec::new(),
            waiters: Vec::new(),
            stopper: None,
            started: None,
            asked: MonitorFilter::new(),
            changing: None,
            changers: Vec::new(),
            is_restored: false,
            audiences: FxHashMap::default(),
            everyone: None,
        }
    }

    /// It is shared otherwise than before.
    fn changed(&mut self) {
        self.audiences.clear();
        self.everyone = None;
    }

    /// Whether nobody has it or waits for it.
    pub(super) fn is_unwanted(&self) -> bool {
        self.sharers.is_empty() && self.waiters.is_empty()
    }

    /// Whether it is not one of a device, which can be started again at any time: a call may be over.
    pub(super) const fn is_of_call(&self) -> bool {
        self.keys.is_empty()
    }

    /// What nobody wants who has it or waits for it.
    pub(super) fn unwanted_events(&self) -> MonitorFilter {
        let sharers = self.sharers.iter().map(|own| own.filter);
        let waiters = self.waiters.iter().map(|own| own.filter);
        let changers = self.changers.iter().map(|own| own.filter);
        let filters = sharers.chain(waiters).chain(changers);
        filters.reduce(|one, other| one & other).unwrap_or(MonitorFilter::new())
    }

    /// What the switch suppresses, or will in a moment.
    pub(super) fn suppressed(&self) -> MonitorFilter {
        self.asked | self.changing.unwrap_or(self.asked)
    }

    pub(super) fn add(&mut self, sharer: Sharer) {
        self.sharers.push(sharer);
        self.changed();
    }

    /// Takes a sharer out; `None` if there is none of this reference.
    pub(super) fn remove(
        &mut self,
        application: ApplicationId,
        reference: Reference,
    ) -> Option<()> {
        let at = self.sharers.iter().position(|own| own.is(application, reference))?;
        self.sharers.remove(at);
        self.changed();
        Some(())
    }

    /// Changes which events a sharer gets.
    pub(super) fn change_filter(
        &mut self,
        application: ApplicationId,
        reference: Reference,
        filter: MonitorFilter,
    ) -> Option<()> {
        let sharer = self.sharers.iter_mut().find(|own| own.is(application, reference))?;
        *sharer = Sharer::new(application, reference, filter);
        self.changed();
        Some(())
    }

    /// Those who share it, if all of them get all events under its own reference: the same list as
    /// long as nothing changes.
    pub(super) fn everyone(&mut self) -> Option<Arc<[ApplicationId]>> {
        let (sharers, reference) = (&self.sharers, self.reference);
        let make = || {
            let is_plain = |own: &Sharer| !own.is_filtered && Some(own.reference) == reference;
            let all = || sharers.iter().map(|own| own.application).collect();
            sharers.iter().all(is_plain).then(all)
        };
        self.everyone.get_or_insert_with(make).clone()
    }

    /// Those who get an event under the monitor's own reference: the same list as long as nothing
    /// changes.
    pub(super) fn audience(&mut self, event: Option<EventTags>) -> Arc<[ApplicationId]> {
        let (sharers, reference) = (&self.sharers, self.reference);
        let make = || {
            let own = sharers.iter().filter(|own| Some(own.reference) == reference);
            own.filter(|own| own.hears(event)).map(|own| own.application).collect()
        };
        Arc::clone(self.audiences.entry(event).or_insert_with(make))
    }

    /// Those who get an event under a reference of their own.
    pub(super) fn others(
        &self,
        event: Option<EventTags>,
    ) -> impl Iterator<Item = (ApplicationId, Reference)> {
        let others = self.sharers.iter().filter(|own| Some(own.reference) != self.reference);
        others.filter(move |own| own.hears(event)).map(|own| (own.application, own.reference))
    }

    pub(super) const fn state(&self) -> MonitorState {
        match self.state {
            State::Starting => MonitorState::Starting,
            State::On(_) => MonitorState::On,
            State::Stopping(_) => MonitorState::Stopping,
            State::Lost => MonitorState::Lost,
        }
    }
}

impl Sharer {
    pub(super) fn new(
        application: ApplicationId,
        reference: Reference,
        filter: MonitorFilter,
    ) -> Self {
        let is_filtered = EVENTS.iter().any(|event| event.is_suppressed_by(&filter));
        Self { application, reference, filter, is_filtered }
    }

    fn is(&self, application: ApplicationId, reference: Reference) -> bool {
        (self.application, self.reference) == (application, reference)
    }

    /// Whether it gets an event. No filter suppresses what is not known.
    fn hears(&self, event: Option<EventTags>) -> bool {
        let info = event.filter(|_| self.is_filtered);
        let info = info.and_then(|(group, tag)| EventInfo::by_tags(group, tag));
        !info.is_some_and(|info| info.is_suppressed_by(&self.filter))
    }
}
