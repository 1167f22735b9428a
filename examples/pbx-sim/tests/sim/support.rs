//! An office on virtual time: people, the network and applications act, and what each telephone
//! was told is read as text.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::{Duration, Instant};

use pbx_sim::Config;
use pbx_sim::model::{
    Answer, CallModel, Caller, ConnectionRef, DeviceKind, DeviceNumber, Event, Failure, Feature,
    Input, Moved, NetworkAct, Number, Output, Parties, Record, Request, RequestId, UserAct, What,
};

pub(crate) struct Office {
    pub(crate) model: CallModel,
    pub(crate) now: Instant,
    heard: BTreeMap<DeviceNumber, Vec<String>>,
    /// The records of outside calls that are over.
    pub(crate) records: Vec<Record>,
}

impl Office {
    pub(crate) fn new() -> Self {
        Self::with(|_| {})
    }

    pub(crate) fn with(change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config::default();
        change(&mut config);
        let model = CallModel::new(config).unwrap();
        Self { model, now: Instant::now(), heard: BTreeMap::new(), records: Vec::new() }
    }

    /// 102 talks with 103 in call 0001, and 101 finds it busy in call 0002.
    pub(crate) fn finding_busy() -> Self {
        let mut office = Self::new();
        office.dial("102", "103").unwrap();
        office.user("103", UserAct::Answer).unwrap();
        office.dial("101", "102").unwrap();
        office.forget();
        office
    }

    /// An office whose telephones have a handset only: they prompt, and must be hung up.
    pub(crate) fn with_handsets() -> Self {
        Self::with(|config| {
            config.extensions.iter_mut().for_each(|extension| extension.hands_free = false);
        })
    }

    pub(crate) fn ext(&self, number: &str) -> DeviceNumber {
        self.model.station(number).unwrap()
    }

    /// The device of a number, whatever it is; `110m` is the cordless twin of 110.
    pub(crate) fn at(&self, number: &str) -> DeviceNumber {
        match number.strip_suffix('m') {
            Some(desk) => self.model.device(self.ext(desk)).unwrap().twin().unwrap(),
            None => self.model.dialled(number).unwrap(),
        }
    }

    pub(crate) fn line(&self, index: u16) -> DeviceNumber {
        DeviceNumber::new(DeviceKind::Trunk, index)
    }

    /// The connection of an extension in its `index`-th call.
    pub(crate) fn connection(&self, number: &str, index: usize) -> ConnectionRef {
        let device = self.at(number);
        ConnectionRef::new(self.model.device(device).unwrap().calls()[index], device)
    }

    pub(crate) fn request(&mut self, request: Request) -> Result<Answer, Failure> {
        self.model.handle(self.now, Input::Request(RequestId(7), request));
        let mut answers = self.listen();
        assert_eq!(answers.len(), 1, "one answer to one request");
        answers.remove(0)
    }

    pub(crate) fn dial(&mut self, from: &str, to: &str) -> Result<Answer, Failure> {
        let (calling, called) = (self.at(from), to.to_owned());
        self.request(Request::MakeCall { calling, called, prompt: true })
    }

    pub(crate) fn user(&mut self, number: &str, act: UserAct) -> Result<(), Failure> {
        self.model.handle(self.now, Input::User(self.at(number), act));
        self.refused()
    }

    pub(crate) fn network(&mut self, act: NetworkAct) -> Result<(), Failure> {
        self.model.handle(self.now, Input::Network(act));
        self.refused()
    }

    pub(crate) fn call_in(&mut self, from: &str, to: &str) {
        let (from, to) = (Caller::Number(from.to_owned()), to.to_owned());
        self.network(NetworkAct::Calls { line: None, from, to }).unwrap();
    }

    fn refused(&mut self) -> Result<(), Failure> {
        match self.listen().pop() {
            None => Ok(()),
            Some(answer) => Err(answer.unwrap_err()),
        }
    }

    pub(crate) fn wait(&mut self, time: Duration) {
        self.now += time;
        self.model.handle_timeout(self.now);
        assert_eq!(self.listen(), []);
    }

    pub(crate) fn wait_secs(&mut self, seconds: u64) {
        self.wait(Duration::from_secs(seconds));
    }

    fn listen(&mut self) -> Vec<Result<Answer, Failure>> {
        let mut answers = Vec::new();
        while let Some(output) = self.model.poll_output() {
            match output {
                Output::Event(event) => {
                    let text = self.text(&event);
                    self.heard.entry(event.at).or_default().push(text);
                }
                Output::Feature(event) => {
                    let text = self.feature(&event.feature);
                    self.heard.entry(event.at).or_default().push(text);
                }
                Output::Answer(_, answer) => answers.push(answer),
                Output::Record(record) => self.records.push(record),
                Output::Refused(failure) => answers.push(Err(failure)),
            }
        }
        answers
    }

    /// What an extension was told since it was last asked.
    pub(crate) fn heard(&mut self, number: &str) -> Vec<String> {
        self.heard.remove(&self.at(number)).unwrap_or_default()
    }

