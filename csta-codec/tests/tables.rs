//! The tables of operations and events are complete and agree with the types.

use std::collections::HashSet;

use csta_codec::types::{
    CallAssociatedEventSet, CallControlEventSet, DeviceMaintenanceEventSet,
    LogicalDeviceFeatureEventSet, MediaAttachmentEventSet, MonitorFilter,
    PhysicalDeviceFeatureEventSet, VendorSpecEventSet, VoiceUnitEventSet,
};
use csta_codec::{Direction, EVENTS, EventInfo, OPERATIONS, OperationInfo, TypeInfo};

/// The codes of ECMA-285.
const CODES: [std::ops::RangeInclusive<i32>; 23] = [
    1..=2,
    4..=7,
    9..=11,
    13..=14,
    16..=16,
    18..=18,
    20..=21,
    31..=36,
    50..=51,
    71..=77,
    110..=119,
    201..=223,
    230..=234,
    244..=245,
    248..=250,
    260..=282,
    300..=318,
    340..=349,
    360..=368,
    370..=378,
    500..=516,
    530..=541,
    550..=551,
];

#[test]
fn every_operation_is_in_the_table_once() {
    let codes: Vec<_> = OPERATIONS.iter().map(|operation| operation.code).collect();
    assert_eq!(codes, CODES.into_iter().flatten().collect::<Vec<_>>());
    assert_eq!(codes.len(), 174);
    let names: HashSet<_> = OPERATIONS.iter().map(|operation| operation.name).collect();
    assert_eq!(names.len(), 174);
}

#[test]
fn services_have_names_of_their_own() {
    let services: HashSet<_> = OPERATIONS.iter().map(|operation| operation.service).collect();
    assert_eq!(services.len(), 174);
}

#[test]
fn operations_are_found_by_code_and_name() {
    for operation in OPERATIONS {
        assert_eq!(OperationInfo::by_code(operation.code).unwrap().name, operation.name);
        assert_eq!(OperationInfo::by_name(operation.name).unwrap().code, operation.code);
    }
    assert!(OperationInfo::by_code(3).is_none());
    assert!(OperationInfo::by_name("MakeCall").is_none());
}

/// What a type is called that is linked to: the service, where that is the name of the type.
fn link<'t>(title: &'t str, row: &'t str) -> Option<&'t str> {
    let rest = row.strip_prefix("| [")?.strip_prefix(title)?.strip_prefix(']')?;
    let (target, rest) = rest.split_once(" |")?;
    (target.is_empty() || (target.starts_with('(') && target.ends_with(')'))).then_some(rest)
}

#[test]
fn the_index_of_services_is_that_of_the_table() {
    let index = include_str!("../src/services/mod.rs");
    let mut group = "";
    let mut rows = Vec::new();
    for line in index.lines().filter_map(|line| line.strip_prefix("//! ")) {
        if let Some(name) = line.strip_prefix("In [`") {
            group = name.trim_end_matches("`]:");
        }
        if line.starts_with("| [") {
            rows.push((group, line));
        }
    }
    assert_eq!(rows.len(), OPERATIONS.len());
    for operation in OPERATIONS {
        let OperationInfo { code, name, service, direction, .. } = operation;
        let by = match direction {
            Direction::ToSwitch => "application",
            Direction::FromSwitch => "switch",
            Direction::Either => "either",
        };
        let confirmed = if operation.is_confirmed() { "yes" } else { "no" };
        let rest = format!(" {code} | `{name}` | {by} | {confirmed} |");
        let is_it = |(group, row): &&(&str, &str)| {
            *group == operation.group && link(service, row) == Some(&rest)
        };
        assert_eq!(rows.iter().filter(is_it).count(), 1, "{service}:{rest}");
    }
}

#[test]
fn the_index_of_events_is_that_of_the_table() {
    let index = include_str!("../src/events/mod.rs");
    let mut group = None;
    let mut rows = Vec::new();
    for line in index.lines().filter_map(|line| line.strip_prefix("//! ")) {
        if line.starts_with("In [`") {
            let (_, name) = line.split_once("], `").unwrap();
            group = name.trim_end_matches(':').split_once("`, tag ");
        }
        if line.starts_with("| [") {
            rows.push((group.unwrap(), line));
        }
    }
    assert_eq!(rows.len(), EVENTS.len());
    for event in EVENTS {
        let group_tag = event.group_tag.to_string();
        let rest = format!(" | {} | {} | `{}` |", event.tag, event.filter_bit, event.name);
        let is_it = |(group, row): &&((&str, &str), &str)| {
            *group == (event.group, group_tag.as_str()) && row.ends_with(&rest)
        };
        assert_eq!(rows.iter().filter(is_it).count(), 1, "{event:?}{rest}");
    }
}

#[test]
fn what_is_not_confirmed_has_no_result() {
    let unconfirmed: Vec<_> =
        OPERATIONS.iter().filter(|operation| !operation.is_confirmed()).map(|o| o.code).collect();
    assert_eq!(
        unconfirmed,
        [21, 31, 32, 33, 34, 35, 36, 76, 77, 205, 208, 249, 341, 366, 372, 374, 541]
    );
}

