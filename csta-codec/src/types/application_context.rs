//! Versions of CSTA, and which services and events there are, as sets.
//!
//! The ASN.1 module is `CSTA-application-context-information-csta3`.

use crate::{SequenceOf, bit_string, choice, sequence};

sequence! {
    /// Services and events of CSTA Phase II.
    pub struct CstaFunctionality "CSTAFunctionality" {
        switching_function_services "switchingFunctionServices" [0 IMPLICIT]: SwitchingFunctionServicesC2 = DEFAULT(SwitchingFunctionServicesC2::EMPTY),
        event_report_services "eventReportServices" [1 IMPLICIT]: EventReportServicesC2 = DEFAULT(EventReportServicesC2::EMPTY),
        computing_function_services "computingFunctionServices" [2 IMPLICIT]: ComputingFunctionServicesC2 = DEFAULT(ComputingFunctionServicesC2::EMPTY),
        bidirectional_services "bidirectionalServices" [3 IMPLICIT]: BidirectionalServicesC2 = DEFAULT(BidirectionalServicesC2::EMPTY),
        status_reporting_services "statusReportingServices" [4 IMPLICIT]: StatusReportingServicesC2 = DEFAULT(StatusReportingServicesC2::EMPTY),
        input_output_services "inputOutputServices" [5 IMPLICIT]: InputOutputServicesC2 = DEFAULT(InputOutputServicesC2::EMPTY),
        voice_unit_services "voiceUnitServices" [6 IMPLICIT]: VoiceUnitServicesC2 = DEFAULT(VoiceUnitServicesC2::EMPTY),
    }
}

bit_string! {
    /// Services of the switch in Phase II.
    pub struct SwitchingFunctionServicesC2 "SwitchingFunctionServicesC2" {
        ALTERNATE_CALL "alternateCall" = 0,
        ANSWER_CALL "answerCall" = 1,
        ASSOCIATE_DATA "associateData" = 2,
        CALL_COMPLETION "callCompletion" = 3,
        CLEAR_CALL "clearCall" = 4,
        CLEAR_CONNECTION "clearConnection" = 5,
        CONFERENCE_CALL "conferenceCall" = 6,
        CONSULTATION_CALL "consultationCall" = 7,
        DIVERT_CALL "divertCall" = 8,
        HOLD_CALL "holdCall" = 9,
        MAKE_CALL "makeCall" = 10,
        MAKE_PREDICTIVE_CALL "makePredictiveCall" = 11,
        PARK_CALL "parkCall" = 12,
        QUERY_DEVICE "queryDevice" = 13,
        RECONNECT_CALL "reconnectCall" = 14,
        RETRIEVE_CALL "retrieveCall" = 15,
        SEND_DTMF_TONES "sendDTMFTones" = 16,
        SET_FEATURE "setFeature" = 17,
        SINGLE_STEP_CONFERENCE "singleStepConference" = 18,
        SINGLE_STEP_TRANSFER "singleStepTransfer" = 19,
        TRANSFER_CALL "transferCall" = 20,
    }
}

bit_string! {
    /// Events of Phase II.
    pub struct EventReportServicesC2 "EventReportServicesC2" {
        CALL_CLEARED "callCleared" = 0,
        CONFERENCED "conferenced" = 1,
        CONNECTION_CLEARED "connectionCleared" = 2,
        DELIVERED "delivered" = 3,
        DIVERTED "diverted" = 4,
        ESTABLISHED "established" = 5,
        FAILED "failed" = 6,
        HELD "held" = 7,
        NETWORK_REACHED "networkReached" = 8,
        ORIGINATED "originated" = 9,
        QUEUED "queued" = 10,
        RETRIEVED "retrieved" = 11,
        SERVICE_INITIATED "serviceInitiated" = 12,
        TRANSFERRED "transferred" = 13,
        AUTO_ANSWER "autoAnswer" = 14,
        CALL_INFORMATION "callInformation" = 15,
        DO_NOT_DISTURB "doNotDisturb" = 16,
        FORWARDING "forwarding" = 17,
        MESSAGE_WAITING "messageWaiting" = 18,
        MICROPHONE_MUTE "microphoneMute" = 19,
        SPEAKER_MUTE "speakerMute" = 20,
        SPEAKER_VOLUME "speakerVolume" = 21,
        AGENT_BUSY "agentBusy" = 22,
        LOGGED_ON "loggedOn" = 23,
        LOGGED_OFF "loggedOff" = 24,
        NOT_READY "notReady" = 25,
        READY "ready" = 26,
        WORKING_AFTER_CALL "workingAfterCall" = 27,
        BACK_IN_SERVICE "backInService" = 28,
        OUT_OF_SERVICE_EVENT "outOfServiceEvent" = 29,
        PRIVATE_EVENT "privateEvent" = 30,
        PLAY_EVENT "playEvent" = 31,
        RECORD_EVENT "recordEvent" = 32,
        REVIEW_EVENT "reviewEvent" = 33,
        STOP_EVENT "stopEvent" = 34,
        SUSPEND_PLAY_EVENT "suspendPlayEvent" = 35,
        SUSPEND_RECORD_EVENT "suspendRecordEvent" = 36,
        VOICE_ATTRIBUTES_CHANGE_EVENT "voiceAttributesChangeEvent" = 37,
    }
}

