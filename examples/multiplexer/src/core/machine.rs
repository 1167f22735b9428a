//! The core itself: what comes in, and who deals with it.

use std::collections::VecDeque;
use std::time::Instant;

use super::{Input, Output, Settings, Status};

/// The multiplexer without sockets and without a clock.
///
/// Tell it what happens by [`handle`](Self::handle), and the time by
/// [`handle_timeout`](Self::handle_timeout) at [`poll_timeout`](Self::poll_timeout). After each of
/// them do everything that [`poll_output`](Self::poll_output) gives, in this order. Times must not
/// go back.
#[derive(Debug)]
pub struct Core {
    settings: Settings,
    outputs: VecDeque<Output>,
}

impl Core {
    /// A multiplexer without applications and without a switch.
    #[must_use]
    pub fn new(_now: Instant, settings: Settings) -> Self {
        Self { settings, outputs: VecDeque::new() }
    }

    /// Takes what has happened.
    pub fn handle(&mut self, _now: Instant, input: Input) {
        if let Input::SettingsChanged(settings) = input {
            self.settings = *settings;
        }
    }

    /// Does what is due.
    pub fn handle_timeout(&mut self, _now: Instant) {}

    /// The next thing to be done.
    pub fn poll_output(&mut self) -> Option<Output> {
        self.outputs.pop_front()
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Instant> {
        None
    }

    /// The state, for people.
    #[must_use]
    pub fn status(&self) -> Status {
        Status::default()
    }
}
