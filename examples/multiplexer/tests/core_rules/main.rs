//! The rules of the multiplexer, one by one: octets in, octets out, on virtual time.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that goes wrong here fails, as it should"
)]

mod alone;
mod call_records;
mod chaos;
mod events;
mod filters;
mod forwarding;
mod link;
mod linked_replies;
mod monitors;
mod notices;
mod permission;
mod registrations;
mod roles;
mod world;
