//! Single Step Transfer.
//!
//! The ASN.1 module is `CSTA-single-step-transfer`.

use crate::types::{
    AccountInfo, AuthCode, CallCharacteristics, CallLinkageDataList, ConnectionId,
    ConnectionInformation, ConnectionList, CorrelatorData, CstaCommonArguments, DeviceId,
    EventCause, LanguagePreferences, SubjectOfCall, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Gives a call away in one step, without speaking to its new owner first.
    pub SingleStepTrans "singleStepTrans" = 50, "Single Step Transfer Call", ToSwitch: SingleStepTransArgument<'a> => SingleStepTransResult<'a>
}

sequence! {
    /// The call, and where it goes.
    pub struct SingleStepTransArgument<'a> "SingleStepTransArgument" {
        active_call "activeCall": ConnectionId<'a>,
        transferred_to "transferredTo": DeviceId<'a>,
        account_code "accountCode" [0 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [1 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        subject_of_call "subjectOfCall" [4 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [5 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        reason "reason" [6 IMPLICIT]: EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection of the device to which it went.
    pub struct SingleStepTransResult<'a> "SingleStepTransResult" {
        transferred_call "transferredCall": ConnectionId<'a>,
        connections "connections" [0 IMPLICIT]: ConnectionList<'a> = OPTIONAL,
        transferred_call_info "transferredCallInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [2 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
