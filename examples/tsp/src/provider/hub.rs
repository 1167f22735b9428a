//! Numbers that the calls of all lines have in common which are one call in the switch.

use std::collections::HashMap;

use crate::{CallId, SwitchCallId};

/// Gives each call of the switch a number as long as any line has it. The ids of the switch are
/// used again; these numbers are not, until they have all been used.
#[derive(Debug, Default)]
pub(super) struct Hubs {
    last: u32,
    of_switch: HashMap<SwitchCallId, (u32, usize)>,
    of_call: HashMap<CallId, SwitchCallId>,
}

impl Hubs {
    /// The number for a call at a line, which has this id in the switch or has none any more.
    pub(super) fn number(&mut self, call: CallId, id: Option<&SwitchCallId>) -> u32 {
        if self.of_call.get(&call) != id
            && let Some(old) = self.of_call.remove(&call)
            && let Some((_, count)) = self.of_switch.get_mut(&old)
        {
            *count -= 1;
            if *count == 0 {
                self.of_switch.remove(&old);
            }
        }
        let Some(id) = id else {
            return 0;
        };
        let is_new = !self.of_call.contains_key(&call);
        if is_new {
            self.of_call.insert(call, id.clone());
        }
        let (hub, count) = self.of_switch.entry(id.clone()).or_insert_with(|| {
            self.last = self.last.wrapping_add(1).max(1);
            (self.last, 0)
        });
        *count += usize::from(is_new);
        *hub
    }
}
