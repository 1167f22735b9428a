//! A switch that starts anew.

use std::time::Instant;

use super::CallModel;
use super::timer::Timers;

impl CallModel {
    /// Forgets all calls, without an event: the switch has restarted. What is set at telephones
    /// stays as it is.
    pub fn restart(&mut self, now: Instant) {
        // Without `..`: whatever the model comes to know is to be remembered or forgotten here.
        let Self {
            config: _,
            equipment,
            calls,
            next_call: _, // the ids of calls that are gone come last again
            stamp: _,
            timers,
            recorder,
            outputs,
            changed,
            now: present,
        } = self;
        equipment.forget_calls();
        calls.clear();
        *timers = Timers::default();
        recorder.clear();
        outputs.clear();
        changed.clear();
        *present = now;
    }
}
