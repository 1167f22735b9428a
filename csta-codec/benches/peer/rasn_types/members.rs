//! What the optional members of the events are of.

use rasn::prelude::*;

use super::{ConnectionId, DeviceId, EventCause};

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
