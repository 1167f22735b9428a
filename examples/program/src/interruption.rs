//! How a program is told to end.

use std::io;

/// Listens from now on for Ctrl-C, for the signal by which services are ended, and where the
/// program is at a terminal, for the terminal to go; the future waits for one of them.
///
/// Called before a program tells that it runs: whoever has read that may end it at once. Away from
/// a terminal, as under nohup, a hang-up is none of the program's business.
///
/// # Errors
///
/// If signals cannot be received.
///
/// # Panics
///
/// Outside of a tokio runtime that does I/O.
#[cfg(unix)]
pub fn interruption() -> io::Result<impl Future<Output = ()>> {
    use std::io::IsTerminal as _;

    use tokio::signal::unix::{SignalKind, signal};

    let mut ctrl_c = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let is_at_terminal = io::stdin().is_terminal();
    let mut hang_up = is_at_terminal.then(|| signal(SignalKind::hangup())).transpose()?;
    Ok(async move {
        let hung_up = async {
            match &mut hang_up {
                Some(hang_up) => hang_up.recv().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = ctrl_c.recv() => {}
            _ = terminate.recv() => {}
            _ = hung_up => {}
        }
    })
}

/// Listens from now on for Ctrl-C, for the window to be closed and for the computer to be shut
/// down; the future waits for one of them.
///
/// # Errors
///
/// If these cannot be received.
///
/// # Panics
///
/// Outside of a tokio runtime.
#[cfg(windows)]
pub fn interruption() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::windows;

    let (mut ctrl_c, mut close, mut shutdown) =
        (windows::ctrl_c()?, windows::ctrl_close()?, windows::ctrl_shutdown()?);
    Ok(async move {
        tokio::select! {
            _ = ctrl_c.recv() => {}
            _ = close.recv() => {}
            _ = shutdown.recv() => {}
        }
    })
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::process::{Signal, getpid, kill_process};

    use super::*;

    #[tokio::test(flavor = "current_thread")]
    async fn a_signal_that_comes_before_anybody_waits_is_not_missed() -> io::Result<()> {
        for signal in [Signal::TERM, Signal::INT] {
            let interrupted = interruption()?;
            kill_process(getpid(), signal)?;
            interrupted.await;
        }
        Ok(())
    }
}
