//! The types that are not declared: those that nothing is inside of, and lists.

use super::shape::{Member, Shape};
use super::{Jer, Node};
use crate::ber::{BitString, Bits, Rare, Unknown};
use crate::{
    Ber, Element, GeneralizedTime, GraphicString, Ia5String, ObjectIdentifier, OctetString,
    SequenceOf, Writer,
};

/// `Jer` for types that are shown as one node.
macro_rules! leaf {
    ($([$($generics:tt)*] $type:ty: $shape:expr, $value:ident => $node:expr;)*) => {
        $(impl $($generics)* Jer for $type {
            fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
                let $value = self;
                to($node);
            }

            fn shape() -> &'static Shape {
                const { &$shape }
            }
        })*
    };
}

leaf! {
    [] (): Shape::Null, _value => Node::Null;
    [] bool: Shape::Boolean, value => Node::Boolean(*value);
    [] i64: Shape::Integer, value => Node::Integer(*value);
    [] i32: Shape::SmallInteger, value => Node::Integer(i64::from(*value));
    [] OctetString<'_>: Shape::OctetString, value => Node::Octets(value.0);
    [] Ia5String<'_>: Shape::Text, value => Node::Text(&String::from_utf8_lossy(value.0));
    [] GraphicString<'_>: Shape::Text, value => Node::Text(&String::from_utf8_lossy(value.0));
    [] GeneralizedTime<'_>: Shape::Time, value => Node::Text(&String::from_utf8_lossy(value.0));
    [] ObjectIdentifier<'_>: Shape::ObjectIdentifier, value => Node::Text(&value.to_string());
    [] BitString<'_>: Shape::BitString(usize::MAX), value => Node::Bits { bits: *value, names: &[] };
    [] Element<'_>: Shape::Element, value => Node::Element(*value);
    [] Unknown<'_>: Shape::Elements, value =>
        Node::Array(&|show| value.iter().for_each(|element| show(&element)));
    [<'a, T: Ber<'a> + Jer>] SequenceOf<'a, T>: Shape::SequenceOf { element: &Member::value::<T>() }, value =>
        Node::Array(&|show| value.iter().for_each(|value| show(&value)));
}

/// Shows a set of bits of which some have names.
#[doc(hidden)]
pub fn show_bits<const WORDS: usize>(
    bits: &Bits<WORDS>,
    names: &'static [(&'static str, u32)],
    to: &mut dyn FnMut(Node<'_>),
) {
    let mut content = Writer::new();
    content.put(|room, end| bits.put_content(room, end));
    let octets = content.octets().split_first().map(|(_, octets)| octets);
    to(Node::Bits { bits: BitString::with_len(octets.unwrap_or_default(), bits.len()), names });
}

impl<const WORDS: usize> Jer for Bits<WORDS> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        show_bits(self, &[], to);
    }

    fn shape() -> &'static Shape {
        const { &Shape::BitString(WORDS * 64) }
    }
}

impl<'a, T: Ber<'a> + Jer> Jer for Rare<'a, T> {
    fn show(&self, to: &mut dyn FnMut(Node<'_>)) {
        self.get().show(to);
    }

    fn shape() -> &'static Shape {
        T::shape()
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
