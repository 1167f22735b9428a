//! The terminal as it was before lines were edited in it.

use std::io::Write as _;

use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

/// Pasted text is not marked any more, and what comes next begins a row.
const AFTERWARDS: &[u8] = b"\x1b[?2004l\r\n";

/// Gives the terminal back as it was. The editor does so itself when a line has been entered; a
/// program that is told to end while one is edited does not wait for that.
pub(super) struct Restored(Option<Termios>);

impl Restored {
    /// What is given back is how the terminal is now.
    pub(super) fn as_now() -> Self {
        Self(tcgetattr(std::io::stdin()).ok())
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        let Some(before) = &self.0 else {
            return;
        };
        let is_edited =
            tcgetattr(std::io::stdin()).is_ok_and(|now| now.local_modes != before.local_modes);
        if is_edited && tcsetattr(std::io::stdin(), OptionalActions::Now, before).is_ok() {
            let mut output = std::io::stdout().lock();
            // A terminal that is gone needs no restoring.
            let _ = output.write_all(AFTERWARDS).and_then(|()| output.flush());
        }
    }
}
