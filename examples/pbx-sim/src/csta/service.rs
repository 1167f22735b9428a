//! Services: each request goes to whoever serves it.

use std::time::Instant;

use bytes::Bytes;
use csta_codec::Operation;
use csta_codec::rose::{Invoke, InvokeProblem};
use csta_codec::services::{
    AlternateCall, AnswerCall, ChangeMonitorFilter, ClearCall, ClearConnection, ConferenceCall,
    ConsultationCall, DeflectCall, DirectedPickupCall, Escape, HoldCall, MakeCall, MonitorStart,
    MonitorStop, ReconnectCall, RequestSysStat, RequestSysStatArg, RequestSysStatRes, RetrieveCall,
    SingleStepTrans, SnapshotCall, SnapshotDevice, SystemStatus, SystemStatusRes, TransferCall,
};
use csta_codec::types::{self, OperationErrors};

use super::argument::{read, result};
use super::failure::Refusal;
use super::switch::Switch;

/// The codes of the operations of CSTA, first and last of each run.
const OPERATIONS: [(i32, i32); 23] = [
    (1, 2),
    (4, 7),
    (9, 11),
    (13, 14),
    (16, 16),
    (18, 18),
    (20, 21),
    (31, 36),
    (50, 51),
    (71, 77),
    (110, 119),
    (201, 223),
    (230, 234),
    (244, 245),
    (248, 250),
    (260, 282),
    (300, 318),
    (340, 349),
    (360, 368),
    (370, 378),
    (500, 516),
    (530, 541),
    (550, 551),
];

/// The name of an operation that the switch serves.
pub(super) fn name(code: i32) -> Option<&'static str> {
    const SERVED: [(i32, &str); 22] = [
        of::<MonitorStart>(),
        of::<MonitorStop>(),
        of::<ChangeMonitorFilter>(),
        of::<SnapshotDevice>(),
        of::<SnapshotCall>(),
        of::<RequestSysStat>(),
        of::<SystemStatus>(),
        of::<Escape>(),
        of::<MakeCall>(),
        of::<AnswerCall>(),
        of::<ClearConnection>(),
        of::<ClearCall>(),
        of::<HoldCall>(),
        of::<RetrieveCall>(),
        of::<ConsultationCall>(),
        of::<AlternateCall>(),
        of::<ReconnectCall>(),
        of::<TransferCall>(),
        of::<SingleStepTrans>(),
        of::<ConferenceCall>(),
        of::<DeflectCall>(),
        of::<DirectedPickupCall>(),
    ];
    SERVED.iter().find(|(served, _)| *served == code).map(|(_, name)| *name)
}

const fn of<Op: Operation>() -> (i32, &'static str) {
    (Op::CODE, Op::NAME)
}

/// What is asked, and in which octets.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) now: Instant,
    pub(super) invoke: &'a Invoke<'a>,
    pub(super) frame: &'a Bytes,
}

impl Switch {
    /// Carries out what is asked; gives the result to be sent.
    pub(super) fn serve(
        &mut self,
        now: Instant,
        invoke: &Invoke<'_>,
        frame: &Bytes,
    ) -> Result<Vec<u8>, Refusal> {
        let unrecognised = Refusal::Problem(InvokeProblem::UnrecognisedOperation);
        let code = invoke.operation.local().ok_or(unrecognised)?;
        let asked = Asked { now, invoke, frame };
        match code {
            MonitorStart::CODE => self.monitor_start(asked),
            MonitorStop::CODE => self.monitor_stop(asked),
            ChangeMonitorFilter::CODE => self.change_monitor_filter(asked),
            SnapshotDevice::CODE => self.snapshot_device(asked),
            SnapshotCall::CODE => self.snapshot_call(asked),
            RequestSysStat::CODE => {
                read::<RequestSysStatArg<'static>>(invoke, frame)?;
                let status = RequestSysStatRes::new(types::SystemStatus::Normal);
                Ok(result::<RequestSysStat>(invoke.invoke_id, &status))
            }
            // The application may tell its state, too.
            SystemStatus::CODE => {
                Ok(result::<SystemStatus>(invoke.invoke_id, &SystemStatusRes::NoData))
            }
            Escape::CODE => self.escape(asked),
            MakeCall::CODE => self.make_call(asked),
            AnswerCall::CODE => self.answer_call(asked),
            ClearConnection::CODE => self.clear_connection(asked),
            ClearCall::CODE => self.clear_call(asked),
            HoldCall::CODE => self.hold_call(asked),
            RetrieveCall::CODE => self.retrieve_call(asked),
            ConsultationCall::CODE => self.consultation_call(asked),
            AlternateCall::CODE => self.alternate_call(asked),
            ReconnectCall::CODE => self.reconnect_call(asked),
            TransferCall::CODE => self.transfer_call(asked),
            SingleStepTrans::CODE => self.single_step_transfer(asked),
            ConferenceCall::CODE => self.conference_call(asked),
            DeflectCall::CODE => self.deflect_call(asked),
            DirectedPickupCall::CODE => self.directed_pickup_call(asked),
            _ if OPERATIONS.iter().any(|(first, last)| (*first..=*last).contains(&code)) => {
                Err(Refusal::operation(OperationErrors::ServiceNotSupported))
            }
            _ => Err(unrecognised),
        }
    }
}
