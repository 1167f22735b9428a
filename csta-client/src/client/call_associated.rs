//! What goes with a call.

use csta_codec::services::{DigitMode, GenerateDigits, GenerateDigitsArgument};
use csta_codec::types::ConnectionId;

use crate::{Client, Error};

/// What goes with a call.
///
/// All of these fail as [`invoke`](Client::invoke) does.
impl Client {
    /// Sends digits into a call as DTMF tones: `0` to `9`, `*`, `#` and `A` to `D`.
    pub async fn generate_digits(&self, call: ConnectionId<'_>, digits: &str) -> Result<(), Error> {
        let mut argument = GenerateDigitsArgument::new(call, digits.into());
        argument.digit_mode = Some(DigitMode::Dtmf);
        self.perform::<GenerateDigits>(&argument).await
    }
}
