//! The devices of the switch, as the standard tells them: in segments.

use csta_codec::services::{
    DeviceListEntry, GetSwitchingFunctionDevices, GetSwitchingFunctionDevicesArgument,
    GetSwitchingFunctionDevicesResult, ReqDeviceCategory, SwitchingFunctionDevices,
    SwitchingFunctionDevicesArgument,
};
use csta_codec::types::capability::{DeviceCategory, NamedDeviceTypes};
use csta_codec::{OctetString, SequenceOf};

use super::argument::{invoke, read, result};
use super::failure::Refusal;
use super::naming::Naming;
use super::segment::follow_in_segments;
use super::service::Asked;
use super::session::session;
use super::switch::Switch;
use crate::model::{DeviceKind, Failure};

impl Switch {
    pub(super) fn switching_function_devices(
        &mut self,
        asked: &Asked<'_>,
    ) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetSwitchingFunctionDevicesArgument<'static>>(asked)?;
        let argument = argument.get();
        let naming = Naming(&self.model);
        let only = match &argument.requested_device_id {
            Some(device) => Some(naming.known(device, Failure::InvalidDevice)?),
            None => None,
        };
        let wanted = argument.requested_device_category.map(category_asked_for);
        let devices = self.model.devices().filter(|device| {
            only.is_none_or(|only| only == device.number())
                && wanted.is_none_or(|wanted| wanted == Some(category(device.kind())))
        });
        let entries: Vec<_> = devices
            .map(|device| {
                let mut entry = DeviceListEntry::new(naming.device(device.number()));
                entry.device_category = category(device.kind());
                entry.named_device_types = Some(named_type(device.kind()));
                entry
            })
            .collect();
        let limit = self.model.config().link.message_limit;
        let session = session(&mut self.sessions, asked)?;
        let reference = follow_in_segments(session, limit, &entries, |segment| {
            let (reference, list) = (segment.reference, SequenceOf::from(segment.entries));
            let mut argument = SwitchingFunctionDevicesArgument::new(reference, segment.last, list);
            argument.segment_id = Some(segment.number);
            invoke::<SwitchingFunctionDevices>(segment.invoke_id, &argument)
        });
        let answer = GetSwitchingFunctionDevicesResult::new(OctetString(&reference));
        Ok(result::<GetSwitchingFunctionDevices>(asked.invoke.invoke_id, &answer))
    }
}

/// What a device is to the standard.
pub(super) const fn category(kind: DeviceKind) -> DeviceCategory {
    match kind {
        DeviceKind::Extension | DeviceKind::Portable => DeviceCategory::Station,
        DeviceKind::Trunk => DeviceCategory::NetworkInterface,
        DeviceKind::Group | DeviceKind::PickupGroup => DeviceCategory::Group,
        DeviceKind::ParkZone => DeviceCategory::Park,
        DeviceKind::VoiceMail => DeviceCategory::VoiceUnit,
        DeviceKind::Disa => DeviceCategory::Other,
    }
}

/// What a device is in everyday words.
pub(super) const fn named_type(kind: DeviceKind) -> NamedDeviceTypes {
    match kind {
        DeviceKind::Extension | DeviceKind::Portable => NamedDeviceTypes::Station,
        DeviceKind::Trunk => NamedDeviceTypes::Trunk,
        DeviceKind::Group => NamedDeviceTypes::StationGroup,
        DeviceKind::PickupGroup => NamedDeviceTypes::OtherGroup,
        DeviceKind::ParkZone => NamedDeviceTypes::ParkingDevice,
        DeviceKind::VoiceMail | DeviceKind::Disa => NamedDeviceTypes::Other,
    }
}

/// The category of a request; it is numbered otherwise there. `None` has no devices.
const fn category_asked_for(category: ReqDeviceCategory) -> Option<DeviceCategory> {
    Some(match category {
        ReqDeviceCategory::Acd => DeviceCategory::Acd,
        ReqDeviceCategory::GroupAcd
        | ReqDeviceCategory::GroupHunt
        | ReqDeviceCategory::GroupPick
        | ReqDeviceCategory::GroupOther
        | ReqDeviceCategory::GroupUser => DeviceCategory::Group,
        ReqDeviceCategory::NetworkInterface => DeviceCategory::NetworkInterface,
        ReqDeviceCategory::Park => DeviceCategory::Park,
        ReqDeviceCategory::RouteingDevice => DeviceCategory::RouteingDevice,
        ReqDeviceCategory::Station => DeviceCategory::Station,
        ReqDeviceCategory::VoiceUnit => DeviceCategory::VoiceUnit,
        ReqDeviceCategory::Other => DeviceCategory::Other,
        ReqDeviceCategory::Conference => DeviceCategory::Conference,
        _ => return None,
    })
}
