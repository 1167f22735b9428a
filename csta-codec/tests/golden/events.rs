//! What the vectors of events mean.

use csta_codec::events::{
    CallControlEvents, DeliveredEvent, EventReport, EventReportArgument, EventSpecificInfo,
    HeldEvent, ServiceInitiatedEvent, TransferredEvent,
};
use csta_codec::rose::InvokeId;
use csta_codec::types::{
    AssociatedCalledDeviceId, AssociatedCallingDeviceId, AssociatedNid, CalledDeviceId,
    CallingDeviceId, ConnectionId, ConnectionListEntry, CstaSecurityData, DeviceId, EventCause,
    FlowDirection, GlobalCallLinkageId, LocalConnectionState, LocalDeviceId, MonitorCrossRefId,
    NetworkCalledDeviceId, RedirectionDeviceId, SubjectDeviceId,
};
use csta_codec::{GeneralizedTime, OctetString, SequenceOf};
use hex_literal::hex;

use super::argument;
use super::vectors::{Vector, captured, constructed};

/// The invoke id, cross reference and event of a report.
fn event(vector: &Vector) -> (InvokeId, &'static [u8], CallControlEvents<'static>) {
    let (invoke_id, report) = argument::<EventReport>(vector);
    let EventReportArgument {
        cross_ref_identifier: MonitorCrossRefId(OctetString(reference)),
        event_specific_info: EventSpecificInfo::CallControlEvents(event),
    } = report
    else {
        panic!("{}: no event of call control", vector.name);
    };
    (invoke_id, reference, event)
}

fn subject(number: &str) -> SubjectDeviceId<'_> {
    SubjectDeviceId::DeviceIdentifier(DeviceId::dialing_number(number))
}

fn connection<'a>(call: &'a [u8], number: &'a str) -> ConnectionId<'a> {
    ConnectionId::new(OctetString(call), DeviceId::dialing_number(number))
}

#[test]
fn a_telephone_goes_off_hook() {
    let expected = ServiceInitiatedEvent {
        local_connection_info: Some(LocalConnectionState::Initiated),
        ..ServiceInitiatedEvent::new(
            connection(b"0075", "111"),
            subject("111"),
            EventCause::NewCall,
        )
    };
    let expected = CallControlEvents::ServiceInitiated(expected);
    let vector = &captured::SERVICE_INITIATED;
    assert_eq!(event(vector), (3, hex!("01 11 00 12").as_slice(), expected));
}

#[test]
fn a_telephone_rings() {
    let trunk = DeviceId::device_number(0x0131_0001);
    let expected = DeliveredEvent {
        local_connection_info: Some(LocalConnectionState::Alerting),
        associated_calling_device: Some(AssociatedCallingDeviceId::DeviceIdentifier(trunk)),
        ..DeliveredEvent::new(
            connection(b"0075", "111"),
            subject("111"),
            CallingDeviceId::DeviceIdentifier(DeviceId::dialing_number("112")),
            CalledDeviceId::DeviceIdentifier(DeviceId::dialing_number("111")),
            RedirectionDeviceId::NotKnown,
            EventCause::NewCall,
        )
    };
    let expected = CallControlEvents::Delivered(expected);
    let vector = &constructed::DELIVERED;
    assert_eq!(event(vector), (4, hex!("01 11 00 12").as_slice(), expected));
}

#[test]
fn an_event_carries_a_time_stamp_and_linkage_data() {
    let (invoke_id, reference, event) = event(&constructed::HIPATH_HELD);
    assert_eq!((invoke_id, reference), (9, hex!("00 2A").as_slice()));
    let CallControlEvents::Held(held) = event else { panic!("another event") };
    let security = held.extensions.unwrap().get().security.unwrap();
    let time = GeneralizedTime(b"20070417120000");
    assert_eq!(security, CstaSecurityData { timestamp: Some(time), ..CstaSecurityData::new() });
    let linkage = held.call_linkage_data.unwrap().get();
    assert_eq!(
        linkage.global_call_data.global_call_linkage_id,
        GlobalCallLinkageId::SubDomainCallLinkageId(OctetString(&hex!(
            "00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F"
        )))
    );
    assert_eq!(linkage.thread_data, None);
    let rest = HeldEvent { call_linkage_data: None, extensions: None, ..held };
    let call = connection(&[0xB1, 0x64], "100");
    assert_eq!(rest, HeldEvent::new(call, subject("100"), EventCause::Normal));
}

