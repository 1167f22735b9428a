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
    /// Starts to report digits or tones of a device or call.
    pub StartDataCollection "startDataCollection" = 347, "Start Data Collection", ToSwitch: StartDataCollectionArgument<'a> => StartDataCollectionResult<'a>
}

sequence! {
    /// From what to collect, what, and when to report it.
    pub struct StartDataCollectionArgument<'a> "StartDataCollectionArgument" {
        object "object": CallObject<'a>,
        data_coll_type "dataCollType": DataCollType = OPTIONAL,
        digits_reporting_criteria "digitsReportingCriteria": DigitsReportingCriteria<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The new data collection.
    pub struct StartDataCollectionResult<'a> "StartDataCollectionResult" {
        dcoll_cross_ref_id "dcollCrossRefID": DcollCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// The device or call from which data are collected.
    pub enum CallObject<'a> "CallObject" {
        Device "device": DeviceId<'a>,
        /// A call, by a connection in it.
        Call "call": ConnectionId<'a>,
    }
}

enumerated! {
    /// What is collected.
    pub enum DataCollType "DataCollType" {
        Digits "digits" = 0,
        /// Tones of telephony.
        TelTones "telTones" = 1,
    }
}

sequence! {
    /// When collected digits are reported.
    pub struct DigitsReportingCriteria<'a> "DigitsReportingCriteria" {
        /// When there are so many.
        num_chars "numChars" [0 IMPLICIT]: i64 = OPTIONAL,
        /// When this character comes.
        flush_char "flushChar": Ia5String<'a> = OPTIONAL,
        /// When none has come for so long.
        timeout "timeout" [1 IMPLICIT]: i64 = OPTIONAL,
    }
}

operation! {
    /// Ends a data collection.
    pub StopDataCollection "stopDataCollection" = 348, "Stop Data Collection", ToSwitch: StopDataCollectionArgument<'a> => StopDataCollectionResult<'a>
}

sequence! {
    /// The data collection to be ended.
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
    /// Suspends a data collection.
    pub SuspendDataCollection "suspendDataCollection" = 349, "Suspend Data Collection", ToSwitch: SuspendDataCollectionArgument<'a> => SuspendDataCollectionResult<'a>
}

sequence! {
    /// The data collection to be suspended.
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
    /// Tells the application that a data collection is suspended.
    pub DataCollectionSuspended "dataCollectionSuspended" = 345, "Data Collection Suspended", FromSwitch: DataCollectionSuspendedArgument<'a> => DataCollectionSuspendedResult<'a>
}

sequence! {
    /// The data collection that is suspended.
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
    /// Resumes a suspended data collection.
    pub ResumeDataCollection "resumeDataCollection" = 346, "Resume Data Collection", ToSwitch: ResumeDataCollectionArgument<'a> => ResumeDataCollectionResult<'a>
}

sequence! {
    /// The data collection to be resumed.
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
    /// Tells the application that a data collection is resumed.
    pub DataCollectionResumed "dataCollectionResumed" = 344, "Data Collection Resumed", FromSwitch: DataCollectionResumedArgument<'a> => DataCollectionResumedResult<'a>
}

sequence! {
    /// The data collection that is resumed.
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
    /// Sends the application what was collected.
    pub DataCollected "dataCollected" = 343, "Data Collected", FromSwitch: DataCollectedArgument<'a> => DataCollectedResult<'a>
}

sequence! {
    /// The digits or tones that were collected, and why they are sent now.
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
    /// Digits that were collected, and how long each lasted.
    pub struct DigitsData<'a> "DigitsData" {
        digits_detected "digitsDetected": Ia5String<'a>,
        digits_duration "digitsDuration" [0 IMPLICIT]: SequenceOf<'a, i64> = OPTIONAL,
        digits_pause_duration "digitsPauseDuration" [1 IMPLICIT]: SequenceOf<'a, i64> = OPTIONAL,
    }
}

sequence! {
    /// A tone that was heard.
    pub struct TelTonesData "TelTonesData" {
        tone_detected "toneDetected": ToneDetected,
        tone_frequency "toneFrequency" [0 IMPLICIT]: i64 = OPTIONAL,
        tone_duration "toneDuration" [1 IMPLICIT]: i64 = OPTIONAL,
        tone_pause_duration "tonePauseDuration" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}

enumerated! {
    /// A tone that was heard.
    pub enum ToneDetected "ToneDetected" {
        Beep "beep" = 0,
        Billing "billing" = 1,
        Busy "busy" = 2,
        Carrier "carrier" = 3,
        Confirmation "confirmation" = 4,
        Dial "dial" = 5,
        /// A fax machine calls.
        FaxCng "faxCNG" = 6,
        Hold "hold" = 7,
        /// The handset is off the hook.
        Howler "howler" = 8,
        Intrusion "intrusion" = 9,
        /// A modem calls.
        ModemCng "modemCNG" = 10,
        Park "park" = 11,
        RecordWarning "recordWarning" = 12,
        Reorder "reorder" = 13,
        Ringback "ringback" = 14,
        Silence "silence" = 15,
        /// Special information tone: the number is vacant.
        SitVc "sitVC" = 16,
        /// Special information tone: intercept.
        SitIc "sitIC" = 17,
        /// Special information tone: reorder.
        SitRo "sitRO" = 18,
        /// Special information tone: no circuit.
        SitNc "sitNC" = 19,
        Other "other" = 20,
    }
}

enumerated! {
    /// Why collected data are sent.
    pub enum DcollCause "DcollCause" {
        /// The character came that ends them.
        FlushCharReceived "flushCharReceived" = 0,
        /// There are enough of them.
        CharCountReached "charCountReached" = 1,
        /// None has come for a while.
        Timeout "timeout" = 2,
        /// The switch has ended the collection.
        SfTerminated "sfTerminated" = 3,
    }
}
