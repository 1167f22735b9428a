//! Input and output: data flow between the application and a device or call.
//!
//! The ASN.1 modules are `CSTA-io-register`, `CSTA-io-register-abort`, `CSTA-io-register-cancel`,
//! `CSTA-start-data-path`, `CSTA-stop-data-path`, `CSTA-suspend-data-path`,
//! `CSTA-data-path-suspended`, `CSTA-resume-data-path`, `CSTA-data-path-resumed`, `CSTA-send-data`,
//! `CSTA-send-multicast-data`, `CSTA-send-broadcast-data` and `CSTA-fast-data`.

use crate::types::{
    CstaCommonArguments, CstaObject, DataPathType, DeviceId, DisplayAttributeList, DisplayId,
    EventCause, IoCrossRefId, IoRegisterReqId,
};
use crate::{Ia5String, OctetString, SequenceOf, choice, enumerated, operation, sequence};

operation! {
    /// DOC
    pub IoRegister "ioRegister" = 340, ToSwitch: IoRegisterArgument<'a> => IoRegisterResult<'a>
}

sequence! {
    /// DOC
    pub struct IoRegisterArgument<'a> "IORegisterArgument" {
        io_device "ioDevice": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct IoRegisterResult<'a> "IORegisterResult" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub IoRegisterAbort "ioRegisterAbort" = 341, FromSwitch: IoRegisterAbortArgument<'a>
}

sequence! {
    /// DOC
    pub struct IoRegisterAbortArgument<'a> "IORegisterAbortArgument" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// DOC
    pub IoRegisterCancel "ioRegisterCancel" = 342, ToSwitch: IoRegisterCancelArgument<'a> => IoRegisterCancelResult<'a>
}

sequence! {
    /// DOC
    pub struct IoRegisterCancelArgument<'a> "IORegisterCancelArgument" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`IoRegisterCancel`]; it has nothing to say of its own.
    pub enum IoRegisterCancelResult<'a> "IORegisterCancelResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub StartDataPath "startDataPath" = 110, Either: StartDataPathArgument<'a> => StartDataPathResult<'a>
}

