//! The switch as a whole: features, formats, limits.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, enumerated, sequence};

bit_string! {
    /// How devices can be named: characters that can be dialled, and forms in which the switch
    /// represents devices.
    pub struct DeviceIdFormat "DeviceIDFormat" {
        /// `*`
        DIALABLE_DIGITS_ASTERIX "dialableDigitsAsterix" = 0,
        /// `#`
        DIALABLE_DIGITS_HASH "dialableDigitsHash" = 1,
        /// The letters `A` to `D`, which telephones send as tones.
        DIALABLE_DIGITS_ABCD "dialableDigitsABCD" = 2,
        /// `!`: flash the hookswitch.
        DIALABLE_DIGITS_EXCLAMATION "dialableDigitsExclamation" = 3,
        /// `P`: dial pulses from here.
        DIALABLE_DIGITS_P "dialableDigitsP" = 4,
        /// `T`: dial tones from here.
        DIALABLE_DIGITS_T "dialableDigitsT" = 5,
        /// `,`: pause.
        DIALABLE_DIGITS_COMMA "dialableDigitsComma" = 6,
        /// `W`: wait for dial tone.
        DIALABLE_DIGITS_W "dialableDigitsW" = 7,
        /// `@`: wait for a quiet answer.
        DIALABLE_DIGITS_AT "dialableDigitsAt" = 8,
        /// `$`: wait for a prompt.
        DIALABLE_DIGITS_DOLLAR "dialableDigitsDollar" = 9,
        /// `;`: more digits will follow.
        DIALABLE_DIGITS_SEMICOLON "dialableDigitsSemicolon" = 10,
        SF_REPR_EXCLAMATION "sFReprExclamation" = 11,
        SF_REPR_ET "sFReprEt" = 12,
        SF_REPR_SLASH "sFReprSlash" = 13,
        SF_REPR_PERCENT "sFReprPercent" = 14,
        /// With a name.
        SF_REPR_NM "sFReprNM" = 15,
        SF_REPR_GENERIC "sFReprGeneric" = 16,
        SF_REPR_IMPLICIT_TON "sFReprImplicitTON" = 17,
        SF_REPR_PUB_TON_UNKOWN "sFReprPubTONUnkown" = 18,
        SF_REPR_PUB_TON_INTERNAL "sFReprPubTONInternal" = 19,
        SF_REPR_PUB_TON_NATIONAL "sFReprPubTONNational" = 20,
        SF_REPR_PUB_TON_SUBSCRIBER "sFReprPubTONSubscriber" = 21,
        SF_REPR_PUB_TON_ABBREVIATED "sFReprPubTONAbbreviated" = 22,
        SF_REPR_PRI_TON_UNKNOWN "sFReprPriTONUnknown" = 23,
        SF_REPR_PRI_TON_LEVEL3 "sFReprPriTONLevel3" = 24,
        SF_REPR_PRI_TON_LEVEL2 "sFReprPriTONLevel2" = 25,
        SF_REPR_PRI_TON_LEVEL1 "sFReprPriTONLevel1" = 26,
        SF_REPR_PRI_TON_LOCAL "sFReprPriTONLocal" = 27,
        SF_REPR_PRI_TON_ABBREVIATED "sFReprPriTONAbbreviated" = 28,
        SF_REPR_OTHER "sFReprOther" = 29,
        DEVICE_NUMBER "deviceNumber" = 30,
        SFR_RESOURCE_ID "sFRResourceID" = 31,
        PRIVATE_NUMBER "privateNumber" = 32,
        PRIVATE_NAME "privateName" = 33,
    }
}

