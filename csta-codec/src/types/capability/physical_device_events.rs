//! Events of the parts of a telephone.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported events of the parts of a telephone.
    pub struct PhysDevEvtsList "PhysDevEvtsList" {
        button_information "buttonInformation" [0 IMPLICIT]: ButtonInformation = OPTIONAL,
        button_press "buttonPress" [1 IMPLICIT]: ButtonPressEvent = OPTIONAL,
        display_updated "displayUpdated" [2 IMPLICIT]: DisplayUpdated = OPTIONAL,
        hookswitch "hookswitch" [3 IMPLICIT]: Hookswitch = OPTIONAL,
        lamp_mode "lampMode" [4 IMPLICIT]: LampMode = OPTIONAL,
        message_waiting "messageWaiting" [5 IMPLICIT]: MessageWaiting = OPTIONAL,
        microphone_gain "microphoneGain" [6 IMPLICIT]: MicrophoneGain = OPTIONAL,
        microphone_mute "microphoneMute" [7 IMPLICIT]: MicrophoneMute = OPTIONAL,
        ringer_status "ringerStatus" [8 IMPLICIT]: RingerStatus = OPTIONAL,
        speaker_mute "speakerMute" [9 IMPLICIT]: SpeakerMute = OPTIONAL,
        speaker_volume "speakerVolume" [10 IMPLICIT]: SpeakerVolume = OPTIONAL,
    }
}

bit_string! {
    /// What the switch tells in [Button Information](crate::events::ButtonInformationEvent) events.
    pub struct ButtonInformation "ButtonInformation" {
        BUTTON_LABEL "buttonLabel" = 0,
        BUTTON_ASSOCIATED_NUMBER "buttonAssociatedNumber" = 1,
        BUTTON_PRESS_INDICATOR "buttonPressIndicator" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Button Press](crate::events::ButtonPressEvent) events.
    pub struct ButtonPressEvent "ButtonPressEvent" {
        BUTTON_LABEL "buttonLabel" = 0,
        BUTTON_ASSOCIATED_NUMBER "buttonAssociatedNumber" = 1,
        PRIVATE_DATA "privateData" = 2,
    }
}

bit_string! {
    /// What the switch tells in [Display Updated](crate::events::DisplayUpdatedEvent) events.
    pub struct DisplayUpdated "DisplayUpdated" {
        CHARACTER_SET_ASCII "characterSetASCII" = 0,
        CHARACTER_SET_UNICODE "characterSetUnicode" = 1,
        CHARACTER_SET_PROPRIETARY "characterSetProprietary" = 2,
        PRIVATE_DATA "privateData" = 3,
    }
}

