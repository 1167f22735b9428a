//! The rules of the multiplexer, one by one: octets in, octets out, on virtual time.

mod events;
mod forwarding;
mod monitors;
mod world;
