//! Microphones: gain and mute.
//!
//! The ASN.1 modules are `CSTA-get-microphone-gain`, `CSTA-set-microphone-gain`,
//! `CSTA-get-microphone-mute` and `CSTA-set-microphone-mute`.

use crate::types::{
    AuditoryApparatusId, CstaCommonArguments, DeviceId, MicGainAbs, MicrophoneGain,
};
use crate::{SequenceOf, choice, operation, sequence};

operation! {
    /// Asks for the gain of the microphones of a telephone.
    pub GetMicrophoneGain "getMicrophoneGain" = 268, "Get Microphone Gain", ToSwitch: GetMicrophoneGainArgument<'a> => GetMicrophoneGainResult<'a>
}

sequence! {
    /// The device, and which microphone; all if absent.
    pub struct GetMicrophoneGainArgument<'a> "GetMicrophoneGainArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The microphones and their gain.
    pub struct GetMicrophoneGainResult<'a> "GetMicrophoneGainResult" {
        microphone_gain_list "microphoneGainList": MicrophoneGainList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A microphone and its gain.
    pub struct MicrophoneGainListEntry<'a> "MicrophoneGainListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        mic_gain_abs "micGainAbs": MicGainAbs = OPTIONAL,
    }
}

/// Microphones and their gain.
pub type MicrophoneGainList<'a> = SequenceOf<'a, MicrophoneGainListEntry<'a>>;

operation! {
    /// Sets the gain of a microphone.
    pub SetMicrophoneGain "setMicrophoneGain" = 278, "Set Microphone Gain", ToSwitch: SetMicrophoneGainArgument<'a> => SetMicrophoneGainResult<'a>
}

sequence! {
    /// The microphone and its gain.
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
    /// Asks whether the microphones of a telephone are muted.
    pub GetMicrophoneMute "getMicrophoneMute" = 269, "Get Microphone Mute", ToSwitch: GetMicrophoneMuteArgument<'a> => GetMicrophoneMuteResult<'a>
}

sequence! {
    /// The device, and which microphone; all if absent.
    pub struct GetMicrophoneMuteArgument<'a> "GetMicrophoneMuteArgument" {
        device "device": DeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The microphones and whether they are muted.
    pub struct GetMicrophoneMuteResult<'a> "GetMicrophoneMuteResult" {
        microphone_mute_list "microphoneMuteList": MicrophoneMuteList<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A microphone and whether it is muted.
    pub struct MicrophoneMuteListEntry<'a> "MicrophoneMuteListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_mute_on "microphoneMuteOn": bool,
    }
}

/// Microphones and whether they are muted.
pub type MicrophoneMuteList<'a> = SequenceOf<'a, MicrophoneMuteListEntry<'a>>;

operation! {
    /// Mutes a microphone or ends that.
    pub SetMicrophoneMute "setMicrophoneMute" = 279, "Set Microphone Mute", ToSwitch: SetMicrophoneMuteArgument<'a> => SetMicrophoneMuteResult<'a>
}

sequence! {
    /// The microphone, and whether it is to be muted.
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
