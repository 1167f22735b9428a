//! The report that carries every event.
//!
//! The ASN.1 module is `CSTA-event-report-definitions`.

use super::CallControlEvents;
use crate::types::MonitorCrossRefId;
use crate::{choice, sequence};

sequence! {
    /// An event and the monitor that reports it.
    pub struct EventReportArgument<'a> "CSTAEventReportArgument" {
        cross_ref_identifier "crossRefIdentifier": MonitorCrossRefId<'a>,
        event_specific_info "eventSpecificInfo": EventSpecificInfo<'a>,
    }
}

choice! {
    /// An event, by group.
    pub enum EventSpecificInfo<'a> "EventSpecificInfo" {
        CallControlEvents "callControlEvents" [0 EXPLICIT]: CallControlEvents<'a>,
    }
}
