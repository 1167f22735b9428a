//! Values of any type, as they are shown.

use csta_codec::acse::Acse;
use csta_codec::jer::Json;
use csta_codec::rose::Reject;
use csta_codec::{Ber, DecodeError, Decoded, Element, TypeInfo};
use kme_private::{KmeJson, KmePrivateData};

/// A type that is known by its ASN.1 name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Type {
    /// An argument, a result, an event or an error.
    Csta(TypeInfo),
    /// Panasonic's private data.
    Kme,
}

impl Type {
    pub(crate) fn by_name(name: &str) -> Option<Self> {
        if name == KmePrivateData::NAME {
            return Some(Self::Kme);
        }
        TypeInfo::by_name(name).map(Self::Csta)
    }

    /// Decodes an element as a value of the type.
    pub(crate) fn decode<'a>(self, element: &Element<'a>) -> Result<Value<'a>, DecodeError> {
        Ok(match self {
            Self::Csta(info) => Value::Typed(info, info.decode(element)?),
            Self::Kme => Value::Kme(element.read()?),
        })
    }
}

/// A decoded value whose type is known at run time.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    /// An argument, a result, an event or an error.
    Typed(TypeInfo, Box<dyn Decoded + 'a>),
    /// Panasonic's private data.
    Kme(KmePrivateData<'a>),
    /// A message about the association.
    Acse(Box<Acse<'a>>),
    /// A message that another one was not understood.
    Reject(Reject<'a>),
}

impl Value<'_> {
    /// The ASN.1 name of its type.
    pub(crate) const fn type_name(&self) -> &'static str {
        match self {
            Self::Typed(info, _) => info.name(),
            Self::Kme(_) => KmePrivateData::NAME,
            Self::Acse(_) => Acse::NAME,
            Self::Reject(_) => Reject::NAME,
        }
    }

    /// The value in the form of JER, with Panasonic's private data by their names.
    pub(crate) fn json(&self) -> Json<'_> {
        let json = match self {
            Self::Typed(_, value) => value.to_jer(),
            Self::Kme(value) => Json::new(value),
            Self::Acse(value) => Json::new(value.as_ref()),
            Self::Reject(value) => Json::new(value),
        };
        json.with_private_data(&KmeJson)
    }

    /// The octets of the value, in definite and minimal lengths.
    pub(crate) fn to_ber(&self) -> Vec<u8> {
        match self {
            Self::Typed(_, value) => value.to_ber(),
            Self::Kme(value) => value.encode(),
            Self::Acse(value) => value.encode(),
            Self::Reject(value) => value.encode(),
        }
    }
}
