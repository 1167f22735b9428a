//! What Panasonic adds to events and call records.

use csta_codec::types::DeviceId;
use csta_codec::{OctetString, choice, enumerated};

choice! {
    /// An addition to an event or a call record.
    ///
    /// Observed, by a client that was fitted to a switch. The tags have gaps; an addition under
    /// another tag is kept as [`Unrecognised`](Self::Unrecognised). A message can carry several
    /// additions, each as a value of its own; [`PrivateDataCarrier`](crate::PrivateDataCarrier)
    /// finds the one that is wanted.
    pub enum AdditionalData<'a> "KmeAdditionalData" {
        /// Another device that takes part. Which one is not known.
        Device "device" [6 EXPLICIT]: DeviceId<'a>,
        /// How a call is held.
        HoldType "holdType" [9 EXPLICIT]: HoldType,
        /// Why a call record is not that of an ordinary call.
        ConditionCode "conditionCode" [10 EXPLICIT]: ConditionCode,
        /// Another identifier of the call. How it relates to that of the connection is not known.
        CallId "callID" [13 EXPLICIT]: OctetString<'a>,
        /// The number that an outside caller dialled to reach an extension directly.
        DidNumber "didNo" [17 EXPLICIT]: DeviceId<'a>,
    }
}

enumerated! {
    /// How a call is held.
    ///
    /// That there is such a number is observed; what its values mean is unknown, so read
    /// [`code`](Self::code).
    pub enum HoldType "KmeAdditionalDataHoldType" {
        /// The number 0, whose meaning is not known either.
        Unspecified "unspecified" = 0,
    }
}

enumerated! {
    /// Why a call record is not that of an ordinary call.
    ///
    /// Observed; the letters are those of the `CD` column in the printed call records. It stands
    /// once in a report and holds for all records in it.
    pub enum ConditionCode "KmeCdrConditionCode" {
        /// The called party pays.
        ReverseCharging "cl" = 0,
        /// The call was transferred.
        Transfer "tr" = 1,
        /// The call was forwarded.
        Forwarding "fw" = 2,
        /// The call came or went through DISA or a TIE line.
        DisaOrTie "d0" = 3,
        /// Maintenance from afar.
        RemoteMaintenance "rm" = 4,
        /// Nobody answered.
        NoAnswer "na" = 5,
    }
}
