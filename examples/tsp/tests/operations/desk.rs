//! Some telephones of a simulated PBX, with what has been told of each.

use std::collections::BTreeMap;
use std::time::Duration;

use pbx_sim::model::UserAct;
use pbx_sim::{Config, Simulator};
use tsp::{
    Call, CallState, Error, Line, LineChange, Notification, Notifications, Operation,
    ProviderSettings, Registry,
};

const LIMIT: Duration = Duration::from_secs(10);

/// Some lines of a PBX, which are open.
pub(crate) struct Desk {
    pub(crate) pbx: Simulator,
    pub(crate) registry: Registry,
    notifications: Notifications,
    /// The states of the calls of each line, in the order in which they were told.
    told: BTreeMap<String, Vec<CallState>>,
    pub(crate) changes: Vec<LineChange>,
}

impl Desk {
    pub(crate) async fn new(numbers: &[&str]) -> Self {
        Self::with(Config::default(), numbers).await
    }

    pub(crate) async fn with(config: Config, numbers: &[&str]) -> Self {
        let pbx = Simulator::start(config, "127.0.0.1:0").await.unwrap();
        let registry = Registry::new(Default::default());
        let settings = ProviderSettings::new(&pbx.address().to_string());
        let provider = registry.add(settings).await.unwrap();
        provider.ready(LIMIT).await.unwrap();
        for number in numbers {
            let line = registry.find(number).unwrap();
            line.open().await.unwrap();
            line.ready(LIMIT).await.unwrap();
        }
        let notifications = registry.notifications();
        Self { pbx, registry, notifications, told: BTreeMap::new(), changes: Vec::new() }
    }

    pub(crate) fn line(&self, number: &str) -> Line {
        self.registry.find(number).unwrap()
    }

    pub(crate) async fn user(&self, number: &str, act: UserAct) {
        self.pbx.user(number, act).await.unwrap();
    }

    /// The states of the calls of a line, the oldest first.
    pub(crate) fn states(&self, number: &str) -> Vec<CallState> {
        self.line(number).calls().iter().map(|call| call.state).collect()
    }

    /// The only call of a line.
    pub(crate) fn call(&self, number: &str) -> Call {
        let mut calls = self.line(number).calls();
        assert_eq!(calls.len(), 1, "{calls:?}");
        calls.pop().unwrap()
    }

    /// Waits until the calls of lines are in these states.
    pub(crate) async fn until(&mut self, wanted: &[(&str, &[CallState])]) {
        let begin = tokio::time::Instant::now();
        loop {
            let differs = |(number, states): &&(&str, &[CallState])| self.states(number) != *states;
            let Some((number, states)) = wanted.iter().find(differs) else {
                return self.read();
            };
            let present = self.states(number);
            assert!(begin.elapsed() < LIMIT, "{number} is {present:?}, not {states:?}");
            let left = LIMIT.saturating_sub(begin.elapsed());
            if let Ok(Some(next)) = tokio::time::timeout(left, self.notifications.next()).await {
                self.note(next);
            }
        }
    }

    /// Waits until the only call of a line is as it is wanted.
    pub(crate) async fn until_call(&mut self, number: &str, wanted: impl Fn(&Call) -> bool) {
        let begin = tokio::time::Instant::now();
        while !matches!(self.line(number).calls().as_slice(), [call] if wanted(call)) {
            assert!(begin.elapsed() < LIMIT, "{number} is {:?}", self.line(number).calls());
            let left = LIMIT.saturating_sub(begin.elapsed());
            if let Ok(Some(next)) = tokio::time::timeout(left, self.notifications.next()).await {
                self.note(next);
            }
        }
    }

    /// Waits until something has happened to a line.
    pub(crate) async fn until_change(&mut self, wanted: impl Fn(&LineChange) -> bool) {
        let begin = tokio::time::Instant::now();
        while !self.changes.iter().any(&wanted) {
            assert!(begin.elapsed() < LIMIT, "{:?}", self.changes);
            let left = LIMIT.saturating_sub(begin.elapsed());
            if let Ok(Some(next)) = tokio::time::timeout(left, self.notifications.next()).await {
                self.note(next);
            }
        }
    }

    /// Reads what has been told already.
    fn read(&mut self) {
        while let Some(next) = self.notifications.try_next() {
            self.note(next);
        }
    }

    fn note(&mut self, notification: Notification) {
        match notification {
            Notification::Call(change) if change.is_state() => {
                self.told.entry(change.number.to_string()).or_default().push(change.call.state);
            }
            Notification::Line(change) => self.changes.push(change.change),
            Notification::Lagged { lost } => panic!("{lost} lost"),
            _ => {}
        }
    }

    /// The states that were told of a line since this was asked last.
    pub(crate) fn told(&mut self, number: &str) -> Vec<CallState> {
        self.read();
        self.told.remove(number).unwrap_or_default()
    }

    /// Forgets what was told.
    pub(crate) fn forget(&mut self) {
        self.read();
        self.told.clear();
        self.changes.clear();
    }

    /// One calls another, who answers.
    pub(crate) async fn connect(&mut self, from: &str, to: &str) {
        self.line(from).dial(to).await.unwrap();
        self.until(&[(to, &[CallState::Offering])]).await;
        self.line(to).answer(None).await.unwrap();
        self.until(&[(from, &[CallState::Connected]), (to, &[CallState::Connected])]).await;
        self.forget();
    }

    /// The first is connected with the second, which it holds to consult the third.
    pub(crate) async fn consult(&mut self, own: &str, held: &str, consulted: &str) {
        self.connect(own, held).await;
        self.line(own).set_up_transfer(None, Some(consulted)).await.unwrap();
        self.until(&[(consulted, &[CallState::Offering])]).await;
        self.line(consulted).answer(None).await.unwrap();
        let both: &[CallState] = &[CallState::OnHoldPendingTransfer, CallState::Connected];
        self.until(&[(own, both), (consulted, &[CallState::Connected])]).await;
        self.forget();
    }
}

/// Checks that an operation is refused by this side, since there is no call for it.
pub(crate) fn has_no_call<T: std::fmt::Debug>(done: Result<T, Error>, expected: Operation) {
    match done {
        Err(Error::NoCall { operation, .. }) => assert_eq!(operation, expected),
        other => panic!("{other:?}"),
    }
}

/// Checks that the PBX refuses an operation for a reason, by its ASN.1 identifier.
pub(crate) fn is_refused<T: std::fmt::Debug>(
    done: Result<T, Error>,
    expected: Operation,
    reason: &str,
) {
    match done {
        Err(Error::Operation { line, operation, refusal, error }) => {
            assert_eq!(operation, expected);
            assert_eq!(refusal.code.as_ref().and_then(|code| code.value), Some(reason), "{error}");
            let text =
                Error::Operation { line: line.clone(), operation, refusal, error }.to_string();
            for part in [line.as_str(), operation.words(), reason] {
                assert!(text.contains(part), "{part:?} is missing in {text:?}");
            }
        }
        other => panic!("{other:?}"),
    }
}
