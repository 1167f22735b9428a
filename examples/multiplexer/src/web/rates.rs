//! How many messages there are a second.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::ApplicationId;
use crate::server::Hub;

/// How many seconds are kept.
const KEPT: usize = 300;

/// How many messages there are a second, counted once a second.
#[derive(Debug, Default)]
pub(super) struct Rates {
    before: Option<(u64, u64)>,
    history: VecDeque<Rate>,
    /// For each application what it was sent and has sent, in all and in the last second.
    applications: FxHashMap<ApplicationId, [(u64, u64); 2]>,
}

/// Messages in a second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Rate {
    /// From the switch.
    pub(super) events: u64,
    /// To applications.
    pub(super) delivered: u64,
}

impl Rates {
    /// Takes in that a second has passed.
    pub(super) fn tick(&mut self, hub: &Hub) {
        let (events, delivered) = hub.messages();
        let before = self.before.replace((events, delivered)).unwrap_or((events, delivered));
        if self.history.len() >= KEPT {
            self.history.pop_front();
        }
        self.history.push_back(Rate {
            events: events.saturating_sub(before.0),
            delivered: delivered.saturating_sub(before.1),
        });
        self.applications = hub
            .seats()
            .map(|seat| {
                let now = (seat.sent, seat.received);
                let [before, _] =
                    self.applications.get(&seat.application).copied().unwrap_or([now; 2]);
                let passed = (now.0.saturating_sub(before.0), now.1.saturating_sub(before.1));
                (seat.application, [now, passed])
            })
            .collect();
    }

    /// In the last second.
    pub(super) fn now(&self) -> Rate {
        self.history.back().copied().unwrap_or_default()
    }

    /// In each of the last seconds, the oldest first.
    pub(super) fn history(&self) -> Vec<Rate> {
        self.history.iter().copied().collect()
    }

    /// What an application was sent and has sent in the last second.
    pub(super) fn of(&self, application: ApplicationId) -> (u64, u64) {
        self.applications.get(&application).map_or((0, 0), |[_, passed]| *passed)
    }
}
