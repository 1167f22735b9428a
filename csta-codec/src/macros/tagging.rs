//! What the declarations share: tags, and what the documentation says of them.

#[doc(hidden)]
#[macro_export]
macro_rules! __spec {
    () => {
        $crate::ber::spec::NATURAL
    };
    ($n:literal IMPLICIT) => {
        $crate::ber::spec::implicit($n)
    };
    ($n:literal EXPLICIT) => {
        $crate::ber::spec::explicit($n)
    };
}

/// The tag of a type: its own, or the one the module gives it.
#[doc(hidden)]
#[macro_export]
macro_rules! __tag {
    ($own:expr) => {
        $own
    };
    ($own:expr; UNIVERSAL $n:literal IMPLICIT) => {
        $crate::ber::Tag::new($crate::ber::Class::Universal, $n, $own.is_constructed())
    };
    ($own:expr; APPLICATION $n:literal IMPLICIT) => {
        $crate::ber::Tag::new($crate::ber::Class::Application, $n, $own.is_constructed())
    };
    ($own:expr; APPLICATION $n:literal EXPLICIT) => {
        $crate::ber::Tag::new($crate::ber::Class::Application, $n, true)
    };
    ($own:expr; CONTEXT $n:literal EXPLICIT) => {
        $crate::ber::Tag::new($crate::ber::Class::Context, $n, true)
    };
}

/// What the documentation says of tags and of what may be left out.
#[doc(hidden)]
#[macro_export]
macro_rules! __doc {
    (@type $kind:literal $asn:literal) => {
        concat!("\n\n", $kind, " `", $asn, "`")
    };
    (@type $kind:literal $asn:literal [$class:ident $n:literal $mode:ident]) => {
        concat!("\n\n", $kind, " `", $asn, "`, tagged ", stringify!($class), " ", $n, ", ",
            stringify!($mode))
    };
    (@member $id:literal $([$n:literal $mode:ident])?) => {
        concat!("\n\n`", $id, "`", $(", tagged ", $n, " ", stringify!($mode),)? "")
    };
    (@member $id:literal $([$n:literal $mode:ident])?, DEFAULT($default:expr)) => {
        concat!("\n\n`", $id, "`", $(", tagged ", $n, " ", stringify!($mode),)?
            ", `", stringify!($default), "` where it is absent")
    };
    (@member $id:literal, REST) => {
        "\n\nThe elements that are none of the members, as they were received; written last"
    };
    (@member $id:literal $([$n:literal $mode:ident])?, $option:ident) => {
        concat!("\n\n`", $id, "`", $(", tagged ", $n, " ", stringify!($mode),)? ", optional")
    };
}
