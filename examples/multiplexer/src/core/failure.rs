//! What is said to a request that is not carried out.

use bytes::Bytes;
use csta_codec::rose::{Code, InvokeId, InvokeProblem, Reject, ReturnError, Rose};
use csta_codec::types::{
    OperationErrors, SubscribedResourceAvailabilityErrors, SystemResourceAvailabilityErrors,
    UniversalFailure,
};
use csta_codec::{Ber, Element};

use super::message::encode;

/// Why a request is not carried out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Refusal {
    /// It was understood.
    Failure(UniversalFailure<'static>),
    /// It was not.
    Problem(InvokeProblem),
}

impl Refusal {
    /// There is no such operation, or not for applications.
    pub(super) const UNRECOGNISED: Self = Self::Problem(InvokeProblem::UnrecognisedOperation);
    /// The argument cannot be decoded.
    pub(super) const MISTYPED: Self = Self::Problem(InvokeProblem::MistypedArgument);
    /// The role is taken.
    pub(super) const GENERIC: Self = Self::operation(OperationErrors::Generic);
    /// There is no such monitor.
    pub(super) const NO_SUCH_MONITOR: Self =
        Self::operation(OperationErrors::InvalidMonitorCrossRefId);
    /// There is no such registration or dialogue of this application.
    pub(super) const NO_SUCH_REFERENCE: Self = Self::operation(OperationErrors::InvalidCrossRefId);
    /// There is no such service.
    pub(super) const NOT_SUPPORTED: Self = Self::operation(OperationErrors::ServiceNotSupported);
    /// The user may not do that.
    pub(super) const NOT_PERMITTED: Self =
        Self::operation(OperationErrors::PrivilegeViolationSpecifiedDevice);
    /// The switch is not there.
    pub(super) const SWITCH_LOST: Self =
        Self::system(SystemResourceAvailabilityErrors::ResourceOutOfService);
    /// The switch has not answered in time.
    pub(super) const NO_ANSWER: Self = Self::system(SystemResourceAvailabilityErrors::ResourceBusy);
    /// The APDU is longer than the other side takes.
    pub(super) const TOO_LONG: Self =
        Self::system(SystemResourceAvailabilityErrors::ResourceLimitExceeded);
    /// There are too many monitors.
    pub(super) const TOO_MANY_MONITORS: Self =
        Self::system(SystemResourceAvailabilityErrors::OverallMonitorLimitExceeded);
    /// The application asks for too much at once.
    pub(super) const TOO_MANY_REQUESTS: Self =
        Self::Failure(UniversalFailure::SubscribedResourceAvailability(
            SubscribedResourceAvailabilityErrors::OutstandingReqLimitExceeded,
        ));
    /// The application has registered already.
    pub(super) const REGISTERED: Self =
        Self::system(SystemResourceAvailabilityErrors::RegistrationLimitExceeded);

    pub(super) const fn operation(error: OperationErrors) -> Self {
        Self::Failure(UniversalFailure::Operation(error))
    }

    pub(super) const fn system(error: SystemResourceAvailabilityErrors) -> Self {
        Self::Failure(UniversalFailure::SystemResourceAvailability(error))
    }

    /// The APDU that says so.
    pub(super) fn encode(&self, invoke_id: InvokeId) -> Bytes {
        match self {
            Self::Problem(problem) => encode(Rose::Reject(Reject::of_invoke(invoke_id, *problem))),
            Self::Failure(failure) => {
                let octets = failure.encode();
                let mut error = ReturnError::new(invoke_id, Code::Local(1));
                error.parameter = Element::decode(&octets).ok();
                encode(Rose::ReturnError(error))
            }
        }
    }
}
