//! The three messages as types of the rasn crate, written by hand after the schema.
//!
//! Everything that can be reached from the three events is there. Of the events only the three are.
//! The schema tags explicitly; where a member replaces the tag of a tagged choice, the choice keeps
//! its own alternatives inside the new tag. Named bits are bare bit strings, as rasn has it.

#![allow(missing_docs, reason = "members and alternatives are those of the schema, by name")]
#![allow(elided_lifetimes_in_paths, reason = "what the derives of rasn write for a tagged choice")]

use rasn::prelude::*;

/// Reads an event report; what follows it is not looked at.
pub fn decode(bytes: &[u8]) -> Result<CstaEventReportArgument, rasn::error::DecodeError> {
    rasn::ber::decode(bytes)
}

/// Writes an event report.
pub fn encode(argument: &CstaEventReportArgument) -> Result<Vec<u8>, rasn::error::EncodeError> {
    rasn::ber::encode(argument)
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

/// Why an event happened.
#[derive(AsnType, Clone, Copy, Debug, Decode, Encode, PartialEq, Eq)]
#[rasn(enumerated)]
pub enum EventCause {
    ActiveParticipation = 1,
    Alternate = 2,
    Busy = 3,
    CallBack = 4,
    CallCancelled = 5,
    CallForwardImmediate = 6,
    CallForwardBusy = 7,
    CallForwardNoAnswer = 8,
    CallForward = 9,
    CallNotAnswered = 10,
    CallPickup = 11,
    CampOn = 12,
    DestNotObtainable = 13,
    DoNotDisturb = 14,
    IncompatibleDestination = 15,
    InvalidAccountCode = 16,
    KeyOperation = 17,
    Lockout = 18,
    Maintenance = 19,
    NetworkCongestion = 20,
    NetworkNotObtainable = 21,
    NewCall = 22,
    NoAvailableAgents = 23,
    Override = 24,
    Park = 25,
    Overflow = 26,
    Recall = 27,
    Redirected = 28,
    ReorderTone = 29,
    ResourcesNotAvailable = 30,
    SilentParticipation = 31,
    Transfer = 32,
    TrunksBusy = 33,
    Blocked = 35,
    CharacterCountReached = 36,
    Consultation = 37,
    Distributed = 38,
    DtmfDigitDetected = 39,
    DurationExceeded = 40,
    EndOfMessageDetected = 41,
    EnteringDistribution = 42,
    ForcedPause = 43,
    MakeCall = 44,
    MessageSizeExceeded = 45,
    NetworkSignal = 46,
    NextMessage = 47,
    NormalClearing = 48,
    NoSpeechDetected = 49,
    NumberChanged = 50,
    SingleStepConference = 51,
    SingleStepTransfer = 52,
    SpeechDetected = 53,
    SwitchingFunctionTerminated = 54,
    TerminationCharacterReceived = 55,
    Timeout = 56,
    AcdBusy = 57,
    AcdForward = 58,
    AcdSaturated = 59,
    AlertTimeExpired = 60,
    AutoWork = 61,
    CampOnTrunks = 62,
    Conference = 63,
    DestDetected = 64,
    DestOutOfOrder = 65,
    DistributionDelay = 66,
    ForcedTransition = 67,
    Intrude = 68,
    InvalidNumberFormat = 69,
    JoinCall = 70,
    KeyOperationInUse = 71,
    MakePredictiveCall = 72,
    MessageDurationExceeded = 73,
    MultipleAlerting = 74,
    MultipleQueuing = 75,
    NetworkDialling = 76,
    NetworkOutOfOrder = 77,
    Normal = 78,
    NotAvaliableBearerService = 79,
    NotSupportedBearerService = 80,
    NumberUnallocated = 81,
    QueueCleared = 82,
    RemainsInQueue = 83,
    Reserved = 84,
    SelectedTrunkBusy = 85,
    Suspend = 86,
    UnauthorisedBearerService = 87,
    Activation = 88,
    Babble = 89,
    BadAttribute = 90,
    BadGrammar = 91,
    BadVoice = 92,
    BadUri = 93,
    BusyOverflow = 94,
    CalendarOverflow = 95,
    CapacityOverflow = 96,
    DuplicateDtmf = 97,
    EarlyStop = 98,
    EmptyQueue = 99,
    InterDigitTimeout = 100,
    InvalidConnection = 101,
    InvalidConnectionState = 102,
    MakeConnection = 103,
    MaxTimeout = 104,
    NoAudioSaved = 105,
    NoQueue = 106,
    NoRule = 107,
    OutOfGrammar = 108,
    PathReplacement = 109,
    QueueTimeOverflow = 110,
    RecallBusy = 111,
    RecallForwarded = 112,
    RecallNoAnswer = 113,
    RecallResourcesNotAvailable = 114,
    UnknownOverflow = 115,
    CallInterception = 116,
    CallInterceptionBusy = 117,
    CallInterceptionForwarded = 118,
    CallInterceptionNoAnswer = 119,
    CallInterceptionResourcesNotAvailable = 120,
    LawfulInterception = 121,
}

/// What may be asked for next.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct ServicesPermitted {
    pub call_control_services: BitString,
    pub call_associated_services: BitString,
    pub media_attachment_services: BitString,
    pub routeing_services: BitString,
    pub voice_unit_services: BitString,
}

