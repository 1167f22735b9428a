//! What lines, addresses and calls can do, and what of it at present: TAPI's `LINEDEVCAPS`,
//! `LINEADDRESSCAPS`, `LINEDEVSTATUS`, `LINEADDRESSSTATUS` and `LINECALLSTATUS`.

use jiff::Timestamp;
use serde::Serialize;

use crate::{
    AddressId, Call, CallData, CallId, CallState, Error, ForwardMode, Forwarding, Line, LineId,
    LineState, Operation, StatusMessage,
};

/// The media modes that lines have: `LINEMEDIAMODE_INTERACTIVEVOICE`.
const MEDIA_MODES: u32 = 0x4;

/// What a line can do: `LINEDEVCAPS`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct DeviceCapabilities {
    /// The permanent id.
    pub id: LineId,
    /// The same in 32 bits, for `dwPermanentLineID` and the device class `tapi/line`.
    pub permanent_id: u32,
    /// The name as it is shown: the number, or what the line is called.
    pub name: String,
    /// The addresses: one, or two where the device is a Super-Twin.
    pub addresses: Vec<AddressId>,
    /// The bits of its media modes: `LINEMEDIAMODE_INTERACTIVEVOICE`.
    pub media_modes: u32,
    /// The digits that can be sent as tones.
    pub tones: &'static str,
    /// The messages about its states that are sent.
    pub status_messages: &'static [StatusMessage],
}

/// What an address can do: `LINEADDRESSCAPS`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AddressCapabilities {
    /// The address.
    pub address: AddressId,
    /// What it is called.
    pub label: &'static str,
    /// The states that calls can come into.
    pub call_states: Vec<CallState>,
    /// The operations that there are. An address without a telephone has none.
    pub operations: Vec<Operation>,
    /// The bits of those on calls, for `dwCallFeatures` and `dwCallFeatures2`.
    pub call_features: (u32, u32),
    /// In which ways calls can be forwarded.
    pub forward_modes: &'static [ForwardMode],
    /// The most octets that applications keep with a call.
    pub call_data: usize,
    /// Whether the telephone can go off-hook by itself.
    pub goes_hands_free: bool,
}

/// How a line is used: `LINEDEVSTATUS`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct LineStatus {
    /// Whether it is open.
    pub is_open: bool,
    /// How it is.
    #[serde(flatten)]
    pub state: LineState,
    /// How many calls are dialled or talked in.
    pub active_calls: usize,
    /// How many are held.
    pub held_calls: usize,
    /// How many of these wait for a transfer or conference.
    pub pending_calls: usize,
    /// How many ring.
    pub ringing_calls: usize,
    /// Whether messages wait, as far as that was told.
    pub message_waiting: bool,
}

/// How an address is used: `LINEADDRESSSTATUS`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AddressStatus {
    /// The address.
    pub address: AddressId,
    /// How it is.
    #[serde(flatten)]
    pub state: LineState,
    /// How many calls are dialled or talked in.
    pub active_calls: usize,
    /// How many are held.
    pub held_calls: usize,
    /// How many of these wait for a transfer or conference.
    pub pending_calls: usize,
    /// What can be done at present without a call.
    pub operations: Vec<Operation>,
    /// The forwardings in force, as far as they were read ([`Line::forwarding`]) or told.
    pub forwarding: Option<Vec<Forwarding>>,
}

/// What can be done with a call: `LINECALLSTATUS`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct CallStatus {
    /// The call.
    pub call: CallId,
    /// Its state.
    pub state: CallState,
    /// Since when it has been in this state.
    pub since: Timestamp,
    /// What can be done with it at present.
    pub operations: Vec<Operation>,
    /// The same as bits, for `dwCallFeatures` and `dwCallFeatures2`.
    pub features: (u32, u32),
}

impl Operation {
    /// The bits `LINECALLFEATURE_` and `LINECALLFEATURE2_` of an operation on a call; 0 of one that
    /// does not begin with a call.
    #[must_use]
    pub const fn features(self) -> (u32, u32) {
        match self {
            Self::Answer => (0x4, 0),
            Self::BlindTransfer => (0x8, 0),
            Self::CallBack => (0x10, 0x8),
            Self::Intrude => (0x10, 0x10),
            Self::CompleteTransfer => (0x20, 0x40),
            Self::CreateConference => (0x20, 0x80),
            Self::DialDigits => (0x40, 0),
            Self::HangUp => (0x80, 0),
            Self::GenerateDigits => (0x200, 0),
            Self::Hold => (0x800, 0),
            Self::AddToConference => (0x2, 0),
            Self::Redirect => (0x2_0000, 0),
            Self::RemoveFromConference => (0x4_0000, 0),
            Self::SendUserInfo => (0x10_0000, 0),
            Self::SetUpTransfer => (0x200_0000, 0),
            Self::SwapHold => (0x400_0000, 0),
            Self::Retrieve => (0x800_0000, 0),
            Self::SetCallData => (0x8000_0000, 0),
            Self::Dial
            | Self::PickUp
            | Self::PickUpGroup
            | Self::Forward
            | Self::ForwardingStatus => (0, 0),
        }
    }
}

fn features(operations: &[Operation]) -> (u32, u32) {
    let bits = operations.iter().map(|operation| operation.features());
    bits.fold((0, 0), |(one, two), (more, much)| (one | more, two | much))
}

