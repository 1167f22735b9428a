//! Snapshots: which calls a device has and which devices a call.
//!
//! The ASN.1 modules are `CSTA-snapshot-call`, `CSTA-snapshot-call-data`, `CSTA-snapshot-device`
//! and `CSTA-snapshot-device-data`.

use crate::types::capability::ServiceCrossRefId;
use crate::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, CallCharacteristics, CallLinkageData,
    CalledDeviceId, CallingDeviceId, ConnectionId, CorrelatorData, CstaCommonArguments,
    DeviceHistory, DeviceId, LanguagePreferences, MediaCallCharacteristics, MessageInfo,
    SubjectOfCall,
};
use crate::{choice, operation, sequence, types};

operation! {
    /// Asks which devices a call has, and in which states.
    pub SnapshotCall "snapshotCall" = 75, "Snapshot Call", ToSwitch: SnapshotCallArgument<'a> => SnapshotCallResult<'a>
}

sequence! {
    /// The call, by a connection in it.
    pub struct SnapshotCallArgument<'a> "SnapshotCallArgument" {
        snapshot_object "snapshotObject": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// The devices of a call, at once or in [`SnapshotCallData`] segments.
    pub enum CallSnapshot<'a> "SnapshotCallResultCrossRefIDorSnapshotData" {
        ServiceCrossRefId "serviceCrossRefID" [0 IMPLICIT]: ServiceCrossRefId<'a>,
        SnapshotData "snapshotData": types::SnapshotCallData<'a>,
    }
}

sequence! {
    /// The devices of a call, and what the call is.
    pub struct SnapshotCallResult<'a> "SnapshotCallResult" {
        cross_ref_id_or_snapshot_data "crossRefIDorSnapshotData": CallSnapshot<'a>,
        media_call_characteristics "mediaCallCharacteristics": MediaCallCharacteristics<'a> = OPTIONAL,
        call_characteristics "callCharacteristics": CallCharacteristics = OPTIONAL,
        calling_device "callingDevice": CallingDeviceId<'a> = OPTIONAL,
        called_device "calledDevice": CalledDeviceId<'a> = OPTIONAL,
        associated_calling_device_id "associatedCallingDeviceID": AssociatedCallingDeviceId<'a> = OPTIONAL,
        associated_called_device_id "associatedCalledDeviceID": AssociatedCalledDeviceId<'a> = OPTIONAL,
        correlator_data "correlatorData" [1 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [2 IMPLICIT]: CallLinkageData<'a> = RARE,
        subject_of_call "subjectOfCall" [3 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        message_info "messageInfo" [4 IMPLICIT]: MessageInfo<'a> = OPTIONAL,
        language_preferences "languagePreferences" [5 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        device_history "deviceHistory" [6 IMPLICIT]: DeviceHistory<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sends a segment of what [`SnapshotCall`] has asked for.
    pub SnapshotCallData "snapshotCallData" = 76, "Snapshot Call Data", FromSwitch: SnapshotCallDataArgument<'a>
}

sequence! {
    /// A segment of the devices of a call.
    pub struct SnapshotCallDataArgument<'a> "SnapshotCallDataArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        /// The number of the segment.
        segment_id "segmentID": i64 = OPTIONAL,
        /// Whether the snapshot is complete with it.
        last_segment "lastSegment": bool,
        snapshot_data "snapshotData": types::SnapshotCallData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Asks which calls a device has, and in which states.
    pub SnapshotDevice "snapshotDevice" = 74, "Snapshot Device", ToSwitch: SnapshotDeviceArgument<'a> => SnapshotDeviceResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct SnapshotDeviceArgument<'a> "SnapshotDeviceArgument" {
        snapshot_object "snapshotObject": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// The calls of a device, at once or in [`SnapshotDeviceData`] segments.
    pub enum DeviceSnapshot<'a> "SnapshotDeviceResultCrossRefIDorSnapshotData" {
        ServiceCrossRefId "serviceCrossRefID": ServiceCrossRefId<'a>,
        SnapshotData "snapshotData": types::SnapshotDeviceData<'a>,
    }
}

sequence! {
    /// The calls of a device; none if it is idle.
    pub struct SnapshotDeviceResult<'a> "SnapshotDeviceResult" {
        cross_ref_id_or_snapshot_data "crossRefIDorSnapshotData": DeviceSnapshot<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sends a segment of what [`SnapshotDevice`] has asked for.
    pub SnapshotDeviceData "snapshotDeviceData" = 77, "Snapshot Device Data", FromSwitch: SnapshotDeviceDataArgument<'a>
}

sequence! {
    /// A segment of the calls of a device.
    pub struct SnapshotDeviceDataArgument<'a> "SnapshotDeviceDataArgument" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        /// The number of the segment.
        segment_id "segmentID": i64 = OPTIONAL,
        /// Whether the snapshot is complete with it.
        last_segment "lastSegment": bool,
        snapshot_data "snapshotData": types::SnapshotDeviceData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
