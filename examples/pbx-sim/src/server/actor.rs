//! The task that owns the switch.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use config_file::time::LONGEST;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::time::{Instant, sleep_until};

use super::condition::Condition;
use super::connection::{Admission, Outgoing, Sent};
use super::pbx::ActError;
use crate::chance::{Load, Mishaps, Traffic};
use crate::config::{ConfigError, Extension};
use crate::csta::{Act, ApplicationId, Notice, Switch};
use crate::fault::Fault;
use crate::model::{CallModel, DeviceNumber, Failure, UserAct};

/// How many messages wait for an application at most. One that does not read them loses its
/// association.
const UNSENT: usize = 4096;

pub(super) enum Command {
    /// Somebody acts.
    Act(Act, oneshot::Sender<Result<(), ActError>>),
    /// A user acts, named by number.
    User(String, UserAct, oneshot::Sender<Result<(), ActError>>),
    /// Somebody looks at the calls.
    Look(Box<dyn FnOnce(&CallModel) + Send>),
    /// A new telephone is plugged in.
    Add(Extension, oneshot::Sender<Result<(), ConfigError>>),
    /// Something goes wrong.
    Fault(Fault, oneshot::Sender<()>),
    /// People telephone from now on.
    Load(Traffic),
    /// Things go wrong from now on, so long apart on average and by a seed.
    Mishaps(Duration, u64),
    /// The associations are to be released. The sender is dropped when they have ended.
    Release(oneshot::Sender<()>),
    /// A connection of a generation asks for an association.
    Request(u32, oneshot::Sender<Option<Admission>>),
    /// The association is open.
    Opened(ApplicationId),
    /// The application has sent something.
    Apdu(ApplicationId, Bytes),
    /// The connection has ended.
    Closed(ApplicationId),
}

/// Owns the switch.
pub(super) struct Actor {
    switch: Switch,
    notices: broadcast::Sender<Notice>,
    condition: watch::Sender<Condition>,
    associations: BTreeMap<ApplicationId, Association>,
    /// The application that was let in last.
    last: ApplicationId,
    /// How much later messages leave.
    delay: Duration,
    /// When it thaws or is back.
    recovery: Option<Instant>,
    /// Nobody can telephone until it is back.
    is_dead: bool,
    load: Option<Load>,
    mishaps: Option<Mishaps>,
}

/// The way to an application.
struct Association {
    unsent: mpsc::Sender<Outgoing>,
    /// Those who wait for its end, which they hear of when nobody holds the sender any more.
    waiting: Vec<Arc<oneshot::Sender<()>>>,
}

impl Actor {
    pub(super) fn new(
        switch: Switch,
        notices: broadcast::Sender<Notice>,
        condition: watch::Sender<Condition>,
    ) -> Self {
        Self {
            switch,
            notices,
            condition,
            associations: BTreeMap::new(),
            last: ApplicationId(0),
            delay: Duration::ZERO,
            recovery: None,
            is_dead: false,
            load: None,
            mishaps: None,
        }
    }

    pub(super) async fn run(mut self, mut commands: mpsc::Receiver<Command>) {
        loop {
            let due = self.poll_timeout();
            let timeout = async {
                match due {
                    Some(due) => sleep_until(due).await,
                    None => core::future::pending().await,
                }
            };
            tokio::select! {
                command = commands.recv() => match command {
                    Some(command) => self.handle(command),
                    None => return,
                },
                () = timeout => self.advance(),
            }
            self.transmit();
            self.publish();
        }
    }

    fn poll_timeout(&self) -> Option<Instant> {
        let load = self.load.as_ref().and_then(Load::poll_timeout);
        let mishap = self.mishaps.as_ref().and_then(Mishaps::poll_timeout);
        let due = [self.switch.poll_timeout(), load, mishap].into_iter().flatten();
        due.map(Instant::from_std).chain(self.recovery).min()
    }

