//! The command `capabilities`: what a PBX says that it can do.

use std::error::Error;
use std::fmt::Write as _;

use csta_codec::ber::BitString;
use csta_codec::jer::{Jer, Node};
use serde::Serialize;
use tsp::config::Config;

use crate::office::{Needs, Office};
use crate::show::Output;

/// How far a group is indented in the one around it.
const INDENT: usize = 2;

/// What a provider can do, as a line of JSON.
#[derive(Serialize)]
#[serde(tag = "type", rename = "capabilities")]
struct Line<'p, C> {
    provider: &'p str,
    capabilities: C,
}

/// Asks each PBX, and shows what it answers.
pub(crate) async fn run(config: &Config, output: Output) -> Result<(), Box<dyn Error>> {
    Office::with(&config.without_lines(), Needs::default(), output, async |office| {
        for provider in office.providers() {
            let told = provider.capabilities().await?;
            let capabilities = told.get();
            if output.is_json() {
                output.serialised(&Line { provider: provider.name(), capabilities });
            } else {
                if output.has_providers() {
                    output.text(&format!("{}:", provider.name()));
                }
                output.text(text(&capabilities).trim_end());
            }
        }
        Ok(())
    })
    .await
}

/// A value as lines to be read: each member with its name in CSTA, groups indented. A service or an
/// event that is not there has no line.
fn text(value: &dyn Jer) -> String {
    let mut text = String::new();
    value.show(&mut |node| write_parts(&node, 0, &mut text));
    text
}

fn write_parts(node: &Node<'_>, indent: usize, text: &mut String) {
    match node {
        Node::Object(members) => {
            members(&mut |name, member| write_member(name, member, indent, text));
        }
        Node::Array(values) => values(&mut |value| write_member("-", value, indent, text)),
        leaf => {
            let _ = writeln!(text, "{:indent$}{}", "", leaf_text(leaf));
        }
    }
}

fn write_member(name: &str, member: &dyn Jer, indent: usize, text: &mut String) {
    member.show(&mut |node| {
        // Writing to a string does not fail.
        let _ = match &node {
            Node::Object(_) | Node::Array(_) => {
                let written = writeln!(text, "{:indent$}{name}", "");
                write_parts(&node, indent + INDENT, text);
                written
            }
            leaf => match leaf_text(leaf) {
                said if said.is_empty() => writeln!(text, "{:indent$}{name}", ""),
                said => writeln!(text, "{:indent$}{name}: {said}", ""),
            },
        };
    });
}

/// A value without parts; nothing of options of which none is there.
fn leaf_text(node: &Node<'_>) -> String {
    match node {
        Node::Boolean(true) => "yes".to_owned(),
        Node::Boolean(false) => "no".to_owned(),
        Node::Integer(number) => number.to_string(),
        Node::Named { name: Some(name), .. } => (*name).to_owned(),
        Node::Named { code, .. } => code.to_string(),
        Node::Text(said) => (*said).to_owned(),
        Node::Octets(octets) => hexadecimal(octets),
        Node::Bits { bits, names } => {
            let set = names.iter().filter(|(_, number)| is_set(bits, *number));
            set.map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

fn is_set(bits: &BitString<'_>, number: u32) -> bool {
    let octet = usize::try_from(number / 8).ok().and_then(|at| bits.octets().get(at));
    octet.is_some_and(|octet| octet & (0x80 >> (number % 8)) != 0)
}

fn hexadecimal(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}
