//! Values as JSON, in the form of the JSON encoding rules (JER, ITU-T X.697), both ways.
//!
//! With the feature `serde`, every type of this crate implements [`serde::Serialize`] and [`Jer`]:
//!
//! ```
//! use csta_codec::jer::{self, Jer};
//! use csta_codec::{Ber, types::{CallingDeviceId, DeviceId}};
//!
//! let caller = CallingDeviceId::DeviceIdentifier(DeviceId::dialing_number("111"));
//! let text = serde_json::to_string(&caller)?;
//! assert_eq!(text, r#"{"deviceIdentifier":{"deviceIdentifier":{"dialingNumber":"111"}}}"#);
//! assert_eq!(CallingDeviceId::encode_jer(&jer::parse(&text)?)?, caller.encode());
//!
//! let json = jer::parse(r#"{"deviceIdentifier": {"deviceIdentifier": {"number": "111"}}}"#)?;
//! let error = CallingDeviceId::encode_jer(&json).unwrap_err();
//! assert_eq!(error.to_string(), r#"$.deviceIdentifier.deviceIdentifier: no alternative "number""#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Types that are known by name alone go through [`TypeInfo`](crate::TypeInfo):
//! [`Decoded::to_jer`](crate::Decoded::to_jer) and
//! [`TypeInfo::encode_jer`](crate::TypeInfo::encode_jer).
//!
//! # The form
//!
//! | ASN.1 | JSON |
//! |---|---|
//! | SEQUENCE | an object of the members that are there, by their ASN.1 identifiers; one with a default always |
//! | CHOICE | an object with one member, the alternative |
//! | SEQUENCE OF | an array |
//! | ENUMERATED | the identifier as a string |
//! | INTEGER, also one whose numbers have names | a number |
//! | BOOLEAN, NULL | `true` or `false`, `null` |
//! | OCTET STRING | a string of hexadecimal digits, in upper case |
//! | BIT STRING | `{"value": "A0", "length": 3}`: hexadecimal digits and the number of bits |
//! | IA5String, GraphicString, GeneralizedTime | a string |
//! | OBJECT IDENTIFIER | a string of numbers with dots |
//!
//! X.697 does not say how to show what a declaration does not know. It is not dropped:
//!
//! - an alternative that is not known is a member named by its tag, its value the whole element in
//!   hexadecimal digits: `{"[9]": "890101"}`;
//! - an enumerated value that is not known is its number;
//! - an open type is `null` for a NULL, else the whole element in hexadecimal digits; so is what a
//!   SEQUENCE keeps as unknown, in an array of its own;
//! - private data are an open type, unless a [`PrivateData`] hook knows what is in them;
//! - octets of a text that are no UTF-8 appear as U+FFFD. These do not come back, nor do bits that
//!   a peer has set behind the last one of a BIT STRING.
//!
//! Elements that decoding skips, because a SEQUENCE does not have them, are not shown.
//!
//! # What is read
//!
//! What is written, and no more: a member that the type does not have, a missing one, one that
//! stands twice, a value of another type and `null` for a member that may be absent are errors,
//! each with its place. Three things are tolerated: digits in lower case, a number in place of an
//! enumerated identifier, and a default value that is left out. A time has to be one. What is read
//! is at most [`MAX_TEXT`] octets long, what comes of it [`MAX_OCTETS`].

mod encode;
mod error;
mod leaf;
mod node;
mod parse;
mod path;
mod private;
mod shape;
mod simple;

use crate::{Ber, Writer};

pub use error::{JerError, JerErrorKind};
#[doc(hidden)]
pub use leaf::show_bits;
pub use node::{Json, Node, ToElement, ToMember};
pub use parse::{MAX_TEXT, parse};
pub use path::Path;
pub use private::PrivateData;
pub use serde_json::Value;
#[doc(hidden)]
pub use shape::{Member, Shape};

/// How many octets of BER are written for JSON at most: as many as a message can be framed with.
pub const MAX_OCTETS: usize = 65_535;

/// A type that is shown as JSON and encoded from JSON; the [module](self) says in which form.
///
/// Implemented by the declaration macros; what users call is [`encode_jer`](Self::encode_jer), and
/// for the other way [`Json`] or any function that takes a [`serde::Serialize`].
pub trait Jer {
    /// Hands what the value is in JSON to `to`, once.
    fn show(&self, to: &mut dyn FnMut(Node<'_>));

    /// What the content octets are made of.
    #[doc(hidden)]
    fn shape() -> &'static Shape
    where
        Self: Sized;

    /// Encodes the value that JSON describes, in definite and minimal lengths.
    ///
    /// # Errors
    ///
    /// What is wrong and where, see [`JerError`].
    fn encode_jer<'a>(json: &Value) -> Result<Vec<u8>, JerError>
    where
        Self: Sized + Ber<'a>,
    {
        Self::encode_jer_at(json, &Path::ROOT)
    }

    /// Encodes as [`encode_jer`](Self::encode_jer) does, what stands at a place of other JSON, or
    /// with a hook for private data: see [`Path`].
    ///
    /// # Errors
    ///
    /// As [`encode_jer`](Self::encode_jer).
    fn encode_jer_at<'a>(json: &Value, at: &Path<'_>) -> Result<Vec<u8>, JerError>
    where
        Self: Sized + Ber<'a>,
    {
        encode_member(const { &Member::value::<Self>() }, json, at)
    }
}

/// The octets of the value that JSON describes.
pub(crate) fn encode_member(
    member: &Member,
    json: &Value,
    at: &Path<'_>,
) -> Result<Vec<u8>, JerError> {
    let mut writer = Writer::with_capacity(128);
    encode::write_member(member, json, at, &mut writer)?;
    Ok(writer.octets().to_vec())
}
