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
    /// DOC
    pub StartCdrTransmission "startCDRTransmission" = 363, ToSwitch: StartCdrTransmissionArgument<'a> => StartCdrTransmissionResult<'a>
}

sequence! {
    /// DOC
    pub struct StartCdrTransmissionArgument<'a> "StartCDRTransmissionArgument" {
        transfer_mode "transferMode": CdrTransferMode,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct StartCdrTransmissionResult<'a> "StartCDRTransmissionResult" {
        cdr_cross_ref_id "cdrCrossRefID": CdrCrossRefId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub StopCdrTransmission "stopCDRTransmission" = 364, Either: StopCdrTransmissionArgument<'a> => StopCdrTransmissionResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub SendStoredCdr "sendStoredCDR" = 362, ToSwitch: SendStoredCdrArgument<'a> => SendStoredCdrResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub CdrNotification "cDRNotification" = 360, FromSwitch: CdrNotificationArgument<'a> => CdrNotificationResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub CdrReport "cDRReport" = 361, FromSwitch: CdrReportArgument<'a> => CdrReportResult<'a>
}

sequence! {
    /// DOC
    pub struct CdrReportArgument<'a> "CDRReportArgument" {
        cdr_cross_ref_id "cdrCrossRefID": CdrCrossRefId<'a>,
        number_of_records_sent "numberOfRecordsSent": i64,
        cdr_info "cdrInfo": CdrInfo<'a>,
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
