//! The command `watch`.

use std::error::Error;
use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind};
use tokio::sync::mpsc;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep_until};
use tsp::{Line, LinkState, Notification};

use super::keys::{Act, press};
use super::table::Table;
use super::view::draw;
use crate::office::Office;
use crate::perform::{Outcome, perform};
use crate::show::Output;

/// How often the times in the table move on.
const TICK: Duration = Duration::from_secs(1);

/// The shortest time between two looks at many events.
const FRAME: Duration = Duration::from_millis(50);

/// How long the thread that reads keys waits before it looks whether it is still wanted.
const POLL: Duration = Duration::from_millis(100);

/// How many keys, and how many results of orders, wait at most.
const QUEUE: usize = 64;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Shows the lines until the person at the keyboard has seen enough.
pub(crate) async fn run(office: &Office, names: &[String], output: Output) -> Result<()> {
    if !std::io::stdout().is_terminal() {
        return Err("this is shown in a terminal; monitor writes what happens as text".into());
    }
    let lines = office.open(names, output).await?;
    let mut terminal = ratatui::try_init()?;
    let _restored = Restored;
    show(office, lines, (names.is_empty(), output.has_providers()), &mut terminal, Keys::start())
        .await
}

/// Gives the terminal back as it was, also when the program is told to end.
struct Restored;

impl Drop for Restored {
    fn drop(&mut self) {
        ratatui::restore();
    }
}

enum Input {
    Key(KeyEvent),
    Resized,
}

/// A thread that reads the keyboard, as long as this is there.
struct Keys {
    received: mpsc::Receiver<Input>,
    is_wanted: Arc<AtomicBool>,
}

impl Keys {
    fn start() -> Self {
        let (keys, received) = mpsc::channel(QUEUE);
        let is_wanted = Arc::new(AtomicBool::new(true));
        let wanted = Arc::clone(&is_wanted);
        thread::spawn(move || {
            while wanted.load(Ordering::Relaxed) {
                let read = match event::poll(POLL) {
                    Ok(false) => continue,
                    Ok(true) => event::read(),
                    Err(error) => Err(error),
                };
                let input = match read {
                    Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => Input::Key(key),
                    Ok(Event::Resize(..)) => Input::Resized,
                    Ok(_) => continue,
                    Err(_) => return,
                };
                if keys.blocking_send(input).is_err() {
                    return;
                }
            }
        });
        Self { received, is_wanted }
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        self.is_wanted.store(false, Ordering::Relaxed);
    }
}

async fn show(
    office: &Office,
    mut lines: Vec<Line>,
    (all, has_sites): (bool, bool),
    terminal: &mut DefaultTerminal,
    mut keys: Keys,
) -> Result<()> {
    let mut notifications = office.registry().notifications();
    let (done, mut results) = mpsc::channel::<std::result::Result<Outcome, String>>(QUEUE);
    let mut table = Table { has_sites, ..Table::default() };
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut due = Some(Instant::now());
    loop {
        tokio::select! {
            () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => {
                due = None;
                table.link = links(office);
                table.take_in(&lines);
                terminal.draw(|frame| draw(frame, &mut table, Timestamp::now()))?;
            }
            _ = ticks.tick() => due = due.or_else(|| Some(Instant::now())),
            notification = notifications.next() => {
                let Some(notification) = notification else {
                    return Ok(());
                };
                if all && is_new(&notification) {
                    lines = office.registry().lines();
                    for line in &lines {
                        if let Err(error) = line.open().await {
                            table.message = Some((error.to_string(), true));
                        }
                    }
                }
                due = due.or_else(|| Some(Instant::now() + FRAME));
            }
            result = results.recv() => {
                table.message = match result {
                    Some(Ok(outcome)) if outcome.prompts => {
                        Some(("Press the hook key of the telephone to go on.".to_owned(), false))
                    }
                    Some(Ok(_)) | None => None,
                    Some(Err(error)) => Some((error, true)),
                };
                due = Some(Instant::now());
            }
            input = keys.received.recv() => {
                let Some(input) = input else {
                    return Err("the keyboard cannot be read any more".into());
                };
                due = Some(Instant::now());
                let Input::Key(key) = input else {
                    continue;
                };
                match press(&mut table, key) {
                    Act::Show => {}
                    Act::Quit => return Ok(()),
                    Act::Order(order) => {
                        let (registry, done) = (office.registry().clone(), done.clone());
                        tokio::spawn(async move {
                            let outcome = perform(&registry, &order).await;
                            // Nobody waits for it any more if this fails.
                            let _ = done.send(outcome.map_err(|error| error.to_string())).await;
                        });
                    }
                }
            }
        }
    }
}

/// Whether there may be lines that were not there before.
fn is_new(notification: &Notification) -> bool {
    match notification {
        Notification::Line(own) => {
            matches!(own.change, tsp::LineChange::Created | tsp::LineChange::Removed)
        }
        Notification::Lagged { .. } => true,
        _ => false,
    }
}

/// How the providers are, in a few words.
fn links(office: &Office) -> String {
    let words = office.providers().into_iter().map(|provider| {
        let status = provider.status();
        match status.link {
            LinkState::Up { .. } => status.name.to_string(),
            LinkState::Down { why, .. } => format!("{} is down: {why}", status.name),
            _ => format!("{} is being connected to", status.name),
        }
    });
    words.collect::<Vec<_>>().join(", ")
}
