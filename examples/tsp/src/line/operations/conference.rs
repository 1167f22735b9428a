//! Conferences.

use csta_codec::types::{DeviceId, ParticipationType};

use crate::{CallId, CallState, Error, Line, Member, Operation};

/// Conferences.
impl Line {
    /// Joins the held and the active call to a conference, which is a new call; both become parts
    /// of it.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there are not both, [`Error::Operation`] if the PBX refuses.
    pub async fn create_conference(&self, held: Option<CallId>) -> Result<(), Error> {
        self.join(Operation::CreateConference, Operation::CreateConference.states(), held).await
    }

    /// Adds the active call to a conference that is held for it.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there are not both, [`Error::Operation`] if the PBX refuses, for
    /// instance since the conference is full.
    pub async fn add_to_conference(&self, conference: Option<CallId>) -> Result<(), Error> {
        let held = [CallState::OnHoldPendingConference, CallState::OnHold];
        self.join(Operation::AddToConference, &held, conference).await
    }

    async fn join(
        &self,
        operation: Operation,
        states: &[CallState],
        held: Option<CallId>,
    ) -> Result<(), Error> {
        let held = self.choose_in(operation, states, held)?;
        let active = self.choose_second(operation, &held, &[CallState::Connected])?;
        self.on_two(operation, &held, &active, async |client, held, active| {
            client.conference_call(held, active).await.map(drop)
        })
        .await
    }

    /// Adds a telephone to a call or a conference that is talked in, in one step: it rings, and
    /// takes part when it is answered.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if none is talked in, [`Error::Operation`] if the PBX refuses.
    pub async fn add_party(&self, call: Option<CallId>, number: &str) -> Result<(), Error> {
        let operation = Operation::AddToConference;
        let chosen = self.choose_in(operation, &[CallState::Connected], call)?;
        let number = self.to_pbx(operation, number)?;
        self.on_one(operation, &chosen, async |client, own| {
            let joining = DeviceId::dialing_number(&number);
            let active = ParticipationType::Active;
            client.single_step_conference(own, joining, active).await.map(drop)
        })
        .await
    }

    /// Takes somebody out of a conference: `who` is a call that is part of it, or the number of a
    /// party as it is shown or as the PBX has it.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is no conference, [`Error::Invalid`] if there is nobody of this
    /// name in it, [`Error::Operation`] if the PBX refuses.
    pub async fn remove_from_conference(&self, who: &str) -> Result<(), Error> {
        let operation = Operation::RemoveFromConference;
        let part: Option<CallId> = who.parse().ok();
        let conference = self.conference_with(operation, part)?;
        let shown = self.shared().with(|board| board.shown(&conference.call));
        let names = |(member, shown): &(&Member, &Member)| {
            let is_part = part.is_some() && member.call == part;
            is_part || [member, shown].iter().any(|own| own.party.is_called(who))
        };
        let mut members = conference.call.members.iter().zip(&shown.members);
        let member = members.find(names).map(|(member, _)| member);
        let member = member
            .ok_or_else(|| self.invalid(operation, format!("nobody in the conference is {who}")))?;
        let connection = conference.connection_of(member).ok_or_else(|| {
            self.invalid(operation, format!("the PBX does not tell the connection of {who}"))
        })?;
        self.carry_out(operation, conference.call.address, async |client| {
            client.clear_connection(connection).await
        })
        .await
    }

    /// The conference that a call is part of; without one, the call with several others in it.
    fn conference_with(
        &self,
        operation: Operation,
        part: Option<CallId>,
    ) -> Result<super::choice::Chosen, Error> {
        let states = [CallState::Connected, CallState::OnHoldPendingConference, CallState::OnHold];
        if let Some(part) = part {
            let part = self.choose_in(operation, &[CallState::Conferenced], Some(part))?;
            return self.choose_in(operation, &states, part.call.conference);
        }
        let calls = self.shared().with(|board| {
            let conference = board.calls_at(self.id()).find(|call| call.members.len() > 1);
            conference.map(|call| call.id)
        });
        match calls {
            Some(call) => self.choose_in(operation, &states, Some(call)),
            None => Err(Error::NoCall {
                line: self.number().to_owned(),
                operation,
                allowed: vec![CallState::Conferenced],
                present: self.calls().iter().map(|call| call.state).collect(),
            }),
        }
    }
}