sequence! {
    /// DOC
    pub struct StartDataPathArgument<'a> "StartDataPathArgument" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a> = OPTIONAL,
        object "object": CstaObject<'a>,
        data_path_direction "dataPathDirection" [0 IMPLICIT]: DataPathDirection = OPTIONAL,
        data_path_type "dataPathType" [1 IMPLICIT]: DataPathType = OPTIONAL,
        display_id "displayID": DisplayId<'a> = OPTIONAL,
        number_of_characters_to_collect "numberOfCharactersToCollect" [2 IMPLICIT]: i64 = OPTIONAL,
        termination_character "terminationCharacter": Ia5String<'a> = OPTIONAL,
        timeout "timeout" [3 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct StartDataPathResult<'a> "StartDataPathResult" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        number_of_characters_to_collect "numberOfCharactersToCollect" [0 IMPLICIT]: i64 = OPTIONAL,
        termination_character "terminationCharacter": Ia5String<'a> = OPTIONAL,
        timeout "timeout" [1 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// DOC
    pub enum DataPathDirection "DataPathDirection" {
        ComputeFunctionToObject "computeFunctionToObject" = 0,
        ObjectToComputeFunction "objectToComputeFunction" = 1,
        Bidirectional "bidirectional" = 2,
    }
}

operation! {
    /// DOC
    pub StopDataPath "stopDataPath" = 111, Either: StopDataPathArgument<'a> => StopDataPathResult<'a>
}

sequence! {
    /// DOC
    pub struct StopDataPathArgument<'a> "StopDataPathArgument" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`StopDataPath`]; it has nothing to say of its own.
    pub enum StopDataPathResult<'a> "StopDataPathResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SuspendDataPath "suspendDataPath" = 115, ToSwitch: SuspendDataPathArgument<'a> => SuspendDataPathResult<'a>
}

sequence! {
    /// DOC
    pub struct SuspendDataPathArgument<'a> "SuspendDataPathArgument" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SuspendDataPath`]; it has nothing to say of its own.
    pub enum SuspendDataPathResult<'a> "SuspendDataPathResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub DataPathSuspended "dataPathSuspended" = 116, FromSwitch: DataPathSuspendedArgument<'a> => DataPathSuspendedResult<'a>
}

sequence! {
    /// DOC
    pub struct DataPathSuspendedArgument<'a> "DataPathSuspendedArgument" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        io_req_register_id "ioReqRegisterID": IoRegisterReqId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DataPathSuspended`]; it has nothing to say of its own.
    pub enum DataPathSuspendedResult<'a> "DataPathSuspendedResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub ResumeDataPath "resumeDataPath" = 117, ToSwitch: ResumeDataPathArgument<'a> => ResumeDataPathResult<'a>
}

sequence! {
    /// DOC
    pub struct ResumeDataPathArgument<'a> "ResumeDataPathArgument" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`ResumeDataPath`]; it has nothing to say of its own.
    pub enum ResumeDataPathResult<'a> "ResumeDataPathResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub DataPathResumed "dataPathResumed" = 118, FromSwitch: DataPathResumedArgument<'a> => DataPathResumedResult<'a>
}

sequence! {
    /// DOC
    pub struct DataPathResumedArgument<'a> "DataPathResumedArgument" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`DataPathResumed`]; it has nothing to say of its own.
    pub enum DataPathResumedResult<'a> "DataPathResumedResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SendData "sendData" = 112, Either: SendDataArgument<'a> => SendDataResult<'a>
}

sequence! {
    /// DOC
    pub struct SendDataArgument<'a> "SendDataArgument" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        io_register_req_id "ioRegisterReqID" [0 IMPLICIT]: IoRegisterReqId<'a> = OPTIONAL,
        display_attributes "displayAttributes": DisplayAttributeList = OPTIONAL,
        io_data "ioData": OctetString<'a>,
        io_cause "ioCause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SendData`]; it has nothing to say of its own.
    pub enum SendDataResult<'a> "SendDataResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SendMulticastData "sendMulticastData" = 113, ToSwitch: SendMulticastDataArgument<'a> => SendMulticastDataResult<'a>
}

sequence! {
    /// DOC
    pub struct SendMulticastDataArgument<'a> "SendMulticastDataArgument" {
        io_cross_ref_id_list "ioCrossRefIDList": SequenceOf<'a, IoCrossRefId<'a>>,
        io_data "ioData": OctetString<'a> = OPTIONAL,
        display_attributes "displayAttributes": DisplayAttributeList = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SendMulticastData`]; it has nothing to say of its own.
    pub enum SendMulticastDataResult<'a> "SendMulticastDataResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub SendBroadcastData "sendBroadcastData" = 114, ToSwitch: SendBroadcastDataArgument<'a> => SendBroadcastDataResult<'a>
}

sequence! {
    /// DOC
    pub struct SendBroadcastDataArgument<'a> "SendBroadcastDataArgument" {
        io_data "ioData": OctetString<'a>,
        data_path_type "dataPathType": DataPathType = OPTIONAL,
        display_attributes "displayAttributes": DisplayAttributeList = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SendBroadcastData`]; it has nothing to say of its own.
    pub enum SendBroadcastDataResult<'a> "SendBroadcastDataResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub FastData "fastData" = 119, Either: FastDataArgument<'a> => FastDataResult<'a>
}

sequence! {
    /// DOC
    pub struct FastDataArgument<'a> "FastDataArgument" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a> = OPTIONAL,
        object "object": CstaObject<'a>,
        data_path_type "dataPathType": DataPathType = OPTIONAL,
        display_attributes "displayAttributes": DisplayAttribute<'a> = OPTIONAL,
        io_data "ioData": OctetString<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`FastData`]; it has nothing to say of its own.
    pub enum FastDataResult<'a> "FastDataResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

sequence! {
    /// DOC
    pub struct DisplayAttribute<'a> "DisplayAttribute" {
        display_id "displayID": DisplayId<'a> = OPTIONAL,
        physical_base_row_number "physicalBaseRowNumber" [0 IMPLICIT]: i64 = OPTIONAL,
        physical_base_column_number "physicalBaseColumnNumber" [1 IMPLICIT]: i64 = OPTIONAL,
        offset "offset" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}