    /// Does what is due.
    fn advance(&mut self) {
        let now = now();
        while let Some(due) = self.load.as_ref().and_then(Load::poll_timeout)
            && due <= now
        {
            self.telephone(due);
        }
        self.switch.handle_timeout(now);
        while let Some(fault) = self.mishaps.as_mut().and_then(|own| own.poll_fault(now)) {
            self.fault(fault);
        }
        if self.recovery.is_some_and(|due| due <= Instant::now()) {
            self.recover();
        }
    }

    /// Does what the people do who telephone by chance, at the time for which they planned it: so
    /// it is the same however late it is done.
    fn telephone(&mut self, due: std::time::Instant) {
        self.switch.handle_timeout(due);
        self.publish();
        while let Some(act) =
            self.load.as_mut().and_then(|own| own.poll_act(due, self.switch.model()))
        {
            if self.is_dead {
                continue;
            }
            self.switch.handle(due, act);
            while let Some(notice) = self.switch.poll_notice() {
                // What they find impossible they leave.
                if !matches!(notice, Notice::Refused(_)) {
                    self.publish_one(notice);
                }
            }
        }
    }

    fn handle(&mut self, command: Command) {
        match command {
            Command::Act(act, answer) => drop(answer.send(self.act(act))),
            Command::User(number, act, answer) => {
                let station = self.switch.model().station(&number);
                let done = station.ok_or(ActError::Refused(Failure::InvalidDevice));
                let done = done.and_then(|station: DeviceNumber| self.act(Act::User(station, act)));
                let _ = answer.send(done);
            }
            Command::Look(look) => {
                self.advance();
                look(self.switch.model());
            }
            Command::Add(extension, done) => drop(done.send(self.switch.add(extension))),
            Command::Fault(fault, done) => {
                self.advance();
                self.fault(fault);
                let _ = done.send(());
            }
            Command::Load(traffic) => {
                self.advance();
                match &mut self.load {
                    Some(load) => load.change(traffic, now()),
                    None => self.load = Some(Load::new(traffic, self.switch.model(), now())),
                }
            }
            Command::Mishaps(mean, seed) => self.mishaps = Some(Mishaps::new(mean, seed, now())),
            Command::Release(ended) => {
                let ended = Arc::new(ended);
                for association in self.associations.values_mut() {
                    association.waiting.push(Arc::clone(&ended));
                }
                self.send_all(&Sent::Release);
            }
            Command::Request(generation, answer) => {
                // A connection that is broken, and does not know yet, gets no answer.
                if self.condition.borrow().generation == generation {
                    self.admit(answer);
                }
            }
            Command::Opened(application) if self.associations.contains_key(&application) => {
                tracing::info!("an application is associated");
                self.switch.open(now(), application);
                self.tell_associated();
            }
            Command::Opened(_) => {}
            // The switch does not listen to one whose association has ended.
            Command::Apdu(application, apdu) => {
                self.switch.handle_apdu(now(), application, &apdu);
            }
            Command::Closed(application) => self.end(application),
        }
    }

    fn act(&mut self, act: Act) -> Result<(), ActError> {
        // What is due happens first; what it refuses is not an answer to this act.
        self.advance();
        self.publish();
        if self.is_dead {
            return Err(ActError::Down);
        }
        self.switch.handle(now(), act);
        let mut done = Ok(());
        while let Some(notice) = self.switch.poll_notice() {
            if let Notice::Refused(failure) = notice {
                done = Err(ActError::Refused(failure));
            }
            self.publish_one(notice);
        }
        done
    }

    fn publish(&mut self) {
        while let Some(notice) = self.switch.poll_notice() {
            self.publish_one(notice);
        }
    }

    fn publish_one(&self, notice: Notice) {
        let _ = self.notices.send(notice); // nobody may watch
    }

