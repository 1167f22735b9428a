//! The state of the multiplexer, for the status page and for scripts.

use std::time::SystemTime;

use csta_codec::types::CstaVersion;
use rustc_hash::FxHashMap;
use serde::Serialize;

use super::rates::{Rate, Rates};
use crate::server::{Hub, Recent};
use crate::{
    ApplicationId, ApplicationStatus, CallRecordStatus, LinkState, MonitorStatus, RequestStatus,
};

/// The most monitors that are listed; all are counted.
const LISTED_MONITORS: usize = 5000;

/// The state of the multiplexer.
#[derive(Debug, Serialize)]
pub(super) struct Overview {
    /// The version of this program.
    version: &'static str,
    /// Times are seconds since 1970.
    now: u64,
    pbx: PbxOverview,
    applications: Vec<ApplicationOverview>,
    /// How many there are, of which some are listed.
    monitor_count: usize,
    monitors: Vec<MonitorOverview>,
    requests: RequestStatus,
    call_records: CallRecordOverview,
    rates: Rate,
    /// How many messages came from the PBX and went to applications in each of the last seconds.
    history: Vec<Rate>,
    recent: Recent,
}

#[derive(Debug, Serialize)]
struct PbxOverview {
    address: String,
    link: LinkState,
    /// Since when the association is there.
    since: Option<u64>,
    /// Why it is not there.
    why_down: Option<String>,
    version: Option<String>,
    system_status: Option<String>,
    devices: usize,
    events: u64,
}

#[derive(Debug, Serialize)]
struct ApplicationOverview {
    id: String,
    address: String,
    user: Option<String>,
    tls: bool,
    version: Option<String>,
    since: u64,
    /// `cti`, `call records`, `hotel`.
    roles: Vec<&'static str>,
    monitors: usize,
    requests: u64,
    /// Requests that wait for the PBX.
    queued: usize,
    /// Octets that wait for the application.
    waiting: usize,
    sent: u64,
    received: u64,
    /// Messages a second to the application, and from it.
    sent_a_second: u64,
    received_a_second: u64,
}

#[derive(Debug, Serialize)]
struct MonitorOverview {
    #[serde(flatten)]
    monitor: MonitorStatus,
    sharers: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CallRecordOverview {
    #[serde(flatten)]
    status: CallRecordStatus,
    holder_id: Option<String>,
    spool_size: u64,
}

/// What does not change while the program runs.
#[derive(Clone, Debug)]
pub(super) struct Fixed {
    pub(super) pbx: String,
    pub(super) spool_size: u64,
}

impl Overview {
    /// How it is now.
    pub(super) fn of(hub: &Hub, rates: &Rates, fixed: &Fixed) -> Self {
        let status = hub.status();
        let known: FxHashMap<ApplicationId, &ApplicationStatus> =
            status.applications.iter().map(|status| (status.application, status)).collect();
        let applications = hub.seats().map(|seat| {
            let status = known.get(&seat.application);
            let is =
                |role: fn(&ApplicationStatus) -> bool| status.is_some_and(|status| role(status));
            let roles = [
                (is(|status| status.is_call_record_holder), "call records"),
                (is(|status| status.is_hotel), "hotel"),
            ];
            let (sent_a_second, received_a_second) = rates.of(seat.application);
            ApplicationOverview {
                id: seat.application.to_string(),
                address: seat.info.address.to_string(),
                user: seat.info.user.clone(),
                tls: seat.info.is_encrypted,
                version: seat.info.version.map(versions),
                since: seconds(seat.info.since),
                roles: ["cti"]
                    .into_iter()
                    .chain(roles.into_iter().filter_map(|(is, name)| is.then_some(name)))
                    .collect(),
                monitors: status.map_or(0, |status| status.monitors),
                requests: status.map_or(0, |status| status.requests),
                queued: status.map_or(0, |status| status.queued),
                waiting: seat.waiting,
                sent: seat.sent,
                received: seat.received,
                sent_a_second,
                received_a_second,
            }
        });
        let switch = hub.switch();
        Self {
            version: env!("CARGO_PKG_VERSION"),
            now: seconds(SystemTime::now()),
            pbx: PbxOverview {
                address: fixed.pbx.clone(),
                link: status.link,
                since: switch.map(|switch| seconds(switch.since)),
                why_down: hub.why_down().map(ToOwned::to_owned),
                version: switch.and_then(|switch| switch.version).map(versions),
                system_status: status.system_status,
                devices: status.devices,
                events: status.events,
            },
            applications: applications.collect(),
            monitor_count: status.monitors.len(),
            monitors: status
                .monitors
                .into_iter()
                .take(LISTED_MONITORS)
                .map(|monitor| MonitorOverview {
                    sharers: monitor.applications.iter().map(ToString::to_string).collect(),
                    monitor,
                })
                .collect(),
            requests: status.requests,
            call_records: CallRecordOverview {
                holder_id: status.call_records.holder.map(|holder| holder.to_string()),
                status: status.call_records,
                spool_size: fixed.spool_size,
            },
            rates: rates.now(),
            history: rates.history(),
            recent: hub.recent.clone(),
        }
    }
}

/// The names of versions of CSTA.
fn versions(version: CstaVersion) -> String {
    version.names().collect::<Vec<_>>().join(", ")
}

/// Seconds since 1970.
fn seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
