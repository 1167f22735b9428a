//! Services on the features of a device.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported services on the features of a device.
    pub struct LogicalServList "LogicalServList" {
        call_back_non_call_rel "callBackNonCallRel" [0 IMPLICIT]: CallBackNonCallRel = OPTIONAL,
        call_back_msg_non_call_rel "callBackMsgNonCallRel" [1 IMPLICIT]: CallBackMsgNonCallRel = OPTIONAL,
        cancel_call_back "cancelCallBack" [2 IMPLICIT]: CancelCallBack = OPTIONAL,
        cancel_call_back_msg "cancelCallBackMsg" [3 IMPLICIT]: CancelCallBackMsg = OPTIONAL,
        get_agent_state "getAgentState" [4 IMPLICIT]: GetAgentState = OPTIONAL,
        get_auto_answer "getAutoAnswer" [5 IMPLICIT]: GetAutoAnswer = OPTIONAL,
        get_auto_work_mode "getAutoWorkMode" [6 IMPLICIT]: GetAutoWorkMode = OPTIONAL,
        get_caller_id_status "getCallerIDStatus" [7 IMPLICIT]: GetCallerIdStatus = OPTIONAL,
        get_call_back "getCallBack" [19 IMPLICIT]: GetCallBack = OPTIONAL,
        get_do_not_disturb "getDoNotDisturb" [8 IMPLICIT]: GetDoNotDisturb = OPTIONAL,
        get_forwarding "getForwarding" [9 IMPLICIT]: GetForwarding = OPTIONAL,
        get_last_number_dialed "getLastNumberDialed" [10 IMPLICIT]: GetLastNumberDialed = OPTIONAL,
        get_presence_state "getPresenceState" [20 IMPLICIT]: GetPresenceState = OPTIONAL,
        get_routeing_mode "getRouteingMode" [11 IMPLICIT]: GetRouteingMode = OPTIONAL,
        set_agent_state "setAgentState" [12 IMPLICIT]: SetAgentState = OPTIONAL,
        set_auto_answer "setAutoAnswer" [13 IMPLICIT]: SetAutoAnswer = OPTIONAL,
        set_auto_work_mode "setAutoWorkMode" [14 IMPLICIT]: SetAutoWorkMode = OPTIONAL,
        set_caller_id_status "setCallerIDStatus" [15 IMPLICIT]: SetCallerIdStatus = OPTIONAL,
        set_do_not_disturb "setDoNotDisturb" [16 IMPLICIT]: SetDoNotDisturb = OPTIONAL,
        set_forwarding "setForwarding" [17 IMPLICIT]: SetForwarding = OPTIONAL,
        set_presence_state "setPresenceState" [21 IMPLICIT]: SetPresenceState = OPTIONAL,
        set_routeing_mode "setRouteingMode" [18 IMPLICIT]: SetRouteingMode = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Call Back Non Call
    /// Rel](crate::services::CallBackNonCallRelated).
    pub struct CallBackNonCallRel "CallBackNonCallRel" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        ADDITIONAL_REQ_FORBIDDEN "additionalReqForbidden" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Call Back Msg Non Call
    /// Rel](crate::services::CallBackMessageNonCallRelated).
    pub struct CallBackMsgNonCallRel "CallBackMsgNonCallRel" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        ADDITIONAL_REQ_FORBIDDEN "additionalReqForbidden" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Cancel Call Back](crate::services::CancelCallBack).
    pub struct CancelCallBack "CancelCallBack" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 2,
        SUPPORTS_CLEARING "supportsClearing" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Cancel Call Back Msg](crate::services::CancelCallBackMessage).
    pub struct CancelCallBackMsg "CancelCallBackMsg" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 2,
        SUPPORTS_CLEARING "supportsClearing" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Get Agent State](crate::services::GetAgentState).
    pub struct GetAgentState "GetAgentState" {
        ACD_GROUP "acdGroup" = 0,
        PRIVATE_DATA "privateData" = 1,
        AGENT_STATE_LIST_AGENT_ID_IN_ACK "agentStateListAgentIDInAck" = 2,
        AGENT_GROUP_IN_ACK "agentGroupInAck" = 3,
        PENDING_AGENT_STATE_IN_ACK "pendingAgentStateInAck" = 4,
        AGENT_STATE_CONDITION_FORCED_PAUSE_IN_ACK "agentStateConditionForcedPauseInAck" = 5,
        AGENT_STATE_CONDITION_PAUSE_IN_ACK "agentStateConditionPauseInAck" = 6,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 7,
    }
}

