//! Services: each request goes to whoever serves it.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::rose::{Invoke, InvokeProblem};
use csta_codec::services::{
    AlternateCall, AnswerCall, ChangeMonitorFilter, ClearCall, ClearConnection, ConferenceCall,
    ConsultationCall, DeflectCall, DirectedPickupCall, Escape, GetMonitors,
    GetSwitchingFunctionDevices, HoldCall, MakeCall, MonitorStart, MonitorStop, ReconnectCall,
    RequestSysStat, RetrieveCall, SingleStepTrans, SnapshotCall, SnapshotDevice, SystemStatus,
    TransferCall,
};
use csta_codec::types::OperationErrors;
use csta_codec::{Operation, OperationInfo};

use super::failure::Refusal;
use super::switch::{ApplicationId, Switch};

/// What is asked, and in which octets.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) now: Instant,
    pub(super) from: ApplicationId,
    pub(super) invoke: &'a Invoke<'a>,
    pub(super) frame: &'a Bytes,
}

/// Sends each operation to the method that serves it, and what is no operation to none.
macro_rules! serve {
    ($switch:ident, $asked:ident, { $($operation:ident => $method:ident),* $(,)? }) => {{
        let unrecognised = Refusal::Problem(InvokeProblem::UnrecognisedOperation);
        let code = $asked.invoke.operation.local().ok_or(unrecognised)?;
        let operation = OperationInfo::by_code(code).ok_or(unrecognised)?;
        match code {
            _ if $switch.refuses(operation.name) => Err(NOT_SUPPORTED),
            $($operation::CODE => $switch.$method($asked),)*
            _ => Err(NOT_SUPPORTED),
        }
    }};
}

const NOT_SUPPORTED: Refusal = Refusal::operation(OperationErrors::ServiceNotSupported);

impl Switch {
    /// Carries out what is asked; gives the result to be sent.
    pub(super) fn serve(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        serve!(self, asked, {
            MonitorStart => monitor_start,
            MonitorStop => monitor_stop,
            ChangeMonitorFilter => change_monitor_filter,
            GetMonitors => get_monitors,
            SnapshotDevice => snapshot_device,
            SnapshotCall => snapshot_call,
            GetSwitchingFunctionDevices => switching_function_devices,
            RequestSysStat => request_system_status,
            SystemStatus => system_status,
            Escape => escape,
            MakeCall => make_call,
            AnswerCall => answer_call,
            ClearConnection => clear_connection,
            ClearCall => clear_call,
            HoldCall => hold_call,
            RetrieveCall => retrieve_call,
            ConsultationCall => consultation_call,
            AlternateCall => alternate_call,
            ReconnectCall => reconnect_call,
            TransferCall => transfer_call,
            SingleStepTrans => single_step_transfer,
            ConferenceCall => conference_call,
            DeflectCall => deflect_call,
            DirectedPickupCall => directed_pickup_call,
        })
    }

    /// Whether the switch is configured not to serve an operation.
    fn refuses(&self, name: &str) -> bool {
        self.model.config().refused_services.iter().any(|refused| refused == name)
    }
}
