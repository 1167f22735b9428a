//! Call-control events.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported call-control events.
    pub struct CallControlEvtsList "CallControlEvtsList" {
        bridged "bridged" [0 IMPLICIT]: Bridged = OPTIONAL,
        call_cleared "callCleared" [1 IMPLICIT]: CallCleared = OPTIONAL,
        conferenced "conferenced" [2 IMPLICIT]: Conferenced = OPTIONAL,
        connection_cleared "connectionCleared" [3 IMPLICIT]: ConnectionCleared = OPTIONAL,
        delivered "delivered" [4 IMPLICIT]: Delivered = OPTIONAL,
        digits_dialed "digitsDialed" [5 IMPLICIT]: DigitsDialed = OPTIONAL,
        diverted "diverted" [6 IMPLICIT]: Diverted = OPTIONAL,
        established "established" [7 IMPLICIT]: Established = OPTIONAL,
        failed "failed" [8 IMPLICIT]: Failed = OPTIONAL,
        held "held" [9 IMPLICIT]: Held = OPTIONAL,
        netw_caps_changed "netwCapsChanged" [10 IMPLICIT]: NetwCapsChanged = OPTIONAL,
        netw_reached "netwReached" [11 IMPLICIT]: NetwReached = OPTIONAL,
        offered "offered" [12 IMPLICIT]: Offered = OPTIONAL,
        originated "originated" [13 IMPLICIT]: Originated = OPTIONAL,
        queued "queued" [14 IMPLICIT]: Queued = OPTIONAL,
        retrieved "retrieved" [15 IMPLICIT]: Retrieved = OPTIONAL,
        service_initiated "serviceInitiated" [16 IMPLICIT]: ServiceInitiated = OPTIONAL,
        transferred "transferred" [17 IMPLICIT]: Transferred = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells in [Bridged](crate::events::BridgedEvent) events.
    pub struct Bridged "Bridged" {
        CORRELATOR_DATA "correlatorData" = 0,
        USER_DATA "userData" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 3,
        CALL_CHARACTERISTICS "callCharacteristics" = 4,
        BRIDGED_CONNECTION_INFO "bridgedConnectionInfo" = 5,
        PRIVATE_DATA "privateData" = 6,
        CALL_LINKAGE_DATA "callLinkageData" = 7,
        LANGUAGE_PREFERENCES "languagePreferences" = 8,
        LOCATIONINFO_LIST "locationinfoList" = 9,
    }
}

bit_string! {
    /// What the switch tells in [Call Cleared](crate::events::CallClearedEvent) events.
    pub struct CallCleared "CallCleared" {
        CORRELATOR_DATA "correlatorData" = 0,
        USER_DATA "userData" = 1,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 2,
        CALL_CHARACTERISTICS "callCharacteristics" = 3,
        PRIVATE_DATA "privateData" = 4,
        CALL_ID_ONLY "callIDOnly" = 5,
        CALL_LINKAGE_DATA "callLinkageData" = 6,
    }
}

bit_string! {
    /// What the switch tells in [Conferenced](crate::events::ConferencedEvent) events.
    pub struct Conferenced "Conferenced" {
        CONFERECE_CONNECTIONS_ENDPOINT_DEVICE_ID "confereceConnectionsEndpointDeviceID" = 0,
        CONFERECE_CONNECTIONS_RESULTING_CONNECTION_INFO "confereceConnectionsresultingConnectionInfo" = 1,
        USER_DATA "userData" = 2,
        SERVICES_PERMITTED "servicesPermitted" = 3,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 4,
        CALL_CHARACTERISTICS "callCharacteristics" = 5,
        BRIDGED_CONNECTION_INFO "bridgedConnectionInfo" = 6,
        PRIVATE_DATA "privateData" = 7,
        LANNGUAGE_PREFERENCES "lannguagePreferences" = 8,
        DEVICE_HISTORY "deviceHistory" = 9,
        LOCATION_INFO_LIST "locationInfoList" = 10,
    }
}

