//! Make Connection.
//!
//! The ASN.1 module is `CSTA-make-connection`.

use crate::types::{
    AccountInfo, AuthCode, AutoOriginate, CallCharacteristics, CallLinkageData, ConnectionId,
    ConnectionInformation, CorrelatorData, CstaCommonArguments, DeviceId, EventCause,
    LanguagePreferences, MediaCallCharacteristics, SubjectOfCall, TimeInfo,
};
use crate::{operation, sequence};

operation! {
    /// Makes a call of one device only, such as an empty conference, to which others come later.
    pub MakeConnection "makeConnection" = 375, "Make Connection", ToSwitch: MakeConnectionArgument<'a> => MakeConnectionResult<'a>
}

sequence! {
    /// The device and what the call will be.
    pub struct MakeConnectionArgument<'a> "MakeConnectionArgument" {
        initiating_device "initiatingDevice": DeviceId<'a>,
        account_code "accountCode" [0 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [1 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        auto_originate "autoOriginate" [2 IMPLICIT]: AutoOriginate = DEFAULT(AutoOriginate::Prompt),
        correlator_data "correlatorData" [3 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [4 IMPLICIT]: CallCharacteristics = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [5 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        connection_info "connectionInfo" [6 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        subject_of_call "subjectOfCall" [7 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [8 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        reason "reason" [9 IMPLICIT]: EventCause = OPTIONAL,
        /// How many devices the call will have at most.
        max_devices "maxDevices" [10 IMPLICIT]: i64 = OPTIONAL,
        /// When it is to begin.
        start_time "startTime" [11 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        /// How long it is to last.
        duration "duration" [12 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The device's connection in the new call.
    pub struct MakeConnectionResult<'a> "MakeConnectionResult" {
        initiating_device "initiatingDevice": ConnectionId<'a>,
        media_call_characteristics "mediaCallCharacteristics" [0 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        initiated_call_info "initiatedCallInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [2 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
