//! From JSON to the values that nothing is inside of.

use serde_json::Value;

use super::encode::object;
use super::path::clipped;
use super::{JerError, JerErrorKind, MAX_OCTETS, Path};
use crate::ber::parse_object_identifier;
use crate::{Ber as _, BitString, GeneralizedTime, Writer};

/// What JSON holds, or that it is not what it should be.
fn wanted<T>(value: Option<T>, at: &Path<'_>, what: &'static str) -> Result<T, JerError> {
    value.ok_or_else(|| at.error(JerErrorKind::WrongType(what)))
}

pub(super) fn null(json: &Value, at: &Path<'_>) -> Result<(), JerError> {
    wanted(json.as_null(), at, "null")
}

pub(super) fn boolean(json: &Value, at: &Path<'_>) -> Result<bool, JerError> {
    wanted(json.as_bool(), at, "true or false")
}

pub(super) fn integer(json: &Value, at: &Path<'_>) -> Result<i64, JerError> {
    wanted(json.as_i64(), at, "an integer of 64 bits")
}

/// An integer of 32 bits, if it is one.
fn small(json: &Value) -> Option<i32> {
    json.as_i64().and_then(|value| value.try_into().ok())
}

pub(super) fn small_integer(json: &Value, at: &Path<'_>) -> Result<i32, JerError> {
    wanted(small(json), at, "an integer of 32 bits")
}

/// The number of an enumerated value: by its identifier, or as a number.
pub(super) fn code(json: &Value, at: &Path<'_>, values: &[(&str, i32)]) -> Result<i32, JerError> {
    let Some(name) = json.as_str() else {
        return wanted(small(json), at, "a name or its number");
    };
    match values.iter().find(|(known, _)| *known == name) {
        Some((_, code)) => Ok(*code),
        None => Err(at.error(JerErrorKind::NoValue(clipped(name).to_owned()))),
    }
}

pub(super) fn text<'j>(json: &'j Value, at: &Path<'_>) -> Result<&'j str, JerError> {
    wanted(json.as_str(), at, "a string")
}

/// The octets of a string of hexadecimal digits.
pub(super) fn octets(json: &Value, at: &Path<'_>) -> Result<Vec<u8>, JerError> {
    const WHAT: &str = "a string of hexadecimal digits";
    let text = wanted(json.as_str(), at, WHAT)?;
    if text.len() > 2 * MAX_OCTETS {
        return Err(at.error(JerErrorKind::TooLarge));
    }
    let digit = |octet: &u8| char::from(*octet).to_digit(16);
    let octets = text.as_bytes().chunks(2).map(|pair| match pair {
        [high, low] => u8::try_from(digit(high)? << 4 | digit(low)?).ok(),
        _ => None,
    });
    wanted(octets.collect(), at, WHAT)
}

pub(super) fn time<'j>(json: &'j Value, at: &Path<'_>) -> Result<GeneralizedTime<'j>, JerError> {
    let time = GeneralizedTime::from(text(json, at)?);
    if time.parts().is_none() {
        let what = "not a time of the form YYYYMMDDhhmmss";
        return Err(at.error(JerErrorKind::InvalidValue(what)));
    }
    Ok(time)
}

/// The content octets of an OBJECT IDENTIFIER.
pub(super) fn object_identifier(json: &Value, at: &Path<'_>) -> Result<Vec<u8>, JerError> {
    parse_object_identifier(text(json, at)?).ok_or_else(|| {
        at.error(JerErrorKind::InvalidValue("not an object identifier in numbers with dots"))
    })
}

/// Writes a BIT STRING of so many bits at most; the bits that mean nothing become zero.
pub(super) fn write_bits(
    json: &Value,
    at: &Path<'_>,
    most: usize,
    writer: &mut Writer,
) -> Result<(), JerError> {
    let members = object(json, at)?;
    for name in members.keys() {
        if !["value", "length"].contains(&name.as_str()) {
            return Err(at.error(JerErrorKind::UnknownMember(clipped(name).to_owned())));
        }
    }
    let member =
        |name| members.get(name).ok_or_else(|| at.error(JerErrorKind::MissingMember(name)));
    let mut octets = octets(member("value")?, &at.member("value"))?;
    let at_length = at.member("length");
    let length = member("length")?.as_u64().and_then(|length| length.try_into().ok());
    let length: usize = wanted(length, &at_length, "a number of bits")?;
    if length.div_ceil(8) != octets.len() {
        let what = "another number of bits than there are octets for";
        return Err(at_length.error(JerErrorKind::InvalidValue(what)));
    }
    if length > most {
        return Err(at.error(JerErrorKind::InvalidValue("more bits than can be held")));
    }
    if let Some(last) = octets.last_mut() {
        *last &= 0xFF << (length.wrapping_neg() % 8);
    }
    BitString::with_len(&octets, length).write_content(writer);
    Ok(())
}
