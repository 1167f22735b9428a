//! Somebody who does what a document says.

use std::process::Command;
use std::time::Instant;

use super::output::{has, is_alike, is_same};
use super::place::{PBX, PORT, Place};
use super::program::{PATIENCE, PROGRAMS, Running};
use super::step::{Act, How};

/// Somebody who does what a document says, in a place of its own.
pub(crate) struct Session {
    place: Place,
    /// What stands for the PBX of the document.
    pbx: Option<Running>,
    running: Vec<Window>,
}

/// A window in which a program runs.
struct Window {
    /// As the document has it.
    command: String,
    program: Running,
}

impl Session {
    pub(crate) fn new() -> Self {
        Self { place: Place::new(), pbx: None, running: Vec::new() }
    }

    pub(crate) fn perform(&mut self, act: &Act) -> Result<(), String> {
        match act {
            Act::Run { command, shown, how } => self.run(command, shown.as_deref(), *how),
            Act::Write { file, text } => {
                let path = self.place.path().join(self.place.here(file));
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                if text.contains(PBX) {
                    self.start_pbx()?;
                }
                std::fs::write(&path, self.place.here(text))
                    .map_err(|error| format!("{}: {error}", path.display()))
            }
            Act::Type { program, text } => {
                self.window(program)?.program.type_in(text);
                Ok(())
            }
            Act::Show { program, text } => {
                let place = &self.place;
                let window = self.running.iter().rev().find(|w| w.command.contains(program));
                let window = window.ok_or_else(|| format!("no {program:?} runs"))?;
                show(place, &window.program, text)
            }
        }
    }

    fn window(&mut self, words: &str) -> Result<&mut Window, String> {
        let window = self.running.iter_mut().rev().find(|w| w.command.contains(words));
        window.ok_or_else(|| format!("no {words:?} runs"))
    }

    fn run(&mut self, written: &str, shown: Option<&str>, how: How) -> Result<(), String> {
        let command = with_defaults(&without_cargo(written)?);
        let first = command.split(' ').next().unwrap_or_default();
        if !PROGRAMS.contains(&first) && !is_there(first) {
            eprintln!("{first} is not there, so this is not run: {written}");
            return Ok(());
        }
        // Whoever reads on has ended what has the PBX, or the port.
        if let Some(pbx) = self.pbx_of(&command) {
            self.stop_those(|w| connects_to(&w.command).as_ref() == Some(&pbx))?;
        }
        if let Some(port) = listens_on(&command) {
            self.stop_those(|w| listens_on(&w.command) == Some(port))?;
        }
        if command.contains(PBX) {
            self.start_pbx()?;
        }
        if !keeps_running(&command) {
            let begin = Instant::now();
            loop {
                let done = self.try_once(&command, shown, how);
                if done.is_ok() || how == How::Exactly || begin.elapsed() > PATIENCE {
                    return done.map_err(|what| format!("{written} {what}"));
                }
            }
        }
        let program = Running::start(&self.place.here(&command), self.place.path());
        match shown {
            Some(shown) => show(&self.place, &program, shown)?,
            None => {
                let sign = sign_of_life(&command);
                if !program.wait_until(|shown| shown.contains(sign)) {
                    return Err(format!("{written} does not show {sign:?}:\n{}", program.shown()));
                }
            }
        }
        self.running.push(Window { command, program });
        Ok(())
    }

    fn stop_those(&mut self, is_meant: impl Fn(&Window) -> bool) -> Result<(), String> {
        while let Some(at) = self.running.iter().position(&is_meant) {
            self.running.remove(at).program.stop()?;
        }
        Ok(())
    }

    /// A command that ends.
    fn try_once(&self, command: &str, shown: Option<&str>, how: How) -> Result<(), String> {
        let mut program = Running::start(&self.place.here(command), self.place.path());
        let status = program.end();
        let output = self.place.there(&program.shown());
        let status = status.map_err(|what| format!("{what}:\n{output}"))?;
        let is_as_shown = if how == How::InAnyOrder { is_alike } else { is_same };
        match shown {
            // A command that is shown with what it prints may fail, as an example.
            Some(shown) if is_as_shown(&output, shown) => Ok(()),
            Some(shown) => Err(format!("shows, instead of\n{shown}\nthis:\n{output}")),
            None if status.success() => Ok(()),
            None => Err(format!("ends with {status}:\n{output}")),
        }
    }

    /// The PBX that a command connects to, which takes one application at a time; not csta-mux.
    fn pbx_of(&self, command: &str) -> Option<String> {
        let address = connects_to(command)?;
        let is_it = |w: &Window| {
            let listens = w.command.split("--listen ").nth(1).and_then(|at| at.split(' ').next());
            w.command.starts_with("csta-pbx-sim") && listens == Some(&address)
        };
        let is_pbx = address.starts_with(PBX) || self.running.iter().any(is_it);
        is_pbx.then_some(address)
    }

    fn start_pbx(&mut self) -> Result<(), String> {
        if self.pbx.is_none() {
            let command = format!("csta-pbx-sim --listen {} --answer-after 1s", self.place.pbx());
            let pbx = Running::start(&command, self.place.path());
            if !pbx.wait_until(|shown| shown.contains('\n')) {
                return Err(format!("no PBX: {}", pbx.shown()));
            }
            self.pbx = Some(pbx);
        }
        Ok(())
    }

