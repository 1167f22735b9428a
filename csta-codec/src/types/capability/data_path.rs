//! Data paths.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported services of data paths.
    pub struct IoServicesServList "IOServicesServList" {
        io_register "ioRegister" [0 IMPLICIT]: IoRegister = OPTIONAL,
        io_register_abort "ioRegisterAbort" [1 IMPLICIT]: IoRegisterAbort = OPTIONAL,
        io_register_cancel "ioRegisterCancel" [2 IMPLICIT]: IoRegisterCancel = OPTIONAL,
        data_path_resumed "dataPathResumed" [3 IMPLICIT]: DataPathResumed = OPTIONAL,
        data_path_suspended "dataPathSuspended" [4 IMPLICIT]: DataPathSuspended = OPTIONAL,
        fast_data "fastData" [5 IMPLICIT]: FastData = OPTIONAL,
        resume_data_path "resumeDataPath" [6 IMPLICIT]: ResumeDataPath = OPTIONAL,
        send_broadcast_data "sendBroadcastData" [7 IMPLICIT]: SendBroadcastData = OPTIONAL,
        send_data "sendData" [8 IMPLICIT]: SendData = OPTIONAL,
        send_multicast_data "sendMulticastData" [9 IMPLICIT]: SendMulticastData = OPTIONAL,
        start_data_path "startDataPath" [10 IMPLICIT]: StartDataPath = OPTIONAL,
        stop_data_path "stopDataPath" [11 IMPLICIT]: StopDataPath = OPTIONAL,
        suspend_data_path "suspendDataPath" [12 IMPLICIT]: SuspendDataPath = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [I/O Register](crate::services::IoRegister).
    pub struct IoRegister "IoRegister" {
        IO_DEVICE "ioDevice" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        ALL_IO_DEVICES "allIODevices" = 3,
    }
}

bit_string! {
    /// What the switch tells by [I/O Register Abort](crate::services::IoRegisterAbort).
    pub struct IoRegisterAbort "IoRegisterAbort" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch supports of [I/O Register Cancel](crate::services::IoRegisterCancel).
    pub struct IoRegisterCancel "IoRegisterCancel" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Data Path Resumed](crate::services::DataPathResumed).
    pub struct DataPathResumed "DataPathResumed" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Data Path Suspended](crate::services::DataPathSuspended).
    pub struct DataPathSuspended "DataPathSuspended" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Fast Data](crate::services::FastData).
    pub struct FastData "FastData" {
        OBJECT_DEVICE "objectDevice" = 0,
        OBJECT_CALL "objectCall" = 1,
        DATA_PATH_TYPE_TEXT "dataPathTypeText" = 2,
        DATA_PATH_TYPE_VOICE "dataPathTypeVoice" = 3,
        DISPLAY_ATTRIB_PHY_BASE_ROW_NUMBER "displayAttribPhyBaseRowNumber" = 4,
        DISPLAY_ATTRIB_PHY_BASE_COLUMN_NUMBER "displayAttribPhyBaseColumnNumber" = 5,
        DISPLAY_ATTRIB_OFFSET "displayAttribOffset" = 6,
        PRIVATE_DATA "privateData" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
        SUPPORTS_MODIFYING_POSITION "supportsModifyingPosition" = 9,
    }
}

bit_string! {
    /// What the switch supports of [Resume Data Path](crate::services::ResumeDataPath).
    pub struct ResumeDataPath "ResumeDataPath" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        SENDS_DATA_PATH_RESUMED "sendsDataPathResumed" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Send Broadcast Data](crate::services::SendBroadcastData).
    pub struct SendBroadcastData "SendBroadcastData" {
        PRIVATE_DATA "privateData" = 0,
        DATA_PATH_TYPE_TEXT "dataPathTypeText" = 1,
        DATA_PATH_TYPE_VOICE "dataPathTypeVoice" = 2,
        DISPLAY_ATTRIB_PHY_BASE_ROW_NUMBER "displayAttribPhyBaseRowNumber" = 3,
        DISPLAY_ATTRIB_PHY_BASE_COLUMN_NUMBER "displayAttribPhyBaseColumnNumber" = 4,
        DISPLAY_ATTRIB_OFFSET "displayAttribOffset" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
        SUPPORTS_MODIFYING_POSITION "supportsModifyingPosition" = 7,
    }
}