#[test]
fn directions_are_those_of_the_services() {
    let direction = |code| OperationInfo::by_code(code).unwrap().direction;
    for code in [10, 71, 74, 203, 363] {
        assert_eq!(direction(code), Direction::ToSwitch, "{code}");
    }
    for code in [21, 31, 77, 205, 361] {
        assert_eq!(direction(code), Direction::FromSwitch, "{code}");
    }
    for code in [51, 73, 211, 364] {
        assert_eq!(direction(code), Direction::Either, "{code}");
    }
}

#[test]
fn type_names_are_those_of_the_standard() {
    for operation in OPERATIONS {
        let argument = operation.argument.name();
        assert!(argument.ends_with("Argument") || argument.ends_with("Arg"), "{argument}");
        if let Some(result) = operation.result {
            assert!(result.name().ends_with("Result") || result.name().ends_with("Res"));
        }
        assert_eq!(TypeInfo::by_name(argument).unwrap().name(), argument);
    }
    for name in ["CSTAEventReportArgument", "DeliveredEvent", "UniversalFailure"] {
        assert_eq!(TypeInfo::by_name(name).unwrap().name(), name);
    }
    assert!(TypeInfo::by_name("Delivered").is_none());
}

#[test]
fn every_event_is_in_the_table_once() {
    assert_eq!(EVENTS.len(), 74);
    let names: HashSet<_> = EVENTS.iter().map(|event| event.name).collect();
    assert_eq!(names.len(), 74);
    let tags: HashSet<_> = EVENTS.iter().map(|event| (event.group_tag, event.tag)).collect();
    assert_eq!(tags.len(), 74);
    for (group_tag, events) in [18, 5, 2, 11, 15, 4, 18, 1].into_iter().enumerate() {
        let group: Vec<_> = EVENTS.iter().filter(|e| e.group_tag as usize == group_tag).collect();
        assert_eq!(group.len(), events);
        assert!(group.iter().all(|event| event.group == group[0].group));
    }
}

/// Two events have a bit whose name is that of the event they replaced.
fn bit_name(event: &EventInfo) -> &str {
    match event.name {
        "digitsGeneratedEvent" => "dTMFDigitsDetected",
        "telephonyTonesGeneratedEvent" => "telephonyTonesDetected",
        name => name,
    }
}

#[test]
fn the_bit_of_an_event_suppresses_it_and_no_other() {
    macro_rules! group {
        ($tag:literal, $member:ident: $set:ident) => {
            for event in EVENTS.iter().filter(|event| event.group_tag == $tag) {
                let bit = $set::ALL.iter().find(|(_, name)| *name == bit_name(event)).unwrap().0;
                let filter = MonitorFilter { $member: bit, ..MonitorFilter::new() };
                for other in EVENTS {
                    assert_eq!(
                        other.is_suppressed_by(&filter),
                        other.name == event.name,
                        "{event:?} {other:?}"
                    );
                }
            }
            assert_eq!($set::ALL.len(), EVENTS.iter().filter(|e| e.group_tag == $tag).count());
        };
    }
    group!(0, call_control: CallControlEventSet);
    group!(1, call_associated: CallAssociatedEventSet);
    group!(2, media_attachment: MediaAttachmentEventSet);
    group!(3, physical_device_feature: PhysicalDeviceFeatureEventSet);
    group!(4, logical_device_feature: LogicalDeviceFeatureEventSet);
    group!(5, maintenance: DeviceMaintenanceEventSet);
    group!(6, voice_unit: VoiceUnitEventSet);
    group!(7, private: VendorSpecEventSet);
}

#[test]
fn a_filter_bit_is_not_an_event_tag() {
    let delivered = EventInfo::by_name("delivered").unwrap();
    assert_eq!((delivered.tag, delivered.filter_bit), (4, 3));
    let out_of_service = EventInfo::by_name("outOfService").unwrap();
    assert_eq!((out_of_service.tag, out_of_service.filter_bit), (2, 1));
}

#[test]
fn filters_together_suppress_what_both_or_either_does() {
    let filters = [
        MonitorFilter::new(),
        MonitorFilter {
            call_control: CallControlEventSet::DELIVERED | CallControlEventSet::HELD,
            physical_device_feature: PhysicalDeviceFeatureEventSet::HOOKSWITCH,
            ..MonitorFilter::new()
        },
        MonitorFilter {
            call_control: CallControlEventSet::DELIVERED.with_len(18),
            logical_device_feature: LogicalDeviceFeatureEventSet::DO_NOT_DISTURB,
            ..MonitorFilter::new()
        },
    ];
    for one in filters {
        for other in filters {
            for event in EVENTS {
                let (by_one, by_other) =
                    (event.is_suppressed_by(&one), event.is_suppressed_by(&other));
                assert_eq!(event.is_suppressed_by(&(one & other)), by_one && by_other);
                assert_eq!(event.is_suppressed_by(&(one | other)), by_one || by_other);
            }
            let mut suppressed = EVENTS.iter().filter(|event| event.is_suppressed_by(&other));
            assert_eq!(one.contains(&other), suppressed.all(|event| event.is_suppressed_by(&one)));
        }
    }
}
