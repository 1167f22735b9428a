//! What the declarations expand to for JSON: with the feature `serde` of this crate alone.

/// Expands to what is in it, or to nothing without the feature: a `cfg` in a declaration would ask
/// the features of the crate that declares.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __jer {
    ($($item:tt)*) => {
        $($item)*
    };
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __jer {
    ($($item:tt)*) => {};
}

/// `Serialize` for a type that implements `Jer`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serialize {
    ([$($generics:tt)*] $name:ty) => {
        impl $($generics)* $crate::__serde::Serialize for $name {
            fn serialize<S: $crate::__serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::__serde::Serialize::serialize(&$crate::jer::Json::new(self), serializer)
            }
        }
    };
}

/// A member of a SEQUENCE: what it is encoded from, and what it is shown as.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __jer_member {
    (@of $id:literal, $ty:ty, $spec:block) => {
        $crate::jer::Member::mandatory::<$ty, $spec>($id)
    };
    (@of $id:literal, $ty:ty, $spec:block, DEFAULT($default:expr)) => {
        $crate::jer::Member::optional::<$ty, $spec>($id).with_default(|writer| {
            writer.put(|room, end| $crate::ber::put::<$ty, $spec>(&$default, room, end));
        })
    };
    (@of $id:literal, $ty:ty, $spec:block, $option:ident) => {
        $crate::jer::Member::optional::<$ty, $spec>($id)
    };

    (@show $value:expr, $id:literal, $show:ident) => {
        $show($id, &$value);
    };
    (@show $value:expr, $id:literal, $show:ident, DEFAULT) => {
        $show($id, &$value);
    };
    (@show $value:expr, $id:literal, $show:ident, REST) => {
        if !$value.is_empty() {
            $show($id, &$value);
        }
    };
    (@show $value:expr, $id:literal, $show:ident, $option:ident) => {
        if let Some(value) = &$value {
            $show($id, value);
        }
    };
}
