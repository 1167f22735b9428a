//! Call backs: a busy or absent device calls back later.
//!
//! The ASN.1 modules are `CSTA-call-back-non-call-related`,
//! `CSTA-call-back-message-non-call-related`, `CSTA-cancel-call-back`,
//! `CSTA-cancel-call-back-message` and `CSTA-get-call-back`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// Asks for a call back without having called.
    pub CallBackNonCallRelated "callBackNonCallRelated" = 300, "Call Back Non-Call-Related", ToSwitch: CallBackNonCallRelatedArgument<'a> => CallBackNonCallRelatedResult<'a>
}

sequence! {
    /// Who wants to be called back by whom.
    pub struct CallBackNonCallRelatedArgument<'a> "CallBackNonCallRelatedArgument" {
        originating_device "originatingDevice": DeviceId<'a>,
        target_device "targetDevice": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CallBackNonCallRelated`]; it has nothing to say of its own.
    pub enum CallBackNonCallRelatedResult<'a> "CallBackNonCallRelatedResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Leaves a message that asks to call back, without having called.
    pub CallBackMessageNonCallRelated "callBackMessageNonCallRelated" = 301, "Call Back Message Non-Call-Related", ToSwitch: CallBackMessageNonCallRelatedArgument<'a> => CallBackMessageNonCallRelatedResult<'a>
}

sequence! {
    /// Who wants to be called back by whom.
    pub struct CallBackMessageNonCallRelatedArgument<'a> "CallBackMessageNonCallRelatedArgument" {
        originating_device "originatingDevice": DeviceId<'a>,
        target_device "targetDevice": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CallBackMessageNonCallRelated`]; it has nothing to say of its own.
    pub enum CallBackMessageNonCallRelatedResult<'a> "CallBackMessageNonCallRelatedResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Cancels a call back.
    pub CancelCallBack "cancelCallBack" = 302, "Cancel Call Back", ToSwitch: CancelCallBackArgument<'a> => CancelCallBackResult<'a>
}

sequence! {
    /// Between which devices it was asked for.
    pub struct CancelCallBackArgument<'a> "CancelCallBackArgument" {
        originating_device "originatingDevice": DeviceId<'a>,
        target_device "targetDevice": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CancelCallBack`]; it has nothing to say of its own.
    pub enum CancelCallBackResult<'a> "CancelCallBackResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Takes back a message that asks to call back.
    pub CancelCallBackMessage "cancelCallBackMessage" = 303, "Cancel Call Back Message", ToSwitch: CancelCallBackMessageArgument<'a> => CancelCallBackMessageResult<'a>
}

sequence! {
    /// Between which devices it was left.
    pub struct CancelCallBackMessageArgument<'a> "CancelCallBackMessageArgument" {
        originating_device "originatingDevice": DeviceId<'a>,
        target_device "targetDevice": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`CancelCallBackMessage`]; it has nothing to say of its own.
    pub enum CancelCallBackMessageResult<'a> "CancelCallBackMessageResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// Asks which call backs a device has.
    pub GetCallBack "getCallBack" = 378, "Get Call Back", ToSwitch: GetCallBackArgument<'a> => GetCallBackResult<'a>
}

sequence! {
    /// The device that is asked about.
    pub struct GetCallBackArgument<'a> "GetCallBackArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The call backs of a device.
    pub struct GetCallBackResult<'a> "GetCallBackResult" {
        call_back_list "callBackList": CallBackList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A call back and its two devices.
    pub struct CallBackListEntry<'a> "CallBackListEntry" {
        originating_device "originatingDevice": DeviceId<'a>,
        target_device "targetDevice": DeviceId<'a>,
        /// Whether it is a message.
        call_back_message_indicator "callBackMessageIndicator": bool = OPTIONAL,
    }
}

/// Call backs.
pub type CallBackList<'a> = SequenceOf<'a, CallBackListEntry<'a>>;
