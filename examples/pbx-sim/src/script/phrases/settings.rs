//! What telephone users set besides forwarding.

use crate::model::{Calls, UserAct};
use crate::script::reading::{Phrase, phrase};

pub(super) const PHRASES: &[Phrase] = &[
    phrase("EXTENSION sets dnd", "wants to be disturbed by nobody", |v| {
        v.user(UserAct::DoNotDisturb(Some(Calls::All)))
    }),
    phrase("EXTENSION sets dnd internal", "wants to be disturbed by nobody within", |v| {
        v.user(UserAct::DoNotDisturb(Some(Calls::Internal)))
    }),
    phrase("EXTENSION sets dnd external", "wants to be disturbed by nobody outside", |v| {
        v.user(UserAct::DoNotDisturb(Some(Calls::External)))
    }),
    phrase("EXTENSION ends dnd", "may be disturbed again", |v| v.user(UserAct::DoNotDisturb(None))),
    phrase("EXTENSION unplugs", "takes the telephone out of service", |v| v.user(UserAct::Unplug)),
    phrase("EXTENSION plugs in", "takes it into service again", |v| v.user(UserAct::PlugIn)),
];
