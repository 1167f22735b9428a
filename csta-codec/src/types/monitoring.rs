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

/// What is monitored.
pub type MonitorObject<'a> = CstaObject<'a>;

newtype! {
    /// Names a monitor. Opaque, though Panasonic switches have been seen to give the device number.
    pub struct MonitorCrossRefId<'a> "MonitorCrossRefID" [APPLICATION 21 IMPLICIT]: OctetString<'a>
}

sequence! {
    /// Events that a monitor does not report: a set bit suppresses the event, an empty filter lets
    /// all pass.
    ///
    /// The bits are not numbered as the events are tagged.
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

impl MonitorFilter {
    /// Whether everything that `other` suppresses is suppressed here.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        self.call_control.contains(other.call_control)
            && self.call_associated.contains(other.call_associated)
            && self.media_attachment.contains(other.media_attachment)
            && self.physical_device_feature.contains(other.physical_device_feature)
            && self.logical_device_feature.contains(other.logical_device_feature)
            && self.maintenance.contains(other.maintenance)
            && self.voice_unit.contains(other.voice_unit)
            && self.private.contains(other.private)
    }
}

macro_rules! each_set {
    ($one:ident $operator:tt $other:ident) => {
        Self {
            call_control: $one.call_control $operator $other.call_control,
            call_associated: $one.call_associated $operator $other.call_associated,
            media_attachment: $one.media_attachment $operator $other.media_attachment,
            physical_device_feature:
                $one.physical_device_feature $operator $other.physical_device_feature,
            logical_device_feature:
                $one.logical_device_feature $operator $other.logical_device_feature,
            maintenance: $one.maintenance $operator $other.maintenance,
            voice_unit: $one.voice_unit $operator $other.voice_unit,
            private: $one.private $operator $other.private,
        }
    };
}

/// What both suppress.
impl core::ops::BitAnd for MonitorFilter {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        each_set!(self & other)
    }
}

/// What either suppresses.
impl core::ops::BitOr for MonitorFilter {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        each_set!(self | other)
    }
}

enumerated! {
    /// Whether events are followed by call or by device.
    pub enum MonitorType "MonitorType" {
        /// All events of calls that come to the device, also after they have left it.
        Call "call" = 0,
        /// Events of calls as long as they are at the device.
        Device "device" = 1,
    }
}

/// Monitors.
pub type MonitorList<'a> = SequenceOf<'a, MonitorListEntry<'a>>;

sequence! {
    /// A monitor and what it monitors.
    pub struct MonitorListEntry<'a> "MonitorListEntry" {
        monitor_cross_ref_id "monitorCrossRefID": MonitorCrossRefId<'a>,
        monitor_object "monitorObject": DeviceId<'a>,
    }
}

/// Kinds of registrations.
pub type RegistrationTypeList<'a> = SequenceOf<'a, RegistrationType>;

enumerated! {
    /// For what an application can register.
    pub enum RegistrationType "RegistrationType" {
        /// Private services.
        EscapeRegister "escapeRegister" = 1,
        /// Data paths.
        IoRegister "ioRegister" = 2,
        /// Routeing.
        RouteRegister "routeRegister" = 3,
        /// The state of the switch.
        SysStatRegister "sysStatRegister" = 4,
    }
}

/// Registrations.
pub type RegistrationList<'a> = SequenceOf<'a, RegistrationListEntry<'a>>;

sequence! {
    /// A registration, and the device that it is for.
    pub struct RegistrationListEntry<'a> "RegistrationListEntry" {
        registration_type "registrationType": RegistrationType,
        registration_id "registrationID": Ia5String<'a>,
        registration_object "registrationObject": DeviceId<'a> = OPTIONAL,
    }
}

/// Location tracking sessions.
pub type LocationSessionInfoList<'a> = SequenceOf<'a, LocationSessionListEntry<'a>>;

sequence! {
    /// A location tracking session and its device.
    pub struct LocationSessionListEntry<'a> "LocationSessionListEntry" {
        loc_cross_ref_id "locCrossRefID": LocCrossRefId<'a>,
        loc_device "locDevice": DeviceId<'a>,
    }
}

bit_string! {
    /// Kinds of media, of whose calls a monitor reports events.
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
    /// The calls of a device.
    pub struct SnapshotDeviceData<'a> "SnapshotDeviceData" [APPLICATION 22 IMPLICIT]: SequenceOf<'a, SnapshotDeviceResponseInfo<'a>>
}

sequence! {
    /// A call of a device.
    pub struct SnapshotDeviceResponseInfo<'a> "SnapshotDeviceResponseInfo" {
        /// The connection of the device in the call.
        connection_identifier "connectionIdentifier": ConnectionId<'a>,
        /// The device at the other end, of a call with two parties.
        endpoint_device "endpointDevice" [3 IMPLICIT]: SubjectDeviceId<'a> = OPTIONAL,
        /// The states of the connections in the call.
        local_call_state "localCallState": CallState<'a>,
        services_permitted "servicesPermitted" [0 IMPLICIT]: ServicesPermitted = RARE,
        media_service_info_list "mediaServiceInfoList" [1 IMPLICIT]: DeviceMediaInfoList<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [2 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [4 IMPLICIT]: CallLinkageData<'a> = RARE,
    }
}

