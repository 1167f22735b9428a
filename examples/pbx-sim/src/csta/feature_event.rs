//! Reports of what happens at a device apart from the states of its calls.

use csta_codec::Ia5String;
use csta_codec::events::{
    CallAssociatedEvents, CallBackEvent, DigitsGeneratedEvent, EventSpecificInfo,
    LogicalDeviceFeatureEvents,
};
use csta_codec::rose::InvokeId;
use csta_codec::types::{CallAssociatedEventSet, LogicalDeviceFeatureEventSet, MonitorFilter};

use super::event::send;
use super::monitor::Reference;
use super::naming::{CallDigits, Naming};
use crate::model::{CallModel, Feature};

/// The APDU that reports it.
pub(super) fn report(
    model: &CallModel,
    invoke_id: InvokeId,
    reference: Reference,
    feature: &Feature,
) -> Vec<u8> {
    let naming = Naming(model);
    let send = |info| send(invoke_id, reference, info);
    match feature {
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
    }
}

/// Whether a filter suppresses the report.
pub(super) fn is_suppressed(feature: &Feature, filter: &MonitorFilter) -> bool {
    match feature {
        Feature::CallBack { .. } => {
            filter.logical_device_feature.contains(LogicalDeviceFeatureEventSet::CALL_BACK)
        }
        Feature::DigitsGenerated { .. } => {
            filter.call_associated.contains(CallAssociatedEventSet::DTMF_DIGITS_DETECTED)
        }
    }
}
