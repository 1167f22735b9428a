//! A switch that starts anew.

use std::time::Instant;

use super::timer::Timers;
use super::{CallModel, Hook};

impl CallModel {
    /// Forgets all calls, without an event: the switch has restarted. What is set at telephones
    /// stays as it is.
    pub fn restart(&mut self, now: Instant) {
        // Without `..`: whatever the model comes to know is to be remembered or forgotten here.
        let Self {
            config: _,
            devices,
            stations: _,
            calls,
            next_call: _, // the ids of calls that are gone come last again
            stamp: _,
            timers,
            recorder,
            outputs,
            now: present,
        } = self;
        for device in devices.values_mut() {
            device.calls.clear();
            device.hook = Hook::On;
        }
        calls.clear();
        *timers = Timers::default();
        recorder.clear();
        outputs.clear();
        *present = now;
    }
}
