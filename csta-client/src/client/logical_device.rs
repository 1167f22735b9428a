//! How a device treats its calls: forwarding, do not disturb, call backs.

use csta_codec::Owned;
use csta_codec::services::{
    CallBackNonCallRelated, CallBackNonCallRelatedArgument, CancelCallBack, CancelCallBackArgument,
    GetDoNotDisturb, GetDoNotDisturbArgument, GetForwarding, GetForwardingArgument,
    GetForwardingResult, SetDoNotDisturb, SetDoNotDisturbArgument, SetForwarding,
    SetForwardingArgument,
};
use csta_codec::types::{DeviceId, ForwardingType};

use crate::{Client, Error};

/// How a device treats its calls.
///
/// All of these fail as [`invoke`](Client::invoke) does.
impl Client {
    /// How a device is forwarded.
    ///
    /// ```no_run
    /// # async fn show(client: csta_client::Client) -> Result<(), csta_client::Error> {
    /// use csta_codec::types::DeviceId;
    ///
    /// let forwarding = client.forwarding(DeviceId::dialing_number("101")).await?;
    /// for entry in forwarding.get().forwarding_list.iter() {
    ///     println!("{:?}: {} to {:?}", entry.forwarding_type, entry.forward_status, entry.forward_dn);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn forwarding(
        &self,
        device: DeviceId<'_>,
    ) -> Result<Owned<GetForwardingResult<'static>>, Error> {
        self.invoke::<GetForwarding>(&GetForwardingArgument::new(device)).await
    }

    /// Forwards the calls of a device.
    pub async fn set_forwarding(
        &self,
        device: DeviceId<'_>,
        when: ForwardingType,
        to: DeviceId<'_>,
    ) -> Result<(), Error> {
        let mut argument = SetForwardingArgument::new(device, true);
        argument.forwarding_type = Some(when);
        argument.forward_dn = Some(to);
        self.perform::<SetForwarding>(&argument).await
    }

    /// Ends a forwarding of a device.
    pub async fn cancel_forwarding(
        &self,
        device: DeviceId<'_>,
        when: ForwardingType,
    ) -> Result<(), Error> {
        let mut argument = SetForwardingArgument::new(device, false);
        argument.forwarding_type = Some(when);
        self.perform::<SetForwarding>(&argument).await
    }

    /// Whether a device does not want to be disturbed.
    pub async fn do_not_disturb(&self, device: DeviceId<'_>) -> Result<bool, Error> {
        let result = self.invoke::<GetDoNotDisturb>(&GetDoNotDisturbArgument::new(device)).await?;
        Ok(result.get().do_not_disturb_on)
    }

    /// Sets whether a device does not want to be disturbed.
    pub async fn set_do_not_disturb(&self, device: DeviceId<'_>, on: bool) -> Result<(), Error> {
        self.perform::<SetDoNotDisturb>(&SetDoNotDisturbArgument::new(device, on)).await
    }

    /// Asks for a call back between two devices without having called.
    pub async fn call_back_device(
        &self,
        from: DeviceId<'_>,
        to: DeviceId<'_>,
    ) -> Result<(), Error> {
        let argument = CallBackNonCallRelatedArgument::new(from, to);
        self.perform::<CallBackNonCallRelated>(&argument).await
    }

    /// Cancels a call back between two devices.
    pub async fn cancel_call_back(
        &self,
        from: DeviceId<'_>,
        to: DeviceId<'_>,
    ) -> Result<(), Error> {
        self.perform::<CancelCallBack>(&CancelCallBackArgument::new(from, to)).await
    }
}
