//! Types of call control.
//!
//! The ASN.1 module is `CSTA-call-control`.

use crate::types::{
    CallAssociatedServices, CallControlServices, MediaAttachmentServices, RouteingServices,
    TimeInfo, VoiceUnitServices,
};
use crate::{Ia5String, OctetString, SequenceOf, bit_string, choice, enumerated, sequence};

enumerated! {
    /// Whether the caller is prompted to lift the handset, or the telephone goes off-hook by
    /// itself.
    pub enum AutoOriginate "AutoOriginate" {
        Prompt "prompt" = 0,
        DoNotPrompt "doNotPrompt" = 1,
    }
}

bit_string! {
    /// What kind of call it is.
    pub struct CallCharacteristics "CallCharacteristics" {
        /// Distributed to an agent of a call centre.
        ACD_CALL "acdCall" = 0,
        PRIORITY_CALL "priorityCall" = 1,
        /// A call for maintenance.
        MAINTAINANCE_CALL "maintainanceCall" = 2,
        /// To one agent, past the distribution.
        DIRECT_AGENT "directAgent" = 3,
        /// An agent asks a supervisor for help.
        ASSIST_CALL "assistCall" = 4,
        /// With a voice unit, which plays or records messages.
        VOICE_UNIT_CALL "voiceUnitCall" = 5,
        PRIVATE_CALL "privateCall" = 6,
        PERSONAL_CALL "personalCall" = 7,
        /// Not to be interrupted.
        SENSITIVE_CALL "sensitiveCall" = 8,
        CONFIDENTIAL_CALL "confidentialCall" = 9,
        ENCRYPTED_CALL "encryptedCall" = 10,
        LOW_PRIORITY_CALL "lowPriorityCall" = 11,
        HIGH_PRIORITY_CALL "highPriorityCall" = 12,
    }
}

/// Data that says what became of a call, such as a wrap-up code of a call centre.
pub type CallQualifyingData<'a> = OctetString<'a>;

enumerated! {
    /// What a consultation call may become.
    pub enum ConsultOptions "ConsultOptions" {
        /// Anything: it may be ended, transferred or joined.
        Unrestricted "unrestricted" = 0,
        /// Neither transfer nor conference is intended.
        ConsultOnly "consultOnly" = 1,
        TransferOnly "transferOnly" = 2,
        ConferenceOnly "conferenceOnly" = 3,
    }
}

enumerated! {
    /// The kind of network that a call has reached.
    pub enum NetworkType "NetworkCapabilityNetworkType" {
        IsdnPublic "iSDNPublic" = 0,
        NonIsdnPublic "nonISDNPublic" = 1,
        IsdnPrivate "iSDNPrivate" = 2,
        NonIsdnPrivate "nonISDNPrivate" = 3,
        Other "other" = 4,
    }
}

bit_string! {
    /// The events that a network can bring about.
    pub struct EventsProvided "NetworkCapabilityEventsProvided" {
        BRIDGED "bridged" = 0,
        ALL_CLEARED "allCleared" = 1,
        CONFERENCED "conferenced" = 2,
        CONNECTION_CLEARED "connectionCleared" = 3,
        DELIVERED "delivered" = 4,
        DIGITS_DIALED "digitsDialed" = 5,
        DIVERTED "diverted" = 6,
        ESTABLISHED "established" = 7,
        FAILED "failed" = 8,
        HELD "held" = 9,
        NETWORK_CAPABILITIES_CHANGE "networkCapabilitiesChange" = 10,
        NETWORK_REACHED "networkReached" = 11,
        OFFERED "offered" = 12,
        ORIGINATED "originated" = 13,
        QUEUED "queued" = 14,
        RETRIEVED "retrieved" = 15,
        SERVICE_INITIATED "serviceInitiated" = 16,
        TRANSFERRED "transferred" = 17,
    }
}

sequence! {
    /// What the network beyond a trunk tells of a call.
    pub struct NetworkCapability "NetworkCapability" {
        /// The kind of network.
        network_type "networkType": NetworkType,
        /// Events that still come; without it the network promises nothing.
        events_provided "eventsProvided": EventsProvided = OPTIONAL,
    }
}

