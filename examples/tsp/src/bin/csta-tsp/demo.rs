//! A tour of what matters, with a simulated PBX inside this program but over TCP.

use std::error::Error;
use std::time::Duration;

use csta_codec::types::CdrTransferMode;
use numfmt::{Config, ExtensionSettings, Rule};
use pbx_sim::model::{Caller, NetworkAct, UserAct};
use pbx_sim::{Fault, Simulator};
use tokio::time::{sleep, timeout};
use tsp::{
    CallState, Line, Notification, Notifications, Provider, ProviderChange, ProviderSettings,
    Registry,
};

use crate::cdr::rows_of;
use crate::show::Output;

/// Where the simulated PBX listens, unless something else does.
const ADDRESS: &str = "127.0.0.1:33330";

/// Between two steps, so that they can be followed.
const PACE: Duration = Duration::from_millis(400);

/// How long anything may take.
const LIMIT: Duration = Duration::from_secs(10);

/// How long the PBX is away when it restarts.
const RESTART: Duration = Duration::from_millis(600);

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Fails unless the PBX's events confirm every step.
pub(crate) async fn run(output: Output) -> Result<()> {
    let registry = Registry::new(tsp::RegistrySettings::default());
    let done = tour(&registry, output).await;
    registry.close().await;
    done
}

async fn tour(registry: &Registry, output: Output) -> Result<()> {
    let pbx = simulator().await?;
    let address = pbx.address().to_string();
    output.step(&format!("A simulated PBX listens on {address}. Connecting to it over TCP."));
    let provider = registry.add(settings(&address)?).await?;
    provider.ready(LIMIT).await?;

    let mut tour = Tour { pbx, provider, notifications: registry.notifications(), output };
    tour.lines().await?;
    tour.call().await?;
    tour.outside().await?;
    tour.pick_up().await?;
    tour.twin().await?;
    tour.refusals(registry, &address).await?;
    tour.outage().await?;
    tour.record().await?;
    output.step("Every step was confirmed by events of the PBX.");
    Ok(())
}

/// A PBX on the usual port, or on another if that is taken.
async fn simulator() -> Result<Simulator> {
    let config = pbx_sim::Config::default;
    match Simulator::start(config(), ADDRESS).await {
        Ok(pbx) => Ok(pbx),
        Err(_) => Ok(Simulator::start(config(), "127.0.0.1:0").await?),
    }
}

/// A site in Germany: callers from outside are shown with its country code.
fn settings(address: &str) -> Result<ProviderSettings> {
    let numbers = Config {
        extensions: ExtensionSettings { ranges: "101-120".to_owned(), ..Default::default() },
        incoming: vec![Rule::regex("^0([1-9].*)", r"+49\1")],
        ..Config::default()
    };
    let mut settings = ProviderSettings::new(address).named("office").numbers(&numbers)?;
    settings.lines.read_names = true;
    settings.backoff = (Duration::from_millis(300), Duration::from_secs(1));
    settings.call_records = Some(CdrTransferMode::TransferAtEndOfCall);
    settings.call_records_delay = Duration::ZERO;
    Ok(settings)
}

struct Tour {
    pbx: Simulator,
    provider: Provider,
    notifications: Notifications,
    output: Output,
}

impl Tour {
    async fn step(&self, text: &str) {
        sleep(PACE).await;
        self.output.step(text);
    }

    fn line(&self, number: &str) -> Result<Line> {
        Ok(self.provider.line(number).ok_or_else(|| tsp::Error::NoLine(number.to_owned()))?)
    }

    /// Shows what happens until the calls of these lines have come into these states, in any order.
    async fn until(&mut self, wanted: &[(&str, CallState)]) -> Result<()> {
        let mut open: Vec<(&str, CallState)> = wanted.to_vec();
        let waiting = async {
            while !open.is_empty() {
                let Some(notification) = self.notifications.next().await else {
                    break;
                };
                let Notification::Call(change) = &notification else {
                    continue;
                };
                if change.is_state() {
                    self.output.notification(&notification);
                }
                open.retain(|(number, state)| {
                    *number != &*change.number || *state != change.call.state
                });
            }
        };
        timeout(LIMIT, waiting).await.map_err(|_| {
            let (number, state) = open.first().copied().unwrap_or(("?", CallState::Unknown));
            format!("the call of {number} did not become {state}")
        })?;
        Ok(())
    }

    /// Lines: from the PBX, with names, each monitored.
    async fn lines(&mut self) -> Result<()> {
        let lines = self.provider.lines();
        for line in &lines {
            line.open().await?;
        }
        for line in &lines {
            line.ready(LIMIT).await?;
        }
        self.output.step(&format!("Its {} lines are monitored. Some of them:", lines.len()));
        for number in ["101", "102", "110"] {
            self.output.line(&self.line(number)?.info()?);
        }
        while self.notifications.try_next().is_some() {}
        Ok(())
    }