bit_string! {
    /// What the switch tells in [Connection Cleared](crate::events::ConnectionClearedEvent) events.
    pub struct ConnectionCleared "ConnectionCleared" {
        CORRELATOR_DATA "correlatorData" = 0,
        USER_DATA "userData" = 1,
        CHARGING_INFO "chargingInfo" = 2,
        NUMBER_UNITS_NUMBER_OF_CHARGING_UNITS "numberUnitsNumberOfChargingUnits" = 3,
        NUMBER_UNITS_TYPE_OF_UNITS "numberUnitsTypeOfUnits" = 4,
        NUMBER_UNITS_NUMBER_OF_CURRENCY_UNITS "numberUnitsNumberOfCurrencyUnits" = 5,
        TYPE_OF_CHARGING_INFO_SUB_TOTAL "typeOfChargingInfoSubTotal" = 6,
        TYPE_OF_CHARGING_INFO_TOTAL "typeOfChargingInfoTotal" = 7,
        CHARGING_MULTIPLIER_A_THOUSANDTH "chargingMultiplierAThousandth" = 8,
        CHARGING_MULTIPLIER_A_HUNDREDTH "chargingMultiplierAHundredth" = 9,
        CHARGING_MULTIPLIER_A_TENTH "chargingMultiplierATenth" = 10,
        CHARGING_MULTIPLIER_ONE "chargingMultiplierOne" = 11,
        CHARGING_MULTIPLIER_TEN "chargingMultiplierTen" = 12,
        CHARGING_MULTIPLIER_HUNDRED "chargingMultiplierHundred" = 13,
        CHARGING_MULTIPLIER_THOUSAND "chargingMultiplierThousand" = 14,
        SERVICES_PERMITTED "servicesPermitted" = 15,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 16,
        CALL_CHARACTERISTICS "callCharacteristics" = 17,
        DROPPED_CONNECTION_INFO "droppedConnectionInfo" = 18,
        PRIVATE_DATA "privateData" = 19,
        CALL_LINKAGE_DATA "callLinkageData" = 20,
        LANGUAGE_PREFERENCES "languagePreferences" = 21,
        DEVICE_HISTORY "deviceHistory" = 22,
        LOCATION_INFO_LIST "locationInfoList" = 23,
    }
}

bit_string! {
    /// What the switch tells in [Delivered](crate::events::DeliveredEvent) events.
    pub struct Delivered "Delivered" {
        ORIGINATING_NID_CONNECTION "originatingNIDConnection" = 0,
        USER_DATA "userData" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        NETW_CALLING_DEVICE "netwCallingDevice" = 3,
        NETW_CALLED_DEVICE "netwCalledDevice" = 4,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 5,
        CALL_CHARACTERISTICS "callCharacteristics" = 6,
        CONNECTION_INFO "connectionInfo" = 7,
        PRIVATE_DATA "privateData" = 8,
        SUBJECT_OF_CALL "subjectOfCall" = 9,
        MESSAGE_INFO "messageInfo" = 10,
        LANGUAGE_PREFERENCES "languagePreferences" = 11,
        DEVICE_HISTORY "deviceHistory" = 12,
        LOCATION_INFO_LIST "locationInfoList" = 13,
    }
}

bit_string! {
    /// What the switch tells in [Digits Dialed](crate::events::DigitsDialedEvent) events.
    pub struct DigitsDialed "DigitsDialed" {
        SERVICES_PERMITTED "servicesPermitted" = 0,
        NETW_CALLING_DEVICE "netwCallingDevice" = 1,
        NETW_CALLED_DEVICE "netwCalledDevice" = 2,
        DIALLING_CONNECTION_INFO "diallingConnectionInfo" = 3,
        CALL_CHARACTERISTICS "callCharacteristics" = 4,
        PRIVATE_DATA "privateData" = 5,
        LANGUAGE_PREFERENCES "languagePreferences" = 6,
        LOCATION_INFO_LIST "locationInfoList" = 7,
    }
}

bit_string! {
    /// What the switch tells in [Diverted](crate::events::DivertedEvent) events.
    pub struct Diverted "Diverted" {
        CALLING_DEVICE "callingDevice" = 0,
        CALLED_DEVICE "calledDevice" = 1,
        USER_DATA "userData" = 2,
        SERVICES_PERMITTED "servicesPermitted" = 3,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 4,
        CALL_CHARACTERISTICS "callCharacteristics" = 5,
        CONNECTION_INFO "connectionInfo" = 6,
        NETW_CALLING_DEVICE "netwCallingDevice" = 7,
        NETW_CALLED_DEVICE "netwCalledDevice" = 8,
        PRIVATE_DATA "privateData" = 9,
        SENDS_DIVERTED_TO_ALL "sendsDivertedToAll" = 10,
        SUBJECT_OF_CALL "subjectOfCall" = 11,
        MESSAGE_INFO "messageInfo" = 12,
        LANGUAGE_PREFERENCES "languagePreferences" = 13,
        DEVICE_HISTORY "deviceHistory" = 14,
        LOCATION_INFO_LIST "locationInfoList" = 15,
    }
}

