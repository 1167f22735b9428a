//! `csta-pbx-sim`: a simulated Panasonic PBX on a TCP port.

mod console;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use pbx_sim::{Config, Simulator};
use tokio::sync::broadcast::error::RecvError;

use console::Console;

/// A simulated Panasonic PBX: 20 extensions, 101 to 120, four trunk lines, and CSTA Phase III for
/// one application at a time.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Where to listen.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:33333")]
    listen: SocketAddr,

    /// Let the users of the telephones answer after so many seconds.
    #[arg(long, value_name = "SECONDS")]
    answer_after: Option<u64>,

    /// Let users hang up so many seconds after they have answered.
    #[arg(long, value_name = "SECONDS")]
    hang_up_after: Option<u64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let console = Console::new();
    let mut config = Config::default();
    config.people.answer_after = arguments.answer_after.map(Duration::from_secs);
    config.people.hang_up_after = arguments.hang_up_after.map(Duration::from_secs);
    let simulator = match Simulator::start(config, arguments.listen).await {
        Ok(simulator) => simulator,
        Err(error) => {
            console.line(&format!("csta-pbx-sim: {}: {error}", arguments.listen));
            return ExitCode::FAILURE;
        }
    };
    let mut notices = simulator.notices();
    console.line(&format!("listening on {}, Ctrl-C ends", simulator.address()));
    let Ok(names) = simulator.look(console::Names::of).await else {
        return ExitCode::FAILURE;
    };
    loop {
        tokio::select! {
            notice = notices.recv() => match notice {
                Ok(notice) => console.notice(&names, &notice),
                Err(RecvError::Lagged(missed)) => {
                    console.line(&format!("({missed} things happened too fast to be shown)"));
                }
                Err(RecvError::Closed) => return ExitCode::FAILURE,
            },
            _ = tokio::signal::ctrl_c() => {
                console.line("ended");
                return ExitCode::SUCCESS;
            }
        }
    }
}
