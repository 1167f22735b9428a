//! Which call an operation is about, and how it is carried out.

use csta_client::Client;
use csta_codec::OctetString;
use csta_codec::types::{ConnectionId, DeviceId};

use crate::line::Place;
use crate::moment::Moment;
use crate::provider::{Device, Made};
use crate::{
    AddressId, Call, CallId, CallState, Error, Identity, Line, LineState, Member, Operation, Party,
    Refusal, SwitchCallId,
};

/// The call that an operation is about.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub(super) call: Call,
    pub(super) device: Device,
}

impl Chosen {
    /// The line's own connection in it. A part of a conference has none.
    pub(super) fn connection(&self) -> Option<ConnectionId<'_>> {
        let id = self.call.switch_id.as_ref()?;
        Some(ConnectionId::new(OctetString(id.as_bytes()), self.device.id()))
    }

    /// The connection of somebody else in it.
    pub(super) fn connection_of<'a>(&'a self, member: &'a Member) -> Option<ConnectionId<'a>> {
        let device = match (&member.device, &member.party.identity) {
            (Identity::Number(number), _) | (Identity::NotKnown, Identity::Number(number)) => {
                DeviceId::dialing_number(number)
            }
            (Identity::Device(device), _) | (Identity::NotKnown, Identity::Device(device)) => {
                DeviceId::device_number(*device)
            }
            _ => return None,
        };
        let id = self.call.switch_id.as_ref()?;
        Some(ConnectionId::new(OctetString(id.as_bytes()), device))
    }

    pub(super) const fn place(&self) -> Place {
        (self.call.line, self.call.address)
    }
}

impl Line {
    pub(super) fn invalid(&self, operation: Operation, what: impl Into<String>) -> Error {
        Error::Invalid { line: self.number().to_owned(), operation, what: what.into() }
    }

    /// The telephone of an address.
    pub(super) fn station(
        &self,
        operation: Operation,
        address: AddressId,
    ) -> Result<Device, Error> {
        let device = self.shared().with(|board| board.station_device(self.id(), address));
        device.ok_or_else(|| match address {
            AddressId::Main => self.gone(),
            AddressId::Mobile => Error::NoMobile { line: self.number().to_owned(), operation },
        })
    }

    /// Nothing is known of the calls of a line that is not monitored.
    fn check_monitored(&self, operation: Operation) -> Result<(), Error> {
        let states = AddressId::ALL.map(|address| {
            self.shared().with(|board| board.state(self.id(), address)).unwrap_or_default()
        });
        if states.iter().any(LineState::is_monitored) {
            return Ok(());
        }
        let [state, _] = states;
        Err(Error::NotMonitored { line: self.number().to_owned(), operation, state })
    }

    /// The call that an operation is about: the one that is named, or the one in the best state.
    pub(super) fn choose(
        &self,
        operation: Operation,
        call: Option<CallId>,
    ) -> Result<Chosen, Error> {
        self.choose_in(operation, operation.states(), call)
    }

    /// The same, where the states are others than those of the table.
    pub(super) fn choose_in(
        &self,
        operation: Operation,
        states: &[CallState],
        call: Option<CallId>,
    ) -> Result<Chosen, Error> {
        self.check_monitored(operation)?;
        let calls: Vec<Call> =
            self.shared().with(|board| board.calls_at(self.id()).cloned().collect());
        let line = || self.number().to_owned();
        let chosen = match call {
            Some(id) => {
                let named = calls.into_iter().find(|call| call.id == id);
                let named = named.ok_or_else(|| Error::UnknownCall {
                    line: line(),
                    operation,
                    call: id,
                })?;
                if !states.contains(&named.state) {
                    let (state, allowed) = (named.state, states.to_vec());
                    return Err(Error::WrongState {
                        line: line(),
                        operation,
                        call: id,
                        state,
                        allowed,
                    });
                }
                named
            }
            None => {
                let present = calls.iter().map(|call| call.state).collect();
                let in_state = |state: &CallState| calls.iter().find(|call| call.state == *state);
                let best = states.iter().find_map(in_state).cloned();
                best.ok_or_else(|| Error::NoCall {
                    line: line(),
                    operation,
                    allowed: states.to_vec(),
                    present,
                })?
            }
        };
        let device = self.station(operation, chosen.address)?;
        Ok(Chosen { call: chosen, device })
    }

