//! Events of the features of a device.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported events of the features of a device.
    pub struct LogicalEvtsList "LogicalEvtsList" {
        agent_busy "agentBusy" [0 IMPLICIT]: AgentBusy = OPTIONAL,
        agent_logged_off "agentLoggedOff" [1 IMPLICIT]: AgentLoggedOff = OPTIONAL,
        agent_logged_on "agentLoggedOn" [2 IMPLICIT]: AgentLoggedOn = OPTIONAL,
        agent_not_ready "agentNotReady" [3 IMPLICIT]: AgentNotReady = OPTIONAL,
        agent_ready "agentReady" [4 IMPLICIT]: AgentReady = OPTIONAL,
        agent_working_after_call "agentWorkingAfterCall" [5 IMPLICIT]: AgentWorkingAfterCall = OPTIONAL,
        auto_answer "autoAnswer" [6 IMPLICIT]: AutoAnswer = OPTIONAL,
        auto_work_mode "autoWorkMode" [7 IMPLICIT]: AutoWorkMode = OPTIONAL,
        call_back "callBack" [8 IMPLICIT]: CallBackEvent = OPTIONAL,
        call_back_message "callBackMessage" [9 IMPLICIT]: CallBackMessageEvent = OPTIONAL,
        caller_id_status "callerIDStatus" [10 IMPLICIT]: CallerIdStatus = OPTIONAL,
        do_not_disturb "doNotDisturb" [11 IMPLICIT]: DoNotDisturb = OPTIONAL,
        forwarding "forwarding" [12 IMPLICIT]: Forwarding = OPTIONAL,
        presence_state "presenceState" [14 IMPLICIT]: PresenceStateEvent = OPTIONAL,
        routeing_mode "routeingMode" [13 IMPLICIT]: RouteingMode = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells in [Agent Busy](crate::events::AgentBusyEvent) events.
    pub struct AgentBusy "AgentBusy" {
        AGENT_ID "agentID" = 0,
        ACD_GROUP "acdGroup" = 1,
        PENDING_AGENT_STATE_WORKING_AFTER_CALL "pendingAgentStateWorkingAfterCall" = 2,
        PENDING_AGENT_STATE_NOT_READY "pendingAgentStateNotReady" = 3,
        PENDING_AGENT_STATE_READY "pendingAgentStateReady" = 4,
        PENDING_AGENT_STATE_NULL "pendingAgentStateNull" = 5,
        CAUSE "cause" = 6,
        PRIVATE_DATA "privateData" = 7,
    }
}

bit_string! {
    /// What the switch tells in [Agent Logged Off](crate::events::AgentLoggedOffEvent) events.
    pub struct AgentLoggedOff "AgentLoggedOff" {
        AGENT_ID "agentID" = 0,
        ACD_GROUP "acdGroup" = 1,
        AGENT_PASSWORD "agentPassword" = 2,
        CAUSE "cause" = 3,
        PRIVATE_DATA "privateData" = 4,
    }
}

bit_string! {
    /// What the switch tells in [Agent Logged On](crate::events::AgentLoggedOnEvent) events.
    pub struct AgentLoggedOn "AgentLoggedOn" {
        AGENT_ID "agentID" = 0,
        ACD_GROUP "acdGroup" = 1,
        AGENT_PASSWORD "agentPassword" = 2,
        CAUSE "cause" = 3,
        PRIVATE_DATA "privateData" = 4,
    }
}

bit_string! {
    /// What the switch tells in [Agent Not Ready](crate::events::AgentNotReadyEvent) events.
    pub struct AgentNotReady "AgentNotReady" {
        AGENT_ID "agentID" = 0,
        ACD_GROUP "acdGroup" = 1,
        CAUSE "cause" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Agent Ready](crate::events::AgentReadyEvent) events.
    pub struct AgentReady "AgentReady" {
        AGENT_ID "agentID" = 0,
        ACD_GROUP "acdGroup" = 1,
        CAUSE "cause" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Agent Working After
    /// Call](crate::events::AgentWorkingAfterCallEvent) events.
    pub struct AgentWorkingAfterCall "AgentWorkingAfterCall" {
        AGENT_ID "agentID" = 0,
        ACD_GROUP "acdGroup" = 1,
        PENDING_AGENT_STATE_NOT_READY "pendingAgentStateNotReady" = 2,
        PENDING_AGENT_STATE_READY "pendingAgentStateReady" = 3,
        PENDING_AGENT_STATE_NULL "pendingAgentStateNull" = 4,
        CAUSE "cause" = 5,
        PRIVATE_DATA "privateData" = 6,
    }
}

bit_string! {
    /// What the switch tells in [Auto Answer](crate::events::AutoAnswerEvent) events.
    pub struct AutoAnswer "AutoAnswer" {
        NUMBER_OF_RINGS "numberOfRings" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// What the switch tells in [Auto Work Mode](crate::events::AutoWorkModeEvent) events.
    pub struct AutoWorkMode "AutoWorkMode" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch tells in [Call Back](crate::events::CallBackEvent) events.
    pub struct CallBackEvent "CallBackEvent" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch tells in [Call Back Message](crate::events::CallBackMessageEvent) events.
    pub struct CallBackMessageEvent "CallBackMessageEvent" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch tells in [Caller ID Status](crate::events::CallerIdStatusEvent) events.
    pub struct CallerIdStatus "CallerIDStatus" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch tells in [Do Not Disturb](crate::events::DoNotDisturbEvent) events.
    pub struct DoNotDisturb "DoNotDisturb" {
        CALL_ORIGINATION_PARAMETER "callOriginationParameter" = 0,
        CALL_ORIGINATION_INTERNAL "callOriginationInternal" = 1,
        CALL_ORIGINATION_EXTERNAL "callOriginationExternal" = 2,
        CALLING_DEVICE_LIST "callingDeviceList" = 3,
        PRIVATE_DATA "privateData" = 4,
    }
}

bit_string! {
    /// What the switch tells in [Forwarding](crate::events::ForwardingEvent) events.
    pub struct Forwarding "Forwarding" {
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
        FORWARD_TO "forwardTo" = 12,
        FORWARD_DEFAULT_TYPE_AND_DN "forwardDefaultTypeAndDN" = 13,
        FORWARD_DEFAULT_TYPE "forwardDefaultType" = 14,
        FORWARD_DEFAULT_DN "forwardDefaultDN" = 15,
        RING_COUNT "ringCount" = 16,
        PRIVATE_DATA "privateData" = 17,
        RING_DURATION "ringDuration" = 18,
    }
}

bit_string! {
    /// What the switch tells in [Presence State](crate::events::PresenceStateEvent) events.
    pub struct PresenceStateEvent "PresenceStateEvent" {
        FROM_TIME "fromTime" = 0,
        UNTIL_TIME "untilTime" = 1,
        PLACE "place" = 2,
        MOOD "mood" = 3,
        /// A state in words.
        NAMED_PRESENCE_STATE "namedPresenceState" = 4,
        PRIVATE_DATA "privateData" = 5,
    }
}

bit_string! {
    /// What the switch tells in [Routeing Mode](crate::events::RouteingModeEvent) events.
    pub struct RouteingMode "RouteingMode" {
        PRIVATE_DATA "privateData" = 0,
    }
}