bit_string! {
    /// What the switch as a whole can do, and how it does it.
    pub struct SwDomainFeatures "SwDomainFeatures" {
        /// A forwarded call is diverted before it comes to the device.
        IS_FORWARDING_BEFORE "isForwardingBefore" = 0,
        /// A forwarded call is diverted after it came to the device.
        IS_FORWARDING_AFTER "isForwardingAfter" = 1,
        SW_FUNCTION_DEFAULT_SETTINGS "swFunctionDefaultSettings" = 2,
        USER_SPECIFIC "userSpecific" = 3,
        USER_SPECIFIC_DEFAULT_FOWARDING_TYPE "userSpecificDefaultFowardingType" = 4,
        USER_SPECIFIC_DEFAULT_FORWARD_DESTINATION "userSpecificDefaultForwardDestination" = 5,
        NEGATIVE_ACKNOWLEDGMENT "negativeAcknowledgment" = 6,
        /// A Failed event is about a connection of the called device.
        SUPPORT_FAILED_WITH_ASS_CONN "supportFailedWithAssConn" = 7,
        /// A Failed event is about the called device, which has no connection.
        SUPPORT_FAILED_WITHOUT_ASS_CONN "supportFailedWithoutAssConn" = 8,
        /// A Failed event is about the calling device's connection alone.
        SUPPORT_FAILED_WITH_ASS_CONN_NOT_REPORTET "supportFailedWithAssConnNotReportet" = 9,
        RECALL "recall" = 10,
        CALL_BACK "callBack" = 11,
        /// Calls come in from outside.
        EXT_CALLS_INCOMING "extCallsIncoming" = 12,
        /// Calls go outside.
        EXT_CALLS_OUTGOING "extCallsOutgoing" = 13,
        /// A device is prompted to go off-hook when a service needs it.
        PROMPTING "prompting" = 14,
    }
}

bit_string! {
    /// Whether call appearances have addresses of their own.
    pub struct SwAppearanceAddressability "SwAppearanceAddressability" {
        NON_ADDRESSABLE "nonAddressable" = 0,
        ADDRESSABLE "addressable" = 1,
    }
}

bit_string! {
    /// Kinds of call appearances that the switch has.
    pub struct SwAppearanceTypes "SwAppearanceTypes" {
        SELECTED_STANDARD "selectedStandard" = 0,
        BASIC_STANDARD "basicStandard" = 1,
        BASIC_BRIDGED "basicBridged" = 2,
        EXCLUSIVE_BRIDGED "exclusiveBridged" = 3,
        INDEPENDENT_SHARED_BRIDGED "independentSharedBridged" = 4,
        INTER_DEPENDENT_SHARED_BRIDGED "interDependentSharedBridged" = 5,
    }
}

enumerated! {
    /// What the switch does with a request whose optional parts it does not all support.
    pub enum IgnoreUnsupportedParameters "IgnoreUnsupportedParameters" {
        /// It carries the request out without them.
        IgnoreParameters "ignoreParameters" = 0,
        /// It refuses the request.
        RejectMessage "rejectMessage" = 1,
    }
}

/// How long a comma among dialled digits pauses, 1 to 2000.
pub type PauseTime = i64;

bit_string! {
    /// Which messages carry the time.
    pub struct TimeStampMode "TimeStampMode" {
        ALL_EVENTS "allEvents" = 0,
        ALL_ACKS "allAcks" = 1,
        ALL_SERV_REQS "allServReqs" = 2,
    }
}

bit_string! {
    /// What the monitor of a group or an ACD device reports.
    pub struct MiscMonitorCaps "MiscMonitorCaps" {
        /// Also calls at the members of the group.
        GROUP_INCLUSIV_MODEL "groupInclusivModel" = 0,
        /// Only calls at the group itself.
        GROUP_EXCLUSIVE_MODEL "groupExclusiveModel" = 1,
        /// A physical device is monitored by itself.
        MONITOR_PHYSICAL_ELEMENT "monitorPhysicalElement" = 2,
        /// Also calls at the agents.
        ACD_DEVICE_INCLUSIV "acdDeviceInclusiv" = 3,
        /// Only calls at the ACD device itself.
        ACD_DEVICE_EXCLUSIV "acdDeviceExclusiv" = 4,
    }
}

sequence! {
    /// How many octets or characters the switch takes or gives at most.
    pub struct MaxLengthParameters "MaxLengthParameters" {
        account_info "accountInfo": i64,
        auth_code "authCode": i64,
        agent_id "agentID": i64,
        agent_password "agentPassword": i64,
        call_id_in_connection_id "callIDInConnectionID": i64,
        correlator_data "correlatorData": i64,
        private_data "privateData": i64,
        device_identifiers "deviceIdentifiers": i64,
        user_data "userData": i64,
        button_label "buttonLabel": i64,
        lamp_label "lampLabel": i64,
        characters_to_send "charactersToSend": i64,
    }
}

