//! What of a message stands in its line of a timeline.

use crate::hex;
use crate::meaning;
use crate::node::Node;
use crate::value::Value;

/// How many members are shown.
const MOST: usize = 8;

/// How many values of a list are shown; of a longer one their number is.
const LONGEST_LIST: usize = 3;

/// Members that say how a device is named rather than which one it is.
const WRAPPERS: &[&str] = &[
    "deviceIdentifier",
    "dialingNumber",
    "deviceNumber",
    "deviceID",
    "staticID",
    "dynamicID",
    "both",
    "number",
];

/// Members that are worth a place in the line.
const WANTED: &[&str] = &[
    "dialingNumber",
    "deviceNumber",
    "callID",
    "cause",
    "localConnectionInfo",
    "systemStatus",
    "operation",
    "stateIncompatibility",
    "systemResourceAvailability",
    "unspecified",
    "crossRefIdentifier",
    "crossRefID",
    "segmentID",
    "lastSegment",
    "standardDevice",
];

/// The devices, calls and causes of a value, in its order.
pub(crate) fn of(value: &Value<'_>) -> String {
    let mut found = Vec::new();
    collect(&Node::of(value), &mut Vec::new(), &mut found);
    let more = if found.len() > MOST { " ..." } else { "" };
    found.truncate(MOST);
    found.join(" ") + more
}

fn collect<'n>(node: &'n Node, names: &mut Vec<&'n str>, found: &mut Vec<String>) {
    match node {
        Node::Object(members) => {
            for (name, value) in members {
                if name == "private" {
                    found.extend(private_data(value));
                }
                names.push(name);
                collect(value, names, found);
                names.pop();
            }
        }
        Node::Array(values) if values.len() > LONGEST_LIST => {
            let name = names.last().copied().unwrap_or("list");
            found.push(format!("{name}=[{} values]", values.len()));
        }
        Node::Array(values) => values.iter().for_each(|value| collect(value, names, found)),
        leaf => {
            if let Some(name) = names.last().filter(|name| WANTED.contains(name))
                && let Some(text) = text(name, leaf)
            {
                let is_label = |name: &&&str| !WRAPPERS.contains(*name);
                let label = names.iter().rev().find(is_label).unwrap_or(name);
                found.push(format!("{label}={text}"));
            }
        }
    }
}

/// What private data are: `kmeAdditionalData.conditionCode=tr`.
fn private_data(value: &Node) -> Option<String> {
    let Node::Object(members) = value else { return None };
    let [(kind, inside)] = members.as_slice() else { return None };
    let Node::Object(members) = inside else { return Some(kind.clone()) };
    let [(name, value)] = members.as_slice() else { return Some(kind.clone()) };
    let name = format!("{kind}.{name}");
    Some(match text("", value) {
        Some(text) => format!("{name}={text}"),
        None => name,
    })
}

fn text(name: &str, leaf: &Node) -> Option<String> {
    match leaf {
        Node::Octets(octets) if name == "callID" => {
            Some(meaning::text_of(octets).unwrap_or_else(|| hex::digits(octets)))
        }
        Node::Octets(octets) => Some(hex::digits(octets)),
        // A number that would steer the terminal is shown, and does not.
        Node::Text(text) if text.contains(char::is_control) => Some(format!("{text:?}")),
        Node::Text(text) => Some(text.clone()),
        Node::Named { name: Some(name), .. } => Some((*name).to_owned()),
        Node::Named { code, name: None } => Some(code.to_string()),
        Node::Integer(number) if name == "deviceNumber" => Some(meaning::device_name(*number)),
        Node::Integer(number) => Some(number.to_string()),
        Node::Boolean(value) => Some(value.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_cannot_steer_the_terminal() {
        let shown = |number: &str| text("dialingNumber", &Node::Text(number.to_owned()));
        assert_eq!(shown("0030*#").as_deref(), Some("0030*#"));
        assert_eq!(shown("1\u{1b}[2J\u{9b}").as_deref(), Some("\"1\\u{1b}[2J\\u{9b}\""));
    }
}
