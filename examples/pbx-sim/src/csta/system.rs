//! The state of the switch and of the applications, and who is told of it.

use std::time::Instant;

use config_file::time::LONGEST;
use csta_codec::OctetString;
use csta_codec::services::{
    self, ChangeSysStatFilter, ChangeSysStatFilterArg, ChangeSysStatFilterRes, RequestSysStat,
    RequestSysStatArg, RequestSysStatRes, RequestTypes, StatusFilter, SwFunctionDevicesChanged,
    SwFunctionDevicesChangedArg, SystemRegister, SystemRegisterArgument, SystemRegisterCancel,
    SystemRegisterCancelArgument, SystemRegisterCancelResult, SystemRegisterResult,
    SystemStatusArg, SystemStatusRes,
};
use csta_codec::types::{
    OperationErrors, PerformanceManagementErrors, SystemResourceAvailabilityErrors, SystemStatus,
    UniversalFailure,
};

use super::argument::{invoke, read, result};
use super::failure::Refusal;
use super::service::Asked;
use super::session::{Registration, Session, session};
use super::switch::{ApplicationId, Switch};

const NO_SUCH_REGISTRATION: Refusal = Refusal::operation(OperationErrors::InvalidCrossRefId);

impl Switch {
    pub(super) fn request_system_status(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        read::<RequestSysStatArg<'static>>(asked)?;
        let status = RequestSysStatRes::new(self.status);
        Ok(result::<RequestSysStat>(asked.invoke.invoke_id, &status))
    }

    /// The application tells its state.
    pub(super) fn system_status(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        read::<SystemStatusArg<'static>>(asked)?;
        let told = SystemStatusRes::NoData;
        Ok(result::<services::SystemStatus>(asked.invoke.invoke_id, &told))
    }

    pub(super) fn system_register(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SystemRegisterArgument<'static>>(asked)?;
        let argument = argument.get();
        let session = session(&mut self.sessions, asked)?;
        if session.registration.is_some() {
            let error = SystemResourceAvailabilityErrors::RegistrationLimitExceeded;
            return Err(Refusal::system(error));
        }
        let filter = argument.requested_status_filter.unwrap_or(StatusFilter::EMPTY);
        let reference = session.next_dialogue();
        let types = argument.request_types;
        session.registration = Some(Registration { reference, types, filter });
        let mut registered = SystemRegisterResult::new(OctetString(&reference));
        registered.actual_status_filter = Some(filter);
        Ok(result::<SystemRegister>(asked.invoke.invoke_id, &registered))
    }

    pub(super) fn system_register_cancel(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SystemRegisterCancelArgument<'static>>(asked)?;
        let session = session(&mut self.sessions, asked)?;
        session.registered(argument.get().sys_stat_register_id).ok_or(NO_SUCH_REGISTRATION)?;
        session.registration = None;
        let cancelled = SystemRegisterCancelResult::NoData;
        Ok(result::<SystemRegisterCancel>(asked.invoke.invoke_id, &cancelled))
    }

    /// The argument has room for one state: this is the one that is not reported from now on.
    pub(super) fn change_status_filter(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ChangeSysStatFilterArg<'static>>(asked)?;
        let argument = argument.get();
        let status = argument.requested_status_filter;
        let filter = StatusFilter::of(status)
            .ok_or(Refusal::operation(OperationErrors::InvalidParameterValue))?;
        let session = session(&mut self.sessions, asked)?;
        let registration = session.registered(argument.sys_stat_register_id);
        registration.ok_or(NO_SUCH_REGISTRATION)?.filter = filter;
        let changed = ChangeSysStatFilterRes::new(status);
        Ok(result::<ChangeSysStatFilter>(asked.invoke.invoke_id, &changed))
    }

    /// Why the switch does not carry out requests in its present state, if it does not.
    pub(super) const fn unable(&self) -> Option<Refusal> {
        match self.status {
            SystemStatus::Initializing | SystemStatus::Disabled => {
                Some(Refusal::system(SystemResourceAvailabilityErrors::ResourceOutOfService))
            }
            SystemStatus::OverloadReached => {
                let error = PerformanceManagementErrors::PerformanceLimitExceeded;
                Some(Refusal::Failure(UniversalFailure::PerformanceManagement(error)))
            }
            _ => None,
        }
    }

    /// The state of the switch changes: all applications are told, and then again and again as
    /// long as it lasts. Three states are over when they are told.
    pub(super) fn change_status(&mut self, now: Instant, status: SystemStatus) {
        self.status = status;
        for application in self.sessions.keys().copied().collect::<Vec<_>>() {
            self.send_status(now, application);
        }
        if matches!(
            status,
            SystemStatus::Enabled | SystemStatus::MessagesLost | SystemStatus::OverloadRelieved
        ) {
            self.status = SystemStatus::Normal;
        }
    }

    pub(super) fn send_status(&mut self, now: Instant, to: ApplicationId) {
        let interval = self.model.config().link.status_interval;
        let status = self.status;
        let Some(session) = self.sessions.get_mut(&to) else {
            return;
        };
        session.status_due = now + interval.min(LONGEST);
        let suppressed =
            session.registration.is_some_and(|registration| registration.filter.suppresses(status));
        if !suppressed {
            let invoke_id = session.next_invoke();
            let reference = session.registered_for(RequestTypes::SYSTEM_STATUS);
            let mut argument = SystemStatusArg::new(status);
            argument.sys_stat_register_id = reference.as_ref().map(|own| OctetString(own));
            let octets = invoke::<services::SystemStatus>(invoke_id, &argument);
            self.send(to, octets);
        }
    }

    /// Tells all applications that the devices have changed, whether they have registered for it
    /// or not.
    pub(super) fn tell_devices_changed(&mut self) {
        for application in self.sessions.keys().copied().collect::<Vec<_>>() {
            let Some(session) = self.sessions.get_mut(&application) else {
                continue;
            };
            let invoke_id = session.next_invoke();
            let reference =
                session.registered_for(RequestTypes::SWITCHING_FUNCTION_DEVICES_CHANGED);
            let mut argument = SwFunctionDevicesChangedArg::new();
            argument.sys_stat_register_id = reference.as_ref().map(|own| OctetString(own));
            let octets = invoke::<SwFunctionDevicesChanged>(invoke_id, &argument);
            self.send(application, octets);
        }
    }
}

impl Session {
    /// The registration of a reference.
    fn registered(&mut self, reference: OctetString<'_>) -> Option<&mut Registration> {
        let registration = self.registration.as_mut()?;
        (registration.reference == reference.as_bytes()).then_some(registration)
    }

    /// The reference under which the application has registered for a kind of messages.
    fn registered_for(&self, types: RequestTypes) -> Option<[u8; 4]> {
        let registration = self.registration.filter(|own| own.types.contains(types))?;
        Some(registration.reference)
    }
}
