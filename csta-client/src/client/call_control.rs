//! Call control: calls are made, answered, held, moved and joined.

use csta_codec::Owned;
use csta_codec::services::{
    AlternateCall, AlternateCallArgument, AnswerCall, AnswerCallArgument, CallBack,
    CallBackArgument, CallBackResult, CamponCall, CamponCallArgument, ClearCall, ClearCallArgument,
    ClearConnection, ClearConnectionArgument, ConferenceCall, ConferenceCallArgument,
    ConferenceCallResult, ConsultationCall, ConsultationCallArgument, ConsultationCallResult,
    DeflectCall, DeflectCallArgument, DialDigits, DialDigitsArgument, DirectedPickupCall,
    DirectedPickupCallArgument, DirectedPickupCallResult, GroupPickupCall, GroupPickupCallArgument,
    GroupPickupCallResult, HoldCall, HoldCallArgument, IntrudeCall, IntrudeCallArgument,
    IntrudeCallResult, MakeCall, MakeCallArgument, MakeCallResult, ParkCall, ParkCallArgument,
    ParkCallResult, ReconnectCall, ReconnectCallArgument, RetrieveCall, RetrieveCallArgument,
    SingleStepConf, SingleStepConfArgument, SingleStepConfResult, SingleStepTrans,
    SingleStepTransArgument, SingleStepTransResult, TransferCall, TransferCallArgument,
    TransferCallResult,
};
use csta_codec::types::{ConnectionId, DeviceId, ParticipationType};

use crate::{Client, Error};

