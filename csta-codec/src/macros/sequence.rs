//! SEQUENCE.

/// Declares a SEQUENCE: a struct of its members, and `new` with the mandatory ones.
///
/// A declaration in which an optional member could be mistaken for a later one does not compile.
/// See the [module](mod@crate::macros) for the form.
#[macro_export]
macro_rules! sequence {
    ($(#[$meta:meta])* $vis:vis struct $name:ident<$lt:lifetime> $($rest:tt)*) => {
        $crate::__sequence! { [$lt] [<$lt>] [<'at>] $(#[$meta])* $vis struct $name $($rest)* }
    };
    ($(#[$meta:meta])* $vis:vis struct $name:ident $($rest:tt)*) => {
        $crate::__sequence! { ['x] [] [] $(#[$meta])* $vis struct $name $($rest)* }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __sequence {
    (
        [$lt:lifetime] [$($generics:tt)*] [$($at:tt)*]
        $(#[$meta:meta])* $vis:vis struct $name:ident $asn:literal $([$($tag:tt)*])? {
            $(
                $(#[$member_meta:meta])*
                $member:ident $id:literal $([$n:literal $mode:ident])? : $ty:ty
                    $(= $option:ident $(($default:expr))?)?
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[doc = $crate::__doc!(@type "SEQUENCE" $asn $([$($tag)*])?)]
        #[derive(Clone, Copy, Debug, PartialEq)]
        $vis struct $name $($generics)* {
            $(
                $(#[$member_meta])*
                #[doc = $crate::__doc!(@member $id $([$n $mode])? $(, $option $(($default))?)?)]
                pub $member: $crate::__member!(@type $lt $ty $(, $option)?),
            )*
        }

        impl $($generics)* $name $($generics)* {
            $crate::__constructor! {
                [] [] $($member { $ty } [$($option $(($default))?)?])*
            }
        }

        impl<$lt> $crate::Ber<$lt> for $name $($generics)* {
            const NAME: &'static str = $asn;
            const TAG: $crate::ber::Tag =
                $crate::__tag!($crate::ber::Tag::constructed(16) $(; $($tag)*)?);
            type At<'at> = $name $($at)*;

            #[inline(always)]
            fn empty() -> Self {
                Self { $($member: $crate::__member!(@empty $ty $(, $option $(($default))?)?)),* }
            }

            fn fill(
                &mut self,
                _: $crate::ber::Tag,
                content: &$lt [u8],
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                const {
                    assert!(
                        $crate::ber::is_unambiguous(&[$((
                            $crate::ber::tags::<$ty, { $crate::__spec!($($n $mode)?) }>(),
                            $crate::__member!(@is_optional $($option)?),
                        )),*]),
                        concat!("optional members of ", $asn, " can be mistaken for later ones"),
                    );
                    assert!(
                        !(false $(|| $crate::__member!(@is_open $ty, [$($n)?] $($option)?))*)
                            || !(false $(|| $crate::__member!(@is_rest $($option)?))*),
                        concat!("what is unknown in ", $asn, " can be mistaken for a CHOICE"),
                    );
                }
                let mut members = $crate::ber::Members::new(
                    content,
                    const {
                        &$crate::ber::TagSet::EMPTY $(.union(
                            $crate::ber::tags::<$ty, { $crate::__spec!($($n $mode)?) }>()
                        ))*
                    },
                    const {
                        0 $(+ $crate::__member!(@is_open $ty, [$($n)?] $($option)?) as u8)*
                    },
                    const { &$crate::__Place { type_name: $asn, member: "" } },
                )?;
                $(
                    $crate::__member!(
                        @fill members of content, &mut self.$member, $ty,
                        { $crate::__spec!($($n $mode)?) },
                        const { &$crate::__Place { type_name: $asn, member: $id } }
                        $(, $option $(($default))?)?
                    )?;
                )*
                let _ = members;
                Ok(())
            }

            fn write_content(&self, writer: &mut $crate::Writer) {
                $crate::__write_members! {
                    self, writer;
                    $($member { $ty } { $crate::__spec!($($n $mode)?) } [$($option $(($default))?)?])*
                }
            }
        }

        $crate::__jer! {
            impl $($generics)* $crate::jer::Jer for $name $($generics)* {
                fn show(&self, to: &mut dyn FnMut($crate::jer::Node<'_>)) {
                    to($crate::jer::Node::Object(&|show| {
                        $($crate::__jer_member!(@show self.$member, $id, show $(, $option)?);)*
                        let _ = show;
                    }));
                }

                fn shape() -> &'static $crate::jer::Shape {
                    const {
                        &$crate::jer::Shape::Sequence(&[$($crate::__jer_member!(
                            @of $id, $ty, { $crate::__spec!($($n $mode)?) }
                            $(, $option $(($default))?)?
                        )),*])
                    }
                }
            }

            $crate::__serialize! { [$($generics)*] $name $($generics)* }
        }
    };
}

/// `new`, with a parameter for each mandatory member.
#[doc(hidden)]
#[macro_export]
macro_rules! __constructor {
    ([$($param:ident { $param_ty:ty })*] [$($init:ident { $value:expr })*]) => {
        #[doc = "A value of its mandatory members; the others are absent or have their default."]
        #[must_use]
        #[allow(clippy::new_without_default, clippy::too_many_arguments)]
        pub const fn new($($param: $param_ty),*) -> Self {
            Self { $($param,)* $($init: $value),* }
        }
    };
    ([$($params:tt)*] [$($inits:tt)*] $member:ident { $ty:ty } [] $($rest:tt)*) => {
        $crate::__constructor! { [$($params)* $member { $ty }] [$($inits)*] $($rest)* }
    };
    (
        [$($params:tt)*] [$($inits:tt)*]
        $member:ident { $ty:ty } [DEFAULT($default:expr)] $($rest:tt)*
    ) => {
        $crate::__constructor! { [$($params)*] [$($inits)* $member { $default }] $($rest)* }
    };
    ([$($params:tt)*] [$($inits:tt)*] $member:ident { $ty:ty } [REST] $($rest:tt)*) => {
        $crate::__constructor! {
            [$($params)*] [$($inits)* $member { $crate::ber::Unknown::NONE }] $($rest)*
        }
    };
    ([$($params:tt)*] [$($inits:tt)*] $member:ident { $ty:ty } [$option:ident] $($rest:tt)*) => {
        $crate::__constructor! { [$($params)*] [$($inits)* $member { None }] $($rest)* }
    };
}

/// Writes the members from the last to the first.
#[doc(hidden)]
#[macro_export]
macro_rules! __write_members {
    ($self:ident, $writer:ident;) => {};
    (
        $self:ident, $writer:ident;
        $member:ident { $ty:ty } { $spec:expr } [$($option:tt)*] $($rest:tt)*
    ) => {
        $crate::__write_members! { $self, $writer; $($rest)* }
        $crate::__member!(@write $self.$member, $writer, $ty, { $spec } $(, $option)*);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __member {
    (@type $lt:lifetime $ty:ty) => { $ty };
    (@type $lt:lifetime $ty:ty, OPTIONAL) => { Option<$ty> };
    (@type $lt:lifetime $ty:ty, DEFAULT) => { $ty };
    (@type $lt:lifetime $ty:ty, RARE) => { Option<$crate::ber::Rare<$lt, $ty>> };
    (@type $lt:lifetime $ty:ty, REST) => { $ty };

    (@empty $ty:ty) => { <$ty as $crate::Ber<'_>>::empty() };
    (@empty $ty:ty, DEFAULT($default:expr)) => { $default };
    (@empty $ty:ty, REST) => { $crate::ber::Unknown::NONE };
    (@empty $ty:ty, $option:ident) => { None };

    (@is_optional) => { false };
    (@is_optional $option:ident) => { true };

    (@is_rest REST) => { true };
    (@is_rest $($option:ident)?) => { false };

    // A mandatory untagged CHOICE.
    (@is_open $ty:ty, []) => { <$ty as $crate::Ber<'_>>::TAG.is_none() };
    (@is_open $ty:ty, [$($n:literal)?] $($option:ident)?) => { false };

    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr) => {
        $members.mandatory::<$ty, $spec>($slot, $place)
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, OPTIONAL) => {
        $members.optional::<$ty, $spec>($slot, $place)
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, RARE) => {
        $members.rare::<$ty, $spec>($slot, $place)
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, DEFAULT($default:expr)) => {
        $members.defaulted::<$ty, $spec>($slot, $default, $place)
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, REST) => {
        $members.rest($content, $slot, $place)
    };

    (@write $value:expr, $writer:ident, $ty:ty, $spec:block) => {
        $crate::ber::write::<$ty, $spec>(&$value, $writer);
    };
    (@write $value:expr, $writer:ident, $ty:ty, $spec:block, DEFAULT, ($default:expr)) => {
        if $value != $default {
            $crate::ber::write::<$ty, $spec>(&$value, $writer);
        }
    };
    (@write $value:expr, $writer:ident, $ty:ty, $spec:block, OPTIONAL) => {
        if let Some(value) = &$value {
            $crate::ber::write::<$ty, $spec>(value, $writer);
        }
    };
    (@write $value:expr, $writer:ident, $ty:ty, $spec:block, RARE) => {
        if let Some(value) = &$value {
            $crate::ber::write::<$crate::ber::Rare<'_, $ty>, $spec>(value, $writer);
        }
    };
    (@write $value:expr, $writer:ident, $ty:ty, $spec:block, REST) => {
        $crate::Ber::write(&$value, $writer);
    };
}