sequence! {
    /// Further such lengths.
    pub struct MaxLengthParametersContinued "MaxLengthParametersContinued" {
        monitor_cross_ref_id "monitorCrossRefID": i64,
        call_qualifying_data "callQualifyingData": i64,
        sub_domain_call_linkage_data "subDomainCallLinkageData": i64,
        sub_domain_thread_id "subDomainThreadID": i64,
        io_data "ioData": i64,
        message_info "messageInfo": i64,
    }
}

sequence! {
    /// A limit on how many requests the switch takes, for each service.
    pub struct FilterThreshold "FilterThreshold" {
        get_logical_device_information "getLogicalDeviceInformation": i64,
        get_physical_device_information "getPhysicalDeviceInformation": i64,
        get_switching_function_caps "getSwitchingFunctionCaps": i64,
        get_switching_function_devices "getSwitchingFunctionDevices": i64,
        switching_function_devices "switchingFunctionDevices": i64,
        change_system_status_filter "changeSystemStatusFilter": i64,
        system_status_register "systemStatusRegister": i64,
        system_status_register_abort "systemStatusRegisterAbort": i64,
        system_status_register_cancel "systemStatusRegisterCancel": i64,
        request_system_status "requestSystemStatus": i64,
        system_status "systemStatus": i64,
        switching_function_caps_changed "switchingFunctionCapsChanged": i64,
        switching_function_devs_changed "switchingFunctionDevsChanged": i64,
        change_monitor_filter "changeMonitorFilter": i64,
        monitor_start "monitorStart": i64,
        monitor_stop "monitorStop": i64,
        snapshot_call "snapshotCall": i64,
        snapshot_device "snapshotDevice": i64,
        snapshot_call_data "snapshotCallData": i64,
        snapshot_device_data "snapshotDeviceData": i64,
        accept_call "acceptCall": i64,
        alternate_call "alternateCall": i64,
        answer_call "answerCall": i64,
        call_back_call_related "callBackCallRelated": i64,
        call_back_message_call_related "callBackMessageCallRelated": i64,
        camp_on_call "campOnCall": i64,
        clear_call "clearCall": i64,
        clear_connection "clearConnection": i64,
        conference_call "conferenceCall": i64,
        consultation_call "consultationCall": i64,
        deflect_call "deflectCall": i64,
        dial_digits "dialDigits": i64,
        directed_pickup_call "directedPickupCall": i64,
        group_pickup_call "groupPickupCall": i64,
        hold_call "holdCall": i64,
        intrude_call "intrudeCall": i64,
        join_call "joinCall": i64,
        make_call "makeCall": i64,
        make_predictive_call "makePredictiveCall": i64,
        park_call "parkCall": i64,
        reconnect_call "reconnectCall": i64,
        retrieve_call "retrieveCall": i64,
        single_step_conference_call "singleStepConferenceCall": i64,
        single_step_transfer_call "singleStepTransferCall": i64,
        transfer_call "transferCall": i64,
        associate_data "associateData": i64,
        cancel_telephony_tone "cancelTelephonyTone": i64,
        generate_digits "generateDigits": i64,
        generate_telephony_tone "generateTelephonyTone": i64,
        send_user_information "sendUserInformation": i64,
        start_dtmf_digits_collection "startDTMFDigitsCollection": i64,
        start_telephony_tones_collection "startTelephonyTonesCollection": i64,
        stop_dtmf_digits_collection "stopDTMFDigitsCollection": i64,
        stop_telephony_tones_collection "stopTelephonyTonesCollection": i64,
        attach_media_service "attachMediaService": i64,
        detach_media_service "detachMediaService": i64,
        route_register "routeRegister": i64,
        route_register_abort "routeRegisterAbort": i64,
        route_register_cancel "routeRegisterCancel": i64,
        re_route "reRoute": i64,
        route_end "routeEnd": i64,
        route_reject "routeReject": i64,
        route_request "routeRequest": i64,
        route_select "routeSelect": i64,
        route_used "routeUsed": i64,
        button_press "buttonPress": i64,
        get_auditory_apparatus_info "getAuditoryApparatusInfo": i64,
        get_button_information "getButtonInformation": i64,
        get_display "getDisplay": i64,
        get_hookswitch_status "getHookswitchStatus": i64,
        get_lamp_information "getLampInformation": i64,
        get_lamp_mode "getLampMode": i64,
        get_microphone_gain "getMicrophoneGain": i64,
        get_microphone_mute "getMicrophoneMute": i64,
        get_message_waiting_indicator "getMessageWaitingIndicator": i64,
        get_ringer_status "getRingerStatus": i64,
        get_speaker_mute "getSpeakerMute": i64,
        get_speaker_volume "getSpeakerVolume": i64,
        set_button_information "setButtonInformation": i64,
        set_display "setDisplay": i64,
        set_hookswitch_status "setHookswitchStatus": i64,
        set_lamp_mode "setLampMode": i64,
        set_msg_waiting_indicator "setMsgWaitingIndicator": i64,
        set_microphone_gain "setMicrophoneGain": i64,
        set_microphone_mute "setMicrophoneMute": i64,
        set_ringer_status "setRingerStatus": i64,
        set_speaker_mute "setSpeakerMute": i64,
        set_speaker_volume "setSpeakerVolume": i64,
        call_back_message_non_call_related "callBackMessageNonCallRelated": i64,
        call_back_non_call_related "callBackNonCallRelated": i64,
        cancel_call_back "cancelCallBack": i64,
        cancel_call_back_message "cancelCallBackMessage": i64,
        get_agent_state "getAgentState": i64,
        get_auto_answer "getAutoAnswer": i64,
        get_auto_work_mode "getAutoWorkMode": i64,
        get_caller_id_status "getCallerIDStatus": i64,
        get_do_not_disturb "getDoNotDisturb": i64,
        get_forwarding "getForwarding": i64,
        get_last_number_dialed "getLastNumberDialed": i64,
        get_routeing_mode "getRouteingMode": i64,
        set_agent_state "setAgentState": i64,
        set_auto_answer "setAutoAnswer": i64,
        set_auto_work_mode "setAutoWorkMode": i64,
        set_caller_id_status "setCallerIDStatus": i64,
        set_do_not_disturb "setDoNotDisturb": i64,
        set_forwarding "setForwarding": i64,
        set_routeing_mode "setRouteingMode": i64,
        back_in_service "backInService": i64,
        /// For the event DeviceCapsChanged; the identifier is the standard's.
        device_caos_changed "deviceCaosChanged": i64,
        out_of_service "outOfService": i64,
        partially_in_service "partiallyInService": i64,
        io_register "ioRegister": i64,
        io_register_abort "ioRegisterAbort": i64,
        io_register_cancel "ioRegisterCancel": i64,
        data_path_resumed "dataPathResumed": i64,
        data_path_suspended "dataPathSuspended": i64,
        fast_data "fastData": i64,
        resume_data_path "resumeDataPath": i64,
        send_broadcast_data "sendBroadcastData": i64,
        send_data "sendData": i64,
        send_multicast_data "sendMulticastData": i64,
        start_data_path "startDataPath": i64,
        stop_data_path "stopDataPath": i64,
        suspend_data_path "suspendDataPath": i64,
        concatenate_msg "concatenateMsg": i64,
        delete_msg "deleteMsg": i64,
        play_msg "playMsg": i64,
        query_voice_attribute "queryVoiceAttribute": i64,
        record_msg "recordMsg": i64,
        reposition "reposition": i64,
        resume "resume": i64,
        review "review": i64,
        set_voice_attribute "setVoiceAttribute": i64,
        stop "stop": i64,
        suspend "suspend": i64,
        synthesize_msg "synthesizeMsg": i64,
        cdr_notification "cDRNotification": i64,
        cdr_report "cDRReport": i64,
        send_stored_cdrs "sendStoredCDRs": i64,
        start_cdr_transmission "startCDRTransmission": i64,
        stop_cdr_transmission "stopCDRTransmission": i64,
        escape_register "escapeRegister": i64,
        escape_register_abort "escapeRegisterAbort": i64,
        escape_register_cancel "escapeRegisterCancel": i64,
        escape "escape": i64,
        private_data_version "privateDataVersion": i64,
    }
}