enumerated! {
    /// Where in the network a progress message comes from.
    pub enum ProgressLocation "ProgressIndicatorProgressLocation" {
        User "user" = 0,
        /// The private network of the local user.
        PrivateNetServingLocal "privateNetServingLocal" = 1,
        /// The public network of the local user.
        PublicNetServingLocal "publicNetServingLocal" = 2,
        TransitNetwork "transitNetwork" = 3,
        /// The public network of the remote user.
        PublicNetServingRemote "publicNetServingRemote" = 4,
        /// The private network of the remote user.
        PrivateNetServingRemote "privateNetServingRemote" = 5,
        LocalInterface "localInterface" = 6,
        InternationalNetwork "internationalNetwork" = 7,
        /// A network beyond a gateway.
        NetworkBeyondInterwk "networkBeyondInterwk" = 8,
        Other "other" = 9,
    }
}

enumerated! {
    /// By which signalling a progress message is defined.
    pub enum ProgressDescription "ProgressIndicatorProgressDescription" {
        IsdnProgressDesc "iSDNProgressDesc" = 0,
        QsigProgressDesc "qSIGProgressDesc" = 1,
        Other "other" = 2,
    }
}

sequence! {
    /// What the network says of the way a call takes.
    pub struct ProgressIndicator "ProgressIndicator" {
        progress_location "progressLocation": ProgressLocation,
        progress_description "progressDescription": ProgressDescription,
    }
}

sequence! {
    /// The services that a connection allows in its present state.
    pub struct ServicesPermitted "ServicesPermitted" {
        call_control_services "callControlServices": CallControlServices,
        call_associated_services "callAssociatedServices": CallAssociatedServices,
        media_attachment_services "mediaAttachmentServices": MediaAttachmentServices,
        routeing_services "routeingServices": RouteingServices,
        voice_unit_services "voiceUnitServices": VoiceUnitServices,
    }
}

sequence! {
    /// The linkage of a call after two calls became one, and before.
    pub struct CallLinkageDataList<'a> "CallLinkageDataList" {
        new_call_linkage_data "newCallLinkageData": CallLinkageData<'a>,
        old_call_linkage_data "oldCallLinkageData": CallLinkageData<'a>,
    }
}

sequence! {
    /// Ties calls together that belong together.
    pub struct CallLinkageData<'a> "CallLinkageData" {
        global_call_data "globalCallData": GlobalCallData<'a>,
        /// Absent if the switch does not keep threads.
        thread_data "threadData": ThreadData<'a> = OPTIONAL,
    }
}

sequence! {
    /// The identity that a call keeps when its call id changes.
    pub struct GlobalCallData<'a> "GlobalCallData" {
        global_call_switching_sub_domain_name "globalCallSwitchingSubDomainName": Ia5String<'a> = OPTIONAL,
        global_call_linkage_id "globalCallLinkageID": GlobalCallLinkageId<'a>,
        call_linkage_id_timestamp "callLinkageIDTimestamp": TimeInfo<'a> = OPTIONAL,
    }
}

choice! {
    /// The identity itself.
    pub enum GlobalCallLinkageId<'a> "GlobalCallLinkageID" {
        SubDomainCallLinkageId "subDomainCallLinkageID" [0 IMPLICIT]: OctetString<'a>,
        GloballyUniqueCallLinkageId "globallyUniqueCallLinkageID" [1 IMPLICIT]: OctetString<'a>,
    }
}

sequence! {
    /// The thread of calls to which a call belongs.
    pub struct ThreadData<'a> "ThreadData" {
        thread_switching_sub_domain_name "threadSwitchingSubDomainName": Ia5String<'a> = OPTIONAL,
        thread_linkage_id "threadLinkageID": ThreadLinkageId<'a>,
        thread_id_time_stamp "threadIDTimeStamp": TimeInfo<'a> = OPTIONAL,
    }
}

choice! {
    /// The identity of a thread of calls.
    pub enum ThreadLinkageId<'a> "ThreadLinkageID" {
        SubDomainThreadId "subDomainThreadID" [0 IMPLICIT]: OctetString<'a>,
        GloballyUniqueThreadId "globallyUniqueThreadID" [1 IMPLICIT]: OctetString<'a>,
    }
}

