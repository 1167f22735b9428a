//! What the commands do.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use kme_private::DeviceCategory;
use tsp::{CallState, Line, Notification, Notifications, Provider, ProviderSettings, Registry};

use crate::cli::{Arguments, Command, OneLine, Pbx};
use crate::show::Output;
use crate::{demo, numbers, show};

/// How long the PBX may take to report what it was asked to do.
pub(crate) const CONFIRMATION_LIMIT: Duration = Duration::from_secs(10);

/// How long connecting and reading the lines may take.
const CONNECT_LIMIT: Duration = Duration::from_secs(30);

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
            with(&pbx, async |_, provider| lines(provider, category, output).await).await?;
        }
        Command::Monitor { pbx, lines } => {
            with(&pbx, async |registry, provider| monitor(registry, provider, lines, output).await)
                .await?;
        }
        Command::Dial { pbx, line, number } => {
            with(&pbx, async |registry, provider| {
                dial(registry, provider, line, &number, output).await
            })
            .await?;
        }
        Command::Answer(line) => {
            one(line, output, CallState::Connected, async |line| line.answer(None).await).await?;
        }
        Command::Hold(line) => {
            one(line, output, CallState::OnHold, async |line| line.hold(None).await).await?;
        }
        Command::Retrieve(line) => {
            one(line, output, CallState::Connected, async |line| line.retrieve(None).await).await?;
        }
        Command::Hangup(line) => {
            one(line, output, CallState::Idle, async |line| line.hang_up(None).await).await?;
        }
        Command::Numfmt(command) => return numbers::run(command, output),
    }
    Ok(ExitCode::SUCCESS)
}

/// Does something with a PBX, and releases the association whatever comes of it, also on Ctrl-C.
async fn with(pbx: &Pbx, work: impl AsyncFnOnce(&Registry, &Provider) -> Result<()>) -> Result<()> {
    let registry = Registry::new(Default::default());
    let done = tokio::select! {
        done = async {
            let provider = registry.add(ProviderSettings::new(&pbx.pbx)).await?;
            provider.ready(CONNECT_LIMIT).await?;
            work(&registry, &provider).await
        } => done,
        interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
    };
    registry.close().await;
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

/// The line of a number, which is added if the PBX does not list it.
async fn find(provider: &Provider, number: &str) -> Result<Line> {
    if let Some(line) = provider.line(number) {
        return Ok(line);
    }
    let added = provider.add_lines(vec![numfmt::Line::new(number, "")?]).await?;
    Ok(added.into_iter().next().ok_or("no line is named")?)
}

async fn open(provider: &Provider, number: &str) -> Result<Line> {
    let line = find(provider, number).await?;
    line.open().await?;
    line.ready(CONFIRMATION_LIMIT).await?;
    Ok(line)
}

async fn monitor(
    registry: &Registry,
    provider: &Provider,
    numbers: Vec<String>,
    output: Output,
) -> Result<()> {
    let mut notifications = registry.notifications();
    let mut lines = Vec::new();
    if numbers.is_empty() {
        for line in provider.lines() {
            line.open().await?;
            lines.push(line);
        }
        for line in &lines {
            // The others can be watched all the same.
            if let Err(error) = line.ready(CONNECT_LIMIT).await {
                show::error(&error);
            }
        }
    } else {
        for number in &numbers {
            lines.push(open(provider, number).await?);
        }
    }
    if !output.is_json() {
        output.text(&format!("{} lines are watched; Ctrl-C ends it.", lines.len()));
    }
    if lines.is_empty() {
        return Ok(());
    }
    while let Some(notification) = notifications.next().await {
        output.notification(&notification);
        if let Notification::Provider(change) = &notification
            && let tsp::ProviderChange::LinkDown { why, .. } = &change.change
        {
            return Err(why.clone().into());
        }
    }
    Ok(())
}

async fn dial(
    registry: &Registry,
    provider: &Provider,
    line: String,
    number: &str,
    output: Output,
) -> Result<()> {
    let line = open(provider, &line).await?;
    let mut notifications = registry.notifications();
    let dialled = line.dial(number).await?;
    let expected =
        [CallState::Ringback, CallState::Connected, CallState::Busy, CallState::Disconnected];
    // Other calls of the line are not this command's.
    let is_dialled =
        |change: &tsp::CallNotification| dialled.call.is_none_or(|call| change.call.id == call);
    let state = until(&mut notifications, &line, &expected, DIAL_LIMIT, is_dialled, output).await?;
    match state {
        CallState::Busy => Err(format!("{number} is busy").into()),
        CallState::Disconnected | CallState::Idle => Err(format!("{number} cannot be had").into()),
        _ => Ok(()),
    }
}

/// Shows what happens at a line until a call of it comes into one of the states, or is over.
pub(crate) async fn until(
    notifications: &mut Notifications,
    line: &Line,
    states: &[CallState],
    limit: Duration,
    is_wanted: impl Fn(&tsp::CallNotification) -> bool,
    output: Output,
) -> std::result::Result<CallState, tsp::Error> {
    let names: Vec<&str> = states.iter().map(|state| state.name()).collect();
    let what = format!("line {line}: {}", names.join(" or "));
    notifications
        .until(what, limit, |notification| {
            let Notification::Call(change) = &notification else { return None };
            if change.call.line != line.id() || !is_wanted(change) {
                return None;
            }
            output.notification(&notification);
            let state = change.call.state;
            let is_over = state == CallState::Idle;
            (change.is_state() && (states.contains(&state) || is_over)).then_some(state)
        })
        .await
}

/// Does something with a call of a line and waits until the PBX reports the state that follows.
async fn one(
    line: OneLine,
    output: Output,
    expected: CallState,
    work: impl AsyncFnOnce(&Line) -> std::result::Result<(), tsp::Error>,
) -> Result<()> {
    with(&line.pbx, async |registry, provider| {
        let own = open(provider, &line.line).await?;
        let mut notifications = registry.notifications();
        work(&own).await?;
        let limit = CONFIRMATION_LIMIT;
        until(&mut notifications, &own, &[expected], limit, |_| true, output).await?;
        Ok(())
    })
    .await
}
