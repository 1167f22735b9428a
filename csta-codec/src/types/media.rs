//! Media of calls.
//!
//! The ASN.1 module is `CSTA-media-services`.

use crate::{Ia5String, OctetString, bit_string, enumerated, sequence};

enumerated! {
    /// Which way media flow.
    pub enum FlowDirection "ConnectionInformationFlowDirection" {
        Transmit "transmit" = 0,
        Receive "receive" = 1,
        TransmitAndReceive "transmitAndReceive" = 2,
        None "none" = 3,
    }
}

sequence! {
    /// The media stream of a connection.
    pub struct ConnectionInformation<'a> "ConnectionInformation" {
        flow_direction "flowDirection": FlowDirection = OPTIONAL,
        number_of_channels "numberOfChannels": i64 = DEFAULT(1),
        media_session_information "mediaSessionInformation": Ia5String<'a> = OPTIONAL,
    }
}

enumerated! {
    /// Whether the bit rate varies.
    pub enum BitRate "MediaCallCharacteristicsBitRate" {
        Constant "constant" = 0,
        Variable "variable" = 1,
    }
}

enumerated! {
    /// The kind of network that the information elements are of.
    pub enum CcieType "MediaCallCharacteristicsSwitchingSubDomainCCIEType" {
        Isdn "isdn" = 0,
        Atm "atm" = 1,
        IsoEthernet "isoEthernet" = 2,
        Rsvp "rsvp" = 3,
        Other "other" = 4,
        Sip "sip" = 5,
    }
}

sequence! {
    /// The media of a call.
    pub struct MediaCallCharacteristics<'a> "MediaCallCharacteristics" {
        media_class "mediaClass": MediaClass,
        connection_rate "connectionRate" [0 IMPLICIT]: i64 = OPTIONAL,
        bit_rate "bitRate" [1 IMPLICIT]: BitRate = DEFAULT(BitRate::Constant),
        delay_tolerance "delayTolerance" [2 IMPLICIT]: i64 = OPTIONAL,
        switching_sub_domain_ccie_type "switchingSubDomainCCIEType" [3 IMPLICIT]: CcieType = OPTIONAL,
        switching_sub_domain_information_elements "switchingSubDomainInformationElements": OctetString<'a> = OPTIONAL,
    }
}

bit_string! {
    /// Kinds of media.
    pub struct MediaClass "MediaClass" {
        VOICE "voice" = 0,
        DATA "data" = 1,
        IMAGE "image" = 2,
        OTHER "other" = 3,
        AUDIO "audio" = 4,
        NOT_KNOWN "notKnown" = 5,
        CHAT "chat" = 6,
        EMAIL "email" = 7,
        MESSAGE "message" = 8,
        IM "im" = 9,
        SMS "sms" = 10,
        MMS "mms" = 11,
    }
}
