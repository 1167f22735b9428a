//! Giving calls away: blindly, or after having spoken to their new owners.

use csta_codec::types::DeviceId;

use super::choice::{is_not_served, made};
use crate::{CallId, CallState, Error, Line, Operation};

/// Calls that change hands.
impl Line {
    /// Gives a call away without speaking to its new owner first. A PBX that does not have the
    /// service calls the new owner, and is told at once to bring the two together.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if none is talked in, [`Error::Operation`] if the PBX refuses.
    pub async fn blind_transfer(&self, call: Option<CallId>, to: &str) -> Result<(), Error> {
        let operation = Operation::BlindTransfer;
        let chosen = self.choose(operation, call)?;
        let to = self.to_pbx(operation, to)?;
        self.on_one(operation, &chosen, async |client, own| {
            let to = DeviceId::dialing_number(&to);
            match client.single_step_transfer(own, to).await {
                Err(error) if is_not_served(&error) => {
                    let consultation = client.consultation_call(own, to).await?;
                    let active = consultation.get().initiated_call;
                    match client.transfer_call(own, active).await {
                        Ok(_) => Ok(()),
                        Err(error) => {
                            // The call comes back; that it was not transferred is what is told.
                            let _ = client.reconnect_call(own, active).await;
                            Err(error)
                        }
                    }
                }
                done => done.map(drop),
            }
        })
        .await
    }

    /// Holds a call and calls somebody to whom it may be given, or without a number gives dial
    /// tone to [dial](Line::dial_digits) at. Gives the call that consults, if the PBX names it.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if none is talked in, [`Error::Operation`] if the PBX refuses.
    pub async fn set_up_transfer(
        &self,
        call: Option<CallId>,
        to: Option<&str>,
    ) -> Result<Option<CallId>, Error> {
        let operation = Operation::SetUpTransfer;
        let chosen = self.choose(operation, call)?;
        let to = to.map(|to| self.to_pbx(operation, to)).transpose()?.unwrap_or_default();
        let own = self.own(operation, &chosen)?;
        let address = chosen.call.address;
        let asked = async |client: csta_client::Client| {
            client.consultation_call(own, DeviceId::dialing_number(&to)).await
        };
        let related = Some(chosen.call.id);
        let (_, consultation) = self
            .begin_call(operation, address, asked, |result| {
                made(&result.get().initiated_call, &to, related, false)
            })
            .await?;
        Ok(consultation)
    }

    /// Holds the active call and takes up the held one.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there are not both, [`Error::Operation`] if the PBX refuses.
    pub async fn swap_hold(&self, held: Option<CallId>) -> Result<(), Error> {
        let operation = Operation::SwapHold;
        let held = self.choose(operation, held)?;
        let active = self.choose_second(operation, &held, &[CallState::Connected])?;
        self.on_two(operation, &held, &active, async |client, held, active| {
            match client.alternate_call(held, active).await {
                Err(error) if is_not_served(&error) => {
                    client.hold_call(active).await?;
                    client.retrieve_call(held).await
                }
                done => done,
            }
        })
        .await
    }

    /// Brings the parties of the held and the active call together, and leaves them. The active
    /// one may still be ringing.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there are not both, [`Error::Operation`] if the PBX refuses.
    pub async fn complete_transfer(&self, held: Option<CallId>) -> Result<(), Error> {
        let operation = Operation::CompleteTransfer;
        let held = self.choose(operation, held)?;
        let active = [CallState::Connected, CallState::Ringback, CallState::Proceeding];
        let active = self.choose_second(operation, &held, &active)?;
        self.on_two(operation, &held, &active, async |client, held, active| {
            client.transfer_call(held, active).await.map(drop)
        })
        .await
    }
}
