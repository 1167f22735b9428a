//! From JSON to BER: what the declaration macros expand to.

use serde_json::{Map, Value};

use super::path::clipped;
use super::{Jer, JerError, JerErrorKind, MAX_OCTETS, Path};
use crate::ber::{Ber, Tag, TagSet, is_wrapped, spec, tag_of};
use crate::{Element, Writer};

/// Writes the content octets of what JSON describes.
type Write = fn(&Value, &Path<'_>, &mut Writer) -> Result<(), JerError>;

/// A member of a SEQUENCE, an alternative of a CHOICE, an element of a list, or a whole value: one
/// table of them a type, so that a declaration adds data and little code.
#[doc(hidden)]
#[derive(Debug)]
pub struct Member {
    id: &'static str,
    write: Write,
    /// The tag of the type, where it is written.
    inner: Tag,
    /// The context tag in place of it or around it, if there is one.
    outer: Tag,
    is_mandatory: bool,
    default: Option<fn(&mut Writer)>,
}

impl Member {
    /// A member that must be there, or an alternative.
    #[must_use]
    pub const fn mandatory<'a, T: Ber<'a> + Jer, const SPEC: u32>(id: &'static str) -> Self {
        let (inner, outer) = if SPEC == spec::NATURAL {
            (T::TAG, Tag::NONE)
        } else if is_wrapped::<T, SPEC>() {
            (T::TAG, tag_of::<T, SPEC>())
        } else {
            (Tag::NONE, tag_of::<T, SPEC>())
        };
        Self { id, write: T::write_json, inner, outer, is_mandatory: true, default: None }
    }

    /// A member that may be absent.
    #[must_use]
    pub const fn optional<'a, T: Ber<'a> + Jer, const SPEC: u32>(id: &'static str) -> Self {
        Self { is_mandatory: false, ..Self::mandatory::<T, SPEC>(id) }
    }

    /// The same member, which is left out when it is equal to this.
    #[must_use]
    pub const fn with_default(self, default: fn(&mut Writer)) -> Self {
        Self { default: Some(default), ..self }
    }

    /// A value by itself.
    #[must_use]
    pub const fn value<'a, T: Ber<'a> + Jer>() -> Self {
        Self::mandatory::<T, { spec::NATURAL }>("")
    }

    /// An alternative that is written as it is, without a tag of its own.
    pub(super) const fn untagged(id: &'static str, write: Write) -> Self {
        let (inner, outer) = (Tag::NONE, Tag::NONE);
        Self { id, write, inner, outer, is_mandatory: true, default: None }
    }

    /// Writes the value, with its tags, in front of what the writer holds.
    pub fn write(&self, json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let end = writer.len();
        (self.write)(json, at, writer)?;
        for tag in [self.inner, self.outer] {
            if !tag.is_none() {
                writer.header(tag, end);
            }
        }
        if writer.len() > MAX_OCTETS {
            return Err(at.error(JerErrorKind::TooLarge));
        }
        if let Some(default) = self.default {
            let mut left_out = Writer::new();
            default(&mut left_out);
            let (written, _) = writer.octets().split_at(writer.len() - end);
            if written == left_out.octets() {
                writer.truncate(end);
            }
        }
        Ok(())
    }
}

/// Writes the members of a SEQUENCE, from the last to the first.
#[doc(hidden)]
pub fn write_members(
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
    members: &'static [Member],
) -> Result<(), JerError> {
    let object = object(json, at)?;
    if let Some(name) = object.keys().find(|name| members.iter().all(|known| known.id != **name)) {
        return Err(at.error(JerErrorKind::UnknownMember(clipped(name).to_owned())));
    }
    let is_missing = |member: &&Member| member.is_mandatory && !object.contains_key(member.id);
    if let Some(member) = members.iter().find(is_missing) {
        return Err(at.error(JerErrorKind::MissingMember(member.id)));
    }
    for member in members.iter().rev() {
        if let Some(json) = object.get(member.id) {
            member.write(json, &at.member(member.id), writer)?;
        }
    }
    Ok(())
}

/// Writes the alternative of a CHOICE, whose alternatives begin with the tags that are `known`.
#[doc(hidden)]
pub fn write_choice(
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
    known: &TagSet,
    alternatives: &'static [Member],
) -> Result<(), JerError> {
    let mut members = object(json, at)?.iter();
    let (Some((name, json)), None) = (members.next(), members.next()) else {
        return Err(at.error(JerErrorKind::WrongType("an object with one member")));
    };
    let below = at.member(name);
    if let Some(alternative) = alternatives.iter().find(|known| known.id == *name) {
        return alternative.write(json, &below, writer);
    }
    if !name.starts_with('[') {
        return Err(at.error(JerErrorKind::NoAlternative(clipped(name).to_owned())));
    }
    let octets = element_octets(json, &below)?;
    let element = element_of(&octets, &below)?;
    if element.tag().to_string() != *name {
        return Err(below.error(JerErrorKind::InvalidValue("an element with another tag")));
    }
    if known.contains(element.tag()) {
        return Err(below.error(JerErrorKind::InvalidValue("the tag of a known alternative")));
    }
    element.write(writer);
    Ok(())
}

/// Writes the elements of an array, from the last to the first.
pub(crate) fn write_list(
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
    element: &Member,
) -> Result<(), JerError> {
    let Some(elements) = json.as_array() else {
        return Err(at.error(JerErrorKind::WrongType("an array")));
    };
    for (index, json) in elements.iter().enumerate().rev() {
        element.write(json, &at.index(index), writer)?;
    }
    Ok(())
}

/// The number of an enumerated value: by its identifier, or as a number.
#[doc(hidden)]
pub fn enumerated_code(
    json: &Value,
    at: &Path<'_>,
    code: impl Fn(&str) -> Option<i32>,
) -> Result<i32, JerError> {
    let number = || json.as_i64().and_then(|number| i32::try_from(number).ok());
    match json.as_str() {
        Some(name) => {
            code(name).ok_or_else(|| at.error(JerErrorKind::NoValue(clipped(name).to_owned())))
        }
        None => number().ok_or_else(|| at.error(JerErrorKind::WrongType("a name or its number"))),
    }
}

/// Writes a whole element: a NULL, or any one in hexadecimal digits.
pub(super) fn write_element(
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
) -> Result<(), JerError> {
    element_of(&element_octets(json, at)?, at)?.write(writer);
    Ok(())
}

/// The octets of an open type.
pub(super) fn element_octets(json: &Value, at: &Path<'_>) -> Result<Vec<u8>, JerError> {
    match json {
        Value::Null => Ok(Element::null().encode()),
        _ => octets(json, at),
    }
}

/// The one element that octets are.
pub(super) fn element_of<'o>(octets: &'o [u8], at: &Path<'_>) -> Result<Element<'o>, JerError> {
    Element::decode(octets)
        .map_err(|_| at.error(JerErrorKind::InvalidValue("not one element in BER")))
}

pub(super) fn object<'j>(
    json: &'j Value,
    at: &Path<'_>,
) -> Result<&'j Map<String, Value>, JerError> {
    json.as_object().ok_or_else(|| at.error(JerErrorKind::WrongType("an object")))
}

pub(super) fn text<'j>(json: &'j Value, at: &Path<'_>) -> Result<&'j str, JerError> {
    json.as_str().ok_or_else(|| at.error(JerErrorKind::WrongType("a string")))
}

/// The octets of a string of hexadecimal digits.
pub(super) fn octets(json: &Value, at: &Path<'_>) -> Result<Vec<u8>, JerError> {
    let wrong = || at.error(JerErrorKind::WrongType("a string of hexadecimal digits"));
    let text = json.as_str().ok_or_else(wrong)?;
    if text.len() > 2 * MAX_OCTETS {
        return Err(at.error(JerErrorKind::TooLarge));
    }
    let digit = |octet: &u8| char::from(*octet).to_digit(16);
    text.as_bytes()
        .chunks(2)
        .map(|pair| match pair {
            [high, low] => u8::try_from(digit(high)? << 4 | digit(low)?).ok(),
            _ => None,
        })
        .collect::<Option<_>>()
        .ok_or_else(wrong)
}
