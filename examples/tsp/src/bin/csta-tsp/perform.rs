//! Carrying out an order at a line: the same for the command line, the shell, the live table and
//! the HTTP API.

use csta_codec::jer::Json;
use kme_private::KmeJson;
use serde::Serialize;
use serde_json::Value;
use tsp::{AddressId, CallId, Error, Forwarding, Line, Operation, Registry};

use crate::cli::{ConferenceOrder, Escape, Order, Request, Upkeep};

/// What came of an order.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename = "outcome", rename_all = "camelCase")]
pub(crate) struct Outcome {
    /// The number of the line.
    pub(crate) line: String,
    /// The call that came of it, or that it was about, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) call: Option<CallId>,
    /// Whether the telephone prompts its user, because it cannot go hands-free.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) prompts: bool,
    /// How the calls of the line are forwarded, if that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) forwarding: Option<Vec<Forwarding>>,
    /// What the PBX answered to private data, in the form of JER.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) answer: Option<Value>,
}

/// Does what a program that goes on is told.
///
/// # Errors
///
/// Those of the operation.
pub(crate) async fn carry_out(registry: &Registry, request: &Request) -> Result<Outcome, Error> {
    match request {
        Request::Order(order) => perform(registry, order).await,
        Request::Upkeep(upkeep) => keep_up(registry, upkeep).await,
    }
}

async fn keep_up(registry: &Registry, upkeep: &Upkeep) -> Result<Outcome, Error> {
    let line = registry.find(upkeep.line())?;
    let mut outcome = Outcome::of(&line);
    match upkeep {
        Upkeep::Open { .. } => line.open().await?,
        Upkeep::Close { .. } => {
            line.close().await?;
        }
        Upkeep::AppSpecific { call, value, .. } => {
            line.set_app_specific(*call, *value)?;
            outcome.call = Some(*call);
        }
        Upkeep::CallData { call, text, .. } => {
            line.set_call_data(*call, text.clone())?;
            outcome.call = Some(*call);
        }
        Upkeep::Escape(escape) => return send(&line, escape).await,
    }
    Ok(outcome)
}

/// Sends private data to the PBX of a line.
///
/// # Errors
///
/// Those of the library.
pub(crate) async fn send(line: &Line, escape: &Escape) -> Result<Outcome, Error> {
    let answer = line.provider().escape(escape.data.get()).await?;
    let answer = Json::new(&answer.get()).with_private_data(&KmeJson).to_string();
    let answer = serde_json::from_str(&answer).ok();
    Ok(Outcome { answer, ..Outcome::of(line) })
}

/// Carries an order out. It returns when the PBX has accepted it.
///
/// # Errors
///
/// Those of the operation.
pub(crate) async fn perform(registry: &Registry, order: &Order) -> Result<Outcome, Error> {
    let line = registry.find(&order.at().line)?;
    let mut outcome = Outcome::of(&line);
    let at = order.at();
    let call = at.call.or_else(|| if at.mobile { mobile_call(&line, order) } else { None });
    outcome.call = call;
    match order {
        Order::Dial { number, .. } => {
            let address = if at.mobile { AddressId::Mobile } else { AddressId::Main };
            let dialled = line.dial_from(address, number).await?;
            (outcome.call, outcome.prompts) = (dialled.call, dialled.prompts);
        }
        Order::Answer { .. } => line.answer(call).await?,
        Order::Hold { .. } => line.hold(call).await?,
        Order::Retrieve { .. } => line.retrieve(call).await?,
        Order::Hangup { .. } => line.hang_up(call).await?,
        Order::Redirect { number, .. } => line.redirect(call, number).await?,
        Order::Transfer { number, .. } => line.blind_transfer(call, number).await?,
        Order::Consult { number, .. } => {
            outcome.call = line.set_up_transfer(call, Some(number)).await?;
        }
        Order::Swap { .. } => line.swap_hold(call).await?,
        Order::Complete { conference: false, .. } => line.complete_transfer(call).await?,
        Order::Complete { conference: true, .. } => line.create_conference(call).await?,
        Order::Conference(ConferenceOrder::Add { number: None, .. }) => {
            line.add_to_conference(call).await?;
        }
        Order::Conference(ConferenceOrder::Add { number: Some(number), .. }) => {
            line.add_party(call, number).await?;
        }
        Order::Conference(ConferenceOrder::Remove { number, .. }) => {
            line.remove_from_conference(number).await?;
        }
        Order::Pickup { number, .. } => outcome.call = line.pick_up(number).await?,
        Order::GroupPickup { group, .. } => {
            outcome.call = line.pick_up_group(group.as_deref()).await?;
        }
        Order::Dtmf { digits, .. } => line.generate_digits(call, digits).await?,
        Order::DialDigits { digits, .. } => line.dial_digits(call, digits).await?,
        Order::Callback { .. } => line.call_back(call).await?,
        Order::Intrude { .. } => line.intrude(call).await?,
        Order::Forward { mode, number, rings, .. } => {
            let mut wanted = line.forwarding().await?;
            wanted.retain(|own| own.mode != *mode);
            if let Some(number) = number {
                let mut forwarding = Forwarding::new(*mode, number);
                forwarding.rings = *rings;
                wanted.push(forwarding);
            }
            line.forward(&wanted).await?;
            outcome.forwarding = Some(line.forwarding().await?);
        }
        Order::Forwarding { .. } => outcome.forwarding = Some(line.forwarding().await?),
        Order::UserInfo { text, .. } => line.send_user_info(call, text.as_bytes()).await?,
    }
    Ok(outcome)
}

impl Outcome {
    fn of(line: &Line) -> Self {
        let line = line.number().to_owned();
        Self { line, call: None, prompts: false, forwarding: None, answer: None }
    }
}

impl Order {
    /// The operation of a line that it stands for.
    pub(crate) const fn operation(&self) -> Operation {
        match self {
            Self::Dial { .. } => Operation::Dial,
            Self::Answer { .. } => Operation::Answer,
            Self::Hold { .. } => Operation::Hold,
            Self::Retrieve { .. } => Operation::Retrieve,
            Self::Hangup { .. } => Operation::HangUp,
            Self::Redirect { .. } => Operation::Redirect,
            Self::Transfer { .. } => Operation::BlindTransfer,
            Self::Consult { .. } => Operation::SetUpTransfer,
            Self::Swap { .. } => Operation::SwapHold,
            Self::Complete { conference: false, .. } => Operation::CompleteTransfer,
            Self::Complete { conference: true, .. } => Operation::CreateConference,
            Self::Conference(ConferenceOrder::Add { .. }) => Operation::AddToConference,
            Self::Conference(ConferenceOrder::Remove { .. }) => Operation::RemoveFromConference,
            Self::Pickup { .. } => Operation::PickUp,
            Self::GroupPickup { .. } => Operation::PickUpGroup,
            Self::Dtmf { .. } => Operation::GenerateDigits,
            Self::DialDigits { .. } => Operation::DialDigits,
            Self::Callback { .. } => Operation::CallBack,
            Self::Intrude { .. } => Operation::Intrude,
            Self::Forward { .. } => Operation::Forward,
            Self::Forwarding { .. } => Operation::ForwardingStatus,
            Self::UserInfo { .. } => Operation::SendUserInfo,
        }
    }
}

/// The call at the cordless telephone that an order means if none is named.
fn mobile_call(line: &Line, order: &Order) -> Option<CallId> {
    let calls = line.calls();
    let mut states = order.operation().states().iter();
    let found = states.find_map(|state| {
        calls.iter().find(|call| call.address == AddressId::Mobile && call.state == *state)
    });
    found.map(|call| call.id)
}
