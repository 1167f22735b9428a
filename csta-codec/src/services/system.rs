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
    /// Registers the application to be told, and asked, about the state of the system.
    pub SystemRegister "systemRegister" = 207, "System Register", ToSwitch: SystemRegisterArgument<'a> => SystemRegisterResult<'a>
}

sequence! {
    /// What the application wants to be told.
    pub struct SystemRegisterArgument<'a> "SystemRegisterArgument" {
        request_types "requestTypes": RequestTypes,
        /// States that are not to be reported.
        requested_status_filter "requestedStatusFilter": StatusFilter = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// By which number the registration is known.
    pub struct SystemRegisterResult<'a> "SystemRegisterResult" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a>,
        actual_status_filter "actualStatusFilter": StatusFilter = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

bit_string! {
    /// States of the system that are not reported.
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

impl StatusFilter {
    /// The filter that suppresses this state alone, if it is a known one. Its bits are numbered
    /// otherwise than the states.
    #[must_use]
    pub const fn of(status: types::SystemStatus) -> Option<Self> {
        use types::SystemStatus as State;
        Some(match status {
            State::Initializing => Self::INITIALIZING,
            State::Enabled => Self::ENABLED,
            State::Normal => Self::NORMAL,
            State::MessagesLost => Self::MESSAGE_LOST,
            State::Disabled => Self::DISABLED,
            State::PartiallyDisabled => Self::PARTIALLY_DISABLED,
            State::OverloadImminent => Self::OVERLOAD_IMMINENT,
            State::OverloadReached => Self::OVERLOAD_REACHED,
            State::OverloadRelieved => Self::OVERLOAD_RELIEVED,
            State::Unrecognised(_) => return None,
        })
    }

    /// Whether this state is not reported. What is not known is.
    #[must_use]
    pub fn suppresses(&self, status: types::SystemStatus) -> bool {
        Self::of(status).is_some_and(|bit| self.contains(bit))
    }
}

bit_string! {
    /// Messages for which an application registers.
    pub struct RequestTypes "RequestTypes" {
        SYSTEM_STATUS "systemStatus" = 0,
        REQUEST_SYSTEM_STATUS "requestSystemStatus" = 1,
        SWITCHING_FUNCTION_CAPS_CHANGED "switchingFunctionCapsChanged" = 2,
        SWITCHING_FUNCTION_DEVICES_CHANGED "switchingFunctionDevicesChanged" = 3,
    }
}

operation! {
    /// Tells the application that the switch has ended its system registration.
    pub SystemRegisterAbort "systemRegisterAbort" = 208, "System Register Abort", FromSwitch: SystemRegisterAbortArgument<'a>
}

sequence! {
    /// The registration that has ended.
    pub struct SystemRegisterAbortArgument<'a> "SystemRegisterAbortArgument" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Ends a system registration.
    pub SystemRegisterCancel "systemRegisterCancel" = 209, "System Register Cancel", ToSwitch: SystemRegisterCancelArgument<'a> => SystemRegisterCancelResult<'a>
}

sequence! {
    /// The registration to be ended.
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
    /// Asks which registrations there are.
    pub GetRegistrations "getRegistrations" = 371, "Get Registrations", ToSwitch: GetRegistrationsArg<'a> => GetRegistrationsRes<'a>
}

sequence! {
    /// The kinds of registrations that are asked for; all if absent.
    pub struct GetRegistrationsArg<'a> "GetRegistrationsArg" {
        requested_reg_types "requestedRegTypes": RegistrationTypeList<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Registrations, at once or in [`RegistrationInfo`] segments.
    pub enum RegistrationData<'a> "GetRegistrationsResCrossRefIDorRegistrationData" {
        ServiceCrossRefId "serviceCrossRefID": ServiceCrossRefId<'a>,
        RegistrationList "registrationList": RegistrationList<'a>,
    }
}

sequence! {
    /// The registrations, or by which cross reference they will follow.
    pub struct GetRegistrationsRes<'a> "GetRegistrationsRes" {
        cross_ref_id_or_registration_data "crossRefIDorRegistrationData": RegistrationData<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Sends a segment of the registrations that [`GetRegistrations`] has asked for.
    pub RegistrationInfo "registrationInfo" = 372, "Registration Info", FromSwitch: RegistrationInfoArg<'a>
}

sequence! {
    /// A segment of the list of registrations.
    pub struct RegistrationInfoArg<'a> "RegistrationInfoArg" {
        service_cross_ref_id "serviceCrossRefID": ServiceCrossRefId<'a>,
        /// The number of the segment.
        segment_id "segmentID": i64 = OPTIONAL,
        /// Whether the list is complete with it.
        last_segment "lastSegment": bool,
        registration_list "registrationList": RegistrationList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Changes which states of the system are reported.
    pub ChangeSysStatFilter "changeSysStatFilter" = 206, "Change System Status Filter", ToSwitch: ChangeSysStatFilterArg<'a> => ChangeSysStatFilterRes<'a>
}

sequence! {
    /// The registration, and the state that is to be filtered.
    pub struct ChangeSysStatFilterArg<'a> "ChangeSysStatFilterArg" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a>,
        requested_status_filter "requestedStatusFilter": types::SystemStatus,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The filter that is now in force.
    pub struct ChangeSysStatFilterRes<'a> "ChangeSysStatFilterRes" {
        actual_status_filter "actualStatusFilter": types::SystemStatus,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Asks the other side for its state; any answer shows that it lives.
    pub RequestSysStat "requestSysStat" = 210, "Request System Status", Either: RequestSysStatArg<'a> => RequestSysStatRes<'a>
}

sequence! {
    /// The registration by which it is asked, if there is one.
    pub struct RequestSysStatArg<'a> "RequestSysStatArg" {
        sys_stat_register_id "sysStatRegisterID": SysStatRegisterId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The state of the side that was asked.
    pub struct RequestSysStatRes<'a> "RequestSysStatRes" {
        system_status "systemStatus": types::SystemStatus,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Tells the other side of one's state.
    ///
    /// Panasonic switches send it when the association is open and about every minute from then on,
    /// and want it confirmed.
    pub SystemStatus "systemStatus" = 211, "System Status", Either: SystemStatusArg<'a> => SystemStatusRes<'a>
}

sequence! {
    /// The state of the side that sends it.
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
    /// Tells that what the switch can do has changed, so it has to be asked again.
    pub SwFunctionCapsChanged "swFunctionCapsChanged" = 212, "Switching Function Capabilities Changed", FromSwitch: SwFunctionCapsChangedArg<'a> => SwFunctionCapsChangedRes<'a>
}

sequence! {
    /// The registration by which it is told, if there is one.
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
    /// Tells that the devices of the switch have changed, so the list has to be read again.
    pub SwFunctionDevicesChanged "swFunctionDevicesChanged" = 213, "Switching Function Devices Changed", FromSwitch: SwFunctionDevicesChangedArg<'a> => SwFunctionDevicesChangedRes<'a>
}

sequence! {
    /// The registration by which it is told, if there is one.
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
