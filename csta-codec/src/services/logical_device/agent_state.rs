//! The states of agents of a call centre.
//!
//! The ASN.1 modules are `CSTA-get-agent-state` and `CSTA-set-agent-state`.

use crate::types::{
    AgentId, AgentPassword, AgentState, CstaCommonArguments, DeviceId, PendingAgentState,
};
use crate::{SequenceOf, enumerated, operation, sequence};

operation! {
    /// DOC
    pub GetAgentState "getAgentState" = 304, ToSwitch: GetAgentStateArgument<'a> => GetAgentStateResult<'a>
}

sequence! {
    /// DOC
    pub struct GetAgentStateArgument<'a> "GetAgentStateArgument" {
        device "device": DeviceId<'a>,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetAgentStateResult<'a> "GetAgentStateResult" {
        agent_state_list "agentStateList": AgentStateList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

/// DOC
pub type AgentStateList<'a> = SequenceOf<'a, AgentStateEntry<'a>>;

sequence! {
    /// DOC
    pub struct AgentStateEntry<'a> "AgentStateEntry" {
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        logged_on "loggedOn": bool,
        agent_info "agentInfo": SequenceOf<'a, AgentInfo<'a>> = OPTIONAL,
    }
}

sequence! {
    /// DOC
    pub struct AgentInfo<'a> "AgentInfo" {
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        agent_state "agentState": AgentState,
        pending_agent_state "pendingAgentState" [0 IMPLICIT]: PendingAgentState = OPTIONAL,
        agent_state_condition "agentStateCondition" [1 IMPLICIT]: AgentStateCondition = OPTIONAL,
    }
}

enumerated! {
    /// DOC
    pub enum AgentStateCondition "AgentStateCondition" {
        ForcedPause "forcedPause" = 0,
        Other "other" = 1,
    }
}

operation! {
    /// DOC
    pub SetAgentState "setAgentState" = 312, ToSwitch: SetAgentStateArgument<'a> => SetAgentStateResult<'a>
}

sequence! {
    /// DOC
    pub struct SetAgentStateArgument<'a> "SetAgentStateArgument" {
        device "device": DeviceId<'a>,
        requested_agent_state "requestedAgentState": ReqAgentState,
        agent_id "agentID" [2 IMPLICIT]: AgentId<'a> = OPTIONAL,
        password "password" [3 IMPLICIT]: AgentPassword<'a> = OPTIONAL,
        group "group": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SetAgentStateResult<'a> "SetAgentStateResult" {
        pending_agent_state "pendingAgentState": PendingAgentState = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// DOC
    pub enum ReqAgentState "ReqAgentState" {
        LoggedOn "loggedOn" = 0,
        LoggedOff "loggedOff" = 1,
        NotReady "notReady" = 2,
        Ready "ready" = 3,
        WorkingAfterCall "workingAfterCall" = 4,
    }
}
