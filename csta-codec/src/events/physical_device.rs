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
    /// A button was given another label or number.
    ///
    /// In a monitor filter:
    /// [`BUTTON_INFORMATION`](crate::types::PhysicalDeviceFeatureEventSet::BUTTON_INFORMATION).
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
    /// A button was pressed.
    ///
    /// In a monitor filter:
    /// [`BUTTON_PRESS`](crate::types::PhysicalDeviceFeatureEventSet::BUTTON_PRESS).
    pub struct ButtonPressEvent<'a> "ButtonPressEvent" {
        device "device": SubjectDeviceId<'a>,
        button "button": ButtonId<'a>,
        button_label "buttonLabel": Ia5String<'a> = OPTIONAL,
        button_associated_number "buttonAssociatedNumber": DeviceId<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A display shows something else.
    ///
    /// In a monitor filter:
    /// [`DISPLAY_UPDATED`](crate::types::PhysicalDeviceFeatureEventSet::DISPLAY_UPDATED).
    pub struct DisplayUpdatedEvent<'a> "DisplayUpdatedEvent" {
        device "device": SubjectDeviceId<'a>,
        display_id "displayID": DisplayId<'a> = OPTIONAL,
        /// The size of the whole display, of which a part is seen.
        logical_rows "logicalRows": i64,
        logical_columns "logicalColumns": i64,
        /// The size of the part that is seen.
        physical_rows "physicalRows" [0 IMPLICIT]: i64 = OPTIONAL,
        physical_columns "physicalColumns" [1 IMPLICIT]: i64 = OPTIONAL,
        /// The row of the whole display that is seen uppermost.
        physical_base_row_number "physicalBaseRowNumber" [2 IMPLICIT]: i64 = OPTIONAL,
        /// The column of the whole display that is seen leftmost.
        physical_base_column_number "physicalBaseColumnNumber" [3 IMPLICIT]: i64 = OPTIONAL,
        character_set "characterSet": CharacterSet = OPTIONAL,
        contents_of_display "contentsOfDisplay": Ia5String<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A telephone has gone off-hook or on-hook.
    ///
    /// In a monitor filter:
    /// [`HOOKSWITCH`](crate::types::PhysicalDeviceFeatureEventSet::HOOKSWITCH).
    pub struct HookswitchEvent<'a> "HookswitchEvent" {
        device "device": SubjectDeviceId<'a>,
        hookswitch "hookswitch": HookswitchId<'a>,
        hookswitch_on_hook "hookswitchOnHook": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A lamp shines otherwise than before.
    ///
    /// In a monitor filter: [`LAMP_MODE`](crate::types::PhysicalDeviceFeatureEventSet::LAMP_MODE).
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
    /// Messages wait for a device, or none do any more.
    ///
    /// In a monitor filter:
    /// [`MESSAGE_WAITING`](crate::types::PhysicalDeviceFeatureEventSet::MESSAGE_WAITING).
    pub struct MessageWaitingEvent<'a> "MessageWaitingEvent" {
        target_device "targetDevice": SubjectDeviceId<'a>,
        /// Where they wait.
        device_for_message "deviceForMessage": DeviceId<'a> = OPTIONAL,
        message_waiting_on "messageWaitingOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The gain of a microphone was changed.
    ///
    /// In a monitor filter:
    /// [`MICROPHONE_GAIN`](crate::types::PhysicalDeviceFeatureEventSet::MICROPHONE_GAIN).
    pub struct MicrophoneGainEvent<'a> "MicrophoneGainEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_gain "microphoneGain": MicrophoneGain<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A microphone was muted, or that was ended.
    ///
    /// In a monitor filter:
    /// [`MICROPHONE_MUTE`](crate::types::PhysicalDeviceFeatureEventSet::MICROPHONE_MUTE).
    pub struct MicrophoneMuteEvent<'a> "MicrophoneMuteEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        microphone_mute_on "microphoneMuteOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A ringer has begun or ceased to ring, or was set otherwise.
    ///
    /// In a monitor filter:
    /// [`RINGER_STATUS`](crate::types::PhysicalDeviceFeatureEventSet::RINGER_STATUS).
    pub struct RingerStatusEvent<'a> "RingerStatusEvent" {
        device "device": SubjectDeviceId<'a>,
        ringer "ringer": RingerId<'a>,
        ring_mode "ringMode": RingMode = OPTIONAL,
        /// How often it has rung, up to 1000.
        ring_count "ringCount" [0 IMPLICIT]: i64 = OPTIONAL,
        ring_duration "ringDuration" [3 IMPLICIT]: i64 = OPTIONAL,
        /// A number of the switch's own.
        ring_pattern "ringPattern" [1 IMPLICIT]: i64 = OPTIONAL,
        ring_volume "ringVolume" [2 EXPLICIT]: Volume<'a> = OPTIONAL,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// A speaker was muted, or that was ended.
    ///
    /// In a monitor filter:
    /// [`SPEAKER_MUTE`](crate::types::PhysicalDeviceFeatureEventSet::SPEAKER_MUTE).
    pub struct SpeakerMuteEvent<'a> "SpeakerMuteEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_mute_on "speakerMuteOn": bool,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}

sequence! {
    /// The volume of a speaker was changed.
    ///
    /// In a monitor filter:
    /// [`SPEAKER_VOLUME`](crate::types::PhysicalDeviceFeatureEventSet::SPEAKER_VOLUME).
    pub struct SpeakerVolumeEvent<'a> "SpeakerVolumeEvent" {
        invoking_device "invokingDevice": SubjectDeviceId<'a>,
        auditory_apparatus "auditoryApparatus": AuditoryApparatusId<'a>,
        speaker_volume "speakerVolume": Volume<'a>,
        extensions "extensions": CstaCommonArguments<'a> = RARE,
    }
}
