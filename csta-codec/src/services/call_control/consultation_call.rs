//! Consultation Call.
//!
//! The ASN.1 module is `CSTA-consultation-call`.

use crate::types::{
    AccountInfo, AuthCode, CallCharacteristics, CallLinkageData, ConnectionId,
    ConnectionInformation, ConsultOptions, CorrelatorData, CstaCommonArguments, DeviceId,
    LanguagePreferences, MediaCallCharacteristics, SubjectOfCall, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Puts the active call on hold and calls somebody else.
    pub ConsultationCall "consultationCall" = 7, "Consultation Call", ToSwitch: ConsultationCallArgument<'a> => ConsultationCallResult<'a>
}

sequence! {
    /// The call to be held, and whom to call.
    pub struct ConsultationCallArgument<'a> "ConsultationCallArgument" {
        existing_call "existingCall" [0 IMPLICIT]: ConnectionId<'a>,
        consulted_device "consultedDevice" [1 EXPLICIT]: DeviceId<'a>,
        connection_reservation "connectionReservation" [2 IMPLICIT]: bool = OPTIONAL,
        account_code "accountCode" [3 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [4 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        correlator_data "correlatorData" [5 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData" [6 IMPLICIT]: UserData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [7 IMPLICIT]: CallCharacteristics = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [8 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        calling_connection_info "callingConnectionInfo" [9 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        consult_options "consultOptions" [10 IMPLICIT]: ConsultOptions = DEFAULT(ConsultOptions::Unrestricted),
        subject_of_call "subjectOfCall" [11 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [12 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The device's connection in the new call.
    pub struct ConsultationCallResult<'a> "ConsultationCallResult" {
        initiated_call "initiatedCall": ConnectionId<'a>,
        media_call_characteristics "mediaCallCharacteristics" [0 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        initiated_call_info "initiatedCallInfo" [1 IMPLICIT]: ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data "callLinkageData" [2 IMPLICIT]: CallLinkageData<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
