//! Microphones: gain and mute.
//!
//! The ASN.1 modules are `CSTA-get-microphone-gain`, `CSTA-set-microphone-gain`,
//! `CSTA-get-microphone-mute` and `CSTA-set-microphone-mute`.

use crate::types::{
    AuditoryApparatusId, CstaCommonArguments, DeviceId, MicGainAbs, MicrophoneGain,
};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// DOC
    pub GetMicrophoneGain "getMicrophoneGain" = 268, ToSwitch: GetMicrophoneGainArgument<'a> => GetMicrophoneGainResult<'a>
}

sequence! {
    /// DOC
    pub struct GetMicrophoneGainArgument<'a> "GetMicrophoneGainArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetMicrophoneGainResult<'a> "GetMicrophoneGainResult" {
        microphone_gain_list "microphoneGainList": MicrophoneGainList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct MicrophoneGainListEntry<'a> "MicrophoneGainListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        mic_gain_abs "micGainAbs": MicGainAbs = OPTIONAL,
    }
}

/// DOC
pub type MicrophoneGainList<'a> = SequenceOf<'a, MicrophoneGainListEntry<'a>>;

operation! {
    /// DOC
    pub SetMicrophoneGain "setMicrophoneGain" = 278, ToSwitch: SetMicrophoneGainArgument<'a> => SetMicrophoneGainResult<'a>
}

sequence! {
    /// DOC
    pub struct SetMicrophoneGainArgument<'a> "SetMicrophoneGainArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_gain "microphoneGain": MicrophoneGain<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetMicrophoneGain`]; it has nothing to say of its own.
    pub enum SetMicrophoneGainResult<'a> "SetMicrophoneGainResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}

operation! {
    /// DOC
    pub GetMicrophoneMute "getMicrophoneMute" = 269, ToSwitch: GetMicrophoneMuteArgument<'a> => GetMicrophoneMuteResult<'a>
}

sequence! {
    /// DOC
    pub struct GetMicrophoneMuteArgument<'a> "GetMicrophoneMuteArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct GetMicrophoneMuteResult<'a> "GetMicrophoneMuteResult" {
        microphone_mute_list "microphoneMuteList": MicrophoneMuteList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct MicrophoneMuteListEntry<'a> "MicrophoneMuteListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_mute_on "microphoneMuteOn": bool,
    }
}

/// DOC
pub type MicrophoneMuteList<'a> = SequenceOf<'a, MicrophoneMuteListEntry<'a>>;

operation! {
    /// DOC
    pub SetMicrophoneMute "setMicrophoneMute" = 279, ToSwitch: SetMicrophoneMuteArgument<'a> => SetMicrophoneMuteResult<'a>
}

sequence! {
    /// DOC
    pub struct SetMicrophoneMuteArgument<'a> "SetMicrophoneMuteArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_mute_on "microphoneMuteOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

choice! {
    /// Confirms [`SetMicrophoneMute`]; it has nothing to say of its own.
    pub enum SetMicrophoneMuteResult<'a> "SetMicrophoneMuteResult" {
        Extensions "extensions": CstaCommonArguments<'a>,
        NoData "noData",
    }
}
