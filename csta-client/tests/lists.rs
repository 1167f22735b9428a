//! Answers that come in parts: results in segments, and Panasonic's lists of devices.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]

mod support;

use std::time::Duration;

use csta_client::{Client, Error, ErrorKind, Incoming, Initiator};
use csta_codec::services::*;
use csta_codec::types::capability::DeviceCategory;
use csta_codec::types::{
    CallState, ConnectionId, LocalConnectionState, SnapshotCallResponseInfo,
    SnapshotDeviceResponseInfo, SubjectDeviceId,
};
use csta_codec::{Ber, Ia5String, OctetString, Operation, OperationInfo, SequenceOf, types};
use futures::future::join_all;
use futures::{FutureExt, StreamExt};
use hex_literal::hex;
use kme_private::{
    DeviceKind, DeviceList, DeviceNumber, DeviceStateEntry, KmePrivateData, LinkedReply,
    SystemData, common_arguments,
};
use support::{
    ACTIVE, HELD, Peer, connected, connection, device, id_of, invoke, invoke_of, listening, result,
    result_of, running,
};

/// A call in a snapshot.
fn call(connection: ConnectionId<'_>) -> SnapshotDeviceResponseInfo<'_> {
    const STATES: &[LocalConnectionState] = &[LocalConnectionState::Connected];
    let states = CallState::CompoundCallState(STATES.into());
    SnapshotDeviceResponseInfo::new(connection, states)
}

fn segment(number: i64, is_last: bool, of: &[u8]) -> Vec<u8> {
    let calls = [call(connection(of))];
    let data = types::SnapshotDeviceData(calls.as_slice().into());
    let mut segment = SnapshotDeviceDataArgument::new(OctetString(b"\x07"), is_last, data);
    segment.segment_id = Some(number);
    invoke::<SnapshotDeviceData>(100 + number as i32, &segment)
}

fn in_segments(request: &[u8]) -> Vec<u8> {
    let cross_ref = DeviceSnapshot::ServiceCrossRefId(OctetString(b"\x07"));
    result::<SnapshotDevice>(request, &SnapshotDeviceResult::new(cross_ref))
}

#[tokio::test(start_paused = true)]
async fn a_snapshot_in_segments_is_put_together_also_if_one_overtakes_the_answer() {
    let (client, mut peer) = connected().await;
    let (snapshot, ()) = tokio::join!(client.snapshot_device(device("101")), async {
        let request = peer.receive().await;
        peer.send(&segment(1, false, ACTIVE)).await;
        peer.send(&in_segments(&request)).await;
        peer.send(&segment(2, true, HELD)).await;
    });
    let snapshot = snapshot.unwrap();
    let calls: Vec<_> = snapshot.calls().map(|call| call.connection_identifier).collect();
    assert_eq!(calls, [connection(ACTIVE), connection(HELD)]);

    // At once, and none.
    let (snapshot, ()) = tokio::join!(client.snapshot_device(device("101")), async {
        let request = peer.receive().await;
        let none = DeviceSnapshot::SnapshotData(types::SnapshotDeviceData([].as_slice().into()));
        peer.send(&result::<SnapshotDevice>(&request, &SnapshotDeviceResult::new(none))).await;
    });
    assert!(snapshot.unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_segment_that_is_missing_or_late_is_told() {
    let (client, mut peer) = connected().await;
    let (snapshot, ()) = tokio::join!(client.snapshot_device(device("101")), async {
        let request = peer.receive().await;
        peer.send(&in_segments(&request)).await;
        peer.send(&segment(1, false, ACTIVE)).await;
        peer.send(&segment(3, true, HELD)).await;
    });
    let error = snapshot.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undecodable);
    assert_eq!(error.to_string(), "a segment of the answer to snapshotDevice is missing");

    let begin = tokio::time::Instant::now();
    let (snapshot, ()) = tokio::join!(client.snapshot_device(device("101")), async {
        let request = peer.receive().await;
        peer.send(&in_segments(&request)).await;
        tokio::time::advance(Duration::from_secs(9)).await;
        peer.send(&segment(1, false, ACTIVE)).await;
    });
    let error = snapshot.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    assert!(error.to_string().starts_with("no further segment"), "{error}");
    assert_eq!(begin.elapsed(), Duration::from_secs(19));
}

#[tokio::test(start_paused = true)]
async fn a_switch_that_begins_anew_under_the_same_reference_leaves_the_first_without_its_segments()
{
    let (client, mut peer) = connected().await;
    let snapshot = || client.snapshot_device(device("101"));
    let (first, second, ()) = tokio::join!(snapshot(), snapshot(), async {
        let (first, second) = (peer.receive().await, peer.receive().await);
        peer.send(&in_segments(&first)).await;
        peer.send(&segment(1, false, ACTIVE)).await;
        peer.send(&in_segments(&second)).await;
        peer.send(&segment(1, true, HELD)).await;
    });
    let error = first.unwrap_err();
    assert_eq!(error.to_string(), "a segment of the answer to snapshotDevice is missing");
    assert_eq!(second.unwrap().calls().count(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_devices_of_a_switch_come_in_segments() {
    let (client, mut peer) = connected().await;
    let method = client.switch_devices(Some(ReqDeviceCategory::Station));
    let (devices, ()) = tokio::join!(method, async {
        let request = peer.receive().await;
        let reference = OctetString(b"\x01\x02");
        let answer = GetSwitchingFunctionDevicesResult::new(reference);
        peer.send(&result::<GetSwitchingFunctionDevices>(&request, &answer)).await;
        for (number, is_last) in [("101", false), ("102", true)] {
            let mut entry = DeviceListEntry::new(device(number));
            entry.device_category = DeviceCategory::Station;
            let list = [entry];
            let list = list.as_slice().into();
            let segment = SwitchingFunctionDevicesArgument::new(reference, is_last, list);
            peer.send(&invoke::<SwitchingFunctionDevices>(7, &segment)).await;
        }
    });
    let devices = devices.unwrap();
    let numbers: Vec<_> = devices.entries().map(|entry| entry.device_id).collect();
    assert_eq!(numbers, [device("101"), device("102")]);
}

#[tokio::test(start_paused = true)]
async fn the_devices_of_a_call_come_at_once_or_in_segments() {
    let (client, mut peer) = connected().await;
    let numbers = |snapshot: &csta_client::CallSnapshot| {
        snapshot.devices().map(|device| format!("{:?}", device.device_on_call)).collect::<Vec<_>>()
    };
    let at = |number| SubjectDeviceId::DeviceIdentifier(device(number));
    let [first, second] = ["101", "102"].map(|number| [SnapshotCallResponseInfo::new(at(number))]);
    let [first, second] =
        [&first, &second].map(|devices| types::SnapshotCallData(devices.as_slice().into()));
    let (snapshot, ()) = tokio::join!(client.snapshot_call(connection(ACTIVE)), async {
        let request = peer.receive().await;
        let answer = SnapshotCallResult::new(CallSnapshot::SnapshotData(first));
        peer.send(&result::<SnapshotCall>(&request, &answer)).await;
    });
    assert_eq!(numbers(&snapshot.unwrap()), [format!("{:?}", at("101"))]);

    let (snapshot, ()) = tokio::join!(client.snapshot_call(connection(ACTIVE)), async {
        let request = peer.receive().await;
        let reference = OctetString(b"\x07");
        let mut answer = SnapshotCallResult::new(CallSnapshot::ServiceCrossRefId(reference));
        answer.subject_of_call = Some("sales".into());
        peer.send(&result::<SnapshotCall>(&request, &answer)).await;
        for (number, data) in [(1, first), (2, second)] {
            let mut segment = SnapshotCallDataArgument::new(reference, number == 2, data);
            segment.segment_id = Some(number);
            peer.send(&invoke::<SnapshotCallData>(9, &segment)).await;
        }
    });
    let snapshot = snapshot.unwrap();
    assert_eq!(numbers(&snapshot), ["101", "102"].map(|number| format!("{:?}", at(number))));
    assert_eq!(snapshot.result().get().subject_of_call, Some("sales".into()));
}

#[tokio::test(start_paused = true)]
async fn segments_that_overtake_their_answers_find_them() {
    let (client, mut peer) = connected().await;
    let snapshot = || client.snapshot_device(device("101"));
    let (first, second, ()) = tokio::join!(snapshot(), snapshot(), async {
        let (first, second) = (peer.receive().await, peer.receive().await);
        // Of the second, before either is answered.
        peer.send(&segment(1, true, HELD)).await;
        let other = DeviceSnapshot::ServiceCrossRefId(OctetString(b"\x08"));
        let other = SnapshotDeviceResult::new(other);
        peer.send(&result::<SnapshotDevice>(&first, &other)).await;
        peer.send(&in_segments(&second)).await;
    });
    // The first one waits for its own, and that of the other is not taken for it.
    assert_eq!(first.unwrap_err().kind(), ErrorKind::TimedOut);
    assert_eq!(second.unwrap().calls().count(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_answer_or_a_segment_that_cannot_be_understood_is_told() {
    let (client, mut incoming, mut peer) = listening().await;
    let (snapshot, ()) = tokio::join!(client.snapshot_device(device("101")), async {
        assert_eq!(id_of(&peer.receive().await), 1);
        peer.send(&hex!("A2 0A 02 01 01 30 05 02 01 4A 05 00")).await;
    });
    let error = snapshot.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Undecodable);
    assert!(error.to_string().starts_with("the answer to snapshotDevice cannot"), "{error}");

    // What has no head is no segment of anything; the rest does not come in time.
    let (snapshot, item) = tokio::join!(client.snapshot_device(device("101")), async {
        let request = peer.receive().await;
        peer.send(&in_segments(&request)).await;
        peer.send(&hex!("A1 08 02 01 09 02 01 4D 05 00")).await;
        incoming.next().await
    });
    assert_eq!(snapshot.unwrap_err().kind(), ErrorKind::TimedOut);
    assert!(matches!(item, Some(Incoming::Invoke(_))), "{item:?}");
}

#[tokio::test(start_paused = true)]
async fn an_answer_in_too_many_segments_is_given_up() {
    let (client, mut peer) = connected().await;
    let calls = vec![call(connection(ACTIVE)); 2000];
    let data = types::SnapshotDeviceData(calls.as_slice().into());
    let segment = SnapshotDeviceDataArgument::new(OctetString(b"\x07"), false, data);
    let segment = invoke::<SnapshotDeviceData>(9, &segment);
    let snapshot = tokio::spawn({
        let client = client.clone();
        async move { client.snapshot_device(device("101")).await }
    });
    let request = peer.receive().await;
    peer.send(&in_segments(&request)).await;
    // 16 MiB.
    for sent in 0..(1 << 24) / segment.len() {
        assert!(!snapshot.is_finished(), "after {sent}");
        peer.send(&segment).await;
    }
    for _ in 0..2 {
        peer.send(&segment).await;
    }
    let error = snapshot.await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::Undecodable, Initiator::Remote));
    assert_eq!(error.to_string(), "the answer to snapshotDevice is too large");
    // No other than that.
    assert!(!client.is_closed());
}

#[tokio::test(start_paused = true)]
async fn the_end_of_the_link_ends_what_waits_for_segments() {
    let (client, mut peer) = connected().await;
    let (snapshot, list, ()) = tokio::join!(
        client.snapshot_device(device("101")),
        client.device_list(DeviceCategory::Station),
        async {
            let request = peer.receive().await;
            let list = peer.receive().await;
            peer.send(&in_segments(&request)).await;
            peer.send(&acknowledgement(&list, b"\x00\x01")).await;
            peer.send_raw(&hex!("64 03 80 01 00")).await;
        }
    );
    for error in [snapshot.map(drop).unwrap_err(), list.map(drop).unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::Closed);
        assert!(error.may_have_been_done());
    }
}

#[tokio::test(start_paused = true)]
async fn an_operation_known_by_name_alone_is_answered_in_segments() {
    let (client, mut peer) = connected().await;
    let reference = OctetString(b"\x07");
    let answers = [
        SnapshotDeviceResult::new(DeviceSnapshot::ServiceCrossRefId(reference)).encode(),
        SnapshotCallResult::new(CallSnapshot::ServiceCrossRefId(reference)).encode(),
        GetSwitchingFunctionDevicesResult::new(reference).encode(),
    ];
    let none = SequenceOf::from([].as_slice());
    let segments = [
        SnapshotDeviceDataArgument::new(reference, true, types::SnapshotDeviceData(none)).encode(),
        SnapshotCallDataArgument::new(
            reference,
            true,
            types::SnapshotCallData([].as_slice().into()),
        )
        .encode(),
        SwitchingFunctionDevicesArgument::new(reference, true, [].as_slice().into()).encode(),
    ];
    let codes = [SnapshotDevice::CODE, SnapshotCall::CODE, GetSwitchingFunctionDevices::CODE];
    let of_segments =
        [SnapshotDeviceData::CODE, SnapshotCallData::CODE, SwitchingFunctionDevices::CODE];
    let argument = SnapshotDeviceArgument::new(device("101")).encode();
    for (((code, of_segment), answer), segment) in
        codes.into_iter().zip(of_segments).zip(answers).zip(segments)
    {
        let operation = OperationInfo::by_code(code).unwrap();
        let (answered, ()) =
            tokio::join!(client.invoke_encoded(operation, argument.clone()), async {
                let id = id_of(&peer.receive().await);
                peer.send(&result_of(id, code, &answer)).await;
                peer.send(&invoke_of(9, of_segment, &segment)).await;
            });
        let answered = answered.unwrap();
        assert_eq!((answered.result, answered.segments), (Some(answer), vec![segment]));
    }
}

/// What acknowledges a request for a list of devices.
fn acknowledgement(request: &[u8], reference: &[u8]) -> Vec<u8> {
    let acknowledgement = SystemData::Acknowledgement(OctetString(reference));
    let acknowledgement = common_arguments(&[KmePrivateData::SystemData(acknowledgement)]);
    result::<Escape>(request, &EscapeResult::Extensions(acknowledgement.get()))
}

/// A list of one device, in its only segment.
fn list(reference: &[u8]) -> Vec<u8> {
    let number = DeviceNumber::new(DeviceKind::Extension, 1);
    let entries = [DeviceStateEntry::in_service(number, Ia5String(b"101"))];
    let entries = SequenceOf::from(entries.as_slice());
    let reply = LinkedReply::of_devices(OctetString(reference), 1, true, entries);
    let data = KmePrivateData::SystemData(SystemData::LinkedReply(reply)).to_private();
    invoke::<Escape>(9, &EscapeArgument::new(data.get()))
}

async fn asked_for(client: &Client) -> Result<DeviceList, Error> {
    client.device_list(DeviceCategory::Station).await
}

/// Answers a request for a list of devices.
async fn serve(peer: &mut Peer, request: &[u8]) {
    peer.send(&acknowledgement(request, b"\x00\x01")).await;
    peer.send(&list(b"\x00\x01")).await;
}

#[tokio::test(start_paused = true)]
async fn a_list_of_devices_is_acknowledged_and_comes_as_escapes() {
    let (client, mut peer) = connected().await;
    let (devices, ()) = tokio::join!(asked_for(&client), async {
        let request = peer.receive().await;
        serve(&mut peer, &request).await;
    });
    let devices = devices.unwrap();
    assert!(devices.is_complete());
    let numbers: Vec<_> = devices.entries().map(|entry| entry.number.unwrap()).collect();
    assert_eq!(numbers, [Ia5String(b"101")]);
}

#[tokio::test(start_paused = true)]
async fn a_list_of_devices_that_is_refused_or_not_acknowledged_is_told_and_makes_room() {
    let (client, mut peer) = connected().await;
    // More often than lists may be under way.
    for _ in 0..10 {
        for (answer, kind, text) in [
            (
                hex!("A3 0B 02 01 00 02 01 01 A0 03 0A 01 01").as_slice(),
                ErrorKind::Refused,
                "the switch refused escape",
            ),
            // Carried out, but without a reference.
            (
                &hex!("A2 0A 02 01 00 30 05 02 01 33 05 00"),
                ErrorKind::Undecodable,
                "the result does not acknowledge",
            ),
            // With a member that is cut off.
            (
                &hex!("A2 0C 02 01 00 30 07 02 01 33 7E 02 A1 05"),
                ErrorKind::Undecodable,
                "the answer to escape cannot be understood",
            ),
        ] {
            let (devices, ()) = tokio::join!(asked_for(&client), async {
                let mut answer = answer.to_vec();
                *answer.get_mut(4).unwrap() = id_of(&peer.receive().await) as u8;
                peer.send(&answer).await;
            });
            let error = devices.map(drop).unwrap_err();
            assert_eq!(error.kind(), kind, "{error}");
            assert!(error.to_string().starts_with(text), "{error}");
        }
    }
    let silent = asked_for(&client).await.map(drop).unwrap_err();
    assert_eq!(silent.kind(), ErrorKind::TimedOut);
}

#[tokio::test(start_paused = true)]
async fn too_many_lists_at_once_are_not_asked_for_and_those_nobody_wants_make_room() {
    const LISTS: usize = 16;
    let (client, _end, mut peer) = running(Client::builder().outstanding_limit(LISTS + 1)).await;
    let mut waiting: Vec<_> = (0..LISTS).map(|_| Box::pin(asked_for(&client))).collect();
    for list in &mut waiting {
        assert!(list.now_or_never().is_none());
    }
    let mut requests = Vec::new();
    for _ in 0..LISTS {
        requests.push(peer.receive().await);
    }
    let error = asked_for(&client).await.map(drop).unwrap_err();
    assert_eq!((error.kind(), error.initiator()), (ErrorKind::NotSent, Initiator::Local));
    assert!(!error.may_have_been_done());
    assert!(error.to_string().ends_with("16 lists of devices are under way"), "{error}");

    // One whose asker goes away makes room for the next, and so does its place among the requests.
    drop(waiting.pop());
    let (devices, ()) = tokio::join!(asked_for(&client), async {
        let request = peer.receive().await;
        serve(&mut peer, &request).await;
    });
    assert_eq!(devices.unwrap().entries().count(), 1);
    // Its late acknowledgement harms nobody.
    peer.send(&acknowledgement(&requests.pop().unwrap(), b"\x00\x02")).await;
    let waiting = join_all(waiting);
    let (lists, ()) = tokio::join!(waiting, async {
        for (request, number) in requests.iter().zip(3_u8..) {
            peer.send(&acknowledgement(request, &[0, number])).await;
            peer.send(&list(&[0, number])).await;
        }
    });
    assert!(lists.into_iter().all(|list| list.is_ok_and(|list| list.is_complete())));
}

#[tokio::test(start_paused = true)]
async fn an_escape_that_is_no_part_of_a_list_is_for_the_application() {
    let (client, mut incoming, mut peer) = listening().await;
    let (devices, ()) = tokio::join!(asked_for(&client), async {
        let request = peer.receive().await;
        // One without private data, one whose argument is a number, and one of another kind.
        for escape in [
            hex!("A1 06 02 01 07 02 01 33").as_slice(),
            &hex!("A1 09 02 01 07 02 01 33 02 01 05"),
            &hex!("A1 0C 02 01 07 02 01 33 30 04 04 02 AABB"),
        ] {
            peer.send(escape).await;
            let item = incoming.next().await;
            assert!(matches!(item, Some(Incoming::Invoke(_))), "{item:?}");
        }
        serve(&mut peer, &request).await;
    });
    assert_eq!(devices.unwrap().entries().count(), 1);
}
