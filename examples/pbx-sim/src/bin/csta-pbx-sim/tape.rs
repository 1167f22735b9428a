//! Frames that are recorded, and recordings that are played.

use std::fs::OpenOptions;
use std::io::{self, LineWriter, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use jiff::Timestamp;
use pbx_sim::replay::{self, Frame, Remark};
use pbx_sim::server::Direction;
use tokio::net::TcpListener;

use crate::cli::Run;
use crate::console::Console;
use crate::error::Error;
use crate::files;

/// Opens a file to which frames are appended; what it has, it keeps.
pub(crate) fn recorder(
    file: &Path,
) -> Result<impl Fn(Direction, &[u8]) + Send + Sync + 'static, Error> {
    let open = || -> io::Result<_> {
        let mut file = OpenOptions::new().create(true).append(true).open(file)?;
        writeln!(
            file,
            "# csta-pbx-sim {}; < from the switch, > to the switch",
            env!("CARGO_PKG_VERSION")
        )?;
        Ok(file)
    };
    let opened = open().map_err(|source| Error::File { file: file.to_owned(), source })?;
    // Nothing once it cannot be written to any more.
    let (name, writer) = (file.to_owned(), Mutex::new(Some(LineWriter::new(opened))));
    Ok(move |direction, apdu: &[u8]| {
        let frame = Frame { time: Timestamp::now(), direction, apdu: Bytes::copy_from_slice(apdu) };
        let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = writer.as_mut()
            && let Err(error) = writeln!(file, "{frame}")
        {
            *writer = None;
            let name = name.display();
            let _ =
                writeln!(io::stderr(), "csta-pbx-sim: {name}: {error}: nothing more is recorded");
        }
    })
}

/// Plays a recording to whoever connects.
pub(crate) async fn replay(file: &Path, arguments: &Run) -> Result<(), Error> {
    let recording = files::recording(file)?;
    let failed = |error| Error::Listen(arguments.listen, error);
    let listener = TcpListener::bind(arguments.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let interrupted = program::interruption().map_err(Error::Signal)?;
    let console = Console::new();
    let (frames, file) = (recording.0.len(), file.display());
    console.line(&format!("listening on {address}, for {frames} frames of {file}; Ctrl-C ends"));
    let tell = |remark| match remark {
        Remark::WaitsFor(operation) => console.line(&format!("waiting for {operation}")),
        Remark::NotRecorded(operation) => {
            console.line(&format!("refused: no {operation} that is not answered yet was recorded"));
        }
        Remark::Over => console.line("all of this association has been sent"),
    };
    tokio::select! {
        () = interrupted => {}
        () = replay::serve(&recording, &listener, !arguments.fast, tell) => {}
    }
    console.line("ended");
    Ok(())
}
