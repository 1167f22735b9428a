//! What is written is read as it was.

#![expect(clippy::indexing_slicing, reason = "what fails here fails the test")]

#[path = "roundtrip/source.rs"]
mod source;

use csta_codec::acse::{
    Aare, Aarq, AbortDiagnostic, AbortSource, Abrt, Acse, AssociateResult,
    AssociateSourceDiagnostic, ProviderDiagnostic, ReleaseRequestReason, ReleaseResponseReason,
    Rlre, Rlrq, UserDiagnostic,
};
use csta_codec::ber::{Class, Rare, Tag};
use csta_codec::events::{
    CallControlEvents, DeliveredEvent, EstablishedEvent, EventReportArgument, EventSpecificInfo,
    OriginatedEvent, TransferredEvent,
};
use csta_codec::rose::{
    GeneralProblem, Invoke, InvokeProblem, OperationResult, Problem, Reject, RejectedId,
    ReturnError, ReturnErrorProblem, ReturnResult, ReturnResultProblem, Rose,
};
use csta_codec::services::{MakeCallArgument, MonitorStartArgument, SnapshotDeviceResult};
use csta_codec::types::{
    AssociatedNid, AutoOriginate, CallControlEventSet, CallState, ConnectionId,
    ConnectionListEntry, CstaCommonArguments, CstaObject, CstaPrivateData, DeviceId,
    DeviceIdentifier, EventCause, LocalConnectionState, MonitorCrossRefId, MonitorFilter,
    MonitorMediaClass, MonitorType, SimpleCallState, SnapshotDeviceData,
    SnapshotDeviceResponseInfo,
};
use csta_codec::{Apdu, Ber, Element, OctetString, SequenceOf};
use proptest::prelude::*;
use source::{Source, shelf};

/// Some hundred octets, which a failure does not list.
struct Octets(Vec<u8>);

impl Octets {
    fn new(seed: u8) -> Self {
        Self((0..600).map(|i| (i as u8).wrapping_mul(37) ^ seed).collect())
    }
}

impl std::fmt::Debug for Octets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Octets({:?})", self.0.first())
    }
}

fn choices() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..600)
}

/// What strings are slices of.
fn octets() -> impl Strategy<Value = Octets> {
    any::<u8>().prop_map(Octets::new)
}

/// A value is written and read again; again written, it is the same octets.
macro_rules! roundtrips {
    ($type:ty, $value:expr) => {
        let value: $type = $value;
        let octets = value.encode();
        let read = <$type>::decode(&octets);
        prop_assert_eq!(&read, &Ok(value));
        prop_assert_eq!(read.map(|read| read.encode()), Ok(octets));
    };
}

/// Members that are not known are skipped wherever they stand.
macro_rules! skips_unknown {
    ($type:ty, $value:expr, $unknown:expr, $at:expr) => {
        let value: $type = $value;
        let octets = with_member(&value.encode(), $unknown, $at);
        prop_assert_eq!(<$type>::decode(&octets), Ok(value));
    };
}

/// The elements in a SEQUENCE.
fn members(octets: &[u8]) -> Vec<Vec<u8>> {
    Element::decode(octets)
        .and_then(|element| {
            SequenceOf::<Element<'_>>::decode(
                &Element::new(Tag::constructed(16), element.content()).encode(),
            )
            .map(|list| list.iter().map(|member| member.encode()).collect())
        })
        .unwrap_or_default()
}

/// A SEQUENCE with one more member.
fn with_member(octets: &[u8], member: Element<'_>, at: usize) -> Vec<u8> {
    let mut members = members(octets);
    members.insert(at % (members.len() + 1), member.encode());
    Element::new(Tag::constructed(16), &members.concat()).encode()
}

