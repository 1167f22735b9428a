//! Call control: arguments become requests to the call model, its answers become results.

use csta_codec::services::{
    AlternateCall, AlternateCallArgument, AlternateCallResult, AnswerCall, AnswerCallArgument,
    AnswerCallResult, ClearCall, ClearCallArgument, ClearCallResult, ClearConnection,
    ClearConnectionArgument, ClearConnectionResult, ConferenceCall, ConferenceCallArgument,
    ConferenceCallResult, ConsultationCall, ConsultationCallArgument, ConsultationCallResult,
    DeflectCall, DeflectCallArgument, DeflectCallResult, HoldCall, HoldCallArgument,
    HoldCallResult, MakeCall, MakeCallArgument, MakeCallResult, ReconnectCall,
    ReconnectCallArgument, ReconnectCallResult, RetrieveCall, RetrieveCallArgument,
    RetrieveCallResult, SingleStepTrans, SingleStepTransArgument, SingleStepTransResult,
    TransferCall, TransferCallArgument, TransferCallResult,
};
use csta_codec::types::{AutoOriginate, ConnectionId, ConnectionList, DeviceId};

use super::argument::{read, result};
use super::event::with_list;
use super::failure::Refusal;
use super::naming::{CallDigits, Naming, read_call};
use super::service::Asked;
use super::switch::Switch;
use crate::model::{Answer, ConnectionRef, Failure, Request};

/// A service whose result says nothing but that it was done.
macro_rules! done {
    ($switch:ident, $asked:ident, $op:ty, $result:ident, $request:expr) => {{
        let request = $request;
        $switch.ask($asked.now, request)?;
        Ok(result::<$op>($asked.invoke.invoke_id, &$result::NoData))
    }};
}

pub(super) use done;

