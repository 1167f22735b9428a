//! Devices and how events and requests name them.
//!
//! The ASN.1 module is `CSTA-device-identifiers`.

use crate::types::MediaCallCharacteristics;
use crate::{Ia5String, OctetString, choice, sequence};

choice! {
    /// The device that calls.
    pub enum CallingDeviceId<'a> "CallingDeviceID" [APPLICATION 1 EXPLICIT] {
        DeviceIdentifier "deviceIdentifier": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        Restricted "restricted" [8 IMPLICIT],
    }
}

choice! {
    /// The device that is called, as it was first dialled.
    pub enum CalledDeviceId<'a> "CalledDeviceID" [APPLICATION 2 EXPLICIT] {
        DeviceIdentifier "deviceIdentifier": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        Restricted "restricted" [8 IMPLICIT],
    }
}

choice! {
    /// The device that an event is about.
    pub enum SubjectDeviceId<'a> "SubjectDeviceID" [APPLICATION 3 EXPLICIT] {
        DeviceIdentifier "deviceIdentifier": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        Restricted "restricted" [8 IMPLICIT],
    }
}

choice! {
    /// The device from which a call was last redirected.
    pub enum RedirectionDeviceId<'a> "RedirectionDeviceID" [APPLICATION 4 EXPLICIT] {
        Numberdialed "numberdialed": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        NotRequired "notRequired" [8 IMPLICIT],
        NotSpecified "notSpecified" [9 IMPLICIT],
        Restricted "restricted" [10 IMPLICIT],
    }
}

choice! {
    /// The device in the switch through which an outside caller comes in, such as a trunk line.
    pub enum AssociatedCallingDeviceId<'a> "AssociatedCallingDeviceID" [APPLICATION 5 EXPLICIT] {
        DeviceIdentifier "deviceIdentifier": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        Restricted "restricted" [8 IMPLICIT],
    }
}

choice! {
    /// The device in the switch through which an outside device is called, such as a trunk line.
    pub enum AssociatedCalledDeviceId<'a> "AssociatedCalledDeviceID" [APPLICATION 6 EXPLICIT] {
        DeviceIdentifier "deviceIdentifier": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        Restricted "restricted" [8 IMPLICIT],
    }
}

choice! {
    /// The caller as the public network gave it.
    pub enum NetworkCallingDeviceId<'a> "NetworkCallingDeviceID" [APPLICATION 7 EXPLICIT] {
        DeviceIdentifier "deviceIdentifier": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        Restricted "restricted" [8 IMPLICIT],
    }
}

choice! {
    /// The called device as the public network gave it.
    pub enum NetworkCalledDeviceId<'a> "NetworkCalledDeviceID" [APPLICATION 8 EXPLICIT] {
        DeviceIdentifier "deviceIdentifier": DeviceId<'a>,
        NotKnown "notKnown" [7 IMPLICIT],
        Restricted "restricted" [8 IMPLICIT],
    }
}

choice! {
    /// How a [`DeviceId`] names a device.
    pub enum DeviceIdentifier<'a> "DeviceIDDeviceIdentifier" {
        DialingNumber "dialingNumber" [0 IMPLICIT]: NumberDigits<'a>,
        DeviceNumber "deviceNumber" [1 IMPLICIT]: DeviceNumber,
        ImplicitPublic "implicitPublic" [2 IMPLICIT]: NumberDigits<'a>,
        ExplicitPublic "explicitPublic" [3 EXPLICIT]: PublicTon<'a>,
        ImplicitPrivate "implicitPrivate" [4 IMPLICIT]: NumberDigits<'a>,
        ExplicitPrivate "explicitPrivate" [5 EXPLICIT]: PrivateTon<'a>,
        Other "other" [6 IMPLICIT]: OtherPlan<'a>,
    }
}

sequence! {
    /// A device: its identifier, and what else the switch tells of it.
    pub struct DeviceId<'a> "DeviceID" {
        device_identifier "deviceIdentifier": DeviceIdentifier<'a>,
        private_number "privateNumber" [0 EXPLICIT]: NumberDigits<'a> = OPTIONAL,
        private_name "privateName" [1 EXPLICIT]: Ia5String<'a> = OPTIONAL,
        media_call_characteristics "mediaCallCharacteristics": MediaCallCharacteristics<'a> = RARE,
    }
}

choice! {
    /// A public number with its type (E.164).
    pub enum PublicTon<'a> "PublicTON" {
        Unknown "unknown" [0 IMPLICIT]: Ia5String<'a>,
        International "international" [1 IMPLICIT]: Ia5String<'a>,
        National "national" [2 IMPLICIT]: Ia5String<'a>,
        NetworkSpecific "networkspecific" [3 IMPLICIT]: Ia5String<'a>,
        Subscriber "subscriber" [4 IMPLICIT]: Ia5String<'a>,
        Abbreviated "abbreviated" [5 IMPLICIT]: Ia5String<'a>,
    }
}

choice! {
    /// A number of a private network with its type.
    pub enum PrivateTon<'a> "PrivateTON" {
        Unknown "unknown" [0 IMPLICIT]: Ia5String<'a>,
        Level3RegionalNumber "level3RegionalNumber" [1 IMPLICIT]: Ia5String<'a>,
        Level2RegionalNumber "level2RegionalNumber" [2 IMPLICIT]: Ia5String<'a>,
        Level1RegionalNumber "level1RegionalNumber" [3 IMPLICIT]: Ia5String<'a>,
        PtnSpecificNumber "pTNSpecificNumber" [4 IMPLICIT]: Ia5String<'a>,
        LocalNumber "localNumber" [5 IMPLICIT]: Ia5String<'a>,
        Abbreviated "abbreviated" [6 IMPLICIT]: Ia5String<'a>,
    }
}

/// A device identifier of another numbering plan.
pub type OtherPlan<'a> = OctetString<'a>;

/// A number: digits and the characters that dialling knows.
pub type NumberDigits<'a> = Ia5String<'a>;

/// A device by number. In Panasonic switches the high 16 bits are its kind and the low ones its
/// index.
pub type DeviceNumber = i64;

impl<'a> DeviceId<'a> {
    /// A device by the number that is dialled to reach it.
    #[must_use]
    pub const fn dialing_number(number: &'a str) -> Self {
        Self::new(DeviceIdentifier::DialingNumber(Ia5String(number.as_bytes())))
    }

    /// A device by its device number.
    #[must_use]
    pub const fn device_number(number: DeviceNumber) -> Self {
        Self::new(DeviceIdentifier::DeviceNumber(number))
    }
}