bit_string! {
    /// What the switch supports of [Get Auto Answer](crate::services::GetAutoAnswer).
    pub struct GetAutoAnswer "GetAutoAnswer" {
        PRIVATE_DATA "privateData" = 0,
        NUMBER_OF_RINGS_IN_ACK "numberOfRingsInAck" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Get Auto Work Mode](crate::services::GetAutoWorkMode).
    pub struct GetAutoWorkMode "GetAutoWorkMode" {
        PRIVATE_DATA "privateData" = 0,
        AUTO_WORK_INTERVAL_IN_ACK "autoWorkIntervalInAck" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Get Caller ID Status](crate::services::GetCallerIdStatus).
    pub struct GetCallerIdStatus "GetCallerIDStatus" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Get Call Back](crate::services::GetCallBack).
    pub struct GetCallBack "GetCallBack" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Get Do Not Disturb](crate::services::GetDoNotDisturb).
    pub struct GetDoNotDisturb "GetDoNotDisturb" {
        PRIVATE_DATA "privateData" = 0,
        CALL_ORIGIN_PARAMETER_IN_ACK "callOriginParameterInAck" = 1,
        CALL_ORIGIN_INTERN_IN_ACK "callOriginInternInAck" = 2,
        CALL_ORIGIN_EXTERN_IN_ACK "callOriginExternInAck" = 3,
        CALLING_DEVICE_LIST_IN_ACK "callingDeviceListInAck" = 4,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 5,
    }
}

bit_string! {
    /// What the switch supports of [Get Forwarding](crate::services::GetForwarding).
    pub struct GetForwarding "GetForwarding" {
        PRIVATE_DATA "privateData" = 0,
        FORWARD_LIST_IN_ACK "forwardListInAck" = 1,
        FORWARD_LIST_IMMEDIATE_IN_ACK "forwardListImmediateInAck" = 2,
        FORWARD_LIST_BUSY_IN_ACK "forwardListBusyInAck" = 3,
        FORWARD_LIST_DND_IN_ACK "forwardListDNDInAck" = 4,
        FORWARD_LIST_NO_ANS_IN_ACK "forwardListNoAnsInAck" = 5,
        FORWARD_LIST_BUSY_INT_IN_ACK "forwardListBusyIntInAck" = 6,
        FORWARD_LIST_BUSY_EXT_IN_ACK "forwardListBusyExtInAck" = 7,
        FORWARD_LIST_DND_INT_IN_ACK "forwardListDNDIntInAck" = 8,
        FORWARD_LIST_DND_EXT_IN_ACK "forwardListDNDExtInAck" = 9,
        FORWARD_LIST_NO_ANS_INT_IN_ACK "forwardListNoAnsIntInAck" = 10,
        FORWARD_LIST_NO_ANS_EXT_IN_ACK "forwardListNoAnsExtInAck" = 11,
        FORWARD_LIST_IMM_INT_IN_ACK "forwardListImmIntInAck" = 12,
        FORWARD_LIST_IMM_EXT_IN_ACK "forwardListImmExtInAck" = 13,
        FORWARD_DN_IN_ACK "forwardDNInAck" = 14,
        FORWARD_DEFAULT_IN_ACK "forwardDefaultInAck" = 15,
        FORWARD_DEFAULT_TYPE_AND_DN_IN_ACK "forwardDefaultTypeAndDNInAck" = 16,
        FORWARD_DEFAULT_TYPE_IN_ACK "forwardDefaultTypeInAck" = 17,
        FORWARD_DEFAULT_DN_IN_ACK "forwardDefaultDNInAck" = 18,
        RING_COUNT_IN_ACK "ringCountInAck" = 19,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 20,
    }
}

bit_string! {
    /// What the switch supports of [Get Last Number Dialed](crate::services::GetLastNumberDialed).
    pub struct GetLastNumberDialed "GetLastNumberDialed" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Get Presence State](crate::services::GetPresenceState).
    pub struct GetPresenceState "GetPresenceState" {
        PRIVATE_DATA "privateData" = 0,
        FROM_TIME_IN_ACK "fromTimeInAck" = 1,
        UNTIL_TIME_IN_ACK "untilTimeInAck" = 2,
        PLACE_IN_ACK "placeInAck" = 3,
        MOOD_IN_ACK "moodInAck" = 4,
        NAMED_PRESENCE_STATE_IN_ACK "namedPresenceStateInAck" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
    }
}

