//! Send Message.
//!
//! The ASN.1 module is `CSTA-send-message`.

use crate::types::{
    AccountInfo, AuthCode, CallCharacteristics, CallLinkageData, ConnectionId, CorrelatorData,
    CstaCommonArguments, DeviceId, LanguagePreferences, MediaCallCharacteristics, MessageInfo,
    SubjectOfCall,
};
use crate::{operation, sequence};

operation! {
    /// Sends a message to a device, as a call that carries text and not speech.
    pub SendMessage "sendMessage" = 376, "Send Message", ToSwitch: SendMessageArgument<'a> => SendMessageResult<'a>
}

sequence! {
    /// Who sends what to whom.
    pub struct SendMessageArgument<'a> "SendMessageArgument" {
        calling_device "callingDevice": DeviceId<'a>,
        destination_devices "destinationDevices": DeviceListItems<'a>,
        message_info "messageInfo": MessageInfo<'a>,
        account_code "accountCode" [0 IMPLICIT]: AccountInfo<'a> = OPTIONAL,
        auth_code "authCode" [1 IMPLICIT]: AuthCode<'a> = OPTIONAL,
        correlator_data "correlatorData" [2 IMPLICIT]: CorrelatorData<'a> = OPTIONAL,
        call_characteristics "callCharacteristics" [3 IMPLICIT]: CallCharacteristics = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics" [4 IMPLICIT]: MediaCallCharacteristics<'a> = OPTIONAL,
        subject_of_call "subjectOfCall" [5 IMPLICIT]: SubjectOfCall<'a> = OPTIONAL,
        language_preferences "languagePreferences" [6 IMPLICIT]: LanguagePreferences<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The connections of the message.
    pub struct SendMessageResult<'a> "SendMessageResult" {
        connection_list "connectionList": ConnectionListItems<'a>,
        media_call_characteristics "mediaCallCharacteristics": MediaCallCharacteristics<'a> = OPTIONAL,
        list_of_call_linkage_data "listOfCallLinkageData" [1 IMPLICIT]: CallLinkageDataListItems<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The device to which a message goes.
    pub struct DeviceListItems<'a> "DeviceListItems" {
        device "device": DeviceId<'a>,
    }
}

sequence! {
    /// The connection by which a message goes.
    pub struct ConnectionListItems<'a> "ConnectionListItems" {
        connection "connection": ConnectionId<'a>,
    }
}

sequence! {
    /// The linkage of the call by which a message goes.
    pub struct CallLinkageDataListItems<'a> "CallLinkageDataListItems" {
        call_linkage_data "callLinkageData": CallLinkageData<'a>,
    }
}
