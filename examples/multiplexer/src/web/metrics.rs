//! Metrics, in the text form of OpenMetrics.

use std::fmt;

use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric as _, text};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Registry;

use crate::server::Hub;
use crate::{LinkState, Status};

/// What the text is.
pub(super) const CONTENT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The metrics of a multiplexer as they are now.
pub(super) fn encode(hub: &Hub) -> String {
    let (from_switch, delivered) = hub.messages();
    let mut registry = Registry::default();
    let waiting = hub.seats().map(|seat| seat.waiting).sum();
    let now = Now { status: hub.status(), from_switch, delivered, waiting };
    registry.register_collector(Box::new(now));
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = text::encode(&mut text, &registry);
    text
}

#[derive(Debug)]
struct Now {
    status: Status,
    from_switch: u64,
    delivered: u64,
    waiting: usize,
}

impl prometheus_client::collector::Collector for Now {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let status = &self.status;
        let records = &status.call_records;
        let gauges: [(&str, &str, usize); 13] = [
            (
                "csta_mux_link_up",
                "Whether the PBX can be asked",
                usize::from(matches!(status.link, LinkState::Up | LinkState::Restoring)),
            ),
            ("csta_mux_devices", "Devices that the PBX has told of", status.devices),
            ("csta_mux_applications", "Applications that are connected", status.applications.len()),
            ("csta_mux_monitors", "Monitors in the PBX", status.monitors.len()),
            ("csta_mux_requests_queued", "Requests that wait for the PBX", status.requests.queued),
            ("csta_mux_requests_in_flight", "Requests before the PBX", status.requests.in_flight),
            ("csta_mux_requests_late", "Requests not answered in time", status.requests.late),
            (
                "csta_mux_call_record_holders",
                "Applications that collect call records",
                usize::from(records.holder.is_some()),
            ),
            ("csta_mux_call_records_spooled", "Reports of call records on disk", records.spooled),
            ("csta_mux_call_records_spooled_bytes", "Their octets", records.spooled_octets),
            ("csta_mux_hotel_applications", "Hotel applications", status.hotel.len()),
            ("csta_mux_registrations", "Registrations of applications", status.registrations),
            (
                "csta_mux_waiting_bytes",
                "Octets that wait for applications that do not read",
                self.waiting,
            ),
        ];
        for (name, help, value) in gauges {
            let gauge = ConstGauge::new(i64::try_from(value).unwrap_or(i64::MAX));
            gauge.encode(encoder.encode_descriptor(name, help, None, MetricType::Gauge)?)?;
        }
        let counters: [(&str, &str, u64); 4] = [
            ("csta_mux_pbx_messages", "Messages that came from the PBX", self.from_switch),
            (
                "csta_mux_application_messages",
                "Messages that applications were sent",
                self.delivered,
            ),
            ("csta_mux_events", "Events of the PBX", status.events),
            ("csta_mux_requests", "Requests of applications", status.requests.total),
        ];
        for (name, help, value) in counters {
            let counter = ConstCounter::new(value);
            counter.encode(encoder.encode_descriptor(name, help, None, MetricType::Counter)?)?;
        }
        Ok(())
    }
}
