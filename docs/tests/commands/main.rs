//! Each command in the documentation is run, and what it prints is what the documentation shows.
//!
//! A document is read from top to bottom as by somebody who has a window for each program that
//! goes on running. All blocks of `sh` are run, and of `console` those lines that begin with `$`;
//! what follows them is their output. A comment in the line before, which no reader sees, says what
//! else a block is:
//!
//! | comment | what |
//! |---|---|
//! | `<!-- not run: WHY -->` | nothing is done |
//! | `<!-- in any order -->` | the lines of each paragraph come in any order, at once or when the command is given again |
//! | `<!-- soon -->` | the commands show this when they are given again for a while |
//! | `<!-- file: NAME -->` | the block is written into a file |
//! | `<!-- typed into: COMMAND -->` | its lines are typed into a program that runs: one whose command has these words |
//! | `<!-- shown by: COMMAND -->` | that program shows these lines, maybe with others between them |
//!
//! `192.168.0.101` is a simulated PBX; ports are free ones. Times and ports that nobody has chosen
//! are compared with any, and a line `...` stands for any lines.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a test may fail that way, and says what it left out"
)]

mod output;
mod place;
mod program;
mod session;
mod step;

use std::fs;
use std::path::Path;
use std::thread;

use docs::{blocks, documents, root};
use session::Session;
use step::steps;

/// All that is wrong with a document, and how many commands were run.
fn run(path: &Path) -> Result<usize, String> {
    let text = fs::read_to_string(root().join(path)).unwrap();
    let at = |line: usize, what: String| format!("{}:{line}: {what}", path.display());
    let mut steps_of = Vec::new();
    for block in blocks(&text) {
        steps_of.extend(steps(&block).map_err(|what| at(block.line, what))?);
    }
    if steps_of.is_empty() {
        return Ok(0);
    }
    let mut session = Session::new();
    let count = steps_of.len();
    for step in steps_of {
        session.perform(&step.act).map_err(|what| at(step.line, what))?;
    }
    session.end().map_err(|what| at(text.lines().count(), what))?;
    Ok(count)
}

#[test]
fn each_command_does_and_shows_what_its_document_says() {
    program::check();
    let documents = documents().unwrap();
    let results: Vec<_> = thread::scope(|scope| {
        let runs: Vec<_> = documents.iter().map(|path| scope.spawn(|| run(path))).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect()
    });
    let wrong: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).collect();
    let text = wrong.iter().map(|what| what.as_str()).collect::<Vec<_>>().join("\n\n");
    assert!(wrong.is_empty(), "\n{text}");
    let count: usize = results.iter().flatten().sum();
    assert!(count > 40, "{count}");
}
