//! Panasonic's device list, asked for and sent by Escape.

use csta_codec::services::EscapeArgument;
use csta_codec::types::OperationErrors;

use super::argument::read;
use super::failure::Refusal;
use super::service::Asked;
use super::switch::Switch;

impl Switch {
    pub(super) fn escape(&mut self, asked: Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<EscapeArgument<'static>>(asked.invoke, asked.frame)?;
        let _ = argument.get();
        Err(Refusal::operation(OperationErrors::InvalidFeature))
    }
}
