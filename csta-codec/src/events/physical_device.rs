//! Events of the parts of a telephone.
//!
//! The ASN.1 modules are `CSTA-button-information-event`, `CSTA-button-press-event`,
//! `CSTA-display-updated-event`, `CSTA-hookswitch-event`, `CSTA-lamp-mode-event`,
//! `CSTA-message-waiting-event`, `CSTA-microphone-gain-event`, `CSTA-microphone-mute-event`,
//! `CSTA-ringer-status-event`, `CSTA-speaker-mute-event` and `CSTA-speaker-volume-event`.

use crate::types::{
    AuditoryApparatusId, ButtonId, CharacterSet, CstaCommonArguments, DeviceId, DisplayId,
    HookswitchId, LampBrightness, LampColor, LampId, LampMode, MicrophoneGain, RingMode, RingerId,
    SubjectDeviceId, Volume,
};
use crate::{Ia5String, OctetString, sequence};

sequence! {
    /// DOC
    pub struct ButtonInformationEvent<'a> "ButtonInformationEvent" {
        device "device": SubjectDeviceId<'a>,
        button "button": ButtonId<'a>,
        button_label "buttonLabel": Ia5String<'a> = OPTIONAL,
        button_associated_number "buttonAssociatedNumber": DeviceId<'a> = OPTIONAL,
        button_press_indicator "buttonPressIndicator": bool = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct ButtonPressEvent<'a> "ButtonPressEvent" {
        device "device": SubjectDeviceId<'a>,
        button "button": ButtonId<'a>,
        button_label "buttonLabel": Ia5String<'a> = OPTIONAL,
        button_associated_number "buttonAssociatedNumber": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct DisplayUpdatedEvent<'a> "DisplayUpdatedEvent" {
        device "device": SubjectDeviceId<'a>,
        display_id "displayID": DisplayId<'a> = OPTIONAL,
        logical_rows "logicalRows": i64,
        logical_columns "logicalColumns": i64,
        physical_rows "physicalRows" [0 IMPLICIT]: i64 = OPTIONAL,
        physical_columns "physicalColumns" [1 IMPLICIT]: i64 = OPTIONAL,
        physical_base_row_number "physicalBaseRowNumber" [2 IMPLICIT]: i64 = OPTIONAL,
        physical_base_column_number "physicalBaseColumnNumber" [3 IMPLICIT]: i64 = OPTIONAL,
        character_set "characterSet": CharacterSet = OPTIONAL,
        contents_of_display "contentsOfDisplay": Ia5String<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct HookswitchEvent<'a> "HookswitchEvent" {
        device "device": SubjectDeviceId<'a>,
        hookswitch "hookswitch": HookswitchId<'a>,
        hookswitch_on_hook "hookswitchOnHook": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct LampModeEvent<'a> "LampModeEvent" {
        device "device": SubjectDeviceId<'a>,
        lamp "lamp": LampId<'a>,
        lamp_label "lampLabel": OctetString<'a> = OPTIONAL,
        lamp_mode "lampMode": LampMode,
        lamp_brightness "lampBrightness": LampBrightness = OPTIONAL,
        lamp_color "lampColor": LampColor = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct MessageWaitingEvent<'a> "MessageWaitingEvent" {
        target_device "targetDevice": SubjectDeviceId<'a>,
        device_for_message "deviceForMessage": DeviceId<'a> = OPTIONAL,
        message_waiting_on "messageWaitingOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct MicrophoneGainEvent<'a> "MicrophoneGainEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_gain "microphoneGain": MicrophoneGain<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct MicrophoneMuteEvent<'a> "MicrophoneMuteEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_mute_on "microphoneMuteOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct RingerStatusEvent<'a> "RingerStatusEvent" {
        device "device": SubjectDeviceId<'a>,
        ringer "ringer": RingerId<'a>,
        ring_mode "ringMode": RingMode = OPTIONAL,
        ring_count "ringCount" [0 IMPLICIT]: i64 = OPTIONAL,
        ring_duration "ringDuration" [3 IMPLICIT]: i64 = OPTIONAL,
        ring_pattern "ringPattern" [1 IMPLICIT]: i64 = OPTIONAL,
        ring_volume "ringVolume" [2 EXPLICIT]: Volume<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SpeakerMuteEvent<'a> "SpeakerMuteEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_mute_on "speakerMuteOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// DOC
    pub struct SpeakerVolumeEvent<'a> "SpeakerVolumeEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_volume "speakerVolume": Volume<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