bit_string! {
    /// What the switch tells in [Established](crate::events::EstablishedEvent) events.
    pub struct Established "Established" {
        ORIGINATING_NID_CONNECTION "originatingNIDConnection" = 0,
        USER_DATA "userData" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        NETW_CALLING_DEVICE "netwCallingDevice" = 3,
        NETW_CALLED_DEVICE "netwCalledDevice" = 4,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 5,
        CALL_CHARACTERISTICS "callCharacteristics" = 6,
        ESTABLISHED_CONNECTION_INFO "establishedConnectionInfo" = 7,
        PRIVATE_DATA "privateData" = 8,
        SUBJECT_OF_CALL "subjectOfCall" = 9,
        MESSAGE_INFO "messageInfo" = 10,
        LANGUAGE_PREFERENCES "languagePreferences" = 11,
        DEVICE_HISTORY "deviceHistory" = 12,
        LOCATION_INFO_LIST "locationInfoList" = 13,
    }
}

bit_string! {
    /// What the switch tells in [Failed](crate::events::FailedEvent) events.
    pub struct Failed "Failed" {
        ORIGINATING_NID_CONNECTION "originatingNIDConnection" = 0,
        USER_DATA "userData" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        NETW_CALLING_DEVICE "netwCallingDevice" = 3,
        NETW_CALLED_DEVICE "netwCalledDevice" = 4,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 5,
        CALL_CHARACTERISTICS "callCharacteristics" = 6,
        FAILED_CONNECTION_INFO "failedConnectionInfo" = 7,
        PRIVATE_DATA "privateData" = 8,
        CALL_ID_ONLY "callIDOnly" = 9,
        SUBJECT_OF_CALL "subjectOfCall" = 10,
        MESSAGE_INFO "messageInfo" = 11,
        LANGUAGE_PREFERENCES "languagePreferences" = 12,
        DEVICE_HISTORY "deviceHistory" = 13,
        LOCATION_INFO_LIST "locationInfoList" = 14,
    }
}

bit_string! {
    /// What the switch tells in [Held](crate::events::HeldEvent) events.
    pub struct Held "Held" {
        CORRELATOR_DATA "correlatorData" = 0,
        SERVICES_PERMITTED "servicesPermitted" = 1,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 2,
        CALL_CHARACTERISTICS "callCharacteristics" = 3,
        HELD_CONNECTION_INFO "heldConnectionInfo" = 4,
        PRIVATE_DATA "privateData" = 5,
        CALL_LINKAGE_DATA "callLinkageData" = 6,
        LANGUAGE_PREFERENCES "languagePreferences" = 7,
        LOCATION_INFO_LIST "locationInfoList" = 8,
    }
}

