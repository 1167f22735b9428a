//! The states of agents of a call centre.
//!
//! The ASN.1 modules are `CSTA-get-agent-state` and `CSTA-set-agent-state`.

use crate::types::{
    AgentId, AgentPassword, AgentState, CstaCommonArguments, DeviceId, PendingAgentState,
};
use crate::{SequenceOf, enumerated, operation, sequence};

operation! {
    /// Asks what the agents at a device are doing.
    pub GetAgentState "getAgentState" = 304, "Get Agent State", ToSwitch: GetAgentStateArgument<'a> => GetAgentStateResult<'a>
}

sequence! {
    /// The device, and in which group of the call centre.
    pub struct GetAgentStateArgument<'a> "GetAgentStateArgument" {
        device "device": DeviceId<'a>,
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The agents and their states.
    pub struct GetAgentStateResult<'a> "GetAgentStateResult" {
        agent_state_list "agentStateList": AgentStateList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

/// Agents and their states, 1 to 32.
pub type AgentStateList<'a> = SequenceOf<'a, AgentStateEntry<'a>>;

sequence! {
    /// An agent and the states in the groups.
    pub struct AgentStateEntry<'a> "AgentStateEntry" {
        agent_id "agentID": AgentId<'a> = OPTIONAL,
        logged_on "loggedOn": bool,
        agent_info "agentInfo": SequenceOf<'a, AgentInfo<'a>> = OPTIONAL,
    }
}

sequence! {
    /// What an agent does in a group.
    pub struct AgentInfo<'a> "AgentInfo" {
        acd_group "acdGroup": DeviceId<'a> = OPTIONAL,
        agent_state "agentState": AgentState,
        pending_agent_state "pendingAgentState" [0 IMPLICIT]: PendingAgentState = OPTIONAL,
        agent_state_condition "agentStateCondition" [1 IMPLICIT]: AgentStateCondition = OPTIONAL,
    }
}

enumerated! {
    /// What else is to be said of a state.
    pub enum AgentStateCondition "AgentStateCondition" {
        /// The switch made the agent pause.
        ForcedPause "forcedPause" = 0,
        Other "other" = 1,
    }
}

operation! {
    /// Logs an agent on or off, or sets what the agent does.
    pub SetAgentState "setAgentState" = 312, "Set Agent State", ToSwitch: SetAgentStateArgument<'a> => SetAgentStateResult<'a>
}

sequence! {
    /// The device, the agent, and what the agent shall do.
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
    /// What the agent will do when the present call is done, if it cannot be at once.
    pub struct SetAgentStateResult<'a> "SetAgentStateResult" {
        pending_agent_state "pendingAgentState": PendingAgentState = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

enumerated! {
    /// What an agent is to do.
    pub enum ReqAgentState "ReqAgentState" {
        LoggedOn "loggedOn" = 0,
        LoggedOff "loggedOff" = 1,
        NotReady "notReady" = 2,
        Ready "ready" = 3,
        WorkingAfterCall "workingAfterCall" = 4,
    }
}
