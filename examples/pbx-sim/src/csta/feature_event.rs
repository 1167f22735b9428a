//! Reports of what happens at a device apart from the states of its calls.

use csta_codec::events::{
    CallAssociatedEvents, CallBackEvent, CallInformationEvent, DigitsGeneratedEvent,
    EventSpecificInfo, LogicalDeviceFeatureEvents,
};
use csta_codec::rose::InvokeId;
use csta_codec::types::{
    CallAssociatedEventSet, LogicalDeviceFeatureEventSet, MonitorFilter,
    PhysicalDeviceFeatureEventSet, UserData,
};
use csta_codec::{Ia5String, OctetString};

use super::event::send;
use super::monitor::Reference;
use super::naming::{CallDigits, Naming};
use super::setting_event;
use crate::model::{CallModel, Feature, FeatureEvent};

/// The APDU that reports it.
pub(super) fn report(
    model: &CallModel,
    invoke_id: InvokeId,
    reference: Reference,
    event: &FeatureEvent,
) -> Vec<u8> {
    let naming = Naming(model);
    let at = event.at;
    let send = |info| send(invoke_id, reference, info);
    match &event.feature {
        Feature::Set(setting) => send(setting_event::of_setting(naming, at, setting)),
        Feature::ButtonPress(button) => send(setting_event::of_button(naming, at, *button)),
        Feature::Hook(on_hook) => send(setting_event::of_hook(naming, at, *on_hook)),
        Feature::Ringer(rings) => send(setting_event::of_ringer(naming, at, *rings)),
        Feature::InService(is) => send(setting_event::of_service(naming, at, *is)),
        Feature::CallBack { originator, target, set } => {
            let (originator, target) = (naming.subject(*originator), naming.subject(*target));
            let event =
                LogicalDeviceFeatureEvents::CallBack(CallBackEvent::new(originator, target, *set));
            send(EventSpecificInfo::LogicalDeviceFeatureEvents(event))
        }
        Feature::DigitsGenerated { connection, digits } => {
            let call = CallDigits::new(connection.call);
            let connection = naming.connection(&call, connection.device);
            let event = DigitsGeneratedEvent::new(connection, Ia5String::from(digits.as_str()));
            let event = CallAssociatedEvents::DigitsGeneratedEvent(event);
            send(EventSpecificInfo::CallAssociatedEvents(event))
        }
        Feature::UserInformation { connection, data } => {
            let call = CallDigits::new(connection.call);
            let subject = naming.subject(connection.device);
            let connection = naming.connection(&call, connection.device);
            let mut event = CallInformationEvent::new(connection, subject);
            event.user_data = Some(UserData(OctetString(data)));
            let event = CallAssociatedEvents::CallInformation(event);
            send(EventSpecificInfo::CallAssociatedEvents(event))
        }
    }
}

/// Whether a filter suppresses the report.
pub(super) fn is_suppressed(feature: &Feature, filter: &MonitorFilter) -> bool {
    use PhysicalDeviceFeatureEventSet as Physical;
    let physical = |bit| filter.physical_device_feature.contains(bit);
    match feature {
        Feature::Set(setting) => setting_event::is_suppressed(setting, filter),
        Feature::ButtonPress(_) => physical(Physical::BUTTON_PRESS),
        Feature::Hook(_) => physical(Physical::HOOKSWITCH),
        Feature::Ringer(_) => physical(Physical::RINGER_STATUS),
        Feature::InService(is) => filter.maintenance.contains(setting_event::service_bit(*is)),
        Feature::CallBack { .. } => {
            filter.logical_device_feature.contains(LogicalDeviceFeatureEventSet::CALL_BACK)
        }
        Feature::DigitsGenerated { .. } => {
            filter.call_associated.contains(CallAssociatedEventSet::DTMF_DIGITS_DETECTED)
        }
        Feature::UserInformation { .. } => {
            filter.call_associated.contains(CallAssociatedEventSet::CALL_INFORMATION)
        }
    }
}
