//! The command `type`: single values.

use std::io::{self, BufRead, Read as _, Write};

use csta_codec::jer::Json;
use csta_codec::{Ber, Element};
use serde::Serialize;

use crate::cli::TypeArguments;
use crate::error::Error;
use crate::node::Node;
use crate::tree;
use crate::value::{Type, Value};
use crate::{hex, raw, text};

/// How many octets of a line are read: the digits of the longest message fit in a fifth of that.
const LONGEST_LINE: u64 = 1 << 20;

/// Decodes one value, or one for each line of the input; whether all were understood.
pub(crate) fn run(arguments: &TypeArguments, out: &mut dyn Write) -> Result<bool, Error> {
    let Some(name) = arguments.name.as_deref().filter(|_| !arguments.batch) else {
        return batch(out);
    };
    let info = Type::by_name(name).ok_or_else(|| Error::NoType(name.to_owned()))?;
    let octets = if arguments.hex.is_empty() {
        text::octets(&String::from_utf8_lossy(&text::content("-".as_ref())?))
    } else {
        text::octets(&arguments.hex.join(" "))
    };
    if arguments.json {
        let (line, is_understood) = line(Ok(info), &octets).map_err(io::Error::from)?;
        writeln!(out, "{line}")?;
        return Ok(is_understood);
    }
    match decode(info, &octets) {
        Ok(value) => {
            tree::write(out, &value, 0)?;
            Ok(Node::of(&value).is_known())
        }
        Err(reason) => {
            let offset = reason.offset;
            raw::elements(out, &octets, 0, Some(offset))?;
            writeln!(out, "broken: {}", reason.text)?;
            Ok(false)
        }
    }
}

/// Reads lines `NAME HEX` and answers each with a line of JSON, at once.
fn batch(out: &mut dyn Write) -> Result<bool, Error> {
    let mut all_understood = true;
    let mut stdin = io::stdin().lock();
    let mut input = Vec::new();
    loop {
        let read = next_line(&mut stdin, &mut input);
        let Some(is_whole) = read.map_err(|source| Error::input("-".as_ref(), source))? else {
            return Ok(all_understood);
        };
        let input = String::from_utf8_lossy(&input);
        let input = input.trim();
        if input.is_empty() {
            continue;
        }
        let (name, hex) = input.split_once(char::is_whitespace).unwrap_or((input, ""));
        let (line, is_understood) = if is_whole {
            let info = Type::by_name(name).ok_or_else(|| format!("no type {name:?}"));
            line(info, &text::octets(hex))
        } else {
            line(Err(format!("the line has more than {LONGEST_LINE} octets")), &[])
        }
        .map_err(io::Error::from)?;
        all_understood &= is_understood;
        writeln!(out, "{line}")?;
        out.flush()?;
    }
}

/// Reads the next line, whose end is skipped if it is too long; whether it is whole. `None` at the
/// end of the input.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    if input.by_ref().take(LONGEST_LINE).read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    let is_whole = (line.len() as u64) < LONGEST_LINE || line.ends_with(b"\n");
    if !is_whole {
        input.skip_until(b'\n')?;
    }
    Ok(Some(is_whole))
}

/// What is answered.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer<'v> {
    Value { jer: Json<'v>, reencoded: String },
    Error { error: String },
}

/// The answer to a value, and whether it was understood.
fn line(info: Result<Type, String>, octets: &[u8]) -> serde_json::Result<(String, bool)> {
    match info.and_then(|info| decode(info, octets).map_err(|reason| reason.text)) {
        Ok(value) => {
            let answer =
                Answer::Value { jer: value.json(), reencoded: hex::digits(&value.to_ber()) };
            Ok((serde_json::to_string(&answer)?, true))
        }
        Err(error) => Ok((serde_json::to_string(&Answer::Error { error })?, false)),
    }
}

/// Why octets are no value of a type, and from which octet on.
struct Reason {
    text: String,
    offset: usize,
}

fn decode(info: Type, octets: &[u8]) -> Result<Value<'_>, Reason> {
    if octets.is_empty() {
        return Err(Reason { text: "no octets in hexadecimal".to_owned(), offset: 0 });
    }
    let element = Element::decode(octets)
        .map_err(|error| Reason { text: error.to_string(), offset: error.offset() })?;
    match info.decode(&element) {
        Ok(value) => Ok(value),
        Err(error) => {
            // The codec counts from the content of the element.
            let header = octets.len() - element.content().len();
            let offset = header + error.offset();
            let text = error.to_string();
            let from = format!("at octet {}", error.offset());
            Err(Reason { text: text.replacen(&from, &format!("at octet {offset}"), 1), offset })
        }
    }
}
