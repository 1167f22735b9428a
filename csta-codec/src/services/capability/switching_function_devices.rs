//! The list of devices, sent in segments.
//!
//! The ASN.1 modules are `CSTA-get-switching-function-devices` and
//! `CSTA-switching-function-devices`.

use crate::types::capability::{DeviceCategory, NamedDeviceTypes, ServiceCrossRefId};
use crate::types::{CstaCommonArguments, DeviceId};
use crate::{Ia5String, SequenceOf, bit_string, enumerated, operation, sequence};

operation! {
    /// DOC
    pub GetSwitchingFunctionDevices "getSwitchingFunctionDevices" = 204, ToSwitch: GetSwitchingFunctionDevicesArgument<'a> => GetSwitchingFunctionDevicesResult<'a>
}

sequence! {
    /// DOC
    pub struct GetSwitchingFunctionDevicesArgument<'a> "GetSwitchingFunctionDevicesArgument" {
        requested_device_id "requestedDeviceID": DeviceId<'a> = OPTIONAL,
        requested_device_category "requestedDeviceCategory": ReqDeviceCategory = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetSwitchingFunctionDevicesResult<'a> "GetSwitchingFunctionDevicesResult" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// DOC
    pub enum ReqDeviceCategory "ReqDeviceCategory" {
        Acd "acd" = 0,
        GroupAcd "groupACD" = 1,
        GroupHunt "groupHunt" = 2,
        GroupPick "groupPick" = 3,
        GroupOther "groupOther" = 4,
        NetworkInterface "networkInterface" = 5,
        Park "park" = 6,
        RouteingDevice "routeingDevice" = 7,
        Station "station" = 8,
        VoiceUnit "voiceUnit" = 9,
        Other "other" = 10,
        Conference "conference" = 11,
        DtmfIv "dtmfIV" = 12,
        GenericIv "genericIV" = 13,
        GroupUser "groupUser" = 14,
        ListenerIv "listenerIV" = 15,
        MessageIv "messageIV" = 16,
        PromptIv "promptIV" = 17,
        PromptQueue "promptQueue" = 18,
    }
}

operation! {
    /// DOC
    pub SwitchingFunctionDevices "switchingFunctionDevices" = 205, FromSwitch: SwitchingFunctionDevicesArgument<'a>
}

sequence! {
    /// DOC
    pub struct SwitchingFunctionDevicesArgument<'a> "SwitchingFunctionDevicesArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        segment_id "segmentID": i64 = OPTIONAL,
        last_segment "lastSegment": bool,
        device_list "deviceList": DeviceList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct DeviceListEntry<'a> "DeviceListEntry" {
        device_id "deviceID": DeviceId<'a>,
        device_category "deviceCategory" [0 IMPLICIT]: DeviceCategory = DEFAULT(DeviceCategory::Station),
        named_device_types "namedDeviceTypes" [1 IMPLICIT]: NamedDeviceTypes = OPTIONAL,
        device_attributes "deviceAttributes": DeviceAttributes = OPTIONAL,
        device_model_name "deviceModelName": Ia5String<'a> = OPTIONAL,
        nid_group "nidGroup": DeviceId<'a> = OPTIONAL,
    }
}

/// DOC
pub type DeviceList<'a> = SequenceOf<'a, DeviceListEntry<'a>>;

bit_string! {
    /// DOC
    pub struct DeviceAttributes "DeviceAttributes" {
        MEDIA_ACCESS_DEVICE "mediaAccessDevice" = 0,
        ROUTEING_DEVICE "routeingDevice" = 1,
        GROUP_ACD "groupACD" = 2,
        GROUP_HUNT "groupHunt" = 3,
        GROUP_PICK "groupPick" = 4,
    }
}
