//! The command `shell`.

use std::error::Error;
use std::future::pending;
use std::sync::{Arc, Mutex, PoisonError};

use tsp::{Line, LinkState};

use super::editor::{Entered, Terminal};
use super::grammar::{Said, Word, read};
use crate::office::Office;
use crate::perform::carry_out;
use crate::show::{Output, call_text, outcome_text};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Takes commands until there are no more.
pub(crate) async fn run(office: &Office, names: &[String], output: Output) -> Result<()> {
    let lines = office.open(names, output).await?;
    let numbers = lines.iter().map(|line| output.line_name(line)).collect();
    let numbers: Arc<Mutex<Vec<String>>> = Arc::new(Mutex::new(numbers));
    let mut terminal = Terminal::start(Arc::clone(&numbers))?;
    output.note(&format!("{} lines; help tells what can be said, Ctrl-D ends it.", lines.len()));
    let mut notifications = office.registry().notifications();
    let mut shows_events = true;
    let keeping_open = async {
        if names.is_empty() {
            office.keep_open(&lines, output).await;
        }
        pending::<()>().await;
    };
    tokio::pin!(keeping_open);
    loop {
        tokio::select! {
            () = &mut keeping_open => {}
            notification = notifications.next() => match notification {
                Some(notification) if shows_events => {
                    terminal.print(format!("  {}", output.notification_text(&notification)));
                }
                Some(_) => {}
                None => return Ok(()),
            },
            entered = terminal.entered.recv() => {
                let Some(Entered { line, done }) = entered else {
                    return Ok(());
                };
                let text = match read(&line) {
                    Said::Nothing => None,
                    Said::Help(text) | Said::Wrong(text) => Some(text),
                    Said::Word(Word::Quit) => return Ok(()),
                    Said::Word(Word::Events { shown }) => {
                        shows_events = shown == "on";
                        None
                    }
                    Said::Word(word) => Some(answer(office, word, output).await),
                };
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    terminal.print(text.trim_end().to_owned());
                }
                let known = office.registry().lines();
                *numbers.lock().unwrap_or_else(PoisonError::into_inner) =
                    known.iter().map(|line| output.line_name(line)).collect();
                // The editor may have ended meanwhile.
                let _ = done.send(());
            }
        }
    }
}

/// What is to be said to a word.
async fn answer(office: &Office, word: Word, output: Output) -> String {
    match word {
        Word::Request(request) => match carry_out(office.registry(), &request).await {
            Ok(outcome) => outcome_text(&outcome),
            Err(error) => error.to_string(),
        },
        Word::Lines => {
            let infos = office.registry().lines().into_iter().filter_map(|line| line.info().ok());
            joined(infos.map(|info| {
                let line = output.named(&info.provider_name, &info.display);
                format!("{line:<10} {:<24} {}", info.name, info.state)
            }))
        }
        Word::Calls { lines } => match named(office, &lines) {
            Ok(lines) => calls(&lines, output),
            Err(error) => error.to_string(),
        },
        Word::Status => joined(office.providers().into_iter().map(|provider| {
            let status = provider.status();
            let link = match &status.link {
                LinkState::Up { .. } => "the link is up".to_owned(),
                LinkState::Down { why, .. } => format!("the link is down: {why}"),
                _ => "is being connected to".to_owned(),
            };
            format!(
                "{}: {link}; {} of {} lines are monitored, {} calls",
                status.name, status.monitored, status.lines, status.calls
            )
        })),
        Word::Events { .. } | Word::Quit => String::new(),
    }
}

fn named(office: &Office, names: &[String]) -> std::result::Result<Vec<Line>, tsp::Error> {
    match names {
        [] => Ok(office.registry().lines()),
        names => names.iter().map(|name| office.registry().find(name)).collect(),
    }
}

fn calls(lines: &[Line], output: Output) -> String {
    let calls = lines.iter().flat_map(|line| {
        let number = output.line_name(line);
        line.calls().into_iter().map(move |call| format!("{number:<6} {}", call_text(&call)))
    });
    let text = joined(calls);
    if text.is_empty() { "There are none.".to_owned() } else { text }
}

fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
