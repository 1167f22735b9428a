//! `csta-inspect` reads CSTA Phase III traffic of Panasonic PBXs.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;
use csta_inspect::{Cli, Error};

fn main() -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let run = csta_inspect::run(&Cli::parse(), &mut out);
    match run.and_then(|all_understood| Ok(out.flush().map(|()| all_understood)?)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // Who reads the output has seen enough.
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // There is no other place to tell it.
            let _ = writeln!(io::stderr(), "csta-inspect: {error}");
            ExitCode::from(2)
        }
    }
}