/// Call control. A call is named by a connection in it, which events and results give: where
/// a device does something with its call, by the connection of that device.
///
/// All of these fail as [`invoke`](Client::invoke) does.
impl Client {
    /// Calls a number from a device. The result has the connection of the caller.
    ///
    /// ```no_run
    /// # async fn call(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use csta_codec::types::DeviceId;
    ///
    /// let (from, to) = (DeviceId::dialing_number("101"), DeviceId::dialing_number("102"));
    /// let made = client.make_call(from, to).await?;
    /// client.clear_connection(made.get().calling_device).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn make_call(
        &self,
        from: DeviceId<'_>,
        to: DeviceId<'_>,
    ) -> Result<Owned<MakeCallResult<'static>>, Error> {
        self.invoke::<MakeCall>(&MakeCallArgument::new(from, to)).await
    }

    /// Answers a call that rings.
    pub async fn answer_call(&self, ringing: ConnectionId<'_>) -> Result<(), Error> {
        self.perform::<AnswerCall>(&AnswerCallArgument::new(ringing)).await
    }

    /// Takes one device out of a call: hangs up.
    pub async fn clear_connection(&self, connection: ConnectionId<'_>) -> Result<(), Error> {
        self.perform::<ClearConnection>(&ClearConnectionArgument::new(connection)).await
    }

    /// Ends a call for all who take part.
    pub async fn clear_call(&self, call: ConnectionId<'_>) -> Result<(), Error> {
        self.perform::<ClearCall>(&ClearCallArgument::new(call)).await
    }

    /// Puts a call on hold.
    pub async fn hold_call(&self, active: ConnectionId<'_>) -> Result<(), Error> {
        self.perform::<HoldCall>(&HoldCallArgument::new(active)).await
    }

    /// Takes up a held call.
    pub async fn retrieve_call(&self, held: ConnectionId<'_>) -> Result<(), Error> {
        self.perform::<RetrieveCall>(&RetrieveCallArgument::new(held)).await
    }

    /// Puts the active call on hold and calls somebody else. The result has the connection of
    /// the device in the new call.
    pub async fn consultation_call(
        &self,
        active: ConnectionId<'_>,
        to: DeviceId<'_>,
    ) -> Result<Owned<ConsultationCallResult<'static>>, Error> {
        self.invoke::<ConsultationCall>(&ConsultationCallArgument::new(active, to)).await
    }

    /// Puts the active call on hold and takes up the held one, or one that rings.
    pub async fn alternate_call(
        &self,
        held: ConnectionId<'_>,
        active: ConnectionId<'_>,
    ) -> Result<(), Error> {
        self.perform::<AlternateCall>(&AlternateCallArgument::new(held, active)).await
    }

    /// Ends the active call and takes up the held one.
    pub async fn reconnect_call(
        &self,
        held: ConnectionId<'_>,
        active: ConnectionId<'_>,
    ) -> Result<(), Error> {
        self.perform::<ReconnectCall>(&ReconnectCallArgument::new(active, held)).await
    }

    /// Connects the parties of a held and of the active call of a device, which leaves both.
    pub async fn transfer_call(
        &self,
        held: ConnectionId<'_>,
        active: ConnectionId<'_>,
    ) -> Result<Owned<TransferCallResult<'static>>, Error> {
        self.invoke::<TransferCall>(&TransferCallArgument::new(held, active)).await
    }

    /// Joins a held and the active call of a device to a conference.
    pub async fn conference_call(
        &self,
        held: ConnectionId<'_>,
        active: ConnectionId<'_>,
    ) -> Result<Owned<ConferenceCallResult<'static>>, Error> {
        self.invoke::<ConferenceCall>(&ConferenceCallArgument::new(held, active)).await
    }

    /// Gives a call away in one step, without speaking to its new owner first.
    pub async fn single_step_transfer(
        &self,
        active: ConnectionId<'_>,
        to: DeviceId<'_>,
    ) -> Result<Owned<SingleStepTransResult<'static>>, Error> {
        self.invoke::<SingleStepTrans>(&SingleStepTransArgument::new(active, to)).await
    }

    /// Adds a device to a call in one step, speaking or as a listener.
    pub async fn single_step_conference(
        &self,
        active: ConnectionId<'_>,
        device: DeviceId<'_>,
        participation: ParticipationType,
    ) -> Result<Owned<SingleStepConfResult<'static>>, Error> {
        let mut argument = SingleStepConfArgument::new(active, device);
        argument.participation_type = participation;
        self.invoke::<SingleStepConf>(&argument).await
    }

    /// Sends a call that rings to another device.
    pub async fn deflect_call(
        &self,
        ringing: ConnectionId<'_>,
        to: DeviceId<'_>,
    ) -> Result<(), Error> {
        self.perform::<DeflectCall>(&DeflectCallArgument::new(ringing, to)).await
    }

    /// Takes a call that rings, is held or waits at another device to the device `by`.
    pub async fn directed_pickup(
        &self,
        call: ConnectionId<'_>,
        by: DeviceId<'_>,
    ) -> Result<Owned<DirectedPickupCallResult<'static>>, Error> {
        self.invoke::<DirectedPickupCall>(&DirectedPickupCallArgument::new(call, by)).await
    }

    /// Takes a call that rings in a pickup group to the device `by`. Without a group, it is that
    /// of the device.
    pub async fn group_pickup(
        &self,
        by: DeviceId<'_>,
        group: Option<DeviceId<'_>>,
    ) -> Result<Owned<GroupPickupCallResult<'static>>, Error> {
        let mut argument = GroupPickupCallArgument::new(by);
        argument.pick_group = group;
        self.invoke::<GroupPickupCall>(&argument).await
    }

    /// Asks for a call back when the called device, which is busy or does not answer, is free.
    pub async fn call_back(
        &self,
        call: ConnectionId<'_>,
    ) -> Result<Owned<CallBackResult<'static>>, Error> {
        self.invoke::<CallBack>(&CallBackArgument::new(call)).await
    }

    /// Lets a call wait at the busy device until it is free.
    pub async fn camp_on(&self, call: ConnectionId<'_>) -> Result<(), Error> {
        self.perform::<CamponCall>(&CamponCallArgument::new(call)).await
    }

    /// Breaks into the call of the busy device, speaking or as a listener.
    pub async fn intrude(
        &self,
        call: ConnectionId<'_>,
        participation: ParticipationType,
    ) -> Result<Owned<IntrudeCallResult<'static>>, Error> {
        let mut argument = IntrudeCallArgument::new(call);
        argument.participation_type = participation;
        self.invoke::<IntrudeCall>(&argument).await
    }

    /// Moves a call to a park zone or another device, where it waits until it is taken.
    pub async fn park(
        &self,
        call: ConnectionId<'_>,
        to: DeviceId<'_>,
    ) -> Result<Owned<ParkCallResult<'static>>, Error> {
        self.invoke::<ParkCall>(&ParkCallArgument::new(call, to)).await
    }

    /// Dials further digits for a call that is being dialled.
    pub async fn dial_digits(&self, call: ConnectionId<'_>, digits: &str) -> Result<(), Error> {
        let digits = DeviceId::dialing_number(digits);
        self.perform::<DialDigits>(&DialDigitsArgument::new(call, digits)).await
    }
}
