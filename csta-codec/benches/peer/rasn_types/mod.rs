//! The three messages as types of the rasn crate, written by hand after the schema.
//!
//! Everything that can be reached from the three events is there. Of the events only the three are.
//! The schema tags explicitly; where a member replaces the tag of a tagged choice, the choice keeps
//! its own alternatives inside the new tag. Named bits are bare bit strings, as rasn has it.

#![allow(missing_docs, reason = "members and alternatives are those of the schema, by name")]
#![allow(elided_lifetimes_in_paths, reason = "what the derives of rasn write for a tagged choice")]

mod cause;
mod members;

use cause::EventCause;
use members::*;
use rasn::prelude::*;

/// Reads an event report; what follows it is not looked at.
pub fn decode(bytes: &[u8]) -> Result<CstaEventReportArgument, rasn::error::DecodeError> {
    rasn::ber::decode(bytes)
}

/// Writes an event report.
pub fn encode(argument: &CstaEventReportArgument) -> Result<Vec<u8>, rasn::error::EncodeError> {
    rasn::ber::encode(argument)
}

/// Reads an invocation of an event report.
pub fn decode_invoke(bytes: &[u8]) -> Result<Invoke, rasn::error::DecodeError> {
    rasn::ber::decode(bytes)
}

/// Writes an invocation of an event report.
pub fn encode_invoke(invoke: &Invoke) -> Result<Vec<u8>, rasn::error::EncodeError> {
    rasn::ber::encode(invoke)
}

/// The invocation of an event report.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(tag(context, 1))]
pub struct Invoke {
    pub invoke_id: i32,
    pub operation: i32,
    pub argument: CstaEventReportArgument,
}

/// What an event report carries.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct CstaEventReportArgument {
    pub cross_ref_identifier: MonitorCrossRefId,
    pub event_specific_info: EventSpecificInfo,
}

/// Which monitor an event is for.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(delegate, tag(application, 21))]
pub struct MonitorCrossRefId(pub OctetString);

/// The event by group: only call control.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum EventSpecificInfo {
    #[rasn(tag(explicit(0)))]
    CallControlEvents(CallControlEvents),
}

/// The call control events of the three messages. Boxed, as the compiler advises.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum CallControlEvents {
    #[rasn(tag(4))]
    Delivered(Box<DeliveredEvent>),
    #[rasn(tag(7))]
    Established(Box<EstablishedEvent>),
    #[rasn(tag(16))]
    ServiceInitiated(Box<ServiceInitiatedEvent>),
}

/// A device was taken off hook.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct ServiceInitiatedEvent {
    pub initiated_connection: ConnectionId,
    pub initiating_device: SubjectDeviceId,
    pub called_device: Option<CalledDeviceId>,
    pub local_connection_info: Option<LocalConnectionState>,
    #[rasn(tag(0))]
    pub correlator_data: Option<CorrelatorData>,
    pub cause: EventCause,
    #[rasn(tag(1))]
    pub services_permitted: Option<ServicesPermitted>,
    #[rasn(tag(2))]
    pub media_call_characteristics: Option<MediaCallCharacteristics>,
    #[rasn(tag(3))]
    pub call_characteristics: Option<CallCharacteristics>,
    #[rasn(tag(4))]
    pub initiated_connection_info: Option<ConnectionInformation>,
    pub network_calling_device: Option<NetworkCallingDeviceId>,
    pub network_called_device: Option<NetworkCalledDeviceId>,
    pub associated_calling_device: Option<AssociatedCallingDeviceId>,
    #[rasn(tag(5))]
    pub call_linkage_data: Option<CallLinkageData>,
    #[rasn(tag(7))]
    pub subject_of_call: Option<SubjectOfCall>,
    #[rasn(tag(8))]
    pub message_info: Option<MessageInfo>,
    #[rasn(tag(9))]
    pub language_preferences: Option<LanguagePreferences>,
    #[rasn(tag(10))]
    pub location_info: Option<LocationInfoList>,
    pub extensions: Option<CstaCommonArguments>,
}

