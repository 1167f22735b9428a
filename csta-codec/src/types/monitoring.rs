//! Monitors, registrations and snapshots.
//!
//! The ASN.1 module is `CSTA-status-reporting`.

use crate::types::{
    CallAssociatedEventSet, CallControlEventSet, CallLinkageData, ConnectionId,
    ConnectionInformation, CstaObject, DeviceId, DeviceMaintenanceEventSet, LocCrossRefId,
    LocalConnectionState, LocationInfoList, LogicalDeviceFeatureEventSet, MediaAttachmentEventSet,
    MediaCallCharacteristics, MediaServiceInstanceId, MediaServiceType, MediaStreamId,
    PhysicalDeviceFeatureEventSet, ServicesPermitted, SubjectDeviceId, VendorSpecEventSet,
    VoiceUnitEventSet,
};
use crate::{
    Ia5String, OctetString, SequenceOf, bit_string, choice, enumerated, newtype, sequence,
};

/// DOC
pub type MonitorObject<'a> = CstaObject<'a>;

newtype! {
    /// Names a monitor. Opaque, though Panasonic switches have been seen to give the device number.
    pub struct MonitorCrossRefId<'a> "MonitorCrossRefID" [APPLICATION 21 IMPLICIT]: OctetString<'a>
}

sequence! {
    /// DOC
    pub struct MonitorFilter "MonitorFilter" {
        call_control "callControl" [0 IMPLICIT]: CallControlEventSet = DEFAULT(CallControlEventSet::EMPTY),
        call_associated "callAssociated" [6 IMPLICIT]: CallAssociatedEventSet = DEFAULT(CallAssociatedEventSet::EMPTY),
        media_attachment "mediaAttachment" [7 IMPLICIT]: MediaAttachmentEventSet = DEFAULT(MediaAttachmentEventSet::EMPTY),
        physical_device_feature "physicalDeviceFeature" [8 IMPLICIT]: PhysicalDeviceFeatureEventSet = DEFAULT(PhysicalDeviceFeatureEventSet::EMPTY),
        logical_device_feature "logicalDeviceFeature" [9 IMPLICIT]: LogicalDeviceFeatureEventSet = DEFAULT(LogicalDeviceFeatureEventSet::EMPTY),
        maintenance "maintenance" [3 IMPLICIT]: DeviceMaintenanceEventSet = DEFAULT(DeviceMaintenanceEventSet::EMPTY),
        voice_unit "voiceUnit" [5 IMPLICIT]: VoiceUnitEventSet = DEFAULT(VoiceUnitEventSet::EMPTY),
        private "private" [4 IMPLICIT]: VendorSpecEventSet = DEFAULT(VendorSpecEventSet::EMPTY),
    }
}

enumerated! {
    /// DOC
    pub enum MonitorType "MonitorType" {
        Call "call" = 0,
        Device "device" = 1,
    }
}

/// DOC
pub type MonitorList<'a> = SequenceOf<'a, MonitorListEntry<'a>>;

sequence! {
    /// DOC
    pub struct MonitorListEntry<'a> "MonitorListEntry" {
        monitor_cross_ref_id "monitorCrossRefID": MonitorCrossRefId<'a>,
        monitor_object "monitorObject": DeviceId<'a>,
    }
}

/// DOC
pub type RegistrationTypeList<'a> = SequenceOf<'a, RegistrationType>;

enumerated! {
    /// DOC
    pub enum RegistrationType "RegistrationType" {
        EscapeRegister "escapeRegister" = 1,
        IoRegister "ioRegister" = 2,
        RouteRegister "routeRegister" = 3,
        SysStatRegister "sysStatRegister" = 4,
    }
}

/// DOC
pub type RegistrationList<'a> = SequenceOf<'a, RegistrationListEntry<'a>>;

sequence! {
    /// DOC
    pub struct RegistrationListEntry<'a> "RegistrationListEntry" {
        registration_type "registrationType": RegistrationType,
        registration_id "registrationID": Ia5String<'a>,
        registration_object "registrationObject": DeviceId<'a> = OPTIONAL,
    }
}

/// DOC
pub type LocationSessionInfoList<'a> = SequenceOf<'a, LocationSessionListEntry<'a>>;

sequence! {
    /// DOC
    pub struct LocationSessionListEntry<'a> "LocationSessionListEntry" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        loc_device "locDevice": DeviceId<'a>,
    }
}

