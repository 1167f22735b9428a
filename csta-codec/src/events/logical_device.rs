//! Events of the features of a device and of agents.
//!
//! The ASN.1 modules are `CSTA-agent-busy-event`, `CSTA-agent-logged-on-event`,
//! `CSTA-agent-logged-off-event`, `CSTA-agent-not-ready-event`, `CSTA-agent-ready-event`,
//! `CSTA-agent-working-after-call-event`, `CSTA-auto-answer-event`, `CSTA-auto-work-mode-event`,
//! `CSTA-call-back-event`, `CSTA-call-back-message-event`, `CSTA-caller-id-status-event`,
//! `CSTA-do-not-disturb-event`, `CSTA-forwarding-event`, `CSTA-presence-state-event` and
//! `CSTA-routeing-mode-event`.

use crate::types::{
    AgentId, AgentPassword, CallOrigination, CstaCommonArguments, DeviceId, EventCause,
    ForwardDefault, ForwardingType, PendingAgentState, PresenceState, SubjectDeviceId, TimeInfo,
};
use crate::{OctetString, SequenceOf, enumerated, sequence};

sequence! {
    /// DOC
    pub struct AgentBusyEvent<'a> "AgentBusyEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        pending_agent_state "pendingAgentState" [2 IMPLICIT]: PendingAgentState = OPTIONAL,
        cause "cause" [3 IMPLICIT]: EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct AgentLoggedOnEvent<'a> "AgentLoggedOnEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID" [2 IMPLICIT]: AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        agent_password "agentPassword" [3 IMPLICIT]: AgentPassword<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct AgentLoggedOffEvent<'a> "AgentLoggedOffEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID" [2 IMPLICIT]: AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        agent_password "agentPassword" [3 IMPLICIT]: AgentPassword<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct AgentNotReadyEvent<'a> "AgentNotReadyEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct AgentReadyEvent<'a> "AgentReadyEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// DOC
    pub enum AgentWorkingAfterCallEventPendingAgentState "AgentWorkingAfterCallEventPendingAgentState" {
        NotReady "notReady" = 0,
        Ready "ready" = 1,
        Null "null" = 2,
    }
}

sequence! {
    /// DOC
    pub struct AgentWorkingAfterCallEvent<'a> "AgentWorkingAfterCallEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        pending_agent_state "pendingAgentState" [2 IMPLICIT]: AgentWorkingAfterCallEventPendingAgentState = OPTIONAL,
        cause "cause" [3 IMPLICIT]: EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct AutoAnswerEvent<'a> "AutoAnswerEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auto_answer_on "autoAnswerOn": bool,
        number_of_rings "numberOfRings": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct AutoWorkModeEvent<'a> "AutoWorkModeEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auto_work_on "autoWorkOn": bool,
        auto_work_interval "autoWorkInterval": i64,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct CallBackEvent<'a> "CallBackEvent" {
        originating_device "originatingDevice": SubjectDeviceId<'a>,
        target_device "targetDevice": SubjectDeviceId<'a>,
        call_back_set_canceled "callBackSetCanceled": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct CallBackMessageEvent<'a> "CallBackMessageEvent" {
        originating_device "originatingDevice": SubjectDeviceId<'a>,
        target_device "targetDevice": SubjectDeviceId<'a>,
        call_back_msg_set_canceled "callBackMsgSetCanceled": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct CallerIdStatusEvent<'a> "CallerIDStatusEvent" {
        device "device": DeviceId<'a>,
        caller_id_provided "callerIDProvided": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct DoNotDisturbEvent<'a> "DoNotDisturbEvent" {
        device "device": SubjectDeviceId<'a>,
        do_not_disturb_on "doNotDisturbOn": bool,
        call_origination "callOrigination": CallOrigination = OPTIONAL,
        calling_device_list "callingDeviceList": SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct ForwardingEvent<'a> "ForwardingEvent" {
        device "device": SubjectDeviceId<'a>,
        forwarding_type "forwardingType": ForwardingType = OPTIONAL,
        forward_status "forwardStatus": bool,
        forward_to "forwardTo": DeviceId<'a> = OPTIONAL,
        forward_default "forwardDefault": ForwardDefault = OPTIONAL,
        ring_count "ringCount": i64 = OPTIONAL,
        ring_duration "ringDuration" [4 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct PresenceStateEvent<'a> "PresenceStateEvent" {
        device "device": SubjectDeviceId<'a>,
        presence_state "presenceState": PresenceState,
        from_time "fromTime" [0 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        until_time "untilTime" [1 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        place "place" [2 IMPLICIT]: OctetString<'a> = OPTIONAL,
        mood "mood" [3 IMPLICIT]: OctetString<'a> = OPTIONAL,
        named_presence_state "namedPresenceState" [4 IMPLICIT]: OctetString<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct RouteingModeEvent<'a> "RouteingModeEvent" {
        device "device": SubjectDeviceId<'a>,
        routeing_mode "routeingMode": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
