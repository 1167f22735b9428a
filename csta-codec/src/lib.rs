#![doc = include_str!("../README.md")]
// The declarations recurse once for each member, and the largest type has 134.
#![recursion_limit = "256"]

pub mod acse;
mod apdu;
#[cfg(feature = "arbitrary")]
#[doc(hidden)]
pub mod arbitrary;
pub mod ber;
mod error;
pub mod events;
#[cfg(feature = "serde")]
pub mod jer;
pub mod macros;
mod operation;
mod operations;
mod owned;
pub mod rose;
pub mod services;
mod typed;
pub mod types;

pub use apdu::Apdu;
pub use ber::{
    Ber, BitString, Element, GeneralizedTime, GraphicString, Ia5String, ObjectIdentifier,
    OctetString, SequenceOf, Writer,
};
pub use error::{DecodeError, DecodeErrorKind};
pub use events::{EVENTS, EventInfo};
pub use operation::{Direction, Operation};
pub use operations::{OPERATIONS, OperationInfo};
pub use owned::Owned;
pub use typed::{Decoded, TypeInfo, UNIVERSAL_FAILURE};

// What the declaration macros expand to.
#[doc(hidden)]
pub use ber::{fill_top as __fill_top, read_code as __read_code};
#[doc(hidden)]
pub use error::{Place as __Place, within as __within};
#[cfg(feature = "serde")]
#[doc(hidden)]
pub use serde as __serde;
