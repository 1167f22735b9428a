//! A value as a tree to read: a line for each member.
//!
//! JSON alone does not tell a string from octets or from the name of a number. The type does, by
//! what can be encoded in the place of a member: see `Types`.

use std::fmt;
use std::io::{self, Write};

use csta_codec::jer::Value as AnyJson;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::meaning;
use crate::value::Value;

/// JSON whose members stay in their order.
#[derive(Debug, PartialEq)]
pub(crate) enum Node {
    Null,
    Boolean(bool),
    Integer(i64),
    Text(String),
    Object(Vec<(String, Self)>),
    Array(Vec<Self>),
}

impl Node {
    /// What a value is in JSON.
    pub(crate) fn of(value: &Value<'_>) -> Self {
        // JSON that the codec has just written can be read again.
        serde_json::from_str(&value.json().to_string()).unwrap_or(Self::Null)
    }

    /// Whether each alternative of a CHOICE in it is known.
    pub(crate) fn is_known(&self) -> bool {
        match self {
            Self::Object(members) => {
                members.iter().all(|(name, value)| !is_tag(name) && value.is_known())
            }
            Self::Array(values) => values.iter().all(Self::is_known),
            _ => true,
        }
    }
}

/// Whether a name is the tag of an alternative that is not known.
fn is_tag(name: &str) -> bool {
    name.starts_with('[')
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Integer(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(i64::try_from(value).map_or_else(|_| Node::Text(value.to_string()), Node::Integer))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Node::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(member) = members.next_entry()? {
            list.push(member);
        }
        Ok(Node::Object(list))
    }
}

/// Writes a value, each line indented by `indent` spaces at least.
pub(crate) fn write(out: &mut dyn Write, value: &Value<'_>, indent: usize) -> io::Result<()> {
    let node = Node::of(value);
    let mut types = Types::of(value);
    if let Node::Object(members) = &node
        && members.len() != 1
    {
        return Lines { out, types: &mut types }.members(members, "", indent);
    }
    Lines { out, types: &mut types }.value(&node, "", "", indent)
}

struct Lines<'t, 'v> {
    out: &'t mut dyn Write,
    types: &'t mut Types<'v>,
}

impl Lines<'_, '_> {
    /// Writes the members of an object, below each other.
    fn members(
        &mut self,
        members: &[(String, Node)],
        pointer: &str,
        indent: usize,
    ) -> io::Result<()> {
        for (name, value) in members {
            // The parts of a filter that are not there, which is most of them.
            if is_filter(pointer) && is_no_bits(value) {
                continue;
            }
            self.value(value, name, &format!("{pointer}/{name}"), indent)?;
        }
        Ok(())
    }

    /// Writes a value behind its label: the names that lead to it since the line above.
    fn value(&mut self, value: &Node, label: &str, pointer: &str, indent: usize) -> io::Result<()> {
        let (label, pointer, value) = descend(label.to_owned(), pointer.to_owned(), value);
        let separator = if label.is_empty() { "" } else { ": " };
        write!(self.out, "{:indent$}{label}", "")?;
        match value {
            Node::Object(members) => match bits(members) {
                Some((digits, length)) => {
                    let bits = meaning::of_bits(&label, &pointer, digits, length);
                    writeln!(self.out, "{separator}{bits}")
                }
                None if members.is_empty() => writeln!(self.out, "{separator}{{}}"),
                None if is_filter(&pointer)
                    && members.iter().all(|(_, value)| is_no_bits(value)) =>
                {
                    writeln!(self.out, "{separator}empty, every event is reported")
                }
                None => {
                    writeln!(self.out)?;
                    self.members(members, &pointer, indent + 2)
                }
            },
            Node::Array(values) => {
                let count = values.len();
                let plural = if count == 1 { "" } else { "s" };
                writeln!(self.out, "{separator}{count} value{plural}")?;
                for (index, value) in values.iter().enumerate() {
                    let pointer = format!("{pointer}/{index}");
                    self.value(value, &format!("[{index}]"), &pointer, indent + 2)?;
                }
                Ok(())
            }
            Node::Null => writeln!(self.out, "{separator}null"),
            Node::Boolean(value) => writeln!(self.out, "{separator}{value}"),
            Node::Integer(value) => {
                writeln!(self.out, "{separator}{}", meaning::of_integer(&label, *value))
            }
            Node::Text(text) => {
                writeln!(self.out, "{separator}{}", self.types.text(&pointer, text))
            }
        }
    }
}