bit_string! {
    /// What the switch tells in [Hookswitch](crate::events::HookswitchEvent) events.
    pub struct Hookswitch "Hookswitch" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch tells in [Lamp Mode](crate::events::LampModeEvent) events.
    pub struct LampMode "LampMode" {
        LAMP_MODE_BROKEN_FLUTTER "lampModeBrokenFlutter" = 0,
        LAMP_MODE_FLUTTER "lampModeFlutter" = 1,
        LAMP_MODE_OFF "lampModeOff" = 2,
        LAMP_MODE_STEADY "lampModeSteady" = 3,
        LAMP_MODE_WINK "lampModeWink" = 4,
        LAMP_MODE_RESERVED "lampModeReserved" = 5,
        LAMP_MODE_SF0 "lampModeSf0" = 6,
        LAMP_MODE_SF1 "lampModeSf1" = 7,
        LAMP_MODE_SF2 "lampModeSf2" = 8,
        LAMP_MODE_SF3 "lampModeSf3" = 9,
        LAMP_MODE_SF4 "lampModeSf4" = 10,
        LAMP_MODE_SF5 "lampModeSf5" = 11,
        LAMP_MODE_SF6 "lampModeSf6" = 12,
        LAMP_MODE_SF7 "lampModeSf7" = 13,
        LAMP_MODE_SF8 "lampModeSf8" = 14,
        LAMP_MODE_SF9 "lampModeSf9" = 15,
        LAMP_MODE_SF10 "lampModeSf10" = 16,
        LAMP_MODE_SF11 "lampModeSf11" = 17,
        LAMP_MODE_SF12 "lampModeSf12" = 18,
        LAMP_MODE_SF13 "lampModeSf13" = 19,
        LAMP_MODE_SF14 "lampModeSf14" = 20,
        LAMP_MODE_SF15 "lampModeSf15" = 21,
        LAMP_MODE_SF16 "lampModeSf16" = 22,
        LAMP_MODE_SF17 "lampModeSf17" = 23,
        LAMP_MODE_SF18 "lampModeSf18" = 24,
        LAMP_MODE_SF19 "lampModeSf19" = 25,
        LAMP_MODE_SF20 "lampModeSf20" = 26,
        LAMP_MODE_SF21 "lampModeSf21" = 27,
        LAMP_MODE_SF22 "lampModeSf22" = 28,
        LAMP_MODE_SF23 "lampModeSf23" = 29,
        LAMP_MODE_SF24 "lampModeSf24" = 30,
        LAMP_MODE_SF25 "lampModeSf25" = 31,
        LAMP_MODE_SF26 "lampModeSf26" = 32,
        LAMP_MODE_SF27 "lampModeSf27" = 33,
        LAMP_MODE_SF28 "lampModeSf28" = 34,
        LAMP_MODE_SF29 "lampModeSf29" = 35,
        LAMP_MODE_SF30 "lampModeSf30" = 36,
        LAMP_MODE_SF31 "lampModeSf31" = 37,
        LAMP_MODE_SF32 "lampModeSf32" = 38,
        LAMP_MODE_SF33 "lampModeSf33" = 39,
        LAMP_MODE_SF34 "lampModeSf34" = 40,
        LAMP_MODE_SF35 "lampModeSf35" = 41,
        LAMP_MODE_SF36 "lampModeSf36" = 42,
        LAMP_MODE_SF37 "lampModeSf37" = 43,
        LAMP_MODE_SF38 "lampModeSf38" = 44,
        LAMP_MODE_SF39 "lampModeSf39" = 45,
        LAMP_MODE_SF40 "lampModeSf40" = 46,
        LAMP_MODE_SF41 "lampModeSf41" = 47,
        LAMP_MODE_SF42 "lampModeSf42" = 48,
        LAMP_MODE_SF43 "lampModeSf43" = 49,
        LAMP_MODE_SF44 "lampModeSf44" = 50,
        LAMP_MODE_SF45 "lampModeSf45" = 51,
        LAMP_MODE_SF46 "lampModeSf46" = 52,
        LAMP_MODE_SF47 "lampModeSf47" = 53,
        LAMP_MODE_SF48 "lampModeSf48" = 54,
        LAMP_MODE_SF49 "lampModeSf49" = 55,
        LAMP_MODE_SF50 "lampModeSf50" = 56,
        LAMP_MODE_SF51 "lampModeSf51" = 57,
        LAMP_MODE_SF52 "lampModeSf52" = 58,
        LAMP_MODE_SF53 "lampModeSf53" = 59,
        LAMP_MODE_SF54 "lampModeSf54" = 60,
        LAMP_MODE_SF55 "lampModeSf55" = 61,
        LAMP_MODE_SF56 "lampModeSf56" = 62,
        LAMP_MODE_SF57 "lampModeSf57" = 63,
        LAMP_MODE_SF58 "lampModeSf58" = 64,
        LAMP_MODE_SF59 "lampModeSf59" = 65,
        LAMP_MODE_SF60 "lampModeSf60" = 66,
        LAMP_MODE_SF61 "lampModeSf61" = 67,
        LAMP_MODE_SF62 "lampModeSf62" = 68,
        LAMP_MODE_SF63 "lampModeSf63" = 69,
        LAMP_MODE_SF64 "lampModeSf64" = 70,
        LAMP_MODE_SF65 "lampModeSf65" = 71,
        LAMP_MODE_SF66 "lampModeSf66" = 72,
        LAMP_MODE_SF67 "lampModeSf67" = 73,
        LAMP_MODE_SF68 "lampModeSf68" = 74,
        LAMP_MODE_SF69 "lampModeSf69" = 75,
        LAMP_MODE_SF70 "lampModeSf70" = 76,
        LAMP_MODE_SF71 "lampModeSf71" = 77,
        LAMP_MODE_SF72 "lampModeSf72" = 78,
        LAMP_MODE_SF73 "lampModeSf73" = 79,
        LAMP_MODE_SF74 "lampModeSf74" = 80,
        LAMP_MODE_SF75 "lampModeSf75" = 81,
        LAMP_MODE_SF76 "lampModeSf76" = 82,
        LAMP_MODE_SF77 "lampModeSf77" = 83,
        LAMP_MODE_SF78 "lampModeSf78" = 84,
        LAMP_MODE_SF79 "lampModeSf79" = 85,
        LAMP_MODE_SF80 "lampModeSf80" = 86,
        LAMP_MODE_SF81 "lampModeSf81" = 87,
        LAMP_MODE_SF82 "lampModeSf82" = 88,
        LAMP_MODE_SF83 "lampModeSf83" = 89,
        LAMP_MODE_SF84 "lampModeSf84" = 90,
        LAMP_MODE_SF85 "lampModeSf85" = 91,
        LAMP_MODE_SF86 "lampModeSf86" = 92,
        LAMP_MODE_SF87 "lampModeSf87" = 93,
        LAMP_MODE_SF88 "lampModeSf88" = 94,
        LAMP_MODE_SF89 "lampModeSf89" = 95,
        LAMP_MODE_SF90 "lampModeSf90" = 96,
        LAMP_MODE_SF91 "lampModeSf91" = 97,
        LAMP_MODE_SF92 "lampModeSf92" = 98,
        LAMP_MODE_SF93 "lampModeSf93" = 99,
        LAMP_MODE_SF94 "lampModeSf94" = 100,
        LAMP_BRIGHTNESS_NORMAL "lampBrightnessNormal" = 101,
        LAMP_BRIGHTNESS_DIM "lampBrightnessDim" = 102,
        LAMP_BRIGHTNESS_BRIGHT "lampBrightnessBright" = 103,
        LAMP_COLOR_NO_COLOR "lampColorNoColor" = 104,
        LAMP_COLOR_RED "lampColorRed" = 105,
        LAMP_COLOR_YELLOW "lampColorYellow" = 106,
        LAMP_COLOR_GREEN "lampColorGreen" = 107,
        LAMP_COLOR_BLUE "lampColorBlue" = 108,
        LAMP_COLOR_RESERVED "lampColorReserved" = 109,
        LAMP_COLOR_SF0 "lampColorSf0" = 110,
        LAMP_COLOR_SF1 "lampColorSf1" = 111,
        LAMP_COLOR_SF2 "lampColorSf2" = 112,
        LAMP_COLOR_SF3 "lampColorSf3" = 113,
        LAMP_COLOR_SF4 "lampColorSf4" = 114,
        LAMP_COLOR_SF5 "lampColorSf5" = 115,
        LAMP_COLOR_SF6 "lampColorSf6" = 116,
        LAMP_COLOR_SF7 "lampColorSf7" = 117,
        LAMP_COLOR_SF8 "lampColorSf8" = 118,
        LAMP_COLOR_SF9 "lampColorSf9" = 119,
        LAMP_COLOR_SF10 "lampColorSf10" = 120,
        LAMP_COLOR_SF11 "lampColorSf11" = 121,
        LAMP_COLOR_SF12 "lampColorSf12" = 122,
        LAMP_COLOR_SF13 "lampColorSf13" = 123,
        LAMP_COLOR_SF14 "lampColorSf14" = 124,
        LAMP_COLOR_SF15 "lampColorSf15" = 125,
        LAMP_COLOR_SF16 "lampColorSf16" = 126,
        LAMP_COLOR_SF17 "lampColorSf17" = 127,
        LAMP_COLOR_SF18 "lampColorSf18" = 128,
        LAMP_COLOR_SF19 "lampColorSf19" = 129,
        LAMP_COLOR_SF20 "lampColorSf20" = 130,
        LAMP_COLOR_SF21 "lampColorSf21" = 131,
        LAMP_COLOR_SF22 "lampColorSf22" = 132,
        LAMP_COLOR_SF23 "lampColorSf23" = 133,
        LAMP_COLOR_SF24 "lampColorSf24" = 134,
        LAMP_COLOR_SF25 "lampColorSf25" = 135,
        LAMP_COLOR_SF26 "lampColorSf26" = 136,
        LAMP_COLOR_SF27 "lampColorSf27" = 137,
        LAMP_COLOR_SF28 "lampColorSf28" = 138,
        LAMP_COLOR_SF29 "lampColorSf29" = 139,
        LAMP_COLOR_SF30 "lampColorSf30" = 140,
        LAMP_COLOR_SF31 "lampColorSf31" = 141,
        LAMP_COLOR_SF32 "lampColorSf32" = 142,
        LAMP_COLOR_SF33 "lampColorSf33" = 143,
        LAMP_COLOR_SF34 "lampColorSf34" = 144,
        LAMP_COLOR_SF35 "lampColorSf35" = 145,
        LAMP_COLOR_SF36 "lampColorSf36" = 146,
        LAMP_COLOR_SF37 "lampColorSf37" = 147,
        LAMP_COLOR_SF38 "lampColorSf38" = 148,
        LAMP_COLOR_SF39 "lampColorSf39" = 149,
        LAMP_COLOR_SF40 "lampColorSf40" = 150,
        LAMP_COLOR_SF41 "lampColorSf41" = 151,
        LAMP_COLOR_SF42 "lampColorSf42" = 152,
        LAMP_COLOR_SF43 "lampColorSf43" = 153,
        LAMP_COLOR_SF44 "lampColorSf44" = 154,
        LAMP_COLOR_SF45 "lampColorSf45" = 155,
        LAMP_COLOR_SF46 "lampColorSf46" = 156,
        LAMP_COLOR_SF47 "lampColorSf47" = 157,
        LAMP_COLOR_SF48 "lampColorSf48" = 158,
        LAMP_COLOR_SF49 "lampColorSf49" = 159,
        LAMP_COLOR_SF50 "lampColorSf50" = 160,
        LAMP_COLOR_SF51 "lampColorSf51" = 161,
        LAMP_COLOR_SF52 "lampColorSf52" = 162,
        LAMP_COLOR_SF53 "lampColorSf53" = 163,
        LAMP_COLOR_SF54 "lampColorSf54" = 164,
        LAMP_COLOR_SF55 "lampColorSf55" = 165,
        LAMP_COLOR_SF56 "lampColorSf56" = 166,
        LAMP_COLOR_SF57 "lampColorSf57" = 167,
        LAMP_COLOR_SF58 "lampColorSf58" = 168,
        LAMP_COLOR_SF59 "lampColorSf59" = 169,
        LAMP_COLOR_SF60 "lampColorSf60" = 170,
        LAMP_COLOR_SF61 "lampColorSf61" = 171,
        LAMP_COLOR_SF62 "lampColorSf62" = 172,
        LAMP_COLOR_SF63 "lampColorSf63" = 173,
        LAMP_COLOR_SF64 "lampColorSf64" = 174,
        LAMP_COLOR_SF65 "lampColorSf65" = 175,
        LAMP_COLOR_SF66 "lampColorSf66" = 176,
        LAMP_COLOR_SF67 "lampColorSf67" = 177,
        LAMP_COLOR_SF68 "lampColorSf68" = 178,
        LAMP_COLOR_SF69 "lampColorSf69" = 179,
        LAMP_COLOR_SF70 "lampColorSf70" = 180,
        LAMP_COLOR_SF71 "lampColorSf71" = 181,
        LAMP_COLOR_SF72 "lampColorSf72" = 182,
        LAMP_COLOR_SF73 "lampColorSf73" = 183,
        LAMP_COLOR_SF74 "lampColorSf74" = 184,
        LAMP_COLOR_SF75 "lampColorSf75" = 185,
        LAMP_COLOR_SF76 "lampColorSf76" = 186,
        LAMP_COLOR_SF77 "lampColorSf77" = 187,
        LAMP_COLOR_SF78 "lampColorSf78" = 188,
        LAMP_COLOR_SF79 "lampColorSf79" = 189,
        LAMP_COLOR_SF80 "lampColorSf80" = 190,
        LAMP_COLOR_SF81 "lampColorSf81" = 191,
        LAMP_COLOR_SF82 "lampColorSf82" = 192,
        LAMP_COLOR_SF83 "lampColorSf83" = 193,
        LAMP_COLOR_SF84 "lampColorSf84" = 194,
        LAMP_COLOR_SF85 "lampColorSf85" = 195,
        LAMP_COLOR_SF86 "lampColorSf86" = 196,
        LAMP_COLOR_SF87 "lampColorSf87" = 197,
        LAMP_COLOR_SF88 "lampColorSf88" = 198,
        LAMP_COLOR_SF89 "lampColorSf89" = 199,
        LAMP_COLOR_SF90 "lampColorSf90" = 200,
        LAMP_COLOR_SF91 "lampColorSf91" = 201,
        LAMP_COLOR_SF92 "lampColorSf92" = 202,
        LAMP_COLOR_SF93 "lampColorSf93" = 203,
        LAMP_COLOR_SF94 "lampColorSf94" = 204,
        PRIVATE_DATA "privateData" = 205,
    }
}