enumerated! {
    /// How a location was found (RFC 4119).
    pub enum Method "Method" {
        /// Assisted satellite positioning.
        Agps "a-GPS" = 0,
        /// By the angle of arrival.
        Aoa "aOA" = 1,
        /// By the radio cell.
        Cell "cell" = 2,
        Derived "derived" = 3,
        DeviceAssistedAGps "deviceAssistedAGps" = 4,
        DeviceBasedAGps "deviceBasedAGps" = 5,
        Dhcp "dHCP" = 6,
        Gps "gPS" = 7,
        /// By the handset, from arrival times of pilot signals.
        HandsetAflt "handsetAflt" = 8,
        /// By the handset, from enhanced arrival times.
        HandsetEflt "handsetEflt" = 9,
        HybridAGps "hybridAGps" = 10,
        Ipdl "ipdl" = 11,
        LldpMed "lldpMed" = 12,
        Manual "manual" = 13,
        Mpl "mpl" = 14,
        /// By reports of network measurements.
        Nmr "nmr" = 15,
        /// By observed differences of arrival times.
        Otdoa "otdoa" = 16,
        Rfid "rfid" = 17,
        /// By signal strength.
        Rssi "rssi" = 18,
        /// By signal strength and round-trip time.
        RssiRtt "rssiRtt" = 19,
        /// By round-trip time.
        Rtt "rtt" = 20,
        /// By timing advance.
        Ta "ta" = 21,
        /// By timing advance and network measurements.
        TaNmr "taNmr" = 22,
        Triangulation "triangulation" = 23,
        /// By differences of arrival times of what the device sends.
        Utdoa "utdoa" = 24,
        /// By the socket to which the device is wired.
        Wiremap "wiremap" = 25,
        /// By means of IEEE 802.11.
        LocMet80211 "locMet80211" = 26,
    }
}

/// A data provider, as NENA registers them.
pub type NenaCompanyIdType<'a> = Ia5String<'a>;

/// A telephone number that is answered day and night.
pub type TelUri247Type<'a> = Ia5String<'a>;

sequence! {
    /// Who gave a location.
    pub struct ProvidedBy<'a> "ProvidedBy" {
        dataprovider_id "dataproviderID": NenaCompanyIdType<'a>,
        tel_uri "telUri": TelUri247Type<'a>,
        url "uRL": Ia5String<'a>,
    }
}

sequence! {
    /// What may be done with a location.
    pub struct UsageRules<'a> "UsageRules" {
        retransmission_allowed "retransmissionAllowed": bool,
        retention_expires "retentionExpires": TimeInfo<'a>,
        ruleset_reference "rulesetReference": Ia5String<'a>,
        note_well "noteWell": Ia5String<'a> = OPTIONAL,
    }
}

sequence! {
    /// A civic address (RFC 4119).
    pub struct CivicLocation<'a> "GpLocationInfoCivicLocGmlCivicLoc" {
        /// Two letters (ISO 3166).
        country "country": Ia5String<'a>,
        /// State, region or province.
        a1 "a1" [0 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// County or district.
        a2 "a2" [1 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// City or town.
        a3 "a3" [2 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Part of a city.
        a4 "a4" [3 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Neighbourhood.
        a5 "a5" [4 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Street.
        a6 "a6" [5 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Direction in front of the street's name.
        prd "prd" [6 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Direction behind the street's name.
        pod "pod" [7 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Suffix of the street, such as Avenue.
        sts "sts" [8 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// House number, without letters.
        hno "hno" [9 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// What follows the house number.
        hns "hns" [10 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Landmark.
        lmk "lmk" [11 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// More about the place, such as a room.
        loc "loc" [12 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Floor.
        flr "flr" [13 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Name of who lives or works there.
        nam "nam" [14 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        /// Postal code.
        pc "pc" [15 IMPLICIT]: Ia5String<'a> = OPTIONAL,
    }
}

sequence! {
    /// A location as GML and, perhaps, as an address.
    pub struct CivicLocationGml<'a> "GpLocationInfoCivicLocGml" {
        gml_format "gmlFormat": OctetString<'a>,
        civic_loc "civicLoc": CivicLocation<'a> = OPTIONAL,
    }
}

sequence! {
    /// One location.
    pub struct GpLocationInfo<'a> "GpLocationInfo" {
        civic_loc_gml "civicLocGml": CivicLocationGml<'a>,
    }
}

/// Locations in a [`GeoPriv`].
pub type GpLocationInfoList<'a> = SequenceOf<'a, GpLocationInfo<'a>>;

sequence! {
    /// Where somebody is and what may be done with it (RFC 4119).
    pub struct GeoPriv<'a> "GeoPriv" {
        gp_location_info "gpLocationInfo": GpLocationInfoList<'a>,
        usage_rules "usageRules" [0 IMPLICIT]: UsageRules<'a> = OPTIONAL,
        method "method" [1 IMPLICIT]: Method = OPTIONAL,
        provided_by "providedBy" [2 IMPLICIT]: ProvidedBy<'a> = OPTIONAL,
    }
}

/// The locations of one party.
pub type LocationInfo<'a> = SequenceOf<'a, GeoPriv<'a>>;

/// The locations of all parties.
pub type LocationInfoList<'a> = SequenceOf<'a, LocationInfo<'a>>;