bit_string! {
    /// What the switch supports of [Send Data](crate::services::SendData).
    pub struct SendData "SendData" {
        DISPLAY_ATTRIB_PHY_BASE_ROW_NUMBER "displayAttribPhyBaseRowNumber" = 0,
        DISPLAY_ATTRIB_PHY_BASE_COLUMN_NUMBER "displayAttribPhyBaseColumnNumber" = 1,
        DISPLAY_ATTRIB_OFFSET "displayAttribOffset" = 2,
        IO_CAUSE_TERMINATION_CHAR_RECEIVED "ioCauseTerminationCharReceived" = 3,
        IO_CAUSE_CHAR_COUNT_REACHED "ioCauseCharCountReached" = 4,
        IO_CAUSE_TIMEOUT "ioCauseTimeout" = 5,
        IO_CAUSE_SF_TERMINATED "ioCauseSfTerminated" = 6,
        PRIVATE_DATA "privateData" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
        SUPPORTS_MODIFYING_POSITION "supportsModifyingPosition" = 9,
    }
}

bit_string! {
    /// What the switch supports of [Send Multicast Data](crate::services::SendMulticastData).
    pub struct SendMulticastData "SendMulticastData" {
        IO_DATA "ioData" = 0,
        DISPLAY_ATTRIB_PHY_BASE_ROW_NUMBER "displayAttribPhyBaseRowNumber" = 1,
        DISPLAY_ATTRIB_PHY_BASE_COLUMN_NUMBER "displayAttribPhyBaseColumnNumber" = 2,
        DISPLAY_ATTRIB_OFFSET "displayAttribOffset" = 3,
        PRIVATE_DATA "privateData" = 4,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 5,
        SUPPORTS_MODIFYING_POSITION "supportsModifyingPosition" = 6,
    }
}

bit_string! {
    /// What the switch supports of [Start Data Path](crate::services::StartDataPath).
    pub struct StartDataPath "StartDataPath" {
        OBJECT_DEVICE "objectDevice" = 0,
        OBJECT_CALL "objectCall" = 1,
        DATA_PATH_DIRECTION_CF_TO_OBJECT "dataPathDirectionCfToObject" = 2,
        DATA_PATH_DIRECTION_OBJECT_TO_CF "dataPathDirectionObjectToCf" = 3,
        DATA_PATH_DIRECTION_BIDIRECTIONAL "dataPathDirectionBidirectional" = 4,
        DATA_PATH_TYPE_TEXT "dataPathTypeText" = 5,
        DATA_PATH_TYPE_VOICE "dataPathTypeVoice" = 6,
        NUMBER_OF_CHARS_TO_COLLECT "numberOfCharsToCollect" = 7,
        TERMINATION_CHAR "terminationChar" = 8,
        TIMEOUT "timeout" = 9,
        PRIVATE_DATA "privateData" = 10,
        NUMBER_OF_CHARS_TO_COLLECT_IN_ACK "numberOfCharsToCollectInAck" = 11,
        TERMINATION_CHAR_IN_ACK "terminationCharInAck" = 12,
        TIMEOUT_IN_ACK "timeoutInAck" = 13,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 14,
    }
}

bit_string! {
    /// What the switch supports of [Stop Data Path](crate::services::StopDataPath).
    pub struct StopDataPath "StopDataPath" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Suspend Data Path](crate::services::SuspendDataPath).
    pub struct SuspendDataPath "SuspendDataPath" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}
