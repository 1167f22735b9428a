//! All monitors, and by what they are found.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::time::Instant;

use bytes::Bytes;
use rustc_hash::{FxHashMap, FxHashSet};

use super::key::MonitorKey;
use super::monitor::{Monitor, MonitorId, Reference, Sharer, State, Waiter};
use crate::core::{ApplicationId, MonitorStatus};

/// All monitors.
#[derive(Debug, Default)]
pub(in crate::core) struct Monitors {
    monitors: FxHashMap<MonitorId, Monitor>,
    last: u32,
    /// Applications choose the keys, so they must not choose those that collide.
    by_key: HashMap<MonitorKey, MonitorId>,
    /// By the reference of the switch; also those that are being stopped.
    by_switch: FxHashMap<Bytes, MonitorId>,
    /// What each application has, by its reference.
    by_application: FxHashMap<ApplicationId, FxHashMap<Reference, MonitorId>>,
    /// References that applications know.
    used: FxHashSet<Reference>,
    last_reference: u32,
    /// Monitors for which somebody waits.
    awaited: BTreeSet<MonitorId>,
    /// For how many monitors each application waits.
    waiting: FxHashMap<ApplicationId, usize>,
    /// Monitors that are tried again, to start or to stop them.
    pub(super) retries: BTreeSet<(Instant, MonitorId)>,
    /// Monitors that are to be started again after a loss of the link.
    pub(super) lost: VecDeque<MonitorId>,
    /// How many of those are being started.
    pub(super) restoring: usize,
    /// How many could be, and could not.
    pub(super) restored: (usize, usize),
    /// Events that came before the answer to the start of their monitor.
    pub(super) held: VecDeque<(Bytes, Bytes)>,
}

impl Monitors {
    pub(super) fn insert(&mut self, monitor: Monitor) -> MonitorId {
        // Ends, since there are far fewer monitors than numbers.
        while {
            self.last = self.last.wrapping_add(1);
            self.monitors.contains_key(&MonitorId(self.last))
        } {}
        let id = MonitorId(self.last);
        for key in &monitor.keys {
            self.by_key.insert(key.clone(), id);
        }
        self.monitors.insert(id, monitor);
        id
    }

    /// Takes a monitor out that nobody has any more.
    pub(super) fn remove(&mut self, id: MonitorId) -> Option<Monitor> {
        let monitor = self.monitors.remove(&id)?;
        for key in &monitor.keys {
            if self.by_key.get(key) == Some(&id) {
                self.by_key.remove(key);
            }
        }
        if let State::On(reference) | State::Stopping(reference) = &monitor.state {
            self.forget_switch(id, reference);
        }
        if let Some(reference) = monitor.reference {
            self.used.remove(&reference);
        }
        for sharer in &monitor.sharers {
            self.forget_reference(id, sharer.application, sharer.reference);
        }
        self.awaited.remove(&id);
        self.retries.retain(|(_, other)| *other != id);
        self.lost.retain(|other| *other != id);
        Some(monitor)
    }

    /// Forgets a monitor that the switch has not been asked to start yet, if it is for one
    /// application alone. Returns whether it was.
    pub(in crate::core) fn forget_unasked(
        &mut self,
        id: MonitorId,
        application: ApplicationId,
    ) -> bool {
        let is_for_it = self.get(id).is_some_and(|own| {
            let mut waiters = own.waiters.iter();
            own.sharers.is_empty() && waiters.all(|own| own.asker.application == application)
        });
        if is_for_it {
            self.take_waiters(id);
            self.remove(id);
        }
        is_for_it
    }

    pub(super) fn get(&self, id: MonitorId) -> Option<&Monitor> {
        self.monitors.get(&id)
    }

    pub(super) fn get_mut(&mut self, id: MonitorId) -> Option<&mut Monitor> {
        self.monitors.get_mut(&id)
    }

    /// How many events are held.
    pub(in crate::core) fn held(&self) -> usize {
        self.held.len()
    }

    /// Whether the switch has been asked to start one.
    pub(super) fn is_starting(&self) -> bool {
        self.monitors.values().any(|monitor| monitor.state == State::Starting)
    }

