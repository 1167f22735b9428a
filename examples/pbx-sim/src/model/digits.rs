//! Digits that are dialled for a telephone or sent as tones.

use super::{Answer, CallModel, ConnectionRef, ConnectionState, Failure, Feature};
use crate::config::is_number;

/// How many tones are sent at a time.
const MOST: usize = 64;

impl CallModel {
    /// Dials for a telephone that has dial tone or dials.
    pub(super) fn dial_digits(
        &mut self,
        connection: ConnectionRef,
        digits: &str,
    ) -> Result<Answer, Failure> {
        let dials = self.own(connection)? == ConnectionState::Initiated
            && self.connection(connection).is_some_and(|own| own.prompt.is_none());
        if !dials {
            return Err(Failure::InvalidConnectionState);
        }
        if !is_number(digits) {
            return Err(Failure::InvalidCalledDevice);
        }
        self.dial_on(connection, digits);
        Ok(Answer::Done)
    }

    /// Sends digits as tones; a comma is a pause.
    pub(super) fn generate_digits(
        &mut self,
        connection: ConnectionRef,
        digits: &str,
    ) -> Result<Answer, Failure> {
        let talks = self.own(connection)? == ConnectionState::Connected;
        if !talks || !self.is_reached(connection) {
            return Err(Failure::InvalidConnectionState);
        }
        if digits.is_empty() || digits.len() > MOST {
            return Err(Failure::InvalidParameterValue);
        }
        let tone = |tone: u8| tone.is_ascii_digit() || b"*#ABCDabcd,".contains(&tone);
        if !digits.bytes().all(tone) {
            return Err(Failure::ToneCharacterOutOfRange);
        }
        self.send_tones(connection, digits);
        Ok(Answer::Done)
    }

    /// Tells everybody in a call of the tones that one of them sends.
    pub(super) fn send_tones(&mut self, connection: ConnectionRef, digits: &str) {
        for (device, state) in self.members(connection.call) {
            if state.is_joined() {
                let digits = digits.to_owned();
                self.tell_feature(device, Feature::DigitsGenerated { connection, digits });
            }
        }
    }
}