bit_string! {
    /// What the switch supports of [Get Routeing Mode](crate::services::GetRouteingMode).
    pub struct GetRouteingMode "GetRouteingMode" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Set Agent State](crate::services::SetAgentState).
    pub struct SetAgentState "SetAgentState" {
        REQUESTED_AGENT_STATE_LOGGED_ON "requestedAgentStateLoggedOn" = 0,
        REQUESTED_AGENT_STATE_LOGGED_OFF "requestedAgentStateLoggedOff" = 1,
        REQUESTED_AGENT_STATE_NOT_READY "requestedAgentStateNotReady" = 2,
        REQUESTED_AGENT_STATE_READY "requestedAgentStateReady" = 3,
        REQUESTED_AGENT_STATE_WORKING_AFTER_CALL "requestedAgentStateWorkingAfterCall" = 4,
        AGENT_ID "agentID" = 5,
        PASSWORD "password" = 6,
        GROUP "group" = 7,
        PRIVATE_DATA "privateData" = 8,
        PENDING_AGENT_STATE_WORKING_AFTER_CALL_IN_ACK "pendingAgentStateWorkingAfterCallInAck" = 9,
        PENDING_AGENT_STATE_NOT_READY_IN_ACK "pendingAgentStateNotReadyInAck" = 10,
        PENDING_AGENT_STATE_NULL_IN_ACK "pendingAgentStateNullInAck" = 11,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 12,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 13,
        GROUP_DEVICE_ALLOWED_IN_REQ "groupDeviceAllowedInReq" = 14,
        ACD_DEVICE_ALLOWED_IN_REQ "aCDDeviceAllowedInReq" = 15,
        DELAY_TRANSITION_IF_BUSY "delayTransitionIfBusy" = 16,
        DELAY_TRANSITION_IF_WORKING_AFTER_CALL "delayTransitionIfWorkingAfterCall" = 17,
    }
}

bit_string! {
    /// What the switch supports of [Set Auto Answer](crate::services::SetAutoAnswer).
    pub struct SetAutoAnswer "SetAutoAnswer" {
        NUMBER_OF_RINGS "numberOfRings" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Set Auto Work Mode](crate::services::SetAutoWorkMode).
    pub struct SetAutoWorkMode "SetAutoWorkMode" {
        AUTO_WORK_INTERVAL "autoWorkInterval" = 0,
        PRIVATE_DATA "privateData" = 1,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 2,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 3,
        GROUP_DEVICE_ALLOWED_IN_REQ "groupDeviceAllowedInReq" = 4,
        ACD_DEVICE_ALLOWED_IN_REQ "aCDDeviceAllowedInReq" = 5,
    }
}

bit_string! {
    /// What the switch supports of [Set Caller ID Status](crate::services::SetCallerIdStatus).
    pub struct SetCallerIdStatus "SetCallerIDStatus" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 2,
    }
}

bit_string! {
    /// What the switch supports of [Set Do Not Disturb](crate::services::SetDoNotDisturb).
    pub struct SetDoNotDisturb "SetDoNotDisturb" {
        CALL_ORIGINATION_INTERNAL "callOriginationInternal" = 0,
        CALL_ORIGINATION_EXTERNAL "callOriginationExternal" = 1,
        CALLING_DEVICE_LIST "callingDeviceList" = 2,
        PRIVATE_DATA "privateData" = 3,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 4,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 5,
    }
}

bit_string! {
    /// What the switch supports of [Set Forwarding](crate::services::SetForwarding).
    pub struct SetForwarding "SetForwarding" {
        FORWARDING_TYPE_BUSY "forwardingTypeBusy" = 0,
        FORWARDING_TYPE_BUSY_INT "forwardingTypeBusyInt" = 1,
        FORWARDING_TYPE_BUSY_EXT "forwardingTypeBusyExt" = 2,
        FORWARDING_TYPE_DND "forwardingTypeDND" = 3,
        FORWARDING_TYPE_DND_INT "forwardingTypeDNDInt" = 4,
        FORWARDING_TYPE_DND_EXT "forwardingTypeDNDExt" = 5,
        FORWARDING_TYPE_NO_ANS "forwardingTypeNoAns" = 6,
        FORWARDING_TYPE_NO_ANS_INT "forwardingTypeNoAnsInt" = 7,
        FORWARDING_TYPE_NO_ANS_EXT "forwardingTypeNoAnsExt" = 8,
        FORWARDING_TYPE_IMMEDIATE "forwardingTypeImmediate" = 9,
        FORWARDING_TYPE_IMM_INT "forwardingTypeImmInt" = 10,
        FORWARDING_TYPE_IMM_EXT "forwardingTypeImmExt" = 11,
        FORWARD_DN "forwardDN" = 12,
        RING_COUNT "ringCount" = 13,
        PRIVATE_DATA "privateData" = 14,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 15,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 16,
        RING_DURATION "ringDuration" = 17,
    }
}

bit_string! {
    /// What the switch supports of [Set Presence State](crate::services::SetPresenceState).
    pub struct SetPresenceState "SetPresenceState" {
        FROM_TIME "fromTime" = 0,
        UNTIL_TIME "untilTime" = 1,
        PLACE "place" = 2,
        MOOD "mood" = 3,
        NAMED_PRESENCE_STATE "namedPresenceState" = 4,
        PRIVATE_DATA "privateData" = 5,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 6,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 7,
    }
}

bit_string! {
    /// What the switch supports of [Set Routeing Mode](crate::services::SetRouteingMode).
    pub struct SetRouteingMode "SetRouteingMode" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        ACK_MODEL_MULTI_STEP "ackModelMultiStep" = 2,
    }
}
