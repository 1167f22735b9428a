//! A value as a tree to read: a line for each member.

use std::io::{self, Write};

use crate::meaning;
use crate::node::Node;
use crate::value::Value;

/// Writes a value, each line indented by `indent` spaces at least.
pub(crate) fn write(out: &mut dyn Write, value: &Value<'_>, indent: usize) -> io::Result<()> {
    let node = Node::of(value);
    match &node {
        Node::Object(list) if list.len() != 1 => members(out, list, "", indent),
        node => line(out, node, "", indent),
    }
}

/// Writes the members of an object, below each other.
fn members(
    out: &mut dyn Write,
    members: &[(String, Node)],
    label: &str,
    indent: usize,
) -> io::Result<()> {
    for (name, value) in members {
        match is_filter(label) {
            // The parts of a filter that are not there, which is most of them.
            true if is_no_bits(value) => {}
            true => line(out, value, &format!("{name}, not reported"), indent)?,
            false => line(out, value, name, indent)?,
        }
    }
    Ok(())
}

/// Writes a value behind its label: the names that lead to it since the line above.
fn line(out: &mut dyn Write, value: &Node, label: &str, indent: usize) -> io::Result<()> {
    let (label, value) = descend(label.to_owned(), value);
    let separator = if label.is_empty() { "" } else { ": " };
    write!(out, "{:indent$}{label}", "")?;
    match value {
        Node::Object(list) if list.is_empty() => writeln!(out, "{separator}{{}}"),
        Node::Object(list)
            if is_filter(&label) && list.iter().all(|(_, part)| is_no_bits(part)) =>
        {
            writeln!(out, "{separator}empty, every event is reported")
        }
        Node::Object(list) => {
            writeln!(out)?;
            members(out, list, &label, indent + 2)
        }
        Node::Array(values) => {
            let count = values.len();
            let plural = if count == 1 { "" } else { "s" };
            writeln!(out, "{separator}{count} value{plural}")?;
            for (index, value) in values.iter().enumerate() {
                line(out, value, &format!("[{index}]"), indent + 2)?;
            }
            Ok(())
        }
        leaf => writeln!(out, "{separator}{}", meaning::of(&label, leaf)),
    }
}

/// Goes down as long as there is one member alone, so that it stands in the same line.
fn descend(mut label: String, mut value: &Node) -> (String, &Node) {
    while let Node::Object(members) = value
        && let [(name, inner)] = members.as_slice()
    {
        label = if label.is_empty() { name.clone() } else { format!("{label}.{name}") };
        value = inner;
    }
    (label, value)
}

/// Whether a label is that of a monitor filter.
fn is_filter(label: &str) -> bool {
    label.ends_with("onitorFilter")
}

fn is_no_bits(value: &Node) -> bool {
    matches!(value, Node::Bits { length: 0, .. })
}
