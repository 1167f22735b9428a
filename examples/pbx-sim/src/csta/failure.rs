//! What is said to a request that is not carried out.

use csta_codec::rose::{Code, InvokeId, InvokeProblem, Reject, ReturnError, Rose};
use csta_codec::types::{
    OperationErrors, StateIncompatibilityErrors, SubscribedResourceAvailabilityErrors,
    SystemResourceAvailabilityErrors, UniversalFailure,
};
use csta_codec::{Apdu, Ber, Element};

use crate::model::Failure;

/// Why a request is not carried out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Refusal {
    /// The request was understood.
    Failure(UniversalFailure<'static>),
    /// It was not.
    Problem(InvokeProblem),
}

impl Refusal {
    pub(super) const MISTYPED: Self = Self::Problem(InvokeProblem::MistypedArgument);

    pub(super) const fn operation(error: OperationErrors) -> Self {
        Self::Failure(UniversalFailure::Operation(error))
    }

    pub(super) const fn system(error: SystemResourceAvailabilityErrors) -> Self {
        Self::Failure(UniversalFailure::SystemResourceAvailability(error))
    }

    pub(super) const fn subscribed(error: SubscribedResourceAvailabilityErrors) -> Self {
        Self::Failure(UniversalFailure::SubscribedResourceAvailability(error))
    }

    /// The APDU that says so.
    pub(super) fn encode(&self, invoke_id: InvokeId) -> Vec<u8> {
        match self {
            Self::Problem(problem) => {
                Apdu::Rose(Rose::Reject(Reject::of_invoke(invoke_id, *problem))).encode()
            }
            Self::Failure(failure) => {
                let octets = failure.encode();
                let mut error = ReturnError::new(invoke_id, Code::Local(1));
                error.parameter = Element::decode(&octets).ok();
                Apdu::Rose(Rose::ReturnError(error)).encode()
            }
        }
    }
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self::Failure(universal(failure))
    }
}

/// The category and value that a failure stands for.
const fn universal(failure: Failure) -> UniversalFailure<'static> {
    use OperationErrors as Operation;
    use StateIncompatibilityErrors as State;
    use SystemResourceAvailabilityErrors as System;
    let state = match failure {
        Failure::NoActiveCall => State::NoActiveCall,
        Failure::NoHeldCall => State::NoHeldCall,
        Failure::NoConnectionToClear => State::NoConnectionToClear,
        Failure::NoCallToAnswer => State::NoCallToAnswer,
        Failure::InvalidCallingDeviceState => State::InvalidCallingDeviceState,
        Failure::InvalidDestinationDeviceState => State::InvalidDestinationDeviceState,
        Failure::NoCallToComplete => State::NoCallToComplete,
        Failure::InvalidDeviceState => State::InvalidDeviceState,
        Failure::InvalidParkToDeviceState => State::InvalidParkToDeviceState,
        Failure::InvalidConnectionState => State::InvalidConnectionState,
        Failure::ResourceBusy => return system(System::ResourceBusy),
        Failure::ConferenceMemberLimitExceeded => {
            return system(System::ConferenceMemberLimitExceeded);
        }
        Failure::DeviceOutOfService => return system(System::DeviceOutOfService),
        Failure::CallingDeviceOutOfService => return system(System::CallingDeviceOutOfService),
        Failure::RequestIncompatibleWithObject => {
            return operation(Operation::RequestIncompatibleWithObject);
        }
        Failure::RequestIncompatibleWithDevice => {
            return operation(Operation::RequestIncompatibleWithDevice);
        }
        Failure::ValueOutOfRange => return operation(Operation::ValueOutOfRange),
        Failure::RingCountOutOfRange => return operation(Operation::RingCountOutOfRange),
        Failure::InvalidForwardingDestination => {
            return operation(Operation::InvalidForwardingDestination);
        }
        Failure::RequestIncompatibleWithCallingDevice => {
            return operation(Operation::RequestIncompatibleWithCallingDevice);
        }
        Failure::InvalidCallingDevice => return operation(Operation::InvalidCallingDeviceId),
        Failure::InvalidCalledDevice => return operation(Operation::InvalidCalledDeviceId),
        Failure::PrivilegeViolation => {
            return operation(Operation::PrivilegeViolationSpecifiedDevice);
        }
        Failure::InvalidDevice => return operation(Operation::InvalidDeviceId),
        Failure::InvalidConnection => return operation(Operation::InvalidConnectionId),
        Failure::InvalidDestination => return operation(Operation::InvalidDestination),
        Failure::NotDifferentDevices => return operation(Operation::NotDifferentDevices),
        Failure::FeatureAlreadySet => return operation(Operation::FeatureAlreadySet),
        Failure::InvalidParticipationType => {
            return operation(Operation::InvalidParticipationType);
        }
        Failure::InvalidParameterValue => return operation(Operation::InvalidParameterValue),
        Failure::InvalidParkToDevice => return operation(Operation::InvalidParkToDeviceId),
        Failure::ToneCharacterOutOfRange => return operation(Operation::ToneCharacterOutOfRange),
        Failure::DigitModeNotSupported => return operation(Operation::DigitModeNotSupported),
        Failure::NotSameDevice => return operation(Operation::NotSameDevice),
    };
    UniversalFailure::StateIncompatibility(state)
}

const fn operation(error: OperationErrors) -> UniversalFailure<'static> {
    UniversalFailure::Operation(error)
}

const fn system(error: SystemResourceAvailabilityErrors) -> UniversalFailure<'static> {
    UniversalFailure::SystemResourceAvailability(error)
}