/// The medium of a call.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct MediaCallCharacteristics {
    pub media_class: BitString,
    #[rasn(tag(0))]
    pub connection_rate: Option<Integer>,
    #[rasn(tag(1), default = "constant")]
    pub bit_rate: BitRate,
    #[rasn(tag(2))]
    pub delay_tolerance: Option<Integer>,
    #[rasn(tag(3))]
    pub switching_sub_domain_ccie_type: Option<CcieType>,
    pub switching_sub_domain_information_elements: Option<OctetString>,
}

/// Whether a rate varies.
#[derive(AsnType, Clone, Copy, Debug, Decode, Encode, PartialEq, Eq)]
#[rasn(enumerated)]
pub enum BitRate {
    Constant = 0,
    Variable = 1,
}

fn constant() -> BitRate {
    BitRate::Constant
}

/// The kind of a sub-domain.
#[derive(AsnType, Clone, Copy, Debug, Decode, Encode, PartialEq, Eq)]
#[rasn(enumerated)]
pub enum CcieType {
    Isdn = 0,
    Atm = 1,
    IsoEthernet = 2,
    Rsvp = 3,
    Other = 4,
    Sip = 5,
}

/// What marks a call out.
pub type CallCharacteristics = BitString;

/// The flow of a connection.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct ConnectionInformation {
    pub flow_direction: Option<FlowDirection>,
    #[rasn(default = "one")]
    pub number_of_channels: Integer,
    pub media_session_information: Option<Ia5String>,
}

/// Which way a medium flows.
#[derive(AsnType, Clone, Copy, Debug, Decode, Encode, PartialEq, Eq)]
#[rasn(enumerated)]
pub enum FlowDirection {
    Transmit = 0,
    Receive = 1,
    TransmitAndReceive = 2,
    None = 3,
}

fn one() -> Integer {
    Integer::from(1)
}

/// What links a call with others.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct CallLinkageData {
    pub global_call_data: GlobalCallData,
    pub thread_data: Option<ThreadData>,
}

/// A call across sub-domains.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct GlobalCallData {
    #[rasn(size("1..=64"))]
    pub global_call_switching_sub_domain_name: Option<Ia5String>,
    pub global_call_linkage_id: GlobalCallLinkageId,
    pub call_linkage_id_timestamp: Option<TimeInfo>,
}

/// The identity of a call.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum GlobalCallLinkageId {
    #[rasn(tag(0), size("1..=8"))]
    SubDomainCallLinkageId(OctetString),
    #[rasn(tag(1), size("1..=16"))]
    GloballyUniqueCallLinkageId(OctetString),
}

/// A thread of calls.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct ThreadData {
    #[rasn(size("1..=64"))]
    pub thread_switching_sub_domain_name: Option<Ia5String>,
    pub thread_linkage_id: ThreadLinkageId,
    pub thread_id_time_stamp: Option<TimeInfo>,
}

/// The identity of a thread.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum ThreadLinkageId {
    #[rasn(tag(0), size("1..=8"))]
    SubDomainThreadId(OctetString),
    #[rasn(tag(1), size("1..=16"))]
    GloballyUniqueThreadId(OctetString),
}

/// A time, as its characters: rasn would turn local time into UTC.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(delegate, tag(universal, 24))]
pub struct TimeInfo(pub OctetString);

/// What a call is about.
pub type SubjectOfCall = Ia5String;

/// A message with a call.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct MessageInfo {
    pub contents: Ia5String,
    pub content_type_and_subtype: Option<Ia5String>,
    pub contents_length: Option<Integer>,
}

/// Languages, the best first.
pub type LanguagePreferences = Ia5String;

