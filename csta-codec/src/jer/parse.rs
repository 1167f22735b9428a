//! From text to JSON.

use core::cell::RefCell;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::path::clipped;
use super::{JerError, JerErrorKind, Path};

/// How many octets of JSON [`parse`] reads at most.
pub const MAX_TEXT: usize = 1 << 20;

/// Reads JSON text, of [`MAX_TEXT`] octets at most and of less than 128 levels.
///
/// A name that stands twice in one object is an error; other readers of JSON take the last.
///
/// ```
/// use csta_codec::jer;
///
/// let error = jer::parse(r#"{"both": {"callID": "01", "callID": "02"}}"#).unwrap_err();
/// assert_eq!(error.to_string(), r#"$.both: the member "callID" stands twice"#);
/// ```
///
/// # Errors
///
/// [`Syntax`](JerErrorKind::Syntax) if it is no JSON, with line and column,
/// [`DuplicateMember`](JerErrorKind::DuplicateMember), or [`TooLarge`](JerErrorKind::TooLarge) if
/// it is too long.
pub fn parse(text: &str) -> Result<Value, JerError> {
    if text.len() > MAX_TEXT {
        return Err(Path::ROOT.error(JerErrorKind::TooLarge));
    }
    let duplicate = RefCell::new(None);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Place { at: Path::ROOT, duplicate: &duplicate }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| match duplicate.take() {
        Some(duplicate) => duplicate,
        None => Path::ROOT.error(JerErrorKind::Syntax(error.to_string())),
    })
}

/// Reads the value that stands at a place.
struct Place<'p> {
    at: Path<'p>,
    /// Where an error with its path goes: those of serde are texts.
    duplicate: &'p RefCell<Option<JerError>>,
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let at = self.at.index(list.len());
            let place = Place { at, duplicate: self.duplicate };
            let Some(value) = elements.next_element_seed(place)? else {
                return Ok(list.into());
            };
            list.push(value);
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if object.contains_key(&name) {
                let kind = JerErrorKind::DuplicateMember(clipped(&name).to_owned());
                *self.duplicate.borrow_mut() = Some(self.at.error(kind));
                return Err(A::Error::custom("a member stands twice"));
            }
            let place = Place { at: self.at.member(&name), duplicate: self.duplicate };
            let value = members.next_value_seed(place)?;
            object.insert(name, value);
        }
        Ok(object.into())
    }
}