bit_string! {
    /// Services of the application in Phase II.
    pub struct ComputingFunctionServicesC2 "ComputingFunctionServicesC2" {
        ROUTE_REQUEST "routeRequest" = 0,
        RE_ROUTE_REQUEST "reRouteRequest" = 1,
        ROUTE_SELECT_REQUEST "routeSelectRequest" = 2,
        ROUTE_USED_REQUEST "routeUsedRequest" = 3,
        ROUTE_END_REQUEST "routeEndRequest" = 4,
    }
}

bit_string! {
    /// Services of both sides in Phase II.
    pub struct BidirectionalServicesC2 "BidirectionalServicesC2" {
        ESCAPE_SERVICE "escapeService" = 0,
        SYSTEM_STATUS "systemStatus" = 1,
    }
}

bit_string! {
    /// Services of monitoring in Phase II.
    pub struct StatusReportingServicesC2 "StatusReportingServicesC2" {
        MONITOR_START "monitorStart" = 0,
        CHANGE_MONITOR_FILTER "changeMonitorFilter" = 1,
        MONITOR_STOP "monitorStop" = 2,
        SNAPSHOT_DEVICE "snapshotDevice" = 3,
        SNAPSHOT_CALL "snapshotCall" = 4,
    }
}

bit_string! {
    /// Services of data paths in Phase II.
    pub struct InputOutputServicesC2 "InputOutputServicesC2" {
        START_DATA_PATH_SERVICE "startDataPathService" = 0,
        STOP_DATA_PATH_SERVICE "stopDataPathService" = 1,
        SEND_DATA_SERVICE "sendDataService" = 2,
        SEND_MULTICAST_DATA_SERVICE "sendMulticastDataService" = 3,
        SEND_BROADCAST_DATA_SERVICE "sendBroadcastDataService" = 4,
        SUSPEND_DATA_PATH_SERVICE "suspendDataPathService" = 5,
        DATA_PATH_SUSPENDED_SERVICE "dataPathSuspendedService" = 6,
        RESUME_DATA_PATH "resumeDataPath" = 7,
        DATA_PATH_RESUMED_SERVICE "dataPathResumedService" = 8,
        FAST_DATA "fastData" = 9,
    }
}

bit_string! {
    /// Services of voice units in Phase II.
    pub struct VoiceUnitServicesC2 "VoiceUnitServicesC2" {
        CONCATENATE_MESSAGE "concatenateMessage" = 0,
        DELETE_MESSAGE "deleteMessage" = 1,
        PLAY_MESSAGE "playMessage" = 2,
        QUERY_VOICE_ATTRIBUTE "queryVoiceAttribute" = 3,
        RECORD_MESSAGE "recordMessage" = 4,
        REPOSITION "reposition" = 5,
        RESUME "resume" = 6,
        REVIEW "review" = 7,
        SET_VOICE_ATTRIBUTE "setVoiceAttribute" = 8,
        STOP "stop" = 9,
        SUSPEND "suspend" = 10,
        SYNTHESIZE_MESSAGE "synthesizeMessage" = 11,
    }
}

choice! {
    /// What CSTA puts into the user information of ACSE.
    pub enum UserInformation<'a> "ACSEUserInformationForCSTA" {
        OldDefinition "oldDefinition": OldUserInformation,
        NewDefinition "newDefinition" [0 IMPLICIT]: NewUserInformation<'a>,
    }
}

