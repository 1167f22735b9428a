//! The telephone as a thing: display, buttons, lamp for messages.

use csta_codec::Owned;
use csta_codec::services::{
    ButtonPress, ButtonPressArgument, GetDisplay, GetDisplayArgument, GetDisplayResult,
    GetMessageWaitingIndicator, GetMessageWaitingIndicatorArgument, SetDisplay, SetDisplayArgument,
    SetMessageWaitingIndicator, SetMessageWaitingIndicatorArgument,
};
use csta_codec::types::{ButtonId, DeviceId};

use crate::{Client, Error};

/// The telephone as a thing.
///
/// All of these fail as [`invoke`](Client::invoke) does.
impl Client {
    /// What the displays of a telephone show.
    pub async fn display(
        &self,
        device: DeviceId<'_>,
    ) -> Result<Owned<GetDisplayResult<'static>>, Error> {
        self.invoke::<GetDisplay>(&GetDisplayArgument::new(device)).await
    }

    /// Writes to the display of a telephone: 240 characters of ASCII at most, of which the
    /// telephone shows as many as it has room for.
    pub async fn set_display(&self, device: DeviceId<'_>, text: &str) -> Result<(), Error> {
        self.perform::<SetDisplay>(&SetDisplayArgument::new(device, text.into())).await
    }

    /// Presses a button of a telephone.
    pub async fn button_press(
        &self,
        device: DeviceId<'_>,
        button: ButtonId<'_>,
    ) -> Result<(), Error> {
        self.perform::<ButtonPress>(&ButtonPressArgument::new(device, button)).await
    }

    /// Whether a telephone shows that messages wait.
    pub async fn message_waiting(&self, device: DeviceId<'_>) -> Result<bool, Error> {
        let argument = GetMessageWaitingIndicatorArgument::new(device);
        let result = self.invoke::<GetMessageWaitingIndicator>(&argument).await?;
        Ok(result.get().message_waiting_on)
    }

    /// Makes a telephone show that messages wait, or not.
    pub async fn set_message_waiting(&self, device: DeviceId<'_>, on: bool) -> Result<(), Error> {
        let argument = SetMessageWaitingIndicatorArgument::new(device, on);
        self.perform::<SetMessageWaitingIndicator>(&argument).await
    }
}
