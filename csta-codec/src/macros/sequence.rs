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
                let mut members = $crate::ber::Members::new(content, const {
                    &$crate::ber::Expected::new(
                        &[$($crate::ber::tags::<$ty, { $crate::__spec!($($n $mode)?) }>()),*],
                        0 $(+ $crate::__member!(@is_open $ty, [$($n)?] $($option)?) as u8)*,
                    )
                });
                $(
                    $crate::__member!(
                        @fill members of content, &mut self.$member, $ty,
                        { $crate::__spec!($($n $mode)?) },
                        const { &$crate::__Place { type_name: $asn, member: $id } }
                        $(, $option)?
                    );
                )*
                members.finish(const { &$crate::__Place { type_name: $asn, member: "" } })
            }

            fn put_content(&self, room: &mut [u8], end: usize) -> usize {
                $crate::__put_members! {
                    self, room, end;
                    $($member { $ty } { $crate::__spec!($($n $mode)?) } [$($option $(($default))?)?])*
                }
                end
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
                        &$crate::jer::Shape::Sequence {
                            members: &[$($crate::__jer_member!(
                                @of $id, $ty, { $crate::__spec!($($n $mode)?) }
                                $(, $option $(($default))?)?
                            )),*],
                        }
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

/// Puts the members, from the last to the first; `end` is where the one behind begins.
#[doc(hidden)]
#[macro_export]
macro_rules! __put_members {
    ($self:ident, $room:ident, $end:ident;) => {};
    (
        $self:ident, $room:ident, $end:ident;
        $member:ident { $ty:ty } { $spec:expr } [$($option:tt)*] $($rest:tt)*
    ) => {
        $crate::__put_members! { $self, $room, $end; $($rest)* }
        let $end =
            $crate::__member!(@put $self.$member, $room, $end, $ty, { $spec } $(, $option)*);
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
        $members.mandatory::<$ty, $spec>($slot, $place)?
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, OPTIONAL) => {
        $members.optional::<$ty, $spec>($slot, $place)?
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, RARE) => {
        $members.rare::<$ty, $spec>($slot, $place)?
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, DEFAULT) => {
        $members.defaulted::<$ty, $spec>($slot, $place)?
    };
    (@fill $members:ident of $content:ident, $slot:expr, $ty:ty, $spec:block, $place:expr, REST) => {
        $members.rest($content, $slot, $place)?
    };

    (@put $value:expr, $room:ident, $end:ident, $ty:ty, $spec:block) => {
        $crate::ber::put::<$ty, $spec>(&$value, $room, $end)
    };
    (@put $value:expr, $room:ident, $end:ident, $ty:ty, $spec:block, DEFAULT, ($default:expr)) => {
        if $value != $default {
            $crate::ber::put::<$ty, $spec>(&$value, $room, $end)
        } else {
            $end
        }
    };
    (@put $value:expr, $room:ident, $end:ident, $ty:ty, $spec:block, OPTIONAL) => {
        if let Some(value) = &$value {
            $crate::ber::put::<$ty, $spec>(value, $room, $end)
        } else {
            $end
        }
    };
    (@put $value:expr, $room:ident, $end:ident, $ty:ty, $spec:block, RARE) => {
        if let Some(value) = &$value {
            $crate::ber::put::<$crate::ber::Rare<'_, $ty>, $spec>(value, $room, $end)
        } else {
            $end
        }
    };
    (@put $value:expr, $room:ident, $end:ident, $ty:ty, $spec:block, REST) => {
        $crate::Ber::put(&$value, $room, $end)
    };
}