/// A call rings at a device.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct DeliveredEvent {
    pub connection: ConnectionId,
    pub alerting_device: SubjectDeviceId,
    pub calling_device: CallingDeviceId,
    pub called_device: CalledDeviceId,
    pub last_redirection_device: RedirectionDeviceId,
    pub originating_nid_connection: Option<ConnectionId>,
    pub local_connection_info: Option<LocalConnectionState>,
    #[rasn(tag(0))]
    pub correlator_data: Option<CorrelatorData>,
    pub user_data: Option<UserData>,
    pub cause: EventCause,
    #[rasn(tag(1))]
    pub services_permitted: Option<ServicesPermitted>,
    pub network_calling_device: Option<NetworkCallingDeviceId>,
    pub network_called_device: Option<NetworkCalledDeviceId>,
    pub associated_calling_device: Option<AssociatedCallingDeviceId>,
    pub associated_called_device: Option<AssociatedCalledDeviceId>,
    #[rasn(tag(2))]
    pub media_call_characteristics: Option<MediaCallCharacteristics>,
    #[rasn(tag(3))]
    pub call_characteristics: Option<CallCharacteristics>,
    #[rasn(tag(4))]
    pub connection_info: Option<ConnectionInformation>,
    #[rasn(tag(5))]
    pub call_linkage_data: Option<CallLinkageData>,
    #[rasn(tag(6))]
    pub subject_of_call: Option<SubjectOfCall>,
    #[rasn(tag(7))]
    pub message_info: Option<MessageInfo>,
    #[rasn(tag(8))]
    pub language_preferences: Option<LanguagePreferences>,
    #[rasn(tag(9))]
    pub device_history: Option<DeviceHistory>,
    #[rasn(tag(10))]
    pub location_info: Option<LocationInfoList>,
    pub extensions: Option<CstaCommonArguments>,
}

/// A call was answered.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct EstablishedEvent {
    pub established_connection: ConnectionId,
    pub answering_device: SubjectDeviceId,
    pub calling_device: CallingDeviceId,
    pub called_device: CalledDeviceId,
    pub last_redirection_device: RedirectionDeviceId,
    pub originating_nid_connection: Option<ConnectionId>,
    pub local_connection_info: Option<LocalConnectionState>,
    #[rasn(tag(1))]
    pub correlator_data: Option<CorrelatorData>,
    pub user_data: Option<UserData>,
    pub cause: EventCause,
    #[rasn(tag(2))]
    pub services_permitted: Option<ServicesPermitted>,
    pub network_calling_device: Option<NetworkCallingDeviceId>,
    pub network_called_device: Option<NetworkCalledDeviceId>,
    pub associated_calling_device: Option<AssociatedCallingDeviceId>,
    pub associated_called_device: Option<AssociatedCalledDeviceId>,
    #[rasn(tag(3))]
    pub media_call_characteristics: Option<MediaCallCharacteristics>,
    #[rasn(tag(4))]
    pub call_characteristics: Option<CallCharacteristics>,
    #[rasn(tag(5))]
    pub established_connection_info: Option<ConnectionInformation>,
    #[rasn(tag(6))]
    pub call_linkage_data: Option<CallLinkageData>,
    #[rasn(tag(7))]
    pub subject_of_call: Option<SubjectOfCall>,
    #[rasn(tag(8))]
    pub message_info: Option<MessageInfo>,
    #[rasn(tag(9))]
    pub language_preferences: Option<LanguagePreferences>,
    #[rasn(tag(10))]
    pub device_history: Option<DeviceHistory>,
    #[rasn(tag(11))]
    pub location_info: Option<LocationInfoList>,
    pub extensions: Option<CstaCommonArguments>,
}

/// A call at a device.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 11)))]
pub enum ConnectionId {
    #[rasn(tag(0))]
    CallId(CallId),
    #[rasn(tag(explicit(1)))]
    DeviceId(LocalDeviceId),
    Both(ConnectionIdBoth),
}

/// Call and device of a connection.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct ConnectionIdBoth {
    #[rasn(tag(0))]
    pub call_id: CallId,
    #[rasn(tag(explicit(1)))]
    pub device_id: LocalDeviceId,
}

/// Names a call.
pub type CallId = OctetString;

/// Names the device in a connection.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum LocalDeviceId {
    StaticId(DeviceId),
    #[rasn(tag(3))]
    DynamicId(OctetString),
}