    pub(super) fn len(&self) -> usize {
        self.monitors.len()
    }

    /// All of them, in the order in which they were started first.
    pub(super) fn ids(&self) -> Vec<MonitorId> {
        let mut ids: Vec<_> = self.monitors.keys().copied().collect();
        ids.sort_unstable();
        ids
    }

    pub(super) fn by_key(&self, keys: &[MonitorKey]) -> Option<MonitorId> {
        keys.iter().find_map(|key| self.by_key.get(key)).copied()
    }

    pub(super) fn by_switch(&self, reference: &[u8]) -> Option<MonitorId> {
        self.by_switch.get(reference).copied()
    }

    /// The monitor that an application knows by a reference.
    pub(super) fn of(
        &self,
        application: ApplicationId,
        reference: &[u8],
    ) -> Option<(MonitorId, Reference)> {
        let reference = Reference::try_from(reference).ok()?;
        let id = *self.by_application.get(&application)?.get(&reference)?;
        Some((id, reference))
    }

    /// How many monitors an application has or waits for.
    pub(super) fn count(&self, application: ApplicationId) -> usize {
        self.has(application) + self.waiting.get(&application).copied().unwrap_or_default()
    }

    /// How many monitors an application has.
    pub(in crate::core) fn has(&self, application: ApplicationId) -> usize {
        self.by_application.get(&application).map_or(0, FxHashMap::len)
    }

    /// The monitors of an application, and its references for them, in the order of these.
    pub(super) fn all_of(&self, application: ApplicationId) -> Vec<(Reference, MonitorId)> {
        let own = self.by_application.get(&application).into_iter().flatten();
        let mut own: Vec<_> = own.map(|(reference, id)| (*reference, *id)).collect();
        own.sort_unstable();
        own
    }

    pub(super) fn add_waiter(&mut self, id: MonitorId, waiter: Waiter) {
        if let Some(monitor) = self.monitors.get_mut(&id) {
            monitor.waiters.push(waiter);
            self.awaited.insert(id);
            *self.waiting.entry(waiter.asker.application).or_default() += 1;
        }
    }

    pub(super) fn take_waiters(&mut self, id: MonitorId) -> Vec<Waiter> {
        self.awaited.remove(&id);
        let monitor = self.monitors.get_mut(&id);
        let waiters = monitor.map(|own| std::mem::take(&mut own.waiters)).unwrap_or_default();
        for Waiter { asker, .. } in &waiters {
            if let Some(count) = self.waiting.get_mut(&asker.application) {
                *count -= 1;
                if *count == 0 {
                    self.waiting.remove(&asker.application);
                }
            }
        }
        waiters
    }

    /// Takes out those who are wanted of those who wait for a monitor.
    pub(super) fn extract_waiters(
        &mut self,
        id: MonitorId,
        is_wanted: impl Fn(&Waiter) -> bool,
    ) -> Vec<Waiter> {
        let (wanted, others) = self.take_waiters(id).into_iter().partition(is_wanted);
        let others: Vec<_> = others;
        others.into_iter().for_each(|own| self.add_waiter(id, own));
        wanted
    }

    /// Nobody of an application waits any more.
    pub(super) fn forget_waiters(&mut self, application: ApplicationId) -> Vec<MonitorId> {
        let mut left = Vec::new();
        self.waiting.remove(&application);
        self.awaited.retain(|id| {
            let Some(monitor) = self.monitors.get_mut(id) else {
                return false;
            };
            let before = monitor.waiters.len();
            monitor.waiters.retain(|waiter| waiter.asker.application != application);
            if monitor.waiters.len() < before {
                left.push(*id);
            }
            !monitor.waiters.is_empty()
        });
        left
    }

    /// Gives a monitor that is on to an application, and says by which reference. The first time it
    /// is that of the monitor, then others.
    pub(super) fn share(&mut self, id: MonitorId, waiter: Waiter) -> Option<Reference> {
        let application = waiter.asker.application;
        let monitor = self.monitors.get(&id)?;
        let has_it = monitor.sharers.iter().any(|own| own.application == application);
        let reference = match monitor.reference {
            Some(reference) if !has_it => reference,
            reference => {
                let wish = match &monitor.state {
                    State::On(switch) if reference.is_none() => Some(switch.clone()),
                    _ => None,
                };
                let fresh = self.new_reference(wish.as_deref());
                if reference.is_none() {
                    self.monitors.get_mut(&id)?.reference = Some(fresh);
                }
                fresh
            }
        };
        self.join(id, Sharer::new(application, reference, waiter.filter));
        Some(reference)
    }

