//! What the status page shows.

use serde::Serialize;

use super::ApplicationId;

/// The state of the [`Core`](super::Core), for people and for tests.
///
/// When all applications are gone and the switch has answered, every count but those of call
/// records and of the past is 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Status {
    /// The link to the switch.
    pub link: LinkState,
    /// What the switch has said of itself last, by its name in CSTA; absent if it is not there.
    pub system_status: Option<String>,
    /// How many devices the switch has told of.
    pub devices: usize,
    /// The applications, by slot.
    pub applications: Vec<ApplicationStatus>,
    /// The monitors in the switch, by device.
    pub monitors: Vec<MonitorStatus>,
    /// The requests.
    pub requests: RequestStatus,
    /// The call records.
    pub call_records: CallRecordStatus,
    /// The hotel applications.
    pub hotel: Vec<ApplicationId>,
    /// Registrations and dialogues of applications, other than monitors.
    pub registrations: usize,
    /// Answers of the switch that still come in segments.
    pub linked_replies: usize,
    /// Messages of the switch that are held because what they belong to is not known yet.
    pub held: usize,
    /// Events of the switch so far.
    pub events: u64,
}

/// The link to the switch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub enum LinkState {
    /// There is none.
    #[default]
    Down,
    /// There is one; the state and the devices of the switch are not known yet.
    Starting,
    /// Requests are served; monitors that were lost with the last link are being started.
    Restoring,
    /// All is as it should be.
    Up,
}

/// An application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ApplicationStatus {
    /// Which.
    pub application: ApplicationId,
    /// How many monitors it has.
    pub monitors: usize,
    /// How many of its requests wait.
    pub queued: usize,
    /// How many requests it has made.
    pub requests: u64,
    /// How many invocations it has not answered.
    pub unanswered: usize,
    /// Whether it holds the call records.
    pub is_call_record_holder: bool,
    /// Whether it is a hotel application.
    pub is_hotel: bool,
}

/// A monitor in the switch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MonitorStatus {
    /// The device, as it was named first.
    pub device: String,
    /// What it does.
    pub state: MonitorState,
    /// The applications that share it; one that has started it twice stands there twice.
    pub applications: Vec<ApplicationId>,
}

/// What a monitor in the switch does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum MonitorState {
    /// The switch has been asked to start it.
    Starting,
    /// It reports events.
    On,
    /// The switch has been asked to stop it.
    Stopping,
    /// It was lost with the link, or could not be started again, and will be.
    Lost,
}

/// The requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RequestStatus {
    /// How many wait.
    pub queued: usize,
    /// How many the switch has and may answer in time.
    pub in_flight: usize,
    /// How many it has not answered in time, whose ids are not used yet.
    pub late: usize,
    /// How many were made so far.
    pub total: u64,
}

/// The call records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CallRecordStatus {
    /// Who holds them.
    pub holder: Option<ApplicationId>,
    /// Whether the switch sends them.
    pub is_sending: bool,
    /// Whether it is meant to.
    pub is_wanted: bool,
    /// How many reports are in the spool.
    pub spooled: usize,
    /// How many octets they have.
    pub spooled_octets: usize,
    /// How many reports are on the way into the spool.
    pub unspooled: usize,
}
