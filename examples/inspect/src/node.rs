//! What a value is made of, with the names of its numbers and bits.

use csta_codec::ber::Ber as _;
use csta_codec::jer::{Jer, Node as Shown, PrivateData as _};
use kme_private::KmeJson;

use crate::value::Value;

/// A value or a part of one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number of which some have names.
    Named {
        code: i32,
        name: Option<&'static str>,
    },
    Text(String),
    Octets(Vec<u8>),
    Bits {
        /// How many there are.
        length: usize,
        /// Those that are set, with their names.
        set: Vec<(usize, Option<&'static str>)>,
    },
    /// A whole element of a type that is not known.
    Element(Vec<u8>),
    Object(Vec<(String, Self)>),
    Array(Vec<Self>),
}

impl Node {
    /// What a value is, with Panasonic's private data by their names.
    pub(crate) fn of(value: &Value<'_>) -> Self {
        Self::of_part(value.json().value())
    }

    fn of_part(part: &dyn Jer) -> Self {
        let mut node = Self::Null;
        part.show(&mut |shown| node = Self::of_shown(shown));
        node
    }

    fn of_shown(shown: Shown<'_>) -> Self {
        match shown {
            Shown::Boolean(value) => Self::Boolean(value),
            Shown::Integer(value) => Self::Integer(value),
            Shown::Named { code, name, .. } => Self::Named { code, name },
            Shown::Text(text) => Self::Text(text.to_owned()),
            Shown::Octets(octets) => Self::Octets(octets.to_vec()),
            Shown::Bits { bits, names } => {
                let name =
                    |bit| names.iter().find(|(_, number)| usize::try_from(*number) == Ok(bit));
                let is_set = |bit: &usize| {
                    bits.octets().get(bit / 8).is_some_and(|octet| octet << (bit % 8) & 0x80 != 0)
                };
                let set = (0..bits.len()).filter(is_set);
                let set = set.map(|bit| (bit, name(bit).map(|(name, _)| *name))).collect();
                Self::Bits { length: bits.len(), set }
            }
            Shown::Private(element) => {
                let mut known = None;
                KmeJson.show(&element, &mut |value| known = Some(Self::of_part(value)));
                known.unwrap_or_else(|| Self::of_shown(Shown::Element(element)))
            }
            Shown::Element(element) if element.read::<()>().is_ok() => Self::Null,
            Shown::Element(element) => Self::Element(element.encode()),
            Shown::Object(members) => {
                let mut list = Vec::new();
                members(&mut |name, value| list.push((name.to_owned(), Self::of_part(value))));
                Self::Object(list)
            }
            Shown::Array(values) => {
                let mut list = Vec::new();
                values(&mut |value| list.push(Self::of_part(value)));
                Self::Array(list)
            }
            // Null, and whatever a later form of JSON may have.
            _ => Self::Null,
        }
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
