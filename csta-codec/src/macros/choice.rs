//! CHOICE.

/// Declares a CHOICE: an enum of its alternatives, and `Unrecognised` for those of later editions.
///
/// An alternative without a type is a NULL. See the [module](mod@crate::macros) for the form.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* $vis:vis enum $name:ident<$lt:lifetime> $($rest:tt)*) => {
        $crate::__choice! { [$lt] [<$lt>] [<'at>] $(#[$meta])* $vis enum $name $($rest)* }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __choice {
    (
        [$lt:lifetime] [$($generics:tt)*] [$($at:tt)*]
        $(#[$meta:meta])* $vis:vis enum $name:ident $asn:literal
        $([$class:ident $number:literal EXPLICIT])? {
            $(
                $(#[$member_meta:meta])*
                $member:ident $id:literal $([$n:literal $mode:ident])? $(: $ty:ty)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[doc = $crate::__doc!(@type "CHOICE" $asn $([$class $number EXPLICIT])?)]
        #[derive(Clone, Copy, Debug, PartialEq)]
        // Filled in place and used by reference: a box would cost an allocation and win nothing.
        #[allow(clippy::large_enum_variant)]
        $vis enum $name $($generics)* {
            $(
                $(#[$member_meta])*
                #[doc = $crate::__doc!(@member $id $([$n $mode])?)]
                $member $(($ty))?,
            )*
            /// An alternative that is not known, as it was received.
            Unrecognised($crate::Element<$lt>),
        }

        impl<$lt> $crate::Ber<$lt> for $name $($generics)* {
            const NAME: &'static str = $asn;
            const TAG: $crate::ber::Tag =
                $crate::__tag!($crate::ber::Tag::NONE $(; $class $number EXPLICIT)?);
            const TAGS: $crate::ber::TagSet = if Self::TAG.is_none() {
                $crate::ber::TagSet::EMPTY $(.union($crate::ber::tags::<
                    $crate::__alternative!(@type $($ty)?), { $crate::__spec!($($n $mode)?) }
                >()))*
            } else {
                $crate::ber::TagSet::of(Self::TAG)
            };
            type At<'at> = $name $($at)*;

            #[inline(always)]
            fn empty() -> Self {
                Self::Unrecognised(<$crate::Element<'_> as $crate::Ber<'_>>::empty())
            }

            #[inline]
            fn fill(
                &mut self,
                tag: $crate::ber::Tag,
                content: &$lt [u8],
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                const {
                    assert!(
                        $crate::ber::is_unambiguous(&[$((
                            $crate::ber::tags::<
                                $crate::__alternative!(@type $($ty)?),
                                { $crate::__spec!($($n $mode)?) }
                            >(),
                            true,
                        )),*]),
                        concat!("two alternatives of ", $asn, " begin with the same tag"),
                    );
                }
                let (tag, content) = if const { Self::TAG.is_none() } {
                    (tag, content)
                } else {
                    $crate::ber::inner(content)?
                };
                $(
                    if $crate::ber::accepts::<
                        $crate::__alternative!(@type $($ty)?), { $crate::__spec!($($n $mode)?) }
                    >(tag) {
                        return $crate::__alternative!(
                            @fill self, $member, tag, content, { $crate::__spec!($($n $mode)?) },
                            const { &$crate::__Place { type_name: $asn, member: $id } }
                            $(, $ty)?
                        );
                    }
                )*
                *self = Self::Unrecognised($crate::ber::unrecognised(tag, content)?);
                Ok(())
            }

            fn write_content(&self, writer: &mut $crate::Writer) {
                match self {
                    $(
                        $crate::__alternative!(@pattern $member value $(, $ty)?) =>
                            $crate::ber::write::<
                                $crate::__alternative!(@type $($ty)?),
                                { $crate::__spec!($($n $mode)?) }
                            >($crate::__alternative!(@value value $(, $ty)?), writer),
                    )*
                    Self::Unrecognised(element) => $crate::Ber::write(element, writer),
                }
            }
        }

        $crate::__jer! {
            impl $($generics)* $crate::jer::Jer for $name $($generics)* {
                fn show(&self, to: &mut dyn FnMut($crate::jer::Node<'_>)) {
                    to($crate::jer::Node::Object(&|show| match self {
                        $(
                            $crate::__alternative!(@pattern $member value $(, $ty)?) =>
                                show($id, $crate::__alternative!(@value value $(, $ty)?)),
                        )*
                        Self::Unrecognised(element) => show(&element.tag().to_string(), element),
                    }));
                }

                fn shape() -> &'static $crate::jer::Shape {
                    const {
                        &$crate::jer::Shape::Choice {
                            alternatives: &[$($crate::jer::Member::mandatory::<
                                $crate::__alternative!(@type $($ty)?),
                                { $crate::__spec!($($n $mode)?) }
                            >($id)),*],
                            known: &$crate::ber::TagSet::EMPTY $(.union($crate::ber::tags::<
                                $crate::__alternative!(@type $($ty)?),
                                { $crate::__spec!($($n $mode)?) }
                            >()))*,
                        }
                    }
                }
            }

            $crate::__serialize! { [$($generics)*] $name $($generics)* }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __alternative {
    (@type) => {
        ()
    };
    (@type $ty:ty) => {
        $ty
    };

    (@fill $self:ident, $member:ident, $tag:ident, $content:ident, $spec:block, $place:expr) => {{
        *$self = Self::$member;
        $crate::ber::fill::<(), $spec>(&mut (), $tag, $content)
            .map_err(|error| $crate::__within(error, $place))
    }};
    (@fill $self:ident, $member:ident, $tag:ident, $content:ident, $spec:block, $place:expr,
        $ty:ty
    ) => {{
        *$self = Self::$member(<$ty as $crate::Ber<'_>>::empty());
        if let Self::$member(value) = $self {
            $crate::ber::fill::<$ty, $spec>(value, $tag, $content)
                .map_err(|error| $crate::__within(error, $place))
        } else {
            Ok(())
        }
    }};

    (@pattern $member:ident $value:ident) => {
        Self::$member
    };
    (@pattern $member:ident $value:ident, $ty:ty) => {
        Self::$member($value)
    };

    (@value $value:ident) => {
        &()
    };
    (@value $value:ident, $ty:ty) => {
        $value
    };
}

#[cfg(test)]
mod tests {
    use crate::types::CallingDeviceId;
    use crate::{Ber as _, DecodeErrorKind};

    #[test]
    fn a_tag_with_no_alternative_in_it_is_an_error() {
        let error = CallingDeviceId::decode(&[0x61, 0x00]).unwrap_err();
        assert_eq!(
            (error.kind(), error.type_name()),
            (DecodeErrorKind::Truncated, "CallingDeviceID")
        );
    }
}
