//! What a type is made of, as data: JSON is encoded by it, and random values are made by it.
//!
//! A declaration adds a table and no code of its own, which keeps builds short.

use crate::Writer;
use crate::ber::{Ber, Tag, TagSet, is_wrapped, spec, tag_of};

use super::Jer;

/// What the content octets of a type are.
///
/// Variants that borrow have names for what they hold: a constant in which such a variant is made by a
/// call, of which the argument is borrowed, needs Rust 1.89.
#[doc(hidden)]
#[derive(Debug)]
pub enum Shape {
    Null,
    Boolean,
    /// Of 64 bits.
    Integer,
    /// Of 32 bits.
    SmallInteger,
    /// Identifiers and their numbers.
    Enumerated(&'static [(&'static str, i32)]),
    OctetString,
    Text,
    Time,
    ObjectIdentifier,
    /// Of so many bits at most.
    BitString(usize),
    /// A whole element of any type.
    Element,
    /// A whole element but an OCTET STRING; a [`PrivateData`](super::PrivateData) hook may know it.
    PrivateData,
    /// Whole elements one after the other.
    Elements,
    Sequence {
        members: &'static [Member],
    },
    SequenceOf {
        element: &'static Member,
    },
    Choice {
        alternatives: &'static [Member],
        /// What they begin with.
        known: &'static TagSet,
    },
    /// A whole element, in the tag that the type puts around it.
    Explicit {
        value: &'static Member,
    },
}

/// A member of a SEQUENCE, an alternative of a CHOICE, an element of a list, or a whole value.
#[doc(hidden)]
#[derive(Debug)]
pub struct Member {
    pub(crate) id: &'static str,
    // A function, since a constant would keep `Jer` from being used behind a pointer.
    shape: fn() -> &'static Shape,
    /// The tag of the type, where it is written.
    inner: Tag,
    /// The context tag in place of it or around it, if there is one.
    outer: Tag,
    presence: Presence,
}

#[derive(Clone, Copy, Debug)]
enum Presence {
    Mandatory,
    Optional,
    /// Left out when it is equal to what this writes.
    Default(fn(&mut Writer)),
}

impl Member {
    /// A member that must be there, or an alternative.
    #[must_use]
    pub const fn mandatory<'a, T: Ber<'a> + Jer, const SPEC: u32>(id: &'static str) -> Self {
        let (inner, outer) = if SPEC == spec::NATURAL {
            (T::TAG, Tag::NONE)
        } else if is_wrapped::<T, SPEC>() {
            (T::TAG, tag_of::<T, SPEC>())
        } else {
            (Tag::NONE, tag_of::<T, SPEC>())
        };
        Self { id, shape: T::shape, inner, outer, presence: Presence::Mandatory }
    }

    /// A member that may be absent.
    #[must_use]
    pub const fn optional<'a, T: Ber<'a> + Jer, const SPEC: u32>(id: &'static str) -> Self {
        Self { presence: Presence::Optional, ..Self::mandatory::<T, SPEC>(id) }
    }

    /// The same member, which is left out when it is equal to this.
    #[must_use]
    pub const fn with_default(self, default: fn(&mut Writer)) -> Self {
        Self { presence: Presence::Default(default), ..self }
    }

    /// A value by itself.
    #[must_use]
    pub const fn value<'a, T: Ber<'a> + Jer>() -> Self {
        Self::mandatory::<T, { spec::NATURAL }>("")
    }

    /// An alternative that is a whole element, with whatever tag.
    pub(super) const fn untagged(id: &'static str, shape: fn() -> &'static Shape) -> Self {
        let (inner, outer) = (Tag::NONE, Tag::NONE);
        Self { id, shape, inner, outer, presence: Presence::Mandatory }
    }

    pub(crate) fn shape(&self) -> &'static Shape {
        (self.shape)()
    }

    pub(crate) const fn is_mandatory(&self) -> bool {
        matches!(self.presence, Presence::Mandatory)
    }

    /// Whether it is told by the tag of its value alone.
    #[cfg(feature = "arbitrary")]
    pub(crate) const fn is_untagged(&self) -> bool {
        self.inner.is_none() && self.outer.is_none()
    }

    /// Whether an element of any tag is taken for it, where it is to be.
    #[cfg(feature = "arbitrary")]
    pub(crate) fn is_open(&self) -> bool {
        let is_any = matches!(self.shape(), Shape::Element | Shape::PrivateData | Shape::Elements);
        self.is_untagged() && (is_any || self.is_mandatory())
    }

    /// Puts the tags in front of the content octets, which are what was written since there were
    /// `end` octets; a default value is taken out again.
    pub(crate) fn finish(&self, writer: &mut Writer, end: usize) {
        for tag in [self.inner, self.outer] {
            if !tag.is_none() {
                writer.header(tag, end);
            }
        }
        if let Presence::Default(default) = self.presence {
            let mut left_out = Writer::new();
            default(&mut left_out);
            let (written, _) = writer.octets().split_at(writer.len() - end);
            if written == left_out.octets() {
                writer.truncate(end);
            }
        }
    }
}
