//! The hotel applications: those that use Panasonic's hotel functions first.

use std::collections::BTreeSet;

use csta_codec::rose::Invoke;
use csta_codec::services::EscapeArgument;
use kme_private::{KmePrivateData, PrivateData, PrivateDataCarrier};

use super::ApplicationId;
use super::failure::Refusal;
use super::machine::Core;

/// Who has the role.
#[derive(Debug, Default)]
pub(super) struct Hotel(BTreeSet<ApplicationId>);

impl Hotel {
    pub(super) fn contains(&self, application: ApplicationId) -> bool {
        self.0.contains(&application)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = ApplicationId> {
        self.0.iter().copied()
    }

    pub(super) fn forget(&mut self, application: ApplicationId) {
        self.0.remove(&application);
    }
}

impl Core {
    /// An application uses the hotel functions, if it does: then it has the role, or may not.
    pub(super) fn take_hotel_role(
        &mut self,
        application: ApplicationId,
        invoke: &Invoke<'_>,
    ) -> Result<(), Refusal> {
        if !is_about_hotel(invoke) || self.hotel.contains(application) {
            return Ok(());
        }
        if self.hotel.0.len() >= self.settings.hotel_limit {
            return Err(Refusal::GENERIC);
        }
        self.hotel.0.insert(application);
        Ok(())
    }
}

/// Whether an Escape carries hotel functions.
pub(super) fn is_about_hotel(invoke: &Invoke<'_>) -> bool {
    let Some(Ok(argument)) = invoke.argument.map(|own| own.read::<EscapeArgument<'_>>()) else {
        return false;
    };
    argument.private_values().any(|value| match value {
        PrivateData::Kme(KmePrivateData::HotelControl(_)) => true,
        // What stands under it is not known, so it may not be what was expected.
        PrivateData::Undecodable { element, .. } => element.tag().number() == 13,
        _ => false,
    })
}
