//! System services: the state of the switch, and who is to hear of it.
//!
//! The ASN.1 modules are `CSTA-system-register`, `CSTA-system-register-abort`,
//! `CSTA-system-register-cancel`, `CSTA-get-registrations`, `CSTA-registration-info`,
//! `CSTA-change-system-status-filter`, `CSTA-request-system-status`, `CSTA-system-status`,
//! `CSTA-switching-function-capabilities-changed` and `CSTA-switching-function-devices-changed`.

use crate::types::capability::ServiceCrossRefId;
use crate::types::{
    CstaCommonArguments, RegistrationList, RegistrationTypeList, SysStatRegisterId,
};
use crate::{bit_string, choice, operation, sequence, types};

operation! {
    /// DOC
    pub SystemRegister "systemRegister" = 207, ToSwitch: SystemRegisterArgument<'a> => SystemRegisterResult<'a>
}

sequence! {
    /// DOC
    pub struct SystemRegisterArgument<'a> "SystemRegisterArgument" {
        request_types "requestTypes": RequestTypes,
        requested_status_filter "requestedStatusFilter": StatusFilter = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SystemRegisterResult<'a> "SystemRegisterResult" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a>,
        actual_status_filter "actualStatusFilter": StatusFilter = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

bit_string! {
    /// DOC
    pub struct StatusFilter "StatusFilter" {
        INITIALIZING "initializing" = 0,
        ENABLED "enabled" = 1,
        NORMAL "normal" = 2,
        MESSAGE_LOST "messageLost" = 3,
        DISABLED "disabled" = 4,
        PARTIALLY_DISABLED "partiallyDisabled" = 5,
        OVERLOAD_IMMINENT "overloadImminent" = 6,
        OVERLOAD_REACHED "overloadReached" = 7,
        OVERLOAD_RELIEVED "overloadRelieved" = 8,
    }
}

bit_string! {
    /// DOC
    pub struct RequestTypes "RequestTypes" {
        SYSTEM_STATUS "systemStatus" = 0,
        REQUEST_SYSTEM_STATUS "requestSystemStatus" = 1,
        SWITCHING_FUNCTION_CAPS_CHANGED "switchingFunctionCapsChanged" = 2,
        SWITCHING_FUNCTION_DEVICES_CHANGED "switchingFunctionDevicesChanged" = 3,
    }
}

operation! {
    /// DOC
    pub SystemRegisterAbort "systemRegisterAbort" = 208, FromSwitch: SystemRegisterAbortArgument<'a>
}

sequence! {
    /// DOC
    pub struct SystemRegisterAbortArgument<'a> "SystemRegisterAbortArgument" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SystemRegisterCancel "systemRegisterCancel" = 209, ToSwitch: SystemRegisterCancelArgument<'a> => SystemRegisterCancelResult<'a>
}

sequence! {
    /// DOC
    pub struct SystemRegisterCancelArgument<'a> "SystemRegisterCancelArgument" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SystemRegisterCancel`]; it has nothing to say of its own.
    pub enum SystemRegisterCancelResult<'a> "SystemRegisterCancelResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub GetRegistrations "getRegistrations" = 371, ToSwitch: GetRegistrationsArg<'a> => GetRegistrationsRes<'a>
}

sequence! {
    /// DOC
    pub struct GetRegistrationsArg<'a> "GetRegistrationsArg" {
        requested_reg_types "requestedRegTypes": RegistrationTypeList<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// DOC
    pub enum GetRegistrationsResCrossRefIDorRegistrationData<'a> "GetRegistrationsResCrossRefIDorRegistrationData" {
        ServiceCrossRefId "serviceCrossRefID": ServiceCrossRefId<'a>,
        RegistrationList "registrationList": RegistrationList<'a>,
    }
}

sequence! {
    /// DOC
    pub struct GetRegistrationsRes<'a> "GetRegistrationsRes" {
        cross_ref_i_dor_registration_data "crossRefIDorRegistrationData": GetRegistrationsResCrossRefIDorRegistrationData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub RegistrationInfo "registrationInfo" = 372, FromSwitch: RegistrationInfoArg<'a>
}

sequence! {
    /// DOC
    pub struct RegistrationInfoArg<'a> "RegistrationInfoArg" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        segment_id "segmentID": i64 = OPTIONAL,
        last_segment "lastSegment": bool,
        registration_list "registrationList": RegistrationList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub ChangeSysStatFilter "changeSysStatFilter" = 206, ToSwitch: ChangeSysStatFilterArg<'a> => ChangeSysStatFilterRes<'a>
}

sequence! {
    /// DOC
    pub struct ChangeSysStatFilterArg<'a> "ChangeSysStatFilterArg" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a>,
        requested_status_filter "requestedStatusFilter": types::SystemStatus,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct ChangeSysStatFilterRes<'a> "ChangeSysStatFilterRes" {
        actual_status_filter "actualStatusFilter": types::SystemStatus,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub RequestSysStat "requestSysStat" = 210, Either: RequestSysStatArg<'a> => RequestSysStatRes<'a>
}

sequence! {
    /// DOC
    pub struct RequestSysStatArg<'a> "RequestSysStatArg" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct RequestSysStatRes<'a> "RequestSysStatRes" {
        system_status "systemStatus": types::SystemStatus,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub SystemStatus "systemStatus" = 211, Either: SystemStatusArg<'a> => SystemStatusRes<'a>
}

sequence! {
    /// DOC
    pub struct SystemStatusArg<'a> "SystemStatusArg" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a> = OPTIONAL,
        system_status "systemStatus": types::SystemStatus,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SystemStatus`]; it has nothing to say of its own.
    pub enum SystemStatusRes<'a> "SystemStatusRes" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SwFunctionCapsChanged "swFunctionCapsChanged" = 212, FromSwitch: SwFunctionCapsChangedArg<'a> => SwFunctionCapsChangedRes<'a>
}

sequence! {
    /// DOC
    pub struct SwFunctionCapsChangedArg<'a> "SwFunctionCapsChangedArg" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SwFunctionCapsChanged`]; it has nothing to say of its own.
    pub enum SwFunctionCapsChangedRes<'a> "SwFunctionCapsChangedRes" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SwFunctionDevicesChanged "swFunctionDevicesChanged" = 213, FromSwitch: SwFunctionDevicesChangedArg<'a> => SwFunctionDevicesChangedRes<'a>
}

sequence! {
    /// DOC
    pub struct SwFunctionDevicesChangedArg<'a> "SwFunctionDevicesChangedArg" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SwFunctionDevicesChanged`]; it has nothing to say of its own.
    pub enum SwFunctionDevicesChangedRes<'a> "SwFunctionDevicesChangedRes" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
