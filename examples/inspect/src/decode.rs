//! The command `decode`.

use std::io::Write;

use crate::capture;
use crate::cli::DecodeArguments;
use crate::error::Error;
use crate::hex::{self, Block};
use crate::message::Message;
use crate::pieces::{self, Framing, Piece};
use crate::{describe, json_line, raw};

/// Shows each message of the input; whether all of it was understood.
pub(crate) fn run(arguments: &DecodeArguments, out: &mut dyn Write) -> Result<bool, Error> {
    let mut blocks = if arguments.hex.is_empty() {
        hex::read(arguments.file.as_deref())?
    } else {
        hex::blocks(&arguments.hex.join(" "))
    };
    blocks.iter_mut().for_each(unpack);
    let spans_lines = blocks.iter().any(|block| block.line > 1);
    let mut all_understood = !blocks.is_empty();
    if blocks.is_empty() && !arguments.json {
        writeln!(out, "no octets in hexadecimal")?;
    }
    let mut is_first = true;
    for block in &blocks {
        for piece in pieces::split(&block.octets) {
            if arguments.json {
                all_understood &= json(out, &piece)?;
                continue;
            }
            if !is_first {
                writeln!(out)?;
            }
            is_first = false;
            if spans_lines {
                write!(out, "line {}, ", block.line)?;
            }
            if piece.offset > 2 {
                write!(out, "octet {}, ", piece.offset)?;
            }
            all_understood &=
                if arguments.raw { elements(out, &piece)? } else { tree(out, &piece)? };
        }
    }
    Ok(all_understood)
}

/// Leaves of a whole packet, as tcpdump and Wireshark show them, what TCP carries.
fn unpack(block: &mut Block) {
    if !pieces::is_whole(&block.octets)
        && let Some(payload) = capture::payload(&block.octets)
    {
        block.octets = payload;
    }
}

fn json(out: &mut dyn Write, piece: &Piece<'_>) -> Result<bool, Error> {
    let line = Message::read_with(piece.octets, json_line::of);
    let (line, is_understood) = line.map_err(std::io::Error::from)?;
    writeln!(out, "{line}")?;
    Ok(is_understood && is_complete(piece))
}

fn tree(out: &mut dyn Write, piece: &Piece<'_>) -> Result<bool, Error> {
    let is_understood = Message::read_with(piece.octets, |message| {
        writeln!(out, "{}", describe::title(message))?;
        describe::body(out, message, 2)
    })?;
    framing(out, piece)?;
    Ok(is_understood && is_complete(piece))
}

fn elements(out: &mut dyn Write, piece: &Piece<'_>) -> Result<bool, Error> {
    writeln!(out, "{} octets", piece.octets.len())?;
    let is_whole = raw::elements(out, piece.octets, 2, None)?;
    framing(out, piece)?;
    Ok(is_whole && is_complete(piece))
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
