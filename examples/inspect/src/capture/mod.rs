//! The command `pcap`: captures of network traffic.
//!
//! `packets` reads the file, `connections` sorts what TCP carries by connection and direction,
//! `stream` puts each direction together and `frames` takes it apart into messages, which
//! `timeline` shows.
//!
//! What TCP carries of the chosen port, or of all connections without one, is held in memory, up to
//! a limit.

mod connections;
mod frames;
mod packets;
mod stream;

use std::io::{self, Write};

use connections::{Connections, TooMuch};

use crate::cli::PcapArguments;
use crate::error::Error;
use crate::json_line;
use crate::timeline::{Place, Timeline};

pub(crate) use packets::{is_capture, payload};

/// The port on which Panasonic's switches listen.
const PANASONIC_PORT: u16 = 33_333;

/// How many octets are held of what TCP carries.
const MOST_HELD: usize = 1 << 30;

/// Shows the CSTA in a capture; whether there is any and all of it was understood.
pub(crate) fn run(arguments: &PcapArguments, out: &mut dyn Write) -> Result<bool, Error> {
    let mut connections = Connections::with_room(MOST_HELD);
    let skipped = packets::read(&arguments.file, |segment| {
        if arguments.port.is_none_or(|port| segment.has_port(port)) {
            let too_large =
                |TooMuch| Error::TooLarge { path: arguments.file.clone(), most: MOST_HELD };
            connections.take(segment).map_err(too_large)?;
        }
        Ok(())
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
            && !arguments.view.json
            && let Some(begin) = begin
        {
            writeln!(out, "times in seconds from {}", json_line::time_of(begin))?;
        }
        if !arguments.view.json {
            writeln!(out, "\nconnection {count}: {}", connection.title())?;
        }
        let place = Place { connection: Some(count), ends: connection.ends() };
        let begin = begin.unwrap_or_default();
        let mut timeline = Timeline::new(out, &arguments.view, place, begin);
        for (direction, frame) in &connection.frames {
            timeline.frame(*direction, frame)?;
        }
        all_understood &= timeline.finish(&connection.quality)?;
    }
    let mut notes = Vec::new();
    if count == 0 {
        notes.push(match arguments.port {
            Some(port) => format!("no data on TCP port {port} in the capture"),
            None => "no CSTA on any TCP connection in the capture".to_owned(),
        });
    }
    notes.extend(skipped.any().then(|| skipped.to_string()));
    for note in notes {
        // Among lines of JSON it would be none.
        match arguments.view.json {
            true => writeln!(io::stderr(), "csta-inspect: {note}")?,
            false => writeln!(out, "{}{note}", if count == 0 { "" } else { "\n" })?,
        }
    }
    Ok(all_understood && count > 0 && !skipped.any())
}
