//! The features of call control: conference by one step, pick-up, parking, waiting for a busy
//! telephone, digits, data from user to user.

use csta_codec::services::{
    AcceptCallArgument, CallBack, CallBackArgument, CallBackNonCallRelated,
    CallBackNonCallRelatedArgument, CallBackNonCallRelatedResult, CallBackResult, CamponCall,
    CamponCallArgument, CamponCallResult, CancelCallBack, CancelCallBackArgument,
    CancelCallBackResult, DialDigits, DialDigitsArgument, DialDigitsResult, DigitMode,
    DirectedPickupCall, DirectedPickupCallArgument, DirectedPickupCallResult, GenerateDigits,
    GenerateDigitsArgument, GenerateDigitsResult, GroupPickupCall, GroupPickupCallArgument,
    GroupPickupCallResult, IntrudeCall, IntrudeCallArgument, IntrudeCallResult, JoinCall,
    JoinCallArgument, JoinCallResult, ParkCall, ParkCallArgument, ParkCallResult, SendUserInfo,
    SendUserInfoArgument, SendUserInfoResult, SingleStepConf, SingleStepConfArgument,
    SingleStepConfResult,
};
use csta_codec::types::{AutoOriginate, DeviceId, ParticipationType};

use super::argument::{read, result};
use super::call_control::done;
use super::failure::Refusal;
use super::service::Asked;
use super::switch::Switch;
use crate::model::{Answer, DeviceNumber, Failure, Request};

/// Whether one who takes part is silent, if that can be.
const fn is_silent(participation: ParticipationType) -> Result<bool, Failure> {
    match participation {
        ParticipationType::Active => Ok(false),
        ParticipationType::Silent => Ok(true),
        _ => Err(Failure::InvalidParticipationType),
    }
}

/// One who is added or breaks in takes part like the others.
fn be_active(participation: ParticipationType) -> Result<(), Failure> {
    match is_silent(participation) {
        Ok(false) => Ok(()),
        _ => Err(Failure::InvalidParticipationType),
    }
}

impl Switch {
    fn read_device(&self, device: &DeviceId<'_>) -> Result<DeviceNumber, Failure> {
        self.naming().known(device, Failure::InvalidDevice)
    }

    /// No call of this switch has to be accepted before it rings.
    pub(super) fn accept_call(&self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<AcceptCallArgument<'static>>(asked)?;
        let connection = self.read_connection(&argument.get().call_to_be_accepted)?;
        self.model.call(connection.call).ok_or(Failure::NoActiveCall)?;
        Err(Failure::InvalidConnectionState.into())
    }

    pub(super) fn single_step_conference(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SingleStepConfArgument<'static>>(asked)?;
        let argument = argument.get();
        be_active(argument.participation_type)?;
        let active = self.read_connection(&argument.active_call)?;
        let joining = self.read_number(&argument.device_to_join, Failure::InvalidDestination)?;
        let answer = self.ask(asked.now, Request::SingleStepConference { active, joining })?;
        self.with_connection(&answer, |joined| {
            result::<SingleStepConf>(asked.invoke.invoke_id, &SingleStepConfResult::new(joined))
        })
    }

