//! How the multiplexer is to behave.

use std::time::Duration;

/// How the [`Core`](super::Core) behaves: its limits and times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How many applications may be connected at once.
    pub application_limit: usize,
    /// How many of them may be hotel applications at once.
    pub hotel_limit: usize,
    /// How often each application is told the state of the system.
    pub status_interval: Duration,
    /// What applications see when the link to the switch is lost.
    pub when_switch_lost: WhenSwitchLost,
    /// How long a request may take, waiting included, before its application gets an error.
    pub request_time_limit: Duration,
    /// How long after its time limit the invoke id of a request is not used again, so that a late
    /// answer reaches nobody else.
    pub late_answer: Duration,
    /// How many requests the switch gets at once; the others wait. One application has no more of
    /// them than places are left.
    pub requests_in_flight: usize,
    /// How many requests of one application wait.
    pub request_queue: usize,
    /// How many octets the waiting requests of one application have at most.
    pub request_queue_octets: usize,
    /// The longest APDU that the switch takes, in octets. Panasonic switches have been seen to take
    /// 240. It holds for what is sent, under the multiplexer's invoke id.
    pub switch_apdu_limit: usize,
    /// How long the first SystemStatus of the switch is waited for.
    pub first_status: Duration,
    /// How long the switch may be silent before it is asked whether it lives.
    pub probe_after: Duration,
    /// How long it may take to answer that.
    pub probe_limit: Duration,
    /// How monitors are kept.
    pub monitors: MonitorSettings,
    /// How call records are kept.
    pub call_records: CallRecordSettings,
}

/// What applications see when the link to the switch is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhenSwitchLost {
    /// SystemStatus `disabled`; their associations, monitors and roles stay, and are served again
    /// when the link is back.
    Report,
    /// An abort of their association, as if the switch itself had gone.
    Abort,
}

/// How monitors are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonitorSettings {
    /// How many monitors one application may have.
    pub per_application: usize,
    /// How many monitors there may be of all applications together.
    pub in_total: usize,
    /// How many monitors are started again at once when the link is back.
    pub restored_at_once: usize,
    /// How long after a failure it is tried again to start a monitor again, or to stop one that
    /// nobody wants any more.
    pub retry_after: Duration,
    /// Whether the switch is asked to suppress the events that no application wants. Otherwise it
    /// reports all, and an application that comes later and wants more costs it nothing.
    pub filtered_by_switch: bool,
    /// How many events are held that come before the answer to the start of their monitor.
    pub held_events: usize,
}

/// How call records are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallRecordSettings {
    /// Whether an application may hold the call records.
    pub served: bool,
    /// Whether the switch goes on to send call records when nobody holds them, once somebody has.
    pub keep_transmission: bool,
    /// How many octets of reports wait in the spool at most; then they are left to the switch.
    pub spool_octets: usize,
    /// How long after the link is back the switch is asked to send call records again.
    pub restart_after: Duration,
    /// How long the holder may take to confirm a report before it gets it again.
    pub confirm_limit: Duration,
    /// How many reports are remembered, so that one that comes again is known.
    pub remembered: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            application_limit: 1000,
            hotel_limit: 1,
            status_interval: Duration::from_secs(120),
            when_switch_lost: WhenSwitchLost::Report,
            request_time_limit: Duration::from_secs(10),
            late_answer: Duration::from_secs(60),
            requests_in_flight: 16,
            request_queue: 1024,
            request_queue_octets: 128 << 10,
            switch_apdu_limit: 240,
            first_status: Duration::from_secs(2),
            probe_after: Duration::from_secs(150),
            probe_limit: Duration::from_secs(15),
            monitors: MonitorSettings::default(),
            call_records: CallRecordSettings::default(),
        }
    }
}

impl Default for MonitorSettings {
    fn default() -> Self {
        Self {
            per_application: 4096,
            in_total: 1 << 16,
            restored_at_once: 4,
            retry_after: Duration::from_secs(30),
            filtered_by_switch: false,
            held_events: 1024,
        }
    }
}

impl Default for CallRecordSettings {
    fn default() -> Self {
        Self {
            served: true,
            keep_transmission: true,
            spool_octets: 64 << 20,
            restart_after: Duration::from_secs(60),
            confirm_limit: Duration::from_secs(30),
            remembered: 4096,
        }
    }
}
