//! Call Back Message.
//!
//! The ASN.1 module is `CSTA-call-back-message-call-related`.

use crate::types::{ConnectionId, CstaCommonArguments, DeviceId};
use crate::{operation, sequence};

operation! {
    /// DOC
    pub CallBackMessage "callBackMessage" = 216, ToSwitch: CallBackMessageArgument<'a> => CallBackMessageResult<'a>
}

sequence! {
    /// DOC
    pub struct CallBackMessageArgument<'a> "CallBackMessageArgument" {
        callback_message_connection "callbackMessageConnection": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct CallBackMessageResult<'a> "CallBackMessageResult" {
        target_device "targetDevice": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
