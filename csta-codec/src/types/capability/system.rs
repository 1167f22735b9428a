//! System registration and status.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported system services.
    pub struct SystemStatusServList "SystemStatusServList" {
        change_system_status_filter "changeSystemStatusFilter" [0 IMPLICIT]: ChangeSystemStatusFilter = OPTIONAL,
        system_register "systemRegister" [1 IMPLICIT]: SystemRegister = OPTIONAL,
        system_status_register_abort "systemStatusRegisterAbort" [2 IMPLICIT]: SystemStatusRegisterAbort = OPTIONAL,
        system_status_register_cancel "systemStatusRegisterCancel" [3 IMPLICIT]: SystemStatusRegisterCancel = OPTIONAL,
        request_system_status "requestSystemStatus" [4 IMPLICIT]: RequestSystemStatus = OPTIONAL,
        system_status "systemStatus" [5 IMPLICIT]: SystemStatus = OPTIONAL,
        sw_function_caps_changed "swFunctionCapsChanged" [6 IMPLICIT]: SwFunctionCapsChanged = OPTIONAL,
        sw_function_devices_changed "swFunctionDevicesChanged" [7 IMPLICIT]: SwFunctionDevicesChanged = OPTIONAL,
        get_registrations "getRegistrations" [8 IMPLICIT]: GetRegistrations = OPTIONAL,
        registration_info "registrationInfo" [9 IMPLICIT]: RegistrationInfo = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Change System Status
    /// Filter](crate::services::ChangeSysStatFilter).
    pub struct ChangeSystemStatusFilter "ChangeSystemStatusFilter" {
        REQUESTED_STATUS_FILTER_INITIALIZING "requestedStatusFilterInitializing" = 0,
        REQUESTED_STATUS_FILTER_ENABLED "requestedStatusFilterEnabled" = 1,
        REQUESTED_STATUS_FILTER_NORMAL "requestedStatusFilterNormal" = 2,
        REQUESTED_STATUS_FILTER_MESSAGE_LOST "requestedStatusFilterMessageLost" = 3,
        REQUESTED_STATUS_FILTER_DISABLED "requestedStatusFilterDisabled" = 4,
        REQUESTED_STATUS_FILTER_PARTIALLY_DISABLED "requestedStatusFilterPartiallyDisabled" = 5,
        REQUESTED_STATUS_FILTER_OVERLOAD_IMMINENT "requestedStatusFilterOverloadImminent" = 6,
        REQUESTED_STATUS_FILTER_OVERLOAD_REACHED "requestedStatusFilterOverloadReached" = 7,
        REQUESTED_STATUS_FILTER_OVERLOAD_RELIEVED "requestedStatusFilterOverloadRelieved" = 8,
        PRIVATE_DATA "privateData" = 9,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 10,
    }
}

bit_string! {
    /// What the switch supports of [System Register](crate::services::SystemRegister).
    pub struct SystemRegister "SystemRegister" {
        REQUEST_TYPES_SYSTEM_STATUS "requestTypesSystemStatus" = 0,
        REQUEST_TYPES_REQUEST_SYSTEM_STATUS "requestTypesRequestSystemStatus" = 1,
        REQUEST_TYPES_SWITCHING_FUNCTION_CAPS_CHANGED "requestTypesSwitchingFunctionCapsChanged" = 2,
        REQUEST_TYPES_SWITCHING_FUNCION_DEVICES_CHANGED "requestTypesSwitchingFuncionDevicesChanged" = 3,
        STATUS_FILTER_INITIALIZING "statusFilterInitializing" = 4,
        STATUS_FILTER_ENABLED "statusFilterEnabled" = 5,
        STATUS_FILTER_NORMAL "statusFilterNormal" = 6,
        STATUS_FILTER_MESSAGE_LOST "statusFilterMessageLost" = 7,
        STATUS_FILTER_DISABLED "statusFilterDisabled" = 8,
        STATUS_FILTER_PARTIALLY_DISABLED "statusFilterPartiallyDisabled" = 9,
        STATUS_FILTER_OVERLOAD_IMMINENT "statusFilterOverloadImminent" = 10,
        STATUS_FILTER_OVERLOAD_REACHED "statusFilterOverloadReached" = 11,
        STATUS_FILTER_OVERLOAD_RELIEVED "statusFilterOverloadRelieved" = 12,
        PRIVATE_DATA_OCTET_STRING "privateDataOctetString" = 13,
        PRIVATE_DATA "privateData" = 14,
        PRIVATE_DATA_OCTET_STRING_IN_ACK "privateDataOctetStringInAck" = 15,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 16,
    }
}