bit_string! {
    /// What the switch tells in [Message Waiting](crate::events::MessageWaitingEvent) events.
    pub struct MessageWaiting "MessageWaiting" {
        DEVICE_FOR_MSG "deviceForMsg" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}

bit_string! {
    /// What the switch tells in [Microphone Gain](crate::events::MicrophoneGainEvent) events.
    pub struct MicrophoneGain "MicrophoneGain" {
        MICROPHONE_GAIN_ABS "microphoneGainAbs" = 0,
        MICROPHONE_GAIN_INC "microphoneGainInc" = 1,
        PRIVATE_DATA "privateData" = 2,
    }
}

bit_string! {
    /// What the switch tells in [Microphone Mute](crate::events::MicrophoneMuteEvent) events.
    pub struct MicrophoneMute "MicrophoneMute" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch tells in [Ringer Status](crate::events::RingerStatusEvent) events.
    pub struct RingerStatus "RingerStatus" {
        RINGER_MODE_RINGING "ringerModeRinging" = 0,
        RINGER_MODE_NOT_RINGING "ringerModeNotRinging" = 1,
        RING_COUNT "ringCount" = 2,
        RING_PATTERN "ringPattern" = 3,
        RING_VOLUME_ABS "ringVolumeAbs" = 4,
        RING_VOLUME_INC "ringVolumeInc" = 5,
        PRIVATE_DATA "privateData" = 6,
    }
}

bit_string! {
    /// What the switch tells in [Speaker Mute](crate::events::SpeakerMuteEvent) events.
    pub struct SpeakerMute "SpeakerMute" {
        PRIVATE_DATA "privateData" = 0,
    }
}

bit_string! {
    /// What the switch tells in [Speaker Volume](crate::events::SpeakerVolumeEvent) events.
    pub struct SpeakerVolume "SpeakerVolume" {
        SPEAKER_VOLUME_ABS "speakerVolumeAbs" = 0,
        SPEAKER_VOLUME_INC "speakerVolumeInc" = 1,
        PRIVATE_DATA "privateData" = 2,
    }
}