    fn admit(&mut self, answer: oneshot::Sender<Option<Admission>>) {
        if self.associations.len() >= self.switch.model().config().link.applications {
            tracing::info!("a further application is rejected");
            self.publish_one(Notice::TurnedAway);
            let _ = answer.send(None);
            return;
        }
        self.last = ApplicationId(self.last.0 + 1);
        let (unsent, outgoing) = mpsc::channel(UNSENT);
        let application = self.last;
        if answer.send(Some(Admission { application, outgoing })).is_ok() {
            self.associations.insert(application, Association { unsent, waiting: Vec::new() });
        }
    }

    fn end(&mut self, application: ApplicationId) {
        if self.associations.remove(&application).is_some() {
            tracing::info!("an association has ended");
        }
        self.switch.close(application);
        self.tell_associated();
    }

    fn end_all(&mut self) {
        while let Some((&application, _)) = self.associations.first_key_value() {
            self.end(application);
        }
    }

    fn tell_associated(&self) {
        let is_associated = self.switch.is_open();
        self.condition.send_modify(|condition| condition.is_associated = is_associated);
    }

    fn transmit(&mut self) {
        while let Some((to, apdu)) = self.switch.poll_transmit() {
            self.send(to, Sent::Apdu(apdu));
        }
    }

    fn send_all(&mut self, what: &Sent) {
        for application in self.associations.keys().copied().collect::<Vec<_>>() {
            self.send(application, what.clone());
        }
    }

    fn send(&mut self, to: ApplicationId, what: Sent) {
        let due = (!self.delay.is_zero()).then(|| Instant::now() + self.delay);
        let unsent = self.associations.get(&to).map(|association| &association.unsent);
        let sent = unsent.map(|unsent| unsent.try_send(Outgoing { what, due }));
        if let Some(Err(mpsc::error::TrySendError::Full(_))) = sent {
            tracing::warn!("the application does not read");
            self.end(to);
        }
    }
}

/// What goes wrong.
impl Actor {
    fn fault(&mut self, fault: Fault) {
        self.publish_one(Notice::Fault(fault.clone()));
        match fault {
            Fault::DropLink => self.disconnect(),
            Fault::Freeze(time) => {
                self.condition.send_modify(|condition| condition.is_frozen = true);
                self.recover_after(time);
            }
            Fault::Thaw => self.recover(),
            Fault::Delay(delay) => self.delay = delay.min(LONGEST),
            Fault::Octets(octets) => {
                self.transmit();
                self.send_all(&Sent::Octets(octets));
            }
            Fault::Abort => {
                self.transmit();
                self.send_all(&Sent::Abort);
                self.end_all();
            }
            Fault::LoseEvents(count) => self.switch.lose_events(count),
            Fault::Restart { lasting, keeps_calls } => {
                self.disconnect();
                self.condition.send_modify(|condition| {
                    condition.is_frozen = false;
                    condition.is_down = true;
                });
                if !keeps_calls {
                    self.switch.restart(now());
                    self.is_dead = true;
                }
                self.recover_after(Some(lasting));
            }
        }
    }

    /// Breaks all connections.
    fn disconnect(&mut self) {
        self.end_all();
        self.condition.send_modify(|condition| {
            condition.generation = condition.generation.wrapping_add(1);
        });
    }

    /// Ends a freeze or a restart after a time; who wants more than the longest wants for ever.
    fn recover_after(&mut self, time: Option<Duration>) {
        self.recovery = time.map(|time| Instant::now() + time.min(LONGEST));
    }

    /// Ends a freeze or a restart.
    fn recover(&mut self) {
        self.recovery = None;
        self.is_dead = false;
        let was_down = self.condition.borrow().is_down;
        self.condition.send_modify(|condition| {
            condition.is_frozen = false;
            condition.is_down = false;
        });
        if was_down {
            self.publish_one(Notice::Back);
        }
    }
}

fn now() -> std::time::Instant {
    Instant::now().into_std()
}
