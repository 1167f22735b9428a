//! The front and the lease, as parts of a multiplexer that runs.

use bus::{
    Bus, LeaseHandle, LeaseSettings, LeaseSignal, LeaseSignals, Preference, keep_lease, subject,
};
use futures::StreamExt;

use super::{Dial, Front, FrontSettings, LateRecords};
use crate::config::Standby;
use crate::server::{Permit, Wish};

/// What of a multiplexer changes with the lease.
pub(crate) trait Stand: Send + Sync {
    /// Serves applications from now on, or releases those that are there and serves nobody.
    fn stand_by(&self, is_standby: bool);
}

/// The front of a multiplexer, and the lease if there are several of them.
pub(crate) struct BusPart<S> {
    pub(crate) bus: Bus,
    pub(crate) settings: FrontSettings,
    pub(crate) dial: Dial,
    pub(crate) stand: S,
}

/// Asks the holder of the PBX to hand it over.
#[derive(Clone, Debug)]
pub(crate) struct HandOver {
    lease: LeaseHandle,
}

impl HandOver {
    /// Hands the PBX over, if this multiplexer has it.
    pub(crate) async fn ask(&self) {
        self.lease.hand_over().await;
    }

    /// Hands the PBX over and waits until the lease is given back.
    pub(crate) async fn done(&self) {
        self.lease.hand_over().await;
        let mut status = self.lease.watch();
        let is_free = status.wait_for(|status| status.holding.is_none() && !status.is_busy);
        // Without the task of the lease there is none.
        let _ = is_free.await;
    }

    /// Whether it has the PBX.
    pub(crate) fn is_holder(&self) -> bool {
        self.lease.status().holding.is_some()
    }
}

impl<S: Stand> BusPart<S> {
    /// The front alone, for a site with one multiplexer.
    pub(crate) async fn run(self) {
        let _front = Front::start(self.bus, self.settings, self.dial);
        std::future::pending().await
    }

    /// The front with the lease. Until it is had, the switch is not touched.
    pub(crate) fn run_with_lease(
        self,
        standby: &Standby,
        permit: Permit,
    ) -> (HandOver, impl Future<Output = ()> + Send + use<S>) {
        let preference = match &standby.preferred {
            None => Preference::Nobody,
            Some(name) if *name == self.settings.name => Preference::This,
            Some(_) => Preference::Another,
        };
        let settings = LeaseSettings::within(standby.takeover, preference);
        let (site, name) = (self.settings.site.clone(), self.settings.name.clone());
        let (lease, signals) = keep_lease(self.bus.clone(), site, name, settings);
        self.stand.stand_by(true);
        (HandOver { lease: lease.clone() }, self.follow(lease, signals, permit))
    }

    async fn follow(self, lease: LeaseHandle, mut signals: LeaseSignals, mut permit: Permit) {
        let subject = subject::hand_over(&self.settings.site);
        let mut asked = match self.bus.client().subscribe(subject).await {
            Ok(asked) => asked.boxed(),
            Err(error) => {
                tracing::warn!(%error, "nobody can ask this multiplexer over NATS to hand the PBX over");
                futures::stream::pending().boxed()
            }
        };
        let mut front: Option<Front> = None;
        let mut late = self.late();
        let mut letting_go = false;
        loop {
            let signal = tokio::select! {
                signal = signals.next() => match signal {
                    Some(signal) => signal,
                    None => return,
                },
                () = permit.let_go(), if letting_go => {
                    letting_go = false;
                    lease.released().await;
                    continue;
                }
                Some(message) = asked.next() => {
                    // All hear it; who has the PBX answers.
                    if lease.status().holding.is_none() {
                        continue;
                    }
                    lease.hand_over().await;
                    if let Some(reply) = message.reply {
                        let text = format!("{}: handing over", self.settings.name);
                        // Whoever asked may have gone.
                        let _ = self.bus.client().publish(reply, text.into()).await;
                    }
                    continue;
                }
            };
            match signal {
                LeaseSignal::Take(holding) => {
                    tracing::info!(site = %self.settings.site, ?holding, "this multiplexer takes the PBX");
                    late = None;
                    self.stand.stand_by(false);
                    permit.set(Wish::Have);
                    let front_settings = self.settings.clone();
                    front = Some(Front::start(self.bus.clone(), front_settings, self.dial.clone()));
                }
                LeaseSignal::LetGo(why) => {
                    tracing::warn!(site = %self.settings.site, %why, "this multiplexer lets the PBX go");
                    permit.set(if why.is_urgent() { Wish::Abort } else { Wish::Release });
                    letting_go = true;
                    drop(front.take());
                    self.stand.stand_by(true);
                    late = late.or_else(|| self.late());
                }
            }
        }
    }

    /// What lay in the spool when this multiplexer died is published as late.
    fn late(&self) -> Option<LateRecords> {
        let wanted = self.settings.call_records;
        wanted.then(|| LateRecords::start(self.bus.clone(), &self.settings, &self.dial))
    }
}
