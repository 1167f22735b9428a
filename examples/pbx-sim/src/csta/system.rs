//! The state of the switch and of the applications.

use csta_codec::services::{
    RequestSysStat, RequestSysStatArg, RequestSysStatRes, SystemStatus, SystemStatusArg,
    SystemStatusRes,
};
use csta_codec::types;

use super::argument::{read, result};
use super::failure::Refusal;
use super::service::Asked;
use super::switch::Switch;

impl Switch {
    pub(super) fn request_system_status(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        read::<RequestSysStatArg<'static>>(asked)?;
        let status = RequestSysStatRes::new(types::SystemStatus::Normal);
        Ok(result::<RequestSysStat>(asked.invoke.invoke_id, &status))
    }

    /// The application tells its state.
    pub(super) fn system_status(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        read::<SystemStatusArg<'static>>(asked)?;
        Ok(result::<SystemStatus>(asked.invoke.invoke_id, &SystemStatusRes::NoData))
    }
}
