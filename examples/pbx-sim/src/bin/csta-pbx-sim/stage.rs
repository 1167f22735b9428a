//! Where sentences come true: those of the script, and those that are typed.

use std::io::{self, BufRead, Read};

use pbx_sim::Pbx;
use pbx_sim::script::{Line, Played, Script};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

/// How many lines wait to be played, or to be written, at most.
const WAITING: usize = 64;

/// How many octets of a line are read; what is longer comes in parts, which make no sense.
const LONGEST: u64 = 1 << 16;

/// What there is to be written. The next line is played when it has been: what is written stands
/// in the order in which it happened.
#[derive(Debug)]
pub(crate) struct Telling {
    pub(crate) what: Told,
    pub(crate) written: oneshot::Sender<()>,
}

/// What there is to be written.
#[derive(Debug)]
pub(crate) enum Told {
    /// A line of the script begins.
    Begins(Line),
    /// What came of a line of the script, or of what was typed.
    Played(Line, Played),
    /// What was typed makes no sense.
    Unclear(String),
    /// The script has been played.
    ScriptOver,
}

/// Plays a script and what is typed, side by side.
pub(crate) fn open(pbx: &Pbx, script: Option<Script>) -> mpsc::Receiver<Telling> {
    let (tell, told) = mpsc::channel(WAITING);
    if let Some(script) = script {
        tokio::spawn(play(pbx.clone(), script, tell.clone()));
    }
    tokio::spawn(listen(pbx.clone(), tell));
    told
}

/// Plays a script. Whoever is told having gone is the end.
async fn play(pbx: Pbx, script: Script, tell: mpsc::Sender<Telling>) -> Option<()> {
    let begin = Instant::now();
    for line in script.lines() {
        line.start.wait(begin).await;
        told(&tell, Told::Begins(line.clone())).await?;
        let played = line.sentence.play(&pbx).await;
        told(&tell, Told::Played(line.clone(), played)).await?;
    }
    told(&tell, Told::ScriptOver).await
}

/// Plays what is typed. At its end there is nothing more to play, and that is all.
async fn listen(pbx: Pbx, tell: mpsc::Sender<Telling>) -> Option<()> {
    let begin = Instant::now();
    let mut lines = typed();
    while let Some(text) = lines.recv().await {
        match Line::parse(&text) {
            Ok(Some(line)) => {
                line.start.wait(begin).await;
                let played = line.sentence.play(&pbx).await;
                told(&tell, Told::Played(line, played)).await?;
            }
            Ok(None) => {}
            Err(error) => told(&tell, Told::Unclear(error.to_string())).await?,
        }
    }
    // Held, so that there is always something to wait for.
    tell.closed().await;
    Some(())
}

/// Lets something be written.
async fn told(tell: &mpsc::Sender<Telling>, what: Told) -> Option<()> {
    let (written, done) = oneshot::channel();
    tell.send(Telling { what, written }).await.ok()?;
    done.await.ok()
}

/// The lines of standard input. They are read by a thread that nobody waits for: reading cannot be
/// broken off.
fn typed() -> mpsc::Receiver<String> {
    let (send, lines) = mpsc::channel(WAITING);
    std::thread::spawn(move || {
        let mut text = Vec::new();
        let mut input = io::stdin().lock();
        // An error is an end: nothing more can be read.
        while (&mut input).take(LONGEST).read_until(b'\n', &mut text).is_ok_and(|count| count > 0) {
            let line = String::from_utf8_lossy(&text).into_owned();
            text.clear();
            if send.blocking_send(line).is_err() {
                return;
            }
        }
    });
    lines
}
