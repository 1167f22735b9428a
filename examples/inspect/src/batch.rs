//! The command `type`: single values.

use std::io::{self, BufRead as _, Write};

use csta_codec::jer::Json;
use csta_codec::{Ber, Element};
use serde::Serialize;

use crate::cli::TypeArguments;
use crate::error::Error;
use crate::node::Node;
use crate::tree;
use crate::value::{Type, Value};
use crate::{hex, raw, text};

/// Decodes one value, or one for each line of the input; whether all were understood.
pub(crate) fn run(arguments: &TypeArguments, out: &mut dyn Write) -> Result<bool, Error> {
    let Some(name) = arguments.name.as_deref().filter(|_| !arguments.batch) else {
        return batch(out);
    };
    let info = Type::by_name(name).ok_or_else(|| Error::NoType(name.to_owned()))?;
    let octets = if arguments.hex.is_empty() {
        text::octets(&String::from_utf8_lossy(&text::read_input()?))
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
    for input in io::stdin().lock().split(b'\n') {
        let input = input.map_err(|source| Error::input("-".as_ref(), source))?;
        let input = String::from_utf8_lossy(&input);
        let input = input.trim();
        if input.is_empty() {
            continue;
        }
        let (name, hex) = input.split_once(char::is_whitespace).unwrap_or((input, ""));
        let info = Type::by_name(name).ok_or_else(|| format!("no type {name:?}"));
        let octets = text::octets(hex);
        let (line, is_understood) = line(info, &octets).map_err(io::Error::from)?;
        all_understood &= is_understood;
        writeln!(out, "{line}")?;
        out.flush()?;
    }
    Ok(all_understood)
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
