//! The front on NATS and the standby, with a real nats-server and a simulated switch.

#[path = "../support/mod.rs"]
mod support;

mod bystander;
mod cluster;
mod cut_off;
mod documentation;
mod front;
mod late;
mod outcome;
mod preferred;
mod process;
mod standby;
mod three_sites;
mod way;