/// Goes down as long as there is one member alone, so that it stands in the same line.
fn descend(mut label: String, mut pointer: String, mut value: &Node) -> (String, String, &Node) {
    while let Node::Object(members) = value
        && let [(name, inner)] = members.as_slice()
    {
        label = if label.is_empty() { name.clone() } else { format!("{label}.{name}") };
        pointer = format!("{pointer}/{name}");
        value = inner;
    }
    (label, pointer, value)
}

fn is_filter(pointer: &str) -> bool {
    pointer.ends_with("onitorFilter")
}

/// Whether this is a BIT STRING without bits.
fn is_no_bits(value: &Node) -> bool {
    matches!(value, Node::Object(members) if matches!(bits(members), Some((_, 0))))
}

/// The digits and the length of a BIT STRING.
fn bits(members: &[(String, Node)]) -> Option<(&str, usize)> {
    match members {
        [(value, Node::Text(digits)), (length, Node::Integer(bits))]
            if value == "value" && length == "length" =>
        {
            Some((digits, usize::try_from(*bits).ok()?))
        }
        _ => None,
    }
}

/// Tells of what type a string in the JSON of a value is: by encoding the same value with another
/// one in its place. Where a number is taken the string is the name of one, which is where the
/// octets differ; where any text is taken it is a text; where any octets are, it is octets.
struct Types<'v> {
    value: &'v Value<'v>,
    /// The JSON of the value and its octets, unless it cannot be encoded again.
    known: Option<(AnyJson, Vec<u8>)>,
}

/// A number that no ENUMERATED of CSTA has, of one octet.
const NO_CODE: u8 = 0x7F;

impl<'v> Types<'v> {
    fn of(value: &'v Value<'v>) -> Self {
        let json = serde_json::to_value(value.json()).ok();
        let known = json.and_then(|json| {
            let octets = value.encode(&json).ok()?;
            Some((json, octets))
        });
        Self { value, known }
    }

    /// A string as it is to be read.
    fn text(&mut self, pointer: &str, text: &str) -> String {
        if let Some(octets) = self.encoded_with(pointer, AnyJson::from(NO_CODE)) {
            return match self.code(&octets) {
                Some(code) => format!("{text} ({code})"),
                None => text.to_owned(),
            };
        }
        if self.encoded_with(pointer, AnyJson::from("~")).is_some() {
            return format!("{text:?}");
        }
        // A NULL, which is an element too.
        if self.encoded_with(pointer, AnyJson::from("0500")).is_some() {
            return meaning::of_octets(text);
        }
        text.to_owned()
    }

    /// The octets of the value with something else at a place.
    fn encoded_with(&mut self, pointer: &str, other: AnyJson) -> Option<Vec<u8>> {
        let (json, _) = self.known.as_mut()?;
        let original = std::mem::replace(json.pointer_mut(pointer)?, other);
        let octets = self.value.encode(json).ok();
        *json.pointer_mut(pointer)? = original;
        octets
    }

    /// The number where there is [`NO_CODE`] in other octets of the same length. One that is left
    /// out, being the default, has none.
    fn code(&self, other: &[u8]) -> Option<u8> {
        let (_, octets) = self.known.as_ref()?;
        if octets.len() != other.len() {
            return None;
        }
        octets.iter().zip(other).find(|(a, b)| a != b).map(|(code, _)| *code)
    }
}
