//! What people are told.

use std::fmt;

use csta_codec::DecodeError;
use serde::Serialize;

use super::{ApplicationId, SpoolId};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// As it should be.
    Info,
    /// Somebody may want to do something.
    Warning,
    /// Somebody has to.
    Error,
}

/// Something that people may want to know: it belongs into the log, and most of it among the recent
/// errors.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Notice {
    /// The switch is ready to serve: its devices are known.
    Serving {
        /// How many devices the switch has told of.
        devices: usize,
    },
    /// The devices of the switch could not be read, so that numbers and device numbers are not
    /// joined.
    DevicesUnknown,
    /// All monitors are there again after the link was lost.
    Restored {
        /// How many.
        monitors: usize,
        /// How many could not be started and are tried again later.
        failed: usize,
    },
    /// A monitor could not be started again and is tried again later.
    MonitorNotRestored {
        /// The device, as it was named.
        device: String,
        /// Why.
        failure: String,
    },
    /// The switch does not suppress other events of a monitor than before. It may know no filters;
    /// then it is better not asked for any.
    FilterRefused {
        /// The device, as it was named.
        device: String,
        /// Why.
        failure: String,
    },
    /// The switch has sent what cannot be decoded.
    SwitchUndecodable {
        /// How many octets.
        octets: usize,
        /// Why it cannot be.
        error: DecodeError,
    },
    /// An application has sent what cannot be decoded; it was rejected.
    ApplicationUndecodable {
        /// Which.
        application: ApplicationId,
        /// How many octets.
        octets: usize,
        /// Why it cannot be.
        error: DecodeError,
    },
    /// The switch has answered what nobody waits for: twice, or to an id that was never given.
    UnexpectedAnswer {
        /// The invoke id.
        invoke_id: i32,
    },
    /// The switch has answered after the time limit.
    LateAnswer {
        /// The invoke id.
        invoke_id: i32,
    },
    /// An application has answered what it was not asked, or twice.
    UnexpectedApplicationAnswer {
        /// Which.
        application: ApplicationId,
        /// The invoke id.
        invoke_id: i32,
    },
    /// An application has answered the switch with more than the switch takes.
    AnswerTooLong {
        /// Which.
        application: ApplicationId,
        /// The length of the answer.
        octets: usize,
    },
    /// A request was not answered by the switch in time.
    RequestTimedOut {
        /// Whose; none if it is the multiplexer's own.
        application: Option<ApplicationId>,
        /// The code of the operation.
        operation: i32,
    },
    /// A request was refused because its application has too many.
    QueueFull {
        /// Which.
        application: ApplicationId,
    },
    /// A request was refused because its user may not do that.
    NotPermitted {
        /// Which application.
        application: ApplicationId,
        /// The code of the operation.
        operation: i32,
    },
    /// A request of a kind that is not answered was not carried out: its application does not learn
    /// it.
    UnconfirmedRefused {
        /// Which application.
        application: ApplicationId,
        /// The code of the operation.
        operation: i32,
        /// Why.
        failure: String,
    },
    /// The switch has invoked what nobody takes.
    NobodyTakes {
        /// The code of the operation.
        operation: i32,
    },
    /// An event has come for a monitor that does not exist.
    UnknownMonitor,
    /// The spool holds much; somebody has to fetch the call records.
    SpoolFills {
        /// In percent of what it may hold.
        percent: usize,
    },
    /// The spool is full: call records are left to the switch, which keeps them.
    SpoolFull,
    /// Many reports of call records wait until they are durable: further ones are left to the
    /// switch.
    RecordsUnconfirmed {
        /// How many.
        reports: usize,
    },
    /// A report of call records could not be made durable.
    SpoolFailed(SpoolId),
    /// A report of call records in the spool cannot be read any more.
    SpoolLost(SpoolId),
    /// A report of call records came again and was not kept twice.
    RecordRepeated,
    /// The holder of the call records has refused a report; it is offered again.
    RecordRefused {
        /// The holder.
        application: ApplicationId,
        /// The report.
        id: SpoolId,
    },
    /// The switch does not start to send call records; it is tried again.
    TransmissionRefused {
        /// Why.
        failure: String,
    },
    /// More of the same kind happened within a minute than people are told of.
    LeftOut {
        /// How often.
        count: u64,
        /// The last of it.
        last: Box<Self>,
    },
}

