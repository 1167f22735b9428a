//! Rules of a speech grammar are switched on and off.
//!
//! The ASN.1 modules are `CSTA-activate` and `CSTA-deactivate`.

use crate::types::{ConnectionId, CstaCommonArguments, ResourceId};
use crate::{Ia5String, operation, sequence};

operation! {
    /// Switches a rule of a speech grammar on.
    pub Activate "activate" = 512, "Activate", ToSwitch: ActivateArgument<'a> => ActivateResult<'a>
}

sequence! {
    /// The call, and the rule.
    pub struct ActivateArgument<'a> "ActivateArgument" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        rule_name "ruleName" [1 IMPLICIT]: Ia5String<'a>,
        grammar_name "grammarName" [2 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`Activate`]; it has nothing to say of its own.
    pub struct ActivateResult<'a> "ActivateResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

operation! {
    /// Switches a rule of a speech grammar off.
    pub Deactivate "deactivate" = 514, "Deactivate", ToSwitch: DeactivateArgument<'a> => DeactivateResult<'a>
}

sequence! {
    /// The call, and the rule.
    pub struct DeactivateArgument<'a> "DeactivateArgument" {
        over_connection "overConnection": ConnectionId<'a>,
        resource "resource" [0 IMPLICIT]: ResourceId<'a> = OPTIONAL,
        rule_name "ruleName": Ia5String<'a>,
        grammar_name "grammarName" [1 IMPLICIT]: Ia5String<'a> = OPTIONAL,
        extensions "extensions" [2 IMPLICIT]: CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// Confirms [`Deactivate`]; it has nothing to say of its own.
    pub struct DeactivateResult<'a> "DeactivateResult" {
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
