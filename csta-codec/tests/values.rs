//! What values tell of themselves, beyond how they are read and written.

use bytes::Bytes;
use csta_codec::acse::{CSTA_INFORMATION, External, csta_version};
use csta_codec::ber::normalise;
use csta_codec::rose::OutgoingInvoke;
use csta_codec::services::{AnswerCall, AnswerCallArgument, StatusFilter};
use csta_codec::types::{
    ConnectionId, CstaFunctionality, CstaVersion, DeviceId, LocalDeviceId, OldUserInformation,
    OperationErrors, PerformanceManagementErrors, PrivateDataInfoErrors, SecurityErrors,
    StateIncompatibilityErrors, SubscribedResourceAvailabilityErrors,
    SystemResourceAvailabilityErrors, SystemStatus, UniversalFailure, UserInformation,
};
use csta_codec::{
    Ber, BitString, DecodeErrorKind, Element, OctetString, Operation, Owned, SequenceOf,
};

#[test]
fn a_status_filter_suppresses_the_state_of_its_name_and_no_other() {
    for (status, name) in SystemStatus::ALL {
        let filter = StatusFilter::of(*status).unwrap();
        let name = if *name == "messagesLost" { "messageLost" } else { name };
        assert_eq!(filter.names().collect::<Vec<_>>(), [name]);
        for (other, _) in SystemStatus::ALL {
            assert_eq!(filter.suppresses(*other), other == status);
        }
    }
    let unknown = SystemStatus::Unrecognised(99);
    assert_eq!(StatusFilter::of(unknown), None);
    assert!(!StatusFilter::NORMAL.suppresses(unknown));
}

#[test]
fn a_failure_shows_its_category_and_what_it_is() {
    type Failure = UniversalFailure<'static>;
    let cases: [(Failure, &str); 9] = [
        (Failure::Operation(OperationErrors::Generic), "operation: generic (1)"),
        (Failure::Security(SecurityErrors::from_code(77)), "security: 77 (77)"),
        (
            Failure::StateIncompatibility(StateIncompatibilityErrors::from_code(77)),
            "state incompatibility: 77 (77)",
        ),
        (
            Failure::SystemResourceAvailability(SystemResourceAvailabilityErrors::from_code(77)),
            "system resource: 77 (77)",
        ),
        (
            Failure::SubscribedResourceAvailability(
                SubscribedResourceAvailabilityErrors::from_code(77),
            ),
            "subscribed resource: 77 (77)",
        ),
        (
            Failure::PerformanceManagement(PerformanceManagementErrors::from_code(77)),
            "performance: 77 (77)",
        ),
        (
            Failure::PrivateData(PrivateDataInfoErrors::CstaPrivateDataInfoError),
            "private data: cSTAPrivateDataInfoError (1)",
        ),
        (Failure::Unspecified, "no reason given"),
        (Failure::Unrecognised(Element::null()), "unknown failure [UNIVERSAL 5] "),
    ];
    for (failure, shown) in cases {
        assert_eq!(failure.to_string(), shown);
    }
}

#[test]
fn a_connection_tells_its_call_and_its_device_as_far_as_it_names_them() {
    let (call, device) = (OctetString(b"0075"), DeviceId::dialing_number("101"));
    let both = ConnectionId::new(call, device);
    assert_eq!((both.call(), both.device()), (Some(call), Some(&device)));
    let alone = ConnectionId::CallId(call);
    assert_eq!((alone.call(), alone.device()), (Some(call), None));
    let alone = ConnectionId::DeviceId(LocalDeviceId::StaticId(device));
    assert_eq!((alone.call(), alone.device()), (None, Some(&device)));
    let dynamic = ConnectionId::DeviceId(LocalDeviceId::DynamicId(OctetString(&[1])));
    assert_eq!((dynamic.call(), dynamic.device()), (None, None));
}

#[test]
fn the_version_of_phase_ii_is_found_in_user_information() {
    let version = CstaVersion::VERSION_TWO;
    let none = CstaFunctionality::new();
    let information = UserInformation::OldDefinition(OldUserInformation::new(version, none, none));
    let octets = information.encode();
    let external = External::named(CSTA_INFORMATION, Element::decode(&octets).unwrap());
    let list = [external];
    assert_eq!(csta_version(&SequenceOf::from(list.as_slice())), Some(version));
}

#[test]
fn an_open_value_gets_its_type_later_also_where_its_strings_are_in_pieces() {
    let expected = Owned::<DeviceId<'static>>::new(&DeviceId::dialing_number("101"));
    let whole: &[u8] = &[0x30, 0x05, 0x80, 0x03, b'1', b'0', b'1'];
    let pieces: &[u8] = &[0x30, 0x07, 0xA0, 0x05, 0x16, 0x03, b'1', b'0', b'1'];
    for octets in [whole, pieces] {
        let frame = Bytes::copy_from_slice(octets);
        let open = Owned::<Element<'static>>::decode(frame.clone()).unwrap();
        assert_eq!(open.read::<DeviceId<'static>>().unwrap(), expected);
        let kept = Owned::<DeviceId<'static>>::from_element(&open.element(), &frame).unwrap();
        assert_eq!(kept, expected);
        assert_eq!(format!("{kept:?}"), format!("{:?}", expected.get()));
        let error = open.read::<i64>().unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::UnexpectedTag);
        let error = Owned::<i64>::from_element(&open.element(), &frame).unwrap_err();
        assert_eq!(error.kind(), DecodeErrorKind::UnexpectedTag);
    }
    assert_ne!(expected, Owned::new(&DeviceId::dialing_number("102")));
}

#[test]
fn an_argument_in_octets_makes_the_same_invocation_as_the_value() {
    let connection = ConnectionId::new(OctetString(b"0075"), DeviceId::dialing_number("101"));
    let argument = AnswerCallArgument::new(connection);
    let encoded = OutgoingInvoke::encoded(AnswerCall::CODE, &argument.encode()).into_apdu(7);
    let typed = OutgoingInvoke::new::<AnswerCall>(&argument).into_apdu(7);
    assert_eq!(encoded.octets(), typed.octets());
    assert_eq!(encoded.into_bytes(), typed.octets());
}

#[test]
fn as_many_strings_in_pieces_as_are_allowed_are_joined() {
    let pieces = [0x24, 0x03, 0x04, 0x01, 0xAA].repeat(64);
    let mut octets = vec![0x30, 0x82, 0x01, 0x40];
    octets.extend(pieces);
    let joined = normalise::<SequenceOf<'static, OctetString<'static>>>(&octets).unwrap();
    let list = SequenceOf::<OctetString<'_>>::decode(&joined).unwrap();
    assert_eq!(list.iter().filter(|string| string.0 == [0xAA]).count(), 64);
}

#[test]
fn bits_are_as_many_as_there_are() {
    assert_eq!(BitString::with_len(&[0xF0], 3).len(), 3);
    assert_eq!(BitString::with_len(&[0xF0], 100).len(), 8);
    assert!(BitString::new(&[]).is_empty());
    assert_eq!(format!("{:?}", BitString::with_len(&[0xA0], 3)), "A0/3");
    let error = BitString::decode(&[0x03, 0x01, 0x01]).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::InvalidValue);
    let error = <()>::decode(&[0x05, 0x01, 0x00]).unwrap_err();
    assert_eq!(error.kind(), DecodeErrorKind::InvalidValue);
}
