//! The line editor, in a thread of its own.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{
    Cmd, CompletionType, ConditionalEventHandler, Config, Context, Editor, Event, EventContext,
    EventHandler, Helper, KeyEvent, Movement, RepeatCount,
};
use tokio::sync::{mpsc, oneshot};

use super::completion::complete;
use super::grammar::grammar;
#[cfg(unix)]
use super::restored::Restored;

/// How many lines are remembered.
const HISTORY: usize = 1000;

/// What is shown where a command is expected.
const PROMPT: &str = "csta-tsp> ";

/// A line that was entered, and whom to tell that the next one is wanted.
#[derive(Debug)]
pub(super) struct Entered {
    pub(super) line: String,
    pub(super) done: oneshot::Sender<()>,
}

/// The editor, and a way to print while a line is edited.
pub(super) struct Terminal {
    pub(super) entered: mpsc::Receiver<Entered>,
    printer: Option<Box<dyn rustyline::ExternalPrinter + Send>>,
    #[cfg(unix)]
    _restored: Restored,
}

impl Terminal {
    /// Starts the editor, which completes the numbers of these lines.
    pub(super) fn start(lines: Arc<Mutex<Vec<String>>>) -> rustyline::Result<Self> {
        let config = Config::builder()
            .max_history_size(HISTORY)?
            .history_ignore_space(true)
            .completion_type(CompletionType::List)
            .auto_add_history(true)
            .build();
        #[cfg(unix)]
        let restored = Restored::as_now();
        let mut editor: Editor<Completing, DefaultHistory> = Editor::with_config(config)?;
        let clearing = EventHandler::Conditional(Box::new(Clearing));
        editor.bind_sequence(KeyEvent::ctrl('C'), clearing);
        editor.set_helper(Some(Completing { grammar: grammar(), lines }));
        let history = history();
        if let Some(file) = &history {
            if let Some(directory) = file.parent() {
                let _ = std::fs::create_dir_all(directory);
            }
            // There is none at the first time.
            let _ = editor.load_history(file);
        }
        let printer = editor.create_external_printer().ok();
        let printer = printer.map(|printer| Box::new(printer) as Box<_>);
        let (lines, entered) = mpsc::channel(1);
        thread::spawn(move || {
            edit(&mut editor, history.as_deref(), &lines);
        });
        Ok(Self {
            entered,
            printer,
            #[cfg(unix)]
            _restored: restored,
        })
    }

    /// Prints above the line that is edited.
    pub(super) fn print(&mut self, text: String) {
        let printed = match &mut self.printer {
            Some(printer) => printer.print(format!("{text}\n")).is_ok(),
            None => false,
        };
        if !printed {
            use std::io::Write as _;
            let _ = writeln!(std::io::stdout().lock(), "{text}");
        }
    }
}

/// Reads lines one after the other until there are no more; Ctrl-C empties the line, or ends if it
/// is empty. Each is remembered at once, since the program may be told to end at any time.
fn edit(
    editor: &mut Editor<Completing, DefaultHistory>,
    history: Option<&Path>,
    lines: &mpsc::Sender<Entered>,
) {
    loop {
        let line = match editor.readline(PROMPT) {
            Ok(line) => line,
            Err(ReadlineError::Signal(_)) => continue,
            Err(_) => return,
        };
        if let Some(file) = history {
            // What was entered matters more than that it is remembered.
            let _ = editor.append_history(file);
        }
        let (done, next) = oneshot::channel();
        if lines.blocking_send(Entered { line, done }).is_err() || next.blocking_recv().is_err() {
            return;
        }
    }
}

/// Where the history is kept, if anywhere.
fn history() -> Option<PathBuf> {
    let directory = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from).or_else(|| {
        let home = std::env::var_os("HOME")?;
        Some(PathBuf::from(home).join(".local").join("state"))
    })?;
    Some(directory.join("csta-tsp").join("history"))
}

/// Empties a line that has something in it; an empty one is left to what the key does otherwise.
struct Clearing;

impl ConditionalEventHandler for Clearing {
    fn handle(
        &self,
        _: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext<'_>,
    ) -> Option<Cmd> {
        (!context.line().is_empty()).then_some(Cmd::Kill(Movement::WholeLine))
    }
}

struct Completing {
    grammar: clap::Command,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Completer for Completing {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let before = line.get(..position).unwrap_or(line);
        let (start, mut words) = complete(&self.grammar, before, &lines);
        // A word that is complete is followed by the next.
        if let [only] = words.as_mut_slice() {
            only.push(' ');
        }
        Ok((start, words))
    }
}

impl Helper for Completing {}
impl Hinter for Completing {
    type Hint = String;
}
impl Highlighter for Completing {}
impl Validator for Completing {}