bit_string! {
    /// What the switch tells in [Network Capabilities
    /// Changed](crate::events::NetworkCapabilitiesChangedEvent) events.
    pub struct NetwCapsChanged "NetwCapsChanged" {
        PROGRESS_LOCATION_USER "progressLocationUser" = 0,
        PROGRESS_LOCATION_PRIVATE_SERV_LOCAL "progressLocationPrivateServLocal" = 1,
        PROGRESS_LOCATION_PUBLIC_SERV_LOCAL "progressLocationPublicServLocal" = 2,
        PROGRESS_LOCATION_TRANSIT "progressLocationTransit" = 3,
        PROGRESS_LOCATION_PUBLIC_SERV_REMOTE "progressLocationPublicServRemote" = 4,
        PROGRESS_LOCATION_PRIVATE_SERV_REMOTE "progressLocationPrivateServRemote" = 5,
        PROGRESS_LOCATION_LOCAL "progressLocationLocal" = 6,
        PROGRESS_LOCATION_INTERNATIONAL "progressLocationInternational" = 7,
        PROGRESS_LOCATION_NETW_BEYOND_INTERWORKING "progressLocationNetwBeyondInterworking" = 8,
        PROGRESS_LOCATION_OTHER "progressLocationOther" = 9,
        PROGRESS_DESCRIPTION_ISDN "progressDescriptionISDN" = 10,
        PROGRESS_DESCRIPTION_QSIG "progressDescriptionQSIG" = 11,
        PROGRESS_DESCRIPTION_OTHER "progressDescriptionOther" = 12,
        USER_DATA "userData" = 13,
        TYPE_OF_NETWORK_ISDN_PUBLIC "typeOfNetworkISDNPublic" = 14,
        TYPE_OF_NETWORK_NON_ISDN_PUBLIC "typeOfNetworkNonISDNPublic" = 15,
        TYPE_OF_NETWORK_ISDN_PRIVATE "typeOfNetworkISDNPrivate" = 16,
        TYPE_OF_NETWORK_NON_ISDN_PRIVATE "typeOfNetworkNonISDNPrivate" = 17,
        TYPE_OF_NETWORK_OTHER "typeOfNetworkOther" = 18,
        EVENTS_PROVIDED_PARAMETER "eventsProvidedParameter" = 19,
        EVENTS_PROVIDED_BRIDGED "eventsProvidedBridged" = 20,
        EVENTS_PROVIDED_CALL_CLEARED "eventsProvidedCallCleared" = 21,
        EVENTS_PROVIDED_CONFERENCED "eventsProvidedConferenced" = 22,
        EVENTS_PROVIDED_CONNECTION_CLEARED "eventsProvidedConnectionCleared" = 23,
        EVENTS_PROVIDED_DELIVERED "eventsProvidedDelivered" = 24,
        EVENTS_PROVIDED_DIGITS_DIALED "eventsProvidedDigitsDialed" = 25,
        EVENTS_PROVIDED_DIVERTED "eventsProvidedDiverted" = 26,
        EVENTS_PROVIDED_ESTABLISHED "eventsProvidedEstablished" = 27,
        EVENTS_PROVIDED_FAILED "eventsProvidedFailed" = 28,
        EVENTS_PROVIDED_HELD "eventsProvidedHeld" = 29,
        EVENTS_PROVIDED_NETW_CAPS_CHANGED "eventsProvidedNetwCapsChanged" = 30,
        EVENTS_PROVIDED_NETW_REACHED "eventsProvidedNetwReached" = 31,
        EVENTS_PROVIDED_OFFERED "eventsProvidedOffered" = 32,
        EVENTS_PROVIDED_ORIGINATED "eventsProvidedOriginated" = 33,
        EVENTS_PROVIDED_QUEUED "eventsProvidedQueued" = 34,
        EVENTS_PROVIDED_RETRIEVED "eventsProvidedRetrieved" = 35,
        EVENTS_PROVIDED_SERVICE_INITIATED "eventsProvidedServiceInitiated" = 36,
        EVENTS_PROVIDED_TRANSFERRED "eventsProvidedTransferred" = 37,
        SERVICES_PERMITTED "servicesPermitted" = 38,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 39,
        CALL_CHARACTERISTICS "callCharacteristics" = 40,
        OUTBOUND_CONNECTION_INFO "outboundConnectionInfo" = 41,
        PRIVATE_DATA "privateData" = 42,
        LANGUAGE_PREFERENCES "languagePreferences" = 43,
        LOCATION_INFO_LIST "locationInfoList" = 44,
    }
}