sequence! {
    /// Versions and services of CSTA, as Phase II has them.
    pub struct OldUserInformation "OldACSEUserInformationForCSTA" {
        csta_version "cSTAVersion": CstaVersion,
        csta_functions_required_by_application "cSTAFunctionsRequiredByApplication": CstaFunctionality,
        csta_functions_that_can_be_supplied "cSTAFunctionsThatCanBeSupplied": CstaFunctionality,
    }
}

sequence! {
    /// Versions and services of CSTA; of these, switches are known to send the versions alone.
    pub struct NewUserInformation<'a> "NewACSEUserInformationForCSTA" {
        csta_version "cSTAVersion": CstaVersion,
        csta_functions_required_by_application "cSTAFunctionsRequiredByApplication" [0 IMPLICIT]: CstaFunctionality = OPTIONAL,
        csta_functions_that_can_be_supplied "cSTAFunctionsThatCanBeSupplied" [1 IMPLICIT]: CstaFunctionality = OPTIONAL,
        csta_private_data_version_list "cSTAPrivateDataVersionList" [2 IMPLICIT]: CstaPrivateDataVersionList<'a> = OPTIONAL,
    }
}

/// Versions of private data.
pub type CstaPrivateDataVersionList<'a> = SequenceOf<'a, i64>;

bit_string! {
    /// Versions of CSTA.
    ///
    /// Bit 2 is the first edition of ECMA-285, bit 3 ISO/IEC 18052, bit 4 the second edition, which
    /// Panasonic speaks, bit 14 the third and bit 18 the fourth.
    pub struct CstaVersion "CSTAVersion" {
        VERSION_ONE "versionOne" = 0,
        VERSION_TWO "versionTwo" = 1,
        VERSION_THREE "versionThree" = 2,
        VERSION_FOUR "versionFour" = 3,
        VERSION_FIVE "versionFive" = 4,
        VERSION_SIX "versionSix" = 5,
        VERSION_SEVEN "versionSeven" = 6,
        VERSION_EIGHT "versionEight" = 7,
        VERSION_NINE "versionNine" = 8,
        VERSION_TEN "versionTen" = 9,
        VERSION_ELEVEN "versionEleven" = 10,
        VERSION_TWELVE "versionTwelve" = 11,
        VERSION_THIRTEEN "versionThirteen" = 12,
        VERSION_FOURTEEN "versionFourteen" = 13,
        VERSION_FIFTEEN "versionFifteen" = 14,
        VERSION_SIXTEEN "versionSixteen" = 15,
        VERSION_SEVENTEEN "versionSeventeen" = 16,
        VERSION_EIGHTEEN "versionEighteen" = 17,
        VERSION_NINETEEN "versionNineteen" = 18,
        VERSION_TWENTY "versionTwenty" = 19,
        VERSION_TWENTYONE "versionTwentyone" = 20,
        VERSION_TWENTYTWO "versionTwentytwo" = 21,
        VERSION_TWENTYTHREE "versionTwentythree" = 22,
        VERSION_TWENTYFOUR "versionTwentyfour" = 23,
    }
}

bit_string! {
    /// The call-control services.
    pub struct CallControlServices "CallControlServices" {
        ACCEPT_CALL "acceptCall" = 0,
        ALTERNATE_CALL "alternateCall" = 1,
        ANSWER_CALL "answerCall" = 2,
        CALL_BACK "callBack" = 3,
        CALL_BACK_MESSAGE "callBackMessage" = 4,
        CAMP_ON_CALL "campOnCall" = 5,
        CLEAR_CALL "clearCall" = 6,
        CLEAR_CONNECTION "clearConnection" = 7,
        CONFERENCE_CALL "conferenceCall" = 8,
        CONSULTATION_CALL "consultationCall" = 9,
        DEFLECT_CALL "deflectCall" = 10,
        DIAL_DIGITS "dialDigits" = 11,
        DIRECTED_PICKUP_CALL "directedPickupCall" = 12,
        GROUP_PICKUP_CALL "groupPickupCall" = 13,
        HOLD_CALL "holdCall" = 14,
        INTRUDE_CALL "intrudeCall" = 15,
        JOIN_CALL "joinCall" = 16,
        MAKE_CALL "makeCall" = 17,
        MAKE_PREDICTIVE_CALL "makePredictiveCall" = 18,
        PARK_CALL "parkCall" = 19,
        RECONNECT_CALL "reconnectCall" = 20,
        RETRIEVE_CALL "retrieveCall" = 21,
        SINGLE_STEP_CONFERENCE "singleStepConference" = 22,
        SINGLE_STEP_TRANSFER "singleStepTransfer" = 23,
        TRANSFER_CALL "transferCall" = 24,
        MAKE_CONNECTION "makeConnection" = 25,
        SEND_MESSAGE "sendMessage" = 26,
    }
}

