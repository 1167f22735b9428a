//! Values made of random choices.

use std::cell::Cell;

use csta_codec::acse::{
    AcseRequirements, AuthenticationValue, CSTA_CONTEXT, CSTA_INFORMATION, External,
    ExternalEncoding, ObjectDescriptor,
};
use csta_codec::ber::{BitString, Class, Rare, Tag};
use csta_codec::events::{DeliveredEvent, EstablishedEvent, OriginatedEvent};
use csta_codec::rose::Code;
use csta_codec::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, BitRate, CallAssociatedServices,
    CallCharacteristics, CallControlServices, CallLinkageData, CalledDeviceId, CallingDeviceId,
    CcieType, ConnectionId, ConnectionIdBoth, ConnectionInformation, CstaCommonArguments,
    CstaPrivateData, CstaSecurityData, DeviceId, DeviceIdentifier, EventCause, FlowDirection,
    GlobalCallData, GlobalCallLinkageId, LocalConnectionState, LocalDeviceId,
    MediaAttachmentServices, MediaCallCharacteristics, MediaClass, NetworkCalledDeviceId,
    NetworkCallingDeviceId, PrivateTon, PublicTon, RedirectionDeviceId, RouteingServices,
    SecurityInfo, ServicesPermitted, SubjectDeviceId, ThreadData, ThreadLinkageId, UserData,
    VoiceUnitServices,
};
use csta_codec::{Element, GeneralizedTime, ObjectIdentifier, SequenceOf};

/// Random choices; when they are used up, each further one is 0: no optional member, no octets.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    choices: Cell<&'a [u8]>,
    /// What strings are slices of.
    octets: &'a [u8],
}

/// Members that a value can only borrow.
#[derive(Debug)]
pub(crate) struct Shelf<'a> {
    pub(crate) media: &'a MediaCallCharacteristics<'a>,
    pub(crate) permitted: &'a ServicesPermitted,
    pub(crate) linkage: &'a CallLinkageData<'a>,
    pub(crate) extensions: &'a CstaCommonArguments<'a>,
}

/// Puts members that a value can only borrow on a shelf, which lives as long as the block.
macro_rules! shelf {
    ($source:ident, $shelf:ident) => {
        let media = $source.media();
        let permitted = $source.permitted();
        let linkage = $source.linkage();
        let private_data = $source.list(Source::private_data);
        let extensions = $source.extensions(&private_data);
        let $shelf = crate::source::Shelf {
            media: &media,
            permitted: &permitted,
            linkage: &linkage,
            extensions: &extensions,
        };
    };
}
pub(crate) use shelf;