    /// Gives a monitor to an application that knows it by a reference already.
    pub(super) fn join(&mut self, id: MonitorId, sharer: Sharer) {
        if let Some(monitor) = self.monitors.get_mut(&id) {
            let own = self.by_application.entry(sharer.application).or_default();
            own.insert(sharer.reference, id);
            self.used.insert(sharer.reference);
            monitor.add(sharer);
        }
    }

    /// Takes a monitor from an application.
    pub(super) fn leave(
        &mut self,
        id: MonitorId,
        application: ApplicationId,
        reference: Reference,
    ) -> Option<()> {
        self.monitors.get_mut(&id)?.remove(application, reference)?;
        self.forget_reference(id, application, reference);
        Some(())
    }

    /// The switch has started a monitor under a reference.
    pub(super) fn switch_on(&mut self, id: MonitorId, reference: Bytes) {
        if let Some(monitor) = self.monitors.get_mut(&id) {
            monitor.state = State::On(reference.clone());
            self.by_switch.insert(reference, id);
        }
    }

    /// The switch has no monitor under that reference any more.
    pub(super) fn forget_switch(&mut self, id: MonitorId, reference: &Bytes) {
        if self.by_switch.get(reference) == Some(&id) {
            self.by_switch.remove(reference);
        }
    }

    /// The switch has gone with all monitors.
    pub(super) fn forget_all_switch(&mut self) {
        self.by_switch.clear();
        self.held.clear();
        self.retries.clear();
        self.lost.clear();
        self.restoring = 0;
    }

    /// A monitor is known by further keys.
    pub(super) fn add_keys(&mut self, id: MonitorId, keys: Vec<MonitorKey>) {
        if let Some(monitor) = self.monitors.get_mut(&id) {
            for key in keys {
                self.by_key.insert(key.clone(), id);
                if !monitor.keys.contains(&key) {
                    monitor.keys.push(key);
                }
            }
        }
    }

    /// Nobody has the shared reference of a monitor any more: the next one may be another.
    pub(super) fn forget_shared_reference(&mut self, id: MonitorId) {
        if let Some(reference) = self.monitors.get_mut(&id).and_then(|own| own.reference.take()) {
            self.used.remove(&reference);
        }
    }

    pub(in crate::core) fn status(&self) -> Vec<MonitorStatus> {
        let mut status: Vec<_> = self
            .monitors
            .values()
            .map(|monitor| MonitorStatus {
                device: monitor.device.clone(),
                state: monitor.state(),
                applications: monitor.sharers.iter().map(|own| own.application).collect(),
            })
            .collect();
        status.sort_by(|a, b| a.device.cmp(&b.device));
        status
    }

    /// A reference that no application knows: the switch's, if it is one.
    fn new_reference(&mut self, wish: Option<&[u8]>) -> Reference {
        let wish = wish.and_then(|octets| Reference::try_from(octets).ok());
        if let Some(wish) = wish.filter(|wish| !self.used.contains(wish)) {
            return wish;
        }
        // Ends, since there are far fewer monitors than numbers.
        loop {
            self.last_reference = self.last_reference.wrapping_add(1);
            let reference = self.last_reference.to_be_bytes();
            if !self.used.contains(&reference) {
                return reference;
            }
        }
    }

    fn forget_reference(
        &mut self,
        id: MonitorId,
        application: ApplicationId,
        reference: Reference,
    ) {
        if let Some(own) = self.by_application.get_mut(&application) {
            own.remove(&reference);
            if own.is_empty() {
                self.by_application.remove(&application);
            }
        }
        if self.monitors.get(&id).is_none_or(|own| own.reference != Some(reference)) {
            self.used.remove(&reference);
        }
    }
}
