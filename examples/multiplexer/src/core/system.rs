//! The state of the system: what applications are told of it, and how they ask to be told.

use std::time::Instant;

use csta_codec::OctetString;
use csta_codec::Operation;
use csta_codec::services::{
    self, ChangeSysStatFilter, ChangeSysStatFilterArg, ChangeSysStatFilterRes, RequestSysStat,
    RequestSysStatArg, RequestSysStatRes, RequestTypes, StatusFilter, SwFunctionCapsChanged,
    SwFunctionCapsChangedArg, SwFunctionDevicesChanged, SwFunctionDevicesChangedArg,
    SystemRegister, SystemRegisterArgument, SystemRegisterCancel, SystemRegisterCancelArgument,
    SystemRegisterResult, SystemStatusArg,
};
use csta_codec::types::{OperationErrors, SystemStatus};

use super::ApplicationId;
use super::applications::{Asked, Asker};
use super::clock::after;
use super::dispatch::{Answered, Invocation};
use super::failure::Refusal;
use super::machine::Core;
use super::message::{invoke, no_data, result};

/// What an application has registered to be told of the system.
#[derive(Clone, Copy, Debug)]
pub(super) struct Registration {
    reference: [u8; 4],
    types: RequestTypes,
    filter: StatusFilter,
}

/// The registration of each application is its only one.
const REFERENCE: [u8; 4] = [0, 0, 0, 1];

impl Core {
    /// Tells an application the state of the system, and when to do so again.
    pub(super) fn tell_status(&mut self, now: Instant, to: ApplicationId, status: SystemStatus) {
        let due = after(now, self.settings.status_interval);
        self.applications.tell_again(to, due);
        let Some(application) = self.applications.get_mut(to) else {
            return;
        };
        let registration = application.registration;
        if registration.is_some_and(|own| own.suppresses(status)) {
            return;
        }
        let reference = Registration::told(registration, RequestTypes::SYSTEM_STATUS);
        let mut argument = SystemStatusArg::new(status);
        argument.sys_stat_register_id = reference.as_ref().map(|own| OctetString(own));
        let invoke_id = application.ask(Asked::Notified);
        self.tell_application(to, invoke::<services::SystemStatus>(invoke_id, &argument));
    }

    /// Tells all applications.
    pub(super) fn tell_all(&mut self, now: Instant, status: SystemStatus) {
        for application in self.applications.ids() {
            self.tell_status(now, application, status);
        }
    }

    /// Tells all applications that the devices or the capabilities of the switch have changed.
    pub(super) fn tell_changed(&mut self, operation: i32) {
        let types = if operation == SwFunctionCapsChanged::CODE {
            RequestTypes::SWITCHING_FUNCTION_CAPS_CHANGED
        } else {
            RequestTypes::SWITCHING_FUNCTION_DEVICES_CHANGED
        };
        for id in self.applications.ids() {
            let Some(application) = self.applications.get_mut(id) else {
                continue;
            };
            let reference = Registration::told(application.registration, types);
            let reference = reference.as_ref().map(|own| OctetString(own));
            let invoke_id = application.ask(Asked::Notified);
            let apdu = if operation == SwFunctionCapsChanged::CODE {
                let mut argument = SwFunctionCapsChangedArg::new();
                argument.sys_stat_register_id = reference;
                invoke::<SwFunctionCapsChanged>(invoke_id, &argument)
            } else {
                let mut argument = SwFunctionDevicesChangedArg::new();
                argument.sys_stat_register_id = reference;
                invoke::<SwFunctionDevicesChanged>(invoke_id, &argument)
            };
            self.tell_application(id, apdu);
        }
    }

    /// The services about the state of the system; the multiplexer is the system.
    pub(super) fn system_service(
        &mut self,
        asked: &Invocation<'_>,
        operation: i32,
    ) -> Result<Answered, Refusal> {
        let Asker { application, invoke_id: id } = asked.asker;
        let status = self.system_status();
        let Some(application) = self.applications.get_mut(application) else {
            return Ok(Answered::Later);
        };
        let registration = &mut application.registration;
        let answer = match operation {
            RequestSysStat::CODE => {
                asked.argument::<RequestSysStatArg<'static>>()?;
                result::<RequestSysStat>(id, &RequestSysStatRes::new(status))
            }
            services::SystemStatus::CODE => {
                asked.argument::<SystemStatusArg<'static>>()?;
                no_data(id, operation)
            }
            SystemRegister::CODE => {
                let asked = asked.argument::<SystemRegisterArgument<'static>>()?;
                let asked = asked.get();
                if registration.is_some() {
                    return Err(Refusal::REGISTERED);
                }
                let filter = asked.requested_status_filter.unwrap_or(StatusFilter::EMPTY);
                let types = asked.request_types;
                *registration = Some(Registration { reference: REFERENCE, types, filter });
                let mut registered = SystemRegisterResult::new(OctetString(&REFERENCE));
                registered.actual_status_filter = Some(filter);
                result::<SystemRegister>(id, &registered)
            }
            SystemRegisterCancel::CODE => {
                let asked = asked.argument::<SystemRegisterCancelArgument<'static>>()?;
                Registration::of(registration, asked.get().sys_stat_register_id)?;
                *registration = None;
                no_data(id, operation)
            }
            ChangeSysStatFilter::CODE => {
                let asked = asked.argument::<ChangeSysStatFilterArg<'static>>()?;
                let asked = asked.get();
                // The argument has room for one state: this is the one that is not reported.
                let status = asked.requested_status_filter;
                let filter = StatusFilter::of(status)
                    .ok_or(Refusal::operation(OperationErrors::InvalidParameterValue))?;
                Registration::of(registration, asked.sys_stat_register_id)?.filter = filter;
                result::<ChangeSysStatFilter>(id, &ChangeSysStatFilterRes::new(status))
            }
            _ => return Err(Refusal::UNRECOGNISED),
        };
        Ok(Answered::Now(answer))
    }
}

impl Registration {
    /// The registration of a reference.
    fn of<'a>(
        registration: &'a mut Option<Self>,
        reference: OctetString<'_>,
    ) -> Result<&'a mut Self, Refusal> {
        let named = registration.as_mut().filter(|own| own.reference == reference.as_bytes());
        named.ok_or(Refusal::NO_SUCH_REFERENCE)
    }

    /// The reference under which an application has registered for a kind of messages.
    fn told(registration: Option<Self>, types: RequestTypes) -> Option<[u8; 4]> {
        registration.filter(|own| own.types.contains(types)).map(|own| own.reference)
    }

    fn suppresses(&self, status: SystemStatus) -> bool {
        self.filter.suppresses(status)
    }
}
