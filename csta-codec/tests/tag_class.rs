//! Tags of the same number and another class: `[APPLICATION 5]` beside `[5]`, UNIVERSAL 3 beside
//! `[3]`. A decoder that compares numbers alone takes one for the other.

use csta_codec::ber::{Class, Tag};
use csta_codec::events::{DeliveredEvent, EstablishedEvent, OriginatedEvent, TransferredEvent};
use csta_codec::services::{ConsultationCallArgument, MakeCallArgument};
use csta_codec::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, AutoOriginate, CallCharacteristics,
    CalledDeviceId, CallingDeviceId, ConnectionId, ConnectionInformation, DeviceId,
    DeviceIdentifier, EventCause, FlowDirection, LocalConnectionState, NetworkCalledDeviceId,
    NetworkCallingDeviceId, RedirectionDeviceId, SubjectDeviceId,
};
use csta_codec::{Ber, DecodeErrorKind, Element, OctetString, SequenceOf};
use hex_literal::hex;

/// The connection 0075 of 111.
const CONNECTION: &[u8] = &hex!("6B 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31");
const SUBJECT_111: &[u8] = &hex!("63 07 30 05 80 03 31 31 31");
const CALLING_112: &[u8] = &hex!("61 07 30 05 80 03 31 31 32");
const CALLED_111: &[u8] = &hex!("62 07 30 05 80 03 31 31 31");
const REDIRECTION_NOT_KNOWN: &[u8] = &hex!("64 02 87 00");
const ALERTING: &[u8] = &hex!("4E 01 02");
const NEW_CALL: &[u8] = &hex!("0A 01 16");
/// The trunk line 0x01310001 under `[APPLICATION 5]` to `[APPLICATION 8]`.
const APPLICATION_5: &[u8] = &hex!("65 08 30 06 81 04 01 31 00 01");
const APPLICATION_6: &[u8] = &hex!("66 08 30 06 81 04 01 31 00 01");
const APPLICATION_7: &[u8] = &hex!("67 08 30 06 81 04 01 31 00 01");
const APPLICATION_8: &[u8] = &hex!("68 08 30 06 81 04 01 31 00 01");
/// The first and the last of seven bits.
const CONTEXT_5_BITS: &[u8] = &hex!("85 02 01 82");
/// Both directions.
const CONTEXT_5_INFORMATION: &[u8] = &hex!("A5 03 0A 01 02");
const CONTEXT_6_TEXT: &[u8] = &hex!("86 02 48 69");
const CONTEXT_7_TEXT: &[u8] = &hex!("87 02 48 69");

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    Element::new(Tag::constructed(16), &content).encode()
}

fn connection() -> ConnectionId<'static> {
    ConnectionId::new(OctetString(b"0075"), DeviceId::dialing_number("111"))
}

fn subject() -> SubjectDeviceId<'static> {
    SubjectDeviceId::DeviceIdentifier(DeviceId::dialing_number("111"))
}

fn calling() -> CallingDeviceId<'static> {
    CallingDeviceId::DeviceIdentifier(DeviceId::dialing_number("112"))
}

fn called() -> CalledDeviceId<'static> {
    CalledDeviceId::DeviceIdentifier(DeviceId::dialing_number("111"))
}

const TRUNK: DeviceId<'static> = DeviceId::device_number(0x0131_0001);

fn associated_calling() -> Option<AssociatedCallingDeviceId<'static>> {
    Some(AssociatedCallingDeviceId::DeviceIdentifier(TRUNK))
}

fn both_ways() -> Option<ConnectionInformation<'static>> {
    Some(ConnectionInformation {
        flow_direction: Some(FlowDirection::TransmitAndReceive),
        ..ConnectionInformation::new()
    })
}

/// The first and the last of seven bits.
fn characteristics() -> Option<CallCharacteristics> {
    Some(CallCharacteristics::ACD_CALL | CallCharacteristics::PRIVATE_CALL)
}

