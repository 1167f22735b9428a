//! Reports of what is set at a telephone and of its parts.

use csta_codec::events::{
    AutoAnswerEvent, BackInServiceEvent, ButtonPressEvent, CallerIdStatusEvent,
    DeviceMaintenanceEvents, DisplayUpdatedEvent, DoNotDisturbEvent, EventSpecificInfo,
    ForwardingEvent, HookswitchEvent, LogicalDeviceFeatureEvents, MessageWaitingEvent,
    MicrophoneMuteEvent, OutOfServiceEvent, PhysicalDeviceFeatureEvents, RingerStatusEvent,
    SpeakerVolumeEvent,
};
use csta_codec::types::{
    DeviceId, DeviceMaintenanceEventSet, EventCause, LogicalDeviceFeatureEventSet, MonitorFilter,
    PhysicalDeviceFeatureEventSet, RingMode, Volume,
};
use csta_codec::{Ia5String, OctetString};

use super::logical::{call_origination, forwarding_type};
use super::naming::Naming;
use super::telephone::{COLUMNS, HOOKSWITCH, LOUDSPEAKER, RINGER, ROWS};
use crate::model::{Button, DeviceNumber, Setting};

/// Something was set.
pub(super) fn of_setting<'a>(
    naming: Naming<'a>,
    at: DeviceNumber,
    setting: &'a Setting,
) -> EventSpecificInfo<'a> {
    const SPEAKER: OctetString<'static> = OctetString(&LOUDSPEAKER);
    use LogicalDeviceFeatureEvents as Logical;
    use PhysicalDeviceFeatureEvents as Physical;
    let subject = naming.subject(at);
    let logical = |event| EventSpecificInfo::LogicalDeviceFeatureEvents(event);
    let physical = |event| EventSpecificInfo::PhysicalDeviceFeatureEvents(event);
    match setting {
        Setting::Forwarding { kind, active, to, rings } => {
            let mut event = ForwardingEvent::new(subject, *active);
            event.forwarding_type = Some(forwarding_type(*kind));
            event.forward_to = to.as_deref().map(DeviceId::dialing_number);
            event.ring_count = rings.map(i64::from);
            logical(Logical::Forwarding(event))
        }
        Setting::DoNotDisturb(calls) => {
            let mut event = DoNotDisturbEvent::new(subject, calls.is_some());
            event.call_origination = calls.and_then(call_origination);
            logical(Logical::DoNotDisturb(event))
        }
        Setting::MessageWaiting { on, at } => {
            let mut event = MessageWaitingEvent::new(subject, *on);
            event.device_for_message = at.map(|at| naming.device(at));
            physical(Physical::MessageWaiting(event))
        }
        Setting::AutoAnswer(rings) => {
            let mut event = AutoAnswerEvent::new(subject, rings.is_some());
            event.number_of_rings = rings.map(i64::from);
            logical(Logical::AutoAnswer(event))
        }
        Setting::CallerId(shown) => {
            logical(Logical::CallerIdStatus(CallerIdStatusEvent::new(naming.device(at), *shown)))
        }
        Setting::Display(text) => {
            let text = Ia5String::from(text.as_str());
            let event = DisplayUpdatedEvent::new(subject, ROWS, COLUMNS, text);
            physical(Physical::DisplayUpdated(event))
        }
        Setting::MicrophoneMute(off) => {
            let event = MicrophoneMuteEvent::new(subject, SPEAKER, *off);
            physical(Physical::MicrophoneMute(event))
        }
        Setting::SpeakerVolume(volume) => {
            let volume = Volume::VolAbs(i64::from(*volume));
            let event = SpeakerVolumeEvent::new(subject, SPEAKER, volume);
            physical(Physical::SpeakerVolume(event))
        }
    }
}

/// Whether a filter suppresses the report of a setting.
pub(super) fn is_suppressed(setting: &Setting, filter: &MonitorFilter) -> bool {
    use LogicalDeviceFeatureEventSet as Logical;
    use PhysicalDeviceFeatureEventSet as Physical;
    let logical = |bit| filter.logical_device_feature.contains(bit);
    let physical = |bit| filter.physical_device_feature.contains(bit);
    match setting {
        Setting::Forwarding { .. } => logical(Logical::FORWARDING),
        Setting::DoNotDisturb(_) => logical(Logical::DO_NOT_DISTURB),
        Setting::AutoAnswer(_) => logical(Logical::AUTO_ANSWER),
        Setting::CallerId(_) => logical(Logical::CALLER_ID_STATUS),
        Setting::MessageWaiting { .. } => physical(Physical::MESSAGE_WAITING),
        Setting::Display(_) => physical(Physical::DISPLAY_UPDATED),
        Setting::MicrophoneMute(_) => physical(Physical::MICROPHONE_MUTE),
        Setting::SpeakerVolume(_) => physical(Physical::SPEAKER_VOLUME),
    }
}

/// A key was pressed.
pub(super) fn of_button(
    naming: Naming<'_>,
    at: DeviceNumber,
    button: Button,
) -> EventSpecificInfo<'_> {
    let mut event = ButtonPressEvent::new(naming.subject(at), OctetString(button.id()));
    event.button_label = Some(Ia5String::from(button.label()));
    let event = PhysicalDeviceFeatureEvents::ButtonPress(event);
    EventSpecificInfo::PhysicalDeviceFeatureEvents(event)
}

/// A telephone has gone on-hook or off-hook.
pub(super) fn of_hook(
    naming: Naming<'_>,
    at: DeviceNumber,
    on_hook: bool,
) -> EventSpecificInfo<'_> {
    const SWITCH: OctetString<'static> = OctetString(&HOOKSWITCH);
    let event = HookswitchEvent::new(naming.subject(at), SWITCH, on_hook);
    let event = PhysicalDeviceFeatureEvents::Hookswitch(event);
    EventSpecificInfo::PhysicalDeviceFeatureEvents(event)
}

/// A telephone has begun or ceased to ring.
pub(super) fn of_ringer(
    naming: Naming<'_>,
    at: DeviceNumber,
    rings: bool,
) -> EventSpecificInfo<'_> {
    const OWN: OctetString<'static> = OctetString(&RINGER);
    let mut event = RingerStatusEvent::new(naming.subject(at), OWN);
    event.ring_mode = Some(if rings { RingMode::Ringing } else { RingMode::NotRinging });
    let event = PhysicalDeviceFeatureEvents::RingerStatus(event);
    EventSpecificInfo::PhysicalDeviceFeatureEvents(event)
}

/// A device is in service again, or is not any more.
pub(super) fn of_service(
    naming: Naming<'_>,
    at: DeviceNumber,
    in_service: bool,
) -> EventSpecificInfo<'_> {
    let subject = naming.subject(at);
    EventSpecificInfo::DeviceMaintenanceEvents(if in_service {
        DeviceMaintenanceEvents::BackInService(BackInServiceEvent::new(subject))
    } else {
        let mut event = OutOfServiceEvent::new(subject);
        event.cause = Some(EventCause::Maintenance);
        DeviceMaintenanceEvents::OutOfService(event)
    })
}

/// The bit by which a filter suppresses the report of a device's service.
pub(super) const fn service_bit(in_service: bool) -> DeviceMaintenanceEventSet {
    if in_service {
        DeviceMaintenanceEventSet::BACK_IN_SERVICE
    } else {
        DeviceMaintenanceEventSet::OUT_OF_SERVICE
    }
}
