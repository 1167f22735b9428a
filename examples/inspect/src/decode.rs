//! The command `decode`.

use std::io::Write;

use crate::capture;
use crate::cli::DecodeArguments;
use crate::error::Error;
use crate::json_line::{self, Context};
use crate::message::Message;
use crate::pieces::{self, Framing, Piece};
use crate::text::{self, Block, Stamp};
use crate::timeline::{Answered, Pairing, Place, milliseconds};
use crate::{describe, raw};

/// Shows each message of the input; whether all of it was understood.
pub(crate) fn run(arguments: &DecodeArguments, out: &mut dyn Write) -> Result<bool, Error> {
    let mut blocks = if arguments.hex.is_empty() {
        text::read(&arguments.file)?
    } else {
        text::blocks(&arguments.hex.join(" "))
    };
    blocks.iter_mut().for_each(unpack);
    // Packets that only acknowledge carry no message.
    blocks.retain(|block| !block.octets.is_empty() || block.stamp().is_some());
    let spans_lines = blocks.iter().any(|block| block.line > 1);
    let mut all_understood = !blocks.is_empty();
    if blocks.is_empty() && !arguments.json {
        let advice = if arguments.hex.is_empty() { "" } else { "; `--file FILE` reads a file" };
        writeln!(out, "no octets in hexadecimal{advice}")?;
    }
    let mut pairing = Pairing::default();
    let place = Place::of_log();
    let mut is_first = true;
    for block in &blocks {
        let stamp = block.stamp();
        for piece in pieces::split(&block.octets) {
            let is_understood = Message::read_with(piece.octets, |message| {
                let answered = stamp.map_or(Answered::Nothing, |Stamp { time, direction }| {
                    let answered = pairing.answer(direction, time, message);
                    pairing.ask(direction, time, message, true);
                    answered
                });
                if arguments.json {
                    let went = stamp.map(|stamp| (stamp.time, &place, stamp.direction));
                    let context = Context { went, answered: &answered };
                    writeln!(out, "{}", json_line::of(message, &context)?)?;
                    return Ok::<_, Error>(describe::is_understood(message));
                }
                if !is_first {
                    writeln!(out)?;
                }
                is_first = false;
                write!(out, "{}", heading(block, &piece, spans_lines))?;
                if arguments.raw {
                    return elements(out, &piece);
                }
                writeln!(out, "{}{}", describe::title(message), after(message, &answered))?;
                describe::body(out, message, 2)?;
                framing(out, &piece)?;
                Ok(describe::is_understood(message))
            })?;
            all_understood &= is_understood && is_complete(&piece);
        }
    }
    Ok(all_understood)
}

/// Where a message stands, and what its line says before it.
fn heading(block: &Block, piece: &Piece<'_>, spans_lines: bool) -> String {
    let mut heading = String::new();
    if spans_lines {
        heading = format!("line {}, ", block.line);
    }
    if piece.offset > 2 {
        heading = format!("{heading}octet {}, ", piece.offset);
    }
    if block.prefix.is_empty() { heading } else { format!("{heading}{}  ", block.prefix) }
}

/// What an answer answers, unless it says that itself, and how long that took.
fn after(message: &Message<'_>, answered: &Answered) -> String {
    let Some((request, latency)) = answered.request() else { return String::new() };
    let latency = milliseconds(latency);
    if message.operation.is_some() || request.operation.is_empty() {
        format!(", after {latency}")
    } else {
        format!(", of {}, after {latency}", request.operation)
    }
}

/// Leaves of a whole packet, as tcpdump and Wireshark show them, what TCP carries.
fn unpack(block: &mut Block) {
    if !pieces::is_whole(&block.octets)
        && let Some(payload) = capture::payload(&block.octets)
    {
        block.octets = payload;
    }
}

fn elements(out: &mut dyn Write, piece: &Piece<'_>) -> Result<bool, Error> {
    writeln!(out, "{} octets", piece.octets.len())?;
    let is_whole = raw::elements(out, piece.octets, 2, None)?;
    framing(out, piece)?;
    Ok(is_whole)
}

/// Says what is wrong with the length before a message.
fn framing(out: &mut dyn Write, piece: &Piece<'_>) -> Result<(), Error> {
    if let Framing::Short { announced } = piece.framing {
        let there = piece.octets.len();
        writeln!(
            out,
            "  broken: the frame announces {announced} octets, of which {there} are there"
        )?;
    }
    Ok(())
}

const fn is_complete(piece: &Piece<'_>) -> bool {
    !matches!(piece.framing, Framing::Short { .. })
}
