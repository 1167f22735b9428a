//! The parts of a telephone: buttons, lamps, display, hookswitch, ringer, speaker, microphone.
//!
//! The ASN.1 module is `CSTA-physical-device-feature`.

use crate::{OctetString, SequenceOf, bit_string, choice, enumerated, sequence};

enumerated! {
    /// What kind of thing one hears and speaks with.
    pub enum AuditoryApparatusType "AuditoryApparatusListEntryAuditoryApparatusType" {
        Speakerphone "speakerphone" = 0,
        Handset "handset" = 1,
        Headset "headset" = 2,
        SpeakerOnlyPhone "speakerOnlyPhone" = 3,
        Other "other" = 4,
    }
}

bit_string! {
    /// What can be done with a speaker.
    pub struct SpeakerAbilities "AuditoryApparatusListEntrySpeaker" {
        PRESENT "present" = 0,
        VOLUME_SETTABLE "volumeSettable" = 1,
        VOLUME_READABLE "volumeReadable" = 2,
        MUTE_SETTABLE "muteSettable" = 3,
        MUTE_READABLE "muteReadable" = 4,
    }
}

bit_string! {
    /// What can be done with a microphone.
    pub struct MicrophoneAbilities "AuditoryApparatusListEntryMicrophone" {
        PRESENT "present" = 0,
        GAIN_SETTABLE "gainSettable" = 1,
        GAIN_READABLE "gainReadable" = 2,
        MUTE_SETTABLE "muteSettable" = 3,
        MUTE_READABLE "muteReadable" = 4,
    }
}

bit_string! {
    /// What can be done with a hookswitch, and its state.
    pub struct HookswitchAbilities "AuditoryApparatusListEntryHookswitch" {
        HOOKSWITCH_SETTABLE "hookswitchSettable" = 0,
        HOOKSWITCH_ON_HOOK "hookswitchOnHook" = 1,
    }
}

sequence! {
    /// A handset, headset or the like, with its speaker and microphone.
    pub struct AuditoryApparatus<'a> "AuditoryApparatusListEntry" {
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        auditory_apparatus_type "auditoryApparatusType": AuditoryApparatusType,
        speaker "speaker": SpeakerAbilities,
        microphone "microphone": MicrophoneAbilities,
        hookswitch "hookswitch": HookswitchAbilities,
        hookswitch_id "hookswitchID": HookswitchId<'a>,
    }
}

/// What a telephone has to hear and speak with.
pub type AuditoryApparatusList<'a> = SequenceOf<'a, AuditoryApparatus<'a>>;

/// Names a handset, headset or the like of a telephone.
pub type AuditoryApparatusId<'a> = OctetString<'a>;

/// Names a button of a telephone.
pub type ButtonId<'a> = OctetString<'a>;

enumerated! {
    /// The characters that a display can show.
    pub enum CharacterSet "CharacterSet" {
        Ascii "ascii" = 0,
        Unicode "unicode" = 1,
        Proprietary "proprietary" = 2,
    }
}

/// Names a display of a telephone.
pub type DisplayId<'a> = OctetString<'a>;

/// Names a hookswitch of a telephone.
pub type HookswitchId<'a> = OctetString<'a>;

enumerated! {
    /// How brightly a lamp shines.
    pub enum LampBrightness "LampBrightness" {
        Unspecified "unspecified" = 0,
        Dim "dim" = 1,
        Bright "bright" = 2,
    }
}

enumerated! {
    /// The colour of a lamp; 6 to 100 are up to the switch.
    pub enum LampColor "LampColor" [UNIVERSAL 2 IMPLICIT] {
        NoColor "noColor" = 0,
        Red "red" = 1,
        Yellow "yellow" = 2,
        Green "green" = 3,
        Blue "blue" = 4,
        Unknown "unknown" = 5,
    }
}

/// Names a lamp of a telephone.
pub type LampId<'a> = OctetString<'a>;

enumerated! {
    /// How a lamp shines; 6 to 100 are up to the switch.
    pub enum LampMode "LampMode" [UNIVERSAL 2 IMPLICIT] {
        /// Flickers with breaks.
        BrokenFlutter "brokenFlutter" = 0,
        /// Flickers.
        Flutter "flutter" = 1,
        Off "off" = 2,
        Steady "steady" = 3,
        /// Blinks.
        Wink "wink" = 4,
        Unknown "unknown" = 5,
    }
}

choice! {
    /// The gain of a microphone, or a step up or down.
    pub enum MicrophoneGain<'a> "MicrophoneGain" {
        MicGainAbs "micGainAbs": MicGainAbs,
        MicGainInc "micGainInc": MicGainInc,
    }
}

enumerated! {
    /// A step up or down in the gain of a microphone.
    pub enum MicGainInc "MicGainInc" {
        Increment "increment" = 0,
        Decrement "decrement" = 1,
    }
}

/// The gain of a microphone, 0 to 100.
pub type MicGainAbs = i64;

/// Names a ringer of a telephone.
pub type RingerId<'a> = OctetString<'a>;

enumerated! {
    /// Whether a ringer rings.
    pub enum RingMode "RingMode" {
        Ringing "ringing" = 0,
        NotRinging "notRinging" = 1,
    }
}

choice! {
    /// The volume of a speaker or ringer, or a step up or down.
    pub enum Volume<'a> "Volume" {
        VolAbs "volAbs": VolAbs,
        VolInc "volInc": VolInc,
    }
}

enumerated! {
    /// A step up or down in volume.
    pub enum VolInc "VolInc" {
        Increment "increment" = 0,
        Decrement "decrement" = 1,
    }
}

/// A volume, 0 to 100.
pub type VolAbs = i64;
