//! The list of devices, sent in segments.
//!
//! The ASN.1 modules are `CSTA-get-switching-function-devices` and
//! `CSTA-switching-function-devices`.

use crate::types::capability::{DeviceCategory, NamedDeviceTypes, ServiceCrossRefId};
use crate::types::{CstaCommonArguments, DeviceId};
use crate::{Ia5String, SequenceOf, bit_string, enumerated, operation, sequence};

operation! {
    /// Asks for the devices of the switch; they follow in [`SwitchingFunctionDevices`] segments.
    pub GetSwitchingFunctionDevices "getSwitchingFunctionDevices" = 204, "Get Switching Function Devices", ToSwitch: GetSwitchingFunctionDevicesArgument<'a> => GetSwitchingFunctionDevicesResult<'a>
}

sequence! {
    /// Which devices are asked for; all of them if nothing is said.
    pub struct GetSwitchingFunctionDevicesArgument<'a> "GetSwitchingFunctionDevicesArgument" {
        requested_device_id "requestedDeviceID": DeviceId<'a> = OPTIONAL,
        requested_device_category "requestedDeviceCategory": ReqDeviceCategory = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// By which cross reference the segments will be known.
    pub struct GetSwitchingFunctionDevicesResult<'a> "GetSwitchingFunctionDevicesResult" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// A kind of devices to ask for. It is numbered otherwise than [`DeviceCategory`].
    pub enum ReqDeviceCategory "ReqDeviceCategory" {
        Acd "acd" = 0,
        GroupAcd "groupACD" = 1,
        GroupHunt "groupHunt" = 2,
        /// A pickup group.
        GroupPick "groupPick" = 3,
        GroupOther "groupOther" = 4,
        /// A trunk line.
        NetworkInterface "networkInterface" = 5,
        Park "park" = 6,
        RouteingDevice "routeingDevice" = 7,
        Station "station" = 8,
        VoiceUnit "voiceUnit" = 9,
        Other "other" = 10,
        Conference "conference" = 11,
        /// Interactive voice with digits.
        DtmfIv "dtmfIV" = 12,
        /// Interactive voice of any kind.
        GenericIv "genericIV" = 13,
        GroupUser "groupUser" = 14,
        /// Interactive voice that recognises speech.
        ListenerIv "listenerIV" = 15,
        /// Interactive voice that plays and records messages.
        MessageIv "messageIV" = 16,
        /// Interactive voice that plays a prompt.
        PromptIv "promptIV" = 17,
        /// Interactive voice that plays a queue of prompts.
        PromptQueue "promptQueue" = 18,
    }
}

operation! {
    /// Sends a segment of the devices that [`GetSwitchingFunctionDevices`] has asked for.
    pub SwitchingFunctionDevices "switchingFunctionDevices" = 205, "Switching Function Devices", FromSwitch: SwitchingFunctionDevicesArgument<'a>
}

sequence! {
    /// A segment of the list of devices.
    pub struct SwitchingFunctionDevicesArgument<'a> "SwitchingFunctionDevicesArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        /// The number of the segment.
        segment_id "segmentID": i64 = OPTIONAL,
        /// Whether the list is complete with it.
        last_segment "lastSegment": bool,
        device_list "deviceList": DeviceList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A device of the switch and its kind.
    pub struct DeviceListEntry<'a> "DeviceListEntry" {
        device_id "deviceID": DeviceId<'a>,
        device_category "deviceCategory" [0 IMPLICIT]: DeviceCategory = DEFAULT(DeviceCategory::Station),
        named_device_types "namedDeviceTypes" [1 IMPLICIT]: NamedDeviceTypes = OPTIONAL,
        device_attributes "deviceAttributes": DeviceAttributes = OPTIONAL,
        device_model_name "deviceModelName": Ia5String<'a> = OPTIONAL,
        /// The trunk group of a trunk line.
        nid_group "nidGroup": DeviceId<'a> = OPTIONAL,
    }
}

/// Devices of the switch.
pub type DeviceList<'a> = SequenceOf<'a, DeviceListEntry<'a>>;

bit_string! {
    /// What kind of group a device is, or what else sets it apart.
    pub struct DeviceAttributes "DeviceAttributes" {
        MEDIA_ACCESS_DEVICE "mediaAccessDevice" = 0,
        ROUTEING_DEVICE "routeingDevice" = 1,
        GROUP_ACD "groupACD" = 2,
        GROUP_HUNT "groupHunt" = 3,
        GROUP_PICK "groupPick" = 4,
    }
}
