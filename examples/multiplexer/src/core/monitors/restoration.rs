//! Monitors are there again after the link was lost.

use std::time::Instant;

use csta_codec::types::SystemStatus;

use super::monitor::{MonitorId, State};
use crate::core::machine::Core;
use crate::core::outcome::Outcome;
use crate::core::{LinkState, Notice};

impl Core {
    /// The switch has gone, and what it knew of monitors. Those that are wanted are kept.
    pub(in crate::core) fn lose_monitors(&mut self) {
        self.monitors.forget_all_switch();
        for id in self.monitors.ids() {
            let Some(monitor) = self.monitors.get_mut(id) else {
                continue;
            };
            monitor.state = State::Lost;
            monitor.is_restored = false;
            let is_unwanted = monitor.is_unwanted();
            self.forget_filter(id);
            if is_unwanted {
                self.monitors.remove(id);
            }
        }
    }

    /// The switch serves again: monitors are started again, a few at a time.
    pub(in crate::core) fn restore_monitors(&mut self, now: Instant) {
        self.monitors.lost = self.monitors.ids().into();
        self.monitors.restored = (0, 0);
        self.restore_more(now);
    }

    /// Starts further monitors again, as many as may be at once.
    fn restore_more(&mut self, now: Instant) {
        while self.monitors.restoring < self.settings.monitors.restored_at_once.max(1) {
            let Some(id) = self.monitors.lost.pop_front() else {
                break;
            };
            // Meanwhile it may have been started for somebody else.
            let is_lost = self.monitors.get(id).is_some_and(|own| own.state == State::Lost);
            if is_lost && self.start_monitor(now, None, id) {
                self.monitors.restoring += 1;
                if let Some(monitor) = self.monitors.get_mut(id) {
                    monitor.is_restored = true;
                }
            }
        }
        if self.monitors.restoring == 0 && self.link.state() == LinkState::Restoring {
            self.link.set_state(LinkState::Up);
            let (monitors, failed) = self.monitors.restored;
            if self.link.was_lost() {
                self.notice(Notice::Restored { monitors, failed });
                self.tell_all(now, SystemStatus::MessagesLost);
            }
            let status = self.system_status();
            self.tell_all(now, status);
        }
    }

    /// One of them has been started, or has not.
    pub(super) fn restored_one(&mut self, id: MonitorId, outcome: &Outcome<'_>) {
        let Some(monitor) = self.monitors.get_mut(id) else {
            return;
        };
        if std::mem::take(&mut monitor.is_restored) {
            self.monitors.restoring = self.monitors.restoring.saturating_sub(1);
            let (restored, failed) = &mut self.monitors.restored;
            if outcome.is_result() {
                *restored += 1;
            } else {
                *failed += 1;
            }
        }
    }

    /// Tries again what is due, and goes on with what is to be restored.
    pub(in crate::core) fn retry_monitors(&mut self, now: Instant) {
        while let Some(&(due, id)) = self.monitors.retries.first()
            && due <= now
        {
            self.monitors.retries.pop_first();
            match self.monitors.get(id).map(|own| (&own.state, own.is_unwanted())) {
                Some((State::Lost, _)) => {
                    self.start_monitor(now, None, id);
                }
                Some((State::On(_), true)) => self.stop_unwanted(now, id),
                _ => {}
            }
        }
        if self.link.state() == LinkState::Restoring {
            self.restore_more(now);
        }
    }

    /// When [`retry_monitors`](Self::retry_monitors) is to be called.
    pub(in crate::core) fn monitors_due(&self) -> Option<Instant> {
        self.monitors.retries.first().map(|(due, _)| *due)
    }
}
