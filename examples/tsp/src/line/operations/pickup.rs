//! Taking calls that ring elsewhere.

use csta_client::Client;
use csta_codec::types::{CallState, LocalConnectionState};
use csta_codec::types::{ConnectionId, DeviceId, LocalDeviceId, SimpleCallState};

use super::choice::{is_not_served, made};
use crate::{AddressId, CallId, Error, Line, Operation};

/// Taking calls that ring elsewhere.
impl Line {
    /// Takes the call that rings at another device. Gives the call here, if the PBX names it.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if none rings there, [`Error::Operation`] if the PBX refuses.
    pub async fn pick_up(&self, from: &str) -> Result<Option<CallId>, Error> {
        let operation = Operation::PickUp;
        let device = self.station(operation, AddressId::Main)?;
        let number = self.to_pbx(operation, from)?;
        let there = DeviceId::dialing_number(&number);
        let ringing = self
            .carry_out(operation, AddressId::Main, async |client| {
                match client.snapshot_device(there).await {
                    Ok(snapshot) => Ok(Some(snapshot)),
                    Err(error) if is_not_served(&error) => Ok(None),
                    Err(error) => Err(error),
                }
            })
            .await?;
        let ringing = match &ringing {
            Some(snapshot) => {
                let mut calls = snapshot.calls().filter(|call| rings(&call.local_call_state));
                let call = calls.next().map(|call| call.connection_identifier);
                call.ok_or_else(|| self.invalid(operation, format!("no call rings at {number}")))?
            }
            // The PBX finds out itself which call it is.
            None => ConnectionId::DeviceId(LocalDeviceId::StaticId(there)),
        };
        let asked = async |client: Client| client.directed_pickup(ringing, device.id()).await;
        let (_, call) = self
            .begin_call(operation, AddressId::Main, asked, |result| {
                made(result.get().picked_call.as_ref()?, &number, None, device.is_cordless())
            })
            .await?;
        Ok(call)
    }

    /// Takes the call that rings in a pick-up group, or without one in that of the line. Gives the
    /// call here, if the PBX names it.
    ///
    /// # Errors
    ///
    /// [`Error::Operation`] if none rings there, or the PBX refuses.
    pub async fn pick_up_group(&self, group: Option<&str>) -> Result<Option<CallId>, Error> {
        let operation = Operation::PickUpGroup;
        let device = self.station(operation, AddressId::Main)?;
        let group = group.map(|group| self.to_pbx(operation, group)).transpose()?;
        let asked = async |client: Client| {
            client.group_pickup(device.id(), group.as_deref().map(DeviceId::dialing_number)).await
        };
        let (_, call) = self
            .begin_call(operation, AddressId::Main, asked, |result| {
                let called = group.as_deref().unwrap_or_default();
                made(result.get().picked_call.as_ref()?, called, None, device.is_cordless())
            })
            .await?;
        Ok(call)
    }
}

/// Whether a call rings at the device of a snapshot.
fn rings(state: &CallState<'_>) -> bool {
    match state {
        CallState::SimpleCallState(state) => {
            matches!(state, SimpleCallState::CallReceived | SimpleCallState::CallReceivedOnHold)
        }
        CallState::CompoundCallState(states) => {
            states.iter().next() == Some(LocalConnectionState::Alerting)
        }
        CallState::Unknown | CallState::Unrecognised(_) => false,
    }
}