impl Switch {
    pub(super) fn naming(&self) -> Naming<'_> {
        Naming(&self.model)
    }

    pub(super) fn read_connection(
        &self,
        connection: &ConnectionId<'_>,
    ) -> Result<ConnectionRef, Failure> {
        self.naming().read(connection)
    }

    pub(super) fn read_number(
        &self,
        device: &DeviceId<'_>,
        failure: Failure,
    ) -> Result<String, Failure> {
        self.naming().dialled(device).ok_or(failure)
    }

    pub(super) fn make_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<MakeCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let calling =
            self.naming().known(&argument.calling_device, Failure::InvalidCallingDevice)?;
        let called = &argument.called_directory_number;
        let called = self.read_number(called, Failure::InvalidCalledDevice)?;
        let prompt = argument.auto_originate != AutoOriginate::DoNotPrompt;
        let answer = self.ask(asked.now, Request::MakeCall { calling, called, prompt })?;
        self.with_connection(&answer, |own| {
            result::<MakeCall>(asked.invoke.invoke_id, &MakeCallResult::new(own))
        })
    }

    pub(super) fn answer_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<AnswerCallArgument<'static>>(asked)?;
        let connection = self.read_connection(&argument.get().call_to_be_answered)?;
        done!(self, asked, AnswerCall, AnswerCallResult, Request::Answer(connection))
    }

    pub(super) fn clear_connection(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ClearConnectionArgument<'static>>(asked)?;
        let connection = self.read_connection(&argument.get().connection_to_be_cleared)?;
        let request = Request::ClearConnection(connection);
        done!(self, asked, ClearConnection, ClearConnectionResult, request)
    }

    pub(super) fn clear_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ClearCallArgument<'static>>(asked)?;
        let call = read_call(&argument.get().call_to_be_cleared)?;
        done!(self, asked, ClearCall, ClearCallResult, Request::ClearCall(call))
    }

    pub(super) fn hold_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<HoldCallArgument<'static>>(asked)?;
        let connection = self.read_connection(&argument.get().call_to_be_held)?;
        done!(self, asked, HoldCall, HoldCallResult, Request::Hold(connection))
    }

    pub(super) fn retrieve_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<RetrieveCallArgument<'static>>(asked)?;
        let connection = self.read_connection(&argument.get().call_to_be_retrieved)?;
        done!(self, asked, RetrieveCall, RetrieveCallResult, Request::Retrieve(connection))
    }

    pub(super) fn consultation_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ConsultationCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let existing = self.read_connection(&argument.existing_call)?;
        let consulted =
            self.read_number(&argument.consulted_device, Failure::InvalidCalledDevice)?;
        let answer = self.ask(asked.now, Request::Consultation { existing, consulted })?;
        self.with_connection(&answer, |own| {
            result::<ConsultationCall>(asked.invoke.invoke_id, &ConsultationCallResult::new(own))
        })
    }

    pub(super) fn alternate_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<AlternateCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let held = self.read_connection(&argument.held_call)?;
        let active = self.read_connection(&argument.active_call)?;
        let request = Request::Alternate { held, active };
        done!(self, asked, AlternateCall, AlternateCallResult, request)
    }

    pub(super) fn reconnect_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ReconnectCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let active = self.read_connection(&argument.active_call)?;
        let held = self.read_connection(&argument.held_call)?;
        let request = Request::Reconnect { active, held };
        done!(self, asked, ReconnectCall, ReconnectCallResult, request)
    }

    pub(super) fn transfer_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<TransferCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let held = self.read_connection(&argument.held_call)?;
        let active = self.read_connection(&argument.active_call)?;
        let answer = self.ask(asked.now, Request::Transfer { held, active })?;
        self.with_joined(&answer, |call, list| {
            let mut transferred = TransferCallResult::new(call);
            transferred.connections = Some(list);
            result::<TransferCall>(asked.invoke.invoke_id, &transferred)
        })
    }

    pub(super) fn single_step_transfer(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SingleStepTransArgument<'static>>(asked)?;
        let argument = argument.get();
        let active = self.read_connection(&argument.active_call)?;
        let to = self.read_number(&argument.transferred_to, Failure::InvalidDestination)?;
        let answer = self.ask(asked.now, Request::SingleStepTransfer { active, to })?;
        self.with_joined(&answer, |call, list| {
            let mut transferred = SingleStepTransResult::new(call);
            transferred.connections = Some(list);
            result::<SingleStepTrans>(asked.invoke.invoke_id, &transferred)
        })
    }

    pub(super) fn conference_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ConferenceCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let held = self.read_connection(&argument.held_call)?;
        let active = self.read_connection(&argument.active_call)?;
        let answer = self.ask(asked.now, Request::Conference { held, active })?;
        self.with_joined(&answer, |call, list| {
            let mut conference = ConferenceCallResult::new(call);
            conference.connections = Some(list);
            result::<ConferenceCall>(asked.invoke.invoke_id, &conference)
        })
    }

    pub(super) fn deflect_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<DeflectCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let connection = self.read_connection(&argument.call_to_be_diverted)?;
        let to = self.read_number(&argument.new_destination, Failure::InvalidDestination)?;
        let request = Request::Deflect { connection, to };
        done!(self, asked, DeflectCall, DeflectCallResult, request)
    }

    /// Gives the connection of an answer to whoever writes it.
    pub(super) fn with_connection(
        &self,
        answer: &Answer,
        write: impl FnOnce(ConnectionId<'_>) -> Vec<u8>,
    ) -> Result<Vec<u8>, Refusal> {
        let Answer::Connection(own) = answer else {
            return Err(Failure::NoActiveCall.into()); // cannot be: that is what was asked for
        };
        let digits = CallDigits::new(own.call);
        Ok(write(self.naming().connection(&digits, own.device)))
    }

    /// Gives the connections of an answer to whoever writes it.
    pub(super) fn with_joined(
        &self,
        answer: &Answer,
        write: impl FnOnce(ConnectionId<'_>, ConnectionList<'_>) -> Vec<u8>,
    ) -> Result<Vec<u8>, Refusal> {
        let Answer::Joined { call, connections } = answer else {
            return Err(Failure::NoActiveCall.into()); // cannot be: that is what was asked for
        };
        let (naming, digits) = (self.naming(), CallDigits::new(call.call));
        let own = naming.connection(&digits, call.device);
        Ok(with_list(naming, connections, |list| write(own, list)))
    }
}