bit_string! {
    /// The call-associated services.
    pub struct CallAssociatedServices "CallAssociatedServices" {
        ASSOCIATE_DATA "associateData" = 0,
        CANCEL_TELEPHONY_TONES "cancelTelephonyTones" = 1,
        GENERATE_DIGITS "generateDigits" = 2,
        GENERATE_TELEPHONY_TONES "generateTelephonyTones" = 3,
        SEND_USER_INFORMATION "sendUserInformation" = 4,
        CHANGE_CONNECTION_INFORMATION "changeConnectionInformation" = 5,
    }
}

bit_string! {
    /// The media-attachment services.
    pub struct MediaAttachmentServices "MediaAttachmentServices" {
        ATTACH_MEDIA_SERVICE "attachMediaService" = 0,
        DETACH_MEDIA_SERVICE "detachMediaService" = 1,
    }
}

bit_string! {
    /// The routeing services.
    pub struct RouteingServices "RouteingServices" {
        ROUTE_REGISTER "routeRegister" = 0,
        ROUTE_REGISTER_CANCEL "routeRegisterCancel" = 1,
        ROUTE_REGISTER_ABORT "routeRegisterAbort" = 2,
        REROUTE "reroute" = 3,
        ROUTE_END "routeEnd" = 4,
        ROUTE_REJECT "routeReject" = 5,
        ROUTE_REQUEST "routeRequest" = 6,
        ROUTE_SELECT "routeSelect" = 7,
        ROUTE_USED "routeUsed" = 8,
    }
}

bit_string! {
    /// The voice-unit services.
    pub struct VoiceUnitServices "VoiceUnitServices" {
        CONCATENATE_MESSAGE "concatenateMessage" = 0,
        DELETE_MESSAGE "deleteMessage" = 1,
        PLAY_MESSAGE "playMessage" = 2,
        QUERY_VOICE_ATTRIBUTE "queryVoiceAttribute" = 3,
        RECORD_MESSAGE "recordMessage" = 4,
        REPOSITION "reposition" = 5,
        RESUME "resume" = 6,
        REVIEW "review" = 7,
        SET_VOICE_ATTRIBUTE "setVoiceAttribute" = 8,
        STOP "stop" = 9,
        SUSPEND "suspend" = 10,
        SYNTHESIZE_MESSAGE "synthesizeMessage" = 11,
        ACTIVATE "activate" = 12,
        CLEAR "clear" = 13,
        DEACTIVATE "deactivate" = 14,
    }
}

bit_string! {
    /// Call-control events. Its bits are numbered otherwise than the event tags; in a monitor
    /// filter a set bit suppresses the event.
    pub struct CallControlEventSet "CallControlEvents" {
        CALL_CLEARED "callCleared" = 0,
        CONFERENCED "conferenced" = 1,
        CONNECTION_CLEARED "connectionCleared" = 2,
        DELIVERED "delivered" = 3,
        DIVERTED "diverted" = 4,
        ESTABLISHED "established" = 5,
        FAILED "failed" = 6,
        HELD "held" = 7,
        NETWORK_REACHED "networkReached" = 8,
        ORIGINATED "originated" = 9,
        QUEUED "queued" = 10,
        RETRIEVED "retrieved" = 11,
        SERVICE_INITIATED "serviceInitiated" = 12,
        TRANSFERRED "transferred" = 13,
        DIGITS_DIALED "digitsDialed" = 14,
        BRIDGED "bridged" = 15,
        NETWORK_CAPABILITIES_CHANGED "networkCapabilitiesChanged" = 16,
        OFFERED "offered" = 17,
    }
}

bit_string! {
    /// Call-associated events. In a monitor filter a set bit suppresses the event.
    pub struct CallAssociatedEventSet "CallAssociatedEvents" {
        CALL_INFORMATION "callInformation" = 0,
        CHARGING "charging" = 1,
        /// Stands in the place of digitsGenerated, the event of this number.
        DTMF_DIGITS_DETECTED "dTMFDigitsDetected" = 2,
        /// Stands in the place of telephonyTonesGenerated, the event of this number.
        TELEPHONY_TONES_DETECTED "telephonyTonesDetected" = 3,
        SERVICE_COMPLETION_FAILURE "serviceCompletionFailure" = 4,
    }
}

