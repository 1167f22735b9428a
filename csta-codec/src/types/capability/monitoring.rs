//! Monitoring.
//!
//! The ASN.1 module is `CSTA-capability-exchange`.

use crate::{bit_string, sequence};

sequence! {
    /// The supported services of monitoring.
    pub struct MonitoringServList "MonitoringServList" {
        change_monitor_filter "changeMonitorFilter" [0 IMPLICIT]: ChangeMonitorFilter = OPTIONAL,
        monitor_start "monitorStart" [1 IMPLICIT]: MonitorStart = OPTIONAL,
        monitor_stop "monitorStop" [2 IMPLICIT]: MonitorStop = OPTIONAL,
        get_monitors "getMonitors" [3 IMPLICIT]: GetMonitors = OPTIONAL,
        monitor_info "monitorInfo" [4 IMPLICIT]: MonitorInfo = OPTIONAL,
    }
}

bit_string! {
    /// What the switch supports of [Change Monitor Filter](crate::services::ChangeMonitorFilter).
    pub struct ChangeMonitorFilter "ChangeMonitorFilter" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
    }
}

bit_string! {
    /// What the switch supports of [Monitor Start](crate::services::MonitorStart).
    pub struct MonitorStart "MonitorStart" {
        MONITOR_OBJECT_DEVICE "monitorObjectDevice" = 0,
        MONITOR_OBJECT_CALL "monitorObjectCall" = 1,
        REQUESTED_MONITOR_FILTER "requestedMonitorFilter" = 2,
        MONITOR_TYPE_CALL "monitorTypeCall" = 3,
        MONITOR_TYPE_DEVICE "monitorTypeDevice" = 4,
        MONITOR_MEDIA_CLASS_PARAMETER "monitorMediaClassParameter" = 5,
        MONITOR_MEDIA_CLASS_AUDIO "monitorMediaClassAudio" = 6,
        MONITOR_MEDIA_CLASS_DATA "monitorMediaClassData" = 7,
        MONITOR_MEDIA_CLASS_IMAGE "monitorMediaClassImage" = 8,
        MONITOR_MEDIA_CLASS_VOICE "monitorMediaClassVoice" = 9,
        MONITOR_EXISTING_CALLS_IN_ACK "monitorExistingCallsInAck" = 10,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 11,
        CALL_ID_ONLY "callIDOnly" = 12,
        SW_DOMAIN_DEFAULT_FOR_MONITOR_TYPE_IS_DEVICE "swDomainDefaultForMonitorTypeIsDevice" = 13,
        ACCEPTS_MONITOR_START_WHILE_OOS "acceptsMonitorStartWhileOOS" = 14,
        MONITOR_MEDIA_CLASS_CHAT "monitorMediaClassChat" = 15,
        MONITOR_MEDIA_CLASS_EMAIL "monitorMediaClassEmail" = 16,
        MONITOR_MEDIA_CLASS_MESSAGE "monitorMediaClassMessage" = 17,
        MONITOR_MEDIA_CLASS_IM "monitorMediaClassIM" = 18,
        MONITOR_MEDIA_CLASS_SMS "monitorMediaClassSMS" = 19,
        MONITOR_MEDIA_CLASS_MMS "monitorMediaClassMMS" = 20,
    }
}

bit_string! {
    /// What the switch supports of [Monitor Stop](crate::services::MonitorStop).
    pub struct MonitorStop "MonitorStop" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        SWITCHING_FUNCTION_SUPPORTS_SENDING "switchingFunctionSupportsSending" = 2,
        SWITCHING_FUNCTION_SUPPORTS_RECEIVING "switchingFunctionSupportsReceiving" = 3,
    }
}

bit_string! {
    /// What the switch supports of [Get Monitors](crate::services::GetMonitors).
    pub struct GetMonitors "GetMonitors" {
        PRIVATE_DATA "privateData" = 0,
        PRIVATE_DATA_IN_ACK "privateDataInAck" = 1,
        SEGMENTED_RESPONSE_PROVIDED "segmentedResponseProvided" = 2,
    }
}

bit_string! {
    /// What the switch tells by [Monitor Info](crate::services::MonitorInfo).
    pub struct MonitorInfo "MonitorInfo" {
        SEGMENT_ID "segmentID" = 0,
        PRIVATE_DATA "privateData" = 1,
    }
}
