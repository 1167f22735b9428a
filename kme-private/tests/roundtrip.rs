//! What is read is written again as it was, known or not.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail so"
)]

use csta_codec::ber::{Class, Tag, Unknown};
use csta_codec::types::{CstaCommonArguments, CstaPrivateData};
use csta_codec::{Ber, Element, Ia5String, OctetString, SequenceOf};
use kme_private::*;
use proptest::collection::vec;
use proptest::prelude::*;

/// An element in minimal lengths.
fn element(tag: Tag, content: &[u8]) -> Vec<u8> {
    Element::new(tag, content).encode()
}

fn context(number: u32, content: &[u8]) -> Vec<u8> {
    element(Tag::new(Class::Context, number, true), content)
}

fn any_tag() -> impl Strategy<Value = Tag> {
    let class = prop_oneof![
        Just(Class::Universal),
        Just(Class::Application),
        Just(Class::Context),
        Just(Class::Private)
    ];
    let number = prop_oneof![1_u32..31, 31_u32..200, 200_u32..Tag::MAX_NUMBER];
    (class, number, any::<bool>()).prop_map(|(class, number, form)| Tag::new(class, number, form))
}

fn any_element() -> impl Strategy<Value = Vec<u8>> {
    let content = prop_oneof![vec(any::<u8>(), 0..8), vec(any::<u8>(), 100..300)];
    (any_tag(), content).prop_map(|(tag, content)| element(tag, &content))
}

/// An element with a tag that a list entry does not have.
fn foreign_element() -> impl Strategy<Value = Vec<u8>> {
    (31_u32..5000, vec(any::<u8>(), 0..8))
        .prop_map(|(number, content)| element(Tag::new(Class::Private, number, false), &content))
}

fn survives<'a, T: Ber<'a> + PartialEq + core::fmt::Debug>(octets: &'a [u8]) -> T {
    let value = T::decode(octets).unwrap();
    assert_eq!(value.encode(), octets);
    value
}

/// Tags of alternatives whose inside is unknown.
const UNKNOWN_PRIVATE_DATA: [u32; 10] = [1, 2, 3, 5, 7, 8, 9, 11, 12, 13];
const UNKNOWN_SYSTEM_DATA: [u32; 7] = [1, 2, 5, 6, 7, 8, 9];