/// Names a device.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct DeviceId {
    pub device_identifier: DeviceIdentifier,
    #[rasn(tag(explicit(0)))]
    pub private_number: Option<NumberDigits>,
    #[rasn(tag(explicit(1)))]
    pub private_name: Option<Ia5String>,
    pub media_call_characteristics: Option<MediaCallCharacteristics>,
}

/// A device by number.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum DeviceIdentifier {
    #[rasn(tag(0))]
    DialingNumber(NumberDigits),
    #[rasn(tag(1))]
    DeviceNumber(DeviceNumber),
    #[rasn(tag(2))]
    ImplicitPublic(NumberDigits),
    #[rasn(tag(explicit(3)))]
    ExplicitPublic(PublicTon),
    #[rasn(tag(4))]
    ImplicitPrivate(NumberDigits),
    #[rasn(tag(explicit(5)))]
    ExplicitPrivate(PrivateTon),
    #[rasn(tag(6))]
    Other(OtherPlan),
}

/// A number as dialled.
pub type NumberDigits = Ia5String;

/// A number the exchange gives a device.
pub type DeviceNumber = Integer;

/// A number of some other plan.
pub type OtherPlan = OctetString;

/// A public number by its kind.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum PublicTon {
    #[rasn(tag(0))]
    Unknown(Ia5String),
    #[rasn(tag(1))]
    International(Ia5String),
    #[rasn(tag(2))]
    National(Ia5String),
    #[rasn(tag(3))]
    NetworkSpecific(Ia5String),
    #[rasn(tag(4))]
    Subscriber(Ia5String),
    #[rasn(tag(5))]
    Abbreviated(Ia5String),
}

/// A private number by its kind.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum PrivateTon {
    #[rasn(tag(0))]
    Unknown(Ia5String),
    #[rasn(tag(1))]
    Level3RegionalNumber(Ia5String),
    #[rasn(tag(2))]
    Level2RegionalNumber(Ia5String),
    #[rasn(tag(3))]
    Level1RegionalNumber(Ia5String),
    #[rasn(tag(4))]
    PtnSpecificNumber(Ia5String),
    #[rasn(tag(5))]
    LocalNumber(Ia5String),
    #[rasn(tag(6))]
    Abbreviated(Ia5String),
}

/// The device that calls.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 1)))]
pub enum CallingDeviceId {
    DeviceIdentifier(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    Restricted,
}

/// The device that is called.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 2)))]
pub enum CalledDeviceId {
    DeviceIdentifier(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    Restricted,
}

/// The device an event is about.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 3)))]
pub enum SubjectDeviceId {
    DeviceIdentifier(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    Restricted,
}

/// The device a call came from last.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 4)))]
pub enum RedirectionDeviceId {
    NumberDialed(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    NotRequired,
    #[rasn(tag(9))]
    NotSpecified,
    #[rasn(tag(10))]
    Restricted,
}

/// The device inside that stands for the caller.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 5)))]
pub enum AssociatedCallingDeviceId {
    DeviceIdentifier(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    Restricted,
}

/// The device inside that stands for the called.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 6)))]
pub enum AssociatedCalledDeviceId {
    DeviceIdentifier(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    Restricted,
}

/// The caller as the network names it.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 7)))]
pub enum NetworkCallingDeviceId {
    DeviceIdentifier(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    Restricted,
}

/// The called as the network names it.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice, tag(explicit(application, 8)))]
pub enum NetworkCalledDeviceId {
    DeviceIdentifier(DeviceId),
    #[rasn(tag(7))]
    NotKnown,
    #[rasn(tag(8))]
    Restricted,
}

/// The state of the local connection.
#[derive(AsnType, Clone, Copy, Debug, Decode, Encode, PartialEq, Eq)]
#[rasn(enumerated, tag(application, 14))]
pub enum LocalConnectionState {
    Null = 0,
    Initiated = 1,
    Alerting = 2,
    Connected = 3,
    Hold = 4,
    Queued = 5,
    Fail = 6,
}

/// Ties calls together.
pub type CorrelatorData = OctetString;

/// Octets from one user to another.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(delegate, tag(explicit(application, 29)))]
pub struct UserData(pub OctetString);
