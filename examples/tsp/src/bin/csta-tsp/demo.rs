//! A call from beginning to end, in a simulated PBX inside this program but over TCP.

use std::error::Error;
use std::time::Duration;

use csta_client::Client;
use csta_codec::types::capability::DeviceCategory;
use tokio::time::sleep;
use tsp::{CONFIRMATION_LIMIT, CallState, Line, Provider};

use crate::show::Output;

/// Between two steps, so that they can be followed.
const PACE: Duration = Duration::from_millis(400);

/// Fails unless the PBX's events confirm every step.
pub(crate) async fn run(output: Output) -> Result<(), Box<dyn Error>> {
    let pbx = pbx_sim::Simulator::start(pbx_sim::Config::default(), "127.0.0.1:0").await?;
    let address = pbx.address().to_string();
    output.step(&format!("A simulated PBX listens on {address}. Connecting to it over TCP."));
    let provider = Provider::connect(&address, &Client::builder()).await?;

    output.step("Which lines are there? Its extensions:");
    let devices = provider.devices(DeviceCategory::Station).await?;
    devices.iter().for_each(|device| output.device(device));

    let line = async |number: &str| {
        let device = devices.iter().find(|device| device.number == number).cloned();
        let device = device.ok_or_else(|| format!("the PBX has no extension {number}"))?;
        Ok::<Line, Box<dyn Error>>(provider.open(device).await?)
    };
    let (mut caller, mut called) = (line("101").await?, line("102").await?);

    output.step("101 dials 102.");
    caller.dial("102").await?;
    both(&mut caller, CallState::Ringback, &mut called, CallState::Offering, output).await?;

    sleep(PACE).await;
    output.step("102 answers.");
    called.answer().await?;
    both(&mut caller, CallState::Connected, &mut called, CallState::Connected, output).await?;

    sleep(PACE).await;
    output.step("101 holds the call.");
    caller.hold().await?;
    one(&mut caller, CallState::OnHold, output).await?;

    sleep(PACE).await;
    output.step("101 takes it back.");
    caller.retrieve().await?;
    one(&mut caller, CallState::Connected, output).await?;

    sleep(PACE).await;
    output.step("101 hangs up.");
    caller.hang_up().await?;
    both(&mut caller, CallState::Idle, &mut called, CallState::Idle, output).await?;

    provider.close().await;
    output.step("Every step was confirmed by events of the PBX.");
    Ok(())
}

/// Waits until a line's call has come into a state.
async fn one(line: &mut Line, state: CallState, output: Output) -> Result<(), tsp::Error> {
    let device = line.device().clone();
    line.until(&[state], CONFIRMATION_LIMIT, |item| output.item(&device, item)).await.map(drop)
}

/// Waits until both lines' calls have.
async fn both(
    caller: &mut Line,
    at_caller: CallState,
    called: &mut Line,
    at_called: CallState,
    output: Output,
) -> Result<(), tsp::Error> {
    tokio::try_join!(one(caller, at_caller, output), one(called, at_called, output)).map(drop)
}
