//! The simulated switch, from single calls to sockets.

mod application;
mod basic_call;
mod csta;
mod device_list;
mod outside_call;
mod properties;
mod server;
mod support;
mod two_calls;
