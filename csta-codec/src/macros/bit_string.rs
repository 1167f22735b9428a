//! BIT STRING with named bits.

/// Declares a BIT STRING with named bits: a set, with a constant for each bit.
///
/// How many bits were sent is kept, so that a value is written as it was read; sets of the same
/// bits and different lengths are not equal. See the [module](mod@crate::macros) for the form.
#[macro_export]
macro_rules! bit_string {
    (
        $(#[$meta:meta])* $vis:vis struct $name:ident $asn:literal {
            $($(#[$bit_meta:meta])* $bit:ident $id:literal = $number:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[doc = $crate::__doc!(@type "BIT STRING" $asn)]
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        $vis struct $name($crate::ber::Bits<{ $crate::ber::words(&[$($number),*]) }>);

        impl $name {
            /// No bit at all.
            pub const EMPTY: Self = Self($crate::ber::Bits::EMPTY);

            $(
                $(#[$bit_meta])*
                #[doc = concat!("\n\n`", $id, "` (", $number, ")")]
                pub const $bit: Self = Self($crate::ber::Bits::of($number));
            )*

            /// Each bit that has a name, with its ASN.1 identifier.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$bit, $id)),*];

            /// Whether each bit that is set in `other` is set here.
            #[must_use]
            pub fn contains(self, other: Self) -> bool {
                self.0.contains(other.0)
            }

            /// The same bits, with so many bits that are not set behind them that there are
            /// `len`, for peers that expect a certain length. A longer set stays as it is.
            #[must_use]
            pub const fn with_len(self, len: u16) -> Self {
                Self(self.0.with_len(len))
            }

            /// Whether no bit is set.
            #[must_use]
            pub fn is_empty(self) -> bool {
                self.0.is_empty()
            }

            /// The number of bits, set or not.
            #[must_use]
            pub const fn len(self) -> usize {
                self.0.len()
            }

            /// Whether the bit of this number is set, named or not.
            #[must_use]
            pub fn bit(self, number: u32) -> bool {
                self.0.bit(number)
            }

            /// The ASN.1 identifiers of the bits that are set and have one.
            pub fn names(self) -> impl Iterator<Item = &'static str> {
                Self::ALL.iter().filter(move |(bit, _)| self.contains(*bit)).map(|(_, name)| *name)
            }
        }

        /// The bits of both sets.
        impl ::core::ops::BitOr for $name {
            type Output = Self;

            fn bitor(self, other: Self) -> Self {
                Self(self.0.union(other.0))
            }
        }

        /// The bits that are in both sets.
        impl ::core::ops::BitAnd for $name {
            type Output = Self;

            fn bitand(self, other: Self) -> Self {
                Self(self.0.intersection(other.0))
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_set().entries(self.names()).finish()
            }
        }

        impl<'x> $crate::Ber<'x> for $name {
            const NAME: &'static str = $asn;
            const TAG: $crate::ber::Tag = $crate::ber::Tag::universal(3);
            type At<'at> = Self;

            #[inline(always)]
            fn empty() -> Self {
                Self::EMPTY
            }

            #[inline]
            fn fill(
                &mut self,
                _: $crate::ber::Tag,
                content: &'x [u8],
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                self.0.fill(content)
            }

            fn put_content(&self, room: &mut [u8], end: usize) -> usize {
                self.0.put_content(room, end)
            }
        }

        $crate::__jer! {
            impl $crate::jer::Jer for $name {
                fn show(&self, to: &mut dyn FnMut($crate::jer::Node<'_>)) {
                    $crate::jer::show_bits(&self.0, const { &[$(($id, $number)),*] }, to);
                }

                fn shape() -> &'static $crate::jer::Shape {
                    <$crate::ber::Bits<{ $crate::ber::words(&[$($number),*]) }>
                        as $crate::jer::Jer>::shape()
                }
            }

            $crate::__serialize! { [] $name }
        }
    };
}