    /// The other call that an operation on two is about: the partner of the first, or another at
    /// the same address.
    pub(super) fn choose_second(
        &self,
        operation: Operation,
        first: &Chosen,
        states: &[CallState],
    ) -> Result<Chosen, Error> {
        let calls: Vec<Call> =
            self.shared().with(|board| board.calls_at(self.id()).cloned().collect());
        let others = || {
            let own = &first.call;
            calls.iter().filter(|call| call.address == own.address && call.id != own.id)
        };
        let related = others().find(|call| first.call.related == Some(call.id));
        let related = related.filter(|call| states.contains(&call.state));
        let best = related
            .or_else(|| states.iter().find_map(|state| others().find(|call| call.state == *state)));
        let call = best.cloned().ok_or_else(|| Error::NoCall {
            line: self.number().to_owned(),
            operation,
            allowed: states.to_vec(),
            present: others().map(|call| call.state).collect(),
        })?;
        Ok(Chosen { call, device: first.device.clone() })
    }

    /// Asks the PBX for something.
    pub(super) async fn carry_out<T>(
        &self,
        operation: Operation,
        address: AddressId,
        work: impl AsyncFnOnce(Client) -> Result<T, csta_client::Error>,
    ) -> Result<T, Error> {
        let done = match self.shared().session.client().await {
            Ok(client) => work(client).await,
            Err(error) => Err(error),
        };
        done.map_err(|error| {
            let refusal = Refusal::from(&error);
            if is_stale(&refusal) {
                self.shared().with(|board| board.doubt(self.id(), address));
            }
            Error::Operation { line: self.number().to_owned(), operation, refusal, error }
        })
    }

    /// Asks the PBX for something that begins a call at an address; events of that call are held
    /// until the answer tells which it is.
    pub(super) async fn begin_call<T>(
        &self,
        operation: Operation,
        address: AddressId,
        work: impl AsyncFnOnce(Client) -> Result<T, csta_client::Error>,
        made: impl FnOnce(&T) -> Option<Made>,
    ) -> Result<(T, Option<CallId>), Error> {
        let place = (self.id(), address);
        let binding =
            self.shared().with(|board| board.begin_binding(self.id(), address, Moment::now()));
        self.shared().nudge();
        let binding = binding.ok_or_else(|| self.gone())?;
        // Events are not held for longer if this is given up.
        let release = Release { line: self, place, binding, is_armed: true };
        let done = self.carry_out(operation, address, work).await;
        release.disarm();
        let made = done.as_ref().ok().and_then(made);
        let call =
            self.shared().with(|board| board.end_binding(place, binding, made, Moment::now()));
        Ok((done?, call))
    }
}

/// Ends a binding whose request is given up.
struct Release<'a> {
    line: &'a Line,
    place: Place,
    binding: crate::provider::BindingId,
    is_armed: bool,
}

impl Release<'_> {
    /// The request has been answered.
    fn disarm(mut self) {
        self.is_armed = false;
    }
}

impl Drop for Release<'_> {
    fn drop(&mut self) {
        if !self.is_armed {
            return;
        }
        let (place, binding) = (self.place, self.binding);
        self.line.shared().with(|board| board.end_binding(place, binding, None, Moment::now()));
    }
}

/// The call of a connection in an answer.
pub(super) fn made(
    connection: &ConnectionId<'_>,
    called: &str,
    related: Option<CallId>,
    prompts: bool,
) -> Option<Made> {
    let call = SwitchCallId::of(connection)?;
    let called = match called {
        "" => Party::NOT_KNOWN,
        number => Identity::Number(number.to_owned()).into(),
    };
    Some(Made { call, called, related, prompts })
}

/// Whether what was believed of the calls is wrong.
fn is_stale(refusal: &Refusal) -> bool {
    refusal.code.as_ref().is_some_and(|code| {
        code.category == "stateIncompatibility"
            || code.is("operation", "invalidCallID")
            || code.is("operation", "invalidConnectionID")
    })
}

/// Whether the PBX does not have the service that was asked for.
pub(super) fn is_not_served(error: &csta_client::Error) -> bool {
    let code = Refusal::from(error).code;
    code.is_some_and(|code| code.is("operation", "serviceNotSupported"))
        || error.kind() == csta_client::ErrorKind::Rejected
}
