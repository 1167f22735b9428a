//! Forwarding, and not to be disturbed.

use csta_codec::services::{SetForwarding, SetForwardingArgument};
use csta_codec::types::DeviceId;

use crate::{AddressId, Error, Forwarding, Line, Operation};

/// Where calls go instead. What is set at one telephone of a Super-Twin is set at both.
impl Line {
    /// How calls are forwarded, as the PBX says.
    ///
    /// # Errors
    ///
    /// [`Error::Operation`] if the PBX does not say.
    pub async fn forwarding(&self) -> Result<Vec<Forwarding>, Error> {
        let operation = Operation::ForwardingStatus;
        let device = self.station(operation, AddressId::Main)?;
        let result = self
            .carry_out(operation, AddressId::Main, async |client| {
                client.forwarding(device.id()).await
            })
            .await?;
        Ok(self.shared().with(|board| board.handle_forwarding(self.id(), &result.get())))
    }

    /// Forwards calls in these ways and in no others; in none if the list is empty. What is set so
    /// already stays. Of rings, 1 to 100 are asked for: the nearest to what is wanted, as in TAPI.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if one mode is given twice or a number cannot be dialled,
    /// [`Error::Operation`] if the PBX refuses; what was set before the refusal stays.
    pub async fn forward(&self, wanted: &[Forwarding]) -> Result<(), Error> {
        let operation = Operation::Forward;
        let device = self.station(operation, AddressId::Main)?;
        let mut list = Vec::with_capacity(wanted.len());
        for forwarding in wanted {
            if list.iter().any(|own: &Forwarding| own.mode == forwarding.mode) {
                let what = format!("{} is given twice", forwarding.mode);
                return Err(self.invalid(operation, what));
            }
            let rings = forwarding.rings.map(|rings| rings.clamp(1, 100));
            let to = self.to_pbx(operation, &forwarding.to)?;
            list.push(Forwarding { mode: forwarding.mode, to, rings });
        }
        let present = self.forwarding().await?;
        let is_set = |own: &Forwarding, other: &Forwarding| {
            own.mode == other.mode
                && own.to == other.to
                && (own.rings == other.rings || own.rings.is_none())
        };
        let ended = present.iter().filter(|own| !list.iter().any(|new| new.mode == own.mode));
        for forwarding in ended {
            self.carry_out(operation, AddressId::Main, async |client| {
                client.cancel_forwarding(device.id(), forwarding.mode.forwarding_type()).await
            })
            .await?;
        }
        for forwarding in list.iter().filter(|new| !present.iter().any(|own| is_set(new, own))) {
            let mut argument = SetForwardingArgument::new(device.id(), true);
            argument.forwarding_type = Some(forwarding.mode.forwarding_type());
            argument.forward_dn = Some(DeviceId::dialing_number(&forwarding.to));
            argument.ring_count = forwarding.rings.map(i64::from);
            self.carry_out(operation, AddressId::Main, async |client| {
                client.invoke::<SetForwarding>(&argument).await
            })
            .await?;
        }
        self.forwarding().await.map(drop)
    }

    /// Lets the line be disturbed by calls, or not.
    ///
    /// # Errors
    ///
    /// [`Error::Operation`] if the PBX refuses.
    pub async fn do_not_disturb(&self, on: bool) -> Result<(), Error> {
        let operation = Operation::Forward;
        let device = self.station(operation, AddressId::Main)?;
        self.carry_out(operation, AddressId::Main, async |client| {
            client.set_do_not_disturb(device.id(), on).await
        })
        .await
    }
}