/// A device a call was at before.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct DeviceHistory {
    pub old_device_id: DeviceId,
    #[rasn(tag(1))]
    pub event_cause: Option<EventCause>,
    #[rasn(tag(2))]
    pub old_connection_id: Option<ConnectionId>,
}

/// Where the parties are.
pub type LocationInfoList = SequenceOf<LocationInfo>;

/// Where one party is.
pub type LocationInfo = SequenceOf<GeoPriv>;

/// A place and how it may be used.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct GeoPriv {
    pub gp_location_info: SequenceOf<GpLocationInfo>,
    #[rasn(tag(0))]
    pub usage_rules: Option<UsageRules>,
    #[rasn(tag(1))]
    pub method: Option<Method>,
    #[rasn(tag(2))]
    pub provided_by: Option<ProvidedBy>,
}

/// A place.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct GpLocationInfo {
    pub civic_loc_gml: CivicLocGml,
}

/// A place, as markup or as an address.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct CivicLocGml {
    pub gml_format: OctetString,
    pub civic_loc: Option<CivicLoc>,
}

/// An address.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct CivicLoc {
    #[rasn(size("0..=2"))]
    pub country: Ia5String,
    #[rasn(tag(0))]
    pub a1: Option<Ia5String>,
    #[rasn(tag(1))]
    pub a2: Option<Ia5String>,
    #[rasn(tag(2))]
    pub a3: Option<Ia5String>,
    #[rasn(tag(3))]
    pub a4: Option<Ia5String>,
    #[rasn(tag(4))]
    pub a5: Option<Ia5String>,
    #[rasn(tag(5))]
    pub a6: Option<Ia5String>,
    #[rasn(tag(6))]
    pub prd: Option<Ia5String>,
    #[rasn(tag(7))]
    pub pod: Option<Ia5String>,
    #[rasn(tag(8))]
    pub sts: Option<Ia5String>,
    #[rasn(tag(9))]
    pub hno: Option<Ia5String>,
    #[rasn(tag(10))]
    pub hns: Option<Ia5String>,
    #[rasn(tag(11))]
    pub lmk: Option<Ia5String>,
    #[rasn(tag(12))]
    pub loc: Option<Ia5String>,
    #[rasn(tag(13))]
    pub flr: Option<Ia5String>,
    #[rasn(tag(14))]
    pub nam: Option<Ia5String>,
    #[rasn(tag(15))]
    pub pc: Option<Ia5String>,
}

/// How a place may be used.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct UsageRules {
    pub retransmission_allowed: bool,
    pub retention_expires: TimeInfo,
    pub ruleset_reference: Ia5String,
    pub note_well: Option<Ia5String>,
}

/// How a place was found.
#[derive(AsnType, Clone, Copy, Debug, Decode, Encode, PartialEq, Eq)]
#[rasn(enumerated)]
pub enum Method {
    AGps = 0,
    Aoa = 1,
    Cell = 2,
    Derived = 3,
    DeviceAssistedAGps = 4,
    DeviceBasedAGps = 5,
    Dhcp = 6,
    Gps = 7,
    HandsetAflt = 8,
    HandsetEflt = 9,
    HybridAGps = 10,
    Ipdl = 11,
    LldpMed = 12,
    Manual = 13,
    Mpl = 14,
    Nmr = 15,
    Otdoa = 16,
    Rfid = 17,
    Rssi = 18,
    RssiRtt = 19,
    Rtt = 20,
    Ta = 21,
    TaNmr = 22,
    Triangulation = 23,
    Utdoa = 24,
    Wiremap = 25,
    LocMet80211 = 26,
}

/// Who found a place.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct ProvidedBy {
    pub data_provider_id: Ia5String,
    pub tel_uri: Ia5String,
    pub url: Ia5String,
}

/// What any message may carry besides.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(tag(application, 30))]
pub struct CstaCommonArguments {
    #[rasn(tag(0))]
    pub security: Option<CstaSecurityData>,
    #[rasn(tag(1))]
    pub private_data: Option<SequenceOf<CstaPrivateData>>,
}

/// What secures a message.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
pub struct CstaSecurityData {
    #[rasn(tag(0))]
    pub message_sequence_number: Option<Integer>,
    pub timestamp: Option<TimeInfo>,
    pub security_info: Option<SecurityInfo>,
}

/// What secures a message, by form.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum SecurityInfo {
    String(OctetString),
    Private,
}

/// A maker's own data, by form.
#[derive(AsnType, Clone, Debug, Decode, Encode, PartialEq)]
#[rasn(choice)]
pub enum CstaPrivateData {
    String(OctetString),
    Private,
}
