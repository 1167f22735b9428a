//! The parts of a telephone: buttons, lamps, display, hookswitch, ringer, speaker, microphone.
//!
//! The ASN.1 module is `CSTA-physical-device-feature`.

use crate::{OctetString, SequenceOf, bit_string, choice, enumerated, sequence};

enumerated! {
    /// DOC
    pub enum AuditoryApparatusListEntryAuditoryApparatusType "AuditoryApparatusListEntryAuditoryApparatusType" {
        Speakerphone "speakerphone" = 0,
        Handset "handset" = 1,
        Headset "headset" = 2,
        SpeakerOnlyPhone "speakerOnlyPhone" = 3,
        Other "other" = 4,
    }
}

bit_string! {
    /// DOC
    pub struct AuditoryApparatusListEntrySpeaker "AuditoryApparatusListEntrySpeaker" {
        PRESENT "present" = 0,
        VOLUME_SETTABLE "volumeSettable" = 1,
        VOLUME_READABLE "volumeReadable" = 2,
        MUTE_SETTABLE "muteSettable" = 3,
        MUTE_READABLE "muteReadable" = 4,
    }
}

bit_string! {
    /// DOC
    pub struct AuditoryApparatusListEntryMicrophone "AuditoryApparatusListEntryMicrophone" {
        PRESENT "present" = 0,
        GAIN_SETTABLE "gainSettable" = 1,
        GAIN_READABLE "gainReadable" = 2,
        MUTE_SETTABLE "muteSettable" = 3,
        MUTE_READABLE "muteReadable" = 4,
    }
}

bit_string! {
    /// DOC
    pub struct AuditoryApparatusListEntryHookswitch "AuditoryApparatusListEntryHookswitch" {
        HOOKSWITCH_SETTABLE "hookswitchSettable" = 0,
        HOOKSWITCH_ON_HOOK "hookswitchOnHook" = 1,
    }
}

sequence! {
    /// DOC
    pub struct AuditoryApparatusListEntry<'a> "AuditoryApparatusListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        auditory_apparatus_type "auditoryApparatusType": AuditoryApparatusListEntryAuditoryApparatusType,
        speaker "speaker": AuditoryApparatusListEntrySpeaker,
        microphone "microphone": AuditoryApparatusListEntryMicrophone,
        hookswitch "hookswitch": AuditoryApparatusListEntryHookswitch,
        hookswitch_id "hookswitchID": HookswitchId<'a>,
    }
}

/// DOC
pub type AuditoryApparatusList<'a> = SequenceOf<'a, AuditoryApparatusListEntry<'a>>;

/// DOC
pub type AuditoryApparatusId<'a> = OctetString<'a>;

/// DOC
pub type ButtonId<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum CharacterSet "CharacterSet" {
        Ascii "ascii" = 0,
        Unicode "unicode" = 1,
        Proprietary "proprietary" = 2,
    }
}

/// DOC
pub type DisplayId<'a> = OctetString<'a>;

/// DOC
pub type HookswitchId<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum LampBrightness "LampBrightness" {
        Unspecified "unspecified" = 0,
        Dim "dim" = 1,
        Bright "bright" = 2,
    }
}

enumerated! {
    /// DOC
    pub enum LampColor "LampColor" [UNIVERSAL 2 IMPLICIT] {
        NoColor "noColor" = 0,
        Red "red" = 1,
        Yellow "yellow" = 2,
        Green "green" = 3,
        Blue "blue" = 4,
        Unknown "unknown" = 5,
    }
}

/// DOC
pub type LampId<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum LampMode "LampMode" [UNIVERSAL 2 IMPLICIT] {
        BrokenFlutter "brokenFlutter" = 0,
        Flutter "flutter" = 1,
        Off "off" = 2,
        Steady "steady" = 3,
        Wink "wink" = 4,
        Unknown "unknown" = 5,
    }
}

choice! {
    /// DOC
    pub enum MicrophoneGain<'a> "MicrophoneGain" {
        MicGainAbs "micGainAbs": MicGainAbs,
        MicGainInc "micGainInc": MicGainInc,
    }
}

enumerated! {
    /// DOC
    pub enum MicGainInc "MicGainInc" {
        Increment "increment" = 0,
        Decrement "decrement" = 1,
    }
}

/// DOC
pub type MicGainAbs = i64;

/// DOC
pub type RingerId<'a> = OctetString<'a>;

enumerated! {
    /// DOC
    pub enum RingMode "RingMode" {
        Ringing "ringing" = 0,
        NotRinging "notRinging" = 1,
    }
}

choice! {
    /// DOC
    pub enum Volume<'a> "Volume" {
        VolAbs "volAbs": VolAbs,
        VolInc "volInc": VolInc,
    }
}

enumerated! {
    /// DOC
    pub enum VolInc "VolInc" {
        Increment "increment" = 0,
        Decrement "decrement" = 1,
    }
}

/// DOC
pub type VolAbs = i64;
