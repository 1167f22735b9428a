//! Digits: as tones into a call, and at dial tone.

use std::time::Duration;

use tokio::time::sleep;

use crate::{CallId, Error, Line, Operation};

/// The most digits that are sent by one request.
const MAX_PIECE: usize = 64;

/// The most digits that are sent at a time, pauses included.
const MAX_DIGITS: usize = 256;

/// How long a comma pauses.
const PAUSE: Duration = Duration::from_secs(2);

/// Digits.
impl Line {
    /// Sends digits as tones (DTMF) into the call that is talked in: `0` to `9`, `*`, `#`, `A` to
    /// `D`; a comma pauses for 2 seconds. Returns when all have been sent; what has not been is not
    /// sent any more when the future is dropped.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is none, [`Error::Invalid`] if these are no digits,
    /// [`Error::Operation`] if the PBX refuses.
    pub async fn generate_digits(&self, call: Option<CallId>, digits: &str) -> Result<(), Error> {
        let operation = Operation::GenerateDigits;
        let is_tone = |c: char| c.is_ascii_digit() || matches!(c, '*' | '#' | 'A'..='D' | ',');
        let digits = digits.to_ascii_uppercase();
        if let Some(other) = digits.chars().find(|c| !is_tone(*c)) {
            let what = format!("{other:?} is no tone; 0 to 9, *, #, A to D and a comma are");
            return Err(self.invalid(operation, what));
        }
        if digits.is_empty() || digits.len() > MAX_DIGITS {
            let what = format!("1 to {MAX_DIGITS} digits can be sent at a time");
            return Err(self.invalid(operation, what));
        }
        let chosen = self.choose(operation, call)?;
        for (index, tones) in digits.split(',').enumerate() {
            if index > 0 {
                sleep(PAUSE).await;
            }
            for piece in tones.as_bytes().chunks(MAX_PIECE) {
                let piece = str::from_utf8(piece).unwrap_or_default(); // ASCII, as checked
                self.on_one(operation, &chosen, async |client, own| {
                    client.generate_digits(own, piece).await
                })
                .await?;
            }
        }
        Ok(())
    }

    /// Dials at dial tone, or dials on.
    ///
    /// # Errors
    ///
    /// [`Error::NoCall`] if there is none, [`Error::Invalid`] if these cannot be dialled,
    /// [`Error::Operation`] if the PBX refuses.
    pub async fn dial_digits(&self, call: Option<CallId>, digits: &str) -> Result<(), Error> {
        let operation = Operation::DialDigits;
        let chosen = self.choose(operation, call)?;
        let digits = self.to_pbx(operation, digits)?;
        self.on_one(operation, &chosen, async |client, own| client.dial_digits(own, &digits).await)
            .await
    }
}
