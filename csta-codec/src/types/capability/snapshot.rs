//! Snapshots.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// What is supported of snapshots. All four members are mandatory.
    pub struct SnapshotServList "SnapshotServList" {
        snapshot_call "snapshotCall" [0 IMPLICIT]: SnapshotCall,
        snapshot_device "snapshotDevice" [1 IMPLICIT]: SnapshotDevice,
        snapshot_call_data "snapshotCallData" [2 IMPLICIT]: SnapshotCallData,
        snapshot_device_data "snapshotDeviceData" [3 IMPLICIT]: SnapshotDeviceData,
    }
}

bit_string! {
    /// What the switch supports of [Snapshot Call](crate::services::SnapshotCall).
    pub struct SnapshotCall "SnapshotCall" {
        PRIVATE_DATA "privateData" = 0,
        LOCA_CONNECTION_STATE_IN_ACK "locaConnectionStateInAck" = 1,
        MEDIA_SERVICE_INFO_LIST_IN_ACK "mediaServiceInfoListInAck" = 2,
        MEDIA_SERVICE_VERSION_IN_ACK "mediaServiceVersionInAck" = 3,
        MEDIA_SERVICE_INSTANCE_IN_ACK "mediaServiceInstanceInAck" = 4,
        MEDIA_STREAM_ID "mediaStreamID" = 5,
        CONNECTION_INFORMATION "connectionInformation" = 6,
        MEDIA_CALL_CHARACTERISTICS_IN_ACK "mediaCallCharacteristicsInAck" = 7,
        CALL_CHARACTERISTICS_IN_ACK "callCharacteristicsInAck" = 8,
        CALLING_DEVICE_IN_ACK "callingDeviceInAck" = 9,
        CALLED_DEVICE_IN_ACK "calledDeviceInAck" = 10,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 11,
        CALL_ID_ONLY "callIDOnly" = 12,
        REPORTS_WITH_SNAPS_CALL_DATA "reportsWithSnapsCallData" = 13,
        SUBJECT_OF_CALL_IN_ACK "subjectOfCallInAck" = 14,
        MESSAGE_INFO_IN_ACK "messageInfoInAck" = 15,
        LANGUAGE_PREFERENCES_IN_ACK "languagePreferencesInAck" = 16,
        DEVICE_HISTORY_IN_ACK "deviceHistoryInAck" = 17,
        LOCATION_INFO_LIST "locationInfoList" = 18,
    }
}

bit_string! {
    /// What the switch supports of [Snapshot Device](crate::services::SnapshotDevice).
    pub struct SnapshotDevice "SnapshotDevice" {
        PRIVATE_DATA "privateData" = 0,
        LOCAL_CALL_STATE_COMPOUND_CALL_STATE "localCallStateCompoundCallState" = 1,
        LOCAL_CALL_STATE_SIMPLE_CALL_STATE "localCallStateSimpleCallState" = 2,
        LOCAL_CALL_STATE_UNKNOWN "localCallStateUnknown" = 3,
        MEDIA_SERVICE_INFO_LIST_IN_ACK "mediaServiceInfoListInAck" = 4,
        MEDIA_SERVICE_VERSION_IN_ACK "mediaServiceVersionInAck" = 5,
        MEDIA_SERVICE_INSTANCE_IN_ACK "mediaServiceInstanceInAck" = 6,
        MEDIA_STREAM_ID "mediaStreamID" = 7,
        CONNECTION_INFORMATION "connectionInformation" = 8,
        MEDIA_CALL_CHARACTERISTICS_IN_ACK "mediaCallCharacteristicsInAck" = 9,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 10,
        REPORTS_WITH_SNAPS_DEVICE_DATA "reportsWithSnapsDeviceData" = 11,
    }
}

bit_string! {
    /// What the switch tells by [Snapshot Call Data](crate::services::SnapshotCallData).
    pub struct SnapshotCallData "SnapshotCallData" {
        SEGMENT_ID "segmentID" = 0,
        LOCAL_CONNECTION_STATE "localConnectionState" = 1,
        MEDIA_SERVICE_INFORMATION_LIST "mediaServiceInformationList" = 2,
        MEDIA_SERVICE_VERSION "mediaServiceVersion" = 3,
        MEDIA_SERVICE_INSTANCE "mediaServiceInstance" = 4,
        MEDIA_STREAM_ID "mediaStreamID" = 5,
        CONNECTION_INFORMATION "connectionInformation" = 6,
        PRIVATE_DATA "privateData" = 7,
        LOCATION_INFO_LIST "locationInfoList" = 8,
    }
}

bit_string! {
    /// What the switch tells by [Snapshot Device Data](crate::services::SnapshotDeviceData).
    pub struct SnapshotDeviceData "SnapshotDeviceData" {
        SEGMENT_ID "segmentID" = 0,
        LOCAL_CALL_STATE_COMPOUND_CALL_STATE "localCallStateCompoundCallState" = 1,
        LOCAL_CALL_STATE_SIMPLE_CALL_STATE "localCallStateSimpleCallState" = 2,
        LOCAL_CALL_STATE_UNKNOWN "localCallStateUnknown" = 3,
        MEDIA_SERVICE_INFORMATION_LIST "mediaServiceInformationList" = 4,
        MEDIA_SERVICE_VERSION "mediaServiceVersion" = 5,
        MEDIA_SERVICE_INSTANCE "mediaServiceInstance" = 6,
        MEDIA_STREAM_ID "mediaStreamID" = 7,
        CONNECTION_INFORMATION "connectionInformation" = 8,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 9,
        PRIVATE_DATA "privateData" = 10,
        ENDPOINT_DEVICE_ID "endpointDeviceID" = 11,
    }
}
