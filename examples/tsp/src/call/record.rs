//! A call at a line.

use jiff::Timestamp;
use kme_private::DeviceNumber;
use numfmt::{Formatter, List};
use serde::{Serialize, Serializer};

use super::{
    BusyMode, CallData, CallId, CallState, DisconnectMode, Identity, Origin, Party, Reason,
    SwitchCallId,
};
use crate::{AddressId, Directory, LineId};

/// A call at a line: TAPI's `LINECALLINFO` and `LINECALLSTATUS`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Call {
    /// Its name at the line.
    pub id: CallId,
    /// The line.
    pub line: LineId,
    /// The address of the line at which it is.
    pub address: AddressId,
    /// Its id in the switch; `None` for a member of a conference, which has none of its own.
    pub switch_id: Option<SwitchCallId>,
    /// A number that the calls of all lines have in common which are one call in the switch, or 0.
    pub hub: u32,
    /// Its state here.
    pub state: CallState,
    /// Since when it has been in this state.
    pub since: Timestamp,
    /// Whether the other end holds it while it is [connected](CallState::Connected) here.
    pub held_by_other: bool,
    /// Whether the telephone prompts its user for it, because it cannot go hands-free: the call
    /// goes on when the user presses the hook key or lifts the handset.
    pub prompts: bool,
    /// Where it comes from.
    pub origin: Origin,
    /// Why it is here.
    pub reason: Reason,
    /// Who calls.
    pub caller: Party,
    /// Who is called, as it was first dialled.
    pub called: Party,
    /// With whom the line talks.
    pub connected: Party,
    /// From where it was last redirected.
    pub redirecting: Party,
    /// Where it was redirected to.
    pub redirection: Party,
    /// The line to the public network by which it goes or comes.
    #[serde(serialize_with = "as_shown")]
    pub trunk: Option<DeviceNumber>,
    /// When it began at the line, or was first seen.
    pub began: Timestamp,
    /// When it was first connected, as far as that was seen.
    pub connected_at: Option<Timestamp>,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// Why it is busy, while it is.
    pub busy: Option<BusyMode>,
    /// Why the other end has gone, or the call has ended.
    pub disconnect: Option<DisconnectMode>,
    /// Its consultation partner: the held call of a consultation, or the call that consults.
    pub related: Option<CallId>,
    /// The conference that it is part of.
    pub conference: Option<CallId>,
    /// Who else takes part, as far as that is known.
    pub members: Vec<Member>,
    /// What an application has set for itself.
    pub app_specific: u64,
    /// What an application keeps with it.
    pub data: CallData,
    /// What came last from user to user.
    pub user_user: Option<Vec<u8>>,
}

/// Somebody else in a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Member {
    /// Who it is.
    pub party: Party,
    /// The device by which the switch names its connection, if it differs: a trunk line.
    #[serde(skip)]
    pub(crate) device: Identity,
    /// Whether it takes part, and is not only called.
    pub is_connected: bool,
    /// The call at this line that became part of the conference with it.
    pub call: Option<CallId>,
}

impl Member {
    /// Whether it goes by one of these identities.
    pub(crate) fn is(&self, party: &Identity, device: &Identity) -> bool {
        let known = |identity: &Identity| *identity != Identity::NotKnown;
        known(party) && (self.party.identity == *party || self.device == *party)
            || known(device) && (self.device == *device || self.party.identity == *device)
    }
}

impl Call {
    /// A new call of which nothing is known yet but where it is.
    pub(crate) fn new(
        id: CallId,
        (line, address): (LineId, AddressId),
        switch_id: Option<SwitchCallId>,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            line,
            address,
            switch_id,
            hub: 0,
            state: CallState::Unknown,
            since: now,
            held_by_other: false,
            prompts: false,
            origin: Origin::Unknown,
            reason: Reason::Unknown,
            caller: Party::NOT_KNOWN,
            called: Party::NOT_KNOWN,
            connected: Party::NOT_KNOWN,
            redirecting: Party::NOT_KNOWN,
            redirection: Party::NOT_KNOWN,
            trunk: None,
            began: now,
            connected_at: None,
            ended: None,
            busy: None,
            disconnect: None,
            related: None,
            conference: None,
            members: Vec::new(),
            app_specific: 0,
            data: CallData::default(),
            user_user: None,
        }
    }

    /// With whom the line has to do: who talks, else who calls or is called.
    #[must_use]
    pub const fn other_party(&self) -> &Party {
        if self.connected.is_known() {
            &self.connected
        } else if self.origin.is_inbound() {
            &self.caller
        } else {
            &self.called
        }
    }

    /// Whether it is a conference.
    #[must_use]
    pub const fn is_conference(&self) -> bool {
        self.members.len() > 1 && matches!(self.state, CallState::Connected)
            || matches!(self.origin, Origin::Conference)
    }

    /// As an application is to see it: devices by the numbers that are dialled for them, and
    /// numbers as the rules for the direction of the call at this line make them.
    #[must_use]
    pub fn shown(&self, directory: &Directory, numbers: &Formatter) -> Self {
        let list = if self.origin.is_inbound() { List::Incoming } else { List::Outgoing };
        let show = |party: &Party| party.shown(directory, numbers, list);
        let mut shown = self.clone();
        for party in [
            &mut shown.caller,
            &mut shown.called,
            &mut shown.connected,
            &mut shown.redirecting,
            &mut shown.redirection,
        ] {
            *party = show(party);
        }
        for member in &mut shown.members {
            member.party = show(&member.party);
        }
        shown
    }
}

fn as_shown<S: Serializer>(trunk: &Option<DeviceNumber>, to: S) -> Result<S::Ok, S::Error> {
    match trunk {
        Some(trunk) => to.collect_str(trunk),
        None => to.serialize_none(),
    }
}
