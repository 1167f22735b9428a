//! The switch itself.

use csta_codec::Owned;
use csta_codec::services::{
    GetSwitchingFunctionCapabilities, GetSwitchingFunctionCapsArgument,
    GetSwitchingFunctionCapsResult, RequestSysStat, RequestSysStatArg,
};
use csta_codec::types::SystemStatus;

use crate::{Client, Error};

/// The switch itself.
///
/// All of these fail as [`invoke`](Client::invoke) does.
impl Client {
    /// What the switch can do: its services, their options and its events.
    pub async fn capabilities(
        &self,
    ) -> Result<Owned<GetSwitchingFunctionCapsResult<'static>>, Error> {
        let argument = GetSwitchingFunctionCapsArgument::NoData;
        self.invoke::<GetSwitchingFunctionCapabilities>(&argument).await
    }

    /// How the switch is.
    pub async fn request_system_status(&self) -> Result<SystemStatus, Error> {
        let result = self.invoke::<RequestSysStat>(&RequestSysStatArg::new()).await?;
        Ok(result.get().system_status)
    }
}
