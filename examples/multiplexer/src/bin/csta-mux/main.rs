//! `csta-mux`: many applications on the one CSTA link of a Panasonic PBX.

mod cli;
mod error;
mod logs;
mod run;
mod status;
mod tools;

use std::io::{self, Write};
use std::process::ExitCode;

use cli::{Arguments, Command};

fn main() -> ExitCode {
    let Arguments { command, run } = program::arguments();
    let done = match command {
        Some(Command::User(user)) => tools::change_users(&user),
        Some(Command::Certificate(certificate)) => tools::make_certificate(&certificate),
        Some(Command::Config) => tools::print_config(),
        Some(Command::Status(status)) => status::show(&status),
        None => run::run(&run),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Whoever closes stderr does not want to read this.
            let _ = writeln!(io::stderr(), "csta-mux: {error}");
            error.exit_code()
        }
    }
}
