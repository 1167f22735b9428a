//! Capability exchange: what the switch and each of its devices can do.

use csta_codec::Ia5String;
use csta_codec::ber::Rare;
use csta_codec::services::{
    AgentStateModels, ConnectionView, GetCstaFeature, GetCstaFeatureArgument, GetCstaFeatureResult,
    GetLogicalDeviceInformation, GetLogicalDeviceInformationArgument,
    GetLogicalDeviceInformationResult, GetPhysicalDeviceInformation,
    GetPhysicalDeviceInformationArgument, GetPhysicalDeviceInformationResult,
    GetSwitchingFunctionCapabilities, GetSwitchingFunctionCapsArgument,
    GetSwitchingFunctionCapsResult, Profiles, SecurityFormat, ServEvtsList, SupportedEvents,
    SupportedServices,
};
use csta_codec::types::capability::{
    AcdModels, AppearanceType, DeviceCategory, DeviceIdFormat, IgnoreUnsupportedParameters,
    MaxLengthParameters, SwAppearanceAddressability, SwAppearanceTypes, SwDomainFeatures,
    TransAndConfSetup,
};

use super::argument::{read, result};
use super::devices::{category, named_type};
use super::failure::Refusal;
use super::naming::Naming;
use super::offer;
use super::service::Asked;
use super::switch::Switch;
use super::telephone;
use crate::model::{Device, DeviceNumber, Failure, MAX_USER_DATA};

impl Switch {
    pub(super) fn switching_function_capabilities(
        &self,
        asked: &Asked<'_>,
    ) -> Result<Vec<u8>, Refusal> {
        read::<GetSwitchingFunctionCapsArgument<'static>>(asked)?;
        let config = self.model.config();
        let name = config.model.name();
        let time = self.clock.time_of_day(asked.now);
        let mut answer = GetSwitchingFunctionCapsResult::new(
            Ia5String::from(name),
            Ia5String::from("Panasonic"),
            Profiles::BASIC_TELEPHONY_PROFILE,
            DeviceIdFormat::DIALABLE_DIGITS_ASTERIX
                | DeviceIdFormat::DIALABLE_DIGITS_HASH
                | DeviceIdFormat::DEVICE_NUMBER,
            SwDomainFeatures::IS_FORWARDING_BEFORE
                | SwDomainFeatures::IS_FORWARDING_AFTER
                | SwDomainFeatures::SUPPORT_FAILED_WITHOUT_ASS_CONN
                | SwDomainFeatures::RECALL
                | SwDomainFeatures::CALL_BACK
                | SwDomainFeatures::EXT_CALLS_INCOMING
                | SwDomainFeatures::EXT_CALLS_OUTGOING
                | SwDomainFeatures::PROMPTING,
            SwAppearanceAddressability::NON_ADDRESSABLE,
            SwAppearanceTypes::SELECTED_STANDARD,
            IgnoreUnsupportedParameters::IgnoreParameters,
            ConnectionView::Fixed,
            lengths(),
        );
        answer.current_time = Some(time.get());
        answer.private_data_format =
            Some(SecurityFormat::OTHER_TYPE_FROM_SF | SecurityFormat::OTHER_TYPE_TO_SF);
        answer.trans_and_conf_setup = Some(two_calls());
        answer.acd_models = Some(AcdModels::NON_VISIBLE_ACD_RELATED_DEVICES);
        answer.agent_state_models = Some(AgentStateModels::EMPTY);
        // The member has room for 0 to 180 seconds.
        let seconds = config.link.status_interval.as_secs();
        answer.system_status_timer = Some(seconds.min(180) as i64);
        let list = self.services_and_events();
        answer.serv_evts_list = Some(Rare::new(&list));
        Ok(result::<GetSwitchingFunctionCapabilities>(asked.invoke.invoke_id, &answer))
    }

