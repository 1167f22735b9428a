//! Sentences come true.

use tokio::time::{Instant, sleep};

use super::lines::{Line, Script};
use super::sentence::{FarAct, Sentence, Show};
use crate::chance::Traffic;
use crate::csta::Act;
use crate::fault::Fault;
use crate::model::{DeviceKind, DeviceNumber, Failure, NetworkAct};
use crate::server::{ActError, Pbx};

/// Traffic that is begun by a sentence is always the same.
const SEED: u64 = 0;

/// What came of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Played {
    /// It happened, or could not.
    Done(Result<(), ActError>),
    /// It is for whoever watches: this is to be shown.
    Show(Show),
    /// It is for whoever watches: this is to be told.
    Say(String),
    /// It asks for the end.
    Quit,
}

impl Sentence {
    /// Lets it happen, at once, or after the time that it takes.
    pub async fn play(&self, pbx: &Pbx) -> Played {
        Played::Done(match self {
            Self::User(station, act) => pbx.user(station, act.clone()).await,
            Self::Calls { trunk, to, from } => {
                let line = match trunk {
                    Some(trunk) => line(pbx, trunk).await.map(Some),
                    None => Ok(None),
                };
                let act = |line| NetworkAct::Calls { line, from: from.clone(), to: to.clone() };
                network(pbx, line.map(act)).await
            }
            Self::Far(trunk, act) => {
                let act = |line| match act {
                    FarAct::Rings => NetworkAct::Rings(line),
                    FarAct::Answers => NetworkAct::Answers(line),
                    FarAct::IsBusy => NetworkAct::IsBusy(line),
                    FarAct::Dials(digits) => NetworkAct::Dials { line, digits: digits.clone() },
                    FarAct::HangsUp => NetworkAct::Releases(line),
                    FarAct::Fails => NetworkAct::Fails(line),
                    FarAct::IsBack => NetworkAct::IsBack(line),
                };
                network(pbx, line(pbx, trunk).await.map(act)).await
            }
            Self::Fault(fault) => pbx.fault(Fault::clone(fault)).await,
            Self::Status(status) => pbx.act(Act::Status(*status)).await,
            Self::Load(calls) => pbx.load(Traffic::new(f64::from(*calls) / 60.0, SEED)).await,
            Self::Wait(time) => {
                sleep(*time).await;
                Ok(())
            }
            Self::WaitForApplication => pbx.associated().await,
            Self::Say(text) => return Played::Say(text.clone()),
            Self::Show(what) => return Played::Show(*what),
            Self::Quit => return Played::Quit,
        })
    }
}

async fn network(pbx: &Pbx, act: Result<NetworkAct, ActError>) -> Result<(), ActError> {
    pbx.network(act?).await
}

/// The trunk line that is listed under a number.
async fn line(pbx: &Pbx, number: &str) -> Result<DeviceNumber, ActError> {
    let number = number.to_owned();
    let line = pbx.look(move |model| {
        let mut lines = model.devices().filter(|device| device.kind() == DeviceKind::Trunk);
        lines.find(|line| line.dial() == number).map(crate::model::Device::number)
    });
    line.await?.ok_or(ActError::Refused(Failure::InvalidDevice))
}

impl Script {
    /// Plays it to its end, or until `tell`, which is given each line and what came of it, says
    /// that it is enough.
    pub async fn play(&self, pbx: &Pbx, mut tell: impl AsyncFnMut(&Line, Played) -> bool) {
        let begin = Instant::now();
        for line in &self.lines {
            line.start.wait(begin).await;
            let played = line.sentence.play(pbx).await;
            if !tell(line, played).await {
                return;
            }
        }
    }
}
