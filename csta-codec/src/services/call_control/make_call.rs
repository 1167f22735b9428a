//! Make Call.
//!
//! The ASN.1 module is `CSTA-make-call`.

use crate::types::{
    AccountInfo, AuthCode, AutoOriginate, CallCharacteristics, CallLinkageData, ConnectionId,
    ConnectionInformation, CorrelatorData, CstaCommonArguments, DeviceId, EventCause,
    LanguagePreferences, MediaCallCharacteristics, SubjectOfCall, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Calls a number from a device.
    pub MakeCall "makeCall" = 10, "Make Call", ToSwitch: MakeCallArgument<'a> => MakeCallResult<'a>
}

sequence! {
    /// Who calls whom, and how the caller is brought to the telephone.
    pub struct MakeCallArgument<'a> "MakeCallArgument" {
        calling_device "callingDevice": DeviceId<'a>,
        called_directory_number "calledDirectoryNumber": DeviceId<'a>,
        account_code "accountCode" [0 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [1 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        auto_originate "autoOriginate" [3 IMPLICIT]: AutoOriginate = DEFAULT(AutoOriginate::Prompt),
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics": CallCharacteristics = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [4 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        calling_connection_info "callingConnectionInfo" [5 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        subject_of_call "subjectOfCall" [6 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [7 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        reason "reason" [8 IMPLICIT]: EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection of the caller in the new call.
    pub struct MakeCallResult<'a> "MakeCallResult" {
        calling_device "callingDevice": ConnectionId<'a>,
        media_call_characteristics "mediaCallCharacteristics" [0 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        initiated_call_info "initiatedCallInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [2 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
