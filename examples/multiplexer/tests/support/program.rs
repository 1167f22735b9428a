//! The program as people start it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStderr, Command, Output, Stdio};

/// The program, without settings from the environment.
pub fn csta_mux() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_csta-mux"));
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CSTA_MUX_")) {
            command.env_remove(name);
        }
    }
    command
}

/// What comes of it.
pub fn run(arguments: &[&str]) -> Output {
    csta_mux().args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// A program that runs, and what it logs; ended when dropped.
pub struct Running {
    pub child: Child,
    log: BufReader<ChildStderr>,
}

impl Running {
    pub fn start(arguments: &[&str]) -> Self {
        Self::of(csta_mux().args(arguments))
    }

    pub fn of(command: &mut Command) -> Self {
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let log = BufReader::new(child.stderr.take().unwrap());
        Self { child, log }
    }

    /// Reads its log up to a line with this in it.
    pub fn line(&mut self, wanted: &str) -> String {
        loop {
            let mut line = String::new();
            assert!(
                self.log.read_line(&mut line).unwrap() > 0,
                "there is no {wanted:?} in the log"
            );
            if line.contains(wanted) {
                return line;
            }
        }
    }
}

#[cfg(unix)]
impl Running {
    /// Has it end as it should, and reads the rest of its log.
    pub fn end(mut self) -> String {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        let mut rest = String::new();
        self.log.read_to_string(&mut rest).unwrap();
        assert!(self.child.wait().unwrap().success(), "{rest}");
        rest
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
