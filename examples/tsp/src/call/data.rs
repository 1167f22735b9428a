//! What applications keep with a call, and what of it can change.

use serde::Serialize;

use super::Call;
use crate::constants::constants;

/// What an application keeps with a call: TAPI's call data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CallData(Vec<u8>);

impl CallData {
    /// The most octets that are kept with a call.
    pub const MAX: usize = 4096;

    /// Takes octets, or `None` if they are more than [`MAX`](Self::MAX).
    #[must_use]
    pub fn new(octets: impl Into<Vec<u8>>) -> Option<Self> {
        let octets = octets.into();
        (octets.len() <= Self::MAX).then_some(Self(octets))
    }

    /// The octets.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

constants! {
    /// What of a call has changed besides its state: TAPI's `LINECALLINFOSTATE_` constants.
    pub enum CallInfo {
        /// The trunk, the conference or another thing that has no constant of its own.
        Other = 0x1 "other",
        /// What an application has set for itself.
        AppSpecific = 0x20 "appspecific",
        /// The ids: that in the switch, or that of the consultation partner.
        CallId = 0x40 "callid",
        /// The id of the consultation partner.
        RelatedCallId = 0x80 "relatedcallid",
        /// Where it comes from.
        Origin = 0x100 "origin",
        /// Why it is here.
        Reason = 0x200 "reason",
        /// The call that asked for completion.
        CompletionId = 0x400 "completionid",
        /// The trunk.
        Trunk = 0x4000 "trunk",
        /// Who calls.
        CallerId = 0x8000 "callerid",
        /// Who is called.
        CalledId = 0x10000 "calledid",
        /// With whom the line talks.
        ConnectedId = 0x20000 "connectedid",
        /// Where it was redirected to.
        RedirectionId = 0x40000 "redirectionid",
        /// From where it was redirected.
        RedirectingId = 0x80000 "redirectingid",
        /// What came from user to user.
        UserUserInfo = 0x200000 "useruserinfo",
        /// What an application keeps with it.
        CallData = 0x40000000 "calldata",
    }
}

impl CallInfo {
    /// What differs between a call as it was and as it is, besides its state.
    #[must_use]
    pub fn between(before: &Call, now: &Call) -> Vec<Self> {
        let differs = |what| match what {
            Self::AppSpecific => before.app_specific != now.app_specific,
            Self::CallId => before.switch_id != now.switch_id || before.hub != now.hub,
            Self::RelatedCallId => before.related != now.related,
            Self::Origin => before.origin != now.origin,
            Self::Reason => before.reason != now.reason,
            Self::CompletionId => false,
            Self::Trunk => before.trunk != now.trunk,
            Self::CallerId => before.caller != now.caller,
            Self::CalledId => before.called != now.called,
            Self::ConnectedId => before.connected != now.connected,
            Self::RedirectionId => before.redirection != now.redirection,
            Self::RedirectingId => before.redirecting != now.redirecting,
            Self::UserUserInfo => before.user_user != now.user_user,
            Self::CallData => before.data != now.data,
            Self::Other => {
                before.conference != now.conference
                    || before.members != now.members
                    || before.held_by_other != now.held_by_other
                    || before.prompts != now.prompts
                    || before.disconnect != now.disconnect
                    || before.busy != now.busy
            }
        };
        Self::ALL.iter().copied().filter(|what| differs(*what)).collect()
    }
}
