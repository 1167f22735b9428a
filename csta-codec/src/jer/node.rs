//! From values to JSON.

use core::fmt;

use serde::ser::{Error as _, SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use super::{Jer, PrivateData};
use crate::ber::BitString;
use crate::{Ber as _, Element, OctetString};

/// What a value is in JSON.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Node<'v> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number
    Integer(i64),
    /// A number that may have an identifier: a string of that, or the number if it has none or is
    /// an INTEGER
    Named {
        /// The number
        code: i32,
        /// Its identifier
        name: Option<&'static str>,
        /// Whether the type is an INTEGER and not an ENUMERATED
        is_integer: bool,
    },
    /// A string
    Text(&'v str),
    /// A string of hexadecimal digits
    Octets(&'v [u8]),
    /// An object of hexadecimal digits and a length
    Bits {
        /// The bits
        bits: BitString<'v>,
        /// The identifiers of bits and their numbers, of those that have one
        names: &'static [(&'static str, u32)],
    },
    /// `null` for a NULL, else a string of the whole element in hexadecimal digits
    Element(Element<'v>),
    /// The same, unless a [`PrivateData`] hook knows better
    Private(Element<'v>),
    /// An object: a function that hands over each member
    Object(&'v dyn Fn(ToMember<'_>)),
    /// An array: a function that hands over each element
    Array(&'v dyn Fn(ToElement<'_>)),
}

/// What takes each member of an object, its name and its value.
pub type ToMember<'f> = &'f mut dyn FnMut(&str, &dyn Jer);

/// What takes each element of an array.
pub type ToElement<'f> = &'f mut dyn FnMut(&dyn Jer);

impl fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("Null"),
            Self::Boolean(value) => write!(f, "Boolean({value})"),
            Self::Integer(value) => write!(f, "Integer({value})"),
            Self::Named { code, name, .. } => write!(f, "Named({code}, {name:?})"),
            Self::Text(value) => write!(f, "Text({value:?})"),
            Self::Octets(value) => write!(f, "Octets({})", OctetString(value)),
            Self::Bits { bits, .. } => write!(f, "Bits({bits:?})"),
            Self::Element(value) => write!(f, "Element({value:?})"),
            Self::Private(value) => write!(f, "Private({value:?})"),
            Self::Object(_) => f.write_str("Object"),
            Self::Array(_) => f.write_str("Array"),
        }
    }
}

/// A value to be serialised, with what is known of private data.
///
/// ```
/// use csta_codec::{jer::Json, types::CstaPrivateData, Element};
///
/// let private = CstaPrivateData::Private(Element::null());
/// assert_eq!(serde_json::to_string(&Json::new(&private))?, r#"{"private":null}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Json<'v> {
    value: &'v dyn Jer,
    private: Option<&'v dyn PrivateData>,
}

impl<'v> Json<'v> {
    /// A value whose private data nobody knows.
    #[must_use]
    pub const fn new(value: &'v dyn Jer) -> Self {
        Self { value, private: None }
    }

    /// The value, to be shown in another form; what is known of private data is not in it.
    #[must_use]
    pub const fn value(&self) -> &'v dyn Jer {
        self.value
    }

    /// The same value, whose private data are shown by a hook.
    #[must_use]
    pub const fn with_private_data(self, hook: &'v dyn PrivateData) -> Self {
        Self { private: Some(hook), ..self }
    }

    /// Serialises what a part of the value is.
    fn part<S: Serializer>(&self, node: &Node<'_>, serializer: S) -> Result<S::Ok, S::Error> {
        match *node {
            Node::Null => serializer.serialize_unit(),
            Node::Boolean(value) => serializer.serialize_bool(value),
            Node::Named { name: Some(name), is_integer: false, .. } => {
                serializer.serialize_str(name)
            }
            Node::Named { code, .. } => serializer.serialize_i64(i64::from(code)),
            Node::Integer(value) => serializer.serialize_i64(value),
            Node::Text(text) => serializer.serialize_str(text),
            Node::Octets(octets) => serializer.collect_str(&OctetString(octets)),
            Node::Bits { bits, .. } => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("value", &OctetString(&octets_of(bits)))?;
                map.serialize_entry("length", &bits.len())?;
                map.end()
            }
            Node::Element(element) => open(element, serializer),
            Node::Private(element) => self.private(element, serializer),
            Node::Object(members) => {
                let mut map = serializer.serialize_map(None)?;
                let mut result = Ok(());
                members(&mut |name, value| {
                    if result.is_ok() {
                        result = map.serialize_entry(name, &Json { value, private: self.private });
                    }
                });
                result?;
                map.end()
            }
            Node::Array(elements) => {
                let mut list = serializer.serialize_seq(None)?;
                let mut result = Ok(());
                elements(&mut |value| {
                    if result.is_ok() {
                        result = list.serialize_element(&Json { value, private: self.private });
                    }
                });
                result?;
                list.end()
            }
        }
    }

    fn private<S: Serializer>(
        &self,
        element: Element<'_>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut serializer = Some(serializer);
        let mut result = None;
        if let Some(hook) = self.private {
            hook.show(&element, &mut |value| {
                if let Some(serializer) = serializer.take() {
                    result = Some(Json { value, private: None }.serialize(serializer));
                }
            });
        }
        match (result, serializer) {
            (Some(result), _) => result,
            (None, Some(serializer)) => open(element, serializer),
            (None, None) => Err(S::Error::custom("nothing was shown")),
        }
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut serializer = Some(serializer);
        let mut result = None;
        self.value.show(&mut |node| {
            if let Some(serializer) = serializer.take() {
                result = Some(self.part(&node, serializer));
            }
        });
        result.unwrap_or_else(|| Err(S::Error::custom("nothing was shown")))
    }
}

impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}

impl fmt::Display for Json<'_> {
    /// As JSON text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

fn open<S: Serializer>(element: Element<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    if element == Element::null() {
        serializer.serialize_unit()
    } else {
        serializer.collect_str(&OctetString(&element.encode()))
    }
}

/// The octets, in which the bits that mean nothing are zero.
fn octets_of(bits: BitString<'_>) -> Vec<u8> {
    let mut octets = bits.octets().to_vec();
    if let Some(last) = octets.last_mut() {
        *last &= 0xFF << bits.unused();
    }
    octets
}