bit_string! {
    /// What the switch supports of [System Status Register
    /// Cancel](crate::services::SystemRegisterCancel).
    pub struct SystemStatusRegisterCancel "SystemStatusRegisterCancel" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [System Status Register
    /// Abort](crate::services::SystemRegisterAbort).
    pub struct SystemStatusRegisterAbort "SystemStatusRegisterAbort" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Request System Status](crate::services::RequestSysStat).
    pub struct RequestSystemStatus "RequestSystemStatus" {
        PRIVATE_DATA_IN_REQ "privateDataInReq" = 0,
        SYSTEM_STATUS_INITIALIZING "systemStatusInitializing" = 1,
        SYSTEM_STATUS_ENABLED "systemStatusEnabled" = 2,
        SYSTEM_STATUS_NORMAL "systemStatusNormal" = 3,
        SYSTEM_STATUS_MESSAGE_LOST "systemStatusMessageLost" = 4,
        SYSTEM_STATUS_DISABLED "systemStatusDisabled" = 5,
        SYSTEM_STATUS_PARTIALLY_DISABLED "systemStatusPartiallyDisabled" = 6,
        SYSTEM_STATUS_OVERLOAD_IMMINENT "systemStatusOverloadImminent" = 7,
        SYSTEM_STATUS_OVERLOAD_REACHED "systemStatusOverloadReached" = 8,
        SYSTEM_STATUS_OVERLOAD_RELIEVED "systemStatusOverloadRelieved" = 9,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 10,
        SWITCHING_FUNCTION_SUPPORTS_SENDING "switchingFunctionSupportsSending" = 11,
        SWITCHING_FUNCTION_SUPPORTS_RECEIVING "switchingFunctionSupportsReceiving" = 12,
    }
}

bit_string! {
    /// What the switch supports of [System Status](crate::services::SystemStatus).
    pub struct SystemStatus "SystemStatus" {
        SYSTEM_STATUS_INITIALIZING "systemStatusInitializing" = 0,
        SYSTEM_STATUS_ENABLED "systemStatusEnabled" = 1,
        SYSTEM_STATUS_NORMAL "systemStatusNormal" = 2,
        SYSTEM_STATUS_MESSAGE_LOST "systemStatusMessageLost" = 3,
        SYSTEM_STATUS_DISABLED "systemStatusDisabled" = 4,
        SYSTEM_STATUS_PARTIALLY_DISABLED "systemStatusPartiallyDisabled" = 5,
        SYSTEM_STATUS_OVERLOAD_IMMINENT "systemStatusOverloadImminent" = 6,
        SYSTEM_STATUS_OVERLOAD_REACHED "systemStatusOverloadReached" = 7,
        SYSTEM_STATUS_OVERLOAD_RELIEVED "systemStatusOverloadRelieved" = 8,
        PRIVATE_DATA "privateData" = 9,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 10,
        SWITCHING_FUNCTION_SUPPORTS_SENDING "switchingFunctionSupportsSending" = 11,
        SWITCHING_FUNCTION_SUPPORTS_RECEIVING "switchingFunctionSupportsReceiving" = 12,
    }
}

bit_string! {
    /// What the switch tells by [Sw Function Caps Changed](crate::services::SwFunctionCapsChanged).
    pub struct SwFunctionCapsChanged "SwFunctionCapsChanged" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch tells by [Sw Function Devices
    /// Changed](crate::services::SwFunctionDevicesChanged).
    pub struct SwFunctionDevicesChanged "SwFunctionDevicesChanged" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Get Registrations](crate::services::GetRegistrations).
    pub struct GetRegistrations "GetRegistrations" {
        REQUESTED_REQ_TYPES "requestedReqTypes" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        SEGMENTED_RESPONSE_PROVIDED "segmentedResponseProvided" = 3,
    }
}

bit_string! {
    /// What the switch tells by [Registration Info](crate::services::RegistrationInfo).
    pub struct RegistrationInfo "RegistrationInfo" {
        SEGMENT_ID "segmentID" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}
