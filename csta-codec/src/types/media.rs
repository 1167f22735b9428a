//! Media of calls.
//!
//! The ASN.1 module is `CSTA-media-services`.

use crate::{Ia5String, OctetString, bit_string, enumerated, sequence};

enumerated! {
    /// A media service, such as a voice unit or a modem, that can join calls.
    pub enum MediaServiceType "MediaServiceType" {
        CstaVoiceUnit "cstaVoiceUnit" = 0,
        DataModem "dataModem" = 1,
        DigitalDataIsochronousIeee1394 "digitalDataIsochronousIeee1394" = 2,
        DigitalDataIsochronousGeoport "digitalDataIsochronousGeoport" = 3,
        DigitalDataIsochronousIeeeAtm "digitalDataIsochronousIeeeAtm" = 4,
        DigitalDataIsochronousIeeeIsdn "digitalDataIsochronousIeeeIsdn" = 5,
        DigitalDataApi "digitalDataApi" = 6,
        EctfS100MediaServicesDefault "ectfS100MediaServicesDefault" = 7,
        EctfS100MediaServicesAppServices "ectfS100MediaServicesAppServices" = 8,
        CstaIvrScript1 "cstaIVRScript1" = 9,
        CstaIvrScript2 "cstaIVRScript2" = 10,
        CstaIvrScript3 "cstaIVRScript3" = 11,
        CstaIvrScript4 "cstaIVRScript4" = 12,
        CstaIvrScript5 "cstaIVRScript5" = 13,
        CstaIvrScript6 "cstaIVRScript6" = 14,
        CstaIvrScript7 "cstaIVRScript7" = 15,
        CstaIvrScript8 "cstaIVRScript8" = 16,
        CstaIvrScript9 "cstaIVRScript9" = 17,
        CstaIvrScript10 "cstaIVRScript10" = 18,
        LiveSoundCaptureAnalog "liveSoundCaptureAnalog" = 19,
        LiveSoundTransmitAnalog "liveSoundTransmitAnalog" = 20,
        LiveSoundCaptureIeee1394 "liveSoundCaptureIeee1394" = 21,
        LiveSoundTransmitIeee1394 "liveSoundTransmitIeee1394" = 22,
        LiveSoundCaptureTransmitGeoport "liveSoundCaptureTransmitGeoport" = 23,
        LiveSoundCaptureTransmitAtm "liveSoundCaptureTransmitAtm" = 24,
        LiveSoundCaptureTransmitIsdn "liveSoundCaptureTransmitISDN" = 25,
        SoundCaptureTransmitAdpcm "soundCaptureTransmitADPCM" = 26,
        SoundCaptureTransmitApi "soundCaptureTransmitApi" = 27,
        Usb "usb" = 28,
        SfSpecific1 "sfSpecific1" = 29,
        SfSpecific2 "sfSpecific2" = 30,
        SfSpecific3 "sfSpecific3" = 31,
        SfSpecific4 "sfSpecific4" = 32,
        SfSpecific5 "sfSpecific5" = 33,
        SfSpecific6 "sfSpecific6" = 34,
        SfSpecific7 "sfSpecific7" = 35,
        SfSpecific8 "sfSpecific8" = 36,
        SfSpecific9 "sfSpecific9" = 37,
        SfSpecific10 "sfSpecific10" = 38,
    }
}

/// Names a media stream, for access to it outside CSTA.
pub type MediaStreamId<'a> = OctetString<'a>;

/// Names one of several media services of a type.
pub type MediaServiceInstanceId<'a> = OctetString<'a>;

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
    /// How a media service comes into a call.
    pub enum ConnectionMode "ConnectionMode" {
        /// By a consultation call and a conference.
        ConsultationConference "consultationConference" = 0,
        /// The same, and the device that asked is held.
        ConsultationConferenceHold "consultationConferenceHold" = 1,
        /// The call is deflected to it.
        Deflect "deflect" = 2,
        /// It picks up the call.
        DirectedPickup "directedPickup" = 3,
        Join "join" = 4,
        SingleStepConference "singleStepConference" = 5,
        /// By a single-step conference, and the device that asked is held.
        SingleStepConferenceHold "singleStepConferenceHold" = 6,
        SingleStepTransfer "singleStepTransfer" = 7,
        Transfer "transfer" = 8,
        /// It is attached without a connection of its own.
        Direct "direct" = 9,
    }
}

bit_string! {
    /// The ways in which a media service can come into a call.
    pub struct ConnectionModeBMap "ConnectionModeBMap" {
        CONSULTATION_CONFERENCE "consultationConference" = 0,
        CONSULTATION_CONFERENCE_HOLD "consultationConferenceHold" = 1,
        DEFLECT "deflect" = 2,
        DIRECTED_PICKUP "directedPickup" = 3,
        JOIN "join" = 4,
        SINGLE_STEP_CONFERENCE "singleStepConference" = 5,
        SINGLE_STEP_CONFERENCE_HOLD "singleStepConferenceHold" = 6,
        SINGLE_STEP_TRANSFER "singleStepTransfer" = 7,
        TRANSFER "transfer" = 8,
        DIRECT "direct" = 9,
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
