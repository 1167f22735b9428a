//! The configuration: what the program is to do, in one file, from the command line or both.

mod connection;
mod load;
pub(crate) mod settings;

pub(crate) use load::{Config, Connection, Instead, SHORTEST_TOKEN, numbers_of, read_line_list};
pub(crate) use settings::{Advanced, Bus, CdrFormat, CdrSettings, LineForm};

/// A configuration file with everything that can be in one.
pub(crate) const EXAMPLE: &str = include_str!("../../../../csta-tsp.toml");

#[cfg(test)]
mod tests;