bit_string! {
    /// DOC
    pub struct MonitorMediaClass "MonitorMediaClass" {
        VOICE "voice" = 0,
        DATA "data" = 1,
        IMAGE "image" = 2,
        OTHER "other" = 3,
        AUDIO "audio" = 4,
        NOT_KNOWN "notKnown" = 5,
        CHAT "chat" = 6,
        EMAIL "email" = 7,
        MESSAGE "message" = 8,
        IM "im" = 9,
        SMS "sms" = 10,
        MMS "mms" = 11,
    }
}

newtype! {
    /// DOC
    pub struct SnapshotDeviceData<'a> "SnapshotDeviceData" [APPLICATION 22 IMPLICIT]: SequenceOf<'a, SnapshotDeviceResponseInfo<'a>>
}

sequence! {
    /// DOC
    pub struct SnapshotDeviceResponseInfo<'a> "SnapshotDeviceResponseInfo" {
        connection_identifier "connectionIdentifier": ConnectionId<'a>,
        endpoint_device "endpointDevice" [3 IMPLICIT]: SubjectDeviceId<'a> = OPTIONAL,
        local_call_state "localCallState": CallState<'a>,
        services_permitted "servicesPermitted" [0 IMPLICIT]: ServicesPermitted = RARE,
        media_service_info_list "mediaServiceInfoList" [1 IMPLICIT]: DeviceMediaInfoList<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [4 IMPLICIT]: CallLinkageData<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct DeviceMediaInfoListEntry<'a> "DeviceMediaInfoListEntry" {
        media_stream_id "mediaStreamID": MediaStreamId<'a> = OPTIONAL,
        connection_information "connectionInformation": ConnectionInformation<'a> = OPTIONAL,
    }
}

/// DOC
pub type DeviceMediaInfoList<'a> = SequenceOf<'a, DeviceMediaInfoListEntry<'a>>;

newtype! {
    /// DOC
    pub struct SnapshotCallData<'a> "SnapshotCallData" [APPLICATION 23 IMPLICIT]: SequenceOf<'a, SnapshotCallResponseInfo<'a>>
}

sequence! {
    /// DOC
    pub struct SnapshotCallResponseInfo<'a> "SnapshotCallResponseInfo" {
        device_on_call "deviceOnCall": SubjectDeviceId<'a>,
        call_identifier "callIdentifier": ConnectionId<'a> = OPTIONAL,
        local_connection_state "localConnectionState": LocalConnectionState = OPTIONAL,
        services_permitted "servicesPermitted" [0 IMPLICIT]: ServicesPermitted = RARE,
        media_service_info_list "mediaServiceInfoList" [1 IMPLICIT]: CallMediaInfoList<'a> = OPTIONAL,
        location_info "locationInfo" [2 IMPLICIT]: LocationInfoList<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct CallMediaInfoListEntry<'a> "CallMediaInfoListEntry" {
        media_service_type "mediaServiceType" [0 IMPLICIT]: MediaServiceType,
        media_service_version "mediaServiceVersion" [1 IMPLICIT]: i64 = OPTIONAL,
        media_service_instance "mediaServiceInstance" [2 IMPLICIT]: MediaServiceInstanceId<'a> = OPTIONAL,
        media_stream_id "mediaStreamID" [3 IMPLICIT]: MediaStreamId<'a> = OPTIONAL,
        connection_information "connectionInformation" [4 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
    }
}

/// DOC
pub type CallMediaInfoList<'a> = SequenceOf<'a, CallMediaInfoListEntry<'a>>;

choice! {
    /// DOC
    pub enum CallState<'a> "CallState" {
        CompoundCallState "compoundCallState" [0 IMPLICIT]: CompoundCallState<'a>,
        SimpleCallState "simpleCallState" [1 IMPLICIT]: SimpleCallState,
        Unknown "unknown" [2 IMPLICIT],
    }
}

/// DOC
pub type CompoundCallState<'a> = SequenceOf<'a, LocalConnectionState>;

enumerated! {
    /// DOC
    pub enum SimpleCallState "SimpleCallState" {
        CallNull "callNull" = 0,
        CallPending "callPending" = 1,
        CallOriginated "callOriginated" = 3,
        CallDelivered "callDelivered" = 35,
        CallDeliveredHeld "callDeliveredHeld" = 36,
        CallReceived "callReceived" = 50,
        CallEstablished "callEstablished" = 51,
        CallEstablishedHeld "callEstablishedHeld" = 52,
        CallReceivedOnHold "callReceivedOnHold" = 66,
        CallEstablishedOnHold "callEstablishedOnHold" = 67,
        CallQueued "callQueued" = 83,
        CallQueuedHeld "callQueuedHeld" = 84,
        CallBlocked "callBlocked" = 96,
        CallFailed "callFailed" = 99,
        CallFailedHeld "callFailedHeld" = 100,
    }
}
