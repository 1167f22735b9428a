//! The simulated switch, from single calls to sockets.

mod basic_call;
mod outside_call;
mod support;
