//! CSTA Phase III (ECMA-285) in Rust.
