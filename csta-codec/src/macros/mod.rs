//! The declarations: from one of them follow the type, reading, writing and its documentation.
//!
//! A declaration stands close to its ASN.1: the Rust name, the ASN.1 name in quotes, the tag in
//! brackets, the type, and behind `=` what may be left out:
//!
//! ```
//! use csta_codec::{Ber, bit_string, choice, enumerated, sequence};
//! use csta_codec::{Ia5String, types::DeviceId};
//!
//! enumerated! {
//!     /// How urgent it is.
//!     pub enum Urgency "Urgency" {
//!         Normal "normal" = 0,
//!         High "high" = 1,
//!     }
//! }
//!
//! bit_string! {
//!     /// Where it rings.
//!     pub struct Ringers "Ringers" {
//!         DESK "desk" = 0,
//!         MOBILE "mobile" = 1,
//!     }
//! }
//!
//! choice! {
//!     /// Whom it reaches.
//!     pub enum Party<'a> "Party" [APPLICATION 3 EXPLICIT] {
//!         Device "device": DeviceId<'a>,
//!         Everybody "everybody" [1 IMPLICIT], // a NULL
//!     }
//! }
//!
//! sequence! {
//!     /// A note that is shown.
//!     pub struct Note<'a> "Note" {
//!         party "party": Party<'a>,                             // mandatory, with its own tag
//!         text "text" [0 IMPLICIT]: Ia5String<'a> = OPTIONAL,   // an Option
//!         ringers "ringers" [1 EXPLICIT]: Ringers = OPTIONAL,
//!         urgency "urgency": Urgency = DEFAULT(Urgency::Normal), // not written when equal
//!         sender "sender" [2 IMPLICIT]: DeviceId<'a> = RARE,    // an Option, kept encoded
//!     }
//! }
//!
//! let note = Note { ringers: Some(Ringers::DESK | Ringers::MOBILE), ..Note::new(Party::Everybody) };
//! assert_eq!(Note::decode(&note.encode())?, note);
//! # Ok::<(), csta_codec::DecodeError>(())
//! ```
//!
//! Elements that are none of the members are skipped. A SEQUENCE that keeps them, because nobody
//! knows its full definition, says so in its last member; they are written behind all others:
//!
//! ```
//! use csta_codec::{Ber, Ia5String, ber::Unknown, sequence};
//!
//! sequence! {
//!     /// A name, and what a manufacturer may add.
//!     pub struct Name<'a> "Name" {
//!         text "text": Ia5String<'a>,
//!         unknown "unknown": Unknown<'a> = REST,
//!     }
//! }
//!
//! let octets = [0x30, 0x07, 0x16, 0x02, b'A', b'l', 0x81, 0x01, 0x2A];
//! let name = Name::decode(&octets)?;
//! assert_eq!(name.unknown.iter().count(), 1);
//! assert_eq!(name.encode(), octets);
//! # Ok::<(), csta_codec::DecodeError>(())
//! ```

mod bit_string;
mod choice;
mod enumerated;
mod jer;
mod newtype;
mod sequence;
mod tagging;
