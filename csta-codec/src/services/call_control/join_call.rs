//! Join Call.
//!
//! The ASN.1 module is `CSTA-join-call`.

use crate::types::{
    AccountInfo, AuthCode, AutoOriginate, CallLinkageDataList, ConnectionId, ConnectionInformation,
    CorrelatorData, CstaCommonArguments, DeviceId, ParticipationType, UserData,
};
use crate::{operation, sequence};

operation! {
    /// Brings a device into a call by request of the device that joins.
    pub JoinCall "joinCall" = 223, "Join Call", ToSwitch: JoinCallArgument<'a> => JoinCallResult<'a>
}

sequence! {
    /// The call, and the device that joins.
    pub struct JoinCallArgument<'a> "JoinCallArgument" {
        active_call "activeCall": ConnectionId<'a>,
        joining_device "joiningDevice": DeviceId<'a>,
        auto_originate "autoOriginate" [0 IMPLICIT]: AutoOriginate = DEFAULT(AutoOriginate::Prompt),
        participation_type "participationType" [1 IMPLICIT]: ParticipationType = DEFAULT(ParticipationType::Active),
        account_code "accountCode" [2 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [3 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        correlator_data "correlatorData" [4 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        user_data "userData": UserData<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connection of the device that has joined.
    pub struct JoinCallResult<'a> "JoinCallResult" {
        conferenced_call "conferencedCall": ConnectionId<'a>,
        conferenced_call_info "conferencedCallInfo": ConnectionInformation<'a> = OPTIONAL,
        call_linkage_data_list "callLinkageDataList" [1 IMPLICIT]: CallLinkageDataList<'a> = RARE,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
