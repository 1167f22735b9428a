//! Data from user to user.

use super::{Answer, CallModel, ConnectionRef, ConnectionState, Failure, Feature};

/// The most octets that a user sends to others at a time.
pub const MAX_USER_DATA: usize = 128;

impl CallModel {
    /// Sends data to whoever else takes part in a call or rings for it.
    pub(super) fn send_user_information(
        &mut self,
        connection: ConnectionRef,
        data: &[u8],
    ) -> Result<Answer, Failure> {
        let has_part = |state| {
            matches!(
                state,
                ConnectionState::Alerting | ConnectionState::Connected | ConnectionState::Hold
            )
        };
        let own = self.own(connection)?;
        let sends = matches!(own, ConnectionState::Alerting | ConnectionState::Connected);
        if !sends || !self.is_reached(connection) {
            return Err(Failure::InvalidConnectionState);
        }
        if data.is_empty() || data.len() > MAX_USER_DATA {
            return Err(Failure::InvalidParameterValue);
        }
        for (device, state) in self.members(connection.call) {
            if device != connection.device && has_part(state) {
                let data = data.to_vec();
                self.tell_feature(device, Feature::UserInformation { connection, data });
            }
        }
        Ok(Answer::Done)
    }
}