/// A device under one of the tagged CHOICEs, which differ in name alone.
macro_rules! devices {
    ($($function:ident: $choice:ident),* $(,)?) => {
        $(pub(crate) fn $function(&self, shelf: &Shelf<'a>) -> $choice<'a> {
            match self.below(6) {
                0 => $choice::NotKnown,
                1 => $choice::Restricted,
                2 => $choice::Unrecognised(self.unknown()),
                _ => $choice::DeviceIdentifier(self.device(shelf)),
            }
        })*
    };
}

impl<'a> Source<'a> {
    pub(crate) const fn new(choices: &'a [u8], octets: &'a [u8]) -> Self {
        Self { choices: Cell::new(choices), octets }
    }

    pub(crate) fn octet(&self) -> u8 {
        let Some((&first, rest)) = self.choices.get().split_first() else {
            return 0;
        };
        self.choices.set(rest);
        first
    }

    pub(crate) fn below(&self, limit: u8) -> u8 {
        self.octet() % limit
    }

    pub(crate) fn flag(&self) -> bool {
        self.octet() & 1 != 0
    }

    pub(crate) fn maybe<T>(&self, value: impl FnOnce() -> T) -> Option<T> {
        self.flag().then(value)
    }

    pub(crate) fn list<T>(&self, value: impl Fn(&Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| value(self)).collect()
    }

    /// A number of any width.
    pub(crate) fn number(&self) -> i64 {
        let octets = self.below(9);
        let number = (0..octets).fold(0_i64, |sum, _| sum << 8 | i64::from(self.octet()));
        if self.flag() { !number } else { number }
    }

    /// The number of an ENUMERATED, mostly one that has a name.
    pub(crate) fn code(&self) -> i32 {
        if self.below(8) == 7 { self.number() as i32 } else { i32::from(self.octet()) }
    }

    /// Octets of any length, often one around which the form of a length changes.
    pub(crate) fn octets(&self) -> &'a [u8] {
        let length = match self.below(16) {
            kind @ 12.. => 124 + usize::from(kind % 4) + usize::from(self.below(8)),
            kind @ 10..12 => 250 + usize::from(kind % 2) + usize::from(self.below(9)),
            kind => usize::from(kind),
        };
        let start = usize::from(self.octet());
        self.octets.get(start..start + length).unwrap_or_default()
    }

    pub(crate) fn string<T: From<&'a [u8]>>(&self) -> T {
        T::from(self.octets())
    }

    pub(crate) fn bits(&self) -> BitString<'a> {
        let octets = self.octets();
        BitString::with_len(octets, (octets.len() * 8).saturating_sub(self.below(8).into()))
    }

    pub(crate) fn tag(&self) -> Tag {
        // From 30 on, where no declaration has one, in one to three octets.
        let number = match self.below(3) {
            0 => 30,
            1 => 95 + u32::from(self.below(30)),
            _ => 1000 + u32::from(self.octet()) * 256,
        };
        let class = [Class::Context, Class::Private];
        Tag::new(class[usize::from(self.below(2))], number, self.flag())
    }

    /// An element that no type of the schema has.
    pub(crate) fn unknown(&self) -> Element<'a> {
        Element::new(self.tag(), self.octets())
    }

    pub(crate) fn device(&self, shelf: &Shelf<'a>) -> DeviceId<'a> {
        DeviceId {
            private_number: self.maybe(|| self.string()),
            private_name: self.maybe(|| self.string()),
            media_call_characteristics: self.maybe(|| Rare::new(shelf.media)),
            ..DeviceId::new(self.device_identifier())
        }
    }

    pub(crate) fn device_identifier(&self) -> DeviceIdentifier<'a> {
        match self.below(8) {
            0 => DeviceIdentifier::DialingNumber(self.string()),
            1 => DeviceIdentifier::DeviceNumber(self.number()),
            2 => DeviceIdentifier::ImplicitPublic(self.string()),
            3 => DeviceIdentifier::ExplicitPublic(match self.below(4) {
                0 => PublicTon::Unknown(self.string()),
                1 => PublicTon::International(self.string()),
                2 => PublicTon::Subscriber(self.string()),
                _ => PublicTon::Unrecognised(self.unknown()),
            }),
            4 => DeviceIdentifier::ImplicitPrivate(self.string()),
            5 => DeviceIdentifier::ExplicitPrivate(match self.below(4) {
                0 => PrivateTon::Unknown(self.string()),
                1 => PrivateTon::PtnSpecificNumber(self.string()),
                2 => PrivateTon::Abbreviated(self.string()),
                _ => PrivateTon::Unrecognised(self.unknown()),
            }),
            6 => DeviceIdentifier::Other(self.string()),
            _ => DeviceIdentifier::Unrecognised(self.unknown()),
        }
    }

    pub(crate) fn connection(&self, shelf: &Shelf<'a>) -> ConnectionId<'a> {
        match self.below(5) {
            0 => ConnectionId::CallId(self.string()),
            1 => ConnectionId::DeviceId(self.local_device(shelf)),
            2 => ConnectionId::Unrecognised(self.unknown()),
            _ => ConnectionId::Both(ConnectionIdBoth::new(self.string(), self.local_device(shelf))),
        }
    }

    fn local_device(&self, shelf: &Shelf<'a>) -> LocalDeviceId<'a> {
        match self.below(4) {
            0 => LocalDeviceId::DynamicId(self.string()),
            1 => LocalDeviceId::Unrecognised(self.unknown()),
            _ => LocalDeviceId::StaticId(self.device(shelf)),
        }
    }

    devices! {
        calling: CallingDeviceId,
        called: CalledDeviceId,
        subject: SubjectDeviceId,
        associated_calling: AssociatedCallingDeviceId,
        associated_called: AssociatedCalledDeviceId,
        network_calling: NetworkCallingDeviceId,
        network_called: NetworkCalledDeviceId,
    }

    pub(crate) fn redirection(&self, shelf: &Shelf<'a>) -> RedirectionDeviceId<'a> {
        match self.below(6) {
            0 => RedirectionDeviceId::NotKnown,
            1 => RedirectionDeviceId::NotRequired,
            2 => RedirectionDeviceId::NotSpecified,
            3 => RedirectionDeviceId::Restricted,
            4 => RedirectionDeviceId::Unrecognised(self.unknown()),
            _ => RedirectionDeviceId::Numberdialed(self.device(shelf)),
        }
    }

    pub(crate) fn cause(&self) -> EventCause {
        EventCause::from_code(self.code())
    }

    fn state(&self) -> LocalConnectionState {
        LocalConnectionState::from_code(self.code())
    }

    pub(crate) fn characteristics(&self) -> CallCharacteristics {
        let set = CallCharacteristics::ACD_CALL | CallCharacteristics::HIGH_PRIORITY_CALL;
        if self.flag() { set } else { CallCharacteristics::EMPTY.with_len(self.octet().into()) }
    }

    pub(crate) fn information(&self) -> ConnectionInformation<'a> {
        ConnectionInformation {
            flow_direction: self.maybe(|| FlowDirection::from_code(self.code())),
            number_of_channels: if self.flag() { self.number() } else { 1 },
            media_session_information: self.maybe(|| self.string()),
        }
    }

    pub(crate) fn media(&self) -> MediaCallCharacteristics<'a> {
        MediaCallCharacteristics {
            connection_rate: self.maybe(|| self.number()),
            bit_rate: BitRate::from_code(i32::from(self.below(3))),
            delay_tolerance: self.maybe(|| self.number()),
            switching_sub_domain_ccie_type: self.maybe(|| CcieType::from_code(self.code())),
            switching_sub_domain_information_elements: self.maybe(|| self.string()),
            ..MediaCallCharacteristics::new(MediaClass::VOICE.with_len(self.below(65).into()))
        }
    }

    pub(crate) fn permitted(&self) -> ServicesPermitted {
        ServicesPermitted::new(
            CallControlServices::EMPTY.with_len(self.below(65).into()),
            CallAssociatedServices::ASSOCIATE_DATA,
            MediaAttachmentServices::EMPTY,
            RouteingServices::REROUTE | RouteingServices::ROUTE_END,
            VoiceUnitServices::EMPTY.with_len(self.octet().into()),
        )
    }

    pub(crate) fn linkage(&self) -> CallLinkageData<'a> {
        let id = match self.below(3) {
            0 => GlobalCallLinkageId::SubDomainCallLinkageId(self.string()),
            1 => GlobalCallLinkageId::GloballyUniqueCallLinkageId(self.string()),
            _ => GlobalCallLinkageId::Unrecognised(self.unknown()),
        };
        let thread = ThreadData {
            thread_switching_sub_domain_name: self.maybe(|| self.string()),
            thread_id_time_stamp: self.maybe(|| self.time()),
            ..ThreadData::new(ThreadLinkageId::SubDomainThreadId(self.string()))
        };
        CallLinkageData {
            thread_data: self.maybe(|| thread),
            ..CallLinkageData::new(GlobalCallData {
                global_call_switching_sub_domain_name: self.maybe(|| self.string()),
                call_linkage_id_timestamp: self.maybe(|| self.time()),
                ..GlobalCallData::new(id)
            })
        }
    }

    pub(crate) fn time(&self) -> GeneralizedTime<'a> {
        GeneralizedTime(if self.flag() { b"20231019131902" } else { self.octets() })
    }

    pub(crate) fn private_data(&self) -> CstaPrivateData<'a> {
        if self.flag() {
            CstaPrivateData::String(self.string())
        } else {
            CstaPrivateData::Private(self.unknown())
        }
    }

    pub(crate) fn extensions(
        &self,
        private_data: &'a [CstaPrivateData<'a>],
    ) -> CstaCommonArguments<'a> {
        CstaCommonArguments {
            security: self.maybe(|| CstaSecurityData {
                message_sequence_number: self.maybe(|| self.number()),
                timestamp: self.maybe(|| self.time()),
                security_info: self.maybe(|| {
                    if self.flag() {
                        SecurityInfo::Private
                    } else {
                        SecurityInfo::String(self.string())
                    }
                }),
            }),
            private_data: self.maybe(|| SequenceOf::from(private_data)),
        }
    }

    pub(crate) fn delivered(&self, shelf: &Shelf<'a>) -> DeliveredEvent<'a> {
        DeliveredEvent {
            originating_nid_connection: self.maybe(|| self.connection(shelf)),
            local_connection_info: self.maybe(|| self.state()),
            correlator_data: self.maybe(|| self.string()),
            user_data: self.maybe(|| UserData(self.string())),
            services_permitted: self.maybe(|| Rare::new(shelf.permitted)),
            network_calling_device: self.maybe(|| self.network_calling(shelf)),
            network_called_device: self.maybe(|| self.network_called(shelf)),
            associated_calling_device: self.maybe(|| self.associated_calling(shelf)),
            associated_called_device: self.maybe(|| self.associated_called(shelf)),
            media_call_characteristics: self.maybe(|| *shelf.media),
            call_characteristics: self.maybe(|| self.characteristics()),
            connection_info: self.maybe(|| self.information()),
            call_linkage_data: self.maybe(|| Rare::new(shelf.linkage)),
            subject_of_call: self.maybe(|| self.string()),
            language_preferences: self.maybe(|| self.string()),
            extensions: self.maybe(|| Rare::new(shelf.extensions)),
            ..DeliveredEvent::new(
                self.connection(shelf),
                self.subject(shelf),
                self.calling(shelf),
                self.called(shelf),
                self.redirection(shelf),
                self.cause(),
            )
        }
    }

    pub(crate) fn established(&self, shelf: &Shelf<'a>) -> EstablishedEvent<'a> {
        EstablishedEvent {
            originating_nid_connection: self.maybe(|| self.connection(shelf)),
            local_connection_info: self.maybe(|| self.state()),
            correlator_data: self.maybe(|| self.string()),
            user_data: self.maybe(|| UserData(self.string())),
            services_permitted: self.maybe(|| Rare::new(shelf.permitted)),
            network_calling_device: self.maybe(|| self.network_calling(shelf)),
            network_called_device: self.maybe(|| self.network_called(shelf)),
            associated_calling_device: self.maybe(|| self.associated_calling(shelf)),
            associated_called_device: self.maybe(|| self.associated_called(shelf)),
            media_call_characteristics: self.maybe(|| *shelf.media),
            call_characteristics: self.maybe(|| self.characteristics()),
            established_connection_info: self.maybe(|| self.information()),
            call_linkage_data: self.maybe(|| Rare::new(shelf.linkage)),
            subject_of_call: self.maybe(|| self.string()),
            language_preferences: self.maybe(|| self.string()),
            extensions: self.maybe(|| Rare::new(shelf.extensions)),
            ..EstablishedEvent::new(
                self.connection(shelf),
                self.subject(shelf),
                self.calling(shelf),
                self.called(shelf),
                self.redirection(shelf),
                self.cause(),
            )
        }
    }

    pub(crate) fn originated(&self, shelf: &Shelf<'a>) -> OriginatedEvent<'a> {
        OriginatedEvent {
            originating_device: self.maybe(|| self.device(shelf)),
            local_connection_info: self.maybe(|| self.state()),
            correlator_data: self.maybe(|| self.string()),
            services_permitted: self.maybe(|| Rare::new(shelf.permitted)),
            network_calling_device: self.maybe(|| self.network_calling(shelf)),
            network_called_device: self.maybe(|| self.network_called(shelf)),
            associated_calling_device: self.maybe(|| self.associated_calling(shelf)),
            associated_called_device: self.maybe(|| self.associated_called(shelf)),
            media_call_characteristics: self.maybe(|| *shelf.media),
            call_characteristics: self.maybe(|| self.characteristics()),
            originated_connection_info: self.maybe(|| self.information()),
            call_linkage_data: self.maybe(|| Rare::new(shelf.linkage)),
            subject_of_call: self.maybe(|| self.string()),
            language_preferences: self.maybe(|| self.string()),
            extensions: self.maybe(|| Rare::new(shelf.extensions)),
            ..OriginatedEvent::new(
                self.connection(shelf),
                self.subject(shelf),
                self.called(shelf),
                self.cause(),
            )
        }
    }

    pub(crate) fn operation(&self) -> Code<'a> {
        match self.below(4) {
            0 => Code::Global(ObjectIdentifier::new(self.octets())),
            _ => Code::Local(self.code()),
        }
    }

    /// An element of any tag.
    pub(crate) fn any(&self) -> Element<'a> {
        let universal = Tag::constructed(u32::from(self.below(31)));
        Element::new(if self.flag() { universal } else { self.tag() }, self.octets())
    }

    pub(crate) fn external(&self) -> External<'a> {
        External {
            direct_reference: self.maybe(|| CSTA_INFORMATION),
            indirect_reference: self.maybe(|| self.number()),
            data_value_descriptor: self.maybe(|| ObjectDescriptor(self.string())),
            ..External::new(match self.below(4) {
                0 => ExternalEncoding::OctetAligned(self.string()),
                1 => ExternalEncoding::Arbitrary(self.bits()),
                // Not of a type of CSTA: such are refused when octets of chance have a string in pieces.
                _ => ExternalEncoding::SingleAsn1Type(self.unknown()),
            })
        }
    }

    pub(crate) fn context_name(&self) -> ObjectIdentifier<'a> {
        if self.flag() { CSTA_CONTEXT } else { ObjectIdentifier::new(self.octets()) }
    }

    pub(crate) fn requirements(&self) -> AcseRequirements {
        AcseRequirements::AUTHENTICATION.with_len(self.below(65).into())
    }

    pub(crate) fn authentication(&self) -> AuthenticationValue<'a> {
        match self.below(4) {
            0 => AuthenticationValue::Charstring(self.string()),
            1 => AuthenticationValue::Bitstring(self.bits()),
            2 => AuthenticationValue::Unrecognised(self.unknown()),
            _ => AuthenticationValue::External(self.external()),
        }
    }
}
