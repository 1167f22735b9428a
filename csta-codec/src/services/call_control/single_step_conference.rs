//! Single Step Conference.
//!
//! The ASN.1 module is `CSTA-single-step-conference`.

use crate::types::{
    AccountInfo, AuthCode, CallLinkageDataList, ConnectionId, ConnectionInformation,
    CorrelatorData, CstaCommonArguments, DeviceId, LanguagePreferences, ParticipationType,
    SubjectOfCall, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Adds a device to a call in one step, as a listener or speaking.
    pub SingleStepConf "singleStepConf" = 20, "Single Step Conference Call", ToSwitch: SingleStepConfArgument<'a> => SingleStepConfResult<'a>
}

sequence! {
    /// The call, and the device that is added.
    pub struct SingleStepConfArgument<'a> "SingleStepConfArgument" {
        active_call "activeCall": ConnectionId<'a>,
        device_to_join "deviceToJoin": DeviceId<'a>,
        participation_type "participationType": ParticipationType = DEFAULT(ParticipationType::Active),
        account_code "accountCode" [0 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [1 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        subject_of_call "subjectOfCall" [3 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [4 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection of the device that was added.
    pub struct SingleStepConfResult<'a> "SingleStepConfResult" {
        conferenced_call "conferencedCall": ConnectionId<'a>,
        conferenced_call_info "conferencedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [1 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