    fn services_and_events(&self) -> ServEvtsList<'static> {
        let mut list = ServEvtsList::new();
        list.cap_exchange_serv_list = Some(self.exchange_services());
        list.system_serv_list = Some(self.system_services());
        list.monitoring_serv_list = Some(self.monitoring_services());
        list.snapshot_serv_list = self.snapshot_services();
        list.call_control_serv_list = Some(self.call_control_services());
        list.call_control_evts_list = Some(offer::call_control_events());
        list.call_associated_serv_list = Some(self.call_associated_services());
        list.call_associated_evts_list = Some(offer::call_associated_events());
        list.phys_dev_serv_list = Some(self.physical_services());
        list.phys_dev_evts_list = Some(offer::physical_events());
        list.logical_serv_list = Some(self.logical_services());
        list.logical_evts_list = Some(offer::logical_events());
        list.device_maint_evts_list = Some(offer::maintenance_events());
        list.cdr_serv_list = Some(self.record_services());
        list.vendor_specific_serv_list = Some(self.vendor_services());
        list
    }

    pub(super) fn csta_features(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        read::<GetCstaFeatureArgument<'static>>(asked)?;
        let (exchange, system) = (self.exchange_services(), self.system_services());
        let (monitoring, snapshot) = (self.monitoring_services(), self.snapshot_services());
        let (control, associated) = (self.call_control_services(), self.call_associated_services());
        let (physical, logical) = (self.physical_services(), self.logical_services());
        let (records, vendor) = (self.record_services(), self.vendor_services());
        let mut services = SupportedServices::new();
        services.cap_exchange_serv_list = Some(Rare::new(&exchange));
        services.system_stat_serv_list = Some(Rare::new(&system));
        services.monitoring_serv_list = Some(Rare::new(&monitoring));
        services.snapshot_serv_list = snapshot.as_ref().map(Rare::new);
        services.call_control_serv_list = Some(Rare::new(&control));
        services.call_associated_serv_list = Some(Rare::new(&associated));
        services.phys_dev_serv_list = Some(Rare::new(&physical));
        services.logical_serv_list = Some(Rare::new(&logical));
        services.cdr_serv_list = Some(Rare::new(&records));
        services.vendor_specific_serv_list = Some(Rare::new(&vendor));
        let (control, associated) = (offer::call_control_events(), offer::call_associated_events());
        let (physical, logical) = (offer::physical_events(), offer::logical_events());
        let maintenance = offer::maintenance_events();
        let mut events = SupportedEvents::new();
        events.call_control_evts_list = Some(Rare::new(&control));
        events.call_associated_evts_list = Some(Rare::new(&associated));
        events.phys_dev_evts_list = Some(Rare::new(&physical));
        events.logical_evts_list = Some(Rare::new(&logical));
        events.device_maint_evts_list = Some(Rare::new(&maintenance));
        let mut answer = GetCstaFeatureResult::new(services);
        answer.supported_events = Some(events);
        Ok(result::<GetCstaFeature>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn logical_device_information(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetLogicalDeviceInformationArgument<'static>>(asked)?;
        let naming = Naming(&self.model);
        let number = naming.known(&argument.get().device, Failure::InvalidDevice)?;
        let device = self.model.device(number).ok_or(Failure::InvalidDevice)?;
        let station = device.kind().is_station();
        let mut answer = GetLogicalDeviceInformationResult::new(
            station,
            AcdModels::NON_VISIBLE_ACD_RELATED_DEVICES,
            false,
            AppearanceType::SelectedStandard,
        );
        answer.device_category = category(device.kind());
        answer.named_device_types = Some(named_type(device.kind()));
        answer.max_active_calls = Some(1);
        if station {
            answer.max_callbacks = Some(1);
            answer.max_auto_answer_rings = device.is_hands_free().then_some(100);
            answer.max_held_calls = Some(telephone::HELD_CALLS);
            answer.max_fwd_settings = Some(9);
            answer.max_devices_in_conf = Some(self.model.config().conference_limit as i64);
            answer.trans_and_conf_setup = Some(two_calls());
        }
        let others: Vec<_> = twin(device).map(|twin| naming.plain(twin)).into_iter().collect();
        let others = (!others.is_empty()).then_some(others);
        answer.other_physical_device_list = others.as_deref().map(Into::into);
        let groups: Vec<_> = device.groups().iter().map(|group| naming.device(*group)).collect();
        let groups = (!groups.is_empty()).then_some(groups);
        answer.associated_group_list = groups.as_deref().map(Into::into);
        Ok(result::<GetLogicalDeviceInformation>(asked.invoke.invoke_id, &answer))
    }

    pub(super) fn physical_device_information(
        &self,
        asked: &Asked<'_>,
    ) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GetPhysicalDeviceInformationArgument<'static>>(asked)?;
        let naming = Naming(&self.model);
        let number = naming.known(&argument.get().device, Failure::InvalidDevice)?;
        let device = self.model.device(number).ok_or(Failure::InvalidDevice)?;
        if category(device.kind()) != DeviceCategory::Station {
            return Err(Failure::RequestIncompatibleWithDevice.into());
        }
        let mut answer = GetPhysicalDeviceInformationResult::new(true);
        answer.named_device_types = Some(named_type(device.kind()));
        answer.device_model_name = Some(Ia5String::from(telephone::model_name(device)));
        answer.max_displays = Some(1);
        answer.max_buttons = Some(telephone::buttons(device).count() as i64);
        answer.max_lamps = Some(telephone::lamps(device).count() as i64);
        answer.max_ring_patterns = Some(1);
        Ok(result::<GetPhysicalDeviceInformation>(asked.invoke.invoke_id, &answer))
    }
}

/// The cordless telephone that goes with one on a desk.
fn twin(device: &Device) -> Option<DeviceNumber> {
    device.twin()
}

/// How two calls come about that can be transferred or joined.
fn two_calls() -> TransAndConfSetup {
    TransAndConfSetup::CONSULTATION_CALL
        | TransAndConfSetup::HOLD_CALL_MAKE_CALL
        | TransAndConfSetup::ALTERNATE_CALL
}

fn lengths() -> MaxLengthParameters {
    MaxLengthParameters {
        account_info: 0,
        auth_code: 0,
        agent_id: 0,
        agent_password: 0,
        call_id_in_connection_id: 4,
        correlator_data: 0,
        private_data: 200,
        device_identifiers: 32,
        user_data: MAX_USER_DATA as i64,
        button_label: 12,
        lamp_label: 12,
        characters_to_send: 64,
    }
}