/// What can be done with a call beside the others at its address.
pub(crate) fn possible(call: &Call, others: &[&Call]) -> Vec<Operation> {
    use CallState as S;
    let state = call.state;
    let any = |states: &[S]| others.iter().any(|other| states.contains(&other.state));
    let held = || others.iter().any(|other| other.state.is_on_hold());
    // Those on two calls can begin with either.
    let with =
        |states: &[S]| state.is_on_hold() && any(states) || states.contains(&state) && held();
    let is_possible = |operation: Operation| match operation {
        Operation::SwapHold => with(&[S::Connected]),
        Operation::CompleteTransfer => with(&[S::Connected, S::Ringback, S::Proceeding]),
        Operation::CreateConference => with(&[S::Connected]) && state != S::OnHoldPendingConference,
        Operation::AddToConference => {
            state == S::Connected || state.is_on_hold() && any(&[S::Connected])
        }
        Operation::RemoveFromConference => state == S::Conferenced || call.members.len() > 1,
        operation => operation.is_allowed_in(state),
    };
    Operation::ALL.iter().copied().filter(|operation| is_possible(*operation)).collect()
}

/// How many calls are in some states.
fn count(calls: &[Call], is_counted: impl Fn(CallState) -> bool) -> usize {
    calls.iter().filter(|call| is_counted(call.state)).count()
}

const fn is_pending(state: CallState) -> bool {
    matches!(state, CallState::OnHoldPendingConference | CallState::OnHoldPendingTransfer)
}

/// What it can do, and what of it at present.
impl Line {
    /// What the line can do.
    ///
    /// # Errors
    ///
    /// [`Error::NoLine`] if it is no more.
    pub fn device_capabilities(&self) -> Result<DeviceCapabilities, Error> {
        let info = self.info()?;
        Ok(DeviceCapabilities {
            id: info.id,
            permanent_id: info.id.permanent(),
            name: if info.name.is_empty() { info.display.to_string() } else { info.name },
            addresses: info.addresses.iter().map(|address| address.id).collect(),
            media_modes: MEDIA_MODES,
            tones: "0123456789*#ABCD",
            status_messages: StatusMessage::ALL,
        })
    }

    /// Whether the line has all of these media modes, as bits of `LINEMEDIAMODE_`.
    #[must_use]
    pub const fn has_media_modes(&self, modes: u32) -> bool {
        modes != 0 && modes & !MEDIA_MODES == 0
    }

    /// What an address can do.
    ///
    /// # Errors
    ///
    /// [`Error::NoLine`] if the line is no more.
    pub fn address_capabilities(&self, address: AddressId) -> Result<AddressCapabilities, Error> {
        let info = self.info()?;
        let found = info.addresses.iter().find(|own| own.id == address);
        let operations = if found.is_some() { Operation::ALL.to_vec() } else { Vec::new() };
        Ok(AddressCapabilities {
            address,
            label: address.label(),
            call_states: CallState::ALL.to_vec(),
            call_features: features(&operations),
            operations,
            forward_modes: ForwardMode::ALL,
            call_data: CallData::MAX,
            goes_hands_free: found.is_some_and(|own| own.goes_hands_free),
        })
    }

    /// The address that is called by a number.
    #[must_use]
    pub fn address_of(&self, number: &str) -> Option<AddressId> {
        let info = self.info().ok()?;
        (*info.number == *number || *info.display == *number).then_some(AddressId::Main)
    }

    /// How the line is used.
    ///
    /// # Errors
    ///
    /// [`Error::NoLine`] if it is no more.
    pub fn status(&self) -> Result<LineStatus, Error> {
        let (info, calls) = (self.info()?, self.calls());
        Ok(LineStatus {
            is_open: self.is_open(),
            state: info.state,
            active_calls: count(&calls, CallState::is_active),
            held_calls: count(&calls, CallState::is_on_hold),
            pending_calls: count(&calls, is_pending),
            ringing_calls: count(&calls, CallState::is_ringing),
            message_waiting: info.message_waiting,
        })
    }

    /// How an address is used.
    ///
    /// # Errors
    ///
    /// [`Error::NoLine`] if the line is no more.
    pub fn address_status(&self, address: AddressId) -> Result<AddressStatus, Error> {
        let info = self.info()?;
        let state = self.state(address);
        let mut calls = self.calls();
        calls.retain(|call| call.address == address);
        let needs_no_call = |operation: &Operation| operation.states().is_empty();
        let is_free = count(&calls, CallState::is_active) == 0;
        let operations = Operation::ALL.iter().copied().filter(needs_no_call);
        let operations = operations.filter(|own| is_free || *own != Operation::Dial);
        Ok(AddressStatus {
            address,
            active_calls: count(&calls, CallState::is_active),
            held_calls: count(&calls, CallState::is_on_hold),
            pending_calls: count(&calls, is_pending),
            operations: if state.is_monitored() { operations.collect() } else { Vec::new() },
            state,
            forwarding: info.forwarding,
        })
    }

    /// What can be done with a call at present; nothing while the line is not monitored.
    #[must_use]
    pub fn call_status(&self, id: CallId) -> Option<CallStatus> {
        let calls = self.calls();
        let call = calls.iter().find(|call| call.id == id)?;
        let is_other = |other: &&Call| other.address == call.address && other.id != id;
        let others: Vec<&Call> = calls.iter().filter(is_other).collect();
        let is_seen = self.state(call.address).is_monitored();
        let operations = if is_seen { possible(call, &others) } else { Vec::new() };
        Some(CallStatus {
            call: id,
            state: call.state,
            since: call.since,
            features: features(&operations),
            operations,
        })
    }
}
