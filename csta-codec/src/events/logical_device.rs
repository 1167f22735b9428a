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
    /// An agent has a call.
    ///
    /// In a monitor filter: [`AGENT_BUSY`](crate::types::LogicalDeviceFeatureEventSet::AGENT_BUSY).
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
    /// An agent has logged on.
    ///
    /// In a monitor filter:
    /// [`AGENT_LOGGED_ON`](crate::types::LogicalDeviceFeatureEventSet::AGENT_LOGGED_ON).
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
    /// An agent has logged off.
    ///
    /// In a monitor filter:
    /// [`AGENT_LOGGED_OFF`](crate::types::LogicalDeviceFeatureEventSet::AGENT_LOGGED_OFF).
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
    /// An agent is logged on but takes no calls: a break.
    ///
    /// In a monitor filter:
    /// [`AGENT_NOT_READY`](crate::types::LogicalDeviceFeatureEventSet::AGENT_NOT_READY).
    pub struct AgentNotReadyEvent<'a> "AgentNotReadyEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// An agent waits for calls.
    ///
    /// In a monitor filter:
    /// [`AGENT_READY`](crate::types::LogicalDeviceFeatureEventSet::AGENT_READY).
    pub struct AgentReadyEvent<'a> "AgentReadyEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        cause "cause": EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// What an agent will do when the work after a call is done.
    pub enum StateAfterWork "AgentWorkingAfterCallEventPendingAgentState" {
        NotReady "notReady" = 0,
        Ready "ready" = 1,
        /// Be logged off.
        Null "null" = 2,
    }
}

sequence! {
    /// An agent has work to do after a call.
    ///
    /// In a monitor filter:
    /// [`AGENT_WORKING_AFTER_CALL`](crate::types::LogicalDeviceFeatureEventSet::AGENT_WORKING_AFTER_CALL).
    pub struct AgentWorkingAfterCallEvent<'a> "AgentWorkingAfterCallEvent" {
        agent_device "agentDevice": SubjectDeviceId<'a>,
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        pending_agent_state "pendingAgentState" [2 IMPLICIT]: StateAfterWork = OPTIONAL,
        cause "cause" [3 IMPLICIT]: EventCause = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Answering without the user was switched on or off.
    ///
    /// In a monitor filter:
    /// [`AUTO_ANSWER`](crate::types::LogicalDeviceFeatureEventSet::AUTO_ANSWER).
    pub struct AutoAnswerEvent<'a> "AutoAnswerEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auto_answer_on "autoAnswerOn": bool,
        number_of_rings "numberOfRings": i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Time for after-call work was switched on or off.
    ///
    /// In a monitor filter:
    /// [`AUTO_WORK_MODE`](crate::types::LogicalDeviceFeatureEventSet::AUTO_WORK_MODE).
    pub struct AutoWorkModeEvent<'a> "AutoWorkModeEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auto_work_on "autoWorkOn": bool,
        /// In seconds.
        auto_work_interval "autoWorkInterval": i64,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A call back was asked for or cancelled.
    ///
    /// In a monitor filter: [`CALL_BACK`](crate::types::LogicalDeviceFeatureEventSet::CALL_BACK).
    pub struct CallBackEvent<'a> "CallBackEvent" {
        originating_device "originatingDevice": SubjectDeviceId<'a>,
        target_device "targetDevice": SubjectDeviceId<'a>,
        /// Whether it was set; false if it was cancelled.
        call_back_set_canceled "callBackSetCanceled": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A message that asks to call back was left or taken back.
    ///
    /// In a monitor filter:
    /// [`CALL_BACK_MESSAGE`](crate::types::LogicalDeviceFeatureEventSet::CALL_BACK_MESSAGE).
    pub struct CallBackMessageEvent<'a> "CallBackMessageEvent" {
        originating_device "originatingDevice": SubjectDeviceId<'a>,
        target_device "targetDevice": SubjectDeviceId<'a>,
        /// Whether it was left; false if it was taken back.
        call_back_msg_set_canceled "callBackMsgSetCanceled": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A device now shows its number to those it calls, or does not any more.
    ///
    /// In a monitor filter:
    /// [`CALLER_ID_STATUS`](crate::types::LogicalDeviceFeatureEventSet::CALLER_ID_STATUS).
    pub struct CallerIdStatusEvent<'a> "CallerIDStatusEvent" {
        device "device": DeviceId<'a>,
        caller_id_provided "callerIDProvided": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Do not disturb was switched on or off.
    ///
    /// In a monitor filter:
    /// [`DO_NOT_DISTURB`](crate::types::LogicalDeviceFeatureEventSet::DO_NOT_DISTURB).
    pub struct DoNotDisturbEvent<'a> "DoNotDisturbEvent" {
        device "device": SubjectDeviceId<'a>,
        do_not_disturb_on "doNotDisturbOn": bool,
        call_origination "callOrigination": CallOrigination = OPTIONAL,
        /// Callers to whom it applies.
        calling_device_list "callingDeviceList": SequenceOf<'a, DeviceId<'a>> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A forwarding was set or ended.
    ///
    /// In a monitor filter: [`FORWARDING`](crate::types::LogicalDeviceFeatureEventSet::FORWARDING).
    pub struct ForwardingEvent<'a> "ForwardingEvent" {
        device "device": SubjectDeviceId<'a>,
        forwarding_type "forwardingType": ForwardingType = OPTIONAL,
        /// Whether it is in force.
        forward_status "forwardStatus": bool,
        forward_to "forwardTo": DeviceId<'a> = OPTIONAL,
        /// What of it was set by the switch for want of a setting.
        forward_default "forwardDefault": ForwardDefault = OPTIONAL,
        /// Rings before calls go, 1 to 100.
        ring_count "ringCount": i64 = OPTIONAL,
        /// How long it rings before calls go.
        ring_duration "ringDuration" [4 IMPLICIT]: i64 = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The presence of the user of a device has changed.
    ///
    /// In a monitor filter:
    /// [`PRESENCE_STATE`](crate::types::LogicalDeviceFeatureEventSet::PRESENCE_STATE).
    pub struct PresenceStateEvent<'a> "PresenceStateEvent" {
        device "device": SubjectDeviceId<'a>,
        presence_state "presenceState": PresenceState,
        from_time "fromTime" [0 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        until_time "untilTime" [1 IMPLICIT]: TimeInfo<'a> = OPTIONAL,
        place "place" [2 IMPLICIT]: OctetString<'a> = OPTIONAL,
        mood "mood" [3 IMPLICIT]: OctetString<'a> = OPTIONAL,
        /// A state in words.
        named_presence_state "namedPresenceState" [4 IMPLICIT]: OctetString<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Calls to a device are now routed by the application, or are not any more.
    ///
    /// In a monitor filter:
    /// [`ROUTEING_MODE`](crate::types::LogicalDeviceFeatureEventSet::ROUTEING_MODE).
    pub struct RouteingModeEvent<'a> "RouteingModeEvent" {
        device "device": SubjectDeviceId<'a>,
        routeing_mode "routeingMode": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
