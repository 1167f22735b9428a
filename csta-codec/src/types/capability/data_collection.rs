//! Data collection.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported services of data collection.
    pub struct DataCollectionServList "DataCollectionServList" {
        data_collected "dataCollected" [0 IMPLICIT]: DataCollected = OPTIONAL,
        data_collection_resumed "dataCollectionResumed" [1 IMPLICIT]: DataCollectionResumed = OPTIONAL,
        data_collection_suspended "dataCollectionSuspended" [2 IMPLICIT]: DataCollectionSuspended = OPTIONAL,
        resume_data_collection "resumeDataCollection" [3 IMPLICIT]: ResumeDataCollection = OPTIONAL,
        start_data_collection "startDataCollection" [4 IMPLICIT]: StartDataCollection = OPTIONAL,
        stop_data_collection "stopDataCollection" [5 IMPLICIT]: StopDataCollection = OPTIONAL,
        suspend_data_collection "suspendDataCollection" [6 IMPLICIT]: SuspendDataCollection = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells by [Data Collected](crate::services::DataCollected).
    pub struct DataCollected "DataCollected" {
        DIGITS_DURATION "digitsDuration" = 0,
        DIGITS_PAUSE_DURATION "digitsPauseDuration" = 1,
        TONE_DETECTED_BEEP "toneDetectedBeep" = 2,
        TONE_DETECTED_BILLING "toneDetectedBilling" = 3,
        TONE_DETECTED_BUSY "toneDetectedBusy" = 4,
        TONE_DETECTED_CARRIER "toneDetectedCarrier" = 5,
        TONE_DETECTED_CONFIRMATION "toneDetectedConfirmation" = 6,
        TONE_DETECTED_DIAL "toneDetectedDial" = 7,
        TONE_DETECTED_FAX_CNG "toneDetectedFaxCNG" = 8,
        TONE_DETECTED_HOLD "toneDetectedHold" = 9,
        TONE_DETECTED_HOWLER "toneDetectedHowler" = 10,
        TONE_DETECTED_INTRUSION "toneDetectedIntrusion" = 11,
        TONE_DETECTED_MODEM_CNG "toneDetectedModemCNG" = 12,
        TONE_DETECTED_PARK "toneDetectedPark" = 13,
        TONE_DETECTED_RECORD_WARNING "toneDetectedRecordWarning" = 14,
        TONE_DETECTED_REORDER "toneDetectedReorder" = 15,
        TONE_DETECTED_RINGBACK "toneDetectedRingback" = 16,
        TONE_DETECTED_SILENCE "toneDetectedSilence" = 17,
        TONE_DETECTED_SIT_VC "toneDetectedSitVC" = 18,
        TONE_DETECTED_SIT_IC "toneDetectedSitIC" = 19,
        TONE_DETECTED_SIT_RO "toneDetectedSitRO" = 20,
        TONE_DETECTED_SIT_NC "toneDetectedSitNC" = 21,
        TONE_DETECTED_SF0 "toneDetectedSf0" = 22,
        TONE_DETECTED_SF1 "toneDetectedSf1" = 23,
        TONE_DETECTED_SF2 "toneDetectedSf2" = 24,
        TONE_DETECTED_SF3 "toneDetectedSf3" = 25,
        TONE_DETECTED_SF4 "toneDetectedSf4" = 26,
        TONE_DETECTED_SF5 "toneDetectedSf5" = 27,
        TONE_DETECTED_SF6 "toneDetectedSf6" = 28,
        TONE_DETECTED_SF7 "toneDetectedSf7" = 29,
        TONE_DETECTED_SF8 "toneDetectedSf8" = 30,
        TONE_DETECTED_SF9 "toneDetectedSf9" = 31,
        TONE_DETECTED_SF10 "toneDetectedSf10" = 32,
        TONE_DETECTED_OTHER "toneDetectedOther" = 33,
        TONE_FREQUENCY "toneFrequency" = 34,
        TONE_DURATION "toneDuration" = 35,
        TONE_PAUSE_DURATION "tonePauseDuration" = 36,
        CONNECTION_INFO "connectionInfo" = 37,
        DCOLL_CAUSE_FUSH_CHAR_RECEIVED "dcollCauseFushCharReceived" = 38,
        DCOLL_CAUSE_CHAR_COUNT_REACHED "dcollCauseCharCountReached" = 39,
        DCOLL_CAUSE_TIMEOUT "dcollCauseTimeout" = 40,
        DCOLL_CAUSE_SF_TERMINATED "dcollCauseSFTerminated" = 41,
        PRIVATE_DATA "privateData" = 42,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 43,
    }
}

bit_string! {
    /// What the switch tells by [Data Collection Resumed](crate::services::DataCollectionResumed).
    pub struct DataCollectionResumed "DataCollectionResumed" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Data Collection
    /// Suspended](crate::services::DataCollectionSuspended).
    pub struct DataCollectionSuspended "DataCollectionSuspended" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Resume Data Collection](crate::services::ResumeDataCollection).
    pub struct ResumeDataCollection "ResumeDataCollection" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Start Data Collection](crate::services::StartDataCollection).
    pub struct StartDataCollection "StartDataCollection" {
        OBJECT_DEVICE "objectDevice" = 0,
        OBJECT_CALL "objectCall" = 1,
        DATA_COLLECTION_TYPE_DIGITS "dataCollectionTypeDigits" = 2,
        DATA_COLLECTION_TYPE_TONES "dataCollectionTypeTones" = 3,
        DIGITS_REPORTING_CRITERIA_NUM_CHARS "digitsReportingCriteriaNumChars" = 4,
        DIGITS_REPORTING_CRITERIA_FLUSH_CHAR "digitsReportingCriteriaFlushChar" = 5,
        DIGITS_REPORTING_CRITERIA_TIMEOUT "digitsReportingCriteriaTimeout" = 6,
        PRIVATE_DATA "privateData" = 7,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 8,
    }
}

bit_string! {
    /// What the switch supports of [Stop Data Collection](crate::services::StopDataCollection).
    pub struct StopDataCollection "StopDataCollection" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Suspend Data
    /// Collection](crate::services::SuspendDataCollection).
    pub struct SuspendDataCollection "SuspendDataCollection" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}