    /// All windows are closed, the last first.
    pub(crate) fn end(mut self) -> Result<(), String> {
        while let Some(window) = self.running.pop() {
            window.program.stop()?;
        }
        self.pbx.take().map_or(Ok(()), Running::stop)
    }
}

fn show(place: &Place, program: &Running, text: &str) -> Result<(), String> {
    if program.wait_until(|shown| has(&place.there(shown), text)) {
        return Ok(());
    }
    let shown = place.there(&program.shown());
    Err(format!("{} shows, instead of\n{text}\nthis:\n{shown}", program.command))
}

/// The program that `cargo run` builds and runs is built already.
fn without_cargo(command: &str) -> Result<String, String> {
    let Some(words) = command.strip_prefix("cargo ") else {
        return Ok(command.to_owned());
    };
    let (before, behind) = words.split_once(" -- ").unwrap_or((words, ""));
    let mut before: Vec<&str> = before.split(' ').filter(|word| *word != "--release").collect();
    // What stands behind the name of the program is for the shell.
    let at = before.iter().position(|word| matches!(*word, "--bin" | "--example"));
    let tail = at.map(|at| before.split_off(at + 2)).unwrap_or_default();
    let program = match before.as_slice() {
        ["run", "--bin", name] | ["run", "-p", _, "--bin", name] => (*name).to_owned(),
        ["run", "-p", _, "--example", name] => format!("target/release/examples/{name}"),
        _ => return Err(format!("{command} is not run: mark it with the reason")),
    };
    let words = [program].into_iter().chain(tail.into_iter().map(str::to_owned));
    let words = words.chain((!behind.is_empty()).then(|| behind.to_owned()));
    Ok(words.collect::<Vec<_>>().join(" "))
}

/// With the ports that are meant when none are said, so that they can be others.
fn with_defaults(command: &str) -> String {
    let words: Vec<&str> = command.split(' ').collect();
    let has = |word: &str| words.contains(&word);
    let more = match words.as_slice() {
        ["csta-pbx-sim", ..] if !has("--listen") && keeps_running(command) => {
            " --listen 127.0.0.1:33333"
        }
        ["csta-mux", ..] if has("--pbx") && !has("--listen") => {
            " --listen 127.0.0.1:33333 --web 127.0.0.1:33380"
        }
        ["csta-mux", ..] if has("--pbx") && !has("--web") => " --web 127.0.0.1:33380",
        ["csta-mux", "status", ..] if !has("--web") && !has("--config") => " --web 127.0.0.1:33380",
        ["csta-tsp", ..] if has("serve") && !has("--openapi") && !has("--listen") => {
            " --listen 127.0.0.1:8033"
        }
        ["nats-server", ..] if !has("-p") => " -a 127.0.0.1 -p 4222",
        _ => "",
    };
    format!("{command}{more}")
}

/// Whether a command goes on until it is stopped.
fn keeps_running(command: &str) -> bool {
    let words: Vec<&str> = command.split(' ').collect();
    let has = |names: &[&str]| words.iter().any(|word| names.contains(word));
    match words.first() {
        Some(&"csta-pbx-sim") => !has(&["config", "--help", "help"]),
        Some(&"csta-mux") => {
            !has(&["user", "certificate", "config", "status", "--check", "--help", "help"])
        }
        Some(&"csta-tsp") => {
            has(&["monitor", "watch", "shell", "serve", "cdr"]) && !has(&["--openapi"])
        }
        Some(&"nats-server") => true,
        Some(&"curl") => has(&["-N"]),
        _ => false,
    }
}

/// What a program shows that is up.
fn sign_of_life(command: &str) -> &'static str {
    match command.split(' ').next() {
        Some("csta-mux") => "the switch is ready",
        Some("csta-tsp") if command.contains(" serve") => "Serving on",
        Some("csta-tsp") if command.contains(" watch") => "quit",
        Some("nats-server") => "Server is ready",
        _ => "\n",
    }
}

/// The address to which a command connects.
fn connects_to(command: &str) -> Option<String> {
    let address = command.split("--pbx ").nth(1)?.split(' ').next()?;
    let has_port = address.contains(':');
    Some(if has_port { address.to_owned() } else { format!("{address}:{PORT}") })
}

/// The port on which applications reach a program.
fn listens_on(command: &str) -> Option<&str> {
    command.split("--listen ").nth(1)?.split(' ').next()?.rsplit(':').next()
}

/// Whether the shell knows a command.
fn is_there(program: &str) -> bool {
    let known = Command::new("sh").args(["-c", "command -v -- \"$0\"", program]).output();
    program.contains('/') || known.is_ok_and(|known| known.status.success())
}

#[test]
fn what_cargo_would_run_is_run() {
    let run = |command: &str| without_cargo(command).unwrap();
    assert_eq!(run("cargo run --release --bin csta-tsp -- demo"), "csta-tsp demo");
    assert_eq!(run("cargo run --bin csta-pbx-sim"), "csta-pbx-sim");
    let example = "cargo run -p kme-private --example list < frames.txt";
    assert_eq!(run(example), "target/release/examples/list < frames.txt");
    assert_eq!(run("csta-mux status"), "csta-mux status");
    assert!(without_cargo("cargo test --workspace").is_err());
}