    pub(crate) fn heard_line(&mut self, index: u16) -> Vec<String> {
        self.heard.remove(&self.line(index)).unwrap_or_default()
    }

    /// Forgets what was told until now.
    pub(crate) fn forget(&mut self) {
        self.heard.clear();
    }

    /// Whether nobody was told anything since the last question.
    pub(crate) fn is_quiet(&self) -> bool {
        self.heard.is_empty()
    }

    fn name(&self, number: &Number) -> String {
        match number {
            Number::Device(device) => self.device(*device),
            Number::Digits(digits) => digits.clone(),
            Number::NotKnown => "unknown".to_owned(),
            Number::Restricted => "withheld".to_owned(),
        }
    }

    fn device(&self, device: DeviceNumber) -> String {
        match device.kind() {
            DeviceKind::Trunk => format!("T{}", device.index()),
            _ if !self.model.device(device).unwrap().is_dialled() => {
                format!("{}m", self.model.device(device).unwrap().dial())
            }
            _ => self.model.device(device).unwrap().dial().to_owned(),
        }
    }

    fn parties(&self, parties: &Parties) -> String {
        let mut text = format!("{}>{}", self.name(&parties.calling), self.name(&parties.called));
        if let Some(via) = &parties.last_redirection {
            write!(text, " via {}", self.name(via)).unwrap();
        }
        if let Some(line) = parties.associated_calling {
            write!(text, " in {}", self.device(line)).unwrap();
        }
        if let Some(line) = parties.associated_called {
            write!(text, " out {}", self.device(line)).unwrap();
        }
        text
    }

    fn moved(&self, moved: &[Moved]) -> String {
        let entry = |moved: &Moved| {
            let (old, new) = (self.connection_text(moved.old), self.connection_text(moved.new));
            format!("{new}<{old}={}", self.name(&moved.endpoint))
        };
        moved.iter().map(entry).collect::<Vec<_>>().join(" ")
    }

    fn connection_text(&self, connection: ConnectionRef) -> String {
        format!("{}/{}", connection.call, self.device(connection.device))
    }

    /// `EVENT connection: what else; state of the own connection, cause`
    fn text(&self, event: &Event) -> String {
        let connection = self.connection_text(event.what.connection());
        let (name, rest) = match &event.what {
            What::ServiceInitiated { network_called, .. } => {
                ("SI", network_called.as_ref().map_or(String::new(), |did| self.name(did)))
            }
            What::DigitsDialed { digits, .. } => ("DD", digits.clone()),
            What::Originated { parties, .. } => ("OR", self.parties(parties)),
            What::Delivered { parties, .. } => ("DL", self.parties(parties)),
            What::Established { parties, .. } => ("ES", self.parties(parties)),
            What::ConnectionCleared { .. } => ("CC", String::new()),
            What::Failed { parties, .. } => ("FA", self.parties(parties)),
            What::Held { .. } => ("HE", String::new()),
            What::Retrieved { .. } => ("RE", String::new()),
            What::Diverted { new_destination, parties, .. } => {
                ("DV", format!("{} to {}", self.parties(parties), self.name(new_destination)))
            }
            What::NetworkReached { parties, .. } => ("NR", self.parties(parties)),
            What::Transferred { secondary, to, connections, .. } => {
                let second = secondary.map_or(String::new(), |own| self.connection_text(own) + " ");
                ("TR", format!("{second}to {}: {}", self.name(to), self.moved(connections)))
            }
            What::Queued { parties, waiting, in_front, .. } => {
                ("QU", format!("{} {in_front}/{waiting}", self.parties(parties)))
            }
            What::Conferenced { by, primary, secondary, added, connections } => {
                let second = secondary.map_or(String::new(), |own| self.connection_text(own) + " ");
                let by = match *by == primary.device {
                    true => String::new(),
                    false => format!("{} ", self.device(*by)),
                };
                let (added, list) = (self.name(added), self.moved(connections));
                ("CF", format!("{second}{by}adds {added}: {list}"))
            }
        };
        let rest = if rest.is_empty() { rest } else { format!(" {rest}") };
        format!("{name} {connection}{rest}; {:?}, {}", event.local, event.cause)
    }

    fn feature(&self, feature: &Feature) -> String {
        match feature {
            Feature::CallBack { originator, target, set } => {
                let (from, to) = (self.device(*originator), self.device(*target));
                format!("call back {from}>{to} {}", if *set { "set" } else { "over" })
            }
            Feature::Set(setting) => format!("set {setting:?}"),
            Feature::ButtonPress(button) => format!("press {button:?}"),
            Feature::Hook(on) => format!("{}-hook", if *on { "on" } else { "off" }),
            Feature::Ringer(on) => if *on { "rings" } else { "silent" }.to_owned(),
            Feature::InService(is) => format!("{} service", if *is { "in" } else { "out of" }),
            Feature::DigitsGenerated { connection, digits } => {
                format!("tones {} {digits}", self.connection_text(*connection))
            }
            Feature::UserInformation { connection, data } => {
                format!("data {} {}", self.connection_text(*connection), data.escape_ascii())
            }
        }
    }
}
