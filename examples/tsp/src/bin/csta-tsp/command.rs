//! What the commands do.

use std::error::Error;
use std::io::{IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};
use tsp::config::{AskPassword, Config, EXAMPLE, Instead};
use tsp::{AddressId, BusyMode, CallNotification, CallState, Line, LineState, Notification};

use crate::cli::{Arguments, Command, ConfigCommand, Global, LinesCommand, Order};
use crate::office::{Needs, Office};
use crate::perform::{perform, send};
use crate::show::Output;
use crate::{capabilities, cdr, demo, numbers, serve, shell, watch};

/// How long the PBX may take to report that something has taken effect.
const CONFIRMATION: Duration = Duration::from_secs(10);

/// How long a number that is dialled may take to ring, answer or be refused: somebody may first
/// have to lift a handset.
const DIALLING: Duration = Duration::from_secs(60);

/// How long the PBX may take to tell who takes part in a call.
const MEMBERS: Duration = Duration::from_secs(2);

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Does what the command line says.
///
/// # Errors
///
/// Why it cannot be done.
pub(crate) async fn run(arguments: Arguments) -> Result<ExitCode> {
    let Arguments { global, command } = arguments;
    let output = Output::new(global.json);
    match command {
        Command::Demo => demo::run(output).await?,
        Command::Config(ConfigCommand::Example) => {
            std::io::stdout().lock().write_all(EXAMPLE.as_bytes())?;
        }
        Command::Serve { openapi: true, .. } => output.serialised(&serve::description()),
        Command::Config(ConfigCommand::Check) => check(&global, output)?,
        Command::Numfmt(command) => return numbers::run(command, global.config.as_deref(), output),
        Command::Lines { command: Some(LinesCommand::Import { file, to, provider }), .. } => {
            let config = load(&global, Instead { writes_list: true, ..Instead::default() })?;
            crate::lines::import(&config, &file, to, provider.as_deref(), output)?;
        }
        command => {
            let is_at_terminal = std::io::stdin().is_terminal();
            let ask_password = is_at_terminal.then_some(ask_password as AskPassword);
            let config = load(&global, Instead { ask_password, ..Instead::default() })?;
            if config.providers.is_empty() && config.bus.is_none() {
                output.warn(crate::NO_PBX);
                return Ok(ExitCode::from(2));
            }
            connected(&config, command, output).await?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads the configuration, in whose place comes what the command line says besides this.
fn load(global: &Global, instead: Instead<'_>) -> Result<Config> {
    let site = &global.site;
    if global.password_file.is_some() && global.user.is_none() {
        return Err("--password-file is for the password of --user NAME: give that, too".into());
    }
    let instead = Instead {
        pbx: global.pbx.as_deref(),
        user: global.user.as_deref(),
        password_file: global.password_file.as_deref(),
        tls: global.tls,
        tls_roots: global.tls_roots.as_deref(),
        bus: global.bus.as_deref(),
        sites: site,
        protocol_logs: global.protocol_logs.as_deref(),
        shows_numbers: global.show_numbers,
        ..instead
    };
    let config = Config::load(global.config.as_deref(), &instead)?;
    if config.bus.is_none() && !site.is_empty() {
        let advice = "sites are on the bus: name it by --bus nats://HOST:PORT, or in the \
                      configuration, without --pbx";
        return Err(format!("--site {}: {advice}", site.join(" --site ")).into());
    }
    Ok(config)
}

fn ask_password(user: &str) -> std::result::Result<String, String> {
    rpassword::prompt_password(format!("Password of {user}: "))
        .map_err(|error| format!("it cannot be asked for: {error}"))
}

/// Says what is wrong with the configuration, or what it says.
fn check(global: &Global, output: Output) -> Result<()> {
    let file = global.config.as_deref().ok_or("no configuration is named: give --config FILE")?;
    let config = load(global, Instead::default())?;
    let providers: Vec<&str> = config.providers.iter().map(|own| own.name.as_str()).collect();
    let lines = config.providers.iter().map(|own| {
        let automatic = if own.lines.automatic { "automatic and " } else { "" };
        let lines = format!("{automatic}{} listed", own.lines.manual.len());
        if config.has_many() { format!("{} {lines}", own.name) } else { lines }
    });
    let lines = lines.collect::<Vec<_>>().join(", ");
    output.text(&format!(
        "{}: nothing is wrong; providers: {}; lines: {}",
        file.display(),
        if providers.is_empty() { "none".to_owned() } else { providers.join(", ") },
        if lines.is_empty() { "none" } else { &lines },
    ));
    Ok(())
}

/// What is done with a PBX.
async fn connected(config: &Config, command: Command, output: Output) -> Result<()> {
    let output = output.with_providers(config.has_many());
    let needs = Needs::default();
    let patient = Needs { patience: true, ..needs };
    match command {
        Command::Lines { command, trunks } => {
            let command = match (command, trunks) {
                (Some(command), _) => command,
                (None, true) => LinesCommand::Query { trunks },
                (None, false) => LinesCommand::List,
            };
            crate::lines::run(config, command, output).await
        }
        Command::Capabilities => capabilities::run(config, output).await,
        Command::Monitor(watched) => {
            Office::with(config, patient, output, async |office| {
                monitor(office, &watched.lines, output).await
            })
            .await
        }
        Command::Watch(watched) => {
            Office::with(config, patient, output, async |office| {
                watch::run(office, &watched.lines, output).await
            })
            .await
        }
        Command::Shell(watched) => {
            Office::with(config, patient, output, async |office| {
                shell::run(office, &watched.lines, output).await
            })
            .await
        }
        Command::Serve { listen, token, cdr, .. } => {
            serve::run(config, listen, token, cdr, output).await
        }
        Command::Cdr { file, format, delay, count } => {
            let mut config = config.clone();
            let cdr = &mut config.settings.cdr;
            cdr.file = file.unwrap_or_else(|| cdr.file.clone());
            cdr.format = format.unwrap_or(cdr.format);
            cdr.delay = delay.unwrap_or(cdr.delay);
            cdr::run(&config, count, output).await
        }
        Command::Order(order) => {
            Office::with(config, needs, output, async |office| one(office, order, output).await)
                .await
        }
        Command::Escape(escape) => {
            Office::with(config, needs, output, async |office| {
                let line = office.find(&escape.line).await?;
                output.outcome(&send(&line, &escape).await?);
                Ok(())
            })
            .await
        }
        Command::Demo | Command::Config(_) | Command::Numfmt(_) => Ok(()),
    }
}

/// Shows what happens until it is interrupted.
async fn monitor(office: &Office, names: &[String], output: Output) -> Result<()> {
    let mut notifications = office.registry().notifications();
    let lines = office.open(names, output).await?;
    // What was there already is told first.
    while notifications.try_next().is_some() {}
    for line in &lines {
        for call in line.calls() {
            output.call(line, call);
        }
    }
    let is_watched = |line: &&Line| {
        let state = line.state(AddressId::Main);
        !matches!(state, LineState::Closed | LineState::Refused(_) | LineState::OutOfService)
    };
    let watched = match lines.iter().filter(is_watched).count() {
        1 => "1 line is".to_owned(),
        count => format!("{count} lines are"),
    };
    output.note(&format!("{watched} watched; Ctrl-C ends it."));
    let showing = async {
        while let Some(notification) = notifications.next().await {
            output.notification(&notification);
        }
    };
    if names.is_empty() {
        tokio::join!(showing, office.keep_open(&lines, output));
    } else {
        showing.await;
    }
    Ok(())
}

/// Carries out an order, and shows what happens at the line until it has taken effect.
async fn one(office: &Office, order: Order, output: Output) -> Result<()> {
    let line = match office.open(&[order.at().line.clone()], output).await {
        Ok(lines) => lines.into_iter().next(),
        Err(error) => return Err(in_order(error, &order)),
    };
    let line = line.ok_or_else(|| tsp::Error::NoLine(order.at().line.clone()))?;
    let mut notifications = office.registry().notifications();
    let members_until = Instant::now() + MEMBERS;
    let outcome = loop {
        match perform(office.registry(), &order).await {
            // Who takes part in a call that was there before is still being read.
            Err(tsp::Error::NoCall { .. }) if matches!(order, Order::Conference(_)) => {
                let Ok(Some(_)) = timeout_at(members_until, notifications.next()).await else {
                    break perform(office.registry(), &order).await?;
                };
            }
            done => break done?,
        }
    };
    let (expected, limit) = expected(&order);
    if !expected.is_empty() && !outcome.prompts {
        let what = format!("line {line}: the PBX has accepted it, but that it is done");
        let found = notifications.until(what, limit, |notification| {
            let Notification::Call(change) = &notification else {
                return None;
            };
            let is_other = outcome.call.is_some_and(|call| call != change.call.id);
            if change.call.line != line.id() {
                return None;
            }
            output.notification(&notification);
            let state = change.call.state;
            let is_it = !is_other && change.is_state() && expected.contains(&state);
            is_it.then(|| change.clone())
        });
        let change = found.await?;
        if let Order::Dial { number, .. } | Order::Consult { number, .. } = &order
            && let Some(why) = not_reached(&change)
        {
            let operation = order.operation();
            return Err(format!("line {line} cannot {operation}: {number} {why}").into());
        }
    }
    output.outcome(&outcome);
    Ok(())
}

/// That a line is not monitored, as the reason why an order cannot be carried out.
fn in_order(error: Box<dyn Error>, order: &Order) -> Box<dyn Error> {
    match error.downcast::<tsp::Error>().map(|error| *error) {
        Ok(tsp::Error::NotReady { line, state }) => {
            let operation = order.operation();
            tsp::Error::NotMonitored { line, operation, state }.into()
        }
        Ok(error) => error.into(),
        Err(error) => error,
    }
}

/// Why somebody who was called is not reached, or `None` if it rings there at least.
fn not_reached(change: &CallNotification) -> Option<String> {
    let cause = change.cause.map_or_else(String::new, |cause| format!(", {cause}"));
    match (change.call.state, change.call.disconnect) {
        (CallState::Busy, _) if change.call.busy == Some(BusyMode::Station) => {
            Some("is busy".to_owned())
        }
        (CallState::Busy, _) => Some(format!("cannot be had: busy{cause}")),
        (CallState::Disconnected | CallState::Idle, Some(mode)) => {
            Some(format!("cannot be had: {mode}{cause}"))
        }
        (CallState::Disconnected | CallState::Idle, None) => {
            Some(format!("cannot be had: the call has ended{cause}"))
        }
        _ => None,
    }
}

/// In which state of a call an order has taken effect, and how long that may take. None where the
/// PBX's answer is all there is.
const fn expected(order: &Order) -> (&'static [CallState], Duration) {
    use CallState as S;
    let states: &[S] = match order {
        Order::Dial { .. } | Order::Consult { .. } | Order::DialDigits { .. } => {
            return (&[S::Ringback, S::Connected, S::Busy, S::Disconnected, S::Idle], DIALLING);
        }
        Order::Answer { .. }
        | Order::Retrieve { .. }
        | Order::Swap { .. }
        | Order::Intrude { .. } => &[S::Connected],
        Order::Hold { .. } => &[S::OnHold, S::OnHoldPendingTransfer, S::OnHoldPendingConference],
        Order::Hangup { .. }
        | Order::Redirect { .. }
        | Order::Transfer { .. }
        | Order::Complete { conference: false, .. } => &[S::Idle],
        Order::Complete { conference: true, .. } => &[S::Connected, S::Conferenced],
        Order::Pickup { .. } | Order::GroupPickup { .. } => &[S::Connected, S::Offering],
        Order::Conference(_)
        | Order::Dtmf { .. }
        | Order::Callback { .. }
        | Order::Forward { .. }
        | Order::Forwarding { .. }
        | Order::UserInfo { .. } => &[],
    };
    (states, CONFIRMATION)
}
