//! A message as it is shown to people.

use std::io::{self, Write};

use csta_codec::acse::{Acse, csta_version};
use csta_codec::{DecodeError, Direction};

use crate::message::{Body, Kind, Message};
use crate::node::Node;
use crate::pieces;
use crate::raw;
use crate::tree;
use crate::value::Value;

/// A message in one line: what it is, without what it carries.
pub(crate) fn title(message: &Message<'_>) -> String {
    let id = message.invoke_id.map(|id| format!(" {id}")).unwrap_or_default();
    let what = match message.kind {
        Kind::Acse(name) => return format!("{}, {}", name.to_uppercase(), acse_meaning(message)),
        Kind::Empty => return "empty frame".to_owned(),
        Kind::Unreadable => return "no message of CSTA".to_owned(),
        kind => format!("{}{id}", kind.name()),
    };
    match (message.operation, message.code) {
        _ if message.kind == Kind::ReturnError && message.code == Some(1) => {
            format!("{what}: UniversalFailure")
        }
        (_, Some(code)) if message.kind == Kind::ReturnError => {
            format!("{what}: error {code}, which is not known")
        }
        (Some(operation), _) => {
            let from = match (message.kind, operation.direction) {
                (Kind::Invoke, Direction::ToSwitch) => ", to the switch",
                (Kind::Invoke, Direction::FromSwitch) => ", from the switch",
                _ => "",
            };
            let event = message.event.map(|event| format!(", {}", event.name)).unwrap_or_default();
            format!("{what}: {} ({}){event}{from}", operation.name, operation.code)
        }
        (None, Some(code)) => format!("{what}: operation {code}, which is not known"),
        (None, None) => what,
    }
}

/// What a message of ACSE says.
fn acse_meaning(message: &Message<'_>) -> String {
    let Body::Value(Value::Acse(acse)) = &message.body else {
        return "which cannot be read".to_owned();
    };
    let versions = |information: &Option<_>| {
        let version = information.as_ref().and_then(csta_version);
        let names: Vec<_> = version.into_iter().flat_map(|version| version.names()).collect();
        if names.is_empty() { String::new() } else { format!(", {}", names.join(", ")) }
    };
    match acse.as_ref() {
        Acse::Aarq(aarq) => {
            let login = aarq.calling_authentication_value.as_ref().and_then(|value| value.login());
            let login = if login.is_some() { ", with a login" } else { "" };
            format!("asks for an association{}{login}", versions(&aarq.user_information))
        }
        Acse::Aare(aare) => format!("{}{}", aare.result, versions(&aare.user_information)),
        Acse::Rlrq(_) => "asks to end the association".to_owned(),
        Acse::Rlre(_) => "ends the association".to_owned(),
        Acse::Abrt(abrt) => format!("ends the association at once, by {}", abrt.abort_source),
        Acse::Unrecognised(_) => "which is not known".to_owned(),
    }
}

/// Whether all of a message was understood.
pub(crate) fn is_understood(message: &Message<'_>) -> bool {
    match &message.body {
        Body::Nothing => message.is_known(),
        Body::Value(value) => message.is_known() && Node::of(value).is_known(),
        Body::Untyped | Body::Broken(_) => false,
    }
}

/// Shows what a message carries, below its title.
pub(crate) fn body(out: &mut dyn Write, message: &Message<'_>, indent: usize) -> io::Result<()> {
    match &message.body {
        Body::Nothing => Ok(()),
        Body::Value(value) => tree::write(out, value, indent),
        Body::Untyped => {
            let part = message.kind.part();
            writeln!(out, "{:indent$}{part} of a type that is not known, in:", "")?;
            raw::elements(out, message.octets, indent + 2, None)?;
            Ok(())
        }
        Body::Broken(error) => {
            let part = message.kind.part();
            writeln!(out, "{:indent$}{part} that is broken, up to there:", "")?;
            let until = (missing(message.octets) == 0).then(|| error.offset());
            raw::elements(out, message.octets, indent + 2, until)?;
            writeln!(out, "{:indent$}broken: {}", "", reason(error, message.octets))
        }
    }
}

/// Why a message is broken, and where.
pub(crate) fn reason(error: &DecodeError, octets: &[u8]) -> String {
    match missing(octets) {
        0 => error.to_string(),
        missing => format!("{error}; at the end, at octet {}, {missing} are missing", octets.len()),
    }
}

/// How many octets are missing at the end of a message.
fn missing(octets: &[u8]) -> usize {
    pieces::element_len(octets).map_or(0, |len| len.saturating_sub(octets.len()))
}
