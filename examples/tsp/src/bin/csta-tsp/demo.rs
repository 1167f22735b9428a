//! A call from beginning to end, in a simulated PBX inside this program but over TCP.

use std::error::Error;
use std::time::Duration;

use kme_private::DeviceCategory;
use tokio::time::sleep;
use tsp::{CallState, Line, Notifications, ProviderSettings, Registry};

use crate::command::{CONFIRMATION_LIMIT, until};
use crate::show::Output;

/// Between two steps, so that they can be followed.
const PACE: Duration = Duration::from_millis(400);

/// Fails unless the PBX's events confirm every step.
pub(crate) async fn run(output: Output) -> Result<(), Box<dyn Error>> {
    let pbx = pbx_sim::Simulator::start(pbx_sim::Config::default(), "127.0.0.1:0").await?;
    let address = pbx.address().to_string();
    output.step(&format!("A simulated PBX listens on {address}. Connecting to it over TCP."));
    let registry = Registry::new(Default::default());
    let provider = registry.add(ProviderSettings::new(&address)).await?;
    provider.ready(CONFIRMATION_LIMIT).await?;

    output.step("Which lines are there? Its extensions:");
    let devices = provider.devices(DeviceCategory::Station).await?;
    devices.iter().for_each(|device| output.device(device));

    let line = async |number: &str| {
        let line = provider.line(number);
        let line = line.ok_or_else(|| format!("the PBX has no extension {number}"))?;
        line.open().await?;
        line.ready(CONFIRMATION_LIMIT).await?;
        Ok::<Watched, Box<dyn Error>>(Watched { line, notifications: registry.notifications() })
    };
    let (mut caller, mut called) = (line("101").await?, line("102").await?);

    output.step("101 dials 102.");
    caller.line.dial("102").await?;
    both(&mut caller, CallState::Ringback, &mut called, CallState::Offering, output).await?;

    sleep(PACE).await;
    output.step("102 answers.");
    called.line.answer(None).await?;
    both(&mut caller, CallState::Connected, &mut called, CallState::Connected, output).await?;

    sleep(PACE).await;
    output.step("101 holds the call.");
    caller.line.hold(None).await?;
    one(&mut caller, CallState::OnHold, output).await?;

    sleep(PACE).await;
    output.step("101 takes it back.");
    caller.line.retrieve(None).await?;
    one(&mut caller, CallState::Connected, output).await?;

    sleep(PACE).await;
    output.step("101 hangs up.");
    caller.line.hang_up(None).await?;
    both(&mut caller, CallState::Idle, &mut called, CallState::Idle, output).await?;

    registry.close().await;
    output.step("Every step was confirmed by events of the PBX.");
    Ok(())
}

/// A line and what happens at it.
struct Watched {
    line: Line,
    notifications: Notifications,
}

/// Waits until a line's call has come into a state.
async fn one(watched: &mut Watched, state: CallState, output: Output) -> Result<(), tsp::Error> {
    let Watched { line, notifications } = watched;
    until(notifications, line, &[state], CONFIRMATION_LIMIT, |_| true, output).await.map(drop)
}

/// Waits until both lines' calls have.
async fn both(
    caller: &mut Watched,
    at_caller: CallState,
    called: &mut Watched,
    at_called: CallState,
    output: Output,
) -> Result<(), tsp::Error> {
    tokio::try_join!(one(caller, at_caller, output), one(called, at_called, output)).map(drop)
}
