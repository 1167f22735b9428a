//! Why a request is refused.

/// Why the switch does not do what it is asked to.
///
/// Each one stands for a category and value of the UniversalFailure of CSTA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Failure {
    /// The object of the request cannot be used so.
    #[error("this cannot be done with this object")]
    RequestIncompatibleWithObject,
    /// The device is no telephone, or not one that can do this.
    #[error("this device cannot do this")]
    RequestIncompatibleWithDevice,
    /// A number is too small or too large.
    #[error("a value is out of range")]
    ValueOutOfRange,
    /// A telephone can ring 1 to 100 times before a call is forwarded.
    #[error("a telephone can ring 1 to 100 times")]
    RingCountOutOfRange,
    /// Calls cannot be forwarded there.
    #[error("calls cannot be forwarded there")]
    InvalidForwardingDestination,
    /// The caller cannot make calls, such as a trunk line.
    #[error("this device cannot make calls")]
    RequestIncompatibleWithCallingDevice,
    /// There is no such caller.
    #[error("there is no such calling device")]
    InvalidCallingDevice,
    /// The called number is no number, or nobody's.
    #[error("the called number is not valid")]
    InvalidCalledDevice,
    /// A class of service forbids it.
    #[error("the device is not allowed to do this")]
    PrivilegeViolation,
    /// There is no such device.
    #[error("there is no such device")]
    InvalidDevice,
    /// The connection is none, or the device is not in this call.
    #[error("there is no such connection")]
    InvalidConnection,
    /// There is no such destination.
    #[error("there is no such destination")]
    InvalidDestination,
    /// The two are one.
    #[error("the devices are one and the same")]
    NotDifferentDevices,
    /// The two connections are not of one device.
    #[error("the connections are not of one device")]
    NotSameDevice,
    /// The call is not in a state for it, or not there at all.
    #[error("there is no active call")]
    NoActiveCall,
    /// The call is not on hold.
    #[error("there is no held call")]
    NoHeldCall,
    /// The device is not in this call.
    #[error("there is no connection to clear")]
    NoConnectionToClear,
    /// The call does not ring.
    #[error("there is no call to answer")]
    NoCallToAnswer,
    /// The caller is talking.
    #[error("the calling device cannot make a call now")]
    InvalidCallingDeviceState,
    /// The destination cannot take the call.
    #[error("the destination cannot take a call now")]
    InvalidDestinationDeviceState,
    /// The connection is in another state.
    #[error("the connection is in another state")]
    InvalidConnectionState,
    /// There is no call id or trunk left.
    #[error("the switch is busy")]
    ResourceBusy,
    /// The conference is full.
    #[error("the conference is full")]
    ConferenceMemberLimitExceeded,
    /// The device is not plugged in.
    #[error("the device is out of service")]
    DeviceOutOfService,
    /// The caller is not plugged in.
    #[error("the calling device is out of service")]
    CallingDeviceOutOfService,
    /// There is no busy or ringing telephone for which one could wait.
    #[error("there is no call to complete")]
    NoCallToComplete,
    /// It is set already.
    #[error("this is set already")]
    FeatureAlreadySet,
    /// One cannot take part so.
    #[error("one cannot take part in a call so")]
    InvalidParticipationType,
    /// A parameter has a value that makes no sense.
    #[error("a parameter has an invalid value")]
    InvalidParameterValue,
    /// Calls cannot be parked there.
    #[error("this is no place to park a call")]
    InvalidParkToDevice,
    /// A call is parked there already.
    #[error("another call is parked there")]
    InvalidParkToDeviceState,
    /// The device is busy.
    #[error("the device is busy")]
    InvalidDeviceState,
    /// A character that is no tone.
    #[error("there is no tone for one of the characters")]
    ToneCharacterOutOfRange,
    /// Digits can be sent as tones only.
    #[error("digits can be sent as tones only")]
    DigitModeNotSupported,
}
