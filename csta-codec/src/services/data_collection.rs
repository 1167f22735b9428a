//! Data collection: digits and tones that parties of a call send are reported.
//!
//! The ASN.1 modules are `CSTA-start-data-collection`, `CSTA-stop-data-collection`,
//! `CSTA-suspend-data-collection`, `CSTA-data-collection-suspended`, `CSTA-resume-data-collection`,
//! `CSTA-data-collection-resumed` and `CSTA-data-collected`.

use crate::types::{
    ConnectionId, ConnectionInformation, CstaCommonArguments, DcollCrossRefId, DeviceId,
};
use crate::{Ia5String, SequenceOf, choice, enumerated, operation, sequence};

operation! {
    /// DOC
    pub StartDataCollection "startDataCollection" = 347, ToSwitch: StartDataCollectionArgument<'a> => StartDataCollectionResult<'a>
}

sequence! {
    /// DOC
    pub struct StartDataCollectionArgument<'a> "StartDataCollectionArgument" {
        object "object": CallObject<'a>,
        data_coll_type "dataCollType": DataCollType = OPTIONAL,
        digits_reporting_criteria "digitsReportingCriteria": DigitsReportingCriteria<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct StartDataCollectionResult<'a> "StartDataCollectionResult" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// DOC
    pub enum CallObject<'a> "CallObject" {
        Device "device": DeviceId<'a>,
        Call "call": ConnectionId<'a>,
    }
}

enumerated! {
    /// DOC
    pub enum DataCollType "DataCollType" {
        Digits "digits" = 0,
        TelTones "telTones" = 1,
    }
}

sequence! {
    /// DOC
    pub struct DigitsReportingCriteria<'a> "DigitsReportingCriteria" {
        num_chars "numChars" [0 IMPLICIT]: i64 = OPTIONAL,
        flush_char "flushChar": Ia5String<'a> = OPTIONAL,
        timeout "timeout" [1 IMPLICIT]: i64 = OPTIONAL,
    }
}

operation! {
    /// DOC
    pub StopDataCollection "stopDataCollection" = 348, ToSwitch: StopDataCollectionArgument<'a> => StopDataCollectionResult<'a>
}

sequence! {
    /// DOC
    pub struct StopDataCollectionArgument<'a> "StopDataCollectionArgument" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`StopDataCollection`]; it has nothing to say of its own.
    pub enum StopDataCollectionResult<'a> "StopDataCollectionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SuspendDataCollection "suspendDataCollection" = 349, ToSwitch: SuspendDataCollectionArgument<'a> => SuspendDataCollectionResult<'a>
}

sequence! {
    /// DOC
    pub struct SuspendDataCollectionArgument<'a> "SuspendDataCollectionArgument" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SuspendDataCollection`]; it has nothing to say of its own.
    pub enum SuspendDataCollectionResult<'a> "SuspendDataCollectionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub DataCollectionSuspended "dataCollectionSuspended" = 345, FromSwitch: DataCollectionSuspendedArgument<'a> => DataCollectionSuspendedResult<'a>
}

sequence! {
    /// DOC
    pub struct DataCollectionSuspendedArgument<'a> "DataCollectionSuspendedArgument" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DataCollectionSuspended`]; it has nothing to say of its own.
    pub enum DataCollectionSuspendedResult<'a> "DataCollectionSuspendedResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub ResumeDataCollection "resumeDataCollection" = 346, ToSwitch: ResumeDataCollectionArgument<'a> => ResumeDataCollectionResult<'a>
}

sequence! {
    /// DOC
    pub struct ResumeDataCollectionArgument<'a> "ResumeDataCollectionArgument" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`ResumeDataCollection`]; it has nothing to say of its own.
    pub enum ResumeDataCollectionResult<'a> "ResumeDataCollectionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub DataCollectionResumed "dataCollectionResumed" = 344, FromSwitch: DataCollectionResumedArgument<'a> => DataCollectionResumedResult<'a>
}

sequence! {
    /// DOC
    pub struct DataCollectionResumedArgument<'a> "DataCollectionResumedArgument" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DataCollectionResumed`]; it has nothing to say of its own.
    pub enum DataCollectionResumedResult<'a> "DataCollectionResumedResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub DataCollected "dataCollected" = 343, FromSwitch: DataCollectedArgument<'a> => DataCollectedResult<'a>
}

sequence! {
    /// DOC
    pub struct DataCollectedArgument<'a> "DataCollectedArgument" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        digits_data "digitsData" [0 IMPLICIT]: DigitsData<'a> = OPTIONAL,
        tel_tones_data "telTonesData" [1 IMPLICIT]: TelTonesData = OPTIONAL,
        connection_information "connectionInformation" [2 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        dcoll_cause "dcollCause": DcollCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DataCollected`]; it has nothing to say of its own.
    pub enum DataCollectedResult<'a> "DataCollectedResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

sequence! {
    /// DOC
    pub struct DigitsData<'a> "DigitsData" {
        digits_detected "digitsDetected": Ia5String<'a>,
        digits_duration "digitsDuration" [0 IMPLICIT]: SequenceOf<'a, i64> = OPTIONAL,
        digits_pause_duration "digitsPauseDuration" [1 IMPLICIT]: SequenceOf<'a, i64> = OPTIONAL,
    }
}

sequence! {
    /// DOC
    pub struct TelTonesData "TelTonesData" {
        tone_detected "toneDetected": ToneDetected,
        tone_frequency "toneFrequency" [0 IMPLICIT]: i64 = OPTIONAL,
        tone_duration "toneDuration" [1 IMPLICIT]: i64 = OPTIONAL,
        tone_pause_duration "tonePauseDuration" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

enumerated! {
    /// DOC
    pub enum ToneDetected "ToneDetected" {
        Beep "beep" = 0,
        Billing "billing" = 1,
        Busy "busy" = 2,
        Carrier "carrier" = 3,
        Confirmation "confirmation" = 4,
        Dial "dial" = 5,
        FaxCng "faxCNG" = 6,
        Hold "hold" = 7,
        Howler "howler" = 8,
        Intrusion "intrusion" = 9,
        ModemCng "modemCNG" = 10,
        Park "park" = 11,
        RecordWarning "recordWarning" = 12,
        Reorder "reorder" = 13,
        Ringback "ringback" = 14,
        Silence "silence" = 15,
        SitVc "sitVC" = 16,
        SitIc "sitIC" = 17,
        SitRo "sitRO" = 18,
        SitNc "sitNC" = 19,
        Other "other" = 20,
    }
}

enumerated! {
    /// DOC
    pub enum DcollCause "DcollCause" {
        FlushCharReceived "flushCharReceived" = 0,
        CharCountReached "charCountReached" = 1,
        Timeout "timeout" = 2,
        SfTerminated "sfTerminated" = 3,
    }
}
