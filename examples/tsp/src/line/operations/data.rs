//! What goes with a call: data of applications, and data from user to user.

use csta_codec::OctetString;
use csta_codec::services::{SendUserInfo, SendUserInfoArgument};
use csta_codec::types::{ConnectionId, UserData};

use super::choice::Chosen;
use crate::moment::Moment;
use crate::{CallData, CallId, CallState, Error, Line, Operation};

/// The most octets that are sent from user to user.
const MAX_USER_INFO: usize = 128;

/// What goes with a call.
impl Line {
    /// Sends octets to the user at the other end, 128 at most.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is no such call, [`Error::Invalid`] if they are too many,
    /// [`Error::Operation`] if the PBX refuses, as one does that has no such service.
    pub async fn send_user_info(&self, call: Option<CallId>, info: &[u8]) -> Result<(), Error> {
        let operation = Operation::SendUserInfo;
        let chosen = self.choose(operation, call)?;
        if info.is_empty() || info.len() > MAX_USER_INFO {
            let what = format!("1 to {MAX_USER_INFO} octets can be sent, not {}", info.len());
            return Err(self.invalid(operation, what));
        }
        self.on_one(operation, &chosen, async |client, own| {
            let argument = SendUserInfoArgument::new(own, UserData(OctetString(info)));
            client.invoke::<SendUserInfo>(&argument).await.map(drop)
        })
        .await
    }

    /// Keeps a number with a call, which means something to the application alone.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownCall`] if there is no such call.
    pub fn set_app_specific(&self, call: CallId, value: u64) -> Result<(), Error> {
        self.annotate(call, Some(value), None)
    }

    /// Keeps octets with a call, [`CallData::MAX`] at most, for all applications to see.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownCall`] if there is no such call.
    pub fn set_call_data(&self, call: CallId, data: CallData) -> Result<(), Error> {
        self.annotate(call, None, Some(data))
    }

    fn annotate(
        &self,
        call: CallId,
        app_specific: Option<u64>,
        data: Option<CallData>,
    ) -> Result<(), Error> {
        let chosen = self.choose(Operation::SetCallData, Some(call))?;
        let done = self.shared().with(|board| {
            board.annotate(chosen.place(), call, (app_specific, data), Moment::now())
        });
        let (line, operation) = (self.number().to_owned(), Operation::SetCallData);
        if done { Ok(()) } else { Err(Error::UnknownCall { line, operation, call }) }
    }
}

/// Requests about connections of the line.
impl Line {
    pub(super) fn own<'a>(
        &self,
        operation: Operation,
        chosen: &'a Chosen,
    ) -> Result<ConnectionId<'a>, Error> {
        chosen
            .connection()
            .ok_or_else(|| self.invalid(operation, "a part of a conference has no connection"))
    }

    /// The call that a call is the partner of, if it is in such a state.
    pub(super) fn partner(
        &self,
        chosen: &Chosen,
        is_wanted: impl FnOnce(CallState) -> bool,
    ) -> Option<Chosen> {
        let related = chosen.call.related?;
        let call = self
            .shared()
            .with(|board| board.calls_at(self.id()).find(|call| call.id == related).cloned());
        let call = call.filter(|call| is_wanted(call.state))?;
        Some(Chosen { call, device: chosen.device.clone() })
    }

    /// Asks for something about one call.
    pub(super) async fn on_one(
        &self,
        operation: Operation,
        chosen: &Chosen,
        work: impl AsyncFnOnce(csta_client::Client, ConnectionId<'_>) -> Result<(), csta_client::Error>,
    ) -> Result<(), Error> {
        let own = self.own(operation, chosen)?;
        self.carry_out(operation, chosen.call.address, async |client| work(client, own).await).await
    }

    /// Asks for something about a held and an active call.
    pub(super) async fn on_two(
        &self,
        operation: Operation,
        held: &Chosen,
        active: &Chosen,
        work: impl AsyncFnOnce(
            csta_client::Client,
            ConnectionId<'_>,
            ConnectionId<'_>,
        ) -> Result<(), csta_client::Error>,
    ) -> Result<(), Error> {
        let (held_one, active_one) = (self.own(operation, held)?, self.own(operation, active)?);
        self.carry_out(operation, held.call.address, async |client| {
            work(client, held_one, active_one).await
        })
        .await
    }
}
