//! What takes the place of the bus in a program that is built without it.

use std::error::Error;

use tsp::config::{Bus, Config};
use tsp::{Provider, Registry};

use crate::show::Output;

/// None.
#[derive(Debug)]
pub(crate) struct Branches;

impl Branches {
    /// Says that there is no bus here; the configuration has said so before.
    pub(crate) async fn join(
        bus: &Bus,
        _config: &Config,
        _registry: &Registry,
        _output: Output,
    ) -> Result<Self, Box<dyn Error>> {
        Err(format!("{}: this program was built without NATS", bus.url).into())
    }

    /// None.
    pub(crate) const fn providers(&self) -> &[Provider] {
        &[]
    }
}