proptest! {
    #[test]
    fn alternatives_with_unknown_inside_survive(
        number in proptest::sample::select(&UNKNOWN_PRIVATE_DATA[..]),
        inside in any_element(),
    ) {
        let octets = context(number, &inside);
        let value: KmePrivateData<'_> = survives(&octets);
        let unknown = matches!(value, KmePrivateData::Unrecognised(_));
        prop_assert!(!unknown);

        // And so they do where they are carried.
        let carried = context(1, &octets);
        let carried = element(Tag::new(Class::Application, 30, true), &carried);
        let extensions: CstaCommonArguments<'_> = survives(&carried);
        let first = extensions.private_values().next();
        prop_assert_eq!(first, Some(PrivateData::Kme(value)));
        let built = common_arguments(&[value]);
        prop_assert_eq!(built.get().encode(), carried);
    }

    #[test]
    fn alternatives_that_nobody_knows_survive(number in 14_u32..5000, inside in any_element()) {
        let octets = context(number, &inside);
        let value: KmePrivateData<'_> = survives(&octets);
        let unknown = matches!(value, KmePrivateData::Unrecognised(_));
        prop_assert!(unknown);
        let carried: CstaPrivateData<'_> = survives(&octets);
        let foreign = matches!(PrivateData::from(carried), PrivateData::Foreign(_));
        prop_assert!(foreign);
    }

    #[test]
    fn system_data_with_unknown_inside_survive(
        number in prop_oneof![proptest::sample::select(&UNKNOWN_SYSTEM_DATA[..]), 10_u32..5000],
        inside in any_element(),
    ) {
        let octets = context(4, &context(number, &inside));
        let value: KmePrivateData<'_> = survives(&octets);
        prop_assert!(matches!(value, KmePrivateData::SystemData(_)));
    }

    #[test]
    fn requests_for_other_data_survive(
        number in prop_oneof![0_u32..4, 5_u32..5000],
        inside in any_element(),
        depth in 0_usize..3,
    ) {
        // In place of deviceList, of category or of standardDevice.
        let octets = match depth {
            0 => context(0, &context(number, &inside)),
            1 => context(0, &context(4, &context(number + 5, &inside))),
            _ => context(0, &context(4, &context(1, &context(number + 5, &inside)))),
        };
        let octets = context(4, &octets);
        let value: KmePrivateData<'_> = survives(&octets);
        prop_assert!(matches!(
            value, KmePrivateData::SystemData(SystemData::GetSystemData(_))
        ));
    }

    #[test]
    fn additions_that_nobody_knows_survive(
        number in prop_oneof![0_u32..6, 7_u32..9, 11_u32..13, 14_u32..17, 18_u32..5000],
        inside in any_element(),
    ) {
        let octets = context(6, &context(number, &inside));
        let value: KmePrivateData<'_> = survives(&octets);
        let unknown = matches!(
            value, KmePrivateData::AdditionalData(AdditionalData::Unrecognised(_))
        );
        prop_assert!(unknown);
    }

    #[test]
    fn numbers_that_nobody_knows_survive(code in any::<i32>()) {
        for value in [
            AdditionalData::ConditionCode(ConditionCode::from_code(code)),
            AdditionalData::HoldType(HoldType::from_code(code)),
        ] {
            let octets = value.encode();
            prop_assert_eq!(survives::<AdditionalData<'_>>(&octets), value);
        }
    }

    #[test]
    fn unknown_members_of_a_segment_survive(
        behind_entry in vec(any_element(), 0..4),
        behind_list in vec(any_element(), 0..4),
        behind_reply in vec(any_element(), 0..4),
    ) {
        let device = DeviceNumber::new(DeviceKind::Extension, 1).to_device_id();
        let mut entry = device.encode();
        entry.extend(Ia5String::from("101").encode());
        entry.extend(DeviceStatus::InService.encode());
        entry.extend(5_i64.encode());
        entry.extend(behind_entry.concat());
        let entry = element(Tag::constructed(16), &entry);
        let mut list = context(38, &element(Tag::constructed(16), &entry));
        list.extend(behind_list.concat());
        let list = element(Tag::constructed(16), &list);
        let mut reply = context(0, &OctetString(&[1]).encode());
        reply.extend(context(1, &7_i64.encode()));
        reply.extend(context(2, &true.encode()));
        reply.extend(context(3, &list));
        reply.extend(behind_reply.concat());
        let octets = context(4, &context(3, &element(Tag::constructed(16), &reply)));

        let value: KmePrivateData<'_> = survives(&octets);
        let KmePrivateData::SystemData(SystemData::LinkedReply(reply)) = value else {
            panic!("{value:?}");
        };
        prop_assert_eq!(reply.unknown.encode(), behind_reply.concat());
        prop_assert_eq!(reply.sys_data.unknown.encode(), behind_list.concat());
        let entry = reply.devices().next().unwrap();
        prop_assert_eq!(entry.unknown.encode(), behind_entry.concat());
        prop_assert_eq!(entry.number, Some("101".into()));
    }

    #[test]
    fn unknown_members_in_between_are_kept(
        before in foreign_element(), between in foreign_element(), behind in foreign_element(),
    ) {
        let device = DeviceNumber::new(DeviceKind::TrunkLine, 1).to_device_id().encode();
        let number = Ia5String::from("001").encode();
        let entry = [&before, &device, &between, &number, &behind].map(Vec::as_slice).concat();
        let octets = element(Tag::constructed(16), &entry);
        let entry = DeviceStateEntry::decode(&octets).unwrap();
        prop_assert_eq!(entry.unknown.encode(), [before, between, behind].concat());
        let again = entry.encode();
        prop_assert_eq!(DeviceStateEntry::decode(&again).unwrap(), entry);
        prop_assert_eq!(again.len(), octets.len());
    }

    #[test]
    fn entries_survive(
        device in any::<u32>(),
        number in proptest::option::of(vec(any::<u8>(), 0..20)),
        status in proptest::option::of(any::<i32>()),
        status2 in proptest::option::of(any::<i64>()),
        unknown in vec((any::<u32>(), vec(any::<u8>(), 0..5)), 0..3),
    ) {
        let unknown: Vec<_> = unknown
            .iter()
            .map(|(tag, content)| {
                Element::new(Tag::new(Class::Context, tag % Tag::MAX_NUMBER, false), content)
            })
            .collect();
        let entries = [DeviceStateEntry {
            number: number.as_deref().map(Ia5String),
            status: status.map(DeviceStatus::from_code),
            status2,
            unknown: Unknown::from(unknown.as_slice()),
            ..DeviceStateEntry::new(DeviceNumber::from(device).to_device_id())
        }];
        let list = SequenceOf::from(entries.as_slice());
        let reply = LinkedReply::of_devices(OctetString(b"\x01"), 1, true, list);
        let octets = reply.encode();
        prop_assert_eq!(LinkedReply::decode(&octets).unwrap(), reply);
        let entry = LinkedReply::decode(&octets).unwrap().devices().next().unwrap();
        prop_assert_eq!(entry.device_number(), Some(DeviceNumber::from(device)));
    }
}
