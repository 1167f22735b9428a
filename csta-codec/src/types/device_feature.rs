//! Types that many services share.
//!
//! The ASN.1 module is `CSTA-device-feature-types`.

use crate::types::{ConnectionId, DeviceId, EventCause};
use crate::{Ia5String, OctetString, newtype, sequence};

/// Data that an application attaches to a call and gets back.
pub type CorrelatorData<'a> = OctetString<'a>;

sequence! {
    /// A message that a call carries.
    pub struct MessageInfo<'a> "MessageInfo" {
        contents "contents": Ia5String<'a>,
        content_type_and_subtype "contentTypeAndSubtype": Ia5String<'a> = OPTIONAL,
        contents_length "contentsLength": i64 = OPTIONAL,
    }
}

sequence! {
    /// The device with which a call was before, and why it left.
    pub struct DeviceHistory<'a> "DeviceHistory" {
        old_device_id "oldDeviceID": DeviceId<'a>,
        event_cause "eventCause" [1 IMPLICIT]: EventCause = OPTIONAL,
        old_connection_id "oldConnectionID" [2 IMPLICIT]: ConnectionId<'a> = OPTIONAL,
    }
}

/// What a call is about.
pub type SubjectOfCall<'a> = Ia5String<'a>;

/// The languages a caller prefers.
pub type LanguagePreferences<'a> = Ia5String<'a>;

newtype! {
    /// Data from user to user.
    pub struct UserData<'a> "UserData" [APPLICATION 29 EXPLICIT]: OctetString<'a>
}

/// To whom a call is charged.
pub type AccountInfo<'a> = OctetString<'a>;

/// What permits a call.
pub type AuthCode<'a> = OctetString<'a>;