#[test]
fn a_transfer_names_both_calls_and_the_connections_that_remain() {
    let (invoke_id, reference, event) = event(&constructed::TRANSFERRED);
    assert_eq!((invoke_id, reference), (10, hex!("01 11 00 01").as_slice()));
    let trunk = DeviceId::device_number(0x0131_0001);
    let connections = [ConnectionListEntry {
        new_connection: Some(ConnectionId::new(OctetString(b"0076"), trunk)),
        associated_nid: Some(AssociatedNid::DeviceId(trunk)),
        ..ConnectionListEntry::new()
    }];
    let expected = TransferredEvent {
        secondary_old_call: Some(connection(b"0076", "101")),
        ..TransferredEvent::new(
            connection(b"0075", "101"),
            subject("101"),
            subject("102"),
            SequenceOf::from(connections.as_slice()),
            EventCause::Transfer,
        )
    };
    assert_eq!(event, CallControlEvents::Transferred(expected));
}

#[test]
fn nearly_all_members_of_an_event_are_in_their_place() {
    let (invoke_id, reference, event) = event(&constructed::ESTABLISHED);
    assert_eq!((invoke_id, reference), (5, hex!("A5 12 FF 31").as_slice()));
    let CallControlEvents::Established(event) = event else { panic!("another event") };
    let ConnectionId::DeviceId(LocalDeviceId::DynamicId(device)) = event.established_connection
    else {
        panic!("another connection");
    };
    assert!(device.as_bytes().is_empty());
    assert_eq!(event.answering_device, subject(""));
    let calling = CallingDeviceId::DeviceIdentifier(DeviceId::dialing_number("jZdN"));
    assert_eq!(event.calling_device, calling);
    let called = CalledDeviceId::DeviceIdentifier(DeviceId::dialing_number("M"));
    assert_eq!(event.called_device, called);
    let redirection = RedirectionDeviceId::Numberdialed(DeviceId::dialing_number("KllXb5W "));
    assert_eq!(event.last_redirection_device, redirection);
    assert!(event.originating_nid_connection.is_some());
    assert_eq!(event.local_connection_info, Some(LocalConnectionState::Alerting));
    assert_eq!(event.correlator_data, Some(OctetString(&[0xD5])));
    assert_eq!(event.user_data.unwrap().0.as_bytes().len(), 12);
    assert_eq!(event.cause, EventCause::BadGrammar);
    let permitted = event.services_permitted.unwrap().get();
    assert_eq!(permitted.call_control_services.len(), 16);
    assert_eq!(event.network_called_device, Some(NetworkCalledDeviceId::NotKnown));
    assert_eq!(event.associated_calling_device, Some(AssociatedCallingDeviceId::NotKnown));
    let associated =
        AssociatedCalledDeviceId::DeviceIdentifier(DeviceId::dialing_number("bKwh84YrHD9Pg*"));
    assert_eq!(event.associated_called_device, Some(associated));
    let media = event.media_call_characteristics.unwrap();
    assert_eq!((media.connection_rate, media.delay_tolerance), (Some(-129), Some(128)));
    assert_eq!(event.call_characteristics.unwrap().len(), 8);
    let information = event.established_connection_info.unwrap();
    assert_eq!(information.flow_direction, Some(FlowDirection::None));
    assert_eq!(information.number_of_channels, 32767);
    assert!(event.call_linkage_data.unwrap().get().thread_data.is_some());
    assert_eq!(event.subject_of_call.unwrap().as_str(), Ok("+ie75q"));
    assert_eq!(event.message_info, None);
    assert_eq!(event.language_preferences.unwrap().as_str(), Ok("lsO"));
    assert!(event.device_history.is_some());
    assert_eq!(event.location_info.unwrap().get().iter().count(), 1);
    assert_eq!(event.extensions.unwrap().get().security, Some(CstaSecurityData::new()));
}
