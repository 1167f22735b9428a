//! Services: each request goes to whoever serves it.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::rose::{Invoke, InvokeProblem};
use csta_codec::services::{
    AlternateCall, AnswerCall, ChangeMonitorFilter, ChangeSysStatFilter, ClearCall,
    ClearConnection, ConferenceCall, ConsultationCall, DeflectCall, DirectedPickupCall, Escape,
    GetMonitors, GetSwitchingFunctionDevices, HoldCall, MakeCall, MonitorStart, MonitorStop,
    ReconnectCall, RequestSysStat, RetrieveCall, SendStoredCdr, SingleStepTrans, SnapshotCall,
    SnapshotDevice, StartCdrTransmission, StopCdrTransmission, SystemRegister,
    SystemRegisterCancel, SystemStatus, TransferCall,
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

/// Sends each operation to the method that serves it.
macro_rules! serve {
    ($switch:ident, $code:ident, $asked:ident, { $($operation:ident => $method:ident),* $(,)? }) => {
        match $code {
            $($operation::CODE => $switch.$method($asked),)*
            _ => Err(NOT_SUPPORTED),
        }
    };
}

const NOT_SUPPORTED: Refusal = Refusal::operation(OperationErrors::ServiceNotSupported);

impl Switch {
    /// Carries out what is asked; gives the result to be sent.
    pub(super) fn serve(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let unrecognised = Refusal::Problem(InvokeProblem::UnrecognisedOperation);
        let code = asked.invoke.operation.local().ok_or(unrecognised)?;
        let operation = OperationInfo::by_code(code).ok_or(unrecognised)?;
        if self.refuses(operation.name) {
            return Err(NOT_SUPPORTED);
        }
        match code {
            // These are served in any state, since they are about it.
            RequestSysStat::CODE => return self.request_system_status(asked),
            SystemStatus::CODE => return self.system_status(asked),
            _ => {}
        }
        if let Some(refusal) = self.unable() {
            return Err(refusal);
        }
        serve!(self, code, asked, {
            MonitorStart => monitor_start,
            MonitorStop => monitor_stop,
            ChangeMonitorFilter => change_monitor_filter,
            GetMonitors => get_monitors,
            SnapshotDevice => snapshot_device,
            SnapshotCall => snapshot_call,
            GetSwitchingFunctionDevices => switching_function_devices,
            SystemRegister => system_register,
            SystemRegisterCancel => system_register_cancel,
            ChangeSysStatFilter => change_status_filter,
            StartCdrTransmission => start_records,
            StopCdrTransmission => stop_records,
            SendStoredCdr => send_stored_records,
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