    /// A call from beginning to end.
    async fn call(&mut self) -> Result<()> {
        use CallState as S;
        let (caller, called) = (self.line("101")?, self.line("102")?);
        self.step("101 dials 102.").await;
        caller.dial("102").await?;
        self.until(&[("101", S::Ringback), ("102", S::Offering)]).await?;
        self.step("102 answers; 101 holds the call and takes it back.").await;
        called.answer(None).await?;
        self.until(&[("101", S::Connected), ("102", S::Connected)]).await?;
        caller.hold(None).await?;
        self.until(&[("101", S::OnHold)]).await?;
        caller.retrieve(None).await?;
        self.until(&[("101", S::Connected)]).await?;
        self.step("101 hangs up.").await;
        caller.hang_up(None).await?;
        self.until(&[("101", S::Idle), ("102", S::Idle)]).await
    }

    /// A call from outside, its number rewritten, and given to somebody else.
    async fn outside(&mut self) -> Result<()> {
        use CallState as S;
        self.step("Somebody outside calls 101; the number is shown as the rules make it.").await;
        let from = Caller::Number("0301234567".to_owned());
        self.pbx.network(NetworkAct::Calls { line: None, from, to: "101".to_owned() }).await?;
        self.until(&[("101", S::Offering)]).await?;
        let (first, second) = (self.line("101")?, self.line("103")?);
        first.answer(None).await?;
        self.until(&[("101", S::Connected)]).await?;
        self.step("101 asks 103 who is to have it, and transfers the call.").await;
        first.set_up_transfer(None, Some("103")).await?;
        self.until(&[("103", S::Offering)]).await?;
        second.answer(None).await?;
        self.until(&[("103", S::Connected)]).await?;
        first.complete_transfer(None).await?;
        // 103 has the caller from outside now, and the PBX has another id for the call.
        let transferred = self.notifications.until("the transfer", LIMIT, |notification| {
            let Notification::Call(change) = &notification else {
                return None;
            };
            self.output.notification(&notification);
            (&*change.number == "103" && change.event == "transferred").then_some(())
        });
        transferred.await?;
        second.hang_up(None).await?;
        self.until(&[("103", S::Idle)]).await
    }

    /// A call that rings elsewhere is taken.
    async fn pick_up(&mut self) -> Result<()> {
        use CallState as S;
        self.step("104 calls 105, where nobody answers; 106 picks the call up.").await;
        self.line("104")?.dial("105").await?;
        self.until(&[("105", S::Offering)]).await?;
        self.line("106")?.pick_up("105").await?;
        self.until(&[("106", S::Connected), ("105", S::Idle)]).await?;
        self.line("106")?.hang_up(None).await?;
        self.until(&[("104", S::Idle), ("106", S::Idle)]).await
    }

    /// The cordless telephone of a Super-Twin.
    async fn twin(&mut self) -> Result<()> {
        use CallState as S;
        self.step("110 has a cordless telephone as well: its hook key has to be pressed.").await;
        let line = self.line("110")?;
        let dialled = line.dial_from(tsp::AddressId::Mobile, "107").await?;
        if !dialled.prompts {
            return Err("a cordless telephone went hands-free".into());
        }
        self.until(&[("110", S::Dialtone)]).await?;
        line.hang_up(dialled.call).await?;
        self.until(&[("110", S::Idle)]).await
    }

    /// What cannot be done is told with its reason.
    async fn refusals(&mut self, registry: &Registry, address: &str) -> Result<()> {
        self.step("What cannot be done is told with its reason:").await;
        let refused = self.line("108")?.answer(None).await.err();
        self.output.text(&refused.ok_or("a call was answered that was not there")?.to_string());
        let second = registry.add(ProviderSettings::new(address).named("another")).await.err();
        self.output.text(&second.ok_or("a second provider was let in")?.to_string());
        while self.notifications.try_next().is_some() {}
        Ok(())
    }

    /// The PBX goes away and comes back, and a call goes on.
    async fn outage(&mut self) -> Result<()> {
        use CallState as S;
        self.step("The link breaks during a call of 101 with 102, and heals by itself.").await;
        self.line("101")?.dial("102").await?;
        self.until(&[("102", S::Offering)]).await?;
        self.pbx.user("102", UserAct::Answer).await?;
        self.until(&[("101", S::Connected)]).await?;
        self.pbx.fault(Fault::Restart { lasting: RESTART, keeps_calls: true }).await?;
        for is_end in [
            (|change: &ProviderChange| matches!(change, ProviderChange::LinkDown { .. }))
                as fn(&ProviderChange) -> bool,
            |change| matches!(change, ProviderChange::LinkUp),
        ] {
            let output = self.output;
            let found = self.notifications.until("the link", LIMIT, |notification| {
                let Notification::Provider(own) = &notification else {
                    return None;
                };
                is_end(&own.change).then(|| output.notification(&notification))
            });
            found.await?;
        }
        for number in ["101", "102"] {
            self.line(number)?.ready(LIMIT).await?;
        }
        self.step("The call is still there, and 101 ends it.").await;
        self.line("101")?.hang_up(None).await?;
        self.until(&[("101", S::Idle), ("102", S::Idle)]).await
    }

    /// What the PBX has written down.
    async fn record(&self) -> Result<()> {
        self.step("The PBX has written down what the call from outside was.").await;
        let mut reports = self.provider.call_records().ok_or("there are no call records")?;
        let report = timeout(LIMIT, reports.recv()).await?.ok_or("the PBX sends no records")?;
        for row in rows_of(&report, &self.provider) {
            self.output.call_record(row.cells());
        }
        report.confirm();
        Ok(())
    }
}
