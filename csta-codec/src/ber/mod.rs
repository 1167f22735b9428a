//! The basic encoding rules (X.690): the only place that handles octets.
//!
//! Reading is tolerant and borrows, writing is canonical and in one pass. Types are not written
//! against this module by hand but declared with [`sequence!`](crate::sequence),
//! [`choice!`](crate::choice) and their siblings, which implement [`Ber`].

mod bits;
mod element;
mod member;
mod members;
mod normalise;
mod number;
mod oid;
mod reader;
mod sequence_of;
mod string;
mod tag;
mod time;
mod unknown;
mod value;
mod writer;

pub use bits::BitString;
#[doc(hidden)]
pub use bits::{Bits, words};
pub use element::Element;
#[doc(hidden)]
pub use member::{accepts, fill, inner, is_unambiguous, put, spec, tags, unrecognised};
#[cfg(feature = "serde")]
pub(crate) use member::{is_wrapped, tag_of};
#[doc(hidden)]
pub use members::{Expected, Members};
pub use normalise::normalise;
pub(crate) use normalise::rewrite;
#[doc(hidden)]
pub use number::read_i32 as read_code;
pub use oid::ObjectIdentifier;
#[cfg(feature = "serde")]
pub(crate) use oid::parse as parse_object_identifier;
pub use sequence_of::{Iter, Rare, SequenceOf};
pub use string::{GraphicString, Ia5String, OctetString};
pub use tag::{Class, Tag, TagSet};
pub use time::{GeneralizedTime, TimeParts};
pub use unknown::{Unknown, UnknownIter};
pub use value::Ber;
#[doc(hidden)]
pub use value::fill_top;
pub(crate) use value::fill_whole;
pub use writer::Writer;
#[doc(hidden)]
pub use writer::{header, prepend};
