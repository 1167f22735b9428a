//! From JSON to BER.

use serde_json::{Map, Value};

use super::path::clipped;
use super::shape::{Member, Shape};
use super::{JerError, JerErrorKind, MAX_OCTETS, Path, simple};
use crate::ber::TagSet;
use crate::{Ber as _, Element, OctetString, Writer};

/// Writes the value, with its tags, in front of what the writer holds.
pub(super) fn write_member(
    member: &Member,
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
) -> Result<(), JerError> {
    let end = writer.len();
    write(member.shape(), json, at, writer)?;
    member.finish(writer, end);
    if writer.len() > MAX_OCTETS {
        return Err(at.error(JerErrorKind::TooLarge));
    }
    Ok(())
}

/// Writes the content octets of what JSON describes.
fn write(shape: &Shape, json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
    match shape {
        Shape::Null => simple::null(json, at)?,
        Shape::Boolean => simple::boolean(json, at)?.write_content(writer),
        Shape::Integer => simple::integer(json, at)?.write_content(writer),
        Shape::SmallInteger => simple::small_integer(json, at)?.write_content(writer),
        Shape::Enumerated(values) => simple::code(json, at, values)?.write_content(writer),
        Shape::OctetString => writer.prepend(&simple::octets(json, at)?),
        Shape::Text => writer.prepend(simple::text(json, at)?.as_bytes()),
        Shape::Time => simple::time(json, at)?.write_content(writer),
        Shape::ObjectIdentifier => writer.prepend(&simple::object_identifier(json, at)?),
        Shape::BitString(most) => simple::write_bits(json, at, *most, writer)?,
        Shape::Element => element_of(&element_octets(json, at)?, at)?.write(writer),
        Shape::PrivateData => write_private_data(json, at, writer)?,
        Shape::Elements => write_list(json, at, writer, const { &Member::value::<Element<'_>>() })?,
        Shape::Sequence { members } => write_members(json, at, writer, members)?,
        Shape::SequenceOf { element } => write_list(json, at, writer, element)?,
        Shape::Choice { alternatives, known } => {
            write_choice(json, at, writer, alternatives, known)?;
        }
        Shape::Explicit { value } => write_member(value, json, at, writer)?,
    }
    Ok(())
}

/// Writes the members of a SEQUENCE, from the last to the first.
fn write_members(
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
    members: &[Member],
) -> Result<(), JerError> {
    let object = object(json, at)?;
    if let Some(name) = object.keys().find(|name| members.iter().all(|known| known.id != **name)) {
        return Err(at.error(JerErrorKind::UnknownMember(clipped(name).to_owned())));
    }
    let is_missing = |member: &&Member| member.is_mandatory() && !object.contains_key(member.id);
    if let Some(member) = members.iter().find(is_missing) {
        return Err(at.error(JerErrorKind::MissingMember(member.id)));
    }
    for member in members.iter().rev() {
        if let Some(json) = object.get(member.id) {
            write_member(member, json, &at.member(member.id), writer)?;
        }
    }
    Ok(())
}

/// Writes the alternative of a CHOICE, whose alternatives begin with the tags that are `known`.
fn write_choice(
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
    alternatives: &[Member],
    known: &TagSet,
) -> Result<(), JerError> {
    let mut members = object(json, at)?.iter();
    let (Some((name, json)), None) = (members.next(), members.next()) else {
        return Err(at.error(JerErrorKind::WrongType("an object with one member")));
    };
    let below = at.member(name);
    if let Some(alternative) = alternatives.iter().find(|known| known.id == *name) {
        return write_member(alternative, json, &below, writer);
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
fn write_list(
    json: &Value,
    at: &Path<'_>,
    writer: &mut Writer,
    element: &Member,
) -> Result<(), JerError> {
    let Some(elements) = json.as_array() else {
        return Err(at.error(JerErrorKind::WrongType("an array")));
    };
    for (index, json) in elements.iter().enumerate().rev() {
        write_member(element, json, &at.index(index), writer)?;
    }
    Ok(())
}

/// Writes the element of a `private` alternative, which the hook knows or which is any other.
fn write_private_data(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
    let known = at.private_data().and_then(|hook| hook.encode(json, at));
    let octets = known.unwrap_or_else(|| element_octets(json, at))?;
    let element = element_of(&octets, at)?;
    if OctetString::TAG.matches(element.tag()) {
        let what = "an OCTET STRING, which is the alternative \"string\"";
        return Err(at.error(JerErrorKind::InvalidValue(what)));
    }
    element.write(writer);
    Ok(())
}

/// The octets of an open type: a NULL, or any element in hexadecimal digits.
fn element_octets(json: &Value, at: &Path<'_>) -> Result<Vec<u8>, JerError> {
    match json {
        Value::Null => Ok(Element::null().encode()),
        _ => simple::octets(json, at),
    }
}

/// The one element that octets are.
fn element_of<'o>(octets: &'o [u8], at: &Path<'_>) -> Result<Element<'o>, JerError> {
    Element::decode(octets)
        .map_err(|_| at.error(JerErrorKind::InvalidValue("not one element in BER")))
}

pub(super) fn object<'j>(
    json: &'j Value,
    at: &Path<'_>,
) -> Result<&'j Map<String, Value>, JerError> {
    json.as_object().ok_or_else(|| at.error(JerErrorKind::WrongType("an object")))
}