    pub(super) fn join_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<JoinCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let silent = is_silent(argument.participation_type)?;
        let active = self.read_connection(&argument.active_call)?;
        let joining = self.read_device(&argument.joining_device)?;
        let prompt = argument.auto_originate != AutoOriginate::DoNotPrompt;
        let answer = self.ask(asked.now, Request::Join { active, joining, prompt, silent })?;
        self.with_connection(&answer, |joined| {
            result::<JoinCall>(asked.invoke.invoke_id, &JoinCallResult::new(joined))
        })
    }

    pub(super) fn intrude_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<IntrudeCallArgument<'static>>(asked)?;
        let argument = argument.get();
        be_active(argument.participation_type)?;
        let connection = self.read_connection(&argument.intrude)?;
        let answer = self.ask(asked.now, Request::Intrude(connection))?;
        self.with_joined(&answer, |call, _| {
            let mut joined = IntrudeCallResult::new();
            joined.conferenced_call = Some(call);
            result::<IntrudeCall>(asked.invoke.invoke_id, &joined)
        })
    }

    pub(super) fn directed_pickup_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<DirectedPickupCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let waiting = self.read_connection(&argument.call_to_be_picked_up)?;
        let by = self.read_device(&argument.requesting_device)?;
        let answer = self.ask(asked.now, Request::Pickup { waiting, by })?;
        self.with_connection(&answer, |taken| {
            let mut picked = DirectedPickupCallResult::new();
            picked.picked_call = Some(taken);
            result::<DirectedPickupCall>(asked.invoke.invoke_id, &picked)
        })
    }

    pub(super) fn group_pickup_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GroupPickupCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let by = self.read_device(&argument.new_destination)?;
        let naming = self.naming();
        let group = argument.pick_group.as_ref();
        let group = group.map(|group| naming.known(group, Failure::InvalidParameterValue));
        let group = group.transpose()?;
        let answer = self.ask(asked.now, Request::GroupPickup { by, group })?;
        self.with_connection(&answer, |taken| {
            let mut picked = GroupPickupCallResult::new();
            picked.picked_call = Some(taken);
            result::<GroupPickupCall>(asked.invoke.invoke_id, &picked)
        })
    }

    pub(super) fn park_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<ParkCallArgument<'static>>(asked)?;
        let argument = argument.get();
        let connection = self.read_connection(&argument.parking)?;
        let zone = self.read_number(&argument.park_to, Failure::InvalidParkToDevice)?;
        let answer = self.ask(asked.now, Request::Park { connection, zone })?;
        self.with_connection(&answer, |place| {
            let mut parked = ParkCallResult::new();
            parked.parked_to = Some(place);
            result::<ParkCall>(asked.invoke.invoke_id, &parked)
        })
    }

    pub(super) fn camp_on_call(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<CamponCallArgument<'static>>(asked)?;
        let connection = self.read_connection(&argument.get().campon_connection)?;
        done!(self, asked, CamponCall, CamponCallResult, Request::CampOn(connection))
    }

    pub(super) fn call_back(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<CallBackArgument<'static>>(asked)?;
        let connection = self.read_connection(&argument.get().callback_connection)?;
        let answer = self.ask(asked.now, Request::CallBack(connection))?;
        let mut set = CallBackResult::new();
        if let Answer::Device(target) = answer {
            set.target_device = Some(self.naming().device(target));
        }
        Ok(result::<CallBack>(asked.invoke.invoke_id, &set))
    }

    pub(super) fn call_back_non_call_related(
        &mut self,
        asked: &Asked<'_>,
    ) -> Result<Vec<u8>, Refusal> {
        let argument = read::<CallBackNonCallRelatedArgument<'static>>(asked)?;
        let argument = argument.get();
        let originator = self.read_device(&argument.originating_device)?;
        let target = self.read_device(&argument.target_device)?;
        let request = Request::SetCallBack { originator, target };
        done!(self, asked, CallBackNonCallRelated, CallBackNonCallRelatedResult, request)
    }

    pub(super) fn cancel_call_back(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<CancelCallBackArgument<'static>>(asked)?;
        let argument = argument.get();
        let originator = self.read_device(&argument.originating_device)?;
        let target = self.read_device(&argument.target_device)?;
        let request = Request::CancelCallBack { originator, target };
        done!(self, asked, CancelCallBack, CancelCallBackResult, request)
    }

    pub(super) fn dial_digits(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<DialDigitsArgument<'static>>(asked)?;
        let argument = argument.get();
        let connection = self.read_connection(&argument.dialling_connection)?;
        let digits = self.read_number(&argument.dialling_sequence, Failure::InvalidCalledDevice)?;
        let request = Request::DialDigits { connection, digits };
        done!(self, asked, DialDigits, DialDigitsResult, request)
    }

    pub(super) fn generate_digits(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<GenerateDigitsArgument<'static>>(asked)?;
        let argument = argument.get();
        let connection = self.read_connection(&argument.connection_to_send_digits)?;
        if argument.digit_mode == Some(DigitMode::RotaryPulse) {
            return Err(Failure::DigitModeNotSupported.into());
        }
        let digits = argument.characters_to_send.as_str();
        let digits = digits.map_err(|_| Failure::ToneCharacterOutOfRange)?.to_owned();
        let request = Request::GenerateDigits { connection, digits };
        done!(self, asked, GenerateDigits, GenerateDigitsResult, request)
    }

    pub(super) fn send_user_information(&mut self, asked: &Asked<'_>) -> Result<Vec<u8>, Refusal> {
        let argument = read::<SendUserInfoArgument<'static>>(asked)?;
        let argument = argument.get();
        let connection = self.read_connection(&argument.existing_call)?;
        let data = argument.user_data.0.as_bytes().to_vec();
        let request = Request::SendUserInformation { connection, data };
        done!(self, asked, SendUserInfo, SendUserInfoResult, request)
    }
}