bit_string! {
    /// Media-attachment events. In a monitor filter a set bit suppresses the event.
    pub struct MediaAttachmentEventSet "MediaAttachmentEvents" {
        MEDIA_ATTACHED "mediaAttached" = 0,
        MEDIA_DETACHED "mediaDetached" = 1,
    }
}

bit_string! {
    /// Events of the parts of a telephone. In a monitor filter a set bit suppresses the event.
    pub struct PhysicalDeviceFeatureEventSet "PhysicalDeviceFeatureEvents" {
        BUTTON_INFORMATION "buttonInformation" = 0,
        BUTTON_PRESS "buttonPress" = 1,
        DISPLAY_UPDATED "displayUpdated" = 2,
        HOOKSWITCH "hookswitch" = 3,
        LAMP_MODE "lampMode" = 4,
        MESSAGE_WAITING "messageWaiting" = 5,
        MICROPHONE_GAIN "microphoneGain" = 6,
        MICROPHONE_MUTE "microphoneMute" = 7,
        RINGER_STATUS "ringerStatus" = 8,
        SPEAKER_MUTE "speakerMute" = 9,
        SPEAKER_VOLUME "speakerVolume" = 10,
    }
}

bit_string! {
    /// Events of the features of a device. In a monitor filter a set bit suppresses the event.
    pub struct LogicalDeviceFeatureEventSet "LogicalDeviceFeatureEvents" {
        AGENT_BUSY "agentBusy" = 0,
        AGENT_LOGGED_ON "agentLoggedOn" = 1,
        AGENT_LOGGED_OFF "agentLoggedOff" = 2,
        AGENT_NOT_READY "agentNotReady" = 3,
        AGENT_READY "agentReady" = 4,
        AGENT_WORKING_AFTER_CALL "agentWorkingAfterCall" = 5,
        AUTO_ANSWER "autoAnswer" = 6,
        AUTO_WORK_MODE "autoWorkMode" = 7,
        CALL_BACK "callBack" = 8,
        CALL_BACK_MESSAGE "callBackMessage" = 9,
        CALLER_ID_STATUS "callerIDStatus" = 10,
        DO_NOT_DISTURB "doNotDisturb" = 11,
        FORWARDING "forwarding" = 12,
        ROUTEING_MODE "routeingMode" = 13,
        PRESENCE_STATE "presenceState" = 14,
    }
}

bit_string! {
    /// Maintenance events. Its bits are numbered otherwise than the event tags; in a monitor filter
    /// a set bit suppresses the event.
    pub struct DeviceMaintenanceEventSet "DeviceMaintenanceEvents" {
        BACK_IN_SERVICE "backInService" = 0,
        OUT_OF_SERVICE "outOfService" = 1,
        DEVICE_CAPABILITY_CHANGED "deviceCapabilityChanged" = 2,
        PARTIALLY_IN_SERVICE "partiallyInService" = 3,
    }
}

bit_string! {
    /// Voice-unit events. Its bits are numbered otherwise than the event tags; in a monitor filter
    /// a set bit suppresses the event.
    pub struct VoiceUnitEventSet "VoiceUnitEvents" {
        STOP "stop" = 0,
        PLAY "play" = 1,
        SUSPEND_PLAY "suspendPlay" = 2,
        RECORD "record" = 3,
        SUSPEND_RECORD "suspendRecord" = 4,
        REVIEW "review" = 5,
        VOICE_ATTRIBUTES_CHANGE "voiceAttributesChange" = 6,
        BOOKMARK_REACHED "bookmarkReached" = 7,
        COMPLETED "completed" = 8,
        DTMF_DETECTED "dtmfDetected" = 9,
        EMPTIED "emptied" = 10,
        INTERRUPTION_DETECTED "interruptionDetected" = 11,
        NOT_RECOGNIZED "notRecognized" = 12,
        RECOGNIZED "recognized" = 13,
        STARTED "started" = 14,
        SILENCE_TIMEOUT_EXPIRED "silenceTimeoutExpired" = 15,
        SPEECH_DETECTED "speechDetected" = 16,
        VOICE_ERROR_OCCURED "voiceErrorOccured" = 17,
    }
}

bit_string! {
    /// The manufacturer's events. In a monitor filter a set bit suppresses the event.
    pub struct VendorSpecEventSet "VendorSpecEvents" {
        PRIVATE_EVENT "privateEvent" = 0,
    }
}
