//! Decoding and encoding beside a bare walk over the same elements and beside rasn, in one run.
//!
//! `cargo bench -p csta-codec --bench codec`; `peer/mod.rs` says what each peer is.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::panic,
    reason = "criterion's macros write functions without documentation, and a bench may fail"
)]

mod peer;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use csta_codec::events::{CallControlEvents, EventReportArgument, EventSpecificInfo};
use csta_codec::types::{ConnectionId, DeviceIdentifier, EventCause, LocalConnectionState};
use csta_codec::{Ber, Writer};
use peer::{messages, rasn_types, tree, walk};

const MESSAGES: [(&str, &[u8]); 3] = [
    ("ServiceInitiated", messages::SERVICE_INITIATED),
    ("Delivered", messages::DELIVERED),
    ("Established", messages::ESTABLISHED),
];

/// What an application reads of each of these events.
type Common<'a> = (
    &'a ConnectionId<'a>,
    Option<&'a DeviceIdentifier<'a>>,
    Option<&'a DeviceIdentifier<'a>>,
    EventCause,
    Option<LocalConnectionState>,
);

fn common<'a>(report: &'a EventReportArgument<'a>) -> Option<Common<'a>> {
    use csta_codec::types::{CalledDeviceId, CallingDeviceId};
    let EventSpecificInfo::CallControlEvents(event) = &report.event_specific_info else {
        return None;
    };
    let calling = |device: &'a CallingDeviceId<'a>| match device {
        CallingDeviceId::DeviceIdentifier(device) => Some(&device.device_identifier),
        _ => None,
    };
    let called = |device: &'a CalledDeviceId<'a>| match device {
        CalledDeviceId::DeviceIdentifier(device) => Some(&device.device_identifier),
        _ => None,
    };
    Some(match event {
        CallControlEvents::ServiceInitiated(e) => {
            (&e.initiated_connection, None, None, e.cause, e.local_connection_info)
        }
        CallControlEvents::Delivered(e) => (
            &e.connection,
            calling(&e.calling_device),
            called(&e.called_device),
            e.cause,
            e.local_connection_info,
        ),
        CallControlEvents::Established(e) => (
            &e.established_connection,
            calling(&e.calling_device),
            called(&e.called_device),
            e.cause,
            e.local_connection_info,
        ),
        _ => return None,
    })
}

fn decode(c: &mut Criterion) {
    for (name, octets) in MESSAGES {
        let mut group = c.benchmark_group(format!("decode/{name}"));
        group.bench_function("bare walk", |b| b.iter(|| walk::walk(black_box(octets))));
        group.bench_function("decode_into", |b| {
            let mut report = EventReportArgument::decode(octets).unwrap();
            b.iter(|| {
                report.decode_into(black_box(octets)).unwrap();
                black_box(common(black_box(&report)));
            });
        });
        group.bench_function("decode", |b| {
            b.iter(|| {
                let report = EventReportArgument::decode(black_box(octets));
                let Ok(report) = &report else { panic!("not decoded") };
                black_box(common(black_box(report)));
            });
        });
        group.bench_function("rasn", |b| b.iter(|| rasn_types::decode(black_box(octets)).unwrap()));
        group.finish();
    }
}

fn encode(c: &mut Criterion) {
    for (name, octets) in MESSAGES {
        let mut group = c.benchmark_group(format!("encode/{name}"));
        let parsed = tree::Tree::parse(octets).unwrap();
        let mut buffer = [0; 1024];
        group.bench_function("tree backwards", |b| {
            b.iter(|| tree::write_backwards(black_box(&parsed), &mut buffer));
        });
        let report = EventReportArgument::decode(octets).unwrap();
        let mut writer = Writer::with_capacity(1024);
        group.bench_function("csta-codec", |b| {
            b.iter(|| {
                writer.clear();
                black_box(&report).write(&mut writer);
                black_box(writer.octets());
            });
        });
        assert_eq!(writer.octets(), octets);
        let value = rasn_types::decode(octets).unwrap();
        group.bench_function("rasn", |b| b.iter(|| rasn_types::encode(black_box(&value)).unwrap()));
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(std::time::Duration::from_millis(500))
        .measurement_time(std::time::Duration::from_secs(2));
    targets = decode, encode
}
criterion_main!(benches);
