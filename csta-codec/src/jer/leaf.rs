//! The types that nothing is inside of, and lists.

use serde_json::Value;

use super::encode::{Member, object, octets, text, write_element, write_list};
use super::{Jer, JerError, JerErrorKind, Node, Path};
use crate::ber::{BitString, Bits, Rare, Unknown};
use crate::{
    Ber, Element, GeneralizedTime, GraphicString, Ia5String, ObjectIdentifier, OctetString,
    SequenceOf, Writer,
};

impl Jer for () {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Null);
    }

    fn write_json(json: &Value, at: &Path<'_>, _: &mut Writer) -> Result<(), JerError> {
        json.as_null().ok_or_else(|| at.error(JerErrorKind::WrongType("null")))
    }
}

impl Jer for bool {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Boolean(*self));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let value = json.as_bool();
        let value = value.ok_or_else(|| at.error(JerErrorKind::WrongType("true or false")))?;
        write_content(&value, writer);
        Ok(())
    }
}

impl Jer for i64 {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Integer(*self));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let value = json.as_i64();
        let wrong = || at.error(JerErrorKind::WrongType("an integer of 64 bits"));
        write_content(&value.ok_or_else(wrong)?, writer);
        Ok(())
    }
}

impl Jer for i32 {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Integer(i64::from(*self)));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let value = json.as_i64().and_then(|value| Self::try_from(value).ok());
        let wrong = || at.error(JerErrorKind::WrongType("an integer of 32 bits"));
        write_content(&value.ok_or_else(wrong)?, writer);
        Ok(())
    }
}

impl Jer for OctetString<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Octets(self.0));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        writer.prepend(&octets(json, at)?);
        Ok(())
    }
}

macro_rules! text {
    ($name:ident) => {
        impl Jer for $name<'_> {
            fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
                to(Node::Text(&String::from_utf8_lossy(self.0)));
            }

            fn write_json(
                json: &Value,
                at: &Path<'_>,
                writer: &mut Writer,
            ) -> Result<(), JerError> {
                writer.prepend(text(json, at)?.as_bytes());
                Ok(())
            }
        }
    };
}
text!(Ia5String);
text!(GraphicString);

impl Jer for GeneralizedTime<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Text(&String::from_utf8_lossy(self.0)));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let time = GeneralizedTime::from(text(json, at)?);
        if time.parts().is_none() {
            let what = "not a time of the form YYYYMMDDhhmmss";
            return Err(at.error(JerErrorKind::InvalidValue(what)));
        }
        write_content(&time, writer);
        Ok(())
    }
}

impl Jer for ObjectIdentifier<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Text(&self.to_string()));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let text = text(json, at)?;
        let identifier = text.parse::<asn1_rs::Oid<'_>>().ok();
        // What has too large a first or second number comes back as another one.
        match identifier.filter(|identifier| identifier.to_id_string() == text) {
            Some(identifier) => writer.prepend(identifier.as_bytes()),
            None => {
                let what = "not an object identifier in numbers with dots";
                return Err(at.error(JerErrorKind::InvalidValue(what)));
            }
        }
        Ok(())
    }
}

impl Jer for BitString<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Bits(*self));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let (octets, length) = bits(json, at)?;
        write_content(&BitString::with_len(&octets, length), writer);
        Ok(())
    }
}

impl<const WORDS: usize> Jer for Bits<WORDS> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        let mut content = Writer::new();
        content.put(|room, end| self.put_content(room, end));
        let octets = content.octets().split_first().map(|(_, octets)| octets);
        to(Node::Bits(BitString::with_len(octets.unwrap_or_default(), self.len())));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        let (octets, length) = bits(json, at)?;
        if length > WORDS * 64 {
            return Err(at.error(JerErrorKind::InvalidValue("more bits than can be held")));
        }
        write_content(&BitString::with_len(&octets, length), writer);
        Ok(())
    }
}

/// Writes the content octets of a value.
fn write_content<'a>(value: &impl Ber<'a>, writer: &mut Writer) {
    writer.put(|room, end| value.put_content(room, end));
}

/// The octets and the number of bits; the bits that mean nothing are zero.
fn bits(json: &Value, at: &Path<'_>) -> Result<(Vec<u8>, usize), JerError> {
    let members = object(json, at)?;
    for name in members.keys() {
        if !["value", "length"].contains(&name.as_str()) {
            let name = super::path::clipped(name).to_owned();
            return Err(at.error(JerErrorKind::UnknownMember(name)));
        }
    }
    let member =
        |name| members.get(name).ok_or_else(|| at.error(JerErrorKind::MissingMember(name)));
    let mut octets = octets(member("value")?, &at.member("value"))?;
    let at_length = at.member("length");
    let length = member("length")?.as_u64().and_then(|length| usize::try_from(length).ok());
    let wrong = || at_length.error(JerErrorKind::WrongType("a number of bits"));
    let length = length.ok_or_else(wrong)?;
    if length.div_ceil(8) != octets.len() {
        let what = "another number of bits than there are octets for";
        return Err(at_length.error(JerErrorKind::InvalidValue(what)));
    }
    if let Some(last) = octets.last_mut() {
        *last &= 0xFF << (length.wrapping_neg() % 8);
    }
    Ok((octets, length))
}

impl Jer for Element<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Element(*self));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        write_element(json, at, writer)
    }
}

impl Jer for Unknown<'_> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Array(&|show| self.iter().for_each(|element| show(&element))));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        write_list(json, at, writer, const { &Member::value::<Element<'_>>() })
    }
}

impl<'a, T: Ber<'a> + Jer> Jer for SequenceOf<'a, T> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        to(Node::Array(&|show| self.iter().for_each(|value| show(&value))));
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        write_list(json, at, writer, const { &Member::value::<T>() })
    }
}

impl<'a, T: Ber<'a> + Jer> Jer for Rare<'a, T> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        self.get().show(to);
    }

    fn write_json(json: &Value, at: &Path<'_>, writer: &mut Writer) -> Result<(), JerError> {
        T::write_json(json, at, writer)
    }
}

crate::__serialize! { [<'a>] OctetString<'a> }
crate::__serialize! { [<'a>] Ia5String<'a> }
crate::__serialize! { [<'a>] GraphicString<'a> }
crate::__serialize! { [<'a>] GeneralizedTime<'a> }
crate::__serialize! { [<'a>] ObjectIdentifier<'a> }
crate::__serialize! { [<'a>] BitString<'a> }
crate::__serialize! { [<'a>] Element<'a> }
crate::__serialize! { [<'a>] Unknown<'a> }
crate::__serialize! { [<'a, T: Ber<'a> + Jer>] SequenceOf<'a, T> }
crate::__serialize! { [<'a, T: Ber<'a> + Jer>] Rare<'a, T> }
