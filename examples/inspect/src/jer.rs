//! Values as JSON: the one place where values of the codec become JSON and back.

use csta_codec::acse::Acse;
use csta_codec::jer::{Jer, JerError, Json, Path, Value as AnyJson};
use csta_codec::rose::Reject;
use csta_codec::{Ber, Decoded, TypeInfo};
use kme_private::KmeJson;

/// A decoded value whose type is known at run time.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    /// An argument, a result, an event or an error.
    Typed(TypeInfo, Box<dyn Decoded + 'a>),
    /// A message about the association.
    Acse(Box<Acse<'a>>),
    /// A message that another one was not understood.
    Reject(Reject<'a>),
}

impl Value<'_> {
    /// The value in the form of JER, with Panasonic's private data by their names.
    pub(crate) fn json(&self) -> Json<'_> {
        let json = match self {
            Self::Typed(_, value) => value.to_jer(),
            Self::Acse(value) => Json::new(value.as_ref()),
            Self::Reject(value) => Json::new(value),
        };
        json.with_private_data(&KmeJson)
    }

    /// The octets of a value of the same type.
    pub(crate) fn encode(&self, json: &AnyJson) -> Result<Vec<u8>, JerError> {
        let at = Path::ROOT.with_private_data(&KmeJson);
        match self {
            Self::Typed(info, _) => info.encode_jer_at(json, &at),
            Self::Acse(_) => Acse::encode_jer_at(json, &at),
            Self::Reject(_) => Reject::encode_jer_at(json, &at),
        }
    }

    /// The octets of the value, in definite and minimal lengths.
    pub(crate) fn to_ber(&self) -> Vec<u8> {
        match self {
            Self::Typed(_, value) => value.to_ber(),
            Self::Acse(value) => value.encode(),
            Self::Reject(value) => value.encode(),
        }
    }
}