bit_string! {
    /// What the switch tells in [Network Reached](crate::events::NetworkReachedEvent) events.
    pub struct NetwReached "NetwReached" {
        ORIGINATING_NID_CONNECTION "originatingNIDConnection" = 0,
        USER_DATA "userData" = 1,
        TYPE_OF_NETWORK_ISDN_PUBLIC "typeOfNetworkISDNPublic" = 2,
        TYPE_OF_NETWORK_NON_ISDN_PUBLIC "typeOfNetworkNonISDNPublic" = 3,
        TYPE_OF_NETWORK_ISDN_PRIVATE "typeOfNetworkISDNPrivate" = 4,
        TYPE_OF_NETWORK_NON_ISDN_PRIVATE "typeOfNetworkNonISDNPrivate" = 5,
        TYPE_OF_NETWORK_OTHER "typeOfNetworkOther" = 6,
        EVENTS_PROVIDED_PARAMETER "eventsProvidedParameter" = 7,
        EVENTS_PROVIDED_BRIDGED "eventsProvidedBridged" = 8,
        EVENTS_PROVIDED_CALL_CLEARED "eventsProvidedCallCleared" = 9,
        EVENTS_PROVIDED_CONFERENCED "eventsProvidedConferenced" = 10,
        EVENTS_PROVIDED_CONNECTION_CLEARED "eventsProvidedConnectionCleared" = 11,
        EVENTS_PROVIDED_DELIVERED "eventsProvidedDelivered" = 12,
        EVENTS_PROVIDED_DIGITS_DIALED "eventsProvidedDigitsDialed" = 13,
        EVENTS_PROVIDED_DIVERTED "eventsProvidedDiverted" = 14,
        EVENTS_PROVIDED_ESTABLISHED "eventsProvidedEstablished" = 15,
        EVENTS_PROVIDED_FAILED "eventsProvidedFailed" = 16,
        EVENTS_PROVIDED_HELD "eventsProvidedHeld" = 17,
        EVENTS_PROVIDED_NETW_CAPS_CHANGED "eventsProvidedNetwCapsChanged" = 18,
        EVENTS_PROVIDED_NETW_REACHED "eventsProvidedNetwReached" = 19,
        EVENTS_PROVIDED_OFFERED "eventsProvidedOffered" = 20,
        EVENTS_PROVIDED_ORIGINATED "eventsProvidedOriginated" = 21,
        EVENTS_PROVIDED_QUEUED "eventsProvidedQueued" = 22,
        EVENTS_PROVIDED_RETRIEVED "eventsProvidedRetrieved" = 23,
        EVENTS_PROVIDED_SERVICE_INITIATED "eventsProvidedServiceInitiated" = 24,
        EVENTS_PROVIDED_TRANSFERRED "eventsProvidedTransferred" = 25,
        SERVICES_PERMITTED "servicesPermitted" = 26,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 27,
        CALL_CHARACTERISTICS "callCharacteristics" = 28,
        OUTBOUND_CONNECTION_INFO "outboundConnectionInfo" = 29,
        NETW_CALLING_DEVICE "netwCallingDevice" = 30,
        NETW_CALLED_DEVICE "netwCalledDevice" = 31,
        PRIVATE_DATA "privateData" = 32,
        LANGUAGE_PREFERENCES "languagePreferences" = 33,
        DEVICE_HISTORY "deviceHistory" = 34,
        LOCATION_INFO_LIST "locationInfoList" = 35,
    }
}

bit_string! {
    /// What the switch tells in [Offered](crate::events::OfferedEvent) events.
    pub struct Offered "Offered" {
        ORIGINATING_NID_CONNECTION "originatingNIDConnection" = 0,
        USER_DATA "userData" = 1,
        SERVICES_PERMITTED "servicesPermitted" = 2,
        NETW_CALLING_DEVICE "netwCallingDevice" = 3,
        NETW_CALLED_DEVICE "netwCalledDevice" = 4,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 5,
        CALL_CHARACTERISTICS "callCharacteristics" = 6,
        OFFERED_CONNECTION_INFO "offeredConnectionInfo" = 7,
        PRIVATE_DATA "privateData" = 8,
        SUBJECT_OF_CALL "subjectOfCall" = 9,
        MESSAGE_INFO "messageInfo" = 10,
        LANGUAGE_PREFERENCES "languagePreferences" = 11,
        DECICE_HISTORY "deciceHistory" = 12,
        LOCATION_INFO_LIST "locationInfoList" = 13,
    }
}

bit_string! {
    /// What the switch tells in [Originated](crate::events::OriginatedEvent) events.
    pub struct Originated "Originated" {
        ORIGINATING_DEVICE "originatingDevice" = 0,
        SERVICES_PERMITTED "servicesPermitted" = 1,
        NETW_CALLING_DEVICE "netwCallingDevice" = 2,
        NETW_CALLED_DEVICE "netwCalledDevice" = 3,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 4,
        CALL_CHARACTERISTICS "callCharacteristics" = 5,
        ORIGINATED_CONNECTION_INFO "originatedConnectionInfo" = 6,
        PRIVATE_DATA "privateData" = 7,
        SUBJECT_OF_CALL "subjectOfCall" = 8,
        MESSAGE_INFO "messageInfo" = 9,
        LANGUAGE_PREFERENCES "languagePreferences" = 10,
        LOCATION_INFO_LIST "locationInfoList" = 11,
    }
}

bit_string! {
    /// What the switch tells in [Queued](crate::events::QueuedEvent) events.
    pub struct Queued "Queued" {
        NUMBER_QUEUED "numberQueued" = 0,
        CALLS_IN_FRONT "callsInFront" = 1,
        USER_DATA "userData" = 2,
        SERVICES_PERMITTED "servicesPermitted" = 3,
        NETW_CALLING_DEVICE "netwCallingDevice" = 4,
        NETW_CALLED_DEVICE "netwCalledDevice" = 5,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 6,
        CALL_CHARACTERISTICS "callCharacteristics" = 7,
        QUEUED_CONNECTION_INFO "queuedConnectionInfo" = 8,
        PRIVATE_DATA "privateData" = 9,
        SUBJECT_OF_CALL "subjectOfCall" = 10,
        MESSAGE_INFO "messageInfo" = 11,
        LANGUAGE_PREFERENCES "languagePreferences" = 12,
        DEVICE_HISTORY "deviceHistory" = 13,
        LOCATION_INFO_LIST "locationInfoList" = 14,
    }
}

