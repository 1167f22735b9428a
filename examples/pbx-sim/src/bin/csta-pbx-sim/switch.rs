//! A switch that runs until it is told to end.

use std::io::{self, IsTerminal};

use pbx_sim::chance::Traffic;
use pbx_sim::script::{Line, Played, Sentence, Show};
use pbx_sim::{Config, Pbx, Simulator};
use tokio::sync::broadcast::error::RecvError;

use crate::board;
use crate::cli::Run;
use crate::console::Console;
use crate::error::Error;
use crate::files;
use crate::names::Names;
use crate::stage::{self, Telling, Told};
use crate::tape;

/// Runs a switch.
pub(crate) async fn run(arguments: &Run) -> Result<(), Error> {
    // Whatever is wrong is told before anything begins.
    let config = config(arguments)?;
    let script = match &arguments.script {
        Some(file) => Some(files::script(file)?),
        None => arguments.scenario.then(files::scenario).transpose()?,
    };
    let recorder = arguments.record.as_deref().map(tape::recorder).transpose()?;
    let mut interrupted = std::pin::pin!(program::interruption().map_err(Error::Signal)?);

    let console = Console::new();
    let started = Simulator::start(config, arguments.listen).await;
    let simulator = started.map_err(|error| Error::start(arguments.listen, error))?;
    if let Some(recorder) = recorder {
        simulator.tap(recorder);
    }
    let mut notices = simulator.notices();
    let names = simulator.look(Names::of).await.map_err(|_| Error::Stopped)?;
    let help = if io::stdin().is_terminal() { "help tells what can be said, " } else { "" };
    console.line(&format!("listening on {}; {help}Ctrl-C ends", simulator.address()));
    begin_chance(&simulator, arguments).await?;
    let mut told = stage::open(&simulator, script);
    loop {
        tokio::select! {
            biased;
            () = &mut interrupted => break,
            notice = notices.recv() => match notice {
                Ok(notice) => console.notice(&names, &notice),
                Err(RecvError::Lagged(missed)) => {
                    console.line(&format!("({missed} things happened too fast to be shown)"));
                }
                Err(RecvError::Closed) => return Err(Error::Stopped),
            },
            Some(Telling { what, written }) = told.recv() => {
                match what {
                    // What is said is told by itself.
                    Told::Begins(line) if matches!(line.sentence, Sentence::Say(_)) => {}
                    Told::Begins(line) => console.line(&format!("> {line}")),
                    Told::Played(_, Played::Quit) => break,
                    Told::Played(line, played) => tell(&console, &simulator, &line, played).await?,
                    Told::Unclear(error) => console.line(&format!("not understood: {error}")),
                    Told::ScriptOver => console.line("the script is over"),
                }
                let _ = written.send(());
            }
        }
    }
    // Who cannot wait for the application says so again.
    let again = program::interruption().map_err(Error::Signal)?;
    tokio::select! {
        _ = simulator.release() => {}
        () = again => {}
    }
    console.line("ended");
    Ok(())
}

fn config(arguments: &Run) -> Result<Config, Error> {
    let mut config = match &arguments.config {
        Some(file) => files::config(file)?,
        None => Config::default(),
    };
    if let Some(time) = arguments.answer_after {
        config.people.answer_after = Some(time);
    }
    if let Some(time) = arguments.hang_up_after {
        config.people.hang_up_after = Some(time);
    }
    Ok(config)
}

/// Lets happen what happens by chance.
async fn begin_chance(pbx: &Pbx, arguments: &Run) -> Result<(), Error> {
    let seed = arguments.seed;
    if let Some(calls_per_second) = arguments.load {
        let traffic = Traffic { calls_per_second, mean_talk: arguments.talk, seed };
        pbx.load(traffic).await.map_err(|_| Error::Stopped)?;
    }
    if let Some(mean) = arguments.faults {
        pbx.mishaps(mean, seed).await.map_err(|_| Error::Stopped)?;
    }
    Ok(())
}

/// Writes what came of a line.
async fn tell(console: &Console, pbx: &Pbx, line: &Line, played: Played) -> Result<(), Error> {
    match played {
        Played::Done(Ok(())) | Played::Quit => {}
        Played::Done(Err(error)) => {
            console.line(&format!("not possible: {}: {error}", line.sentence))
        }
        Played::Say(text) => console.line(&text),
        Played::Show(Show::Help) => console.help(),
        Played::Show(Show::Calls) => {
            console.block(&pbx.look(board::calls).await.map_err(|_| Error::Stopped)?);
        }
        Played::Show(Show::Devices) => {
            console.block(&pbx.look(board::devices).await.map_err(|_| Error::Stopped)?);
        }
    }
    Ok(())
}
