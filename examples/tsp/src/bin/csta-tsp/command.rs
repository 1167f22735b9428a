//! What the commands do.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use csta_client::Client;
use csta_codec::types::capability::DeviceCategory;
use futures::future::select_all;
use tsp::{CONFIRMATION_LIMIT, CallState, Device, Line, LineItem, Provider};

use crate::cli::{Arguments, Command, OneLine, Pbx};
use crate::show::Output;
use crate::{demo, numbers, show};

/// How long a number that is dialled may take to ring, answer or be refused: somebody may first
/// have to lift a handset.
const DIAL_LIMIT: Duration = Duration::from_secs(60);

type Result<T> = std::result::Result<T, Box<dyn Error>>;

pub(crate) async fn run(arguments: Arguments) -> Result<ExitCode> {
    let output = Output::new(arguments.json);
    match arguments.command {
        Command::Demo => demo::run(output).await?,
        Command::Lines { pbx, trunks } => {
            let category =
                if trunks { DeviceCategory::NetworkInterface } else { DeviceCategory::Station };
            with(&pbx, async |provider| lines(provider, category, output).await).await?;
        }
        Command::Monitor { pbx, lines } => {
            with(&pbx, async |provider| monitor(provider, lines, output).await).await?;
        }
        Command::Dial { pbx, line, number } => {
            with(&pbx, async |provider| dial(provider, line, &number, output).await).await?;
        }
        Command::Answer(line) => {
            one(line, output, CallState::Connected, async |line| line.answer().await).await?;
        }
        Command::Hold(line) => {
            one(line, output, CallState::OnHold, async |line| line.hold().await).await?;
        }
        Command::Retrieve(line) => {
            one(line, output, CallState::Connected, async |line| line.retrieve().await).await?;
        }
        Command::Hangup(line) => {
            one(line, output, CallState::Idle, async |line| line.hang_up().await).await?;
        }
        Command::Numfmt(command) => return numbers::run(command, output),
    }
    Ok(ExitCode::SUCCESS)
}

/// Does something with a PBX, and releases the association whatever comes of it, also on Ctrl-C.
async fn with(pbx: &Pbx, work: impl AsyncFnOnce(&Provider) -> Result<()>) -> Result<()> {
    let builder = Client::builder();
    let provider = tokio::select! {
        connected = Provider::connect(&pbx.pbx, &builder) => connected?,
        interrupted = tokio::signal::ctrl_c() => return Ok(interrupted?),
    };
    let done = tokio::select! {
        done = work(&provider) => done,
        interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
    };
    provider.close().await;
    done
}

async fn lines(provider: &Provider, category: DeviceCategory, output: Output) -> Result<()> {
    let devices = provider.devices(category).await?;
    if devices.is_empty() && !output.is_json() {
        output.text("The PBX has none.");
    }
    devices.iter().for_each(|device| output.device(device));
    Ok(())
}

/// The devices of these numbers, with what the PBX knows of them.
async fn find(provider: &Provider, numbers: Vec<String>) -> Result<Vec<Device>> {
    let known = provider.devices(DeviceCategory::Station).await?;
    if numbers.is_empty() {
        return Ok(known.into_iter().filter(|device| device.in_service).collect());
    }
    let named = numbers.into_iter().map(|number| {
        let known = known.iter().find(|device| device.number == number).cloned();
        known.unwrap_or_else(|| Device::by_number(number))
    });
    Ok(named.collect())
}

async fn open(provider: &Provider, number: String) -> Result<Line> {
    let device = find(provider, vec![number]).await?.into_iter().next();
    Ok(provider.open(device.ok_or("no line is named")?).await?)
}

async fn monitor(provider: &Provider, numbers: Vec<String>, output: Output) -> Result<()> {
    let all_are_named = !numbers.is_empty();
    let mut lines = Vec::new();
    for device in find(provider, numbers).await? {
        match provider.open(device).await {
            Ok(line) => lines.push(line),
            Err(error) if all_are_named => return Err(error.into()),
            // The others can be watched all the same.
            Err(error) => show::error(&error),
        }
    }
    if !output.is_json() {
        output.text(&format!("{} lines are watched; Ctrl-C ends it.", lines.len()));
    }
    if lines.is_empty() {
        return Ok(());
    }
    loop {
        let next = lines.iter_mut().map(|line| {
            Box::pin(async move {
                let item = line.next().await;
                (line.device().clone(), item)
            })
        });
        let ((device, item), _, _) = select_all(next).await;
        output.item(&device, &item?);
    }
}

async fn dial(provider: &Provider, line: String, number: &str, output: Output) -> Result<()> {
    let mut line = open(provider, line).await?;
    let device = line.device().clone();
    let dialled = line.dial(number).await?;
    let expected =
        [CallState::Ringback, CallState::Connected, CallState::Busy, CallState::Disconnected];
    let call = line
        .until(&expected, DIAL_LIMIT, |item| {
            // Other calls of the line are not this command's.
            match item {
                LineItem::Change(change)
                    if dialled.as_ref().is_some_and(|id| *id != change.call.id) => {}
                item => output.item(&device, item),
            }
        })
        .await?;
    match call.state {
        CallState::Busy => Err(format!("{number} is busy").into()),
        CallState::Disconnected => Err(format!("{number} cannot be had").into()),
        _ => Ok(()),
    }
}

/// Does something with a call of a line and waits until the PBX reports the state that follows.
async fn one(
    line: OneLine,
    output: Output,
    expected: CallState,
    work: impl AsyncFnOnce(&Line) -> std::result::Result<(), tsp::Error>,
) -> Result<()> {
    with(&line.pbx, async |provider| {
        let mut line = open(provider, line.line).await?;
        // What the line had before is no answer to what is asked for now.
        line.forget_waiting();
        work(&line).await?;
        let device = line.device().clone();
        line.until(&[expected], CONFIRMATION_LIMIT, |item| output.item(&device, item)).await?;
        Ok(())
    })
    .await
}
