//! What the codec is measured against, and the messages.
//!
//! - [`messages`]: three event reports, as octets. Every side reads and writes these.
//! - [`walk`]: a bare recursive walk that only counts the elements. It checks no type, keeps
//!   nothing and allocates nothing, so no decoder that looks at every identifier and length gets
//!   below it by much. Floor of decoding.
//! - [`tree`]: the message as a tree of its elements, whose leaves are borrowed, written from the
//!   end of a fixed buffer in one pass. The types, the tags and the numbers are settled before the
//!   clock starts; what is left is the copying and the lengths. Floor of encoding.
//! - [`rasn_types`]: the same three messages with [`rasn`], the general ASN.1 crate a Rust program
//!   would otherwise take, with types written by hand after the same schema.
//!
//! What the numbers do not say:
//!
//! - One message is read over and over, from the same address: the caches are hot and every branch
//!   is foreseen. A program between its socket reads sees neither. The streams of 10,000 frames are
//!   nearer to that. Only the ratio between two peers means something, and only on one machine in
//!   one run; where the compiler happens to place a loop is worth a tenth of its time, and of the
//!   small loop of `walk` up to a quarter.
//! - The floors do less than a codec must. `walk` accepts a message that no schema allows, has no
//!   limit of depth and knows no indefinite length; `tree` cannot fail for a value out of range.
//!   They show where the end of the road is, not what can be reached.
//! - The rasn side is a fair everyday use, not a tuned one: its strings are owned, and it copies
//!   every octet string into a buffer of its own. Its events are boxed, which was the faster way
//!   for the two small messages. Its choice of events has the three alternatives needed here, where
//!   the whole schema has dozens: it may come out a little better than in a whole program.
//! - It has types for the three messages alone, so in the stream of all kinds it does not take part.
//! - None of the peers keeps members it does not know, or says at which octet a message is wrong.
//! - Established is random: every member but one is there, and some of its numbers are empty. It
//!   stands for "large", not for what an exchange sends.

#![allow(
    unreachable_pub,
    reason = "a bench is a program of its own, nothing in it can be reached from outside"
)]

pub mod messages;
pub mod rasn_types;
pub mod tree;
pub mod walk;
