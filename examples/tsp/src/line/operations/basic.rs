//! Dial, answer, hold, retrieve, hang up, redirect.

use csta_codec::types::DeviceId;

use super::choice::{is_not_served, made};
use crate::{AddressId, CallId, Error, Line, Operation};

/// A call that has been dialled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dialled {
    /// The call; `None` if the PBX did not name it.
    pub call: Option<CallId>,
    /// Whether the telephone prompts its user: a cordless one cannot go hands-free, and the call
    /// goes on when the user presses the hook key.
    pub prompts: bool,
}

/// Calls from beginning to end.
impl Line {
    /// Calls a number from the telephone of the first address.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if the number cannot be dialled, [`Error::Operation`] if the PBX refuses.
    pub async fn dial(&self, number: &str) -> Result<Dialled, Error> {
        self.dial_from(AddressId::Main, number).await
    }

    /// Calls a number from the telephone of an address.
    ///
    /// # Errors
    ///
    /// As [`dial`](Self::dial), and [`Error::NoMobile`] if there is no such telephone.
    pub async fn dial_from(&self, address: AddressId, number: &str) -> Result<Dialled, Error> {
        let operation = Operation::Dial;
        let device = self.station(operation, address)?;
        let to = self.to_pbx(operation, number)?;
        let prompts = device.is_cordless();
        let asked = async |client: csta_client::Client| {
            client.make_call(device.id(), DeviceId::dialing_number(&to)).await
        };
        let (_, call) = self
            .begin_call(operation, address, asked, |result| {
                made(&result.get().calling_device, &to, None, prompts)
            })
            .await?;
        Ok(Dialled { call, prompts })
    }

    /// Answers a call that rings. On a cordless telephone it goes on ringing until the user presses
    /// the hook key.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if none rings, [`Error::Operation`] if the PBX refuses.
    pub async fn answer(&self, call: Option<CallId>) -> Result<(), Error> {
        let chosen = self.choose(Operation::Answer, call)?;
        self.on_one(Operation::Answer, &chosen, async |client, own| client.answer_call(own).await)
            .await
    }

    /// Puts the call on hold that is talked in.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is none, [`Error::Operation`] if the PBX refuses.
    pub async fn hold(&self, call: Option<CallId>) -> Result<(), Error> {
        let chosen = self.choose(Operation::Hold, call)?;
        self.on_one(Operation::Hold, &chosen, async |client, own| client.hold_call(own).await).await
    }

    /// Takes a call back that is held. If it is held for a consultation, that ends.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if none is held, [`Error::Operation`] if the PBX refuses.
    pub async fn retrieve(&self, call: Option<CallId>) -> Result<(), Error> {
        let operation = Operation::Retrieve;
        let held = self.choose(operation, call)?;
        let consultation = self.partner(&held, |state| state.is_active());
        let Some(consultation) = consultation else {
            return self
                .on_one(operation, &held, async |client, own| client.retrieve_call(own).await)
                .await;
        };
        self.on_two(operation, &held, &consultation, async |client, held, active| {
            match client.reconnect_call(held, active).await {
                Err(error) if is_not_served(&error) => {
                    client.clear_connection(active).await?;
                    client.retrieve_call(held).await
                }
                done => done,
            }
        })
        .await
    }

    /// Ends a call: the one that is talked in, else one that is dialled or rings, else one that is
    /// held. When a consultation ends, the call that was held for it is taken back.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is none, [`Error::Operation`] if the PBX refuses.
    pub async fn hang_up(&self, call: Option<CallId>) -> Result<(), Error> {
        let operation = Operation::HangUp;
        let chosen = self.choose(operation, call)?;
        let is_active = chosen.call.state.is_active();
        let held = self.partner(&chosen, |state| is_active && state.is_on_hold());
        let Some(held) = held else {
            return self
                .on_one(operation, &chosen, async |client, own| client.clear_connection(own).await)
                .await;
        };
        self.on_two(operation, &held, &chosen, async |client, held, active| {
            match client.reconnect_call(held, active).await {
                Err(error) if is_not_served(&error) => client.clear_connection(active).await,
                done => done,
            }
        })
        .await
    }

    /// Sends a call that rings elsewhere.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if none rings, [`Error::Operation`] if the PBX refuses.
    pub async fn redirect(&self, call: Option<CallId>, to: &str) -> Result<(), Error> {
        let operation = Operation::Redirect;
        let chosen = self.choose(operation, call)?;
        let to = self.to_pbx(operation, to)?;
        self.on_one(operation, &chosen, async |client, own| {
            client.deflect_call(own, DeviceId::dialing_number(&to)).await
        })
        .await
    }
}
