//! Call Back Message.
//!
//! The ASN.1 module is `CSTA-call-back-message-call-related`.

use crate::types::{ConnectionId, CstaCommonArguments, DeviceId};
use crate::{operation, sequence};

operation! {
    /// Leaves a message at the called device that asks it to call back.
    pub CallBackMessage "callBackMessage" = 216, "Call Back Message Call-Related", ToSwitch: CallBackMessageArgument<'a> => CallBackMessageResult<'a>
}

sequence! {
    /// The call that did not get through.
    pub struct CallBackMessageArgument<'a> "CallBackMessageArgument" {
        callback_message_connection "callbackMessageConnection": ConnectionId<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The device where the message was left.
    pub struct CallBackMessageResult<'a> "CallBackMessageResult" {
        target_device "targetDevice": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