sequence! {
    /// A media stream of a call.
    pub struct DeviceMediaInfoListEntry<'a> "DeviceMediaInfoListEntry" {
        media_stream_id "mediaStreamID": MediaStreamId<'a> = OPTIONAL,
        connection_information "connectionInformation": ConnectionInformation<'a> = OPTIONAL,
    }
}

/// The media streams of a call.
pub type DeviceMediaInfoList<'a> = SequenceOf<'a, DeviceMediaInfoListEntry<'a>>;

newtype! {
    /// The devices of a call.
    pub struct SnapshotCallData<'a> "SnapshotCallData" [APPLICATION 23 IMPLICIT]: SequenceOf<'a, SnapshotCallResponseInfo<'a>>
}

sequence! {
    /// A device of a call.
    pub struct SnapshotCallResponseInfo<'a> "SnapshotCallResponseInfo" {
        device_on_call "deviceOnCall": SubjectDeviceId<'a>,
        /// Its connection.
        call_identifier "callIdentifier": ConnectionId<'a> = OPTIONAL,
        /// The state of its connection.
        local_connection_state "localConnectionState": LocalConnectionState = OPTIONAL,
        services_permitted "servicesPermitted" [0 IMPLICIT]: ServicesPermitted = RARE,
        media_service_info_list "mediaServiceInfoList" [1 IMPLICIT]: CallMediaInfoList<'a> = OPTIONAL,
        location_info "locationInfo" [2 IMPLICIT]: LocationInfoList<'a> = RARE,
    }
}

sequence! {
    /// A media service at a connection.
    pub struct CallMediaInfoListEntry<'a> "CallMediaInfoListEntry" {
        media_service_type "mediaServiceType" [0 IMPLICIT]: MediaServiceType,
        media_service_version "mediaServiceVersion" [1 IMPLICIT]: i64 = OPTIONAL,
        media_service_instance "mediaServiceInstance" [2 IMPLICIT]: MediaServiceInstanceId<'a> = OPTIONAL,
        media_stream_id "mediaStreamID" [3 IMPLICIT]: MediaStreamId<'a> = OPTIONAL,
        connection_information "connectionInformation" [4 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
    }
}

/// The media services at a connection.
pub type CallMediaInfoList<'a> = SequenceOf<'a, CallMediaInfoListEntry<'a>>;

choice! {
    /// The states of the connections in a call.
    pub enum CallState<'a> "CallState" {
        /// The states one by one, the monitored device's first.
        CompoundCallState "compoundCallState" [0 IMPLICIT]: CompoundCallState<'a>,
        /// One value for a call with two parties.
        SimpleCallState "simpleCallState" [1 IMPLICIT]: SimpleCallState,
        /// The switch does not know them.
        Unknown "unknown" [2 IMPLICIT],
    }
}

/// The state of each connection in a call, the device's own first.
pub type CompoundCallState<'a> = SequenceOf<'a, LocalConnectionState>;

enumerated! {
    /// The state of a call with two parties: the number is sixteen times the other party's
    /// [`LocalConnectionState`](crate::types::LocalConnectionState) plus the own one.
    pub enum SimpleCallState "SimpleCallState" {
        /// No call.
        CallNull "callNull" = 0,
        /// Off-hook or dialling.
        CallPending "callPending" = 1,
        /// Dialled; the other party is not reached yet.
        CallOriginated "callOriginated" = 3,
        /// It rings at the other party.
        CallDelivered "callDelivered" = 35,
        /// It rings at the other party and is held here.
        CallDeliveredHeld "callDeliveredHeld" = 36,
        /// It rings here.
        CallReceived "callReceived" = 50,
        /// Both talk.
        CallEstablished "callEstablished" = 51,
        /// The own party holds it.
        CallEstablishedHeld "callEstablishedHeld" = 52,
        /// It rings here, and the other party holds it.
        CallReceivedOnHold "callReceivedOnHold" = 66,
        /// The other party holds it.
        CallEstablishedOnHold "callEstablishedOnHold" = 67,
        /// It waits at the other party.
        CallQueued "callQueued" = 83,
        /// It waits at the other party and is held here.
        CallQueuedHeld "callQueuedHeld" = 84,
        /// The other party is off-hook, but nobody is there any more.
        CallBlocked "callBlocked" = 96,
        /// The other party is busy or cannot be reached.
        CallFailed "callFailed" = 99,
        /// The same, and it is held here.
        CallFailedHeld "callFailedHeld" = 100,
    }
}
