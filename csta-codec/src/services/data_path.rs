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
    /// Registers the application for data paths, of one device or all.
    pub IoRegister "ioRegister" = 340, "I/O Register", ToSwitch: IoRegisterArgument<'a> => IoRegisterResult<'a>
}

sequence! {
    /// The device; all if absent.
    pub struct IoRegisterArgument<'a> "IORegisterArgument" {
        io_device "ioDevice": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// By which number the registration is known.
    pub struct IoRegisterResult<'a> "IORegisterResult" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Tells the application that the switch has ended its registration for data paths.
    pub IoRegisterAbort "ioRegisterAbort" = 341, "I/O Register Abort", FromSwitch: IoRegisterAbortArgument<'a>
}

sequence! {
    /// The registration that has ended.
    pub struct IoRegisterAbortArgument<'a> "IORegisterAbortArgument" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Ends a registration for data paths.
    pub IoRegisterCancel "ioRegisterCancel" = 342, "I/O Register Cancel", ToSwitch: IoRegisterCancelArgument<'a> => IoRegisterCancelResult<'a>
}

sequence! {
    /// The registration to be ended.
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
    /// Opens a data path to a device or call.
    pub StartDataPath "startDataPath" = 110, "Start Data Path", Either: StartDataPathArgument<'a> => StartDataPathResult<'a>
}

sequence! {
    /// To what the path leads, and when collected characters are to be sent.
    pub struct StartDataPathArgument<'a> "StartDataPathArgument" {
        io_register_req_id "ioRegisterReqID": IoRegisterReqId<'a> = OPTIONAL,
        object "object": CstaObject<'a>,
        data_path_direction "dataPathDirection" [0 IMPLICIT]: DataPathDirection = OPTIONAL,
        data_path_type "dataPathType" [1 IMPLICIT]: DataPathType = OPTIONAL,
        display_id "displayID": DisplayId<'a> = OPTIONAL,
        /// Characters are sent when there are so many.
        number_of_characters_to_collect "numberOfCharactersToCollect" [2 IMPLICIT]: i64 = OPTIONAL,
        /// Characters are sent when this one comes.
        termination_character "terminationCharacter": Ia5String<'a> = OPTIONAL,
        /// Characters are sent when none has come for so long.
        timeout "timeout" [3 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The new path, and when characters are really sent.
    pub struct StartDataPathResult<'a> "StartDataPathResult" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        number_of_characters_to_collect "numberOfCharactersToCollect" [0 IMPLICIT]: i64 = OPTIONAL,
        termination_character "terminationCharacter": Ia5String<'a> = OPTIONAL,
        timeout "timeout" [1 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// Which way data flow.
    pub enum DataPathDirection "DataPathDirection" {
        ComputeFunctionToObject "computeFunctionToObject" = 0,
        ObjectToComputeFunction "objectToComputeFunction" = 1,
        Bidirectional "bidirectional" = 2,
    }
}

operation! {
    /// Closes a data path.
    pub StopDataPath "stopDataPath" = 111, "Stop Data Path", Either: StopDataPathArgument<'a> => StopDataPathResult<'a>
}

sequence! {
    /// The path to be closed.
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
    /// Suspends a data path.
    pub SuspendDataPath "suspendDataPath" = 115, "Suspend Data Path", ToSwitch: SuspendDataPathArgument<'a> => SuspendDataPathResult<'a>
}

sequence! {
    /// The path to be suspended.
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
    /// Tells the application that a data path is suspended.
    pub DataPathSuspended "dataPathSuspended" = 116, "Data Path Suspended", FromSwitch: DataPathSuspendedArgument<'a> => DataPathSuspendedResult<'a>
}

sequence! {
    /// The path that is suspended.
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
    /// Resumes a suspended data path.
    pub ResumeDataPath "resumeDataPath" = 117, "Resume Data Path", ToSwitch: ResumeDataPathArgument<'a> => ResumeDataPathResult<'a>
}

sequence! {
    /// The path to be resumed.
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
    /// Tells the application that a data path is resumed.
    pub DataPathResumed "dataPathResumed" = 118, "Data Path Resumed", FromSwitch: DataPathResumedArgument<'a> => DataPathResumedResult<'a>
}

sequence! {
    /// The path that is resumed.
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
    /// Sends data over a data path.
    pub SendData "sendData" = 112, "Send Data", Either: SendDataArgument<'a> => SendDataResult<'a>
}

sequence! {
    /// The path and the data.
    pub struct SendDataArgument<'a> "SendDataArgument" {
        io_cross_ref_id "ioCrossRefID": IoCrossRefId<'a>,
        io_register_req_id "ioRegisterReqID" [0 IMPLICIT]: IoRegisterReqId<'a> = OPTIONAL,
        display_attributes "displayAttributes": DisplayAttributeList = OPTIONAL,
        io_data "ioData": OctetString<'a>,
        /// Why they are sent now.
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
    /// Sends data over several data paths.
    pub SendMulticastData "sendMulticastData" = 113, "Send Multicast Data", ToSwitch: SendMulticastDataArgument<'a> => SendMulticastDataResult<'a>
}

sequence! {
    /// The paths and the data.
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
    /// Sends data over all data paths.
    pub SendBroadcastData "sendBroadcastData" = 114, "Send Broadcast Data", ToSwitch: SendBroadcastDataArgument<'a> => SendBroadcastDataResult<'a>
}

sequence! {
    /// The data.
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
    /// Sends data to a device or call without opening a data path.
    pub FastData "fastData" = 119, "Fast Data", Either: FastDataArgument<'a> => FastDataResult<'a>
}

sequence! {
    /// The device or call, and the data.
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
    /// Where on which display data are shown.
    pub struct DisplayAttribute<'a> "DisplayAttribute" {
        display_id "displayID": DisplayId<'a> = OPTIONAL,
        /// The row of the whole display that is shown uppermost.
        physical_base_row_number "physicalBaseRowNumber" [0 IMPLICIT]: i64 = OPTIONAL,
        /// The column of the whole display that is shown leftmost.
        physical_base_column_number "physicalBaseColumnNumber" [1 IMPLICIT]: i64 = OPTIONAL,
        /// The position of the first character.
        offset "offset" [2 IMPLICIT]: i64 = OPTIONAL,
    }
}
