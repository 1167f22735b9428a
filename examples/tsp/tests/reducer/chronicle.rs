//! Whatever happens, what is told adds up to what is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use numfmt::{Config, Formatter};
use tsp::{AddressId, CallId, CallState, Calls, Identity, LineId, Names};

use super::happening::{Happening, happen};
use super::legality::check;

/// The line 101, without calls.
pub(crate) fn line() -> Calls {
    let numbers = Arc::new(Formatter::new(&Config::default()).unwrap());
    let own = vec![Identity::Number("101".to_owned())];
    let names = Names::new(own.clone(), own, numbers);
    Calls::new(LineId::of("pbx", "101"), AddressId::Main, 1, names)
}

/// Lets things happen, and follows what is told.
pub(crate) fn follow(happenings: &[Happening]) {
    let mut calls = line();
    let mut known: BTreeMap<CallId, CallState> = BTreeMap::new();
    let mut over: BTreeSet<CallId> = BTreeSet::new();
    for (second, happening) in happenings.iter().enumerate() {
        let now = Timestamp::from_second(i64::try_from(second).unwrap()).unwrap();
        let reduced = happen(&mut calls, happening, now);
        for change in &reduced.changes {
            let id = change.call.id;
            assert!(!over.contains(&id), "one that was over lives again: {change:?}");
            assert_eq!(known.get(&id).copied(), change.from, "{change:?}");
            let says_something = change.is_new() || change.is_state() || !change.info.is_empty();
            assert!(says_something, "{change:?}");
            if change.call.state == CallState::Idle {
                assert!(change.call.ended.is_some());
                known.remove(&id);
                over.insert(id);
            } else {
                known.insert(id, change.call.state);
            }
        }
        let present: Vec<_> = calls.iter().cloned().collect();
        check(&present);
        let present = present.into_iter().map(|call| (call.id, call.state)).collect();
        assert_eq!(known, present, "what was told is what is, after {happening:?}");
    }
}
