//! The command `pcap`: captures of network traffic.
//!
//! `packets` reads the file, `connections` sorts what TCP carries by connection and direction,
//! `stream` puts each direction together, `frames` takes it apart into messages, `timeline`
//! shows them with their answers and `summary` counts them.
//!
//! What TCP carries of the chosen port, or of all connections without one, is held in memory.

mod connections;
mod detail;
mod frames;
mod packets;
mod stream;
mod summary;
mod timeline;

use std::io::Write;

use crate::cli::PcapArguments;
use crate::error::Error;

pub(crate) use packets::payload;

/// The port on which Panasonic's switches listen.
const PANASONIC_PORT: u16 = 33_333;

/// Shows the CSTA in a capture; whether there is any and all of it was understood.
pub(crate) fn run(arguments: &PcapArguments, out: &mut dyn Write) -> Result<bool, Error> {
    let mut connections = connections::Connections::default();
    let skipped = packets::read(&arguments.file, |segment| {
        if arguments.port.is_none_or(|port| segment.has_port(port)) {
            connections.take(segment);
        }
    })?;
    let begin = connections.begin();
    let mut count = 0;
    let mut all_understood = true;
    for connection in connections.into_iter() {
        let connection = connection.into_frames();
        let is_wanted = arguments.port.is_some()
            || connection.has_port(PANASONIC_PORT)
            || connection.carries_csta();
        if connection.is_empty() || !is_wanted {
            continue;
        }
        count += 1;
        if count == 1
            && let Some(begin) = begin
        {
            let time = humantime::format_rfc3339_micros(std::time::UNIX_EPOCH + begin);
            writeln!(out, "times in seconds from {time}")?;
        }
        writeln!(out, "\nconnection {count}: {}", connection.title())?;
        all_understood &=
            timeline::write(out, &connection, begin.unwrap_or_default(), arguments.tree)?;
    }
    if count == 0 {
        match arguments.port {
            Some(port) => writeln!(out, "no data on TCP port {port} in the capture")?,
            None => writeln!(out, "no CSTA on any TCP connection in the capture")?,
        }
    }
    if skipped.unknown_links + skipped.fragments + skipped.broken > 0 || skipped.is_cut_off {
        writeln!(out, "\n{skipped}")?;
    }
    Ok(all_understood && count > 0)
}
