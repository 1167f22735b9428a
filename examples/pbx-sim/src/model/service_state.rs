//! Devices that are unplugged and plugged in again, and lines that fail.

use csta_codec::types::EventCause;

use super::{CallModel, ConnectionRef, DeviceNumber, Failure, Feature, Hook};

impl CallModel {
    /// Takes a device out of service: its calls end, and then it is told.
    pub(super) fn take_out(&mut self, device: DeviceNumber) -> Result<(), Failure> {
        let own = self.device_mut(device).ok_or(Failure::InvalidDevice)?;
        if !own.in_service {
            return Err(Failure::DeviceOutOfService);
        }
        own.in_service = false;
        let calls = own.calls.clone();
        for call in calls {
            self.clear(ConnectionRef::new(call, device), EventCause::DestOutOfOrder);
        }
        self.set_hook(device, Hook::On);
        self.tell_feature(device, Feature::InService(false));
        Ok(())
    }

    /// Takes a device into service again.
    pub(super) fn bring_back(&mut self, device: DeviceNumber) -> Result<(), Failure> {
        let own = self.device_mut(device).ok_or(Failure::InvalidDevice)?;
        if own.in_service {
            return Err(Failure::InvalidDeviceState);
        }
        own.in_service = true;
        self.changed.insert(device);
        self.tell_feature(device, Feature::InService(true));
        Ok(())
    }
}