#[test]
fn originated_tells_application_5_from_context_5() {
    let plain = OriginatedEvent::new(connection(), subject(), called(), EventCause::NewCall);
    let device = associated_calling();
    let bits = characteristics();
    let cases: [(&[&[u8]], OriginatedEvent<'_>); 4] = [
        (&[], plain),
        (&[APPLICATION_5], OriginatedEvent { associated_calling_device: device, ..plain }),
        (&[CONTEXT_5_BITS], OriginatedEvent { call_characteristics: bits, ..plain }),
        (
            &[APPLICATION_5, CONTEXT_5_BITS],
            OriginatedEvent {
                associated_calling_device: device,
                call_characteristics: bits,
                ..plain
            },
        ),
    ];
    for (tail, expected) in cases {
        let octets = sequence(&[CONNECTION, SUBJECT_111, CALLED_111, NEW_CALL, &tail.concat()]);
        assert_eq!(OriginatedEvent::decode(&octets), Ok(expected));
        assert_eq!(expected.encode(), octets);
    }
}

#[test]
fn delivered_tells_application_6_from_context_6() {
    let plain = DeliveredEvent {
        local_connection_info: Some(LocalConnectionState::Alerting),
        ..DeliveredEvent::new(
            connection(),
            subject(),
            calling(),
            called(),
            RedirectionDeviceId::NotKnown,
            EventCause::NewCall,
        )
    };
    let device = Some(AssociatedCalledDeviceId::DeviceIdentifier(TRUNK));
    let text = Some("Hi".into());
    let cases: [(&[&[u8]], DeliveredEvent<'_>); 4] = [
        (&[], plain),
        (&[APPLICATION_6], DeliveredEvent { associated_called_device: device, ..plain }),
        (&[CONTEXT_6_TEXT], DeliveredEvent { subject_of_call: text, ..plain }),
        (
            &[APPLICATION_6, CONTEXT_6_TEXT],
            DeliveredEvent { associated_called_device: device, subject_of_call: text, ..plain },
        ),
    ];
    for (tail, expected) in cases {
        let octets = sequence(&[
            CONNECTION,
            SUBJECT_111,
            CALLING_112,
            CALLED_111,
            REDIRECTION_NOT_KNOWN,
            ALERTING,
            NEW_CALL,
            &tail.concat(),
        ]);
        assert_eq!(DeliveredEvent::decode(&octets), Ok(expected));
        assert_eq!(expected.encode(), octets);
    }
}

#[test]
fn established_tells_application_5_to_8_from_context_5_to_8() {
    let plain = EstablishedEvent::new(
        connection(),
        subject(),
        calling(),
        called(),
        RedirectionDeviceId::NotKnown,
        EventCause::NewCall,
    );
    let device = associated_calling();
    let network_calling = Some(NetworkCallingDeviceId::DeviceIdentifier(TRUNK));
    let network_called = Some(NetworkCalledDeviceId::DeviceIdentifier(TRUNK));
    let text = Some("Hi".into());
    let cases: [(&[&[u8]], EstablishedEvent<'_>); 8] = [
        (&[], plain),
        (&[APPLICATION_5], EstablishedEvent { associated_calling_device: device, ..plain }),
        (
            &[CONTEXT_5_INFORMATION],
            EstablishedEvent { established_connection_info: both_ways(), ..plain },
        ),
        (
            &[APPLICATION_5, CONTEXT_5_INFORMATION],
            EstablishedEvent {
                associated_calling_device: device,
                established_connection_info: both_ways(),
                ..plain
            },
        ),
        (&[APPLICATION_7], EstablishedEvent { network_calling_device: network_calling, ..plain }),
        (&[CONTEXT_7_TEXT], EstablishedEvent { subject_of_call: text, ..plain }),
        (
            &[APPLICATION_7, CONTEXT_7_TEXT],
            EstablishedEvent {
                network_calling_device: network_calling,
                subject_of_call: text,
                ..plain
            },
        ),
        (&[APPLICATION_8], EstablishedEvent { network_called_device: network_called, ..plain }),
    ];
    for (tail, expected) in cases {
        let octets = sequence(&[
            CONNECTION,
            SUBJECT_111,
            CALLING_112,
            CALLED_111,
            REDIRECTION_NOT_KNOWN,
            NEW_CALL,
            &tail.concat(),
        ]);
        assert_eq!(EstablishedEvent::decode(&octets), Ok(expected));
        assert_eq!(expected.encode(), octets);
    }
}

#[test]
fn make_call_tells_a_bit_string_from_context_3() {
    const DEVICES: &[u8] = &hex!("30 05 80 03 31 31 31 30 05 80 03 31 31 32");
    const CONTEXT_3: &[u8] = &hex!("83 01 01");
    const BIT_STRING: &[u8] = &hex!("03 02 01 82");
    let plain =
        MakeCallArgument::new(DeviceId::dialing_number("111"), DeviceId::dialing_number("112"));
    let bits = characteristics();
    let silent = AutoOriginate::DoNotPrompt;
    let cases: [(&[&[u8]], MakeCallArgument<'_>); 4] = [
        (&[], plain),
        (&[CONTEXT_3], MakeCallArgument { auto_originate: silent, ..plain }),
        (&[BIT_STRING], MakeCallArgument { call_characteristics: bits, ..plain }),
        (
            &[CONTEXT_3, BIT_STRING],
            MakeCallArgument { auto_originate: silent, call_characteristics: bits, ..plain },
        ),
    ];
    assert_eq!(plain.auto_originate, AutoOriginate::Prompt);
    for (tail, expected) in cases {
        let octets = sequence(&[DEVICES, &tail.concat()]);
        assert_eq!(MakeCallArgument::decode(&octets), Ok(expected));
        assert_eq!(expected.encode(), octets);
    }
}

#[test]
fn a_cause_is_told_from_context_10() {
    // languagePreferences is [10] and stands behind the cause, an ENUMERATED and so UNIVERSAL 10.
    let octets = sequence(&[CONNECTION, SUBJECT_111, CALLED_111, &hex!("8A 01 16")]);
    let error = OriginatedEvent::decode(&octets).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::MissingMember);
    assert_eq!((error.type_name(), error.member()), ("OriginatedEvent", Some("cause")));
    let parts = [CONNECTION, SUBJECT_111, CALLED_111, NEW_CALL, &hex!("8A 02 64 65")];
    let octets = sequence(&parts);
    let event = OriginatedEvent::decode(&octets).unwrap();
    assert_eq!(event.cause, EventCause::NewCall);
    assert_eq!(event.language_preferences, Some("de".into()));
}

#[test]
fn a_tag_of_another_class_is_no_value_of_the_type() {
    for octets in [hex!("A3 07 30 05 80 03 31 31 31"), hex!("E3 07 30 05 80 03 31 31 31")] {
        let error = SubjectDeviceId::decode(&octets).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::UnexpectedTag);
    }
    // In a SEQUENCE it is a member that is not known, and skipped.
    let octets = hex!("30 08 80 03 31 31 31 60 01 39");
    assert_eq!(DeviceId::decode(&octets), Ok(DeviceId::dialing_number("111")));
    // In a mandatory CHOICE it is an alternative that is not known, and kept.
    let octets = hex!("30 05 40 03 31 31 31");
    let unknown = Element::new(Tag::new(Class::Application, 0, false), b"111");
    let device = DeviceId::new(DeviceIdentifier::Unrecognised(unknown));
    assert_eq!(DeviceId::decode(&octets), Ok(device));
}

#[test]
fn implicit_over_a_tagged_choice_replaces_the_tag_and_keeps_the_choice() {
    // [0] in place of [APPLICATION 11], with the SEQUENCE of call and device inside.
    let existing = hex!("A0 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31");
    let consulted = hex!("A1 07 30 05 80 03 31 31 32");
    let octets = sequence(&[&existing, &consulted]);
    let expected = ConsultationCallArgument::new(connection(), DeviceId::dialing_number("112"));
    assert_eq!(ConsultationCallArgument::decode(&octets), Ok(expected));
    assert_eq!(expected.encode(), octets);

    // Neither another class nor the original tag around it is the member.
    for wrong in
        [hex!("60 11 30 0F 80 04 30 30 37 35 A1 07 30 05 80 03 31 31 31").as_slice(), CONNECTION]
    {
        let octets = sequence(&[wrong, &consulted]);
        let error = ConsultationCallArgument::decode(&octets).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::MissingMember);
        assert_eq!(error.member(), Some("existingCall"));
    }
}

#[test]
fn the_alternatives_of_an_implicit_choice_are_told_apart() {
    let consulted = hex!("A1 07 30 05 80 03 31 31 32");
    // The call alone, under [0] within [0].
    let octets = sequence(&[&hex!("A0 06 80 04 30 30 37 35"), &consulted]);
    let argument = ConsultationCallArgument::decode(&octets).unwrap();
    assert_eq!(argument.existing_call, ConnectionId::CallId(OctetString(b"0075")));
    assert_eq!(argument.encode(), octets);
    // The device alone, under [1] within [0].
    let octets = sequence(&[&hex!("A0 09 A1 07 30 05 80 03 31 31 31"), &consulted]);
    let argument = ConsultationCallArgument::decode(&octets).unwrap();
    assert_eq!(argument.existing_call.device(), Some(&DeviceId::dialing_number("111")));
    assert_eq!(argument.encode(), octets);
}

#[test]
fn a_transfer_tells_its_second_call_from_its_first() {
    const SECOND: &[u8] = &hex!("A0 11 30 0F 80 04 30 30 37 36 A1 07 30 05 80 03 31 31 31");
    const SUBJECT_112: &[u8] = &hex!("63 07 30 05 80 03 31 31 32");
    const NO_CONNECTIONS: &[u8] = &hex!("A1 00");
    const TRANSFER: &[u8] = &hex!("0A 01 20");
    let plain = TransferredEvent::new(
        connection(),
        subject(),
        SubjectDeviceId::DeviceIdentifier(DeviceId::dialing_number("112")),
        SequenceOf::from([].as_slice()),
        EventCause::Transfer,
    );
    let second = ConnectionId::new(OctetString(b"0076"), DeviceId::dialing_number("111"));
    for (second, expected) in [
        ([].as_slice(), plain),
        (SECOND, TransferredEvent { secondary_old_call: Some(second), ..plain }),
    ] {
        let octets =
            sequence(&[CONNECTION, second, SUBJECT_111, SUBJECT_112, NO_CONNECTIONS, TRANSFER]);
        assert_eq!(TransferredEvent::decode(&octets), Ok(expected));
        assert_eq!(expected.encode(), octets);
    }
}
