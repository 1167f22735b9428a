//! Call detail records: the switch reports what calls were and cost.
//!
//! The ASN.1 modules are `CSTA-start-call-detail-records-transmission`,
//! `CSTA-stop-call-detail-records`, `CSTA-send-stored-call-detail-records`,
//! `CSTA-call-detail-records-notification` and `CSTA-call-detail-records-report`.

use crate::types::{
    CdrCrossRefId, CdrInfo, CdrReason, CdrTermReason, CdrTimePeriod, CdrTransferMode,
    CstaCommonArguments,
};
use crate::{choice, operation, sequence};

operation! {
    /// Asks the switch to send call detail records.
    ///
    /// Panasonic switches take one such transmission at a time.
    pub StartCdrTransmission "startCDRTransmission" = 363, "Start Call Detail Records Transmission", ToSwitch: StartCdrTransmissionArgument<'a> => StartCdrTransmissionResult<'a>
}

sequence! {
    /// When records are to be sent.
    pub struct StartCdrTransmissionArgument<'a> "StartCDRTransmissionArgument" {
        transfer_mode "transferMode": CdrTransferMode,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// By which cross reference records will be sent.
    pub struct StartCdrTransmissionResult<'a> "StartCDRTransmissionResult" {
        cdr_cross_ref_id "cdrCrossRefID": CdrCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Ends a transmission of call detail records.
    pub StopCdrTransmission "stopCDRTransmission" = 364, "Stop Call Detail Records Transmission", Either: StopCdrTransmissionArgument<'a> => StopCdrTransmissionResult<'a>
}

sequence! {
    /// The transmission, and why it ends.
    pub struct StopCdrTransmissionArgument<'a> "StopCDRTransmissionArgument" {
        cdr_cross_ref_id "cdrCrossRefID": CdrCrossRefId<'a>,
        cdr_term_reason "cdrTermReason": CdrTermReason = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`StopCdrTransmission`]; it has nothing to say of its own.
    pub enum StopCdrTransmissionResult<'a> "StopCDRTransmissionResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Asks for the records that the switch has stored.
    pub SendStoredCdr "sendStoredCDR" = 362, "Send Stored Call Detail Records", ToSwitch: SendStoredCdrArgument<'a> => SendStoredCdrResult<'a>
}

sequence! {
    /// The transmission, and of which time.
    pub struct SendStoredCdrArgument<'a> "SendStoredCDRArgument" {
        cdr_cross_ref_id "cdrCrossRefID": CdrCrossRefId<'a>,
        time_period "timePeriod": CdrTimePeriod<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SendStoredCdr`]; it has nothing to say of its own.
    pub enum SendStoredCdrResult<'a> "SendStoredCDRResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Tells the application that records are stored and wait to be fetched.
    pub CdrNotification "cDRNotification" = 360, "Call Detail Records Notification", FromSwitch: CdrNotificationArgument<'a> => CdrNotificationResult<'a>
}

sequence! {
    /// The transmission, and why it is told now.
    pub struct CdrNotificationArgument<'a> "CDRNotificationArgument" {
        cdr_cross_ref_id "cdrCrossRefID": CdrCrossRefId<'a>,
        cdr_reason "cdrReason": CdrReason = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CdrNotification`]; it has nothing to say of its own.
    pub enum CdrNotificationResult<'a> "CDRNotificationResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Sends call detail records. The switch keeps them until they are confirmed.
    pub CdrReport "cDRReport" = 361, "Call Detail Records Report", FromSwitch: CdrReportArgument<'a> => CdrReportResult<'a>
}

sequence! {
    /// The records.
    pub struct CdrReportArgument<'a> "CDRReportArgument" {
        cdr_cross_ref_id "cdrCrossRefID": CdrCrossRefId<'a>,
        /// 1 to 128.
        number_of_records_sent "numberOfRecordsSent": i64,
        cdr_info "cdrInfo": CdrInfo<'a>,
        /// Whether it is the last of the stored ones.
        last_stored_cdr_report_sent "lastStoredCDRReportSent": bool = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CdrReport`]; it has nothing to say of its own.
    pub enum CdrReportResult<'a> "CDRReportResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
