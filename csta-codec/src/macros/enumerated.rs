//! ENUMERATED.

/// Declares an ENUMERATED: an enum of its values, and `Unrecognised` for those of later editions.
///
/// See the [module](mod@crate::macros) for the form.
#[macro_export]
macro_rules! enumerated {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident $asn:literal $([$($tag:tt)*])? {
            $($(#[$value_meta:meta])* $value:ident $id:literal = $code:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[doc = $crate::__doc!(@type "ENUMERATED" $asn $([$($tag)*])?)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $vis enum $name {
            $(
                $(#[$value_meta])*
                #[doc = concat!("\n\n`", $id, "` (", $code, ")")]
                $value,
            )*
            /// A value that is not known.
            Unrecognised(i32),
        }

        impl $name {
            /// Each value that is known, with its ASN.1 identifier.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$value, $id)),*];

            /// The value of a number.
            #[must_use]
            pub const fn from_code(code: i32) -> Self {
                match code {
                    $($code => Self::$value,)*
                    _ => Self::Unrecognised(code),
                }
            }

            /// Its number.
            #[must_use]
            pub const fn code(self) -> i32 {
                match self {
                    $(Self::$value => $code,)*
                    Self::Unrecognised(code) => code,
                }
            }

            /// Its ASN.1 identifier, or `None` if it is not known.
            #[must_use]
            pub const fn name(self) -> Option<&'static str> {
                match self {
                    $(Self::$value => Some($id),)*
                    Self::Unrecognised(_) => None,
                }
            }
        }

        /// The ASN.1 identifier, or the number of a value that is not known.
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self.name() {
                    Some(name) => f.pad(name),
                    None => write!(f, "{}", self.code()),
                }
            }
        }

        impl<'x> $crate::Ber<'x> for $name {
            const NAME: &'static str = $asn;
            const TAG: $crate::ber::Tag =
                $crate::__tag!($crate::ber::Tag::universal(10) $(; $($tag)*)?);
            type At<'at> = Self;

            #[inline(always)]
            fn empty() -> Self {
                Self::Unrecognised(0)
            }

            #[inline]
            fn fill(
                &mut self,
                _: $crate::ber::Tag,
                content: &'x [u8],
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                *self = Self::from_code($crate::__read_code(content)?);
                Ok(())
            }

            #[inline]
            fn write_content(&self, writer: &mut $crate::Writer) {
                $crate::Ber::write_content(&self.code(), writer);
            }
        }

        $crate::__jer! {
            impl $crate::jer::Jer for $name {
                fn show(&self, to: &mut dyn FnMut($crate::jer::Node<'_>)) {
                    to($crate::jer::Node::Named {
                        code: self.code(),
                        name: self.name(),
                        is_integer: <Self as $crate::Ber<'_>>::TAG
                            .matches(<i64 as $crate::Ber<'_>>::TAG),
                    });
                }

                fn shape() -> &'static $crate::jer::Shape {
                    const { &$crate::jer::Shape::Enumerated(&[$(($id, $code)),*]) }
                }
            }

            $crate::__serialize! { [] $name }
        }
    };
}
