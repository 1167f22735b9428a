//! What holds of the calls of a line, whatever happens.

use std::collections::BTreeSet;

use tsp::{Call, CallState};

/// Checks the calls of a line.
pub(crate) fn check(calls: &[Call]) {
    let mut ids = BTreeSet::new();
    for call in calls {
        assert_ne!(call.state, CallState::Idle, "one that is over stays: {calls:?}");
        let find = |id| calls.iter().find(|other| other.id == id);
        if let Some(id) = &call.switch_id {
            assert!(ids.insert((call.address, id.clone())), "two calls have one id: {calls:?}");
        }
        let is_part = call.state == CallState::Conferenced;
        assert_eq!(is_part, call.conference.is_some(), "{call:?}");
        assert_eq!(is_part, call.switch_id.is_none(), "{call:?}");
        if let Some(conference) = call.conference {
            let conference = find(conference).expect("a conference that is not there");
            assert_ne!(conference.state, CallState::Conferenced);
        }
        if let Some(partner) = call.related {
            let partner = find(partner).expect("a partner that is not there");
            assert_eq!(partner.related, Some(call.id), "partners of different minds: {calls:?}");
        }
        assert!(call.ended.is_none() && call.began <= call.since, "{call:?}");
    }
}