/// An element of a class that no type of the schema has.
fn private(content: &[u8]) -> Element<'_> {
    Element::new(Tag::new(Class::Private, 5, false), content)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn devices_and_connections(choices in choices(), Octets(octets) in octets()) {
        let source = Source::new(&choices, &octets);
        shelf!(source, shelf);
        roundtrips!(DeviceId<'_>, source.device(&shelf));
        roundtrips!(ConnectionId<'_>, source.connection(&shelf));
        roundtrips!(CstaObject<'_>, CstaObject::CallObject(source.connection(&shelf)));
    }

    #[test]
    fn delivered_events(choices in choices(), Octets(octets) in octets(), at in any::<usize>()) {
        let source = Source::new(&choices, &octets);
        shelf!(source, shelf);
        let event = source.delivered(&shelf);
        roundtrips!(DeliveredEvent<'_>, event);
        skips_unknown!(DeliveredEvent<'_>, event, private(source.octets()), at);
        let report = EventReportArgument::new(
            MonitorCrossRefId(source.string()),
            EventSpecificInfo::CallControlEvents(CallControlEvents::Delivered(event)),
        );
        roundtrips!(EventReportArgument<'_>, report);
    }

    #[test]
    fn established_events(choices in choices(), Octets(octets) in octets(), at in any::<usize>()) {
        let source = Source::new(&choices, &octets);
        shelf!(source, shelf);
        let event = source.established(&shelf);
        roundtrips!(EstablishedEvent<'_>, event);
        skips_unknown!(EstablishedEvent<'_>, event, private(source.octets()), at);
    }

    #[test]
    fn originated_events(choices in choices(), Octets(octets) in octets(), at in any::<usize>()) {
        let source = Source::new(&choices, &octets);
        shelf!(source, shelf);
        let event = source.originated(&shelf);
        roundtrips!(OriginatedEvent<'_>, event);
        skips_unknown!(OriginatedEvent<'_>, event, private(source.octets()), at);
    }

    /// What a value held before does not show in what is read into it.
    #[test]
    fn values_that_are_read_into_others(
        first in choices(), second in choices(), Octets(octets) in octets(),
    ) {
        let source = Source::new(&first, &octets);
        shelf!(source, shelf);
        let mut event = source.delivered(&shelf);
        let source = Source::new(&second, &octets);
        shelf!(source, shelf);
        let other = source.delivered(&shelf).encode();
        prop_assert_eq!(event.decode_into(&other), Ok(()));
        prop_assert_eq!(Ok(event), DeliveredEvent::decode(&other));
    }

    #[test]
    fn transferred_events_with_lists(choices in choices(), Octets(octets) in octets()) {
        let source = Source::new(&choices, &octets);
        shelf!(source, shelf);
        let connections = source.list(|source| ConnectionListEntry {
            new_connection: source.maybe(|| source.connection(&shelf)),
            old_connection: source.maybe(|| source.connection(&shelf)),
            endpoint: None,
            associated_nid: source.maybe(|| {
                if source.flag() {
                    AssociatedNid::NotKnown
                } else {
                    AssociatedNid::DeviceId(source.device(&shelf))
                }
            }),
            resulting_connection_info: source.maybe(|| source.information()),
        });
        roundtrips!(TransferredEvent<'_>, TransferredEvent {
            secondary_old_call: source.maybe(|| source.connection(&shelf)),
            extensions: source.maybe(|| Rare::new(shelf.extensions)),
            ..TransferredEvent::new(
                source.connection(&shelf),
                source.subject(&shelf),
                source.subject(&shelf),
                SequenceOf::from(connections.as_slice()),
                source.cause(),
            )
        });
    }

    #[test]
    fn requests(choices in choices(), Octets(octets) in octets(), at in any::<usize>()) {
        let source = Source::new(&choices, &octets);
        shelf!(source, shelf);
        let call = MakeCallArgument {
            account_code: source.maybe(|| source.string()),
            auth_code: source.maybe(|| source.string()),
            auto_originate: AutoOriginate::from_code(i32::from(source.below(3))),
            correlator_data: source.maybe(|| source.string()),
            call_characteristics: source.maybe(|| source.characteristics()),
            media_call_characteristics: source.maybe(|| *shelf.media),
            calling_connection_info: source.maybe(|| source.information()),
            reason: source.maybe(|| source.cause()),
            extensions: source.maybe(|| Rare::new(shelf.extensions)),
            ..MakeCallArgument::new(source.device(&shelf), source.device(&shelf))
        };
        roundtrips!(MakeCallArgument<'_>, call);
        skips_unknown!(MakeCallArgument<'_>, call, private(source.octets()), at);

        let filter = MonitorFilter {
            call_control: CallControlEventSet::EMPTY.with_len(source.octet().into()),
            ..MonitorFilter::new()
        };
        roundtrips!(MonitorStartArgument<'_>, MonitorStartArgument {
            requested_monitor_filter: source.maybe(|| filter),
            monitor_type: source.maybe(|| MonitorType::from_code(source.code())),
            requested_monitor_media_class: source.maybe(|| MonitorMediaClass::VOICE),
            extensions: source.maybe(|| Rare::new(shelf.extensions)),
            ..MonitorStartArgument::new(CstaObject::DeviceObject(source.device(&shelf)))
        });
    }

    #[test]
    fn snapshots(choices in choices(), Octets(octets) in octets()) {
        use csta_codec::services::DeviceSnapshot as Data;

        let source = Source::new(&choices, &octets);
        shelf!(source, shelf);
        let states = source.list(|source| LocalConnectionState::from_code(source.code()));
        let calls = source.list(|source| SnapshotDeviceResponseInfo {
            endpoint_device: source.maybe(|| source.subject(&shelf)),
            services_permitted: source.maybe(|| Rare::new(shelf.permitted)),
            media_call_characteristics: source.maybe(|| *shelf.media),
            call_linkage_data: source.maybe(|| Rare::new(shelf.linkage)),
            ..SnapshotDeviceResponseInfo::new(
                source.connection(&shelf),
                match source.below(4) {
                    0 => CallState::Unknown,
                    1 => CallState::SimpleCallState(SimpleCallState::from_code(source.code())),
                    2 => CallState::Unrecognised(source.unknown()),
                    _ => CallState::CompoundCallState(SequenceOf::from(states.as_slice())),
                },
            )
        });
        roundtrips!(SnapshotDeviceResult<'_>, SnapshotDeviceResult::new(
            Data::SnapshotData(SnapshotDeviceData(SequenceOf::from(calls.as_slice()))),
        ));
    }

    #[test]
    fn messages_of_rose(choices in choices(), Octets(octets) in octets()) {
        let source = Source::new(&choices, &octets);
        let invoke_id = source.number() as i32;
        let rose = match source.below(5) {
            0 => Rose::Invoke(Invoke {
                linked_id: source.maybe(|| source.code()),
                argument: source.maybe(|| source.any()),
                ..Invoke::new(invoke_id, source.operation())
            }),
            1 => Rose::ReturnResult(ReturnResult {
                result: source.maybe(|| OperationResult::new(source.operation(), source.any())),
                ..ReturnResult::new(invoke_id)
            }),
            2 => Rose::ReturnError(ReturnError {
                parameter: source.maybe(|| source.any()),
                ..ReturnError::new(invoke_id, source.operation())
            }),
            3 => Rose::Reject(Reject::new(
                if source.flag() { RejectedId::Absent } else { RejectedId::Present(invoke_id) },
                match source.below(5) {
                    0 => Problem::General(GeneralProblem::from_code(source.code())),
                    1 => Problem::Invoke(InvokeProblem::from_code(source.code())),
                    2 => Problem::ReturnResult(ReturnResultProblem::from_code(source.code())),
                    3 => Problem::ReturnError(ReturnErrorProblem::from_code(source.code())),
                    _ => Problem::Unrecognised(source.unknown()),
                },
            )),
            _ => Rose::ReturnResult(ReturnResult::new(invoke_id)),
        };
        roundtrips!(Rose<'_>, rose);
        roundtrips!(Apdu<'_>, Apdu::from(rose));
    }

    #[test]
    fn messages_of_acse(choices in choices(), Octets(octets) in octets()) {
        let source = Source::new(&choices, &octets);
        let externals = source.list(Source::external);
        let user_information = source.maybe(|| SequenceOf::from(externals.as_slice()));
        let acse = match source.below(5) {
            0 => Acse::Aarq(Aarq {
                protocol_version: source.maybe(|| source.bits()),
                called_ap_title: source.maybe(|| source.any()),
                called_ae_qualifier: source.maybe(|| source.any()),
                calling_ap_invocation_identifier: source.maybe(|| source.number()),
                sender_acse_requirements: source.maybe(|| source.requirements()),
                mechanism_name: source.maybe(|| source.context_name()),
                calling_authentication_value: source.maybe(|| source.authentication()),
                implementation_information: source.maybe(|| source.string()),
                user_information,
                ..Aarq::new(source.context_name())
            }),
            1 => Acse::Aare(Aare {
                protocol_version: source.maybe(|| source.bits()),
                responding_ap_title: source.maybe(|| source.any()),
                responder_acse_requirements: source.maybe(|| source.requirements()),
                responding_authentication_value: source.maybe(|| source.authentication()),
                user_information,
                ..Aare::new(
                    source.context_name(),
                    AssociateResult::from_code(source.code()),
                    match source.below(3) {
                        0 => AssociateSourceDiagnostic::User(
                            UserDiagnostic::from_code(source.code()),
                        ),
                        1 => AssociateSourceDiagnostic::Provider(
                            ProviderDiagnostic::from_code(source.code()),
                        ),
                        _ => AssociateSourceDiagnostic::Unrecognised(source.unknown()),
                    },
                )
            }),
            2 => Acse::Rlrq(Rlrq {
                reason: source.maybe(|| ReleaseRequestReason::from_code(source.code())),
                user_information,
            }),
            3 => Acse::Rlre(Rlre {
                reason: source.maybe(|| ReleaseResponseReason::from_code(source.code())),
                user_information,
            }),
            _ => Acse::Abrt(Abrt {
                abort_diagnostic: source.maybe(|| AbortDiagnostic::from_code(source.code())),
                user_information,
                ..Abrt::new(AbortSource::from_code(source.code()))
            }),
        };
        roundtrips!(Acse<'_>, acse);
        roundtrips!(Apdu<'_>, Apdu::from(acse));
    }
}

/// The length octets that X.690, 10.1 asks for.
fn length_octets(length: usize) -> Vec<u8> {
    match length {
        0..=0x7F => vec![length as u8],
        0x80..=0xFF => vec![0x81, length as u8],
        0x100..=0xFFFF => vec![0x82, (length >> 8) as u8, length as u8],
        _ => vec![0x83, (length >> 16) as u8, (length >> 8) as u8, length as u8],
    }
}

#[test]
fn lengths_are_minimal_where_their_form_changes() {
    let octets = vec![0x31; 70_000];
    let lengths = (0..600).chain(65_500..65_560).map(|length| &octets[..length]);
    for string in lengths {
        let device = DeviceId::new(DeviceIdentifier::Other(OctetString(string)));
        let inner = [&[0x86], length_octets(string.len()).as_slice(), string].concat();
        let expected = [&[0x30], length_octets(inner.len()).as_slice(), &inner].concat();
        let encoded = device.encode();
        assert!(encoded == expected, "{}", string.len());
        assert!(DeviceId::decode(&encoded) == Ok(device), "{}", string.len());

        // The same under an explicit tag and in a list.
        let private = [CstaPrivateData::String(OctetString(string)); 2];
        let extensions = CstaCommonArguments {
            private_data: Some(SequenceOf::from(private.as_slice())),
            ..CstaCommonArguments::new()
        };
        let encoded = extensions.encode();
        assert!(CstaCommonArguments::decode(&encoded) == Ok(extensions), "{}", string.len());
    }
}

#[test]
fn a_writer_grows_and_is_used_again() {
    let mut writer = csta_codec::Writer::new();
    for length in [0, 1, 63, 64, 65, 127, 128, 1000, 3, 70_000, 0] {
        let octets = vec![0x31; length];
        writer.clear();
        assert!(writer.is_empty());
        let device = DeviceId::new(DeviceIdentifier::Other(OctetString(&octets)));
        device.write(&mut writer);
        assert_eq!(writer.octets(), device.encode());
        assert_eq!(writer.len(), writer.octets().len());
    }
}

#[test]
fn a_value_that_is_not_known_keeps_its_number() {
    for code in [0, 34, 122, 128, -1, -129, 32_768, i32::MAX, i32::MIN] {
        let cause = EventCause::from_code(code);
        assert_eq!(cause, EventCause::Unrecognised(code));
        assert_eq!((cause.code(), cause.name()), (code, None));
        assert_eq!(EventCause::decode(&cause.encode()), Ok(cause));
    }
    for &(cause, name) in EventCause::ALL {
        assert_eq!(EventCause::decode(&cause.encode()), Ok(cause));
        assert_eq!(cause.name(), Some(name));
    }
}

#[test]
fn a_member_that_is_not_known_is_not_written_again() {
    let octets = [0x30, 0x08, 0x80, 0x03, 0x31, 0x30, 0x31, 0xC5, 0x01, 0x39];
    let device = DeviceId::decode(&octets).ok();
    assert_eq!(device, Some(DeviceId::dialing_number("101")));
    assert_eq!(
        device.map(|device| device.encode()),
        Some(vec![0x30, 0x05, 0x80, 0x03, 0x31, 0x30, 0x31])
    );
}

#[test]
fn a_default_is_not_written() {
    let plain = MakeCallArgument::new(DeviceId::device_number(1), DeviceId::device_number(2));
    let silent = MakeCallArgument { auto_originate: AutoOriginate::DoNotPrompt, ..plain };
    assert_eq!(plain.encode().len() + 3, silent.encode().len());
    // Read where it is written all the same.
    let octets =
        with_member(&plain.encode(), Element::new(Tag::new(Class::Context, 3, false), &[0]), 2);
    assert_eq!(MakeCallArgument::decode(&octets), Ok(plain));
}