bit_string! {
    /// What the switch tells in [Retrieved](crate::events::RetrievedEvent) events.
    pub struct Retrieved "Retrieved" {
        CORRELATOR_DATA "correlatorData" = 0,
        SERVICES_PERMITTED "servicesPermitted" = 1,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 2,
        CALL_CHARACTERISTICS "callCharacteristics" = 3,
        RETRIEVED_CONNECTION_INFO "retrievedConnectionInfo" = 4,
        PRIVATE_DATA "privateData" = 5,
        CALL_LINKAGE_DATA "callLinkageData" = 6,
        LANGUAGE_PREFERENCES "languagePreferences" = 7,
        DEVICE_HISTORY "deviceHistory" = 8,
        LOCATION_INFO_LIIST "locationInfoLiist" = 9,
    }
}

bit_string! {
    /// What the switch tells in [Service Initiated](crate::events::ServiceInitiatedEvent) events.
    pub struct ServiceInitiated "ServiceInitiated" {
        SERVICES_PERMITTED "servicesPermitted" = 0,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 1,
        CALL_CHARACTERISTICS "callCharacteristics" = 2,
        INITIATED_CONNECTION_INFO "initiatedConnectionInfo" = 3,
        NETW_CALLING_DEVICE "netwCallingDevice" = 4,
        NETW_CALLED_DEVICE "netwCalledDevice" = 5,
        PRIVATE_DATA "privateData" = 6,
        SUBJECT_OF_CALL "subjectOfCall" = 7,
        MESSAGE_INFO "messageInfo" = 8,
        LANGUAGE_PREFERENCES "languagePreferences" = 9,
        CALLED_DEVICE "calledDevice" = 10,
        LOCATION_INFO_LIST "locationInfoList" = 11,
    }
}

bit_string! {
    /// What the switch tells in [Transferred](crate::events::TransferredEvent) events.
    pub struct Transferred "Transferred" {
        TRANSFERRED_CONNECTIONS_ENDPOINT_DEVICE_ID "transferredConnectionsEndpointDeviceID" = 0,
        TRANSFERRED_CONNECTIONS_RESULTING_CONNECTION_INFO "transferredConnectionsResultingConnectionInfo" = 1,
        USER_DATA "userData" = 2,
        CHARGING_INFO "chargingInfo" = 3,
        NUMBER_UNITS_NUMBER_OF_CHARGING_UNITS "numberUnitsNumberOfChargingUnits" = 4,
        NUMBER_UNITS_TYPE_OF_UNITS "numberUnitsTypeOfUnits" = 5,
        NUMBER_UNITS_NUMBER_OF_CURRENCY_UNITS "numberUnitsNumberOfCurrencyUnits" = 6,
        TYPE_OF_CHARGING_INFO_SUB_TOTAL "typeOfChargingInfoSubTotal" = 7,
        TYPE_OF_CHARGING_INFO_TOTAL "typeOfChargingInfoTotal" = 8,
        CHARGING_MULTIPLIER_A_THOUSANDTH "chargingMultiplierAThousandth" = 9,
        CHARGING_MULTIPLIER_A_HUNDREDTH "chargingMultiplierAHundredth" = 10,
        CHARGING_MULTIPLIER_A_TENTH "chargingMultiplierATenth" = 11,
        CHARGING_MULTIPLIER_ONE "chargingMultiplierOne" = 12,
        CHARGING_MULTIPLIER_TEN "chargingMultiplierTen" = 13,
        CHARGING_MULTIPLIER_HUNDRED "chargingMultiplierHundred" = 14,
        CHARGING_MULTIPLIER_THOUSAND "chargingMultiplierThousand" = 15,
        SERVICES_PERMITTED "servicesPermitted" = 16,
        MEDIA_CALL_CHARACTERISTICS "mediaCallCharacteristics" = 17,
        CALL_CHARACTERISTICS "callCharacteristics" = 18,
        CONNECTION_INFO "connectionInfo" = 19,
        PRIVATE_DATA "privateData" = 20,
        LANGUAGE_PREFERENCES "languagePreferences" = 21,
        DEVICE_HISTORY "deviceHistory" = 22,
    }
}
