//! Call backs: a busy or absent device calls back later.
//!
//! The ASN.1 modules are `CSTA-call-back-non-call-related`,
//! `CSTA-call-back-message-non-call-related`, `CSTA-cancel-call-back`,
//! `CSTA-cancel-call-back-message` and `CSTA-get-call-back`.

use crate::types::{CstaCommonArguments, DeviceId};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// DOC
    pub CallBackNonCallRelated "callBackNonCallRelated" = 300, ToSwitch: CallBackNonCallRelatedArgument<'a> => CallBackNonCallRelatedResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub CallBackMessageNonCallRelated "callBackMessageNonCallRelated" = 301, ToSwitch: CallBackMessageNonCallRelatedArgument<'a> => CallBackMessageNonCallRelatedResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub CancelCallBack "cancelCallBack" = 302, ToSwitch: CancelCallBackArgument<'a> => CancelCallBackResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub CancelCallBackMessage "cancelCallBackMessage" = 303, ToSwitch: CancelCallBackMessageArgument<'a> => CancelCallBackMessageResult<'a>
}

sequence! {
    /// DOC
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
    /// DOC
    pub GetCallBack "getCallBack" = 378, ToSwitch: GetCallBackArgument<'a> => GetCallBackResult<'a>
}

sequence! {
    /// DOC
    pub struct GetCallBackArgument<'a> "GetCallBackArgument" {
        device "device": DeviceId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetCallBackResult<'a> "GetCallBackResult" {
        call_back_list "callBackList": CallBackList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct CallBackListEntry<'a> "CallBackListEntry" {
        originating_device "originatingDevice": DeviceId<'a>,
        target_device "targetDevice": DeviceId<'a>,
        call_back_message_indicator "callBackMessageIndicator": bool = OPTIONAL,
    }
}

/// DOC
pub type CallBackList<'a> = SequenceOf<'a, CallBackListEntry<'a>>;