impl Notice {
    /// The application that it is about, if it is about one.
    #[must_use]
    pub const fn application(&self) -> Option<ApplicationId> {
        match self {
            Self::ApplicationUndecodable { application, .. }
            | Self::UnexpectedApplicationAnswer { application, .. }
            | Self::AnswerTooLong { application, .. }
            | Self::QueueFull { application }
            | Self::NotPermitted { application, .. }
            | Self::UnconfirmedRefused { application, .. }
            | Self::RecordRefused { application, .. } => Some(*application),
            Self::RequestTimedOut { application, .. } => *application,
            Self::LeftOut { last, .. } => last.application(),
            _ => None,
        }
    }

    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::LeftOut { last, .. } => last.severity(),
            Self::Serving { .. } | Self::Restored { failed: 0, .. } => Severity::Info,
            // Until somebody does something, records wait in the switch, which keeps not many; or
            // they are gone.
            Self::SpoolFull | Self::SpoolFailed(_) | Self::SpoolLost(_) => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Serving { devices } => {
                write!(f, "the switch is ready and has told of {devices} devices")
            }
            Self::DevicesUnknown => f.write_str(
                "the devices of the switch could not be read; a device that is named by number and \
                 by device number may be monitored twice",
            ),
            Self::Restored { monitors, failed: 0 } => {
                write!(f, "all {monitors} monitors have been started again")
            }
            Self::Restored { monitors, failed } => write!(
                f,
                "{monitors} monitors have been started again, {failed} have not and will be tried \
                 again"
            ),
            Self::MonitorNotRestored { device, failure } => write!(
                f,
                "the monitor of {device} could not be started again ({failure}); it will be tried \
                 again"
            ),
            Self::FilterRefused { device, failure } => write!(
                f,
                "the switch does not change which events of {device} it reports ({failure}); if it \
                 never does, set pbx.filters_events to false"
            ),
            Self::SwitchUndecodable { octets, error } => {
                write!(f, "{octets} octets of the switch cannot be decoded: {error}")
            }
            Self::ApplicationUndecodable { application, octets, error } => write!(
                f,
                "{octets} octets of application {application} cannot be decoded and were \
                 rejected: {error}"
            ),
            Self::UnexpectedAnswer { invoke_id } => write!(
                f,
                "the switch has answered request {invoke_id}, which does not wait for an answer"
            ),
            Self::LateAnswer { invoke_id } => {
                write!(f, "the switch has answered request {invoke_id} after the time limit")
            }
            Self::UnexpectedApplicationAnswer { application, invoke_id } => write!(
                f,
                "application {application} has answered request {invoke_id}, which does not wait \
                 for an answer"
            ),
            Self::AnswerTooLong { application, octets } => write!(
                f,
                "application {application} has answered the switch in {octets} octets, which is more \
                 than the switch takes; it is told that the answer is too long"
            ),
            Self::RequestTimedOut { application: Some(application), operation } => write!(
                f,
                "the switch has not answered operation {operation} of application {application} \
                 in time"
            ),
            Self::RequestTimedOut { application: None, operation } => {
                write!(f, "the switch has not answered operation {operation} in time")
            }
            Self::QueueFull { application } => write!(
                f,
                "application {application} has asked for too much at once; requests were refused"
            ),
            Self::NotPermitted { application, operation } => write!(
                f,
                "the user of application {application} may not invoke operation {operation} there"
            ),
            Self::UnconfirmedRefused { application, operation, failure } => write!(
                f,
                "operation {operation} of application {application} was not carried out ({failure}); \
                 it is one that is not answered, so the application does not know"
            ),
            Self::NobodyTakes { operation } => {
                write!(f, "the switch has invoked operation {operation}, which nobody takes")
            }
            Self::UnknownMonitor => {
                f.write_str("the switch has reported an event for a monitor that does not exist")
            }
            Self::SpoolFills { percent } => write!(
                f,
                "the spool of call records is filled to {percent} percent; connect the application \
                 that fetches them"
            ),
            Self::SpoolFull => f.write_str(
                "the spool of call records is full; further ones are left to the switch. Connect \
                 the application that fetches them, or allow the spool more room",
            ),
            Self::RecordsUnconfirmed { reports } => write!(
                f,
                "{reports} reports of call records wait until the spool is written; further ones are \
                 left to the switch. See whether the disk is slow, or fails"
            ),
            Self::SpoolFailed(id) => write!(
                f,
                "report {id} of call records could not be written to the spool; it is tried again \
                 and again"
            ),
            Self::SpoolLost(id) => {
                write!(f, "report {id} of call records cannot be read from the spool and is lost")
            }
            Self::RecordRepeated => {
                f.write_str("the switch has sent a report of call records again; it is kept once")
            }
            Self::RecordRefused { application, id } => write!(
                f,
                "application {application} has refused report {id} of call records; it will be \
                 offered again"
            ),
            Self::TransmissionRefused { failure } => write!(
                f,
                "the switch does not start to send call records ({failure}); it will be tried again"
            ),
            Self::LeftOut { count, last } => {
                write!(f, "{count} more like this were left out, of which this is the last: {last}")
            }
        }
    }
}
